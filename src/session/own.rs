//! The form for a line of one's own: what stands in its boxes, and the line that makes or
//! why it makes none.

use thiserror::Error;

use super::parse_pounds;
use crate::case::{BenefitKind, LARGEST_OWN, MOST_OWN_LINES, OwnKind, OwnLine};
use crate::export::{EntryProblem, number, text_of};
use crate::link::{OWN_KINDS, title_of};
use crate::model::Model;

/// What stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDraft {
    /// Its name.
    pub label: String,
    /// Saving or avoidance; none for an investment.
    pub kind: Option<BenefitKind>,
    /// Id of its workstream.
    pub workstream: String,
    /// Id of the payer who gains; of no account for an investment.
    pub payer: String,
    /// The text of each year's box; nothing in it is nought pounds.
    pub amounts: Vec<String>,
}

/// Why a form makes no line: what to say beside each of its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnProblems {
    /// Beside the name.
    pub label: Option<OwnProblem>,
    /// Beside each year.
    pub amounts: Vec<Option<EntryProblem>>,
    /// Beside all years together.
    pub all: Option<OwnProblem>,
}

/// Why a part of a form cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OwnProblem {
    /// No name.
    #[error("Give the line a name, such as “Extra family worker”.")]
    NoName,
    /// A line of that name with all the same is there.
    #[error("The very same line is there already: change its name or its amounts.")]
    Same,
    /// As many as there may be.
    #[error(
        "{MOST_OWN_LINES} lines have been added, which is the most there can be: remove one first."
    )]
    TooMany,
    /// Nothing in any year.
    #[error("Give an amount for at least one year.")]
    Nothing,
}

impl OwnDraft {
    /// An empty form for a model's case.
    pub fn new(model: &Model) -> OwnDraft {
        let case = model.case();
        let first = case.workstreams.first();
        OwnDraft {
            label: String::new(),
            kind: None,
            workstream: first.map_or(String::new(), |known| known.id.clone()),
            payer: case.invested_by.clone(),
            amounts: vec![String::new(); case.years.count],
        }
    }

    /// The form of a line that is there.
    pub fn of(model: &Model, line: &OwnLine) -> OwnDraft {
        let (kind, payer) = match &line.kind {
            OwnKind::Investment => (None, model.case().invested_by.clone()),
            OwnKind::Benefit { kind, payer } => (Some(*kind), payer.clone()),
        };
        OwnDraft {
            label: line.label.clone(),
            kind,
            workstream: line.workstream.clone(),
            payer,
            amounts: line.amounts.iter().copied().map(text_of).collect(),
        }
    }

    /// The same for a model's case as it is now: it may have other years, workstreams and
    /// payers than when the form was filled in.
    pub fn fitted(mut self, model: &Model) -> OwnDraft {
        let (case, new) = (model.case(), OwnDraft::new(model));
        self.amounts.resize(case.years.count, String::new());
        let mut workstreams = case.workstreams.iter();
        if !workstreams.any(|known| known.id == self.workstream) {
            self.workstream = new.workstream;
        }
        if !case.payers.iter().any(|known| known.id == self.payer) {
            self.payer = new.payer;
        }
        self
    }

    /// The form as text, a line for each of its parts, for the tab that it was typed in.
    pub fn write(&self) -> String {
        let kind = OWN_KINDS.iter().find(|(_, kind)| *kind == self.kind);
        let mut text = kind.map_or(String::new(), |(word, _)| (*word).to_owned());
        for part in [&self.workstream, &self.payer, &self.label]
            .into_iter()
            .chain(&self.amounts)
        {
            text.push('\n');
            // No box takes more than a line; the name of a line out of a link may.
            text += &part.replace(char::is_control, " ");
        }
        text
    }

    /// The form that some text is of; none where it is of none.
    pub fn written(text: &str) -> Option<OwnDraft> {
        let mut parts = text.split('\n');
        let word = parts.next()?;
        let (_, kind) = *OWN_KINDS.iter().find(|(known, _)| *known == word)?;
        let mut next = || parts.next().map(str::to_owned);
        Some(OwnDraft {
            kind,
            workstream: next()?,
            payer: next()?,
            label: next()?,
            amounts: parts.map(str::to_owned).collect(),
        })
    }

    /// True where nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        self.label.trim().is_empty() && self.amounts.iter().all(|text| text.trim().is_empty())
    }

    /// Puts what stands in one year into every later one.
    pub fn same_after(&mut self, year: usize) {
        if let Some((first, rest)) = self
            .amounts
            .get_mut(year..)
            .and_then(<[_]>::split_first_mut)
        {
            rest.fill(first.clone());
        }
    }

    /// The line it makes, in the stead of the one at `editing` where it changes one.
    ///
    /// # Errors
    /// What to mend, beside each part of the form.
    pub fn read(&self, model: &Model, editing: Option<usize>) -> Result<OwnLine, OwnProblems> {
        let mut problems = OwnProblems::default();
        let mut amounts = Vec::with_capacity(self.amounts.len());
        for text in &self.amounts {
            let read = pounds(text);
            problems.amounts.push(read.as_ref().err().cloned());
            amounts.push(read.unwrap_or_default());
        }
        let usable = problems.amounts.iter().all(Option::is_none);
        if usable && amounts.iter().all(|amount| *amount == 0.0) {
            problems.all = Some(OwnProblem::Nothing);
        }
        let line = OwnLine {
            label: title_of(&self.label).trim().to_owned(),
            kind: self
                .kind
                .map_or(OwnKind::Investment, |kind| OwnKind::Benefit {
                    kind,
                    payer: self.payer.clone(),
                }),
            workstream: self.workstream.clone(),
            amounts,
        };
        let lines = model.own_lines();
        let others = lines.iter().enumerate();
        let mut others = others.filter(|(place, _)| Some(*place) != editing);
        if line.label.is_empty() {
            problems.label = Some(OwnProblem::NoName);
        } else if usable && others.any(|(_, other)| *other == line) {
            problems.label = Some(OwnProblem::Same);
        } else if editing.is_none() && lines.len() >= MOST_OWN_LINES {
            problems.label = Some(OwnProblem::TooMany);
        }
        let sound = usable && problems.label.is_none() && problems.all.is_none();
        if sound { Ok(line) } else { Err(problems) }
    }
}

/// The pounds in the box of a year.
fn pounds(text: &str) -> Result<f64, EntryProblem> {
    if text.trim().is_empty() {
        return Ok(0.0);
    }
    let range = || "pounds, such as 0, £45,000, 45k or 1.5m".to_owned();
    let outside = |value: String| EntryProblem::OutOfRange {
        value,
        range: format!("pounds, from 0 to {}", number(LARGEST_OWN)),
    };
    match parse_pounds(text, LARGEST_OWN) {
        Ok(amount) if amount < 0.0 => Err(outside(number(amount))),
        Ok(amount) => Ok(amount + 0.0),
        // No amount here is below nought, so none is named that is.
        Err(EntryProblem::OutOfRange { value, .. }) => Err(outside(value)),
        Err(EntryProblem::Comma { .. }) => Err(EntryProblem::Comma { range: range() }),
        Err(EntryProblem::NotWhole { .. }) => Err(EntryProblem::NotWhole { range: range() }),
        Err(_) => Err(EntryProblem::NotANumber { range: range() }),
    }
}
