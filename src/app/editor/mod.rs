//! One piece: the case editor, in which a case is written without a programmer.

mod about;
mod assumptions;
mod boxes;
mod checks;
mod evidence;
mod lines;
mod list;
mod page;
mod pick;
mod place;
mod problems;
mod taking;
mod writing;

use super::pieces::Screen;

/// What this piece brings.
pub struct Piece {
    /// The screen.
    pub page: Screen,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { page: page::page };
