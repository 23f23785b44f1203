//! What the table of assumptions gives, or the named cells where that is gone.

use super::Found;
use super::cells::{Cells, Content, row_of};
use crate::case::Decimal;
use crate::file::{Given, MOST_ROWS};
use crate::workbook::book::letters;
use crate::workbook::inputs::{ID, SCENARIO, UNIT};

/// In how many of its first rows a sheet's headings are looked for.
const HEADINGS_WITHIN: u32 = 60;

/// Where the table of assumptions has its columns.
pub(super) struct Headings {
    row: u32,
    id: u32,
    value: u32,
    unit: Option<u32>,
}

impl Headings {
    pub fn in_cells(cells: &Cells) -> Option<Headings> {
        let early = cells.range(..(HEADINGS_WITHIN, 0));
        let mut ids = early.filter(|(_, content)| content.text().eq_ignore_ascii_case(ID));
        ids.find_map(|((row, id), _)| {
            let beside = |heading: &str| {
                let mut cells = row_of(cells, *row, 0);
                let found = cells.find(|(_, content)| content.text().eq_ignore_ascii_case(heading));
                found.map(|(column, _)| column)
            };
            Some(Headings {
                row: *row,
                id: *id,
                value: beside(SCENARIO)?,
                unit: beside(UNIT),
            })
        })
    }

    /// What each row under the headings gives.
    pub fn give(&self, sheet: &str, cells: &Cells, found: &mut Found) {
        let below = cells.range((self.row + 1, 0)..);
        for ((row, _), id) in below.filter(|((_, column), _)| *column == self.id) {
            let unit = self.unit.and_then(|column| cells.get(&(*row, column)));
            let value = cells.get(&(*row, self.value));
            let place = address(sheet, *row, self.value);
            give(
                id.text(),
                place,
                value,
                unit.map_or("", Content::text),
                found,
            );
        }
    }
}

/// What the named cells give, where the table of assumptions is gone.
pub(super) fn by_names(names: &[(String, String)], tables: &[(String, Cells)], found: &mut Found) {
    for (name, formula) in names {
        // Names that a program makes for itself, such as `_xlnm.Print_Titles`.
        if name.starts_with("_xlnm") {
            continue;
        }
        let Some((sheet, row, column)) = single_cell(formula) else {
            if formula.contains("#REF!") {
                found.problems.push(format!(
                    "The cell named {} is gone from the workbook, so its assumption was left out.",
                    crate::link::title_of(name)
                ));
            }
            continue;
        };
        let Some((_, cells)) = tables.iter().find(|(known, _)| *known == sheet) else {
            continue;
        };
        let cell = cells.get(&(row, column));
        give(name, address(&sheet, row, column), cell, "", found);
    }
}

/// One value given, or why there is none.
fn give(key: &str, place: String, cell: Option<&Content>, unit: &str, found: &mut Found) {
    if found.given.len() + found.problems.len() >= MOST_ROWS {
        return;
    }
    let key = key.to_owned();
    match cell {
        None => found.problems.push(format!(
            "{place}: {} is empty, or a formula that was never calculated, and was left out. Save the workbook in Excel or LibreOffice, and open it again.",
            crate::link::title_of(&key)
        )),
        Some(Content::Number(value)) => {
            if unit.starts_with('%') && is_part_of_one(value) {
                found.problems.push(format!(
                    "{place}: {} was read as {value}%. If {}% was meant, type it as a whole number.",
                    crate::link::title_of(&key),
                    times_hundred(value)
                ));
            }
            found.given.push(Given {
                key,
                value: value.clone(),
                place,
            });
        }
        Some(Content::Text(value) | Content::Other(value)) => found.given.push(Given {
            key,
            value: value.clone(),
            place,
        }),
    }
}

/// Above nought and below one per cent: what 15% comes to where it is typed as a percentage
/// into a cell that is none.
fn is_part_of_one(value: &str) -> bool {
    value.starts_with("0.")
}

fn times_hundred(value: &str) -> String {
    let number = crate::case::parse_number(value).unwrap_or(0.0);
    Decimal((number * 1e11).round() / 1e9).to_string()
}

/// `Assumptions!D12`
fn address(sheet: &str, row: u32, column: u32) -> String {
    let column = usize::try_from(column).unwrap_or(0);
    format!(
        "{}!{}{}",
        crate::link::title_of(sheet),
        letters(column),
        row + 1
    )
}

/// `Assumptions!$D$12` or `'My sheet'!$D$12` taken apart: sheet, row and column from nought.
fn single_cell(formula: &str) -> Option<(String, u32, u32)> {
    let (sheet, cell) = formula.trim_start_matches('=').rsplit_once('!')?;
    let sheet = sheet.trim_matches('\'').replace("''", "'");
    let cell = cell.replace('$', "");
    let split = cell.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = cell.split_at(split);
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let mut place = 0;
    for letter in column.bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        place = place * 26 + u32::from(letter - b'A') + 1;
    }
    let row: u32 = row.parse().ok()?;
    Some((sheet, row.checked_sub(1)?, place - 1))
}

#[cfg(test)]
mod tests {
    use super::single_cell;

    #[test]
    fn the_address_of_one_cell_is_taken_apart_and_no_other() {
        let cell = |text: &str| single_cell(text);
        assert_eq!(
            cell("Assumptions!$D$12"),
            Some(("Assumptions".to_owned(), 11, 3))
        );
        assert_eq!(cell("'It''s'!AA1"), Some(("It's".to_owned(), 0, 26)));
        for none in [
            "Assumptions!#REF!",
            "Assumptions!$A$1:$B$2",
            "12",
            "x!12",
            "x!D0",
            "x!ABCD1",
        ] {
            assert_eq!(cell(none), None, "{none}");
        }
    }
}
