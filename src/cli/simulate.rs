//! `simulate`: each scenario drawn by lot.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::Done;
use super::input::{Brought, Sources};
use super::output::{Format, Output, link, number};
use super::progress::Progress;
use crate::analysis::{self, Around, Plan, Shape};
use crate::export::{Evaluation, Field, Simulated, SimulatedSpread};
use crate::link::settings;
use crate::model::Library;

/// How many draws are made between two looks at the clock.
const SLICE: u32 = 8_192;

/// Each scenario drawn by lot.
#[derive(Debug, Args)]
pub(super) struct Simulate {
    #[command(flatten)]
    sources: Sources,
    /// How many draws, 100 to 1,000,000; the link's, or else 100,000
    #[arg(long, value_parser = clap::value_parser!(u32).range(i64::from(Plan::FEWEST)..=i64::from(Plan::MOST)))]
    draws: Option<u32>,
    /// Where the draws begin, a whole number from 0 to 4,294,967,295; the link's, or else 2018
    #[arg(long)]
    seed: Option<u32>,
    /// How values are drawn between low and high; as the link says, or else pert
    #[arg(long, value_enum)]
    shape: Option<ShapeWord>,
    /// Which value is the most likely one; as the link says, or else the scenario's
    #[arg(long, value_enum)]
    around: Option<AroundWord>,
    /// How figures are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShapeWord {
    /// Values near the most likely one much more often
    Pert,
    /// Less weight in the middle, more at the ends
    Triangular,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AroundWord {
    /// The scenario's own value
    Current,
    /// The published value
    Published,
}

/// What a simulation comes to.
#[derive(Serialize)]
struct Answer<'a> {
    case: &'a Option<String>,
    scenario: serde_json::Value,
    problems: &'a [String],
    #[serde(flatten)]
    simulated: Option<Simulated>,
}

impl Simulate {
    pub fn run(&self, library: &Library) -> Done {
        const HEADINGS: [&str; 8] = ["link", "of", "figure", "p10", "p50", "p90", "mean", "share"];
        let mut output = Output::new();
        let mut sound = true;
        if self.format == Format::Csv {
            output.headings(&HEADINGS)?;
        }
        self.sources.each(library, |brought| {
            let Evaluation {
                case,
                scenario,
                mut problems,
                ..
            } = brought.evaluation();
            let simulated = self.simulated(&brought, &mut problems);
            sound &= brought.report(&problems);
            match self.format {
                Format::Csv => {
                    for row in simulated.iter().flat_map(rows) {
                        output.row([vec![link(&brought.opened)], row].concat())?;
                    }
                }
                Format::Jsonl => output.object(&Answer {
                    case: &case,
                    scenario: serde_json::to_value(scenario).unwrap_or_default(),
                    problems: &problems,
                    simulated,
                })?,
            }
            Ok(())
        })?;
        Ok(sound)
    }

    fn simulated(&self, brought: &Brought, problems: &mut Vec<String>) -> Option<Simulated> {
        let model = brought.opened.model.as_ref()?;
        let mut plan = settings(&brought.opened.stress, model).0.plan;
        plan.draws = self.draws.unwrap_or(plan.draws);
        plan.seed = self.seed.unwrap_or(plan.seed);
        plan.shape = match self.shape {
            Some(ShapeWord::Pert) => Shape::Pert,
            Some(ShapeWord::Triangular) => Shape::Triangular,
            None => plan.shape,
        };
        plan.around = match self.around {
            Some(AroundWord::Current) => Around::Current,
            Some(AroundWord::Published) => Around::Published,
            None => plan.around,
        };
        let mut simulation = analysis::Simulation::new(model, &brought.opened.scenario, plan)
            .map_err(|problem| problems.push(problem.to_string()))
            .ok()?;
        let mut progress = Progress::of("draws made");
        while !simulation.done() {
            let done = simulation.advance(SLICE);
            progress.at(done.into(), Some(plan.draws.into()));
        }
        Some(Simulated::of(model, &simulation.summary()?))
    }
}

/// A simulation as rows: whose benefits, which figure, its spread or its share of draws.
fn rows(simulated: &Simulated) -> Vec<Vec<Field>> {
    let row = |of: &str, figure: &str, spread: Option<SimulatedSpread>, share: Option<f64>| {
        let [p10, p50, p90, mean] = match spread {
            Some(SimulatedSpread {
                p10,
                p50,
                p90,
                mean,
            }) => [p10, p50, p90, mean].map(|figure| number(Some(figure))),
            None => [None; 4].map(number),
        };
        let of = Field::text(of);
        vec![of, Field::text(figure), p10, p50, p90, mean, number(share)]
    };
    let mut rows = vec![
        row("savings", "total", Some(simulated.savings), None),
        row("avoidance", "total", Some(simulated.avoidance), None),
    ];
    for scope in &simulated.scopes {
        let of = scope.payer.as_deref().unwrap_or(scope.scope);
        rows.push(row(of, "net", Some(scope.net), None));
        rows.push(row(of, "npv", Some(scope.npv), None));
        for (year, share) in simulated.years.iter().zip(&scope.repaid_by) {
            rows.push(row(of, &format!("repaid by {year}"), None, Some(*share)));
        }
    }
    rows
}
