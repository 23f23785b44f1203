//! Moving a run of years later, by whole months.

use super::{AssumptionIndex, Values};
use crate::case::MAX_YEARS;

/// One figure for each year, before rounding. Years past the case's horizon are nought.
pub(super) type Profile = [f64; MAX_YEARS];

/// The year's value when everything happens `months` later, of what each year has `at` no
/// delay. With months = 12k + m, year i takes (1 − m/12) × value\[i − k\] + (m/12) ×
/// value\[i − k − 1\]; before the first year there is nothing.
///
/// Months stay whole twelfths until the one division, since a fraction of a year would
/// move exact halves to either side.
#[inline]
pub(super) fn later(at: impl Fn(usize) -> f64, months: usize, year: usize) -> f64 {
    if months == 0 {
        at(year)
    } else {
        moved(at, months, year)
    }
}

fn moved(at: impl Fn(usize) -> f64, months: usize, year: usize) -> f64 {
    let (years, part) = (months / 12, months % 12);
    let back = |years: usize| year.checked_sub(years).map_or(0.0, &at);
    let (this, before) = (back(years), back(years + 1));
    #[expect(clippy::cast_precision_loss, reason = "less than twelve")]
    let part = part as f64;
    (this * (12.0 - part) + before * part) / 12.0
}

/// What a pound of the first year's prices is called in each year, where all prices rise
/// by so much per cent a year.
pub(super) fn prices(percent: f64) -> Profile {
    let mut price = 1.0;
    [(); MAX_YEARS].map(|()| {
        let now = price;
        price *= 1.0 + percent / 100.0;
        now
    })
}

/// The months of some delays, added together.
pub(super) fn months_late(values: &Values, delays: &[Option<AssumptionIndex>]) -> usize {
    let given = delays.iter().flatten();
    given.map(|index| whole_months(values[*index])).sum()
}

/// A checked value of a months assumption, as whole months.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked months assumption is a whole number from 0 to 24"
)]
pub(super) fn whole_months(value: f64) -> usize {
    usize::from(value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifted(months: usize) -> [f64; 4] {
        let profile = [12.0, 24.0, 24.0, 36.0];
        [0, 1, 2, 3].map(|year| later(|year| profile[year], months, year))
    }

    #[test]
    fn months_are_twelfths_of_a_year() {
        assert_eq!(shifted(0), [12.0, 24.0, 24.0, 36.0]);
        assert_eq!(shifted(1), [11.0, 23.0, 24.0, 35.0]);
        assert_eq!(shifted(12), [0.0, 12.0, 24.0, 24.0]);
        assert_eq!(shifted(18), [0.0, 6.0, 18.0, 24.0]);
        assert_eq!(shifted(24 + 24), [0.0; 4]);
    }
}
