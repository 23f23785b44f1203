//! Rows of bars that run across: a tornado, and rank correlations.

use super::ink::Ink;
use super::look::{AMOUNT, AXIS, GRID, GROUND, HIGH, LOW, NOW, TICK};
use super::sheet::INNER;
use super::yearly::words;
use super::{Entry, Key, Picture};
use crate::chart::stress::text;
use crate::chart::{Anchor, Area, AxisMark, Label, Rank, Ranks, RowWords, Tornado, TornadoOf};

/// How far each assumption moves a figure.
pub fn tornado(of: &TornadoOf, title: &str, summary: &str) -> Picture {
    let chart = Tornado::of(of, INNER);
    let mut ink = Ink::default();
    across(&mut ink, &chart.marks, &chart.through);
    ink.areas(chart.bars.iter().map(|bar| &bar.high), HIGH);
    ink.areas(chart.bars.iter().map(|bar| &bar.low), LOW);
    upright(&mut ink, chart.now_x, &chart.through, NOW);
    ink.words(&chart.now, AMOUNT);
    for bar in &chart.bars {
        row(&mut ink, &bar.words);
        for label in &bar.ends {
            amount(&mut ink, label);
        }
    }
    Picture {
        name: "tornado",
        title: title.to_owned(),
        summary: summary.to_owned(),
        legend: vec![
            Entry::new(Key::Area(LOW), "At the low end of its range"),
            Entry::new(Key::Area(HIGH), "At the high end of its range"),
        ],
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// How closely each assumption goes with net over many draws.
pub fn ranks(of: &[Rank], summary: String) -> Picture {
    let chart = Ranks::of(of, INNER);
    let mut ink = Ink::default();
    across(&mut ink, &chart.marks, &chart.through);
    for (falls, look) in [(false, HIGH), (true, LOW)] {
        let bars = chart.bars.iter().filter(|bar| bar.falls == falls);
        ink.areas(bars.map(|bar| &bar.bar), look);
    }
    for bar in &chart.bars {
        row(&mut ink, &bar.words);
        amount(&mut ink, &bar.end);
    }
    Picture {
        name: "simulation-correlations",
        title: format!("What goes closest with net: the first {}", of.len()),
        summary,
        legend: vec![
            Entry::new(Key::Area(HIGH), "Rises where the assumption rises"),
            Entry::new(Key::Area(LOW), "Falls where the assumption rises"),
        ],
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// The axis under the rows: a line through the plot at each amount, and the amount.
fn across(ink: &mut Ink, marks: &[AxisMark], through: &[(f64, f64)]) {
    for mark in marks {
        let look = if mark.amount == 0.0 { AXIS } else { GRID };
        upright(ink, mark.x, through, look);
        ink.words(&mark.label, TICK);
    }
}

fn upright(ink: &mut Ink, x: f64, through: &[(f64, f64)], look: super::Look) {
    let pieces: Vec<_> = through
        .iter()
        .map(|(top, low)| [(x, *top), (x, *low)])
        .collect();
    ink.pieces(&pieces, look);
}

fn row(ink: &mut Ink, of: &RowWords) {
    for label in &of.name {
        ink.words(label, AMOUNT);
    }
    words(ink, &of.detail);
}

/// An amount at the end of a bar. The lines of the axis do not run through it.
fn amount(ink: &mut Ink, label: &Label) {
    let width = text::bold(&label.text);
    let x = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - width / 2.0,
        Anchor::End => label.x - width,
    };
    let behind = Area {
        x: x - 1.0,
        y: label.y - 11.5,
        width: width + 2.0,
        height: 15.0,
    };
    ink.areas([&behind], GROUND);
    ink.words(label, AMOUNT);
}
