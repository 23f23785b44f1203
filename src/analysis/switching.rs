//! Switching values: for each assumption, the value at which a condition stops holding.

use super::crossing::Search;
use super::{Aim, Measure, Switch};
use crate::model::{AssumptionIndex, Model, Outcome, Payback, Scenario};

/// Something one wants to be true of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The figure: net or net present value at or above nought, or payback.
    pub aim: Aim,
    /// For payback, the index of the last year in which the investment may come back;
    /// for an amount of no meaning.
    pub by: usize,
}

/// For which values of one assumption a condition holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SwitchingValue {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its low value, from the scenario or else the case.
    pub low: f64,
    /// Its high value, from the scenario or else the case.
    pub high: f64,
    /// Its value in the scenario, which may lie outside low to high.
    pub value: f64,
    /// The answer.
    pub switch: Switch,
}

impl Condition {
    /// Whether it holds of an outcome. Net present value is not rounded first.
    pub fn holds(&self, outcome: &Outcome) -> bool {
        let net = self.aim.scope.net(outcome);
        match self.aim.measure {
            Measure::Net => net.total().0 >= 0,
            Measure::NetPresentValue => outcome.present_value(&net) >= 0.0,
            Measure::Payback => Payback::of(&net).year().is_some_and(|year| year <= self.by),
        }
    }
}

/// Every assumption in the case's order, each moved by itself over everything it takes,
/// the others as in `scenario`.
pub fn switching_values(
    model: &Model,
    scenario: &Scenario,
    condition: Condition,
) -> Vec<SwitchingValue> {
    let table = model.assumptions();
    let mut search = Search::new(model, scenario);
    let values = table.iter().map(|(assumption, _)| {
        let (low, high) = scenario.range(table, assumption);
        SwitchingValue {
            assumption,
            low,
            high,
            value: scenario.value(table, assumption),
            switch: search.switch(assumption, |_, outcome| condition.holds(outcome)),
        }
    });
    values.collect()
}

/// The same with the tightest first: the nearest switching value, held against how far
/// apart low and high are. Those that never switch are last; equal ones stay in order.
pub fn tightest_first(values: &[SwitchingValue]) -> Vec<SwitchingValue> {
    let mut values = values.to_vec();
    values.sort_by(|one, other| one.tightness().total_cmp(&other.tightness()));
    values
}

impl SwitchingValue {
    /// How far the scenario's value may move, or has to, in the assumption's unit: to the
    /// nearest value for which the condition only just holds. None where none switches.
    pub fn room(&self) -> Option<f64> {
        match &self.switch {
            Switch::Holds(stretch) | Switch::Needs(stretch) => {
                let edge = stretch.edge_near(self.value)?;
                Some((edge.holds - self.value).abs())
            }
            Switch::Always(_) | Switch::Never(_) => None,
        }
    }

    /// True where the answer changes between low and high: the range tested decides it.
    pub fn is_within_range(&self) -> bool {
        let (Switch::Holds(stretch) | Switch::Needs(stretch)) = &self.switch else {
            return false;
        };
        let mut edges = stretch.from.iter().chain(&stretch.to);
        edges.any(|edge| {
            let inside = |value: f64| value >= self.low && value <= self.high;
            inside(edge.holds) && inside(edge.fails)
        })
    }

    /// Room as a share of low to high; endless where nothing switches.
    fn tightness(&self) -> f64 {
        match self.room() {
            None => f64::INFINITY,
            // Also where low and high are the same, of which nothing is a share.
            Some(0.0) => 0.0,
            // Not endless: one that switches comes before those that do not.
            Some(room) => (room / (self.high - self.low)).min(f64::MAX),
        }
    }
}
