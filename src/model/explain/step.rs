//! What an explanation is made of: the steps, and the numbers in them.

use super::{AssumptionIndex, Pounds, Target};

/// One thing that was done on the way to a figure. Amounts are pounds; percentages are
/// per cent, so that 10 is ten per cent; years are places in the case's list.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// What a line comes to in one year before any adjustment.
    Formula(Formula),
    /// Temporary posts that stay after the programme: `full × percent`, with the posts as in
    /// the formula, is added to it. Only lines of posts have it.
    PostsKept {
        /// The year it is for, before any delay.
        year: usize,
        /// The share of posts kept, and the amount before and after.
        share: Adjustment,
        /// The year whose amount is a full year's pay; none where a year is twelve months
        /// of a pay that is an assumption.
        full_year: Option<usize>,
        /// That year's published amount, or the twelve months.
        full: f64,
        /// The first year in which kept posts cost money.
        from: usize,
    },
    /// So much per cent added to what is spent.
    Overrun {
        /// The year it is for, before any delay.
        year: usize,
        /// The percentage added, and the amount before and after.
        added: Adjustment,
    },
    /// Only a part of the first year with any effect.
    FirstYear {
        /// The year it is for, before any delay.
        year: usize,
        /// The percentage of the year, and the amount before and after.
        part: Adjustment,
    },
    /// Everything moved later.
    Shift(Shift),
    /// Only so much per cent of every benefit delivered.
    Delivery(Adjustment),
    /// Only so much per cent of this line delivered.
    LineDelivery(Adjustment),
    /// What the grade of the line's evidence takes off or adds. `percent` is what is left:
    /// below a hundred for a benefit, above it for a cost.
    Correction {
        /// The year it is for, before any delay; none where it is after the delay.
        year: Option<usize>,
        /// The percentage left, and the amount before and after.
        adjusted: Adjustment,
    },
    /// In the prices of its year: `before × (1 + percent)`, once for each year after the
    /// first.
    Prices {
        /// The year.
        year: usize,
        /// By how much prices rise a year, and the amount before and after.
        risen: Adjustment,
    },
    /// To whole pounds.
    Rounding {
        /// True where it changed the amount.
        applied: bool,
        /// Before.
        before: f64,
        /// After: the figure.
        amount: Pounds,
    },
    /// One part of a sum.
    Part(Part),
    /// One year on the way to payback.
    Position {
        /// Which year.
        year: usize,
        /// What was gained in it.
        gained: Pounds,
        /// What was spent in it.
        spent: Pounds,
        /// Gained less spent.
        net: Pounds,
        /// Net to date.
        cumulative: Pounds,
    },
    /// One year's amount at present value: `amount ÷ divisor = worth`.
    Discounted {
        /// Of what.
        of: Stream,
        /// Which year.
        year: usize,
        /// The year's amount.
        amount: Pounds,
        /// What it is divided by: one and the rate, once for each year after the first.
        divisor: f64,
        /// What it is worth at the start, not rounded.
        worth: f64,
    },
    /// The present values of one stream added up, not rounded.
    PresentValue {
        /// Of what.
        of: Stream,
        /// Their sum.
        value: f64,
    },
}

/// What is discounted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Savings and avoidance.
    Benefits,
    /// What is spent.
    Investment,
    /// Benefits less investment.
    Net,
}

/// The terms of a line in one year. Multiplied together, with each percentage taken as
/// hundredths, they come to `amount`.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// The year it is for, before any delay.
    pub year: usize,
    /// The terms, in the order they are read.
    pub terms: Vec<Term>,
    /// What they come to, not rounded.
    pub amount: f64,
}

/// One number of a formula.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Term {
    /// Times an assumption's value.
    Times(AssumptionIndex, f64),
    /// Times the first assumption's value less the second's.
    TimesDifference([(AssumptionIndex, f64); 2]),
    /// Divided by an assumption's published value: growth or posts.
    OverPublished(AssumptionIndex, f64),
    /// Times the case's published number for the year.
    TimesYearly(Yearly, f64),
    /// Times pounds worked out from what is the same for several lines.
    TimesPounds(f64),
    /// Times so much per cent of another line's effect that has come by then.
    TimesCome(f64),
}

/// What a case publishes one number a year of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yearly {
    /// Per cent of the full effect, or of a sum spent, that falls in the year.
    Phasing,
    /// Extra cases at the published growth.
    ExtraCases,
    /// How many years' growth or events have built up.
    BuiltUp,
    /// Pounds of pressure.
    Pressure,
    /// Months that posts are filled; a year is twelve.
    Months,
    /// Pounds, as published.
    Amount,
}

/// An adjustment in per cent. One that changes nothing is listed with `applied` false.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjustment {
    /// False where the adjustment leaves the amount as it is.
    pub applied: bool,
    /// Where the percentage is set; none where the case does not offer it.
    pub assumption: Option<AssumptionIndex>,
    /// The percentage: of posts kept, added to what is spent, or delivered.
    pub percent: f64,
    /// Before.
    pub before: f64,
    /// After.
    pub amount: f64,
}

/// A line moved later by whole months.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// False where nothing is late.
    pub applied: bool,
    /// Months late, all delays together.
    pub months: usize,
    /// The delays the line has, each with its months, in the order they are added.
    pub delays: Vec<(AssumptionIndex, f64)>,
    /// The years that fall into this one: year, its amount before the shift and how many
    /// twelfths of it. A year before the first is left out, as there is nothing in it.
    pub from: Vec<(usize, f64, usize)>,
    /// What they come to.
    pub amount: f64,
}

/// One part of a sum: a figure that can itself be explained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The figure.
    pub target: Target,
    /// What it adds, or takes away.
    pub amount: Pounds,
    /// True where it is taken away.
    pub less: bool,
    /// For a line several payers gain from: this payer's share of it. `amount` is then
    /// the share, and not the whole figure.
    pub share: Option<Share>,
}

/// One payer's share of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The whole line in that year.
    pub whole: Pounds,
    /// Where the percentage is set; none for the payer who takes what the others leave.
    pub assumption: Option<AssumptionIndex>,
    /// Per cent of the line given to the payers before this one.
    pub percent_before: f64,
    /// The same with this payer; a hundred for who takes what is left. The payers'
    /// amounts are rounded on this running total.
    pub percent_to_date: f64,
    /// Pounds given to the payers before this one.
    pub given_before: Pounds,
}

impl Part {
    /// The amount as it enters the sum.
    pub fn signed(&self) -> Pounds {
        if self.less { -self.amount } else { self.amount }
    }
}
