//! From a case to its compiled form: every id resolved to an index.

use super::benefit::{BenefitAdjustments, CompiledBenefit, CompiledRule, CompiledSplit, Product};
use super::bias::Corrections;
use super::investment::{CompiledInvestment, InvestmentAdjustments};
use super::overlap::{Between, Overlap};
use super::own::Own;
use super::timeline::Profile;
use super::{AssumptionIndex, Assumptions};
use crate::case::{
    Assumption, BenefitLine, BenefitRule, COST_GRADES, Case, CaseError, CaseErrors, CaseFault,
    DELIVERY, GRADES, HIGHEST_GRADE, InvestmentCost, InvestmentLine, MAX_YEARS, Reduces,
    correction_id, cost_correction_id,
};

/// Months of a year.
const MONTHS: f64 = 12.0;

/// Gives a case once more, to add lines to; none where it cannot be had.
pub(super) type Anew = fn(&Case) -> Option<Case>;

/// A checked case with every reference resolved.
#[derive(Debug)]
pub(super) struct Compiled {
    pub case: Case,
    pub assumptions: Assumptions,
    pub investment: Vec<CompiledInvestment>,
    pub benefits: Vec<CompiledBenefit>,
    pub investment_adjustments: InvestmentAdjustments,
    pub benefit_adjustments: BenefitAdjustments,
    pub discount_rate: Option<AssumptionIndex>,
    pub inflation: Option<AssumptionIndex>,
    /// Gives the case once more.
    pub anew: Anew,
    /// What it was made of, where lines were added to a case.
    pub own: Option<Own>,
}

/// Resolves a checked case, given its table of assumptions.
pub(super) fn compile(
    case: Case,
    table: Vec<Assumption>,
    anew: Anew,
    own: Option<Own>,
) -> Result<Compiled, CaseErrors> {
    let resolve = Resolver {
        assumptions: Assumptions::new(table),
        case: &case,
    };
    let investment = collect(&case.investment, |line| resolve.investment(line))?;
    let benefits = collect(&case.benefits, |line| resolve.benefit(line))?;
    let adjust = &case.adjustments;
    let posts_kept = adjust.posts_kept.as_ref().map(|kept| &kept.share);
    let investment_adjustments = InvestmentAdjustments {
        posts_kept: resolve.optional(posts_kept)?,
        overrun: resolve.optional(adjust.investment_overrun.as_ref())?,
        delay: resolve.optional(adjust.programme_delay.as_ref())?,
        corrections: resolve.corrections(cost_correction_id)?,
    };
    let benefit_adjustments = BenefitAdjustments {
        delay: resolve.optional(adjust.benefit_delay.as_ref())?,
        programme_delay: resolve.optional(adjust.programme_delay.as_ref())?,
        delivery: resolve.optional(adjust.benefit_delivery.as_ref())?,
        first_year_part: resolve.optional(adjust.first_year_part.as_ref())?,
        corrections: resolve.corrections(correction_id)?,
    };
    let inflation = resolve.optional(adjust.inflation.as_ref())?;
    let discount_rate = resolve.optional(adjust.discount_rate.as_ref())?;
    let assumptions = resolve.assumptions;
    Ok(Compiled {
        case,
        assumptions,
        investment,
        benefits,
        investment_adjustments,
        benefit_adjustments,
        discount_rate,
        inflation,
        anew,
        own,
    })
}

fn collect<T, C>(
    lines: &[T],
    compile: impl Fn(&T) -> Result<C, CaseErrors>,
) -> Result<Vec<C>, CaseErrors> {
    lines.iter().map(compile).collect()
}

/// Turns the ids of a checked case into indexes. The validator has seen every id, so
/// the error it can give is only there to keep this total.
struct Resolver<'a> {
    assumptions: Assumptions,
    case: &'a Case,
}

