//! The models at hand: one for each case that comes with the program.

use super::Model;
use crate::case::{CaseErrors, anew, shipped_cases};

/// Compiled models by case id. Never empty: there is always a case to open.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    first: Model,
    others: Vec<Model>,
}

impl Library {
    /// A library of one model.
    pub fn of(first: Model) -> Library {
        Library {
            first,
            others: Vec::new(),
        }
    }

    /// Adds a model.
    pub fn add(&mut self, model: Model) {
        self.others.push(model);
    }

    /// The cases that come with the program, compiled.
    ///
    /// # Errors
    /// The faults of the first case that has any; a test holds them to having none.
    pub fn shipped() -> Result<Library, CaseErrors> {
        let mut library: Option<Library> = None;
        for shipped in shipped_cases() {
            let model = Model::of_checked(shipped.read()?, anew)?;
            match &mut library {
                None => library = Some(Library::of(model)),
                Some(library) => library.add(model),
            }
        }
        library.ok_or_else(|| CaseErrors(Vec::new()))
    }

    /// The model of this case, if it is here.
    pub fn find(&self, case_id: &str) -> Option<&Model> {
        self.iter().find(|model| model.case().id == case_id)
    }

    /// The model opened where nothing names one.
    pub fn default_model(&self) -> &Model {
        &self.first
    }

    /// Every model, the default one first.
    pub fn iter(&self) -> impl Iterator<Item = &Model> {
        std::iter::once(&self.first).chain(&self.others)
    }
}
