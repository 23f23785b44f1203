//! Everything a person can do.

use crate::link::LedgerView;
use crate::model::AssumptionIndex;

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
    /// Left a field: what comes next is a change of its own.
    Leave,
    /// Put one assumption back to its published value.
    Reset(AssumptionIndex),
    /// Put every assumption back to its published value.
    ResetAll,
    /// Put everything back to what the link opened.
    BackToOpened,
    /// Take back the last change, whatever it was.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Chose a view of the tables.
    View(LedgerView),
    /// Came to another link in the same page: Back, Forward, or a pasted fragment.
    Navigate(String),
    /// Has read what was wrong with the link.
    DismissProblems,
}
