//! The engine on the command line, as another program would use it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The keys of the contract, in its order.
const KEYS: [&str; 18] = [
    "case",
    "scenario",
    "problems",
    "years",
    "lines",
    "investment_by_workstream",
    "investment",
    "savings",
    "avoidance",
    "benefits",
    "net",
    "cumulative_net",
    "payback_year",
    "payback_year_savings_only",
    "funding",
    "totals",
    "npv",
    "bcr",
];

/// Cargo builds the examples with the tests, beside this program's folder.
fn program() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let program = here
        .parent()
        .unwrap()
        .with_file_name("examples")
        .join("evaluate");
    assert!(
        program.exists(),
        "{} is missing: run the whole of `cargo test`",
        program.display()
    );
    program
}

/// The lines written for these lines.
fn evaluate(input: &[u8]) -> Vec<String> {
    let mut child = Command::new(program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(str::to_owned).collect()
}

fn object(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

/// The keys of the outermost object, in the order they are written.
fn keys(line: &str) -> Vec<String> {
    let (mut keys, mut depth, mut text) = (Vec::new(), 0, None::<String>);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match (&mut text, character) {
            (Some(_), '"') => {
                let ended = text.take().unwrap();
                if depth == 1 && characters.peek() == Some(&':') {
                    keys.push(ended);
                }
            }
            (Some(text), '\\') => text.extend(characters.next()),
            (Some(text), character) => text.push(character),
            (None, '"') => text = Some(String::new()),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth -= 1,
            (None, _) => {}
        }
    }
    keys
}

#[test]
fn every_line_in_gives_one_object_out_whatever_it_holds() {
    let lines = evaluate(
        b"#case=hertfordshire-2018&v=1&in-county-journeys=15\n\
          \n\
          https://example.org/#case=hertfordshire-2018&v=1&benefit-delay=6\r\n\
          case=hertfordshire-2018&v=1&in-county-journeys=150&posts-kept=25\n\
          \xff\xfe=\x80&in-county-journeys=15\n\
          case=elsewhere-2020&v=1&in-county-journeys=15\n\
          {\"case\": 1}\n\
          in-county-journeys=12",
    );
    assert_eq!(lines.len(), 8);
    let objects: Vec<Value> = lines.iter().map(|line| object(line)).collect();
    let net: Vec<Option<i64>> = objects
        .iter()
        .map(|o| o["totals"]["net"].as_i64())
        .collect();
    assert_eq!(
        net[1],
        Some(17_638_882),
        "a blank line is the published case"
    );
    // 5% more of 12,310,947 is 615,547 (half a pound up) in each of four years.
    assert_eq!(net[0], Some(17_638_882 + 4 * (1_846_642 - 1_231_095)));
    assert_eq!(
        net[4], net[0],
        "bytes that are no text lose only themselves"
    );
    assert_eq!(net[5], None, "no figures of a case that is not here");
    assert_eq!(net[6], Some(17_638_882));
    let problems: Vec<usize> = objects
        .iter()
        .map(|o| o["problems"].as_array().unwrap().len())
        .collect();
    assert_eq!(problems, [0, 0, 0, 1, 1, 1, 1, 0]);
    assert_eq!(
        objects[3]["scenario"],
        serde_json::json!({"posts-kept": 25.0})
    );
}

#[test]
fn each_object_has_the_contracts_keys_in_its_order() {
    let lines = evaluate(b"benefit-delivery=0\nnonsense\ncase=elsewhere-2020\n");
    assert_eq!(keys(&lines[0]), KEYS);
    assert_eq!(keys(&lines[1]), KEYS);
    assert_eq!(keys(&lines[2]), ["case", "scenario", "problems"]);
    let object = object(&lines[0]);
    assert_eq!(object["payback_year"], Value::Null);
    assert_eq!(object["payback_year_savings_only"], Value::Null);
    assert_eq!(object["bcr"], 0.0);
    let ids = |key: &str| {
        object[key]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids("investment_by_workstream"),
        [
            "digital",
            "independent-living",
            "local-networks",
            "programme"
        ]
    );
    assert_eq!(ids("funding"), ["adult-care", "core", "dsg"]);
    assert_eq!(
        ids("totals"),
        ["avoidance", "benefits", "investment", "net", "savings"]
    );
    assert_eq!(ids("lines").len(), 10);
}

#[test]
fn the_command_line_gives_the_figures_of_the_golden_files() {
    for entry in std::fs::read_dir(crate::project("tests/golden")).unwrap() {
        let path = entry.unwrap().path();
        let link = path.file_stem().unwrap().to_str().unwrap();
        let kept = object(&std::fs::read_to_string(&path).unwrap());
        assert_eq!(object(&evaluate(link.as_bytes())[0]), kept, "{link}");
    }
}

#[test]
fn nothing_in_is_nothing_out() {
    assert_eq!(evaluate(b""), Vec::<String>::new());
}

#[test]
fn a_line_of_a_megabyte_is_answered_and_so_is_the_next() {
    let long = "x".repeat(1_000_000) + "\nbenefit-delay=6\n";
    let lines = evaluate(long.as_bytes());
    assert_eq!(lines.len(), 2);
    assert_eq!(object(&lines[0])["problems"].as_array().unwrap().len(), 1);
    assert_eq!(
        object(&lines[1])["scenario"],
        serde_json::json!({"benefit-delay": 6.0})
    );
}
