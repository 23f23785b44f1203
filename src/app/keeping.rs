//! What this browser keeps from one visit to the next: the saved scenarios, the view
//! chosen last, and (written by [`super::address`]) what was being done last.

use yew::prelude::*;

use super::browser::{self, NotKept};
use crate::session::{Action, Kept, Session, Storage};

/// Names in the browser's storage.
const SHELF: &str = "scenarios";
const VIEW: &str = "view";
/// The link to what was being done last.
pub(super) const LAST: &str = "last";

/// What was kept on earlier visits.
pub(super) fn recalled() -> Kept {
    let kept = |name| browser::kept(name).unwrap_or_default();
    Kept {
        shelf: kept(SHELF),
        last: kept(LAST),
        view: kept(VIEW),
    }
}

/// Keeps the saved scenarios and the view as they change, and follows what other windows
/// save.
#[hook]
pub(super) fn use_keeping(session: &Session, dispatch: &Callback<Action>) {
    let last_kept = use_mut_ref(|| session.shelf().write());
    {
        let dispatch = dispatch.clone();
        let last_kept = last_kept.clone();
        use_effect_with(session.shelf().clone(), move |shelf| {
            let text = shelf.write();
            if *last_kept.borrow() == text {
                return;
            }
            let storage = match browser::keep(SHELF, &text) {
                Ok(()) => Storage::Works,
                Err(NotKept::Blocked) => Storage::Blocked,
                Err(NotKept::Full) => Storage::Full,
            };
            last_kept.replace(text);
            dispatch.emit(Action::Storage(storage));
        });
    }
    use_effect_with(session.view(), |view| {
        // Nobody misses a remembered view enough to be told that it was not kept.
        let _ = browser::keep(VIEW, &view.tables().write());
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        browser::on_kept_elsewhere(SHELF, move |text| {
            last_kept.replace(text.clone());
            dispatch.emit(Action::ShelfElsewhere(text));
        })
    });
}
