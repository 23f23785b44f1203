//! Undo and redo over everything, reset included.

use std::rc::Rc;

/// Past and future states of something. The present is kept by its owner. States are
/// shared, so that a copy of a long history is cheap.
#[derive(Debug, Clone)]
pub(super) struct History<T> {
    past: Vec<Rc<T>>,
    future: Vec<Rc<T>>,
}

/// Two histories are equal where they share their states, which copies of one do.
impl<T> PartialEq for History<T> {
    fn eq(&self, other: &History<T>) -> bool {
        let same = |a: &[Rc<T>], b: &[Rc<T>]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Rc::ptr_eq(a, b))
        };
        same(&self.past, &other.past) && same(&self.future, &other.future)
    }
}

impl<T> Default for History<T> {
    fn default() -> History<T> {
        History {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T: Clone> History<T> {
    /// Notes the state before a change. What was taken back before can no longer be
    /// made again.
    pub fn record(&mut self, before: T) {
        self.past.push(Rc::new(before));
        self.future.clear();
    }

    /// The state before the last change, given the present one; none at the beginning.
    pub fn undo(&mut self, present: T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(Rc::new(present));
        Some(T::clone(&before))
    }

    /// The state that was taken back, given the present one; none if nothing was.
    pub fn redo(&mut self, present: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(Rc::new(present));
        Some(T::clone(&after))
    }

    /// Changes every state, past and future.
    pub fn change(&mut self, change: impl Fn(&mut T)) {
        for state in self.past.iter_mut().chain(&mut self.future) {
            change(Rc::make_mut(state));
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The state before the last change.
    pub fn last(&self) -> Option<&T> {
        self.past.last().map(Rc::as_ref)
    }

    /// Forgets the last change without taking it back, where it came to nothing.
    pub fn forget_last(&mut self) {
        self.past.pop();
    }
}
