//! The stress test for scripts: what each function gives is what direct runs give.

use js_sys::JSON;
use send_modeller::api;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;

const CASE: &str = "case=hertfordshire-2018&v=1";

fn seen(value: impl Into<JsValue>) -> Value {
    let text: String = JSON::stringify(&value.into()).unwrap().into();
    serde_json::from_str(&text).unwrap()
}

fn net(link: &str) -> Value {
    seen(api::evaluate(link))["totals"]["net"].clone()
}

fn problems(value: &Value) -> Vec<&str> {
    let problems = value["problems"].as_array().unwrap().iter();
    problems.map(|problem| problem.as_str().unwrap()).collect()
}

#[test]
fn each_row_of_the_sensitivity_is_two_direct_runs() {
    let told = seen(api::sensitivity_of(CASE));
    assert!(problems(&told).is_empty());
    let rows = told["rows"].as_array().unwrap();
    assert!(rows.len() > 40);
    for row in &rows[..5] {
        let at = |end: &str| {
            let id = row["assumption"].as_str().unwrap();
            net(&format!("{CASE}&{id}={}", row[end]))
        };
        assert_eq!(row["at_low"]["net"], at("low"), "{row}");
        assert_eq!(row["at_high"]["net"], at("high"), "{row}");
    }
}

#[test]
fn a_switching_value_is_proved_on_both_sides() {
    let told = seen(api::switching_values_of(&format!(
        "{CASE}&stress=payback,savings,by_2020"
    )));
    let rows = told["rows"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|row| row["assumption"] == "in-county-journeys");
    let row = row.unwrap();
    assert_eq!(row["answer"], "holds");
    let back = |value: &Value| {
        let link = format!("{CASE}&in-county-journeys={value}");
        seen(api::evaluate(&link))["payback_year_savings_only"].clone()
    };
    assert_eq!(back(&row["from"]["holds"]), "2020/21");
    assert_ne!(back(&row["from"]["fails"]), "2020/21");
    assert!(
        row["sentence"]
            .as_str()
            .unwrap()
            .contains("in-county school journeys removed")
    );
}

#[test]
fn a_goal_is_reached_or_said_to_be_out_of_reach() {
    let sought = seen(api::goal_seek_of(&format!(
        "{CASE}&stress=goal_in-county-journeys_20000000"
    )));
    assert_eq!(sought["found"], "reached", "{sought}");
    let reached = net(&format!("{CASE}&in-county-journeys={}", sought["value"]));
    assert!(reached.as_i64().unwrap() >= 20_000_000);
    let never = seen(api::goal_seek_of(&format!(
        "{CASE}&stress=goal_ehcp-unit-cost_900000000"
    )));
    assert_eq!(never["found"], "unreached");
    let none = seen(api::goal_seek_of(CASE));
    assert_eq!(problems(&none).len(), 1);
}

#[test]
fn cells_of_two_at_once_are_direct_runs() {
    let link = format!("{CASE}&stress=grid_in-county-journeys_benefit-delay,size_3");
    let told = seen(api::two_at_once(&link));
    let direct = |column: usize, row: usize| {
        let (across, down) = (
            &told["across"]["values"][column],
            &told["down"]["values"][row],
        );
        net(&format!(
            "{CASE}&in-county-journeys={across}&benefit-delay={down}"
        ))
    };
    for (column, row) in [(0, 0), (2, 1), (1, 2)] {
        assert_eq!(told["cells"][row][column]["net"], direct(column, row));
    }
    let same = seen(api::two_at_once(&format!(
        "{CASE}&stress=grid_ehcp-growth_ehcp-growth"
    )));
    assert!(!problems(&same).is_empty());
}

#[test]
fn a_link_to_nothing_gives_problems_and_no_figures() {
    for told in [
        seen(api::sensitivity_of("case=elsewhere")),
        seen(api::switching_values_of("case=elsewhere")),
        seen(api::goal_seek_of("case=elsewhere")),
        seen(api::two_at_once("case=elsewhere")),
    ] {
        assert_eq!(told.as_object().unwrap().len(), 1, "{told}");
        assert_eq!(problems(&told).len(), 1);
    }
}

#[test]
fn the_appraisal_and_the_failures_are_those_of_the_runs() {
    let told = seen(api::appraisal_of(&format!("{CASE}&extra-years=2")));
    assert_eq!(told["own_years"], 5);
    let all = &told["worth"][0];
    assert_eq!(all["net"].as_array().unwrap().len(), 7);
    let npv = seen(api::evaluate(CASE))["npv"].as_f64().unwrap();
    assert!((all["npv_own_years"].as_f64().unwrap() - npv).abs() < 1e-6);
    let told = seen(api::failures_of(CASE));
    let late = &told["failures"][0];
    assert_eq!(late["sets"]["benefit-delay"], 12.0);
    assert_eq!(late["net"], net(&format!("{CASE}&benefit-delay=12")));
}
