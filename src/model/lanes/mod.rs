//! Eight sets of values run side by side, for where a case is run many thousand times.
//!
//! The model is laid out once for the assumptions that differ between the sets: lines that
//! none of them touches are worked out then and there, and what is a hundred per cent or
//! nought in every set is left out. Every operation that is left is that of
//! [`Model::run`], in its order, so that the figures are the same to the pound; a property
//! test holds the two together, and `Model::run` stays the one that is explained.

mod arithmetic;
mod layout;
mod line;
mod shift;

use super::{AssumptionIndex, Model, Scenario};
use crate::case::{BenefitKind, MAX_YEARS};
use arithmetic::{add, all, map, round, times, zip};
use layout::Layout;
use line::{LaneInvestment, LaneOverlap, LaneProduct, Sight};
use shift::Shift;

/// How many sets of values are run at once.
pub const LANES: usize = 8;

/// One number for each set of values.
pub type Lane = [f64; LANES];

/// One number for each year and each set of values; years past the last are nought.
pub type LaneYears = [Lane; MAX_YEARS];

const NOTHING: LaneYears = [[0.0; LANES]; MAX_YEARS];

/// What runs side by side give, in whole pounds: as in an [`super::Outcome`].
#[derive(Debug, Clone)]
pub struct LaneOutcome {
    /// How many years there are.
    pub years: usize,
    /// Spent.
    pub investment: LaneYears,
    /// Cashable benefits.
    pub savings: LaneYears,
    /// Growth that does not happen.
    pub avoidance: LaneYears,
    /// Gained, by payer: savings and avoidance together.
    pub funding: Vec<LaneYears>,
    /// What a year's pounds are divided by more than those of the year before, for their
    /// present value.
    pub year_on: Lane,
}

/// A model laid out to run sets of values that differ in some assumptions alone.
#[derive(Debug, Clone)]
pub struct Lanes {
    /// Every assumption's value in each set.
    values: Vec<Lane>,
    varied: Vec<AssumptionIndex>,
    /// Where prices and the discount rate are set, and whether prices ever rise.
    inflation: Option<AssumptionIndex>,
    discount_rate: Option<AssumptionIndex>,
    prices_rise: bool,
    prices: LaneYears,
    shifts: Vec<Shift>,
    investment: Vec<LaneInvestment>,
    benefits: Vec<LaneBenefit>,
    /// A line's amounts while it is worked out.
    scratch: LaneYears,
    /// What the lines come to that no differing assumption touches.
    base: LaneOutcome,
    outcome: LaneOutcome,
}

/// A benefit line.
#[derive(Debug, Clone)]
struct LaneBenefit {
    kind: BenefitKind,
    rule: LaneRule,
    /// The payer who gains what no share takes.
    rest: usize,
    shares: Vec<(usize, AssumptionIndex)>,
}

#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "the large one is the common one")]
enum LaneRule {
    Product(LaneProduct),
    Overlap(Box<LaneOverlap>),
}

impl Lanes {
    /// Runs of a scenario in which these assumptions differ.
    pub fn new(model: &Model, scenario: &Scenario, varied: Vec<AssumptionIndex>) -> Lanes {
        Layout::new(model, scenario, &varied).lanes(varied)
    }

    /// Runs eight sets: for each assumption that differs, in the order given, its value in
    /// each set, which the assumption must take. Allocates nothing.
    pub fn run(&mut self, values: &[Lane]) -> &LaneOutcome {
        for (index, value) in self.varied.iter().zip(values) {
            self.values[index.0] = *value;
        }
        self.evaluate();
        &self.outcome
    }

    fn evaluate(&mut self) {
        self.set_rates();
        for shift in &mut self.shifts {
            shift.set(&self.values);
        }
        let sight = Sight {
            years: self.base.years,
            values: &self.values,
            shifts: &self.shifts,
            prices: self.prices_rise.then_some(&self.prices),
        };
        let outcome = &mut self.outcome;
        outcome.investment = self.base.investment;
        outcome.savings = self.base.savings;
        outcome.avoidance = self.base.avoidance;
        outcome.funding.copy_from_slice(&self.base.funding);
        for line in &self.investment {
            line.fill(&sight, &mut self.scratch, &mut outcome.investment);
        }
        for line in &self.benefits {
            line.fill(&sight, &mut self.scratch, outcome);
        }
    }

    /// What prices and present values go by.
    #[inline(always)]
    fn set_rates(&mut self) {
        let rate = |index: Option<AssumptionIndex>, otherwise: f64| {
            let percent = index.map_or(all(otherwise), |index| self.values[index.0]);
            map(&percent, |percent| 1.0 + percent / 100.0)
        };
        let rise = rate(self.inflation, 0.0);
        let discount = rate(self.discount_rate, super::run::STANDARD_DISCOUNT_RATE);
        self.outcome.year_on = times(&discount, &rise);
        if self.prices_rise {
            let mut price = all(1.0);
            for now in &mut self.prices[..self.base.years] {
                *now = price;
                price = times(&price, &rise);
            }
        }
    }
}

impl LaneBenefit {
    /// Adds the line to the totals of its kind and of those who gain.
    #[inline(always)]
    fn fill(&self, sight: &Sight<'_>, scratch: &mut LaneYears, outcome: &mut LaneOutcome) {
        let total = match self.kind {
            BenefitKind::Saving => &mut outcome.savings,
            BenefitKind::Avoidance => &mut outcome.avoidance,
        };
        let funding = &mut outcome.funding;
        let take = |year: usize, amount: &Lane| {
            add(&mut total[year], amount);
            if self.shares.is_empty() {
                add(&mut funding[self.rest][year], amount);
                return;
            }
            let (mut percent, mut given) = (all(0.0), all(0.0));
            for &(payer, share) in &self.shares {
                percent = zip(&percent, &sight.values[share.0], |percent, share| {
                    let to_date = percent + share;
                    if to_date < 100.0 { to_date } else { 100.0 }
                });
                let to_date = round(&zip(amount, &percent, |amount, percent| {
                    amount * percent / 100.0
                }));
                let part = zip(&to_date, &given, |to_date, given| to_date - given);
                add(&mut funding[payer][year], &part);
                given = to_date;
            }
            let rest = zip(amount, &given, |amount, given| amount - given);
            add(&mut funding[self.rest][year], &rest);
        };
        match &self.rule {
            LaneRule::Product(product) => product.fill(sight, scratch, take),
            LaneRule::Overlap(overlap) => overlap.fill(sight, take),
        }
    }
}
