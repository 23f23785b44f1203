//! What the session becomes when the person does something.

use std::rc::Rc;

use super::entry::step_from;
use super::state::{Before, Sent, Session};
use super::texts::Entry;
use super::work::Work;
use super::{Action, Shelf};
use crate::analysis::Settings;
use crate::link::{self, MOST_COMPARED, Page, View, note_of, title_of};
use crate::model::{Model, Scenario};

impl Session {
    /// What the session becomes when the person does something; none where nothing
    /// changes, so that nothing is drawn again.
    pub fn reduce(&self, action: Action) -> Option<Session> {
        let mut next = self.clone();
        match action {
            Action::Type { assumption, text } => next.edit((assumption, None), |work| {
                work.type_text(assumption, text);
            }),
            Action::TypeRange {
                assumption,
                end,
                text,
            } => next.edit((assumption, Some(end)), |work| {
                work.type_range(assumption, end, text);
            }),
            Action::Slide { assumption, value } => next.edit((assumption, None), |work| {
                work.set(assumption, value);
            }),
            Action::Step { assumption, steps } => next.edit((assumption, None), |work| {
                let table = work.model.assumptions();
                let value = work.scenario.value(table, assumption);
                work.set(assumption, step_from(&table[assumption], value, steps));
            }),
            Action::Leave => {
                next.editing = None;
                next.work.tidy();
            }
            Action::Reset(assumption) => {
                next.change(|work| work.reset(assumption));
            }
            Action::ResetRange(assumption) => {
                next.change(|work| work.reset_range(assumption));
            }
            Action::Apply(values) => {
                next.change(|work| {
                    for (assumption, value) in values {
                        work.set(assumption, value);
                    }
                });
            }
            Action::Unapply(assumptions) => {
                next.change(|work| assumptions.into_iter().for_each(|one| work.reset(one)));
            }
            Action::ResetAll => {
                next.change(|work| work.replace(Scenario::published(), ""));
            }
            Action::Preset(place) => {
                let model = self.work.model.clone();
                let preset = model.case().presets.get(place)?;
                let title = if preset.values.is_empty() {
                    ""
                } else {
                    &preset.label
                };
                next.change(|work| work.replace(model.preset(preset), title));
            }
            Action::OpenSaved(place) => next.open_saved(place)?,
            Action::BackToOpened => {
                let opened = next.opened.clone();
                next.change(|work| *work = opened.work.clone());
                next.show(View {
                    page: opened.view.page,
                    ..next.view
                });
            }
            Action::Undo => {
                let before = next.history.undo(next.work.clone())?;
                next.travel(before);
            }
            Action::Redo => {
                let after = next.history.redo(next.work.clone())?;
                next.travel(after);
            }
            Action::View(view) => next.show(view),
            Action::Settings(settings) => next.settings = settings,
            Action::Navigate(text) => next.navigate(&text),
            Action::DismissProblems => next.problems = Rc::new([]),
            Action::Title(text) => next.work.title = title_of(&text).into(),
            Action::Note(text) => next.work.note = note_of(&text).into(),
            Action::Show(named) => {
                next.change(|work| work.replace(named.scenario, &named.name));
            }
            Action::Compare(mut named) => {
                named.truncate(MOST_COMPARED);
                next.compared = named.into();
            }
            Action::Save(name) => next.save(&name),
            Action::Shelf(edit) => Rc::make_mut(&mut next.shelf).edit(edit),
            Action::ShelfElsewhere(text) => Rc::make_mut(&mut next.shelf).follow(&text),
            Action::Storage(storage) => next.storage = storage,
            Action::CarryOn => {
                let link = next.unfinished.take()?;
                next.navigate(&link);
            }
            Action::StartAfresh => next.unfinished = None,
        }
        (next != *self).then(|| next.evaluated(self))
    }

    /// A change that joins the last one where it is to the same field.
    fn edit(&mut self, entry: Entry, change: impl FnOnce(&mut Work)) {
        if self.editing != Some(entry) {
            // What changed nothing left no undo step for the next change to join.
            self.editing = self.change(change).then_some(entry);
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
            self.steps += 1;
            self.leave_settings(&before.model);
            self.history.record(before);
            // Whoever has begun something new is not carrying on.
            self.unfinished = None;
        }
        changed
    }

    fn travel(&mut self, work: Work) {
        let before = std::mem::replace(&mut self.work, work);
        self.leave_settings(&before.model);
        self.editing = None;
        self.steps += 1;
    }

    /// What the stress test is set to names places of one case.
    fn leave_settings(&mut self, before: &Model) {
        if self.work.model != *before {
            self.settings = Settings::default();
        }
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

    fn navigate(&mut self, text: &str) {
        if text.trim_start_matches('#') == self.address().trim_start_matches('#') {
            return;
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
        self.problems = opened.problems.into();
        self.came_by = came.clone();
        if view.page == Page::Compare {
            self.compared = came.compared.clone();
        }
        self.show(view);
        self.change(|present| *present = came.work.clone());
        self.settings = came.settings;
    }

    fn open_saved(&mut self, place: usize) -> Option<()> {
        let shelf = self.shelf.clone();
        let saved = shelf.saved().get(place)?;
        let opened = saved.open(&self.library);
        let mut work = Work::of(&opened, &self.library);
        work.title = saved.name.as_str().into();
        self.problems = opened.problems.into();
        self.change(|present| *present = work);
        Some(())
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
            if !same_model {
                self.before = None;
                // They are of the other case.
                self.compared = Rc::default();
            } else if self.before.is_none() || self.steps != before.steps {
                self.before = Some(Rc::new(Before {
                    scenario: before.work.shown.clone(),
                    outcome: before.outcome.clone(),
                }));
            }
        }
        self
    }
}
