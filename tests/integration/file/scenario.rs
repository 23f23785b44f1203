//! A scenario as a file, and back.

use proptest::prelude::*;
use send_modeller::export::Evaluation;
use send_modeller::file::{
    FileProblem, LONGEST_FILE, ScenarioFile, read_scenario_json, scenario_json,
};
use send_modeller::link::{Link, note_of, title_of};
use serde_json::Value;

use super::schema::misfits;
use super::words;
use crate::scenarios::changes;
use crate::{CASE, cases, library, model, opened, scenario};

const LINK: &str = "case=hertfordshire-2018&v=1&in-county-journeys=15&investment-overrun=-12.5\
    &ranges=ehcp-growth_20_40.5,benefit-delay_3_9&view=stress,thousands,running\
    &stress=npv,by_2020,draws_5000,run&title=Half%20%22delivered%22&note=One%0Atwo%20%C2%A3%5C";

/// The file of a link.
fn written(link: &str) -> String {
    let opened = opened(link);
    let model = opened.model.unwrap();
    scenario_json(
        &Link {
            view: opened.view.unwrap_or_default(),
            title: &opened.title,
            note: &opened.note,
            stress: &opened.stress,
            ..Link::to(&model, &opened.scenario)
        },
        "https://example.org/send/",
    )
}

fn read(text: &str) -> Result<ScenarioFile, FileProblem> {
    read_scenario_json(&library(), text)
}

