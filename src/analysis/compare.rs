//! A few scenarios beside the published case.

use crate::model::{AssumptionIndex, Model, Outcome, Scenario};

/// The most scenarios that stand beside the published case: what a page has room for.
pub const MOST_SCENARIOS: usize = 4;

/// Scenarios of one model, run, beside the published case.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The scenarios, in the order given.
    pub scenarios: Vec<Scenario>,
    /// The outcome of each.
    pub outcomes: Vec<Outcome>,
    /// The outcome of the published case.
    pub published: Outcome,
    /// The assumptions in which any scenario differs from the published case, in the
    /// case's order.
    pub differing: Vec<AssumptionIndex>,
}

/// Runs the first [`MOST_SCENARIOS`] scenarios and the published case.
pub fn compare(model: &Model, scenarios: &[Scenario]) -> Comparison {
    let scenarios: Vec<Scenario> = scenarios.iter().take(MOST_SCENARIOS).cloned().collect();
    let table = model.assumptions().iter();
    let differing = table
        .map(|(index, _)| index)
        .filter(|index| scenarios.iter().any(|one| one.changed(*index).is_some()));
    Comparison {
        differing: differing.collect(),
        outcomes: scenarios.iter().map(|one| model.evaluate(one)).collect(),
        published: model.evaluate(&Scenario::published()),
        scenarios,
    }
}
