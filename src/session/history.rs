//! Undo and redo over everything, reset included.

/// Past and future states of something. The present is kept by its owner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> History<T> {
        History {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T> History<T> {
    /// Notes the state before a change. What was taken back before can no longer be
    /// made again.
    pub fn record(&mut self, before: T) {
        self.past.push(before);
        self.future.clear();
    }

    /// The state before the last change, given the present one; none at the beginning.
    pub fn undo(&mut self, present: T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(present);
        Some(before)
    }

    /// The state that was taken back, given the present one; none if nothing was.
    pub fn redo(&mut self, present: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(present);
        Some(after)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The state before the last change.
    pub fn last(&self) -> Option<&T> {
        self.past.last()
    }

    /// Forgets the last change without taking it back, where it came to nothing.
    pub fn forget_last(&mut self) {
        self.past.pop();
    }
}
