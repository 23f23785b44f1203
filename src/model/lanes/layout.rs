//! Laying a model out for the assumptions that differ: which lines they touch, what is
//! left out of those, and what the others come to.

use super::super::benefit::{CompiledBenefit, CompiledRule, Product};
use super::super::bias::Corrections;
use super::super::compile::Compiled;
use super::super::investment::CompiledInvestment;
use super::super::{AssumptionIndex, Model, Scenario, Values};
use super::line::{LaneInvestment, LaneOverlap, LaneProduct, Percent};
use super::shift::Shift;
use super::{LaneBenefit, LaneOutcome, LaneRule, Lanes, NOTHING, all};

/// A model being laid out.
pub(super) struct Layout<'a> {
    compiled: &'a Compiled,
    values: Values,
    /// Whether each assumption differs between the sets.
    varies: Vec<bool>,
    shifts: Vec<Shift>,
}

type Index = Option<AssumptionIndex>;

impl<'a> Layout<'a> {
    pub fn new(model: &'a Model, scenario: &Scenario, varied: &[AssumptionIndex]) -> Layout<'a> {
        let values = model.values(scenario);
        let mut varies = vec![false; values.0.len()];
        for index in varied {
            varies[index.0] = true;
        }
        Layout {
            compiled: model.compiled(),
            values,
            varies,
            shifts: Vec::new(),
        }
    }

    /// The lanes, with what no differing assumption touches already in them.
    pub fn lanes(mut self, varied: Vec<AssumptionIndex>) -> Lanes {
        let compiled = self.compiled;
        let nothing = LaneOutcome {
            years: compiled.case.years.count,
            investment: NOTHING,
            savings: NOTHING,
            avoidance: NOTHING,
            funding: vec![NOTHING; compiled.case.payers.len()],
            year_on: all(1.0),
        };
        // First all lines stand in the lanes that never differ, then the others.
        let (mut still, mut moving) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
        for line in &compiled.investment {
            let touched = self.investment_touched(line);
            let place = if touched { &mut moving.0 } else { &mut still.0 };
            place.push(self.investment(line));
        }
        for line in &compiled.benefits {
            let touched = self.benefit_touched(line);
            let place = if touched { &mut moving.1 } else { &mut still.1 };
            place.extend(self.benefit(line));
        }
        let inflation = compiled.inflation;
        let mut lanes = Lanes {
            values: self.values.0.iter().copied().map(all).collect(),
            varied,
            inflation,
            discount_rate: compiled.discount_rate,
            prices_rise: inflation.is_some_and(|index| !self.is(index, 0.0)),
            prices: NOTHING,
            shifts: self.shifts,
            investment: still.0,
            benefits: still.1,
            scratch: NOTHING,
            base: nothing.clone(),
            outcome: nothing,
        };
        lanes.evaluate();
        lanes.base = lanes.outcome.clone();
        (lanes.investment, lanes.benefits) = moving;
        lanes
    }

    fn differs(&self, index: Index) -> bool {
        index.is_some_and(|index| self.varies[index.0])
    }

    /// True where an assumption has this value in every set.
    #[expect(clippy::float_cmp, reason = "exactly that value")]
    fn is(&self, index: AssumptionIndex, value: f64) -> bool {
        !self.varies[index.0] && self.values[index] == value
    }

    fn corrected(&self, grade: Index, corrections: Corrections) -> bool {
        // Which correction a grade takes may differ, or the correction itself.
        self.differs(grade)
            || grade.is_some()
                && !grade.is_some_and(|grade| self.is(grade, 0.0))
                && corrections.0.iter().any(|index| self.varies[index.0])
    }

    fn investment_touched(&self, line: &CompiledInvestment) -> bool {
        let adjust = self.compiled.investment_adjustments;
        let inputs = [
            Some(line.scale),
            line.pay,
            adjust.posts_kept,
            adjust.overrun,
            adjust.delay,
            self.compiled.inflation,
        ];
        inputs.into_iter().any(|index| self.differs(index))
            || self.corrected(line.grade, adjust.corrections)
    }

    fn product_touched(&self, product: &Product) -> bool {
        let adjust = self.compiled.benefit_adjustments;
        let (from, to) = product.difference.unzip();
        let own = [from, to, product.delivery, product.workstream_delay];
        let shared = [
            adjust.delay,
            adjust.programme_delay,
            adjust.delivery,
            adjust.first_year_part,
            self.compiled.inflation,
        ];
        let inputs = product.factors.into_iter().chain(own).chain(shared);
        inputs.into_iter().any(|index| self.differs(index))
            || self.corrected(product.grade, adjust.corrections)
    }

    fn benefit_touched(&self, line: &CompiledBenefit) -> bool {
        let shares = &line.split.shares;
        shares.iter().any(|(_, share)| self.varies[share.0])
            || match &line.rule {
                CompiledRule::Product(product) => self.product_touched(product),
                CompiledRule::Overlap(overlap) => {
                    overlap
                        .inputs()
                        .into_iter()
                        .any(|index| self.differs(index))
                        || self.product_touched(&overlap.one)
                        || self.product_touched(&overlap.other)
                }
            }
    }

    /// The place of a shift by these delays, made where there is none yet.
    fn shift(&mut self, delays: [Index; 3]) -> usize {
        let found = self.shifts.iter().position(|shift| shift.delays == delays);
        found.unwrap_or_else(|| {
            self.shifts.push(Shift::new(delays));
            self.shifts.len() - 1
        })
    }

    fn percent(&self, index: Index) -> Percent {
        match index {
            Some(index) if self.varies[index.0] => Percent::Set(index),
            Some(index) => fixed(self.values[index]),
            None => Percent::Hundred,
        }
    }

    fn graded(&self, grade: Index, corrections: Corrections, sign: f64) -> Percent {
        match grade {
            Some(of) if self.corrected(grade, corrections) => {
                Percent::Graded(of, corrections, sign)
            }
            _ => fixed(100.0 + sign * corrections.percent(&self.values, grade)),
        }
    }

    fn product(&mut self, product: &Product) -> LaneProduct {
        let adjust = self.compiled.benefit_adjustments;
        let profile = product.profile.iter().enumerate();
        let active = profile.fold(0, |active, (year, amount)| {
            active | u16::from(*amount != 0.0) << year
        });
        LaneProduct {
            product: product.clone(),
            active,
            shift: self.shift(product.delays(adjust)),
            first_part: self.percent(adjust.first_year_part),
            delivery: adjust.delivery,
            left: [
                self.percent(product.delivery),
                self.graded(product.grade, adjust.corrections, -1.0),
            ],
        }
    }

    fn investment(&mut self, line: &CompiledInvestment) -> LaneInvestment {
        let adjust = self.compiled.investment_adjustments;
        LaneInvestment {
            line: line.clone(),
            posts_kept: adjust.posts_kept,
            overrun: adjust.overrun,
            correction: self.graded(line.grade, adjust.corrections, 1.0),
            shift: self.shift([adjust.delay, None, None]),
        }
    }

    /// None for an overlap that counts for nothing in any set.
    fn benefit(&mut self, line: &CompiledBenefit) -> Option<LaneBenefit> {
        let rule = match &line.rule {
            CompiledRule::Product(product) => LaneRule::Product(self.product(product)),
            CompiledRule::Overlap(overlap) if self.is(overlap.share, 0.0) => return None,
            CompiledRule::Overlap(overlap) => LaneRule::Overlap(Box::new(LaneOverlap {
                one: self.product(&overlap.one),
                other: self.product(&overlap.other),
                overlap: (**overlap).clone(),
            })),
        };
        Some(LaneBenefit {
            kind: line.kind,
            rule,
            rest: line.split.rest,
            shares: line.split.shares.clone(),
        })
    }
}

/// A percentage that is the same in every set.
#[expect(clippy::float_cmp, reason = "as set, to the last digit")]
fn fixed(percent: f64) -> Percent {
    if percent == 100.0 {
        Percent::Hundred
    } else {
        Percent::Fixed(percent)
    }
}
