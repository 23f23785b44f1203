//! The cases that come with the program, embedded when it is built.
//!
//! The same files are served beside the app under `cases/`.

use super::{Case, CaseErrors};

/// Id of the case opened where a link names none.
pub const DEFAULT_CASE: &str = "hertfordshire-2018";

/// A case file that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct ShippedCase {
    /// The case's id.
    pub id: &'static str,
    /// The file's text.
    pub json: &'static str,
}

impl ShippedCase {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// As [`Case::from_json`]; a test holds every shipped case to having none.
    pub fn read(&self) -> Result<Case, CaseErrors> {
        Case::from_json(self.json)
    }
}

/// Every case that comes with the program, in the order they are offered.
pub fn shipped_cases() -> &'static [ShippedCase] {
    &[ShippedCase {
        id: DEFAULT_CASE,
        json: include_str!("../../www/cases/hertfordshire-2018.json"),
    }]
}
