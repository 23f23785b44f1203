//! Cumulative net, with the point at which it has paid back.

use yew::prelude::*;

use super::figure::{FigureParts, grid, key, words};
use crate::case::Decimal;
use crate::chart::{Callout, Lines};
use crate::export::{cumulative_summary, yearly_net};
use crate::model::{Model, Outcome};

/// The parts of the picture at this width.
pub fn parts(model: &Model, outcome: &Outcome, published: &Outcome, width: f64) -> FigureParts {
    let chart = Lines::of(model, outcome, published, width);
    let differs = !chart.published.is_empty();
    let legend = html! {
        <>
            { key("net", if differs { "This scenario" } else { "As published" }) }
            if differs {
                { key("published-line", "As published") }
            }
        </>
    };
    let drawing = html! {
        <>
            { grid(&chart.ticks, chart.left, chart.right) }
            { for chart.years.iter().map(|label| words(label, "tick")) }
            if differs {
                <polyline class="published-line" points={points(&chart.published)} />
            }
            <polyline class="net" points={points(&chart.scenario)} />
            if let Some(label) = &chart.published_end {
                { words(label, "end-published") }
            }
            { words(&chart.scenario_end, "end") }
            if let Some(callout) = &chart.payback {
                { callout_view(callout) }
            }
        </>
    };
    FigureParts {
        id: "cumulative",
        title: "Cumulative net position",
        summary: cumulative_summary(model, outcome, published),
        legend,
        table: yearly_net(model, outcome, published),
        size: (chart.width, chart.height),
        drawing,
        readings: chart.readings,
    }
}

fn points(path: &[(f64, f64)]) -> String {
    let points = path
        .iter()
        .map(|(x, y)| format!("{},{}", Decimal(*x), Decimal(*y)));
    points.collect::<Vec<_>>().join(" ")
}

fn callout_view(callout: &Callout) -> Html {
    html! {
        <g>
            <circle class="point" cx={Decimal(callout.x).to_string()}
                cy={Decimal(callout.y).to_string()} r="6" />
            { words(&callout.label, "amount") }
        </g>
    }
}
