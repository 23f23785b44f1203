//! Two assumptions at once: every pair of values of one and of the other.

use thiserror::Error;

use super::lattice::Lattice;
use super::trial::Trial;
use super::{Readings, Scope};
use crate::model::{AssumptionIndex, Model, Scenario};

/// Every pair of values of two assumptions, the others as in a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoWay {
    /// Whose benefits the figures are of.
    pub scope: Scope,
    /// The assumption that changes from column to column.
    pub across: Axis,
    /// The assumption that changes from row to row.
    pub down: Axis,
    /// The figures, row by row.
    pub cells: Vec<Readings>,
}

/// One of the two assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its values, from low to high, spread evenly to the nearest value that one would
    /// type, and each once: fewer than were asked for where there are not as many.
    pub values: Vec<f64>,
    /// Where the published value lies.
    pub published: AxisPlace,
    /// Where the scenario's own value lies.
    pub now: AxisPlace,
}

/// Where a value lies between the ends of an [`Axis`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisPlace {
    /// The value.
    pub value: f64,
    /// How far from low to high: 0 at low, 1 at high, and never outside those.
    pub fraction: f64,
    /// True where the value is below low or above high, and so beyond that end.
    pub outside: bool,
}

/// Two assumptions that cannot be set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TwoWayFault {
    /// Both are the same one.
    #[error("choose two different assumptions")]
    Same,
    /// A number of values that is not taken.
    #[error("{0} values is not from {min} to {max}", min = TwoWay::FEWEST, max = TwoWay::MOST)]
    Size(usize),
    /// Low and high of this one are the same, so there is nothing to move over.
    #[error("low and high are the same; set a wider range")]
    NoRange(AssumptionIndex),
}

impl TwoWay {
    /// The fewest values of one assumption.
    pub const FEWEST: usize = 3;
    /// The most values of one assumption: what can still be told apart on a page.
    pub const MOST: usize = 41;

    /// The figures in a column and a row; none outside.
    pub fn cell(&self, across: usize, down: usize) -> Option<&Readings> {
        let width = self.across.values.len();
        let inside = across < width;
        inside.then(|| self.cells.get(down * width + across))?
    }

    /// The rows, each with its value of the assumption that goes down.
    pub fn rows(&self) -> impl Iterator<Item = (f64, &[Readings])> {
        let rows = self.cells.chunks(self.across.values.len().max(1));
        self.down.values.iter().copied().zip(rows)
    }
}

/// Runs every pair of values: `across` and `down` each name an assumption and how many
/// values of it there should be, [`TwoWay::FEWEST`] to [`TwoWay::MOST`].
///
/// # Errors
/// The same assumption twice, a number of values that is not taken, or an assumption
/// whose low and high are the same.
pub fn two_way(
    model: &Model,
    scenario: &Scenario,
    across: (AssumptionIndex, usize),
    down: (AssumptionIndex, usize),
    scope: Scope,
) -> Result<TwoWay, TwoWayFault> {
    if across.0 == down.0 {
        return Err(TwoWayFault::Same);
    }
    let across = axis(model, scenario, across)?;
    let down = axis(model, scenario, down)?;
    let mut trial = Trial::new(model, scenario);
    let mut cells = Vec::with_capacity(across.values.len() * down.values.len());
    for row in &down.values {
        trial.set(down.assumption, *row);
        for column in &across.values {
            trial.set(across.assumption, *column);
            cells.push(Readings::of(scope, trial.run()));
        }
    }
    Ok(TwoWay {
        scope,
        across,
        down,
        cells,
    })
}

fn axis(
    model: &Model,
    scenario: &Scenario,
    (assumption, count): (AssumptionIndex, usize),
) -> Result<Axis, TwoWayFault> {
    if !(TwoWay::FEWEST..=TwoWay::MOST).contains(&count) {
        return Err(TwoWayFault::Size(count));
    }
    let table = model.assumptions();
    let known = &table[assumption];
    let (low, high) = scenario.range(table, assumption);
    if low >= high {
        return Err(TwoWayFault::NoRange(assumption));
    }
    let lattice = Lattice::of(known);
    #[expect(clippy::cast_precision_loss, reason = "at most 41")]
    let part = |at: usize| low + (high - low) * at as f64 / (count - 1) as f64;
    let mut values = vec![low];
    let between = (1..count - 1).map(|at| lattice.nearest(part(at)));
    values.extend(between.filter(|value| *value > low && *value < high));
    values.push(high);
    values.dedup();
    let place = |value: f64| AxisPlace {
        value,
        fraction: ((value - low) / (high - low)).clamp(0.0, 1.0),
        outside: value < low || value > high,
    };
    Ok(Axis {
        assumption,
        values,
        published: place(known.published),
        now: place(scenario.value(table, assumption)),
    })
}
