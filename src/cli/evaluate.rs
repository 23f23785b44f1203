//! `evaluate`: what each scenario comes to.

use clap::Args;

use super::Done;
use super::input::Sources;
use super::output::{Format, HEADLINE, Output, headline};
use super::progress::Progress;
use crate::model::Library;

/// What each scenario comes to.
#[derive(Debug, Args)]
pub(super) struct Evaluate {
    #[command(flatten)]
    sources: Sources,
    /// How figures are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Evaluate {
    pub fn run(&self, library: &Library) -> Done {
        let mut output = Output::new();
        let mut progress = Progress::of("scenarios evaluated");
        let (mut sound, mut count) = (true, 0);
        if self.format == Format::Csv {
            output.headings(&HEADLINE)?;
        }
        self.sources.each(library, |brought| {
            let evaluation = brought.evaluation();
            match self.format {
                Format::Jsonl => output.object(&evaluation)?,
                Format::Csv => output.row(headline(&brought.opened, &evaluation))?,
            }
            sound &= brought.report(&evaluation.problems);
            count += 1;
            progress.at(count, None);
            Ok(())
        })?;
        Ok(sound)
    }
}
