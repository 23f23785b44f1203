//! The window Files, which is a piece of its own: what is in it takes the pictures, the
//! tables and the readers of files along.

use yew::prelude::*;

use super::modal::Modal;
use crate::app::files::Piece;
use crate::app::pieces::{Fetched, use_piece, waiting};
use crate::session::{Action, Session};

/// The window.
pub fn window(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! { <Files session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct FilesProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

#[component]
fn Files(props: &FilesProps) -> Html {
    let FilesProps {
        session,
        dispatch,
        close,
    } = props;
    let content = match use_piece::<Piece>(true) {
        Fetched::Here(piece) => (piece.content)(session, dispatch, close),
        other => waiting(&other),
    };
    html! { <Modal title="Files" close={close.clone()}>{ content }</Modal> }
}
