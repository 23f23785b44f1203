//! Who gets the money back, and whether that is within the norm.

use yew::prelude::*;

use super::fields::fields;
use crate::app::components::{Taking, sheet};
use crate::export::{repaid_table, ring_fence_warning};
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    let (model, outcome) = (session.model(), session.outcome());
    let case = model.case();
    let table = repaid_table(model, session.shown(), outcome);
    html! {
        <>
            if let Some(warning) = ring_fence_warning(model, outcome) {
                <p class="warning"><b>{ "Warning: " }</b>{ warning }</p>
            }
            { fields(session, dispatch, case.adjustments.payback_norm.as_deref()) }
            { sheet(taking, &case.id, "repaid", &table, Html::default()) }
        </>
    }
}
