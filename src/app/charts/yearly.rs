//! Investment against savings and avoidance, by year.

use std::fmt::Write as _;

use yew::prelude::*;

use super::figure::{FigureParts, grid, key, words};
use super::stacks::stacks;
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
    let bars = chart.groups.iter().flat_map(|group| &group.bars);
    let drawing = html! {
        <>
            { grid(&chart.ticks, chart.left, chart.right) }
            { stacks(bars, &[BarSeries::Investment, BarSeries::Savings]) }
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

/// The published totals as one shape.
fn marks(chart: &Bars) -> String {
    let mut shape = String::new();
    for (left, right, y) in chart.groups.iter().flat_map(|group| &group.marks) {
        let [left, right, y] = [*left, *right, *y].map(Decimal);
        let _ = write!(shape, "M{left} {y}H{right}");
    }
    shape
}
