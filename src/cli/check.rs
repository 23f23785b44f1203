//! `check`: whether case files are sound.

use clap::Args;

use super::case;
use super::output::Output;
use super::{Done, Trouble};
use crate::analysis::sense_checks;
use crate::export::sense_words;
use crate::model::{Model, Scenario};

/// Whether case files are sound, and each fault where they are not; of one that is, what is
/// worth a question, which makes it no less sound.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Case files, as those in `www/cases/`, or workbooks of cases
    #[arg(required = true, value_name = "CASE.json")]
    files: Vec<String>,
}

impl Check {
    pub fn run(&self) -> Done {
        let mut output = Output::new();
        let (mut all_sound, mut unread) = (true, None);
        for file in &self.files {
            let read = match case::read(file) {
                Ok(read) => read,
                // The others are checked all the same.
                Err(trouble) => {
                    unread.get_or_insert(trouble);
                    continue;
                }
            };
            all_sound &= read.said.is_empty();
            for said in &read.said {
                output.text(&format!("{file}: {said}\n"))?;
            }
            match read.case.map(Model::new) {
                Some(Ok(model)) => {
                    let case = model.case();
                    let (id, count) = (&case.id, case.assumptions.len());
                    output.text(&format!("{file}: sound: {id}, {count} assumptions\n"))?;
                    output.text(&sensible(file, &model))?;
                    for remark in case.remarks() {
                        output.text(&format!("{file}: worth a look: {remark}\n"))?;
                    }
                }
                Some(Err(faults)) => {
                    all_sound = false;
                    for fault in &faults.0 {
                        output.text(&format!("{file}: {fault}\n"))?;
                    }
                }
                None => {}
            }
        }
        match unread {
            Some(trouble) => Err::<bool, Trouble>(trouble),
            None => Ok(all_sound),
        }
    }
}

/// What the sense checks say of a case as published.
fn sensible(file: &str, model: &Model) -> String {
    let published = Scenario::published();
    let words = sense_words(model, &published, &sense_checks(model, &published));
    let mut text = format!("{file}: sense checks: {}\n", words.sentence);
    for (check, warning) in words.warnings() {
        text.push_str(&format!("{file}: worth a question: {check}: {warning}\n"));
    }
    text
}
