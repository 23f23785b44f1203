//! The window Files: what is shown, to take away in the forms that other programs know, and
//! what was taken away, to be opened again.

mod case;
mod making;
mod opening;
mod pack;
mod preview;
mod taken;
mod taking;

use yew::prelude::*;

use self::making::use_making;
use self::opening::use_opening;
use self::taken::Taken;
use crate::app::bringing::is_brought;
use crate::app::cases;
use crate::app::pieces::use_piece;
use crate::session::{Action, Session};

/// What this piece brings: what stands in the window, of which the last argument closes it.
pub struct Piece {
    pub content: fn(&Session, &Callback<Action>, &Callback<()>) -> Html,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { content };

fn content(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! {
        <Files session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} />
    }
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
    // What hands the case to the worker is there before the worker is.
    let _ = use_piece::<cases::Piece>(is_brought(session.model()));
    let taken = use_memo(session.clone(), Taken::of);
    let making = use_making();
    let opening = use_opening(session, dispatch, close, &making.quiet());
    html! {
        <>
            if session.is_stale() {
                <p class="notice">
                    { "Something typed on the page cannot be used yet. The files hold the last \
                       values that could, which are what the results show." }
                </p>
            }
            // What was brought in is to be looked at first.
            if opening.is_under_way() {
                { opening.view() }
                { taking::view(&taken, &making) }
            } else {
                { taking::view(&taken, &making) }
                { opening.view() }
            }
            // What was done last is what is said.
            <div class="modal-foot">
                { if making.is_silent() { opening.said() } else { making.said() } }
            </div>
        </>
    }
}
