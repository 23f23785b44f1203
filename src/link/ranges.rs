//! The ranges of a scenario in a link: `ranges=in-county-journeys_3_12,ehcp-growth_20_40`.

use std::fmt::Write as _;

use super::parse_number;
use super::problem::{LinkProblem, named, shortened};
use crate::case::Decimal;
use crate::model::{Assumptions, Model, Scenario};

/// Gives a scenario the ranges that are written; what cannot be used leaves the case's.
pub(super) fn read(
    text: &str,
    table: &Assumptions,
    scenario: &mut Scenario,
    problems: &mut Vec<LinkProblem>,
) {
    for range in text.split(',').filter(|range| !range.is_empty()) {
        let (id, value) = range.split_once('_').unwrap_or((range, ""));
        let Some(index) = table.find(id) else {
            problems.push(LinkProblem::UnknownKey { key: named(id) }.within("ranges"));
            continue;
        };
        let ends = value.split_once('_');
        let ends = ends.and_then(|(low, high)| Some((parse_number(low)?, parse_number(high)?)));
        if ends.is_none_or(|(low, high)| scenario.set_range(table, index, low, high).is_err()) {
            let known = &table[index];
            let numbers = if known.takes_whole() {
                "whole numbers"
            } else {
                "numbers"
            };
            let part = LinkProblem::Part {
                part: id.to_owned(),
                value: shortened(value),
                allowed: format!(
                    "two {numbers} from {} to {}, the lower one first",
                    Decimal(known.min),
                    Decimal(known.max)
                ),
                used: format!(
                    "the case's own {}_{}",
                    Decimal(known.low),
                    Decimal(known.high)
                ),
            };
            problems.push(part.within("ranges"));
        }
    }
}

/// Adds the ranges of a scenario to its fragment, where any differs from the case's own.
pub(super) fn write(text: &mut String, model: &Model, scenario: &Scenario) {
    let mut before = "&ranges=";
    for range in scenario.ranges() {
        let id = &model.assumptions()[range.assumption].id;
        let (low, high) = (Decimal(range.low), Decimal(range.high));
        // Writing to a string cannot fail.
        let _ = write!(text, "{before}{id}_{low}_{high}");
        before = ",";
    }
}
