//! The case drawn by lot many times: each assumption between its low and its high, all at
//! once, and what the outcomes then look like together.
//!
//! Assumptions are drawn independently of each other. One that several lines share is
//! drawn once in each draw, so what they share moves together; beyond that nothing does,
//! which makes the spread of a sum narrower than where bad news comes in company.
//!
//! With one link the figures are the same on any machine and in any year: draws are a
//! function of the seed and the assumption's id ([`random`]), values come from tables made
//! with arithmetic that every platform agrees on ([`quantile`]), and runs are those of
//! [`crate::model::Model::run`] to the pound.

mod input;
mod numbers;
mod quantile;
mod random;
mod rank;
mod summary;
mod tally;

pub use input::{Drawn, drawn};
pub use summary::{Correlation, FanYear, ScopeSummary, Spread, Summary, Summing};

use thiserror::Error;

use super::Plan;
use crate::model::{LANES, Lane, Lanes, Model, Scenario};
use input::Input;
use tally::Tally;

/// How many times eight draws are in a block.
const GROUPS: usize = 8;

/// A plan that cannot be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlanProblem {
    /// Too few or too many draws.
    #[error(
        "{asked} draws cannot be made; ask for {} to {}",
        Plan::FEWEST,
        Plan::MOST
    )]
    Draws {
        /// How many were asked for.
        asked: u32,
    },
}

impl Plan {
    /// Checks that it can be carried out.
    ///
    /// # Errors
    /// Draws outside [`Plan::FEWEST`] to [`Plan::MOST`].
    pub fn check(self) -> Result<Plan, PlanProblem> {
        if (Plan::FEWEST..=Plan::MOST).contains(&self.draws) {
            Ok(self)
        } else {
            Err(PlanProblem::Draws { asked: self.draws })
        }
    }
}

/// A simulation under way. It is carried forward in slices of any size, which make no
/// difference to its figures.
#[derive(Debug, Clone)]
pub struct Simulation {
    model: Model,
    scenario: Scenario,
    plan: Plan,
    inputs: Vec<Input>,
    lanes: Lanes,
    /// The values of a block of draws, input by input, so that one table is gone to for
    /// many draws.
    block: Vec<[Lane; GROUPS]>,
    /// Those of the draws being run, one lane for each input.
    values: Vec<Lane>,
    done: u32,
    tally: Tally,
}

impl Simulation {
    /// A simulation of a scenario, of which no draw is made yet.
    ///
    /// # Errors
    /// A plan that cannot be carried out.
    pub fn new(model: &Model, scenario: &Scenario, plan: Plan) -> Result<Simulation, PlanProblem> {
        let plan = plan.check()?;
        let drawn = drawn(model, scenario, plan.around);
        let inputs = Input::all(model.assumptions(), &drawn, plan);
        let varied = drawn.iter().map(|drawn| drawn.assumption).collect();
        let (years, payers) = (model.outcome().net.len(), model.case().payers.len());
        Ok(Simulation {
            model: model.clone(),
            scenario: scenario.clone(),
            plan,
            block: vec![[[0.0; LANES]; GROUPS]; inputs.len()],
            values: vec![[0.0; LANES]; inputs.len()],
            inputs,
            lanes: Lanes::new(model, scenario, varied),
            done: 0,
            tally: Tally::new(plan.draws as usize, years, payers),
        })
    }

    /// Makes the next draws, so many at most, and gives how many are made by then.
    /// Allocates nothing.
    pub fn advance(&mut self, at_most: u32) -> u32 {
        let mut left = at_most.min(self.plan.draws - self.done);
        while left > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "sixty-four")]
            let block = left.min((LANES * GROUPS) as u32);
            for (input, groups) in self.inputs.iter().zip(&mut self.block) {
                for (first, lanes) in (self.done..).step_by(LANES).zip(groups) {
                    input.fill(first, lanes);
                }
            }
            let mut still = block as usize;
            for group in 0..still.div_ceil(LANES) {
                for (values, groups) in self.values.iter_mut().zip(&self.block) {
                    *values = groups[group];
                }
                self.tally.take(self.lanes.run(&self.values), still);
                still = still.saturating_sub(LANES);
            }
            self.done += block;
            left -= block;
        }
        self.done
    }

    /// True once every draw is made.
    pub fn done(&self) -> bool {
        self.done == self.plan.draws
    }

    /// How many draws are made.
    pub fn progress(&self) -> u32 {
        self.done
    }

    /// What is to be done.
    pub fn plan(&self) -> Plan {
        self.plan
    }

    /// The model it runs.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The values of one draw, whether it is made already or not: the scenario that
    /// [`Model::run`] would be given for it.
    pub fn scenario_of_draw(&self, draw: u32) -> Scenario {
        let mut scenario = self.scenario.clone();
        for input in &self.inputs {
            // A draw lies within a range, whose ends the assumption takes.
            let _ = scenario.set(
                self.model.assumptions(),
                input.assumption,
                input.value(draw),
            );
        }
        scenario
    }

    /// Net over all years of each draw that is made, for all benefits, in whole pounds and
    /// in the order of the draws.
    pub fn nets(&self) -> &[f64] {
        &self.tally.scopes[0].net
    }

    /// What the draws made so far come to; none before the first. It takes about as long
    /// as the draws did: [`Summing`] does the same in steps.
    pub fn summary(&self) -> Option<Summary> {
        let mut summing = Summing::default();
        while !summing.step(self) {}
        summing.summary(self)
    }
}
