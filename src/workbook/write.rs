//! A workbook's sheets as the bytes of an .xlsx file.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Table, TableColumn, TableStyle, Url, Workbook, Worksheet, XlsxError,
};

use super::book::{Allowed, Book, Cell, Look, Result as Value, Sheet};

/// The file of a workbook. `date` is the day it is made, `2026-11-26`; without one that
/// can be read, the file says the day the program is run.
///
/// # Errors
/// Never for the sheets of [`super::workbook`], which a test writes for many scenarios: a
/// name or a text that the format does not allow.
pub fn write(book: &Book, date: &str) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_author(&book.author)
        .set_company("Made with SEND Modeller");
    file.set_properties(&match ExcelDateTime::parse_from_str(date) {
        Ok(day) => properties.set_creation_datetime(&day),
        Err(_) => properties,
    });
    let looks = Looks::new();
    for sheet in &book.sheets {
        write_sheet(file.add_worksheet(), sheet, &looks)?;
    }
    for (name, address) in &book.names {
        file.define_name(name.as_str(), address)?;
    }
    file.save_to_buffer()
}

/// How cells look.
struct Looks {
    title: Format,
    note: Format,
    heading: Format,
    text: Format,
    /// Of columns after the first, away from the number that may stand before it.
    beside: Format,
    strong: Format,
    input: Format,
    link: Format,
    pounds: Format,
    total: Format,
    plain: Format,
    pence: Format,
    ratio: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain = Format::new().set_align(FormatAlign::Top);
        let pounds = plain.clone().set_num_format("#,##0;-#,##0");
        Looks {
            title: Format::new().set_bold().set_font_size(16),
            // Not wrapped: a note runs over the empty cells to its right.
            note: Format::new(),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Medium),
            text: plain.clone().set_text_wrap(),
            beside: plain
                .clone()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            strong: plain.clone().set_text_wrap().set_bold(),
            input: plain
                .clone()
                .set_border(FormatBorder::Thin)
                .set_background_color(Color::RGB(0x00FF_F7D6)),
            link: plain.clone().set_text_wrap().set_hyperlink(),
            total: pounds.clone().set_bold(),
            pounds,
            pence: plain.clone().set_num_format("#,##0.00;-#,##0.00"),
            ratio: plain.clone().set_num_format("0.0000"),
            plain,
        }
    }

    fn of(&self, look: Look) -> &Format {
        match look {
            Look::Pounds => &self.pounds,
            Look::Total => &self.total,
            Look::Plain => &self.plain,
            Look::Pence => &self.pence,
            Look::Ratio => &self.ratio,
        }
    }
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&RPage &P of &N");
    page.write_with_format(0, 0, sheet.title.as_str(), &looks.title)?;
    for (row, note) in (1..).zip(&sheet.notes) {
        page.write_with_format(row, 0, note.as_str(), &looks.note)?;
    }
    for (place, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(place, f64::from(column.width))?;
    }
    let (first, last) = (row_number(sheet.heading_row()), columns(sheet) - 1);
    // Not every program makes a row as high as its text.
    let headings = sheet.columns.iter().map(|column| column.heading.as_str());
    page.set_row_height(first, height(sheet, headings))?;
    for (row, cells) in (first + 1..).zip(&sheet.rows) {
        page.set_row_height(row, height(sheet, cells.iter().map(words)))?;
    }
    page.set_repeat_rows(first, first)?;
    let headings: Vec<TableColumn> = sheet
        .columns
        .iter()
        .map(|column| {
            TableColumn::new()
                .set_header(&column.heading)
                .set_header_format(&looks.heading)
        })
        .collect();
    let table = Table::new()
        .set_name(format!("Table_{}", sheet.name.replace(' ', "_")))
        .set_style(TableStyle::Light1)
        .set_autofilter(false)
        .set_alt_text_title(&sheet.title)
        .set_columns(&headings);
    // A table has a row at least; that of a case without lines is empty.
    let rows = row_number(sheet.rows.len().max(1));
    page.add_table(first, 0, first + rows, last, &table)?;
    for (row, cells) in (first + 1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(page, row, column, cell, looks)?;
        }
    }
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(words) => {
            let look = if column == 0 {
                &looks.text
            } else {
                &looks.beside
            };
            page.write_string_with_format(row, column, words, look)?
        }
        Cell::Strong(words) => page.write_string_with_format(row, column, words, &looks.strong)?,
        Cell::Link(words, sheet) => {
            let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(words);
            page.write_url_with_format(row, column, url, &looks.link)?
        }
        // As text where it is none that a spreadsheet can follow.
        Cell::Address(address) if !can_be_followed(address) => {
            page.write_string_with_format(row, column, address, &looks.beside)?
        }
        Cell::Address(address) => {
            let url = Url::new(address.as_str()).set_text(address);
            page.write_url_with_format(row, column, url, &looks.link)?
        }
        Cell::Number(value, look) => {
            page.write_number_with_format(row, column, *value, looks.of(*look))?
        }
        Cell::Input(value, allowed) => {
            page.add_data_validation(row, column, row, column, &validation(allowed)?)?;
            page.write_number_with_format(row, column, *value, &looks.input)?
        }
        Cell::Formula(formula, look) => {
            let (result, look) = match &formula.result {
                Value::Number(value) => (format!("{value}"), looks.of(*look)),
                Value::Text(words) => (words.clone(), &looks.beside),
            };
            let formula = Formula::new(&formula.text).set_result(result);
            page.write_formula_with_format(row, column, formula, look)?
        }
    };
    Ok(())
}

/// The words of a cell that may run over several lines; none of what never does.
fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(words) | Cell::Strong(words) | Cell::Address(words) => words,
        Cell::Link(..) | Cell::Number(..) | Cell::Input(..) | Cell::Formula(..) => "",
    }
}

/// How high a row is, in points, so that all of its text is seen. A column's width is told
/// in digits, which are somewhat wider than letters are; a column's edge takes one of them,
/// and lines end between words.
#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn height<'a>(sheet: &Sheet, cells: impl Iterator<Item = &'a str>) -> f64 {
    const LINE: f64 = 15.0;
    let lines = sheet.columns.iter().zip(cells).map(|(column, words)| {
        let width = usize::from(column.width).saturating_sub(1).max(1);
        words.chars().count().div_ceil(width)
    });
    lines.max().unwrap_or(1).max(1) as f64 * LINE
}

/// The longest address that a spreadsheet makes a link of, with room for the scheme.
const MOST_ADDRESS: usize = 2_000;

fn can_be_followed(address: &str) -> bool {
    let mut schemes = ["https://", "http://"].iter();
    address.len() <= MOST_ADDRESS && schemes.any(|scheme| address.starts_with(scheme))
}

fn validation(allowed: &Allowed) -> Result<DataValidation, XlsxError> {
    let between = |low: f64, high: f64| DataValidationRule::Between(low, high);
    let rule = DataValidation::new();
    let rule = if allowed.whole {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole numbers are months, years and grades"
        )]
        let [min, max] = [allowed.min, allowed.max].map(|bound| bound as i32);
        rule.allow_whole_number(DataValidationRule::Between(min, max))
    } else {
        rule.allow_decimal_number(between(allowed.min, allowed.max))
    };
    rule.set_error_title("Out of range")?
        .set_error_message(cut(&format!("Type {}.", allowed.words), 250))
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn columns(sheet: &Sheet) -> u16 {
    u16::try_from(sheet.columns.len())
        .unwrap_or(u16::MAX)
        .max(1)
}

fn row_number(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
