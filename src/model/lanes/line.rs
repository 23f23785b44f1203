//! The lines in eight runs at once, formula for formula those of a single run.

use super::super::AssumptionIndex;
use super::super::benefit::Product;
use super::super::bias::Corrections;
use super::super::investment::CompiledInvestment;
use super::super::overlap::{Between, Overlap};
use super::super::overlap::{part, smaller};
use super::arithmetic::{add, all, map, part_of, percent_of, round, times, zip};
use super::shift::Shift;
use super::{Lane, LaneYears};
use crate::case::MAX_YEARS;

/// What every line looks at, in the runs at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<'a> {
    pub years: usize,
    /// Every assumption's value in each run.
    pub values: &'a [Lane],
    pub shifts: &'a [Shift],
    /// What a pound is called in each year; none where that is a pound in every run.
    pub prices: Option<&'a LaneYears>,
}

impl Sight<'_> {
    #[inline(always)]
    fn value(&self, index: AssumptionIndex) -> &Lane {
        &self.values[index.0]
    }

    /// In whole pounds of its year.
    #[inline(always)]
    fn pounds(&self, amount: &Lane, year: usize) -> Lane {
        match self.prices {
            Some(prices) => round(&times(amount, &prices[year])),
            None => round(amount),
        }
    }
}

/// A percentage that an amount is taken down or up to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Percent {
    /// A hundred in every run: nothing to do.
    Hundred,
    /// The same in every run.
    Fixed(f64),
    /// Set by an assumption.
    Set(AssumptionIndex),
    /// A hundred and the correction for a grade, with this sign.
    Graded(AssumptionIndex, Corrections, f64),
}

impl Percent {
    /// An amount taken down or up.
    #[inline(always)]
    fn of(self, amount: &Lane, sight: &Sight<'_>) -> Lane {
        match self {
            Percent::Hundred => *amount,
            Percent::Fixed(percent) => percent_of(amount, &all(percent)),
            Percent::Set(index) => part_of(amount, sight.value(index)),
            Percent::Graded(grade, corrections, sign) => {
                part_of(amount, &graded(grade, corrections, sign, sight))
            }
        }
    }
}

/// Grades are seldom drawn, so this may take its time.
#[cold]
fn graded(grade: AssumptionIndex, corrections: Corrections, sign: f64, sight: &Sight<'_>) -> Lane {
    let mut percent = all(100.0);
    for (lane, percent) in percent.iter_mut().enumerate() {
        let index = corrections.of_grade(sight.value(grade)[lane]);
        *percent += sign * index.map_or(0.0, |index| sight.value(index)[lane]);
    }
    percent
}

/// A benefit line's effect with its adjustments, as in [`Product::adjusted`].
#[derive(Debug, Clone)]
pub(super) struct LaneProduct {
    pub product: Product,
    /// A bit for each year that the published profile has something in.
    pub active: u16,
    /// Which of the shifts is its own.
    pub shift: usize,
    /// The part of the first year; a hundred where that is all of it in every run.
    pub first_part: Percent,
    /// Delivery of every benefit; none where the case has no such assumption.
    pub delivery: Option<AssumptionIndex>,
    /// Delivery of this line, then the correction for its evidence.
    pub left: [Percent; 2],
}

impl LaneProduct {
    /// The effects of each active year before any adjustment; the others stay as they
    /// are.
    #[inline(always)]
    fn effects(&self, sight: &Sight<'_>, effects: &mut LaneYears) {
        let rule = &self.product;
        let mut product = all(1.0);
        for factor in rule.factors.iter().flatten() {
            product = times(&product, sight.value(*factor));
        }
        if let Some((from, to)) = rule.difference {
            let apart = zip(sight.value(from), sight.value(to), |from, to| from - to);
            product = times(&product, &apart);
        }
        for year in 0..sight.years {
            let amount = rule.profile[year];
            // As in the year before, it need not be worked out again.
            #[expect(clippy::float_cmp, reason = "the very same number")]
            if year > 0 && amount == rule.profile[year - 1] {
                effects[year] = effects[year - 1];
            } else if amount != 0.0 {
                effects[year] = map(&product, |product| amount * product / rule.divisor);
            }
        }
    }

    /// One year of effects as far and as late as they come; none where that is nought.
    #[inline(always)]
    fn adjusted(
        &self,
        effects: &LaneYears,
        active: u16,
        sight: &Sight<'_>,
        year: usize,
    ) -> Option<Lane> {
        let later = sight.shifts[self.shift].later(effects, active, year)?;
        let all = match self.delivery {
            Some(index) => percent_of(&later, sight.value(index)),
            None => percent_of(&later, &all(100.0)),
        };
        let [line, corrected] = self.left;
        Some(corrected.of(&line.of(&all, sight), sight))
    }

    /// Only a part of the first year's effect.
    #[inline(always)]
    fn start(&self, effects: &mut LaneYears, sight: &Sight<'_>) {
        let first = &mut effects[self.product.first];
        *first = self.first_part.of(first, sight);
    }

    /// Calls `take` with each year that is not nought in every run, in whole pounds.
    #[inline(always)]
    pub fn fill(
        &self,
        sight: &Sight<'_>,
        effects: &mut LaneYears,
        mut take: impl FnMut(usize, &Lane),
    ) {
        self.effects(sight, effects);
        self.start(effects, sight);
        for year in 0..sight.years {
            if let Some(amount) = self.adjusted(effects, self.active, sight, year) {
                take(year, &sight.pounds(&amount, year));
            }
        }
    }

