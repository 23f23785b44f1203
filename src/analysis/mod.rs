//! Many runs over one model: what moved, scenarios side by side, what a range does, where
//! an answer switches, what the programme takes off the pressures, and how the printed
//! paper stands to the engine.
//!
//! Everything here is worked out by [`crate::model::Model::run`]; nothing is a second
//! reading of a formula.

mod aim;
mod appraisal;
mod compare;
mod crossing;
mod failure;
mod goal;
mod lattice;
mod movement;
mod plan;
mod pressure;
mod reconcile;
mod sense;
mod sensitivity;
mod settings;
mod simulation;
mod switching;
mod trial;
mod two_way;

pub use aim::{Aim, Measure, Reading, Scope};
pub use appraisal::{Appraisal, Worth, appraise};
pub use compare::{Comparison, MOST_SCENARIOS, compare};
pub use crossing::{Edge, Stretch, Switch, Tried};
pub use failure::{TriedFailure, failures};
pub use goal::{Found, Given, Goal, Sought, Wanted, goal_seek};
pub use lattice::grain;
pub use movement::{MovedLine, MovedPayer, Movement, movement};
pub use plan::{Around, Plan, Shape};
pub use pressure::{PressureGroup, PressureYear, Pressures, pressures};
pub use reconcile::{Reconciled, Reconciliation, Verdict, reconcile};
pub use sense::{
    NATIONAL, NEAR, National, SOON, Sense, SenseCheck, SenseKind, Whole, national, sense_checks,
};
pub use sensitivity::{Effect, Swing, by_effect, ranked, sensitivity};
pub use settings::Settings;
pub use simulation::{
    Correlation, Drawn, FanYear, PlanProblem, ScopeSummary, Simulation, Spread, Summary, Summing,
    drawn,
};
pub use switching::{Condition, SwitchingValue, switching_values, tightest_first};
pub use trial::Readings;
pub use two_way::{Axis, AxisPlace, TwoWay, TwoWayFault, two_way};
