//! What is shown as tables that other programs read: one fact a row, figures as the engine
//! has them and unrounded where it does not round, and beside each file what its columns
//! are.
//!
//! The tables on the screen are for reading, with sums among their rows and words in their
//! cells; these are for whoever has to check or carry on.

mod chosen;
mod drawn;
mod metadata;
mod name;
mod stress;

pub use metadata::About;
pub use name::{file_name, file_stem};

use super::delimited::written_text;
use super::{BYTE_ORDER_MARK, Field, Sheet, Shown};
use crate::case::Decimal;
use crate::model::Pounds;

/// A table as a file of comma-separated values.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFile {
    /// What its file is called after, in lower-case words joined by hyphens. A picture of
    /// the same name is made of it.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What stands in it, a sentence or two.
    pub help: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a field for each column.
    pub rows: Vec<Vec<Field>>,
}

/// A column of a [`TableFile`].
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub kind: ColumnKind,
    /// What its figures are in: `£`, `% of in-county journeys`; empty for words and where
    /// another column says it.
    pub unit: String,
    /// A line about it; may be empty.
    pub help: String,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Whole numbers.
    Whole,
    /// Numbers with decimals.
    Number,
}

impl TableFile {
    /// The text of the file, as RFC 4180 has it.
    pub fn csv(&self) -> String {
        let head = self.columns.iter().map(|column| Field::text(&column.title));
        let rows = std::iter::once(head.collect()).chain(self.rows.iter().cloned());
        let sheet = Sheet {
            rows: rows.collect(),
        };
        format!("{BYTE_ORDER_MARK}{}", sheet.csv())
    }

    /// What its columns are and what it is of, for a file beside it: JSON in the manner of
    /// CSV on the Web (W3C). `file` is the name of the file of the table.
    pub fn metadata(&self, file: &str, about: &About<'_>) -> String {
        metadata::write(self, file, about)
    }
}

/// Every table there is of what is shown: the results, the assumptions, the stress test,
/// then the comparison and the simulation where there are such.
pub fn tables(of: &Shown<'_>) -> Vec<TableFile> {
    let mut all = vec![
        chosen::ledger(of),
        chosen::assumptions(of),
        chosen::payers(of),
        chosen::yearly(of),
        chosen::cumulative(of),
    ];
    all.extend(chosen::pressed(of));
    all.push(stress::sensitivity(of));
    all.extend(stress::two_at_once(of));
    all.extend(chosen::comparison(of));
    if let Some(summary) = of.simulated {
        all.extend(drawn::simulation(of, summary));
    }
    all
}

impl Column {
    fn words(title: impl Into<String>) -> Column {
        Column {
            title: title.into(),
            kind: ColumnKind::Words,
            unit: String::new(),
            help: String::new(),
        }
    }

    fn pounds(title: impl Into<String>) -> Column {
        Column {
            kind: ColumnKind::Whole,
            ..Column::number(title, "£")
        }
    }

    fn number(title: impl Into<String>, unit: impl Into<String>) -> Column {
        Column {
            kind: ColumnKind::Number,
            unit: unit.into(),
            ..Column::words(title)
        }
    }

    fn help(self, help: impl Into<String>) -> Column {
        Column {
            help: help.into(),
            ..self
        }
    }
}

fn words(text: &str) -> Field {
    Field::text(text)
}

fn pounds(amount: Pounds) -> Field {
    Field::Number(amount.0.to_string())
}

fn number(amount: f64) -> Field {
    // Not "-0".
    Field::Number(Decimal(amount + 0.0).to_string())
}

/// The heading of a column as its file has it.
fn heading(column: &Column) -> String {
    written_text(&column.title)
}
