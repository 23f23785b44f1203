//! Case files that are wrong, in every way that has a name and in many that have none.

use proptest::prelude::*;
use send_modeller::case::{Case, DEFAULT_CASE, MAX_LINES, RESERVED_KEYS};
use send_modeller::model::{Model, Scenario};
use serde_json::{Value, json};

use crate::packed::shipped_text;

pub fn shipped() -> Value {
    serde_json::from_str(&shipped_text(DEFAULT_CASE)).unwrap()
}

/// What reading the shipped file says once it is changed; nothing where it is accepted.
pub fn faults(change: impl FnOnce(&mut Value)) -> String {
    let mut file = shipped();
    change(&mut file);
    Case::from_json(&file.to_string())
        .err()
        .map_or(String::new(), |faults| faults.to_string())
}

/// The same, with one place in the file given another value.
pub fn with(place: &str, value: Value) -> String {
    faults(|file| {
        *file
            .pointer_mut(place)
            .unwrap_or_else(|| panic!("{place}?")) = value
    })
}

pub fn push(file: &mut Value, list: &str, item: Value) {
    file[list].as_array_mut().unwrap().push(item);
}

#[test]
fn the_shipped_file_has_no_faults_and_every_field_but_lists_of_presets_is_needed() {
    assert_eq!(faults(|_| {}), "");
    let shipped = shipped();
    let fields = shipped.as_object().unwrap().keys();
    for field in fields.filter(|field| !["presets", "failures"].contains(&field.as_str())) {
        let said = faults(|file| {
            file.as_object_mut().unwrap().remove(field);
        });
        assert_eq!(said, format!("{field}: is missing; add it"));
    }
}

#[test]
fn every_field_of_another_type_is_named() {
    for (field, value) in shipped().as_object().unwrap() {
        for other in [
            json!(null),
            json!(-7),
            json!("seven"),
            json!(true),
            json!([[]]),
        ] {
            let said = with(&format!("/{field}"), other.clone());
            let text = value.is_string() && other.is_string();
            assert!(
                said.starts_with(field) || text,
                "{field} = {other}: {said:?}"
            );
        }
    }
}

