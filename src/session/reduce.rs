//! What the session becomes when the person does something.

use std::rc::Rc;

use super::state::{Before, Sent, Session};
use super::texts::Entry;
use super::work::Work;
use super::{Action, Shelf};
use crate::export::step_from;
use crate::link::{self, LinkProblem, MOST_COMPARED, Page, View, note_of, title_of};
use crate::model::{Model, Scenario};

/// What an action did to the work.
enum Done {
    /// Nothing, or what is no part of undo.
    Aside,
    /// A change with an undo step of its own.
    Change,
    /// A change that joins the last one where it is to the same box.
    Edit(Entry),
}

impl Session {
    /// What the session becomes when the person does something; none where nothing
    /// changes, so that nothing is drawn again.
    pub fn reduce(&self, action: Action) -> Option<Session> {
        let mut next = self.clone();
        match next.act(action)? {
            Done::Aside => {}
            Done::Change => {
                next.changed(&self.work);
            }
            Done::Edit(entry) => next.edited(entry, &self.work),
        }
        (next != *self).then(|| next.evaluated(self))
    }

    /// Does what the person did; none where it comes to nothing.
    fn act(&mut self, action: Action) -> Option<Done> {
        let work = &mut self.work;
        let done = match action {
            Action::Type { assumption, text } => {
                work.type_text(assumption, text);
                Done::Edit((assumption, None))
            }
            Action::TypeRange {
                assumption,
                end,
                text,
            } => {
                work.type_range(assumption, end, text);
                Done::Edit((assumption, Some(end)))
            }
            Action::Slide { assumption, value } => {
                work.set(assumption, value);
                Done::Edit((assumption, None))
            }
            Action::Step { assumption, steps } => {
                let table = work.model.assumptions();
                let value = work.scenario.value(table, assumption);
                let value = step_from(&table[assumption], value, steps);
                work.set(assumption, value);
                Done::Edit((assumption, None))
            }
            Action::Leave => {
                self.editing = None;
                work.tidy();
                Done::Aside
            }
            Action::Reset(assumption) => {
                work.reset(assumption);
                Done::Change
            }
            Action::ResetRange(assumption) => {
                work.reset_range(assumption);
                Done::Change
            }
            Action::Apply(values) => {
                for (assumption, value) in values {
                    work.set(assumption, value);
                }
                Done::Change
            }
            Action::Unapply(assumptions) => {
                for assumption in assumptions {
                    work.reset(assumption);
                }
                Done::Change
            }
            Action::ResetAll => {
                let model = work.model.base().clone();
                work.replace(model, Scenario::published(), "");
                Done::Change
            }
            Action::AddLine(line) => {
                work.add_line(line)?;
                Done::Change
            }
            Action::EditLine(place, line) => {
                work.edit_line(place, line)?;
                Done::Change
            }
            Action::RemoveLine(place) => {
                work.remove_line(place);
                Done::Change
            }
            Action::OpenSaved(place) => {
                let saved = self.shelf.saved().get(place)?;
                let opened = saved.open(&self.library);
                *work = Work::of(&opened, &self.library);
                work.title = saved.name.as_str().into();
                self.opening(opened.problems.into());
                Done::Change
            }
            Action::BackToOpened => {
                *work = self.opened.work.clone();
                self.show(View {
                    page: self.opened.view.page,
                    ..self.view
                });
                Done::Change
            }
            Action::Undo => {
                let before = self.history.undo(work.clone())?;
                self.travel(before)
            }
            Action::Redo => {
                let after = self.history.redo(work.clone())?;
                self.travel(after)
            }
            Action::View(view) => {
                self.show(view);
                Done::Aside
            }
            Action::Navigate(text) => self.navigate(&text),
            Action::OpenCase(id, changed) => {
                let model = self.library.find(&id)?.clone();
                if changed {
                    let model = model.with_lines(work.model.own_lines());
                    let title = work.title.clone();
                    let scenario = model.adopt(&work.model, &work.shown);
                    work.replace(model, scenario, &title);
                } else {
                    work.replace(model, Scenario::published(), "");
                }
                self.opening(Rc::new([]));
                Done::Change
            }
            Action::Case(model, own) => {
                self.bring(model, own);
                Done::Aside
            }
            Action::Show(named) => {
                work.replace(named.model, named.scenario, &named.name);
                Done::Change
            }
            Action::CarryOn => {
                let link = self.unfinished.take()?;
                self.navigate(&link)
            }
            aside => {
                self.aside(aside);
                Done::Aside
            }
        };
        Some(done)
    }

