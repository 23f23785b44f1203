//! Scenario files, case files, and what is written to a file.

use send_modeller::file::{apply, read_columns, read_scenario_json, scenario_json};
use send_modeller::link::Link;
use send_modeller::model::Scenario;
use send_modeller::workbook;
use serde_json::json;

use super::{called, called_with, file};
use crate::{library, model, opened, outcome, project, scenario};

fn scenario_file(link: &str) -> String {
    scenario_json(&Link::to(&model(), &scenario(link)), "")
}

#[test]
fn a_scenario_file_is_read_from_wherever_it_comes() {
    let text = scenario_file("in-county-journeys=15&benefit-delay=6");
    let one_line = text.replace('\n', " ");
    let net = json!(
        outcome("in-county-journeys=15&benefit-delay=6")
            .net
            .total()
            .0
    );
    let path = file("sound.json", text.as_bytes());
    let came = [
        called(&["evaluate", path.to_str().unwrap()]),
        called_with(&["evaluate"], text.as_bytes()),
        called_with(
            &["evaluate", "-"],
            format!("\u{feff}{one_line}\n{one_line}").as_bytes(),
        ),
    ];
    for (came, count) in came.iter().zip([1, 1, 2]) {
        let nets: Vec<_> = came
            .objects()
            .iter()
            .map(|one| one["totals"]["net"].clone())
            .collect();
        assert_eq!(
            (came.code, nets),
            (0, vec![net.clone(); count]),
            "{}",
            came.err
        );
    }
}

#[test]
fn a_damaged_scenario_file_is_named_and_what_is_sound_is_used() {
    let text = scenario_file("in-county-journeys=15&benefit-delay=6")
        .replace("\"benefit-delay\": 6", "\"benefit-delay\": 99");
    let path = file("damaged.json", text.as_bytes());
    let came = called(&["evaluate", path.to_str().unwrap()]);
    assert_eq!(came.code, 1);
    assert_eq!(
        came.objects()[0]["totals"]["net"],
        outcome("in-county-journeys=15").net.total().0
    );
    assert!(
        came.err.contains(
            "damaged.json: changes/benefit-delay: All benefits arrive late by was given as \"99\""
        ),
        "{}",
        came.err
    );
    let path = file("not.json", b"{\n\"format\": ");
    let came = called(&["evaluate", path.to_str().unwrap()]);
    let object = &came.objects()[0];
    assert_eq!(
        (came.code, &object["case"], &object["totals"]),
        (1, &json!(null), &json!(null))
    );
    assert!(came.err.contains("not JSON"), "{}", came.err);
    let came = called_with(&["evaluate", "--format", "csv"], &vec![b'{'; 3_000_000]);
    assert_eq!(came.code, 1);
    assert!(
        came.err
            .contains("no scenario file has more than 1,000,000"),
        "{}",
        came.err
    );
}

#[test]
fn an_exported_file_comes_back() {
    let link = "in-county-journeys=15&ranges=ehcp-growth_20_40&title=Late&stress=npv";
    let path = file("out.json", b"");
    let path = path.to_str().unwrap();
    let came = called(&[
        "export",
        "--json",
        "-o",
        path,
        "--address",
        "https://example.org/",
        link,
    ]);
    assert_eq!(
        (came.code, came.out.as_str(), came.err.as_str()),
        (0, "", "")
    );
    let text = std::fs::read_to_string(path).unwrap();
    let read = read_scenario_json(&library(), &text).unwrap();
    assert_eq!(
        (read.scenario, read.title.as_str(), read.problems),
        (opened(link).scenario, "Late", vec![])
    );
    assert!(
        text.contains("\"link\": \"https://example.org/#case="),
        "{text}"
    );
    let printed = called(&["export", "--json", link]);
    assert_eq!(printed.out, text.replace("https://example.org/", ""));

    let came = called(&["export", "--csv", "assumptions", link]);
    let given = read_columns(&came.out).given;
    let changed: Vec<_> = given
        .iter()
        .filter(|one| one.key == "in-county-journeys")
        .map(|one| one.value.as_str())
        .collect();
    assert_eq!(changed, ["15"]);
    let path = file("ledger.csv", b"");
    let path = path.to_str().unwrap();
    assert_eq!(
        called(&["export", "--csv", "ledger", "-o", path, link]).code,
        0
    );
    let ledger = std::fs::read_to_string(path).unwrap();
    let net = outcome("in-county-journeys=15").net.total().0;
    assert!(
        ledger.starts_with('\u{feff}') && ledger.contains(&format!(",{net}\r\n")),
        "{ledger}"
    );
    assert!(
        called(&["export", "--csv", "payers", link])
            .out
            .contains("Savings and avoidance")
    );
}

#[test]
fn an_exported_workbook_comes_back() {
    let path = file("late.xlsx", b"");
    let path = path.to_str().unwrap();
    let came = called(&[
        "export",
        "--xlsx",
        path,
        "--address",
        "https://example.org/",
        "benefit-delay=12&ehcp-growth=23.5",
    ]);
    assert_eq!(
        (came.code, came.out.as_str(), came.err.as_str()),
        (0, "", "")
    );
    let found = workbook::read(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(found.problems, Vec::<String>::new());
    let brought = apply(&model(), &Scenario::published(), &found.given);
    assert_eq!(brought.problems, []);
    assert_eq!(
        brought.scenario,
        scenario("benefit-delay=12&ehcp-growth=23.5")
    );
    assert!(
        found
            .link
            .unwrap()
            .starts_with("https://example.org/#case=")
    );
    let came = called(&["export", "--xlsx", "/nowhere/at/all.xlsx", "#"]);
    assert_eq!(came.code, 3, "{}", came.err);
}

#[test]
fn a_case_file_is_sound_or_each_fault_is_named() {
    let shipped = project("www/cases/hertfordshire-2018.json");
    let shipped = shipped.to_str().unwrap();
    let came = called(&["check", shipped]);
    assert_eq!((came.code, came.err.as_str()), (0, ""));
    assert!(
        came.out
            .starts_with(&format!("{shipped}: sound: hertfordshire-2018, ")),
        "{}",
        came.out
    );
    let text = std::fs::read_to_string(shipped).unwrap();
    let broken = text
        .replacen("\"published\": 10,", "\"published\": 1000,", 1)
        .replacen("\"id\": \"benefit-delay\"", "\"id\": \"Benefit delay\"", 1);
    let broken = file("broken-case.json", broken.as_bytes());
    let empty = file("empty-case.json", b"");
    let came = called(&[
        "check",
        broken.to_str().unwrap(),
        empty.to_str().unwrap(),
        shipped,
        "nowhere.json",
    ]);
    assert_eq!(came.code, 3);
    assert!(
        came.out
            .contains("broken-case.json: assumptions[0].published: 1000 is outside 0 to 100"),
        "{}",
        came.out
    );
    assert!(
        came.out.contains("empty-case.json: file: not JSON"),
        "{}",
        came.out
    );
    assert!(came.out.contains(": sound: "), "{}", came.out);
    assert!(
        came.err.contains("nowhere.json cannot be read"),
        "{}",
        came.err
    );
    assert_eq!(called(&["check", empty.to_str().unwrap()]).code, 1);
}
