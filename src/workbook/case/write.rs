//! The sheets of a case as the bytes of an .xlsx file.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, Format, FormatAlign, FormatBorder,
    Formula, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::{CASE, Column, Kind, List, Sheet, columns::SINGLE, sheets};
use crate::case::{Case, MAX_LINES};
use crate::workbook::book::letters;

/// Rows in which a sheet to be filled in offers what may be chosen.
const ROWS: u32 = 1 + MAX_LINES as u32;

/// The workbook of a case: to be looked through, or to be filled in and read again.
///
/// # Errors
/// A text of more than 32,767 characters, which no cell holds.
pub fn write_case(case: &Case) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    file.set_properties(
        &DocProperties::new()
            .set_title(format!("{}: a case to fill in", case.title))
            .set_author(&case.authority)
            .set_company("Made with SEND Modeller"),
    );
    let made = Made {
        case: case.to_value(),
        years: case.years.labels(),
        looks: Looks::new(),
    };
    made.guide(file.add_worksheet())?;
    made.single(file.add_worksheet())?;
    for sheet in sheets() {
        made.list(file.add_worksheet(), sheet)?;
    }
    file.save_to_buffer()
}

struct Looks {
    heading: Format,
    /// Text whatever is typed: `6.10` and `2019/12` stay as they are.
    text: Format,
    number: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain = Format::new().set_align(FormatAlign::Top);
        Looks {
            heading: plain
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Medium),
            text: plain.clone().set_text_wrap().set_num_format("@"),
            number: plain,
        }
    }
}

struct Made {
    case: Value,
    years: Vec<String>,
    looks: Looks,
}

impl Made {
    /// What goes where, in words.
    fn guide(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        let headings = ["Sheet", "Column", "What goes there"].map(String::from);
        let named =
            |name, columns: &'static [Column]| columns.iter().map(move |column| (name, column));
        let of_lists = sheets().flat_map(|sheet| named(sheet.name, sheet.columns));
        let rows: Vec<(&str, &Column)> = named(CASE, SINGLE).chain(of_lists).collect();
        begin(page, "How to fill in", [16.0, 24.0, 90.0].into_iter())?;
        self.table(
            page,
            "What goes where in this workbook",
            &headings,
            rows.len(),
        )?;
        for (row, (sheet, column)) in (1..).zip(rows) {
            let name = match column.kind {
                Kind::Years => "One for each year",
                _ => column.heading,
            };
            for (place, words) in (0..).zip([sheet, name, column.help]) {
                page.write_string_with_format(row, place, words, &self.looks.text)?;
            }
        }
        Ok(())
    }

    /// The sheet of the fields that stand in no list.
    fn single(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        let headings = ["Field", "Value", "What goes there"].map(String::from);
        begin(page, CASE, [26.0, 44.0, 80.0].into_iter())?;
        self.table(page, "The case itself", &headings, SINGLE.len())?;
        for (row, column) in (1..).zip(SINGLE) {
            page.write_string_with_format(row, 0, column.heading, &self.looks.text)?;
            page.write_string_with_format(row, 2, column.help, &self.looks.text)?;
            self.offer(page, [row, row], 1, column.kind)?;
            self.cell(page, row, 1, at(&self.case, column.field), column.kind)?;
        }
        Ok(())
    }

    /// The sheet of a list.
    fn list(&self, page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
        let rows = self.records(sheet);
        let columns = self.columns(sheet);
        let headings: Vec<String> = columns.iter().map(|(heading, _)| heading.clone()).collect();
        let widths = columns.iter().map(|(_, column)| width(column.kind));
        begin(page, sheet.name, widths)?;
        let title = format!("{} of the case", sheet.name);
        self.table(page, &title, &headings, rows.len())?;
        for (place, (_, column)) in (0..).zip(&columns) {
            self.offer(page, [1, ROWS], place, column.kind)?;
        }
        for (row, (owner, record)) in (1..).zip(rows) {
            let mut years = None;
            for (place, (_, column)) in (0..).zip(&columns) {
                if column.kind == Kind::Years {
                    let first = *years.get_or_insert(place);
                    let values = in_years(record, column.field);
                    let value = values.and_then(|values| values.get(usize::from(place - first)));
                    self.cell(page, row, place, value, Kind::Number)?;
                } else if column.field.is_empty() {
                    self.cell(page, row, place, owner, Kind::Words)?;
                } else {
                    self.cell(page, row, place, at(record, column.field), column.kind)?;
                }
            }
        }
        Ok(())
    }

    /// The records of a sheet, each with the id of the record it stands in.
    fn records(&self, sheet: &Sheet) -> Vec<(Option<&Value>, &Value)> {
        let records = |of: &str| self.case[of].as_array().into_iter().flatten();
        match sheet.list {
            List::Of(of) => records(of).map(|record| (None, record)).collect(),
            List::Within { of, path } => records(of)
                .flat_map(|record| {
                    let within = at(record, path).and_then(Value::as_array);
                    let within = within.into_iter().flatten();
                    within.map(|inner| (record.get("id"), inner))
                })
                .collect(),
        }
    }

