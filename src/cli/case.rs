//! `case`: a case as a file of another kind; and reading a case, for the commands that take
//! one.

use std::fs;
use std::path::Path;

use clap::Args;

use super::input::unreadable;
use super::output::Output;
use super::{Done, Trouble};
use crate::case::{Case, CaseErrors, shipped_cases, too_large};
use crate::workbook::{is_case, read_case, write_case};

/// A case as a file of another kind: a workbook to fill in, or JSON.
#[derive(Debug, Args)]
pub(super) struct CaseFile {
    /// A case file, the workbook of a case, or the id of a case that comes with the program,
    /// such as "template"
    #[arg(value_name = "CASE")]
    case: String,
    /// Where it is written: a workbook where the name ends in .xlsx, and JSON otherwise;
    /// JSON on standard output where this is left out
    #[arg(long, short, value_name = "FILE")]
    output: Option<String>,
}

impl CaseFile {
    pub fn run(&self) -> Done {
        let shipped = shipped_cases().iter().find(|known| known.id == self.case);
        let read = match shipped {
            Some(shipped) => shipped
                .read()
                .map(sound)
                .unwrap_or_else(|faults| wrong(&faults)),
            None => read(&self.case)?,
        };
        for said in &read.said {
            eprintln!("{}: {said}", self.case);
        }
        let Some(case) = read.case else {
            return Ok(false);
        };
        match &self.output {
            None => Output::new().text(&case.to_json())?,
            Some(file) => {
                let bytes = if is_workbook(file) {
                    write_case(&case).map_err(|error| {
                        Trouble::File(format!("the workbook cannot be made: {error}"))
                    })?
                } else {
                    case.to_json().into_bytes()
                };
                fs::write(file, bytes)
                    .map_err(|error| Trouble::File(format!("{file} cannot be written: {error}")))?;
            }
        }
        Ok(read.said.is_empty())
    }
}

/// What came of reading a case.
pub(super) struct Read {
    /// The case, where it has no fault.
    pub case: Option<Case>,
    /// What is wrong with it, or could not be used.
    pub said: Vec<String>,
}

fn sound(case: Case) -> Read {
    let (case, said) = (Some(case), Vec::new());
    Read { case, said }
}

fn wrong(faults: &CaseErrors) -> Read {
    let said = faults.0.iter().map(ToString::to_string).collect();
    Read { case: None, said }
}

fn is_workbook(file: &str) -> bool {
    let ending = Path::new(file).extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Reads a case file or the workbook of a case. A file that is too large is not read.
pub(super) fn read(file: &str) -> Result<Read, Trouble> {
    let length = fs::metadata(file)
        .map_err(|error| unreadable(file, &error))?
        .len();
    if let Some(fault) = too_large(length) {
        let said = vec![fault.to_string()];
        return Ok(Read { case: None, said });
    }
    let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
    if !is_workbook(file) && !is_case(&bytes) {
        let text = String::from_utf8_lossy(&bytes);
        return Ok(Case::from_json(&text).map_or_else(|faults| wrong(&faults), sound));
    }
    let found = match read_case(&bytes) {
        Ok(found) => found,
        Err(why) => {
            let said = vec![why.to_string()];
            return Ok(Read { case: None, said });
        }
    };
    let mut said = found.problems.clone();
    match Case::from_value(&found.value) {
        Ok(case) => Ok(Read {
            case: Some(case),
            said,
        }),
        Err(faults) => {
            said.extend(faults.0.iter().map(|fault| found.said(fault)));
            Ok(Read { case: None, said })
        }
    }
}
