//! A table of yearly figures, the published ones beside those that differ; each figure
//! can be asked how it was made.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTableCellElement};
use yew::prelude::*;

use super::explained::{Explainer, ask_id};
use crate::export::{self, Row, RowKind, Section, Table};
use crate::link::Money;
use crate::model::{Model, Pounds, Target, What};
use crate::session::Session;

/// How a table is shown.
#[derive(Default)]
pub struct TableLook<'a> {
    /// Shows each line's section of the paper under its name.
    pub show_sources: bool,
    /// Gives each row's payback in the last column, instead of its distance from the
    /// published figure; needs the model for the years' names.
    pub paybacks: Option<&'a Model>,
    /// What amounts are written in.
    pub money: Money,
    /// Explains the figures, where they can be asked: the table's own word among the
    /// places of the screen, and what the figures are of.
    pub explain: Option<(&'static str, &'a Explainer, &'a Session)>,
}

/// A table with its name, and a note beside that.
pub fn year_table(caption: &str, note: &str, table: Rc<Table>, look: &TableLook<'_>) -> Html {
    let mut place = 0;
    let sections: Html = table
        .sections
        .iter()
        .map(|section| section_view(section, &table, &mut place, look))
        .collect();
    let onclick = look.explain.map(|(name, explainer, _)| {
        let (ask, table) = (explainer.asking(name), table.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some((row, target)) = pressed(&event, &table) {
                ask.emit((row, target));
            }
        })
    });
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={format!("{caption}, table")}>
            <table class={look.explain.is_some().then_some("explained")} {onclick}>
                <caption>{ caption.to_owned() }<span>{ note.to_owned() }</span></caption>
                <thead>
                    <tr>
                        <td></td>
                        { for table.columns.iter().enumerate().map(|(place, label)| {
                            let last = place + 1 == table.columns.len();
                            html! {
                                <th scope="col" class={last.then_some("all-years")}>{ label }</th>
                            }
                        }) }
                        if look.paybacks.is_some() {
                            <th scope="col" class="payback">{ "Covers the investment" }</th>
                        } else {
                            <th scope="col" class="against">{ "Against published" }</th>
                        }
                    </tr>
                </thead>
                { sections }
            </table>
        </div>
    }
}

/// The row and the figure a press was on. The name of a row stands for its last figure.
fn pressed(event: &MouseEvent, table: &Table) -> Option<(usize, Target)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let cell: HtmlTableCellElement = element.closest("td,th").ok()??.dyn_into().ok()?;
    let row = cell.closest("tr[data-row]").ok()??;
    let place = row.get_attribute("data-row")?.parse().ok()?;
    let rows = table.sections.iter().flat_map(|section| &section.rows);
    let column = usize::try_from(cell.cell_index()).ok()?.checked_sub(1);
    let row: &Row = rows.clone().nth(place)?;
    Some((place, target_at(row, column.unwrap_or(row.years.len()))?))
}

/// The figure in a column of a row, counted from the first year.
fn target_at(row: &Row, column: usize) -> Option<Target> {
    if column < row.years.len() {
        row.target_in(column)
    } else if column > row.years.len()
        && let (Some(_), Some(at_end)) = (row.payback, row.target_at_end())
    {
        let what = match at_end.what {
            What::Payer(payer) => What::PaybackOfPayer(payer),
            _ => What::Payback,
        };
        Some(Target { what, ..at_end })
    } else {
        row.target_at_end()
    }
}

/// The figures of a row by the names of their columns, for its explanation.
fn choices(row: &Row, table: &Table) -> Vec<(String, Target)> {
    let payback = row.payback.map(|_| "Covers the investment".to_owned());
    let names = table.columns.iter().cloned().chain(payback).enumerate();
    names
        .filter_map(|(column, name)| Some((name, target_at(row, column)?)))
        .collect()
}

