//! What two benefit lines do to one another.
//!
//! Lines are added as if each were alone. Here the state with both is worked out beside
//! the state with neither, and what the lines claim alone is subtracted: never a haircut
//! on their sum. So the sign follows from who is affected (`docs/model.md`, overlaps).

use super::benefit::{BenefitAdjustments, Product};
use super::{AssumptionIndex, Values};

/// An overlap, resolved, with copies of the two lines it is between.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Overlap {
    /// The line that moves pupils, or that absorbs a pressure.
    pub one: Product,
    /// The line that reduces a cost, or that holds demand.
    pub other: Product,
    /// Percent counted, or in both.
    pub share: AssumptionIndex,
    pub between: Between,
}

/// What the two lines have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Between {
    /// Pupils who move come under a reduction.
    Moved {
        pupils: AssumptionIndex,
        moved: AssumptionIndex,
        reduced: AssumptionIndex,
        /// What a pupil costs where they move to.
        cost_to: AssumptionIndex,
        /// What a pupil cost before, where the reduction was of that as well.
        cost_from: Option<AssumptionIndex>,
    },
    /// The same pounds are avoided twice.
    Twice {
        absorbed: AssumptionIndex,
        held: AssumptionIndex,
        growth: AssumptionIndex,
        unit_cost: AssumptionIndex,
    },
}

/// The overlap of one year, in parts that are multiplied together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Common {
    /// Pounds that both lines act on at once, in full.
    pub pounds: f64,
    /// How much of the one line's effect there is in the year, from 0 to 1.
    pub one: f64,
    /// How much of the other line's.
    pub other: f64,
    /// Below nought where the lines claim too much.
    pub sign: f64,
}

impl Overlap {
    /// What the overlap comes to in a year, in pounds, before prices and rounding.
    pub fn amount(&self, values: &Values, adjust: BenefitAdjustments) -> impl Fn(usize) -> f64 {
        let share = values[self.share];
        let common = self.common(values, adjust);
        move |year| {
            if share == 0.0 {
                return 0.0;
            }
            let common = common(year);
            common.sign * common.pounds * share * common.one * common.other / 100.0
        }
    }

    /// The assumptions it is made of, besides those that adjust the two lines.
    pub fn inputs(&self) -> [Option<AssumptionIndex>; 6] {
        let [one, two, three, four, five] = match self.between {
            Between::Moved {
                pupils,
                moved,
                reduced,
                cost_to,
                cost_from,
            } => [
                Some(pupils),
                Some(moved),
                Some(reduced),
                Some(cost_to),
                cost_from,
            ],
            Between::Twice {
                absorbed,
                held,
                growth,
                unit_cost,
            } => [
                Some(absorbed),
                Some(held),
                Some(growth),
                Some(unit_cost),
                None,
            ],
        };
        [Some(self.share), one, two, three, four, five]
    }

    /// What both lines act on in a year.
    pub fn common(&self, values: &Values, adjust: BenefitAdjustments) -> impl Fn(usize) -> Common {
        let one = self
            .one
            .adjusted(values, adjust, |year| self.one.profile[year]);
        let other = self
            .other
            .adjusted(values, adjust, |year| self.other.profile[year]);
        move |year| match self.between {
            Between::Moved {
                pupils,
                moved,
                reduced,
                cost_to,
                cost_from,
            } => {
                // Who was reduced before is so no more; who was not, is.
                let cost = values[cost_to] - cost_from.map_or(0.0, |from| values[from]);
                let per_cents = values[moved] * values[reduced] / 10_000.0;
                Common {
                    pounds: values[pupils] * per_cents * cost.abs(),
                    one: one(year) / 100.0,
                    other: other(year) / 100.0,
                    sign: if cost < 0.0 { -1.0 } else { 1.0 },
                }
            }
            Between::Twice {
                absorbed,
                held,
                growth,
                unit_cost,
            } => {
                let (pressure, extra) = (self.one.profile[year], self.other.profile[year]);
                let over_published = self.other.divisor / 100.0;
                let demand = extra * values[growth] * values[unit_cost] / over_published;
                let per_cents = values[absorbed] * values[held] / 10_000.0;
                Common {
                    pounds: smaller(pressure, demand) * per_cents,
                    one: part(one(year), pressure),
                    other: part(other(year), extra),
                    sign: -1.0,
                }
            }
        }
    }
}

/// The smaller of two amounts, and nothing where one of them is not above nought.
pub(super) fn smaller(one: f64, other: f64) -> f64 {
    let less = if one < other { one } else { other };
    if less > 0.0 { less } else { 0.0 }
}

/// How much of a year's own amount has come, at most all of it: what is late is of
/// another year's.
pub(super) fn part(come: f64, whole: f64) -> f64 {
    if whole > 0.0 && come < whole {
        come / whole
    } else if whole > 0.0 {
        1.0
    } else {
        0.0
    }
}
