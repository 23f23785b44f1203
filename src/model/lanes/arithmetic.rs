//! Arithmetic on eight numbers at once, operation for operation that of a single run.
//!
//! Plain loops over arrays of a fixed length: the compiler makes vector instructions of
//! them, two numbers or more at a time, and each number comes out as it would alone.

use super::super::quantity::{HALF_TOLERANCE, LARGEST};
use super::{LANES, Lane};

/// The same number in each place.
#[inline(always)]
pub(super) fn all(value: f64) -> Lane {
    [value; LANES]
}

/// A number worked out from another, place by place.
#[inline(always)]
pub(super) fn map(one: &Lane, with: impl Fn(f64) -> f64) -> Lane {
    let mut result = [0.0; LANES];
    for lane in 0..LANES {
        result[lane] = with(one[lane]);
    }
    result
}

/// A number worked out from two, place by place.
#[inline(always)]
pub(super) fn zip(one: &Lane, other: &Lane, with: impl Fn(f64, f64) -> f64) -> Lane {
    let mut result = [0.0; LANES];
    for lane in 0..LANES {
        result[lane] = with(one[lane], other[lane]);
    }
    result
}

#[inline(always)]
pub(super) fn times(one: &Lane, other: &Lane) -> Lane {
    zip(one, other, |one, other| one * other)
}

#[inline(always)]
pub(super) fn add(sum: &mut Lane, more: &Lane) {
    for lane in 0..LANES {
        sum[lane] += more[lane];
    }
}

/// So much per cent of an amount, as [`super::super::benefit::percent_of`].
#[inline(always)]
pub(super) fn percent_of(amount: &Lane, percent: &Lane) -> Lane {
    zip(amount, percent, |amount, percent| amount * percent / 100.0)
}

/// The same, leaving an amount as it is at a hundred per cent.
#[inline(always)]
#[expect(clippy::float_cmp, reason = "as set, to the last digit")]
pub(super) fn part_of(amount: &Lane, percent: &Lane) -> Lane {
    zip(amount, percent, |amount, percent| {
        let part = amount * percent / 100.0;
        if percent == 100.0 { amount } else { part }
    })
}

/// Whole pounds, as [`super::super::Pounds::round`].
///
/// The nearest whole number comes of adding a number so large that it has no room for a
/// fraction: plain x86 has no instruction that cuts one off. What is then left is at most
/// a half either way, and only a hair below a half or the half itself is still to go up.
#[inline(always)]
pub(super) fn round(value: &Lane) -> Lane {
    const NO_FRACTIONS: f64 = (1_u64 << 52) as f64;
    const UP_FROM: f64 = 0.5 - HALF_TOLERANCE;
    map(value, |value| {
        let size = value.abs();
        let size = if size < LARGEST { size } else { LARGEST };
        let nearest = (size + NO_FRACTIONS) - NO_FRACTIONS;
        let up = if size - nearest >= UP_FROM { 1.0 } else { 0.0 };
        (nearest + up).copysign(value)
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::Pounds;
    use super::*;

    #[test]
    fn rounding_is_that_of_a_single_run() {
        let near = [0.0, 1e-9, 9e-8, 1e-7, 1.1e-7, 0.3];
        for whole in [
            0.0,
            1.0,
            2.0,
            7.0,
            98_359.0,
            98_360.0,
            1e9 + 1.0,
            99_999_999_999.0,
        ] {
            for half in [0.0, 0.5] {
                for apart in near.iter().flat_map(|near| [*near, -near]) {
                    for value in [whole + half + apart, -(whole + half + apart)] {
                        let expected = Pounds::round(value).as_f64();
                        assert_eq!(round(&all(value)), all(expected), "{value:?}");
                    }
                }
            }
        }
        for value in [
            1e13 + 0.5,
            1e14,
            1e14 + 1.0,
            1e24,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            let expected = Pounds::round(value).as_f64();
            assert_eq!(round(&all(value)), all(expected), "{value:?}");
        }
    }
}
