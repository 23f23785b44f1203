//! The engine's figures beside the oracle's.

use std::collections::BTreeMap;
use std::fmt::Debug;

use send_modeller::model::{Model, Outcome, Payback, Series};
use serde_json::{Value, json};

use super::{Told, YEARS, Years, running};
use crate::pounds;

/// Where an outcome is not what the oracle says, in words; nothing where they agree.
pub fn differences(told: &Told, model: &Model, outcome: &Outcome) -> Vec<String> {
    let case = model.case();
    let mut differences = Vec::new();
    let mut hold = |what: &str, oracle: &dyn Debug, engine: &dyn Debug| {
        let (oracle, engine) = (format!("{oracle:?}"), format!("{engine:?}"));
        if oracle != engine {
            differences.push(format!("{what}: oracle {oracle}, engine {engine}"));
        }
    };
    let named = |ids: Vec<&String>, series: &[Series]| -> BTreeMap<String, Vec<i64>> {
        ids.into_iter()
            .cloned()
            .zip(series.iter().map(pounds))
            .collect()
    };
    let workstreams = || case.workstreams.iter().map(|w| &w.id).collect();
    for (what, oracle, engine) in [
        (
            "investment line",
            &told.investment_lines,
            named(
                case.investment.iter().map(|line| &line.id).collect(),
                &outcome.investment_lines,
            ),
        ),
        (
            "benefit line",
            &told.lines,
            named(
                case.benefits.iter().map(|line| &line.id).collect(),
                &outcome.benefit_lines,
            ),
        ),
        (
            "investment of",
            &told.investment_by_workstream,
            named(workstreams(), &outcome.investment_by_workstream),
        ),
        (
            "savings of",
            &told.savings_by_workstream,
            named(workstreams(), &outcome.savings_by_workstream),
        ),
        (
            "avoidance of",
            &told.avoidance_by_workstream,
            named(workstreams(), &outcome.avoidance_by_workstream),
        ),
        (
            "funding of",
            &told.funding,
            named(
                case.payers.iter().map(|payer| &payer.id).collect(),
                &outcome.funding,
            ),
        ),
    ] {
        hold(
            what,
            &oracle.keys().collect::<Vec<_>>(),
            &engine.keys().collect::<Vec<_>>(),
        );
        for (id, amounts) in oracle {
            let engine = engine.get(*id).cloned().unwrap_or_default();
            hold(&format!("{what} {id}"), amounts, &engine);
        }
    }
    for (what, oracle, engine) in [
        ("investment", told.investment, &outcome.investment),
        ("savings", told.savings, &outcome.savings),
        ("avoidance", told.avoidance, &outcome.avoidance),
        ("benefits", told.benefits, &outcome.benefits),
        ("net", told.net, &outcome.net),
        ("cumulative net", running(told.net), &outcome.cumulative_net),
    ] {
        hold(what, &oracle, &pounds(engine));
    }
    let payers = case.payers.iter().zip(&outcome.payback_by_payer);
    for (what, oracle, engine) in [
        ("payback", told.payback, outcome.payback),
        (
            "payback on savings",
            told.payback_savings,
            outcome.payback_savings,
        ),
    ]
    .into_iter()
    .chain(payers.map(|(payer, engine)| {
        let id = payer.id.as_str();
        (id, told.payback_by_payer[id], *engine)
    })) {
        hold(what, &rounded(oracle), &rounded(plain(engine)));
    }
    if !near(told.npv, outcome.net_present_value) {
        hold("npv", &told.npv, &outcome.net_present_value);
    }
    match (told.bcr, outcome.benefit_cost_ratio) {
        (Some(oracle), Some(engine)) if near(oracle, engine) => {}
        (oracle, engine) => hold("bcr", &oracle, &engine),
    }
    differences
}

fn plain(payback: Payback) -> super::Payback {
    match payback {
        Payback::Within { year, point } => Ok((year, point)),
        Payback::NotWithin { shortfall } => Err(shortfall.0),
    }
}

/// A payback with its point to a ten-thousandth of a year (under an hour).
fn rounded(payback: super::Payback) -> Result<(usize, String), i64> {
    payback.map(|(year, point)| (year, format!("{point:.4}")))
}

pub fn near(oracle: f64, engine: f64) -> bool {
    (oracle - engine).abs() <= 1e-9 * oracle.abs().max(1_000.0)
}

/// The oracle's figures under the contract's keys, without `npv` and `bcr`.
pub fn figures(told: &Told) -> Value {
    let label = |payback: super::Payback| payback.ok().map(|(year, _)| YEARS[year]);
    let total = |years: Years| years.iter().sum::<i64>();
    let overlap = |id: &&str| id.starts_with("overlap-");
    let (overlaps, lines): (BTreeMap<&str, Years>, BTreeMap<&str, Years>) =
        told.lines.iter().partition(|(id, _)| overlap(id));
    let mut figures = json!({
        "years": YEARS,
        "lines": lines,
        "investment_by_workstream": told.investment_by_workstream,
        "investment": told.investment,
        "savings": told.savings,
        "avoidance": told.avoidance,
        "benefits": told.benefits,
        "net": told.net,
        "cumulative_net": running(told.net),
        "payback_year": label(told.payback),
        "payback_year_savings_only": label(told.payback_savings),
        "funding": told.funding,
        "totals": {
            "investment": total(told.investment),
            "savings": total(told.savings),
            "avoidance": total(told.avoidance),
            "benefits": total(told.benefits),
            "net": total(told.net),
        },
    });
    if overlaps.values().flatten().any(|&amount| amount != 0) {
        figures["overlaps"] = json!(overlaps);
    }
    figures
}
