//! The values of an assumption that a search tries: whole ones, whole pounds, or
//! hundredths, as a person would type them.

use crate::case::{Assumption, Unit};

/// Parts that everything an assumption takes is tried in.
const PARTS: u32 = 32;
/// Parts that low to high is tried in besides: there the answers matter most.
const PARTS_IN_RANGE: u32 = 12;
/// An assumption in pounds that may be as large as this is tried in whole pounds.
const LARGE: f64 = 1_000.0;

/// How far apart neighbouring values are that a search tries: 1 for whole ones and for
/// pounds that may come to a thousand, otherwise a hundredth. The bounds, low and high
/// and the value in use are tried as they are, wherever they lie.
pub fn grain(known: &Assumption) -> f64 {
    1.0 / steps_in_one(known)
}

fn steps_in_one(known: &Assumption) -> f64 {
    if known.takes_whole() || (known.unit == Unit::Pounds && known.max >= LARGE) {
        1.0
    } else {
        100.0
    }
}

/// Whole multiples of one assumption's grain. Each is a whole number divided by a whole
/// number, so that 4.21 is exactly what one gets by typing it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lattice(f64);

impl Lattice {
    pub fn of(known: &Assumption) -> Lattice {
        Lattice(steps_in_one(known))
    }

    fn at(self, step: f64) -> f64 {
        // Minus nought becomes nought.
        step / self.0 + 0.0
    }

    /// The value of the lattice that is nearest.
    pub fn nearest(self, value: f64) -> f64 {
        self.at((value * self.0).round())
    }

    /// The middle one of the values strictly between two; none where they are neighbours.
    pub fn between(self, from: f64, to: f64) -> Option<f64> {
        // The product may be a hair off, so each end is put right by what it comes to.
        let mut first = (from * self.0).floor();
        while self.at(first) <= from {
            first += 1.0;
        }
        let mut last = (to * self.0).ceil();
        while self.at(last) >= to {
            last -= 1.0;
        }
        (first <= last).then(|| self.at(((first + last) / 2.0).floor()))
    }

    /// The values that are tried first, least first, each once: over everything the
    /// assumption takes, closer together between `low` and `high`, and `now`.
    pub fn samples(self, known: &Assumption, low: f64, high: f64, now: f64, into: &mut Vec<f64>) {
        into.clear();
        into.extend([known.min, known.max, low, high, now]);
        for (from, to, parts) in [(known.min, known.max, PARTS), (low, high, PARTS_IN_RANGE)] {
            let part = |part| from + (to - from) * f64::from(part) / f64::from(parts);
            into.extend((1..parts).map(|at| self.nearest(part(at))));
        }
        into.retain(|value| known.accept(*value).is_ok());
        into.sort_by(f64::total_cmp);
        into.dedup();
    }

    /// True where no value of the lattice lies between these, which are in order.
    pub fn is_covered_by(self, mut values: impl Iterator<Item = f64>) -> bool {
        let Some(mut before) = values.next() else {
            return false;
        };
        values.all(|value| {
            self.between(std::mem::replace(&mut before, value), value)
                .is_none()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HUNDREDTHS: Lattice = Lattice(100.0);

    #[test]
    #[expect(clippy::float_cmp, reason = "exactly what one gets by typing it")]
    fn values_are_those_that_are_typed() {
        assert_eq!(HUNDREDTHS.nearest(4.210_000_1), 4.21);
        assert_eq!(HUNDREDTHS.nearest(0.1 + 0.2), 0.3);
        assert_eq!(HUNDREDTHS.between(0.28, 0.3), Some(0.29));
        assert_eq!(HUNDREDTHS.between(-50.0, 0.0), Some(-25.0));
        assert_eq!(Lattice(1.0).between(0.0, 24.0), Some(12.0));
    }

    #[test]
    fn neighbours_have_nothing_between_them() {
        for hundredths in -200..20_000 {
            let (this, next) = (
                f64::from(hundredths) / 100.0,
                f64::from(hundredths + 1) / 100.0,
            );
            assert_eq!(HUNDREDTHS.between(this, next), None, "{this}");
        }
        assert_eq!(HUNDREDTHS.between(0.281, 0.289), None);
        assert_eq!(HUNDREDTHS.between(0.3, 0.3), None);
        assert_eq!(Lattice(1.0).between(0.5, 1.5), Some(1.0));
    }

    #[test]
    fn a_lattice_is_covered_by_all_of_it() {
        let months = || (0..=24).map(f64::from);
        assert!(Lattice(1.0).is_covered_by(months()));
        assert!(!Lattice(1.0).is_covered_by(months().filter(|month| *month != 7.0)));
        assert!(!HUNDREDTHS.is_covered_by(months()));
    }
}
