//! Where the cells of a grid lie, and what stands around them.

use super::heat::HeatOf;
use super::text::{self, LINE};
use super::{Area, Board, count};
use crate::chart::{Anchor, Frame, Label};

/// Height of a cell with words: a point and a line have room in it.
const WORDED: f64 = 42.0;
/// The most rows that are written in.
const MOST_WORDED: usize = 12;
/// Where the cells lie.
pub(super) struct Grid {
    pub width: f64,
    pub columns: usize,
    pub rows: usize,
    left: f64,
    top: f64,
    cell: (f64, f64),
    pub worded: bool,
    pub names: Vec<Label>,
}

impl Grid {
    pub fn new(of: &HeatOf, width: f64) -> Grid {
        let width = width.max(Frame::NARROWEST);
        let (columns, rows) = (of.across.values.len(), of.up.values.len());
        let widest = |texts: &[String]| {
            texts
                .iter()
                .map(|text| text::width(text))
                .fold(0.0, f64::max)
        };
        let left = (widest(&of.up.texts).min(width * 0.3) + 10.0)
            .max(34.0)
            .round();
        let right = (widest(&of.across.texts) / 2.0).clamp(4.0, 40.0);
        // Whole pixels, so that no seams show between cells.
        let across = ((width - left - right) / count(columns.max(1))).floor();
        let across = across.clamp(2.0, 130.0);
        let worded = of.texts.len() == columns * rows
            && rows <= MOST_WORDED
            && widest(&of.texts) + 6.0 <= across;
        let high = if worded {
            WORDED
        } else {
            let all = (width * 0.66).clamp(200.0, 430.0);
            (all / count(rows.max(1))).floor().clamp(2.0, WORDED)
        };
        let mut y = -4.0;
        let mut line = |text: String| {
            y += LINE;
            Label {
                x: 0.0,
                y,
                text,
                anchor: Anchor::Start,
            }
        };
        let mut names: Vec<Label> = text::wrapped(&format!("↑ {}", of.up.name), width / 1.1, 2)
            .into_iter()
            .map(&mut line)
            .collect();
        let top = count(names.len()) * LINE + 8.0;
        let under = top + high * count(rows) + 2.0 * LINE + 6.0;
        let below = text::wrapped(&format!("→ {}", of.across.name), (width - left) / 1.1, 2);
        names.extend(below.into_iter().enumerate().map(|(line, text)| Label {
            x: left,
            y: under + count(line) * LINE,
            text,
            anchor: Anchor::Start,
        }));
        Grid {
            width,
            columns,
            rows,
            left,
            top,
            cell: (across, high),
            worded,
            names,
        }
    }

    pub fn height(&self) -> f64 {
        let last = self.names.last().map_or(self.bottom(), |name| name.y);
        last.max(self.bottom() + LINE) + 8.0
    }

    fn bottom(&self) -> f64 {
        self.top + self.cell.1 * count(self.rows)
    }

    /// Left end of a column; a row's top counted from below.
    fn corner(&self, column: usize, row: usize) -> (f64, f64) {
        (
            self.left + self.cell.0 * count(column),
            self.bottom() - self.cell.1 * count(row),
        )
    }

    /// A cell, with a gap to its neighbours where it is large enough for one.
    pub fn cell(&self, column: usize, row: usize) -> Area {
        let gap = if self.worded || self.cell.0.min(self.cell.1) >= 14.0 {
            1.0
        } else {
            0.0
        };
        let (x, y) = self.corner(column, row + 1);
        Area {
            x,
            y,
            width: self.cell.0 - gap,
            height: self.cell.1 - gap,
        }
    }

    /// Where a pair of values lies.
    pub fn point(&self, of: &HeatOf, values: Option<(f64, f64)>) -> Option<(f64, f64)> {
        let (x, y) = values?;
        let (column, row) = (position(&of.across.values, x)?, position(&of.up.values, y)?);
        let (left, bottom) = self.corner(0, 0);
        Some((
            super::tenth(left + self.cell.0 * (column + 0.5)),
            super::tenth(bottom - self.cell.1 * (row + 0.5)),
        ))
    }

