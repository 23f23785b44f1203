//! The sender's own words: a title and a note, which whoever opens the link sees as text.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::typing::own_undo;
use crate::link::{LONGEST_NOTE, LONGEST_TITLE, note_of, title_of};
use crate::session::{Action, Session};

/// With this many characters left or fewer, the box says how many.
const NEAR_TITLE: usize = 20;
const NEAR_NOTE: usize = 100;

/// The two boxes.
pub fn words(session: &Session, dispatch: &Callback<Action>) -> Html {
    let title = dispatch.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        let typed = input
            .as_ref()
            .map(HtmlInputElement::value)
            .unwrap_or_default();
        let kept = title_of(&typed);
        // What is not kept must not stand in the box either.
        if let Some(input) = input.filter(|_| kept != typed) {
            input.set_value(&kept);
        }
        Action::Title(kept)
    });
    let note = dispatch.reform(|event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        let typed = area
            .as_ref()
            .map(HtmlTextAreaElement::value)
            .unwrap_or_default();
        let kept = note_of(&typed);
        if let Some(area) = area.filter(|_| kept != typed) {
            area.set_value(&kept);
        }
        Action::Note(kept)
    });
    html! {
        <>
            <div class="words">
                <label for="share-title">{ "Title (optional)" }</label>
                <input id="share-title" type="text" autocomplete="off"
                    aria-describedby="share-title-left" value={session.title().to_owned()}
                    oninput={title} onkeydown={own_undo()} />
                { left("share-title-left", session.title(), LONGEST_TITLE, NEAR_TITLE) }
            </div>
            <div class="words">
                <label for="share-note">{ "Note (optional)" }</label>
                <textarea id="share-note" rows="3" aria-describedby="share-note-left"
                    value={session.note().to_owned()} oninput={note} onkeydown={own_undo()} />
                { left("share-note-left", session.note(), LONGEST_NOTE, NEAR_NOTE) }
            </div>
        </>
    }
}

/// How many characters are left, near the end. Announced only when there are none: a
/// count at every key would drown the typing.
fn left(id: &'static str, text: &str, most: usize, near: usize) -> Html {
    let left = most.saturating_sub(text.chars().count());
    let words = match left {
        0 => format!("No more fits: {most} characters is the most."),
        1 => "1 character left".to_owned(),
        _ => format!("{left} characters left"),
    };
    html! {
        <>
            <p class="help" {id}>
                if left <= near {
                    { words }
                }
            </p>
            <span class="visually-hidden" role="status">
                if left == 0 {
                    { "No more characters fit." }
                }
            </span>
        </>
    }
}
