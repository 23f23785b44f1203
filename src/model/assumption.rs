//! The one table of assumptions, and a checked value for each.

use std::ops::Index;

use thiserror::Error;

use crate::case::{Assumption, Decimal};

/// The place of an assumption in its case's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssumptionIndex(pub(super) usize);

impl AssumptionIndex {
    /// The place itself, from nought.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}

/// Every assumption of a case, in the case's order. The form, the link, the analyses,
/// the files and the docs are all made from this table.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumptions {
    table: Vec<Assumption>,
    /// Every place, in the order of the ids, to be searched by halves.
    by_id: Vec<AssumptionIndex>,
    /// The published values by themselves: every run begins with them, and the table they
    /// stand in is long.
    published: Values,
}

impl Assumptions {
    pub(super) fn new(table: Vec<Assumption>) -> Assumptions {
        let mut by_id: Vec<AssumptionIndex> = Vec::with_capacity(table.len());
        for (index, assumption) in table.iter().enumerate() {
            let place = by_id.partition_point(|other| table[other.0].id < assumption.id);
            by_id.insert(place, AssumptionIndex(index));
        }
        let published = Values(table.iter().map(|known| known.published).collect());
        Assumptions {
            table,
            by_id,
            published,
        }
    }

    /// Every value as published.
    pub(super) fn published(&self) -> Values {
        self.published.clone()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// True where the case has none, which a checked case never is.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The place of the assumption with this id.
    pub fn find(&self, id: &str) -> Option<AssumptionIndex> {
        let place = self
            .by_id
            .binary_search_by(|index| self.table[index.0].id.as_str().cmp(id));
        place.ok().map(|place| self.by_id[place])
    }

    /// Each assumption with its place, in the case's order.
    pub fn iter(&self) -> impl Iterator<Item = (AssumptionIndex, &Assumption)> {
        self.table
            .iter()
            .enumerate()
            .map(|(index, assumption)| (AssumptionIndex(index), assumption))
    }
}

impl Index<AssumptionIndex> for Assumptions {
    type Output = Assumption;
    fn index(&self, index: AssumptionIndex) -> &Assumption {
        &self.table[index.0]
    }
}

/// A value that an assumption does not take.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum OutOfRange {
    /// Below the least or above the greatest value.
    #[error("{} is outside {} to {}", Decimal(*.value), Decimal(*.min), Decimal(*.max))]
    Outside {
        /// The value given.
        value: f64,
        /// The least value allowed.
        min: f64,
        /// The greatest value allowed.
        max: f64,
    },
    /// Not a whole number where one is needed.
    #[error("{} is not a whole number; use one from {} to {}", Decimal(*.value), Decimal(*.min), Decimal(*.max))]
    NotWhole {
        /// The value given.
        value: f64,
        /// The least value allowed.
        min: f64,
        /// The greatest value allowed.
        max: f64,
    },
}

impl Assumption {
    /// Checks that a person may set this value. Minus nought becomes nought.
    ///
    /// # Errors
    /// Outside `min` to `max` (or no number), or not whole where it must be.
    pub fn accept(&self, value: f64) -> Result<f64, OutOfRange> {
        let (min, max) = (self.min, self.max);
        if !(value >= min && value <= max) {
            return Err(OutOfRange::Outside { value, min, max });
        }
        if self.takes_whole() && value.fract() != 0.0 {
            return Err(OutOfRange::NotWhole { value, min, max });
        }
        Ok(value + 0.0)
    }
}

/// A value for every assumption of one model, each within its bounds. Only
/// [`super::Model::values`] makes one, so a run never meets a value out of range.
#[derive(Debug, Clone, PartialEq)]
pub struct Values(pub(super) Vec<f64>);

impl Values {
    /// Sets one value, for a run that differs in it alone. `table` is the model's own.
    ///
    /// # Errors
    /// A value the assumption does not take; the values are then unchanged.
    pub fn set(
        &mut self,
        table: &Assumptions,
        assumption: AssumptionIndex,
        value: f64,
    ) -> Result<(), OutOfRange> {
        self.0[assumption.0] = table[assumption].accept(value)?;
        Ok(())
    }
}

impl Index<AssumptionIndex> for Values {
    type Output = f64;
    fn index(&self, index: AssumptionIndex) -> &f64 {
        &self.0[index.0]
    }
}
