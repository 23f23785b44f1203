//! How a figure came about, as values: the formula with the numbers in it, the
//! adjustments in their order, the parts of a sum. The last step gives the figure.
//!
//! Everything is worked out by the functions that [`Model::run`] uses; a test holds every
//! explanation to the figure of the run. `export` puts explanations into words.

mod line;
mod reach;
mod step;
mod sum;

use super::benefit::CompiledBenefit;
use super::compile::Compiled;
use super::investment::CompiledInvestment;
use super::{AssumptionIndex, Line, Model, Outcome, Payback, Pounds, Scenario, Series, Values};

pub use step::{Adjustment, Formula, Part, Share, Shift, Step, Stream, Term, Yearly};

/// A figure of an outcome that can be explained: what is measured, and for when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// What is measured.
    pub what: What,
    /// For when. Paybacks and the appraisal are for all years whatever is said here.
    pub when: When,
}

/// What is measured. Workstreams and payers are places in the case's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One line.
    Line(Line),
    /// What is spent, by one workstream or by all.
    Investment(Option<usize>),
    /// Cashable benefits, of one workstream or of all.
    Savings(Option<usize>),
    /// Growth that does not happen, of one workstream or of all.
    Avoidance(Option<usize>),
    /// Savings and avoidance together, of one workstream or of all.
    Benefits(Option<usize>),
    /// Benefits less investment.
    Net,
    /// What a payer gains.
    Payer(usize),
    /// What a payer saves.
    PayerSavings(usize),
    /// Growth that does not happen to a payer.
    PayerAvoidance(usize),
    /// Payback on all benefits.
    Payback,
    /// Payback on savings alone.
    PaybackOnSavings,
    /// Payback of one payer's benefits against the whole investment.
    PaybackOfPayer(usize),
    /// Net present value.
    NetPresentValue,
    /// Benefit-cost ratio.
    BenefitCostRatio,
}

impl What {
    /// True for what is spent: a line of investment or a sum of them. Explanations give it
    /// as a positive amount, as outcomes do.
    pub fn is_spent(self) -> bool {
        matches!(self, What::Investment(_) | What::Line(Line::Investment(_)))
    }
}

/// For when. Years are places in the case's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One year's effect against the base budget.
    Year(usize),
    /// What one year adds to the year before.
    Change(usize),
    /// The sum up to and with one year.
    ToDate(usize),
    /// All years together.
    AllYears,
}

/// How one figure of one scenario came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The figure that is explained.
    pub target: Target,
    /// What was done, in the order in which the engine does it.
    pub steps: Vec<Step>,
    /// What it came to: the run's own figure.
    pub result: Answer,
    /// Every assumption the figure may move with, in the case's order. No other moves it.
    pub inputs: Vec<AssumptionIndex>,
    /// Sections of the paper its lines are from, each named once, in the case's order.
    pub sections: Vec<String>,
}

/// The figure at the end of an explanation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// Whole pounds; what is spent is a positive amount.
    Pounds(Pounds),
    /// Whether and when money is repaid.
    Payback(Payback),
    /// Pounds at present value, not rounded.
    PresentValue(f64),
    /// Benefits over investment at present value; none where nothing is invested.
    Ratio(Option<f64>),
}

impl Model {
    /// Explains one figure of a scenario. Total: a line, year, workstream or payer that
    /// the case does not have comes to nought without a step.
    pub fn explain(&self, scenario: &Scenario, target: Target) -> Explanation {
        let teller = Teller {
            compiled: self.compiled(),
            values: self.values(scenario),
            outcome: self.evaluate(scenario),
        };
        let (steps, result) = teller.tell(target);
        Explanation {
            target,
            steps,
            result,
            inputs: teller.inputs(target),
            sections: teller.sections(target.what),
        }
    }
}

/// A run, and what it was made from.
struct Teller<'a> {
    compiled: &'a Compiled,
    values: Values,
    outcome: Outcome,
}

impl Teller<'_> {
    fn tell(&self, target: Target) -> (Vec<Step>, Answer) {
        let run = &self.outcome;
        let (steps, amount) = match (target.what, target.when) {
            (What::Payback, _) => return self.payback(&run.benefits),
            (What::PaybackOnSavings, _) => return self.payback(&run.savings),
            (What::PaybackOfPayer(payer), _) => return self.payback(&self.funding(payer)),
            (What::NetPresentValue, _) => return self.net_present_value(),
            (What::BenefitCostRatio, _) => return self.benefit_cost_ratio(),
            (_, When::Year(year) | When::Change(year) | When::ToDate(year))
                if year >= self.years() =>
            {
                (Vec::new(), Pounds::ZERO)
            }
            (What::Line(line), When::Year(year)) => self.line(line, year),
            (what, When::Year(year)) => added(self.parts(what, year)),
            (what, when) => added(self.over_years(what, when)),
        };
        (steps, Answer::Pounds(amount))
    }

    fn years(&self) -> usize {
        self.compiled.case.years.count
    }

    /// A payer's gains; nothing for one the case does not have.
    fn funding(&self, payer: usize) -> Series {
        let known = self.outcome.funding.get(payer);
        known.copied().unwrap_or(Series::zero(self.years()))
    }

    fn investment_line(&self, index: usize) -> Option<&CompiledInvestment> {
        self.compiled.investment.get(index)
    }

    fn benefit_line(&self, index: usize) -> Option<&CompiledBenefit> {
        self.compiled.benefits.get(index)
    }
}

/// Parts as steps, and their sum.
fn added(parts: Vec<Part>) -> (Vec<Step>, Pounds) {
    let sum = parts.iter().map(Part::signed).sum();
    (parts.into_iter().map(Step::Part).collect(), sum)
}
