//! One line in one year: formula, adjustments, rounding.

use super::{Adjustment, Formula, Line, Shift, Step, Teller, Term, Yearly};
use crate::case::{BenefitRule, InvestmentCost, MAX_YEARS};
use crate::model::benefit::{CompiledRule, Left, Product, part_of, percent_of};
use crate::model::investment::CompiledInvestment;
use crate::model::overlap::{Between, Overlap};
use crate::model::timeline::{later, months_late, prices};
use crate::model::{AssumptionIndex, Pounds};

impl Teller<'_> {
    /// The steps of a line in a year of the case, and what they come to.
    pub(super) fn line(&self, line: Line, year: usize) -> (Vec<Step>, Pounds) {
        match line {
            Line::Investment(index) => self
                .investment_line(index)
                .map(|line| self.investment(index, line, year)),
            Line::Benefit(index) => self.benefit_line(index).map(|line| match &line.rule {
                CompiledRule::Product(product) => self.benefit(index, product, year),
                CompiledRule::Overlap(overlap) => self.overlap(overlap, year),
            }),
        }
        .unwrap_or_default()
    }

    fn benefit(&self, index: usize, line: &Product, year: usize) -> (Vec<Step>, Pounds) {
        let adjust = self.compiled.benefit_adjustments;
        let effect = line.effect(&self.values);
        let started = line.started(&self.values, adjust, effect);
        let shift = self.shift(&line.delays(adjust), started, year);
        let mut steps = Vec::new();
        for &(year, amount, _) in &shift.from {
            let terms = self.benefit_terms(index, line, year);
            steps.push(Step::Formula(Formula {
                year,
                terms,
                amount: effect(year),
            }));
            if year == line.first {
                let percent = adjust.first_year_percent(&self.values);
                let part = Adjustment {
                    applied: differs(percent, 100.0),
                    assumption: adjust.first_year_part,
                    percent,
                    before: effect(year),
                    amount,
                };
                steps.push(Step::FirstYear { year, part });
            }
        }
        let mut amount = shift.amount;
        steps.push(Step::Shift(shift));
        let [all, own, corrected] = line.left(&self.values, adjust);
        let mut take = |left: Left, exact: fn(f64, f64) -> f64| {
            let before = amount;
            amount = exact(before, left.percent);
            Adjustment {
                applied: differs(left.percent, 100.0),
                assumption: left.assumption,
                percent: left.percent,
                before,
                amount,
            }
        };
        steps.push(Step::Delivery(take(all, percent_of)));
        steps.push(Step::LineDelivery(take(own, part_of)));
        let left = take(corrected, part_of);
        steps.push(Step::Correction {
            year: None,
            adjusted: left,
        });
        self.priced(steps, amount, year)
    }

    fn overlap(&self, overlap: &Overlap, year: usize) -> (Vec<Step>, Pounds) {
        let adjust = self.compiled.benefit_adjustments;
        let common = overlap.common(&self.values, adjust)(year);
        let times = |index: AssumptionIndex| Term::Times(index, self.values[index]);
        let mut terms = Vec::new();
        match overlap.between {
            Between::Moved {
                pupils,
                moved,
                reduced,
                cost_to,
                cost_from,
            } => {
                let cost = self.values[cost_to] - cost_from.map_or(0.0, |index| self.values[index]);
                terms.extend([times(pupils), times(moved), times(reduced)]);
                terms.push(Term::TimesPounds(cost));
            }
            Between::Twice { absorbed, held, .. } => {
                let shares = self.values[absorbed] * self.values[held] / 10_000.0;
                let both = if shares > 0.0 {
                    common.pounds / shares
                } else {
                    0.0
                };
                terms.push(Term::TimesPounds(-both));
                terms.extend([times(absorbed), times(held)]);
            }
        }
        terms.push(Term::TimesCome(common.one * 100.0));
        terms.push(Term::TimesCome(common.other * 100.0));
        terms.push(times(overlap.share));
        let amount = overlap.amount(&self.values, adjust)(year);
        let steps = vec![Step::Formula(Formula {
            year,
            terms,
            amount,
        })];
        self.priced(steps, amount, year)
    }

    /// Ends the steps of a line with the prices of its year and its rounding.
    fn priced(&self, mut steps: Vec<Step>, before: f64, year: usize) -> (Vec<Step>, Pounds) {
        let percent = self.outcome.inflation;
        let amount = before * prices(percent)[year];
        steps.push(Step::Prices {
            year,
            risen: Adjustment {
                applied: differs(percent, 0.0) && year > 0,
                assumption: self.compiled.inflation,
                percent,
                before,
                amount,
            },
        });
        rounded(steps, amount)
    }

    /// The rule as it is compiled, in the order it is read.
    fn benefit_terms(&self, index: usize, line: &Product, year: usize) -> Vec<Term> {
        let kind = match self.compiled.case.benefits[index].rule {
            BenefitRule::ShareOfCost { .. } | BenefitRule::MovedPupils { .. } => Yearly::Phasing,
            BenefitRule::HeldDemand { .. } => Yearly::ExtraCases,
            BenefitRule::SlowedGrowth { .. } | BenefitRule::PreventedEvents { .. } => {
                Yearly::BuiltUp
            }
            BenefitRule::AbsorbedPressure { .. } => Yearly::Pressure,
            BenefitRule::FixedProfile { .. }
            | BenefitRule::SharedReduction { .. }
            | BenefitRule::CountedTwice { .. } => Yearly::Amount,
        };
        let yearly = Term::TimesYearly(kind, line.profile[year]);
        let leads = !matches!(kind, Yearly::Phasing | Yearly::BuiltUp);
        let mut terms = Vec::new();
        if leads {
            terms.push(yearly);
        }
        for (place, &factor) in line.factors.iter().flatten().enumerate() {
            terms.push(Term::Times(factor, self.values[factor]));
            // Extra cases are those at the published growth, so growth stands over it.
            if kind == Yearly::ExtraCases && place == 0 {
                terms.push(self.over_published(factor));
            }
        }
        if let Some((from, to)) = line.difference {
            let both = [from, to].map(|index| (index, self.values[index]));
            // Nothing beyond the plan is nothing to be told.
            if kind == Yearly::ExtraCases && both[1].1 == 0.0 {
                terms.push(Term::Times(from, both[0].1));
            } else {
                terms.push(Term::TimesDifference(both));
            }
        }
        if !leads {
            terms.push(yearly);
        }
        terms
    }

    fn over_published(&self, index: AssumptionIndex) -> Term {
        Term::OverPublished(index, self.compiled.assumptions[index].published)
    }

    fn investment(
        &self,
        index: usize,
        line: &CompiledInvestment,
        year: usize,
    ) -> (Vec<Step>, Pounds) {
        let adjust = self.compiled.investment_adjustments;
        let kept = adjust.kept_percent(&self.values);
        let overrun = adjust.overrun_percent(&self.values);
        let correction = adjust.corrections.percent(&self.values, line.grade);
        let spent = |year| {
            let planned = line.spent(&self.values, kept, overrun, year);
            part_of(planned, 100.0 + correction)
        };
        let shift = self.shift(&[adjust.delay], spent, year);
        let cost = &self.compiled.case.investment[index].cost;
        // The year whose amounts are a full year's pay, where no pay is given.
        let full_year = match cost {
            InvestmentCost::Posts { .. } => self.full_year(),
            _ => None,
        };
        let mut steps = Vec::new();
        for &(year, amount, _) in &shift.from {
            // The engine's one product, with what comes later left out of it.
            let planned = line.spent(&self.values, 0.0, 0.0, year);
            let staffed = line.spent(&self.values, kept, 0.0, year);
            let times = |index: AssumptionIndex| Term::Times(index, self.values[index]);
            let yearly = |kind| Term::TimesYearly(kind, line.base[year]);
            let mut terms = match cost {
                InvestmentCost::Posts { .. } => vec![
                    yearly(Yearly::Amount),
                    times(line.scale),
                    self.over_published(line.scale),
                ],
                InvestmentCost::OneOff { .. } => vec![times(line.scale), yearly(Yearly::Phasing)],
                InvestmentCost::Amounts { .. } => vec![yearly(Yearly::Amount), times(line.scale)],
                InvestmentCost::Staff { .. } => vec![yearly(Yearly::Months), times(line.scale)],
            };
            terms.extend(line.pay.map(times));
            steps.push(Step::Formula(Formula {
                year,
                terms,
                amount: planned,
            }));
            if line.kept_from < MAX_YEARS {
                let share = Adjustment {
                    applied: year >= line.kept_from && differs(kept, 0.0),
                    assumption: adjust.posts_kept,
                    percent: kept,
                    before: planned,
                    amount: staffed,
                };
                steps.push(Step::PostsKept {
                    year,
                    share,
                    full_year,
                    full: line.full_year,
                    from: line.kept_from,
                });
            }
            let overspent = line.spent(&self.values, kept, overrun, year);
            let added = Adjustment {
                applied: differs(overrun, 0.0),
                assumption: adjust.overrun,
                percent: overrun,
                before: staffed,
                amount: overspent,
            };
            steps.push(Step::Overrun { year, added });
            let adjusted = Adjustment {
                applied: differs(correction, 0.0),
                assumption: line.grade,
                percent: 100.0 + correction,
                before: overspent,
                amount,
            };
            steps.push(Step::Correction {
                year: Some(year),
                adjusted,
            });
        }
        let amount = shift.amount;
        steps.push(Step::Shift(shift));
        self.priced(steps, amount, year)
    }

    /// The year whose amounts are a full year's pay.
    fn full_year(&self) -> Option<usize> {
        let case = &self.compiled.case;
        let kept = case.adjustments.posts_kept.as_ref()?;
        case.years.index_of(&kept.full_year)
    }

    /// The shift into a year of what each year has, with the years it takes from.
    fn shift(
        &self,
        delays: &[Option<AssumptionIndex>],
        at: impl Fn(usize) -> f64 + Copy,
        year: usize,
    ) -> Shift {
        let months = months_late(&self.values, delays);
        let (years, part) = (months / 12, months % 12);
        let mut from = Vec::new();
        for (back, twelfths) in [(years, 12 - part), (years + 1, part)] {
            if let Some(year) = year.checked_sub(back).filter(|_| twelfths > 0) {
                from.push((year, at(year), twelfths));
            }
        }
        let delays = delays.iter().flatten();
        Shift {
            applied: months > 0,
            months,
            delays: delays.map(|&index| (index, self.values[index])).collect(),
            from,
            amount: later(at, months, year),
        }
    }
}

/// Ends the steps of a line with its rounding.
fn rounded(mut steps: Vec<Step>, before: f64) -> (Vec<Step>, Pounds) {
    let amount = Pounds::round(before);
    steps.push(Step::Rounding {
        applied: differs(before, amount.as_f64()),
        before,
        amount,
    });
    (steps, amount)
}

#[expect(clippy::float_cmp, reason = "as set, to the last digit")]
fn differs(value: f64, neutral: f64) -> bool {
    value != neutral
}
