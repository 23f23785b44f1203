//! Scenarios as lines, told apart by their dashes and named at their ends.

use yew::prelude::*;

use crate::app::charts::{grid, words};
use crate::chart::CompareLines;

/// A sample of a line: 0 for the published case, then 1 to 4.
pub fn line_key(style: usize) -> Html {
    html! {
        <svg class="line-key" aria-hidden="true" width="34" height="8" viewBox="0 0 34 8">
            <line class={line_class(style)} x1="0" x2="34" y1="4" y2="4" />
        </svg>
    }
}

fn line_class(style: usize) -> String {
    format!("line line-{style}")
}

pub fn legend(chart: &CompareLines) -> Html {
    chart
        .lines
        .iter()
        .map(|line| {
            html! { <span class="legend-entry">{ line_key(line.style) }{ &line.name }</span> }
        })
        .collect()
}

pub fn drawing(chart: &CompareLines) -> Html {
    html! {
        <>
            { grid(&chart.ticks, chart.left, chart.right) }
            { for chart.years.iter().map(|label| words(label, "tick")) }
            { for chart.lines.iter().map(|line| {
                let points: Vec<String> =
                    line.points.iter().map(|(x, y)| format!("{x},{y}")).collect();
                html! { <polyline class={line_class(line.style)} points={points.join(" ")} /> }
            }) }
            { for chart.lines.iter().map(|line| words(&line.end, "end")) }
        </>
    }
}
