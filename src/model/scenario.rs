//! A scenario: the assumptions that differ from the published case, and the ranges they
//! are tested over where those differ from the case's own.

use thiserror::Error;

use super::{AssumptionIndex, Assumptions, Model, OutOfRange};
use crate::case::{Decimal, Preset};

/// One assumption that differs from its published value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its value in the scenario; never the published one.
    pub value: f64,
}

/// The low and high value that one assumption is tested between, where they are not the
/// case's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestRange {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// The low value, within the assumption's bounds.
    pub low: f64,
    /// The high value, within the assumption's bounds and not below the low one.
    pub high: f64,
}

/// A low and a high value that cannot be tested between.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum RangeFault {
    /// The low value is none the assumption takes.
    #[error("low {0}")]
    Low(OutOfRange),
    /// The high value is none the assumption takes.
    #[error("high {0}")]
    High(OutOfRange),
    /// They are the wrong way about.
    #[error("low {} is above high {}; give the lower value first", Decimal(*.low), Decimal(*.high))]
    LowAboveHigh {
        /// The low value given.
        low: f64,
        /// The high value given.
        high: f64,
    },
}

/// The assumptions that differ from one case, and the ranges that do, in the case's
/// order. Empty is the published case. Ranges enter no figure of a run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    changes: Vec<Change>,
    ranges: Vec<TestRange>,
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

    /// The low and high value an assumption is tested between: the scenario's own, or
    /// else the case's.
    pub fn range(&self, table: &Assumptions, assumption: AssumptionIndex) -> (f64, f64) {
        let own = self.ranges.iter().find(|own| own.assumption == assumption);
        own.map_or_else(
            || (table[assumption].low, table[assumption].high),
            |own| (own.low, own.high),
        )
    }

    /// Sets the range of one assumption. Setting it to the case's own removes the
    /// difference. The published value, and the scenario's, may lie outside.
    ///
    /// # Errors
    /// A value the assumption does not take, or low above high; the scenario is then
    /// unchanged.
    pub fn set_range(
        &mut self,
        table: &Assumptions,
        assumption: AssumptionIndex,
        low: f64,
        high: f64,
    ) -> Result<(), RangeFault> {
        let known = &table[assumption];
        let low = known.accept(low).map_err(RangeFault::Low)?;
        let high = known.accept(high).map_err(RangeFault::High)?;
        if low > high {
            return Err(RangeFault::LowAboveHigh { low, high });
        }
        self.reset_range(assumption);
        #[expect(
            clippy::float_cmp,
            reason = "the case's own means exactly those values"
        )]
        let own = low == known.low && high == known.high;
        if !own {
            let at = self
                .ranges
                .partition_point(|other| other.assumption < assumption);
            let range = TestRange {
                assumption,
                low,
                high,
            };
            self.ranges.insert(at, range);
        }
        Ok(())
    }

    /// Puts the range of one assumption back to the case's own.
    pub fn reset_range(&mut self, assumption: AssumptionIndex) {
        self.ranges.retain(|own| own.assumption != assumption);
    }

    /// Every range that differs from the case's own, in the case's order.
    pub fn ranges(&self) -> &[TestRange] {
        &self.ranges
    }

    /// Every difference, in the case's order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// True where no assumption differs from the published case.
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
