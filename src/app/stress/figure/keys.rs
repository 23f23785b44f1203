//! Shapes that several of the pictures draw, and their entries in a legend.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::app::charts::words;
use crate::case::Decimal;
use crate::chart::{Area, AxisMark, RowWords};

/// An entry of a legend: a small drawing, sixteen pixels wide and high, and words.
pub fn entry(drawing: Html, text: impl Into<AttrValue>) -> Html {
    html! {
        <span class="legend-entry">
            <svg class="stress-key" aria-hidden="true" width="16" height="16"
                viewBox="0 0 16 16">{ drawing }</svg>
            { text.into() }
        </span>
    }
}

/// A sample of an area with this look.
pub fn sample(class: impl Into<Classes>) -> Html {
    html! { <rect class={class.into()} x="1.5" y="1.5" width="13" height="13" /> }
}

/// A sample of a line with this look.
pub fn stroke(class: &'static str) -> Html {
    html! { <line {class} x1="0" x2="16" y1="8" y2="8" /> }
}

/// Rectangles as one shape: one is quicker to draw than a thousand.
pub fn outline<'a>(areas: impl IntoIterator<Item = &'a Area>) -> String {
    let mut shape = String::new();
    for area in areas {
        let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(Decimal);
        // Writing to a string cannot fail.
        let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
    }
    shape
}

/// Places one after another.
pub fn points(path: &[(f64, f64)]) -> String {
    let points = path
        .iter()
        .map(|(x, y)| format!("{},{}", Decimal(*x), Decimal(*y)));
    points.collect::<Vec<_>>().join(" ")
}

/// Upright lines at some places, through the given stretches.
pub fn upright(class: &'static str, x: f64, through: &[(f64, f64)]) -> Html {
    let mut shape = String::new();
    for (top, bottom) in through {
        let _ = write!(
            shape,
            "M{} {}V{}",
            Decimal(x),
            Decimal(*top),
            Decimal(*bottom)
        );
    }
    html! { <path {class} d={shape} /> }
}

/// An axis under rows of bars: a line through the plot at each amount, and the amount.
pub fn across(marks: &[AxisMark], through: &[(f64, f64)]) -> Html {
    marks
        .iter()
        .map(|mark| {
            let class = if mark.amount == 0.0 { "axis" } else { "grid" };
            html! {
                <>
                    { upright(class, mark.x, through) }
                    { words(&mark.label, "tick") }
                </>
            }
        })
        .collect()
}

/// The words of a row.
pub fn row_words(row: &RowWords) -> Html {
    html! {
        <>
            { for row.name.iter().map(|label| words(label, "row-name")) }
            { for row.detail.iter().map(|label| words(label, "tick")) }
        </>
    }
}
