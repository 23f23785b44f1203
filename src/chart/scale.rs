//! From an amount to a place, and the round amounts an axis is marked with.

use crate::case::Decimal;

/// A straight line from a range of amounts to a range of places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// Maps `from.0` to `to.0` and `from.1` to `to.1`. Where both ends of `from` are
    /// the same, everything is placed at `to.0`.
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Scale {
        Scale { from, to }
    }

    /// Where an amount goes, to a tenth of a pixel.
    pub fn place(&self, amount: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        let part = if span == 0.0 {
            0.0
        } else {
            (amount - self.from.0) / span
        };
        let place = self.to.0 + part * (self.to.1 - self.to.0);
        (place * 10.0).round() / 10.0
    }
}

/// One mark of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The amount.
    pub amount: f64,
    /// Its place down the picture.
    pub y: f64,
    /// What stands beside it.
    pub label: String,
}

/// Round amounts of money from at or below `lowest` to at or above `highest`, always
/// with nought, about `wanted` steps apart.
pub fn money_ticks(lowest: f64, highest: f64, wanted: u32) -> Vec<f64> {
    let (lowest, highest) = (lowest.min(0.0), highest.max(0.0));
    let span = if highest > lowest {
        highest - lowest
    } else {
        1_000.0
    };
    let step = round_step(span / f64::from(wanted));
    let first = (lowest / step).floor();
    let last = ((lowest + span) / step).ceil();
    let mut ticks = Vec::new();
    let mut at = first;
    while at <= last {
        ticks.push(at * step);
        at += 1.0;
    }
    ticks
}

/// The least of 1, 2, 3, 5 times a power of ten that is not below `step`.
pub(super) fn round_step(step: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= step {
        power *= 10.0;
    }
    while power > step {
        power /= 10.0;
    }
    let times = [1.0, 2.0, 3.0, 5.0, 10.0];
    let enough = times
        .into_iter()
        .find(|times| times * power >= step * 0.999_999);
    enough.unwrap_or(10.0) * power
}

/// A round amount beside an axis: `£6m`, `£500k`, `−£2m`, `£0`.
pub(super) fn axis_label(amount: f64) -> String {
    let sign = if amount < 0.0 { "\u{2212}" } else { "" };
    let size = amount.abs();
    let tidy = |value: f64| Decimal((value * 100.0).round() / 100.0);
    if size >= 1e6 {
        format!("{sign}£{}m", tidy(size / 1e6))
    } else if size >= 1e3 {
        format!("{sign}£{}k", tidy(size / 1e3))
    } else {
        format!("{sign}£{}", tidy(size))
    }
}

/// The ticks of a money axis with their places, and the scale they stand on.
pub(super) fn money_axis(
    lowest: f64,
    highest: f64,
    scale: impl Fn(f64, f64) -> Scale,
) -> (Scale, Vec<Tick>) {
    let amounts = money_ticks(lowest, highest, 5);
    let ends = (amounts.first(), amounts.last());
    let scale = scale(
        ends.0.copied().unwrap_or(0.0),
        ends.1.copied().unwrap_or(1.0),
    );
    let tick = |amount: f64| Tick {
        amount,
        y: scale.place(amount),
        label: axis_label(amount),
    };
    (scale, amounts.into_iter().map(tick).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_nought_and_both_ends() {
        assert_eq!(money_ticks(0.0, 5_742_626.0, 4), [0.0, 2e6, 4e6, 6e6]);
        assert_eq!(
            money_ticks(-288_068.0, 17_638_882.0, 4),
            [-5e6, 0.0, 5e6, 10e6, 15e6, 20e6]
        );
        assert_eq!(
            money_ticks(-900.0, -100.0, 3),
            [-900.0, -600.0, -300.0, 0.0]
        );
    }

    #[test]
    fn an_axis_of_nothing_still_has_a_height() {
        let ticks = money_ticks(0.0, 0.0, 4);
        assert!(ticks.len() > 2, "{ticks:?}");
        assert_eq!(ticks[0], 0.0);
    }

    #[test]
    fn labels_of_an_axis_are_short() {
        let labels = [6e6, 2.5e6, 5e5, 0.0, -3e6, 250.0].map(axis_label);
        assert_eq!(labels, ["£6m", "£2.5m", "£500k", "£0", "−£3m", "£250"]);
    }

    #[test]
    fn a_scale_without_a_span_places_everything_at_its_beginning() {
        assert_eq!(Scale::new((3.0, 3.0), (10.0, 90.0)).place(7.0), 10.0);
        assert_eq!(Scale::new((0.0, 10.0), (100.0, 0.0)).place(2.5), 75.0);
    }
}
