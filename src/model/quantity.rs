//! Whole pounds and a run of years: rounding and sign rules in one place.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Deref, Neg, Sub};

use serde::{Serialize, Serializer};

use super::timeline::Profile;
use crate::case::MAX_YEARS;

/// How near a half a value may be and still count as the half, in pounds.
///
/// Exact halves are common (out of county transport at 10% is exactly 98,359.50), and a
/// product of decimals in binary lands a few billionths to either side of them.
pub(super) const HALF_TOLERANCE: f64 = 1e-7;

/// The most pounds one figure may be, either way. Only a file with bounds past all reason
/// comes to it; sums of as many figures as a case may have then still fit.
pub(super) const LARGEST: f64 = 1e14;

/// Whole pounds. Positive is money kept or gained, negative is money spent or lost,
/// except in investment, which is held as a positive amount spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pounds(pub i64);

impl Pounds {
    /// Nothing.
    pub const ZERO: Pounds = Pounds(0);

    /// Rounds to whole pounds, half away from zero; a value within a ten-millionth of a
    /// half counts as the half. A size above 10¹⁴ is taken as 10¹⁴.
    pub fn round(value: f64) -> Pounds {
        let size = value.abs().min(LARGEST);
        // Not `floor`, for which some processors have a function only.
        #[expect(clippy::cast_possible_truncation, reason = "bounded, see above")]
        let whole = size as i64;
        let up = size - Pounds(whole).as_f64() >= 0.5 - HALF_TOLERANCE;
        let pounds = whole + i64::from(up);
        Pounds(if value < 0.0 { -pounds } else { pounds })
    }

    /// As a floating-point number, exact for every amount a case can hold.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64
    }
}

impl Add for Pounds {
    type Output = Pounds;
    fn add(self, other: Pounds) -> Pounds {
        Pounds(self.0 + other.0)
    }
}

impl Sub for Pounds {
    type Output = Pounds;
    fn sub(self, other: Pounds) -> Pounds {
        Pounds(self.0 - other.0)
    }
}

impl Neg for Pounds {
    type Output = Pounds;
    fn neg(self) -> Pounds {
        Pounds(-self.0)
    }
}

impl AddAssign for Pounds {
    fn add_assign(&mut self, other: Pounds) {
        self.0 += other.0;
    }
}

impl Sum for Pounds {
    fn sum<I: Iterator<Item = Pounds>>(pounds: I) -> Pounds {
        pounds.fold(Pounds::ZERO, Add::add)
    }
}

impl Serialize for Pounds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

/// Whole pounds in each year of a case, first year first. Held in place, so that a run
/// allocates nothing; reads as a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// Nought past the years of the case, so that sums may take them all, which is faster
    /// than to stop at the last.
    pounds: [Pounds; MAX_YEARS],
    years: usize,
}

impl Series {
    /// Nothing in each of `years` years; at most [`MAX_YEARS`] are held.
    pub fn zero(years: usize) -> Series {
        Series {
            pounds: [Pounds::ZERO; MAX_YEARS],
            years: years.min(MAX_YEARS),
        }
    }

    /// One amount a year, worked out from the year's index.
    pub fn from_fn(years: usize, mut amount: impl FnMut(usize) -> Pounds) -> Series {
        let mut series = Series::zero(years);
        for (index, pounds) in series.iter_mut().enumerate() {
            *pounds = amount(index);
        }
        series
    }

    /// All years together.
    pub fn total(&self) -> Pounds {
        self.iter().copied().sum()
    }

    /// The sum to date in each year.
    pub fn running_total(&self) -> Series {
        let mut sum = Pounds::ZERO;
        Series::from_fn(self.years, |year| {
            sum += self[year];
            sum
        })
    }

    /// What each year adds to the year before; the first year's is all of it. This is
    /// the increment a budget book shows.
    pub fn yearly_change(&self) -> Series {
        Series::from_fn(self.years, |year| {
            let before = year.checked_sub(1).map_or(Pounds::ZERO, |last| self[last]);
            self[year] - before
        })
    }

    /// Fills it with what each year comes to, in the prices of the year and rounded.
    pub(super) fn fill(&mut self, amount: impl Fn(usize) -> f64, prices: &Profile) {
        for (year, (pounds, price)) in self.iter_mut().zip(prices).enumerate() {
            *pounds = Pounds::round(amount(year) * price);
        }
    }

    pub(super) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Pounds> {
        self.pounds[..self.years].iter_mut()
    }

    pub(super) fn add_in_year(&mut self, year: usize, pounds: Pounds) {
        self.pounds[..self.years][year] += pounds;
    }

    pub(super) fn clear(&mut self) {
        self.pounds = [Pounds::ZERO; MAX_YEARS];
    }
}

impl Deref for Series {
    type Target = [Pounds];
    fn deref(&self) -> &[Pounds] {
        &self.pounds[..self.years]
    }
}

impl AddAssign<&Series> for Series {
    fn add_assign(&mut self, other: &Series) {
        for (sum, more) in self.pounds.iter_mut().zip(other.pounds) {
            *sum += more;
        }
    }
}

impl Sub<&Series> for &Series {
    type Output = Series;
    fn sub(self, other: &Series) -> Series {
        let mut left = *self;
        for (sum, less) in left.pounds.iter_mut().zip(other.pounds) {
            *sum = *sum - less;
        }
        left
    }
}

impl Serialize for Series {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(Pounds::round(98_359.5), Pounds(98_360));
        assert_eq!(Pounds::round(-98_359.5), Pounds(-98_360));
        assert_eq!(Pounds::round(0.499_999), Pounds(0));
        assert_eq!(Pounds::round(-0.2), Pounds(0));
    }

    #[test]
    fn a_size_past_all_reason_is_held_where_sums_still_fit() {
        assert_eq!(Pounds::round(1e24), Pounds(100_000_000_000_000));
        assert_eq!(Pounds::round(f64::NEG_INFINITY), -Pounds::round(1e24));
    }

    #[test]
    fn a_value_a_hair_below_a_half_counts_as_the_half() {
        assert_eq!(Pounds::round(10.5 - 9e-8), Pounds(11));
        assert_eq!(Pounds::round(10.5 - 2e-7), Pounds(10));
        assert_eq!(Pounds::round(-10.5 + 9e-8), Pounds(-11));
    }

    #[test]
    fn the_three_views_are_of_the_same_numbers() {
        let annual = Series::from_fn(4, |year| Pounds([0, 410, 410, 500][year]));
        assert_eq!(annual.total(), Pounds(1_320));
        let change = annual.yearly_change();
        assert_eq!(
            *change,
            [0, 410, 0, 90].map(Pounds),
            "the increments of a budget book"
        );
        assert_eq!(*change.running_total(), *annual);
        assert_eq!(*annual.running_total(), [0, 410, 820, 1_320].map(Pounds));
    }
}
