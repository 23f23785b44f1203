//! Plain decimal numbers, read exactly.
//!
//! The standard library's reader of floating-point numbers brings twelve thousand
//! incompressible bytes of tables to the browser, a fifteenth of the whole page. The
//! numbers of a case are plain and of moderate size, and for those one division of whole
//! numbers gives the same answer to the last bit; the tests hold it to that.

/// Significant digits that are kept; a floating-point number has seventeen at most.
const MOST_DIGITS: u32 = 19;
/// Leading zeros of a quotient of 128 bits that has enough of them.
const ENOUGH: u32 = 128 - 64;
/// The longest text that is a number. Nothing a case allows is near it.
const LONGEST: usize = 60;

/// A plain decimal number with a full stop: `12`, `-3.5`. No exponent, comma or sign of
/// plus, so that a link reads the same everywhere.
///
/// The answer is the floating-point number nearest to the text, as the standard library
/// gives it, for texts of up to nineteen significant digits; digits past those are read
/// and no longer counted. More than 38 decimals are not taken.
pub fn parse_number(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if text.len() > LONGEST || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let mut significand = 0_u64;
    let mut kept = 0;
    // How many places the decimal point stands to the left of the last digit kept;
    // below nought where whole digits were left off.
    let mut places = 0_i32;
    let decimals = part.trim_end_matches('0');
    let point = std::iter::repeat_n(0, whole.len()).chain(std::iter::repeat_n(1, decimals.len()));
    for (digit, after_point) in whole.bytes().chain(decimals.bytes()).zip(point) {
        if kept == MOST_DIGITS {
            places += after_point - 1;
            continue;
        }
        significand = significand * 10 + u64::from(digit - b'0');
        places += after_point;
        if significand > 0 {
            kept += 1;
        }
    }
    let size = decimal(significand, places)?;
    Some(if negative { -size } else { size })
}

/// `significand × 10^-places`, to the nearest floating-point number.
pub(super) fn decimal(significand: u64, places: i32) -> Option<f64> {
    if significand == 0 {
        return Some(0.0);
    }
    let significand = u128::from(significand);
    let power = 10_u128.checked_pow(places.unsigned_abs())?;
    if places <= 0 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "rounds to the nearest, as wanted"
        )]
        return significand.checked_mul(power).map(|whole| whole as f64);
    }
    // Long division in binary: as many bits at a time as there is room for, until the
    // quotient has more than the 54 that decide how a floating-point number is rounded.
    // What is left over then only has to be told from nothing, which the lowest bit does.
    let mut shift = significand.leading_zeros();
    let mut quotient = (significand << shift) / power;
    let mut rest = (significand << shift) % power;
    while rest != 0 && quotient.leading_zeros() > ENOUGH {
        let more = rest.leading_zeros().min(quotient.leading_zeros() - ENOUGH);
        shift += more;
        rest <<= more;
        quotient = (quotient << more) | (rest / power);
        rest %= power;
    }
    quotient |= u128::from(rest != 0);
    #[expect(
        clippy::cast_precision_loss,
        reason = "rounds to the nearest, as wanted"
    )]
    let scaled = quotient as f64;
    // A power of two: dividing by it is exact.
    let two_to_the_shift = f64::from_bits(u64::from(1023 + shift) << 52);
    Some(scaled / two_to_the_shift)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in [
            "", "-", ".", ".5", "5.", "+5", "1e3", "1,5", "NaN", "inf", "0x1", "--1", "1.2.3",
            " 1", "٣",
        ] {
            assert_eq!(parse_number(text), None, "{text:?}");
        }
        assert_eq!(parse_number(&"9".repeat(61)), None);
    }

    #[test]
    fn well_known_numbers() {
        for text in [
            "0",
            "-0",
            "0.0",
            "10",
            "-3.5",
            "0.1",
            "12310947",
            "11211.21",
            "98359.5",
            "007.50",
            "0.30000000000000004",
            "9007199254740993",
            "1234567890123456789",
            "100000000000",
            "0.0000000000000000001",
            "12345678901234567890123456789",
        ] {
            let (ours, std) = (parse_number(text).unwrap(), text.parse::<f64>().unwrap());
            assert!(
                (ours - std).abs() <= std.abs() * f64::EPSILON,
                "{text}: {ours} {std}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn as_the_standard_library_to_the_last_bit(whole in 0_u64..1_000_000_000_000, part in "[0-9]{1,7}") {
            let text = format!("{whole}.{part}");
            prop_assert_eq!(parse_number(&text).unwrap().to_bits(), text.parse::<f64>().unwrap().to_bits());
        }

        #[test]
        fn small_numbers_too(digits in "[0-9]{1,18}") {
            let text = format!("0.{digits}");
            prop_assert_eq!(parse_number(&text).unwrap().to_bits(), text.parse::<f64>().unwrap().to_bits());
        }

        #[test]
        fn every_number_a_case_can_hold_comes_back_from_its_text(number in -1e11_f64..1e11) {
            prop_assert_eq!(parse_number(&number.to_string()), Some(number));
        }

        #[test]
        fn numbers_of_every_size_come_back(exponent in -18_i32..11, lead in 1.0_f64..10.0) {
            let number = lead * 10_f64.powi(exponent);
            prop_assert_eq!(parse_number(&number.to_string()), Some(number));
        }
    }
}
