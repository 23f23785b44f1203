//! The pressures of the plan by year, beside the savings and the avoidance set against
//! them.

use super::bars::{Bar, BarSeries};
use super::reading::{over_year, say};
use super::scale::{Tick, money_axis};
use super::stack::Pair;
use super::{Anchor, Frame, Label, Reading, Scale};
use crate::analysis::PressureYear;
use crate::export::{NOT_GIVEN, pounds};
use crate::model::{Model, Pounds};

/// The bars of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct PressureGroupBars {
    /// The year, under the axis; empty where there is no room.
    pub label: Label,
    /// The pressure, then savings with avoidance on them; none in a year without
    /// figures.
    pub bars: Vec<Bar>,
    /// The amounts, over the bars.
    pub amounts: Vec<Label>,
    /// "not given", in one line or two, in a year without figures.
    pub not_given: Vec<Label>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PressureBars {
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
    /// The years.
    pub groups: Vec<PressureGroupBars>,
    /// What each year says.
    pub readings: Vec<Reading>,
}

/// The width "not given" takes in one line, and the wider of its words takes in two.
const ONE_LINE: f64 = 64.0;
const TWO_LINES: f64 = 36.0;

impl PressureBars {
    /// Places everything for a picture `width` pixels wide: `by_year` is a group's years
    /// or those of all groups.
    pub fn of(model: &Model, by_year: &[Option<PressureYear>], width: f64) -> PressureBars {
        let years = model.case().years;
        let frame = Frame::new(width, 12.0);
        let (lowest, highest) = extent(by_year);
        let (down, ticks) = money_axis(lowest, highest, |low, high| frame.down(low, high));
        let across = frame.across(years.count);
        let labelled = frame.labelled(years.count);
        let groups = by_year.iter().enumerate().map(|(year, figures)| {
            #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
            let at = year as f64;
            let (start, end) = (across.place(at), across.place(at + 1.0));
            let pair = Pair::between(start, end);
            let label = |y: f64, text: &str| Label {
                x: pair.middle,
                y,
                text: text.to_owned(),
                anchor: Anchor::Middle,
            };
            let (mut bars, mut amounts, mut not_given) = (Vec::new(), Vec::new(), Vec::new());
            if let Some(figures) = figures {
                (bars, amounts) = placed(&pair, figures, &down);
            } else {
                let foot = down.place(0.0) - 6.0;
                if end - start >= ONE_LINE {
                    not_given.push(label(foot, NOT_GIVEN));
                } else if end - start >= TWO_LINES || labelled(year) {
                    let words = NOT_GIVEN.split_once(' ').unwrap_or((NOT_GIVEN, ""));
                    not_given.push(label(foot - 15.0, words.0));
                    not_given.push(label(foot, words.1));
                }
            }
            let text = if labelled(year) {
                years.label(year)
            } else {
                String::new()
            };
            PressureGroupBars {
                label: label(frame.label_line(), &text),
                bars,
                amounts,
                not_given,
            }
        });
        let readings = by_year.iter().enumerate();
        let readings = readings.map(|(year, figures)| {
            over_year(&across, year, reading(years.label(year), figures.as_ref()))
        });
        PressureBars {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            ticks,
            groups: groups.collect(),
            readings: readings.collect(),
        }
    }
}

/// The bars of a year and the amounts over them.
fn placed(pair: &Pair, figures: &PressureYear, down: &Scale) -> (Vec<Bar>, Vec<Label>) {
    let mut bars = pair.stack(0, down, &[(BarSeries::Pressure, figures.pressure)]);
    bars.extend(pair.stack(
        1,
        down,
        &[
            (BarSeries::Savings, figures.savings),
            (BarSeries::Avoidance, figures.avoidance),
        ],
    ));
    let mut amounts = Vec::new();
    for (bar, amount) in [figures.pressure, figures.savings + figures.avoidance]
        .into_iter()
        .enumerate()
    {
        // Over the part that stands highest, where another part hangs below nought.
        let x = pair.left[bar];
        let tops = bars.iter().filter(|one| one.x == x).map(|one| one.y);
        let top = tops.fold(down.place(0.0), f64::min);
        amounts.extend(pair.amount(bar, amount, top));
    }
    (bars, amounts)
}

/// A year's figures, to the pound.
fn reading(mut label: String, figures: Option<&PressureYear>) -> String {
    let Some(figures) = figures else {
        return format!("{label}: {NOT_GIVEN}");
    };
    let mut add = |name, amount| say(&mut label, name, amount, amount);
    add("pressure", figures.pressure);
    add("savings", figures.savings);
    add("avoidance", figures.avoidance);
    let remaining = figures.remaining();
    if remaining < Pounds::ZERO {
        format!("{label}, {} more than the pressure", pounds(-remaining))
    } else {
        say(&mut label, "remaining", remaining, remaining);
        label
    }
}

/// The least and greatest amounts the picture has to hold.
fn extent(by_year: &[Option<PressureYear>]) -> (f64, f64) {
    let (mut lowest, mut highest) = (Pounds::ZERO, Pounds::ZERO);
    for year in by_year.iter().flatten() {
        let parts = [year.savings, year.avoidance];
        let above = parts.into_iter().map(|part| part.max(Pounds::ZERO)).sum();
        let below = parts.into_iter().map(|part| part.min(Pounds::ZERO)).sum();
        highest = highest.max(year.pressure).max(above);
        lowest = lowest.min(year.pressure).min(below);
    }
    (lowest.as_f64(), highest.as_f64())
}
