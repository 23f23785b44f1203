//! Cumulative net over many draws: two bands around the middle draw.

use yew::prelude::*;

use super::Parts;
use super::keys::{entry, points, sample, stroke};
use crate::app::charts::{grid, words};
use crate::case::Years;
use crate::chart::{Board, Fan, FanOf};

pub fn parts(years: Years, of: &FanOf, width: f64) -> Parts {
    let chart = Fan::of(years, of, width);
    let published = !chart.published.is_empty();
    let legend = html! {
        <>
            { entry(stroke("fan-middle"), "Middle of the draws (P50)") }
            { entry(sample("fan-inner"), "Half of the draws (P25 to P75)") }
            { entry(sample("fan-outer"), "Eight in ten draws (P10 to P90)") }
            if published {
                { entry(stroke("fan-published"), "As published") }
            }
        </>
    };
    let [upper, lower] = &chart.outer_ends;
    let drawing = html! {
        <>
            <polygon class="fan-outer" points={points(&chart.outer)} />
            <polygon class="fan-inner" points={points(&chart.inner)} />
            { grid(&chart.ticks, chart.left, chart.right) }
            { for chart.years.iter().map(|label| words(label, "tick")) }
            <polyline class="fan-middle" points={points(&chart.middle)} />
            if published {
                <polyline class="fan-published" points={points(&chart.published)} />
            }
            { words(upper, "fan-end") }
            { words(&chart.middle_end, "end") }
            { words(lower, "fan-end") }
            if let Some(label) = &chart.published_end {
                { words(label, "end-published") }
            }
        </>
    };
    Parts {
        legend,
        size: (chart.width, chart.height),
        drawing,
        years: chart.readings,
        board: Board::default(),
    }
}
