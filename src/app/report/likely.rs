//! The simulation, if one of this scenario was run in this session. What is of another
//! scenario is left out, and that is said.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{Part, Still, WIDTH, table};
use crate::app::simulated::{Done, last};
use crate::app::stress::figure::Subject;
use crate::chart::fan_of;
use crate::export::{
    number, simulation_correlations_summary, simulation_fan_summary, simulation_method,
    simulation_payback, simulation_percentiles, simulation_sentence,
};
use crate::link::Page;
use crate::model::MODEL_VERSION;
use crate::session::{Action, Session};

pub fn part(session: &Session, dispatch: &Callback<Action>) -> Part {
    let content = match last() {
        Some(done) if is_of(&done, session) => results(session, &done),
        Some(done) => {
            let draws = number(f64::from(done.summary.draws));
            let why = format!(
                "The last simulation, of {draws} draws, was of another scenario than this, so its \
                 figures are left out."
            );
            without(session, dispatch, why)
        }
        None => without(
            session,
            dispatch,
            "No simulation of this scenario was run before this report was made.".to_owned(),
        ),
    };
    Part::new("report-simulation", "How likely", content)
}

fn is_of(done: &Done, session: &Session) -> bool {
    done.of.model == *session.model() && done.of.scenario == *session.shown()
}

/// Why there are no figures, and on the screen how to have some.
fn without(session: &Session, dispatch: &Callback<Action>, why: String) -> Html {
    let stress = session.view().on(Page::Stress);
    let go = dispatch.reform(move |_: MouseEvent| Action::View(stress));
    html! {
        <>
            <p>{ why }</p>
            <p class="on-screen">
                <button type="button" class="link" onclick={go}>
                    { "Run one on Stress test, then come back" }
                </button>
            </p>
        </>
    }
}

fn results(session: &Session, done: &Done) -> Html {
    let (model, scenario, summary) = (&done.of.model, &done.of.scenario, &done.summary);
    let fan = Rc::new(fan_of(summary, session.published()));
    let drawn = Subject::Fan(model.case().years, fan).parts("report-fan", WIDTH);
    html! {
        <>
            <p>{ simulation_sentence(model, summary) }</p>
            { Still {
                id: "report-fan",
                class: "stress-figure",
                title: "Cumulative net over the draws".to_owned(),
                legend: drawn.legend,
                size: drawn.size,
                drawing: drawn.drawing,
                summary: simulation_fan_summary(model, summary),
            }.view() }
            { table(&simulation_percentiles(model, summary)) }
            { table(&simulation_payback(model, summary)) }
            <p>{ simulation_correlations_summary(model, summary) }</p>
            <h3>{ "How it was made" }</h3>
            <ul>
                { for simulation_method(model, scenario, summary).into_iter().map(|part| html! {
                    <li>{ part }</li>
                }) }
                <li>{ format!("Model version {MODEL_VERSION}.") }</li>
            </ul>
        </>
    }
}
