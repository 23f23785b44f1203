//! A scenario: the assumptions that differ from the published case.

use super::{AssumptionIndex, Assumptions, Model, OutOfRange};
use crate::case::Preset;

/// One assumption that differs from its published value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its value in the scenario; never the published one.
    pub value: f64,
}

/// The assumptions that differ from one case, in the case's order. Empty is the
/// published case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    changes: Vec<Change>,
}

impl Scenario {
    /// The published case: nothing differs.
    pub fn published() -> Scenario {
        Scenario::default()
    }

    /// Sets one assumption. Setting it to its published value removes the difference
    /// and leaves the others as they are.
    ///
    /// # Errors
    /// A value the assumption does not take; the scenario is then unchanged.
    pub fn set(
        &mut self,
        table: &Assumptions,
        assumption: AssumptionIndex,
        value: f64,
    ) -> Result<(), OutOfRange> {
        let value = table[assumption].accept(value)?;
        #[expect(clippy::float_cmp, reason = "published means exactly that value")]
        if value == table[assumption].published {
            self.reset(assumption);
            return Ok(());
        }
        let change = Change { assumption, value };
        match self.place(assumption) {
            Ok(at) => self.changes[at] = change,
            Err(at) => self.changes.insert(at, change),
        }
        Ok(())
    }

    /// Puts one assumption back to its published value.
    pub fn reset(&mut self, assumption: AssumptionIndex) {
        if let Ok(at) = self.place(assumption) {
            self.changes.remove(at);
        }
    }

    /// The changed value of an assumption; none where it is as published.
    pub fn changed(&self, assumption: AssumptionIndex) -> Option<f64> {
        self.place(assumption).ok().map(|at| self.changes[at].value)
    }

    /// The value of an assumption in this scenario.
    pub fn value(&self, table: &Assumptions, assumption: AssumptionIndex) -> f64 {
        self.changed(assumption)
            .unwrap_or(table[assumption].published)
    }

    /// Every difference, in the case's order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// True where nothing differs from the published case.
    pub fn is_published(&self) -> bool {
        self.changes.is_empty()
    }

    fn place(&self, assumption: AssumptionIndex) -> Result<usize, usize> {
        self.changes
            .binary_search_by_key(&assumption, |change| change.assumption)
    }
}

impl Model {
    /// The scenario of a preset of this model's case: the published case with the
    /// preset's values. Nothing of what was changed before stays.
    pub fn preset(&self, preset: &Preset) -> Scenario {
        let table = self.assumptions();
        let mut scenario = Scenario::published();
        for given in &preset.values {
            if let Some(assumption) = table.find(&given.assumption) {
                // A checked case has no value that is not taken; another case's preset
                // may, and then leaves the assumption as published.
                let _ = scenario.set(table, assumption, given.value);
            }
        }
        scenario
    }
}
