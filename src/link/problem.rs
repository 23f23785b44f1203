//! What can be wrong with a link, in words for the person who opened it.

use thiserror::Error;

use super::LONGEST_LINK;
use crate::case::Decimal;
use crate::model::OutOfRange;

/// One thing in a link that could not be read. Each was left out; the rest was used.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum LinkProblem {
    /// A key that is no assumption of the case.
    #[error("{key}: not an assumption of this case, so it was left out")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A value the assumption does not take.
    #[error("{key}: {fault}; the published value {} was used", Decimal(*.published))]
    OutOfRange {
        /// The assumption's id.
        key: String,
        /// Why not.
        fault: OutOfRange,
        /// The published value.
        published: f64,
    },
    /// A value that is no plain decimal number.
    #[error(
        "{key}: \"{value}\" is not a plain number such as 12.5; it may be {} to {}, \
         and the published value {} was used",
        Decimal(*.min), Decimal(*.max), Decimal(*.published)
    )]
    NotANumber {
        /// The assumption's id.
        key: String,
        /// The value as written.
        value: String,
        /// The least value allowed.
        min: f64,
        /// The greatest value allowed.
        max: f64,
        /// The published value.
        published: f64,
    },
    /// A key given before.
    #[error("{key}: given more than once; only the first is read")]
    Duplicate {
        /// The key.
        key: String,
    },
    /// A `%` that is not followed by two hexadecimal digits, or bytes that are no text.
    #[error("{key}: \"{value}\" has a broken % escape, so it was left out; was the link cut?")]
    BrokenEscape {
        /// The key, as far as it can be read.
        key: String,
        /// The text as written.
        value: String,
    },
    /// A version this program does not know.
    #[error(
        "v: this link says version \"{found}\" and this program reads version 1; it was read as \
         version 1, so check what was changed, or open it in a newer copy"
    )]
    Version {
        /// The version as written.
        found: String,
    },
    /// A case that is not here.
    #[error("case: \"{id}\" is not a case this program has; it has {}", known.join(", "))]
    UnknownCase {
        /// The id as written.
        id: String,
        /// The ids of the cases at hand.
        known: Vec<String>,
    },
    /// A case that the link carries or names, and that cannot be used.
    #[error("case: {0}")]
    CaseRefused(String),
    /// More text than is read.
    #[error(
        "the link is {length} bytes long, and what stands after the first {LONGEST_LINK} was \
         not read; ask for it to be sent again"
    )]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// A title or a note longer than is shown.
    #[error("{key}: longer than {most} characters; only the first {most} are shown")]
    LongText {
        /// `title` or `note`.
        key: &'static str,
        /// The most characters shown.
        most: usize,
    },
    /// A part of `ranges` or `stress` that cannot be used.
    #[error("{part}: \"{value}\" cannot be used; it may be {allowed}, and {used} was used")]
    Part {
        /// Which part: the id of an assumption, or a word of `stress`.
        part: String,
        /// What follows it, as written.
        value: String,
        /// What is allowed, in words.
        allowed: String,
        /// What stands instead, in words.
        used: String,
    },
    /// Something wrong inside a value that has parts: a scenario of a comparison, the
    /// ranges, or what a stress test is set to.
    #[error("{key}, {problem}")]
    Within {
        /// The key: `compare-2`, `ranges` or `stress`.
        key: String,
        /// What is wrong there.
        problem: Box<LinkProblem>,
    },
    /// More problems than are listed.
    #[error("and {0} more like these")]
    AndMore(usize),
}

impl LinkProblem {
    /// The problem, said to be within the value of a key.
    pub(super) fn within(self, key: &str) -> LinkProblem {
        LinkProblem::Within {
            key: key.to_owned(),
            problem: Box::new(self),
        }
    }
}

/// A key as a sentence names it.
pub(super) fn named(key: &str) -> String {
    if key.is_empty() {
        "(a value without a name)".to_owned()
    } else {
        shortened(key)
    }
}

/// Text from a link, short enough to show in a sentence.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
