//! The state of a session, and `reduce`.

use std::rc::Rc;

use super::Action;
use super::entry::{EntryProblem, parse_entry, step_from, text_of};
use super::history::History;
use super::texts::Texts;
use crate::link::LedgerView;
use crate::link::{self, LinkProblem};
use crate::model::{AssumptionIndex, Library, Model, Outcome, Scenario};

/// Everything the person is doing. Cheap to copy; every change gives a new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    library: Rc<Library>,
    work: Work,
    opened: Work,
    /// The last link that was opened or come back to, and what it gave.
    came_by: (String, Work),
    history: History<Work>,
    /// The field being changed: further changes to it belong to the same undo step.
    editing: Option<AssumptionIndex>,
    steps: usize,
    problems: Rc<[LinkProblem]>,
    view: LedgerView,
    outcome: Rc<Outcome>,
    published: Rc<Outcome>,
}

/// What undo brings back.
#[derive(Debug, Clone, PartialEq)]
struct Work {
    model: Model,
    /// The last usable value of every field that differs.
    scenario: Scenario,
    /// Boxes whose text is kept as typed.
    texts: Texts,
    /// The scenario the results are of: the last one in which every field could be used.
    shown: Scenario,
}

/// One assumption as its field shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The text of its box.
    pub text: String,
    /// Its last usable value.
    pub value: f64,
    /// True where that differs from the published value.
    pub changed: bool,
    /// Why what was typed cannot be used.
    pub problem: Option<EntryProblem>,
}

impl Session {
    /// Opens a link, or the published case where the text is empty.
    pub fn open(library: Rc<Library>, text: &str) -> Session {
        let (work, problems) = Work::open(&library, text);
        let published = Rc::new(work.model.evaluate(&Scenario::published()));
        let outcome = Rc::new(work.model.evaluate(&work.shown));
        Session {
            library,
            opened: work.clone(),
            came_by: (text.to_owned(), work.clone()),
            work,
            history: History::default(),
            editing: None,
            steps: 0,
            problems: problems.into(),
            view: LedgerView::default(),
            outcome,
            published,
        }
    }

    /// The model of the case that is open.
    pub fn model(&self) -> &Model {
        &self.work.model
    }

    /// The scenario the results are of.
    pub fn shown(&self) -> &Scenario {
        &self.work.shown
    }

    /// The results.
    pub fn outcome(&self) -> &Rc<Outcome> {
        &self.outcome
    }

    /// The results as published.
    pub fn published(&self) -> &Rc<Outcome> {
        &self.published
    }

    /// The fragment that opens what is shown.
    pub fn fragment(&self) -> String {
        link::fragment(&self.work.model, &self.work.shown)
    }

    /// What the address bar should say: the link as it came, while what it opened is
    /// shown; otherwise the fragment of what is shown.
    pub fn address(&self) -> String {
        let (link, came) = &self.came_by;
        if came.model == self.work.model && came.shown == self.work.shown {
            link.clone()
        } else {
            self.fragment()
        }
    }

    /// How many undo steps have been made; one more means a new place in the browser's
    /// own history.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// What was wrong with the link.
    pub fn problems(&self) -> &Rc<[LinkProblem]> {
        &self.problems
    }

    /// The view of the tables.
    pub fn view(&self) -> LedgerView {
        self.view
    }

    /// True where there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// True where there is a change to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// How many assumptions differ from the published case in what is shown.
    pub fn changed_count(&self) -> usize {
        self.work.shown.changes().len()
    }

    /// True where nothing differs from the published case and nothing is half typed.
    pub fn is_published(&self) -> bool {
        self.work.scenario.is_published() && self.work.texts.is_empty()
    }

    /// True where everything is as the link opened it.
    pub fn is_as_opened(&self) -> bool {
        self.work.scenario == self.opened.scenario
            && self.work.texts.is_empty()
            && self.work.model == self.opened.model
    }

    /// True where the link opened something other than the published case.
    pub fn opened_a_scenario(&self) -> bool {
        !self.opened.scenario.is_published()
    }

    /// True where some field cannot be used, so the results are the last good ones.
    pub fn is_stale(&self) -> bool {
        self.work.invalid().next().is_some()
    }

