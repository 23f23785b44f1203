//! Cumulative net over many draws: where the middle draw runs, half of them, and eight in
//! ten.

use super::{placeable, text};
use crate::case::Years;
use crate::chart::reading::at_year_end;
use crate::chart::scale::money_axis;
use crate::chart::{Anchor, Frame, Label, Reading, Scale, Tick};
use crate::export::{pounds, pounds_short};
use crate::model::Pounds;

/// What a fan is made from: pounds by year end, whole or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FanOf {
    /// One in ten draws is below.
    pub p10: Vec<f64>,
    /// One in four is below.
    pub p25: Vec<f64>,
    /// Half are below.
    pub p50: Vec<f64>,
    /// Three in four are below.
    pub p75: Vec<f64>,
    /// Nine in ten are below.
    pub p90: Vec<f64>,
    /// The published case; none where it is not to be shown.
    pub published: Option<Vec<f64>>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// Left end of the grid lines.
    pub left: f64,
    /// Right end of the grid lines.
    pub right: f64,
    /// The money axis, with nought.
    pub ticks: Vec<Tick>,
    /// The years, under the axis.
    pub years: Vec<Label>,
    /// Around eight draws in ten, from P10 to P90.
    pub outer: Vec<(f64, f64)>,
    /// Around half of the draws, from P25 to P75.
    pub inner: Vec<(f64, f64)>,
    /// The middle draw: year ends, with nought at the start.
    pub middle: Vec<(f64, f64)>,
    /// The published case's line; empty where there is none.
    pub published: Vec<(f64, f64)>,
    /// What the middle draw ends at.
    pub middle_end: Label,
    /// What the outer band ends at, above and below.
    pub outer_ends: [Label; 2],
    /// Whose the published line is.
    pub published_end: Option<Label>,
    /// What each year's end says.
    pub readings: Vec<Reading>,
}

/// From this width on the ends are said in words instead of by their percentiles.
const WORDS: f64 = 560.0;

impl Fan {
    /// Places everything for a picture `width` pixels wide. A year that a line has no
    /// figure for ends it.
    pub fn of(years: Years, of: &FanOf, width: f64) -> Fan {
        let lines = [&of.p10, &of.p25, &of.p50, &of.p75, &of.p90];
        let amounts = lines.into_iter().chain(&of.published).flatten();
        let (mut lowest, mut highest) = (0.0, 0.0);
        for amount in amounts {
            lowest = f64::min(lowest, placeable(*amount));
            highest = f64::max(highest, placeable(*amount));
        }
        let said = |before: [&str; 2], line: &[f64]| {
            let amount = last(line).map_or_else(String::new, short);
            let before = before[usize::from(width >= WORDS)];
            format!("{before} {amount}")
        };
        let texts = [
            said(["P90", "9 in 10 below"], &of.p90),
            said(["P50", "half below"], &of.p50),
            said(["P10", "1 in 10 below"], &of.p10),
        ];
        // Figures beyond any case are cut before they take the room of the plot.
        let most = width.max(Frame::NARROWEST) * 0.42;
        let room = text::widest(texts.iter().map(String::as_str)).clamp(76.0, most);
        let texts = texts.map(|text| text::cut(&text, room));
        let mut frame = Frame::new(width, room + 10.0);
        let (down, ticks) = money_axis(lowest, highest, |low, high| frame.down(low, high));
        let widest = ticks.iter().map(|tick| text::width(&tick.label));
        let widest = widest.fold(0.0, f64::max) + 10.0;
        frame.left = frame.left.max(widest.min(frame.width * 0.3));
        let across = frame.across(years.count);
        let path = |line: &[f64]| path(line, years, &across, &down);
        let [p10, p25, middle, p75, p90] = lines.map(|line| path(line));
        let published = of
            .published
            .as_ref()
            .map(|line| path(line))
            .unwrap_or_default();

        let end = |line: &[(f64, f64)], text: &str| Label {
            x: frame.width - frame.right + 8.0,
            y: line.last().map_or(0.0, |point| point.1) + 4.0,
            text: text.to_owned(),
            anchor: Anchor::Start,
        };
        let [upper, half, lower] = &texts;
        let mut middle_end = end(&middle, half);
        let mut outer_ends = [end(&p90, upper), end(&p10, lower)];
        let mut published_end = (!published.is_empty()).then(|| end(&published, "published"));
        let [above, below] = &mut outer_ends;
        let mut all = vec![above, &mut middle_end, below];
        all.extend(published_end.as_mut());
        text::spread(&mut all, frame.height - frame.bottom);

        Fan {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            ticks,
            years: frame.year_labels(years),
            outer: around(p10, p90),
            inner: around(p25, p75),
            middle,
            published,
            middle_end,
            outer_ends,
            published_end,
            readings: (0..years.count)
                .map(|year| at_year_end(&across, year, years.count, reading(years, of, year)))
                .collect(),
        }
    }
}

fn last(line: &[f64]) -> Option<f64> {
    line.last().copied()
}

fn short(amount: f64) -> String {
    pounds_short(Pounds::round(placeable(amount)))
}

/// A line from nought at the start of the first year through each year's end.
fn path(line: &[f64], years: Years, across: &Scale, down: &Scale) -> Vec<(f64, f64)> {
    if line.is_empty() {
        return Vec::new();
    }
    let ends = line.iter().take(years.count).enumerate();
    let mut points = vec![(across.place(0.0), down.place(0.0))];
    points.extend(ends.map(|(year, amount)| {
        let end = super::count(year + 1);
        (across.place(end), down.place(placeable(*amount)))
    }));
    points
}

/// Along one line and back along the other.
fn around(mut lower: Vec<(f64, f64)>, mut upper: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    upper.reverse();
    lower.append(&mut upper);
    lower
}

/// A year's percentiles, to the pound.
fn reading(years: Years, of: &FanOf, year: usize) -> String {
    let mut said = Vec::new();
    let mut say = |before: &str, line: &[f64]| {
        if let Some(amount) = line.get(year) {
            said.push(format!(
                "{before} {}",
                pounds(Pounds::round(placeable(*amount)))
            ));
        }
    };
    say("9 in 10 below", &of.p90);
    say("half below", &of.p50);
    say("1 in 10 below", &of.p10);
    if let Some(published) = &of.published {
        say("published", published);
    }
    format!("{}: cumulative net {}", years.label(year), said.join(", "))
}
