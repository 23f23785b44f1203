//! Rows of bars that run across, each under its words on a narrow picture and beside them
//! on a wide one.

use super::text::{LINE, wrapped};
use crate::chart::{Anchor, Frame, Label};

/// The words of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RowWords {
    /// What the row is of, in up to two lines.
    pub name: Vec<Label>,
    /// What is said about it, in up to two lines.
    pub detail: Vec<Label>,
}

/// From this width on the words stand beside the bars.
const WIDE: f64 = 600.0;
/// The least room the bars have beside words at their ends.
const LEAST_PLOT: f64 = 110.0;
/// Between a bar's end and its words.
pub(super) const GAP: f64 = 6.0;
/// Thickness of a bar.
pub(super) const BAR: f64 = 18.0;
/// From the top of a bar to the base line of the words beside it.
pub(super) const BASE: f64 = 13.5;

/// Where words and bars stand.
pub(super) struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Whether the words stand beside the bars.
    pub wide: bool,
    /// Whether the bars' own words fit at their ends; if not, they have lines of their
    /// own.
    pub beside: bool,
    /// Left and right end of what bars may take.
    pub plot: (f64, f64),
    /// Where a row's own lines begin.
    pub start: f64,
    /// The room for a row's words.
    room: f64,
}

/// A row that has its place.
pub(super) struct Placed {
    pub words: RowWords,
    /// Top of the bars.
    pub bars: f64,
    /// Top and bottom of all of it, halfway to its neighbours.
    pub ends: (f64, f64),
}

impl Layout {
    /// For bars with words of these widths to their left and to their right.
    pub fn new(width: f64, left: f64, right: f64) -> Layout {
        let width = width.max(Frame::NARROWEST);
        let wide = width >= WIDE;
        let room = if wide {
            (width * 0.36).clamp(230.0, 340.0)
        } else {
            width
        };
        let start = if wide { room + 12.0 } else { 0.0 };
        let (left, right) = (left + 2.0 * GAP, right + 2.0 * GAP);
        let beside = width - start - left - right >= LEAST_PLOT;
        let plot = if beside {
            (start + left, width - right)
        } else {
            (start + GAP, width - GAP)
        };
        Layout {
            width,
            wide,
            beside,
            plot,
            start,
            room,
        }
    }

    /// Places a row whose bars are so high, from `top` on.
    pub fn row(&self, top: f64, name: &str, detail: &str, height: f64) -> Placed {
        // The name is in heavier type.
        let names = wrapped(name, self.room / 1.1, 2);
        let details = wrapped(detail, self.room, 2);
        let lines = super::count(names.len() + details.len()) * LINE;
        let gap = if self.wide { 7.0 } else { 9.0 };
        let first = top + gap;
        let (words_top, bars, bottom) = if self.wide {
            let high = lines.max(height);
            (
                first + (high - lines) / 2.0,
                first + (high - height) / 2.0,
                first + high,
            )
        } else {
            let bars = first + lines + 6.0;
            (first, bars, bars + height)
        };
        let mut base = words_top - 4.0;
        let mut placed = |texts: Vec<String>| -> Vec<Label> {
            let place = |text| {
                base += LINE;
                Label {
                    x: 0.0,
                    y: base,
                    text,
                    anchor: Anchor::Start,
                }
            };
            texts.into_iter().map(place).collect()
        };
        Placed {
            words: RowWords {
                name: placed(names),
                detail: placed(details),
            },
            bars,
            ends: (top, bottom + gap),
        }
    }
}
