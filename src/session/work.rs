//! What undo brings back: the case, the scenario, and what stands in the boxes.

use std::rc::Rc;

use super::entry::{EntryProblem, parse_entry, text_of};
use super::texts::Texts;
use crate::link::Opened;
use crate::model::{AssumptionIndex, Library, Model, Scenario};

/// What undo brings back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Work {
    pub model: Model,
    /// The last usable value of every field that differs.
    pub scenario: Scenario,
    /// Boxes whose text is kept as typed.
    pub texts: Texts,
    /// The scenario the results are of: the last one in which every field could be used.
    pub shown: Scenario,
    /// What the person calls it; may be empty.
    pub title: Rc<str>,
    /// What the person says about it; may be empty.
    pub note: Rc<str>,
}

impl Work {
    /// What an opened link gives; the default case where it names one that is not here.
    pub fn of(opened: &Opened, library: &Library) -> Work {
        let model = opened.model.as_ref();
        Work {
            model: model.unwrap_or_else(|| library.default_model()).clone(),
            shown: opened.scenario.clone(),
            scenario: opened.scenario.clone(),
            texts: Texts::default(),
            title: opened.title.as_str().into(),
            note: opened.note.as_str().into(),
        }
    }

    /// Another scenario of the same case in the place of what there was.
    pub fn replace(&mut self, scenario: Scenario, title: &str) {
        self.scenario = scenario;
        self.texts.clear();
        self.title = title.into();
        self.note = "".into();
    }

    pub fn type_text(&mut self, assumption: AssumptionIndex, text: String) {
        let table = self.model.assumptions();
        if let Ok(value) = parse_entry(&table[assumption], &text) {
            self.set(assumption, value);
        }
        // A text that says no more than the box would by itself needs no keeping.
        let value = self.scenario.value(self.model.assumptions(), assumption);
        if text == text_of(value) {
            self.texts.remove(assumption);
        } else {
            self.texts.insert(assumption, text);
        }
    }

    /// Sets a value within bounds; one outside leaves the scenario as it is.
    pub fn set(&mut self, assumption: AssumptionIndex, value: f64) {
        self.texts.remove(assumption);
        // A slider cannot leave its bounds, and typed text was accepted before.
        let _ = self
            .scenario
            .set(self.model.assumptions(), assumption, value);
    }

    /// The fields that cannot be used, in the case's order.
    pub fn invalid(&self) -> impl Iterator<Item = (AssumptionIndex, EntryProblem)> + '_ {
        let table = self.model.assumptions();
        self.texts.iter().filter_map(|(assumption, text)| {
            let problem = parse_entry(&table[assumption], text).err()?;
            Some((assumption, problem))
        })
    }

    /// The results follow while every field can be used.
    pub fn settle(&mut self) {
        if self.invalid().next().is_none() {
            self.shown = self.scenario.clone();
        }
    }

    /// Shows usable texts in the plain form ("£12310947" becomes "12,310,947"), unless
    /// they hold more digits than a number keeps.
    pub fn tidy(&mut self) {
        const KEPT_DIGITS: usize = 15;
        let table = self.model.assumptions();
        self.texts.retain(|assumption, text| {
            parse_entry(&table[assumption], text).is_err()
                || text.bytes().filter(u8::is_ascii_digit).count() > KEPT_DIGITS
        });
    }
}
