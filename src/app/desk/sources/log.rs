//! The log of assumptions: every number, where it comes from, and who changed it.

use yew::prelude::*;

use super::{Look, Looking};
use crate::analysis::{Scope, sensitivity};
use crate::app::components::Taking;
use crate::export::{LogRow, Sheet, assumptions_log};
use crate::session::Session;

const CAPTION: &str = "Assumptions log";

const COLUMNS: [&str; 7] = [
    "Now",
    "Published",
    "Changed by",
    "Source",
    "Low to high",
    "Effect on net, low to high",
    "Net at low, and at high",
];

pub(super) fn view(session: &Session, looking: &Looking, taking: &Taking) -> Html {
    let model = session.model();
    let ranges = sensitivity(model, session.shown(), Scope::Benefits);
    let log = assumptions_log(model, session.opened(), session.shown(), &ranges);
    let look = &*looking.0;
    let rows: Vec<&LogRow> = log.iter().filter(|row| wanted(look, row)).collect();
    let found = format!("{} of {} assumptions", rows.len(), log.len());
    let find = looking.on::<InputEvent>(|look, input| look.wanted = input.value());
    let whole = log.clone();
    html! {
        <>
            <p>
                { "Every number the results rest on. The last columns move one assumption at a time \
                   from its low to its high value, the others as they are now; the ranges are \
                   judgements, and the effects are not to be added up." }
            </p>
            <div class="filters">
                <div class="find-in">
                    <label for="find-in-log">{ "Find in the log" }</label>
                    <input class="find" id="find-in-log" type="search" autocomplete="off"
                        value={look.wanted.clone()} oninput={find} />
                </div>
                { looking.tick("log-changed", "Changed only", look.changed_only,
                    |look, ticked| look.changed_only = ticked) }
                { looking.tick("log-stress", "Those of the stress test too", look.stress,
                    |look, ticked| look.stress = ticked) }
                { looking.tick("log-notes", "How derived, and why this range", look.notes,
                    |look, ticked| look.notes = ticked) }
                <p class="found" role="status">{ found }</p>
            </div>
            { table(&rows, look.notes) }
            // The whole log, whatever is found in it.
            { taking.tools("log", CAPTION, &model.case().id, move || Sheet::of_log(&whole)) }
        </>
    }
}

/// True where a row is to be seen: what is found in it is what it says of itself. Of those
/// of the stress test, most of which stand for one line each, only what is changed or
/// looked for.
fn wanted(look: &Look, row: &LogRow) -> bool {
    let words = look.wanted.trim().to_ascii_lowercase();
    let says = [&row.label, &row.unit, &row.source, &row.id, &row.changed_by];
    let in_sight = !row.stress || row.changed || look.stress || !words.is_empty();
    in_sight
        && (!look.changed_only || row.changed)
        && (words.is_empty()
            || says
                .iter()
                .any(|text| text.to_ascii_lowercase().contains(&words)))
}

fn table(rows: &[&LogRow], notes: bool) -> Html {
    html! {
        <div class={classes!("scroll", "log", notes.then_some("with-notes"))} role="region" tabindex="0" aria-label="Assumptions log, table">
            <table>
                <caption class="visually-hidden">{ CAPTION }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="name">{ "Assumption" }</th>
                        { for COLUMNS.map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| row_view(row, notes)) }
                    if rows.is_empty() {
                        <tr><td class="text" colspan="8">{ "No assumption is like that." }</td></tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row_view(row: &LogRow, notes: bool) -> Html {
    let note = |text: &str| {
        html! {
            if notes && !text.is_empty() {
                <small>{ text.to_owned() }</small>
            }
        }
    };
    html! {
        <tr key={row.id.clone()} class={row.changed.then_some("changed")}>
            <th scope="row">{ &row.label }{ note(&row.caution) }</th>
            <td>{ &row.value }</td>
            <td>{ &row.published }</td>
            <td>{ &row.changed_by }</td>
            <td>
                { &row.source }
                <small>{ row.status }</small>
                { note(&row.derivation) }
            </td>
            <td>{ &row.low_to_high }{ note(&row.range_note) }</td>
            <td class="figure">{ &row.effect }</td>
            <td class="figure">{ &row.net }</td>
        </tr>
    }
}
