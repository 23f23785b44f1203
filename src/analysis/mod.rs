//! Many runs over one model: what moved, scenarios side by side, what a range does, what
//! the programme takes off the pressures, and how the printed paper stands to the engine.
//!
//! Everything here is worked out by [`crate::model::Model::run`]; nothing is a second
//! reading of a formula.

mod aim;
mod compare;
mod movement;
mod plan;
mod pressure;
mod range;
mod reconcile;
mod simulation;

pub use aim::{Aim, Measure, Reading, Scope};
pub use compare::{Comparison, MOST_SCENARIOS, compare};
pub use movement::{MovedLine, MovedPayer, Movement, movement};
pub use plan::{Around, Plan, Shape};
pub use pressure::{PressureGroup, PressureYear, Pressures, pressures};
pub use range::{Range, low_to_high};
pub use reconcile::{Reconciled, Reconciliation, Verdict, reconcile};
pub use simulation::{
    Correlation, Drawn, FanYear, PlanProblem, ScopeSummary, Simulation, Spread, Summary, Summing,
    drawn,
};
