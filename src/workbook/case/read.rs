//! A workbook back as what a case file would hold, and where each part of it stands.

use std::io::Cursor;

use calamine::{Reader, Xlsx, XlsxError};
use serde_json::{Map, Value, json};

use super::cell::{Headings, is_year, value_of};
use super::places::Places;
use super::{CASE, Kind, List, Sheet, columns::SINGLE, sheets, yearly};
use crate::case::{CaseError, CaseFault, LARGEST_CASE};
use crate::workbook::read::cells::{Cells, Content, cells_of, row_of};
use crate::workbook::read::{Unreadable, weigh};

/// In how many of its first rows a sheet's headings are looked for.
const HEADINGS_WITHIN: u32 = 60;

/// What was found in the workbook of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFound {
    /// What a case file would hold, for [`crate::case::Case::from_value`] or
    /// [`crate::case::Case::read_as_far`].
    pub value: Value,
    /// What could not be used, a sentence each, with where and what to do. What is wrong
    /// with what could is the validator's to say.
    pub problems: Vec<String>,
    pub(super) places: Places,
}

impl CaseFound {
    /// A fault of the case with the cell it stands in: `Assumptions!H7: 110 is outside 0 to
    /// 100`.
    pub fn said(&self, error: &CaseError) -> String {
        let Some(cell) = self.places.cell(&error.path) else {
            return error.to_string();
        };
        // In the words of somebody who looks at a sheet.
        match &error.fault {
            CaseFault::Missing => format!("{cell}: {}", CaseFault::Empty),
            CaseFault::WrongKind { wanted, found } if found == "null" => {
                format!("{cell}: {wanted} is needed here, and the cell is empty")
            }
            CaseFault::WrongKind { wanted, found } if *wanted == "true or false" => {
                format!("{cell}: yes or no is needed here, and {found} was found")
            }
            fault => format!("{cell}: {fault}"),
        }
    }
}

/// True for a workbook that is a case, to be told from one of a scenario.
pub fn is_case(bytes: &[u8]) -> bool {
    opened(bytes).is_ok()
}

fn opened(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, Unreadable> {
    weigh(bytes)?;
    let workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_: XlsxError| Unreadable::Damaged)?;
    let is_one = find(&workbook.sheet_names(), CASE).is_some();
    if is_one {
        Ok(workbook)
    } else {
        Err(Unreadable::NotACase)
    }
}

fn find(names: &[String], name: &str) -> Option<String> {
    let mut names = names.iter();
    names
        .find(|known| known.trim().eq_ignore_ascii_case(name))
        .cloned()
}

/// Takes the workbook of a case apart.
///
/// # Errors
/// Why nothing at all could be read of it.
pub fn read_case(bytes: &[u8]) -> Result<CaseFound, Unreadable> {
    if bytes.len() > LARGEST_CASE {
        return Err(Unreadable::CaseTooLarge(bytes.len()));
    }
    let mut workbook = opened(bytes)?;
    let names = workbook.sheet_names();
    let mut reading = Reading::default();
    let mut missing = Vec::new();
    let mut cells_named = |name: &str, reading: &mut Reading| {
        let cells = find(&names, name).map(|name| cells_of(&mut workbook, &name));
        match cells {
            Some(Ok(cells)) => Some(cells),
            Some(Err(problem)) => {
                reading.problems.push(problem);
                None
            }
            None => {
                missing.push(name.to_owned());
                None
            }
        }
    };
    let mut single = Map::new();
    single.insert("adjustments".to_owned(), json!({}));
    reading.file = Value::Object(single);
    if let Some(cells) = cells_named(CASE, &mut reading) {
        reading.single(&cells);
    }
    for sheet in sheets() {
        let cells = cells_named(sheet.name, &mut reading).unwrap_or_default();
        reading.list(sheet, &cells);
    }
    if !missing.is_empty() {
        reading.problems.push(format!(
            "These sheets are not there, so the case was read as having none of them: {}.",
            missing.join(", ")
        ));
    }
    Ok(CaseFound {
        value: reading.file,
        problems: reading.problems,
        places: reading.places,
    })
}

#[derive(Default)]
struct Reading {
    file: Value,
    problems: Vec<String>,
    places: Places,
}

impl Reading {
    /// Years of the case, where they were read already.
    fn years(&self) -> usize {
        let count = self.file["years"]["count"].as_u64().unwrap_or_default();
        usize::try_from(count).unwrap_or_default()
    }

    fn single(&mut self, cells: &Cells) {
        // A row that is not there is one with an empty cell.
        for column in SINGLE {
            if let Some(value) = value_of(column.kind, None) {
                put(&mut self.file, column.field, value);
            }
        }
        let named = cells
            .iter()
            .find(|(_, cell)| cell.text().eq_ignore_ascii_case("value"));
        let (heading, place) = named.map_or((0, 1), |((row, column), _)| (*row, *column));
        for ((row, _), name) in cells
            .iter()
            .filter(|((row, column), _)| *column == 0 && *row > heading)
        {
            let Some(column) = SINGLE.iter().find(|column| column.is(name.text())) else {
                self.problems.push(format!(
                    "{}: \"{}\" is not a field of a case, and was left out.",
                    Places::address(CASE, *row, 0),
                    crate::link::title_of(name.text())
                ));
                continue;
            };
            self.places.single(column.field, *row, place);
            if let Some(value) = value_of(column.kind, cells.get(&(*row, place))) {
                put(&mut self.file, column.field, value);
            }
        }
    }

