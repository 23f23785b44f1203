//! The draft as Yew keeps it: kept by the browser a moment after each change and when the
//! page is left, and handed to the session whenever it has no fault.
//!
//! Another window may have the same case open. Whoever would write over what the other has
//! kept meanwhile keeps theirs beside it instead, under an id of its own.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use crate::app::browser::{self, NotKept};
use crate::app::cases;
use crate::case::Case;
use crate::session::Action;
use crate::session::draft::{Draft, Edit};

/// How long the browser waits for a person to go on typing before it keeps the case.
const WAIT_MS: u32 = 300;

/// The draft, and how it goes.
#[derive(Clone, PartialEq)]
pub struct Writing {
    pub draft: Draft,
    pub edit: Callback<Edit>,
    /// Why the last change is not kept, if it is not.
    pub not_kept: Option<NotKept>,
    /// What another window has to do with it.
    pub other: Other,
}

/// What another window has done with the same case.
#[derive(Clone, Default, PartialEq)]
pub enum Other {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// It has kept a change of its own.
    Changed,
    /// It has, and so what is written here is kept under this id.
    Beside(String),
}

struct Store(Draft);

impl Reducible for Store {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        match self.0.edit(edit) {
            Some(next) => Rc::new(Store(next)),
            None => self,
        }
    }
}

/// What waits to be kept.
#[derive(Default)]
struct Keeper {
    wanted: Option<Draft>,
    timer: Option<Timeout>,
    /// Id and text of what this window has read or kept last.
    known: Option<(String, String)>,
    /// Where it is kept instead, once another window has changed the same case.
    beside: Option<String>,
}

impl Keeper {
    /// Keeps what waits; none where nothing did.
    fn keep(&mut self) -> Option<Result<(), NotKept>> {
        self.timer = None;
        let draft = self.wanted.take()?;
        let (id, title) = (draft.text("id"), draft.text("title"));
        let text = cases::text_of(draft.value());
        let known = self.known.as_ref().filter(|(known, _)| known == id);
        // A field that is left is an edit that changes nothing.
        if known.is_some_and(|(_, known)| *known == text) {
            return Some(Ok(()));
        }
        let foreign = cases::text(id)
            .is_some_and(|here| here != text && known.is_none_or(|(_, known)| *known != here));
        if foreign && self.beside.is_none() {
            self.beside = Some(cases::free(id, |_| false));
        }
        if let Some(beside) = &self.beside {
            let mut value = draft.value().clone();
            value["id"] = beside.as_str().into();
            let title = format!("{title} ({beside})");
            return Some(cases::keep(beside, &title, &cases::text_of(&value)));
        }
        let kept = cases::keep(id, title, &text);
        if kept.is_ok() {
            self.known = Some((id.to_owned(), text));
        }
        Some(kept)
    }
}

/// Keeps the draft of a case that is one's own.
#[hook]
pub fn use_writing(case: &Case, dispatch: &Callback<Action>) -> Writing {
    let store = use_reducer(|| {
        let kept =
            cases::latest(&case.id).and_then(|text| serde_json::from_str::<Value>(&text).ok());
        Store(Draft::of(kept.unwrap_or_else(|| case.to_value())))
    });
    let not_kept = use_state_eq(|| cases::unkept(&case.id));
    let other = use_state_eq(Other::default);
    let keeper = use_mut_ref(|| Keeper {
        known: cases::text(&case.id).map(|text| (case.id.clone(), text)),
        ..Keeper::default()
    });
    // What the draft began as is kept already.
    let first = use_mut_ref(|| true);
    {
        let (keeper, not_kept, dispatch) = (keeper.clone(), not_kept.clone(), dispatch.clone());
        let other = other.clone();
        use_effect_with(store.0.clone(), move |draft| {
            if first.replace(false) {
                return;
            }
            if let Some(model) = draft.model().filter(|_| draft.is_sound()) {
                dispatch.emit(Action::Case(model.clone(), true));
            }
            let later = {
                let keeper = keeper.clone();
                move || {
                    let kept = keeper.borrow_mut().keep();
                    if let Some(kept) = kept {
                        not_kept.set(kept.err());
                    }
                    if let Some(beside) = &keeper.borrow().beside {
                        other.set(Other::Beside(beside.clone()));
                    }
                }
            };
            let mut keeper = keeper.borrow_mut();
            keeper.wanted = Some(draft.clone());
            keeper.timer = Some(Timeout::new(WAIT_MS, later));
        });
    }
    {
        let (keeper, other) = (keeper.clone(), other.clone());
        use_effect_with(case.id.clone(), move |id| {
            browser::on_kept_elsewhere(&cases::place(id), move |text| {
                // What was forgotten there is kept again with the next change here.
                if !text.is_empty() && keeper.borrow().beside.is_none() {
                    other.set(Other::Changed);
                }
            })
        });
    }
    use_effect_with((), move |()| {
        let leaving = keeper.clone();
        let keep = move || {
            leaving.borrow_mut().keep();
        };
        let stop = browser::on(browser::LEFT, Box::new(keep));
        move || {
            stop();
            // The screen is left: nothing is to wait any longer.
            keeper.borrow_mut().keep();
        }
    });
    let dispatcher = store.dispatcher();
    let edit = use_callback((), move |edit: Edit, ()| dispatcher.dispatch(edit));
    use_keys(&edit);
    Writing {
        draft: store.0.clone(),
        edit,
        not_kept: *not_kept,
        other: (*other).clone(),
    }
}

impl Other {
    /// What it means to whoever writes here; empty where it is nothing.
    pub fn words(&self) -> String {
        match self {
            Other::Nothing => String::new(),
            Other::Changed => "This case was changed in another window. Reload the page to go on \
                               with that; what you change here is kept beside it, as another case."
                .to_owned(),
            Other::Beside(id) => format!(
                "This case was changed in another window as well. What you write here is kept \
                 beside it as a case of its own, {id}; open either under Cases."
            ),
        }
    }
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) take back and make again changes of the case.
#[hook]
fn use_keys(edit: &Callback<Edit>) {
    let edit = edit.clone();
    use_effect_with((), move |()| {
        browser::on_key(move |event| {
            if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
                return;
            }
            let change = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                ("z", false) => Edit::Undo,
                ("y", false) | ("z", true) => Edit::Redo,
                _ => return,
            };
            event.prevent_default();
            edit.emit(change);
        })
    });
}
