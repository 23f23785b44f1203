//! Optimism bias: what the grade of a line's evidence takes off a benefit or adds to a
//! cost.

use super::{AssumptionIndex, Values};
use crate::case::HIGHEST_GRADE;

/// Where the correction of each grade is set, best evidence first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Corrections(pub [AssumptionIndex; HIGHEST_GRADE]);

impl Corrections {
    /// Where the correction of a line of this grade is set; none where it has no grade.
    pub fn of(&self, values: &Values, grade: Option<AssumptionIndex>) -> Option<AssumptionIndex> {
        self.of_grade(values[grade?])
    }

    /// Where the correction of a grade is set; none for nought, which is no grade.
    pub fn of_grade(&self, grade: f64) -> Option<AssumptionIndex> {
        self.0.get(whole_grade(grade).checked_sub(1)?).copied()
    }

    /// Its correction in per cent; nought where it has no grade.
    pub fn percent(&self, values: &Values, grade: Option<AssumptionIndex>) -> f64 {
        self.of(values, grade).map_or(0.0, |index| values[index])
    }
}

/// A checked grade.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked grade is a whole number from 0 to 6"
)]
fn whole_grade(value: f64) -> usize {
    usize::from(value as u8)
}
