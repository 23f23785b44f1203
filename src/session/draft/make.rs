//! New parts of a draft: lines with the assumptions they need, and everything else that
//! stands in a list. What a paper says is for the person to fill in; what the format needs
//! besides is there from the beginning.

use serde_json::{Value, json};

use super::place::{find, items, items_mut, put, text};
use super::rules::{Begins, Input, Kind, part};
use crate::case::{OWN, Unit, is_reserved};

/// The word of a unit in a case file.
pub fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::Pounds => "pounds",
        Unit::Months => "months",
        Unit::Count => "count",
    }
}

/// A number as JSON has it: whole where it is whole.
pub(super) fn number(value: f64) -> Value {
    /// From here on whole numbers are no longer told apart.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < LARGEST {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and small enough")]
        return Value::from(value as i64);
    }
    Value::from(value)
}

/// How many years the draft says it has, as far as that can be used.
pub(super) fn years(draft: &Value) -> usize {
    let count = draft["years"]["count"].as_u64().unwrap_or_default();
    usize::try_from(count)
        .unwrap_or_default()
        .min(crate::case::MAX_YEARS)
}

/// A list for the years of the draft.
pub(super) fn series(draft: &Value, begins: Begins) -> Value {
    (0..years(draft)).map(|year| begins.of(year)).collect()
}

/// An id made of a name: lower-case words joined by hyphens. "line" where it has no letter.
pub(super) fn id_of(name: &str) -> String {
    const LONGEST: usize = 40;
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') && !matches!(letter, '\'' | '’') {
            id.push('-');
        }
        if id.len() >= LONGEST {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "line" } else { id }.to_owned()
}

/// The first of `id`, `id-2`, `id-3` … that is not taken.
pub(super) fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !taken(id)).unwrap_or_default()
}

/// An id that no item of a list has. Lines of either kind share theirs: links and printed
/// figures name them alike.
pub(super) fn free_in(draft: &Value, list: &str, id: &str) -> String {
    let lines = matches!(list, "investment" | "benefits");
    // Ids, and beginnings of ids, that links or the program use for something else.
    let reserved = if lines {
        id.starts_with(OWN)
    } else {
        list == "assumptions" && is_reserved(id)
    };
    let id = if reserved {
        format!("our-{id}")
    } else {
        id.to_owned()
    };
    free(&id, |id| {
        let taken = |list| find(draft, list, id).is_some();
        if lines {
            taken("investment") || taken("benefits")
        } else {
            taken(list)
        }
    })
}

/// What an input of a line is called among the assumptions.
pub(super) fn input_label(input: &Input, line: &str) -> String {
    format!("{}: {line}", input.label)
}

/// Adds an assumption and gives its id.
pub(super) fn add_assumption(draft: &mut Value, input: &Input, line: &str, group: &str) -> String {
    let wanted = id_of(&format!("{} {line}", input.field.replace('_', " ")));
    let id = free_in(draft, "assumptions", &wanted);
    let (max, step) = match input.unit {
        Unit::Percent => (100.0, 1.0),
        Unit::Months => (24.0, 1.0),
        Unit::Pounds => (1e9, 100.0),
        Unit::Count => (1e6, 1.0),
    };
    let begins = number(input.begins);
    let made = json!({
        "id": id,
        "label": input_label(input, line),
        "help": "",
        "group": group,
        "tier": "more",
        "unit": unit_word(input.unit),
        "unit_note": input.note,
        "published": begins,
        "min": 0,
        "max": number(max),
        "step": number(step),
        "low": begins,
        "high": begins,
        "range_note": "",
        "source": "",
        "status": "added",
    });
    if let Some(list) = items_mut(draft, "assumptions") {
        list.push(made);
    }
    id
}

/// The heading that the assumptions of a workstream stand under: the one of its name, or
/// else the first.
pub(super) fn heading(draft: &Value, workstream: &str) -> String {
    if find(draft, "groups", workstream).is_some() {
        return workstream.to_owned();
    }
    items(draft, "groups")
        .first()
        .map_or("", |group| text(group, "id"))
        .to_owned()
}

/// What a line of this kind comes to, with assumptions of its own. Inputs that stand in
/// `before` under the same name stay.
pub(super) fn kind_of(
    draft: &mut Value,
    kind: &Kind,
    before: &Value,
    line: &str,
    group: &str,
) -> Value {
    let mut made = json!({ "kind": kind.word });
    for input in kind.inputs {
        let kept = text(before, input.field).to_owned();
        let known = find(draft, "assumptions", &kept)
            .is_some_and(|at| text(&draft["assumptions"][at], "unit") == unit_word(input.unit));
        let id = if known {
            kept
        } else {
            add_assumption(draft, input, line, group)
        };
        made[input.field] = id.into();
    }
    if let Some(yearly) = kind.series {
        let kept = &before[yearly.field];
        made[yearly.field] = if kept.is_array() {
            kept.clone()
        } else {
            series(draft, yearly.begins)
        };
    }
    for (field, _, rule) in kind.lines {
        let mut lines = items(draft, "benefits").iter();
        let first = lines.find(|line| text(&line["rule"], "kind") == *rule);
        made[*field] = first.map_or("", |line| text(line, "id")).into();
    }
    if kind.word == "shared-reduction" {
        made["reduces"] = "cost-to".into();
    }
    made
}

