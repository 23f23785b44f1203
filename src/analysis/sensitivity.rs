//! Every assumption from its low to its high value, one at a time, and what that does.

use std::cmp::Ordering;

use super::trial::Trial;
use super::{Aim, Measure, Readings, Scope};
use crate::model::{AssumptionIndex, Model, Payback, Pounds, Scenario};

/// One assumption at its low and at its high value, the others as in a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its low value, from the scenario or else the case.
    pub low: f64,
    /// Its high value, from the scenario or else the case.
    pub high: f64,
    /// Its value in the scenario, which may lie outside low to high.
    pub value: f64,
    /// The figures at the low value.
    pub at_low: Readings,
    /// The figures of the scenario itself: the same in every swing of one scenario.
    pub now: Readings,
    /// The figures at the high value.
    pub at_high: Readings,
}

/// How far apart a figure comes out at low, at high and at the scenario's own value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// It does not move.
    Nothing,
    /// Pounds between the least and the greatest of the three.
    Amount(f64),
    /// Years between the earliest and the latest payback point.
    Years(f64),
    /// Never paid back; pounds between the least and the greatest shortfall.
    Shortfall(Pounds),
    /// Paid back at one value and not at another: beyond every number of years.
    Beyond {
        /// The earliest of the payback points, in years from the start.
        earliest: f64,
        /// The greatest of the shortfalls.
        shortfall: Pounds,
    },
}

/// Every assumption moved from its low to its high value, the others as in `scenario`,
/// in the case's order. One whose low and high are the same is there too: see
/// [`Swing::is_tested`]. The ranges are judgements with no likelihoods attached, so the
/// effects are not to be added up.
pub fn sensitivity(model: &Model, scenario: &Scenario, scope: Scope) -> Vec<Swing> {
    let table = model.assumptions();
    let mut trial = Trial::new(model, scenario);
    let now = Readings::of(scope, trial.run());
    let swings = table.iter().map(|(assumption, _)| {
        let (low, high) = scenario.range(table, assumption);
        Swing {
            assumption,
            low,
            high,
            value: trial.now(assumption),
            at_low: Readings::of(scope, trial.at(assumption, low)),
            now,
            at_high: Readings::of(scope, trial.at(assumption, high)),
        }
    });
    swings.collect()
}

/// The swings that have a range, the largest effect on `measure` first and those that
/// move nothing last; equal ones stay in the case's order.
pub fn ranked(swings: &[Swing], measure: Measure) -> Vec<Swing> {
    let mut tested: Vec<(Effect, Swing)> = swings
        .iter()
        .filter(|swing| swing.is_tested())
        .map(|swing| (swing.effect(measure), *swing))
        .collect();
    tested.sort_by(|(one, _), (other, _)| other.compare(one));
    tested.into_iter().map(|(_, swing)| swing).collect()
}

/// Every assumption from the one that moves the figure most; then those that have no range
/// to be moved over.
pub fn by_effect(model: &Model, scenario: &Scenario, aim: Aim) -> Vec<AssumptionIndex> {
    let swings = sensitivity(model, scenario, aim.scope);
    let tested = ranked(&swings, aim.measure);
    let others = swings.iter().filter(|swing| !swing.is_tested());
    tested
        .iter()
        .chain(others)
        .map(|swing| swing.assumption)
        .collect()
}

impl Swing {
    /// True where there is anything between low and high.
    pub fn is_tested(&self) -> bool {
        self.low < self.high
    }

    /// What going from low to high adds to net; below nought where high is worse.
    pub fn on_net(&self) -> Pounds {
        self.at_high.net - self.at_low.net
    }

    /// How far a figure moves.
    pub fn effect(&self, measure: Measure) -> Effect {
        let three = [self.at_low, self.now, self.at_high];
        match measure {
            Measure::Net => amount(three.map(|readings| readings.net.as_f64())),
            Measure::NetPresentValue => amount(three.map(|readings| readings.net_present_value)),
            Measure::Payback => payback(three.map(|readings| readings.payback)),
        }
    }
}

impl Effect {
    /// The smaller effect first. Effects on one figure in one scenario can all be
    /// compared; of two figures there is nothing to say.
    pub fn compare(&self, other: &Effect) -> Ordering {
        match (self, other) {
            (Effect::Amount(one), Effect::Amount(another))
            | (Effect::Years(one), Effect::Years(another)) => one.total_cmp(another),
            (Effect::Shortfall(one), Effect::Shortfall(another)) => one.cmp(another),
            (
                Effect::Beyond {
                    earliest,
                    shortfall,
                },
                Effect::Beyond {
                    earliest: sooner,
                    shortfall: more,
                },
            ) => shortfall.cmp(more).then_with(|| sooner.total_cmp(earliest)),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Effect::Nothing => 0,
            Effect::Shortfall(_) => 1,
            Effect::Amount(_) | Effect::Years(_) => 2,
            Effect::Beyond { .. } => 3,
        }
    }
}

fn amount(three: [f64; 3]) -> Effect {
    let apart = spread(three.into_iter());
    if apart > 0.0 {
        Effect::Amount(apart)
    } else {
        Effect::Nothing
    }
}

fn payback(three: [Payback; 3]) -> Effect {
    let points = || three.iter().filter_map(|payback| payback_point(*payback));
    let short = || {
        three.iter().filter_map(|payback| match payback {
            Payback::NotWithin { shortfall } => Some(*shortfall),
            Payback::Within { .. } => None,
        })
    };
    let most = short().max().unwrap_or_default();
    let least = short().min().unwrap_or_default();
    match points().count() {
        3 => match spread(points()) {
            apart if apart > 0.0 => Effect::Years(apart),
            _ => Effect::Nothing,
        },
        0 if most > least => Effect::Shortfall(most - least),
        0 => Effect::Nothing,
        _ => Effect::Beyond {
            earliest: points().fold(f64::INFINITY, f64::min),
            shortfall: most,
        },
    }
}

fn payback_point(payback: Payback) -> Option<f64> {
    match payback {
        Payback::Within { point, .. } => Some(point),
        Payback::NotWithin { .. } => None,
    }
}

/// From the least to the greatest.
fn spread(figures: impl Iterator<Item = f64> + Clone) -> f64 {
    let least = figures.clone().fold(f64::INFINITY, f64::min);
    figures.fold(f64::NEG_INFINITY, f64::max) - least
}
