//! A case file that is not sound, opened as far as it can be: what is broken is mended where
//! that changes no figure, and otherwise left out, until what is left is sound.
//!
//! It works on the file as it stands rather than in the reader: each round takes out or
//! mends what the faults of the round before name, and the one reader and the one validator
//! have the last word.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::read::Place;
use super::read::Read as _;
use super::{Case, CaseError, CaseErrors, CaseFault, MAX_LINES, MOST_FAULTS};

/// Rounds after which a file is given up. Each takes out up to [`MOST_FAULTS`] records, and
/// what those leave behind takes a few more.
const MOST_ROUNDS: usize = 60;

impl Case {
    /// Opens a file as far as it can be.
    ///
    /// Words that are missing, a range that cannot be, a heading that is not there: the
    /// record is kept without them. A record that is wrong in anything else is left out, and
    /// so is every record that names it, since a line without its assumption is no figure.
    /// Nothing that counts is ever guessed.
    ///
    /// The case is as sound as one from [`Case::from_value`]. There is none where nothing
    /// sensible remains: no years, no payer who invests, no line's assumptions, a format
    /// that is not known. What is wrong stands beside it either way, with the places of the
    /// file as it was given; what was left out for naming something that is left out
    /// ([`CaseFault::LeftOut`]) comes last.
    pub fn read_as_far(value: &Value) -> (Option<Case>, CaseErrors) {
        let mut mending = Mending::new(value);
        let case = mending.case();
        mending.faults.append(&mut mending.in_turn);
        mending.faults.truncate(MOST_FAULTS);
        (case, CaseErrors(mending.faults))
    }

    /// Every fault that somebody can mend, in what cannot be read and in what can.
    pub(super) fn faults_of(value: &Value) -> CaseErrors {
        let mut mending = Mending::new(value);
        mending.case();
        mending.faults.truncate(MOST_FAULTS);
        CaseErrors(mending.faults)
    }
}

/// A file being mended.
struct Mending {
    file: Value,
    /// For each list from which something was taken, where its records stood at first.
    stood: HashMap<String, Vec<usize>>,
    /// Ids of the records taken out.
    gone: Vec<String>,
    /// Lists left out whole, whose ids nobody knows.
    emptied: Vec<String>,
    /// What is wrong with the file as it was given.
    faults: Vec<CaseError>,
    /// What is left out because of what was.
    in_turn: Vec<CaseError>,
}

/// What a round finds.
enum Round {
    Sound(Box<Case>),
    Faults(Vec<CaseError>),
}

impl Mending {
    fn new(value: &Value) -> Mending {
        Mending {
            file: value.clone(),
            stood: HashMap::new(),
            gone: Vec::new(),
            emptied: Vec::new(),
            faults: Vec::new(),
            in_turn: Vec::new(),
        }
    }

    fn case(&mut self) -> Option<Case> {
        if let Some(error) = too_many(&self.file) {
            self.faults.push(error);
            return None;
        }
        for _ in 0..MOST_ROUNDS {
            let found = match self.round() {
                Round::Sound(case) => return Some(*case),
                Round::Faults(found) => found,
            };
            self.note(&found);
            if !self.mend(&found) {
                return None;
            }
        }
        None
    }

    fn round(&self) -> Round {
        let mut faults = Vec::new();
        match Case::read(&self.file, &Place::File, &mut faults) {
            Some(mut case) if faults.is_empty() => match case.check() {
                Ok(()) => {
                    case.read_beside(&self.file);
                    Round::Sound(Box::new(case))
                }
                Err(CaseErrors(faults)) => Round::Faults(faults),
            },
            _ => Round::Faults(faults),
        }
    }

    /// Keeps what a round found, under the places of the file as it was given.
    fn note(&mut self, found: &[CaseError]) {
        for error in found {
            let mut error = error.clone();
            error.path = self.first_path(&error.path);
            match &error.fault {
                CaseFault::Unknown { value, wanted, .. } if self.is_gone(value, wanted) => {
                    error.fault = CaseFault::LeftOut(value.clone());
                    self.in_turn.push(error);
                }
                // Emptied here, not in the file.
                CaseFault::Empty if self.stood.contains_key(&error.path) => {
                    error.fault = CaseFault::NothingLeft;
                    self.in_turn.push(error);
                }
                _ if self.faults.contains(&error) => {}
                _ => self.faults.push(error),
            }
        }
    }

    /// True where what is named was, or may have been, among what was left out.
    fn is_gone(&self, value: &String, wanted: &str) -> bool {
        let names = |list: &str| match list {
            "benefits" => wanted.contains("line"),
            "investment" => wanted == "a line",
            _ => list == "disagreements" && wanted == "a disagreement",
        };
        self.gone.contains(value) || self.emptied.iter().any(|list| names(list))
    }

    fn first_path(&self, path: &str) -> String {
        let Some((list, place, rest)) = in_list(path) else {
            return path.to_owned();
        };
        let stood = self.stood.get(list).and_then(|places| places.get(place));
        format!("{list}[{}]{rest}", stood.unwrap_or(&place))
    }

    /// Mends or takes out what the faults name; false where one cannot be got rid of.
    fn mend(&mut self, found: &[CaseError]) -> bool {
        let mut out: HashMap<String, Vec<usize>> = HashMap::new();
        let mut mended = HashSet::new();
        for error in found {
            let path = error.path.as_str();
            if error.fault.is_unknown_field() {
                if !remove_at(&mut self.file, path) {
                    return false;
                }
            } else if let Some((list, place, rest)) = in_list(path) {
                let field = field_name(rest.trim_start_matches('.'));
                let instead = stands_in(&self.file, list, place, field);
                // Two faults of one field are mended together.
                if mended.contains(&(list, place, field)) {
                    continue;
                }
                match (instead, self.file[list].get_mut(place)) {
                    (Some(instead), Some(Value::Object(record)))
                        if record.get(field) != Some(&instead) =>
                    {
                        record.insert(field.to_owned(), instead);
                        mended.insert((list, place, field));
                    }
                    (_, Some(_)) => out.entry(list.to_owned()).or_default().push(place),
                    _ => return false,
                }
            } else if !self.mend_single(path) {
                return false;
            }
        }
        for (list, places) in out {
            self.take_out(&list, &places);
        }
        true
    }

