//! The pressures of the plan as bars, beside the savings and the avoidance set against
//! them.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::app::charts::{grid, key, words};
use crate::chart::{Bar, BarSeries, PressureBars};

pub fn legend() -> Html {
    html! {
        <>
            { key("pressure", "Pressure in the plan") }
            { key("savings", "Offset by savings") }
            { key("avoidance", "Offset by avoidance") }
        </>
    }
}

pub fn drawing(chart: &PressureBars) -> Html {
    let shape = |series| outline(chart, series);
    html! {
        <>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <line x1="0" y1="0" x2="0" y2="6" class="hatching" />
                </pattern>
            </defs>
            { grid(&chart.ticks, chart.left, chart.right) }
            <path class="pressure" d={shape(BarSeries::Pressure)} />
            <path class="savings" d={shape(BarSeries::Savings)} />
            // Hatched as well as coloured, so that colour is never the only difference.
            <path class="avoidance" d={shape(BarSeries::Avoidance)} />
            <path fill="url(#hatch)" d={shape(BarSeries::Avoidance)} />
            { for chart.groups.iter().map(|group| html! {
                <>
                    { words(&group.label, "tick") }
                    { for group.amounts.iter().map(|label| words(label, "amount")) }
                    { for group.not_given.iter().map(|label| words(label, "tick")) }
                </>
            }) }
        </>
    }
}

/// The bars of one series as one shape.
fn outline(chart: &PressureBars, series: BarSeries) -> String {
    let mut shape = String::new();
    let bars = chart.groups.iter().flat_map(|group| &group.bars);
    for bar in bars.filter(|bar| bar.series == series) {
        let Bar {
            x,
            y,
            width,
            height,
            ..
        } = bar;
        let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
    }
    shape
}
