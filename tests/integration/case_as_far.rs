//! A case that is wrong, opened as far as it can be.

use proptest::prelude::*;
use send_modeller::case::{Case, CaseErrors};
use send_modeller::model::Model;
use serde_json::{Value, json};

use crate::case_file::{places, runs_at_its_bounds, shipped};
use crate::{cases, model};

/// What is opened of the shipped file once it is changed, with what is said of it.
fn opened(change: impl FnOnce(&mut Value)) -> (Option<Case>, String) {
    let mut file = shipped();
    change(&mut file);
    let (case, faults) = Case::read_as_far(&file);
    (case, faults.to_string())
}

#[test]
fn a_sound_file_is_opened_whole() {
    let (case, faults) = Case::read_as_far(&shipped());
    assert_eq!(case.as_ref(), Some(model().case()));
    assert_eq!(faults, CaseErrors(Vec::new()));
}

#[test]
fn what_moves_no_figure_is_mended_and_every_line_stays() {
    let (case, said) = opened(|file| {
        let first = file["assumptions"][0].as_object_mut().unwrap();
        first.remove("help");
        first["low"] = json!("three");
        first["group"] = json!("elsewhere");
        file["assumptions"][1]["high"] = json!(500);
        file["assumptions"][2]["colour.red"] = json!("red");
        file["title"] = json!(7);
        file["source"]["date"] = json!(null);
        file["benefits"][0]["label"] = json!("");
        file["risks"] = json!("many");
        file["workstreams"][0]["outcomes"] = json!([1, 2]);
    });
    let case = case.unwrap();
    insta::assert_snapshot!(said);
    let published = model().evaluate(&send_modeller::model::Scenario::published());
    let opened = Model::new(case.clone()).unwrap();
    let outcome = opened.evaluate(&send_modeller::model::Scenario::published());
    assert_eq!(outcome, published);
    assert_eq!(case.assumptions[0].low, case.assumptions[0].published);
    assert_eq!(case.source.meeting, model().case().source.meeting);
}

#[test]
fn a_record_that_cannot_be_used_is_left_out_with_what_names_it() {
    let (case, said) = opened(|file| {
        file["assumptions"][0]["published"] = json!("ten");
        file["benefits"][1]["rule"]["extra"] = json!([1, 2]);
        file["investment"][2]["workstream"] = json!("elsewhere");
        file["adjustments"]["inflation"] = json!("elsewhere");
    });
    let case = case.unwrap();
    insta::assert_snapshot!(said);
    let whole = model();
    assert_eq!(case.assumptions.len(), whole.case().assumptions.len() - 1);
    assert_eq!(case.investment.len(), whole.case().investment.len() - 1);
    assert!(case.adjustments.inflation.is_none());
    Model::new(case).unwrap();
}

#[test]
fn faults_of_both_kinds_are_found_in_one_go_and_none_is_made_up() {
    let mut file = shipped();
    file["assumptions"][0]["published"] = json!("ten");
    file["assumptions"][5]["max"] = json!(-1);
    file["invested_by"] = json!("treasury");
    let said = Case::from_value(&file).unwrap_err().to_string();
    insta::assert_snapshot!(said);
}

#[test]
fn nothing_is_opened_where_nothing_sensible_remains() {
    let refused: Vec<String> = [
        ("years", json!({ "first": 2018, "count": 30 })),
        ("format", json!(2)),
        ("payers", json!([])),
        ("invested_by", json!("treasury")),
        ("assumptions", json!("none")),
        ("benefits", json!(vec![0; 501])),
    ]
    .into_iter()
    .map(|(field, value)| {
        let (case, said) = opened(|file| file[field] = value);
        assert_eq!(case, None, "{field}");
        said.lines().next().unwrap().to_owned()
    })
    .collect();
    insta::assert_snapshot!(refused.join("\n"));
    for rubbish in [json!([]), json!(null), json!({}), json!("case")] {
        let (case, faults) = Case::read_as_far(&rubbish);
        assert!(case.is_none() && !faults.0.is_empty(), "{rubbish}");
    }
}

#[test]
fn a_file_in_which_every_record_is_wrong_is_gone_through_in_no_time() {
    let started = std::time::Instant::now();
    let (case, said) = opened(|file| {
        let line = file["benefits"][0].clone();
        file["benefits"] = json!(vec![line; 500]);
        for line in file["benefits"].as_array_mut().unwrap() {
            line["rule"] = json!({ "kind": "magic" });
        }
    });
    assert!(case.unwrap().benefits.is_empty());
    assert_eq!(said.lines().count(), send_modeller::case::MOST_FAULTS);
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_is_opened_is_sound_and_what_is_wrong_is_said(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![
            json!(null), json!(-1), json!(0.5), json!(1e300), json!(""), json!("core"),
            json!("discount-rate"), json!([]), json!({}), json!([0, 0, 0, 0, 0]),
        ])), 1..6),
    ) {
        let mut file = shipped();
        let mut all = Vec::new();
        places(&file, "", &mut all);
        for (place, value) in changes {
            if let Some(found) = file.pointer_mut(&all[place.index(all.len())]) {
                *found = value;
            }
        }
        let (case, faults) = Case::read_as_far(&file);
        prop_assert_eq!(faults.0.is_empty(), Case::from_value(&file).is_ok());
        prop_assert!(case.is_some() || !faults.0.is_empty());
        if let Some(case) = case {
            prop_assert_eq!(case.check(), Ok(()));
            let back = Case::from_value(&case.to_value());
            prop_assert_eq!(back.as_ref(), Ok(&case));
            runs_at_its_bounds(&Model::new(case).unwrap());
        }
    }
}
