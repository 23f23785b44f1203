//! The boxes as they stand: what was typed, what is used, and what cannot be; and what
//! the stress test is set to.

use super::Action;
use super::state::Session;
use super::texts::RangeEnd;
use super::work::value_of;
use crate::analysis::Settings;
use crate::case::Assumption;
use crate::export::{EntryProblem, parse_entry, range, text_of};
use crate::link::{self, LinkProblem};
use crate::model::{AssumptionIndex, Scenario};

/// A box as it is shown: of an assumption's value, or of an end of its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The text of its box.
    pub text: String,
    /// Its last usable value.
    pub value: f64,
    /// True where that differs from the published value, or for a range from the case's.
    pub changed: bool,
    /// Why what was typed cannot be used.
    pub problem: Option<EntryProblem>,
}

impl Field {
    /// The box of an assumption that stands as published.
    pub fn published(assumption: &Assumption) -> Field {
        Field {
            text: text_of(assumption.published),
            value: assumption.published,
            changed: false,
            problem: None,
        }
    }
}

impl Session {
    /// What the stress test is set to, and what of it cannot be used. Reads it anew, so
    /// ask once.
    pub fn settings(&self) -> (Settings, Vec<LinkProblem>) {
        link::settings(&self.stress, &self.work.model)
    }

    /// What sets the stress test to this.
    pub fn setting(&self, settings: &Settings) -> Action {
        Action::Stress(link::settings_text(&self.work.model, settings))
    }

    /// True where some value cannot be used, so the results are the last good ones.
    pub fn is_stale(&self) -> bool {
        self.work.invalid().next().is_some()
    }

    /// The values that cannot be used, in the case's order.
    pub fn invalid(&self) -> impl Iterator<Item = (AssumptionIndex, EntryProblem)> + '_ {
        self.work.invalid()
    }

    /// One assumption as its field shows it.
    pub fn field(&self, assumption: AssumptionIndex) -> Field {
        let table = self.work.model.assumptions();
        let value = self.work.scenario.value(table, assumption);
        let typed = self.work.texts.get((assumption, None));
        let problem = typed.and_then(|text| parse_entry(&table[assumption], text).err());
        Field {
            text: typed.map_or_else(|| text_of(value), str::to_owned),
            value,
            changed: self.work.scenario.changed(assumption).is_some(),
            problem,
        }
    }

    /// The boxes that do not stand as published, in the case's order: changed, or with a
    /// text kept as typed.
    pub fn touched(&self) -> Vec<(AssumptionIndex, Field)> {
        let changed = self.work.scenario.changes().iter();
        let mut touched: Vec<AssumptionIndex> = changed.map(|change| change.assumption).collect();
        for ((index, end), _) in self.work.texts.iter() {
            // Both lists are in the case's order, and sorting would bring its own code.
            let place = touched.partition_point(|known| *known < index);
            if end.is_none() && touched.get(place) != Some(&index) {
                touched.insert(place, index);
            }
        }
        let fields = touched.into_iter().map(|index| (index, self.field(index)));
        fields.collect()
    }

    /// An end of the range an assumption is tested over, as its box shows it. One that
    /// waits for the other end has no problem of its own.
    pub fn range_field(&self, assumption: AssumptionIndex, end: RangeEnd) -> Field {
        let (work, entry) = (&self.work, (assumption, Some(end)));
        let value = value_of(&work.model, &work.scenario, entry);
        let typed = work.texts.get(entry);
        let [low, high] = work.ends(assumption);
        let above = matches!((&low, &high), (Ok(low), Ok(high)) if low > high);
        let own = match end {
            RangeEnd::Low => low,
            RangeEnd::High => high,
        };
        // Said beside what was typed, not beside what stood there before.
        let problem = own.err().or_else(|| {
            (above && typed.is_some()).then(|| EntryProblem::LowAboveHigh {
                range: range(&work.model.assumptions()[assumption]),
            })
        });
        Field {
            text: typed.map_or_else(|| text_of(value), str::to_owned),
            value,
            changed: value != value_of(&work.model, &Scenario::published(), entry),
            problem,
        }
    }
}
