//! What a scenario changes, in words.

use super::format::value;
use crate::model::{Model, Scenario};

/// One changed assumption, as "from 10% to 15%" needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWords {
    /// The assumption's name.
    pub label: String,
    /// Its published value with its unit.
    pub from: String,
    /// Its value in the scenario with its unit.
    pub to: String,
}

/// Every difference from the published case, in the case's order.
pub fn changes(model: &Model, scenario: &Scenario) -> Vec<ChangeWords> {
    let words = scenario.changes().iter().map(|change| {
        let assumption = &model.assumptions()[change.assumption];
        ChangeWords {
            label: assumption.label.clone(),
            from: value(assumption, assumption.published),
            to: value(assumption, change.value),
        }
    });
    words.collect()
}

/// Every assumption whose value differs between two scenarios, in the case's order.
pub fn changes_between(model: &Model, before: &Scenario, after: &Scenario) -> Vec<ChangeWords> {
    let table = model.assumptions();
    let mut words = Vec::new();
    for (index, assumption) in table.iter() {
        let (from, to) = (before.value(table, index), after.value(table, index));
        #[expect(clippy::float_cmp, reason = "the same value or not")]
        if from != to {
            words.push(ChangeWords {
                label: assumption.label.clone(),
                from: value(assumption, from),
                to: value(assumption, to),
            });
        }
    }
    words
}
