//! What each benefit line brings in each year, and who gains from it.
//!
//! Every rule is a product of assumptions and one published number a year, over one
//! divisor; a compiled rule holds just those. `docs/model.md` gives each in words.

use super::timeline::{Profile, later, months_late};
use super::{AssumptionIndex, Pounds, Series, Values};
use crate::case::BenefitKind;

/// A benefit line, resolved: `profile × factors × (from − to) ÷ divisor`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CompiledBenefit {
    pub kind: BenefitKind,
    /// Index of the workstream.
    pub workstream: usize,
    /// Assumptions multiplied together; unused places are none.
    pub factors: [Option<AssumptionIndex>; 3],
    /// The assumptions whose difference is multiplied in, if any.
    pub difference: Option<(AssumptionIndex, AssumptionIndex)>,
    /// The published number for each year: phasing, steps, extra cases or pounds.
    pub profile: Profile,
    /// A hundred for each percentage, times the published growth where a rule has one.
    pub divisor: f64,
    /// The workstream's own delay, if it has one.
    pub workstream_delay: Option<AssumptionIndex>,
    pub split: CompiledSplit,
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
}

impl CompiledBenefit {
    /// Fills one line. In the order the contract fixes: shift, delivery, round.
    pub fn fill(&self, values: &Values, adjust: BenefitAdjustments, line: &mut Series) {
        let effects = self.effects(values);
        let months = months_late(values, &self.delays(adjust));
        let delivery = adjust.delivery_percent(values);
        for (year, pounds) in line.iter_mut().enumerate() {
            *pounds = Pounds::round(delivered(later(&effects, months, year), delivery));
        }
    }

    /// What the rule gives in each year, in pounds, before any adjustment.
    pub fn effects(&self, values: &Values) -> Profile {
        let mut product = 1.0;
        for factor in self.factors.iter().flatten() {
            product *= values[*factor];
        }
        if let Some((from, to)) = self.difference {
            product *= values[from] - values[to];
        }
        let mut profile = self.profile;
        for amount in &mut profile {
            *amount = *amount * product / self.divisor;
        }
        profile
    }

    /// The delays that act on the line; their months are added together.
    pub fn delays(&self, adjust: BenefitAdjustments) -> [Option<AssumptionIndex>; 3] {
        [adjust.delay, adjust.programme_delay, self.workstream_delay]
    }
}

impl BenefitAdjustments {
    /// Percent of every benefit that is delivered.
    pub fn delivery_percent(self, values: &Values) -> f64 {
        self.delivery.map_or(100.0, |index| values[index])
    }
}

/// What is left of an amount where only this percentage of it is delivered.
pub(super) fn delivered(amount: f64, percent: f64) -> f64 {
    amount * percent / 100.0
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
