//! Where the parts of a case stand in its workbook, so that a fault can name the cell.

use std::collections::HashMap;

use super::{CASE, Column, Kind, sheets};
use crate::workbook::book::letters;

/// Where what was read of a workbook stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Places {
    /// Row and column of each single field.
    single: HashMap<&'static str, (u32, u32)>,
    /// The sheet of each list and the rows of its records.
    lists: HashMap<&'static str, (&'static str, Vec<u32>)>,
    /// The sheet and the row of each record that stands in another, by its path.
    within: HashMap<String, (&'static str, u32)>,
    /// The columns of each sheet by their fields.
    columns: HashMap<&'static str, Vec<(&'static str, u32)>>,
    /// The columns of years of each sheet.
    years: HashMap<&'static str, Vec<u32>>,
}

impl Places {
    /// `Assumptions!H7`
    pub fn address(sheet: &str, row: u32, column: u32) -> String {
        let column = usize::try_from(column).unwrap_or_default();
        format!("{sheet}!{}{}", letters(column), row + 1)
    }

    pub fn single(&mut self, field: &'static str, row: u32, column: u32) {
        self.single.insert(field, (row, column));
    }

    pub fn list(&mut self, list: &'static str, sheet: &'static str, rows: Vec<u32>) {
        self.lists.insert(list, (sheet, rows));
    }

    pub fn within(&mut self, path: &str, sheet: &'static str, row: u32) {
        self.within.insert(path.to_owned(), (sheet, row));
    }

    pub fn columns(
        &mut self,
        sheet: &'static str,
        columns: &[(u32, &'static Column)],
        years: &[u32],
    ) {
        let fields = columns.iter().map(|(place, column)| (column.field, *place));
        self.columns.insert(sheet, fields.collect());
        self.years.insert(sheet, years.to_vec());
    }

    /// The cell of a path of the file, or the nearest to it that there is: the row where
    /// the sheet has no such column, the sheet where it has no such row.
    pub fn cell(&self, path: &str) -> Option<String> {
        // As in `posts (published value)`.
        let path = path.split(' ').next().unwrap_or(path);
        for (end, _) in path.match_indices(']').rev() {
            let (record, rest) = path.split_at(end + 1);
            if let Some((sheet, row)) = self.within.get(record) {
                return Some(self.in_row(sheet, *row, rest));
            }
        }
        if let Some((list, rest)) = path.split_once('[')
            && let Some((sheet, rows)) = self.lists.get(list)
        {
            let (place, rest) = rest.split_once(']')?;
            let row = rows.get(place.parse::<usize>().ok()?);
            return Some(match row {
                Some(row) => self.in_row(sheet, *row, rest),
                None => (*sheet).to_owned(),
            });
        }
        if let Some((sheet, _)) = self.lists.get(path) {
            return Some((*sheet).to_owned());
        }
        let within = |field: &str| field == path || field.starts_with(&format!("{path}."));
        let mut fields: Vec<_> = self
            .single
            .iter()
            .filter(|(field, _)| within(field))
            .collect();
        fields.sort_by_key(|(_, place)| **place);
        let (_, (row, column)) = fields.first()?;
        Some(Places::address(CASE, *row, *column))
    }

    fn in_row(&self, sheet: &'static str, row: u32, rest: &str) -> String {
        let field = rest.trim_start_matches('.');
        let (name, year) = match field.split_once('[') {
            Some((name, year)) => (name, year.trim_end_matches(']').parse().ok()),
            None => (field, None),
        };
        let columns = self.columns.get(sheet).map_or(&[][..], Vec::as_slice);
        let within = |known: &str| {
            known == name || (!name.is_empty() && known.starts_with(&format!("{name}.")))
        };
        let of_field = columns.iter().find(|(known, _)| within(known));
        if let Some((_, column)) = of_field
            && year.is_none()
        {
            return Places::address(sheet, row, *column);
        }
        // What a cost, a rule or a pressure has besides its columns stands in those of years.
        let known = heading(sheet, name);
        let years = self.years.get(sheet).map_or(&[][..], Vec::as_slice);
        let in_years = year.is_some() || known.is_none();
        match year
            .and_then(|year: usize| years.get(year))
            .or(years.first())
        {
            Some(column) if in_years && !name.is_empty() => Places::address(sheet, row, *column),
            _ => match (of_field, known) {
                (Some((_, column)), _) => Places::address(sheet, row, *column),
                (None, Some(heading)) => format!("{sheet}, row {}, {heading}", row + 1),
                (None, None) => format!("{sheet}, row {}", row + 1),
            },
        }
    }
}

/// The heading of the column that a field would stand in.
fn heading(sheet: &str, field: &str) -> Option<&'static str> {
    let sheet = sheets().find(|known| known.name == sheet)?;
    let mut columns = sheet.columns.iter();
    let found = columns.find(|column| column.field == field && column.kind != Kind::Years);
    found.map(|column| column.heading)
}
