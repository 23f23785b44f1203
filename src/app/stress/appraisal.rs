//! The appraisal: discounted cash flow, net present value, ratio and payback by whose
//! benefits, with prices and added years where they are asked for.

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::fields::fields;
use crate::analysis::appraise;
use crate::app::components::{Taking, sheet};
use crate::export::{cash_flow, discounting_notes, worth_by_scope};
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Appraised session={session.clone()} dispatch={dispatch.clone()} taking={taking.clone()} />
    }
}

#[component]
fn Appraised(props: &SectionProps) -> Html {
    let SectionProps {
        session,
        dispatch,
        taking,
    } = props;
    let behind = use_behind(session);
    let key = (behind.model().clone(), behind.shown().clone());
    let worked = use_memo(key, |(model, scenario)| {
        let appraisal = appraise(model, scenario);
        (
            cash_flow(model, &appraisal),
            worth_by_scope(model, &appraisal),
            discounting_notes(model, &appraisal),
        )
    });
    let (flow, worth, notes) = &*worked;
    let case = session.model().case();
    let adjust = &case.adjustments;
    let ids = [
        &adjust.discount_rate,
        &adjust.inflation,
        &adjust.extra_years,
        &adjust.drop_off,
    ];
    html! {
        <>
            { fields(session, dispatch, ids.into_iter().filter_map(Option::as_deref)) }
            <ul class="notes">
                { for notes.iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
            { sheet(taking, &case.id, "worth", worth, Html::default()) }
            { sheet(taking, &case.id, "cash-flow", flow, Html::default()) }
        </>
    }
}
