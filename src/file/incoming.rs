//! What a file or a pasted text comes to, before any of it is used: the person sees it
//! first.

use std::fmt::Display;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::given::{Brought, Given, apply};
use super::{read_columns, read_scenario_json};
use crate::export::{ChangeWords, changes_between};
use crate::link::{self, Opened};
use crate::model::{AssumptionIndex, Library, Model, Scenario};

/// What a file or a pasted text comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The case it is of.
    pub model: Model,
    /// The scenario it makes.
    pub scenario: Scenario,
    /// True where it takes the place of all that is shown; false where it changes only the
    /// assumptions it names.
    pub whole: bool,
    /// Its title; may be empty. Of no account where it is not whole.
    pub title: String,
    /// Its note; may be empty. Of no account where it is not whole.
    pub note: String,
    /// What its stress test is set to, as a link has it; may be empty.
    pub stress: String,
    /// How many values it gives that can be used.
    pub used: usize,
    /// What could not be used as it stands, a sentence each.
    pub problems: Vec<String>,
}

/// What the worker found in a workbook.
#[derive(Debug, Default, Deserialize)]
struct Found {
    /// The link to the scenario it was made of.
    link: Option<String>,
    given: Vec<FoundValue>,
    problems: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct FoundValue {
    key: String,
    value: String,
    place: String,
}

/// The case that the worker found in a workbook: the text of its file, and what is wrong
/// with it, cell by cell; none where it found something else.
pub fn case_of(found: &str) -> Option<(String, Vec<String>)> {
    #[derive(Deserialize)]
    struct FoundCase<'a> {
        #[serde(borrow)]
        case: &'a RawValue,
        problems: Vec<String>,
    }
    let found: FoundCase<'_> = serde_json::from_str(found).ok()?;
    Some((found.case.get().to_owned(), found.problems))
}

/// True for the text of a case file, as far as can be told without reading it whole: an
/// object with a list of assumptions, which a scenario file does not have.
pub fn is_case_file(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('{') && text.contains("\"assumptions\"") && text.contains("\"workstreams\"")
}

/// Reads a text: a scenario file, a link, or else columns of assumptions and values, which
/// change `shown`.
///
/// # Errors
/// Where nothing of it can be used, in a sentence.
pub fn read_text(
    library: &Library,
    model: &Model,
    shown: &Scenario,
    text: &str,
) -> Result<Incoming, String> {
    let start = text.trim_start_matches('\u{feff}').trim();
    if start.starts_with('{') {
        let file = read_scenario_json(library, text).map_err(|problem| sentence(&problem))?;
        return Ok(Incoming {
            used: file.scenario.changes().len(),
            problems: file.problems.iter().map(sentence).collect(),
            model: file.model,
            scenario: file.scenario,
            whole: true,
            title: file.title,
            note: file.note,
            stress: file.stress,
        });
    }
    if is_link(start) {
        return linked(link::open(start, library), Vec::new());
    }
    let columns = read_columns(text);
    let brought = apply(model, shown, &columns.given);
    let problems = columns.problems.iter().map(sentence).collect();
    Ok(changing(model, brought, problems))
}

/// Reads what the worker found in a workbook. One of ours is of the scenario it was made
/// of, with the values that were changed in it; any other changes `shown`.
///
/// # Errors
/// Where nothing of it can be used, in a sentence.
pub fn read_found(
    library: &Library,
    model: &Model,
    shown: &Scenario,
    found: &str,
) -> Result<Incoming, String> {
    let found: Found = serde_json::from_str(found).map_err(|_| {
        "What was found in the workbook could not be read. Reload the page and try again."
            .to_owned()
    })?;
    let given: Vec<Given> = (found.given.into_iter())
        .map(|one| Given {
            key: one.key,
            value: one.value,
            place: one.place,
        })
        .collect();
    let Some(link) = found.link else {
        let brought = apply(model, shown, &given);
        return Ok(changing(model, brought, found.problems));
    };
    let mut made = linked(link::open(&link, library), found.problems)?;
    let brought = apply(&made.model, &made.scenario, &given);
    made.problems.extend(brought.problems.iter().map(sentence));
    made.scenario = brought.scenario;
    made.used = brought.used;
    Ok(made)
}

impl Incoming {
    /// What would change against what is shown; against the published case where it is of
    /// another case.
    pub fn changes(&self, model: &Model, shown: &Scenario) -> Vec<ChangeWords> {
        // With the lines of both, since a line that goes is a change as well.
        let (all, from) = if self.model.same_case(model) {
            let all = model.together(&self.model);
            let from = all.adopt(model, shown);
            (all, from)
        } else {
            (self.model.clone(), Scenario::published())
        };
        changes_between(&all, &from, &all.adopt(&self.model, &self.scenario))
    }

    /// The values that are other than what is shown, for what is not whole.
    pub fn values(&self, shown: &Scenario) -> Vec<(AssumptionIndex, f64)> {
        let table = self.model.assumptions();
        let all = table.iter().map(|(index, _)| index);
        all.map(|index| (index, self.scenario.value(table, index)))
            .filter(|(index, value)| *value != shown.value(table, *index))
            .collect()
    }
}

/// Values that change what is shown.
fn changing(model: &Model, brought: Brought, mut problems: Vec<String>) -> Incoming {
    problems.extend(brought.problems.iter().map(sentence));
    Incoming {
        model: model.clone(),
        scenario: brought.scenario,
        whole: false,
        title: String::new(),
        note: String::new(),
        stress: String::new(),
        used: brought.used,
        problems,
    }
}

/// A scenario that a link gives; the case it names may not be here.
fn linked(opened: Opened, mut problems: Vec<String>) -> Result<Incoming, String> {
    problems.extend(opened.problems.iter().map(sentence));
    let Some(model) = opened.model else {
        return Err(problems.join(" "));
    };
    Ok(Incoming {
        model,
        used: opened.scenario.changes().len(),
        scenario: opened.scenario,
        whole: true,
        title: opened.title,
        note: opened.note,
        stress: opened.stress,
        problems,
    })
}

/// One line that is an address with a fragment of ours, or such a fragment alone.
fn is_link(text: &str) -> bool {
    let begins = |start: &str| text.starts_with(start);
    let address = begins("http://") || begins("https://") || begins("file://");
    let link = (address && text.contains("#case=")) || begins("#case=") || begins("case=");
    link && !text.contains(char::is_whitespace)
}

/// A problem as a sentence by itself.
fn sentence(problem: &impl Display) -> String {
    let text = problem.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let end = if text.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{}{}{end}", first.unwrap_or_default(), letters.as_str())
}