    /// The columns with their headings, one for each year where a column is of years.
    fn columns(&self, sheet: &Sheet) -> Vec<(String, &'static Column)> {
        let columns = sheet.columns.iter().flat_map(|column| match column.kind {
            Kind::Years => self
                .years
                .iter()
                .map(|year| (year.clone(), column))
                .collect(),
            _ => vec![(column.heading.to_owned(), column)],
        });
        columns.collect()
    }

    /// The table of a sheet, its headings in the first row. It has a row to be filled in
    /// where there is nothing yet.
    fn table(
        &self,
        page: &mut Worksheet,
        title: &str,
        headings: &[String],
        rows: usize,
    ) -> Result<(), XlsxError> {
        let headings: Vec<TableColumn> = headings
            .iter()
            .map(|heading| {
                TableColumn::new()
                    .set_header(heading)
                    .set_header_format(&self.looks.heading)
            })
            .collect();
        let table = Table::new()
            .set_name(format!("Case_{}", page.name().replace(' ', "_")))
            .set_style(TableStyle::Light1)
            .set_autofilter(false)
            .set_alt_text_title(title)
            .set_columns(&headings);
        let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let rows = u32::try_from(rows.max(1)).unwrap_or(ROWS);
        page.add_table(0, 0, rows, last, &table)?;
        page.set_freeze_panes(1, 0)?;
        page.set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// Offers what may be chosen in a column. An id that is not there yet may be typed all
    /// the same, and is asked about: it may be about to be added.
    fn offer(
        &self,
        page: &mut Worksheet,
        [first, last]: [u32; 2],
        place: u16,
        kind: Kind,
    ) -> Result<(), XlsxError> {
        let words = |words: &[&str]| DataValidation::new().allow_list_strings(words);
        let rule = match kind {
            Kind::Truth => words(&["yes", "no"])?,
            Kind::One(known) => words(known)?,
            Kind::Year => {
                let years: Vec<&str> = self.years.iter().map(String::as_str).collect();
                words(&years)?
            }
            Kind::Id(list) => {
                let Some(ids) = ids_of(list) else {
                    return Ok(());
                };
                DataValidation::new()
                    .allow_list_formula(Formula::new(ids))
                    .set_error_style(DataValidationErrorStyle::Warning)
            }
            _ => return Ok(()),
        };
        let rule = rule
            .set_error_title("Not one of these")?
            .set_error_message("Choose from the list that the cell offers.")?;
        page.add_data_validation(first, place, last, place, &rule)?;
        Ok(())
    }

    fn cell(
        &self,
        page: &mut Worksheet,
        row: u32,
        place: u16,
        value: Option<&Value>,
        kind: Kind,
    ) -> Result<(), XlsxError> {
        let looks = match kind {
            Kind::Number | Kind::Years => &self.looks.number,
            _ => &self.looks.text,
        };
        let words = match value {
            Some(Value::Number(number)) => {
                let number = number.as_f64().unwrap_or_default();
                page.write_number_with_format(row, place, number, looks)?;
                return Ok(());
            }
            Some(Value::String(words)) => words.clone(),
            Some(Value::Bool(truth)) => if *truth { "yes" } else { "no" }.to_owned(),
            Some(Value::Array(items)) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join(if kind == Kind::Lines { "\n" } else { ", " })
            }
            _ => String::new(),
        };
        if words.is_empty() {
            page.write_blank(row, place, looks)?;
        } else {
            page.write_string_with_format(row, place, words, looks)?;
        }
        Ok(())
    }
}

fn begin(
    page: &mut Worksheet,
    name: &str,
    widths: impl Iterator<Item = f64>,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    for (place, width) in (0..).zip(widths) {
        page.set_column_width(place, width)?;
    }
    Ok(())
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Lines => 60.0,
        Kind::Words | Kind::Note | Kind::Ids(_) => 32.0,
        Kind::Id(_) | Kind::One(_) => 22.0,
        Kind::Number | Kind::Truth | Kind::Year | Kind::Years => 12.0,
    }
}

/// The value at a path of fields.
pub(super) fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.')
        .try_fold(value, |value, name| value.get(name))
}

/// The yearly values of a record: of its field or, of a cost or a rule, its one list.
fn in_years<'a>(record: &'a Value, field: &str) -> Option<&'a Vec<Value>> {
    match at(record, field)? {
        Value::Array(values) => Some(values),
        Value::Object(fields) => fields.values().find_map(Value::as_array),
        _ => None,
    }
}

/// The cells with the ids of a list; none of those of two lists together.
fn ids_of(list: &str) -> Option<String> {
    let sheet = sheets().find(|sheet| matches!(sheet.list, List::Of(of) if of == list))?;
    let mut columns = sheet.columns.iter();
    let place = columns.position(|column| column.field == "id")?;
    let column = letters(place);
    Some(format!(
        "='{}'!${column}$2:${column}${}",
        sheet.name,
        ROWS + 1
    ))
}
