//! Everything a person can do.

use std::rc::Rc;

use super::{RangeEnd, ShelfEdit, Storage};
use crate::case::OwnLine;
use crate::link::{Named, View};
use crate::model::{AssumptionIndex, Model};

/// Something the person did.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Typed in an assumption's number box. The text is kept as typed.
    Type {
        /// Which assumption.
        assumption: AssumptionIndex,
        /// The whole text of the box.
        text: String,
    },
    /// Moved an assumption's slider.
    Slide {
        /// Which assumption.
        assumption: AssumptionIndex,
        /// Where the slider is.
        value: f64,
    },
    /// Pressed an arrow key in an assumption's number box.
    Step {
        /// Which assumption.
        assumption: AssumptionIndex,
        /// How many steps, up or down.
        steps: i32,
    },
    /// Typed in the box of an end of an assumption's range. The text is kept as typed.
    TypeRange {
        /// Which assumption.
        assumption: AssumptionIndex,
        /// Which end.
        end: RangeEnd,
        /// The whole text of the box.
        text: String,
    },
    /// Left a field: what comes next is a change of its own.
    Leave,
    /// Put one assumption back to its published value.
    Reset(AssumptionIndex),
    /// Put the range of one assumption back to the case's own.
    ResetRange(AssumptionIndex),
    /// Put every assumption back to its published value, and every range to the case's, and
    /// take every line of their own away.
    ResetAll,
    /// Set some assumptions at once, and leave the others.
    Apply(Vec<(AssumptionIndex, f64)>),
    /// Put some assumptions back to their published values at once.
    Unapply(Vec<AssumptionIndex>),
    /// Added a line of their own, counted in full.
    AddLine(OwnLine),
    /// Changed a line of their own, by its place among them.
    EditLine(usize, OwnLine),
    /// Took a line of their own away, by its place among them.
    RemoveLine(usize),
    /// Put everything back to what the link opened.
    BackToOpened,
    /// Take back the last change, whatever it was.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Chose a screen, or how the tables read.
    View(View),
    /// Chose what the stress test looks at, or how, as a link has it:
    /// [`super::Session::setting`] gives it.
    Stress(String),
    /// Came to another link in the same page: Back, Forward, or a pasted fragment.
    Navigate(String),
    /// Has read what was wrong with the link.
    DismissProblems,
    /// Opened a saved scenario, by its place.
    OpenSaved(usize),
    /// Gave the scenario a title, to be sent and saved with it.
    Title(String),
    /// Wrote a note to be sent with the scenario.
    Note(String),
    /// Went on with a scenario of a comparison, under its name.
    Show(Named),
    /// Picked the scenarios to compare; past the most there may be they are left out.
    Compare(Vec<Named>),
    /// Saved what is shown under a name.
    Save(String),
    /// Changed the saved scenarios.
    Shelf(ShelfEdit),
    /// The saved scenarios were changed in another window of this browser.
    ShelfElsewhere(String),
    /// The browser kept what it was asked to keep, or did not.
    Storage(Storage),
    /// A case was brought, or is now this version of itself; true where nobody else has it.
    Case(Model, bool),
    /// Opened a case, by its id: as it is published, or where true with what is changed
    /// now, as far as it has it.
    OpenCase(String, bool),
    /// The case of the link that was opened cannot be had, and why.
    NoCase(Rc<str>),
    /// The case that was opened is not kept by the browser.
    CaseUnkept,
    /// Carry on with what was being done here before.
    CarryOn,
    /// Leave what was being done here before.
    StartAfresh,
}