    fn list(&mut self, sheet: &Sheet, cells: &Cells) {
        let headings = self.headings(sheet, cells);
        let mut rows: Vec<u32> = match &headings {
            Some(headings) => cells
                .keys()
                .map(|(row, _)| *row)
                .filter(|row| *row > headings.row)
                .collect(),
            None => Vec::new(),
        };
        rows.dedup();
        let mut records = Vec::new();
        for row in rows {
            if let Some(headings) = &headings {
                records.push((
                    row,
                    headings.owner(cells, row),
                    self.record(sheet, headings, cells, row),
                ));
            }
        }
        match sheet.list {
            List::Of(list) => {
                let rows = records.iter().map(|(row, ..)| *row).collect();
                self.places.list(list, sheet.name, rows);
                self.file[list] = records.into_iter().map(|(_, _, record)| record).collect();
            }
            List::Within { of, path } => {
                for (row, owner, record) in records {
                    self.within(sheet.name, of, path, row, &owner, record);
                }
                // A preset needs its list of values, if only to say that it sets none.
                for record in self.file[of].as_array_mut().into_iter().flatten() {
                    if of != "benefits" && record.get(path).is_none() {
                        put(record, path, json!([]));
                    }
                }
            }
        }
    }

    /// Adds a row to the record that it names.
    fn within(
        &mut self,
        sheet: &'static str,
        of: &str,
        path: &str,
        row: u32,
        owner: &str,
        record: Value,
    ) {
        let records = self.file[of].as_array_mut().into_iter().flatten();
        let mut named = records
            .enumerate()
            .filter(|(_, record)| record["id"] == owner);
        let Some((place, found)) = named.next() else {
            self.problems.push(format!(
                "{}: \"{}\" is not an id among the {of}, and the row was left out; write the id of one.",
                Places::address(sheet, row, 0),
                crate::link::title_of(owner)
            ));
            return;
        };
        let mut list = match super::write::at(found, path) {
            Some(Value::Array(list)) => list.clone(),
            _ => Vec::new(),
        };
        self.places
            .within(&format!("{of}[{place}].{path}[{}]", list.len()), sheet, row);
        list.push(record);
        put(found, path, Value::Array(list));
    }

    /// Where the columns of a sheet are; none where it has no row of headings.
    fn headings(&mut self, sheet: &Sheet, cells: &Cells) -> Option<Headings> {
        let known =
            |(_, cell): &(u32, &Content)| sheet.columns.iter().any(|column| column.is(cell.text()));
        let row = (0..HEADINGS_WITHIN).find(|row| row_of(cells, *row, 0).filter(known).count() > 1);
        let Some(row) = row else {
            if !cells.is_empty() {
                self.problems.push(format!(
                    "The sheet {} has no row of headings and was left out. Its headings are: {}.",
                    sheet.name,
                    sheet
                        .columns
                        .iter()
                        .map(|column| column.heading)
                        .collect::<Vec<_>>()
                        .join(", ")
                ));
            }
            return None;
        };
        let mut headings = Headings {
            row,
            columns: Vec::new(),
            years: Vec::new(),
            in_years: None,
        };
        headings.in_years = sheet
            .columns
            .iter()
            .find(|column| column.kind == Kind::Years);
        for (place, cell) in row_of(cells, row, 0) {
            let words = cell.text();
            let column = sheet
                .columns
                .iter()
                .find(|column| column.is(words) && column.kind != Kind::Years);
            if let Some(column) = column {
                headings.columns.push((place, column));
            } else if headings.in_years.is_some() && is_year(words) {
                headings.years.push(place);
            } else {
                self.problems.push(format!(
                    "{}: \"{}\" is not a heading of this sheet, and its column was left out.",
                    Places::address(sheet.name, row, place),
                    crate::link::title_of(words)
                ));
            }
        }
        self.places
            .columns(sheet.name, &headings.columns, &headings.years);
        Some(headings)
    }

    fn record(&self, sheet: &Sheet, headings: &Headings, cells: &Cells, row: u32) -> Value {
        let mut record = json!({});
        for column in sheet.columns {
            if column.field.is_empty() || column.kind == Kind::Years {
                continue;
            }
            // A column that is not there is one of empty cells.
            let mut places = headings.columns.iter();
            let place = places.find(|(_, known)| known.field == column.field);
            let cell = place.and_then(|(place, _)| cells.get(&(row, *place)));
            if let Some(value) = value_of(column.kind, cell) {
                put(&mut record, column.field, value);
            }
        }
        let Some(in_years) = headings.in_years else {
            return record;
        };
        let given = headings.years.iter().map(|place| cells.get(&(row, *place)));
        let values: Vec<Value> = given
            .map(|cell| value_of(Kind::Number, cell).unwrap_or(Value::Null))
            .collect();
        // Columns past the years of the case count only where something stands in them.
        let used = values
            .iter()
            .rposition(|value| !value.is_null())
            .map_or(0, |last| last + 1);
        let kept = used.max(self.years().min(values.len()));
        let values: Vec<Value> = values.into_iter().take(kept).collect();
        let kind = super::write::at(&record, in_years.field).and_then(|of| of["kind"].as_str());
        match kind.map(yearly) {
            Some(Some(field)) => put(
                &mut record,
                &format!("{}.{field}", in_years.field),
                values.into(),
            ),
            // A rule without years, or of a kind that is not known, takes none; if some
            // stand there all the same, the validator should hear of it.
            _ if in_years.field != "amounts" => {
                if used > 0 {
                    put(
                        &mut record,
                        &format!("{}.years", in_years.field),
                        values.into(),
                    );
                }
            }
            _ => put(&mut record, in_years.field, values.into()),
        }
        record
    }
}

/// Puts a value at a path of fields, with the objects on the way to it.
fn put(record: &mut Value, path: &str, value: Value) {
    match path.split_once('.') {
        None => record[path] = value,
        Some((first, rest)) => {
            let inner = &mut record[first];
            if !inner.is_object() {
                *inner = json!({});
            }
            put(inner, rest, value);
        }
    }
}
