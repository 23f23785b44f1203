//! The pictures of the stress test: how far each assumption moves a figure, what a
//! simulation found, and two assumptions at once.
//!
//! They are made from plain texts and numbers, so that they know nothing of how these
//! were found; only `found` makes two of them from an analysis and its words. A number that is not finite, or larger than any case can hold, is placed
//! where the nearest sound one is; the words about it are the caller's.

mod axis;
mod board;
mod chances;
mod fan;
mod found;
mod grid;
mod heat;
mod ranks;
mod rows;
mod steps;
pub(super) mod text;
mod tornado;

pub use axis::{AxisMark, Unit};
pub use board::{Board, Step};
pub use chances::{Chance, ChanceStrip, Chances};
pub use fan::{Fan, FanOf};
pub use found::{chances_of, fan_of, heat_of, ranks_of, tornado_of};
pub use heat::{Heat, HeatAxis, HeatOf, HeatText, HeatValues};
pub use ranks::{Rank, RankBar, Ranks};
pub use rows::RowWords;
pub use steps::{HeatStep, Shade};
pub use tornado::{Tornado, TornadoBar, TornadoEnd, TornadoNow, TornadoOf, TornadoRow};

/// A rectangle of a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Area {
    /// The rectangle between two places across and two down, in either order.
    fn between(across: (f64, f64), down: (f64, f64)) -> Area {
        Area {
            x: across.0.min(across.1),
            y: down.0.min(down.1),
            width: tenth((across.1 - across.0).abs()),
            height: tenth((down.1 - down.0).abs()),
        }
    }
}

/// More than any amount a case can hold.
const LARGEST: f64 = 1e14;

/// A number that can be placed: nought for what is no number.
fn placeable(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(-LARGEST, LARGEST)
    }
}

/// A count as a number to reckon places with.
#[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
fn count(of: usize) -> f64 {
    of as f64
}

/// To a tenth of a pixel, as [`super::Scale`] places things.
fn tenth(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}
