//! Boxes for words, which unlike the boxes for values are undone by the browser.

use yew::prelude::*;

/// Keeps Ctrl+Z and Ctrl+Y to the box they are pressed in: elsewhere in the page they take
/// back changes of the scenario, which nobody means while writing a name or a note.
pub fn own_undo() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| keep_undo(&event))
}

/// The same, for a box that listens to other keys as well.
pub fn keep_undo(event: &KeyboardEvent) {
    let held = event.ctrl_key() || event.meta_key();
    if held && matches!(event.key().as_str(), "z" | "Z" | "y" | "Y") {
        event.stop_propagation();
    }
}
