//! What a command writes: an object or a row at a time, each sent at once, for a program
//! that talks to this one.

use std::io::{self, BufWriter, StdoutLock, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::case::Decimal;
use crate::export::{Evaluation, Field, Sheet};
use crate::link::{Opened, fragment};
use crate::model::Pounds;

/// How figures are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// One JSON object a line
    #[default]
    Jsonl,
    /// Comma-separated values with a line of headings
    Csv,
}

/// Standard output.
pub(super) struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    pub fn new() -> Output {
        Output(BufWriter::new(io::stdout().lock()))
    }

    /// One JSON object on a line of its own.
    pub fn object(&mut self, object: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, object)?;
        self.0.write_all(b"\n")?;
        self.0.flush()
    }

    /// Headings.
    pub fn headings(&mut self, names: &[&str]) -> io::Result<()> {
        self.row(names.iter().map(|name| Field::text(name)).collect())
    }

    /// One row of comma-separated values.
    pub fn row(&mut self, fields: Vec<Field>) -> io::Result<()> {
        let sheet = Sheet { rows: vec![fields] };
        self.text(&sheet.csv())
    }

    /// Text as it is.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.write_all(text.as_bytes())?;
        self.0.flush()
    }
}

/// The headings over [`headline`].
pub(super) const HEADLINE: [&str; 12] = [
    "link",
    "case",
    "investment",
    "savings",
    "avoidance",
    "benefits",
    "net",
    "npv",
    "bcr",
    "payback_year",
    "payback_year_savings_only",
    "problems",
];

/// An evaluation as a row: its link and its headline figures, in the words and the units of
/// its JSON.
pub(super) fn headline(opened: &Opened, evaluation: &Evaluation) -> Vec<Field> {
    let words = |words: Option<&String>| Field::text(words.map_or("", String::as_str));
    let figures = evaluation.figures.as_ref();
    let totals = figures.map(|figures| figures.totals);
    let pounds = |pounds: Option<Pounds>| match pounds {
        Some(pounds) => Field::Number(pounds.0.to_string()),
        None => Field::text(""),
    };
    vec![
        link(opened),
        words(evaluation.case.as_ref()),
        pounds(totals.map(|totals| totals.investment)),
        pounds(totals.map(|totals| totals.savings)),
        pounds(totals.map(|totals| totals.avoidance)),
        pounds(totals.map(|totals| totals.benefits)),
        pounds(totals.map(|totals| totals.net)),
        number(figures.map(|figures| figures.npv)),
        number(figures.and_then(|figures| figures.bcr)),
        words(figures.and_then(|figures| figures.payback_year.as_ref())),
        words(figures.and_then(|figures| figures.payback_year_savings_only.as_ref())),
        Field::text(&evaluation.problems.join("; ")),
    ]
}

/// The fragment of what was opened; empty where its case is not here.
pub(super) fn link(opened: &Opened) -> Field {
    let model = opened.model.as_ref();
    let fragment = model.map(|model| format!("#{}", fragment(model, &opened.scenario)));
    Field::Text(fragment.unwrap_or_default())
}

/// A number, or nothing.
pub(super) fn number(number: Option<f64>) -> Field {
    match number {
        Some(number) => Field::Number(Decimal(number).to_string()),
        None => Field::text(""),
    }
}
