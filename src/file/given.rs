//! Values given by name, made into a scenario.

use super::number::plain;
use super::problem::{FileProblem, listed, shortened};
use crate::export::{parse_entry, value_with_note};
use crate::model::{AssumptionIndex, Assumptions, Model, Scenario};

/// A value that somebody gives an assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The assumption: its id, or its label.
    pub key: String,
    /// The value as text: `15`, `15%`, `£1,250`, `1.5m`.
    pub value: String,
    /// Where it stands, in words: `row 7`, `Assumptions!D12`.
    pub place: String,
}

/// What came of the values given.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// The scenario with every value that can be used.
    pub scenario: Scenario,
    /// How many of the values given were used.
    pub used: usize,
    /// What could not be used, in the order given; at most
    /// [`super::MOST_FILE_PROBLEMS`] and a last one that counts the rest.
    pub problems: Vec<FileProblem>,
}

/// Gives a scenario the values that can be used, and names those that cannot.
///
/// An assumption is found by its id or else by its label, whatever the case of its letters;
/// spaces, underscores and hyphens are the same, since no name in a workbook may have a
/// hyphen. One given its published value is as published, and what is not given stays as it
/// is in `start`. Of an assumption given twice the last value that can be used counts.
pub fn apply(model: &Model, start: &Scenario, given: &[Given]) -> Brought {
    let table = model.assumptions();
    let names = Names::of(table);
    let mut scenario = start.clone();
    let mut problems = Vec::new();
    let mut used = 0;
    let mut places: Vec<(AssumptionIndex, &str)> = Vec::new();
    for one in given {
        let assumption = match names.find(table, &one.key, &one.place) {
            Ok(assumption) => assumption,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let known = &table[assumption];
        let read = parse_entry(known, &plain(&one.value)).map_err(|problem| problem.to_string());
        let mut set = |value| scenario.set(table, assumption, value);
        let set = read.and_then(|value| set(value).map_err(|fault| fault.to_string()));
        if let Err(problem) = set {
            problems.push(FileProblem::Value {
                place: one.place.clone(),
                label: known.label.clone(),
                value: shortened(&one.value),
                problem,
                kept: value_with_note(known, scenario.value(table, assumption)),
            });
            continue;
        }
        used += 1;
        match places.iter_mut().find(|(other, _)| *other == assumption) {
            None => places.push((assumption, &one.place)),
            Some((_, before)) => problems.push(FileProblem::Twice {
                place: one.place.clone(),
                label: known.label.clone(),
                before: std::mem::replace(before, &one.place).to_owned(),
            }),
        }
    }
    Brought {
        scenario,
        used,
        problems: listed(problems),
    }
}

/// The assumption that somebody names, as [`apply`] finds it. `place` is where the name
/// stands, in words.
///
/// # Errors
/// A name that is none, or that several bear.
pub fn find_assumption(
    table: &Assumptions,
    name: &str,
    place: &str,
) -> Result<AssumptionIndex, FileProblem> {
    Names::of(table).find(table, name, place)
}

/// What the assumptions of a case are called, to be held against somebody's words.
struct Names {
    /// Place, id and label, in the case's order.
    names: Vec<(AssumptionIndex, String, String)>,
}

impl Names {
    fn of(table: &Assumptions) -> Names {
        let names = table.iter();
        let names = names.map(|(index, known)| (index, folded(&known.id), folded(&known.label)));
        Names {
            names: names.collect(),
        }
    }

    fn find(
        &self,
        table: &Assumptions,
        name: &str,
        place: &str,
    ) -> Result<AssumptionIndex, FileProblem> {
        let key = folded(name);
        if let Some((index, ..)) = self.names.iter().find(|(_, id, _)| *id == key) {
            return Ok(*index);
        }
        let mut labelled = self.names.iter().filter(|(.., label)| *label == key);
        match (labelled.next(), labelled.next()) {
            (Some((index, ..)), None) => Ok(*index),
            (Some(_), Some(_)) => {
                let all = self.names.iter().filter(|(.., label)| *label == key);
                Err(FileProblem::Ambiguous {
                    place: place.to_owned(),
                    key: shortened(name),
                    ids: all.map(|(index, ..)| table[*index].id.clone()).collect(),
                })
            }
            (None, _) => Err(FileProblem::NotAnAssumption {
                place: place.to_owned(),
                key: shortened(name),
                like: an_id(table),
            }),
        }
    }
}

/// The id of the first assumption, to show what an id looks like.
pub(super) fn an_id(table: &Assumptions) -> String {
    let first = table.iter().next();
    first.map(|(_, known)| known.id.clone()).unwrap_or_default()
}

/// A name without what people and programs write differently.
fn folded(name: &str) -> String {
    let parts = name.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'));
    let mut folded = String::with_capacity(name.len());
    for part in parts.filter(|part| !part.is_empty()) {
        if !folded.is_empty() {
            folded.push('-');
        }
        folded.push_str(part);
    }
    folded.make_ascii_lowercase();
    folded
}