    /// What is no part of undo.
    fn aside(&mut self, action: Action) {
        match action {
            Action::Stress(text) => self.stress = text.into(),
            Action::DismissProblems => self.opening(Rc::new([])),
            Action::Title(text) => self.work.title = title_of(&text).into(),
            Action::Note(text) => self.work.note = note_of(&text).into(),
            Action::Compare(mut named) => {
                named.truncate(MOST_COMPARED);
                self.compared = named.into();
            }
            Action::Save(name) => self.save(&name),
            Action::Shelf(edit) => Rc::make_mut(&mut self.shelf).edit(edit),
            Action::ShelfElsewhere(text) => Rc::make_mut(&mut self.shelf).follow(&text),
            Action::Storage(storage) => self.storage = storage,
            // It takes the place of what the link says: that there is no such case.
            Action::NoCase(why) => {
                self.problems = Rc::new([LinkProblem::CaseRefused((*why).to_owned())]);
            }
            Action::CaseUnkept => self.unkept = true,
            Action::StartAfresh => self.unfinished = None,
            _ => {}
        }
    }

    /// What is wrong with what is being opened, and no longer with what was.
    fn opening(&mut self, problems: Rc<[LinkProblem]>) {
        self.problems = problems;
        self.unkept = false;
    }

    /// Takes a case in. Where it is another version of one that is here, everything that is
    /// of that case follows, what undo brings back as well: a case has a history of its own.
    fn bring(&mut self, model: Model, own: bool) {
        // Whoever brings it says after it where it is not kept.
        self.unkept = false;
        Rc::make_mut(&mut self.library).bring(model.clone(), own);
        self.work.follow(&model);
        if self
            .compared
            .iter()
            .any(|named| named.model.case().id == model.case().id)
        {
            let mut compared = self.compared.to_vec();
            for named in &mut compared {
                let now = model.with_lines(named.model.own_lines());
                named.scenario = now.adopt(&named.model, &named.scenario);
                named.model = now;
            }
            self.compared = compared.into();
        }
        self.history.change(|work| work.follow(&model));
        Rc::make_mut(&mut self.opened).work.follow(&model);
        Rc::make_mut(&mut self.came_by).work.follow(&model);
    }

    /// Makes a change of what was done to the work; false where that is nothing.
    fn changed(&mut self, before: &Work) -> bool {
        self.work.settle();
        self.editing = None;
        let changed = self.work != *before;
        if changed {
            self.history.record(before.clone());
            self.steps += 1;
            // Whoever has begun something new is not carrying on.
            self.unfinished = None;
        }
        changed
    }

    /// Lets what was done join the last change where that is to the same box.
    fn edited(&mut self, entry: Entry, before: &Work) {
        if self.editing != Some(entry) {
            // What changed nothing left no undo step for the next change to join.
            self.editing = self.changed(before).then_some(entry);
            return;
        }
        self.work.settle();
        // Typed to and fro and back where it began: there is nothing to undo.
        if self.history.last() == Some(&self.work) {
            self.history.forget_last();
            self.editing = None;
        }
    }

    fn travel(&mut self, work: Work) -> Done {
        self.work = work;
        self.editing = None;
        self.steps += 1;
        Done::Aside
    }

    /// Another screen is a new place in the browser's history, another look of the
    /// tables is not.
    fn show(&mut self, view: View) {
        if view.page != self.view.page {
            self.steps += 1;
            self.editing = None;
        }
        self.view = view;
    }

    fn navigate(&mut self, text: &str) -> Done {
        if text.trim_start_matches('#') == self.address().trim_start_matches('#') {
            return Done::Aside;
        }
        let opened = link::open(text, &self.library);
        let view = opened.view.unwrap_or(View {
            page: Page::Explore,
            ..self.view
        });
        let came = Rc::new(Sent::of(text, &opened, view, &self.library));
        // A link somebody sent is what there is to come back to from now on; a place in
        // this page's own history is not.
        if came.receipt != link::ReceiptCheck::None {
            self.opened = came.clone();
        }
        self.opening(opened.problems.into());
        if view.page == Page::Compare {
            self.compared = came.compared.clone();
        }
        self.show(view);
        self.stress = came.stress.clone();
        self.work = came.work.clone();
        self.came_by = came;
        Done::Change
    }

    fn save(&mut self, name: &str) {
        let shelf: &mut Shelf = Rc::make_mut(&mut self.shelf);
        shelf.save(name, &self.work.model, &self.work.shown);
        self.work.title = title_of(name).trim().into();
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
            // Further changes to the same field are one change.
            if !model.same_case(&before.work.model) {
                self.before = None;
                if model.case().id != before.work.model.case().id {
                    // They are of the other case.
                    self.compared = Rc::default();
                }
            } else if self.before.is_none() || self.steps != before.steps {
                self.before = Some(Rc::new(Before {
                    model: before.work.model.clone(),
                    scenario: before.work.shown.clone(),
                    outcome: before.outcome.clone(),
                }));
            }
        }
        self
    }
}
