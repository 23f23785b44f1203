//! A table of words with the plain figures behind them: what a page shows, and what a
//! spreadsheet takes.

use super::format::one_decimal;
use super::table::RowKind;
use crate::model::Pounds;

/// A table of words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// Heading of the rows' names.
    pub heading: String,
    /// Headings of the cells.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<GridRow>,
}

/// One row of a [`Grid`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GridRow {
    /// The heading it stands under with the rows before and after it; empty where the
    /// table has none.
    pub part: String,
    /// Its name.
    pub label: String,
    /// A line under the name; may be empty.
    pub note: String,
    /// What its plain figures are in: `£`, `% of in-county journeys`; empty for words.
    pub unit: String,
    /// What it is, where it is one of the kinds of the ledger. Savings and avoidance are
    /// told apart by it.
    pub kind: Option<RowKind>,
    /// True for a sum of rows above it.
    pub sum: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// One cell of a [`Grid`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// As it is read: `£17,638,882`, `2019/20`, `not given`.
    pub text: String,
    /// The figure in plain digits with a hyphen for minus, for a spreadsheet; none for
    /// words.
    pub plain: Option<String>,
    /// How far it is from the published figure; none where it is the same, or where the
    /// cell is the published figure.
    pub difference: Option<Difference>,
    /// True where it differs from the published figure.
    pub changed: bool,
}

/// How far a figure is from the published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// With its sign: `−£5,095,558`, `one year later`.
    pub text: String,
    /// In plain digits; none for words.
    pub plain: Option<String>,
    /// In per cent of the published figure, with a sign: `−28.9%`. None where that is
    /// nought, of which nothing is a percentage.
    pub percent: Option<String>,
    /// The same in plain digits: `-28.9`.
    pub plain_percent: Option<String>,
}

impl GridRow {
    /// A row of amounts in pounds.
    pub(super) fn pounds(label: impl Into<String>, kind: RowKind, cells: Vec<Cell>) -> GridRow {
        GridRow {
            label: label.into(),
            unit: "£".to_owned(),
            kind: Some(kind),
            cells,
            ..GridRow::default()
        }
    }
}

impl Cell {
    /// Words without a figure.
    pub(super) fn words(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            ..Cell::default()
        }
    }

    /// An amount that stands by itself.
    pub(super) fn pounds(amount: Pounds) -> Cell {
        Cell {
            text: super::pounds(amount),
            plain: Some(amount.0.to_string()),
            ..Cell::default()
        }
    }

    /// An amount beside its published one.
    pub(super) fn pounds_beside(now: Pounds, published: Pounds) -> Cell {
        let changed = now != published;
        Cell {
            changed,
            difference: changed.then(|| Difference::pounds(now, published)),
            ..Cell::pounds(now)
        }
    }
}

impl Difference {
    fn pounds(now: Pounds, published: Pounds) -> Difference {
        let apart = now - published;
        Difference {
            text: super::signed_pounds(apart),
            plain: Some(apart.0.to_string()),
            ..Difference::percent(now.as_f64(), published.as_f64())
        }
    }

    /// The percentage alone: of the size of the published figure, so that more is always
    /// above nought.
    pub(super) fn percent(now: f64, published: f64) -> Difference {
        let apart = (now - published) / published.abs() * 100.0;
        let text = (published != 0.0).then(|| one_decimal(apart));
        let plus = if apart > 0.0 { "+" } else { "" };
        Difference {
            text: String::new(),
            plain: None,
            // A difference too small for one decimal is still one.
            percent: text.as_deref().map(|text| match text {
                "0.0" => "under 0.1%".to_owned(),
                _ => format!("{plus}{text}%"),
            }),
            plain_percent: text.map(|text| plain(&text)),
        }
    }
}

/// A figure in words as a spreadsheet reads it: a hyphen for the true minus, no commas.
pub(super) fn plain(text: &str) -> String {
    text.replace('\u{2212}', "-").replace(',', "")
}