    /// The published profile as far and as late as it comes.
    #[inline(always)]
    fn profile(&self, sight: &Sight<'_>) -> LaneYears {
        let mut profile = self.product.profile.map(all);
        self.start(&mut profile, sight);
        let mut adjusted = [[0.0; super::LANES]; MAX_YEARS];
        for (year, amount) in adjusted.iter_mut().enumerate().take(sight.years) {
            if let Some(come) = self.adjusted(&profile, self.active, sight, year) {
                *amount = come;
            }
        }
        adjusted
    }
}

/// What two lines do to one another, as in [`Overlap::amounts`].
#[derive(Debug, Clone)]
pub(super) struct LaneOverlap {
    pub overlap: Overlap,
    pub one: LaneProduct,
    pub other: LaneProduct,
}

impl LaneOverlap {
    /// Calls `take` with each year, in whole pounds.
    #[inline(always)]
    pub fn fill(&self, sight: &Sight<'_>, mut take: impl FnMut(usize, &Lane)) {
        let (one, other) = (self.one.profile(sight), self.other.profile(sight));
        let share = sight.value(self.overlap.share);
        let value = |index| sight.value(index);
        match self.overlap.between {
            Between::Moved {
                pupils,
                moved,
                reduced,
                cost_to,
                cost_from,
            } => {
                let mut cost = *value(cost_to);
                if let Some(from) = cost_from {
                    cost = zip(&cost, value(from), |to, from| to - from);
                }
                let per_cents = zip(value(moved), value(reduced), |one, other| {
                    one * other / 10_000.0
                });
                let affected = times(value(pupils), &per_cents);
                let pounds = zip(&affected, &cost, |affected, cost| affected * cost.abs());
                let sign = map(&cost, |cost| if cost < 0.0 { -1.0 } else { 1.0 });
                let claimed = times(&times(&sign, &pounds), share);
                for year in 0..sight.years {
                    let hundredth = |amount: &Lane| map(amount, |amount| amount / 100.0);
                    let amount = times(&claimed, &hundredth(&one[year]));
                    let amount = times(&amount, &hundredth(&other[year]));
                    take(year, &sight.pounds(&hundredth(&amount), year));
                }
            }
            Between::Twice {
                absorbed,
                held,
                growth,
                unit_cost,
            } => {
                let (pressures, extras) = (&self.one.product.profile, &self.other.product.profile);
                let over_published = self.other.product.divisor / 100.0;
                let per_cents = zip(value(absorbed), value(held), |one, other| {
                    one * other / 10_000.0
                });
                for year in 0..sight.years {
                    let (pressure, extra) = (pressures[year], extras[year]);
                    // Nothing is avoided twice where one of the two has nothing.
                    if !(pressure > 0.0 && extra > 0.0) {
                        continue;
                    }
                    let demand = zip(value(growth), value(unit_cost), |growth, cost| {
                        extra * growth * cost / over_published
                    });
                    let common = map(&demand, |demand| smaller(pressure, demand));
                    let pounds = times(&common, &per_cents);
                    let claimed = zip(&pounds, share, |pounds, share| -pounds * share);
                    let amount = zip(&claimed, &one[year], |claimed, come| {
                        claimed * part(come, pressure)
                    });
                    let amount = zip(&amount, &other[year], |amount, come| {
                        amount * part(come, extra) / 100.0
                    });
                    take(year, &sight.pounds(&amount, year));
                }
            }
        }
    }
}

/// An investment line, as in [`CompiledInvestment::fill`].
#[derive(Debug, Clone)]
pub(super) struct LaneInvestment {
    pub line: CompiledInvestment,
    pub posts_kept: Option<AssumptionIndex>,
    pub overrun: Option<AssumptionIndex>,
    pub correction: Percent,
    /// Which of the shifts is its own.
    pub shift: usize,
}

impl LaneInvestment {
    /// Adds each year to what is spent, in whole pounds.
    #[inline(always)]
    pub fn fill(&self, sight: &Sight<'_>, amounts: &mut LaneYears, spent: &mut LaneYears) {
        let line = &self.line;
        let percent =
            |index: Option<AssumptionIndex>| index.map_or(all(0.0), |index| *sight.value(index));
        let (kept, overrun) = (percent(self.posts_kept), percent(self.overrun));
        let mut scale = zip(sight.value(line.scale), &overrun, |scale, overrun| {
            scale * (100.0 + overrun)
        });
        if let Some(pay) = line.pay {
            scale = times(&scale, sight.value(pay));
        }
        let divisor = line.divisor * 10_000.0;
        let mut active = 0;
        for (year, amount) in amounts.iter_mut().enumerate().take(sight.years) {
            let hundredths = line.base[year] * 100.0;
            let stays = year >= line.kept_from && line.full_year != 0.0;
            if hundredths == 0.0 && !stays {
                continue;
            }
            active |= 1 << year;
            let before = if stays {
                let hundredths = map(&kept, |kept| hundredths + line.full_year * kept);
                zip(&hundredths, &scale, |of, scale| of * scale / divisor)
            } else {
                map(&scale, |scale| hundredths * scale / divisor)
            };
            *amount = self.correction.of(&before, sight);
        }
        for (year, spent) in spent.iter_mut().enumerate().take(sight.years) {
            if let Some(amount) = sight.shifts[self.shift].later(amounts, active, year) {
                add(spent, &sight.pounds(&amount, year));
            }
        }
    }
}
