//! Cumulative net from the start of the first year, beside the published case, with the
//! point at which it has paid back.

use super::reading::{at_year_end, say};
use super::scale::{Tick, money_axis};
use super::{Anchor, Frame, Label, Reading, Scale};
use crate::export::pounds_short;
use crate::model::{Model, Outcome, Payback, Series};

/// The space kept at the right for the words at the lines' ends.
const END_WORDS: f64 = 76.0;
/// How far apart two lines of words must be to be read.
pub(super) const WORDS_APART: f64 = 16.0;

/// A point with words.
#[derive(Debug, Clone, PartialEq)]
pub struct Callout {
    /// The point, across.
    pub x: f64,
    /// The point, down.
    pub y: f64,
    /// The words beside it.
    pub label: Label,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
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
    /// The scenario's line: year ends, with nought at the start.
    pub scenario: Vec<(f64, f64)>,
    /// The published line; empty where it is the same.
    pub published: Vec<(f64, f64)>,
    /// Where it has paid back, if it has.
    pub payback: Option<Callout>,
    /// What the scenario's line ends at.
    pub scenario_end: Label,
    /// What the published line ends at; none where it is the same.
    pub published_end: Option<Label>,
    /// What each year's end says.
    pub readings: Vec<Reading>,
}

impl Lines {
    /// Places everything for a picture `width` pixels wide.
    pub fn of(model: &Model, outcome: &Outcome, published: &Outcome, width: f64) -> Lines {
        let years = model.case().years;
        let frame = Frame::new(width, END_WORDS);
        let both = outcome
            .cumulative_net
            .iter()
            .chain(published.cumulative_net.iter())
            .map(|position| position.as_f64());
        let lowest = both.clone().fold(0.0, f64::min);
        let highest = both.fold(0.0, f64::max);
        let (down, ticks) = money_axis(lowest, highest, |low, high| frame.down(low, high));
        let across = frame.across(years.count);
        let scenario = path(&outcome.cumulative_net, &across, &down);
        let same = outcome.cumulative_net == published.cumulative_net;
        let published_line = if same {
            Vec::new()
        } else {
            path(&published.cumulative_net, &across, &down)
        };
        let x = frame.width - END_WORDS + 8.0;
        let end_y = scenario.last().map_or(0.0, |point| point.1);
        let published_end = published_line.last().map(|&(_, y)| Label {
            x,
            y: apart(y, end_y) + 4.0,
            text: "published".to_owned(),
            anchor: Anchor::Start,
        });
        Lines {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            ticks,
            years: frame.year_labels(years),
            payback: payback(outcome, &across, &down),
            scenario_end: Label {
                x,
                y: end_y + 4.0,
                text: pounds_short(outcome.net.total()),
                anchor: Anchor::Start,
            },
            scenario,
            published: published_line,
            published_end,
            readings: (0..years.count)
                .map(|year| {
                    let label = reading(model, outcome, published, year);
                    at_year_end(&across, year, years.count, label)
                })
                .collect(),
        }
    }
}

/// A year's figures, to the pound.
fn reading(model: &Model, outcome: &Outcome, published: &Outcome, year: usize) -> String {
    let mut label = model.case().years.label(year);
    let mut add = |name, now: &Series, then: &Series| say(&mut label, name, now[year], then[year]);
    add(
        "cumulative net",
        &outcome.cumulative_net,
        &published.cumulative_net,
    );
    add("net in the year", &outcome.net, &published.net);
    label
}

/// A line of words moved away from another until both can be read.
fn apart(y: f64, other: f64) -> f64 {
    if (y - other).abs() >= WORDS_APART {
        y
    } else if y <= other {
        other - WORDS_APART
    } else {
        other + WORDS_APART
    }
}

