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
    fn nothing_owed_is_repaid_at_once() {
        let at_once = Payback::Within {
            year: 0,
            point: 0.0,
        };
        assert_eq!(payback(&[0, 0, 0]), at_once);
        assert_eq!(payback(&[5, 0, 0]), at_once);
    }
}
