//! `check`: whether case files are sound.

use std::fs;

use clap::Args;

use super::input::unreadable;
use super::output::Output;
use super::{Done, Trouble};
use crate::analysis::sense_checks;
use crate::case::Case;
use crate::export::sense_words;
use crate::model::{Model, Scenario};

/// Whether case files are sound, and each fault where they are not; of one that is, what is
/// worth a question, which makes it no less sound.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Case files, as those in `www/cases/`
    #[arg(required = true, value_name = "CASE.json")]
    files: Vec<String>,
}

impl Check {
    pub fn run(&self) -> Done {
        let mut output = Output::new();
        let (mut sound, mut unread) = (true, None);
        for file in &self.files {
            let text = match fs::read(file) {
                Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                // The others are checked all the same.
                Err(error) => {
                    unread.get_or_insert(unreadable(file, &error));
                    continue;
                }
            };
            match Case::from_json(&text).and_then(Model::new) {
                Ok(model) => {
                    let case = model.case();
                    let (id, count) = (&case.id, case.assumptions.len());
                    output.text(&format!("{file}: sound: {id}, {count} assumptions\n"))?;
                    output.text(&sensible(file, &model))?;
                }
                Err(faults) => {
                    sound = false;
                    for fault in &faults.0 {
                        output.text(&format!("{file}: {fault}\n"))?;
                    }
                }
            }
        }
        match unread {
            Some(trouble) => Err::<bool, Trouble>(trouble),
            None => Ok(sound),
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
