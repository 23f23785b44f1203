//! The tables behind the charts.

use super::table::{Row, RowKind, Rows, Section, Table};
use crate::link::LedgerView;
use crate::model::{Model, Outcome, What};

fn annual<'a>(model: &'a Model, outcome: &'a Outcome, published: &'a Outcome) -> Rows<'a> {
    Rows {
        model,
        outcome,
        published,
        read: LedgerView::Annual,
    }
}

fn section(rows: Vec<Row>) -> Vec<Section> {
    vec![Section {
        rows,
        ..Section::default()
    }]
}

/// Investment, savings and avoidance by year, each as a positive amount, as the bars
/// show them.
pub fn yearly_totals(model: &Model, outcome: &Outcome, published: &Outcome) -> Table {
    let rows = annual(model, outcome, published);
    let spent = [&outcome.investment, &published.investment];
    let what = Some(What::Investment(None));
    rows.table(section(vec![
        rows.row_of("Investment", RowKind::Investment, what, spent),
        rows.row("Savings", RowKind::Saving, What::Savings(None)),
        rows.row("Avoidance", RowKind::Avoidance, What::Avoidance(None)),
        rows.sum(
            "Savings and avoidance",
            RowKind::Total,
            What::Benefits(None),
        ),
    ]))
}

/// Net and cumulative net by year.
pub fn yearly_net(model: &Model, outcome: &Outcome, published: &Outcome) -> Table {
    let rows = annual(model, outcome, published);
    // What it comes to is its last year, and a running total of net ends there.
    let to_date = Rows {
        read: LedgerView::Running,
        ..rows
    };
    rows.table(section(vec![
        rows.row("Net", RowKind::Net, What::Net),
        to_date.row("Cumulative net", RowKind::Net, What::Net),
    ]))
}
