//! Investment against savings and avoidance, by year.

use std::fmt::Write as _;

use yew::prelude::*;

use super::figure::{FigureParts, grid, key, words};
use crate::case::Decimal;
use crate::chart::{BarSeries, Bars};
use crate::export::{yearly_summary, yearly_totals};
use crate::model::{Model, Outcome};

/// The parts of the picture at this width.
pub fn parts(model: &Model, outcome: &Outcome, published: &Outcome, width: f64) -> FigureParts {
    let chart = Bars::of(model, outcome, published, width);
    let differs = chart.groups.iter().any(|group| !group.marks.is_empty());
    let legend = html! {
        <>
            { key("investment", "Investment") }
            { key("savings", "Savings") }
            { key("avoidance", "Avoidance") }
            if differs {
                { key("published-mark", "As published") }
            }
        </>
    };
    let drawing = html! {
        <>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <line x1="0" y1="0" x2="0" y2="6" class="hatching" />
                </pattern>
            </defs>
            { grid(&chart.ticks, chart.left, chart.right) }
            <path class="investment" d={outline(&chart, BarSeries::Investment)} />
            <path class="savings" d={outline(&chart, BarSeries::Savings)} />
            // Hatched as well as coloured, so that colour is never the only difference.
            <path class="avoidance" d={outline(&chart, BarSeries::Avoidance)} />
            <path fill="url(#hatch)" d={outline(&chart, BarSeries::Avoidance)} />
            <path class="published-mark" d={marks(&chart)} />
            { for chart.groups.iter().map(|group| words(&group.label, "tick")) }
            { for chart.groups.iter().flat_map(|group| &group.amounts)
                .map(|label| words(label, "amount")) }
        </>
    };
    FigureParts {
        id: "yearly",
        title: "Investment, savings and avoidance by year, £m",
        summary: yearly_summary(model, outcome, published),
        legend,
        table: yearly_totals(model, outcome, published),
        size: (chart.width, chart.height),
        drawing,
        readings: chart.readings,
    }
}

/// The bars of one series as one shape: a browser works out the style of each element
/// that changes, so one is quicker than five.
fn outline(chart: &Bars, series: BarSeries) -> String {
    let mut shape = String::new();
    for group in &chart.groups {
        for bar in group.bars.iter().filter(|bar| bar.series == series) {
            let [x, y, width, height] = [bar.x, bar.y, bar.width, bar.height].map(Decimal);
            let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
        }
    }
    shape
}

/// The published totals as one shape.
fn marks(chart: &Bars) -> String {
    let mut shape = String::new();
    for (left, right, y) in chart.groups.iter().flat_map(|group| &group.marks) {
        let [left, right, y] = [*left, *right, *y].map(Decimal);
        let _ = write!(shape, "M{left} {y}H{right}");
    }
    shape
}
