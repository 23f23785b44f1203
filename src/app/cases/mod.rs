//! One piece: the cases that are not in the program. How they come in and are kept, the
//! window in which one is chosen, and a case packed for a link.

mod kept;
mod taking;
mod window;

use std::pin::Pin;

use yew::prelude::*;

use crate::case::Case;
use crate::link::Wanted;
use crate::model::Library;
use crate::session::{Action, Session};

pub use kept::{free, keep, latest, place, text, unkept};
pub use taking::{Arrived, Taken, text_of};
pub use window::copy_of;

/// What comes in time.
type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// What this piece brings.
pub struct Piece {
    /// Brings the case that a link needs.
    pub bring: fn(Wanted, Library) -> Coming<Result<Taken, String>>,
    /// Packs a case for a link.
    pub pack: fn(Case) -> Coming<Option<String>>,
    /// The text of a case's file.
    pub file: fn(&Case) -> String,
    /// Takes a case out of a file's text.
    pub take: fn(&str, &Library) -> Result<Arrived, String>,
    /// What stands in the window Cases.
    pub window: fn(&Session, &Callback<Action>, &Callback<()>) -> Html,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece {
    bring: |wanted, library| Box::pin(async move { taking::wanted(&wanted, &library).await }),
    pack: |case| Box::pin(async move { taking::packed(&case).await }),
    file: Case::to_json,
    take: taking::take,
    window: window::content,
};
