//! Several sets of values run side by side.

use super::{AssumptionIndex, Model, Outcome, Scenario, Series, Values};
use crate::case::MAX_YEARS;

/// How many sets of values are run at once.
pub const LANES: usize = 8;

/// One number for each set of values.
pub type Lane = [f64; LANES];

/// One number for each year and each set of values; years past the last are nought.
pub type LaneYears = [Lane; MAX_YEARS];

/// What runs side by side give: as in an [`Outcome`], in whole pounds.
#[derive(Debug, Clone)]
pub struct LaneOutcome {
    /// How many years there are.
    pub years: usize,
    /// Spent.
    pub investment: LaneYears,
    /// Cashable benefits.
    pub savings: LaneYears,
    /// Growth that does not happen.
    pub avoidance: LaneYears,
    /// Gained, by payer: savings and avoidance together.
    pub funding: Vec<LaneYears>,
    /// The rate present values are taken at, per cent a year.
    pub discount_rate: Lane,
}

/// A model ready to run sets of values that differ in some assumptions alone.
#[derive(Debug, Clone)]
pub struct Lanes {
    model: Model,
    values: Values,
    varied: Vec<AssumptionIndex>,
    scratch: Outcome,
    outcome: LaneOutcome,
}

impl Lanes {
    /// Runs of a scenario in which these assumptions differ.
    pub fn new(model: &Model, scenario: &Scenario, varied: Vec<AssumptionIndex>) -> Lanes {
        let scratch = model.outcome();
        let outcome = LaneOutcome {
            years: scratch.net.len(),
            investment: [[0.0; LANES]; MAX_YEARS],
            savings: [[0.0; LANES]; MAX_YEARS],
            avoidance: [[0.0; LANES]; MAX_YEARS],
            funding: vec![[[0.0; LANES]; MAX_YEARS]; scratch.funding.len()],
            discount_rate: [0.0; LANES],
        };
        Lanes {
            values: model.values(scenario),
            model: model.clone(),
            varied,
            scratch,
            outcome,
        }
    }

    /// Runs eight sets: for each assumption that differs, in the order given, its value in
    /// each set, which the assumption must take. Allocates nothing.
    pub fn run(&mut self, values: &[Lane]) -> &LaneOutcome {
        for lane in 0..LANES {
            for (index, value) in self.varied.iter().zip(values) {
                self.values.0[index.0] = value[lane];
            }
            self.model.run(&self.values, &mut self.scratch);
            let put = |years: &mut LaneYears, series: &Series| {
                for (year, pounds) in years.iter_mut().zip(series.iter()) {
                    year[lane] = pounds.as_f64();
                }
            };
            put(&mut self.outcome.investment, &self.scratch.investment);
            put(&mut self.outcome.savings, &self.scratch.savings);
            put(&mut self.outcome.avoidance, &self.scratch.avoidance);
            for (years, series) in self.outcome.funding.iter_mut().zip(&self.scratch.funding) {
                put(years, series);
            }
            self.outcome.discount_rate[lane] = self.scratch.discount_rate;
        }
        &self.outcome
    }
}
