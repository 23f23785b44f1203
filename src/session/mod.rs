//! What the person is doing: one state, one action enum, one `reduce`, one history.
//!
//! The session holds what was typed, the scenario it makes and the outcome shown. It is
//! pure: the address bar, the clipboard and the page are the app's business.

mod action;
pub mod draft;
mod fields;
mod history;
mod own;
mod reduce;
mod shelf;
mod state;
mod texts;
mod whole;
mod work;

pub use action::Action;
pub use fields::Field;
pub use own::{OwnDraft, OwnProblem, OwnProblems};
pub use shelf::{MOST_SAVED, Saved, Shelf, ShelfEdit};
pub use state::{Kept, Moved, Session, Storage};
pub use texts::RangeEnd;
pub use whole::{Whole, WholeProblem};

pub use crate::export::{EntryProblem, parse_entry, parse_pounds, step_from, text_of};
