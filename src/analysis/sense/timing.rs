//! When benefits begin after money is spent, and when posts end.

use super::{SOON, Sense, SenseCheck, value};
use crate::case::InvestmentCost;
use crate::model::{Model, Outcome, Pounds, Scenario, Series};

/// When each benefit that has an effect of its own begins, beside the first spending of its
/// workstream, or of the case where the workstream spends nothing.
pub(super) fn delivery(model: &Model, scenario: &Scenario, outcome: &Outcome) -> Vec<SenseCheck> {
    let case = model.case();
    let adjust = &case.adjustments;
    let months = |id: &Option<String>| {
        let id = id.as_deref();
        id.map_or(0.0, |id| value(model, scenario, id))
    };
    let programme = months(&adjust.programme_delay);
    let spent = |series: &Series| start(series, programme, 100.0);
    let first_part = adjust
        .first_year_part
        .as_deref()
        .map_or(100.0, |id| value(model, scenario, id));
    let lines = case.benefits.iter().zip(&outcome.benefit_lines).enumerate();
    let begins = lines.filter_map(|(line, (known, series))| {
        if known.rule.is_overlap() {
            return None;
        }
        let mut workstreams = case.workstreams.iter();
        let place = workstreams.position(|workstream| workstream.id == known.workstream)?;
        let delay =
            programme + months(&adjust.benefit_delay) + months(&case.workstreams[place].delay);
        let benefit = start(series, delay, first_part)?;
        let own = spent(&outcome.investment_by_workstream[place]);
        let spending = own.or_else(|| spent(&outcome.investment))?;
        Some(SenseCheck {
            warns: benefit - spending < SOON,
            sense: Sense::Begins {
                line,
                benefit,
                spending,
                own: own.is_some(),
            },
        })
    });
    begins.collect()
}

/// Months from the start of the case to the first amount that is not nought, where all of
/// it comes so many months late and the first year counts for so many per cent; none where
/// there is no amount. Delays of whole years stand in the amounts themselves.
fn start(series: &Series, months_late: f64, first_part: f64) -> Option<f64> {
    let first = series.iter().position(|&amount| amount != Pounds::ZERO)?;
    #[expect(clippy::cast_precision_loss, reason = "a year index is small")]
    let year = first as f64;
    // Of nothing at all in its first year the first amount stands in the next.
    let into = if first_part > 0.0 {
        1.0 - first_part / 100.0
    } else {
        0.0
    };
    Some(12.0 * (year + into) + months_late % 12.0)
}

/// What each line of posts that costs anything costs in the last year.
pub(super) fn posts(model: &Model, outcome: &Outcome) -> Vec<SenseCheck> {
    let lines = model
        .case()
        .investment
        .iter()
        .zip(&outcome.investment_lines);
    let posts = lines.enumerate().filter_map(|(line, (known, series))| {
        if matches!(known.cost, InvestmentCost::OneOff { .. }) {
            return None;
        }
        let last = series.iter().rposition(|&amount| amount != Pounds::ZERO)?;
        let amount = series.last().copied().unwrap_or_default();
        Some(SenseCheck {
            warns: amount > Pounds::ZERO,
            sense: Sense::LastYear { line, last, amount },
        })
    });
    posts.collect()
}
