//! The models at hand: one for each case that comes with the program, and those that were
//! brought since.

use super::Model;
use crate::case::{CaseErrors, anew, shipped_cases};

/// Compiled models by case id. Never empty: there is always a case to open.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    first: Model,
    others: Vec<Model>,
    /// Ids of the cases that nobody else has: a link to one has to carry it.
    own: Vec<String>,
}

impl Library {
    /// A library of one model.
    pub fn of(first: Model) -> Library {
        Library {
            first,
            others: Vec::new(),
            own: Vec::new(),
        }
    }

    /// Adds a model, in the place of the one of the same case if there is one.
    pub fn add(&mut self, model: Model) {
        let id = &model.case().id;
        let mut known = std::iter::once(&mut self.first).chain(&mut self.others);
        match known.find(|known| known.case().id == *id) {
            Some(known) => *known = model,
            None => self.others.push(model),
        }
    }

    /// Adds a model as [`Library::add`] does; `own` is true where nobody else has its case.
    pub fn bring(&mut self, model: Model, own: bool) {
        let id = &model.case().id;
        if own && !self.is_own(id) {
            self.own.push(id.clone());
        }
        self.add(model);
    }

    /// True for a case that nobody else has.
    pub fn is_own(&self, case_id: &str) -> bool {
        self.own.iter().any(|own| own == case_id)
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
