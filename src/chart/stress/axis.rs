//! Axes that need not start from nought, because differences are read off them: the
//! round amounts on them, and how these are written.

use super::text;
use crate::case::Decimal;
use crate::chart::scale::{axis_label, round_step};
use crate::chart::{Anchor, Label, Scale};
use crate::export::number;

/// What is measured along an axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unit {
    /// Pounds: `£12.5m`.
    #[default]
    Money,
    /// Years from the start of the first one: `2 years`.
    Years,
    /// A bare number, such as a correlation: `−0.5`.
    Plain,
}

/// A line across the picture at a round amount, and the amount.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisMark {
    /// The amount; nought's line is drawn as an axis.
    pub amount: f64,
    /// Where its line stands.
    pub x: f64,
    /// What it says under the plot, moved where it would stick out of the picture.
    pub label: Label,
}

/// Between the words of neighbouring marks, at least.
const APART: f64 = 18.0;
/// The least room a mark is worth trying in, and how many there are at most.
const LEAST: f64 = 40.0;
const MOST: f64 = 6.0;

impl Unit {
    /// The least span an axis has, so that its steps can be told apart in words.
    fn least_span(self) -> f64 {
        match self {
            Unit::Money => 100.0,
            Unit::Years | Unit::Plain => 0.4,
        }
    }

    /// From the least to the greatest of some amounts, with something between them where
    /// they are all the same.
    pub(super) fn extent(self, amounts: impl IntoIterator<Item = f64>) -> (f64, f64) {
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        for amount in amounts {
            lowest = lowest.min(amount);
            highest = highest.max(amount);
        }
        if lowest > highest {
            (lowest, highest) = (0.0, 0.0);
        }
        let least = self
            .least_span()
            .max(lowest.abs().max(highest.abs()) * 1e-6);
        if highest - lowest < least {
            let middle = f64::midpoint(lowest, highest);
            (lowest, highest) = (middle - least / 2.0, middle + least / 2.0);
        }
        (lowest, highest)
    }

    /// A round amount, in as many digits as it takes to tell it from one a step away.
    pub(super) fn label(self, amount: f64, step: f64) -> String {
        match self {
            Unit::Money => money(amount, step),
            Unit::Years => {
                let years = number(hundredths(amount));
                let unit = if years == "1" { "year" } else { "years" };
                format!("{years} {unit}")
            }
            Unit::Plain => number(hundredths(amount)),
        }
    }
}

fn hundredths(value: f64) -> f64 {
    let rounded = (value * 100.0).round() / 100.0;
    // Not "−0".
    rounded + 0.0
}

/// `£12.5m` where steps are of ten thousand pounds or more, then `£12,510k`, then pounds.
fn money(amount: f64, step: f64) -> String {
    let size = amount.abs();
    if (size >= 1e6 && step < 1e4) || (size >= 1e3 && step < 10.0) {
        let sign = if amount < 0.0 { "\u{2212}" } else { "" };
        return if step >= 1e3 {
            format!("{sign}£{}k", number((size / 1e3).round()))
        } else {
            format!("{sign}£{}", number(size.round()))
        };
    }
    axis_label(if amount == 0.0 { 0.0 } else { amount })
}

/// The round amounts from one amount to another, a step apart; both ends may lie between
/// two of them.
pub(super) fn round_amounts(lowest: f64, highest: f64, wanted: f64) -> (f64, Vec<f64>) {
    let step = round_step((highest - lowest) / wanted.max(1.0));
    let mut amounts = Vec::new();
    let mut at = (lowest / step).ceil();
    while at * step <= highest {
        amounts.push(at * step);
        at += 1.0;
    }
    (step, amounts)
}

/// The marks of an axis across the plot, with their words on one line at `y`, inside a
/// picture of this width: as many as can be read beside one another.
pub(super) fn marks(
    unit: Unit,
    extent: (f64, f64),
    plot: (f64, f64),
    (y, width): (f64, f64),
) -> Vec<AxisMark> {
    let across = Scale::new(extent, plot);
    let mark = |amount: f64, step: f64| {
        let text = unit.label(amount, step);
        let half = text::width(&text) / 2.0;
        let x = across.place(amount);
        AxisMark {
            amount,
            x,
            label: Label {
                x: x.clamp(half, (width - half).max(half)),
                y,
                text,
                anchor: Anchor::Middle,
            },
        }
    };
    let apart = |pair: &[AxisMark]| {
        let halves = (text::width(&pair[0].label.text) + text::width(&pair[1].label.text)) / 2.0;
        pair[1].label.x - pair[0].label.x >= halves + APART
    };
    let mut wanted = ((plot.1 - plot.0) / LEAST).floor().clamp(1.0, MOST);
    loop {
        let (step, amounts) = round_amounts(extent.0, extent.1, wanted);
        let marks: Vec<AxisMark> = amounts.iter().map(|at| mark(*at, step)).collect();
        if wanted <= 1.0 || marks.windows(2).all(apart) {
            return marks;
        }
        wanted -= 1.0;
    }
}

/// A share of the whole in words that never claim more than there is: `64%`, `<1%`,
/// `>99%`.
pub(super) fn percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    if percent < 1.0 && share > 0.0 {
        "<1%".to_owned()
    } else if percent >= 100.0 && share < 1.0 {
        ">99%".to_owned()
    } else {
        format!("{}%", Decimal(percent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_on_an_axis_are_never_written_alike() {
        for (low, high) in [
            (17.601e6, 17.609e6),
            (17.60e6, 17.68e6),
            (-2e6, 30e6),
            (999_990.0, 1_000_090.0),
            (-5e13, 1e14),
        ] {
            let (step, amounts) = round_amounts(low, high, 5.0);
            let texts: Vec<String> = amounts
                .iter()
                .map(|amount| Unit::Money.label(*amount, step))
                .collect();
            assert!(texts.len() >= 2, "{low} to {high}: {texts:?}");
            assert!(texts.windows(2).all(|pair| pair[0] != pair[1]), "{texts:?}");
        }
    }

    #[test]
    fn each_unit_is_written_in_its_own_words() {
        assert_eq!(Unit::Years.label(1.0, 1.0), "1 year");
        assert_eq!(Unit::Years.label(2.5, 0.5), "2.5 years");
        assert_eq!(Unit::Plain.label(-0.5, 0.5), "−0.5");
        assert_eq!(Unit::Plain.label(-0.0, 0.5), "0");
        assert_eq!(Unit::Money.label(17_602_000.0, 2_000.0), "£17,602k");
        assert_eq!(Unit::Money.label(12.5e6, 5e5), "£12.5m");
    }

    #[test]
    fn a_share_is_never_rounded_to_certainty() {
        let said = [0.0, 0.001, 0.644, 0.999, 1.0].map(percent);
        assert_eq!(said, ["0%", "<1%", "64%", ">99%", "100%"]);
    }
}
