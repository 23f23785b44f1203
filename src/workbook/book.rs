//! A workbook as values: sheets of one table each, cells with formulas and what they come
//! to. How it becomes a file is [`super::write`]'s matter.

use super::term::Term;

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// Names of single cells, with the cell's address: `in_county_journeys`,
    /// `Assumptions!$D$9`.
    pub names: Vec<(String, String)>,
    /// Title of the file.
    pub title: String,
    /// The authority whose case it is.
    pub author: String,
}

/// A sheet: a title, sentences, and one table from the first column on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Name on its tab.
    pub name: &'static str,
    /// Heading in its first cell.
    pub title: String,
    /// Sentences under the heading, one a row.
    pub notes: Vec<String>,
    /// The columns of its table.
    pub columns: Vec<Column>,
    /// The rows of its table, as wide as there are columns; no cell is left empty.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Heading; unlike any other of its table.
    pub heading: String,
    /// Width in characters.
    pub width: u16,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// Words of a sum, shown stronger.
    Strong(String),
    /// Words that lead to a sheet of this name.
    Link(String, &'static str),
    /// Words that are an address.
    Address(String),
    /// A number that nobody is meant to change here.
    Number(f64, Look),
    /// A number to be changed, with what it may be.
    Input(f64, Allowed),
    /// A formula with its result.
    Formula(Formula, Look),
}

/// A formula and its result.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// As it is written, without the equals sign.
    pub text: String,
    /// What it comes to.
    pub result: Result,
}

/// What a formula comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Result {
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Whole pounds.
    Pounds,
    /// Whole pounds of a sum, shown stronger.
    Total,
    /// All decimals there are.
    Plain,
    /// Pounds with pence.
    Pence,
    /// Four decimals.
    Ratio,
}

/// What an input cell takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Allowed {
    /// Least.
    pub min: f64,
    /// Greatest.
    pub max: f64,
    /// Whole numbers only.
    pub whole: bool,
    /// The range in words, shown where something else is typed.
    pub words: String,
}

impl Sheet {
    /// An empty sheet.
    pub(super) fn new(name: &'static str, title: impl Into<String>, notes: &[&str]) -> Sheet {
        Sheet {
            name,
            title: title.into(),
            notes: notes.iter().map(|&note| note.to_owned()).collect(),
            ..Sheet::default()
        }
    }

    /// With one more column.
    pub(super) fn column(mut self, heading: impl Into<String>, width: u16) -> Sheet {
        self.columns.push(Column {
            heading: heading.into(),
            width,
        });
        self
    }

    /// With one more column for each of these headings.
    pub(super) fn columns_of(
        self,
        headings: impl IntoIterator<Item = String>,
        width: u16,
    ) -> Sheet {
        headings
            .into_iter()
            .fold(self, |sheet, heading| sheet.column(heading, width))
    }

    /// Row of the table's headings, from nought: after one for the title, one for each note
    /// and one left out.
    pub fn heading_row(&self) -> usize {
        self.notes.len() + 2
    }

    /// Adds a row and gives its number as people count them.
    pub(super) fn add(&mut self, cells: Vec<Cell>) -> usize {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.name);
        self.rows.push(cells);
        self.heading_row() + self.rows.len() + 1
    }

    /// The number of the row that is added next, as people count them.
    pub(super) fn next_row(&self) -> usize {
        self.heading_row() + self.rows.len() + 2
    }

    /// The address of a cell as it is written on another sheet, or on this one.
    pub(super) fn address(&self, from: &str, column: usize, row: usize) -> String {
        let cell = format!("{}{row}", letters(column));
        if from == self.name {
            cell
        } else {
            format!("{}!{cell}", quoted(self.name))
        }
    }
}

/// A sheet's name as it stands in a formula.
pub(super) fn quoted(name: &str) -> String {
    if name.contains(' ') {
        format!("'{name}'")
    } else {
        name.to_owned()
    }
}

/// The letters of a column, from nought. A case has at most a few dozen columns.
pub(super) fn letters(column: usize) -> String {
    let letter = |place: usize| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26]);
    match column.checked_sub(26) {
        None => letter(column).to_string(),
        Some(rest) => format!("{}{}", letter(rest / 26), letter(rest)),
    }
}

impl Cell {
    /// Words; what is empty is said to be.
    pub(super) fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        Cell::Text(if words.is_empty() {
            "none".to_owned()
        } else {
            words
        })
    }

    /// A formula that comes to a number.
    pub(super) fn of(term: &Term, look: Look) -> Cell {
        Cell::Formula(
            Formula {
                text: term.text().to_owned(),
                result: Result::Number(term.value),
            },
            look,
        )
    }

    /// A formula that comes to words, or to a number in one case and to words in another.
    pub(super) fn words(text: String, result: impl Into<String>) -> Cell {
        Cell::Formula(
            Formula {
                text,
                result: Result::Text(result.into()),
            },
            Look::Plain,
        )
    }
}

/// Rows of yearly figures on one sheet, to be looked up from others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Yearly {
    /// The sheet they are on.
    pub sheet: &'static str,
    /// The row, as people count them.
    pub row: usize,
    /// The column of the first year, from nought.
    pub first: usize,
    /// The value of each year.
    pub values: Vec<f64>,
}

impl Yearly {
    /// One year's cell, as seen from a sheet.
    pub fn year(&self, from: &str, year: usize) -> Term {
        Term::cell(self.address(from, year), self.values[year])
    }

    fn address(&self, from: &str, year: usize) -> String {
        format!(
            "{}{}{}",
            self.at(from),
            letters(self.first + year),
            self.row
        )
    }

    fn at(&self, from: &str) -> String {
        if from == self.sheet {
            String::new()
        } else {
            format!("{}!", quoted(self.sheet))
        }
    }

    /// The cells from the first year to one of them, as seen from a sheet.
    pub fn up_to(&self, from: &str, year: usize) -> String {
        let (first, last) = (letters(self.first), letters(self.first + year));
        format!("{}${first}{row}:{last}{row}", self.at(from), row = self.row)
    }

    /// The cells of all years, as seen from a sheet.
    pub fn all(&self, from: &str) -> String {
        let last = letters(self.first + self.values.len() - 1);
        let first = letters(self.first);
        format!(
            "{}${first}{row}:${last}{row}",
            self.at(from),
            row = self.row
        )
    }

    /// The sum of all years.
    pub fn total(&self, from: &str) -> Term {
        Term::of_range("SUM", &self.all(from), self.values.iter().sum())
    }
}
