//! Moving years later in eight runs at once, each by months of its own.

use super::super::AssumptionIndex;
use super::super::timeline::whole_months;
use super::arithmetic::{add, times, zip};
use super::{LANES, Lane, LaneYears};
use crate::case::MAX_YEARS;

/// The delays that some lines share, and by how much each run is late.
///
/// A year takes twelfths of two years before it, which differ from run to run. Every year
/// back gets a weight in each run, nought in most: a sum with noughts in it is the very
/// sum without them.
#[derive(Debug, Clone)]
pub(super) struct Shift {
    pub delays: [Option<AssumptionIndex>; 3],
    /// For each run: how many twelfths a year takes of the one so many years back.
    weights: [Lane; MAX_YEARS + 1],
    /// Twelve, and one where a run is not late, so that nothing is divided that was not.
    divisor: Lane,
    /// How many years back any run goes; none where no run is late.
    back: Option<usize>,
}

impl Shift {
    pub fn new(delays: [Option<AssumptionIndex>; 3]) -> Shift {
        Shift {
            delays,
            weights: [[0.0; LANES]; MAX_YEARS + 1],
            divisor: [1.0; LANES],
            back: None,
        }
    }

    /// Takes in by how much each run is late.
    #[inline(always)]
    pub fn set(&mut self, values: &[Lane]) {
        for weight in &mut self.weights[..=self.back.unwrap_or(0)] {
            *weight = [0.0; LANES];
        }
        self.back = None;
        let mut late = [0; LANES];
        for index in self.delays.iter().flatten() {
            for (months, value) in late.iter_mut().zip(&values[index.0]) {
                *months += whole_months(*value);
            }
        }
        for (lane, months) in late.into_iter().enumerate() {
            if months == 0 {
                self.weights[0][lane] = 1.0;
                self.divisor[lane] = 1.0;
                continue;
            }
            // Past the last year it does not matter by how much.
            let (years, part) = ((months / 12).min(MAX_YEARS - 1), months % 12);
            #[expect(clippy::cast_precision_loss, reason = "less than twelve")]
            let part = part as f64;
            self.weights[years][lane] = 12.0 - part;
            self.weights[years + 1][lane] = part;
            self.divisor[lane] = 12.0;
            self.back = self.back.max(Some(years + 1));
        }
    }

    /// A year's amount once everything comes later; none where it is nought in every run.
    /// `active` has a bit for each year whose amount may be other than nought.
    #[inline(always)]
    pub fn later(&self, amounts: &LaneYears, active: u16, year: usize) -> Option<Lane> {
        let Some(back) = self.back else {
            return is_active(active, year).then(|| amounts[year]);
        };
        let mut sum = [0.0; LANES];
        let mut any = false;
        for years in 0..=back.min(year) {
            let from = year - years;
            if is_active(active, from) {
                add(&mut sum, &times(&amounts[from], &self.weights[years]));
                any = true;
            }
        }
        any.then(|| zip(&sum, &self.divisor, |sum, divisor| sum / divisor))
    }
}

#[inline(always)]
pub(super) fn is_active(active: u16, year: usize) -> bool {
    active >> year & 1 == 1
}
