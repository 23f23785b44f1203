//! The bar at the top: which case, how much of it is changed, undo, reset, copy link.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::browser;
use crate::session::{Action, Session};

/// The bar.
pub fn header(session: &Session, dispatch: &Callback<Action>) -> Html {
    let case = session.model().case();
    let changed = session.changed_count();
    let all = session.model().assumptions().len();
    let status = match changed {
        0 => format!("As published: none of {all} assumptions changed"),
        _ => format!("{changed} of {all} assumptions changed"),
    };
    let on = |action: Action| dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <header class="top">
            <div class="bar">
                <span class="brand"><b>{ "SEND" }</b>{ " Modeller" }</span>
                <span class="case">
                    { &case.title }
                    <span>{ &case.subtitle }</span>
                </span>
                <span class="status">{ status }</span>
                <div class="tools" role="group" aria-label="Changes">
                    <button type="button" class="button" disabled={!session.can_undo()}
                        onclick={on(Action::Undo)}>{ "Undo" }</button>
                    <button type="button" class="button" disabled={!session.can_redo()}
                        onclick={on(Action::Redo)}>{ "Redo" }</button>
                    if session.opened_a_scenario() {
                        <button type="button" class="button" disabled={session.is_as_opened()}
                            onclick={on(Action::BackToOpened)}>{ "Back to as opened" }</button>
                    }
                    <button type="button" class="button" disabled={session.is_published()}
                        onclick={on(Action::ResetAll)}>{ "Reset all" }</button>
                </div>
                <CopyLink fragment={session.fragment()} />
            </div>
        </header>
    }
}

#[derive(PartialEq, Properties)]
struct CopyLinkProps {
    fragment: String,
}

/// The id of the box that holds the link where it could not be copied.
const LINK_BOX: &str = "link-text";

/// How the last copying went.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let copied = use_state_eq(|| Copied::NotYet);
    // What was copied is no longer what is shown.
    {
        let copied = copied.clone();
        use_effect_with(props.fragment.clone(), move |_| copied.set(Copied::NotYet));
    }
    // The link to copy by hand is announced and selected by being moved to.
    use_effect_with(*copied, |copied| {
        if *copied == Copied::Refused {
            browser::focus(LINK_BOX);
        }
    });
    let link = browser::link_to(&props.fragment);
    let onclick = {
        let (copied, link) = (copied.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, link) = (copied.clone(), link.clone());
            spawn_local(async move {
                let done = browser::copy(link).await;
                copied.set(if done { Copied::Yes } else { Copied::Refused });
            });
        })
    };
    let select_all = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    let close = {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| copied.set(Copied::NotYet))
    };
    html! {
        <div class="copy">
            <button type="button" class="button primary" {onclick}>{ "Copy link" }</button>
            <span class="said" role="status">
                if *copied == Copied::Yes {
                    { "Link copied" }
                }
            </span>
            if *copied == Copied::Refused {
                <div class="copy-by-hand">
                    <label for={LINK_BOX}>
                        { "The browser did not let the link be copied. Copy it from here:" }
                    </label>
                    <input id={LINK_BOX} type="text" readonly=true value={link}
                        onfocus={select_all} />
                    <button type="button" class="link" onclick={close}>{ "Close" }</button>
                </div>
            }
        </div>
    }
}
