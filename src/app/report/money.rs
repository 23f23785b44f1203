//! The money: the pictures, the ledger, who pays, the appraisal and the pressures.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{Part, Still, WIDTH, table};
use crate::analysis::{appraise, pressures};
use crate::app::charts::{ChartKind, figure_parts};
use crate::app::components::{TableLook, year_table};
use crate::export::{
    cash_flow, discounting_notes, ledger, offsets_elsewhere, pressure_summary, pressure_table,
    repaid_table, ring_fence_warning, worth_by_scope,
};
use crate::link::{GroupBy, View};
use crate::session::Session;

pub fn parts(session: &Session) -> Vec<Part> {
    vec![
        Part::new("report-pictures", "Year by year", pictures(session)),
        Part::new("report-ledger", "The ledger", lines(session)).wide(),
        Part::new("report-payers", "Who pays and who gains", payers(session)).wide(),
        Part::new("report-appraisal", "Appraisal", appraisal(session)).wide(),
        Part::new(
            "report-pressures",
            "Pressures in the plan",
            before_and_after(session),
        )
        .wide(),
    ]
}

fn pictures(session: &Session) -> Html {
    let picture = |id: &'static str, kind: ChartKind| {
        let (outcome, published) = (session.outcome(), session.published());
        let parts = figure_parts(kind, session.model(), outcome, published, WIDTH);
        Still {
            id,
            class: "",
            title: parts.title.to_owned(),
            legend: parts.legend,
            size: parts.size,
            drawing: parts.drawing,
            summary: parts.summary,
        }
        .view()
    };
    html! {
        <>
            { picture("report-yearly", ChartKind::Yearly) }
            { picture("report-cumulative", ChartKind::Cumulative) }
        </>
    }
}

/// Every line, whatever the tables on Explore are set to.
fn lines(session: &Session) -> Html {
    yearly(session, "Every line", GroupBy::Line)
}

fn yearly(session: &Session, caption: &str, by: GroupBy) -> Html {
    let view = View {
        by,
        ..View::default()
    };
    let table = ledger(
        session.model(),
        session.outcome(),
        session.published(),
        view,
    );
    let look = TableLook {
        show_sources: true,
        ..TableLook::default()
    };
    let note = "annual effect against the base budget, in pounds; money out is negative";
    year_table(caption, note, Rc::new(table), &look)
}

fn payers(session: &Session) -> Html {
    let (model, outcome) = (session.model(), session.outcome());
    html! {
        <>
            { yearly(session, "By payer", GroupBy::Payer) }
            { table(&repaid_table(model, session.shown(), outcome)) }
            if let Some(warning) = ring_fence_warning(model, outcome) {
                <p>{ warning }</p>
            }
        </>
    }
}

fn appraisal(session: &Session) -> Html {
    let model = session.model();
    let appraisal = appraise(model, session.shown());
    html! {
        <>
            <ul>
                { for discounting_notes(model, &appraisal).iter().map(|note| html! {
                    <li>{ note }</li>
                }) }
            </ul>
            { table(&worth_by_scope(model, &appraisal)) }
            { table(&cash_flow(model, &appraisal)) }
        </>
    }
}

fn before_and_after(session: &Session) -> Html {
    let model = session.model();
    let now = pressures(model, session.outcome());
    let then = pressures(model, session.published());
    let elsewhere = offsets_elsewhere(model, &now);
    html! {
        <>
            <p>{ pressure_summary(model, &now) }</p>
            if !model.case().evidence().plan_pressures.is_empty() {
                { table(&pressure_table(model, &now, &then)) }
                <p class="help">
                    { "The pressures are the paper’s. Under a figure that is not the published one \
                       stands how far it is from that." }
                    if !elsewhere.is_empty() {
                        { " " }{ elsewhere }
                    }
                </p>
            }
        </>
    }
}
