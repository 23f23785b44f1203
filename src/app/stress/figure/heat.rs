//! Two assumptions at once: cells in a few shades, the border of what fails, and the
//! published point beside the scenario's.

use yew::prelude::*;

use super::Parts;
use super::keys::{entry, outline, sample};
use crate::app::charts::words;
use crate::case::Decimal;
use crate::chart::{Heat, HeatOf, Shade};

pub fn parts(of: &HeatOf, id: &str, width: f64) -> Parts {
    let chart = Heat::of(of, width);
    let hatch = format!("url(#{id}-hatch)");
    // Words in cells say what fails by themselves, and would be hard to read on hatching.
    let hatched = chart.texts.is_empty();
    let drawing = html! {
        <>
            <defs>
                <pattern id={format!("{id}-hatch")} width="5" height="5"
                    patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line x1="0" y1="0" x2="0" y2="5" class="heat-hatching" />
                </pattern>
            </defs>
            <g class={classes!("heat", (!hatched).then_some("worded"))}>
                { for chart.steps.iter().map(|step| {
                    let shape = outline(&step.cells);
                    html! {
                        <>
                            <path class={look(step.shade)} d={shape.clone()} />
                            if hatched && step.shade.fails {
                                <path fill={hatch.clone()} d={shape} />
                            }
                        </>
                    }
                }) }
                <path class="heat-line" d={pieces(&chart.lines)} />
                <path class="heat-border" d={pieces(&chart.border)} />
            </g>
            { for chart.texts.iter().map(|text| words(&text.label, on(text.on))) }
            { for chart.values.iter().map(|label| words(label, "tick")) }
            { for chart.names.iter().map(|label| words(label, "row-name")) }
            if let Some(place) = chart.published {
                { published(place) }
            }
            if let Some(place) = chart.current {
                { current(place) }
            }
        </>
    };
    let swatch = |shade: Shade| {
        html! {
            <>
                { sample(classes!(look(shade), (!hatched).then_some("worded"))) }
                if hatched && shade.fails {
                    <rect fill={hatch.clone()} x="1.5" y="1.5" width="13" height="13" />
                }
            </>
        }
    };
    let legend = html! {
        <>
            { for chart.steps.iter().map(|step| entry(swatch(step.shade), step.label.clone())) }
            if !chart.border.is_empty() {
                { entry(
                    html! { <path class="heat-border" d="M0 8H16" /> },
                    of.border_words(),
                ) }
            }
            { point("As published", of.published, chart.published, published) }
            { point("This scenario", of.current, chart.current, current) }
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

fn look(shade: Shade) -> String {
    let side = if shade.fails { "below" } else { "above" };
    format!("heat-cell heat-{side} heat-{}", shade.strength)
}

/// The look of words on a shade.
fn on(shade: Shade) -> &'static str {
    match (shade.fails, shade.strength) {
        (_, Shade::STRONGEST) => "on-strongest",
        (false, 4) => "on-strong",
        (true, 4) => "on-strong-below",
        _ => "on-weak",
    }
}

fn pieces(lines: &[[(f64, f64); 2]]) -> String {
    let place = |(x, y): (f64, f64)| format!("{} {}", Decimal(x), Decimal(y));
    let piece = |[from, to]: &[(f64, f64); 2]| format!("M{}L{}", place(*from), place(*to));
    lines.iter().map(piece).collect()
}

/// A hollow circle.
fn published((x, y): (f64, f64)) -> Html {
    let [x, y] = [x, y].map(|at| Decimal(at).to_string());
    html! {
        <>
            <circle class="point-around" cx={x.clone()} cy={y.clone()} r="7.5" />
            <circle class="point-published" cx={x} cy={y} r="7.5" />
        </>
    }
}

/// A filled diamond, which goes into the circle where both stand at one place.
fn current((x, y): (f64, f64)) -> Html {
    let shape = format!("M{} {}l5 5l-5 5l-5 -5z", Decimal(x), Decimal(y - 5.0));
    html! { <path class="point-current" d={shape} /> }
}

/// The legend's entry for a point; it says so where the point lies outside the grid.
fn point(
    name: &str,
    values: Option<(f64, f64)>,
    place: Option<(f64, f64)>,
    drawn: fn((f64, f64)) -> Html,
) -> Html {
    if values.is_none() {
        return Html::default();
    }
    let text = if place.is_some() {
        name.to_owned()
    } else {
        format!("{name}: outside this grid")
    };
    entry(drawn((8.0, 8.0)), text)
}
