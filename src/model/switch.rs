//! Switching a whole line off and on again, by the one assumption that makes it nought.

use super::{AssumptionIndex, Line, Model, Scenario};
use crate::model::benefit::CompiledRule;

/// The assumption by which a line is switched, and what it is when the line is on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Switch {
    /// Which assumption: nought of it switches the line off.
    pub assumption: AssumptionIndex,
    /// Its value when the line is switched on again.
    pub on: f64,
}

impl Model {
    /// How a line is switched: a benefit by how much of it is delivered, an investment by
    /// its posts or its sum. None for an overlap, which follows from other lines, and where
    /// the assumption may not be nought or several lines go by it.
    pub fn switch(&self, line: Line) -> Option<Switch> {
        let compiled = self.compiled();
        let assumption = match line {
            Line::Investment(place) => {
                let scale = compiled.investment.get(place)?.scale;
                let same = compiled
                    .investment
                    .iter()
                    .filter(|line| line.scale == scale);
                (same.count() == 1).then_some(scale)?
            }
            Line::Benefit(place) => match &compiled.benefits.get(place)?.rule {
                CompiledRule::Product(product) => product.delivery?,
                CompiledRule::Overlap(_) => return None,
            },
        };
        let known = &self.assumptions()[assumption];
        let own = self.counts(assumption).is_some();
        known.accept(0.0).ok()?;
        Some(Switch {
            assumption,
            on: if own { 100.0 } else { known.published },
        })
    }

    /// True where a line is switched off in a scenario.
    pub fn is_off(&self, scenario: &Scenario, switch: Switch) -> bool {
        scenario.value(self.assumptions(), switch.assumption) == 0.0
    }
}
