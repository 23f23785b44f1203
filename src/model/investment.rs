//! What each investment line costs in each year.

use super::benefit::part_of;
use super::bias::Corrections;
use super::timeline::{Profile, later, months_late};
use super::{AssumptionIndex, Series, Values};

/// An investment line, resolved: `base × scale × pay ÷ divisor`, plus kept posts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CompiledInvestment {
    /// Index of the workstream.
    pub workstream: usize,
    /// The assumption that scales the line: posts, or the whole sum.
    pub scale: AssumptionIndex,
    /// What one post costs in a full year, for posts costed from their pay.
    pub pay: Option<AssumptionIndex>,
    /// Pounds in each year, percent of the sum in each year, or months of it.
    pub base: Profile,
    /// Published posts, 100, or 12.
    pub divisor: f64,
    /// For posts: the amount of a full year, or its twelve months.
    pub full_year: f64,
    /// Index of the first year in which kept posts cost money.
    pub kept_from: usize,
    /// The grade of the line's evidence.
    pub grade: Option<AssumptionIndex>,
}

/// The assumptions that act on every investment line; none where a case has no such one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct InvestmentAdjustments {
    pub posts_kept: Option<AssumptionIndex>,
    pub overrun: Option<AssumptionIndex>,
    pub delay: Option<AssumptionIndex>,
    pub corrections: Corrections,
}

impl CompiledInvestment {
    /// Fills one line. In the order the contract fixes: posts, posts kept, overrun,
    /// correction, shift, prices, round.
    pub fn fill(
        &self,
        values: &Values,
        adjust: InvestmentAdjustments,
        prices: &Profile,
        line: &mut Series,
    ) {
        let kept = adjust.kept_percent(values);
        let overrun = adjust.overrun_percent(values);
        let correction = 100.0 + adjust.corrections.percent(values, self.grade);
        let months = months_late(values, &[adjust.delay]);
        let corrected = |year| part_of(self.spent(values, kept, overrun, year), correction);
        line.fill(|year| later(corrected, months, year), prices);
    }

    /// What one year costs before the shift, with so much per cent of the posts kept and
    /// so much per cent added; at nought of both, what the line costs as it is planned.
    pub fn spent(&self, values: &Values, kept: f64, overrun: f64, year: usize) -> f64 {
        let mut scale = values[self.scale] * (100.0 + overrun);
        if let Some(pay) = self.pay {
            scale *= values[pay];
        }
        // Percentages stay whole numbers until one division, which keeps halves exact.
        let divisor = self.divisor * 10_000.0;
        let mut hundredths = self.base[year] * 100.0;
        if year >= self.kept_from {
            hundredths += self.full_year * kept;
        }
        hundredths * scale / divisor
    }
}

impl InvestmentAdjustments {
    /// Percent of the posts that stay.
    pub fn kept_percent(self, values: &Values) -> f64 {
        self.posts_kept.map_or(0.0, |index| values[index])
    }

    /// Percent added to what is spent.
    pub fn overrun_percent(self, values: &Values) -> f64 {
        self.overrun.map_or(0.0, |index| values[index])
    }
}
