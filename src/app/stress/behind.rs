//! What the long sections are drawn from: the session as it was a moment ago, so that a
//! box that is typed in is answered first.

use yew::prelude::*;

use crate::analysis::{Aim, ranked, sensitivity};
use crate::app::components::Taking;
use crate::app::settled::use_settled;
use crate::model::{AssumptionIndex, Model, Scenario};
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
    let settled = use_settled(session);
    if settled.model() == session.model() {
        settled
    } else {
        session.clone()
    }
}

/// The assumptions from the one that moves the figure most; then those that have no range
/// to be moved over.
pub fn order(model: &Model, scenario: &Scenario, aim: Aim) -> Vec<AssumptionIndex> {
    let swings = sensitivity(model, scenario, aim.scope);
    let tested = ranked(&swings, aim.measure);
    let others = swings.iter().filter(|swing| !swing.is_tested());
    tested
        .iter()
        .chain(others)
        .map(|swing| swing.assumption)
        .collect()
}
