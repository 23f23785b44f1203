//! The screens. Everything here draws values made elsewhere and passes on what the
//! person did; there is no arithmetic on figures.

mod address;
mod answers;
mod book;
mod bringing;
pub mod browser;
mod cases;
mod charts;
mod components;
mod desk;
mod editor;
mod failure;
mod files;
mod hired;
pub mod job;
mod keeping;
mod lines;
mod pages;
mod pieces;
mod report;
mod settled;
mod simulated;
mod store;
mod stress;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::link::Page;
use crate::model::Library;
use crate::session::{Action, Kept, Session};
use address::use_address_bar;
use components::{Dialog, header};
use keeping::use_keeping;
use pieces::{Fetched, fetch_screen, use_piece, use_screen, waiting};
use settled::use_settled;
use store::Store;

/// Starts the app in the page's `#app`, from the link in the address bar.
pub fn start() {
    failure::show_on_panic();
    let Some(root) = browser::element("app") else {
        return;
    };
    let library = match Library::shipped() {
        Ok(library) => Rc::new(library),
        // Only of a damaged copy: every test run reads the cases that come with it.
        Err(_) => {
            failure::show("The case of this copy cannot be read. Fetch the page again.");
            return;
        }
    };
    let props = AppProps {
        library,
        link: browser::fragment().into(),
        kept: keeping::recalled(),
        problem: None,
        unkept: false,
    };
    spawn_local(async move {
        let props = with_case(props).await;
        // The first screen's piece comes before anything is drawn, so that nothing
        // flashes by. Where it cannot be had, the app says so itself.
        let session = Session::open(props.library.clone(), &props.link);
        let _ = fetch_screen(session.view().page).await;
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
}

/// The same, with what the link needs and the program has not.
async fn with_case(mut props: AppProps) -> AppProps {
    bringing::bring_lines(&props.kept.last).await;
    let brought = bringing::bring(&props.link, &props.library).await;
    props.link = brought.link.into();
    match brought.case {
        None => {}
        Some(Ok(taken)) => {
            props.unkept = !taken.kept;
            Rc::make_mut(&mut props.library).bring(taken.model, taken.own);
        }
        Some(Err(why)) => props.problem = Some(why),
    }
    props
}

/// What the app starts with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The cases at hand.
    pub library: Rc<Library>,
    /// The link that was opened: an address, or a fragment.
    #[prop_or_default]
    pub link: AttrValue,
    /// What this browser kept from before.
    #[prop_or_default]
    pub kept: Kept,
    /// Why the case of the link cannot be had.
    #[prop_or_default]
    pub problem: Option<Rc<str>>,
    /// True where it can, and is not kept by the browser.
    #[prop_or_default]
    pub unkept: bool,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        library,
        link,
        kept,
        problem,
        unkept,
    } = props.clone();
    let store = use_reducer(move || {
        let session = Session::open(library, &link).recalling(&kept);
        let said = problem.map(Action::NoCase);
        Store(
            said.or(unkept.then_some(Action::CaseUnkept))
                .and_then(|said| session.reduce(said))
                .unwrap_or(session),
        )
    });
    let session = &store.0;
    let dispatcher = store.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let dialog = use_state_eq(|| None::<Dialog>);
    let open_dialog = {
        let dialog = dialog.clone();
        Callback::from(move |wanted: Option<Dialog>| dialog.set(wanted))
    };

    use_address_bar(session, &dispatch);
    use_keeping(session, &dispatch);
    use_undo_keys(&dispatch, session.view().page);
    use_dropped(&open_dialog);
    use_effect_with(page_title(session), |title| browser::set_title(title));
    let settled = use_settled(session);

    let desk = use_piece::<desk::Piece>(dialog.is_some());
    let screen = match &use_screen(session.view().page) {
        Fetched::Here(page) => page(session, &settled, &dispatch),
        other => waiting(other),
    };
    // Followed as a link, it would put its own fragment in the place of the scenario's.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("results");
    });
    html! {
        <>
            <a class="skip" href="#results" onclick={skip}>{ "Skip to the results" }</a>
            { header(session, &settled.session, &dispatch, &open_dialog) }
            { screen }
            if let Some(wanted) = *dialog {
                if let Fetched::Here(piece) = &desk {
                    { (piece.dialog(wanted))(session, &dispatch, &open_dialog.reform(|()| None)) }
                } else {
                    { waiting(&desk) }
                }
            }
        </>
    }
}

/// The title of the page, as tabs and bookmarks show it.
fn page_title(session: &Session) -> String {
    let case = &session.model().case().title;
    let screen = match session.view().page {
        Page::Explore => "",
        Page::Panel => "Panel view – ",
        Page::Stress => "Stress test – ",
        Page::Compare => "Compare – ",
        Page::Sources => "Sources and checks – ",
        Page::Styles => "Design system – ",
        Page::Report => "Report – ",
        Page::Case => "Edit case – ",
    };
    match session.title() {
        "" => format!("{screen}{case} – SEND Modeller"),
        title => format!("{title} – {screen}{case} – SEND Modeller"),
    }
}

/// A file dropped anywhere on the page opens the window that reads it.
#[hook]
fn use_dropped(open: &Callback<Option<Dialog>>) {
    let open = open.clone();
    use_effect_with((), move |()| {
        browser::on_dropped(move || open.emit(Some(Dialog::Files)))
    });
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) anywhere in the page: typing is undone with
/// everything else, so the browser's own undo of one box would only confuse.
#[hook]
fn use_undo_keys(dispatch: &Callback<Action>, page: Page) {
    let dispatch = dispatch.clone();
    // A case that is written has a history of its own, and listens itself.
    use_effect_with(page == Page::Case, move |&apart| {
        browser::on_key(move |event| {
            if apart || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
                return;
            }
            // With Caps Lock on the letter is a capital, Shift or not.
            let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                ("z", false) => Action::Undo,
                ("y", false) | ("z", true) => Action::Redo,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(action);
        })
    });
}
