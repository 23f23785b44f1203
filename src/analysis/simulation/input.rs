//! What is drawn: each assumption with a range, from what values, and its draws.

use super::super::{Around, Plan};
use super::quantile::{Nodes, Quantile};
use super::random::{Stream, between_nought_and_one};
use crate::case::Assumption;
use crate::model::{AssumptionIndex, Assumptions, LANES, Lane, Model, Scenario};

/// From which values an assumption is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawn {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// The least value drawn.
    pub low: f64,
    /// The value the draws are around, from low to high.
    pub likely: f64,
    /// The greatest value drawn; above low.
    pub high: f64,
    /// The scenario's or the published value, whichever the draws were to be around; other
    /// than `likely` where it lies outside low to high.
    pub wanted: f64,
}

/// Every assumption that a simulation draws, in the case's order: those with low below
/// high. The others keep the scenario's value in every draw.
pub fn drawn(model: &Model, scenario: &Scenario, around: Around) -> Vec<Drawn> {
    let table = model.assumptions();
    let one = |(assumption, known): (AssumptionIndex, &Assumption)| {
        let (low, high) = scenario.range(table, assumption);
        let wanted = match around {
            Around::Current => scenario.value(table, assumption),
            Around::Published => known.published,
        };
        (low < high).then(|| Drawn {
            assumption,
            low,
            likely: wanted.max(low).min(high),
            high,
            wanted,
        })
    };
    table.iter().filter_map(one).collect()
}

/// One assumption's draws.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub assumption: AssumptionIndex,
    stream: Stream,
    quantile: Quantile,
    /// Least and greatest value, where only whole ones are taken.
    whole: Option<(f64, f64)>,
    /// For a few whole values: the share of draws below each of them, with half of those
    /// at it, the lowest value first. Empty for others.
    shares: Vec<f64>,
}

/// So many whole values are told apart by rank; among more of them ties hardly matter.
const MOST_TIED: f64 = 1_024.0;

impl Input {
    /// One input for each assumption that is drawn.
    pub fn all(table: &Assumptions, drawn: &[Drawn], plan: Plan) -> Vec<Input> {
        let nodes = Nodes::new();
        let one = |drawn: &Drawn| {
            let known = &table[drawn.assumption];
            let quantile = Quantile::new(plan.shape, drawn.low, drawn.likely, drawn.high, &nodes);
            let whole = known.takes_whole().then_some((drawn.low, drawn.high));
            Input {
                assumption: drawn.assumption,
                stream: Stream::of(plan.seed, &known.id),
                shares: whole.map_or_else(Vec::new, |ends| shares(&quantile, ends)),
                quantile,
                whole,
            }
        };
        drawn.iter().map(one).collect()
    }

    /// The value of one draw.
    #[inline]
    pub fn value(&self, draw: u32) -> f64 {
        let value = self.quantile.value(self.stream.bits(draw));
        self.whole.map_or(value, |ends| nearest_whole(value, ends))
    }

    /// The values of the draws from one on, side by side.
    #[inline]
    pub fn fill(&self, first: u32, lanes: &mut Lane) {
        for (draw, value) in (first..).zip(lanes.iter_mut().take(LANES)) {
            *value = self.quantile.value(self.stream.bits(draw));
        }
        if let Some(ends) = self.whole {
            for value in lanes {
                *value = nearest_whole(*value, ends);
            }
        }
    }

    /// What stands for the rank of a draw among all: the share of draws that are expected
    /// below it, with half of those that tie.
    #[inline]
    pub fn rank(&self, draw: u32) -> f64 {
        if self.shares.is_empty() {
            return between_nought_and_one(self.stream.bits(draw));
        }
        let above_least = self.value(draw) - self.whole.map_or(0.0, |(low, _)| low);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from nought to a thousand"
        )]
        let place = above_least as usize;
        self.shares.get(place).copied().unwrap_or(1.0)
    }
}

/// The nearest whole number, halves to the even one, from one to another. Adding a number
/// so large that it has no room for a fraction rounds: plain x86 has no instruction for it.
#[inline]
fn nearest_whole(value: f64, (low, high): (f64, f64)) -> f64 {
    const NO_FRACTIONS: f64 = 1.5 * (1_u64 << 52) as f64;
    ((value + NO_FRACTIONS) - NO_FRACTIONS).max(low).min(high)
}

fn shares(quantile: &Quantile, (low, high): (f64, f64)) -> Vec<f64> {
    let mut shares = Vec::new();
    if high - low > MOST_TIED {
        return shares;
    }
    let (mut value, mut below) = (low, 0.0);
    while value <= high {
        let up_to = quantile.share_below(value + 0.5);
        shares.push((below + up_to) / 2.0);
        below = up_to;
        value += 1.0;
    }
    shares
}
