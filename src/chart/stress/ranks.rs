//! How closely each assumption goes with a figure over many draws: rank correlations, as
//! bars to the left and to the right of nought.

use super::axis::{AxisMark, Unit, marks};
use super::rows::{BAR, BASE, GAP, Layout, RowWords};
use super::text::{LINE, widest};
use super::{Area, Board, placeable};
use crate::chart::{Anchor, Label, Scale};

/// One assumption.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rank {
    /// Its name.
    pub name: String,
    /// What is said about it, such as its range; may be empty.
    pub detail: String,
    /// The rank correlation, −1 to 1.
    pub value: f64,
    /// The same in words: `0.62`.
    pub text: String,
}

/// The bar of one assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct RankBar {
    /// Its name and what is said about it.
    pub words: RowWords,
    /// From nought to the correlation.
    pub bar: Area,
    /// Whether the figure falls where the assumption rises.
    pub falls: bool,
    /// The correlation, at the bar's end.
    pub end: Label,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// −1 to 1 under the plot, and their lines.
    pub marks: Vec<AxisMark>,
    /// Where lines through the plot go, from top to bottom: once through all rows, or
    /// once in each where words stand between them.
    pub through: Vec<(f64, f64)>,
    /// The rows.
    pub bars: Vec<RankBar>,
    /// The places that can be read, one for each row.
    pub board: Board,
}

impl Ranks {
    /// Places everything for a picture `width` pixels wide, in the order given.
    pub fn of(ranks: &[Rank], width: f64) -> Ranks {
        let value = |rank: &Rank| placeable(rank.value).clamp(-1.0, 1.0);
        let room = |left: bool| {
            let there = ranks.iter().filter(|rank| (value(rank) < 0.0) == left);
            // The axis has words of its own at both ends.
            widest(there.map(|rank| rank.text.as_str())).max(12.0)
        };
        let layout = Layout::new(width, room(true), room(false));
        let across = Scale::new((-1.0, 1.0), layout.plot);
        let nought = across.place(0.0);
        let mut top = 0.0;
        let (mut bars, mut rows, mut through) = (Vec::new(), Vec::new(), Vec::new());
        for rank in ranks {
            let under = if layout.beside { 0.0 } else { LINE };
            let placed = layout.row(top, &rank.name, &rank.detail, BAR + under);
            let y = placed.bars;
            let bar = Area::between((nought, across.place(value(rank))), (y, y + BAR));
            let falls = value(rank) < 0.0;
            let (x, anchor) = if !layout.beside {
                (layout.start, Anchor::Start)
            } else if falls {
                (bar.x - GAP, Anchor::End)
            } else {
                (bar.x + bar.width + GAP, Anchor::Start)
            };
            bars.push(RankBar {
                words: placed.words,
                bar,
                falls,
                end: Label {
                    x,
                    y: y + BASE + if layout.beside { 0.0 } else { BAR },
                    text: rank.text.clone(),
                    anchor,
                },
            });
            through.push((y - 2.0, y + BAR + 2.0));
            rows.push(placed.ends);
            top = placed.ends.1;
        }
        if layout.wide && !ranks.is_empty() {
            through = vec![(0.0, top)];
        }
        let height = top + LINE + 10.0;
        Ranks {
            marks: marks(
                Unit::Plain,
                (-1.0, 1.0),
                layout.plot,
                (height - 8.0, layout.width),
            ),
            through,
            bars,
            board: Board {
                columns: vec![(0.0, layout.width)],
                rows,
            },
            width: layout.width,
            height,
        }
    }
}

impl Rank {
    /// What its row says.
    pub fn reading(&self) -> String {
        let detail = if self.detail.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.detail)
        };
        format!("{}{detail}: rank correlation {}", self.name, self.text)
    }
}