/// Adds a line of investment or of benefit under a name, and gives its place.
pub(super) fn add_line(draft: &mut Value, list: &'static str, name: &str, kind: &Kind) -> usize {
    let id = free_in(draft, list, &id_of(name));
    let workstream = first_id(draft, "workstreams");
    let group = heading(draft, &workstream);
    let comes = kind_of(draft, kind, &Value::Null, name, &group);
    let mut line = json!({
        "id": id, "label": name, "workstream": workstream, "source": "",
    });
    if list == "benefits" {
        line["kind"] = "saving".into();
        let gains = text(draft, "invested_by").to_owned();
        line["gains"] = json!({ "rest": gains });
        line["proposal"] = "".into();
    } else {
        line["note"] = "".into();
    }
    line[part(list)] = comes;
    push(draft, list, line)
}

/// Adds an item to any other list, and gives its place.
pub(super) fn add_item(draft: &mut Value, list: &str, name: &str) -> usize {
    let id = free_in(draft, list, &id_of(name));
    let year = first_year(draft);
    let item = match list {
        "payers" => json!({ "id": id, "label": name, "help": "", "ring_fenced": false }),
        "groups" => json!({ "id": id, "label": name, "help": "" }),
        "workstreams" => json!({
            "id": id, "label": name, "outcomes": [], "outcomes_source": "", "note": "",
        }),
        "presets" | "failures" => json!({ "id": id, "label": name, "help": name, "values": [] }),
        "printed" => json!({
            "label": name, "source": "", "amount": 0, "figure": { "of": "benefits" },
        }),
        "budget_pressures" => json!({
            "label": name, "source": "", "year": year, "budget": 0, "outturn": 0, "variance": 0,
        }),
        "plan_pressures" => json!({
            "id": id, "label": name, "source": "", "amounts": series(draft, Begins::Nought),
        }),
        "disagreements" => {
            let number = items(draft, list).iter();
            let last = number.filter_map(|item| item["number"].as_u64()).max();
            json!({
                "number": last.unwrap_or_default() + 1, "title": name, "explanation": "",
                "source": "",
            })
        }
        _ => json!({
            "summary": name, "probability": "medium", "impact": "medium", "containment": "",
            "source": "", "tested_by": [],
        }),
    };
    push(draft, list, item)
}

fn push(draft: &mut Value, list: &str, item: Value) -> usize {
    let at = items(draft, list).len();
    if let Some(list) = items_mut(draft, list) {
        list.push(item);
    }
    at
}

fn first_id(draft: &Value, list: &str) -> String {
    let first = items(draft, list).first();
    first.map_or("", |item| text(item, "id")).to_owned()
}

fn first_year(draft: &Value) -> String {
    let first = draft["years"]["first"].as_u64();
    let first = first.and_then(|year| u16::try_from(year).ok());
    let years = crate::case::Years {
        first: first.unwrap_or_default(),
        count: 1,
    };
    years.label(0)
}

/// A copy of an item after it, with an id of its own, and for a line with copies of the
/// assumptions that no other line takes.
pub(super) fn duplicate(draft: &mut Value, list: &'static str, at: usize) {
    let Some(mut copy) = items(draft, list).get(at).cloned() else {
        return;
    };
    let was = text(&copy, "label").to_owned();
    let name = format!("{was} (copy)");
    if copy.get("id").is_some() {
        let id = free_in(draft, list, text(&copy, "id"));
        copy["id"] = id.into();
    }
    if copy.get("label").is_some() {
        put(&mut copy, "label", name.as_str().into());
    }
    if matches!(list, "investment" | "benefits") {
        let word = text(&copy[part(list)], "kind").to_owned();
        let inputs = super::rules::kind(list, &word).map_or(&[][..], |kind| kind.inputs);
        for input in inputs {
            let of = text(&copy[part(list)], input.field);
            if !of.is_empty() && super::uses::users(draft, of) == 1 {
                let id = duplicate_assumption(draft, of, input, &was, &name);
                copy[part(list)][input.field] = id.into();
            }
        }
    }
    if let Some(list) = items_mut(draft, list) {
        list.insert(at + 1, copy);
    }
}

fn duplicate_assumption(
    draft: &mut Value,
    id: &str,
    input: &Input,
    was: &str,
    name: &str,
) -> String {
    let Some(at) = find(draft, "assumptions", id) else {
        return id.to_owned();
    };
    let mut copy = draft["assumptions"][at].clone();
    let new = free_in(draft, "assumptions", id);
    copy["id"] = new.as_str().into();
    let label = if text(&copy, "label") == input_label(input, was) {
        input_label(input, name)
    } else {
        format!("{} (copy)", text(&copy, "label"))
    };
    copy["label"] = label.into();
    if let Some(list) = items_mut(draft, "assumptions") {
        list.insert(at + 1, copy);
    }
    new
}
