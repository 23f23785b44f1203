//! Cumulative net of the published case and of a few scenarios, as lines that say at
//! their ends whose they are.

use super::line::{WORDS_APART, path};
use super::reading::{at_year_end, say};
use super::scale::{Tick, money_axis};
use super::{Anchor, Frame, Label, Reading};
use crate::analysis::Comparison;
use crate::export::{compared_names, pounds_short};
use crate::model::{Model, Outcome};

/// The space between a line's end and its words.
const GAP: f64 = 8.0;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareLine {
    /// Which look it has: 0 for the published case, then 1 to 4 in the order given.
    pub style: usize,
    /// The whole of its name, for the legend.
    pub name: String,
    /// Year ends, with nought at the start.
    pub points: Vec<(f64, f64)>,
    /// Its name at its end, cut where there is no room, and what it comes to where there
    /// is.
    pub end: Label,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareLines {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// Left end of the grid lines.
    pub left: f64,
    /// Right end of the grid lines.
    pub right: f64,
    /// The money axis.
    pub ticks: Vec<Tick>,
    /// The years, under the axis.
    pub years: Vec<Label>,
    /// The published line, then the scenarios'.
    pub lines: Vec<CompareLine>,
    /// What each year's end says.
    pub readings: Vec<Reading>,
}

impl CompareLines {
    /// Places everything for a picture `width` pixels wide. `names` are the scenarios',
    /// in the comparison's order; one without a name is called by its place.
    pub fn of(model: &Model, compared: &Comparison, names: &[String], width: f64) -> CompareLines {
        let years = model.case().years;
        // Room for a short name on a telephone, for a name and an amount on a desk, and
        // how many letters go into it, at something over seven pixels each.
        let amounts = width >= 460.0;
        let (room, letters) = if amounts {
            (180.0, 23_usize)
        } else {
            (92.0, 11)
        };
        let frame = Frame::new(width, room);
        let outcomes: Vec<&Outcome> = std::iter::once(&compared.published)
            .chain(&compared.outcomes)
            .collect();
        let positions = outcomes
            .iter()
            .flat_map(|outcome| outcome.cumulative_net.iter());
        let (mut lowest, mut highest) = (0.0, 0.0);
        for position in positions {
            lowest = f64::min(lowest, position.as_f64());
            highest = f64::max(highest, position.as_f64());
        }
        let (down, ticks) = money_axis(lowest, highest, |low, high| frame.down(low, high));
        let across = frame.across(years.count);
        let x = frame.width - room + GAP;
        let mut lines: Vec<CompareLine> = Vec::with_capacity(outcomes.len());
        let names = compared_names(compared, names);
        for (place, (outcome, name)) in outcomes.iter().zip(names).enumerate() {
            let text = if amounts {
                let amount = pounds_short(outcome.net.total());
                let left = letters.saturating_sub(amount.chars().count() + 1);
                format!("{} {amount}", cut(&name, left))
            } else {
                cut(&name, letters)
            };
            let points = path(&outcome.cumulative_net, &across, &down);
            let y = points.last().map_or(0.0, |point| point.1) + 4.0;
            lines.push(CompareLine {
                style: place,
                name,
                points,
                end: Label {
                    x,
                    y,
                    text,
                    anchor: Anchor::Start,
                },
            });
        }
        spread(&mut lines, frame.height - frame.bottom);
        let readings = (0..years.count).map(|year| {
            let mut label = years.label(year);
            for (line, outcome) in lines.iter().zip(&outcomes) {
                let position = outcome.cumulative_net[year];
                say(&mut label, &line.name, position, position);
            }
            at_year_end(&across, year, years.count, label)
        });
        CompareLines {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            ticks,
            years: frame.year_labels(years),
            readings: readings.collect(),
            lines,
        }
    }
}

/// At most so many letters of a name, with an ellipsis for the rest.
fn cut(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Moves the words at the ends apart: downwards from the highest, then back up from the
/// lowest where they would run under the plot.
fn spread(lines: &mut [CompareLine], lowest: f64) {
    let mut order: Vec<usize> = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let at = order.partition_point(|other| lines[*other].end.y <= line.end.y);
        order.insert(at, place);
    }
    let mut free = f64::NEG_INFINITY;
    for &place in &order {
        let end = &mut lines[place].end;
        end.y = end.y.max(free);
        free = end.y + WORDS_APART;
    }
    let mut free = lowest;
    for &place in order.iter().rev() {
        let end = &mut lines[place].end;
        end.y = end.y.min(free);
        free = end.y - WORDS_APART;
    }
}
