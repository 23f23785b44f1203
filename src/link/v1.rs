//! Version 1 of the link: `case=…&v=1&assumption-id=number&…`. This file never leaves.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;

use super::problem::{LinkProblem, named, shortened};
use super::text::{self, escape_into, note_of, title_of, unescaped};
use super::{Link, Named, ReceiptCheck, View, lines, ranges, receipt::Receipt};
use crate::case::{Decimal, RESERVED_KEYS, parse_number};
use crate::model::{Model, Scenario};

/// The parts of a fragment.
pub(super) struct Pairs<'a> {
    /// The case it names.
    pub case: Option<String>,
    /// The case itself, packed, where the link carries it.
    pub own_case: Option<Cow<'a, str>>,
    /// Which screen it asks for, if it asks.
    pub view: Option<View>,
    /// The sender's title; may be empty.
    pub title: String,
    /// The sender's note; may be empty.
    pub note: String,
    /// What the sender saw, as written.
    pub receipt: Option<Cow<'a, str>>,
    /// The low and high values that are not the case's own, as written; may be empty.
    ranges: Cow<'a, str>,
    /// What the stress test is set to, as written; may be empty.
    pub stress: Cow<'a, str>,
    /// The links of the scenarios to compare, as written, with the key of each.
    pub compared: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The lines of somebody's own, as written, by their numbers.
    lines: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Every other key with its value, in the link's order, without known keys that are
    /// not assumptions.
    settings: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Pairs<'a> {
    /// Splits a fragment and reads the keys that are not assumptions.
    pub fn read(fragment: &'a str, problems: &mut Vec<LinkProblem>) -> Pairs<'a> {
        let mut pairs = Pairs {
            case: None,
            own_case: None,
            view: None,
            title: String::new(),
            note: String::new(),
            receipt: None,
            ranges: Cow::default(),
            stress: Cow::default(),
            compared: Vec::new(),
            lines: Vec::new(),
            settings: Vec::new(),
        };
        let mut seen = HashSet::new();
        for pair in fragment.split('&') {
            // Copying a link out of a page's source turns each & into &amp;.
            let pair = pair.strip_prefix("amp;").unwrap_or(pair);
            if pair.is_empty() {
                continue;
            }
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(key), Some(value)) = (unescaped(key), unescaped(value)) else {
                problems.push(LinkProblem::BrokenEscape {
                    key: shortened(key),
                    value: shortened(value),
                });
                continue;
            };
            if !seen.insert(key.clone()) {
                problems.push(LinkProblem::Duplicate {
                    key: shortened(&key),
                });
                continue;
            }
            match key.as_ref() {
                "case" => pairs.case = Some(value.into_owned()),
                "own-case" => pairs.own_case = Some(value),
                "v" if value != "1" => problems.push(LinkProblem::Version {
                    found: shortened(&value),
                }),
                "view" => pairs.view = Some(View::read(&value)),
                "title" => {
                    pairs.title = kept(title_of, "title", text::LONGEST_TITLE, &value, problems)
                }
                "note" => pairs.note = kept(note_of, "note", text::LONGEST_NOTE, &value, problems),
                "ranges" => pairs.ranges = value,
                "stress" => pairs.stress = value,
                "receipt" => pairs.receipt = Some(value),
                known if COMPARED.contains(&known) => pairs.compared.push((key, value)),
                known if RESERVED_KEYS.contains(&known) => {}
                known if let Some(number) = lines::number_of(known) => {
                    let before =
                        |(key, _): &(Cow<'_, str>, _)| lines::number_of(key) < Some(number);
                    let at = pairs.lines.partition_point(before);
                    pairs.lines.insert(at, (key, value));
                }
                _ => pairs.settings.push((key, value)),
            }
        }
        pairs
    }

    /// The value of a key that is no known one; empty where it is not there.
    pub fn setting(&self, wanted: &str) -> &str {
        let found = self.settings.iter().find(|(key, _)| key == wanted);
        found.map_or("", |(_, value)| value)
    }

    /// The keys that are no known ones but for these.
    pub fn settings_but(&self, known: &[&str]) -> impl Iterator<Item = &str> {
        let keys = self.settings.iter().map(|(key, _)| key.as_ref());
        keys.filter(|key| !known.contains(key))
    }

    /// The scenario the settings make, and the model of the case with the lines that are in
    /// it; what the case does not take is left out.
    pub fn scenario(&self, case: &Model, problems: &mut Vec<LinkProblem>) -> (Model, Scenario) {
        let (model, mut scenario) = lines::read(&self.lines, case, problems);
        let table = model.assumptions();
        for (key, value) in &self.settings {
            let Some(index) = table.find(key) else {
                problems.push(LinkProblem::UnknownKey { key: named(key) });
                continue;
            };
            let known = &table[index];
            let Some(number) = parse_number(value) else {
                problems.push(LinkProblem::NotANumber {
                    key: key.to_string(),
                    value: shortened(value),
                    min: known.min,
                    max: known.max,
                    published: known.published,
                });
                continue;
            };
            if let Err(fault) = scenario.set(table, index, number) {
                problems.push(LinkProblem::OutOfRange {
                    key: key.to_string(),
                    fault,
                    published: known.published,
                });
            }
        }
        ranges::read(&self.ranges, table, &mut scenario, problems);
        (model, scenario)
    }
}

