//! Tables as comma-separated values for a file (RFC 4180) and as tab-separated text for
//! the clipboard. Figures go as plain digits with a hyphen for minus, so that a
//! spreadsheet can add them up.
//!
//! **Text that a spreadsheet would run.** A cell that begins with `=`, `+`, `-` or `@` is
//! taken for a formula by every common spreadsheet, in a file and from the clipboard
//! alike. Scenario names are people's own words, and a name can come in somebody else's
//! file: `=HYPERLINK(…)` in it would act on the desk of whoever opens the export. So such
//! text gets an apostrophe before it, and a cell that begins with one is text. Figures
//! are written by this program and are left as they are, or they could not be added up.

use super::grid::{Cell, Difference, Grid, GridRow};
use super::log::LogRow;
use super::table::{Row, RowKind, Table};
use crate::case::Decimal;
use crate::model::Pounds;

/// What goes at the start of a file of comma-separated values, and not to the clipboard:
/// without it Excel takes the file for an older encoding and spoils every `£`.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One field of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// Words, by anyone.
    Text(String),
    /// A figure in plain digits, written by this program.
    Number(String),
}

/// Rows of fields, each row as long as the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The headings, then the rows.
    pub rows: Vec<Vec<Field>>,
}

impl Field {
    /// Words.
    pub fn text(text: &str) -> Field {
        Field::Text(text.to_owned())
    }

    /// A field that may stay empty.
    fn of(plain: Option<&String>, text: &str) -> Field {
        plain.map_or_else(|| Field::text(text), |digits| Field::Number(digits.clone()))
    }

    fn pounds(amount: Pounds) -> Field {
        Field::Number(amount.0.to_string())
    }

    /// What is written, before quoting.
    fn safe(&self) -> String {
        match self {
            Field::Number(digits) => digits.clone(),
            Field::Text(text) => written_text(text),
        }
    }
}

/// Words as a file has them, before quoting.
pub(super) fn written_text(text: &str) -> String {
    // Spreadsheets pass over blanks before a formula, so the first thing that is not a blank
    // decides.
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

impl Sheet {
    /// A table of yearly figures: heading (where it has any), label, kind, each year, end.
    pub fn of_table(table: &Table) -> Sheet {
        let parts = table.sections.iter().any(|part| part.heading.is_some());
        let mut head = Vec::new();
        if parts {
            head.push(Field::text("Part"));
        }
        head.extend([Field::text("Line"), Field::text("Kind")]);
        head.extend(table.columns.iter().map(|column| Field::text(column)));
        let mut sheet = Sheet { rows: vec![head] };
        for section in &table.sections {
            for row in &section.rows {
                let heading = section.heading.as_deref().unwrap_or_default();
                let part = parts.then(|| Field::text(heading));
                sheet
                    .rows
                    .push(part.into_iter().chain(year_row(row)).collect());
            }
        }
        sheet
    }

    /// A table of words: the plain figure of each cell where it has one. After a column
    /// in which any cell has a difference from published, the differences follow.
    pub fn of_grid(grid: &Grid) -> Sheet {
        let any = |has: fn(&GridRow) -> bool| grid.rows.iter().any(has);
        let parts = any(|row| !row.part.is_empty());
        let kinds = any(|row| row.kind.is_some());
        let units = any(|row| !row.unit.is_empty());
        let leading = |row: [&str; 4]| {
            let [part, label, kind, unit] = row.map(Field::text);
            let part = parts.then_some(part);
            let kind = kinds.then_some(kind);
            let unit = units.then_some(unit);
            let fields = part.into_iter().chain([label]).chain(kind).chain(unit);
            fields.collect::<Vec<Field>>()
        };
        let columns: Vec<[bool; 3]> = (0..grid.columns.len()).map(|at| shown(grid, at)).collect();
        let mut head = leading(["Part", &grid.heading, "Kind", "Unit"]);
        for (name, shown) in grid.columns.iter().zip(&columns) {
            let names = [
                name.clone(),
                format!("{name}: difference"),
                format!("{name}: difference, %"),
            ];
            head.extend(only(names.map(Field::Text), shown));
        }
        let mut sheet = Sheet { rows: vec![head] };
        for row in &grid.rows {
            let kind = row.kind.map_or("", kind_word);
            let mut fields = leading([&row.part, &row.label, kind, &row.unit]);
            for (at, shown) in columns.iter().enumerate() {
                let cell = row.cells.get(at).cloned().unwrap_or_default();
                fields.extend(only(cell_fields(&cell), shown));
            }
            sheet.rows.push(fields);
        }
        sheet
    }

    /// The log of assumptions.
    pub fn of_log(log: &[LogRow]) -> Sheet {
        const HEAD: [&str; 16] = [
            "Assumption",
            "Id",
            "Unit",
            "Value",
            "Published",
            "Status",
            "Source",
            "How derived",
            "Low",
            "High",
            "Why this range",
            "Net at low, £",
            "Net at high, £",
            "Effect on net from low to high, £",
            "Changed by",
            "Caution",
        ];
        let mut sheet = Sheet {
            rows: vec![HEAD.map(Field::text).into()],
        };
        sheet.rows.extend(log.iter().map(|row| {
            let figure = |amount: f64| Field::Number(Decimal(amount).to_string());
            let range = row.range;
            vec![
                Field::text(&row.label),
                Field::text(&row.id),
                Field::text(&row.unit),
                figure(row.amount),
                figure(row.published_amount),
                Field::text(row.status),
                Field::text(&row.source),
                Field::text(&row.derivation),
                figure(range.low),
                figure(range.high),
                Field::text(&row.range_note),
                Field::pounds(range.at_low.net),
                Field::pounds(range.at_high.net),
                Field::pounds(range.on_net()),
                Field::text(&row.changed_by),
                Field::text(&row.caution),
            ]
        }));
        sheet
    }

    /// Comma-separated values as RFC 4180 has them: every line ends with CR and LF, and
    /// a field with a comma, a quote or a line break stands in quotes, its own doubled.
    /// UTF-8; see [`BYTE_ORDER_MARK`] for a file.
    pub fn csv(&self) -> String {
        self.written(',', "\r\n", |field, text| {
            if field.contains([',', '"', '\r', '\n']) {
                quoted(field, text);
            } else {
                text.push_str(field);
            }
        })
    }

    /// Tab-separated text, as a spreadsheet takes it from the clipboard. Tabs and line
    /// breaks in a field become spaces, since not every spreadsheet knows them quoted. A
    /// field that begins with a quote is quoted: those that know quotes would otherwise
    /// run on over the fields after it.
    pub fn tab_separated(&self) -> String {
        self.written('\t', "\n", |field, text| {
            let flat: String = field
                .chars()
                .map(|character| match character {
                    '\t' | '\r' | '\n' => ' ',
                    other => other,
                })
                .collect();
            if flat.starts_with('"') {
                quoted(&flat, text);
            } else {
                text.push_str(&flat);
            }
        })
    }

    fn written(&self, between: char, end: &str, write: impl Fn(&str, &mut String)) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (place, field) in row.iter().enumerate() {
                if place > 0 {
                    text.push(between);
                }
                write(&field.safe(), &mut text);
            }
            text.push_str(end);
        }
        text
    }
}

