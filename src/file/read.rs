//! A scenario file read back: whatever in it can be used, and what cannot, by its place.

use serde_json::value::RawValue;

use super::LONGEST_FILE;
use super::given::{Given, apply};
use super::json::{Object, number, read};
use super::number::plain;
use super::problem::{FileProblem, listed, shortened};
use super::scenario::{Figure, Figures, SCENARIO_FORMAT, SCENARIO_VERSION};
use crate::case::parse_number;
use crate::link::{
    LONGEST_NOTE, LONGEST_TITLE, LineText, Lines, Link, LinkProblem, View, note_of, settings,
    title_of,
};
use crate::model::{Library, MODEL_VERSION, Model, Scenario};

/// What a scenario file gives.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioFile {
    /// The model of the case it names.
    pub model: Model,
    /// What it changes, with its ranges.
    pub scenario: Scenario,
    /// The screen it asks for; none where it does not say.
    pub view: Option<View>,
    /// The sender's title, to be shown as text and nothing else; may be empty.
    pub title: String,
    /// The sender's note, to be shown as text and nothing else; may be empty.
    pub note: String,
    /// What the stress test is set to, as in a link; may be empty.
    pub stress: String,
    /// What could not be used, in the order of the format; at most
    /// [`super::MOST_FILE_PROBLEMS`] and a last one that counts the rest.
    pub problems: Vec<FileProblem>,
}

impl ScenarioFile {
    /// The link to what it gives.
    pub fn link(&self) -> Link<'_> {
        Link {
            view: self.view.unwrap_or_default(),
            title: &self.title,
            note: &self.note,
            stress: &self.stress,
            ..Link::to(&self.model, &self.scenario)
        }
    }
}

/// Reads a scenario file. What is not known here is passed over, since a newer copy may
/// have more; the link in the file is not read, and its figures are only compared.
///
/// # Errors
/// Where nothing of it can be used: too much text, text that is no JSON, a file of something
/// else, or a case that is not here.
pub fn read_scenario_json(library: &Library, text: &str) -> Result<ScenarioFile, FileProblem> {
    let mut problems = Vec::new();
    let file = opened(text)?;
    let format = file.text("format", &mut problems).unwrap_or_default();
    if format != SCENARIO_FORMAT {
        return Err(FileProblem::NotAScenario {
            found: quoted(&format),
        });
    }
    problems.extend(version_problem(&file));
    let id = file.text("case", &mut problems).unwrap_or_default();
    let Some(model) = library.find(&id) else {
        return Err(FileProblem::NoSuchCase {
            found: quoted(&id),
            known: library
                .iter()
                .map(|model| model.case().id.clone())
                .collect(),
        });
    };
    let title = file.text("title", &mut problems).unwrap_or_default();
    let title = cut(
        title_of(&title),
        "title",
        &title,
        LONGEST_TITLE,
        &mut problems,
    );
    let note = file.text("note", &mut problems).unwrap_or_default();
    let note = cut(note_of(&note), "note", &note, LONGEST_NOTE, &mut problems);
    let (model, counted) = with_lines(&file, model, &mut problems);
    let model = &model;
    let scenario = changed(&file, model, &counted, &mut problems);
    let scenario = with_ranges(&file, model, scenario, &mut problems);
    let stress = file.text("stress", &mut problems).unwrap_or_default();
    let (_, of_stress) = settings(&stress, model);
    problems.extend(of_stress.into_iter().map(FileProblem::Link));
    let view = file.text("view", &mut problems);
    let view = view.map(|words| View::read(&words));
    check_receipt(&file, model, &scenario, &mut problems);
    Ok(ScenarioFile {
        model: model.clone(),
        scenario,
        view,
        title,
        note,
        stress,
        problems: listed(problems),
    })
}

