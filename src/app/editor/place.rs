//! Where the person is in the case that is written, and the name half typed for what is to
//! be added: no part of the case, but a reload finds it again. Of the case edited last only.

use serde_json::{Map, Value};
use yew::prelude::*;

use crate::app::browser;

/// Name in the browser's storage.
const EDITING: &str = "editing";
/// The id of the case it is of.
const CASE: &str = "case";

/// A text that a reload finds again, under a name of its own within the case.
#[hook]
pub fn use_kept(case: &str, name: &'static str) -> UseStateHandle<Option<String>> {
    let text = use_state_eq(|| recalled(case).remove(name).and_then(text_of));
    use_effect_with((case.to_owned(), (*text).clone()), move |(case, text)| {
        let mut kept = recalled(case);
        if kept.get(name).and_then(Value::as_str) == text.as_deref() {
            return;
        }
        kept.insert(CASE.to_owned(), case.as_str().into());
        kept.insert(name.to_owned(), text.as_deref().into());
        // Who has no room for this is told of the case itself.
        let _ = browser::keep(EDITING, &Value::Object(kept).to_string());
    });
    text
}

/// What is kept of this case.
fn recalled(case: &str) -> Map<String, Value> {
    let text = browser::kept(EDITING).unwrap_or_default();
    let kept = serde_json::from_str(&text).unwrap_or_default();
    let kept: Map<String, Value> = kept;
    if kept.get(CASE).and_then(Value::as_str) == Some(case) {
        kept
    } else {
        Map::new()
    }
}

fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}
