//! Plain decimal numbers, written exactly; [`super::number`] is the other way.
//!
//! The standard library's writer of floating-point numbers brings fifteen thousand bytes
//! to the browser. This one writes the same text in a tenth of that; the tests hold it to
//! it, digit for digit.

use std::fmt;

use super::number::decimal;

/// A number as a plain decimal: the shortest text that reads back as the same number,
/// never with an exponent.
///
/// As the standard library writes it, but for numbers of more than 38 decimals, which
/// [`super::parse_number`] does not take either: those have seventeen significant digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decimal(pub f64);

/// Significant digits that tell every floating-point number from its neighbours.
const ENOUGH_DIGITS: usize = 17;
/// Below this a product with a power of ten is off by less than half, so that rounding it
/// mends it, and only one whole number can be near enough.
const EXACT: f64 = 1e15;
/// Decimals that are tried in plain arithmetic before the exact one.
const FEW_PLACES: i32 = 9;

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_nan() {
            return f.write_str("NaN");
        }
        if self.0.is_sign_negative() {
            f.write_str("-")?;
        }
        let size = self.0.abs();
        if size.is_infinite() {
            return f.write_str("inf");
        }
        let (significand, places) = shortest(size);
        let mut digits = significand.to_string();
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
        digits.push_str(&zeros(-places));
        if places > 0 {
            let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
            digits.insert_str(0, &zeros(places + 1 - length));
            digits.insert(
                digits.len() - usize::try_from(places).unwrap_or_default(),
                '.',
            );
        }
        f.write_str(&digits)
    }
}

/// The fewest digits that make this number, and how many of them are decimals; fewer than
/// none where noughts are to follow.
fn shortest(size: f64) -> (u64, i32) {
    let mut power = 1.0;
    for places in 0..=FEW_PLACES {
        let whole = (size * power + 0.5).floor();
        #[expect(
            clippy::float_cmp,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "exactly this number, and a whole one"
        )]
        if whole < EXACT && whole / power == size {
            return (whole as u64, places);
        }
        power *= 10.0;
    }
    exact(size)
}

/// The same from every digit of the number, of which there may be hundreds.
fn exact(size: f64) -> (u64, i32) {
    const FRACTION_BITS: u32 = 52;
    let bits = size.to_bits();
    let (fraction, exponent) = (bits & ((1 << FRACTION_BITS) - 1), bits >> FRACTION_BITS);
    let leading = u64::from(exponent > 0) << FRACTION_BITS;
    // The number is `fraction + leading` times two to this.
    let twos = i32::try_from(exponent.max(1)).unwrap_or_default() - 1075;
    let mut digits: Vec<u8> = (fraction + leading)
        .to_string()
        .bytes()
        .rev()
        .map(|digit| digit - b'0')
        .collect();
    // Halving is multiplying by five and moving the point.
    let factor = if twos < 0 { 5 } else { 2 };
    for _ in 0..twos.abs() {
        let mut carried = 0;
        for digit in &mut digits {
            let product = *digit * factor + carried;
            *digit = product % 10;
            carried = product / 10;
        }
        if carried > 0 {
            digits.push(carried);
        }
    }
    // For a number that becomes a one and noughts by rounding.
    digits.push(0);
    let mut significand = 0;
    let mut places = (-twos).max(0) - i32::try_from(digits.len()).unwrap_or_default();
    for (place, digit) in digits.iter().enumerate().rev().take(1 + ENOUGH_DIGITS) {
        significand = significand * 10 + u64::from(*digit);
        places += 1;
        let up = place > 0 && digits[place - 1] >= 5;
        // The nearest of this length, or the next above it: beside a power of two the
        // numbers lie closer below than above.
        for near in [significand + u64::from(up), significand + 1] {
            if decimal(near, places) == Some(size) {
                return (near, places);
            }
        }
    }
    (significand, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(number: f64) -> String {
        Decimal(number).to_string()
    }

    #[test]
    fn well_known_numbers() {
        for number in [
            0.0,
            -0.0,
            1.0,
            -3.5,
            0.1,
            0.1 + 0.2,
            1.0 / 3.0,
            2.0 / 3.0,
            98_359.5,
            12_310_947.0,
            1e15,
            1e15 + 0.5,
            1e21,
            1e23,
            123_456_789_012_345_680.0,
            9_007_199_254_740_993.0,
            1e-9,
            1e-10,
            0.000_000_000_5,
            f64::EPSILON,
            0.3 - 0.1,
        ] {
            assert_eq!(written(number), number.to_string());
        }
    }

    #[test]
    fn powers_of_two_and_of_ten() {
        for power in -66..=126 {
            for number in [
                2_f64.powi(power),
                2_f64.powi(power).next_down(),
                2_f64.powi(power).next_up(),
            ] {
                assert_eq!(written(number), number.to_string(), "2^{power}");
            }
        }
        for power in -20..=37 {
            let number = 10_f64.powi(power);
            assert_eq!(written(number), number.to_string(), "10^{power}");
        }
    }

    #[test]
    fn what_cannot_be_read_back_is_still_the_number() {
        for number in [f64::MIN_POSITIVE, 5e-324, f64::MAX, 1e-30 / 3.0] {
            assert_eq!(written(number).parse(), Ok(number));
        }
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(written(number), number.to_string());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn as_the_standard_library_writes_it(bits in any::<u64>(), exponent in -66_i32..50) {
            // Any sign and fraction, and a size between 1e-20 and 1e15.
            let biased = u64::from((1023 + exponent).unsigned_abs());
            let number = f64::from_bits(bits & !(0x7ff << 52) | biased << 52);
            prop_assert_eq!(written(number), number.to_string());
        }

        #[test]
        fn large_numbers_too(bits in any::<u64>(), exponent in 50_i32..126) {
            let biased = u64::from((1023 + exponent).unsigned_abs());
            let number = f64::from_bits(bits & !(0x7ff << 52) | biased << 52);
            prop_assert_eq!(written(number), number.to_string());
        }

        #[test]
        fn what_is_typed_stays(whole in 0_u64..1_000_000_000_000, part in "[0-9]{0,6}") {
            let number: f64 = format!("{whole}.{part}0").parse().unwrap();
            prop_assert_eq!(written(number), number.to_string());
        }

        #[test]
        fn what_is_worked_out_too(a in -1e9_f64..1e9, tenths in -10_000_i32..10_000) {
            for number in [a, a.round() / 3.0, a * 0.1, f64::from(tenths) / 10.0, f64::from(tenths) * 0.1] {
                prop_assert_eq!(written(number), number.to_string());
            }
        }
    }
}