    /// As many values as have room: beside the first cell and so on to the last where the
    /// steps come out.
    pub fn values(&self, of: &HeatOf) -> Vec<Label> {
        let widest = of.across.texts.iter().map(|text| text::width(text));
        let apart = widest.fold(0.0, f64::max) + 10.0;
        let (mut labels, (width, height)) = (Vec::new(), self.cell);
        for column in every(self.columns, apart / width) {
            labels.push(Label {
                x: self.corner(column, 0).0 + width / 2.0,
                y: self.bottom() + LINE,
                text: of.across.texts.get(column).cloned().unwrap_or_default(),
                anchor: Anchor::Middle,
            });
        }
        for row in every(self.rows, (LINE + 4.0) / height) {
            let text = of.up.texts.get(row).map_or("", String::as_str);
            labels.push(Label {
                x: self.left - 8.0,
                y: self.corner(0, row).1 - height / 2.0 + 4.5,
                text: text::cut(text, self.left - 8.0),
                anchor: Anchor::End,
            });
        }
        labels
    }

    /// The border between cells that `of` tells apart; those it has nothing for have no
    /// border either.
    pub fn border<T: PartialEq>(
        &self,
        of: impl Fn(usize, usize) -> Option<T>,
    ) -> Vec<[(f64, f64); 2]> {
        let differ = |one: (usize, usize), other: (usize, usize)| {
            let (one, other) = (of(one.0, one.1), of(other.0, other.1));
            one.is_some() && other.is_some() && one != other
        };
        let mut pieces = Vec::new();
        // Upright pieces, then level ones; those that continue one another are joined.
        for column in 1..self.columns {
            let side = |row: usize| differ((column - 1, row), (column, row));
            for (from, to) in runs(self.rows, side) {
                pieces.push([self.corner(column, from), self.corner(column, to)]);
            }
        }
        for row in 1..self.rows {
            let side = |column: usize| differ((column, row - 1), (column, row));
            for (from, to) in runs(self.columns, side) {
                pieces.push([self.corner(from, row), self.corner(to, row)]);
            }
        }
        pieces
    }

    pub fn board(&self) -> Board {
        let columns = (0..self.columns).map(|column| {
            let (x, _) = self.corner(column, 0);
            (x, x + self.cell.0)
        });
        let rows = (0..self.rows).rev().map(|row| {
            let (_, bottom) = self.corner(0, row);
            (bottom - self.cell.1, bottom)
        });
        Board {
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }
}

/// The first and every so manyth of `all`, at least `apart` steps apart; so that the last
/// is among them, if that does not take many away.
fn every(all: usize, apart: f64) -> impl Iterator<Item = usize> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded"
    )]
    let least = apart.ceil().clamp(1.0, 1_000.0) as usize;
    let even = |step: &usize| all.saturating_sub(1).is_multiple_of(*step);
    let step = (least..=least + least / 2 + 1).find(even).unwrap_or(least);
    (0..all).step_by(step)
}

/// The stretches of `0..all` in which something holds.
fn runs(all: usize, holds: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (0..all).filter(|at| holds(*at)) {
        match found.last_mut() {
            Some(run) if run.1 == at => run.1 = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

/// Where a value lies among rising ones, in steps from the first; none outside them.
pub(super) fn position(values: &[f64], value: f64) -> Option<f64> {
    let above = values.iter().position(|one| *one >= value)?;
    let (Some(lower), upper) = (above.checked_sub(1).map(|at| values[at]), values[above]) else {
        return (values[above] == value).then_some(0.0);
    };
    let part = (value - lower) / (upper - lower);
    part.is_finite().then(|| count(above - 1) + part)
}