    /// The fields that cannot be used, in the case's order.
    pub fn invalid(&self) -> impl Iterator<Item = (AssumptionIndex, EntryProblem)> + '_ {
        self.work.invalid()
    }

    /// One assumption as its field shows it.
    pub fn field(&self, assumption: AssumptionIndex) -> Field {
        let table = self.work.model.assumptions();
        let value = self.work.scenario.value(table, assumption);
        let typed = self.work.texts.get(assumption);
        let problem = typed.and_then(|text| parse_entry(&table[assumption], text).err());
        Field {
            text: typed.map_or_else(|| text_of(value), str::to_owned),
            value,
            changed: self.work.scenario.changed(assumption).is_some(),
            problem,
        }
    }

    /// What the session becomes when the person does something; none where nothing
    /// changes, so that nothing is drawn again.
    pub fn reduce(&self, action: Action) -> Option<Session> {
        let mut next = self.clone();
        match action {
            Action::Type { assumption, text } => next.edit(assumption, |work| {
                work.type_text(assumption, text);
            }),
            Action::Slide { assumption, value } => next.edit(assumption, |work| {
                work.set(assumption, value);
            }),
            Action::Step { assumption, steps } => next.edit(assumption, |work| {
                let table = work.model.assumptions();
                let value = work.scenario.value(table, assumption);
                work.set(assumption, step_from(&table[assumption], value, steps));
            }),
            Action::Leave => {
                next.editing = None;
                next.work.tidy();
            }
            Action::Reset(assumption) => {
                next.change(|work| {
                    work.scenario.reset(assumption);
                    work.texts.remove(assumption);
                });
            }
            Action::ResetAll => {
                next.change(|work| {
                    work.scenario = Scenario::published();
                    work.texts.clear();
                });
            }
            Action::BackToOpened => {
                let opened = next.opened.clone();
                next.change(|work| *work = opened);
            }
            Action::Undo => {
                let before = next.history.undo(next.work.clone())?;
                next.travel(before);
            }
            Action::Redo => {
                let after = next.history.redo(next.work.clone())?;
                next.travel(after);
            }
            Action::View(view) => next.view = view,
            Action::Navigate(text) => next.navigate(&text),
            Action::DismissProblems => next.problems = Rc::new([]),
        }
        (next != *self).then(|| next.evaluated(self))
    }

    /// A change that joins the last one where it is to the same field.
    fn edit(&mut self, assumption: AssumptionIndex, change: impl FnOnce(&mut Work)) {
        if self.editing != Some(assumption) {
            // What changed nothing left no undo step for the next change to join.
            self.editing = self.change(change).then_some(assumption);
            return;
        }
        change(&mut self.work);
        self.work.settle();
        // Typed to and fro and back where it began: there is nothing to undo.
        if self.history.last() == Some(&self.work) {
            self.history.forget_last();
            self.editing = None;
        }
    }

    /// A change with an undo step of its own; false where it changed nothing.
    fn change(&mut self, change: impl FnOnce(&mut Work)) -> bool {
        let before = self.work.clone();
        change(&mut self.work);
        self.work.settle();
        self.editing = None;
        let changed = self.work != before;
        if changed {
            self.history.record(before);
            self.steps += 1;
        }
        changed
    }

    fn travel(&mut self, work: Work) {
        self.work = work;
        self.editing = None;
        self.steps += 1;
    }

    fn navigate(&mut self, text: &str) {
        if text.trim_start_matches('#') == self.address().trim_start_matches('#') {
            return;
        }
        let (work, problems) = Work::open(&self.library, text);
        self.problems = problems.into();
        self.came_by = (text.to_owned(), work.clone());
        self.change(|present| *present = work);
    }

    /// Brings the outcomes up to date with the work.
    fn evaluated(mut self, before: &Session) -> Session {
        let model = &self.work.model;
        let same_model = *model == before.work.model;
        if !same_model {
            self.published = Rc::new(model.evaluate(&Scenario::published()));
        }
        if !same_model || self.work.shown != before.work.shown {
            self.outcome = Rc::new(model.evaluate(&self.work.shown));
        }
        self
    }
}

impl Work {
    fn open(library: &Library, text: &str) -> (Work, Vec<LinkProblem>) {
        let opened = link::open(text, library);
        let model = opened
            .model
            .unwrap_or_else(|| library.default_model().clone());
        let work = Work {
            model,
            shown: opened.scenario.clone(),
            scenario: opened.scenario,
            texts: Texts::default(),
        };
        (work, opened.problems)
    }

    fn type_text(&mut self, assumption: AssumptionIndex, text: String) {
        let table = self.model.assumptions();
        if let Ok(value) = parse_entry(&table[assumption], &text) {
            self.set(assumption, value);
        }
        // A text that says no more than the box would by itself needs no keeping.
        let value = self.scenario.value(self.model.assumptions(), assumption);
        if text == text_of(value) {
            self.texts.remove(assumption);
        } else {
            self.texts.insert(assumption, text);
        }
    }

    /// Sets a value within bounds; one outside leaves the scenario as it is.
    fn set(&mut self, assumption: AssumptionIndex, value: f64) {
        self.texts.remove(assumption);
        // A slider cannot leave its bounds, and typed text was accepted before.
        let _ = self
            .scenario
            .set(self.model.assumptions(), assumption, value);
    }

    fn invalid(&self) -> impl Iterator<Item = (AssumptionIndex, EntryProblem)> + '_ {
        let table = self.model.assumptions();
        self.texts.iter().filter_map(|(assumption, text)| {
            let problem = parse_entry(&table[assumption], text).err()?;
            Some((assumption, problem))
        })
    }

    /// The results follow while every field can be used.
    fn settle(&mut self) {
        if self.invalid().next().is_none() {
            self.shown = self.scenario.clone();
        }
    }

    /// Shows usable texts in the plain form ("£12310947" becomes "12,310,947"), unless
    /// they hold more digits than a number keeps.
    fn tidy(&mut self) {
        const KEPT_DIGITS: usize = 15;
        let table = self.model.assumptions();
        self.texts.retain(|assumption, text| {
            parse_entry(&table[assumption], text).is_err()
                || text.bytes().filter(u8::is_ascii_digit).count() > KEPT_DIGITS
        });
    }
}
