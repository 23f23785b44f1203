//! The program with all mutants in it: written, checked until it builds, and built.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::mutants::Mutant;
use crate::places::Text;
use crate::rewrite::rewrite;
use crate::{Failure, failed};

/// Asked at each mutant, in the program: which is the one that is looked at.
const ASKED: &str = r#"//! Which mutant is the one that is looked at: as `MUTANT` says, and none without it.

use std::sync::atomic::{AtomicUsize, Ordering};

const UNKNOWN: usize = usize::MAX;
static WANTED: AtomicUsize = AtomicUsize::new(UNKNOWN);

/// True for that one.
pub fn on(number: usize) -> bool {
    let mut wanted = WANTED.load(Ordering::Relaxed);
    if wanted == UNKNOWN {
        let said = std::env::var("MUTANT").ok().and_then(|text| text.parse().ok());
        wanted = said.unwrap_or(UNKNOWN - 1);
        WANTED.store(wanted, Ordering::Relaxed);
    }
    wanted == number
}
"#;

/// How often the compiler is asked before this gives up; it took five times.
const MOST_ROUNDS: usize = 30;

/// Writes the mutants into the tree, leaving out one after another that does not build with
/// the rest. Gives the numbers of those that are in it.
pub fn write(tree: &Path, mutants: &[Mutant]) -> Result<BTreeSet<usize>, Failure> {
    let mut by_file: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        by_file.entry(&mutant.file).or_default().push(mutant);
    }
    let read = |file: &&str| fs::read_to_string(tree.join(file)).map(Text::new);
    let texts: Vec<Text> = by_file.keys().map(read).collect::<Result<_, _>>()?;
    fs::write(tree.join("src/mutant.rs"), ASKED)?;
    let library = tree.join("src/lib.rs");
    let root = fs::read_to_string(&library)?;
    fs::write(
        library,
        format!("{root}\n#[allow(missing_docs)]\npub mod mutant;\n"),
    )?;
    let mut out: BTreeSet<usize> = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let mut placed = BTreeSet::new();
        for ((file, mutants), text) in by_file.iter().zip(&texts) {
            let left: Vec<&Mutant> = mutants
                .iter()
                .copied()
                .filter(|mutant| !out.contains(&mutant.number))
                .collect();
            let (written, here) = rewrite(text, &left)?;
            fs::write(tree.join(file), written)?;
            placed.extend(here);
        }
        let faulty = check(tree)?;
        if faulty.is_empty() {
            return Ok(placed);
        }
        out.extend(faulty);
    }
    Err("the mutants do not come to build together".into())
}

/// The mutants in which the compiler finds a fault; none where it builds.
fn check(tree: &Path) -> Result<BTreeSet<usize>, Failure> {
    let check = cargo(tree, &["check", "--lib"]).output()?;
    if check.status.success() {
        return Ok(BTreeSet::new());
    }
    let mut faulty = BTreeSet::new();
    for message in messages(&check.stdout) {
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let spans = message["spans"].as_array().into_iter().flatten();
        for span in spans.filter(|span| span["is_primary"] == true) {
            faulty.extend(mutants_at(tree, span));
        }
    }
    if faulty.is_empty() {
        return failed("cargo check", &check.stderr);
    }
    Ok(faulty)
}

/// The mutants within a place in the code; where there are none, the last one before it.
fn mutants_at(tree: &Path, span: &Value) -> Vec<usize> {
    let byte = |name: &str| span[name].as_u64().and_then(|at| usize::try_from(at).ok());
    let file = span["file_name"]
        .as_str()
        .map(|file| fs::read_to_string(tree.join(file)));
    let (Some(Ok(text)), Some(start), Some(end)) = (file, byte("byte_start"), byte("byte_end"))
    else {
        return Vec::new();
    };
    let within = numbers(text.get(start..end).unwrap_or_default());
    if within.is_empty() {
        let before = numbers(text.get(..start).unwrap_or_default());
        return before.last().copied().into_iter().collect();
    }
    within
}

fn numbers(text: &str) -> Vec<usize> {
    let after = text.split("crate::mutant::on(").skip(1);
    after
        .filter_map(|rest| rest.split(')').next()?.parse().ok())
        .collect()
}

/// Builds the tests and gives their programs.
pub fn build(tree: &Path, targets: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let mut arguments = vec!["test", "--no-run"];
    arguments.extend(targets.iter().map(String::as_str));
    let build = cargo(tree, &arguments).output()?;
    if !build.status.success() {
        return failed("cargo test", &build.stderr);
    }
    let programs = messages(&build.stdout).filter(|message| message["profile"]["test"] == true);
    let programs = programs.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    Ok(programs.collect())
}

fn cargo(tree: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(tree)
        // They are run thousands of times.
        .env("CARGO_PROFILE_MUTANTS_OPT_LEVEL", "1")
        // What it is rewritten to is nobody's style.
        .env("RUSTFLAGS", "--cap-lints=warn")
        .args(arguments)
        .args([
            "--quiet",
            "--offline",
            "--no-default-features",
            "--profile",
            "mutants",
        ])
        .arg("--message-format=json");
    command
}

fn messages(output: &[u8]) -> impl Iterator<Item = Value> {
    let lines = output.split(|byte| *byte == b'\n');
    lines.filter_map(|line| serde_json::from_slice(line).ok())
}
