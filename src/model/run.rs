//! A compiled case, and the run itself.

use std::sync::Arc;

use super::appraisal::{benefit_cost_ratio, present_value};
use super::compile::{Anew, Compiled, compile};
use super::timeline::prices;
use super::{Assumptions, Line, Outcome, Payback, Scenario, Series, Values};
use crate::case::{BenefitKind, Case, CaseErrors};

/// A checked case with every reference resolved, ready to run. A handle: copying it is
/// cheap, and two are equal where they are copies of one, or made of one with the same
/// lines of somebody's own.
#[derive(Debug, Clone)]
pub struct Model(Arc<Compiled>);

impl PartialEq for Model {
    fn eq(&self, other: &Model) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || !self.own_lines().is_empty()
                && self.own_lines() == other.own_lines()
                && self.base() == other.base()
    }
}

/// The Green Book's standard rate, for a case that does not offer the assumption.
pub(super) const STANDARD_DISCOUNT_RATE: f64 = 3.5;

impl Model {
    /// Checks a case and compiles it.
    ///
    /// # Errors
    /// Every fault the validator finds.
    pub fn new(case: Case) -> Result<Model, CaseErrors> {
        case.check()?;
        Model::of_checked(case, |case| Some(case.clone()))
    }

    /// Compiles a case that [`Case::from_value`] or [`Case::from_json`] has just given,
    /// which have checked it.
    ///
    /// # Errors
    /// A reference to nothing, which a checked case does not have.
    pub fn of_sound(case: Case) -> Result<Model, CaseErrors> {
        Model::of_checked(case, |case| Some(case.clone()))
    }

    /// Compiles a case that was checked before, as one that comes with the program was;
    /// `anew` gives the case once more, to add lines to.
    ///
    /// # Errors
    /// A reference to nothing, which a checked case does not have.
    pub(super) fn of_checked(case: Case, anew: Anew) -> Result<Model, CaseErrors> {
        let table = [case.assumptions.clone(), case.line_assumptions()].concat();
        Ok(Model::of(compile(case, table, anew, None)?))
    }

    pub(super) fn of(compiled: Compiled) -> Model {
        Model(Arc::new(compiled))
    }

    pub(super) fn compiled(&self) -> &Compiled {
        &self.0
    }

    /// The case it was compiled from.
    pub fn case(&self) -> &Case {
        &self.0.case
    }

    /// The table of assumptions: the case's own, and those that every case has
    /// ([`Case::line_assumptions`]).
    pub fn assumptions(&self) -> &Assumptions {
        &self.0.assumptions
    }

    /// The line with this id.
    pub fn line(&self, id: &str) -> Option<Line> {
        let investment = self.0.case.investment.iter().position(|line| line.id == id);
        let benefit = || self.0.case.benefits.iter().position(|line| line.id == id);
        investment
            .map(Line::Investment)
            .or_else(|| benefit().map(Line::Benefit))
    }

    /// Every assumption's value in a scenario of this model. A change whose value is
    /// out of range (which a [`Scenario`] never holds) is left as published.
    pub fn values(&self, scenario: &Scenario) -> Values {
        let mut values = self.0.assumptions.published();
        for change in scenario.changes() {
            if let Some(value) = values.0.get_mut(change.assumption.0) {
                *value = change.value;
            }
        }
        values
    }

    /// An outcome of the right shape for [`Model::run`] to fill.
    pub fn outcome(&self) -> Outcome {
        Outcome::empty(
            self.0.case.years.count,
            self.0.investment.len(),
            self.0.benefits.len(),
            self.0.case.workstreams.len(),
            self.0.case.payers.len(),
        )
    }

    /// Runs a scenario into a new outcome.
    pub fn evaluate(&self, scenario: &Scenario) -> Outcome {
        let mut outcome = self.outcome();
        self.run(&self.values(scenario), &mut outcome);
        outcome
    }

    /// Fills an outcome made by [`Model::outcome`]. Allocates nothing.
    pub fn run(&self, values: &Values, outcome: &mut Outcome) {
        clear(outcome);
        let inflation = self.0.inflation.map_or(0.0, |index| values[index]);
        let prices = prices(inflation);
        for (line, series) in self.0.investment.iter().zip(&mut outcome.investment_lines) {
            line.fill(values, self.0.investment_adjustments, &prices, series);
            outcome.investment_by_workstream[line.workstream] += &*series;
            outcome.investment += &*series;
        }
        for (line, series) in self.0.benefits.iter().zip(&mut outcome.benefit_lines) {
            line.fill(values, self.0.benefit_adjustments, &prices, series);
            let (by_workstream, by_payer, all) = match line.kind {
                BenefitKind::Saving => (
                    &mut outcome.savings_by_workstream,
                    &mut outcome.savings_by_payer,
                    &mut outcome.savings,
                ),
                BenefitKind::Avoidance => (
                    &mut outcome.avoidance_by_workstream,
                    &mut outcome.avoidance_by_payer,
                    &mut outcome.avoidance,
                ),
            };
            by_workstream[line.workstream] += &*series;
            *all += &*series;
            outcome.benefits += &*series;
            if line.split.shares.is_empty() {
                by_payer[line.split.rest] += &*series;
                continue;
            }
            for (year, &amount) in series.iter().enumerate() {
                line.split.share(values, amount, |payer, part| {
                    by_payer[payer].add_in_year(year, part);
                });
            }
        }
        let by_payer = outcome.savings_by_payer.iter();
        let by_payer = by_payer.zip(&outcome.avoidance_by_payer);
        for (gained, (saved, avoided)) in outcome.funding.iter_mut().zip(by_payer) {
            *gained = *saved;
            *gained += avoided;
        }
        outcome.net = &outcome.benefits - &outcome.investment;
        outcome.cumulative_net = outcome.net.running_total();
        outcome.payback = Payback::of(&outcome.net);
        outcome.payback_savings = Payback::of(&(&outcome.savings - &outcome.investment));
        for (gained, payback) in outcome.funding.iter().zip(&mut outcome.payback_by_payer) {
            *payback = Payback::of(&(gained - &outcome.investment));
        }
        let rate = self
            .0
            .discount_rate
            .map_or(STANDARD_DISCOUNT_RATE, |index| values[index]);
        outcome.discount_rate = rate;
        outcome.inflation = inflation;
        let rates = outcome.rates();
        outcome.net_present_value = present_value(&outcome.net, rates);
        outcome.benefit_cost_ratio =
            benefit_cost_ratio(&outcome.benefits, &outcome.investment, rates);
    }
}

/// Sets every sum that is added to back to nought; the rest is overwritten.
fn clear(outcome: &mut Outcome) {
    let by_part = [
        &mut outcome.investment_by_workstream,
        &mut outcome.savings_by_workstream,
        &mut outcome.avoidance_by_workstream,
        &mut outcome.savings_by_payer,
        &mut outcome.avoidance_by_payer,
    ];
    by_part.into_iter().flatten().for_each(Series::clear);
    outcome.investment.clear();
    outcome.savings.clear();
    outcome.avoidance.clear();
    outcome.benefits.clear();
}
