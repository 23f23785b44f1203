//! Investment beside savings and avoidance, year by year, with the published case
//! marked across each bar.

use super::reading::{over_year, say};
use super::scale::{Tick, money_axis};
use super::stack::Pair;
use super::{Anchor, Frame, Label, Reading};
use crate::model::{Model, Outcome, Pounds, Series};

/// What a bar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarSeries {
    /// Money spent.
    Investment,
    /// Cashable benefits.
    Savings,
    /// Growth that does not happen.
    Avoidance,
    /// Growth in cost that the plan expects.
    Pressure,
}

/// One bar, or one part of a stacked bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// What it shows.
    pub series: BarSeries,
    /// Its left edge.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height; nought where the amount is.
    pub height: f64,
}

/// The bars of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct BarGroup {
    /// The year, under the axis.
    pub label: Label,
    /// Investment, savings, avoidance.
    pub bars: Vec<Bar>,
    /// Published totals: the left end, the right end and the height of each mark.
    pub marks: Vec<(f64, f64, f64)>,
    /// The amounts, over the bars.
    pub amounts: Vec<Label>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
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
    pub groups: Vec<BarGroup>,
    /// What each year says.
    pub readings: Vec<Reading>,
}

/// The room an amount over a bar takes.
const AMOUNT_HEIGHT: f64 = 22.0;

impl Bars {
    /// Places everything for a picture `width` pixels wide.
    pub fn of(model: &Model, outcome: &Outcome, published: &Outcome, width: f64) -> Bars {
        let years = model.case().years;
        let frame = Frame::new(width, 12.0);
        let (lowest, highest) = extent(outcome, published);
        let (down, ticks) = money_axis(lowest, highest, |low, high| frame.down(low, high));
        let across = frame.across(years.count);
        let labelled = frame.labelled(years.count);
        let groups = (0..years.count).map(|year| {
            #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
            let at = year as f64;
            let pair = Pair::between(across.place(at), across.place(at + 1.0));
            let mut bars = pair.stack(
                0,
                &down,
                &[(BarSeries::Investment, outcome.investment[year])],
            );
            bars.extend(pair.stack(
                1,
                &down,
                &[
                    (BarSeries::Savings, outcome.savings[year]),
                    (BarSeries::Avoidance, outcome.avoidance[year]),
                ],
            ));
            let totals = |of: &Outcome| [of.investment[year], of.benefits[year]];
            let mut marks = Vec::new();
            let mut amounts = Vec::new();
            for (bar, left) in pair.left.into_iter().enumerate() {
                let (now, then) = (totals(outcome)[bar], totals(published)[bar]);
                let mut top = down.place(now.as_f64().max(0.0));
                if now != then {
                    let y = down.place(then.as_f64());
                    marks.push((left - 3.0, left + pair.width + 3.0, y));
                    // A mark just over the bar would run through the amount.
                    if (0.0..AMOUNT_HEIGHT).contains(&(top - y)) {
                        top = y;
                    }
                }
                amounts.extend(pair.amount(bar, now, top));
            }
            BarGroup {
                label: Label {
                    x: pair.middle,
                    y: frame.label_line(),
                    text: if labelled(year) {
                        years.label(year)
                    } else {
                        String::new()
                    },
                    anchor: Anchor::Middle,
                },
                marks,
                amounts,
                bars,
            }
        });
        Bars {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            ticks,
            groups: groups.collect(),
            readings: (0..years.count)
                .map(|year| over_year(&across, year, reading(model, outcome, published, year)))
                .collect(),
        }
    }
}

/// A year's figures, to the pound.
fn reading(model: &Model, outcome: &Outcome, published: &Outcome, year: usize) -> String {
    let mut label = model.case().years.label(year);
    let mut add = |name, now: &Series, then: &Series| say(&mut label, name, now[year], then[year]);
    add("investment", &outcome.investment, &published.investment);
    add("savings", &outcome.savings, &published.savings);
    add("avoidance", &outcome.avoidance, &published.avoidance);
    label
}

