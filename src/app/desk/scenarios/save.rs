//! Save what is shown.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::working::{NAME_BOX, Working};
use crate::app::desk::typing::keep_undo;
use crate::link::title_of;

/// The box and its button.
pub fn save(working: &Working) -> Html {
    let session = &working.session;
    let oninput = {
        let name = working.name.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let kept = title_of(&input.value());
                if kept != input.value() {
                    input.set_value(&kept);
                }
                name.set(kept);
            }
        })
    };
    let onkeydown = {
        let working = working.clone();
        Callback::from(move |event: KeyboardEvent| {
            keep_undo(&event);
            if event.key() == "Enter" {
                working.save();
            }
        })
    };
    let onclick = {
        let working = working.clone();
        Callback::from(move |_: MouseEvent| working.save())
    };
    let taken = working.is_taken();
    let full = !taken && !session.shelf().has_room();
    html! {
        <section aria-labelledby="save">
            <h3 id="save">{ "Save what is shown" }</h3>
            <div class="words">
                <label for={NAME_BOX}>{ "Name" }</label>
                <div class="with-button">
                    <input id={NAME_BOX} type="text" autocomplete="off"
                        aria-describedby="save-help" value={(*working.name).clone()} {oninput}
                        {onkeydown} />
                    <button type="button" class="button primary" disabled={full} {onclick}>
                        { if taken { "Save over it" } else { "Save" } }
                    </button>
                </div>
                <p class="help" id="save-help">
                    if taken {
                        { "There is a saved scenario of this name. Saving over it puts what is \
                           shown in its place; the old one can be restored. " }
                    } else {
                        { "It is kept in this browser, on this device, and sent nowhere. " }
                    }
                    if session.is_stale() {
                        { "Something typed on the page cannot be used yet: what is saved is what \
                           the results show. " }
                    }
                    if !session.note().is_empty() {
                        { "The note is not saved with it; it goes with a shared link." }
                    }
                </p>
            </div>
        </section>
    }
}
