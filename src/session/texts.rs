//! What stands in the boxes as it was typed.

use crate::model::AssumptionIndex;

/// Typed texts by assumption, in the case's order. Few at any time, so a list will do.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Texts(Vec<(AssumptionIndex, String)>);

impl Texts {
    pub fn get(&self, assumption: AssumptionIndex) -> Option<&str> {
        let place = self.place(assumption).ok()?;
        Some(&self.0[place].1)
    }

    pub fn insert(&mut self, assumption: AssumptionIndex, text: String) {
        match self.place(assumption) {
            Ok(place) => self.0[place].1 = text,
            Err(place) => self.0.insert(place, (assumption, text)),
        }
    }

    pub fn remove(&mut self, assumption: AssumptionIndex) {
        if let Ok(place) = self.place(assumption) {
            self.0.remove(place);
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (AssumptionIndex, &str)> {
        self.0
            .iter()
            .map(|(assumption, text)| (*assumption, text.as_str()))
    }

    pub fn retain(&mut self, keep: impl Fn(AssumptionIndex, &str) -> bool) {
        self.0.retain(|(assumption, text)| keep(*assumption, text));
    }

    fn place(&self, assumption: AssumptionIndex) -> Result<usize, usize> {
        self.0
            .binary_search_by_key(&assumption, |(typed, _)| *typed)
    }
}
