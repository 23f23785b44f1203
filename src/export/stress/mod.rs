//! A stress test in words: what each assumption does, where an answer switches, what
//! would have to be true, and two assumptions at once.

mod goal;
mod sensitivity;
mod switching;
mod two_way;

pub use goal::{GoalWords, goal_words};
pub use sensitivity::{SensitivityWords, SwingWords, sensitivity_words};
pub use switching::{SwitchWords, SwitchingWords, condition_words, switching_words};
pub use two_way::{AxisWords, TwoWayWords, two_way_words};

use super::format::{horizon, number, one_decimal, pounds, pounds_short, value};
use super::grid::Cell;
use super::sentence::payback_words;
use crate::analysis::{Aim, Measure, Reading, Scope, Tried};
use crate::case::{Assumption, Decimal, Unit};
use crate::model::{Model, Pounds};

/// What a test looks at, inside a sentence: `net over five years on savings alone`.
pub fn aim_words(model: &Model, aim: Aim) -> String {
    let figure = match aim.measure {
        Measure::Net => format!("net over {}", horizon(model.case().years.count)),
        Measure::NetPresentValue => "net present value".to_owned(),
        Measure::Payback => "payback".to_owned(),
    };
    format!("{figure} {}", on(model, aim.scope))
}

/// Whose benefits: `on savings and avoidance`, `on the gains of Adult care services`.
fn on(model: &Model, scope: Scope) -> String {
    match scope {
        Scope::Benefits => "on savings and avoidance".to_owned(),
        Scope::Savings => "on savings alone".to_owned(),
        Scope::Payer(place) => format!("on the gains of {}", payer(model, place)),
    }
}

fn payer(model: &Model, place: usize) -> &str {
    let payers = &model.case().payers;
    payers.get(place).map_or("", |payer| &payer.label)
}

/// A figure to the pound, or a payback with what is missing.
fn reading(model: &Model, reading: Reading) -> String {
    match reading {
        Reading::Amount(amount) => pounds(Pounds::round(amount)),
        Reading::Payback(payback) => match payback_words(model, payback) {
            (year, Some(shortfall)) => format!("{year}, {shortfall}"),
            (year, None) => year,
        },
    }
}

/// The same to be read at a glance: `£17.64m`, `2019/20`.
fn reading_short(model: &Model, reading: Reading) -> String {
    match reading {
        Reading::Amount(amount) => pounds_short(Pounds::round(amount)),
        Reading::Payback(payback) => payback_words(model, payback).0,
    }
}

fn reading_cell(model: &Model, reading: Reading) -> Cell {
    match reading {
        Reading::Amount(amount) => Cell::pounds(Pounds::round(amount)),
        Reading::Payback(_) => Cell::words(self::reading(model, reading)),
    }
}

/// An assumption's value as a cell.
fn value_cell(known: &Assumption, amount: f64) -> Cell {
    Cell {
        text: value(known, amount),
        plain: Some(Decimal(amount).to_string()),
        ..Cell::default()
    }
}

/// `3% to 12%`.
fn between(known: &Assumption, low: f64, high: f64) -> String {
    format!("{} to {}", value(known, low), value(known, high))
}

/// A name inside a sentence: its first letter small, unless it begins an abbreviation.
pub(super) fn inside(label: &str) -> String {
    let first_word = label.split(' ').next().unwrap_or_default();
    let abbreviated = first_word
        .chars()
        .skip(1)
        .any(|letter| letter.is_ascii_uppercase());
    let mut letters = label.chars();
    match letters.next() {
        Some(first) if !abbreviated => {
            let mut text = String::from(first.to_ascii_lowercase());
            text.push_str(letters.as_str());
            text
        }
        _ => label.to_owned(),
    }
}

/// The other way, for the start of a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A name and what it is: `service costs reduced is at least 4%`. One that reads on to its
/// value needs no verb: `all benefits arrive late by at most 14 months`.
fn is(label: &str, verb: &str, what: &str) -> String {
    let name = inside(label);
    if name.ends_with(" by") {
        format!("{name} {what}")
    } else {
        format!("{name} {verb} {what}")
    }
}

/// A name that values are of: `any value of service costs reduced`. One that reads on to
/// its value stands in quotation marks there.
fn named(label: &str) -> String {
    if label.ends_with(" by") {
        format!("“{label}”")
    } else {
        inside(label)
    }
}

/// How far two values of an assumption are apart: `5.79 points`, `3 months`. The last
/// digits that binary subtraction leaves behind are cleared.
fn apart(known: &Assumption, one: f64, other: f64) -> String {
    const MILLION: f64 = 1e6;
    let exact = (one - other).abs();
    let cleared = (exact * MILLION).round() / MILLION;
    let apart = if cleared == 0.0 { exact } else { cleared };
    match known.unit {
        #[expect(clippy::float_cmp, reason = "exactly one point")]
        Unit::Percent if apart == 1.0 => "1 point".to_owned(),
        Unit::Percent => format!("{} points", number(apart)),
        _ => value(known, apart),
    }
}

/// What an answer for all values rests on: `45 tried`, `each of 25 tried`.
fn tried(tried: Tried) -> String {
    if tried.every {
        format!("each of {} tried", tried.count)
    } else {
        format!("{} tried", tried.count)
    }
}

/// `1.2 years`; nothing is ever no years.
fn years(count: f64) -> String {
    match one_decimal(count).as_str() {
        "0.0" => "under 0.1 years".to_owned(),
        "1.0" => "1 year".to_owned(),
        text => format!("{text} years"),
    }
}

/// How many assumptions, and the verb that goes with it: `1 assumption does`.
fn assumptions(count: usize, one: &str, more: &str) -> String {
    match count {
        1 => format!("1 assumption {one}"),
        _ => format!("{count} assumptions {more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inside_sentences_keep_their_abbreviations() {
        assert_eq!(inside("Service costs reduced"), "service costs reduced");
        for label in [
            "EHCP growth avoided",
            "SEND transformation manager",
            "IT system",
            "",
        ] {
            assert_eq!(inside(label), label);
        }
        assert_eq!(capital("net over five years"), "Net over five years");
    }

    #[test]
    fn a_name_that_reads_on_needs_no_verb() {
        assert_eq!(
            is("All benefits arrive late by", "is", "at most 14 months"),
            "all benefits arrive late by at most 14 months"
        );
        assert_eq!(
            named("Whole programme late by"),
            "“Whole programme late by”"
        );
        assert_eq!(is("Discount rate", "is", "3%"), "discount rate is 3%");
    }
}
