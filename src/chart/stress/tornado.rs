//! How far each assumption moves a figure from its low to its high: a row each, around
//! the figure as it is now.

use super::axis::{AxisMark, Unit, marks};
use super::rows::{BAR, BASE, GAP, Layout, RowWords};
use super::text::{LINE, bold, widest};
use super::{Area, Board, placeable};
use crate::chart::{Anchor, Label, Scale};

/// What the figure comes to at one end of an assumption's range.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TornadoEnd {
    /// The figure, in the unit of the picture.
    pub at: f64,
    /// The figure in words: `£12.1m`, `not within five years`.
    pub text: String,
}

/// One assumption.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TornadoRow {
    /// Its name.
    pub name: String,
    /// What was varied and by how much: `0% to 20%, now 10%`.
    pub varied: String,
    /// The figure at the low end of the range.
    pub low: TornadoEnd,
    /// The figure at the high end of the range.
    pub high: TornadoEnd,
}

/// The figure as it is now.
pub type TornadoNow = TornadoEnd;

/// What a tornado is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TornadoOf {
    /// The assumptions to be drawn, in their order; some fifteen at most can be read.
    pub rows: Vec<TornadoRow>,
    /// The figure as it is now, in words such as `now £17.64m`.
    pub now: TornadoNow,
    /// What the figure is measured in.
    pub unit: Unit,
}

/// The bars of one assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoBar {
    /// Its name and what was varied.
    pub words: RowWords,
    /// From the figure as it is to that at the low end.
    pub low: Area,
    /// From the figure as it is to that at the high end; under the other bar where both
    /// lead to the same side.
    pub high: Area,
    /// What the figure comes to: at the bars' ends, or in lines under them.
    pub ends: Vec<Label>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// The figure as it is now: its place across, and its words over the plot.
    pub now: Label,
    /// Where the line of the figure as it is now stands.
    pub now_x: f64,
    /// The amounts under the plot and their lines; nought's where it is in range.
    pub marks: Vec<AxisMark>,
    /// Where lines through the plot go, from top to bottom: once through all rows, or
    /// once in each where words stand between them.
    pub through: Vec<(f64, f64)>,
    /// The rows.
    pub bars: Vec<TornadoBar>,
    /// The places that can be read, one for each row.
    pub board: Board,
}

/// From the top of one bar to that of the other under it.
const LANE: f64 = BAR + 3.0;
/// The room over the rows.
const TOP: f64 = 26.0;

impl Tornado {
    /// Places everything for a picture `width` pixels wide.
    pub fn of(of: &TornadoOf, width: f64) -> Tornado {
        let now = placeable(of.now.at);
        let sides = of.rows.iter().map(|row| Sides::of(row, now));
        let sides: Vec<Sides> = sides.collect();
        let to = |way: f64| {
            let texts = of.rows.iter().zip(&sides).flat_map(move |(row, sides)| {
                let low = (sides.low == way).then_some(row.low.text.as_str());
                let high = (sides.high == way).then_some(row.high.text.as_str());
                low.into_iter().chain(high)
            });
            widest(texts)
        };
        let layout = Layout::new(width, to(-1.0), to(1.0));
        let ends = of.rows.iter().flat_map(|row| [row.low.at, row.high.at]);
        let extent = of.unit.extent(ends.map(placeable).chain([now]));
        let across = Scale::new(extent, layout.plot);
        let now_x = across.place(now);

        let mut top = TOP;
        let (mut bars, mut rows, mut through) = (Vec::new(), Vec::new(), Vec::new());
        for (row, sides) in of.rows.iter().zip(&sides) {
            let under = if layout.beside {
                Vec::new()
            } else {
                lines_under(row, &layout)
            };
            let lanes = if sides.same() { LANE + BAR } else { BAR };
            let placed = layout.row(
                top,
                &row.name,
                &row.varied,
                lanes + super::count(under.len()) * LINE,
            );
            let first = placed.bars;
            let second = if sides.same() { first + LANE } else { first };
            let area = |end: &TornadoEnd, y: f64| {
                Area::between((now_x, across.place(placeable(end.at))), (y, y + BAR))
            };
            let (low, high) = (area(&row.low, first), area(&row.high, second));
            let ends = if layout.beside {
                let beside = |area: &Area, side: f64, text: &str| Label {
                    x: if side < 0.0 {
                        area.x - GAP
                    } else {
                        area.x + area.width + GAP
                    },
                    y: area.y + BASE,
                    text: text.to_owned(),
                    anchor: if side < 0.0 {
                        Anchor::End
                    } else {
                        Anchor::Start
                    },
                };
                vec![
                    beside(&low, sides.low, &row.low.text),
                    beside(&high, sides.high, &row.high.text),
                ]
            } else {
                let mut y = second + BAR - 1.0;
                let mut place = |text: String| {
                    y += LINE;
                    Label {
                        x: layout.start,
                        y,
                        text,
                        anchor: Anchor::Start,
                    }
                };
                under.into_iter().map(&mut place).collect()
            };
            through.push((first - 2.0, second + BAR + 2.0));
            rows.push(placed.ends);
            top = placed.ends.1;
            bars.push(TornadoBar {
                words: placed.words,
                low,
                high,
                ends,
            });
        }
        if layout.wide && !of.rows.is_empty() {
            through = vec![(TOP, top)];
        }
        let height = top + LINE + 10.0;
        let half = bold(&of.now.text) / 2.0;
        Tornado {
            now: Label {
                x: now_x.clamp(half, (layout.width - half).max(half)),
                y: TOP - 10.0,
                text: of.now.text.clone(),
                anchor: Anchor::Middle,
            },
            now_x,
            marks: marks(of.unit, extent, layout.plot, (height - 8.0, layout.width)),
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

/// To which side of the figure as it is each end leads: −1 to the left, 1 to the right.
#[derive(Clone, Copy)]
struct Sides {
    low: f64,
    high: f64,
    both_move: bool,
}

impl Sides {
    /// An end that moves nothing stands opposite the other one.
    fn of(row: &TornadoRow, now: f64) -> Sides {
        let (low, high) = (placeable(row.low.at) - now, placeable(row.high.at) - now);
        let side = |of: f64, other: f64, otherwise: f64| {
            if of != 0.0 {
                of.signum()
            } else if other != 0.0 {
                -other.signum()
            } else {
                otherwise
            }
        };
        Sides {
            low: side(low, high, -1.0),
            high: side(high, low, 1.0),
            both_move: low != 0.0 && high != 0.0,
        }
    }

    /// Whether one bar would lie over the other.
    fn same(self) -> bool {
        self.both_move && self.low == self.high
    }
}

/// What the ends come to, in one line or in two, where the bars leave no room.
fn lines_under(row: &TornadoRow, layout: &Layout) -> Vec<String> {
    let (low, high) = (
        format!("at low: {}", row.low.text),
        format!("at high: {}", row.high.text),
    );
    let both = format!("{low} · {high}");
    let room = layout.width - layout.start;
    if bold(&both) <= room {
        vec![both]
    } else {
        [low, high]
            .map(|line| super::text::cut(&line, room / 1.1))
            .to_vec()
    }
}

impl TornadoOf {
    /// What a row says, counted from the top; nothing where there is none.
    pub fn reading(&self, row: usize) -> String {
        let Some(row) = self.rows.get(row) else {
            return String::new();
        };
        let varied = if row.varied.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.varied)
        };
        format!(
            "{}{varied}: {} at its low, {} at its high",
            row.name, row.low.text, row.high.text
        )
    }
}
