//! What each investment line costs in each year.

use super::timeline::{Profile, later};
use super::{AssumptionIndex, Pounds, Series, Values};

/// An investment line, resolved: `base × scale ÷ divisor`, plus kept posts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CompiledInvestment {
    /// Index of the workstream.
    pub workstream: usize,
    /// The assumption that scales the line: posts, or the whole sum.
    pub scale: AssumptionIndex,
    /// Pounds in each year, or percent of the sum in each year.
    pub base: Profile,
    /// Published posts, or 100.
    pub divisor: f64,
    /// For posts: a full year's pay, and the first year in which kept posts cost it.
    pub full_year: f64,
    /// Index of the first year in which kept posts cost money.
    pub kept_from: usize,
}

/// The assumptions that act on every investment line; none where a case has no such one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct InvestmentAdjustments {
    pub posts_kept: Option<AssumptionIndex>,
    pub overrun: Option<AssumptionIndex>,
    pub delay: Option<AssumptionIndex>,
}

impl CompiledInvestment {
    /// Fills one line. In the order the contract fixes: posts, posts kept, overrun,
    /// shift, round.
    pub fn fill(&self, values: &Values, adjust: InvestmentAdjustments, line: &mut Series) {
        let kept = adjust.posts_kept.map_or(0.0, |index| values[index]);
        let overrun = adjust.overrun.map_or(0.0, |index| values[index]);
        let months = adjust.delay.map_or(0, |index| whole_months(values[index]));
        let scale = values[self.scale] * (100.0 + overrun);
        // Percentages stay whole numbers until one division, which keeps halves exact.
        let divisor = self.divisor * 10_000.0;
        let mut profile = Profile::default();
        for (year, amount) in profile.iter_mut().enumerate().take(line.len()) {
            let mut hundredths = self.base[year] * 100.0;
            if year >= self.kept_from {
                hundredths += self.full_year * kept;
            }
            *amount = hundredths * scale / divisor;
        }
        for (year, pounds) in line.iter_mut().enumerate() {
            *pounds = Pounds::round(later(&profile, months, year));
        }
    }
}

/// A checked value of a months assumption, as whole months.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked months assumption is a whole number from 0 to 24"
)]
pub(super) fn whole_months(value: f64) -> usize {
    value as usize
}
