//! What a person brings in from elsewhere or keeps as a file: pasted columns, comma-separated
//! values, a scenario as JSON.
//!
//! Whatever the form, it comes down to [`Given`]: an assumption named in somebody's words, a
//! value as text, and where it stands. [`apply`] makes a scenario of those that can be used
//! and names each that cannot; reading never stops at the first fault and never guesses.

mod bytes;
mod columns;
mod given;
mod incoming;
mod json;
mod number;
mod problem;
mod read;
mod rows;
mod scenario;

pub use bytes::{LARGEST_FILE, Recognised, recognised, too_large};
pub use columns::{Columns, read_columns};
pub use given::{Brought, Given, apply, find_assumption};
pub use incoming::{Incoming, case_of, is_case_file, read_found, read_text};
pub use problem::{FileProblem, MOST_FILE_PROBLEMS, listed};
pub use read::{ScenarioFile, read_scenario_json};
pub use scenario::{SCENARIO_FORMAT, SCENARIO_VERSION, scenario_json};

/// The most text that is read, in bytes. A file in which everything differs takes about
/// 20,000.
pub const LONGEST_FILE: usize = 1_000_000;

/// The most rows that are read.
pub const MOST_ROWS: usize = 5_000;
