//! The pressures of the plan as bars, beside the savings and the avoidance set against
//! them.

use yew::prelude::*;

use crate::app::charts::{grid, key, stacks, words};
use crate::chart::{BarSeries, PressureBars};

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
    let bars = chart.groups.iter().flat_map(|group| &group.bars);
    html! {
        <>
            { grid(&chart.ticks, chart.left, chart.right) }
            { stacks(bars, &[BarSeries::Pressure, BarSeries::Savings]) }
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
