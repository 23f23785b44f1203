//! What the draws come to together: percentiles, the chance of payback, and what matters.

use super::super::{Plan, Scope};
use super::Simulation;
use super::rank::Ranks;
use super::tally::Column;
use crate::model::AssumptionIndex;

/// What a simulation comes to. Savings and avoidance are apart wherever they are not
/// called benefits.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// What was to be done. Its seed and shape are how the draws were made.
    pub plan: Plan,
    /// How many draws were made; as many as planned unless it was stopped.
    pub draws: u32,
    /// All benefits, then savings alone, then each payer in the case's order.
    pub scopes: Vec<ScopeSummary>,
    /// Saved over all years.
    pub savings: Spread,
    /// Avoided over all years.
    pub avoidance: Spread,
    /// Net to date of all benefits, year by year.
    pub fan: Vec<FanYear>,
    /// How each drawn assumption goes together with net over all years of all benefits:
    /// the largest first, whichever way it goes, then in the case's order.
    pub correlations: Vec<Correlation>,
}

/// The benefits of one scope held against the whole investment.
#[derive(Debug, Clone, PartialEq)]
pub struct ScopeSummary {
    /// Whose benefits.
    pub scope: Scope,
    /// Net over all years.
    pub net: Spread,
    /// Net present value, at each draw's own discount rate.
    pub net_present_value: Spread,
    /// The share of draws, from nought to one, in which the investment has come back by
    /// the end of each year and stays so. The last year's is the share with net at or
    /// above nought.
    pub repaid_by: Vec<f64>,
}

/// A figure over all draws, in pounds. A percentile is by nearest rank: P10 is the least
/// amount that a tenth of the draws are at or below, and one that was drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spread {
    /// A tenth of the draws are at or below it.
    pub p10: f64,
    /// Half of the draws are at or below it.
    pub p50: f64,
    /// Nine tenths of the draws are at or below it.
    pub p90: f64,
    /// The mean of all draws.
    pub mean: f64,
}

/// Net to date at the end of one year, in pounds, over all draws.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FanYear {
    /// A tenth of the draws are at or below it.
    pub p10: f64,
    /// A quarter of the draws are at or below it.
    pub p25: f64,
    /// Half of the draws are at or below it.
    pub p50: f64,
    /// Three quarters of the draws are at or below it.
    pub p75: f64,
    /// Nine tenths of the draws are at or below it.
    pub p90: f64,
}

/// How an assumption's draws go together with net.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Spearman's rank correlation, from −1 to 1: above nought where more of it is more
    /// net. Nought also where one of the two never moves.
    pub rank: f64,
}

impl Summary {
    /// The summary of one scope, if the case has it.
    pub fn scope(&self, scope: Scope) -> Option<&ScopeSummary> {
        self.scopes.iter().find(|one| one.scope == scope)
    }
}

impl ScopeSummary {
    /// The share of draws, from nought to one, in which net is at or above nought.
    pub fn at_or_above_nought(&self) -> f64 {
        self.repaid_by.last().copied().unwrap_or_default()
    }
}

/// A summary being made, in steps that each take a few milliseconds of a large simulation,
/// for where nothing may take long. All steps must be of one simulation that stands still.
#[derive(Debug, Clone, Default)]
pub struct Summing {
    step: usize,
    /// The column at hand, to be put in any order.
    scratch: Column,
    /// Net and net present value of each scope, then savings and avoidance.
    spreads: Vec<Spread>,
    fan: Vec<FanYear>,
    ranks: Ranks,
    correlations: Vec<Correlation>,
}

impl Summing {
    /// Does one step; true once all are done.
    pub fn step(&mut self, of: &Simulation) -> bool {
        if of.done == 0 {
            return true;
        }
        let (tally, scopes) = (&of.tally, of.tally.scopes.len());
        let mut step = self.step;
        self.step += 1;
        // In the order of `spreads`.
        if step < 2 * scopes + 2 {
            let column = match (step / 2, step % 2) {
                (scope, 0) if scope < scopes => &tally.scopes[scope].net,
                (scope, _) if scope < scopes => &tally.scopes[scope].present,
                (_, 0) => &tally.savings,
                _ => &tally.avoidance,
            };
            let [p10, p50, p90] = self.percentiles(column, [10, 50, 90]);
            let mean = column.iter().sum::<f64>() / f64::from(of.done);
            self.spreads.push(Spread {
                p10,
                p50,
                p90,
                mean,
            });
            return false;
        }
        step -= 2 * scopes + 2;
        if step <= tally.cumulative.len() {
            let net = &tally.scopes[0].net;
            let column = tally.cumulative.get(step).unwrap_or(net);
            let [p10, p25, p50, p75, p90] = self.percentiles(column, [10, 25, 50, 75, 90]);
            self.fan.push(FanYear {
                p10,
                p25,
                p50,
                p75,
                p90,
            });
            return false;
        }
        step -= tally.cumulative.len() + 1;
        if step == 0 {
            self.ranks = Ranks::of(&tally.scopes[0].net);
        } else if let Some(input) = of.inputs.get(step - 1) {
            let one = Correlation {
                assumption: input.assumption,
                rank: self.ranks.correlation(input),
            };
            let size = |of: &Correlation| of.rank.abs();
            let place = self
                .correlations
                .partition_point(|other| size(other) >= size(&one));
            self.correlations.insert(place, one);
        }
        step >= of.inputs.len()
    }

    /// The summary; none before every step is done, or where no draw is made.
    pub fn summary(self, of: &Simulation) -> Option<Summary> {
        let scopes = of.tally.scopes.len();
        let mut spreads = self.spreads.into_iter();
        let share = |count: u32| f64::from(count) / f64::from(of.done);
        let scopes: Vec<ScopeSummary> = of.tally.scopes[..scopes]
            .iter()
            .map_while(|tally| {
                Some(ScopeSummary {
                    scope: tally.scope,
                    net: spreads.next()?,
                    net_present_value: spreads.next()?,
                    repaid_by: tally.repaid.iter().copied().map(share).collect(),
                })
            })
            .collect();
        let all = self.correlations.len() == of.inputs.len()
            && self.fan.len() > of.tally.cumulative.len();
        Some(Summary {
            plan: of.plan,
            draws: of.done,
            scopes,
            savings: spreads.next()?,
            avoidance: spreads.next()?,
            fan: self.fan,
            correlations: self.correlations,
        })
        .filter(|_| all)
    }

    /// Percentiles of a column by nearest rank, in rising order.
    fn percentiles<const N: usize>(&mut self, column: &Column, wanted: [usize; N]) -> [f64; N] {
        self.scratch.clear();
        self.scratch.extend_from_slice(column);
        // What lies before a found place is below it, so the next is looked for after it.
        let (mut rest, mut passed) = (&mut self.scratch[..], 0);
        wanted.map(|percent| {
            let place = (column.len() * percent).div_ceil(100).max(1) - 1;
            let from = std::mem::take(&mut rest);
            let Some(at) = place.checked_sub(passed).filter(|at| *at < from.len()) else {
                // Two percentiles of a handful of draws may be the same one.
                rest = from;
                return rest.first().copied().unwrap_or_default();
            };
            let (_, &mut found, _) = from.select_nth_unstable_by(at, f64::total_cmp);
            rest = &mut from[at..];
            passed = place;
            found
        })
    }
}