    /// Mends a field that stands in no list.
    fn mend_single(&mut self, path: &str) -> bool {
        let mut names = path.split(['.', ' ']);
        let (field, within) = (names.next().unwrap_or_default(), names.next());
        let instead = match (field, within) {
            ("title", None) => json!("A case without a title"),
            ("authority", None) => json!("No authority named"),
            ("subtitle", None) => json!(""),
            ("id", None) => json!("case-without-an-id"),
            ("source", Some(name)) => {
                self.file["source"][name] = json!("");
                return true;
            }
            ("source", None) => json!({ "title": "", "meeting": "", "date": "" }),
            ("adjustments", None) => json!({}),
            ("adjustments", Some(name)) => {
                let adjustments = self.file["adjustments"].as_object_mut();
                return adjustments.is_some_and(|all| all.remove(name).is_some());
            }
            (
                "presets" | "failures" | "budget_pressures" | "plan_pressures" | "printed"
                | "disagreements" | "risks" | "investment" | "benefits",
                None,
            ) => json!([]),
            _ => return false,
        };
        if instead.is_array() {
            self.emptied.push(field.to_owned());
        }
        let Some(file) = self.file.as_object_mut() else {
            return false;
        };
        let before = file.insert(field.to_owned(), instead);
        before.as_ref() != file.get(field)
    }

    fn take_out(&mut self, list: &str, places: &[usize]) {
        let Some(records) = self.file[list].as_array_mut() else {
            return;
        };
        let all = || (0..records.len()).collect();
        let stood = self.stood.remove(list).unwrap_or_else(all);
        let mut kept = Vec::new();
        let before = std::mem::take(records);
        for (place, (record, stood)) in before.into_iter().zip(stood).enumerate() {
            if places.contains(&place) {
                let name = ["id", "number"].iter().find_map(|name| record.get(name));
                self.gone.extend(name.map(|name| match name.as_str() {
                    Some(id) => id.to_owned(),
                    None => name.to_string(),
                }));
            } else {
                records.push(record);
                kept.push(stood);
            }
        }
        self.stood.insert(list.to_owned(), kept);
    }
}

/// The first list with more records than any may have: such a file is not gone through.
fn too_many(file: &Value) -> Option<CaseError> {
    let lists = file.as_object()?.iter();
    let mut found = lists.filter_map(|(name, list)| Some((name, list.as_array()?.len())));
    let (name, found) = found.find(|(_, found)| *found > MAX_LINES)?;
    let most = MAX_LINES;
    Some(CaseError {
        path: name.clone(),
        fault: CaseFault::TooMany { found, most },
    })
}

/// What a field of a record may be instead, where that moves no figure.
fn stands_in(file: &Value, list: &str, place: usize, field: &str) -> Option<Value> {
    let record = file[list].get(place)?;
    let instead = match (list, field) {
        ("assumptions", "low" | "high") => record.get("published")?.clone(),
        ("assumptions", "step") => json!(1),
        ("assumptions", "tier") => json!("more"),
        ("assumptions", "status") => json!("added"),
        ("assumptions", "group") => file["groups"].get(0)?.get("id")?.clone(),
        ("workstreams", "outcomes") | ("plan_pressures", "offset_by") | ("risks", "tested_by") => {
            json!([])
        }
        (_, "label") => record.get("id").or(Some(&json!("No label")))?.clone(),
        ("presets" | "failures", "help") => record.get("label")?.clone(),
        (
            _,
            "help" | "note" | "unit_note" | "caution" | "source" | "outcomes_source" | "range_note"
            | "derivation" | "proposal" | "containment" | "explanation",
        ) => json!(""),
        _ => return None,
    };
    Some(instead)
}

/// `benefits[2].rule.growth` as the list, the place in it, and the rest.
fn in_list(path: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = path.split_once('[')?;
    let (place, rest) = rest.split_once(']')?;
    // A list within a record outside the lists would be another thing; there is none.
    (!list.contains('.')).then_some((list, place.parse().ok()?, rest))
}

/// `tested_by[1]` as `tested_by`.
fn field_name(rest: &str) -> &str {
    rest.split(['.', '[', ' ']).next().unwrap_or(rest)
}

/// Takes a field out that nothing reads. Its name may hold any character, so the path is
/// followed by the names that are there.
fn remove_at(value: &mut Value, path: &str) -> bool {
    match value {
        Value::Object(fields) => {
            if fields.remove(path).is_some() {
                return true;
            }
            fields.iter_mut().any(|(name, field)| {
                let rest = path.strip_prefix(name.as_str());
                let rest = rest.filter(|rest| rest.starts_with(['.', '[']));
                rest.is_some_and(|rest| remove_at(field, rest.strip_prefix('.').unwrap_or(rest)))
            })
        }
        Value::Array(items) => {
            let place = path.strip_prefix('[').and_then(|path| path.split_once(']'));
            place.is_some_and(|(place, rest)| {
                let item = place
                    .parse()
                    .ok()
                    .and_then(|place: usize| items.get_mut(place));
                item.is_some_and(|item| remove_at(item, rest.strip_prefix('.').unwrap_or(rest)))
            })
        }
        _ => false,
    }
}
