//! When the money spent has come back.

use super::{Pounds, Series};

/// Whether and when benefits repay the investment.
///
/// The payback year is the first from which cumulative net is at or above nought *and
/// stays there* to the last year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Payback {
    /// Repaid within the years of the case.
    Within {
        /// Index of the payback year.
        year: usize,
        /// Years from the start of the first year, on a straight line within the
        /// payback year: 1.25 is a quarter of the way through the second year.
        point: f64,
    },
    /// Not repaid within the years of the case.
    NotWithin {
        /// What is still missing at the end of the last year; above nought.
        shortfall: Pounds,
    },
}

impl Payback {
    /// The payback of a yearly net position.
    pub fn of(net: &Series) -> Payback {
        let cumulative = net.running_total();
        // One past the last year in which money is still owed.
        let year = cumulative
            .iter()
            .rposition(|&position| position < Pounds::ZERO)
            .map_or(0, |owed| owed + 1);
        if year >= net.len() {
            let end = cumulative.last().copied().unwrap_or_default();
            return Payback::NotWithin { shortfall: -end };
        }
        let before = year.checked_sub(1).map_or(0.0, |y| cumulative[y].as_f64());
        // Owed at the start of the year and not at its end, so the year's net is above
        // nought; where nothing was owed, it was repaid as the year began.
        let part = if before < 0.0 {
            -before / net[year].as_f64()
        } else {
            0.0
        };
        #[expect(clippy::cast_precision_loss, reason = "a year index is small")]
        let point = year as f64 + part;
        Payback::Within { year, point }
    }

    /// The payback of a yearly net position in pounds that are not rounded, as present
    /// values are. The shortfall is rounded, to a pound at least.
    pub fn of_amounts(net: &[f64]) -> Payback {
        let mut position = 0.0;
        let mut owed = None;
        for (year, amount) in net.iter().enumerate() {
            position += amount;
            if position < 0.0 {
                owed = Some((year, position));
            }
        }
        match owed {
            None => Payback::Within {
                year: 0,
                point: 0.0,
            },
            Some((last, position)) if last + 1 >= net.len() => Payback::NotWithin {
                shortfall: Pounds::round(-position).max(Pounds(1)),
            },
            Some((last, position)) => {
                let year = last + 1;
                #[expect(clippy::cast_precision_loss, reason = "a year index is small")]
                let point = year as f64 - position / net[year];
                Payback::Within { year, point }
            }
        }
    }

    /// The payback year's index, if it falls within the years of the case.
    pub fn year(self) -> Option<usize> {
        match self {
            Payback::Within { year, .. } => Some(year),
            Payback::NotWithin { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payback(net: &[i64]) -> Payback {
        Payback::of(&Series::from_fn(net.len(), |year| Pounds(net[year])))
    }

    #[test]
    fn repaid_part_of_the_way_through_a_year() {
        assert_eq!(
            payback(&[-1200, -400, 300, 900, 1400]),
            Payback::Within {
                year: 4,
                point: 4.0 + 400.0 / 1400.0
            }
        );
    }

    #[test]
    fn a_position_that_falls_below_nought_again_has_not_paid_back() {
        assert_eq!(
            payback(&[-10, 20, -30, 40, 0]),
            Payback::Within {
                year: 3,
                point: 3.5
            }
        );
        assert_eq!(
            payback(&[10, 20, -100]),
            Payback::NotWithin {
                shortfall: Pounds(70)
            }
        );
    }

    #[test]
    fn unrounded_positions_pay_back_as_rounded_ones_do() {
        for net in [
            &[-1200_i64, -400, 300, 900, 1400][..],
            &[-10, 20, -30, 40, 0],
            &[0, 0, 0],
            &[5, 0, 0],
            &[10, 20, -100],
            &[-288_068, 2_559_089],
        ] {
            let amounts: Vec<f64> = net.iter().map(|&pounds| Pounds(pounds).as_f64()).collect();
            assert_eq!(Payback::of_amounts(&amounts), payback(net), "{net:?}");
        }
        assert_eq!(
            Payback::of_amounts(&[-0.25, 0.125]),
            Payback::NotWithin {
                shortfall: Pounds(1)
            }
        );
    }

    #[test]
    fn nothing_owed_is_repaid_at_once() {
        let at_once = Payback::Within {
            year: 0,
            point: 0.0,
        };
        assert_eq!(payback(&[0, 0, 0]), at_once);
        assert_eq!(payback(&[5, 0, 0]), at_once);
    }
}
