//! What it rests on, and the link to open it again.

use yew::prelude::*;

use super::parts::{Part, table};
use crate::analysis::{reconcile, sense_checks};
use crate::app::browser;
use crate::app::desk::{Code, why_none};
use crate::case::BenefitRule;
use crate::export::{
    differing_table, in_paper, overlap_table, reconciliation_words, sense_words, sources_of_totals,
};
use crate::link::Page;
use crate::session::Session;

pub fn parts(session: &Session) -> Vec<Part> {
    let mut parts = Vec::new();
    let overlaps = overlap_table(session.model(), session.shown());
    if let Some(overlaps) = overlaps.filter(|_| counts_overlaps(session)) {
        let content = html! {
            <>
                <p class="help">
                    { "The paper adds its lines as if each stood alone. This scenario counts what \
                       lines do to one another." }
                </p>
                { table(&overlaps) }
            </>
        };
        parts.push(Part::new(
            "report-overlaps",
            "Overlap between lines",
            content,
        ));
    }
    parts.push(Part::new(
        "report-sources",
        "Sources and checks",
        sources(session),
    ));
    parts.push(Part::new("report-sense", "Sense checks", sense(session)));
    parts.push(Part::new(
        "report-link",
        "To open this scenario",
        link(session),
    ));
    parts
}

/// True where some overlap is counted.
fn counts_overlaps(session: &Session) -> bool {
    let (table, scenario) = (session.model().assumptions(), session.shown());
    session.model().case().benefits.iter().any(|line| {
        let (BenefitRule::SharedReduction { counted: id, .. }
        | BenefitRule::CountedTwice { share: id, .. }) = &line.rule
        else {
            return false;
        };
        let index = table.find(id);
        index.is_some_and(|index| scenario.value(table, index) != 0.0)
    })
}

fn sources(session: &Session) -> Html {
    let model = session.model();
    let case = model.case();
    let source = &case.source;
    let words = reconciliation_words(model, &reconcile(model));
    html! {
        <>
            <p>
                { format!("The published case is {}’s: {}, {}, {}. {}", case.authority, source.title,
                    source.meeting, source.date, sources_of_totals(case)) }
            </p>
            <p>
                { format!("The model gives the published case from its assumptions, and its figures \
                    were held against those the paper prints. {}", words.sentence) }
            </p>
            if let Some(differing) = differing_table(&words) {
                { table(&differing) }
            }
            if !words.disagreements.is_empty() {
                <h3 id="report-disagreements">{ "Where the paper disagrees" }</h3>
                <ol class="disagreements" aria-labelledby="report-disagreements">
                    { for words.disagreements.iter().map(|known| html! {
                        <li value={known.number.to_string()}>
                            <b>{ &known.title }</b>
                            <p>{ format!("{} {}.", known.explanation, in_paper(&known.source)) }</p>
                        </li>
                    }) }
                </ol>
            }
            <p>
                { "Savings and avoidance are not the same. A saving is cashable: a line of a budget \
                   falls. Avoidance is growth that does not happen: it makes a forecast smaller and \
                   releases no money, so the two stand apart wherever they are shown, and a sum of \
                   them is named as that." }
            </p>
        </>
    }
}

/// What is worth a question; what is in order is counted.
fn sense(session: &Session) -> Html {
    let (model, shown) = (session.model(), session.shown());
    let words = sense_words(model, shown, &sense_checks(model, shown));
    html! {
        <>
            <p>
                { format!("Unit costs, time to deliver, savings beside the costs they fall on, pupils \
                    moved, who repays and posts were looked at. {}", words.sentence) }
            </p>
            <ul class="questions">
                { for words.warnings().map(|(check, text)| html! {
                    <li><b>{ check }{ ": " }</b>{ text }</li>
                }) }
            </ul>
        </>
    }
}

/// The link in full: with its words and the figures of today, so that whoever opens it is
/// told if they come out differently.
fn link(session: &Session) -> Html {
    let link = browser::link_to(&session.to_send(session.view().on(Page::Explore)));
    let code = Code::of(&link);
    html! {
        <>
            <p>
                { "The link holds the whole scenario and the figures of this report. Whoever opens \
                   it sees the same scenario, can change it, and is told if its figures ever come out \
                   differently." }
            </p>
            <div class="to-open">
                <p class="address"><a href={link.clone()}>{ &link }</a></p>
                if let Some(code) = code {
                    { code.draw() }
                } else {
                    <p>{ why_none(&link) }</p>
                }
            </div>
        </>
    }
}
