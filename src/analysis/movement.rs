//! What moved between two outcomes of one model, line by line.

use crate::model::{Line, Outcome, Payback, Pounds, Series};

/// What moved from one outcome to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// Every line with a year that moved: the largest difference over all years first,
    /// then in the case's order, investment before benefits.
    pub lines: Vec<MovedLine>,
    /// Every payer whose gain moved in some year, in the case's order. A share of a line
    /// can move between payers with no line moving.
    pub payers: Vec<MovedPayer>,
    /// Net over all years before.
    pub net_before: Pounds,
    /// Net over all years after.
    pub net_after: Pounds,
    /// Payback on all benefits before.
    pub payback_before: Payback,
    /// Payback on all benefits after.
    pub payback_after: Payback,
    /// Payback on savings alone before.
    pub payback_savings_before: Payback,
    /// Payback on savings alone after.
    pub payback_savings_after: Payback,
    /// Net present value before, not rounded. It moves alone with the discount rate.
    pub net_present_value_before: f64,
    /// Net present value after, not rounded.
    pub net_present_value_after: f64,
}

/// One line that moved. Investment is a positive amount spent, as in an [`Outcome`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedLine {
    /// Which line.
    pub line: Line,
    /// Over all years, before.
    pub before: Pounds,
    /// Over all years, after. The same as before where only the years moved.
    pub after: Pounds,
    /// In the last year, before.
    pub last_before: Pounds,
    /// In the last year, after.
    pub last_after: Pounds,
}

/// One payer whose gain moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedPayer {
    /// Its place in the case's list.
    pub payer: usize,
    /// Gained over all years, before.
    pub before: Pounds,
    /// Gained over all years, after.
    pub after: Pounds,
}

impl MovedLine {
    /// What it adds to net over all years: more investment takes away. The effects of
    /// all lines that moved add up to the change in net.
    pub fn on_net(&self) -> Pounds {
        let more = self.after - self.before;
        match self.line {
            Line::Investment(_) => -more,
            Line::Benefit(_) => more,
        }
    }
}

impl Movement {
    /// True where no figure differs.
    #[expect(clippy::float_cmp, reason = "the same runs give the same value")]
    pub fn is_none(&self) -> bool {
        self.lines.is_empty()
            && self.payers.is_empty()
            && self.net_present_value_before == self.net_present_value_after
    }
}

/// What moved between two outcomes of the same model.
pub fn movement(before: &Outcome, after: &Outcome) -> Movement {
    let mut lines: Vec<MovedLine> = Vec::new();
    let mut consider = |line: Line| {
        let (then, now) = (before.line(line), after.line(line));
        if then != now {
            let moved = MovedLine {
                line,
                before: then.total(),
                after: now.total(),
                last_before: last(then),
                last_after: last(now),
            };
            // Into its place, after any that moved as much: a sort would bring more code.
            let at = lines.partition_point(|other| size(other) >= size(&moved));
            lines.insert(at, moved);
        }
    };
    (0..before.investment_lines.len()).for_each(|place| consider(Line::Investment(place)));
    (0..before.benefit_lines.len()).for_each(|place| consider(Line::Benefit(place)));
    let funding = before.funding.iter().zip(&after.funding).enumerate();
    let payers = funding
        .filter(|(_, (then, now))| then != now)
        .map(|(payer, (then, now))| MovedPayer {
            payer,
            before: then.total(),
            after: now.total(),
        });
    Movement {
        payers: payers.collect(),
        lines,
        net_before: before.net.total(),
        net_after: after.net.total(),
        payback_before: before.payback,
        payback_after: after.payback,
        payback_savings_before: before.payback_savings,
        payback_savings_after: after.payback_savings,
        net_present_value_before: before.net_present_value,
        net_present_value_after: after.net_present_value,
    }
}

fn size(moved: &MovedLine) -> i64 {
    (moved.after - moved.before).0.abs()
}

fn last(series: &Series) -> Pounds {
    series.last().copied().unwrap_or_default()
}