/// The least and greatest amounts the picture has to hold, published ones included.
fn extent(outcome: &Outcome, published: &Outcome) -> (f64, f64) {
    let mut lowest = Pounds::ZERO;
    let mut highest = Pounds::ZERO;
    let mut hold = |series: &Series| {
        for &amount in series.iter() {
            lowest = lowest.min(amount);
            highest = highest.max(amount);
        }
    };
    for of in [outcome, published] {
        hold(&of.investment);
        hold(&of.savings);
        hold(&of.avoidance);
        hold(&of.benefits);
    }
    (lowest.as_f64(), highest.as_f64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Library, Scenario};

    fn shipped() -> Model {
        Library::shipped().unwrap().default_model().clone()
    }

    fn changed(changes: &[(&str, f64)]) -> (Model, Outcome, Outcome) {
        let model = shipped();
        let mut scenario = Scenario::published();
        for (id, value) in changes {
            let index = model.assumptions().find(id).unwrap();
            scenario.set(model.assumptions(), index, *value).unwrap();
        }
        let outcome = model.evaluate(&scenario);
        let published = model.evaluate(&Scenario::published());
        (model, outcome, published)
    }

    #[test]
    fn avoidance_stands_on_savings_and_both_on_nought() {
        let (model, outcome, published) = changed(&[]);
        let chart = Bars::of(&model, &outcome, &published, 600.0);
        let nought = chart
            .ticks
            .iter()
            .find(|tick| tick.amount == 0.0)
            .unwrap()
            .y;
        for group in &chart.groups {
            let [spent, saved, avoided] = group.bars[..] else {
                panic!("three bars a year");
            };
            assert!((spent.y + spent.height - nought).abs() < 0.11);
            assert!((saved.y + saved.height - nought).abs() < 0.11);
            assert!((avoided.y + avoided.height - saved.y).abs() < 0.11);
            assert!(group.marks.is_empty(), "nothing differs from published");
        }
    }

    #[test]
    fn heights_are_in_proportion_to_pounds() {
        let (model, outcome, published) = changed(&[]);
        let chart = Bars::of(&model, &outcome, &published, 600.0);
        let per_pound = chart.groups[1].bars[0].height / 1_742_142.0;
        let avoided = chart.groups[4].bars[2].height;
        assert!((avoided - 4_002_641.0 * per_pound).abs() < 0.5);
    }

    #[test]
    fn a_changed_year_carries_a_mark_at_the_published_amount() {
        let (model, outcome, published) = changed(&[("in-county-journeys", 0.0)]);
        let chart = Bars::of(&model, &outcome, &published, 600.0);
        assert!(chart.groups[0].marks.is_empty());
        let [(left, right, y)] = chart.groups[4].marks[..] else {
            panic!("benefits differ and investment does not");
        };
        assert!(left < right);
        assert!(y < chart.groups[4].bars[2].y, "published is higher");
    }

    #[test]
    fn a_year_is_read_to_the_pound_with_the_published_figure_where_it_is_another() {
        let (model, outcome, published) = changed(&[("ooc-transfers", 0.0)]);
        let chart = Bars::of(&model, &outcome, &published, 600.0);
        let labels: Vec<&str> = chart
            .readings
            .iter()
            .map(|one| one.label.as_str())
            .collect();
        assert_eq!(
            labels[..2],
            [
                "2018/19: investment £513,814, savings £0, avoidance £225,746",
                "2019/20: investment £1,742,142, savings £1,641,625 (published £1,739,985), \
                 avoidance £2,561,246",
            ]
        );
        assert_eq!(chart.readings[0].left, chart.left);
        assert_eq!(chart.readings[4].right, chart.right);
        let meet = |pair: &[Reading]| pair[0].right == pair[1].left;
        assert!(chart.readings.windows(2).all(meet), "no gaps between years");
    }

    #[test]
    fn everything_stays_inside_the_picture_at_any_width() {
        for changes in [
            &[][..],
            &[("investment-overrun", 200.0), ("benefit-delivery", 0.0)],
            &[
                ("ooc-cost-per-pupil", 0.0),
                ("in-county-journeys", 0.0),
                ("service-efficiency", 0.0),
                ("ooc-transfers", 100.0),
                ("in-county-cost-per-pupil", 53_390.0),
            ],
        ] {
            let (model, outcome, published) = changed(changes);
            for width in [120.0, 320.0, 640.0, 1200.0] {
                let chart = Bars::of(&model, &outcome, &published, width);
                for bar in chart.groups.iter().flat_map(|group| &group.bars) {
                    assert!(bar.x >= chart.left && bar.x + bar.width <= chart.right);
                    assert!(bar.y >= 0.0 && bar.y + bar.height <= chart.height);
                    assert!(bar.height >= 0.0);
                }
            }
        }
    }
}
