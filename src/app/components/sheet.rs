//! A table of words with the ways to take it away: to the clipboard for a spreadsheet,
//! and as a file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::browser;
use crate::export::{BYTE_ORDER_MARK, Cell, Grid, GridRow, Sheet};

/// What was taken last: which of the things on the screen it was, and what came of it.
#[derive(Clone, PartialEq)]
struct Taken {
    id: String,
    said: &'static str,
    /// What the browser refused to copy, to be copied by hand.
    by_hand: Option<String>,
}

/// Copies and files, and says what came of it.
#[derive(Clone, PartialEq)]
pub struct Taking(UseStateHandle<Option<Taken>>);

/// Keeps what was taken last on a screen.
#[hook]
pub fn use_taking() -> Taking {
    Taking(use_state_eq(|| None))
}

impl Taking {
    /// Copies a text; `said` is what is said where it went well.
    pub fn copy(
        &self,
        id: &str,
        said: &'static str,
        text: impl Fn() -> String + 'static,
    ) -> Callback<MouseEvent> {
        let (taken, id) = (self.0.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| {
            let (taken, id, text) = (taken.clone(), id.clone(), text());
            spawn_local(async move {
                let copied = browser::copy(text.clone()).await;
                taken.set(Some(if copied {
                    Taken {
                        id,
                        said,
                        by_hand: None,
                    }
                } else {
                    Taken {
                        id,
                        said: "The browser did not allow it. Select the text below and copy it.",
                        by_hand: Some(text),
                    }
                }));
            });
        })
    }

    /// Gives a file of comma-separated values.
    pub fn file(
        &self,
        id: &str,
        name: String,
        sheet: impl Fn() -> Sheet + 'static,
    ) -> Callback<MouseEvent> {
        let (taken, id) = (self.0.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| {
            let text = format!("{BYTE_ORDER_MARK}{}", sheet().csv());
            browser::download(&name, "text/csv;charset=utf-8", &text.into());
            taken.set(Some(Taken {
                id: id.clone(),
                said: "Given to the browser to save.",
                by_hand: None,
            }));
        })
    }

    /// What came of the last time, where it was this one.
    pub fn said(&self, id: &str) -> Html {
        let taken = (*self.0).as_ref().filter(|taken| taken.id == id);
        let by_hand = taken.and_then(|taken| taken.by_hand.clone());
        html! {
            <>
                <p class="said" role="status">{ taken.map_or("", |taken| taken.said) }</p>
                if let Some(text) = by_hand {
                    <textarea readonly={true} rows="4" aria-label="To copy by hand" value={text} />
                }
            </>
        }
    }

    /// The two buttons of a table, and what came of them. The file's name tells the case.
    pub fn tools(
        &self,
        id: &str,
        caption: &str,
        case: &str,
        sheet: impl Fn() -> Sheet + Clone + 'static,
    ) -> Html {
        let name = format!("{case}-{}.csv", slug(caption));
        let tabs = sheet.clone();
        let copy = self.copy(id, "Copied, to be pasted into a spreadsheet.", move || {
            tabs().tab_separated()
        });
        html! {
            <div class="take">
                <button type="button" class="button" onclick={copy}
                    aria-label={format!("Copy as a table: {caption}")}>{ "Copy as a table" }</button>
                <button type="button" class="button" onclick={self.file(id, name, sheet)}
                    aria-label={format!("Download CSV: {caption}")}>{ "Download CSV" }</button>
                { self.said(id) }
            </div>
        }
    }
}

/// A name as part of a file's name.
fn slug(caption: &str) -> String {
    let words = caption.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

/// A grid with its heading and the ways to take it away. `id` is unique on the page;
/// `foot` is for rows under the table's own, which are not taken away.
pub fn sheet(taking: &Taking, case: &str, id: &str, grid: &Grid, foot: Html) -> Html {
    let whole = grid.clone();
    let heading = format!("{id}-heading");
    html! {
        <section class="sheet" aria-labelledby={heading.clone()}>
            <div class="sheet-head">
                <h3 id={heading}>{ &grid.caption }</h3>
                { taking.tools(id, &grid.caption, case, move || Sheet::of_grid(&whole)) }
            </div>
            { grid_table(grid, foot) }
        </section>
    }
}

/// A grid as a table that scrolls by itself; its rows' names stay in sight.
pub fn grid_table(grid: &Grid, foot: Html) -> Html {
    let columns = (grid.columns.len() + 1).to_string();
    let part = |rows: &[GridRow]| {
        let heading = rows.first().map_or("", |row| row.part.as_str());
        html! {
            <tbody>
                if !heading.is_empty() {
                    <tr class="section">
                        <th scope="rowgroup" colspan={columns.clone()}><b>{ heading }</b></th>
                    </tr>
                }
                { for rows.iter().map(row_view) }
            </tbody>
        }
    };
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={format!("{}, table", grid.caption)}>
            <table>
                <caption class="visually-hidden">{ &grid.caption }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="name">{ &grid.heading }</th>
                        { for grid.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                { for grid.rows.chunk_by(|one, next| one.part == next.part).map(part) }
                { foot }
            </table>
        </div>
    }
}

fn row_view(row: &GridRow) -> Html {
    html! {
        <tr class={row.sum.then_some("sum")}>
            <th scope="row">
                { &row.label }
                if !row.note.is_empty() {
                    <span class="under">{ &row.note }</span>
                }
            </th>
            { for row.cells.iter().map(|cell| cell_view(cell, row.cells.first())) }
        </tr>
    }
}

/// A cell, with how far it is from the published figure under it. One that differs by its
/// words alone, from what stands first, is marked instead.
fn cell_view(cell: &Cell, first: Option<&Cell>) -> Html {
    let other_words = first.is_none_or(|first| first.text != cell.text);
    let marked = cell.changed && cell.difference.is_none() && other_words;
    html! {
        <td class={classes!(marked.then_some("differs"), cell.plain.is_none().then_some("text"))}>
            { &cell.text }
            if let Some(apart) = &cell.difference {
                <small>
                    <span class="visually-hidden">{ "against published " }</span>
                    <span class="whole">{ &apart.text }</span>
                    if let Some(percent) = &apart.percent {
                        { " " }<span class="whole">{ percent }</span>
                    }
                </small>
            }
        </td>
    }
}
