//! The bar at the top: which case, the screens, how much is changed, undo, reset, and
//! the ways to keep and to send.

use yew::prelude::*;

use crate::link::{Link, Page, View};
use crate::session::{Action, Session};

/// The windows that the bar opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// Send what is shown.
    Share,
    /// Save what is shown, or open something else.
    Scenarios,
    /// Take away files of what is shown, or open one.
    Files,
    /// Choose another case, or begin one.
    Cases,
    /// Add lines of one's own, or switch lines off.
    Lines,
}

/// The screens in the bar, in order.
const SCREENS: [(Page, &str); 7] = [
    (Page::Explore, "Explore"),
    (Page::Stress, "Stress test"),
    (Page::Compare, "Compare"),
    (Page::Sources, "Sources and checks"),
    (Page::Panel, "Panel view"),
    (Page::Report, "Report"),
    (Page::Case, "Edit case"),
];

/// The bar. On the panel page it says only whose case it is: what can be done there
/// stands on the page itself. What the screens link to follows with `settled`, a moment
/// later: nobody presses one within a frame of a keystroke.
pub fn header(
    session: &Session,
    settled: &Session,
    dispatch: &Callback<Action>,
    open: &Callback<Option<Dialog>>,
) -> Html {
    let case = session.model().case();
    let panel = session.view().page == Page::Panel;
    html! {
        <header class="top">
            <div class="bar">
                <span class="brand"><b>{ "SEND" }</b>{ " Modeller" }</span>
                if panel {
                    <span class="case">
                        { &case.title }
                        <span>{ &case.subtitle }</span>
                    </span>
                } else {
                    <button type="button" class="case" aria-haspopup="dialog"
                        aria-label={format!("Case: {}. Choose another", case.title)}
                        onclick={open.reform(|_: MouseEvent| Some(Dialog::Cases))}>
                        { &case.title }
                        <i aria-hidden="true">{ " ▾" }</i>
                        <span>{ &case.subtitle }</span>
                    </button>
                    { published_case(session, dispatch) }
                    if session.view().page != Page::Case {
                        { status(session) }
                        { tools(session, dispatch, open) }
                    }
                }
            </div>
            if !panel {
                { screens(settled, session.view(), dispatch) }
            }
        </header>
    }
}

/// Back from another case to the one that the copy opens with.
fn published_case(session: &Session, dispatch: &Callback<Action>) -> Html {
    let usual = session.library().default_model().case();
    if session.model().case().id == usual.id {
        return Html::default();
    }
    let (dispatch, id) = (dispatch.clone(), usual.id.clone());
    let view = session.view().on(Page::Explore);
    let open = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::OpenCase(id.clone(), false));
        dispatch.emit(Action::View(view));
    });
    html! {
        <button type="button" class="button" onclick={open}>
            { format!("Back to {}", usual.title) }
        </button>
    }
}

fn status(session: &Session) -> Html {
    let changed = session.changed_count();
    let all = session.model().assumptions().len();
    html! {
        <span class="status">
            if !session.title().is_empty() {
                <b class="scenario-name">{ session.title() }</b>
            }
            { match changed {
                0 => format!("As published: none of {all} assumptions changed"),
                _ => format!("{changed} of {all} assumptions changed"),
            } }
        </span>
    }
}

fn tools(session: &Session, dispatch: &Callback<Action>, open: &Callback<Option<Dialog>>) -> Html {
    let on = |action: fn() -> Action| dispatch.reform(move |_: MouseEvent| action());
    let window = |dialog: Dialog| open.reform(move |_: MouseEvent| Some(dialog));
    let back = if session.was_sent() {
        "Back to what was sent"
    } else {
        "Back to as opened"
    };
    html! {
        <>
            <div class="tools" role="group" aria-label="Changes">
                <button type="button" class="button" disabled={!session.can_undo()}
                    onclick={on(|| Action::Undo)}>{ "Undo" }</button>
                <button type="button" class="button" disabled={!session.can_redo()}
                    onclick={on(|| Action::Redo)}>{ "Redo" }</button>
                if session.was_sent() || session.opened_a_scenario() {
                    <button type="button" class="button"
                        disabled={session.is_as_opened() && !session.was_sent()}
                        onclick={on(|| Action::BackToOpened)}>{ back }</button>
                }
                <button type="button" class="button" disabled={session.is_published()}
                    onclick={on(|| Action::ResetAll)}>{ "Reset all" }</button>
            </div>
            <div class="tools" role="group" aria-label="Keep and send">
                <button type="button" class="button" aria-haspopup="dialog"
                    onclick={window(Dialog::Scenarios)}>{ "Scenarios" }</button>
                <button type="button" class="button" aria-haspopup="dialog"
                    onclick={window(Dialog::Lines)}>{ "Lines" }</button>
                <button type="button" class="button" aria-haspopup="dialog"
                    onclick={window(Dialog::Files)}>{ "Files" }</button>
                <button type="button" class="button primary" aria-haspopup="dialog"
                    onclick={window(Dialog::Share)}>{ "Share" }</button>
            </div>
        </>
    }
}

/// The screens, as links that also open in a window of their own.
fn screens(settled: &Session, here: View, dispatch: &Callback<Action>) -> Html {
    html! {
        <nav class="screens" aria-label="Screens">
            { for SCREENS.map(|(page, label)| {
                let view = here.on(page);
                let stress = settled.stress();
                let link = Link { view, stress, ..Link::to(settled.model(), settled.shown()) };
                let dispatch = dispatch.clone();
                let go = Callback::from(move |event: MouseEvent| {
                    // With a key held it opens in a window of its own.
                    if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                        event.prevent_default();
                        dispatch.emit(Action::View(view));
                    }
                });
                html! {
                    <a href={format!("#{}", link.fragment())} onclick={go}
                        aria-current={(page == here.page).then_some("page")}>{ label }</a>
                }
            }) }
        </nav>
    }
}
