//! Reading a picture by row, or by row and column: under the pointer, or with the arrow
//! keys. What is read stands under the picture in words, where a screen reader hears it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::case::Decimal;
use crate::chart::{Area, Board, Step};

/// Where in a picture a person reads.
pub struct BoardReader {
    at: Option<(usize, usize)>,
    area: Option<Area>,
    node: NodeRef,
    onkeydown: Callback<KeyboardEvent>,
    onmousemove: Callback<MouseEvent>,
    stop: Callback<()>,
}

/// Reads a picture; `node` is what [`BoardReader::picture`] will stand in, and may be the
/// one that its width is measured by.
#[hook]
pub fn use_board(node: &NodeRef, board: &Board) -> BoardReader {
    let at = use_state_eq(|| None::<(usize, usize)>);
    // A place of a larger picture before this one is not read on.
    let area = at.and_then(|place| board.area(place));
    let here = at.filter(|_| area.is_some());
    let read = {
        let at = at.clone();
        Rc::new(move |place| at.set(place))
    };
    let onkeydown = {
        let (read, board) = (read.clone(), board.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let step = match event.key().as_str() {
                "ArrowUp" => Step::Up,
                "ArrowDown" => Step::Down,
                "ArrowLeft" => Step::Left,
                "ArrowRight" => Step::Right,
                "Home" => Step::First,
                "End" => Step::Last,
                "Escape" if here.is_some() => {
                    event.prevent_default();
                    read(None);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            read(board.moved(here, step));
        })
    };
    let onmousemove = {
        let (read, board, node) = (read.clone(), board.clone(), node.clone());
        Callback::from(move |event: MouseEvent| {
            // From the drawing's own corner: a narrow window scrolls it.
            let drawing = node.cast::<Element>();
            let Some(drawing) = drawing.and_then(|node| node.first_element_child()) else {
                return;
            };
            let from = drawing.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            read(board.at(x - from.left(), y - from.top()));
        })
    };
    BoardReader {
        at: here,
        area,
        node: node.clone(),
        onkeydown,
        onmousemove,
        stop: Callback::from(move |()| read(None)),
    }
}

impl BoardReader {
    /// The place a picture stands in, which the keyboard can come to.
    pub fn picture(&self, grid: bool, drawing: Html) -> Html {
        let stop = &self.stop;
        let label = if grid {
            "Read the chart cell by cell, with the arrow keys"
        } else {
            "Read the chart row by row, with the arrow keys"
        };
        html! {
            <div class="picture" ref={self.node.clone()} tabindex="0" role="group"
                aria-label={label}
                onkeydown={self.onkeydown.clone()} onmousemove={self.onmousemove.clone()}
                onmouseleave={stop.reform(|_: MouseEvent| ())}
                onblur={stop.reform(|_: FocusEvent| ())}>
                { drawing }
            </div>
        }
    }

    /// What is read, marked in the drawing.
    pub fn guide(&self, class: &'static str) -> Html {
        let Some(area) = self.area else {
            return Html::default();
        };
        html! {
            <rect {class} x={Decimal(area.x).to_string()} y={Decimal(area.y).to_string()}
                width={Decimal(area.width).to_string()}
                height={Decimal(area.height).to_string()} />
        }
    }

    /// What is read, in words. It goes under the picture.
    pub fn words(&self, grid: bool, say: impl Fn((usize, usize)) -> String) -> Html {
        html! {
            <p class="reading" aria-live="polite">
                if let Some(place) = self.at {
                    { say(place) }
                } else {
                    // Who hears the page is told by the picture's own name.
                    <span aria-hidden="true">
                        { "Point at the picture, or use the arrow keys, to read each " }
                        { if grid { "cell." } else { "row." } }
                    </span>
                }
            </p>
        }
    }
}
