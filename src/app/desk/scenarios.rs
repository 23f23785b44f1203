//! The window Scenarios: save what is shown, and open what was saved or what the case
//! offers by name.

mod kept;
mod presets;
mod rows;
mod save;
mod working;

use yew::prelude::*;

use super::modal::Modal;
use crate::app::browser;
use crate::session::{Action, Session, ShelfEdit};
use kept::kept;
use presets::presets;
use rows::rows;
use save::save;
use working::{RESTORE, Working};

/// The window.
pub fn window(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! {
        <Scenarios session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} />
    }
}

/// How much a scenario changes.
pub fn changed_words(changed: usize) -> String {
    match changed {
        0 => "As published: no assumption changed".to_owned(),
        1 => "1 assumption changed".to_owned(),
        _ => format!("{changed} assumptions changed"),
    }
}

#[derive(PartialEq, Properties)]
struct ScenariosProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

#[component]
fn Scenarios(props: &ScenariosProps) -> Html {
    let session = &props.session;
    let working = Working {
        session: session.clone(),
        dispatch: props.dispatch.clone(),
        close: props.close.clone(),
        name: use_state_eq(|| session.title().to_owned()),
        said: use_state_eq(String::new),
        renaming: use_state_eq(|| None),
        focus: use_mut_ref(|| None),
    };
    // What is to have the keyboard next may only now have been drawn.
    let focus = working.focus.clone();
    use_effect(move || {
        let next = focus.borrow_mut().take();
        if let Some(id) = next {
            browser::focus(&id);
        }
    });
    let rows = {
        let library = session.library().clone();
        use_memo(session.shelf().clone(), move |shelf| rows(shelf, &library))
    };
    html! {
        <Modal title="Scenarios" close={props.close.clone()}>
            { save(&working) }
            { kept(&working, &rows) }
            { presets(&working) }
            { said(&working) }
        </Modal>
    }
}

/// What has just been done, in sight wherever the window is scrolled to, and the way back
/// from a deletion.
fn said(working: &Working) -> Html {
    let shelf = working.session.shelf();
    let words = match (working.said.as_str(), shelf.removed()) {
        ("", Some(name)) => format!("“{name}” was deleted or saved over."),
        (said, _) => said.to_owned(),
    };
    html! {
        <div class="modal-foot">
            <p role="status">{ words }</p>
            if let Some(name) = shelf.removed() {
                <button type="button" class="button" id={RESTORE} disabled={!shelf.has_room()}
                    aria-label={format!("Restore {name}")}
                    onclick={working.press(ShelfEdit::Restore)}>{ "Restore" }</button>
            }
        </div>
    }
}
