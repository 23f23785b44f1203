//! Bars, as both pictures that have them draw them.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::case::Decimal;
use crate::chart::{Bar, BarSeries};

/// All bars, one shape for each series: a browser works out the style of each element
/// that changes, so one is quicker than five.
pub fn stacks<'a>(bars: impl Iterator<Item = &'a Bar> + Clone, first: &[BarSeries]) -> Html {
    let avoidance = outline(bars.clone(), BarSeries::Avoidance);
    html! {
        <>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <line x1="0" y1="0" x2="0" y2="6" class="hatching" />
                </pattern>
            </defs>
            { for first.iter().map(|series| html! {
                <path class={class(*series)} d={outline(bars.clone(), *series)} />
            }) }
            // Hatched as well as coloured, so that colour is never the only difference.
            <path class="avoidance" d={avoidance.clone()} />
            <path fill="url(#hatch)" d={avoidance} />
        </>
    }
}

fn class(series: BarSeries) -> &'static str {
    match series {
        BarSeries::Investment => "investment",
        BarSeries::Savings => "savings",
        BarSeries::Avoidance => "avoidance",
        BarSeries::Pressure => "pressure",
    }
}

fn outline<'a>(bars: impl Iterator<Item = &'a Bar>, series: BarSeries) -> String {
    let mut shape = String::new();
    for bar in bars.filter(|bar| bar.series == series) {
        let [x, y, width, height] = [bar.x, bar.y, bar.width, bar.height].map(Decimal);
        // Writing to a string cannot fail.
        let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
    }
    shape
}
