//! What the window Scenarios keeps while it is open, and what its buttons do.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::link::title_of;
use crate::session::{Action, Session, Shelf, ShelfEdit};

/// Ids of what the keyboard is moved to.
pub const NAME_BOX: &str = "save-name";
pub const RENAME_BOX: &str = "rename-name";
pub const RESTORE: &str = "restore";
pub const KEPT_HEADING: &str = "kept";

/// The id of a button of a saved scenario.
pub fn button_id(place: usize, what: &str) -> String {
    format!("kept-{place}-{what}")
}

/// The state of the window.
#[derive(Clone)]
pub struct Working {
    pub session: Session,
    pub dispatch: Callback<Action>,
    pub close: Callback<()>,
    /// The name to save under.
    pub name: UseStateHandle<String>,
    /// What has just been done.
    pub said: UseStateHandle<String>,
    /// The scenario that is getting another name, by its present one, and that name.
    pub renaming: UseStateHandle<Option<(String, String)>>,
    /// What is to have the keyboard once everything is drawn.
    pub focus: Rc<RefCell<Option<String>>>,
}

impl Working {
    /// What a button does that changes the shelf.
    pub fn press(&self, edit: ShelfEdit) -> Callback<MouseEvent> {
        let working = self.clone();
        Callback::from(move |_| working.edit(edit.clone()))
    }

    /// What a button does that opens something.
    pub fn open(&self, action: Action) -> Callback<MouseEvent> {
        let working = self.clone();
        Callback::from(move |_| {
            working.dispatch.emit(action.clone());
            working.close.emit(());
        })
    }

    /// Changes the shelf, says so, and sees to the keyboard: the button that was pressed
    /// may be gone, or belong to another scenario.
    pub fn edit(&self, edit: ShelfEdit) {
        let before = self.session.shelf();
        let mut after = Shelf::clone(before);
        after.edit(edit.clone());
        let (said, focus) = aftermath(before, &after, &edit).unwrap_or_default();
        self.said.set(said);
        self.focus.replace(Some(focus));
        self.dispatch.emit(Action::Shelf(edit));
    }

    /// The name in the box, as it would be kept.
    pub fn wanted(&self) -> String {
        title_of(&self.name).trim().to_owned()
    }

    /// True where a scenario of that name is kept already.
    pub fn is_taken(&self) -> bool {
        let wanted = self.wanted();
        let saved = self.session.shelf().saved();
        saved.iter().any(|saved| saved.name == wanted)
    }

    /// Saves what is shown.
    pub fn save(&self) {
        let name = self.wanted();
        let taken = self.is_taken();
        if name.is_empty() {
            self.said.set("Give it a name first.".to_owned());
            browser::focus(NAME_BOX);
        } else if taken || self.session.shelf().has_room() {
            let done = if taken { "Saved over" } else { "Saved" };
            self.said.set(format!("{done} “{name}”."));
            self.name.set(name.clone());
            self.dispatch.emit(Action::Save(name));
        }
    }

    /// Opens the box for another name.
    pub fn begin_rename(&self, name: &str) {
        self.renaming.set(Some((name.to_owned(), name.to_owned())));
        self.focus.replace(Some(RENAME_BOX.to_owned()));
    }

    /// Closes the box for another name, and with `keep` gives the scenario that name.
    pub fn end_rename(&self, keep: bool) {
        let Some((name, wanted)) = (*self.renaming).clone() else {
            return;
        };
        self.renaming.set(None);
        let saved = self.session.shelf().saved();
        // Another window may have moved it meanwhile, or deleted it.
        let Some(place) = saved.iter().position(|saved| saved.name == name) else {
            return;
        };
        if keep && !wanted.trim().is_empty() {
            self.edit(ShelfEdit::Rename(place, wanted));
        } else {
            self.focus.replace(Some(button_id(place, "rename")));
        }
    }
}

/// What to say of a change of the shelf, and where the keyboard goes.
fn aftermath(before: &Shelf, after: &Shelf, edit: &ShelfEdit) -> Option<(String, String)> {
    let name = |shelf: &Shelf, place: usize| Some(shelf.saved().get(place)?.name.clone());
    let count = after.saved().len();
    Some(match *edit {
        ShelfEdit::Rename(place, _) => {
            let said = format!("“{}” is the name now.", name(after, place)?);
            (said, button_id(place, "rename"))
        }
        ShelfEdit::Duplicate(place) => {
            let (from, copy) = (name(before, place)?, name(after, place + 1)?);
            let said = format!("“{copy}” is a copy of “{from}”.");
            (said, button_id(place + 1, "rename"))
        }
        ShelfEdit::Delete(place) => {
            let said = format!("Deleted “{}”.", name(before, place)?);
            (said, RESTORE.to_owned())
        }
        ShelfEdit::MoveUp(place) => {
            let to = place.checked_sub(1)?;
            let button = if to == 0 { "down" } else { "up" };
            let said = format!("“{}” is now {place} of {count}.", name(after, to)?);
            (said, button_id(to, button))
        }
        ShelfEdit::MoveDown(place) => {
            let to = place + 1;
            let button = if to + 1 == count { "up" } else { "down" };
            let said = format!("“{}” is now {} of {count}.", name(after, to)?, to + 1);
            (said, button_id(to, button))
        }
        ShelfEdit::Restore => {
            let place = (0..count).find(|&place| name(before, place) != name(after, place))?;
            let said = format!("Restored “{}”.", name(after, place)?);
            (said, button_id(place, "open"))
        }
        ShelfEdit::ForgetUnread => {
            let said = "The entries that could not be read are gone.".to_owned();
            (said, KEPT_HEADING.to_owned())
        }
    })
}
