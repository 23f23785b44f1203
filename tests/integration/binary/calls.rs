//! How it is called, and what it says where that goes wrong.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};

use super::{called, called_with, command, file};
use crate::CASE;

#[test]
fn help_and_version_are_no_failure() {
    let help = called(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in [
        "evaluate",
        "sweep",
        "simulate",
        "export",
        "check",
        "Exit codes: 0",
    ] {
        assert!(help.out.contains(word), "{}", help.out);
    }
    let version = called(&["--version"]);
    assert_eq!(
        version.out,
        format!("send-modeller {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn each_wrong_call_says_what_is_wrong_and_gives_its_code() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    for (arguments, code, said) in [
        (&["evaluat"][..], 2, "evaluate"),
        (&[], 2, "Usage"),
        (
            &["evaluate", "nowhere.json"],
            2,
            "\"nowhere.json\" is no file that is there, and no link",
        ),
        (&["evaluate", "--format", "xml"], 2, "jsonl"),
        (&["evaluate", folder], 3, "cannot be read"),
        (
            &["evaluate", "case=elsewhere"],
            1,
            "argument 1: case: \"elsewhere\" is not a case this program has",
        ),
        (&["sweep", "#"], 2, "--assumption"),
        (&["sweep", "-a", "benefit-delay", "#"], 2, "--values"),
        (
            &["sweep", "-a", "benefit-delay", "--from", "1", "#"],
            2,
            "--to",
        ),
        (
            &[
                "sweep",
                "-a",
                "benefit-delay",
                "--from",
                "0",
                "--to",
                "1",
                "--steps",
                "0",
                "#",
            ],
            2,
            "1..=10000",
        ),
        (
            &[
                "sweep",
                "-a",
                "benefit-delay",
                "--from",
                "0",
                "--to",
                "99",
                "#",
            ],
            1,
            "99 is out of range: whole months from 0 to 24",
        ),
        (&["simulate", "--draws", "5", "#"], 2, "100..=1000000"),
        (&["export", "#"], 2, "--json"),
        (
            &["export", "--json", "#", "#"],
            2,
            "one scenario is wanted, and more were given",
        ),
        (
            &["export", "--json"],
            2,
            "one scenario is wanted, and none was given",
        ),
        (
            &["export", "--json", "--output", "/nowhere/at/all.json", "#"],
            3,
            "cannot be written",
        ),
        (
            &["export", "--json", "case=elsewhere"],
            1,
            "not a case this program has",
        ),
        (&["check"], 2, "CASE.json"),
        (&["check", "nowhere.json"], 3, "nowhere.json cannot be read"),
    ] {
        let came = called(arguments);
        assert_eq!(came.code, code, "{arguments:?}: {}", came.err);
        assert!(came.err.contains(said), "{arguments:?}: {}", came.err);
    }
}

#[test]
fn bytes_that_are_no_text_are_read_as_far_as_they_are() {
    let came = called_with(&["evaluate"], b"\xff\xfe=\x80&in-county-journeys=15\n\0\n");
    assert_eq!((came.code, came.objects().len()), (1, 2));
    assert_eq!(came.objects()[0]["scenario"]["in-county-journeys"], 15.0);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let mut child = command(&["evaluate"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for _ in 0..2_000 {
            if writeln!(stdin, "{CASE}").is_err() {
                return;
            }
        }
    });
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert!(line.starts_with("{\"case\":"));
    drop(out);
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
    writer.join().unwrap();
}

#[test]
fn each_line_is_answered_before_the_next_is_written() {
    let mut child = command(&["evaluate"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    for link in ["in-county-journeys=15", "benefit-delay=6"] {
        writeln!(stdin, "{link}").unwrap();
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        assert!(line.contains(link.split('=').next().unwrap()), "{line}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_case_of_ones_own_is_named_by_its_file() {
    let shipped = include_str!("../../../www/cases/hertfordshire-2018.json");
    let mut case: serde_json::Value = serde_json::from_str(shipped).unwrap();
    case["id"] = "borsetshire-2026".into();
    let sound = file("borsetshire.json", case.to_string().as_bytes());
    let sound = sound.to_str().unwrap();
    let link = "case=borsetshire-2026&v=1&in-county-journeys=15";
    let came = called(&["evaluate", "--case", sound, link]);
    assert_eq!((came.code, came.err.as_str()), (0, ""));
    let same = called(&["evaluate", &format!("{CASE}&in-county-journeys=15")]);
    assert_eq!(came.objects()[0]["totals"], same.objects()[0]["totals"]);
    case["years"]["count"] = 2.into();
    let unsound = file("unsound.json", case.to_string().as_bytes());
    let came = called(&["evaluate", "--case", unsound.to_str().unwrap(), link]);
    assert_eq!(came.code, 3);
    assert!(
        came.err.contains("unsound.json: years.count: 2"),
        "{}",
        came.err
    );
}
