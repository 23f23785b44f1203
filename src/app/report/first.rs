//! The first page: what it is of, what it comes to, and who says so.

use yew::prelude::*;

use crate::app::components::{grid_table, receipt, sentence_view};
use crate::export::{appraisal, headline, headline_table};
use crate::model::MODEL_VERSION;
use crate::session::Session;

/// The version of this program.
const PROGRAM_VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the scenario is called.
pub fn title(session: &Session) -> String {
    match session.title() {
        "" if session.shown().is_published() => "As published".to_owned(),
        "" => "A scenario without a title".to_owned(),
        title => title.to_owned(),
    }
}

pub fn view(session: &Session, title: &str, today: &str) -> Html {
    let (model, outcome, published) = (session.model(), session.outcome(), session.published());
    let case = model.case();
    let source = &case.source;
    let figures = headline_table(model, session.shown());
    html! {
        <section class="first" aria-labelledby="report-title">
            <p class="warning"><strong>{ "A scenario, not an approved budget" }</strong></p>
            <h1 id="report-title">
                { title.to_owned() }
                <span>{ format!("{}, {}", case.title, case.subtitle) }</span>
            </h1>
            <dl class="particulars">
                { fact("Authority", &case.authority) }
                { fact("Published case", &format!("{}, {}, {}", source.title, source.meeting, source.date)) }
                { fact("Date of this report", today) }
                { fact("Worked out by", &format!("SEND Modeller {PROGRAM_VERSION}, model version \
                    {MODEL_VERSION}, on the writer’s own device")) }
                { fact("Assumptions", &changed(session)) }
            </dl>
            if !session.note().is_empty() {
                <figure class="note">
                    <blockquote>{ session.note() }</blockquote>
                    <figcaption>{ "Note from the writer" }</figcaption>
                </figure>
            }
            if session.is_stale() {
                <p class="notice">
                    { "Something typed on Explore cannot be used yet. This report is of the last \
                       values that could." }
                </p>
            }
            { sentence_view(&headline(model, outcome, published), false) }
            { receipt(session) }
            <div class="named-table">
                <h2>{ &figures.caption }</h2>
                { grid_table(&figures, Html::default()) }
            </div>
            <p>{ appraisal(outcome, published) }</p>
            <p class="help">
                { "Figures are whole pounds, rounded line by line and year by year, so rows always \
                   add up. Savings are cashable: a budget line falls. Avoidance is growth that does \
                   not happen: it does not release money." }
            </p>
        </section>
    }
}

fn fact(name: &str, text: &str) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> }
}

fn changed(session: &Session) -> String {
    let all = session.model().assumptions().len();
    match session.changed_count() {
        0 => format!("none of {all} changed"),
        changed => format!("{changed} of {all} changed"),
    }
}
