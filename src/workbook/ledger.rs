//! Sheets of lines to the pound, and sums over them by kind and workstream.

use super::book::{Book, Cell, Look, Sheet, Yearly, letters, quoted};
use super::inputs::Inputs;
use super::term::Term;
use crate::model::Series;

/// What a line counts as, in the words that sums go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Investment,
    Saving,
    Avoidance,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Kind::Investment => "investment",
            Kind::Saving => "saving",
            Kind::Avoidance => "avoidance",
        }
    }
}

/// A line before it is rounded.
pub(super) struct LedgerLine {
    pub label: String,
    pub kind: Kind,
    /// Id of the workstream.
    pub workstream: String,
    pub source: String,
    /// The last of its steps.
    pub amounts: Yearly,
    pub published: Series,
}

/// A sheet of lines to the pound.
pub(super) struct Lines {
    sheet: &'static str,
    first_row: usize,
    pub lines: Vec<Line>,
}

/// A line to the pound.
pub(super) struct Line {
    pub label: String,
    pub kind: Kind,
    pub workstream: String,
    pub pounds: Yearly,
}

const KIND_COLUMN: usize = 1;
const WORKSTREAM_COLUMN: usize = 2;
const FIRST_YEAR: usize = 4;

impl Lines {
    /// Writes the sheet.
    pub fn write(
        inputs: &Inputs,
        name: &'static str,
        title: &str,
        notes: &[&str],
        lines: Vec<LedgerLine>,
        book: &mut Book,
    ) -> Lines {
        let mut sheet = Sheet::new(name, title, notes)
            .column("Line", 44)
            .column("Counts as", 12)
            .column("Workstream", 38)
            .column("Section of the paper", 16)
            .columns_of(inputs.case().years.labels(), 14);
        sheet = with_end(sheet);
        let first_row = sheet.next_row();
        let lines = lines
            .into_iter()
            .map(|line| {
                let pounds = |year: usize| line.amounts.year(name, year).rounded();
                let head = [
                    Cell::text(&line.label),
                    Cell::text(line.kind.word()),
                    Cell::text(workstream(inputs, &line.workstream)),
                    Cell::text(&line.source),
                ];
                let pounds = add_years(
                    &mut sheet,
                    head,
                    inputs.years(),
                    pounds,
                    &line.published,
                    Look::Pounds,
                );
                Line {
                    label: line.label,
                    kind: line.kind,
                    workstream: line.workstream,
                    pounds,
                }
            })
            .collect();
        book.sheets.push(sheet);
        Lines {
            sheet: name,
            first_row,
            lines,
        }
    }

    /// The sum of one year's lines of a kind, of one workstream or of all.
    pub fn sum(&self, inputs: &Inputs, kind: Kind, of: Option<&str>, year: usize) -> Term {
        let column = |column: usize| {
            let letters = letters(column);
            let last = self.first_row + self.lines.len().max(1) - 1;
            let sheet = quoted(self.sheet);
            format!("{sheet}!{letters}${}:{letters}${last}", self.first_row)
        };
        let wanted = |line: &&Line| line.kind == kind && of.is_none_or(|of| line.workstream == of);
        let lines = self.lines.iter().filter(wanted);
        let value = lines.map(|line| line.pounds.values[year]).sum();
        let mut text = format!(
            "SUMIFS({},{},\"{}\"",
            column(FIRST_YEAR + year),
            column(KIND_COLUMN),
            kind.word()
        );
        if let Some(of) = of {
            let workstream = workstream(inputs, of).replace('"', "\"\"");
            text += &format!(",{},\"{workstream}\"", column(WORKSTREAM_COLUMN));
        }
        Term::cell(text + ")", value)
    }
}

/// Name of a workstream.
pub(super) fn workstream<'a>(inputs: &Inputs<'a>, id: &str) -> &'a str {
    let mut workstreams = inputs.case().workstreams.iter();
    let found = workstreams.find(|workstream| workstream.id == id);
    found.map_or("", |workstream| &workstream.label)
}

/// With the columns that end a table of pounds: the sum, the published one, the difference.
pub(super) fn with_end(sheet: Sheet) -> Sheet {
    sheet
        .column("All years", 14)
        .column("Published, all years", 14)
        .column("Difference", 14)
}

/// Adds a row of yearly pounds with its sum, the published sum and the difference.
pub(super) fn add_years<const N: usize>(
    sheet: &mut Sheet,
    head: [Cell; N],
    years: usize,
    year: impl Fn(usize) -> Term,
    published: &Series,
    look: Look,
) -> Yearly {
    let row = sheet.next_row();
    let terms: Vec<Term> = (0..years).map(year).collect();
    let yearly = Yearly {
        sheet: sheet.name,
        row,
        first: N,
        values: terms.iter().map(|term| term.value).collect(),
    };
    let total = yearly.total(sheet.name);
    let published = published.total().as_f64();
    let cell =
        |column: usize, value: f64| Term::cell(sheet.address(sheet.name, column, row), value);
    let difference = cell(N + years, total.value).minus(&cell(N + years + 1, published));
    let mut cells: Vec<Cell> = head.into();
    cells.extend(terms.iter().map(|term| Cell::of(term, look)));
    cells.push(Cell::of(&total, look));
    cells.push(Cell::Number(published, look));
    cells.push(Cell::of(&difference, look));
    sheet.add(cells);
    yearly
}
