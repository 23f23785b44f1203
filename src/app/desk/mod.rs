//! What is fetched when it is asked for: the screens and windows that are not the first
//! thing anyone sees.

mod cases;
mod compare;
mod figure;
mod files;
mod lines;
mod modal;
mod scenarios;
mod share;
mod sources;
mod styles;
mod typing;

use yew::prelude::*;

use super::components::Dialog;
use super::pieces::Screen;
use crate::link::{Page, bring_lines};
use crate::session::{Action, Session};
pub use share::{Code, why_none};
pub use typing::own_undo;

/// Draws a window over the page; the last argument closes it.
pub type Window = fn(&Session, &Callback<Action>, &Callback<()>) -> Html;

/// What this piece brings.
pub struct Piece {
    compare: Screen,
    sources: Screen,
    styles: Screen,
    share: Window,
    scenarios: Window,
    files: Window,
    cases: Window,
    lines: Window,
}

impl Piece {
    /// The screen of this page.
    pub fn page(&self, page: Page) -> Screen {
        match page {
            Page::Sources => self.sources,
            Page::Styles => self.styles,
            _ => self.compare,
        }
    }

    /// This window.
    pub fn dialog(&self, dialog: Dialog) -> Window {
        match dialog {
            Dialog::Share => self.share,
            Dialog::Scenarios => self.scenarios,
            Dialog::Files => self.files,
            Dialog::Cases => self.cases,
            Dialog::Lines => self.lines,
        }
    }
}

/// The functions of this piece. Saved scenarios and files may have lines of one's own, so
/// whatever opens them knows of those first.
pub const PIECE: Piece = Piece {
    compare: |session, settled, dispatch| {
        bring_lines();
        compare::page(session, settled, dispatch)
    },
    sources: sources::page,
    styles: styles::page,
    share: share::window,
    scenarios: |session, dispatch, close| {
        bring_lines();
        scenarios::window(session, dispatch, close)
    },
    files: |session, dispatch, close| {
        bring_lines();
        files::window(session, dispatch, close)
    },
    cases: cases::window,
    lines: |session, dispatch, close| {
        bring_lines();
        lines::window(session, dispatch, close)
    },
};
