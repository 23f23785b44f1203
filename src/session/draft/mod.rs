//! A case that is being written: a JSON document in which what cannot be used yet stands
//! as it was typed, with what the validator says of it, place by place.
//!
//! The document is the case file itself, so what is kept, opened and sent is always all of
//! it, and nothing typed is lost. A [`Model`] follows while the document has no fault.

mod edit;
mod make;
pub mod place;
pub mod rules;
mod uses;

use std::rc::Rc;

use serde_json::Value;

use super::history::History;
use crate::case::{Case, CaseError, CaseErrors, CaseFault};
use crate::model::Model;
use place::at;

pub use edit::Edit;
pub use make::unit_word;

/// A case that is being written. Cheap to copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    value: Rc<Value>,
    history: History<Value>,
    /// The box being typed in and what stands in it: further typing belongs to the same
    /// undo step, and what is typed is not tidied under the fingers.
    typed: Option<(String, String)>,
    faults: Rc<[CaseError]>,
    /// The last version without a fault.
    sound: Option<Model>,
    /// How many other things went with what was taken away last.
    taken_along: usize,
}

impl Draft {
    /// A draft of a case file's content, with or without faults.
    pub fn of(value: Value) -> Draft {
        let mut draft = Draft {
            value: Rc::new(value),
            history: History::default(),
            typed: None,
            faults: Rc::new([]),
            sound: None,
            taken_along: 0,
        };
        draft.check();
        draft
    }

    /// The case file's content as it stands.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// What stands at a place; none where nothing does.
    pub fn at(&self, path: &str) -> Option<&Value> {
        at(&self.value, path)
    }

    /// The items of a list.
    pub fn items(&self, list: &str) -> &[Value] {
        place::items(&self.value, list)
    }

    /// The text at a place; empty where there is none.
    pub fn text(&self, path: &str) -> &str {
        place::text(&self.value, path)
    }

    /// Where the item with this id stands in a list.
    pub fn find(&self, list: &str, id: &str) -> Option<usize> {
        place::find(&self.value, list, id)
    }

    /// How many places make figures with an assumption.
    pub fn users(&self, assumption: &str) -> usize {
        uses::users(&self.value, assumption)
    }

    /// What the validator says, in the order of the file.
    pub fn faults(&self) -> &[CaseError] {
        &self.faults
    }

    /// What the validator says of one place, and of nothing in it.
    pub fn fault_at(&self, path: &str) -> Option<&CaseError> {
        self.faults.iter().find(|fault| place_of(fault) == path)
    }

    /// How many faults there are at a place and in it.
    pub fn faults_in(&self, path: &str) -> usize {
        let inside = |fault: &&CaseError| {
            let rest = place_of(fault).strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.faults.iter().filter(inside).count()
    }

    /// The model of the last version without a fault; none where there was none.
    pub fn model(&self) -> Option<&Model> {
        self.sound.as_ref()
    }

    /// True where the model is of what stands here.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many other things went with what was taken away last.
    pub fn taken_along(&self) -> usize {
        self.taken_along
    }

    /// What is typed in a box just now; none in every other box.
    pub fn typed(&self, path: &str) -> Option<&str> {
        let (box_, text) = self.typed.as_ref()?;
        (box_ == path).then_some(text)
    }

    /// True where there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// True where there is a change to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The draft after a change; none where it changes nothing.
    pub fn edit(&self, edit: Edit) -> Option<Draft> {
        let mut next = self.clone();
        next.taken_along = 0;
        match edit {
            Edit::Undo => {
                let before = next.history.undo(Value::clone(&self.value))?;
                next.value = Rc::new(before);
                next.typed = None;
            }
            Edit::Redo => {
                let after = next.history.redo(Value::clone(&self.value))?;
                next.value = Rc::new(after);
                next.typed = None;
            }
            Edit::Leave => {
                next.typed = None;
                return (next != *self).then_some(next);
            }
            edit => {
                let typed = edit.typed_in();
                let mut value = Value::clone(&self.value);
                next.taken_along = edit.apply(&mut value);
                let same = typed.is_some() && path_of(&typed) == path_of(&self.typed);
                next.typed = typed;
                if value == *self.value {
                    // More text may be no other number: `1` and `1.`.
                    return (next.typed != self.typed).then_some(next);
                }
                if !same {
                    next.history.record(Value::clone(&self.value));
                }
                next.value = Rc::new(value);
            }
        }
        next.check();
        Some(next)
    }

    fn check(&mut self) {
        let (model, faults) = usable(&self.value);
        // What was whole once is better than a part of what is not.
        if faults.0.is_empty() || self.sound.is_none() {
            self.sound = model;
        }
        // What is left out for naming what is wrong is mended with that.
        let own = |fault: &CaseError| !matches!(fault.fault, CaseFault::LeftOut(_));
        self.faults = faults.0.into_iter().filter(own).collect();
    }
}

/// The model of a case file's content, as far as it can be used, and every fault found; no
/// model where nothing sensible can be made of it.
pub fn usable(value: &Value) -> (Option<Model>, CaseErrors) {
    // Nearly every file is sound, and looking for what can be left out takes its time.
    if let Ok(model) = Case::from_value(value).and_then(Model::of_sound) {
        return (Some(model), CaseErrors(Vec::new()));
    }
    let (case, mut faults) = Case::read_as_far(value);
    let model = case.and_then(|case| match Model::new(case) {
        Ok(model) => Some(model),
        Err(more) => {
            faults.0.extend(more.0);
            None
        }
    });
    (model, faults)
}

fn path_of(typed: &Option<(String, String)>) -> Option<&str> {
    typed.as_ref().map(|(path, _)| path.as_str())
}

/// The place of a fault, without what the validator adds in brackets: `(least value)`.
fn place_of(fault: &CaseError) -> &str {
    let path = fault.path.as_str();
    path.split_once(" (").map_or(path, |(path, _)| path)
}
