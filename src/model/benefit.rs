//! What each benefit line brings in each year, and who gains from it.
//!
//! Every rule is a product of assumptions and one published number a year, over one
//! divisor; a compiled rule holds just those. `docs/model.md` gives each in words.

use super::bias::Corrections;
use super::overlap::Overlap;
use super::timeline::{Profile, later, months_late};
use super::{AssumptionIndex, Pounds, Series, Values};
use crate::case::BenefitKind;

/// A benefit line, resolved.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CompiledBenefit {
    pub kind: BenefitKind,
    /// Index of the workstream.
    pub workstream: usize,
    pub rule: CompiledRule,
    pub split: CompiledSplit,
}

/// What a benefit line follows.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "the large one is the common one")]
pub(super) enum CompiledRule {
    /// An effect of its own.
    Product(Product),
    /// What two other lines do to one another. Boxed, as it holds copies of both.
    Overlap(Box<Overlap>),
}

/// `profile × factors × (from − to) ÷ divisor`, and how it is adjusted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Product {
    /// Assumptions multiplied together; unused places are none.
    pub factors: [Option<AssumptionIndex>; 3],
    /// The assumptions whose difference is multiplied in, if any.
    pub difference: Option<(AssumptionIndex, AssumptionIndex)>,
    /// The published number for each year: phasing, steps, extra cases or pounds.
    pub profile: Profile,
    /// A hundred for each percentage, times the published growth where a rule has one.
    pub divisor: f64,
    /// The first year with any effect, which may be a part of a year only.
    pub first: usize,
    /// The workstream's own delay, if it has one.
    pub workstream_delay: Option<AssumptionIndex>,
    /// Percent of the line delivered, besides that of every benefit.
    pub delivery: Option<AssumptionIndex>,
    /// The grade of the line's evidence.
    pub grade: Option<AssumptionIndex>,
}

/// Who gains, resolved to payer indexes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CompiledSplit {
    pub rest: usize,
    pub shares: Vec<(usize, AssumptionIndex)>,
}

/// The assumptions that act on every benefit line; none where a case has no such one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct BenefitAdjustments {
    pub delay: Option<AssumptionIndex>,
    pub programme_delay: Option<AssumptionIndex>,
    pub delivery: Option<AssumptionIndex>,
    pub first_year_part: Option<AssumptionIndex>,
    pub corrections: Corrections,
}

/// What is left of a benefit, and where that is set; none where the case does not say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Left {
    pub assumption: Option<AssumptionIndex>,
    pub percent: f64,
}

impl CompiledBenefit {
    /// Fills one line. In the order the contract fixes: shift, delivery, prices, round.
    pub fn fill(
        &self,
        values: &Values,
        adjust: BenefitAdjustments,
        prices: &Profile,
        line: &mut Series,
    ) {
        match &self.rule {
            CompiledRule::Product(product) => {
                let effect = product.effect(values);
                line.fill(product.adjusted(values, adjust, effect), prices);
            }
            CompiledRule::Overlap(overlap) => line.fill(overlap.amount(values, adjust), prices),
        }
    }
}

impl Product {
    /// What the rule gives in a year, in pounds, before any adjustment.
    pub fn effect(&self, values: &Values) -> impl Fn(usize) -> f64 + Copy {
        let mut product = 1.0;
        for factor in self.factors.iter().flatten() {
            product *= values[*factor];
        }
        if let Some((from, to)) = self.difference {
            product *= values[from] - values[to];
        }
        move |year| self.profile[year] * product / self.divisor
    }

    /// An effect as far and as late as it comes in a year: the first year's part, shift,
    /// delivery.
    pub fn adjusted(
        &self,
        values: &Values,
        adjust: BenefitAdjustments,
        effect: impl Fn(usize) -> f64 + Copy,
    ) -> impl Fn(usize) -> f64 {
        let started = self.started(values, adjust, effect);
        let months = months_late(values, &self.delays(adjust));
        let left = self.left(values, adjust).map(|left| left.percent);
        move |year| delivered(later(started, months, year), left)
    }

