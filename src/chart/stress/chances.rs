//! How likely it is that the investment has come back by the end of each year: a strip of
//! bars for all benefits, for savings alone and for each payer.
//!
//! Strips, and not lines in one plot, because most of these probabilities lie at nought
//! or at one, where lines would cover one another.

use super::axis::percent;
use super::text::{self, LINE};
use super::{Area, placeable};
use crate::case::Years;
use crate::chart::reading::over_year;
use crate::chart::{Anchor, Frame, Label, Reading, Tick};

/// One probability by year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chance {
    /// Whose: `Savings and avoidance`, `Savings only`, a payer's name.
    pub name: String,
    /// By the end of each year, 0 to 1.
    pub by_year: Vec<f64>,
}

/// The strip of one probability.
#[derive(Debug, Clone, PartialEq)]
pub struct ChanceStrip {
    /// Its name, over the bars or beside them.
    pub name: Vec<Label>,
    /// A bar for each year.
    pub bars: Vec<Area>,
    /// What each bar comes to, over it; fewer where there is no room.
    pub amounts: Vec<Label>,
    /// 0%, 50% and 100%.
    pub ticks: Vec<Tick>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Chances {
    /// Width it is drawn at.
    pub width: f64,
    /// Height it is drawn at.
    pub height: f64,
    /// Left end of the grid lines.
    pub left: f64,
    /// Right end of the grid lines.
    pub right: f64,
    /// One for each probability.
    pub strips: Vec<ChanceStrip>,
    /// The years, under the last strip.
    pub years: Vec<Label>,
    /// What each year says.
    pub readings: Vec<Reading>,
}

/// Height of 100%.
const HIGH: f64 = 58.0;
/// The room over 100% for the words of a full bar.
const OVER: f64 = 20.0;
/// From this width on the names stand beside the bars.
const WIDE: f64 = 640.0;
/// The room for names beside the bars.
const NAMES: f64 = 190.0;
/// The room for the axis's own words.
const AXIS: f64 = 50.0;
/// The widest bar.
const WIDEST: f64 = 56.0;

impl Chances {
    /// Places everything for a picture `width` pixels wide; up to some six can be read.
    pub fn of(years: Years, chances: &[Chance], width: f64) -> Chances {
        let mut frame = Frame::new(width, 8.0);
        let wide = frame.width >= WIDE;
        frame.left = if wide { NAMES + AXIS } else { AXIS };
        let across = frame.across(years.count);
        let one = across.place(1.0) - across.place(0.0);
        let mut top = 0.0;
        let mut strips = Vec::with_capacity(chances.len());
        for chance in chances {
            let names = if wide {
                text::wrapped(&chance.name, NAMES / 1.1, 3)
            } else {
                text::wrapped(&chance.name, frame.width / 1.1, 2)
            };
            // The base line of the first line of the name.
            let first = if wide {
                top + OVER + HIGH / 2.0 + 4.0
                    - super::count(names.len().saturating_sub(1)) * LINE / 2.0
            } else {
                top + LINE
            };
            let roof = if wide {
                top + OVER
            } else {
                top + super::count(names.len()) * LINE + OVER + 4.0
            };
            let base = roof + HIGH;
            let name = names.into_iter().enumerate().map(|(line, text)| Label {
                x: 0.0,
                y: first + super::count(line) * LINE,
                text,
                anchor: Anchor::Start,
            });
            let mut bars = Vec::with_capacity(years.count);
            let mut amounts = Vec::with_capacity(years.count);
            for (year, share) in chance.by_year.iter().take(years.count).enumerate() {
                let share = placeable(*share).clamp(0.0, 1.0);
                let middle = across.place(super::count(year) + 0.5);
                let half = (one * 0.62).min(WIDEST) / 2.0;
                let bar = Area::between(
                    (middle - half, middle + half),
                    (base, super::tenth(base - share * HIGH)),
                );
                amounts.extend(amount(share, middle, bar.y - 5.0, one));
                bars.push(bar);
            }
            let tick = |share: f64| Tick {
                amount: share,
                y: base - share * HIGH,
                label: percent(share),
            };
            strips.push(ChanceStrip {
                name: name.collect(),
                bars,
                amounts,
                ticks: [0.0, 0.5, 1.0].map(tick).to_vec(),
            });
            top = base + 12.0;
        }
        frame.height = top + LINE + 6.0;
        Chances {
            width: frame.width,
            height: frame.height,
            left: frame.left,
            right: frame.width - frame.right,
            strips,
            years: frame.year_labels(years),
            readings: (0..years.count)
                .map(|year| over_year(&across, year, reading(years, chances, year)))
                .collect(),
        }
    }
}

/// What a bar comes to, without its sign where a year is narrow; none where even that
/// has no room.
fn amount(share: f64, x: f64, y: f64, room: f64) -> Option<Label> {
    let said = percent(share);
    let bare = said.trim_end_matches('%');
    let text = [said.as_str(), bare]
        .into_iter()
        .find(|text| text::bold(text) + 2.0 <= room)?;
    Some(Label {
        x,
        y,
        text: text.to_owned(),
        anchor: Anchor::Middle,
    })
}

fn reading(years: Years, chances: &[Chance], year: usize) -> String {
    let said = chances.iter().filter_map(|chance| {
        let share = placeable(*chance.by_year.get(year)?).clamp(0.0, 1.0);
        Some(format!("{} {}", chance.name, percent(share)))
    });
    let said: Vec<String> = said.collect();
    format!(
        "Paid back by the end of {}: {}",
        years.label(year),
        said.join(", ")
    )
}
