//! All mutants of the figures and of links in one program, so that none has to be built by
//! itself: `mutation TREE LIST OUT TARGETS -- FILTERS`.
//!
//! TREE is a copy of the project, which is written over; LIST what `cargo mutants --list
//! --json` gave; OUT where the outcomes go, one line each as they come, so that a run that
//! was stopped goes on. TARGETS are the tests that are built, and FILTERS those of them that
//! are run.

mod mutants;
mod places;
mod program;
mod rewrite;
mod tests;
mod trial;

use std::path::Path;
use std::process::ExitCode;

use trial::{Outcome, Trial};

/// Why it stopped.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn failed<T>(what: &str, stderr: &[u8]) -> Result<T, Failure> {
    Err(format!("{what} failed:\n{}", String::from_utf8_lossy(stderr)).into())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let [tree, list, out, rest @ ..] = arguments else {
        return Err("mutation TREE LIST OUT TARGETS -- FILTERS".into());
    };
    let mut halves = rest.split(|argument| argument == "--");
    let (targets, filters) = (
        halves.next().unwrap_or_default(),
        halves.next().unwrap_or_default(),
    );
    let tree = Path::new(tree);
    let mutants =
        mutants::read(&std::fs::read_to_string(list)?).ok_or("that is no list of mutants")?;
    let placed = program::write(tree, &mutants)?;
    eprintln!(
        "{} of {} mutants are in one program",
        placed.len(),
        mutants.len()
    );
    let trial = Trial::new(tree, program::build(tree, targets)?, filters)?;
    let outcomes = trial.of_all(Path::new(out), &mutants, &placed)?;
    let count =
        |wanted: fn(&Outcome) -> bool| outcomes.values().filter(|outcome| wanted(outcome)).count();
    let timed_out = count(|outcome| *outcome == Outcome::TimedOut);
    let missed = count(|outcome| *outcome == Outcome::Missed);
    let noticed = outcomes.len() - missed;
    println!(
        "{noticed} of {} mutants were noticed, {timed_out} of them by never ending",
        outcomes.len()
    );
    println!("\n{missed} were not:");
    for mutant in &mutants {
        if outcomes.get(&mutant.number) == Some(&Outcome::Missed) {
            println!("{}", mutant.name);
        }
    }
    println!(
        "\n{} do not build, or not with the others:",
        mutants.len() - outcomes.len()
    );
    for mutant in &mutants {
        if !outcomes.contains_key(&mutant.number) {
            println!("{}", mutant.name);
        }
    }
    Ok(())
}
