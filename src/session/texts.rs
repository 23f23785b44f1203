//! What stands in the boxes as it was typed.

use crate::model::AssumptionIndex;

/// An end of the range an assumption is tested over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RangeEnd {
    /// The low value.
    Low,
    /// The high value.
    High,
}

/// A box to type in: of an assumption's value, or of an end of its range.
pub(super) type Entry = (AssumptionIndex, Option<RangeEnd>);

/// Typed texts by box, in the case's order. Few at any time, so a list will do.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Texts(Vec<(Entry, String)>);

impl Texts {
    pub fn get(&self, entry: Entry) -> Option<&str> {
        let place = self.place(entry).ok()?;
        Some(&self.0[place].1)
    }

    pub fn insert(&mut self, entry: Entry, text: String) {
        match self.place(entry) {
            Ok(place) => self.0[place].1 = text,
            Err(place) => self.0.insert(place, (entry, text)),
        }
    }

    pub fn remove(&mut self, entry: Entry) {
        if let Ok(place) = self.place(entry) {
            self.0.remove(place);
        }
    }

    /// Texts by the boxes they are in now; those whose box is gone go with it.
    pub fn follow(&mut self, place: impl Fn(AssumptionIndex) -> Option<AssumptionIndex>) {
        let texts = std::mem::take(&mut self.0).into_iter();
        let kept = texts.filter_map(|((index, end), text)| Some(((place(index)?, end), text)));
        self.0 = kept.collect();
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Entry, &str)> {
        self.0.iter().map(|(entry, text)| (*entry, text.as_str()))
    }

    pub fn retain(&mut self, keep: impl Fn(Entry, &str) -> bool) {
        self.0.retain(|(entry, text)| keep(*entry, text));
    }

    fn place(&self, entry: Entry) -> Result<usize, usize> {
        self.0.binary_search_by_key(&entry, |(typed, _)| *typed)
    }
}
