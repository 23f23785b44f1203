//! The window Cases, which is a piece of its own: what is in it takes the reader and the
//! validator of cases along.

use yew::prelude::*;

use super::modal::Modal;
use crate::app::cases::Piece;
use crate::app::pieces::{Fetched, use_piece, waiting};
use crate::session::{Action, Session};

/// The window.
pub fn window(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! { <Cases session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct CasesProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

#[component]
fn Cases(props: &CasesProps) -> Html {
    let CasesProps {
        session,
        dispatch,
        close,
    } = props;
    let content = match use_piece::<Piece>(true) {
        Fetched::Here(piece) => (piece.window)(session, dispatch, close),
        other => waiting(&other),
    };
    html! { <Modal title="Cases" close={close.clone()}>{ content }</Modal> }
}