/// What is said of a file that opens.
fn said(text: &str) -> (ScenarioFile, Vec<String>) {
    let file = read(text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    let said = words(&file.problems);
    (file, said)
}

/// A file with one text put for another.
fn with(from: &str, to: &str) -> String {
    let text = written(LINK);
    assert!(text.contains(from), "{from}\n{text}");
    text.replacen(from, to, 1)
}

#[test]
fn a_file_is_for_people_to_read_as_well() {
    insta::assert_snapshot!(written(LINK).replace(env!("CARGO_PKG_VERSION"), "(the program's)"));
}

#[test]
fn a_file_gives_back_everything_of_its_link() {
    let (file, said) = said(&written(LINK));
    assert_eq!(said, Vec::<String>::new());
    let link = opened(LINK);
    assert_eq!(file.scenario, link.scenario);
    assert_eq!(
        (file.view, file.title.as_str()),
        (link.view, "Half \"delivered\"")
    );
    assert_eq!(
        (file.note.as_str(), file.stress.as_str()),
        ("One\ntwo £\\", link.stress.as_str())
    );
    assert_eq!(file.link().fragment(), LINK);
    assert_eq!(
        misfits(&serde_json::from_str(&written(LINK)).unwrap()),
        Vec::<String>::new()
    );
}

#[test]
fn the_receipt_holds_the_engines_figures() {
    let file: Value = serde_json::from_str(&written(LINK)).unwrap();
    let figures = Evaluation::of(&opened(LINK)).figures.unwrap();
    let receipt = &file["receipt"];
    assert_eq!(receipt["net"], figures.totals.net.0);
    assert_eq!(receipt["savings"], figures.totals.savings.0);
    assert_eq!(receipt["avoidance"], figures.totals.avoidance.0);
    assert_eq!(receipt["investment"], figures.totals.investment.0);
    assert_eq!(
        receipt["npv"].as_f64().unwrap().to_bits(),
        figures.npv.to_bits()
    );
    assert_eq!(
        receipt["payback_year"].as_str(),
        figures.payback_year.as_deref()
    );
}

#[test]
fn what_cannot_be_used_is_named_by_its_place_and_the_rest_applies() {
    let text = r#"{
        "format": "send-modeller/scenario", "version": 2, "later": [{"x": [[[]]]}],
        "case": "hertfordshire-2018", "model": "1.0", "title": 5, "note": ["x"],
        "changes": {
            "in-county-journeys": 15, "benefit-delay": 6.5, "ehcp-growth": "40", "journeys": 1,
            "ooc-transfers": null, "in-county-cost": 1e999, "service-efficiency": 20,
            "service-efficiency": 2.5e1, "ehcp-held": {"value": 1}
        },
        "ranges": {
            "ehcp-growth": {"low": 40, "high": 20}, "benefit-delay": {"low": 3}, "nothing": {},
            "in-county-journeys": [4, 14], "ooc-transfers": {"low": "4", "high": 14},
            "service-efficiency": {"low": -1, "high": 14}, "investment-overrun": {"low": -5, "high": 5}
        },
        "stress": "draws_5,npv", "view": "panel", "view": "thousands",
        "receipt": {"net": 17638882, "payback_year": 2020}
    }"#;
    let (file, said) = said(text);
    assert_eq!(
        file.scenario,
        scenario("in-county-journeys=15&service-efficiency=25&ranges=investment-overrun_-5_5")
    );
    assert_eq!(file.view.unwrap().write(), "thousands");
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_file_of_which_nothing_can_be_used_says_why() {
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let deep_inside = with("\"changes\"", &format!("\"x\": {deep}, \"changes\""));
    let said: Vec<String> = [
        String::new(),
        "[1, 2]".to_owned(),
        "id,value\nbenefit-delay,6".to_owned(),
        written(LINK)[..200].to_owned(),
        deep,
        "{}".to_owned(),
        with("send-modeller/scenario", "send-modeller/other"),
        with("hertfordshire-2018", "hertfordshire-2019"),
        with("\"case\": \"hertfordshire-2018\",", ""),
        format!("{{\"x\": \"{}\"}}", "x".repeat(LONGEST_FILE)),
    ]
    .iter()
    .map(|text| read(text).unwrap_err().to_string())
    .collect();
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(read(&deep_inside).unwrap().scenario, opened(LINK).scenario);
    let (_, problems) = self::said(
        &with("\"benefit-delay\": { ", "\"benefit-delay\": [[[[[[{ ").replace("9 }", "9 }]]]]]]"),
    );
    assert_eq!(
        problems,
        [
            "ranges/benefit-delay: an object is needed here, and a list was found, so it was left out"
        ]
    );
}

#[test]
fn a_receipt_that_is_not_the_engines_is_said_and_never_shown() {
    let text = written(CASE);
    for (from, to) in [
        ("\"net\": 17638882", "\"net\": 27638882"),
        ("\"payback_year\": \"2019/20\"", "\"payback_year\": null"),
        ("\"net\": 17638882", "\"net\": \"much\""),
    ] {
        assert!(text.contains(from), "{text}");
        let (file, problems) = said(&text.replacen(from, to, 1));
        assert!(file.scenario.is_published());
        insta::assert_snapshot!(problems.join("\n"));
    }
    let (_, none) = said(&text.replacen("\"model\": \"1.0\"", "\"model\": \"9.9\"", 1));
    assert_eq!(
        none,
        Vec::<String>::new(),
        "the same figures from another model are the same figures"
    );
}

#[test]
fn words_are_cut_and_kept_from_steering_the_screen() {
    let (file, said) = said(&with(
        "Half \\\"delivered\\\"",
        &format!("\\u202e{}", "t".repeat(100)),
    ));
    assert_eq!(
        file.title,
        title_of(&format!("\u{202e}{}", "t".repeat(100)))
    );
    assert_eq!(
        said,
        ["title: longer than 80 characters; only the first 80 are shown"]
    );
    let text = written(LINK);
    let (file, none) = self::said(&format!("\u{feff}{text}"));
    assert_eq!((file.note, none.len()), (note_of("One\ntwo £\\"), 0));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn every_scenario_comes_back_from_its_file(
        changes in changes(4),
        ends in prop::collection::vec((0.0..=1.0_f64, 0.0..=1.0_f64), 0..12),
        title in ".{0,90}",
        note in "(?s).{0,60}",
    ) {
        let model = model();
        let table = model.assumptions();
        let mut scenario = changes.scenario();
        for ((index, known), (one, other)) in table.iter().zip(ends) {
            let within = |part: f64| {
                let value = (known.min + part * (known.max - known.min)).min(known.max);
                if known.takes_whole() { value.floor() } else { value }
            };
            let (one, other) = (within(one), within(other));
            scenario.set_range(table, index, one.min(other), one.max(other)).unwrap();
        }
        let (title, note) = (title_of(&title), note_of(&note));
        let link = Link { title: &title, note: &note, ..Link::to(&model, &scenario) };
        let text = scenario_json(&link, "");
        prop_assert_eq!(misfits(&serde_json::from_str(&text).unwrap()), Vec::<String>::new());
        let file = read(&text).unwrap();
        prop_assert_eq!(words(&file.problems), Vec::<String>::new());
        prop_assert_eq!(&file.scenario, &scenario);
        prop_assert_eq!((file.title, file.note), (title, note));
    }

    #[test]
    fn any_file_that_is_cut_or_changed_anywhere_opens_or_says_why(
        at in 0.0..1.0_f64, length in 0..12_usize, put in "[\"{}\\[\\],:0-9a-z\\\\.e-]{0,6}",
    ) {
        let text: Vec<char> = written(LINK).chars().collect();
        let from = (at * text.len() as f64) as usize;
        let to = (from + length).min(text.len());
        let changed: String = text[..from].iter().copied().chain(put.chars()).chain(text[to..].iter().copied()).collect();
        if let Err(problem) = read(&changed) {
            prop_assert!(problem.to_string().len() > 20);
        }
    }
}
