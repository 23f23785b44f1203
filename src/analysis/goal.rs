//! What one assumption must be for a figure to reach an amount or a year.

use super::crossing::Search;
use super::{Aim, Measure, Reading, Scope, Switch, Tried};
use crate::model::{AssumptionIndex, Model, Outcome, Payback, Pounds, Scenario};

/// What a figure should come to. Amounts are held against it in whole pounds, as they are
/// shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Net over all years.
    Net(Pounds),
    /// Net present value.
    NetPresentValue(Pounds),
    /// The index of the payback year.
    Payback(usize),
}

/// A figure, and what it should come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// What it should come to.
    pub wanted: Wanted,
    /// Whose benefits.
    pub scope: Scope,
}

impl Goal {
    /// The figure of an aim, and what it should come to: pounds, taken as whole ones, or
    /// the index of a year for payback.
    pub fn of(aim: Aim, target: f64) -> Goal {
        let whole = Pounds::round(target);
        let wanted = match aim.measure {
            Measure::Net => Wanted::Net(whole),
            Measure::NetPresentValue => Wanted::NetPresentValue(whole),
            Measure::Payback => Wanted::Payback(usize::try_from(whole.0).unwrap_or_default()),
        };
        Goal {
            wanted,
            scope: aim.scope,
        }
    }
}

/// A value of the assumption, and what the figure then is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The value.
    pub value: f64,
    /// The figure, from a run with that value.
    pub gives: Reading,
}

/// What was sought, and what was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sought {
    /// The assumption that moves.
    pub assumption: AssumptionIndex,
    /// What is to be reached.
    pub goal: Goal,
    /// The scenario's own value, and what it gives.
    pub now: Given,
    /// The answer.
    pub found: Found,
}

/// The answer to a [`Goal`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// The figure is that already, to the pound or to the year.
    Already,
    /// A value reaches it, or is the first to pass it, since figures go in steps.
    Reached {
        /// The value, and what it gives.
        at: Given,
        /// Its neighbour towards the scenario's own value, which does not reach it.
        nearer: Given,
    },
    /// No value that was tried reaches it.
    Unreached {
        /// Of those tried, the one that comes nearest; of equals, the nearest to the
        /// scenario's own value.
        closest: Given,
        /// How many were tried.
        tried: Tried,
    },
}

impl Goal {
    /// The figure it is about.
    pub fn aim(&self) -> Aim {
        Aim {
            scope: self.scope,
            measure: match self.wanted {
                Wanted::Net(_) => Measure::Net,
                Wanted::NetPresentValue(_) => Measure::NetPresentValue,
                Wanted::Payback(_) => Measure::Payback,
            },
        }
    }

    /// How far a figure is above what it should be, that is later for payback, as two
    /// numbers of which the first counts more: not being paid back is after every year.
    fn above(&self, reading: Reading) -> (i64, i64) {
        match (self.wanted, reading) {
            (Wanted::Net(wanted) | Wanted::NetPresentValue(wanted), Reading::Amount(amount)) => {
                (Pounds::round(amount).0.saturating_sub(wanted.0), 0)
            }
            (Wanted::Payback(wanted), Reading::Payback(Payback::Within { year, .. })) => {
                let whole = |year| i64::try_from(year).unwrap_or(i64::MAX);
                (whole(year) - whole(wanted), 0)
            }
            (_, Reading::Payback(Payback::NotWithin { shortfall })) => (i64::MAX, shortfall.0),
            // A reading of another figure than the aim's, which there is not.
            _ => (0, 0),
        }
    }
}

/// Searches everything `assumption` takes, the others as in `scenario`, for the value
/// nearest to the scenario's own that reaches `goal`, whichever side of it the figure is
/// on now.
pub fn goal_seek(
    model: &Model,
    scenario: &Scenario,
    assumption: AssumptionIndex,
    goal: Goal,
) -> Sought {
    let aim = goal.aim();
    let own = scenario.value(model.assumptions(), assumption);
    let mut search = Search::new(model, scenario);
    let mut give = |value| Given {
        value,
        gives: aim.of(search.at(assumption, value)),
    };
    let now = give(own);
    let sought = |found| Sought {
        assumption,
        goal,
        now,
        found,
    };
    let above = goal.above(now.gives);
    if above == (0, 0) {
        return sought(Found::Already);
    }
    let from_above = above > (0, 0);
    let mut closest = now;
    let switch = search.switch(assumption, |value, outcome: &Outcome| {
        let gives = aim.of(outcome);
        let above = goal.above(gives);
        let best = goal.above(closest.gives);
        let better = if from_above {
            above < best
        } else {
            above > best
        };
        let nearer = (value - own).abs() < (closest.value - own).abs();
        if better || (above == best && nearer) {
            closest = Given { value, gives };
        }
        if from_above {
            above <= (0, 0)
        } else {
            above >= (0, 0)
        }
    });
    let edge = match switch {
        Switch::Needs(stretch) => stretch.edge_near(own),
        Switch::Never(tried) => return sought(Found::Unreached { closest, tried }),
        // The scenario's own value does not reach it, as was seen above.
        Switch::Always(_) | Switch::Holds(_) => None,
    };
    let Some(edge) = edge else {
        return sought(Found::Already);
    };
    let mut give = |value| Given {
        value,
        gives: aim.of(search.at(assumption, value)),
    };
    sought(Found::Reached {
        at: give(edge.holds),
        nearer: give(edge.fails),
    })
}