/// The keys of the scenarios to compare, in order.
pub(super) const COMPARED: [&str; 4] = ["compare-1", "compare-2", "compare-3", "compare-4"];

/// Somebody's words, cut to the length allowed; that they were is a problem to be told.
fn kept(
    cut: fn(&str) -> String,
    key: &'static str,
    most: usize,
    value: &str,
    problems: &mut Vec<LinkProblem>,
) -> String {
    if value.chars().count() > most {
        problems.push(LinkProblem::LongText { key, most });
    }
    cut(value)
}

/// The fragment of what makes a scenario's figures: all of it but its ranges.
pub(super) fn write_figures(model: &Model, scenario: &Scenario) -> String {
    let mut text = format!("case={}&v=1", model.case().id);
    write_changes(&mut text, model, scenario);
    text
}

/// The fragment of a scenario.
pub(super) fn write(model: &Model, scenario: &Scenario) -> String {
    let mut text = write_figures(model, scenario);
    ranges::write(&mut text, model, scenario);
    text
}

/// The fragment of a link with everything that goes with it.
pub(super) fn write_link(link: &Link<'_>) -> String {
    let mut text = write(link.model, link.scenario);
    write_words(&mut text, "view", &link.view.write());
    write_words(&mut text, "stress", link.stress);
    write_words(&mut text, "title", link.title);
    write_words(&mut text, "note", link.note);
    for (key, named) in COMPARED.iter().zip(link.compared) {
        let mut own = String::new();
        write_words(&mut own, "title", &named.name);
        write_changes(&mut own, &named.model, &named.scenario);
        ranges::write(&mut own, &named.model, &named.scenario);
        // Even one that changes nothing has to be there.
        let own = own.strip_prefix('&').unwrap_or("title=");
        text.push('&');
        text.push_str(key);
        text.push('=');
        escape_into(&mut text, own);
    }
    if let Some(receipt) = link.receipt {
        text.push_str("&receipt=");
        text.push_str(&receipt.write());
    }
    text
}

fn write_changes(text: &mut String, model: &Model, scenario: &Scenario) {
    for change in scenario.changes() {
        // How much of a line of one's own is counted stands with the line.
        if model.counts(change.assumption).is_some() {
            continue;
        }
        let id = &model.assumptions()[change.assumption].id;
        // Writing to a string cannot fail.
        let _ = write!(text, "&{id}={}", Decimal(change.value));
    }
    lines::write(text, model, scenario);
}

fn write_words(text: &mut String, key: &str, words: &str) {
    if !words.is_empty() {
        text.push('&');
        text.push_str(key);
        text.push('=');
        escape_into(text, words);
    }
}

/// The scenarios to compare; what is wrong inside one is said with its number.
pub(super) fn compared(
    pairs: &[(Cow<'_, str>, Cow<'_, str>)],
    case: &Model,
    problems: &mut Vec<LinkProblem>,
) -> Vec<Named> {
    let mut named = Vec::new();
    for wanted in COMPARED {
        let Some((key, link)) = pairs.iter().find(|(key, _)| key == wanted) else {
            continue;
        };
        let mut own = Vec::new();
        let pairs = Pairs::read(link, &mut own);
        let (model, scenario) = pairs.scenario(case, &mut own);
        problems.extend(own.into_iter().map(|problem| problem.within(key)));
        named.push(Named {
            name: pairs.title,
            model,
            scenario,
        });
    }
    named
}

/// What a receipt as written comes to.
pub(super) fn checked(receipt: Option<&str>, model: &Model, scenario: &Scenario) -> ReceiptCheck {
    match receipt.map(Receipt::read) {
        None => ReceiptCheck::None,
        Some(None) => ReceiptCheck::Unreadable,
        Some(Some(receipt)) => receipt.compare(model, scenario, &model.evaluate(scenario)),
    }
}
