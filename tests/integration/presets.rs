//! The presets of the shipped case, each by what it must come to, and faults in presets.

use send_modeller::case::{Case, MAX_PRESETS};
use send_modeller::model::{Model, Outcome, Scenario};
use serde_json::{Value, json};

use crate::case_file::{faults, push, shipped, with};
use crate::{index, model, outcome, pounds};

/// What a preset comes to.
fn preset(id: &str) -> Outcome {
    let model = model();
    let mut presets = model.case().evidence().presets.iter();
    let preset = presets.find(|preset| preset.id == id).unwrap();
    model.evaluate(&model.preset(preset))
}

/// The ids of the benefit lines that differ from the published case.
fn moved(outcome: &Outcome) -> Vec<String> {
    let published = crate::outcome("");
    let lines = outcome.benefit_lines.iter().zip(&published.benefit_lines);
    let model = model();
    let lines = model.case().benefits.iter().zip(lines);
    let moved = lines.filter(|(_, (now, then))| now != then);
    moved.map(|(line, _)| line.id.clone()).collect()
}

fn line(outcome: &Outcome, id: &str) -> Vec<i64> {
    pounds(outcome.line(model().line(id).unwrap()))
}

#[test]
fn presets_are_offered_in_this_order_and_set_what_they_say() {
    let model = model();
    let presets = &model.case().evidence().presets;
    let ids: Vec<&str> = presets.iter().map(|preset| preset.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "as-published",
            "savings-only",
            "national-growth",
            "half-delivered",
            "one-year-late",
            "posts-kept",
            "ooc-growth-slides",
        ]
    );
    for preset in presets {
        let scenario = model.preset(preset);
        // None of them gives a published value, so each value is a difference.
        assert_eq!(
            scenario.changes().len(),
            preset.values.len(),
            "{}",
            preset.id
        );
        for given in &preset.values {
            let set = scenario.changed(index(&given.assumption));
            assert_eq!(
                set,
                Some(given.value),
                "{}: {}",
                preset.id,
                given.assumption
            );
        }
        let sentence = preset.help.strip_suffix('.').unwrap();
        assert!(!sentence.contains(". "), "one sentence: {sentence}");
    }
}

#[test]
fn as_published_is_the_published_case() {
    let model = model();
    let preset = &model.case().evidence().presets[0];
    assert_eq!(model.preset(preset), Scenario::published());
    assert_eq!(preset.label, "As published");
}

#[test]
fn savings_only_leaves_savings_and_investment_and_no_avoidance() {
    let (now, published) = (preset("savings-only"), outcome(""));
    assert_eq!(pounds(&now.avoidance), [0; 5]);
    for (line, series) in model().case().benefits.iter().zip(&now.benefit_lines) {
        let saving = line.kind == send_modeller::case::BenefitKind::Saving;
        assert_eq!(
            saving && !line.rule.is_overlap(),
            pounds(series) != [0; 5],
            "{}",
            line.id
        );
    }
    assert_eq!(now.savings, published.savings);
    assert_eq!(now.investment, published.investment);
    assert_eq!(now.benefits, published.savings);
    assert_eq!(now.payback, published.payback_savings);
    // 6,959,940 − 3,012,357.
    assert_eq!(now.net.total().0, 3_947_583);
}

#[test]
fn national_growth_moves_the_plans_held_alone_in_proportion() {
    let now = preset("national-growth");
    assert_eq!(moved(&now), ["ehcp-demography"]);
    assert_eq!(now.investment, outcome("").investment);
    // Extra plans 411; 829; 1,261; 1,729 × 23 ÷ 36 × 412.
    assert_eq!(
        line(&now, "ehcp-demography"),
        [0, 108_184, 218_211, 331_923, 455_111]
    );
}

#[test]
fn half_delivered_is_half_of_every_line_to_the_pound() {
    let (now, published) = (preset("half-delivered"), outcome(""));
    let model = model();
    let with_effect = model
        .case()
        .benefits
        .iter()
        .filter(|line| !line.rule.is_overlap());
    assert_eq!(moved(&now).len(), with_effect.count());
    let lines = now.benefit_lines.iter().zip(&published.benefit_lines);
    for (half, whole) in lines {
        for (half, whole) in half.iter().zip(whole.iter()) {
            assert!((half.0 * 2 - whole.0).abs() <= 1, "{half:?} of {whole:?}");
        }
    }
    // Half of 410,530, of 1,231,094.70 and of 98,359.50.
    assert_eq!(now.savings[1].0, 205_265 + 615_547 + 49_180);
    assert_eq!(now.investment, published.investment);
}

#[test]
fn one_year_late_is_last_years_figure_in_every_line() {
    let (now, published) = (preset("one-year-late"), outcome(""));
    let lines = now.benefit_lines.iter().zip(&published.benefit_lines);
    for (late, on_time) in lines {
        assert_eq!(late[0].0, 0);
        assert_eq!(late[1..], on_time[..4]);
    }
    assert_eq!(now.investment, published.investment);
    // The last year's 5,742,626 falls past the end.
    let lost = published.benefits.total() - now.benefits.total();
    assert_eq!(lost.0, 5_742_626);
}

#[test]
fn posts_kept_cost_a_full_year_each_year_after_the_programme() {
    let (now, published) = (preset("posts-kept"), outcome(""));
    assert_eq!(now.benefit_lines, published.benefit_lines);
    assert_eq!(now.investment[..3], published.investment[..3]);
    // 2019/20 without its one-off sums: 1,742,142 − 150,000 − 600,000 − 50,000 − 100,000.
    assert_eq!(pounds(&now.investment)[3..], [842_142, 842_142]);
}

