//! What is kept of each draw. Everything is added up inside the draw first: a total's
//! spread comes from its own draws, never from the spreads of its parts.

use super::super::Scope;
use crate::case::MAX_YEARS;
use crate::model::{LANES, Lane, LaneOutcome, LaneYears};

/// One figure of every draw so far, in the order of the draws.
pub(super) type Column = Vec<f64>;

/// What is kept of each draw.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// All benefits, then savings alone, then each payer.
    pub scopes: Vec<ScopeTally>,
    /// Saved over all years.
    pub savings: Column,
    /// Avoided over all years.
    pub avoidance: Column,
    /// Net to date of all benefits, for each year but the last, whose is net.
    pub cumulative: Vec<Column>,
}

/// What is kept for the benefits of one scope.
#[derive(Debug, Clone)]
pub(super) struct ScopeTally {
    pub scope: Scope,
    /// Net over all years.
    pub net: Column,
    /// Net present value.
    pub present: Column,
    /// In how many draws the investment has come back by each year, to stay.
    pub repaid: Vec<u32>,
}

impl Tally {
    /// Room for so many draws of a case with so many years and payers.
    pub fn new(draws: usize, years: usize, payers: usize) -> Tally {
        let column = || Column::with_capacity(draws);
        let scopes = [Scope::Benefits, Scope::Savings]
            .into_iter()
            .chain((0..payers).map(Scope::Payer));
        Tally {
            scopes: scopes
                .map(|scope| ScopeTally {
                    scope,
                    net: column(),
                    present: column(),
                    repaid: vec![0; years],
                })
                .collect(),
            savings: column(),
            avoidance: column(),
            cumulative: (1..years).map(|_| column()).collect(),
        }
    }

    /// Takes in the first `count` of some draws that were run side by side.
    pub fn take(&mut self, run: &LaneOutcome, count: usize) {
        let count = count.min(LANES);
        self.savings
            .extend_from_slice(&total(&run.savings, run.years)[..count]);
        self.avoidance
            .extend_from_slice(&total(&run.avoidance, run.years)[..count]);
        let benefits = sum(&run.savings, &run.avoidance, run.years);
        for tally in &mut self.scopes {
            let gained = match tally.scope {
                Scope::Benefits => &benefits,
                Scope::Savings => &run.savings,
                Scope::Payer(payer) => &run.funding[payer],
            };
            let cumulative = tally.take(run, gained, count);
            if tally.scope == Scope::Benefits {
                for (column, to_date) in self.cumulative.iter_mut().zip(&cumulative) {
                    column.extend_from_slice(&to_date[..count]);
                }
            }
        }
    }
}

impl ScopeTally {
    /// Gives net to date by year.
    fn take(&mut self, run: &LaneOutcome, gained: &LaneYears, count: usize) -> LaneYears {
        let mut cumulative = [[0.0; LANES]; MAX_YEARS];
        let mut to_date = [0.0; LANES];
        let mut present = [0.0; LANES];
        let mut divisor = [1.0; LANES];
        for year in 0..run.years {
            for lane in 0..LANES {
                let net = gained[year][lane] - run.investment[year][lane];
                to_date[lane] += net;
                // The steps of `Outcome::present_value`, so that the last digits agree.
                present[lane] += net / divisor[lane];
                divisor[lane] *= run.year_on[lane];
            }
            cumulative[year] = to_date;
        }
        // Repaid by a year is nothing owed in that year or in any after it, so the years
        // are gone through backwards.
        let mut owed: Lane = [f64::INFINITY; LANES];
        for (year, repaid) in self.repaid.iter_mut().enumerate().rev() {
            for (least, position) in owed.iter_mut().zip(&cumulative[year]) {
                *least = if *position < *least {
                    *position
                } else {
                    *least
                };
            }
            *repaid += owed[..count]
                .iter()
                .map(|&least| u32::from(least >= 0.0))
                .sum::<u32>();
        }
        self.net.extend_from_slice(&to_date[..count]);
        self.present.extend_from_slice(&present[..count]);
        cumulative
    }
}

fn total(of: &LaneYears, years: usize) -> Lane {
    let mut total = [0.0; LANES];
    for year in &of[..years] {
        for (sum, more) in total.iter_mut().zip(year) {
            *sum += more;
        }
    }
    total
}

fn sum(one: &LaneYears, other: &LaneYears, years: usize) -> LaneYears {
    let mut sum = *one;
    for (year, more) in sum.iter_mut().zip(other).take(years) {
        for (sum, more) in year.iter_mut().zip(more) {
            *sum += more;
        }
    }
    sum
}
