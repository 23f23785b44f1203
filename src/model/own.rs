//! A case with lines of somebody's own: a model made of another, in which the published
//! figures are still the published ones.
//!
//! Each such line has an assumption for how much of it is counted, published at nought, so
//! that a line that counts is a change like any other. Its assumptions follow all those of
//! the case, so that a scenario of the case alone is one of every such model.

use super::compile::compile;
use super::{AssumptionIndex, Model, Scenario};
use crate::case::{MOST_OWN_LINES, OwnLine};

/// The case alone, and the lines added to it.
#[derive(Debug)]
pub(super) struct Own {
    pub base: Model,
    pub lines: Vec<OwnLine>,
}

/// Assumptions of each line: how much of it is counted, and the grade of its evidence.
const EACH: usize = 2;

/// What makes models with lines, once it is there: in the program that is served it comes
/// with a piece of its own, since few links have such lines.
#[cfg(feature = "split")]
static DERIVE: std::sync::OnceLock<fn(&Model, &[OwnLine]) -> Model> = std::sync::OnceLock::new();

/// From now on models can have lines. Only the program that is served has to be told.
pub(crate) fn bring_lines() {
    #[cfg(feature = "split")]
    let _ = DERIVE.set(Model::derived);
}

impl Model {
    /// The model of the case alone, without lines of anybody's own.
    pub fn base(&self) -> &Model {
        self.own().map_or(self, |own| &own.base)
    }

    /// The lines of somebody's own, in the order they were added.
    pub fn own_lines(&self) -> &[OwnLine] {
        self.own().map_or(&[], |own| &own.lines)
    }

    /// True where both are of one case, whatever lines were added to either.
    pub fn same_case(&self, other: &Model) -> bool {
        self.base() == other.base()
    }

    /// The case alone with these lines and no others; what does not fit it, what is there
    /// already and what comes after [`MOST_OWN_LINES`] is left out.
    pub fn with_lines(&self, wanted: &[OwnLine]) -> Model {
        #[cfg(feature = "split")]
        return match DERIVE.get() {
            Some(derive) if !wanted.is_empty() => derive(self, wanted),
            _ => self.base().clone(),
        };
        #[cfg(not(feature = "split"))]
        self.derived(wanted)
    }

    fn derived(&self, wanted: &[OwnLine]) -> Model {
        let base = self.base();
        let mut lines: Vec<OwnLine> = Vec::new();
        for line in wanted {
            let id = line.id();
            let new = lines.iter().all(|other| other.id() != id);
            if new && line.check(base.case()).is_ok() && lines.len() < MOST_OWN_LINES {
                lines.push(line.clone());
            }
        }
        if lines.is_empty() {
            return base.clone();
        }
        let anew = base.compiled().anew;
        let Some(mut case) = anew(base.case()) else {
            return base.clone();
        };
        let known = base.assumptions().iter();
        let mut table: Vec<_> = known.map(|(_, known)| known.clone()).collect();
        for line in &lines {
            case.add_own(line);
            table.extend(base.case().own_assumptions(line));
        }
        let own = Own {
            base: base.clone(),
            lines,
        };
        // Every id was found before, or has just been made.
        compile(case, table, anew, Some(own)).map_or_else(|_| base.clone(), Model::of)
    }

    /// How much of a line of somebody's own is counted, by its place among them.
    pub fn counted(&self, place: usize) -> AssumptionIndex {
        AssumptionIndex(self.base().assumptions().len() + EACH * place)
    }

    /// The place of the line of somebody's own whose counting an assumption is.
    pub fn counts(&self, assumption: AssumptionIndex) -> Option<usize> {
        let beyond = assumption.0.checked_sub(self.base().assumptions().len())?;
        (beyond % EACH == 0).then_some(beyond / EACH)
    }

    /// This model with the lines of another of the same case after its own.
    pub fn together(&self, other: &Model) -> Model {
        let more = other.own_lines();
        if more.iter().all(|line| self.own_lines().contains(line)) {
            return self.clone();
        }
        self.with_lines(&[self.own_lines(), more].concat())
    }

    /// The same assumption of another model of the case; none where that has not the line.
    pub fn same_assumption(&self, of: &Model, index: AssumptionIndex) -> Option<AssumptionIndex> {
        self.assumptions().find(&of.assumptions()[index].id)
    }

    /// A scenario of another model of the same case as one of this; what it says of lines
    /// that are not here is left out.
    pub fn adopt(&self, of: &Model, scenario: &Scenario) -> Scenario {
        if self == of {
            return scenario.clone();
        }
        let table = self.assumptions();
        let mut adopted = Scenario::published();
        for change in scenario.changes() {
            if let Some(index) = self.same_assumption(of, change.assumption) {
                // The same assumption takes the same values.
                let _ = adopted.set(table, index, change.value);
            }
        }
        for range in scenario.ranges() {
            if let Some(index) = self.same_assumption(of, range.assumption) {
                let _ = adopted.set_range(table, index, range.low, range.high);
            }
        }
        adopted
    }

    fn own(&self) -> Option<&Own> {
        self.compiled().own.as_ref()
    }
}
