//! The last simulation of this session, for whoever wants its figures after the screen
//! that ran it is gone.
//!
//! Kept beside the session and not in it: it is no part of what undo, a link or the
//! browser keep, and the first load has no room for what compares and drops it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::analysis::{Plan, Summary};
use crate::model::{Model, Scenario};

/// What is to be simulated, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    pub model: Model,
    pub scenario: Scenario,
    pub plan: Plan,
}

/// A run that is done.
#[derive(Debug, PartialEq)]
pub struct Done {
    /// What it is of, which may no longer be what is wanted.
    pub of: Wanted,
    pub summary: Summary,
    /// True where the page made it, for want of a worker.
    pub on_page: bool,
}

thread_local! {
    static LAST: RefCell<Option<Rc<Done>>> = const { RefCell::new(None) };
}

/// Keeps a run in the place of the one before.
pub fn keep(done: &Rc<Done>) {
    LAST.set(Some(done.clone()));
}

/// The last run that was done.
pub fn last() -> Option<Rc<Done>> {
    LAST.with_borrow(Clone::clone)
}
