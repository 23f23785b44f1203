//! Everything that can be done to a draft, and doing it.

use serde_json::Value;

use super::make::{
    add_assumption, add_item, add_line, duplicate, heading, input_label, kind_of, number,
};
use super::place::{at, clear, field, find, item, items, items_mut, put, text};
use super::rules::{Begins, Input, kind, part};
use super::uses::{remove, remove_unused};
use crate::case::{MAX_YEARS, Unit};
use crate::export::read_number;

/// Numbers that may be left out, which an emptied box does.
const OPTIONAL: [&str; 2] = [".disagreement", ".to_nearest"];

/// Something done to a draft. Paths are as the validator writes them.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Typed words.
    Words(String, String),
    /// Typed one entry a line.
    Lines(String, String),
    /// Typed a number, in this unit. What is none is kept as typed.
    Number(String, Unit, String),
    /// Chose a word, ticked a box, or picked from a list.
    Put(String, Value),
    /// Ticked an id in a list of ids, or took the tick away.
    Tick(String, String, bool),
    /// Emptied a field that may be left out.
    Clear(String),
    /// Typed the first year, or how many years there are: lists that have one figure a
    /// year grow or shrink with it.
    Years(&'static str, String),
    /// Added a line under a name, of the kind of this word.
    AddLine(&'static str, String, &'static str),
    /// Added anything else to a list under a name.
    AddItem(&'static str, String),
    /// Chose another kind of cost, or another rule, for a line.
    Kind(&'static str, usize, String),
    /// Gave an input of a line an assumption of its own again.
    OwnInput(&'static str, usize, Input),
    /// Gave a payer a share of a benefit line.
    AddShare(usize, String),
    /// Took a payer's share of a benefit line away.
    RemoveShare(usize, usize),
    /// Let a workstream be late by itself.
    AddDelay(usize),
    /// No more.
    RemoveDelay(usize),
    /// Switched an adjustment of every line on, with an assumption to start from.
    Adjust(&'static str, Value),
    /// Switched it off.
    Unadjust(&'static str),
    /// Set another assumption by a preset.
    AddValue(String, String),
    /// One more, after the one at this place.
    Duplicate(&'static str, usize),
    /// One up, or one down.
    Move(&'static str, usize, bool),
    /// Took one away.
    Remove(&'static str, usize),
    /// Took an entry out of a list within something.
    Drop(String, usize),
    /// Left a box: what comes next is a change of its own.
    Leave,
    /// Took the last change back.
    Undo,
    /// Made it again.
    Redo,
}

impl Edit {
    /// The box that is typed in, and what stands in it.
    pub(super) fn typed_in(&self) -> Option<(String, String)> {
        match self {
            Edit::Words(path, text) | Edit::Lines(path, text) | Edit::Number(path, _, text) => {
                Some((path.clone(), text.clone()))
            }
            Edit::Years(which, text) => Some((field("years", which), text.clone())),
            _ => None,
        }
    }

    /// Does it. Gives how many other things went with what was taken away.
    pub(super) fn apply(self, draft: &mut Value) -> usize {
        match self {
            Edit::Words(path, text) => type_words(draft, &path, &text),
            Edit::Lines(path, text) => {
                let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
                put(draft, &path, lines.into());
            }
            Edit::Number(path, unit, typed) => type_number(draft, &path, unit, &typed),
            Edit::Put(path, value) => put(draft, &path, value),
            Edit::Tick(path, id, on) => tick(draft, &path, &id, on),
            Edit::Clear(path) => clear(draft, &path),
            Edit::Years(which, typed) => type_years(draft, which, &typed),
            Edit::AddLine(list, name, word) => {
                if let Some(kind) = kind(list, word) {
                    add_line(draft, list, &name, kind);
                }
            }
            Edit::AddItem(list, name) => {
                add_item(draft, list, &name);
            }
            Edit::Kind(list, at, word) => change_kind(draft, list, at, &word),
            Edit::OwnInput(list, at, input) => own_input(draft, list, at, &input),
            Edit::AddShare(line, payer) => add_share(draft, line, &payer),
            Edit::RemoveShare(line, at) => return remove_share(draft, line, at),
            Edit::AddDelay(at) => add_delay(draft, at),
            Edit::RemoveDelay(at) => {
                let path = field(&item("workstreams", at), "delay");
                let id = text(draft, &path).to_owned();
                clear(draft, &path);
                return remove_unused(draft, &id);
            }
            Edit::Adjust(name, assumption) => adjust(draft, name, assumption),
            Edit::Unadjust(name) => {
                let path = field("adjustments", name);
                let share = field(&path, "share");
                let id = [&path, &share].map(|path| text(draft, path).to_owned());
                clear(draft, &path);
                return id.iter().map(|id| remove_unused(draft, id)).sum();
            }
            Edit::AddValue(preset, assumption) => {
                let published = find(draft, "assumptions", &assumption)
                    .map(|at| draft["assumptions"][at]["published"].clone());
                let value = serde_json::json!({
                    "assumption": assumption, "value": published.unwrap_or_else(|| 0.into()),
                });
                if let Some(values) = items_mut(draft, &field(&preset, "values")) {
                    values.push(value);
                }
            }
            Edit::Duplicate(list, at) => duplicate(draft, list, at),
            Edit::Move(list, at, down) => {
                let to = if down { at + 1 } else { at.wrapping_sub(1) };
                if let Some(items) = items_mut(draft, list)
                    && at.max(to) < items.len()
                {
                    items.swap(at, to);
                }
            }
            Edit::Remove(list, at) => return remove(draft, list, at),
            Edit::Drop(list, at) => {
                if let Some(items) = items_mut(draft, &list).filter(|items| at < items.len()) {
                    items.remove(at);
                }
            }
            Edit::Leave | Edit::Undo | Edit::Redo => {}
        }
        0
    }
}

/// A line's name goes on to the assumptions that were named after it.
fn type_words(draft: &mut Value, path: &str, words: &str) {
    let line = path.strip_suffix(".label");
    let list = ["investment", "benefits"]
        .into_iter()
        .find(|list| path.starts_with(&format!("{list}[")));
    if let (Some(line), Some(list)) = (line, list) {
        let was = text(draft, path).to_owned();
        let comes = at(draft, &field(line, part(list))).cloned();
        let comes = comes.unwrap_or_default();
        let inputs = kind(list, text(&comes, "kind")).map_or(&[][..], |kind| kind.inputs);
        for input in inputs {
            let Some(place) = find(draft, "assumptions", text(&comes, input.field)) else {
                continue;
            };
            let label = field(&item("assumptions", place), "label");
            if text(draft, &label) == input_label(input, &was) {
                put(draft, &label, input_label(input, words).into());
            }
        }
    }
    put(draft, path, words.into());
}

/// What is no number stays as it is typed, for the validator to speak of. Low and high
/// follow a published value that they were the same as.
fn type_number(draft: &mut Value, path: &str, unit: Unit, typed: &str) {
    if typed.trim().is_empty() && OPTIONAL.iter().any(|name| path.ends_with(name)) {
        return clear(draft, path);
    }
    let new = match read_number(unit, typed) {
        Some(value) => number(value),
        None => Value::from(typed),
    };
    if let Some(assumption) = path.strip_suffix(".published") {
        let was = at(draft, path).cloned();
        for end in ["low", "high"] {
            let end = field(assumption, end);
            if at(draft, &end) == was.as_ref() {
                put(draft, &end, new.clone());
            }
        }
    }
    put(draft, path, new);
}

fn type_years(draft: &mut Value, which: &'static str, typed: &str) {
    type_number(draft, &field("years", which), Unit::Count, typed);
    let count = draft["years"]["count"].as_u64();
    let count = count.and_then(|count| usize::try_from(count).ok());
    // Half a number of years must not cut every list.
    let Some(count) = count.filter(|count| (crate::case::MIN_YEARS..=MAX_YEARS).contains(count))
    else {
        return;
    };
    for list in ["investment", "benefits"] {
        for place in 0..items(draft, list).len() {
            let comes = field(&item(list, place), part(list));
            let word = text(draft, &field(&comes, "kind")).to_owned();
            let Some(yearly) = kind(list, &word).and_then(|kind| kind.series) else {
                continue;
            };
            let new = series_of(count, yearly.begins);
            if let Some(figures) = items_mut(draft, &field(&comes, yearly.field)) {
                resize(figures, new);
            }
        }
    }
    for place in 0..items(draft, "plan_pressures").len() {
        let path = field(&item("plan_pressures", place), "amounts");
        let new = series_of(count, Begins::Nought);
        if let Some(figures) = items_mut(draft, &path) {
            resize(figures, new);
        }
    }
}

fn series_of(count: usize, begins: Begins) -> Vec<Value> {
    (0..count).map(|year| begins.of(year).into()).collect()
}

fn resize(figures: &mut Vec<Value>, new: Vec<Value>) {
    figures.truncate(new.len());
    let had = figures.len();
    figures.extend(new.into_iter().skip(had));
}

fn change_kind(draft: &mut Value, list: &'static str, place: usize, word: &str) {
    let path = item(list, place);
    let (Some(kind), Some(line)) = (kind(list, word), at(draft, &path).cloned()) else {
        return;
    };
    let before = line[part(list)].clone();
    let group = heading(draft, text(&line, "workstream"));
    let comes = kind_of(draft, kind, &before, text(&line, "label"), &group);
    put(draft, &field(&path, part(list)), comes);
    for value in before.as_object().into_iter().flat_map(|all| all.values()) {
        remove_unused(draft, value.as_str().unwrap_or_default());
    }
}

fn own_input(draft: &mut Value, list: &'static str, place: usize, input: &Input) {
    let path = item(list, place);
    let line = at(draft, &path).cloned().unwrap_or_default();
    let group = heading(draft, text(&line, "workstream"));
    let id = add_assumption(draft, input, text(&line, "label"), &group);
    put(
        draft,
        &field(&field(&path, part(list)), input.field),
        id.into(),
    );
}

fn add_share(draft: &mut Value, line: usize, payer: &str) {
    let path = item("benefits", line);
    let of = at(draft, &path).cloned().unwrap_or_default();
    let name = find(draft, "payers", payer).map_or(payer, |at| text(&draft["payers"][at], "label"));
    let input = Input {
        field: "share",
        label: "Share",
        unit: Unit::Percent,
        note: "of the line",
        begins: 0.0,
    };
    let words = format!("{name}, {}", text(&of, "label"));
    let group = heading(draft, text(&of, "workstream"));
    let id = add_assumption(draft, &input, &words, &group);
    let share = serde_json::json!({ "payer": payer, "share": id });
    if let Some(shares) = items_mut(draft, &field(&path, "gains.shares")) {
        shares.push(share);
    }
}

fn remove_share(draft: &mut Value, line: usize, place: usize) -> usize {
    let path = field(&item("benefits", line), "gains.shares");
    let Some(shares) = items_mut(draft, &path).filter(|shares| place < shares.len()) else {
        return 0;
    };
    let gone = shares.remove(place);
    remove_unused(draft, text(&gone, "share"))
}

fn add_delay(draft: &mut Value, place: usize) {
    let path = item("workstreams", place);
    let of = at(draft, &path).cloned().unwrap_or_default();
    let input = Input {
        field: "delay",
        label: "Benefits late",
        unit: Unit::Months,
        note: "",
        begins: 0.0,
    };
    let group = heading(draft, text(&of, "id"));
    let id = add_assumption(draft, &input, text(&of, "label"), &group);
    put(draft, &field(&path, "delay"), id.into());
}

/// Adds the assumption where it is not there, and names it.
fn adjust(draft: &mut Value, name: &'static str, mut assumption: Value) {
    let id = text(&assumption, "id").to_owned();
    if find(draft, "assumptions", &id).is_none() {
        if find(draft, "groups", text(&assumption, "group")).is_none() {
            let group = heading(draft, "timing");
            assumption["group"] = group.into();
        }
        if let Some(list) = items_mut(draft, "assumptions") {
            list.push(assumption);
        }
    }
    let path = field("adjustments", name);
    if name == "posts_kept" {
        let labels = crate::case::Years {
            first: draft["years"]["first"]
                .as_u64()
                .and_then(|year| u16::try_from(year).ok())
                .unwrap_or_default(),
            count: super::make::years(draft),
        }
        .labels();
        let year = |at: usize| labels.get(at).or(labels.last()).cloned();
        put(
            draft,
            &path,
            serde_json::json!({
                "share": id,
                "full_year": year(1).unwrap_or_default(),
                "from": labels.last().cloned().unwrap_or_default(),
            }),
        );
    } else {
        put(draft, &path, id.into());
    }
}

/// Ticks an id in a list of ids, or takes the tick away.
fn tick(draft: &mut Value, path: &str, id: &str, on: bool) {
    if let Some(ids) = items_mut(draft, path) {
        ids.retain(|known| known.as_str() != Some(id));
        if on {
            ids.push(id.into());
        }
    }
}
