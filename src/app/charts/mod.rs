//! The pictures: each drawn at the width it has, with its table and its words.

mod cumulative;
mod figure;
mod reader;
mod stacks;
mod yearly;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::{Model, Outcome};
use figure::figure;
pub use figure::{FigureParts, grid, key, use_width, words};
pub use reader::use_reader;
pub use stacks::stacks;

/// Which picture.
#[derive(Clone, Copy, PartialEq)]
pub enum ChartKind {
    /// Investment, savings and avoidance by year.
    Yearly,
    /// Cumulative net and payback.
    Cumulative,
}

/// What a picture is of.
#[derive(PartialEq, Properties)]
pub struct ChartProps {
    pub kind: ChartKind,
    pub model: Model,
    pub outcome: Rc<Outcome>,
    pub published: Rc<Outcome>,
}

/// A picture, drawn again when its outcome or its width changes.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps {
        kind,
        model,
        outcome,
        published,
    } = props;
    let (node, width) = use_width();
    let parts = figure_parts(*kind, model, outcome, published, width);
    let reader = use_reader(&node, &parts.readings);
    figure(parts, &reader)
}

/// What a picture is made of at this width.
pub fn figure_parts(
    kind: ChartKind,
    model: &Model,
    outcome: &Outcome,
    published: &Outcome,
    width: f64,
) -> FigureParts {
    match kind {
        ChartKind::Yearly => yearly::parts(model, outcome, published, width),
        ChartKind::Cumulative => cumulative::parts(model, outcome, published, width),
    }
}
