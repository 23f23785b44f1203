//! What the long sections are drawn from: the session as it was a moment ago, so that a
//! box that is typed in is answered first.

use yew::prelude::*;

use crate::app::components::Taking;
use crate::app::settled::use_settled;
use crate::session::{Action, Session};

/// What a section that keeps something of its own is made from.
#[derive(PartialEq, Properties)]
pub struct SectionProps {
    pub session: Session,
    pub dispatch: Callback<Action>,
    pub taking: Taking,
}

/// The session a moment behind; another case at once, since what stands beside it knows
/// that case's assumptions alone.
#[hook]
pub fn use_behind(session: &Session) -> Session {
    let settled = use_settled(session).session;
    if settled.model() == session.model() {
        settled
    } else {
        session.clone()
    }
}
