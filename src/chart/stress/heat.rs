//! Two assumptions at once: a cell for each pair of values, in the shade of what the
//! figure comes to there.

use super::grid::{Grid, position};
use super::steps::{HeatStep, Shade, steps};
use super::{Area, Board, count, placeable, text};
use crate::chart::{Anchor, Label};
use crate::export::pounds;
use crate::model::Pounds;

/// One of the two assumptions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HeatAxis {
    /// Its name.
    pub name: String,
    /// The values it is given, rising.
    pub values: Vec<f64>,
    /// The same in words, one each: `10%`.
    pub texts: Vec<String>,
}

/// What the figure comes to, cell by cell: along the lowest row first, then up.
#[derive(Debug, Clone, PartialEq)]
pub enum HeatValues {
    /// Pounds, of which those below nought fail.
    Amounts(Vec<f64>),
    /// A category each, such as the year of payback.
    Ordered {
        /// The categories, the best first.
        names: Vec<String>,
        /// Whether the last of them is to fail: `not within five years`.
        last_fails: bool,
        /// The category of each cell, by its place in the names.
        cells: Vec<usize>,
    },
}

/// What a grid is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatOf {
    /// The assumption that rises to the right.
    pub across: HeatAxis,
    /// The assumption that rises upwards.
    pub up: HeatAxis,
    /// What the figure is called when a cell is read: `net over five years`.
    pub figure: String,
    /// What it comes to.
    pub values: HeatValues,
    /// The same in short words for the cells: `12.5`; none are written if there are none.
    pub texts: Vec<String>,
    /// The published values, across and up.
    pub published: Option<(f64, f64)>,
    /// The scenario's values, across and up.
    pub current: Option<(f64, f64)>,
}

/// What is written in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatText {
    /// The words, in the middle of the cell or beside a point in it.
    pub label: Label,
    /// The shade they are written on.
    pub on: Shade,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// The cells, by shade.
    pub steps: Vec<HeatStep>,
    /// Words in the cells, where they have room.
    pub texts: Vec<HeatText>,
    /// Between cells of different shades, in straight pieces from one point to another.
    pub lines: Vec<[(f64, f64); 2]>,
    /// The border between cells that fail and cells that do not, in straight pieces too.
    pub border: Vec<[(f64, f64); 2]>,
    /// The published point; none where it lies outside the grid.
    pub published: Option<(f64, f64)>,
    /// The scenario's point; none where it lies outside the grid.
    pub current: Option<(f64, f64)>,
    /// Values under the grid and beside it.
    pub values: Vec<Label>,
    /// What the assumptions are called: over the grid and under it.
    pub names: Vec<Label>,
    /// The cells, to be read; its rows begin at the top.
    pub board: Board,
}

/// Half of a point's height, with its outline.
const POINT: f64 = 9.0;

impl Heat {
    /// Places everything for a picture `width` pixels wide. Cells without a value are
    /// left out.
    pub fn of(of: &HeatOf, width: f64) -> Heat {
        let grid = Grid::new(of, width);
        let (mut steps, of_each) = steps(&of.values);
        let published = grid.point(of, of.published);
        let current = grid.point(of, of.current);
        let mut texts = Vec::new();
        for (place, step) in of_each.iter().enumerate().take(grid.columns * grid.rows) {
            let (column, row) = (place % grid.columns, place / grid.columns);
            let area = grid.cell(column, row);
            if let Some(step) = steps.get_mut(*step) {
                step.cells.push(area);
                if grid.worded
                    && let Some(text) = of.texts.get(place)
                {
                    texts.push(HeatText {
                        label: beside(&area, text, [published, current]),
                        on: step.shade,
                    });
                }
            }
        }
        let step = |column: usize, row: usize| of_each.get(row * grid.columns + column).copied();
        let fails = |column: usize, row: usize| {
            let step = steps.get(step(column, row)?)?;
            Some(step.shade.fails)
        };
        Heat {
            width: grid.width,
            height: grid.height(),
            lines: grid.border(step),
            border: grid.border(fails),
            texts,
            published,
            current,
            values: grid.values(of),
            names: grid.names.clone(),
            board: grid.board(),
            steps,
        }
    }
}

impl HeatOf {
    /// What the border between cells that fail and cells that do not stands for.
    pub fn border_words(&self) -> String {
        match &self.values {
            HeatValues::Amounts(_) => "Where it crosses £0".to_owned(),
            HeatValues::Ordered { names, .. } => {
                let last = names.last().map_or("", String::as_str);
                format!("Border of \u{2018}{last}\u{2019}")
            }
        }
    }

    /// What a place of the picture's board says.
    pub fn reading(&self, (column, from_top): (usize, usize)) -> String {
        let (across, up) = (&self.across, &self.up);
        let columns = across.values.len();
        let Some(row) = up.values.len().checked_sub(from_top + 1) else {
            return String::new();
        };
        let place = row * columns + column;
        let text = |axis: &HeatAxis, at: usize| axis.texts.get(at).cloned().unwrap_or_default();
        let value = match &self.values {
            HeatValues::Amounts(amounts) => amounts
                .get(place)
                .map(|amount| pounds(Pounds::round(placeable(*amount)))),
            HeatValues::Ordered { names, cells, .. } => cells
                .get(place)
                .and_then(|category| names.get(*category).cloned()),
        };
        let here = |point: Option<(f64, f64)>| {
            let (x, y) = point?;
            let at = (position(&across.values, x)?, position(&up.values, y)?);
            (at.0.round() == count(column) && at.1.round() == count(row)).then_some(())
        };
        let points = match (here(self.published), here(self.current)) {
            (Some(()), Some(())) => "; the published point and this scenario are here",
            (Some(()), None) => "; the published point is here",
            (None, Some(())) => "; this scenario is here",
            (None, None) => "",
        };
        format!(
            "{} {}, {} {}: {} {}{points}",
            across.name,
            text(across, column),
            up.name,
            text(up, row),
            self.figure,
            value.unwrap_or_else(|| "not known".to_owned()),
        )
    }
}

/// Words in the middle of a cell, or away from the points that stand in it.
fn beside(area: &Area, text: &str, points: [Option<(f64, f64)>; 2]) -> Label {
    let (middle, centre) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    let half = text::width(text) / 2.0 + POINT;
    let near = points.into_iter().flatten().filter(|(x, y)| {
        (x - middle).abs() < half && (y - centre).abs() < area.height / 2.0 + POINT / 2.0
    });
    let near: Vec<(f64, f64)> = near.collect();
    let label = |x: f64, y: f64, anchor: Anchor| Label {
        x,
        y,
        text: text.to_owned(),
        anchor,
    };
    // Where there is no room under or over a point, there may be some beside it.
    let words = text::width(text);
    if let [(x, _)] | [(x, _), _] = near[..]
        && near.iter().all(|(other, _)| (other - x).abs() < 1.0)
        && area.height < 2.0 * (POINT + text::LINE)
    {
        let (before, after) = (x - POINT - 4.0, x + POINT + 4.0);
        if after + words <= area.x + area.width {
            return label(after, centre + 4.5, Anchor::Start);
        }
        if before - words >= area.x {
            return label(before, centre + 4.5, Anchor::End);
        }
    }
    let down: Vec<f64> = near.iter().map(|(_, y)| *y).collect();
    let y = if down.is_empty() {
        centre + 4.5
    } else if down.iter().all(|y| *y <= centre + 1.0) {
        area.y + area.height - 1.5
    } else {
        area.y + 11.0
    };
    label(middle, y, Anchor::Middle)
}
