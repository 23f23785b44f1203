//! The screens. Everything here draws values made elsewhere and passes on what the
//! person did; there is no arithmetic on figures.

mod address;
pub mod browser;
mod charts;
mod components;
mod failure;
mod pages;
mod settled;
mod store;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::Library;
use crate::session::{Action, Session};
use address::use_address_bar;
use pages::Explore;
use store::Store;

/// Starts the app in the page's `#app`, from the link in the address bar.
pub fn start() {
    failure::show_on_panic();
    let Some(root) = browser::element("app") else {
        return;
    };
    match Library::shipped() {
        Ok(library) => {
            let props = AppProps {
                library: Rc::new(library),
                link: browser::fragment().into(),
            };
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }
        Err(faults) => failure::show(&format!("A case of this copy cannot be read. {faults}")),
    }
}

/// What the app starts with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The cases at hand.
    pub library: Rc<Library>,
    /// The link that was opened: an address, or a fragment.
    #[prop_or_default]
    pub link: AttrValue,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { library, link } = props.clone();
    let store = use_reducer(move || Store(Session::open(library, &link)));
    let session = &store.0;
    let dispatcher = store.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));

    use_address_bar(session, &dispatch);
    use_undo_keys(&dispatch);
    use_effect_with(session.model().case().title.clone(), |title| {
        browser::set_title(&format!("{title} – SEND Modeller"));
    });

    html! {
        <Explore session={session.clone()} {dispatch} />
    }
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) anywhere in the page: typing is undone with
/// everything else, so the browser's own undo of one box would only confuse.
#[hook]
fn use_undo_keys(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        browser::on_key(move |event| {
            if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
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
