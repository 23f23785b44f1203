//! Who names whom in a draft: what goes with a line that goes, and how many take an
//! assumption.

use serde_json::Value;

use super::place::{find, items, items_mut, text};
use super::rules::{kind, part};

/// Fields of a rule that name lines and not assumptions.
const LINES: [&str; 4] = ["moved", "reduced", "pressure", "demand"];

/// How many places make figures with an assumption: lines, splits, delays, adjustments.
pub(super) fn users(draft: &Value, id: &str) -> usize {
    let mut count = 0;
    let mut see = |value: &Value| {
        if value.as_str() == Some(id) {
            count += 1;
        }
    };
    if let Some(adjustments) = draft["adjustments"].as_object() {
        for value in adjustments.values() {
            see(value);
            see(&value["share"]);
        }
    }
    for workstream in items(draft, "workstreams") {
        see(&workstream["delay"]);
    }
    for list in ["investment", "benefits"] {
        for line in items(draft, list) {
            for (field, value) in line[part(list)].as_object().into_iter().flatten() {
                if !LINES.contains(&field.as_str()) && field != "kind" && field != "grade" {
                    see(value);
                }
            }
            for share in items(line, "gains.shares") {
                see(&share["share"]);
            }
        }
    }
    count
}

/// Takes an item away, and with it what would name nothing any more. Gives how many other
/// things went.
pub(super) fn remove(draft: &mut Value, list: &'static str, at: usize) -> usize {
    let Some(items) = items_mut(draft, list).filter(|items| at < items.len()) else {
        return 0;
    };
    let gone = items.remove(at);
    let id = text(&gone, "id").to_owned();
    match list {
        "investment" | "benefits" => remove_line(draft, list, &gone, &id),
        "assumptions" => forget_assumption(draft, &id),
        "workstreams" => remove_unused(draft, text(&gone, "delay")),
        _ => 0,
    }
}

fn remove_line(draft: &mut Value, list: &'static str, gone: &Value, id: &str) -> usize {
    let mut others = 0;
    let comes = &gone[part(list)];
    let inputs = kind(list, text(comes, "kind")).map_or(&[][..], |kind| kind.inputs);
    for input in inputs {
        others += remove_unused(draft, text(comes, input.field));
    }
    for share in items(gone, "gains.shares") {
        others += remove_unused(draft, text(share, "share"));
    }
    others += take(draft, "printed", |printed| {
        text(&printed["figure"], "line") == id
    });
    if list == "benefits" {
        for pressure in items_mut(draft, "plan_pressures").into_iter().flatten() {
            forget(pressure, "offset_by", id);
        }
        // An overlap is nothing without both its lines.
        while let Some(at) = items(draft, "benefits").iter().position(|line| {
            LINES
                .iter()
                .any(|field| line["rule"][field].as_str() == Some(id))
        }) {
            others += 1 + remove(draft, "benefits", at);
        }
    }
    others
}

/// Takes an assumption away that nothing makes figures with any more.
pub(super) fn remove_unused(draft: &mut Value, id: &str) -> usize {
    if id.is_empty() || users(draft, id) > 0 {
        return 0;
    }
    match find(draft, "assumptions", id) {
        Some(at) => 1 + remove(draft, "assumptions", at),
        None => 0,
    }
}

/// Takes out of presets, failures and risks what names an assumption that is gone.
fn forget_assumption(draft: &mut Value, id: &str) -> usize {
    for list in ["presets", "failures"] {
        for preset in items_mut(draft, list).into_iter().flatten() {
            if let Some(values) = preset["values"].as_array_mut() {
                values.retain(|value| text(value, "assumption") != id);
            }
        }
    }
    for risk in items_mut(draft, "risks").into_iter().flatten() {
        forget(risk, "tested_by", id);
    }
    0
}

fn forget(of: &mut Value, list: &str, id: &str) {
    if let Some(ids) = of[list].as_array_mut() {
        ids.retain(|known| known.as_str() != Some(id));
    }
}

fn take(draft: &mut Value, list: &str, gone: impl Fn(&Value) -> bool) -> usize {
    let Some(items) = items_mut(draft, list) else {
        return 0;
    };
    let before = items.len();
    items.retain(|item| !gone(item));
    before - items.len()
}
