//! The paper's risks beside the assumptions that test them.

use super::format::value_with_note;
use crate::case::Level;
use crate::model::{AssumptionIndex, Model, Scenario};

/// A risk, with what one can change to see what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskWords {
    /// What could go wrong.
    pub summary: String,
    /// How likely, as the paper grades it: `High`.
    pub probability: &'static str,
    /// How bad, as the paper grades it.
    pub impact: &'static str,
    /// What the paper would do about it.
    pub containment: String,
    /// Section of the paper.
    pub source: String,
    /// The assumptions that test it, in the case's order for the risk.
    pub tested_by: Vec<RiskTest>,
}

/// An assumption that tests a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskTest {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its id, as it stands in links and on the form.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its value now, with its unit.
    pub value: String,
    /// Its published value where that is another; none otherwise.
    pub published: Option<String>,
}

/// The risks of a model's case, with the values of a scenario.
pub fn risks(model: &Model, now: &Scenario) -> Vec<RiskWords> {
    let table = model.assumptions();
    let risks = model.case().evidence().risks.iter().map(|risk| {
        let tests = risk.tested_by.iter().filter_map(|id| {
            let assumption = table.find(id)?;
            let known = &table[assumption];
            Some(RiskTest {
                assumption,
                id: id.clone(),
                label: known.label.clone(),
                value: value_with_note(known, now.value(table, assumption)),
                published: now
                    .changed(assumption)
                    .map(|_| value_with_note(known, known.published)),
            })
        });
        RiskWords {
            summary: risk.summary.clone(),
            probability: grade(risk.probability),
            impact: grade(risk.impact),
            containment: risk.containment.clone(),
            source: risk.source.clone(),
            tested_by: tests.collect(),
        }
    });
    risks.collect()
}

fn grade(level: Level) -> &'static str {
    match level {
        Level::Low => "Low",
        Level::Medium => "Medium",
        Level::High => "High",
    }
}
