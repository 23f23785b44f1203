//! What a person types in a box for a whole number that is no assumption: how many draws,
//! and the seed they begin from.

use thiserror::Error;

use crate::case::parse_number;
use crate::export::{number, without_thousands};

/// The whole numbers a box takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// The least of them.
    pub least: u32,
    /// The largest of them.
    pub most: u32,
}

/// Why what was typed cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WholeProblem {
    /// Nothing, or something that is no number.
    #[error("Type {}.", words(*.range))]
    NotANumber {
        /// What the box takes.
        range: Whole,
    },
    /// A comma that separates no thousands.
    #[error("Use commas only between thousands: {}.", words(*.range))]
    Comma {
        /// What the box takes.
        range: Whole,
    },
    /// A part of a number.
    #[error("{value} is not whole: type {}.", words(*.range))]
    NotWhole {
        /// The number, in words.
        value: String,
        /// What the box takes.
        range: Whole,
    },
    /// A number the box does not take.
    #[error("{value} is out of range: type {}.", words(*.range))]
    OutOfRange {
        /// The number, in words.
        value: String,
        /// What the box takes.
        range: Whole,
    },
}

impl Whole {
    /// Reads what was typed. Takes spaces, and commas between thousands.
    ///
    /// # Errors
    /// Why it cannot be used, with the numbers that can.
    pub fn read(self, text: &str) -> Result<u32, WholeProblem> {
        let range = self;
        let plain: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .map(|letter| if letter == '\u{2212}' { '-' } else { letter })
            .collect();
        let plain = without_thousands(&plain).ok_or(WholeProblem::Comma { range })?;
        let read = parse_number(plain.trim_start_matches('+').trim_end_matches('.'));
        let read = read.ok_or(WholeProblem::NotANumber { range })?;
        let value = || number(read);
        if read < f64::from(self.least) || read > f64::from(self.most) {
            return Err(WholeProblem::OutOfRange {
                value: value(),
                range,
            });
        }
        if read.fract() != 0.0 {
            return Err(WholeProblem::NotWhole {
                value: value(),
                range,
            });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole, and between two numbers of this kind"
        )]
        Ok(read as u32)
    }
}

/// The numbers a box takes, in words: `a whole number from 100 to 1,000,000`.
fn words(range: Whole) -> String {
    let [least, most] = [range.least, range.most].map(|end| number(f64::from(end)));
    format!("a whole number from {least} to {most}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: Whole = Whole {
        least: 100,
        most: 1_000_000,
    };
    const SEED: Whole = Whole {
        least: 0,
        most: u32::MAX,
    };

    #[test]
    fn commas_and_spaces_between_thousands_are_read() {
        let read = ["100000", "100,000", " 100 000 ", "+100,000."].map(|text| DRAWS.read(text));
        assert_eq!(read, [(); 4].map(|()| Ok(100_000)));
        assert_eq!(DRAWS.read("100"), Ok(100));
        assert_eq!(DRAWS.read("1,000,000"), Ok(1_000_000));
        assert_eq!(SEED.read("0"), Ok(0));
        assert_eq!(SEED.read("4,294,967,295"), Ok(u32::MAX));
    }

    #[test]
    fn anything_else_is_refused_with_what_the_box_takes() {
        let draws = "a whole number from 100 to 1,000,000";
        for (text, begins) in [
            ("", "Type"),
            ("many", "Type"),
            ("NaN", "Type"),
            ("1e6", "Type"),
            ("0", "0 is out of range: type"),
            ("99", "99 is out of range: type"),
            ("-100", "−100 is out of range: type"),
            ("10,000,000", "10,000,000 is out of range: type"),
            ("100.5", "100.5 is not whole: type"),
            ("10,00", "Use commas only between thousands:"),
        ] {
            let problem = DRAWS.read(text).unwrap_err().to_string();
            assert_eq!(problem, format!("{begins} {draws}."), "{text:?}");
        }
        let problem = SEED.read("4294967296").unwrap_err().to_string();
        assert_eq!(
            problem,
            "4,294,967,296 is out of range: type a whole number from 0 to 4,294,967,295."
        );
    }
}
