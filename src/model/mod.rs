//! The model: a case and its assumptions in, an [`Outcome`] out.
//!
//! A [`crate::case::Case`] is compiled once into a [`Model`]; [`Model::run`] then fills
//! an outcome from a checked set of [`Values`], as often as wanted, without allocating.
//! Running is total and deterministic: any values within bounds give finite figures
//! and a payback value. The formulas and their sources are in `docs/model.md`.

mod appraisal;
mod assumption;
mod benefit;
mod bias;
mod compile;
mod explain;
mod investment;
mod lanes;
mod library;
mod outcome;
mod overlap;
mod own;
mod payback;
mod quantity;
mod run;
mod scenario;
mod switch;
mod timeline;

pub use assumption::{AssumptionIndex, Assumptions, OutOfRange, Values};
pub use explain::{
    Adjustment, Answer, Explanation, Formula, Part, Share, Shift, Step, Stream, Target, Term, What,
    When, Yearly,
};
pub(crate) use lanes::{LANES, Lane, LaneOutcome, LaneYears, Lanes};
pub use library::Library;
pub use outcome::{Line, Outcome};
pub(crate) use own::bring_lines;
pub use payback::Payback;
pub use quantity::{Pounds, Series};
pub use run::Model;
pub use scenario::{Change, RangeFault, Scenario, TestRange};
pub use switch::Switch;

/// The version of the model, by which a figure can be traced to the rules that made it.
/// Its second number rises when any figure moves.
pub const MODEL_VERSION: &str = "1.0";
