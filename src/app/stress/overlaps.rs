//! Overlap between lines: how much of it is counted, as published and adjusted side by
//! side.

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::fields::fields;
use crate::app::components::{Taking, sheet};
use crate::case::BenefitRule;
use crate::export::overlap_table;
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Overlaps session={session.clone()} dispatch={dispatch.clone()} taking={taking.clone()} />
    }
}

#[component]
fn Overlaps(props: &SectionProps) -> Html {
    let SectionProps {
        session,
        dispatch,
        taking,
    } = props;
    let behind = use_behind(session);
    let key = (behind.model().clone(), behind.shown().clone());
    let worked = use_memo(key, |(model, scenario)| overlap_table(model, scenario));
    let case = session.model().case();
    let Some(table) = &*worked else {
        return html! { <p>{ "This case names no lines that overlap." }</p> };
    };
    let ids = case.benefits.iter().filter_map(|line| match &line.rule {
        BenefitRule::SharedReduction { counted: id, .. }
        | BenefitRule::CountedTwice { share: id, .. } => Some(id.as_str()),
        _ => None,
    });
    html! {
        <>
            <p class="help">
                { "The paper adds its lines as if each stood alone. Here two states are worked out, \
                   with both lines and with neither, and what the lines claim alone is subtracted: no \
                   flat percentage is taken off. So an overlap may add as well as take away: a pupil \
                   moved in county comes under the in-county reduction too, which adds to the saving; \
                   pounds that two lines both claim are avoided once, which takes away." }
            </p>
            { fields(session, dispatch, ids) }
            { sheet(taking, &case.id, "overlap", table, Html::default()) }
        </>
    }
}
