//! One assumption after another set to a value and run, the others as in a scenario.

use super::{Measure, Reading, Scope};
use crate::model::{AssumptionIndex, Model, Outcome, Payback, Pounds, Scenario, Values};

/// The figures that a test looks at, for one [`Scope`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readings {
    /// Net over all years, undiscounted.
    pub net: Pounds,
    /// Net present value at the scenario's discount rate, in pounds, not rounded.
    pub net_present_value: f64,
    /// When the investment has come back.
    pub payback: Payback,
}

impl Readings {
    /// The figures of an outcome.
    pub fn of(scope: Scope, outcome: &Outcome) -> Readings {
        let net = scope.net(outcome);
        Readings {
            net: net.total(),
            net_present_value: outcome.present_value(&net),
            payback: Payback::of(&net),
        }
    }

    /// One of them.
    pub fn get(&self, measure: Measure) -> Reading {
        match measure {
            Measure::Net => Reading::Amount(self.net.as_f64()),
            Measure::NetPresentValue => Reading::Amount(self.net_present_value),
            Measure::Payback => Reading::Payback(self.payback),
        }
    }
}

/// A scenario to try values in. Made once for many runs, none of which allocates.
#[derive(Debug)]
pub(super) struct Trial<'a> {
    model: &'a Model,
    values: Values,
    outcome: Outcome,
}

impl<'a> Trial<'a> {
    pub fn new(model: &'a Model, scenario: &Scenario) -> Trial<'a> {
        Trial {
            model,
            values: model.values(scenario),
            outcome: model.outcome(),
        }
    }

    /// The scenario's own value of an assumption.
    pub fn now(&self, assumption: AssumptionIndex) -> f64 {
        self.values[assumption]
    }

    /// Sets a value for every later run. One the assumption does not take, which neither
    /// bounds nor ranges ever are, leaves it as it is.
    pub fn set(&mut self, assumption: AssumptionIndex, value: f64) {
        let _taken = self.values.set(self.model.assumptions(), assumption, value);
    }

    /// Runs what is set.
    pub fn run(&mut self) -> &Outcome {
        self.model.run(&self.values, &mut self.outcome);
        &self.outcome
    }

    /// Runs with one assumption at another value, and puts it back.
    pub fn at(&mut self, assumption: AssumptionIndex, value: f64) -> &Outcome {
        let now = self.now(assumption);
        self.set(assumption, value);
        self.model.run(&self.values, &mut self.outcome);
        self.set(assumption, now);
        &self.outcome
    }
}
