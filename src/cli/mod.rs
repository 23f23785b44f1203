//! The engine on the command line: scenarios in, figures out, the same as on the page.
//!
//! What is wrong with a scenario is said on standard error and stands in `problems`, and
//! whatever can be read is worked out all the same. Exit codes: see [`run`].

mod case;
mod check;
mod evaluate;
mod export;
mod input;
mod output;
mod progress;
mod simulate;
mod sweep;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::model::{Library, Model};

/// What the command was called with.
#[derive(Debug, Parser)]
#[command(
    name = "send-modeller",
    version,
    about = "A council's SEND invest to transform business case, when its assumptions change",
    after_help = "Exit codes: 0 all was used; 1 something in the input could not be used, and is \
                  named; 2 the command was called wrongly; 3 a file could not be read or written."
)]
struct Called {
    /// A case file that scenarios may name besides the cases that come with the program; may
    /// be given more than once
    #[arg(long = "case", value_name = "CASE.json", global = true)]
    cases: Vec<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// What each scenario comes to
    Evaluate(evaluate::Evaluate),
    /// One assumption through several values, for each scenario
    Sweep(sweep::Sweep),
    /// Each scenario drawn by lot: how sure its figures are
    Simulate(simulate::Simulate),
    /// One scenario as a file: a workbook, JSON or a table
    Export(export::Export),
    /// Whether case files are sound, and each fault where they are not
    Check(check::Check),
    /// A case as a workbook to fill in, or as JSON
    Case(case::CaseFile),
    /// The JSON Schema of case files
    Schema,
}

/// What stops a command.
#[derive(Debug)]
enum Trouble {
    /// It was called wrongly.
    Usage(String),
    /// A file could not be read or written.
    File(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Output(error)
    }
}

/// Whether everything in the input could be used, or else what stopped the command.
type Done = Result<bool, Trouble>;

/// The cases at hand: those that come with the program and those that were given.
fn library(files: &[String]) -> Result<Library, Trouble> {
    let shipped = Library::shipped();
    let mut library = shipped.map_err(|faults| Trouble::File(faults.to_string()))?;
    for file in files {
        let read = case::read(file)?;
        let model = read.case.map(Model::new).transpose();
        let model = model.map_err(|faults| Trouble::File(format!("{file}: {faults}")))?;
        let unsound = || {
            let said = read.said.iter().map(|said| format!("{file}: {said}"));
            Trouble::File(said.collect::<Vec<_>>().join("\n"))
        };
        library.add(model.ok_or_else(unsound)?);
    }
    Ok(library)
}

/// Runs a command with its arguments, the program's name first.
///
/// Gives 0 where all of the input was used, 1 where something in it could not be, 2 where
/// the command was called wrongly and 3 where a file could not be read or written. A reader
/// of the output that has seen enough, such as `head`, is no fault of ours: 0.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let called = match Called::try_parse_from(arguments) {
        Ok(called) => called,
        Err(error) => {
            // Help and the version come this way too.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let done = library(&called.cases).and_then(|library| match called.command {
        Command::Evaluate(evaluate) => evaluate.run(&library),
        Command::Sweep(sweep) => sweep.run(&library),
        Command::Simulate(simulate) => simulate.run(&library),
        Command::Export(export) => export.run(&library),
        Command::Check(check) => check.run(),
        Command::Case(case) => case.run(),
        Command::Schema => {
            output::Output::new().text(&crate::case::case_schema())?;
            Ok(true)
        }
    });
    let (code, said) = match done {
        Ok(true) => (0, None),
        Ok(false) => (1, None),
        Err(Trouble::Usage(said)) => (2, Some(said)),
        Err(Trouble::File(said)) => (3, Some(said)),
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => (0, None),
        Err(Trouble::Output(error)) => (3, Some(format!("the output cannot be written: {error}"))),
    };
    if let Some(said) = said {
        eprintln!("send-modeller: {said}");
    }
    ExitCode::from(code)
}
