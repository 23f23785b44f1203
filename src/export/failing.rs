//! What the failures of real programmes would do to a scenario, in words.

use super::format::{pounds_short, signed_pounds, value};
use super::grid::{Cell, Grid, GridRow};
use super::scope::years_of;
use super::sentence::payback_words;
use crate::analysis::TriedFailure;
use crate::model::{AssumptionIndex, Model, Outcome, Pounds, Scenario};

/// One failure beside the scenario it was tried on.
#[derive(Debug, Clone, PartialEq)]
pub struct FailureWords {
    /// What went wrong: `Benefits come a year late`.
    pub label: String,
    /// What happened, in a sentence.
    pub help: String,
    /// Where it happened; empty where it is nobody's in particular.
    pub source: String,
    /// What it sets: `All benefits arrive late by: 12 months`.
    pub sets: String,
    /// True where the scenario is as bad already, so that there is nothing to add.
    pub on: bool,
    /// Net with it, to read at a glance, and how far that is from the scenario.
    pub net: String,
    /// How far that net is from the scenario's: `−£5,742,626`; empty where it is none.
    pub difference: String,
    /// When it pays back, all benefits and savings alone.
    pub payback: String,
    /// What is still saved, and what still avoided, over all years.
    pub still: String,
    /// The assumptions it sets on top of the scenario.
    pub apply: Vec<(AssumptionIndex, f64)>,
    /// Those it is about, to put them back.
    pub about: Vec<AssumptionIndex>,
}

/// Every failure in words.
pub fn failure_words(model: &Model, now: &Outcome, tried: &[TriedFailure]) -> Vec<FailureWords> {
    let words = tried.iter().filter_map(|tried| {
        let known = model.case().evidence().failures.get(tried.failure)?;
        let table = model.assumptions();
        let sets = known.values.iter().filter_map(|given| {
            let assumption = &table[table.find(&given.assumption)?];
            Some(format!(
                "{}: {}",
                assumption.label,
                value(assumption, given.value)
            ))
        });
        let outcome = &tried.outcome;
        let apart = outcome.net.total() - now.net.total();
        Some(FailureWords {
            label: known.label.clone(),
            help: known.help.clone(),
            source: known.source.clone(),
            sets: sets.collect::<Vec<_>>().join("; "),
            on: tried.sets.is_empty(),
            net: pounds_short(outcome.net.total()),
            difference: if apart == Pounds::ZERO {
                String::new()
            } else {
                signed_pounds(apart)
            },
            payback: format!(
                "{}; savings alone: {}",
                payback_words(model, outcome.payback).0,
                payback_words(model, outcome.payback_savings).0
            ),
            still: format!(
                "{} saved, {} avoided over {}",
                pounds_short(outcome.savings.total()),
                pounds_short(outcome.avoidance.total()),
                years_of(model)
            ),
            apply: tried.sets.clone(),
            about: tried.about.clone(),
        })
    });
    words.collect()
}

/// The same as a table, the scenario itself first.
pub fn failure_table(model: &Model, now: &Outcome, tried: &[TriedFailure]) -> Grid {
    let row = |label: String, note: String, outcome: &Outcome| GridRow {
        label,
        note,
        cells: vec![
            Cell::pounds_beside(outcome.net.total(), now.net.total()),
            Cell::words(payback_words(model, outcome.payback).0),
            Cell::words(payback_words(model, outcome.payback_savings).0),
            Cell::pounds(outcome.savings.total()),
            Cell::pounds(outcome.avoidance.total()),
        ],
        ..GridRow::default()
    };
    let mut rows = vec![row("As it is now".to_owned(), String::new(), now)];
    for (words, tried) in failure_words(model, now, tried).into_iter().zip(tried) {
        rows.push(row(words.label, words.sets, &tried.outcome));
    }
    Grid {
        caption: "What each failure would do".to_owned(),
        heading: "Failure".to_owned(),
        columns: [
            "Net, and against now",
            "Pays back, all benefits",
            "Pays back, savings alone",
            "Still saved",
            "Still avoided",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
    }
}

/// A scenario with every overlap counted so much per cent; none where the case has no
/// overlap.
pub(super) fn with_overlaps(model: &Model, scenario: &Scenario, percent: f64) -> Option<Scenario> {
    use crate::case::BenefitRule;
    let table = model.assumptions();
    let mut counted = scenario.clone();
    let mut any = false;
    for line in &model.case().benefits {
        let (BenefitRule::SharedReduction { counted: id, .. }
        | BenefitRule::CountedTwice { share: id, .. }) = &line.rule
        else {
            continue;
        };
        let index = table.find(id)?;
        any |= counted.set(table, index, percent).is_ok();
    }
    any.then_some(counted)
}
