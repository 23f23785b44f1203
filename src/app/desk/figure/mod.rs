//! The pictures of the desk, whose figures stand in tables of words on the same page.

mod lines;
mod pressures;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{Comparison, PressureYear};
use crate::app::charts::{use_reader, use_width};
use crate::case::Decimal;
use crate::chart::{CompareLines, PressureBars, Reading};
use crate::export::compared_summary;
use crate::model::Model;
pub use lines::line_key;

/// What a picture is of.
#[derive(Clone, PartialEq)]
pub enum Subject {
    /// Cumulative net of scenarios, by their names.
    Compared(Rc<Comparison>, Rc<[String]>),
    /// The pressures of the plan by year and what is set against them, and the sentence
    /// that says what is seen.
    Pressures(Vec<Option<PressureYear>>, String),
}

#[derive(PartialEq, Properties)]
pub struct PictureProps {
    pub model: Model,
    pub subject: Subject,
}

/// What a figure is made of.
struct Parts {
    id: &'static str,
    title: &'static str,
    /// The sentence for who cannot see it.
    summary: String,
    legend: Html,
    size: (f64, f64),
    readings: Vec<Reading>,
    drawing: Html,
}

/// A picture with its title, its legend and what is read in it. Only this is drawn again
/// while somebody reads it.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let (node, width) = use_width();
    let model = &props.model;
    let parts = match &props.subject {
        Subject::Compared(compared, names) => {
            let chart = CompareLines::of(model, compared, names, width);
            Parts {
                id: "compared",
                title: "Cumulative net position",
                summary: compared_summary(model, compared, names),
                legend: lines::legend(&chart),
                size: (chart.width, chart.height),
                drawing: lines::drawing(&chart),
                readings: chart.readings,
            }
        }
        Subject::Pressures(years, summary) => {
            let chart = PressureBars::of(model, years, width);
            Parts {
                id: "pressures",
                title: "Pressure beside what offsets it, by year, £m",
                summary: summary.clone(),
                legend: pressures::legend(),
                size: (chart.width, chart.height),
                drawing: pressures::drawing(&chart),
                readings: chart.readings,
            }
        }
    };
    let reader = use_reader(&node, &parts.readings);
    let (width, height) = parts.size;
    let (title, summary) = (
        format!("{}-title", parts.id),
        format!("{}-summary", parts.id),
    );
    html! {
        <figure aria-labelledby={title.clone()}>
            <figcaption id={title.clone()}>{ parts.title }</figcaption>
            <p class="legend">{ parts.legend }</p>
            { reader.picture(html! {
                <svg role="img" aria-labelledby={title} aria-describedby={summary.clone()}
                    width={Decimal(width).to_string()} height={Decimal(height).to_string()}
                    viewBox={format!("0 0 {} {}", Decimal(width), Decimal(height))}>
                    { reader.guide.clone() }
                    { parts.drawing }
                </svg>
            }) }
            { reader.words.clone() }
            <p class="visually-hidden" id={summary}>{ parts.summary }</p>
        </figure>
    }
}