#[test]
fn growth_as_the_slides_have_it_moves_its_one_line_by_a_tenth() {
    let (now, published) = (preset("ooc-growth-slides"), outcome(""));
    assert_eq!(moved(&now), ["ooc-school-complexity"]);
    // 10% of £1.1m, of £2.2m, and so on: £3.3m of growth after three years.
    assert_eq!(
        line(&now, "ooc-school-complexity"),
        [0, 110_000, 220_000, 330_000, 440_000]
    );
    let more = now.benefits.total() - published.benefits.total();
    assert_eq!(more.0, 100_000);
    let [core, dsg] = [0, 1].map(|payer| {
        let more = now.avoidance_by_payer[payer].total();
        more.0 - published.avoidance_by_payer[payer].total().0
    });
    assert_eq!((core, dsg), (30_000, 70_000));
}

#[test]
fn a_file_may_have_no_presets() {
    let mut file = shipped();
    file.as_object_mut().unwrap().remove("presets");
    let case = Case::from_json(&file.to_string()).unwrap();
    assert_eq!(case.evidence().presets, []);
    assert_eq!(with("/presets", json!([])), "");
}

#[test]
fn a_preset_of_another_case_sets_what_this_one_takes_and_leaves_the_rest() {
    let mut file = shipped();
    file["presets"] = json!([{
        "id": "elsewhere", "label": "Elsewhere", "help": "Of another case.",
        "values": [
            { "assumption": "ehcp-growth", "value": 150 },
            { "assumption": "benefit-delay", "value": 12 },
        ],
    }]);
    let other = Case::from_json(&file.to_string()).unwrap();
    let mut own = shipped();
    own.as_object_mut().unwrap().remove("presets");
    for assumption in own["assumptions"].as_array_mut().unwrap() {
        if assumption["id"] == "ehcp-growth" {
            assumption["max"] = json!(100);
        }
    }
    let model = Model::new(Case::from_json(&own.to_string()).unwrap()).unwrap();
    let scenario = model.preset(&other.evidence().presets[0]);
    let delay = model.assumptions().find("benefit-delay").unwrap();
    assert_eq!(scenario.changes().len(), 1);
    assert_eq!(scenario.changed(delay), Some(12.0));
}

/// The faults once the first preset has these values.
fn values(values: Value) -> String {
    with("/presets/0/values", values)
}

#[test]
fn each_fault_in_a_preset_is_named_with_its_place_and_what_would_mend_it() {
    insta::assert_snapshot!(with("/presets/1/id", json!("as-published")), @r#"presets[1].id: "as-published" is used twice; give each its own id"#);
    insta::assert_snapshot!(with("/presets/1/id", json!("Savings only")), @r#"presets[1].id: "Savings only" is not an id; use lower-case letters, digits and single hyphens"#);
    insta::assert_snapshot!(with("/presets/1/label", json!(" ")), @"presets[1].label: is empty; fill it in");
    insta::assert_snapshot!(with("/presets/1/help", json!("")), @"presets[1].help: is empty; fill it in");
    insta::assert_snapshot!(faults(|file| {
        file["presets"][0].as_object_mut().unwrap().remove("values");
    }), @"presets[0].values: is missing; add it");
    insta::assert_snapshot!(values(json!({ "ehcp-growth": 23 })), @"presets[0].values: a list is needed here, and an object was found");
    insta::assert_snapshot!(values(json!([{ "assumption": "ehcp-growth" }])), @"presets[0].values[0].value: is missing; add it");
    insta::assert_snapshot!(values(json!([{ "assumption": "ehcp-growth", "value": "23%" }])), @r#"presets[0].values[0].value: a number is needed here, and "23%" was found"#);
    insta::assert_snapshot!(values(json!([{ "assumption": "ehcp-growth", "value": 201 }])), @"presets[0].values[0].value: 201 is outside 0 to 200; give a number within them");
    insta::assert_snapshot!(values(json!([{ "assumption": "benefit-delay", "value": 6.5 }])), @"presets[0].values[0].value: 6.5 is not a whole number; give one");
    insta::assert_snapshot!(values(json!([
        { "assumption": "ehcp-growth", "value": 23 },
        { "assumption": "ehcp-held", "value": 0 },
        { "assumption": "ehcp-growth", "value": 23 },
    ])), @r#"presets[0].values[2].assumption: "ehcp-growth" is given twice; keep one of them"#);
    let unknown = values(json!([{ "assumption": "growth", "value": 23 }]));
    let start = "presets[0].values[0].assumption: \"growth\" is not an assumption of this case; \
                 use one of: in-county-journeys, ";
    assert!(unknown.starts_with(start), "{unknown}");
}

#[test]
fn a_list_of_presets_is_one_to_choose_from() {
    let many = |most: usize| {
        faults(|file| {
            let one = file["presets"][0].clone();
            for n in 7..most {
                push(file, "presets", one.clone());
                file["presets"][n]["id"] = json!(format!("preset-{n}"));
            }
        })
    };
    assert_eq!(many(MAX_PRESETS), "");
    assert_eq!(
        many(MAX_PRESETS + 1),
        "presets: 31 given; at most 30 are taken, so leave some out"
    );
    let value = json!({ "assumption": "ehcp-growth", "value": 23 });
    assert_eq!(
        values(Value::Array(vec![value; 56])),
        "presets[0].values: 56 given; at most 55 are taken, so leave some out"
    );
}
