//! What each assumption's own range does to net, one at a time.

use crate::model::{AssumptionIndex, Model, Pounds, Scenario};

/// One assumption at its low and at its high value, the others as in a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its low value, from the scenario or else the case.
    pub low: f64,
    /// Its high value, from the scenario or else the case.
    pub high: f64,
    /// Net over all years at the low value.
    pub net_at_low: Pounds,
    /// Net over all years at the high value.
    pub net_at_high: Pounds,
}

impl Range {
    /// What going from low to high adds to net; below nought where high is worse.
    pub fn effect(&self) -> Pounds {
        self.net_at_high - self.net_at_low
    }
}

/// Every assumption moved from its low to its high value, the others as in `scenario`,
/// in the case's order. The ranges are judgements with no likelihoods attached, so the
/// effects are not to be added up.
pub fn low_to_high(model: &Model, scenario: &Scenario) -> Vec<Range> {
    let table = model.assumptions();
    let mut outcome = model.outcome();
    let mut net_at = |assumption, value| {
        let mut moved = scenario.clone();
        // A checked case takes its own low and high; one not taken leaves the scenario.
        let _taken = moved.set(table, assumption, value);
        model.run(&model.values(&moved), &mut outcome);
        outcome.net.total()
    };
    let ranges = table.iter().map(|(assumption, _)| {
        let (low, high) = scenario.range(table, assumption);
        Range {
            assumption,
            low,
            high,
            net_at_low: net_at(assumption, low),
            net_at_high: net_at(assumption, high),
        }
    });
    ranges.collect()
}
