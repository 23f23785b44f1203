//! The tables behind the charts.

use super::ledger::{Row, RowKind, Rows, Section, Table, columns};
use crate::link::LedgerView;
use crate::model::{Model, Outcome};

fn table(model: &Model, rows: Vec<Row>) -> Table {
    Table {
        columns: columns(model, LedgerView::Annual),
        sections: vec![Section {
            heading: None,
            note: String::new(),
            rows,
        }],
    }
}

fn annual<'a>(outcome: &'a Outcome, published: &'a Outcome) -> Rows<'a> {
    Rows {
        outcome,
        published,
        view: LedgerView::Annual,
    }
}

/// Investment, savings and avoidance by year, each as a positive amount, as the bars
/// show them.
pub fn yearly_totals(model: &Model, outcome: &Outcome, published: &Outcome) -> Table {
    let rows = annual(outcome, published);
    let totals = vec![
        rows.row("Investment", RowKind::Investment, |o| o.investment),
        rows.row("Savings", RowKind::Saving, |o| o.savings),
        rows.row("Avoidance", RowKind::Avoidance, |o| o.avoidance),
        rows.sum("Savings and avoidance", RowKind::Total, |o| o.benefits),
    ];
    table(model, totals)
}

/// Net and cumulative net by year.
pub fn yearly_net(model: &Model, outcome: &Outcome, published: &Outcome) -> Table {
    let rows = annual(outcome, published);
    let cumulative = Row {
        // The sum of a running total means nothing; what it comes to is its last year.
        end: outcome.net.total(),
        published_end: published.net.total(),
        ..rows.row("Cumulative net", RowKind::Net, |o| o.cumulative_net)
    };
    table(
        model,
        vec![rows.row("Net", RowKind::Net, |o| o.net), cumulative],
    )
}
