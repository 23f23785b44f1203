//! What the cells of a case's workbook give: its headings, and a value for each kind of field.

use serde_json::Value;

use super::{Column, Kind};
use crate::case::{json_number, parse_number};
use crate::workbook::read::cells::{Cells, Content};

/// Where the columns of a sheet are.
pub(super) struct Headings {
    /// The row of the headings.
    pub row: u32,
    /// Columns by the field they hold.
    pub columns: Vec<(u32, &'static Column)>,
    /// Columns of years, in order.
    pub years: Vec<u32>,
    /// What the years of a record are, on a sheet that has them.
    pub in_years: Option<&'static Column>,
}

impl Headings {
    /// The id of the record that a row belongs to.
    pub fn owner(&self, cells: &Cells, row: u32) -> String {
        let column = self
            .columns
            .iter()
            .find(|(_, column)| column.field.is_empty());
        let cell = column.and_then(|(place, _)| cells.get(&(row, *place)));
        cell.map_or(String::new(), |cell| cell.text().to_owned())
    }
}

impl Column {
    /// True for its heading, or the name of its field in a file.
    pub fn is(&self, words: &str) -> bool {
        let words = words.trim();
        self.heading.eq_ignore_ascii_case(words) || (!words.is_empty() && self.field == words)
    }
}

/// `2018/19`
pub(super) fn is_year(words: &str) -> bool {
    let parts = words.trim().split_once('/');
    parts.is_some_and(|(year, next)| {
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        digits(year, 4) && (digits(next, 2) || digits(next, 4))
    })
}

/// What a cell gives a field; none where the field is left out.
pub(super) fn value_of(kind: Kind, cell: Option<&Content>) -> Option<Value> {
    let words = cell.map_or("", Content::text).trim();
    let apart = |by: char| {
        let parts = words.split(by).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(Value::from)
            .collect::<Value>()
    };
    match kind {
        Kind::Words => return Some(words.into()),
        Kind::Lines => return Some(apart('\n')),
        Kind::Ids(_) => return Some(apart(',')),
        _ if words.is_empty() => return None,
        _ => {}
    }
    Some(match kind {
        Kind::Number | Kind::Years => number(words),
        Kind::Truth => match words.to_ascii_lowercase().as_str() {
            "yes" | "true" | "1" => true.into(),
            "no" | "false" | "0" => false.into(),
            _ => words.into(),
        },
        Kind::One(_) => words.to_ascii_lowercase().into(),
        _ => words.into(),
    })
}

/// A number as people type it, `£1,250` too; the words themselves where it is none.
fn number(words: &str) -> Value {
    let plain: String = words
        .chars()
        .filter(|c| !matches!(c, '£' | ',' | ' '))
        .collect();
    let plain = plain.strip_suffix('%').unwrap_or(&plain);
    parse_number(plain).map_or_else(|| words.into(), json_number)
}
