//! The paper's risks, each with the assumptions that test it.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::app::browser;
use crate::app::components::box_id;
use crate::export::{RiskTest, RiskWords, in_paper, risks};
use crate::link::Page;
use crate::session::{Action, Session};

/// How often the box is looked for on the other screen, and how long between.
const TRIES: u32 = 40;
const WAIT_MS: u32 = 50;

pub(super) fn view(session: &Session, dispatch: &Callback<Action>) -> Html {
    let risks = risks(session.model(), session.shown());
    if risks.is_empty() {
        return html! { <p>{ "The case names no risks." }</p> };
    }
    html! {
        <>
            <p>
                { "What the paper says could go wrong, with its own grades. An assumption opens on \
                   Explore, to see what that would do." }
            </p>
            <ul class="risks">
                { for risks.iter().map(|risk| risk_view(session, dispatch, risk)) }
            </ul>
        </>
    }
}

fn risk_view(session: &Session, dispatch: &Callback<Action>, risk: &RiskWords) -> Html {
    html! {
        <li>
            <h3>{ &risk.summary }</h3>
            <p class="grades">
                { format!("Probability: {}. Impact: {}. {}.", risk.probability,
                    risk.impact, in_paper(&risk.source)) }
            </p>
            <p>{ &risk.containment }</p>
            if risk.tested_by.is_empty() {
                <p class="help">{ "No assumption of this model tests it." }</p>
            } else {
                <p class="help">{ "Tested by" }</p>
                <ul class="tests">
                    { for risk.tested_by.iter().map(|test| test_view(session, dispatch, test)) }
                </ul>
            }
        </li>
    }
}

fn test_view(session: &Session, dispatch: &Callback<Action>, test: &RiskTest) -> Html {
    let view = session.view().on(Page::Explore);
    let id = box_id(&test.id);
    let go = dispatch.reform(move |_: MouseEvent| {
        focus_once_drawn(id.clone(), TRIES);
        Action::View(view)
    });
    html! {
        <li>
            <button type="button" class="link" onclick={go}>{ &test.label }</button>
            <span class="under">
                { &test.value }
                if let Some(published) = &test.published {
                    { format!(" (published {published})") }
                }
            </span>
        </li>
    }
}

/// Moves the keyboard to a box of the screen that is coming, which may have to be fetched.
/// One that is folded away is not drawn: then to what finds an assumption.
fn focus_once_drawn(id: String, tries: u32) {
    Timeout::new(WAIT_MS, move || {
        if browser::element(&id).is_some() {
            browser::focus(&id);
        } else if browser::element("find").is_some() {
            browser::focus("find");
        } else if tries > 0 {
            focus_once_drawn(id, tries - 1);
        }
    })
    .forget();
}
