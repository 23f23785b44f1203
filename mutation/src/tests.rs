//! The tests of one program, and how they are run.

use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Failure, failed};

/// Tests never end where they take this many times what they take without a mutant, and so
/// many seconds more. It is the processor's time, so that other work makes no difference.
const PATIENCE: (f64, f64) = (4.0, 5.0);
/// The signal of a program that has used up its time.
const TIME_IS_UP: i32 = 24;

/// What tests say of a mutant.
pub enum Said {
    /// All of them pass.
    Nothing,
    /// This one fails; without a name where the program broke down.
    Failed(Option<String>),
    /// They do not end.
    Unending,
}

/// To stop at the first failure and to tell what each test takes are not for everybody yet.
const UNSTABLE: [&str; 2] = ["-Z", "unstable-options"];

/// A program of tests.
pub struct Tests {
    program: PathBuf,
    /// Each test and what it takes, in seconds.
    all: Vec<(String, f64)>,
}

impl Tests {
    /// Those of a program's tests that the filters let through. They are run for it, and have
    /// to pass.
    pub fn of(tree: &Path, program: PathBuf, filters: &[String]) -> Result<Tests, Failure> {
        let run = command(tree, &program)
            .args(UNSTABLE)
            .args(filters)
            .arg("--report-time")
            .stdout(Stdio::piped())
            .output()?;
        if !run.status.success() {
            return failed("a test without a mutant", &run.stdout);
        }
        let report = String::from_utf8_lossy(&run.stdout);
        let all = report.lines().filter_map(timed).collect();
        Ok(Tests { program, all })
    }

    /// The names of those that take no longer than this, in seconds, and of those that do.
    pub fn apart(&self, seconds: f64) -> [Vec<&str>; 2] {
        let (quick, slow): (Vec<_>, Vec<_>) =
            self.all.iter().partition(|(_, took)| *took <= seconds);
        [quick, slow].map(|some| some.into_iter().map(|(name, _)| name.as_str()).collect())
    }

    /// Runs those of these names until the first that fails; `log` is written over.
    pub fn run(
        &self,
        tree: &Path,
        names: &[&str],
        mutant: usize,
        log: &Path,
    ) -> Result<Said, Failure> {
        if names.is_empty() {
            // The program would run all of them.
            return Ok(Said::Nothing);
        }
        let took = self
            .all
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()));
        let took: f64 = took.map(|(_, seconds)| seconds).sum();
        let longest = (took * PATIENCE.0 + PATIENCE.1).ceil();
        let ended = command(tree, Path::new("sh"))
            .args(["-c", r#"ulimit -S -t "$0" && exec "$@""#])
            .arg(longest.to_string())
            .arg(&self.program)
            .args(UNSTABLE)
            .args(["--fail-fast", "--test-threads=1", "--exact"])
            .args(names)
            .env("MUTANT", mutant.to_string())
            .stdout(File::create(log)?)
            .status()?;
        if ended.success() {
            return Ok(Said::Nothing);
        }
        if ended.signal() == Some(TIME_IS_UP) {
            return Ok(Said::Unending);
        }
        let said = String::from_utf8_lossy(&fs::read(log)?).into_owned();
        Ok(Said::Failed(said.lines().find_map(failing)))
    }
}

fn command(tree: &Path, program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(tree)
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("MUTANT")
        .stderr(Stdio::null());
    command
}

/// A test that passed and its seconds, out of `test NAME ... ok <0.123s>`.
fn timed(line: &str) -> Option<(String, f64)> {
    let (name, rest) = line.strip_prefix("test ")?.split_once(" ... ok <")?;
    Some((name.to_owned(), rest.strip_suffix("s>")?.parse().ok()?))
}

/// The name of a test that failed, out of `test NAME ... FAILED`.
fn failing(line: &str) -> Option<String> {
    let name = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
    Some(name.to_owned())
}
