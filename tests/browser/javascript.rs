//! The JavaScript face: the figures of the golden files, the right shapes, and no
//! exceptions.

use js_sys::JSON;
use send_modeller::api;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::golden;

/// What JavaScript sees, through its own JSON.
fn seen(value: &JsValue) -> Value {
    let text: String = JSON::stringify(value).unwrap().into();
    serde_json::from_str(&text).unwrap()
}

fn evaluated(link: &str) -> Value {
    seen(&api::evaluate(link))
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

fn problems(value: &Value) -> Vec<&str> {
    let problems = value["problems"].as_array().unwrap().iter();
    problems.map(|problem| problem.as_str().unwrap()).collect()
}

#[test]
fn every_golden_link_gives_its_file() {
    let golden = golden();
    assert!(golden.len() >= 20, "{}", golden.len());
    for (link, text) in golden {
        // Read by JavaScript too, to which 15.0 and 15 are one number.
        let file = seen(&JSON::parse(text).unwrap());
        assert_eq!(evaluated(link), file, "{link}");
    }
}

#[test]
fn a_whole_address_gives_what_its_fragment_gives() {
    let link = "case=hertfordshire-2018&v=1&in-county-journeys=15";
    let fragment = evaluated(link);
    assert_eq!(evaluated(&format!("#{link}")), fragment);
    let address = format!("https://council.example/tools/send/#{link}");
    assert_eq!(evaluated(&address), fragment);
}

#[test]
fn maps_are_plain_objects() {
    let evaluation = JsValue::from(api::evaluate(""));
    for name in [
        "scenario",
        "lines",
        "investment_by_workstream",
        "funding",
        "totals",
    ] {
        let map = js_sys::Reflect::get(&evaluation, &name.into()).unwrap();
        let object = js_sys::Object::from(map);
        assert_eq!(
            String::from(object.to_string()),
            "[object Object]",
            "{name}"
        );
    }
}

#[test]
fn cases_are_summaries_of_what_is_at_hand() {
    let cases = seen(&api::cases());
    let cases = cases.as_array().unwrap();
    let ids: Vec<_> = cases.iter().map(|case| &case["id"]).collect();
    let shipped = send_modeller::case::shipped_cases().iter();
    assert_eq!(ids, shipped.map(|case| case.id).collect::<Vec<_>>());
    for case in cases {
        assert_eq!(
            keys(case),
            [
                "authority",
                "id",
                "model",
                "source",
                "subtitle",
                "title",
                "years"
            ]
        );
    }
    let case = &cases[0];
    assert_eq!(case["id"], "hertfordshire-2018");
    assert_eq!(case["model"], send_modeller::model::MODEL_VERSION);
    assert_eq!(keys(&case["source"]), ["date", "meeting", "title"]);
    let years = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"];
    assert_eq!(case["years"], Value::from(years.to_vec()));
}

#[test]
fn assumptions_are_the_whole_table_of_a_case() {
    let table = seen(&api::assumptions("hertfordshire-2018"));
    let table = table.as_array().unwrap();
    let library = send_modeller::model::Library::shipped().unwrap();
    let model = library.default_model();
    assert_eq!(table.len(), model.assumptions().len());
    for (place, ((_, known), told)) in model.assumptions().iter().zip(table).enumerate() {
        assert_eq!(
            keys(told),
            [
                "caution",
                "compare_with",
                "derivation",
                "group",
                "help",
                "high",
                "id",
                "label",
                "low",
                "max",
                "min",
                "published",
                "range_note",
                "source",
                "status",
                "step",
                "tier",
                "unit",
                "unit_note",
                "whole"
            ],
            "{}",
            known.id
        );
        assert_eq!(told["id"], known.id.as_str());
        let notes = model.case().notes(place, &known.id);
        assert_eq!(told["range_note"], notes.range_note);
        assert_eq!(told["derivation"], notes.derivation);
        for (name, value) in [
            ("published", known.published),
            ("min", known.min),
            ("max", known.max),
            ("step", known.step),
            ("low", known.low),
            ("high", known.high),
        ] {
            assert_eq!(told[name].as_f64(), Some(value), "{name} of {}", known.id);
        }
        assert!(told["whole"].is_boolean(), "{}", known.id);
        let one_of = |name: &str, words: &[&str]| {
            let word = told[name].as_str().unwrap();
            assert!(words.contains(&word), "{name} of {}: {word}", known.id);
        };
        one_of("tier", &["key", "more", "evidence", "stress"]);
        one_of("unit", &["percent", "pounds", "months", "count"]);
        one_of("status", &["published", "derived", "added"]);
    }
}

#[test]
fn a_case_that_is_not_at_hand_has_no_assumptions() {
    for id in ["", "nowhere-2031", "Hertfordshire-2018", "\u{0}"] {
        assert_eq!(
            seen(&api::assumptions(id)),
            Value::Array(Vec::new()),
            "{id:?}"
        );
    }
}

#[test]
fn a_link_to_a_case_that_is_not_at_hand_has_problems_and_no_figures() {
    let evaluation = evaluated("case=nowhere-2031&v=1&in-county-journeys=15");
    assert_eq!(keys(&evaluation), ["case", "problems", "scenario"]);
    assert_eq!(evaluation["case"], "nowhere-2031");
    assert_eq!(problems(&evaluation).len(), 1);
}

#[test]
fn hostile_links_give_problems_and_no_exceptions() {
    let long = format!("case=hertfordshire-2018&v=1&{}", "x=1&".repeat(300_000));
    let longest = "%".repeat(1_000_000);
    let many = (0..5_000).fold(String::new(), |text, at| format!("{text}&k{at}=\u{1F600}"));
    for link in [
        "in-county-journeys=NaN",
        "in-county-journeys=Infinity",
        "in-county-journeys=1e2",
        "in-county-journeys=0x10",
        "in-county-journeys=",
        "in-county-journeys=99999999999999999999999999999999",
        "benefit-delay=6.5",
        "in-county-journeys=5&in-county-journeys=5",
        "%",
        "%zz=1",
        "%ff%fe=1",
        "ehcp-growth=%",
        "=",
        "===&&&=",
        "\u{0}=\u{0}",
        "__proto__=1&constructor=1",
        "<script>alert(1)</script>",
        "\u{202e}=\u{feff}",
        "v=2",
        "v=",
        "case=",
        &long,
        &longest,
        &many,
    ] {
        let evaluation = evaluated(link);
        let said = problems(&evaluation);
        let short: String = link.chars().take(40).collect();
        assert!(!said.is_empty(), "{short}");
        assert!(said.len() <= 21, "{short}: {}", said.len());
        assert!(
            said.iter().all(|problem| problem.len() < 400),
            "{short}: {said:?}"
        );
    }
}

#[test]
fn nothing_at_all_is_the_published_case() {
    let published = evaluated("case=hertfordshire-2018&v=1");
    for link in ["", "#", " ", "&&", "https://council.example/tools/send/"] {
        assert_eq!(evaluated(link), published, "{link:?}");
    }
}
