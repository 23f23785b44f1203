//! What a test looks at: one figure of an outcome, for all benefits, for savings alone or
//! for one payer.

use crate::model::{Outcome, Payback, Series};

/// Whose benefits are held against the whole investment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Savings and avoidance, whoever gains.
    #[default]
    Benefits,
    /// Savings alone: what can be taken out of a budget.
    Savings,
    /// What one payer gains, by its place in the case.
    Payer(usize),
}

/// Which figure is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// Net over all years of the case, undiscounted, in whole pounds.
    #[default]
    Net,
    /// Net present value at the scenario's discount rate, in pounds, not rounded.
    NetPresentValue,
    /// When the investment has come back.
    Payback,
}

/// One figure of an outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Aim {
    /// Which figure.
    pub measure: Measure,
    /// Whose benefits.
    pub scope: Scope,
}

/// What a figure comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Pounds; whole for net.
    Amount(f64),
    /// When the investment has come back.
    Payback(Payback),
}

impl Scope {
    /// Benefits of this scope less the whole investment, year by year.
    pub fn net(self, outcome: &Outcome) -> Series {
        // A payer that the case does not have gains nothing.
        let nothing = Series::zero(outcome.net.len());
        let gained = match self {
            Scope::Benefits => return outcome.net,
            Scope::Savings => &outcome.savings,
            Scope::Payer(payer) => outcome.funding.get(payer).unwrap_or(&nothing),
        };
        gained - &outcome.investment
    }
}

impl Aim {
    /// What the figure comes to in an outcome.
    pub fn of(self, outcome: &Outcome) -> Reading {
        let net = self.scope.net(outcome);
        match self.measure {
            Measure::Net => Reading::Amount(net.total().as_f64()),
            Measure::NetPresentValue => Reading::Amount(outcome.present_value(&net)),
            Measure::Payback => Reading::Payback(Payback::of(&net)),
        }
    }
}
