//! Sense checks: what a reader who knows the field would ask of a case before believing
//! it. They warn and never stop anything; a case may have its reasons.
//!
//! Every comparison that was made is here, in order or not, so that nobody takes a short
//! list of warnings for a short list of checks.

mod national;
mod people;
mod shares;
mod timing;

pub use national::{NATIONAL, National, national};

use crate::model::{AssumptionIndex, Model, Payback, Pounds, Scenario};

/// One comparison of a sense check.
#[derive(Debug, Clone, PartialEq)]
pub struct SenseCheck {
    /// What was compared, with its figures.
    pub sense: Sense,
    /// True where it is worth a question.
    pub warns: bool,
}

/// The checks, in the order they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SenseKind {
    /// Unit costs beside national ones.
    UnitCosts,
    /// Benefits that come soon after the money is spent.
    Delivery,
    /// Savings beside the cost they fall on.
    Savings,
    /// Pupils moved beside the pupils there are.
    Pupils,
    /// Payback without what ring-fenced payers gain.
    Payers,
    /// Posts that are still paid in the last year.
    Posts,
}

impl SenseKind {
    /// Every check, in the order they are told.
    pub const ALL: [SenseKind; 6] = [
        SenseKind::UnitCosts,
        SenseKind::Delivery,
        SenseKind::Savings,
        SenseKind::Pupils,
        SenseKind::Payers,
        SenseKind::Posts,
    ];
}

/// What was compared. Lines are named by their place in the case's list.
#[derive(Debug, Clone, PartialEq)]
pub enum Sense {
    /// A unit cost beside the national one of the nearest year. It warns where one is more
    /// than [`NEAR`] times the other, or above a national figure that is a most; and where
    /// the assumption is not in pounds, since then the two cannot be compared.
    UnitCost {
        /// The assumption that says it measures it.
        assumption: AssumptionIndex,
        /// Its value in the scenario.
        value: f64,
        /// The published national figure.
        national: &'static National,
    },
    /// When a benefit begins, and the first spending it can follow from, both in months
    /// from the start of the case as far as yearly figures tell. It warns where they are
    /// less than [`SOON`] months apart.
    Begins {
        /// The benefit line.
        line: usize,
        /// When its first effect is felt.
        benefit: f64,
        /// When money is first spent.
        spending: f64,
        /// True where that is its own workstream's spending; the whole case's otherwise,
        /// since the workstream spends nothing.
        own: bool,
    },
    /// What lines take of one whole, in the year they take most, before delivery and delay.
    /// It warns above a hundred per cent.
    Taken {
        /// What it is taken of.
        of: Whole,
        /// The lines that take it.
        lines: Vec<usize>,
        /// Index of the year; none where it is so to the last year.
        year: Option<usize>,
        /// Per cent of the whole, all lines together.
        percent: f64,
    },
    /// What moving one pupil saves. It warns where the pupil comes to cost more. More than
    /// the pupil cost before it cannot save, since no cost is below nought.
    Moving {
        /// The benefit line.
        line: usize,
        /// Pounds a year before.
        from: f64,
        /// Pounds a year after.
        to: f64,
    },
    /// Pupils moved by all lines together, in the year they move most. It warns where there
    /// are fewer.
    Moved {
        /// The assumption that counts them.
        pupils: AssumptionIndex,
        /// The lines that move some of them.
        lines: Vec<usize>,
        /// Index of that year.
        year: usize,
        /// How many are moved.
        moved: f64,
        /// How many there are.
        known: f64,
    },
    /// Payback with and without what ring-fenced payers gain, where they gain anything. It
    /// warns where it is reached only with that.
    RingFenced {
        /// Payback on all benefits.
        with: Payback,
        /// The same, of what can repay the investor.
        without: Payback,
        /// What the ring-fenced payers gain over all years.
        gained: Pounds,
    },
    /// What a line of posts costs in the last year. It warns where that is not nought: the
    /// case does not say when it ends, or who pays then.
    LastYear {
        /// The investment line.
        line: usize,
        /// Index of the last year in which it costs anything.
        last: usize,
        /// What it costs in the last year of the case.
        amount: Pounds,
    },
}

/// What a share is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// A cost, or a growth in cost or demand.
    Assumption(AssumptionIndex),
    /// The pressure of a benefit line, by the line's place.
    Pressure(usize),
}

/// How many times a national unit cost, or what part of it, still passes as near it: prices
/// differ between counties by about so much.
pub const NEAR: f64 = 1.5;

/// Months between spending and effect under which a benefit is soon.
pub const SOON: f64 = 6.0;

/// Every comparison of the sense checks, check by check in the order of [`SenseKind::ALL`].
pub fn sense_checks(model: &Model, scenario: &Scenario) -> Vec<SenseCheck> {
    let outcome = model.evaluate(scenario);
    let mut checks = national::unit_costs(model, scenario);
    checks.extend(timing::delivery(model, scenario, &outcome));
    checks.extend(shares::taken(model, scenario));
    checks.extend(shares::moving(model, scenario));
    checks.extend(people::moved(model, scenario));
    checks.extend(people::ring_fenced(model, &outcome));
    checks.extend(timing::posts(model, &outcome));
    checks
}

impl Sense {
    /// Which check it belongs to.
    pub fn kind(&self) -> SenseKind {
        match self {
            Sense::UnitCost { .. } => SenseKind::UnitCosts,
            Sense::Begins { .. } => SenseKind::Delivery,
            Sense::Taken { .. } | Sense::Moving { .. } => SenseKind::Savings,
            Sense::Moved { .. } => SenseKind::Pupils,
            Sense::RingFenced { .. } => SenseKind::Payers,
            Sense::LastYear { .. } => SenseKind::Posts,
        }
    }
}

/// The value of an assumption by its id; nought for one that a checked case does not have.
fn value(model: &Model, scenario: &Scenario, id: &str) -> f64 {
    let table = model.assumptions();
    let index = table.find(id);
    index.map_or(0.0, |index| scenario.value(table, index))
}

/// Lines that share a key, in the order they are met: the key, and what each brings.
fn grouped<K: PartialEq, V>(each: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut groups: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in each {
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) => values.push(value),
            None => groups.push((key, vec![value])),
        }
    }
    groups
}

/// The place and the amount of the largest of some amounts, the first of several.
fn largest(amounts: &[f64]) -> (usize, f64) {
    let mut found = (0, f64::NEG_INFINITY);
    for (place, &amount) in amounts.iter().enumerate() {
        if amount > found.1 {
            found = (place, amount);
        }
    }
    found
}
