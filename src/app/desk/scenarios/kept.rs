//! The saved scenarios.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::rows::KeptRow;
use super::working::{KEPT_HEADING, RENAME_BOX, Working, button_id};
use crate::app::desk::typing::keep_undo;
use crate::link::title_of;
use crate::session::{Action, MOST_SAVED, ShelfEdit, Storage};

/// The list, and what there is to know of it.
pub fn kept(working: &Working, rows: &[KeptRow]) -> Html {
    html! {
        <section aria-labelledby={KEPT_HEADING}>
            <h3 id={KEPT_HEADING} tabindex="-1">{ "Saved scenarios" }</h3>
            { notes(working) }
            if rows.is_empty() {
                <p>{ "Nothing is saved yet. Save what is shown, and it can be opened from here \
                      another day." }</p>
            } else {
                <p class="help">{ "Opening one takes the place of what is shown. Undo brings \
                                   back what was there." }</p>
                <ol class="kept">
                    { for rows.iter().enumerate().map(|(place, row)| {
                        item(working, place, row, rows.len())
                    }) }
                </ol>
            }
        </section>
    }
}

fn notes(working: &Working) -> Html {
    let session = &working.session;
    let shelf = session.shelf();
    let storage = match session.storage() {
        Storage::Works => None,
        Storage::Blocked => Some(
            "This browser keeps nothing for this page, so saved scenarios last until it is \
             closed. Share a link to keep one.",
        ),
        Storage::Full => Some(
            "There is no room left in this browser, so the last change was not kept. Delete a \
             saved scenario, or share a link to keep one.",
        ),
    };
    let unread = match shelf.unread() {
        0 => None,
        1 => Some(
            "1 entry kept by another version cannot be read here. It is kept as it is.".to_owned(),
        ),
        many => Some(format!(
            "{many} entries kept by another version cannot be read here. They are kept as they \
             are."
        )),
    };
    html! {
        <>
            // Always there, so that it is heard when it begins to say something.
            <div role="status">
                if let Some(storage) = storage {
                    <p class="notice">{ storage }</p>
                }
            </div>
            if let Some(unread) = unread {
                <p class="notice">
                    { unread }{ " " }
                    <button type="button" class="link"
                        onclick={working.press(ShelfEdit::ForgetUnread)}>
                        { if shelf.unread() == 1 { "Forget it" } else { "Forget them" } }
                    </button>
                </p>
            }
            if !shelf.has_room() {
                <p class="notice">
                    { format!("{MOST_SAVED} scenarios are saved, which is the most there can be. \
                        Delete one to make room for another.") }
                </p>
            }
        </>
    }
}

fn item(working: &Working, place: usize, row: &KeptRow, count: usize) -> Html {
    let session = &working.session;
    let renamed = working
        .renaming
        .as_ref()
        .filter(|(name, _)| *name == row.name);
    let shown = row
        .opens
        .as_ref()
        .is_some_and(|(model, scenario)| model == session.model() && scenario == session.shown());
    let elsewhere = row
        .opens
        .as_ref()
        .map(|(model, _)| model.case())
        .filter(|case| case.id != session.model().case().id);
    html! {
        <li key={row.name.clone()}>
            <div class="kept-words">
                if let Some((_, wanted)) = renamed {
                    { rename_box(working, &row.name, wanted) }
                } else {
                    <b class="kept-name">{ &row.name }</b>
                }
                if shown {
                    <span class="mark">{ "Shown now" }</span>
                }
                <p class="help">
                    if let Some(case) = elsewhere {
                        { format!("{}. ", case.title) }
                    }
                    { &row.text }
                </p>
            </div>
            { buttons(working, place, row, count) }
        </li>
    }
}

fn buttons(working: &Working, place: usize, row: &KeptRow, count: usize) -> Html {
    let name = &row.name;
    let button = |what: &'static str, label: &'static str, enabled: bool, onclick| {
        html! {
            <button type="button" class="button" id={button_id(place, what)} disabled={!enabled}
                aria-label={format!("{label} {name}")} {onclick}>{ label }</button>
        }
    };
    let rename = {
        let (working, name) = (working.clone(), name.clone());
        Callback::from(move |_: MouseEvent| working.begin_rename(&name))
    };
    let press = |edit: ShelfEdit| working.press(edit);
    html! {
        <div class="kept-buttons">
            { button("open", "Open", row.opens.is_some(), working.open(Action::OpenSaved(place))) }
            { button("rename", "Rename", true, rename) }
            { button("copy", "Duplicate", working.session.shelf().has_room(),
                press(ShelfEdit::Duplicate(place))) }
            { button("delete", "Delete", true, press(ShelfEdit::Delete(place))) }
            { button("up", "Move up", place > 0, press(ShelfEdit::MoveUp(place))) }
            { button("down", "Move down", place + 1 < count, press(ShelfEdit::MoveDown(place))) }
        </div>
    }
}

/// The box for another name, in the place of the name.
fn rename_box(working: &Working, name: &str, wanted: &str) -> Html {
    let oninput = {
        let (renaming, name) = (working.renaming.clone(), name.to_owned());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let kept = title_of(&input.value());
                if kept != input.value() {
                    input.set_value(&kept);
                }
                renaming.set(Some((name.clone(), kept)));
            }
        })
    };
    let onkeydown = {
        let working = working.clone();
        Callback::from(move |event: KeyboardEvent| {
            keep_undo(&event);
            match event.key().as_str() {
                "Enter" => {
                    // The keyboard goes to a button now, which this very key would press.
                    event.prevent_default();
                    working.end_rename(true);
                }
                "Escape" => {
                    // Only the box is closed, not the window.
                    event.prevent_default();
                    event.stop_propagation();
                    working.end_rename(false);
                }
                _ => {}
            }
        })
    };
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    let end = |keep: bool| {
        let working = working.clone();
        Callback::from(move |_: MouseEvent| working.end_rename(keep))
    };
    html! {
        <div class="words">
            <label for={RENAME_BOX}>{ format!("New name for {name}") }</label>
            <div class="with-button">
                <input id={RENAME_BOX} type="text" autocomplete="off" value={wanted.to_owned()}
                    {oninput} {onkeydown} {onfocus} />
                <button type="button" class="button" onclick={end(true)}>{ "Use this name" }</button>
                <button type="button" class="button" onclick={end(false)}>{ "Cancel" }</button>
            </div>
        </div>
    }
}