impl Resolver<'_> {
    fn unknown(value: &str, wanted: &'static str) -> CaseErrors {
        CaseErrors(vec![CaseError {
            path: "case".to_owned(),
            fault: CaseFault::Unknown {
                value: value.to_owned(),
                wanted,
                known: String::new(),
            },
        }])
    }

    fn assumption(&self, id: &str) -> Result<AssumptionIndex, CaseErrors> {
        self.assumptions
            .find(id)
            .ok_or_else(|| Self::unknown(id, "an assumption"))
    }

    fn optional(&self, id: Option<&String>) -> Result<Option<AssumptionIndex>, CaseErrors> {
        id.map(|id| self.assumption(id)).transpose()
    }

    fn workstream(&self, id: &str) -> Result<usize, CaseErrors> {
        let mut workstreams = self.case.workstreams.iter();
        workstreams
            .position(|workstream| workstream.id == id)
            .ok_or_else(|| Self::unknown(id, "a workstream"))
    }

    fn payer(&self, id: &str) -> Result<usize, CaseErrors> {
        let mut payers = self.case.payers.iter();
        payers
            .position(|payer| payer.id == id)
            .ok_or_else(|| Self::unknown(id, "a payer"))
    }

    fn year(&self, label: &str) -> Result<usize, CaseErrors> {
        self.case
            .years
            .index_of(label)
            .ok_or_else(|| Self::unknown(label, "a year"))
    }

    fn corrections(&self, id: fn(usize) -> String) -> Result<Corrections, CaseErrors> {
        let mut grades = [AssumptionIndex(0); HIGHEST_GRADE];
        for (place, index) in grades.iter_mut().enumerate() {
            *index = self.assumption(&id(place + 1))?;
        }
        Ok(Corrections(grades))
    }

    fn investment(&self, line: &InvestmentLine) -> Result<CompiledInvestment, CaseErrors> {
        let workstream = self.workstream(&line.workstream)?;
        let grade = self.assumptions.find(&format!("{COST_GRADES}{}", line.id));
        let kept = self.case.adjustments.posts_kept.as_ref();
        let kept_from = kept.map(|kept| self.year(&kept.from)).transpose()?;
        Ok(match &line.cost {
            InvestmentCost::Posts { posts, amounts } => {
                let scale = self.assumption(posts)?;
                let full_year = kept.map(|kept| self.year(&kept.full_year)).transpose()?;
                CompiledInvestment {
                    workstream,
                    scale,
                    pay: None,
                    base: profile(amounts),
                    divisor: self.assumptions[scale].published,
                    full_year: full_year.map_or(0.0, |year| amounts[year]),
                    kept_from: kept_from.unwrap_or(MAX_YEARS),
                    grade,
                }
            }
            InvestmentCost::OneOff { amount, phasing } => CompiledInvestment {
                workstream,
                scale: self.assumption(amount)?,
                pay: None,
                base: profile(phasing),
                divisor: 100.0,
                full_year: 0.0,
                kept_from: MAX_YEARS,
                grade,
            },
            InvestmentCost::Staff {
                posts, pay, months, ..
            } => CompiledInvestment {
                workstream,
                scale: self.assumption(posts)?,
                pay: Some(self.assumption(pay)?),
                base: profile(months),
                divisor: MONTHS,
                full_year: MONTHS,
                kept_from: kept_from.unwrap_or(MAX_YEARS),
                grade,
            },
            InvestmentCost::Amounts { counted, amounts } => CompiledInvestment {
                workstream,
                scale: self.assumption(counted)?,
                pay: None,
                base: profile(amounts),
                divisor: 100.0,
                full_year: 0.0,
                kept_from: MAX_YEARS,
                grade,
            },
        })
    }

    fn benefit(&self, line: &BenefitLine) -> Result<CompiledBenefit, CaseErrors> {
        let rule = match &line.rule {
            BenefitRule::SharedReduction { .. } | BenefitRule::CountedTwice { .. } => {
                CompiledRule::Overlap(Box::new(self.overlap(&line.rule)?))
            }
            _ => CompiledRule::Product(self.product(line)?),
        };
        let shares = collect(&line.gains.shares, |share| {
            Ok((self.payer(&share.payer)?, self.assumption(&share.share)?))
        })?;
        Ok(CompiledBenefit {
            kind: line.kind,
            workstream: self.workstream(&line.workstream)?,
            rule,
            split: CompiledSplit {
                rest: self.payer(&line.gains.rest)?,
                shares,
            },
        })
    }

    fn line(&self, id: &str) -> Result<&BenefitLine, CaseErrors> {
        let mut lines = self.case.benefits.iter();
        lines
            .find(|line| line.id == id)
            .ok_or_else(|| Self::unknown(id, "a benefit line"))
    }

    fn overlap(&self, rule: &BenefitRule) -> Result<Overlap, CaseErrors> {
        let (one, other, share) = match rule {
            BenefitRule::SharedReduction {
                moved,
                reduced,
                counted,
                ..
            } => (moved, reduced, counted),
            BenefitRule::CountedTwice {
                pressure,
                demand,
                share,
            } => (pressure, demand, share),
            _ => return Err(Self::unknown("", "an overlap")),
        };
        let (one, other) = (self.line(one)?, self.line(other)?);
        let between = match (&one.rule, &other.rule, rule) {
            (
                BenefitRule::MovedPupils {
                    pupils,
                    share: moved,
                    cost_from,
                    cost_to,
                    ..
                },
                BenefitRule::ShareOfCost { share: reduced, .. },
                BenefitRule::SharedReduction { reduces, .. },
            ) => Between::Moved {
                pupils: self.assumption(pupils)?,
                moved: self.assumption(moved)?,
                reduced: self.assumption(reduced)?,
                cost_to: self.assumption(cost_to)?,
                cost_from: match reduces {
                    Reduces::CostTo => None,
                    Reduces::Both => Some(self.assumption(cost_from)?),
                },
            },
            (
                BenefitRule::AbsorbedPressure { absorbed, .. },
                BenefitRule::HeldDemand {
                    growth,
                    unit_cost,
                    held,
                    ..
                },
                _,
            ) => Between::Twice {
                absorbed: self.assumption(absorbed)?,
                held: self.assumption(held)?,
                growth: self.assumption(growth)?,
                unit_cost: self.assumption(unit_cost)?,
            },
            _ => return Err(Self::unknown(&one.id, "a line that can overlap")),
        };
        Ok(Overlap {
            one: self.product(one)?,
            other: self.product(other)?,
            share: self.assumption(share)?,
            between,
        })
    }

    fn product(&self, line: &BenefitLine) -> Result<Product, CaseErrors> {
        let find = |id: &String| self.assumption(id).map(Some);
        let mut difference = None;
        // A hundred in a divisor is there for each percentage in the product.
        let (factors, yearly, divisor): (_, &[f64], f64) = match &line.rule {
            BenefitRule::ShareOfCost {
                cost,
                share,
                phasing,
            } => ([find(cost)?, find(share)?, None], phasing, 10_000.0),
            BenefitRule::MovedPupils {
                pupils,
                share,
                cost_from,
                cost_to,
                phasing,
            } => {
                difference = Some((self.assumption(cost_from)?, self.assumption(cost_to)?));
                ([find(pupils)?, find(share)?, None], phasing, 10_000.0)
            }
            BenefitRule::HeldDemand {
                extra,
                growth,
                unit_cost,
                held,
            } => {
                let published = self.assumptions[self.assumption(growth)?].published;
                // What comes beyond the plan is held by nothing.
                let beyond = self.case.adjustments.demand_beyond_plan.as_ref();
                let mut last = find(held)?;
                if let Some(beyond) = self.optional(beyond)? {
                    difference = last.take().map(|held| (held, beyond));
                }
                let factors = [find(growth)?, find(unit_cost)?, last];
                (factors, extra, published * 100.0)
            }
            BenefitRule::SlowedGrowth {
                growth,
                avoided,
                steps,
            } => ([find(growth)?, find(avoided)?, None], steps, 100.0),
            BenefitRule::PreventedEvents {
                number,
                cost,
                steps,
            } => ([find(number)?, find(cost)?, None], steps, 1.0),
            BenefitRule::AbsorbedPressure { pressure, absorbed } => {
                ([find(absorbed)?, None, None], pressure, 100.0)
            }
            BenefitRule::FixedProfile { amounts } => ([None; 3], amounts, 1.0),
            BenefitRule::SharedReduction { .. } | BenefitRule::CountedTwice { .. } => {
                return Err(Self::unknown(&line.id, "a line with an effect of its own"));
            }
        };
        let workstream = self.workstream(&line.workstream)?;
        Ok(Product {
            factors,
            difference,
            profile: profile(yearly),
            divisor,
            first: yearly.iter().position(|&amount| amount != 0.0).unwrap_or(0),
            workstream_delay: self.optional(self.case.workstreams[workstream].delay.as_ref())?,
            delivery: self.assumptions.find(&format!("{DELIVERY}{}", line.id)),
            grade: self.assumptions.find(&format!("{GRADES}{}", line.id)),
        })
    }
}

/// A checked list of one number a year, padded with nought.
fn profile(yearly: &[f64]) -> Profile {
    let mut profile = Profile::default();
    for (place, value) in profile.iter_mut().zip(yearly) {
        *place = *value;
    }
    profile
}
