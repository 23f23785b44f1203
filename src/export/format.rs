//! Numbers in words, as the United Kingdom writes them. A true minus sign, never a
//! hyphen; a figure is never rounded further than its name says.

use crate::case::{Assumption, Decimal, Unit};
use crate::link::Money;
use crate::model::Pounds;

const MINUS: char = '\u{2212}';

/// Whole pounds: `£1,231,095`, `−£288,068`.
pub fn pounds(amount: Pounds) -> String {
    let sign = if amount.0 < 0 { "\u{2212}" } else { "" };
    format!("{sign}£{}", grouped(&amount.0.unsigned_abs().to_string()))
}

/// Pounds before they are rounded, with pence where there are any: `£98,359.50`. Further
/// digits are cut off and an ellipsis stands for them, `£218,211.22…`, so that what is
/// shown never seems to round the other way. Within a ten-millionth of a pound a value
/// counts as the nearest, as in [`Pounds::round`].
pub fn pence(amount: f64) -> String {
    const NEAR: f64 = 1e-5;
    let size = amount.abs() * 100.0;
    let cut = (size + NEAR).floor();
    let more = if size - cut > NEAR { "…" } else { "" };
    let cut_off = Pounds::round(cut).0;
    let (whole, part) = (grouped(&(cut_off / 100).to_string()), cut_off % 100);
    let something = cut_off > 0 || !more.is_empty();
    let sign = if amount < 0.0 && something {
        "\u{2212}"
    } else {
        ""
    };
    if part == 0 && more.is_empty() {
        format!("{sign}£{whole}")
    } else {
        format!("{sign}£{whole}.{part:02}{more}")
    }
}

/// Whole pounds with a sign either way: `+£360,000`; nought has none.
pub fn signed_pounds(amount: Pounds) -> String {
    let plus = if amount.0 > 0 { "+" } else { "" };
    format!("{plus}{}", pounds(amount))
}

/// A figure to read across a room: `£17.64m`, `£760k`, `£98`.
pub fn pounds_short(amount: Pounds) -> String {
    let size = amount.0.abs();
    // Chosen on the rounded figure, so that 999,999 is £1.00m and never £1000k.
    let unit = if in_units(amount, 1_000).0.abs() >= 1_000 {
        Money::Millions
    } else if size >= 1_000 {
        Money::Thousands
    } else {
        Money::Pounds
    };
    money(amount, unit)
}

/// An amount in the unit a table is read in: `£1,846,598`, `£1,847k`, `£1.85m`. Each is
/// rounded by itself, half away from nought. Nought is `£0` in every unit, and an amount
/// too small for its unit is `£0k` or `£0.00m`: not nothing, but less than can be shown.
pub fn money(amount: Pounds, unit: Money) -> String {
    if amount == Pounds::ZERO {
        return pounds(amount);
    }
    match unit {
        Money::Pounds => pounds(amount),
        Money::Thousands => pounds(in_units(amount, 1_000)) + "k",
        Money::Millions => {
            let hundredths = in_units(amount, 10_000).0;
            let sign = if hundredths < 0 { "\u{2212}" } else { "" };
            let size = hundredths.abs();
            format!(
                "{sign}£{}.{:02}m",
                grouped(&(size / 100).to_string()),
                size % 100
            )
        }
    }
}

/// The same with a sign either way: `+£360k`; what is shown as nought has none.
pub fn signed_money(amount: Pounds, unit: Money) -> String {
    let shown = match unit {
        Money::Pounds => amount,
        Money::Thousands => in_units(amount, 1_000),
        Money::Millions => in_units(amount, 10_000),
    };
    let plus = if shown.0 > 0 { "+" } else { "" };
    format!("{plus}{}", money(amount, unit))
}

/// What a table's amounts are in, for its caption.
pub fn money_unit(unit: Money) -> &'static str {
    match unit {
        Money::Pounds => "£",
        Money::Thousands => "£ thousands",
        Money::Millions => "£ millions",
    }
}

/// Said under a table whose amounts are rounded to be read.
pub fn money_note(unit: Money) -> Option<&'static str> {
    match unit {
        Money::Pounds => None,
        Money::Thousands => Some(
            "Shown in thousands and worked out in whole pounds, so rounded rows may not add up \
             exactly to their total.",
        ),
        Money::Millions => Some(
            "Shown in millions and worked out in whole pounds, so rounded rows may not add up \
             exactly to their total.",
        ),
    }
}

/// An amount in units of so many pounds, rounded.
fn in_units(amount: Pounds, pounds: u32) -> Pounds {
    Pounds::round(amount.as_f64() / f64::from(pounds))
}

