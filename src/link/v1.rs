//! Version 1 of the link: `case=…&v=1&assumption-id=number&…`. This file never leaves.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;

use super::number::parse_number;
use super::problem::{LinkProblem, named, shortened};
use crate::case::RESERVED_KEYS;
use crate::model::{Assumptions, Model, Scenario};

/// The parts of a fragment.
pub(super) struct Pairs<'a> {
    /// The case it names.
    pub case: Option<String>,
    /// Every other key with its value, in the link's order, without known keys that are
    /// not assumptions.
    settings: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Pairs<'a> {
    /// Splits a fragment and reads the keys that are not assumptions.
    pub fn read(fragment: &'a str, problems: &mut Vec<LinkProblem>) -> Pairs<'a> {
        let mut pairs = Pairs {
            case: None,
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
                "v" if value != "1" => problems.push(LinkProblem::Version {
                    found: shortened(&value),
                }),
                known if RESERVED_KEYS.contains(&known) => {}
                _ => pairs.settings.push((key, value)),
            }
        }
        pairs
    }

    /// The scenario the settings make; what the case does not take is left out.
    pub fn scenario(&self, table: &Assumptions, problems: &mut Vec<LinkProblem>) -> Scenario {
        let mut scenario = Scenario::published();
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
        scenario
    }
}

/// The fragment of a scenario.
pub(super) fn write(model: &Model, scenario: &Scenario) -> String {
    let mut text = format!("case={}&v=1", model.case().id);
    for change in scenario.changes() {
        let id = &model.assumptions()[change.assumption].id;
        // Rust writes the shortest decimal that reads back as the same number, never
        // with an exponent. Writing to a string cannot fail.
        let _ = write!(text, "&{id}={}", change.value);
    }
    text
}

/// Percent-escapes undone; none where one is broken or the bytes are no text.
fn unescaped(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits).ok()?;
            if digits.starts_with('+') {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}