    /// An effect in a year with only a part of it in the first.
    pub fn started(
        &self,
        values: &Values,
        adjust: BenefitAdjustments,
        effect: impl Fn(usize) -> f64 + Copy,
    ) -> impl Fn(usize) -> f64 + Copy {
        let part = adjust.first_year_percent(values);
        move |year| {
            let whole = effect(year);
            if year == self.first {
                part_of(whole, part)
            } else {
                whole
            }
        }
    }

    /// The delays that act on the line; their months are added together.
    pub fn delays(&self, adjust: BenefitAdjustments) -> [Option<AssumptionIndex>; 3] {
        [adjust.delay, adjust.programme_delay, self.workstream_delay]
    }

    /// What is left of the line's effect, one after the other: of every benefit, of this
    /// line, and after the correction for its evidence.
    pub fn left(&self, values: &Values, adjust: BenefitAdjustments) -> [Left; 3] {
        let set = |assumption: Option<AssumptionIndex>| Left {
            assumption,
            percent: assumption.map_or(100.0, |index| values[index]),
        };
        let correction = Left {
            assumption: self.grade,
            percent: 100.0 - adjust.corrections.percent(values, self.grade),
        };
        [set(adjust.delivery), set(self.delivery), correction]
    }
}

impl BenefitAdjustments {
    /// Percent of its effect that a line has in the first year it has any.
    pub fn first_year_percent(self, values: &Values) -> f64 {
        self.first_year_part.map_or(100.0, |index| values[index])
    }
}

/// What is left of an amount after all three.
fn delivered(amount: f64, [all, line, corrected]: [f64; 3]) -> f64 {
    part_of(part_of(percent_of(amount, all), line), corrected)
}

/// So much per cent of an amount.
pub(super) fn percent_of(amount: f64, percent: f64) -> f64 {
    amount * percent / 100.0
}

/// The same, leaving the amount as it is to the last bit at a hundred per cent.
#[expect(clippy::float_cmp, reason = "as set, to the last digit")]
pub(super) fn part_of(amount: f64, percent: f64) -> f64 {
    if percent == 100.0 {
        amount
    } else {
        percent_of(amount, percent)
    }
}

impl CompiledSplit {
    /// Calls `gain` with each payer's index and part of a rounded amount; the parts add
    /// up to the amount. Shares are rounded on their running total, so with several of
    /// them no rounding is left over for the rest to make good; together they take at
    /// most the whole.
    pub fn share(&self, values: &Values, amount: Pounds, mut gain: impl FnMut(usize, Pounds)) {
        let mut percent = 0.0;
        let mut given = Pounds::ZERO;
        for &(payer, share) in &self.shares {
            percent = percent_to_date(percent, values[share]);
            let to_date = Pounds::round(amount.as_f64() * percent / 100.0);
            gain(payer, to_date - given);
            given = to_date;
        }
        gain(self.rest, amount - given);
    }
}

/// A running total of shares, in per cent, with one more; never more than the whole.
pub(super) fn percent_to_date(percent: f64, share: f64) -> f64 {
    f64::min(percent + share, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of an amount: the rest's, then one for each share in per cent.
    fn parts(amount: i64, shares: &[f64]) -> Vec<i64> {
        let split = CompiledSplit {
            rest: 0,
            shares: (0..shares.len())
                .map(|index| (index + 1, AssumptionIndex(index)))
                .collect(),
        };
        let mut parts = vec![0; shares.len() + 1];
        let values = Values(shares.to_vec());
        split.share(&values, Pounds(amount), |payer, part| {
            parts[payer] += part.0
        });
        parts
    }

    #[test]
    fn one_share_is_rounded_and_the_rest_takes_what_remains() {
        assert_eq!(parts(99_999, &[70.0]), [30_000, 69_999]);
        assert_eq!(
            parts(5, &[50.0]),
            [2, 3],
            "half a pound goes away from nought"
        );
        assert_eq!(parts(-5, &[50.0]), [-2, -3]);
        assert_eq!(parts(7, &[0.0]), [7, 0]);
    }

    #[test]
    fn several_shares_leave_no_pound_over_and_never_take_more_than_all() {
        assert_eq!(parts(100, &[33.3, 33.3, 33.4]), [0, 33, 34, 33]);
        assert_eq!(parts(1, &[50.0, 50.0]), [0, 1, 0]);
        assert_eq!(parts(1_000, &[70.0, 70.0, 10.0]), [0, 700, 300, 0]);
    }
}
