//! Lines of the person's own, after the assumptions: which there are, and the way to the
//! window where they are added.

use yew::prelude::*;

use super::Dialog;
use crate::app::desk;
use crate::app::pieces::{Fetched, use_piece, waiting};
use crate::export::pounds;
use crate::model::Pounds;
use crate::session::{Action, Session};

#[derive(PartialEq, Properties)]
pub struct OwnLinesProps {
    pub session: Session,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn OwnLines(props: &OwnLinesProps) -> Html {
    let OwnLinesProps { session, dispatch } = props;
    let open = use_state_eq(|| false);
    let desk = use_piece::<desk::Piece>(*open);
    let set = |wanted: bool| {
        let open = open.clone();
        Callback::from(move |()| open.set(wanted))
    };
    let model = session.model();
    let lines = model.own_lines().iter();
    let total = |id: &str| {
        let line = model.line(id);
        line.map_or(Pounds::ZERO, |line| session.outcome().line(line).total())
    };
    html! {
        <section class="group" aria-labelledby="own-lines">
            <h3 id="own-lines">{ "Lines of your own" }</h3>
            if lines.len() == 0 {
                <p class="help">
                    { "Add a cost, a saving or an avoidance that the paper does not have, or \
                       switch off one that it has." }
                </p>
            } else {
                <ul class="own-lines">
                    { for lines.map(|line| html! {
                        <li>
                            { line.marked() }{ ": " }
                            <b class="whole">{ pounds(total(&line.id())) }</b>
                            { " over all years" }
                        </li>
                    }) }
                </ul>
            }
            <button type="button" class="button" aria-haspopup="dialog"
                onclick={set(true).reform(|_: MouseEvent| ())}>{ "Lines" }</button>
            if *open {
                if let Fetched::Here(piece) = &desk {
                    { (piece.dialog(Dialog::Lines))(session, dispatch, &set(false)) }
                } else {
                    { waiting(&desk) }
                }
            }
        </section>
    }
}
