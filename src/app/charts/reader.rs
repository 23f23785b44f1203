//! Reading a picture to the pound, year by year: under the pointer, or with the arrow
//! keys. What is read stands under the picture in words, where a screen reader hears it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::case::Decimal;
use crate::chart::Reading;

/// Where in a picture a person reads.
pub struct Reader {
    /// A line through the picture at what is read. It goes first into the drawing, so
    /// that everything else stands over it.
    pub guide: Html,
    /// What is read, in words. It goes under the picture.
    pub words: Html,
    node: NodeRef,
    onkeydown: Callback<KeyboardEvent>,
    onmousemove: Callback<MouseEvent>,
    stop: Callback<()>,
}

/// Reads a picture; `node` is what [`Reader::picture`] will stand in, and may be the one
/// that its width is measured by.
#[hook]
pub fn use_reader(node: &NodeRef, readings: &[Reading]) -> Reader {
    let at = use_state_eq(|| None::<usize>);
    let index = at.filter(|index| *index < readings.len());
    let last = readings.len().saturating_sub(1);
    let read = {
        let at = at.clone();
        Rc::new(move |index: Option<usize>| at.set(index))
    };
    let onkeydown = {
        let read = read.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let next = match (event.key().as_str(), index) {
                ("ArrowRight", Some(index)) => Some(last.min(index + 1)),
                ("ArrowLeft", Some(index)) => Some(index.saturating_sub(1)),
                ("ArrowRight" | "Home", _) => Some(0),
                ("ArrowLeft" | "End", _) => Some(last),
                ("Escape", Some(_)) => None,
                _ => return,
            };
            event.prevent_default();
            read(next);
        })
    };
    let onmousemove = {
        let (read, node) = (read.clone(), node.clone());
        let edges: Vec<(f64, f64)> = readings.iter().map(|one| (one.left, one.right)).collect();
        Callback::from(move |event: MouseEvent| {
            // From the drawing's own edge: a narrow window scrolls it.
            let drawing = node.cast::<Element>();
            let drawing = drawing.and_then(|node| node.first_element_child());
            let from = drawing.map_or(0.0, |drawing| drawing.get_bounding_client_rect().left());
            let x = f64::from(event.client_x()) - from;
            read(
                edges
                    .iter()
                    .position(|(left, right)| *left <= x && x < *right),
            );
        })
    };
    let reading = index.map(|index| &readings[index]);
    Reader {
        guide: reading.map_or_else(Html::default, guide),
        words: words(reading),
        node: node.clone(),
        onkeydown,
        onmousemove,
        stop: Callback::from(move |()| read(None)),
    }
}

impl Reader {
    /// The place a picture stands in, which the keyboard can come to.
    pub fn picture(&self, drawing: Html) -> Html {
        let stop = &self.stop;
        html! {
            <div class="picture" ref={self.node.clone()} tabindex="0" role="group"
                aria-label="Read the chart by year, with the arrow keys"
                onkeydown={self.onkeydown.clone()} onmousemove={self.onmousemove.clone()}
                onmouseleave={stop.reform(|_: MouseEvent| ())}
                onblur={stop.reform(|_: FocusEvent| ())}>
                { drawing }
            </div>
        }
    }
}

/// Down to a little under the axis, and not through the years' names.
fn guide(reading: &Reading) -> Html {
    let x = Decimal(reading.x).to_string();
    html! { <line class="guide" x1={x.clone()} x2={x} y1="0" y2="89%" /> }
}

fn words(reading: Option<&Reading>) -> Html {
    html! {
        <p class="reading" aria-live="polite">
            if let Some(reading) = reading {
                { &reading.label }
            } else {
                // Who hears the page is told by the picture's own name.
                <span aria-hidden="true">
                    { "Point at the picture, or use the arrow keys, to read each year." }
                </span>
            }
        </p>
    }
}
