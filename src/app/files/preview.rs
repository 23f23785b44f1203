//! What a file or pasted columns would change, and what of them could not be used.

use yew::prelude::*;

use super::opening::FOUND;
use crate::export::ChangeWords;
use crate::file::Incoming;
use crate::session::Session;

pub fn preview(
    session: &Session,
    name: &str,
    incoming: &Incoming,
    take: Callback<MouseEvent>,
    leave: Callback<MouseEvent>,
) -> Html {
    let changes = incoming.changes(session.model(), session.shown());
    let other_case = !incoming.model.same_case(session.model());
    let as_here = session.model().adopt(&incoming.model, &incoming.scenario);
    let ranges = !other_case && incoming.whole && as_here.ranges() != session.shown().ranges();
    let nothing = changes.is_empty() && !ranges && !other_case && incoming.title.is_empty();
    let against = if other_case {
        "the published case"
    } else {
        "what is shown"
    };
    html! {
        <section class="found" aria-labelledby={FOUND}>
            <h4 id={FOUND} tabindex="-1">{ format!("{name}: {}", summed(&changes, incoming)) }</h4>
            if other_case {
                <p class="notice">
                    { format!("It is of another case, {}. Using it opens that case.",
                        incoming.model.case().title) }
                </p>
            }
            if !incoming.title.is_empty() {
                <p>{ "Its title: " }<b>{ &incoming.title }</b></p>
            }
            if ranges {
                <p>{ "Ranges that assumptions are tested over change as well." }</p>
            }
            if !changes.is_empty() {
                <p class="help">{ format!("Against {against}:") }</p>
                <ul class="found-changes">
                    { for changes.iter().map(|change| html! {
                        <li>
                            { &change.label }{ ": " }
                            <span class="whole">{ &change.from }</span>{ " to " }
                            <b class="whole">{ &change.to }</b>
                        </li>
                    }) }
                </ul>
            }
            if !incoming.problems.is_empty() {
                <div class="notice">
                    <p><b>{ "To look at" }</b></p>
                    <ul>{ for incoming.problems.iter().map(|problem| html! { <li>{ problem }</li> }) }</ul>
                </div>
            }
            <div class="with-button">
                if !nothing {
                    <button type="button" class="button primary" onclick={take}>
                        { if incoming.whole { "Open it" } else { "Use these values" } }
                    </button>
                }
                <button type="button" class="button" onclick={leave}>{ "Leave it" }</button>
            </div>
            if !nothing {
                <p class="help">{ "It is one step: Undo brings back what is shown now." }</p>
            }
        </section>
    }
}

/// `5 assumptions change, 2 points to look at`.
fn summed(changes: &[ChangeWords], incoming: &Incoming) -> String {
    let changes = match changes.len() {
        0 if incoming.used == 0 && !incoming.whole => "nothing in it could be used".to_owned(),
        0 => "no assumption changes".to_owned(),
        1 => "1 assumption changes".to_owned(),
        many => format!("{many} assumptions change"),
    };
    match incoming.problems.len() {
        0 => changes,
        1 => format!("{changes}, 1 point to look at"),
        many => format!("{changes}, {many} points to look at"),
    }
}