fn section_view(section: &Section, table: &Table, place: &mut usize, look: &TableLook<'_>) -> Html {
    let columns = table.columns.len() + 2;
    // All with a key and all in one list: only then does opening an explanation leave the
    // other rows, and with them the keyboard, where they are.
    let mut rows = Vec::new();
    if let Some(heading) = &section.heading {
        rows.push(html! {
            <tr class="section" key="section">
                <th scope="rowgroup" colspan={columns.to_string()}>
                    { heading }
                    if !section.note.is_empty() {
                        <span>{ &section.note }</span>
                    }
                </th>
            </tr>
        });
    }
    let mut under = None;
    for row in &section.rows {
        // Lines of one kind stand under its name, so that savings and avoidance are never
        // taken for one another.
        if section.mixed && !row.sum && under != Some(row.kind) {
            under = Some(row.kind);
            rows.push(kind_heading(row.kind, columns));
        }
        let explanation = look.explain.and_then(|(name, explainer, session)| {
            explainer.view(session, (name, *place), || choices(row, table), true)
        });
        rows.push(html! {
            <RowView key={row.label.clone()} row={row.clone()} show_sources={look.show_sources}
                paybacks={look.paybacks.cloned()} money={look.money} place={*place}
                asks={look.explain.map(|(name, ..)| name)} explained={explanation.is_some()} />
        });
        if let Some(explanation) = explanation {
            rows.push(html! {
                <tr class="made" key={format!("made-{place}")}>
                    <td colspan={columns.to_string()}>{ explanation }</td>
                </tr>
            });
        }
        *place += 1;
    }
    html! {
        <tbody>{ for rows }</tbody>
    }
}

/// The name of a kind of line, and what it means.
fn kind_heading(kind: RowKind, columns: usize) -> Html {
    let Some((name, meaning)) = kind.heading() else {
        return Html::default();
    };
    html! {
        <tr class="kind" key={format!("kind-{name}")}>
            <th scope="rowgroup" colspan={columns.to_string()}>{ name }<i>{ meaning }</i></th>
        </tr>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: Row,
    show_sources: bool,
    paybacks: Option<Model>,
    money: Money,
    /// Counted from the first row of the table.
    place: usize,
    /// The table's own word, where its figures can be asked how they were made.
    asks: Option<&'static str>,
    /// True while one of them is explained.
    explained: bool,
}

/// One row; drawn again only when one of its own figures changes.
#[component]
fn RowView(props: &RowProps) -> Html {
    let RowProps { row, money, .. } = props;
    let cells = row.years.iter().zip(&row.published);
    let ends = std::iter::once((&row.end, &row.published_end));
    html! {
        <tr class={classes!(kind_class(row.kind), row.sum.then_some("sum"),
            row.changed().then_some("changed"))} data-row={props.place.to_string()}>
            <th scope="row">
                if let (Some(table), Some(_)) = (props.asks, row.target) {
                    <button type="button" class="ask" id={ask_id((table, props.place))} aria-expanded={props.explained.to_string()}>
                        { &row.label }
                    </button>
                } else {
                    { &row.label }
                }
                if !row.help.is_empty() {
                    <span class="under">{ &row.help }</span>
                }
                if props.show_sources && !row.source.is_empty() {
                    <span class="under">{ export::in_paper(&row.source) }</span>
                }
            </th>
            { for cells.map(|(now, then)| cell(*now, *then, *money, "")) }
            { for ends.map(|(now, then)| cell(*now, *then, *money, "end")) }
            if let Some(model) = &props.paybacks {
                { payback_cell(model, row) }
            } else {
                { against_cell(row, *money) }
            }
        </tr>
    }
}

/// A figure, with the published one under it where it differs.
fn cell(now: Pounds, published: Pounds, money: Money, class: &'static str) -> Html {
    let nought = (now == Pounds::ZERO).then_some("nought");
    html! {
        <td class={classes!(class, nought)}>
            { export::money(now, money) }
            if now != published {
                <small>
                    <span class="visually-hidden">{ "published " }</span>
                    { export::money(published, money) }
                </small>
            }
        </td>
    }
}

fn against_cell(row: &Row, money: Money) -> Html {
    html! {
        <td class="against">
            if row.end == row.published_end {
                <span class="none">{ "no change" }</span>
            } else {
                { export::signed_money(row.end - row.published_end, money) }
            }
        </td>
    }
}

fn payback_cell(model: &Model, row: &Row) -> Html {
    let Some((now, published)) = row.payback else {
        return html! { <td></td> };
    };
    let (words, short) = export::payback_words(model, now);
    html! {
        <td class="payback">
            { words }
            if let Some(short) = short {
                <small>{ short }</small>
            }
            if now.year() != published.year() {
                <small>
                    { format!("published {}", export::payback_words(model, published).0) }
                </small>
            }
        </td>
    }
}

fn kind_class(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Investment => "is-investment",
        RowKind::Saving => "is-saving",
        RowKind::Avoidance => "is-avoidance",
        RowKind::Total => "is-total",
        RowKind::Net => "is-net",
    }
}
