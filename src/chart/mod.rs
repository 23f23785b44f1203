//! The geometry of the pictures: where every bar, line and label goes.
//!
//! Pure, so that it is tested without a browser; the app only draws what is placed
//! here. Lengths are CSS pixels at the width the picture is shown at, so that text
//! never shrinks with the drawing. Every axis starts at nought, but for those of the
//! stress test that differences are read off.

mod bars;
mod compare;
mod line;
mod pressure;
mod reading;
mod scale;
mod stack;
mod stress;
mod svg;

pub use bars::{Bar, BarGroup, BarSeries, Bars};
pub use compare::{CompareLine, CompareLines};
pub use line::{Callout, Lines};
pub use pressure::{PressureBars, PressureGroupBars};
pub use reading::Reading;
pub use scale::{Scale, Tick, money_ticks};
pub use stress::{
    Area, AxisMark, Board, Chance, ChanceStrip, Chances, Fan, FanOf, Heat, HeatAxis, HeatOf,
    HeatStep, HeatText, HeatValues, Rank, RankBar, Ranks, RowWords, Shade, Step, Tornado,
    TornadoBar, TornadoEnd, TornadoNow, TornadoOf, TornadoRow, Unit, chances_of, fan_of, heat_of,
    ranks_of, tornado_of,
};
pub use svg::{Picture, pictures};

use crate::case::Years;

/// A piece of text with its place; `x` is the middle, the start or the end of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Across, from the left.
    pub x: f64,
    /// Down, to the text's base line.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Which part of the text `x` is.
    pub anchor: Anchor,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The word SVG has for it.
    pub fn svg(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// The space around a plot, and its size.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    /// The least width anything is drawn at; a page narrower than that scrolls it.
    const NARROWEST: f64 = 260.0;

    fn new(width: f64, right: f64) -> Frame {
        let width = width.max(Frame::NARROWEST);
        Frame {
            width,
            height: if width < 460.0 { 240.0 } else { 280.0 },
            // For "−£300k" in front of its line.
            left: 58.0,
            right,
            top: 24.0,
            bottom: 30.0,
        }
    }

    /// Across: from the first year's start to the last year's end.
    fn across(&self, years: usize) -> Scale {
        #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
        let years = years as f64;
        Scale::new((0.0, years), (self.left, self.width - self.right))
    }

    /// Down: money, the largest at the top.
    fn down(&self, lowest: f64, highest: f64) -> Scale {
        Scale::new((lowest, highest), (self.height - self.bottom, self.top))
    }

    /// Which years have room for their label: every one, or every second or third.
    fn labelled(&self, years: usize) -> impl Fn(usize) -> bool + use<> {
        const LABEL: f64 = 56.0;
        let across = self.across(years);
        let one = across.place(1.0) - across.place(0.0);
        let mut every = 1;
        let mut room = one;
        while room < LABEL {
            every += 1;
            room += one;
        }
        move |year| year.is_multiple_of(every)
    }

    /// The years under the plot, each in the middle of its own, where there is room.
    fn year_labels(&self, years: Years) -> Vec<Label> {
        let across = self.across(years.count);
        let labelled = self.labelled(years.count);
        let labels = (0..years.count).filter(|&year| labelled(year)).map(|year| {
            #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
            let middle = year as f64 + 0.5;
            Label {
                x: across.place(middle),
                y: self.label_line(),
                text: years.label(year),
                anchor: Anchor::Middle,
            }
        });
        labels.collect()
    }

    /// The base line of the labels under the plot.
    fn label_line(&self) -> f64 {
        self.height - 8.0
    }
}
