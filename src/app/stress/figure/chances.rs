//! How likely payback is by the end of each year: a strip of bars for each of those who
//! gain.

use yew::prelude::*;

use super::Parts;
use super::keys::outline;
use crate::app::charts::{grid, words};
use crate::case::Years;
use crate::chart::{Board, Chance, Chances};

pub fn parts(years: Years, of: &[Chance], width: f64) -> Parts {
    let chart = Chances::of(years, of, width);
    let drawing = html! {
        <>
            { for chart.strips.iter().map(|strip| html! {
                <>
                    { grid(&strip.ticks, chart.left, chart.right) }
                    { for strip.name.iter().map(|label| words(label, "row-name")) }
                    <path class="bar-high" d={outline(strip.bars.iter().filter(|bar| bar.height > 0.0))} />
                    { for strip.amounts.iter().map(|label| words(label, "amount")) }
                </>
            }) }
            { for chart.years.iter().map(|label| words(label, "tick")) }
        </>
    };
    Parts {
        legend: html! { "Chance that the whole investment has come back by the end of a year" },
        size: (chart.width, chart.height),
        drawing,
        years: chart.readings,
        board: Board::default(),
    }
}
