//! Tables of yearly figures: their parts, and rows of one scenario beside the published
//! case.

use crate::link::LedgerView;
use crate::model::{Model, Outcome, Payback, Pounds, Series, Target, What, When};

/// A table of yearly figures: what the page, the screen reader and the files show.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Labels of the years, then of the figure at the end of each row.
    pub columns: Vec<String>,
    /// Its rows, in sections.
    pub sections: Vec<Section>,
    /// Said where rows as published are left out and that leaves only totals.
    pub empty: Option<&'static str>,
}

/// Rows under one heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// The heading; none where the table has one section.
    pub heading: Option<String>,
    /// A note under the heading; may be empty.
    pub note: String,
    /// True where lines of several kinds stand under the heading, so that each kind wants
    /// naming above its lines; false where a row's own name or the heading says it.
    pub mixed: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What a row is, for its look and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Investment, a line or a sum: money out.
    Investment,
    /// A saving.
    Saving,
    /// An avoidance.
    Avoidance,
    /// Savings and avoidance of a workstream or a payer, or of all.
    Total,
    /// Net or cumulative net.
    Net,
}

impl RowKind {
    /// The name that lines of this kind stand under, and what it means; none for sums,
    /// which say in their own name what they are.
    pub fn heading(self) -> Option<(&'static str, &'static str)> {
        match self {
            RowKind::Investment => Some(("Investment", "money spent")),
            RowKind::Saving => Some(("Savings", "cashable: a budget line falls")),
            RowKind::Avoidance => Some(("Avoidance", "growth that does not happen")),
            RowKind::Total | RowKind::Net => None,
        }
    }
}

/// One row: this scenario's figures and the published ones. Investment in the ledger is
/// negative, as money out.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// What it is.
    pub kind: RowKind,
    /// True for a sum of rows above it.
    pub sum: bool,
    /// Section of the paper, for a line of it.
    pub source: String,
    /// A line of help under the name; may be empty.
    pub help: String,
    /// Each year's figure.
    pub years: Vec<Pounds>,
    /// The figure at the end of the row.
    pub end: Pounds,
    /// Each year's published figure.
    pub published: Vec<Pounds>,
    /// The published figure at the end of the row.
    pub published_end: Pounds,
    /// For a payer: its benefits against the whole investment.
    pub payback: Option<(Payback, Payback)>,
    /// What it measures, by which its figures are explained; none where the model has no
    /// explanation of it. An explanation gives what is spent as a positive amount.
    pub target: Option<What>,
    /// How its yearly figures read.
    pub read: LedgerView,
}

impl Row {
    /// True where any figure differs from the published one.
    pub fn changed(&self) -> bool {
        self.years != self.published || self.end != self.published_end
    }

    /// True where all that the row shows is as published.
    pub(super) fn as_published(&self) -> bool {
        let repaid_alike = self.payback.is_none_or(|(now, then)| now == then);
        repaid_alike && !self.changed()
    }

    /// What its figure in one year is, for an explanation.
    pub fn target_in(&self, year: usize) -> Option<Target> {
        let when = when(self.read, year);
        self.target.map(|what| Target { what, when })
    }

    /// What the figure at its end is, for an explanation.
    pub fn target_at_end(&self) -> Option<Target> {
        let when = when_at_end(self.read, self.years.len());
        self.target.map(|what| Target { what, when })
    }
}

/// When the figure of one year is for, as a view shows it.
pub fn when(read: LedgerView, year: usize) -> When {
    match read {
        LedgerView::Annual => When::Year(year),
        LedgerView::Change => When::Change(year),
        LedgerView::Running => When::ToDate(year),
    }
}

/// When the figure at the end of a row of so many years is for: yearly changes add up to
/// the last year's effect.
pub fn when_at_end(read: LedgerView, years: usize) -> When {
    match read {
        LedgerView::Annual | LedgerView::Running => When::AllYears,
        LedgerView::Change => When::Year(years.saturating_sub(1)),
    }
}

/// Makes rows of one scenario beside the published case.
pub(super) struct Rows<'a> {
    pub model: &'a Model,
    pub outcome: &'a Outcome,
    pub published: &'a Outcome,
    pub read: LedgerView,
}

impl Rows<'_> {
    /// A row of what is measured; what is spent as money out.
    pub fn row(&self, label: &str, kind: RowKind, what: What) -> Row {
        let [now, then] = [self.outcome, self.published].map(|outcome| {
            let series = series(outcome, what);
            if what.is_spent() {
                Series::from_fn(series.len(), |year| -series[year])
            } else {
                series
            }
        });
        self.row_of(label, kind, Some(what), [&now, &then])
    }

    /// A row of this scenario's figures and the published ones.
    pub fn row_of(
        &self,
        label: &str,
        kind: RowKind,
        target: Option<What>,
        [now, then]: [&Series; 2],
    ) -> Row {
        Row {
            label: label.to_owned(),
            kind,
            sum: false,
            source: String::new(),
            help: String::new(),
            years: self.read.of(now).to_vec(),
            end: self.read.end(now),
            published: self.read.of(then).to_vec(),
            published_end: self.read.end(then),
            payback: None,
            target,
            read: self.read,
        }
    }

    /// A sum of rows above it.
    pub fn sum(&self, label: &str, kind: RowKind, what: What) -> Row {
        Row {
            sum: true,
            ..self.row(label, kind, what)
        }
    }

    /// A table of sections.
    pub fn table(&self, sections: Vec<Section>) -> Table {
        let mut columns = self.model.case().years.labels();
        let last = columns.last().cloned().unwrap_or_default();
        columns.push(self.read.end_heading(&last));
        Table {
            columns,
            sections,
            empty: None,
        }
    }
}

/// The yearly figures of what is measured; nothing for what has none.
fn series(outcome: &Outcome, what: What) -> Series {
    let of = |all: &Series, parts: &[Series], place: Option<usize>| match place {
        Some(place) => parts[place],
        None => *all,
    };
    let saved = |place| of(&outcome.savings, &outcome.savings_by_workstream, place);
    let avoided = |place| of(&outcome.avoidance, &outcome.avoidance_by_workstream, place);
    match what {
        What::Line(line) => *outcome.line(line),
        What::Investment(place) => of(
            &outcome.investment,
            &outcome.investment_by_workstream,
            place,
        ),
        What::Savings(place) => saved(place),
        What::Avoidance(place) => avoided(place),
        What::Benefits(place) => {
            let mut both = saved(place);
            both += &avoided(place);
            both
        }
        What::Net => outcome.net,
        What::Payer(payer) => outcome.funding[payer],
        What::PayerSavings(payer) => outcome.savings_by_payer[payer],
        What::PayerAvoidance(payer) => outcome.avoidance_by_payer[payer],
        _ => Series::zero(outcome.net.len()),
    }
}