/// A small number to one decimal: `1.1`, `−0.5`.
pub fn one_decimal(value: f64) -> String {
    let tenths = Pounds::round(value * 10.0).0;
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// A ratio to two decimals: `6.51`.
pub fn two_decimals(value: f64) -> String {
    let hundredths = Pounds::round(value * 100.0).0;
    let sign = if hundredths < 0 { "\u{2212}" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    format!("{sign}{}.{part:02}", grouped(&whole.to_string()))
}

/// A number as it is, with thousands separated: `12,310,947`, `11,211.21`, `0.5`.
pub fn number(value: f64) -> String {
    let text = Decimal(value.abs()).to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if value < 0.0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{part}", grouped(whole))
}

/// An assumption's value with its unit, short: `10%`, `£412`, `6 months`, `115`.
pub fn value(assumption: &Assumption, value: f64) -> String {
    match assumption.unit {
        Unit::Percent => format!("{}%", number(value)),
        Unit::Pounds => {
            let sign = if value < 0.0 { "\u{2212}" } else { "" };
            format!("{sign}£{}", number(value.abs()))
        }
        #[expect(clippy::float_cmp, reason = "exactly one month")]
        Unit::Months if value == 1.0 => "1 month".to_owned(),
        Unit::Months => format!("{} months", number(value)),
        Unit::Count => number(value),
    }
}

/// An assumption's value with the whole of its unit: `£412 per EHCP`, `115 pupils`.
pub fn value_with_note(assumption: &Assumption, amount: f64) -> String {
    let short = value(assumption, amount);
    let note = assumption.unit_note.as_str();
    #[expect(clippy::float_cmp, reason = "exactly one of them")]
    let one = assumption.unit == Unit::Count && amount == 1.0;
    let note = if one {
        note.strip_suffix('s').unwrap_or(note)
    } else {
        note
    };
    if note.is_empty() {
        short
    } else {
        format!("{short} {note}")
    }
}

/// How far a value is from the published one, with a sign: `+5 points`, `−£1,000`,
/// `+6 months`. The last digits that binary subtraction leaves behind are cleared.
pub fn value_difference(assumption: &Assumption, amount: f64) -> String {
    let apart = amount - assumption.published;
    let cleared = (apart * 1e6).round() / 1e6;
    let apart = if cleared == 0.0 { apart } else { cleared };
    let plus = if apart > 0.0 { "+" } else { "" };
    match assumption.unit {
        Unit::Percent => {
            #[expect(clippy::float_cmp, reason = "exactly one point")]
            let noun = if apart.abs() == 1.0 {
                "point"
            } else {
                "points"
            };
            format!("{plus}{} {noun}", number(apart))
        }
        _ => format!("{plus}{}", value(assumption, apart)),
    }
}

/// The range an assumption takes, in words: `0% to 100%`.
pub fn range(assumption: &Assumption) -> String {
    let (min, max) = (assumption.min, assumption.max);
    let whole = if assumption.whole { "whole " } else { "" };
    match assumption.unit {
        Unit::Months => format!("{whole}months from {} to {}", number(min), number(max)),
        _ => format!("{} to {}", value(assumption, min), value(assumption, max)),
    }
}

/// Where a source is found, in words: `Section 6.11`, `Sections 6.9, 7.6`; one that begins
/// with no number, such as `Slides`, as it stands.
pub fn in_paper(source: &str) -> String {
    let first = source.split([' ', ',']).next().unwrap_or_default();
    let numbered =
        first.starts_with(|c: char| c.is_ascii_digit()) && first.bytes().all(|b| b != b'-');
    let several = source.len() > first.len();
    match (numbered, several) {
        (false, _) => source.to_owned(),
        (true, false) => format!("Section {source}"),
        (true, true) => format!("Sections {source}"),
    }
}

/// A count of years in words: "five years".
pub fn horizon(years: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let word = WORDS.get(years).copied().unwrap_or("many");
    let noun = if years == 1 { "year" } else { "years" };
    format!("{word} {noun}")
}

/// Digits with a comma before each third from the right.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_have_commas_and_a_true_minus() {
        assert_eq!(pounds(Pounds(1_231_095)), "£1,231,095");
        assert_eq!(pounds(Pounds(-288_068)), "−£288,068");
        assert_eq!(pounds(Pounds::ZERO), "£0");
        assert_eq!(signed_pounds(Pounds(5)), "+£5");
    }

    #[test]
    fn pence_are_cut_and_never_rounded() {
        assert_eq!(pence(410_530.0), "£410,530");
        assert_eq!(pence(98_359.499_999_99), "£98,359.50");
        assert_eq!(pence(0.1 + 0.2), "£0.30");
        assert_eq!(pence(218_211.222_222), "£218,211.22…");
        assert_eq!(pence(-10.499_9), "−£10.49…");
        assert_eq!(pence(-1e-9), "£0");
        assert_eq!(pence(0.004), "£0.00…");
    }

    #[test]
    fn short_pounds_never_show_a_thousand_thousands() {
        let cases = [
            (17_638_882, "£17.64m"),
            (-5_097_000, "−£5.10m"),
            (999_999, "£1.00m"),
            (999_499, "£999k"),
            (759_464, "£759k"),
            (1_000, "£1k"),
            (999, "£999"),
            (0, "£0"),
        ];
        for (amount, text) in cases {
            assert_eq!(pounds_short(Pounds(amount)), text);
        }
    }

    #[test]
    fn one_post_and_two_posts() {
        let library = crate::model::Library::shipped().unwrap();
        let table = library.default_model().assumptions();
        let words =
            |id: &str, amount: f64| value_with_note(&table[table.find(id).unwrap()], amount);
        assert_eq!(words("posts-support-officer", 1.0), "1 post");
        assert_eq!(words("posts-support-officer", 1.5), "1.5 posts");
        assert_eq!(words("ehcp-unit-cost", 412.0), "£412 per EHCP");
        assert_eq!(words("benefit-delay", 1.0), "1 month");
    }

    #[test]
    fn numbers_are_never_rounded() {
        assert_eq!(number(12_310_947.0), "12,310,947");
        assert_eq!(number(11_211.21), "11,211.21");
        assert_eq!(number(-0.125), "−0.125");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(100.0), "100");
    }
}
