//! Pictures with years along them: bars by year, and cumulative net as lines.

use super::ink::Ink;
use super::look::{
    AMOUNT, AVOIDED, AXIS, GRID, HATCHING, LINES, NET, POINT, PRESSED, PUBLISHED, PUBLISHED_END,
    PUBLISHED_MARK, SAVED, SPENT, TICK,
};
use super::sheet::INNER;
use super::{Entry, Key, Picture};
use crate::analysis::{Comparison, Pressures};
use crate::chart::{
    Anchor, Area, Bar, BarSeries, Bars, CompareLines, Label, Lines, PressureBars, Tick,
};
use crate::export::{compared_summary, cumulative_summary, pressure_summary, yearly_summary};
use crate::model::{Model, Outcome};

/// Investment beside savings and avoidance, year by year.
pub fn bars(model: &Model, outcome: &Outcome, published: &Outcome) -> Picture {
    let chart = Bars::of(model, outcome, published, INNER);
    let mut ink = Ink::default();
    grid(&mut ink, &chart.ticks, chart.left, chart.right);
    let all: Vec<Bar> = chart
        .groups
        .iter()
        .flat_map(|group| group.bars.clone())
        .collect();
    stacks(&mut ink, &all);
    let marks = chart.groups.iter().flat_map(|group| &group.marks);
    let marks: Vec<_> = marks
        .map(|(left, right, y)| [(*left, *y), (*right, *y)])
        .collect();
    ink.pieces(&marks, PUBLISHED_MARK);
    for group in &chart.groups {
        ink.words(&group.label, TICK);
        for label in &group.amounts {
            ink.words(label, AMOUNT);
        }
    }
    let mut legend = vec![
        Entry::new(Key::Area(SPENT), "Investment"),
        Entry::new(Key::Area(SAVED), "Savings"),
        Entry::new(Key::Hatched(AVOIDED), "Avoidance"),
    ];
    if !marks.is_empty() {
        legend.push(Entry::new(Key::Line(PUBLISHED_MARK), "As published"));
    }
    Picture {
        name: "investment-and-benefits",
        title: "Investment, savings and avoidance by year, £m".to_owned(),
        summary: yearly_summary(model, outcome, published),
        legend,
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// Cumulative net, and where it has paid back.
pub fn cumulative(model: &Model, outcome: &Outcome, published: &Outcome) -> Picture {
    let chart = Lines::of(model, outcome, published, INNER);
    let mut ink = Ink::default();
    grid(&mut ink, &chart.ticks, chart.left, chart.right);
    words(&mut ink, &chart.years);
    ink.through(&chart.published, PUBLISHED);
    ink.through(&chart.scenario, NET);
    if let Some(label) = &chart.published_end {
        ink.words(label, PUBLISHED_END);
    }
    ink.words(&chart.scenario_end, AMOUNT);
    if let Some(callout) = &chart.payback {
        ink.circle((callout.x, callout.y), 6.0, POINT);
        ink.words(&callout.label, AMOUNT);
    }
    let legend = if chart.published.is_empty() {
        vec![Entry::new(Key::Line(NET), "As published")]
    } else {
        vec![
            Entry::new(Key::Line(NET), "This scenario"),
            Entry::new(Key::Line(PUBLISHED), "As published"),
        ]
    };
    Picture {
        name: "cumulative-net",
        title: "Cumulative net position".to_owned(),
        summary: cumulative_summary(model, outcome, published),
        legend,
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// Cumulative net of several scenarios.
pub fn compared(model: &Model, compared: &Comparison, names: &[String]) -> Picture {
    let chart = CompareLines::of(model, compared, names, INNER);
    let mut ink = Ink::default();
    grid(&mut ink, &chart.ticks, chart.left, chart.right);
    words(&mut ink, &chart.years);
    let look = |style: usize| LINES[style % LINES.len()];
    for line in &chart.lines {
        ink.through(&line.points, look(line.style));
    }
    for line in &chart.lines {
        ink.words(&line.end, AMOUNT);
    }
    let entry = |line: &crate::chart::CompareLine| {
        Entry::new(Key::Line(look(line.style)), line.name.clone())
    };
    Picture {
        name: "comparison",
        title: "Cumulative net position, scenarios compared".to_owned(),
        summary: compared_summary(model, compared, names),
        legend: chart.lines.iter().map(entry).collect(),
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// The pressures of the plan beside what offsets them.
pub fn pressures(model: &Model, pressures: &Pressures) -> Picture {
    let chart = PressureBars::of(model, &pressures.years, INNER);
    let mut ink = Ink::default();
    grid(&mut ink, &chart.ticks, chart.left, chart.right);
    let all: Vec<Bar> = chart
        .groups
        .iter()
        .flat_map(|group| group.bars.clone())
        .collect();
    stacks(&mut ink, &all);
    for group in &chart.groups {
        ink.words(&group.label, TICK);
        for label in &group.amounts {
            ink.words(label, AMOUNT);
        }
        words(&mut ink, &group.not_given);
    }
    Picture {
        name: "pressures",
        title: "Pressure beside what offsets it, by year, £m".to_owned(),
        summary: pressure_summary(model, pressures),
        legend: vec![
            Entry::new(Key::Area(PRESSED), "Pressure in the plan"),
            Entry::new(Key::Area(SAVED), "Offset by savings"),
            Entry::new(Key::Hatched(AVOIDED), "Offset by avoidance"),
        ],
        size: (chart.width, chart.height),
        drawing: ink,
    }
}

/// The money axis: a line and an amount for each tick.
pub fn grid(ink: &mut Ink, ticks: &[Tick], left: f64, right: f64) {
    for tick in ticks {
        let look = if tick.amount == 0.0 { AXIS } else { GRID };
        ink.line((left, tick.y), (right, tick.y), look);
        let label = Label {
            x: left - 8.0,
            y: tick.y + 4.0,
            text: tick.label.clone(),
            anchor: Anchor::End,
        };
        ink.words(&label, TICK);
    }
}

/// Words of an axis.
pub fn words(ink: &mut Ink, labels: &[Label]) {
    for label in labels {
        ink.words(label, TICK);
    }
}

/// All bars, a shape for each series; avoidance is hatched as well as coloured.
fn stacks(ink: &mut Ink, bars: &[Bar]) {
    for (series, look) in [
        (BarSeries::Investment, SPENT),
        (BarSeries::Pressure, PRESSED),
        (BarSeries::Savings, SAVED),
        (BarSeries::Avoidance, AVOIDED),
    ] {
        let areas: Vec<Area> = (bars.iter())
            .filter(|bar| bar.series == series)
            .map(|bar| Area {
                x: bar.x,
                y: bar.y,
                width: bar.width,
                height: bar.height,
            })
            .collect();
        ink.areas(&areas, look);
        if series == BarSeries::Avoidance {
            ink.hatching(&areas, HATCHING);
        }
    }
}