/// Puts a field in quotes, its own doubled.
fn quoted(field: &str, text: &mut String) {
    text.push('"');
    for character in field.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    text.push('"');
}

fn year_row(row: &Row) -> impl Iterator<Item = Field> + '_ {
    let years = row.years.iter().chain([&row.end]);
    [Field::text(&row.label), Field::text(kind_word(row.kind))]
        .into_iter()
        .chain(years.map(|amount| Field::pounds(*amount)))
}

fn kind_word(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Investment => "Investment",
        RowKind::Saving => "Saving",
        RowKind::Avoidance => "Avoidance",
        RowKind::Total => "Savings and avoidance",
        RowKind::Net => "Net",
    }
}

/// A cell, its difference from published, and that in per cent.
fn cell_fields(cell: &Cell) -> [Field; 3] {
    let none = Difference {
        text: String::new(),
        plain: None,
        percent: None,
        plain_percent: None,
    };
    let apart = cell.difference.as_ref().unwrap_or(&none);
    [
        Field::of(cell.plain.as_ref(), &cell.text),
        Field::of(apart.plain.as_ref(), &apart.text),
        Field::of(apart.plain_percent.as_ref(), ""),
    ]
}

/// Which of the fields of [`cell_fields`] a column of a grid needs.
fn shown(grid: &Grid, column: usize) -> [bool; 3] {
    let mut shown = [true, false, false];
    for cell in grid.rows.iter().filter_map(|row| row.cells.get(column)) {
        if let Some(apart) = &cell.difference {
            shown[1] = true;
            shown[2] |= apart.plain_percent.is_some();
        }
    }
    shown
}

fn only(fields: [Field; 3], shown: &[bool; 3]) -> impl Iterator<Item = Field> {
    let shown = *shown;
    fields
        .into_iter()
        .zip(shown)
        .filter_map(|(field, shown)| shown.then_some(field))
}
