//! What the pictures of a simulation show, a sentence or two each, for who cannot see them.

use super::format::{number, pounds_short, two_decimals};
use super::scope::scope_name;
use super::simulation::share_words;
use crate::analysis::{FanYear, Summary};
use crate::model::{Model, Pounds};

/// What the fan shows: where half and eight in ten of the draws lie in the first year, in
/// which the investment is made, and in the last.
pub fn simulation_fan_summary(model: &Model, summary: &Summary) -> String {
    let years = model.case().years;
    let at = |year: usize, fan: &FanYear| {
        let [low, middle, high] =
            [fan.p10, fan.p50, fan.p90].map(|amount| pounds_short(Pounds::round(amount)));
        format!(
            "By the end of {}, cumulative net is at or below {middle} in half of the draws, and \
             from {low} to {high} in eight of ten.",
            years.label(year)
        )
    };
    let mut parts = Vec::new();
    if let Some(fan) = summary.fan.first() {
        parts.push(at(0, fan));
    }
    if let Some(fan) = summary.fan.last().filter(|_| summary.fan.len() > 1) {
        parts.push(at(summary.fan.len() - 1, fan));
    }
    parts.join(" ")
}

/// What the chances show: from which year on payback is more likely than not, and how
/// likely it is by the last.
pub fn simulation_payback_summary(model: &Model, summary: &Summary) -> String {
    let years = model.case().years;
    let last = years.label(years.count.saturating_sub(1));
    let parts = summary.scopes.iter().map(|scope| {
        let likely = scope.repaid_by.iter().position(|share| *share > 0.5);
        let from = likely.map_or_else(
            || "in no more than half of the draws by the end of any year".to_owned(),
            |year| format!("in more than half from {} on", years.label(year)),
        );
        format!(
            "{}: {from}; {} by the end of {last}.",
            scope_name(model, scope.scope),
            share_words(scope.at_or_above_nought())
        )
    });
    let parts: Vec<String> = parts.collect();
    format!(
        "Share of draws in which the investment has come back. {}",
        parts.join(" ")
    )
}

/// What the rank correlations show: which assumptions go closest with net.
pub fn simulation_correlations_summary(model: &Model, summary: &Summary) -> String {
    let table = model.assumptions();
    let drawn = summary.correlations.len();
    let moving = summary.correlations.iter().filter(|one| one.rank != 0.0);
    let first: Vec<String> = moving
        .take(3)
        .map(|one| {
            format!(
                "{} ({})",
                table[one.assumption].label,
                two_decimals(one.rank)
            )
        })
        .collect();
    if first.is_empty() {
        return "No drawn assumption goes with net.".to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "less than a hundred")]
    let drawn = number(drawn as f64);
    format!(
        "Of {drawn} drawn assumptions these go closest with net: {}. Above nought, more of one \
         goes with more net; below, with less.",
        first.join(", ")
    )
}
