//! One line in one year: formula, adjustments, rounding.

use super::{Adjustment, Formula, Line, Shift, Step, Teller, Term, Yearly};
use crate::case::{BenefitRule, InvestmentCost, MAX_YEARS};
use crate::model::benefit::{CompiledBenefit, delivered};
use crate::model::investment::CompiledInvestment;
use crate::model::timeline::{Profile, later, months_late};
use crate::model::{AssumptionIndex, Pounds};

impl Teller<'_> {
    /// The steps of a line in a year of the case, and what they come to.
    pub(super) fn line(&self, line: Line, year: usize) -> (Vec<Step>, Pounds) {
        match line {
            Line::Investment(index) => self
                .investment_line(index)
                .map(|line| self.investment(index, line, year)),
            Line::Benefit(index) => self
                .benefit_line(index)
                .map(|line| self.benefit(index, line, year)),
        }
        .unwrap_or_default()
    }

    fn benefit(&self, index: usize, line: &CompiledBenefit, year: usize) -> (Vec<Step>, Pounds) {
        let adjust = self.compiled.benefit_adjustments;
        let effects = line.effects(&self.values);
        let shift = self.shift(&line.delays(adjust), &effects, year);
        let mut steps = Vec::new();
        for &(year, amount, _) in &shift.from {
            let terms = self.benefit_terms(index, line, year);
            steps.push(Step::Formula(Formula {
                year,
                terms,
                amount,
            }));
        }
        let percent = adjust.delivery_percent(&self.values);
        let amount = delivered(shift.amount, percent);
        let delivery = Adjustment {
            applied: differs(percent, 100.0),
            assumption: adjust.delivery,
            percent,
            before: shift.amount,
            amount,
        };
        steps.push(Step::Shift(shift));
        steps.push(Step::Delivery(delivery));
        rounded(steps, amount)
    }

    /// The rule as it is compiled, in the order it is read.
    fn benefit_terms(&self, index: usize, line: &CompiledBenefit, year: usize) -> Vec<Term> {
        let kind = match self.compiled.case.benefits[index].rule {
            BenefitRule::ShareOfCost { .. } | BenefitRule::MovedPupils { .. } => Yearly::Phasing,
            BenefitRule::HeldDemand { .. } => Yearly::ExtraCases,
            BenefitRule::SlowedGrowth { .. } | BenefitRule::PreventedEvents { .. } => {
                Yearly::BuiltUp
            }
            BenefitRule::AbsorbedPressure { .. } => Yearly::Pressure,
            BenefitRule::FixedProfile { .. } => Yearly::Amount,
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
            terms.push(Term::TimesDifference(both));
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
        let mut spent = Profile::default();
        for (year, amount) in spent.iter_mut().enumerate() {
            *amount = line.spent(&self.values, kept, overrun, year);
        }
        let shift = self.shift(&[adjust.delay], &spent, year);
        let posts = matches!(
            self.compiled.case.investment[index].cost,
            InvestmentCost::Posts { .. }
        );
        let mut steps = Vec::new();
        for &(year, amount, _) in &shift.from {
            // The engine's one product, with what comes later left out of it.
            let planned = line.spent(&self.values, 0.0, 0.0, year);
            let staffed = line.spent(&self.values, kept, 0.0, year);
            let scale = Term::Times(line.scale, self.values[line.scale]);
            let terms = if posts {
                let amount = Term::TimesYearly(Yearly::Amount, line.base[year]);
                vec![amount, scale, self.over_published(line.scale)]
            } else {
                vec![scale, Term::TimesYearly(Yearly::Phasing, line.base[year])]
            };
            steps.push(Step::Formula(Formula {
                year,
                terms,
                amount: planned,
            }));
            if posts && line.kept_from < MAX_YEARS {
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
                    full_year: self.full_year(),
                    pay: line.full_year,
                    from: line.kept_from,
                });
            }
            let added = Adjustment {
                applied: differs(overrun, 0.0),
                assumption: adjust.overrun,
                percent: overrun,
                before: staffed,
                amount,
            };
            steps.push(Step::Overrun { year, added });
        }
        let amount = shift.amount;
        steps.push(Step::Shift(shift));
        rounded(steps, amount)
    }

    /// The year whose amounts are a full year's pay.
    fn full_year(&self) -> Option<usize> {
        let case = &self.compiled.case;
        let kept = case.adjustments.posts_kept.as_ref()?;
        case.years.index_of(&kept.full_year)
    }

    /// The shift of a profile into a year, with the years it takes from.
    fn shift(&self, delays: &[Option<AssumptionIndex>], profile: &Profile, year: usize) -> Shift {
        let months = months_late(&self.values, delays);
        let (years, part) = (months / 12, months % 12);
        let mut from = Vec::new();
        for (back, twelfths) in [(years, 12 - part), (years + 1, part)] {
            if let Some(year) = year.checked_sub(back).filter(|_| twelfths > 0) {
                from.push((year, profile[year], twelfths));
            }
        }
        let delays = delays.iter().flatten();
        Shift {
            applied: months > 0,
            months,
            delays: delays.map(|&index| (index, self.values[index])).collect(),
            from,
            amount: later(profile, months, year),
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
