//! What the README claims has a command beside it, and `make test` or `make bench` runs it.

use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn every_command_beside_a_claim_is_run() {
    let readme = read("README.md");
    let (_, section) = readme.split_once("## What is claimed").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| "));
    let commands: Vec<_> = rows
        .skip(1)
        .map(|row| row.rsplit('`').nth(1).expect("a command"))
        .collect();
    assert!(commands.len() > 10, "{commands:?}");
    let run = read("scripts/test.sh") + &read("scripts/bench.sh");
    for command in commands {
        assert!(run.contains(command), "nobody runs: {command}");
    }
}
