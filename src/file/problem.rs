//! What can be wrong with something brought in, in words for the person who brought it.

use thiserror::Error;

use super::{LONGEST_FILE, MOST_ROWS};
use crate::link::LinkProblem;

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
    /// More text than a scenario file may have: of JSON no part can be read by itself.
    #[error(
        "the file has {} bytes, and no scenario file has more than {}; choose another",
        crate::export::number(*length as f64),
        crate::export::number(LONGEST_FILE as f64)
    )]
    TooLarge {
        /// Its length in bytes.
        length: usize,
    },
    /// A scenario file that is no JSON.
    #[error("this cannot be read as a scenario file, since it is not JSON: {0}")]
    NotJson(String),
    /// JSON of something else.
    #[error(
        "format: {found} was found, and a scenario file of this program has \
         \"{}\"; choose a file that this program wrote",
        super::SCENARIO_FORMAT
    )]
    NotAScenario {
        /// What stands there.
        found: String,
    },
    /// A case that is not here.
    #[error("case: {found} was found, which is no case this program has; it has {}", known.join(", "))]
    NoSuchCase {
        /// What stands there.
        found: String,
        /// The ids of the cases at hand.
        known: Vec<String>,
    },
    /// A version of the format that this program does not know.
    #[error(
        "version: {found} was found, and this program reads version {}; it was read as that, so \
         check what was changed, or open it in a newer copy",
        super::SCENARIO_VERSION
    )]
    Newer {
        /// What stands there.
        found: String,
    },
    /// A field that stands there more than once.
    #[error("{place}: stands there more than once; the last one is used")]
    Repeated {
        /// Where.
        place: String,
    },
    /// A field that has to be there.
    #[error("{place}: is missing; add it")]
    Missing {
        /// Where.
        place: String,
    },
    /// A value of the wrong kind.
    #[error("{place}: {wanted} is needed here, and {found} was found, so it was left out")]
    WrongKind {
        /// Where.
        place: String,
        /// What is needed.
        wanted: &'static str,
        /// What stands there.
        found: String,
    },
    /// A range that cannot be tested over.
    #[error("{place}: {fault}; the case's own range is used")]
    Range {
        /// Where.
        place: String,
        /// What is wrong and what is allowed.
        fault: String,
    },
    /// A figure that is not the engine's.
    #[error(
        "receipt/{name}: the file says {said} ({by}), and these assumptions give {now} (model \
         {model}); the engine's figures are shown"
    )]
    Receipt {
        /// Which figure.
        name: &'static str,
        /// What the file says.
        said: String,
        /// Which model the file says made it.
        by: String,
        /// What the engine gives.
        now: String,
        /// The version of the engine's model.
        model: &'static str,
    },
    /// Something that is said of links in the same way.
    #[error("{0}")]
    Link(LinkProblem),
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
