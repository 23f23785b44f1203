//! The window Share: the link to what is shown, with the sender's words, to copy, to send
//! or to show as a QR code.

mod carried;
mod qr;
mod words;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::modal::Modal;
use super::scenarios::changed_words;
use crate::app::browser;
use crate::export::headline;
use crate::link::{Page, with_case};
use crate::session::{Action, Session};
use carried::{Carried, case_notes, use_carried};
pub use qr::{Code, why_none};
use words::words;

/// The id of the box with the link.
const LINK_BOX: &str = "share-link";

/// The length from which some mail programs no longer take all of an address for a link.
const LONG: usize = 2_000;

/// The window.
pub fn window(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! { <Share session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct ShareProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

/// How the last copying went.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

#[component]
fn Share(props: &ShareProps) -> Html {
    let ShareProps {
        session,
        dispatch,
        close,
    } = props;
    let opens_on = use_state_eq(|| Page::Panel);
    let copied = use_state_eq(|| Copied::NotYet);
    let large = use_state_eq(|| false);
    let carried = use_carried(session);
    let fragment = session.to_send(session.view().on(*opens_on));
    let fragment = match &carried {
        Carried::Packed(packed) => with_case(&fragment, packed),
        _ => fragment,
    };
    let link = browser::link_to(&fragment);
    let code = use_memo(link.clone(), |link| Code::of(link));
    // What was copied is no longer the link.
    {
        let copied = copied.clone();
        use_effect_with(link.clone(), move |_| copied.set(Copied::NotYet));
    }
    use_effect_with(*copied, |copied| {
        if *copied == Copied::Refused {
            browser::focus(LINK_BOX);
        }
    });
    let copy = {
        let (copied, link) = (copied.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, link) = (copied.clone(), link.clone());
            copied.set(Copied::NotYet);
            spawn_local(async move {
                let done = browser::copy(link).await;
                copied.set(if done { Copied::Yes } else { Copied::Refused });
            });
        })
    };
    let enlarge = {
        let large = large.clone();
        Callback::from(move |_: MouseEvent| large.set(true))
    };
    let shrink = Callback::from({
        let large = large.clone();
        move |()| large.set(false)
    });
    // The note is all there is to shorten: the changes are what is sent.
    let shorter = if session.note().is_empty() {
        ""
    } else {
        " A shorter note makes it shorter."
    };
    html! {
        <Modal title="Share" close={close.clone()}>
            { notes(session) }
            { words(session, dispatch) }
            { opening(&opens_on) }
            { case_notes(session, &carried) }
            { link_view(&link, copy, *copied, shorter) }
            <div class="share-two">
                <section class="share-qr" aria-labelledby="share-qr">
                    <h3 id="share-qr">{ "QR code" }</h3>
                    { code_view(&link, code.as_ref().as_ref(), enlarge, shorter) }
                </section>
                { preview(session, dispatch, close) }
            </div>
            if let (true, Some(code)) = (*large, &*code) {
                <Modal class="fills-window" title="QR code of the link" title_id="modal-title-2"
                    close={shrink}>
                    { code.draw() }
                </Modal>
            }
        </Modal>
    }
}

/// What there is to know of the link before it is sent.
fn notes(session: &Session) -> Html {
    html! {
        <>
            if session.shown().is_published() {
                <p>{ "Nothing is changed, so this link opens the published case." }</p>
            }
            if session.is_stale() {
                <p class="notice">
                    { "Something typed on the page cannot be used yet. The link holds the last \
                       values that could, which are what the results show." }
                </p>
            }
        </>
    }
}

/// Which screen the link opens on.
fn opening(opens_on: &UseStateHandle<Page>) -> Html {
    let choice = |page: Page, label: &'static str, help: &'static str| {
        let choose = {
            let opens_on = opens_on.clone();
            Callback::from(move |_: Event| opens_on.set(page))
        };
        html! {
            <label class="choice">
                <input type="radio" name="opens-on" checked={**opens_on == page} onchange={choose} />
                <span><b>{ label }</b>{ format!(": {help}") }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ "Opens on" }</legend>
            { choice(Page::Panel, "Panel view", "one page to read, for a panel or a meeting") }
            { choice(Page::Explore, "Explore", "the assumptions and the results, to go on from") }
        </fieldset>
    }
}

fn link_view(link: &str, copy: Callback<MouseEvent>, copied: Copied, shorter: &str) -> Html {
    let length = link.chars().count();
    let select_all = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    html! {
        <div class="words">
            <label for={LINK_BOX}>{ "Link" }</label>
            <div class="with-button">
                <input id={LINK_BOX} type="text" readonly=true value={link.to_owned()}
                    aria-describedby="share-length" onfocus={select_all} />
                <button type="button" class="button primary" onclick={copy}>{ "Copy link" }</button>
            </div>
            <p class="said" role="status">
                { match copied {
                    Copied::NotYet => "",
                    Copied::Yes => "Link copied",
                    Copied::Refused => "The browser did not let the link be copied. It is \
                        selected: press Ctrl+C, or ⌘C on a Mac, to copy it.",
                } }
            </p>
            <p class="help" id="share-length">
                { format!("{length} characters.") }
                if length > LONG {
                    <b>{ " Some mail programs cut links longer than 2,000 characters." }</b>
                    { shorter.to_owned() }
                }
            </p>
            if browser::address().is_empty() {
                <p class="help">
                    { "This copy of the app is a file and has no address of its own, so the link \
                       begins at the #. Whoever has the app pastes it into the window Files, or puts \
                       it behind the address of their copy." }
                </p>
            }
            <p class="help">
                { "The link carries the scenario, its title and note, and the figures you see \
                   now, so that whoever opens it is told if they ever come out differently. All \
                   of this stands after the # of the address, which a browser never sends to a \
                   server." }
            </p>
        </div>
    }
}

fn code_view(
    link: &str,
    code: Option<&Code>,
    enlarge: Callback<MouseEvent>,
    shorter: &str,
) -> Html {
    let Some(code) = code else {
        return html! {
            <p>
                { why_none(link) }
                if !browser::address().is_empty() {
                    { shorter.to_owned() }
                }
            </p>
        };
    };
    html! {
        <>
            { code.draw() }
            if code.is_dense() {
                <p class="help">
                    { "It holds a long link, so its squares are small: show it large to scan it." }
                </p>
            }
            <button type="button" class="button" aria-haspopup="dialog" onclick={enlarge}>
                { "Show QR code large" }
            </button>
        </>
    }
}

/// What whoever opens the link sees first.
fn preview(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    let case = &session.model().case().title;
    let title = match session.title() {
        "" if session.shown().is_published() => format!("{case}, as published"),
        "" => format!("A scenario of {case}"),
        title => title.to_owned(),
    };
    let sentence = headline(session.model(), session.outcome(), session.published());
    let view = session.view().on(Page::Panel);
    let go = {
        let (dispatch, close) = (dispatch.clone(), close.clone());
        Callback::from(move |event: MouseEvent| {
            // With a key held it opens in a window of its own.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                dispatch.emit(Action::View(view));
                close.emit(());
            }
        })
    };
    html! {
        <section class="preview" aria-labelledby="share-preview">
            <h3 id="share-preview">{ "What they will see" }</h3>
            <p class="preview-title">{ title }</p>
            <p>{ sentence.text() }</p>
            <p>{ changed_words(session.changed_count()) }</p>
            <p><b>{ "A scenario, not an approved budget" }</b></p>
            <p>
                <a class="link" href={browser::link_to(&session.to_send(view))} onclick={go}>
                    { "Open the panel view" }
                </a>
            </p>
        </section>
    }
}
