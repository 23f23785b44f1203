//! Rows of bars that run across: a tornado, and rank correlations.

use yew::prelude::*;

use super::Parts;
use super::keys::{across, entry, outline, row_words, sample, upright};
use crate::app::charts::words;
use crate::chart::{Area, Rank, Ranks, Tornado, TornadoOf};

pub fn tornado(of: &TornadoOf, width: f64) -> Parts {
    let chart = Tornado::of(of, width);
    let legend = html! {
        <>
            { entry(sample("bar-low"), "At the low end of its range") }
            { entry(sample("bar-high"), "At the high end of its range") }
        </>
    };
    let bars = &chart.bars;
    let drawing = html! {
        <>
            { across(&chart.marks, &chart.through) }
            { shapes("bar-high", bars.iter().map(|bar| &bar.high)) }
            { shapes("bar-low", bars.iter().map(|bar| &bar.low)) }
            { upright("now", chart.now_x, &chart.through) }
            { words(&chart.now, "end") }
            { for bars.iter().map(|bar| html! {
                <>
                    { row_words(&bar.words) }
                    { for bar.ends.iter().map(|label| words(label, "amount")) }
                </>
            }) }
        </>
    };
    Parts {
        legend,
        size: (chart.width, chart.height),
        drawing,
        years: Vec::new(),
        board: chart.board,
    }
}

pub fn ranks(of: &[Rank], width: f64) -> Parts {
    let chart = Ranks::of(of, width);
    let legend = html! {
        <>
            { entry(sample("bar-high"), "Rises where the assumption rises") }
            { entry(sample("bar-low"), "Falls where the assumption rises") }
        </>
    };
    let of_side = |falls: bool| {
        let bars = chart.bars.iter().filter(move |bar| bar.falls == falls);
        bars.map(|bar| &bar.bar)
    };
    let drawing = html! {
        <>
            { across(&chart.marks, &chart.through) }
            { shapes("bar-high", of_side(false)) }
            { shapes("bar-low", of_side(true)) }
            { for chart.bars.iter().map(|bar| html! {
                <>
                    { row_words(&bar.words) }
                    { words(&bar.end, "amount") }
                </>
            }) }
        </>
    };
    Parts {
        legend,
        size: (chart.width, chart.height),
        drawing,
        years: Vec::new(),
        board: chart.board,
    }
}

fn shapes<'a>(class: &'static str, areas: impl Iterator<Item = &'a Area>) -> Html {
    // An end that moves nothing has no outline either.
    let areas = areas.filter(|area| area.width > 0.0);
    html! { <path {class} d={outline(areas)} /> }
}
