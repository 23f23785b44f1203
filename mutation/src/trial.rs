//! One mutant after another, held to the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use crate::Failure;
use crate::mutants::Mutant;
use crate::tests::{Said, Tests};

/// Tests that take longer than this, in seconds, are run after the others.
const SLOW: f64 = 0.1;
/// So many tests that noticed the last mutants of a file are tried before all others.
const RECENT: usize = 12;

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A test failed.
    Caught,
    /// A test did not end.
    TimedOut,
    /// None noticed.
    Missed,
}

/// What is run for each mutant.
pub struct Trial<'a> {
    tree: &'a Path,
    programs: Vec<Tests>,
    /// For each file the tests that noticed its mutants, the last one first, with the place
    /// of their program.
    recent: Mutex<BTreeMap<String, Vec<(usize, String)>>>,
}

impl<'a> Trial<'a> {
    /// Those tests of these programs, all of which pass without a mutant.
    pub fn new(
        tree: &'a Path,
        programs: Vec<PathBuf>,
        filters: &[String],
    ) -> Result<Trial<'a>, Failure> {
        let programs = programs.into_iter();
        let programs = programs.map(|program| Tests::of(tree, program, filters));
        Ok(Trial {
            tree,
            programs: programs.collect::<Result<_, _>>()?,
            recent: Mutex::default(),
        })
    }

    /// What becomes of those of the mutants that are in the program, several at a time. What
    /// stands in `out` is not run again.
    pub fn of_all(
        &self,
        out: &Path,
        mutants: &[Mutant],
        placed: &BTreeSet<usize>,
    ) -> Result<BTreeMap<usize, Outcome>, Failure> {
        let known = fs::read_to_string(out).unwrap_or_default();
        let known = known.lines().filter_map(read);
        let outcomes: BTreeMap<usize, Outcome> = known
            .filter(|(number, _)| placed.contains(number))
            .collect();
        let mutants = mutants
            .iter()
            .filter(|mutant| placed.contains(&mutant.number));
        let left: Vec<&Mutant> = mutants
            .filter(|mutant| !outcomes.contains_key(&mutant.number))
            .collect();
        let file = OpenOptions::new().create(true).append(true).open(out)?;
        let (left, written) = (Mutex::new(left.into_iter()), Mutex::new((file, outcomes)));
        let work = |worker: usize| -> Result<(), Failure> {
            let log = out.with_extension(format!("log-{worker}"));
            loop {
                let next = left.lock().map_err(broken)?.next();
                let Some(mutant) = next else {
                    return Ok(());
                };
                let outcome = self.of(mutant, &log)?;
                let mut written = written.lock().map_err(broken)?;
                writeln!(written.0, "{} {}", mutant.number, outcome.word())?;
                written.1.insert(mutant.number, outcome);
            }
        };
        thread::scope(|scope| {
            let workers = thread::available_parallelism().map_or(1, usize::from);
            let workers: Vec<_> = (0..workers)
                .map(|worker| scope.spawn(move || work(worker)))
                .collect();
            workers
                .into_iter()
                .try_for_each(|worker| worker.join().map_err(broken)?)
        })?;
        Ok(written.into_inner().map_err(broken)?.1)
    }

    /// What becomes of one: first by the tests that noticed others of its file, then by those
    /// that take no time, then by all.
    fn of(&self, mutant: &Mutant, log: &Path) -> Result<Outcome, Failure> {
        let recent = {
            let recent = self.recent.lock().map_err(broken)?;
            recent.get(&mutant.file).cloned().unwrap_or_default()
        };
        let mut rounds: Vec<(usize, Vec<&str>)> = Vec::new();
        for (place, tests) in self.programs.iter().enumerate() {
            let own = recent.iter().filter(|(program, _)| *program == place);
            rounds.push((place, own.map(|(_, name)| name.as_str()).collect()));
            let [quick, slow] = tests.apart(SLOW);
            rounds.extend([(place, quick), (place, slow)]);
        }
        // The recent ones of every program, then the quick ones, then the slow ones.
        let order = (0..3).flat_map(|kind| rounds.iter().skip(kind).step_by(3));
        for (place, names) in order {
            match self.programs[*place].run(self.tree, names, mutant.number, log)? {
                Said::Nothing => {}
                Said::Unending => return Ok(Outcome::TimedOut),
                Said::Failed(name) => {
                    self.remember(&mutant.file, name.map(|name| (*place, name)))?;
                    return Ok(Outcome::Caught);
                }
            }
        }
        Ok(Outcome::Missed)
    }

    fn remember(&self, file: &str, test: Option<(usize, String)>) -> Result<(), Failure> {
        let mut recent = self.recent.lock().map_err(broken)?;
        let tests = recent.entry(file.to_owned()).or_default();
        if let Some(test) = test {
            tests.retain(|known| *known != test);
            tests.insert(0, test);
            tests.truncate(RECENT);
        }
        Ok(())
    }
}

/// A worker that broke down takes the others with it.
fn broken<T>(_: T) -> Failure {
    "a worker broke down".into()
}

impl Outcome {
    const ALL: [Outcome; 3] = [Outcome::Caught, Outcome::TimedOut, Outcome::Missed];

    fn word(self) -> &'static str {
        match self {
            Outcome::Caught => "caught",
            Outcome::TimedOut => "timeout",
            Outcome::Missed => "missed",
        }
    }
}

fn read(line: &str) -> Option<(usize, Outcome)> {
    let (number, word) = line.split_once(' ')?;
    let outcome = Outcome::ALL
        .into_iter()
        .find(|outcome| outcome.word() == word)?;
    Some((number.parse().ok()?, outcome))
}
