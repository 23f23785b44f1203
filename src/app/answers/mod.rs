//! What is fetched with the first question: where a figure comes from, what a change
//! moved, and a table as a file, and what an assumption is.

mod about;
mod explanation;
mod movement;

use yew::prelude::*;

use super::components::{self, Explained};
use crate::export::{BYTE_ORDER_MARK, Sheet, Table};
use crate::model::{AssumptionIndex, Model};
use crate::session::Session;

/// What this piece brings.
pub struct Piece {
    /// How a figure came about.
    pub explanation: fn(&Session, &Explained) -> Html,
    /// What the last change moved.
    pub movement: fn(&Session) -> Html,
    /// How the figures a link was sent with stand to those of today.
    pub receipt: fn(&Session) -> Html,
    /// What an assumption is and where it comes from.
    pub about: fn(&Model, AssumptionIndex) -> Html,
    /// What an assumption is and what it moves, in words.
    pub help: fn(&Model, AssumptionIndex) -> String,
    /// A table of yearly figures as the text of a file.
    pub csv: fn(&Table) -> String,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece {
    explanation: explanation::view,
    movement: movement::view,
    receipt: components::receipt,
    about: about::view,
    help: |model, index| {
        let id = &model.assumptions()[index].id;
        model.case().notes(index.place(), id).help
    },
    csv: |table| format!("{BYTE_ORDER_MARK}{}", Sheet::of_table(table).csv()),
};
