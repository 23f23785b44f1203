//! The cases that come with the program, embedded when it is built.
//!
//! The same files are served beside the app under `cases/`, with `cases/index.json`, which
//! lists them for whoever chooses one.

use super::{Case, CaseError, CaseErrors, CaseFault, Evidence};

/// Id of the case opened where a link names none.
pub const DEFAULT_CASE: &str = "hertfordshire-2018";

/// A case that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct ShippedCase {
    /// The case's id.
    pub id: &'static str,
    /// The file's text; in the program that is served, the case packed.
    content: &'static [u8],
}

#[cfg(not(feature = "packed"))]
macro_rules! shipped {
    ($id:literal) => {
        ShippedCase {
            id: $id,
            content: include_bytes!(concat!("../../www/cases/", $id, ".json")),
        }
    };
}

/// Made by `examples/pack.rs` before the program that is served is built.
#[cfg(feature = "packed")]
macro_rules! shipped {
    ($id:literal) => {
        ShippedCase {
            id: $id,
            content: include_bytes!(concat!("../../target/packed/", $id)),
        }
    };
}

/// A case anew, to add lines to. In the program that is served one that comes with it is
/// unpacked once more, which is code that is there already: copying every part of a case
/// would bring seven thousand bytes to a first load.
#[cfg(feature = "packed")]
pub(crate) fn anew(case: &Case) -> Option<Case> {
    let mut shipped = shipped_cases().iter();
    shipped.find(|shipped| shipped.id == case.id)?.read().ok()
}

/// A case anew, to add lines to.
#[cfg(not(feature = "packed"))]
pub(crate) fn anew(case: &Case) -> Option<Case> {
    Some(case.clone())
}

impl ShippedCase {
    /// Reads the case.
    ///
    /// # Errors
    /// As [`Case::from_json`]; a test holds every shipped case to having none. A packed
    /// case is not checked again, and one that cannot be unpacked is said to be no case.
    pub fn read(&self) -> Result<Case, CaseErrors> {
        let fault = |fault| {
            CaseErrors(vec![CaseError {
                path: self.id.to_owned(),
                fault,
            }])
        };
        if cfg!(feature = "packed") {
            return Case::unpacked(self.content).ok_or_else(|| fault(CaseFault::Missing));
        }
        match std::str::from_utf8(self.content) {
            Ok(text) => Case::from_json(text),
            Err(wrong) => Err(fault(CaseFault::NotJson(wrong.to_string()))),
        }
    }
}

/// The evidence of a case that comes with the program, kept apart from it in the program
/// that is served; nothing of any other, which was read with its evidence.
#[cfg_attr(
    not(feature = "packed"),
    expect(unused_variables, reason = "read with the case")
)]
pub(super) fn evidence(id: &str) -> Evidence {
    #[cfg(feature = "packed")]
    for (known, content) in EVIDENCE {
        if *known == id {
            return Evidence::unpacked(content).unwrap_or_default();
        }
    }
    Evidence::default()
}

/// The list of the cases: what is embedded of each.
macro_rules! embedded {
    ($($id:literal),*) => {
        /// Every case that is embedded in this program, in the order they are offered.
        pub fn shipped_cases() -> &'static [ShippedCase] {
            &[$(shipped!($id)),*]
        }

        #[cfg(feature = "packed")]
        const EVIDENCE: &[(&str, &[u8])] = &[$((
            $id,
            include_bytes!(concat!("../../target/packed/", $id, ".evidence")),
        )),*];
    };
}

// The page that is served has the default case at hand and fetches another from `cases/`
// when it is asked for: a first load brings no case that nobody opened.
#[cfg(feature = "split")]
embedded!("hertfordshire-2018");

#[cfg(not(feature = "split"))]
embedded!("hertfordshire-2018", "cambridgeshire-2019", "template");
