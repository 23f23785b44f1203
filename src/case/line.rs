//! The lines of a case: what is spent and what is gained, each with the rule that makes it.

/// One line of investment.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvestmentLine {
    /// Stable id.
    pub id: String,
    /// Name in words.
    pub label: String,
    /// Id of the workstream it belongs to.
    pub workstream: String,
    /// Section of the paper.
    pub source: String,
    /// How the paper's text was read where it is unclear; empty otherwise.
    pub note: String,
    /// What it costs.
    pub cost: InvestmentCost,
}

/// What an investment line costs.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(tag = "kind", rename_all = "kebab-case"))]
pub enum InvestmentCost {
    /// Temporary posts: the printed amounts, scaled by posts over published posts.
    Posts {
        /// Id of the assumption: how many posts.
        posts: String,
        /// Printed pounds, one a year.
        amounts: Vec<f64>,
    },
    /// A sum spent once, or over several years.
    OneOff {
        /// Id of the assumption: the whole sum in pounds.
        amount: String,
        /// Percent of the sum spent in each year; adds to 100.
        phasing: Vec<f64>,
    },
    /// Posts costed from their pay: `posts × pay × months ÷ 12` in each year.
    Staff {
        /// Id of the assumption: how many posts.
        posts: String,
        /// The grade the pay is of, in words: "M3".
        grade: Option<String>,
        /// Id of the assumption: pounds that one post costs in a full year.
        pay: String,
        /// Months of the year the posts are filled, nought to twelve, one a year.
        months: Vec<f64>,
    },
    /// Amounts given year by year, with nothing behind them to change but how much of
    /// them is counted.
    Amounts {
        /// Id of the assumption: percent of the amounts that is counted.
        counted: String,
        /// Pounds, one a year.
        amounts: Vec<f64>,
    },
}

/// One line of benefit.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitLine {
    /// Stable id.
    pub id: String,
    /// Name in words.
    pub label: String,
    /// Saving or avoidance: never merged without a label.
    pub kind: BenefitKind,
    /// Id of the workstream it belongs to.
    pub workstream: String,
    /// Section of the paper.
    pub source: String,
    /// Who gains.
    pub gains: PayerSplit,
    /// How the annual effect is worked out.
    pub rule: BenefitRule,
}

/// What else is said of a benefit line where its overlaps are told, apart from it since no
/// first screen shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineNotes {
    /// What the paper proposes, in a sentence.
    pub proposal: String,
}

/// Cashable, or growth that does not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum BenefitKind {
    /// Cashable: a budget line falls.
    Saving,
    /// Growth that does not happen: it frees no money by itself.
    Avoidance,
}

/// Who gains from a benefit line. Each share is taken of the rounded line and rounded;
/// `rest` takes what remains, so the parts always add up to the line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayerSplit {
    /// Id of the payer who takes what no share takes.
    pub rest: String,
    /// The other payers, each with a percentage.
    pub shares: Vec<PayerShare>,
}

/// One payer's percentage of a benefit line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayerShare {
    /// Id of the payer.
    pub payer: String,
    /// Id of the assumption: percent of the line.
    pub share: String,
}

/// The rules a benefit can follow. Each gives the annual effect in every year, in
/// pounds, before delay, delivery and rounding. Every text field is an assumption id.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(tag = "kind", rename_all = "kebab-case"))]
pub enum BenefitRule {
    /// A share of a cost goes: `cost × share % × phasing`.
    ShareOfCost {
        /// Pounds a year.
        cost: String,
        /// Percent of it that goes.
        share: String,
        /// Percent of the full effect in each year.
        phasing: Vec<f64>,
    },
    /// Pupils move to something cheaper: `pupils × share % × (from − to) × phasing`.
    MovedPupils {
        /// How many pupils there are.
        pupils: String,
        /// Percent of them who move.
        share: String,
        /// Pounds a year each before.
        cost_from: String,
        /// Pounds a year each after.
        cost_to: String,
        /// Percent of the full effect in each year.
        phasing: Vec<f64>,
    },
    /// Demand grows less: `extra × (growth ÷ published growth) × unit cost × held %`.
    HeldDemand {
        /// Extra cases in each year at the published growth.
        extra: Vec<f64>,
        /// Percent growth; the extra cases scale with it.
        growth: String,
        /// Pounds each.
        unit_cost: String,
        /// Percent of the extra that is avoided.
        held: String,
    },
    /// A yearly growth in cost is slowed: `growth × avoided % × steps`.
    SlowedGrowth {
        /// Pounds added each year.
        growth: String,
        /// Percent of the growth avoided.
        avoided: String,
        /// How many years' growth has built up by each year.
        steps: Vec<f64>,
    },
    /// Events are prevented, each costing money every year after: `number × cost × steps`.
    PreventedEvents {
        /// More prevented each year.
        number: String,
        /// Pounds a year each.
        cost: String,
        /// How many years' events have built up by each year.
        steps: Vec<f64>,
    },
    /// A pressure already in the plan is absorbed: `pressure × absorbed %`.
    AbsorbedPressure {
        /// Pounds of pressure in each year.
        pressure: Vec<f64>,
        /// Percent absorbed.
        absorbed: String,
    },
    /// Amounts given year by year, with nothing behind them to change.
    FixedProfile {
        /// Pounds in each year.
        amounts: Vec<f64>,
    },
    /// What two lines come to together, less what they come to alone: pupils who move
    /// come under a reduction that another line makes. Two states are worked out and
    /// subtracted, so the sign follows from who is reduced.
    SharedReduction {
        /// Id of the line that moves pupils (`moved-pupils`).
        moved: String,
        /// Id of the line that reduces a cost (`share-of-cost`).
        reduced: String,
        /// Whose cost the reduction is of.
        reduces: Reduces,
        /// Percent of the effect that is counted; nought is as published.
        counted: String,
    },
    /// The same for two lines that avoid some of the same pounds: what both would avoid
    /// is avoided once.
    CountedTwice {
        /// Id of the line that absorbs a pressure (`absorbed-pressure`).
        pressure: String,
        /// Id of the line that holds demand (`held-demand`).
        demand: String,
        /// Percent of the smaller of the two that is in both; nought is as published.
        share: String,
    },
}

impl BenefitRule {
    /// True for an overlap between other lines, which has no effect of its own.
    pub fn is_overlap(&self) -> bool {
        matches!(
            self,
            BenefitRule::SharedReduction { .. } | BenefitRule::CountedTwice { .. }
        )
    }
}

/// Whose cost a reduction is of, where pupils move from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Reduces {
    /// Of those in the place the pupils move to: a pupil who moves comes under it.
    CostTo,
    /// Of those in either place: a pupil who moves was under it before.
    Both,
}
