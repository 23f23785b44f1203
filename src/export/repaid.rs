//! Who gets the money back, and whether that is soon enough.

use super::format::{horizon, one_decimal, pounds};
use super::grid::{Cell, Grid, GridRow};
use super::scope::scope_name;
use super::sentence::payback_words;
use crate::analysis::{Aim, Measure, Reading, Scope};
use crate::model::{Model, Outcome, Payback, Scenario};

/// The years within which a scenario expects money back; none where the case has no norm.
pub fn payback_norm(model: &Model, scenario: &Scenario) -> Option<f64> {
    let table = model.assumptions();
    let id = model.case().adjustments.payback_norm.as_deref()?;
    let index = table.find(id)?;
    Some(scenario.value(table, index))
}

/// Payback on all benefits, on savings alone and for each payer, held against the norm.
pub fn repaid_table(model: &Model, scenario: &Scenario, outcome: &Outcome) -> Grid {
    let norm = payback_norm(model, scenario);
    let payers = (0..model.case().payers.len()).map(Scope::Payer);
    let scopes = [Scope::Benefits, Scope::Savings].into_iter().chain(payers);
    let rows = scopes.map(|scope| {
        let aim = Aim {
            measure: Measure::Payback,
            scope,
        };
        let payback = match aim.of(outcome) {
            Reading::Payback(payback) => payback,
            Reading::Amount(_) => outcome.payback,
        };
        let gained = match scope {
            Scope::Benefits => &outcome.benefits,
            Scope::Savings => &outcome.savings,
            Scope::Payer(payer) => &outcome.funding[payer],
        };
        let mut cells = vec![Cell::pounds(gained.total())];
        cells.extend(repaid(model, payback).map(Cell::words));
        if let Some(norm) = norm {
            cells.push(Cell::words(held(payback, norm)));
        }
        GridRow {
            label: scope_name(model, scope),
            note: note(model, scope),
            cells,
            ..GridRow::default()
        }
    });
    let mut columns = vec![
        "Gained, all years".to_owned(),
        "Covers the whole investment".to_owned(),
        "After".to_owned(),
    ];
    if let Some(norm) = norm {
        columns.push(format!("Within {}", years(norm)));
    }
    Grid {
        caption: "Payback by whose benefits".to_owned(),
        heading: "Whose benefits".to_owned(),
        columns,
        rows: rows.collect(),
    }
}

/// The warning that what a ring-fenced payer gains repays nobody else; none where no payer
/// is ring-fenced or none of them gains.
pub fn ring_fence_warning(model: &Model, outcome: &Outcome) -> Option<String> {
    let case = model.case();
    let investor = case
        .payers
        .iter()
        .find(|payer| payer.id == case.invested_by)?;
    let fenced = case.payers.iter().zip(&outcome.funding);
    let gains: Vec<String> = fenced
        .filter(|(payer, gained)| payer.ring_fenced && gained.total().0 != 0)
        .map(|(payer, gained)| format!("{} of {}", pounds(gained.total()), payer.label))
        .collect();
    (!gains.is_empty()).then(|| {
        format!(
            "{} is ring-fenced: it cannot repay what {} spends. Payback on all benefits counts it \
             all the same, as the paper does.",
            gains.join(" and "),
            investor.label
        )
    })
}

fn note(model: &Model, scope: Scope) -> String {
    match scope {
        Scope::Benefits => "Not all of it is cash, and not all of it one budget's.".to_owned(),
        Scope::Savings => "What can be taken out of a budget.".to_owned(),
        Scope::Payer(payer) => {
            let known = model.case().payers.get(payer);
            known.map_or(String::new(), |payer| payer.help.clone())
        }
    }
}

/// The year and the point of payback, in words.
fn repaid(model: &Model, payback: Payback) -> [String; 2] {
    let case = model.case();
    match payback {
        Payback::Within { point, .. } => [
            payback_words(model, payback).0,
            format!("{} years", one_decimal(point)),
        ],
        Payback::NotWithin { shortfall } => [
            format!("not within {}", horizon(case.years.count)),
            format!("{} short", pounds(shortfall)),
        ],
    }
}

fn held(payback: Payback, norm: f64) -> String {
    match payback {
        Payback::Within { point, .. } if point <= norm => "yes".to_owned(),
        _ => "no".to_owned(),
    }
}

#[expect(clippy::float_cmp, reason = "exactly one year")]
fn years(count: f64) -> String {
    let noun = if count == 1.0 { "year" } else { "years" };
    format!("{} {noun}", super::number(count))
}
