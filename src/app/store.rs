//! The session as Yew keeps it.

use std::rc::Rc;

use yew::Reducible;

use crate::session::{Action, Session};

/// The one state of the app.
pub(super) struct Store(pub Session);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The same `Rc` back means that nothing is drawn again.
        match self.0.reduce(action) {
            Some(next) => Rc::new(Store(next)),
            None => self,
        }
    }
}
