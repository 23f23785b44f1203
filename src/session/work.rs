//! What undo brings back: the case, the scenario, and what stands in the boxes.

use std::rc::Rc;

use super::texts::{Entry, RangeEnd, Texts};
use crate::case::OwnLine;
use crate::export::{EntryProblem, parse_entry, text_of};
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

    /// Follows the case to another version of it, with the lines of the person's own; what
    /// is of another case stays.
    pub fn follow(&mut self, case: &Model) {
        if self.model.case().id != case.case().id {
            return;
        }
        let model = case.with_lines(self.model.own_lines());
        let before = std::mem::replace(&mut self.model, model);
        let model = &self.model;
        self.scenario = model.adopt(&before, &self.scenario);
        self.shown = model.adopt(&before, &self.shown);
        self.texts
            .follow(|index| model.same_assumption(&before, index));
    }

    /// True where the last usable values are those of the published case, and no line was
    /// added.
    pub fn is_published(&self) -> bool {
        self.scenario == Scenario::published() && self.model.own_lines().is_empty()
    }

    /// A line of the person's own after the others, all of it counted; none where it does
    /// not fit the case, is there already or is one too many.
    pub fn add_line(&mut self, line: OwnLine) -> Option<()> {
        let place = self.model.own_lines().len();
        let model = self
            .model
            .with_lines(&[self.model.own_lines(), &[line]].concat());
        // Its assumptions come after all others, which stay where they were.
        (model.own_lines().len() > place).then(|| self.model = model)?;
        self.set(self.model.counted(place), 100.0);
        Some(())
    }

    /// Another line in the place of one; what is set of the line stays set.
    pub fn edit_line(&mut self, place: usize, line: OwnLine) -> Option<()> {
        let mut lines = self.model.own_lines().to_vec();
        *lines.get_mut(place)? = line;
        let model = self.model.with_lines(&lines);
        (model.own_lines() == lines).then(|| self.model = model)
    }

    /// Away with a line of the person's own, and with what is set of it.
    pub fn remove_line(&mut self, place: usize) {
        let mut lines = self.model.own_lines().to_vec();
        if place < lines.len() {
            lines.remove(place);
        }
        let model = self.model.with_lines(&lines);
        let from = std::mem::replace(&mut self.model, model);
        let model = &self.model;
        self.scenario = model.adopt(&from, &self.scenario);
        self.shown = model.adopt(&from, &self.shown);
        self.texts
            .follow(|index| model.same_assumption(&from, index));
    }

    /// Another scenario of the same case in the place of what there was.
    pub fn replace(&mut self, model: Model, scenario: Scenario, title: &str) {
        self.model = model;
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
        self.texts.insert((assumption, None), text);
        self.forget((assumption, None));
    }

    /// A range follows what is typed once both its ends can be used.
    pub fn type_range(&mut self, assumption: AssumptionIndex, end: RangeEnd, text: String) {
        self.texts.insert((assumption, Some(end)), text);
        if let [Ok(low), Ok(high)] = self.ends(assumption) {
            // The wrong way about, it waits for the other end.
            let table = self.model.assumptions();
            let _ = self.scenario.set_range(table, assumption, low, high);
        }
        self.forget((assumption, Some(RangeEnd::Low)));
        self.forget((assumption, Some(RangeEnd::High)));
    }

    /// The low and the high value as their boxes say.
    pub fn ends(&self, assumption: AssumptionIndex) -> [Result<f64, EntryProblem>; 2] {
        [RangeEnd::Low, RangeEnd::High].map(|end| {
            let entry = (assumption, Some(end));
            match self.texts.get(entry) {
                Some(text) => parse_entry(&self.model.assumptions()[assumption], text),
                None => Ok(value_of(&self.model, &self.scenario, entry)),
            }
        })
    }

    /// A text that says no more than the box would by itself needs no keeping.
    fn forget(&mut self, entry: Entry) {
        let value = value_of(&self.model, &self.scenario, entry);
        if self.texts.get(entry) == Some(&text_of(value)) {
            self.texts.remove(entry);
        }
    }

    pub fn reset(&mut self, assumption: AssumptionIndex) {
        self.scenario.reset(assumption);
        self.texts.remove((assumption, None));
    }

    pub fn reset_range(&mut self, assumption: AssumptionIndex) {
        self.scenario.reset_range(assumption);
        self.texts.remove((assumption, Some(RangeEnd::Low)));
        self.texts.remove((assumption, Some(RangeEnd::High)));
    }

    /// Sets a value within bounds; one outside leaves the scenario as it is.
    pub fn set(&mut self, assumption: AssumptionIndex, value: f64) {
        self.texts.remove((assumption, None));
        // A slider cannot leave its bounds, and typed text was accepted before.
        let _ = self
            .scenario
            .set(self.model.assumptions(), assumption, value);
    }

    /// The values that cannot be used, in the case's order. Ranges enter no result.
    pub fn invalid(&self) -> impl Iterator<Item = (AssumptionIndex, EntryProblem)> + '_ {
        let table = self.model.assumptions();
        self.texts.iter().filter_map(|((assumption, end), text)| {
            let text = end.is_none().then_some(text)?;
            let problem = parse_entry(&table[assumption], text).err()?;
            Some((assumption, problem))
        })
    }

    /// The results follow while every value can be used.
    pub fn settle(&mut self) {
        if self.invalid().next().is_none() {
            self.shown = self.scenario.clone();
        }
    }

    /// Shows the texts that are in use in the plain form ("£12310947" becomes "12,310,947"), unless
    /// they hold more digits than a number keeps.
    pub fn tidy(&mut self) {
        const KEPT_DIGITS: usize = 15;
        let (model, scenario) = (&self.model, &self.scenario);
        self.texts.retain(|entry, text| {
            parse_entry(&model.assumptions()[entry.0], text) != Ok(value_of(model, scenario, entry))
                || text.bytes().filter(u8::is_ascii_digit).count() > KEPT_DIGITS
        });
    }
}

/// What a box stands for: the last usable value of an assumption, or an end of its range.
pub(super) fn value_of(model: &Model, scenario: &Scenario, (assumption, end): Entry) -> f64 {
    let table = model.assumptions();
    let (low, high) = scenario.range(table, assumption);
    match end {
        None => scenario.value(table, assumption),
        Some(RangeEnd::Low) => low,
        Some(RangeEnd::High) => high,
    }
}
