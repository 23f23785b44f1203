//! A table of yearly figures, the published ones beside those that differ.

use yew::prelude::*;

use crate::export::{self, Row, RowKind, Section, Table};
use crate::model::{Model, Pounds};

/// How a table is shown.
#[derive(Default)]
pub struct TableLook<'a> {
    /// Shows each line's section of the paper under its name.
    pub show_sources: bool,
    /// Gives each row's payback in the last column, instead of its distance from the
    /// published figure; needs the model for the years' names.
    pub paybacks: Option<&'a Model>,
}

/// A table with its name, and a note beside that.
pub fn year_table(caption: &str, note: &str, table: &Table, look: &TableLook<'_>) -> Html {
    let TableLook {
        show_sources,
        paybacks,
    } = look;
    let columns = table.columns.len() + 2;
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={format!("{caption}, table")}>
            <table>
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
                        if paybacks.is_some() {
                            <th scope="col" class="payback">{ "Covers the investment" }</th>
                        } else {
                            <th scope="col" class="against">{ "Against published" }</th>
                        }
                    </tr>
                </thead>
                { for table.sections.iter().map(|section| section_view(section, columns, *show_sources, *paybacks)) }
            </table>
        </div>
    }
}

fn section_view(
    section: &Section,
    columns: usize,
    show_sources: bool,
    paybacks: Option<&Model>,
) -> Html {
    let mut rows = Vec::new();
    let mut under = None;
    for row in &section.rows {
        // Lines of one kind stand under its name, so that savings and avoidance are never
        // taken for one another.
        if section.heading.is_some() && !row.sum && under != Some(row.kind) {
            under = Some(row.kind);
            rows.push(kind_heading(row.kind, columns));
        }
        rows.push(html! {
            <RowView key={row.label.clone()} row={row.clone()} {show_sources}
                paybacks={paybacks.cloned()} />
        });
    }
    html! {
        <tbody>
            if let Some(heading) = &section.heading {
                <tr class="section" key="heading">
                    <th scope="rowgroup" colspan={columns.to_string()}>
                        { heading }
                        if !section.note.is_empty() {
                            <span>{ &section.note }</span>
                        }
                    </th>
                </tr>
            }
            { for rows }
        </tbody>
    }
}

/// The name of a kind of line, and what it means.
fn kind_heading(kind: RowKind, columns: usize) -> Html {
    let (name, meaning) = match kind {
        RowKind::Investment => ("Investment", "money spent"),
        RowKind::Saving => ("Savings", "cashable: a budget line falls"),
        RowKind::Avoidance => ("Avoidance", "growth that does not happen"),
        RowKind::Total | RowKind::Net => return Html::default(),
    };
    html! {
        <tr class="kind" key={name}>
            <th scope="rowgroup" colspan={columns.to_string()}>{ name }<i>{ meaning }</i></th>
        </tr>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: Row,
    show_sources: bool,
    paybacks: Option<Model>,
}

/// One row; drawn again only when one of its own figures changes.
#[component]
fn RowView(props: &RowProps) -> Html {
    let row = &props.row;
    let cells = row.years.iter().zip(&row.published);
    let ends = std::iter::once((&row.end, &row.published_end));
    html! {
        <tr class={classes!(kind_class(row.kind), row.sum.then_some("sum"),
            row.changed().then_some("changed"))}>
            <th scope="row">
                { &row.label }
                if !row.help.is_empty() {
                    <span class="under">{ &row.help }</span>
                }
                if props.show_sources && !row.source.is_empty() {
                    <span class="under">{ format!("Section {}", row.source) }</span>
                }
            </th>
            { for cells.map(|(now, then)| cell(*now, *then, "")) }
            { for ends.map(|(now, then)| cell(*now, *then, "end")) }
            if let Some(model) = &props.paybacks {
                { payback_cell(model, row) }
            } else {
                { against_cell(row) }
            }
        </tr>
    }
}

/// A figure, with the published one under it where it differs.
fn cell(now: Pounds, published: Pounds, class: &'static str) -> Html {
    let nought = (now == Pounds::ZERO).then_some("nought");
    html! {
        <td class={classes!(class, nought)}>
            { export::pounds(now) }
            if now != published {
                <small>
                    <span class="visually-hidden">{ "published " }</span>
                    { export::pounds(published) }
                </small>
            }
        </td>
    }
}

fn against_cell(row: &Row) -> Html {
    html! {
        <td class="against">
            if row.end == row.published_end {
                <span class="none">{ "no change" }</span>
            } else {
                { export::signed_pounds(row.end - row.published_end) }
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
