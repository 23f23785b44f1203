//! The tables: every line by workstream, and every payer, beside the published case.

use crate::case::BenefitKind;
use crate::link::LedgerView;
use crate::model::{Line, Model, Outcome, Payback, Pounds, Series};

/// A table of yearly figures: what the page, the screen reader and the files show.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Labels of the years, then of the figure at the end of each row.
    pub columns: Vec<String>,
    /// Its rows, in sections.
    pub sections: Vec<Section>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading; none for totals at the foot.
    pub heading: Option<String>,
    /// A note under the heading; may be empty.
    pub note: String,
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

/// One row: this scenario's figures and the published ones. Investment is negative, as
/// money out.
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
}

impl Row {
    /// True where any figure differs from the published one.
    pub fn changed(&self) -> bool {
        self.years != self.published || self.end != self.published_end
    }
}

/// Makes rows of one scenario beside the published case.
pub(super) struct Rows<'a> {
    pub outcome: &'a Outcome,
    pub published: &'a Outcome,
    pub view: LedgerView,
}

impl Rows<'_> {
    pub fn row(&self, label: &str, kind: RowKind, series: impl Fn(&Outcome) -> Series) -> Row {
        let (now, then) = (series(self.outcome), series(self.published));
        Row {
            label: label.to_owned(),
            kind,
            sum: false,
            source: String::new(),
            help: String::new(),
            years: self.view.of(&now).to_vec(),
            end: self.view.end(&now),
            published: self.view.of(&then).to_vec(),
            published_end: self.view.end(&then),
            payback: None,
        }
    }

    pub fn sum(&self, label: &str, kind: RowKind, series: impl Fn(&Outcome) -> Series) -> Row {
        Row {
            sum: true,
            ..self.row(label, kind, series)
        }
    }

    /// The rows under all workstreams together.
    fn totals(&self) -> Vec<Row> {
        vec![
            self.sum("Investment", RowKind::Investment, |o| spent(&o.investment)),
            self.sum("Savings", RowKind::Saving, |o| o.savings),
            self.sum("Avoidance", RowKind::Avoidance, |o| o.avoidance),
            self.sum("Savings and avoidance", RowKind::Total, |o| o.benefits),
            self.sum("Net", RowKind::Net, |o| o.net),
        ]
    }
}

/// Investment as money out.
pub(super) fn spent(series: &Series) -> Series {
    Series::from_fn(series.len(), |year| -series[year])
}

pub(super) fn columns(model: &Model, view: LedgerView) -> Vec<String> {
    let mut columns = model.case().years.labels();
    let last = columns.last().cloned().unwrap_or_default();
    columns.push(view.end_heading(&last));
    columns
}

/// The ledger: investment, savings and avoidance, line by line within each workstream,
/// then all together.
pub fn ledger(model: &Model, outcome: &Outcome, published: &Outcome, view: LedgerView) -> Table {
    let case = model.case();
    let rows = Rows {
        outcome,
        published,
        view,
    };
    let mut sections = Vec::new();
    for (index, workstream) in case.workstreams.iter().enumerate() {
        let mut lines = Vec::new();
        let mut add = |row: Row, source: &str| {
            lines.push(Row {
                source: source.to_owned(),
                ..row
            });
        };
        for (place, line) in case.investment.iter().enumerate() {
            if line.workstream == workstream.id {
                let place = Line::Investment(place);
                let row = rows.row(&line.label, RowKind::Investment, |o| spent(o.line(place)));
                add(row, &line.source);
            }
        }
        let investment = rows.sum("Total investment", RowKind::Investment, |o| {
            spent(&o.investment_by_workstream[index])
        });
        add(investment, "");
        let mut has_benefits = false;
        for (kind, row_kind) in [
            (BenefitKind::Saving, RowKind::Saving),
            (BenefitKind::Avoidance, RowKind::Avoidance),
        ] {
            for (place, line) in case.benefits.iter().enumerate() {
                if line.workstream == workstream.id && line.kind == kind {
                    has_benefits = true;
                    let place = Line::Benefit(place);
                    add(
                        rows.row(&line.label, row_kind, |o| *o.line(place)),
                        &line.source,
                    );
                }
            }
        }
        if has_benefits {
            let total = rows.sum("Total savings and avoidance", RowKind::Total, |o| {
                let mut both = o.savings_by_workstream[index];
                both += &o.avoidance_by_workstream[index];
                both
            });
            add(total, "");
        }
        sections.push(Section {
            heading: Some(workstream.label.clone()),
            note: workstream.note.clone(),
            rows: lines,
        });
    }
    sections.push(Section {
        heading: Some("Whole programme".to_owned()),
        note: String::new(),
        rows: rows.totals(),
    });
    Table {
        columns: columns(model, view),
        sections,
    }
}

/// Who gains: savings and avoidance together by payer, with the payback of each payer's
/// benefits against the whole investment, then all payers.
pub fn payers(model: &Model, outcome: &Outcome, published: &Outcome, view: LedgerView) -> Table {
    let case = model.case();
    let rows = Rows {
        outcome,
        published,
        view,
    };
    let mut payers: Vec<Row> = Vec::new();
    for (index, payer) in case.payers.iter().enumerate() {
        payers.push(Row {
            payback: Some((
                outcome.payback_by_payer[index],
                published.payback_by_payer[index],
            )),
            help: payer.help.clone(),
            ..rows.row(&payer.label, RowKind::Total, |o| o.funding[index])
        });
    }
    payers.push(Row {
        payback: Some((outcome.payback, published.payback)),
        ..rows.sum("Savings and avoidance", RowKind::Total, |o| o.benefits)
    });
    Table {
        columns: columns(model, view),
        sections: vec![Section {
            heading: None,
            note: String::new(),
            rows: payers,
        }],
    }
}
