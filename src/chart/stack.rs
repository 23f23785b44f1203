//! Two bars beside one another in a year, either of them made of parts.

use super::bars::{Bar, BarSeries};
use super::{Anchor, Label, Scale};
use crate::export::one_decimal;
use crate::model::Pounds;

/// Where the two bars of a year stand.
pub(super) struct Pair {
    /// The middle of the year.
    pub middle: f64,
    /// Width of each bar.
    pub width: f64,
    /// Left edge of each bar.
    pub left: [f64; 2],
}

impl Pair {
    /// The two bars of a year between two places.
    pub fn between(start: f64, end: f64) -> Pair {
        let middle = f64::midpoint(start, end);
        let width = ((end - start) * 0.32).min(40.0);
        Pair {
            middle,
            width,
            left: [middle - width - 2.0, middle + 2.0],
        }
    }

    /// Places amounts on one another: those above nought upwards, those below downwards.
    pub fn stack(&self, bar: usize, down: &Scale, amounts: &[(BarSeries, Pounds)]) -> Vec<Bar> {
        let (mut above, mut below) = (0.0, 0.0);
        let place = |&(series, amount): &(BarSeries, Pounds)| {
            let amount = amount.as_f64();
            let edge = if amount < 0.0 { &mut below } else { &mut above };
            let (start, end) = (*edge, *edge + amount);
            *edge = end;
            let (a, b) = (down.place(start), down.place(end));
            Bar {
                series,
                x: self.left[bar],
                y: a.min(b),
                width: self.width,
                height: (a - b).abs(),
            }
        };
        amounts.iter().map(place).collect()
    }

    /// An amount over a bar, in millions to one decimal: the title says the unit. None
    /// where it would say "0.0", since a bar too low to see is not worth that.
    pub fn amount(&self, bar: usize, amount: Pounds, top: f64) -> Option<Label> {
        let text = one_decimal(amount.as_f64() / 1e6);
        if text == "0.0" {
            return None;
        }
        // Over narrow bars the two amounts lean away from one another.
        let (anchor, x) = match bar {
            _ if self.width >= 26.0 => (Anchor::Middle, self.left[bar] + self.width / 2.0),
            0 => (Anchor::End, self.middle - 1.0),
            _ => (Anchor::Start, self.middle + 1.0),
        };
        Some(Label {
            x,
            y: top - 6.0,
            text,
            anchor,
        })
    }
}