/// A line from nought at the start of the first year through each year's end.
pub(super) fn path(cumulative: &Series, across: &Scale, down: &Scale) -> Vec<(f64, f64)> {
    let mut points = vec![(across.place(0.0), down.place(0.0))];
    for (year, position) in cumulative.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
        let end = (year + 1) as f64;
        points.push((across.place(end), down.place(position.as_f64())));
    }
    points
}

/// The payback point, with its words where the line is not: to the left of a point in
/// the right half, to the right of one in the left half, always over the axis. Where nothing
/// is ever owed there is none.
fn payback(outcome: &Outcome, across: &Scale, down: &Scale) -> Option<Callout> {
    let Payback::Within { point, .. } = outcome.payback else {
        return None;
    };
    if point <= 0.0 {
        return None;
    }
    let (x, y) = (across.place(point), down.place(0.0));
    #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
    let half = outcome.net.len() as f64 / 2.0;
    let (anchor, beside, below) = if point > half {
        // The line climbs away to the right, so the upper left is free.
        (Anchor::End, -4.0, -12.0)
    } else {
        (Anchor::Start, 10.0, 18.0)
    };
    Some(Callout {
        x,
        y,
        label: Label {
            x: x + beside,
            y: y + below,
            text: "pays back here".to_owned(),
            anchor,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use crate::model::{Library, Scenario};

    fn lines(changes: &str) -> Lines {
        let library = Library::shipped().unwrap();
        let opened = link::open(&format!("case=hertfordshire-2018&v=1&{changes}"), &library);
        assert_eq!(opened.problems, []);
        let model = opened.model.unwrap();
        let published = model.evaluate(&Scenario::published());
        Lines::of(&model, &model.evaluate(&opened.scenario), &published, 600.0)
    }

    #[test]
    fn the_line_starts_at_nought_and_has_a_point_for_each_year_end() {
        let chart = lines("");
        assert_eq!(chart.scenario.len(), 6);
        let nought = chart
            .ticks
            .iter()
            .find(|tick| tick.amount == 0.0)
            .unwrap()
            .y;
        assert_eq!(chart.scenario[0], (chart.left, nought));
        assert!(chart.published.is_empty(), "it would lie under the other");
    }

    #[test]
    fn the_payback_point_lies_on_the_line() {
        let chart = lines("in-county-journeys=6&ehcp-growth=23&benefit-delay=6");
        let payback = chart.payback.unwrap();
        let crossing = chart
            .scenario
            .windows(2)
            .find(|pair| pair[0].1 > payback.y && pair[1].1 < payback.y)
            .unwrap();
        let [(x0, y0), (x1, y1)] = *crossing else {
            panic!("a pair");
        };
        let x = x0 + (y0 - payback.y) / (y0 - y1) * (x1 - x0);
        assert!((x - payback.x).abs() < 3.0, "{x} against {}", payback.x);
    }

    #[test]
    fn no_payback_no_point() {
        assert_eq!(lines("benefit-delivery=0").payback, None);
    }

    #[test]
    fn a_year_is_read_at_its_end() {
        let chart = lines("");
        let said = &chart.readings[1];
        assert_eq!(
            said.label,
            "2019/20: cumulative net £2,271,021, net in the year £2,559,089"
        );
        assert_eq!(said.x, chart.scenario[2].0);
        assert!(
            chart
                .readings
                .windows(2)
                .all(|pair| pair[0].right == pair[1].left)
        );
        let changed = lines("investment-overrun=100");
        assert_eq!(
            changed.readings[0].label,
            "2018/19: cumulative net −£801,882 (published −£288,068), net in the year \
             −£801,882 (published −£288,068)"
        );
    }

    #[test]
    fn words_at_the_ends_never_overlap() {
        for changes in [
            "in-county-journeys=10.1",
            "in-county-journeys=9.9",
            "discount-rate=3",
        ] {
            let chart = lines(changes);
            if let Some(end) = chart.published_end {
                assert!((end.y - chart.scenario_end.y).abs() >= WORDS_APART);
            }
        }
    }
}
