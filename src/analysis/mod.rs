//! Many runs over one model: what moved, scenarios side by side, what a range does, and
//! how the printed paper stands to the engine.
//!
//! Everything here is worked out by [`crate::model::Model::run`]; nothing is a second
//! reading of a formula.
