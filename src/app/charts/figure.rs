//! What every picture has around it: a title in text, a legend, a sentence for who
//! cannot see it, and its table. It also measures the width there is to draw in.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::reader::Reader;
use crate::app::browser;
use crate::app::components::{Disclosure, TableLook, csv_button, year_table};
use crate::case::Decimal;
use crate::chart::{Label, Reading, Tick};
use crate::export::Table;

/// Draws at the width of the element behind the reference: measured before the first
/// paint and whenever the window changes.
#[hook]
pub fn use_width() -> (NodeRef, f64) {
    let node = use_node_ref();
    let width = use_state_eq(|| 600.0);
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect_with((), move |()| {
            let measure = move || {
                if let Some(element) = node.cast::<Element>() {
                    let found = element.get_bounding_client_rect().width();
                    if found > 0.0 {
                        width.set(found.floor());
                    }
                }
            };
            measure();
            browser::on(browser::RESIZED, Box::new(measure))
        });
    }
    (node, *width)
}

/// What a figure is made of.
pub struct FigureParts {
    /// Unique on the page.
    pub id: &'static str,
    /// Its title, in text.
    pub title: &'static str,
    /// The sentence that says what the picture shows.
    pub summary: String,
    pub legend: Html,
    /// The figures behind the picture.
    pub table: Table,
    /// Width and height of the picture.
    pub size: (f64, f64),
    /// What is drawn.
    pub drawing: Html,
    /// Each year's figures, to be read under the pointer or by the keyboard.
    pub readings: Vec<Reading>,
}

/// A picture with its title, legend, sentence and table.
pub fn figure(parts: FigureParts, reader: &Reader) -> Html {
    let FigureParts { id, title, .. } = parts;
    let (width, height) = parts.size;
    let table = Rc::new(parts.table);
    html! {
        <figure aria-labelledby={format!("{id}-title")}>
            <figcaption id={format!("{id}-title")}>{ title }</figcaption>
            <p class="legend">{ parts.legend }</p>
            { reader.picture(html! {
                <svg role="img" aria-labelledby={format!("{id}-title")}
                    aria-describedby={format!("{id}-summary")} width={Decimal(width).to_string()}
                    height={Decimal(height).to_string()}
                    viewBox={format!("0 0 {} {}", Decimal(width), Decimal(height))}>
                    { reader.guide.clone() }
                    { parts.drawing }
                </svg>
            }) }
            { reader.words.clone() }
            <p class="visually-hidden" id={format!("{id}-summary")}>{ parts.summary }</p>
            <Disclosure id={format!("{id}-table")} label="Show as a table" class="figure-table">
                { year_table(title, "", table.clone(), &TableLook::default()) }
            </Disclosure>
            { csv_button(title, &table) }
        </figure>
    }
}

/// One entry of a legend: a key drawn by its class, and words.
pub fn key(class: &'static str, words: &'static str) -> Html {
    html! {
        <span class="legend-entry"><span class={classes!("key", class)}></span>{ words }</span>
    }
}

/// The money axis: a line and an amount for each tick.
pub fn grid(ticks: &[Tick], axis: f64, right: f64) -> Html {
    let (left, right) = (Decimal(axis).to_string(), Decimal(right).to_string());
    ticks
        .iter()
        .map(|tick| {
            let class = if tick.amount == 0.0 { "axis" } else { "grid" };
            let y = Decimal(tick.y).to_string();
            html! {
                <g>
                    <line {class} x1={left.clone()} x2={right.clone()} y1={y.clone()} y2={y} />
                    <text class="tick" transform={moved(axis - 8.0, tick.y + 4.0)}
                        text-anchor="end">{ &tick.label }</text>
                </g>
            }
        })
        .collect()
}

/// A piece of text in a picture.
pub fn words(label: &Label, class: &'static str) -> Html {
    html! {
        <text {class} transform={moved(label.x, label.y)} text-anchor={label.anchor.svg()}>
            { &label.text }
        </text>
    }
}

/// Text is moved into its place, not laid out there: a browser shapes it again when its
/// coordinates change, and that takes longer than all the drawing.
fn moved(x: f64, y: f64) -> String {
    format!("translate({} {})", Decimal(x), Decimal(y))
}
