//! A number as spreadsheets and programs write it, made into one a person would type.

/// The largest power of ten that is read: more would be beyond any assumption.
const MOST_PLACES: usize = 40;

/// The text with what only machines write undone, for [`crate::export::parse_entry`]: an
/// apostrophe that keeps a cell as text, brackets for minus (`(1,250)`), and an exponent
/// (`1.5E+05`). Anything else is given back as it is.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('\'').unwrap_or(text).trim();
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some(inner) = inner {
        return format!("-{}", inner.trim());
    }
    without_exponent(text).unwrap_or_else(|| text.to_owned())
}

/// A number with an exponent as a plain decimal; none where it has none. The point is moved
/// in the text, since multiplying would move 1.1e6 off its decimal.
fn without_exponent(text: &str) -> Option<String> {
    let (number, power) = text.split_once(['e', 'E'])?;
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (back, places) = match power.strip_prefix('-') {
        Some(places) => (true, places),
        None => (false, power.strip_prefix('+').unwrap_or(power)),
    };
    let known = !whole.is_empty() && all_digits(whole) && all_digits(part) && all_digits(places);
    let places = places.parse::<usize>().ok();
    let places = places.filter(|&places| known && places <= MOST_PLACES)?;
    let zeros = "0".repeat(places);
    // Where the point comes to stand, in the digits with enough noughts on that side.
    let (digits, point) = if back {
        (format!("{zeros}{whole}{part}"), whole.len())
    } else {
        (format!("{whole}{part}{zeros}"), whole.len() + places)
    };
    let (whole, part) = digits.split_at(point);
    let point = if part.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::parse_number;

    #[test]
    fn exponents_brackets_and_apostrophes_are_undone() {
        for (text, number) in [
            ("1.5E+05", 150_000.0),
            ("1e3", 1_000.0),
            ("-2.5e-1", -0.25),
            ("1E0", 1.0),
            ("12345678901e-5", 123_456.789_01),
            ("(1250)", -1_250.0),
            (" '12.5 ", 12.5),
            ("1.10e1", 11.0),
        ] {
            assert_eq!(parse_number(&plain(text)), Some(number), "{text}");
        }
    }

    #[test]
    fn anything_else_is_left_as_it_is() {
        for text in [
            "1e", "e5", "1e999", "1e5e5", "ten", "£1,250", "1e+-5", "(5", "",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
