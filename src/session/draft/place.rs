//! Where in a draft something stands, in the words of the validator:
//! `assumptions[3].published`. What it says of a place can so be shown beside its box.

use serde_json::{Map, Value};

/// One step of the way to a place.
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').flat_map(|part| {
        let (field, items) = part.split_once('[').unwrap_or((part, ""));
        let items = items.split(['[', ']']).filter(|item| !item.is_empty());
        // A number too large for a list is in no list.
        let items = items.map(|item| Step::Item(item.parse().unwrap_or(usize::MAX)));
        std::iter::once(Step::Field(field)).chain(items)
    })
}

/// The place of an item of a list.
pub fn item(list: &str, at: usize) -> String {
    format!("{list}[{at}]")
}

/// The place of a field of an object.
pub fn field(of: &str, name: &str) -> String {
    format!("{of}.{name}")
}

/// What stands at a place; none where nothing does.
pub(super) fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    steps(path).try_fold(value, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Item(index) => value.get(index),
    })
}

/// The same, to be changed.
pub(super) fn at_mut<'a>(value: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    steps(path).try_fold(value, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Item(index) => value.get_mut(index),
    })
}

/// Puts something at a place. Objects on the way are made where they are not there, items
/// of lists are not.
pub(super) fn put(value: &mut Value, path: &str, new: Value) {
    let place = steps(path).try_fold(value, |value, step| match step {
        Step::Field(name) => {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            let fields = value.as_object_mut()?;
            Some(fields.entry(name).or_insert(Value::Null))
        }
        Step::Item(index) => value.get_mut(index),
    });
    if let Some(place) = place {
        *place = new;
    }
}

/// Takes a field away.
pub(super) fn clear(value: &mut Value, path: &str) {
    let (of, name) = path.rsplit_once('.').unwrap_or(("", path));
    let object = if of.is_empty() {
        Some(value)
    } else {
        at_mut(value, of)
    };
    if let Some(fields) = object.and_then(Value::as_object_mut) {
        fields.remove(name);
    }
}

/// The items of a list; none where there is no list.
pub(super) fn items<'a>(value: &'a Value, list: &str) -> &'a [Value] {
    at(value, list)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The list at a place, made where there is none.
pub(super) fn items_mut<'a>(value: &'a mut Value, list: &str) -> Option<&'a mut Vec<Value>> {
    if !at(value, list).is_some_and(Value::is_array) {
        put(value, list, Value::Array(Vec::new()));
    }
    at_mut(value, list)?.as_array_mut()
}

/// The text of a field; empty where there is none.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    at(value, name).and_then(Value::as_str).unwrap_or_default()
}

/// Where the item with this id stands in a list.
pub(super) fn find(value: &Value, list: &str, id: &str) -> Option<usize> {
    items(value, list)
        .iter()
        .position(|item| text(item, "id") == id)
}
