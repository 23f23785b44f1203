//! The boxes of assumptions on this screen, as they are on Explore.

use yew::prelude::*;

use crate::app::components::{Disclosure, assumption_field};
use crate::model::AssumptionIndex;
use crate::session::{Action, Session};

/// The boxes of the assumptions with these ids that the case has, side by side.
pub(super) fn fields<'a>(
    session: &Session,
    dispatch: &Callback<Action>,
    ids: impl IntoIterator<Item = &'a str>,
) -> Html {
    let table = session.model().assumptions();
    let found: Vec<AssumptionIndex> = ids.into_iter().filter_map(|id| table.find(id)).collect();
    html! {
        <div class="fields">
            { for found.into_iter().map(|index| assumption_field(session, index, dispatch)) }
        </div>
    }
}

/// The boxes of every assumption whose id begins so, folded, with how many are changed.
pub(super) fn folded(
    session: &Session,
    dispatch: &Callback<Action>,
    id: &'static str,
    label: &str,
    prefix: &str,
) -> Html {
    let table = session.model().assumptions();
    let all = table
        .iter()
        .filter(|(_, known)| known.id.starts_with(prefix));
    let all: Vec<AssumptionIndex> = all.map(|(index, _)| index).collect();
    let changed = all
        .iter()
        .filter(|index| session.shown().changed(**index).is_some())
        .count();
    let label = match changed {
        0 => label.to_owned(),
        _ => format!("{label} ({changed} changed)"),
    };
    html! {
        <Disclosure {id} {label}>
            <div class="fields">
                { for all.into_iter().map(|index| assumption_field(session, index, dispatch)) }
            </div>
        </Disclosure>
    }
}
