//! What a simulation found, and two assumptions at once.

use super::ink::Ink;
use super::look::{
    AMOUNT, AROUND, BETWEEN, BORDER, BOTH, HALF, HATCHING, HERE, HIGH, MOST, NET, PLAIN, PUBLISHED,
    PUBLISHED_END, REVERSED, THERE, Type, shade,
};
use super::sheet::INNER;
use super::yearly::{grid, words};
use super::{Entry, Key, Picture};
use crate::case::Years;
use crate::chart::{Chance, Chances, Fan, FanOf, Heat, HeatOf, Shade};

/// Cumulative net over many draws: two bands around the middle draw.
pub fn fan(years: Years, of: &FanOf, summary: String) -> Picture {
    let chart = Fan::of(years, of, INNER);
    let mut ink = Ink::default();
    ink.inside(&chart.outer, MOST);
    ink.inside(&chart.inner, HALF);
    grid(&mut ink, &chart.ticks, chart.left, chart.right);
    words(&mut ink, &chart.years);
    ink.through(&chart.middle, NET);
    ink.through(&chart.published, PUBLISHED);
    let [upper, lower] = &chart.outer_ends;
    ink.words(upper, PLAIN);
    ink.words(&chart.middle_end, AMOUNT);
    ink.words(lower, PLAIN);
    let mut legend = vec![
        Entry::new(Key::Line(NET), "Middle of the draws (P50)"),
        Entry::new(Key::Area(BOTH), "Half of the draws (P25 to P75)"),
        Entry::new(Key::Area(MOST), "Eight in ten draws (P10 to P90)"),
    ];
    if let Some(label) = &chart.published_end {
        ink.words(label, PUBLISHED_END);
        legend.push(Entry::new(Key::Line(PUBLISHED), "As published"));
    }
    Picture {
        name: "simulation-cumulative-net",
        title: "Cumulative net over the draws of a simulation".to_owned(),
        summary,
        legend,
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// How likely payback is by the end of each year.
pub fn chances(years: Years, of: &[Chance], summary: String) -> Picture {
    let chart = Chances::of(years, of, INNER);
    let mut ink = Ink::default();
    for strip in &chart.strips {
        grid(&mut ink, &strip.ticks, chart.left, chart.right);
        for label in strip.name.iter() {
            ink.words(label, AMOUNT);
        }
        ink.areas(&strip.bars, HIGH);
        for label in &strip.amounts {
            ink.words(label, AMOUNT);
        }
    }
    words(&mut ink, &chart.years);
    let legend = "Chance that the whole investment has come back by the end of a year";
    Picture {
        name: "simulation-payback",
        title: "How likely payback is, by year".to_owned(),
        summary,
        legend: vec![Entry::new(Key::Nothing, legend)],
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// Two assumptions at once: cells in a few shades, and the border of what fails.
pub fn heat(of: &HeatOf, title: &str, summary: &str) -> Picture {
    let chart = Heat::of(of, INNER);
    // Words in cells say what fails by themselves, and would be hard to read on hatching.
    let hatched = |shade: Shade| chart.texts.is_empty() && shade.fails;
    let look = |of: Shade| shade(of.fails, of.strength);
    let mut ink = Ink::default();
    let mut legend = Vec::new();
    for step in &chart.steps {
        ink.areas(&step.cells, look(step.shade));
        let key = if hatched(step.shade) {
            ink.hatching(&step.cells, HATCHING);
            Key::Hatched(look(step.shade))
        } else {
            Key::Area(look(step.shade))
        };
        legend.push(Entry::new(key, step.label.clone()));
    }
    ink.pieces(&chart.lines, BETWEEN);
    ink.pieces(&chart.border, BORDER);
    for text in &chart.texts {
        ink.words(&text.label, on(text.on));
    }
    words(&mut ink, &chart.values);
    for label in &chart.names {
        ink.words(label, AMOUNT);
    }
    if let Some(place) = chart.published {
        there(&mut ink, place);
    }
    if let Some(place) = chart.current {
        here(&mut ink, place);
    }
    if !chart.border.is_empty() {
        legend.push(Entry::new(Key::Line(BORDER), of.border_words()));
    }
    for (name, key, values, place) in [
        ("As published", Key::Circle, of.published, chart.published),
        ("This scenario", Key::Diamond, of.current, chart.current),
    ] {
        if values.is_some() {
            let outside = if place.is_none() {
                ": outside this grid"
            } else {
                ""
            };
            legend.push(Entry::new(key, format!("{name}{outside}")));
        }
    }
    Picture {
        name: "two-at-once",
        title: title.to_owned(),
        summary: summary.to_owned(),
        legend,
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// Words that can be read on a shade.
fn on(shade: Shade) -> Type {
    if shade.strength >= 4 { REVERSED } else { PLAIN }
}

/// A hollow circle: the published point.
pub fn there(ink: &mut Ink, at: (f64, f64)) {
    ink.circle(at, 7.5, AROUND);
    ink.circle(at, 7.5, THERE);
}

/// A filled diamond, which goes into the circle where both stand at one place.
pub fn here(ink: &mut Ink, (x, y): (f64, f64)) {
    let round = |by: f64| [(x, y - by), (x + by, y), (x, y + by), (x - by, y)];
    ink.inside(&round(6.5), super::look::GROUND);
    ink.inside(&round(5.0), HERE);
}
