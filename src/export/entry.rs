//! A number as a person writes it, in a number box or in a file of their own: read
//! generously, kept exactly.

use thiserror::Error;

use super::format::{number, range};
use crate::case::{Assumption, Unit, parse_number};
use crate::model::OutOfRange;

/// Why what was typed cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryProblem {
    /// Nothing but spaces and signs.
    #[error("Type a number: {range}.")]
    Empty {
        /// The range the assumption takes, in words.
        range: String,
    },
    /// Something that is no number.
    #[error("Type a number, with a full stop for decimals: {range}.")]
    NotANumber {
        /// The range the assumption takes, in words.
        range: String,
    },
    /// A comma that separates no thousands.
    #[error("Use a full stop for decimals, and commas only between thousands: {range}.")]
    Comma {
        /// The range the assumption takes, in words.
        range: String,
    },
    /// A number the assumption does not take.
    #[error("{value} is out of range: {range}.")]
    OutOfRange {
        /// The number, in words.
        value: String,
        /// The range the assumption takes, in words.
        range: String,
    },
    /// A part of a number where only whole ones make sense.
    #[error("Use a whole number: {range}.")]
    NotWhole {
        /// The range the assumption takes, in words.
        range: String,
    },
    /// The low value of a range above its high one.
    #[error("The low value is above the high one: each may be {range}.")]
    LowAboveHigh {
        /// The range the assumption takes, in words.
        range: String,
    },
}

/// Reads what was typed for an assumption. Takes `£`, `%`, spaces, commas between
/// thousands, either minus sign, and for pounds a last `k` or `m`.
///
/// # Errors
/// Why it cannot be used, with the range.
pub fn parse_entry(assumption: &Assumption, text: &str) -> Result<f64, EntryProblem> {
    let range = || range(assumption);
    let value = read(assumption.unit, text, &range)?;
    assumption.accept(value).map_err(|fault| match fault {
        OutOfRange::Outside { .. } => EntryProblem::OutOfRange {
            value: number(value),
            range: range(),
        },
        OutOfRange::NotWhole { .. } => EntryProblem::NotWhole { range: range() },
    })
}

/// Reads an amount in whole pounds that is no assumption's, at most `most` pounds from
/// nought. Takes what [`parse_entry`] takes for pounds.
///
/// # Errors
/// Why it cannot be used, with what can.
pub fn parse_pounds(text: &str, most: f64) -> Result<f64, EntryProblem> {
    let allowed = || "pounds, such as 0, £1,500,000, 750k or −1.5m".to_owned();
    let value = read(Unit::Pounds, text, &allowed)?;
    if value.abs() > most {
        return Err(EntryProblem::OutOfRange {
            value: number(value),
            range: format!("pounds, from {} to {}", number(-most), number(most)),
        });
    }
    if value.fract() == 0.0 {
        Ok(value)
    } else {
        Err(EntryProblem::NotWhole { range: allowed() })
    }
}

/// Reads a number in this unit for which no bounds are known yet. Takes what
/// [`parse_entry`] takes; none where it is no number.
pub fn read_number(unit: Unit, text: &str) -> Option<f64> {
    read(unit, text, &String::new).ok()
}

/// The number in what was typed; `range` says in words what may be.
fn read(unit: Unit, text: &str, range: &dyn Fn() -> String) -> Result<f64, EntryProblem> {
    let mut plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '£' | '%'))
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect::<String>()
        .to_ascii_lowercase();
    if unit == Unit::Months {
        for word in ["months", "month"] {
            if let Some(number) = plain.strip_suffix(word) {
                plain.truncate(number.len());
            }
        }
    }
    if plain.is_empty() {
        return Err(EntryProblem::Empty { range: range() });
    }
    let places = match plain.as_bytes().last() {
        Some(b'k') if unit == Unit::Pounds => 3,
        Some(b'm') if unit == Unit::Pounds => 6,
        _ => 0,
    };
    if places > 0 {
        plain.pop();
    }
    let plain = without_thousands(&plain).ok_or_else(|| EntryProblem::Comma { range: range() })?;
    let plain = plain.trim_start_matches('+').trim_end_matches('.');
    // A number before its point is moved: moving it in "1.2.3" would make one of it.
    parse_number(plain)
        .and_then(|_| parse_number(&shifted(plain, places)))
        .ok_or_else(|| EntryProblem::NotANumber { range: range() })
}

/// A plain decimal number with its point moved to the right: `1.1` by six is `1100000`. Done
/// on the text, since multiplying would move 1.1m off its decimal.
fn shifted(text: &str, places: usize) -> String {
    if places == 0 {
        return text.to_owned();
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let moved = part.len().min(places);
    let zeros = "0".repeat(places - moved);
    let rest = if part.len() > moved { "." } else { "" };
    format!("{whole}{}{zeros}{rest}{}", &part[..moved], &part[moved..])
}

/// A number's text with its commas taken out, where each is followed by exactly three
/// digits; none where one is not.
pub fn without_thousands(text: &str) -> Option<String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.bytes().any(|byte| byte == b',') {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let three = |group: &&str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let led = !first.trim_start_matches(['-', '+']).is_empty();
    if rest.is_empty() || (led && rest.iter().all(three)) {
        Some(text.replace(',', ""))
    } else {
        None
    }
}

/// The text a number box shows for a value nobody has typed.
pub fn text_of(value: f64) -> String {
    number(value)
}

/// The value `steps` arrow presses away, kept within bounds. The last digits that binary
/// addition leaves behind (0.1 + 0.2) are cleared; digits that were typed are not.
pub fn step_from(assumption: &Assumption, value: f64, steps: i32) -> f64 {
    let moved = value + assumption.step * f64::from(steps);
    let cleared = (moved * 1e9).round() / 1e9;
    let near = if cleared.abs() < 1e6 { cleared } else { moved };
    // Not `clamp`, whose panic would write the numbers out with the standard library.
    near.max(assumption.min).min(assumption.max)
}
