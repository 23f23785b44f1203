//! What a run gives: every line, every total, and what follows from them.

use super::appraisal::{Rates, present_value};
use super::{Payback, Pounds, Series};
use crate::case::Figure;

/// Everything a run works out. All amounts are whole pounds rounded once, line by line
/// and year by year; every total here is a sum of those, so rows always add up.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Spent, by investment line, in the case's order.
    pub investment_lines: Vec<Series>,
    /// Gained, by benefit line, in the case's order: the annual effect against the base
    /// budget.
    pub benefit_lines: Vec<Series>,
    /// Spent, by workstream.
    pub investment_by_workstream: Vec<Series>,
    /// Saved, by workstream.
    pub savings_by_workstream: Vec<Series>,
    /// Avoided, by workstream.
    pub avoidance_by_workstream: Vec<Series>,
    /// Saved, by payer.
    pub savings_by_payer: Vec<Series>,
    /// Avoided, by payer.
    pub avoidance_by_payer: Vec<Series>,
    /// Gained, by payer: savings and avoidance together.
    pub funding: Vec<Series>,
    /// Spent.
    pub investment: Series,
    /// Cashable benefits.
    pub savings: Series,
    /// Growth that does not happen.
    pub avoidance: Series,
    /// Savings and avoidance.
    pub benefits: Series,
    /// Benefits less investment.
    pub net: Series,
    /// Net to date.
    pub cumulative_net: Series,
    /// Payback on all benefits.
    pub payback: Payback,
    /// Payback on savings alone.
    pub payback_savings: Payback,
    /// Each payer's benefits against the whole investment.
    pub payback_by_payer: Vec<Payback>,
    /// The rate present values are taken at, per cent a year in real terms.
    pub discount_rate: f64,
    /// By how much prices rise, per cent a year. Where it is not nought, every amount is
    /// in the prices of its own year.
    pub inflation: f64,
    /// Net present value in pounds, not rounded; the first year is undiscounted.
    pub net_present_value: f64,
    /// Benefits over investment at present value; none where nothing is invested.
    pub benefit_cost_ratio: Option<f64>,
}

/// Every number in it is one, so it is equal to itself: two that are shared are then known to
/// be equal without a look at their lines.
impl Eq for Outcome {}

/// A line of the ledger, by its place in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// An investment line.
    Investment(usize),
    /// A benefit line.
    Benefit(usize),
}

impl Outcome {
    pub(super) fn empty(
        years: usize,
        investment_lines: usize,
        benefit_lines: usize,
        workstreams: usize,
        payers: usize,
    ) -> Outcome {
        let zero = Series::zero(years);
        let nothing = Payback::NotWithin {
            shortfall: Pounds::ZERO,
        };
        Outcome {
            investment_lines: vec![zero; investment_lines],
            benefit_lines: vec![zero; benefit_lines],
            investment_by_workstream: vec![zero; workstreams],
            savings_by_workstream: vec![zero; workstreams],
            avoidance_by_workstream: vec![zero; workstreams],
            savings_by_payer: vec![zero; payers],
            avoidance_by_payer: vec![zero; payers],
            funding: vec![zero; payers],
            investment: zero,
            savings: zero,
            avoidance: zero,
            benefits: zero,
            net: zero,
            cumulative_net: zero,
            payback: nothing,
            payback_savings: nothing,
            payback_by_payer: vec![nothing; payers],
            discount_rate: 0.0,
            inflation: 0.0,
            net_present_value: 0.0,
            benefit_cost_ratio: None,
        }
    }

    /// What a yearly run of this outcome is worth at the start of the first year, in
    /// pounds of that year's prices, at the outcome's discount rate.
    pub fn present_value(&self, series: &Series) -> f64 {
        present_value(series, self.rates())
    }

    pub(super) fn rates(&self) -> Rates {
        Rates {
            discount: self.discount_rate,
            inflation: self.inflation,
        }
    }

    /// The series of one line.
    pub fn line(&self, line: Line) -> &Series {
        match line {
            Line::Investment(index) => &self.investment_lines[index],
            Line::Benefit(index) => &self.benefit_lines[index],
        }
    }
}

impl super::Model {
    /// The engine's figure that a printed one is held against. A figure of a checked
    /// case always names things the case has.
    pub fn figure(&self, outcome: &Outcome, figure: &Figure) -> Pounds {
        use crate::case::Measure;
        let case = self.case();
        let year = figure
            .year
            .as_deref()
            .and_then(|label| case.years.index_of(label));
        let amount = |series: &Series| year.map_or_else(|| series.total(), |year| series[year]);
        if let Some(line) = figure.line.as_deref() {
            return self
                .line(line)
                .map_or(Pounds::ZERO, |line| amount(outcome.line(line)));
        }
        let workstream = figure
            .workstream
            .as_deref()
            .and_then(|id| case.workstreams.iter().position(|w| w.id == id));
        let of = |all: &Series, parts: &[Series]| {
            amount(workstream.map_or(all, |workstream| &parts[workstream]))
        };
        let savings = of(&outcome.savings, &outcome.savings_by_workstream);
        let avoidance = of(&outcome.avoidance, &outcome.avoidance_by_workstream);
        match figure.of {
            Measure::Investment => of(&outcome.investment, &outcome.investment_by_workstream),
            Measure::Savings => savings,
            Measure::Avoidance => avoidance,
            Measure::Benefits => savings + avoidance,
        }
    }
}
