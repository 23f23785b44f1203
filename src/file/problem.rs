//! What can be wrong with something brought in, in words for the person who brought it.

use thiserror::Error;

use super::{LONGEST_FILE, MOST_ROWS};

/// One thing that could not be read or used. It was left out; the rest was used.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum FileProblem {
    /// A name that is no assumption of the case.
    #[error(
        "{place}: \"{key}\" is no assumption of this case, so it was left out; give an \
         assumption's id, such as {like}, or its label"
    )]
    NotAnAssumption {
        /// Where.
        place: String,
        /// The name, as given.
        key: String,
        /// The id of an assumption that there is.
        like: String,
    },
    /// A name that several assumptions bear.
    #[error(
        "{place}: \"{key}\" is the name of more than one assumption, so it was left out; give \
         the id of the one that is meant: {}",
        ids.join(" or ")
    )]
    Ambiguous {
        /// Where.
        place: String,
        /// The name, as given.
        key: String,
        /// The ids of those it may stand for.
        ids: Vec<String>,
    },
    /// A value the assumption does not take.
    #[error("{place}: {label} was given as \"{value}\". {problem} It was left at {kept}.")]
    Value {
        /// Where.
        place: String,
        /// The assumption's name.
        label: String,
        /// The value, as given.
        value: String,
        /// Why not and what is allowed, a sentence.
        problem: String,
        /// The value it has instead, with its unit.
        kept: String,
    },
    /// An assumption given before.
    #[error("{place}: {label} was given before, at {before}; this value, the last one, is used")]
    Twice {
        /// Where.
        place: String,
        /// The assumption's name.
        label: String,
        /// Where it was given before.
        before: String,
    },
    /// A row that gives no assumption a value.
    #[error("{place} was left out: {fault}")]
    Row {
        /// Where.
        place: String,
        /// What is wrong, with what to do.
        fault: String,
    },
    /// More rows than are read.
    #[error(
        "only the first {} rows were read; paste the rows that matter by themselves",
        crate::export::number(MOST_ROWS as f64)
    )]
    TooManyRows,
    /// More text than is read.
    #[error(
        "there are {} bytes, and what stands after the first {} was not read; bring in the part \
         that matters by itself",
        crate::export::number(*length as f64),
        crate::export::number(LONGEST_FILE as f64)
    )]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// Nothing that could be read at all.
    #[error(
        "nothing was found that could be read; two columns are needed, an assumption's id or \
         label and its value"
    )]
    Nothing,
    /// More problems than are listed.
    #[error("and {0} more like these")]
    AndMore(usize),
}

/// The most problems that are listed at once. Someone mending a file needs no more, and a
/// hostile one must not fill the page.
pub const MOST_FILE_PROBLEMS: usize = 100;

/// The problems with those past [`MOST_FILE_PROBLEMS`] counted instead of listed.
pub fn listed(mut problems: Vec<FileProblem>) -> Vec<FileProblem> {
    if problems.len() > MOST_FILE_PROBLEMS {
        let more = problems.len() - MOST_FILE_PROBLEMS;
        problems.truncate(MOST_FILE_PROBLEMS);
        problems.push(FileProblem::AndMore(more));
    }
    problems
}

/// Somebody's text, short enough to show in a sentence and with nothing in it that steers a
/// screen.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let mut short = crate::link::title_of(text.trim());
    if let Some((end, _)) = short.char_indices().nth(MOST) {
        short.truncate(end);
        short.push('…');
    }
    short
}
