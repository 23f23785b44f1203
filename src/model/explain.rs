//! How a figure came about, as values: the formula with the numbers in it, the
//! adjustments in their order, the parts of a sum. The last line of an explanation is
//! the figure itself.

use super::Line;

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
