//! The draft as Yew keeps it: kept by the browser a moment after each change and when the
//! page is left, and handed to the session whenever it has no fault.

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
}

impl Keeper {
    /// Keeps what waits; none where nothing did.
    fn keep(&mut self) -> Option<Result<(), NotKept>> {
        self.timer = None;
        let draft = self.wanted.take()?;
        let (id, title) = (draft.text("id"), draft.text("title"));
        Some(cases::keep(id, title, &draft.value().to_string()))
    }
}

/// Keeps the draft of a case that is one's own.
#[hook]
pub fn use_writing(case: &Case, dispatch: &Callback<Action>) -> Writing {
    let store = use_reducer(|| {
        let kept = cases::text(&case.id).and_then(|text| serde_json::from_str::<Value>(&text).ok());
        Store(Draft::of(kept.unwrap_or_else(|| case.to_value())))
    });
    let not_kept = use_state_eq(|| None);
    let keeper = use_mut_ref(Keeper::default);
    // What the draft began as is kept already.
    let first = use_mut_ref(|| true);
    {
        let (keeper, not_kept, dispatch) = (keeper.clone(), not_kept.clone(), dispatch.clone());
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
                }
            };
            let mut keeper = keeper.borrow_mut();
            keeper.wanted = Some(draft.clone());
            keeper.timer = Some(Timeout::new(WAIT_MS, later));
        });
    }
    use_effect_with((), move |()| {
        let leaving = keeper.clone();
        let stop = browser::on_leave(move || {
            leaving.borrow_mut().keep();
        });
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
