//! The ways in which programmes of this kind have failed, tried on a scenario.

use crate::case::Preset;
use crate::model::{AssumptionIndex, Model, Outcome, Scenario};

/// One failure tried on a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct TriedFailure {
    /// Its place in the case's list of failures.
    pub failure: usize,
    /// The assumptions it sets on top of the scenario; empty where the scenario is at least
    /// as bad in each already.
    pub sets: Vec<(AssumptionIndex, f64)>,
    /// Every assumption it is about, to put it back.
    pub about: Vec<AssumptionIndex>,
    /// What the scenario then comes to.
    pub outcome: Outcome,
}

/// Every failure of the case tried on a scenario, one at a time, in the case's order. What
/// the scenario assumes that is worse stays.
pub fn failures(model: &Model, scenario: &Scenario) -> Vec<TriedFailure> {
    let known = model.case().evidence().failures.iter().enumerate();
    let tried = known.map(|(failure, preset)| {
        let (about, sets) = settings(model, scenario, preset);
        let mut failed = scenario.clone();
        for &(assumption, value) in &sets {
            // A checked case has no value that is not taken.
            let _ = failed.set(model.assumptions(), assumption, value);
        }
        TriedFailure {
            failure,
            outcome: model.evaluate(&failed),
            sets,
            about,
        }
    });
    tried.collect()
}

type Settings = (Vec<AssumptionIndex>, Vec<(AssumptionIndex, f64)>);

/// What a failure is about, and what of it the scenario has not got already.
fn settings(model: &Model, scenario: &Scenario, preset: &Preset) -> Settings {
    let table = model.assumptions();
    let (mut about, mut sets) = (Vec::new(), Vec::new());
    for given in &preset.values {
        let Some(assumption) = table.find(&given.assumption) else {
            continue;
        };
        about.push(assumption);
        let now = scenario.value(table, assumption);
        // On the far side of the published value, and as far as the failure goes.
        let worse = if given.value > table[assumption].published {
            now >= given.value
        } else {
            now <= given.value
        };
        if !worse {
            sets.push((assumption, given.value));
        }
    }
    (about, sets)
}
