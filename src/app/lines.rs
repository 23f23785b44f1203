//! One piece: what knows of lines of one's own. Few links have any.

use crate::link::bring_lines;

/// What this piece brings.
pub struct Piece {
    /// Lets models and links have such lines from now on.
    pub bring: fn(),
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { bring: bring_lines };