#[test]
fn each_kind_of_fault_has_its_words() {
    insta::assert_snapshot!(Case::from_json("not a case").unwrap_err(), @"file: not JSON: expected ident at line 1 column 2; look there for a comma, quotation mark or bracket too many or too few");
    insta::assert_snapshot!(Case::from_json("").unwrap_err(), @"file: not JSON: EOF while parsing a value at line 1 column 0; look there for a comma, quotation mark or bracket too many or too few");
    insta::assert_snapshot!(Case::from_json("[]").unwrap_err(), @"file: an object is needed here, and a list was found");
    insta::assert_snapshot!(faults(|file| file["colour"] = json!("red")), @"colour: is not a field of this; its fields are: format, id, title, subtitle, authority, source, years, payers, invested_by, workstreams, groups, adjustments, assumptions, investment, benefits, presets, budget_pressures, plan_pressures, printed, disagreements, risks, failures");
    insta::assert_snapshot!(faults(|file| file["benefits"][0]["rule"]["extra"] = json!([])), @"benefits[0].rule.extra: is not a field of this; its fields are: kind, cost, share, phasing");
    insta::assert_snapshot!(with("/assumptions/3/published", json!("ten")), @r#"assumptions[3].published: a number is needed here, and "ten" was found"#);
    insta::assert_snapshot!(with("/benefits/0/rule/kind", json!("share-of-costs")), @r#"benefits[0].rule.kind: one of "share-of-cost" "moved-pupils" "held-demand" "slowed-growth" "prevented-events" "absorbed-pressure" "fixed-profile" "shared-reduction" "counted-twice" is needed here, and "share-of-costs" was found"#);
    insta::assert_snapshot!(with("/benefits/0/rule", json!({})), @"benefits[0].rule.kind: is missing; add it");
    insta::assert_snapshot!(with("/format", json!(2)), @"format: format 2 is not known; this program reads format 1, so a newer one is needed, or that number here");
    insta::assert_snapshot!(with("/id", json!("Hertfordshire 2018")), @r#"id: "Hertfordshire 2018" is not an id; use lower-case letters, digits and single hyphens"#);
    insta::assert_snapshot!(with("/groups/4/id", json!("digital")), @r#"
    groups[4].id: "digital" is used twice; give each its own id
    assumptions[44].group: "programme" is not a heading of this case; use one of: local-networks, independent-living, timing, digital, digital, stress
    assumptions[45].group: "programme" is not a heading of this case; use one of: local-networks, independent-living, timing, digital, digital, stress
    assumptions[46].group: "programme" is not a heading of this case; use one of: local-networks, independent-living, timing, digital, digital, stress
    "#);
    insta::assert_snapshot!(with("/assumptions/20/id", json!("receipt")).lines().next().unwrap(), @r#"assumptions[20].id: "receipt" has a meaning of its own in links; choose another id"#);
    insta::assert_snapshot!(with("/invested_by", json!("treasury")), @r#"invested_by: "treasury" is not a payer of this case; use one of: core, dsg, adult-care"#);
    insta::assert_snapshot!(with("/adjustments/benefit_delay", json!("posts-kept")), @r#"adjustments.benefit_delay: "posts-kept" is measured in percent, and months is needed here; name another assumption, or change the unit of that one"#);
    insta::assert_snapshot!(with("/benefits/0/rule/phasing", json!([0, 100])), @"benefits[0].rule.phasing: 2 numbers given; give one for each of the 5 years");
    insta::assert_snapshot!(with("/assumptions/0/published", json!(110)), @"assumptions[0].published: 110 is outside 0 to 100; give a number within them");
    insta::assert_snapshot!(with("/assumptions/32/max", json!(23.5)), @"assumptions[32].max: 23.5 is not a whole number; give one");
    insta::assert_snapshot!(with("/assumptions/0/low", json!(12.5)), @"assumptions[0].low: low (12.5) is above high (12); exchange them");
    insta::assert_snapshot!(with("/investment/3/cost/phasing", json!([0, 50, 49.5, 0, 0])), @"investment[3].cost.phasing: the phasing adds to 99.5%; it must add to 100%");
    insta::assert_snapshot!(with("/assumptions/0/label", json!(" ")), @"assumptions[0].label: is empty; fill it in");
    insta::assert_snapshot!(
        faults(|file| {
            let line = file["benefits"][0].clone();
            for n in 12..=MAX_LINES {
                push(file, "benefits", line.clone());
                file["benefits"][n]["id"] = json!(format!("line-{n}"));
            }
        }),
        @"benefits: 501 given; at most 500 are taken, so leave some out"
    );
}

#[test]
fn a_discount_at_which_later_pounds_are_worth_without_end_is_refused() {
    let discount = shipped()["assumptions"]
        .as_array()
        .unwrap()
        .iter()
        .position(|a| a["id"] == "discount-rate");
    insta::assert_snapshot!(with(&format!("/assumptions/{}/min", discount.unwrap()), json!(-100)), @"adjustments.discount_rate (least value): -100 is outside -99 to 1000; give a number within them");
}

#[test]
fn a_reference_to_what_the_file_does_not_define_is_named_where_it_is() {
    for place in [
        "/workstreams/0/delay",
        "/adjustments/benefit_delivery",
        "/adjustments/posts_kept/share",
        "/adjustments/posts_kept/full_year",
        "/adjustments/posts_kept/from",
        "/assumptions/0/group",
        "/investment/0/workstream",
        "/investment/0/cost/posts",
        "/investment/3/cost/amount",
        "/benefits/0/workstream",
        "/benefits/0/gains/rest",
        "/benefits/2/gains/shares/0/payer",
        "/benefits/2/gains/shares/0/share",
        "/benefits/0/rule/cost",
        "/benefits/1/rule/growth",
        "/benefits/3/rule/number",
        "/benefits/5/rule/cost_to",
        "/benefits/6/rule/absorbed",
        "/plan_pressures/0/offset_by/0",
        "/printed/0/figure/line",
        "/printed/14/figure/workstream",
        "/printed/0/figure/year",
        "/risks/0/tested_by/0",
        "/presets/2/values/0/assumption",
    ] {
        let said = with(place, json!("elsewhere"));
        assert!(said.contains("\"elsewhere\" is not a"), "{place}: {said:?}");
        let field = place
            .split('/')
            .rfind(|part| part.parse::<u8>().is_err())
            .unwrap();
        assert!(said.contains(field), "{place}: {said:?}");
    }
    let said = with("/disagreements/0/number", json!(10));
    assert!(
        said.contains("\"1\" is not a disagreement of this case"),
        "{said}"
    );
}

#[test]
fn ids_are_lower_case_words_and_never_a_key_of_links() {
    for id in [
        "", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a=b", "a&b", "a%20",
    ] {
        let said = with("/groups/4/id", json!(id));
        assert!(said.contains("is not an id"), "{id:?}: {said:?}");
    }
    for id in RESERVED_KEYS {
        let said = with("/assumptions/46/id", json!(id));
        assert!(
            said.contains("has a meaning of its own in links"),
            "{id}: {said:?}"
        );
    }
    for list in [
        "payers",
        "workstreams",
        "groups",
        "assumptions",
        "investment",
        "benefits",
        "plan_pressures",
        "presets",
    ] {
        let said = faults(|file| {
            let twin = file[list][0].clone();
            push(file, list, twin);
        });
        assert!(said.contains("is used twice"), "{list}: {said:?}");
    }
}

#[test]
fn lists_that_a_case_cannot_do_without_may_not_be_empty() {
    for list in ["payers", "workstreams", "groups", "assumptions"] {
        let said = with(&format!("/{list}"), json!([]));
        assert!(
            said.contains(&format!("{list}: is empty; fill it in")),
            "{list}: {said:?}"
        );
    }
    assert_eq!(with("/benefits/2/gains/shares", json!([])), "");
    assert_eq!(with("/risks", json!([])), "");
}

#[test]
fn a_list_of_one_number_a_year_has_one_a_year() {
    for place in [
        "/investment/0/cost/amounts",
        "/investment/3/cost/phasing",
        "/benefits/0/rule/phasing",
        "/benefits/1/rule/extra",
        "/benefits/2/rule/steps",
        "/benefits/6/rule/pressure",
        "/plan_pressures/0/amounts",
    ] {
        for numbers in [json!([]), json!([100]), json!([0, 100, 0, 0, 0, 0])] {
            let said = with(place, numbers);
            assert!(
                said.contains("give one for each of the 5 years"),
                "{place}: {said:?}"
            );
        }
    }
}

#[test]
fn every_fault_is_found_not_the_first_alone() {
    let said = faults(|file| {
        file["format"] = json!(2);
        file["id"] = json!("Herts");
        file["assumptions"][0]["published"] = json!(101);
        file["benefits"][0]["rule"]["cost"] = json!("nothing");
        file["risks"][0]["tested_by"][0] = json!("nothing");
    });
    let paths: Vec<&str> = said
        .lines()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "format",
            "id",
            "assumptions[0].published",
            "benefits[0].rule.cost",
            "risks[0].tested_by"
        ]
    );
}

#[test]
fn a_number_of_years_past_all_reason_is_refused_at_once() {
    for count in [0, 2, 11, 4_000_000_000_u64, 4_000_000_000_000_000_000] {
        let said = with("/years/count", json!(count));
        assert!(
            said.contains("years.count: ") && said.contains(" is outside 3 to 10"),
            "{said:?}"
        );
    }
}

#[test]
fn months_are_whole_even_where_the_file_does_not_say_so() {
    let mut file = shipped();
    for assumption in file["assumptions"].as_array_mut().unwrap() {
        assumption.as_object_mut().unwrap().remove("whole");
    }
    // Either the file is refused or half a month is; never half a month cut in silence.
    if let Ok(case) = Case::from_json(&file.to_string()) {
        let model = Model::new(case).unwrap();
        let delay = model.assumptions().find("benefit-delay").unwrap();
        assert!(
            Scenario::published()
                .set(model.assumptions(), delay, 6.5)
                .is_err()
        );
    }
}

#[test]
fn five_megabytes_of_rubbish_are_refused() {
    let megabytes = 5_000_000;
    for rubbish in [
        "x".repeat(megabytes),
        "[".repeat(megabytes),
        "{\"a\":".repeat(megabytes / 5),
        format!("\"{}\"", "x".repeat(megabytes)),
        format!("[{}0]", "0,".repeat(megabytes / 2)),
        "\0".repeat(megabytes),
        format!("{{\"format\": 1{}", "0".repeat(megabytes)),
    ] {
        let said = Case::from_json(&rubbish).unwrap_err().to_string();
        assert!(said.len() < 1_000, "{} characters of complaint", said.len());
    }
}

#[test]
fn the_largest_numbers_a_file_may_hold_run_to_finite_figures() {
    let mut file = shipped();
    for assumption in file["assumptions"].as_array_mut().unwrap() {
        if ["pounds", "count"].contains(&assumption["unit"].as_str().unwrap()) {
            assumption["max"] = json!(1e11);
        }
        if assumption["unit"] == "percent" {
            assumption["max"] = json!(1000);
            assumption["min"] = json!(-100);
        }
    }
    // Refused, or run: what it may not do is overflow.
    if let Ok(case) = Case::from_json(&file.to_string()) {
        runs_at_its_bounds(&Model::new(case).unwrap());
    }
}

/// Runs a model with every assumption at one bound, then at the other. Its presets set
/// every value that they give.
pub fn runs_at_its_bounds(model: &Model) {
    let table = model.assumptions();
    for preset in &model.case().evidence().presets {
        let scenario = model.preset(preset);
        for given in &preset.values {
            let assumption = table.find(&given.assumption).unwrap();
            assert_eq!(scenario.value(table, assumption), given.value);
        }
    }
    for highest in [true, false] {
        let mut scenario = Scenario::published();
        for (index, known) in table.iter() {
            let bound = if highest { known.max } else { known.min };
            scenario.set(table, index, bound).unwrap();
        }
        let outcome = model.evaluate(&scenario);
        assert!(
            outcome.net_present_value.is_finite(),
            "{}",
            outcome.net_present_value
        );
        assert!(outcome.benefit_cost_ratio.is_none_or(f64::is_finite));
    }
}

/// Every place in a file, as JSON pointers.
pub fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{here}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn a_file_changed_anywhere_is_refused_in_words_or_runs(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![
            json!(null), json!(0), json!(-1), json!(0.5), json!(1e300), json!(-1e11), json!(1e11),
            json!(1000), json!(18_000_000_000_000_000_000_u64), json!(""), json!("core"),
            json!("2022/23"), json!("discount-rate"), json!("benefit-delay"), json!([]), json!({}), json!([0, 0, 0, 0, 0]),
        ])), 1..4),
    ) {
        let mut file = shipped();
        let mut all = Vec::new();
        places(&file, "", &mut all);
        for (place, value) in changes {
            if let Some(found) = file.pointer_mut(&all[place.index(all.len())]) {
                *found = value;
            }
        }
        match Case::from_json(&file.to_string()) {
            Ok(case) => runs_at_its_bounds(&Model::new(case).unwrap()),
            Err(faults) => prop_assert!(!faults.to_string().is_empty()),
        }
    }
}