fn opened(text: &str) -> Result<Object<'_>, FileProblem> {
    if text.len() > LONGEST_FILE {
        return Err(FileProblem::TooLarge { length: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Serde would say that it found a text or a list, and repeat all of it.
    if !text.trim_start().starts_with('{') {
        return Err(FileProblem::NotJson(
            "a scenario file begins with a curly bracket".to_owned(),
        ));
    }
    serde_json::from_str(text).map_err(|fault| FileProblem::NotJson(fault.to_string()))
}

/// A text as a sentence shows it.
fn quoted(text: &str) -> String {
    match text {
        "" => "nothing".to_owned(),
        text => format!("\"{}\"", shortened(text)),
    }
}

/// What is to be said of the version.
fn version_problem(file: &Object<'_>) -> Option<FileProblem> {
    let mut problems = Vec::new();
    let version = file.field("version", &mut problems).map(RawValue::get);
    let known = SCENARIO_VERSION.to_string();
    let other = version.unwrap_or("nothing");
    (other != known)
        .then(|| FileProblem::Newer {
            found: shortened(other),
        })
        .or_else(|| problems.pop())
}

/// Somebody's words, with what is said where they were too long.
fn cut(
    kept: String,
    key: &'static str,
    words: &str,
    most: usize,
    problems: &mut Vec<FileProblem>,
) -> String {
    if words.chars().nth(most).is_some() {
        problems.push(FileProblem::Link(LinkProblem::LongText { key, most }));
    }
    kept
}

/// The model with the lines of somebody's own that are in the file, and the scenario that
/// counts them.
fn with_lines(
    file: &Object<'_>,
    model: &Model,
    problems: &mut Vec<FileProblem>,
) -> (Model, Scenario) {
    let mut lines = Lines::default();
    let list = file.field("lines", problems);
    let list = list.and_then(|list| read::<Vec<&RawValue>>(list, "lines", "a list", '[', problems));
    for (place, line) in list.into_iter().flatten().enumerate() {
        let place = format!("lines/{}", place + 1);
        let Some(line) = read::<Object<'_>>(line, &place, "an object", '{', problems) else {
            continue;
        };
        let mut words = |name: &str| {
            let value = line.field(name, problems)?;
            let place = format!("{place}/{name}");
            read::<String>(value, &place, "a text", '"', problems)
        };
        let title = words("title").unwrap_or_default();
        let [kind, workstream, payer] =
            ["kind", "workstream", "payer"].map(|name| words(name).unwrap_or_default());
        let [amounts, counted] =
            ["amounts", "counted"].map(|name| bare(line.field(name, problems)));
        let line = LineText {
            title,
            fields: [kind, workstream, payer, amounts, counted],
        };
        let mut wrong = Vec::new();
        lines.add(&place, &line, model.case(), &mut wrong);
        problems.extend(wrong.into_iter().map(FileProblem::Link));
    }
    lines.of(model)
}

/// The numbers of a list, or of a field by itself, with commas between them as in a link.
fn bare(value: Option<&RawValue>) -> String {
    let text = value.map_or("", RawValue::get);
    let text = text.trim_matches(|c: char| c == '[' || c == ']' || c.is_ascii_whitespace());
    let numbers = text.split(',').map(|number| plain(number.trim()));
    numbers.collect::<Vec<_>>().join(",")
}

fn changed(
    file: &Object<'_>,
    model: &Model,
    start: &Scenario,
    problems: &mut Vec<FileProblem>,
) -> Scenario {
    if file.0.iter().all(|(name, _)| name != "changes") {
        problems.push(FileProblem::Missing {
            place: "changes".to_owned(),
        });
    }
    let changes = file.object("changes", problems);
    let mut given = Vec::new();
    for (key, value) in changes.iter().flat_map(|changes| &changes.0) {
        let place = format!("changes/{}", shortened(key));
        if let Some(value) = number(value, &place, problems) {
            given.push(Given {
                key: key.clone(),
                value: value.to_owned(),
                place,
            });
        }
    }
    let brought = apply(model, start, &given);
    problems.extend(brought.problems);
    brought.scenario
}

fn with_ranges(
    file: &Object<'_>,
    model: &Model,
    mut scenario: Scenario,
    problems: &mut Vec<FileProblem>,
) -> Scenario {
    let table = model.assumptions();
    let ranges = file.object("ranges", problems);
    for (key, value) in ranges.iter().flat_map(|ranges| &ranges.0) {
        let place = format!("ranges/{}", shortened(key));
        let Some(assumption) = table.find(key) else {
            problems.push(FileProblem::NotAnAssumption {
                place,
                key: shortened(key),
                like: super::given::an_id(table),
            });
            continue;
        };
        let Some(ends) = read::<Object<'_>>(value, &place, "an object", '{', problems) else {
            continue;
        };
        let mut end = |name: &str| {
            let place = format!("{place}/{name}");
            let Some(value) = ends.field(name, problems) else {
                problems.push(FileProblem::Missing { place });
                return None;
            };
            let text = plain(number(value, &place, problems)?);
            // Past what can be a number at all, it is past the assumption's bounds too.
            Some(parse_number(&text).unwrap_or(f64::INFINITY))
        };
        let (Some(low), Some(high)) = (end("low"), end("high")) else {
            continue;
        };
        if let Err(fault) = scenario.set_range(table, assumption, low, high) {
            problems.push(FileProblem::Range {
                place,
                fault: fault.to_string(),
            });
        }
    }
    scenario
}

/// Holds the figures in the file against the engine's: the first that differs is said.
fn check_receipt(
    file: &Object<'_>,
    model: &Model,
    scenario: &Scenario,
    problems: &mut Vec<FileProblem>,
) {
    let Some(receipt) = file.object("receipt", problems) else {
        return;
    };
    let figures = Figures::of(model, &model.evaluate(scenario)).0;
    let by = file.text("model", problems);
    for (name, now) in figures {
        let mut stated = receipt.0.iter().rev();
        let Some((_, stated)) = stated.find(|(field, _)| field == name) else {
            continue;
        };
        let said = match &now {
            Figure::Pounds(_) => number(stated, &format!("receipt/{name}"), problems)
                .and_then(|text| parse_number(&plain(text)))
                .map(Figure::Pounds),
            Figure::Year(_) if stated.get() == "null" => Some(Figure::Year(None)),
            Figure::Year(_) => {
                let year = read(stated, &format!("receipt/{name}"), "a year", '"', problems);
                year.map(|year: String| Figure::Year(Some(shortened(&year))))
            }
        };
        let Some(said) = said else { continue };
        if !said.same(&now) {
            problems.push(FileProblem::Receipt {
                name,
                said: said.words(),
                by: by.map_or_else(
                    || "an unknown model".to_owned(),
                    |by| format!("model {}", shortened(&by)),
                ),
                now: now.words(),
                model: MODEL_VERSION,
            });
            return;
        }
    }
}
