//! `sweep`: one assumption through several values, for each scenario.

use clap::{ArgGroup, Args};
use serde::Serialize;

use super::Done;
use super::input::{Brought, Sources};
use super::output::{Format, HEADLINE, Output, headline, number};
use super::progress::Progress;
use crate::case::Assumption;
use crate::export::{Evaluation, Field, parse_entry};
use crate::file::find_assumption;
use crate::link::Opened;
use crate::model::{AssumptionIndex, Library, Model};

/// One assumption through several values, for each scenario.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("where").required(true).args(["from", "values"]))]
pub(super) struct Sweep {
    #[command(flatten)]
    sources: Sources,
    /// The assumption that moves: its id, or its label
    #[arg(long, short, value_name = "ID")]
    assumption: String,
    /// The first value
    #[arg(long, allow_hyphen_values = true, requires = "to")]
    from: Option<String>,
    /// The last value
    #[arg(long, allow_hyphen_values = true, requires = "from")]
    to: Option<String>,
    /// How many equal steps there are from the first value to the last: 4 steps give 5 values
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    steps: u32,
    /// The values themselves, with commas between them
    #[arg(long, allow_hyphen_values = true, value_delimiter = ',', conflicts_with_all = ["from", "to", "steps"])]
    values: Vec<String>,
    /// How figures are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What one value comes to.
#[derive(Serialize)]
struct Swept<'a> {
    /// Id of the assumption; as it was given where the case has none of that name.
    assumption: &'a str,
    /// Its value; none where it cannot be used, which `problems` then says.
    value: Option<f64>,
    #[serde(flatten)]
    evaluation: Evaluation,
}

impl Sweep {
    pub fn run(&self, library: &Library) -> Done {
        let mut output = Output::new();
        let mut progress = Progress::of("values tried");
        let (mut sound, mut count) = (true, 0);
        if self.format == Format::Csv {
            output.headings(&[["assumption", "value"].as_slice(), &HEADLINE].concat())?;
        }
        self.sources.each(library, |brought| {
            let own = brought.evaluation();
            sound &= brought.report(&own.problems);
            for (opened, swept) in self.swept(&brought, &own) {
                // What is wrong with the scenario itself was said.
                sound &= brought.report(&swept.evaluation.problems[own.problems.len()..]);
                match self.format {
                    Format::Jsonl => output.object(&swept)?,
                    Format::Csv => {
                        let lead = [Field::text(swept.assumption), number(swept.value)];
                        let rest = headline(&opened, &swept.evaluation);
                        output.row(lead.into_iter().chain(rest).collect())?;
                    }
                }
                count += 1;
                progress.at(count, None);
            }
            Ok(())
        })?;
        Ok(sound)
    }

    /// What each value comes to. One that cannot be used has no figures.
    fn swept<'a>(
        &'a self,
        brought: &'a Brought,
        own: &'a Evaluation,
    ) -> Box<dyn Iterator<Item = (Opened, Swept<'a>)> + 'a> {
        let opened = &brought.opened;
        let Some(model) = &opened.model else {
            return Box::new(std::iter::once((opened.clone(), self.without(own, None))));
        };
        let table = model.assumptions();
        let assumption = match find_assumption(table, &self.assumption, "--assumption") {
            Ok(assumption) => assumption,
            Err(problem) => {
                let said = self.without(own, Some(problem.to_string()));
                return Box::new(std::iter::once((opened.clone(), said)));
            }
        };
        let values = self.values(&table[assumption]);
        Box::new(values.into_iter().map(move |value| {
            let value = value.and_then(|value| moved(model, opened, assumption, value));
            match value {
                Ok((moved, value)) => {
                    let mut evaluation = Evaluation::of(&moved);
                    evaluation.problems.clone_from(&own.problems);
                    let swept = Swept {
                        assumption: &table[assumption].id,
                        value: Some(value),
                        evaluation,
                    };
                    (moved, swept)
                }
                Err(problem) => (opened.clone(), self.without(own, Some(problem))),
            }
        }))
    }

    /// The values to be tried, or why one cannot be.
    fn values(&self, known: &Assumption) -> Vec<Result<f64, String>> {
        let read = |option: &str, text: &str| {
            let read = parse_entry(known, text);
            read.map_err(|problem| {
                format!(
                    "{option}: {} was given as \"{text}\". {problem}",
                    known.label
                )
            })
        };
        let (Some(from), Some(to)) = (&self.from, &self.to) else {
            return self
                .values
                .iter()
                .map(|text| read("--values", text))
                .collect();
        };
        let (from, to) = match (read("--from", from), read("--to", to)) {
            (Ok(from), Ok(to)) => (from, to),
            (Err(problem), _) | (_, Err(problem)) => return vec![Err(problem)],
        };
        let steps = f64::from(self.steps);
        let value = |step: u32| match step == self.steps {
            true => to,
            false => cleared(from + (to - from) * f64::from(step) / steps),
        };
        (0..=self.steps).map(|step| Ok(value(step))).collect()
    }

    /// What stands for figures that there are none of, and why.
    fn without(&self, own: &Evaluation, problem: Option<String>) -> Swept<'_> {
        let mut evaluation = own.clone();
        evaluation.figures = None;
        evaluation.problems.extend(problem);
        Swept {
            assumption: &self.assumption,
            value: None,
            evaluation,
        }
    }
}

/// The scenario with the assumption moved.
fn moved(
    model: &Model,
    opened: &Opened,
    assumption: AssumptionIndex,
    value: f64,
) -> Result<(Opened, f64), String> {
    let mut moved = opened.clone();
    let set = moved.scenario.set(model.assumptions(), assumption, value);
    set.map_err(|fault| format!("{}: {fault}", model.assumptions()[assumption].id))?;
    Ok((moved, value))
}

/// A value without the last digits that binary arithmetic leaves behind (0.1 + 0.2).
fn cleared(value: f64) -> f64 {
    let cleared = (value * 1e9).round() / 1e9;
    if cleared.abs() < 1e6 { cleared } else { value }
}
