//! A workbook back as values: what its cells give the assumptions, and the link on its
//! cover. It may be anybody's, so nothing in it is taken on trust: no more is unpacked than
//! a workbook can need, and what is missing or unreadable is said.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use thiserror::Error;
use zip::ZipArchive;

use super::around::LINK;
use super::book::letters;
use super::inputs::{ASSUMPTIONS, ID, SCENARIO, UNIT};
use crate::case::Decimal;
use crate::file::{Given, MOST_ROWS};

/// The largest file that is read, in bytes. A workbook made here has about 80,000.
pub const LARGEST_WORKBOOK: usize = 50_000_000;
/// The most that is unpacked of one, in bytes.
const MOST_UNPACKED: u64 = 100_000_000;
/// The most files within one.
const MOST_PARTS: usize = 2_000;
/// The most cells that are read of a sheet.
const MOST_CELLS: usize = 100_000;
/// In how many of its first rows a sheet's headings are looked for.
const HEADINGS_WITHIN: u32 = 60;

/// What was found in a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The link on its cover, if there is one that could be a link.
    pub link: Option<String>,
    /// What its cells give the assumptions, to be applied with [`crate::file::apply`].
    pub given: Vec<Given>,
    /// What could not be read, a sentence each, with where and what to do.
    pub problems: Vec<String>,
}

/// Why nothing could be read of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// A file of another kind.
    #[error("this is not an .xlsx workbook; save it as an Excel workbook (.xlsx) and open that")]
    NotAWorkbook,
    /// An old .xls, or one with a password: both are files of the same kind.
    #[error(
        "this is an old .xls workbook or one protected by a password; save it as an Excel \
         workbook (.xlsx) without a password and open that"
    )]
    OldOrLocked,
    /// More than is read.
    #[error(
        "this workbook is too large, packed or unpacked; copy the two columns with ids and \
         values and paste them instead"
    )]
    TooLarge,
    /// A damaged file.
    #[error(
        "this workbook is damaged or is not one that can be read; open it in Excel or \
         LibreOffice, save it again as .xlsx and open that"
    )]
    Damaged,
    /// Another program's workbook.
    #[error(
        "no sheet in this workbook has a row with the headings {ID} and {SCENARIO}, and no cell \
         has the name of an assumption; is it a workbook made here? Two columns with ids and \
         values can be pasted instead"
    )]
    NothingFound,
}

/// Takes a workbook apart.
///
/// # Errors
/// Why nothing at all could be read of it.
pub fn read(bytes: &[u8]) -> Result<Found, Unreadable> {
    weigh(bytes)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_: XlsxError| Unreadable::Damaged)?;
    let mut found = Found::default();
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        match cells_of(&mut workbook, &name) {
            Ok(cells) => {
                found.link = found.link.take().or_else(|| link_in(&cells));
                tables.push((name, cells));
            }
            Err(problem) => found.problems.push(problem),
        }
    }
    // The sheet that bears the name goes before one that only looks like it.
    tables.sort_by_key(|(name, _)| !name.eq_ignore_ascii_case(ASSUMPTIONS));
    let table = tables
        .iter()
        .find_map(|(name, cells)| Some((name, cells, Headings::in_cells(cells)?)));
    if let Some((name, cells, headings)) = table {
        headings.give(name, cells, &mut found);
    } else {
        let names = workbook.defined_names().to_vec();
        by_names(&names, &tables, &mut found);
        if found.given.is_empty() {
            return Err(Unreadable::NothingFound);
        }
        found.problems.insert(0, format!(
            "No sheet has a row with the headings {ID} and {SCENARIO}, so values were taken from the cells that bear the names of assumptions."
        ));
    }
    Ok(found)
}

/// Refuses what is no workbook, and what unpacks to more than one can need. Unpacks all of
/// it once to see, since what a file says of its size may be a lie.
fn weigh(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.len() > LARGEST_WORKBOOK {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::OldOrLocked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut left = MOST_UNPACKED;
    let mut some = vec![0; 1 << 16];
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|_| Unreadable::Damaged)?;
        loop {
            let read = part.read(&mut some).map_err(|_| Unreadable::Damaged)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(Unreadable::TooLarge)?;
        }
    }
    Ok(())
}

/// The cells of a sheet that are not empty, by row and column from nought.
type Cells = BTreeMap<(u32, u32), Content>;

/// What a cell holds.
enum Content {
    Text(String),
    Number(String),
    /// Something that is no number and no words, in words.
    Other(String),
}

/// The cells of a sheet, or why it could not be read.
fn cells_of(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Cells, String> {
    let unreadable = |_: XlsxError| format!("The sheet {name} could not be read and was left out.");
    let mut reader = workbook.worksheet_cells_reader(name).map_err(unreadable)?;
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.is_some_and(|format| format.format_code.contains('%'))
        })
        .collect();
    let mut cells = Cells::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
        let percent = percent.get(style).copied().unwrap_or(false);
        if let Some(content) = content_of(cell.get_value(), percent) {
            cells.insert(cell.get_position(), content);
        }
        if cells.len() >= MOST_CELLS {
            break;
        }
    }
    Ok(cells)
}

fn content_of(value: &DataRef, percent: bool) -> Option<Content> {
    Some(match value {
        DataRef::Empty => return None,
        // Shown as 15%, it is held as 0.15; the digits that binary leaves behind are cleared.
        DataRef::Float(value) if percent => {
            Content::Number(Decimal((value * 1e11).round() / 1e9).to_string())
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of some per cent")]
        DataRef::Int(value) if percent => {
            Content::Number(Decimal(*value as f64 * 100.0).to_string())
        }
        DataRef::Float(value) => Content::Number(Decimal(*value).to_string()),
        DataRef::Int(value) => Content::Number(value.to_string()),
        DataRef::String(text) => Content::Text(text.trim().to_owned()),
        DataRef::SharedString(text) => Content::Text(text.trim().to_owned()),
        DataRef::Bool(value) => Content::Other(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::Error(error) => Content::Other(error.to_string()),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            Content::Other("a date or a time".to_owned())
        }
    })
}

impl Content {
    fn text(&self) -> &str {
        match self {
            Content::Text(text) | Content::Number(text) | Content::Other(text) => text,
        }
    }
}

/// The cells of one row, from a column on.
fn row_of(cells: &Cells, row: u32, from: u32) -> impl Iterator<Item = (u32, &Content)> {
    let cells = cells.range((row, from)..=(row, u32::MAX));
    cells.map(|((_, column), content)| (*column, content))
}

/// The link beside its heading.
fn link_in(cells: &Cells) -> Option<String> {
    let mut all = cells.iter();
    let ((row, column), _) = all.find(|(_, content)| content.text() == LINK)?;
    let (_, beside) = row_of(cells, *row, column + 1).next()?;
    let link = beside.text();
    link.contains('#').then(|| link.to_owned())
}

/// Where the table of assumptions has its columns.
struct Headings {
    row: u32,
    id: u32,
    value: u32,
    unit: Option<u32>,
}

impl Headings {
    fn in_cells(cells: &Cells) -> Option<Headings> {
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
    fn give(&self, sheet: &str, cells: &Cells, found: &mut Found) {
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
fn by_names(names: &[(String, String)], tables: &[(String, Cells)], found: &mut Found) {
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
