//! What can be wrong with a case file: where, what was found, and what is allowed.

use std::fmt;

use thiserror::Error;

use super::Decimal;

/// One fault in a case file.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{path}: {fault}")]
pub struct CaseError {
    /// Where in the file, as in `assumptions[3].published`.
    pub path: String,
    /// What is wrong there.
    pub fault: CaseFault,
}

/// The ways a case file can be wrong.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum CaseFault {
    /// Text that is not JSON.
    #[error("not JSON: {0}; look there for a comma, quotation mark or bracket too many or too few")]
    NotJson(String),
    /// More than is read.
    #[error("{} MB is more than is read; a case file has at most {} MB", Decimal(megabytes(*.bytes)), Decimal(megabytes(*.most)))]
    TooLarge {
        /// How many bytes the file has.
        bytes: u64,
        /// The most it may have.
        most: u64,
    },
    /// A field that may not be left out.
    #[error("is missing; add it")]
    Missing,
    /// A field that nothing reads.
    #[error("is not a field of this; its fields are: {known}")]
    UnknownField {
        /// The fields that are read.
        known: String,
    },
    /// A value of the wrong kind.
    #[error("{wanted} is needed here, and {found} was found")]
    WrongKind {
        /// What is needed.
        wanted: &'static str,
        /// What stands there.
        found: String,
    },
    /// A format this program does not read.
    #[error(
        "format {found} is not known; this program reads format {known}, so a newer one is needed, or that number here"
    )]
    Format {
        /// The format the file names.
        found: u32,
        /// The format this program reads.
        known: u32,
    },
    /// An id that is not lower-case words joined by hyphens.
    #[error("\"{0}\" is not an id; use lower-case letters, digits and single hyphens")]
    NotAnId(String),
    /// An id used before among its kind.
    #[error("\"{0}\" is used twice; give each its own id")]
    Duplicate(String),
    /// An assumption that one preset sets more than once, or a payer with two shares.
    #[error("\"{0}\" is given twice; keep one of them")]
    GivenTwice(String),
    /// An assumption id that links use for something else.
    #[error("\"{0}\" has a meaning of its own in links; choose another id")]
    Reserved(String),
    /// A reference to something the file does not define.
    #[error("\"{value}\" is not {wanted} of this case; {}", choice(.known))]
    Unknown {
        /// The id found.
        value: String,
        /// What it should name: "an assumption".
        wanted: &'static str,
        /// The ids that would do.
        known: String,
    },
    /// An assumption of the wrong unit for what it is used as.
    #[error(
        "\"{value}\" is measured in {found}, and {wanted} is needed here; name another assumption, or change the unit of that one"
    )]
    WrongUnit {
        /// The assumption's id.
        value: String,
        /// Its unit.
        found: &'static str,
        /// The unit needed.
        wanted: &'static str,
    },
    /// A list with other than one number a year.
    #[error("{found} numbers given; give one for each of the {years} years")]
    NotOneAYear {
        /// How many were given.
        found: usize,
        /// How many years the case has.
        years: usize,
    },
    /// A number outside what is allowed.
    #[error("{} is outside {} to {}; give a number within them", cut(*.value), Decimal(*.min), Decimal(*.max))]
    OutOfRange {
        /// The number found.
        value: f64,
        /// The least allowed.
        min: f64,
        /// The greatest allowed.
        max: f64,
    },
    /// A number that must be whole.
    #[error("{} is not a whole number; give one", Decimal(*.0))]
    NotWhole(f64),
    /// A low value above the high one.
    #[error("low ({}) is above high ({}); exchange them", Decimal(*.low), Decimal(*.high))]
    LowAboveHigh {
        /// The low value.
        low: f64,
        /// The high value.
        high: f64,
    },
    /// Phasing that does not add to a hundred per cent.
    #[error("the phasing adds to {}%; it must add to 100%", Decimal(*.0))]
    PhasingTotal(f64),
    /// A text or a list that may not be empty.
    #[error("is empty; fill it in")]
    Empty,
    /// More of something than the program takes.
    #[error("{found} given; at most {most} are taken, so leave some out")]
    TooMany {
        /// How many there are.
        found: usize,
        /// The most there may be.
        most: usize,
    },
    /// A record that is left out because it names one that is.
    #[error("\"{0}\" is left out until what is wrong with it is mended, and this with it")]
    LeftOut(String),
    /// A list of which nothing can be used.
    #[error("nothing of it can be used until what is wrong with it is mended")]
    NothingLeft,
}

impl CaseFault {
    /// True for a field that nothing reads: the file can be read without it.
    pub(super) fn is_unknown_field(&self) -> bool {
        matches!(self, CaseFault::UnknownField { .. })
    }
}

/// What could stand there, in words.
fn choice(known: &str) -> String {
    if known.is_empty() {
        "it has none yet, so add one first".to_owned()
    } else {
        format!("use one of: {known}")
    }
}

/// A number with no more digits than somebody will look at.
fn cut(number: f64) -> String {
    const MOST: usize = 20;
    let text = Decimal(number).to_string();
    match text.get(..MOST) {
        Some(begin) if text.len() > MOST => format!("{begin}…"),
        _ => text,
    }
}

/// To a tenth, and never down to the most there may be.
fn megabytes(bytes: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the size of a file")]
    let bytes = bytes as f64;
    (bytes / 1e5).ceil() / 10.0
}

/// The most faults that are listed for one file. Someone mending it needs no more at
/// once, and a hostile file must not fill the memory with sentences.
pub const MOST_FAULTS: usize = 100;

/// The faults found in a case file, in the file's order; at most [`MOST_FAULTS`].
#[derive(Debug, Clone, PartialEq)]
pub struct CaseErrors(pub Vec<CaseError>);

impl fmt::Display for CaseErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CaseErrors {}
