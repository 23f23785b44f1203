//! What was released, by the change log and by docs/releases.tsv; and the check that holds
//! one engine against another, made to speak.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use send_modeller::link::version;
use send_modeller::model::MODEL_VERSION;

use crate::project;

/// A version of the change log.
struct Logged {
    version: String,
    model: String,
    /// Its headings, and the lines under each.
    parts: BTreeMap<String, Vec<String>>,
}

fn change_log() -> Vec<Logged> {
    let text = fs::read_to_string(project("CHANGELOG.md")).unwrap();
    let mut log: Vec<Logged> = Vec::new();
    let mut part = String::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let (of, date) = heading
                .split_once("), ")
                .expect("## 1.0.0 (model 1.0), date");
            let (version, model) = of.split_once(" (model ").expect("the model's version");
            assert_eq!(date.len(), 10, "{heading} ends with its day");
            log.push(Logged {
                version: version.to_owned(),
                model: model.to_owned(),
                parts: BTreeMap::new(),
            });
            part.clear();
        } else if let Some(heading) = line.strip_prefix("### ") {
            part = heading.to_owned();
            log.last_mut()
                .unwrap()
                .parts
                .insert(part.clone(), Vec::new());
        } else if let Some(text) = line.strip_prefix("- ") {
            let last = log.last_mut().unwrap();
            last.parts.get_mut(&part).unwrap().push(text.to_owned());
        }
    }
    log
}

/// Versions as numbers, to be compared.
fn numbers(version: &str) -> Vec<u32> {
    version
        .split('.')
        .map(|part| part.parse().unwrap())
        .collect()
}

#[test]
fn each_version_says_what_moved_a_figure_and_what_moved_only_the_screen() {
    let log = change_log();
    for logged in &log {
        let parts: Vec<&str> = logged.parts.keys().map(String::as_str).collect();
        assert_eq!(
            parts,
            ["Numbers changed", "Screen changed"],
            "{}",
            logged.version
        );
        assert!(
            logged.parts.values().all(|lines| !lines.is_empty()),
            "{}",
            logged.version
        );
    }
    assert!(log.len() > 1);
    for pair in log.windows(2) {
        let (later, earlier) = (&pair[0], &pair[1]);
        assert!(
            numbers(&later.version) > numbers(&earlier.version),
            "{}",
            later.version
        );
        let none = later.parts["Numbers changed"][0].starts_with("None");
        assert_eq!(
            none,
            later.model == earlier.model,
            "{}: the model's version",
            later.version
        );
        assert!(
            version(&later.model) >= version(&earlier.model),
            "{}",
            later.version
        );
    }
    assert_eq!(log[0].version, env!("CARGO_PKG_VERSION"));
    assert_eq!(log[0].model, MODEL_VERSION);
}

#[test]
fn every_earlier_version_has_its_commit() {
    let text = fs::read_to_string(project("docs/releases.tsv")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut released: Vec<(&str, &str)> = lines
        .map(|line| {
            let words: Vec<&str> = line.split('\t').collect();
            let [version, model, commit] = words[..] else {
                panic!("{line}")
            };
            assert!(
                commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{line}"
            );
            (version, model)
        })
        .collect();
    released.retain(|(version, _)| *version != env!("CARGO_PKG_VERSION"));
    released.reverse();
    let log = change_log();
    let earlier: Vec<(&str, &str)> = log[1..]
        .iter()
        .map(|of| (&*of.version, &*of.model))
        .collect();
    assert_eq!(released, earlier);
}

/// Holds this engine against a program that is asked as an old one is.
fn held_against(program: &PathBuf, model: &str) -> Output {
    let check = program_of("model_check");
    let run = Command::new(check)
        .arg(program)
        .args(["0.9.0", model])
        .output();
    run.unwrap()
}

fn program_of(example: &str) -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let folder = here.parent().unwrap().with_file_name("examples");
    let program = folder.join(example);
    assert!(
        program.exists(),
        "{}: run the whole of `cargo test`",
        program.display()
    );
    program
}

#[test]
fn an_engine_that_is_the_same_moves_no_figure() {
    let output = held_against(&program_of("evaluate"), MODEL_VERSION);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("No figure moved."), "{said}");
    // All of them are known to the very same engine, but for damaged ones that are kept.
    let words: Vec<&str> = said.split_whitespace().collect();
    let count = |place: usize| words[place].parse::<usize>().unwrap();
    assert!(count(0) > 1_000 && count(2) - count(0) < 50, "{said}");
}

#[test]
fn a_figure_that_moved_is_named_with_its_link_and_fails_unless_it_is_said() {
    let script = std::env::temp_dir().join(format!("send-modeller-old-{}", std::process::id()));
    // As if an earlier engine had made the published net a pound less.
    let text = format!(
        "#!/bin/sh\n{} | sed 's/\"net\":17638882/\"net\":17638881/'\n",
        program_of("evaluate").display()
    );
    fs::write(&script, text).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let output = held_against(&script, MODEL_VERSION);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(
            "moved: totals.net: 17638881 -> 17638882\n       #case=hertfordshire-2018&v=1\n"
        ),
        "{said}"
    );
    assert!(
        said.contains(&format!("and the model is still {MODEL_VERSION}")),
        "{said}"
    );
    // A program that gives no answer is not one that agrees.
    fs::write(&script, "#!/bin/sh\ncat > /dev/null\n").unwrap();
    assert_eq!(held_against(&script, MODEL_VERSION).status.code(), Some(2));
    fs::remove_file(script).unwrap();
}
