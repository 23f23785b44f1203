//! Late, less, more: how late benefits come, how much of them, and what costs more.

use yew::prelude::*;

use super::fields::{fields, folded};
use crate::app::components::Taking;
use crate::case::DELIVERY;
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, _: &Taking) -> Html {
    let case = session.model().case();
    let adjust = &case.adjustments;
    let named = |ids: Vec<&Option<String>>| -> Html {
        let ids = ids.into_iter().filter_map(Option::as_deref);
        fields(session, dispatch, ids)
    };
    let mut late = vec![&adjust.benefit_delay, &adjust.programme_delay];
    late.extend(case.workstreams.iter().map(|workstream| &workstream.delay));
    late.push(&adjust.first_year_part);
    let kept = adjust.posts_kept.as_ref().map(|kept| kept.share.clone());
    html! {
        <>
            <p class="help">
                { "These change the scenario, and every figure of the app with it. They start where \
                   the published figures stand." }
            </p>
            <h3>{ "Late" }</h3>
            { named(late) }
            <h3>{ "Less" }</h3>
            { named(vec![&adjust.benefit_delivery, &adjust.demand_beyond_plan]) }
            { folded(session, dispatch, "delivery", "How much of each line is delivered", DELIVERY) }
            <h3>{ "More" }</h3>
            { named(vec![&adjust.investment_overrun, &kept]) }
        </>
    }
}
