//! Sense checks: each made to speak and made to be silent, and what they say of the shipped
//! cases.

use proptest::prelude::*;
use send_modeller::analysis::{NATIONAL, Sense, SenseKind, national, sense_checks};
use send_modeller::case::{Case, UnitCost};
use send_modeller::export::{SenseWords, sense_words};
use send_modeller::model::{Model, Scenario};
use serde_json::{Value, json};

use crate::case_file::shipped;
use crate::scenarios::changes;
use crate::{cases, opened};

/// What is said of a link.
fn said_of(link: &str) -> SenseWords {
    let opened = opened(link);
    assert_eq!(opened.problems, [], "{link}");
    let model = opened.model.unwrap();
    let checks = sense_checks(&model, &opened.scenario);
    sense_words(&model, &opened.scenario, &checks)
}

/// The warnings of one check on the shipped file once it is changed.
fn warns(kind: SenseKind, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = shipped();
    change(&mut file);
    let model = Model::new(Case::from_json(&file.to_string()).unwrap()).unwrap();
    let published = Scenario::published();
    let checks = sense_checks(&model, &published);
    let own: Vec<_> = checks
        .into_iter()
        .filter(|check| check.sense.kind() == kind)
        .collect();
    let words = sense_words(&model, &published, &own);
    words.warnings().map(|(_, text)| text.to_owned()).collect()
}

/// The place of a record in a list of the file.
fn place(file: &Value, list: &str, id: &str) -> usize {
    let records = file[list].as_array().unwrap();
    records
        .iter()
        .position(|record| record["id"] == id)
        .unwrap()
}

fn set(file: &mut Value, assumption: &str, value: f64) {
    let at = place(file, "assumptions", assumption);
    let known = &mut file["assumptions"][at];
    for field in ["published", "low", "high"] {
        known[field] = json!(value);
    }
    if known["max"].as_f64().unwrap() < value {
        known["max"] = json!(value);
    }
    if known["min"].as_f64().unwrap() > value {
        known["min"] = json!(value);
    }
}

fn whole(words: &SenseWords) -> String {
    let mut text = words.sentence.clone() + "\n";
    for check in &words.checks {
        text.push_str(&format!("{}: {}\n", check.title, check.nothing));
        for row in &check.rows {
            let mark = if row.warns { "!" } else { "-" };
            text.push_str(&format!("  {mark} {}\n", row.text));
        }
    }
    text
}

#[test]
fn what_is_said_of_the_shipped_cases() {
    insta::assert_snapshot!("hertfordshire", whole(&said_of(crate::CASE)));
    insta::assert_snapshot!(
        "cambridgeshire",
        whole(&said_of("case=cambridgeshire-2019&v=1"))
    );
    insta::assert_snapshot!("template", whole(&said_of("case=template&v=1")));
}

#[test]
fn a_unit_cost_far_from_the_national_one_of_the_nearest_year() {
    let near = |file: &mut Value| set(file, "ooc-cost-per-pupil", 9_000.0);
    assert_eq!(warns(SenseKind::UnitCosts, near), [""; 0]);
    // Half as much again and two thirds of it are the last that pass.
    for last in [6_280.0 * 1.5, 6_280.0 / 1.5] {
        let last = |file: &mut Value| set(file, "ooc-cost-per-pupil", last);
        assert_eq!(warns(SenseKind::UnitCosts, last), [""; 0]);
    }
    let far = |file: &mut Value| set(file, "ooc-cost-per-pupil", 3_000.0);
    assert_eq!(
        warns(SenseKind::UnitCosts, far),
        [
            "Transport cost per out-of-county pupil is £3,000 a year; nationally £6,280 in 2014 \
          (County Councils Network and IMPOWER, 2024): 0.5 times that."
        ]
    );
    // The same case ten years later is held against later figures.
    let later = |file: &mut Value| {
        let text = file.to_string();
        let text = (2018..=2022).rev().fold(text, |text, year| {
            let label = |year: u16| format!("{year}/{}", year % 100 + 1);
            text.replace(&label(year), &label(year + 10))
        });
        *file = serde_json::from_str(&text).unwrap();
        file["years"]["first"] = json!(2028);
        set(file, "in-county-cost-per-pupil", 6_000.0);
        set(file, "ooc-cost-per-pupil", 12_500.0);
    };
    assert_eq!(
        warns(SenseKind::UnitCosts, later),
        [
            "Transport cost per out-of-county pupil is £12,500 a year; nationally £8,299 in 2024 \
          (County Councils Network and IMPOWER, 2024): 1.5 times that."
        ]
    );
}

#[test]
fn a_national_figure_that_is_a_most_is_one_and_pence_are_not_compared_with_percentages() {
    let plan = |cost: f64| {
        move |file: &mut Value| {
            let at = place(file, "assumptions", "ooc-cost-per-pupil");
            file["assumptions"][at]["compare_with"] = json!("mainstream-plan");
            set(file, "ooc-cost-per-pupil", cost);
        }
    };
    assert_eq!(warns(SenseKind::UnitCosts, plan(4_000.0)), [""; 0]);
    assert_eq!(warns(SenseKind::UnitCosts, plan(18_000.0)), [""; 0]);
    let above = warns(SenseKind::UnitCosts, plan(18_001.0));
    assert!(
        above[0].contains("nationally up to £18,000 in 2017-18"),
        "{above:?}"
    );
    let percent = |file: &mut Value| {
        set(file, "ooc-cost-per-pupil", 6_000.0);
        let at = place(file, "assumptions", "ooc-transfers");
        file["assumptions"][at]["compare_with"] = json!("state-special");
    };
    let said = warns(SenseKind::UnitCosts, percent);
    assert!(
        said[0].contains("cannot be compared with a cost"),
        "{said:?}"
    );
}

#[test]
fn the_nearest_year_is_the_earlier_of_two_as_near() {
    let year = |year| national(UnitCost::SendTransport, year).unwrap().year;
    assert_eq!(
        [2000, 2018, 2019, 2023, 2024, 2100].map(year),
        [2014, 2014, 2023, 2023, 2024, 2024]
    );
    for known in NATIONAL {
        assert_eq!(national(known.of, known.year), Some(&known));
    }
}

#[test]
fn a_benefit_in_the_year_of_the_first_spending_until_it_is_half_a_year_late() {
    let soon = |link: &str| {
        let words = said_of(&format!("{}{link}", crate::CASE));
        let delivery = &words.checks[1];
        assert_eq!(delivery.title, "Time to deliver");
        delivery.rows.iter().filter(|row| row.warns).count()
    };
    assert_eq!(soon(""), 2);
    assert_eq!(soon("&benefit-delay=5"), 2);
    assert_eq!(soon("&benefit-delay=6"), 0);
    // Spending is as late as the benefits are.
    assert_eq!(soon("&programme-delay=6"), 2);
    assert_eq!(soon("&local-networks-delay=6"), 1);
    // Half of the first year's effect is a start half way through it.
    assert_eq!(soon("&first-year-part=50"), 0);
    assert_eq!(soon("&first-year-part=51"), 2);
    // Of a delay of whole years and months the years stand in the amounts already.
    assert_eq!(months_to_first_benefit("benefit-delay=5"), 5.0);
    assert_eq!(months_to_first_benefit("benefit-delay=14"), 14.0);
    // What has no effect at all in its first year begins with the next one.
    assert_eq!(months_to_first_benefit("first-year-part=25"), 9.0);
    assert_eq!(months_to_first_benefit("first-year-part=0"), 12.0);
}

/// From the first spending of a workstream to its benefit, of the line where that is soonest.
fn months_to_first_benefit(link: &str) -> f64 {
    let checks = sense_checks(&crate::model(), &crate::scenario(link));
    let apart = checks.iter().filter_map(|check| match check.sense {
        Sense::Begins {
            benefit, spending, ..
        } => Some(benefit - spending),
        _ => None,
    });
    apart.fold(f64::INFINITY, f64::min)
}

#[test]
fn lines_that_take_more_than_the_cost_they_fall_on() {
    // The same cost twice: ten per cent and ninety-one.
    let twice = |share: f64| {
        move |file: &mut Value| {
            let at = place(file, "benefits", "direct-payments");
            file["benefits"][at]["rule"]["cost"] = json!("in-county-cost");
            set(file, "direct-payments", share);
        }
    };
    assert_eq!(warns(SenseKind::Savings, twice(90.0)), [""; 0]);
    assert_eq!(
        warns(SenseKind::Savings, twice(91.0)),
        [
            "SEN transport, in county and Direct payments together: 101% of “Cost of in-county SEN \
          transport”, £12,310,947 a year, which is more than there is."
        ]
    );
    // Ten times a tenth is all there is; a little more in one year is more.
    let phased = |share: f64| {
        move |file: &mut Value| {
            let at = place(file, "benefits", "service-efficiencies");
            file["benefits"][at]["rule"]["phasing"] = json!([0, 100, 100, 1000, 100]);
            set(file, "service-efficiency", share);
        }
    };
    assert_eq!(warns(SenseKind::Savings, phased(10.0)), [""; 0]);
    let said = warns(SenseKind::Savings, phased(10.1));
    let year = "101% of “Service costs in scope”, £4,105,300 a year in 2021/22,";
    assert!(said[0].contains(year), "{said:?}");
}

#[test]
fn a_pupil_who_comes_to_cost_more() {
    let to = |cost: f64| move |file: &mut Value| set(file, "in-county-cost-per-pupil", cost);
    assert_eq!(warns(SenseKind::Savings, to(0.0)), [""; 0]);
    assert_eq!(warns(SenseKind::Savings, to(13_892.0)), [""; 0]);
    let dearer = warns(SenseKind::Savings, to(14_000.0));
    assert!(
        dearer[0].contains("£108 more, so that moving costs money"),
        "{dearer:?}"
    );
}

#[test]
fn more_pupils_moved_than_there_are_by_lines_together() {
    let again = |share: f64| {
        move |file: &mut Value| {
            let at = place(file, "benefits", "transport-out-of-county");
            let mut line = file["benefits"][at].clone();
            line["id"] = json!("transport-again");
            line["label"] = json!("Transport again");
            line["rule"]["share"] = json!("ehcp-held");
            file["benefits"].as_array_mut().unwrap().push(line);
            set(file, "ehcp-held", share);
        }
    };
    assert_eq!(warns(SenseKind::Pupils, again(90.0)), [""; 0]);
    let said = warns(SenseKind::Pupils, again(91.0));
    assert!(
        said[0].contains("Transport again together: 116.15 of 115 moved by 2019/20")
            && said[0].ends_with("more than there are."),
        "{said:?}"
    );
}

#[test]
fn payback_that_rests_on_what_a_ring_fenced_grant_gains() {
    assert_eq!(warns(SenseKind::Payers, |_| {}), [""; 0]);
    let all_to = |payer: &str, invested_by: &str| {
        let (payer, invested_by) = (payer.to_owned(), invested_by.to_owned());
        move |file: &mut Value| {
            for line in file["benefits"].as_array_mut().unwrap() {
                line["gains"] = json!({ "rest": payer });
            }
            file["invested_by"] = json!(invested_by);
        }
    };
    let said = warns(SenseKind::Payers, all_to("dsg", "core"));
    assert!(
        said[0].contains("The investment is repaid in 2019/20 with that, and is not repaid"),
        "{said:?}"
    );
    // What is not ring-fenced repays, whoever's it is, and a grant repays itself.
    assert_eq!(
        warns(SenseKind::Payers, all_to("adult-care", "core")),
        [""; 0]
    );
    assert_eq!(warns(SenseKind::Payers, all_to("dsg", "dsg")), [""; 0]);
}

#[test]
fn a_post_that_is_still_paid_in_the_last_year() {
    assert_eq!(warns(SenseKind::Posts, |_| {}), [""; 0]);
    let kept = said_of(&format!("{}&posts-kept=100", crate::CASE));
    let posts = kept.checks.last().unwrap();
    assert!(posts.rows.iter().all(|row| row.warns), "{posts:?}");
    assert!(
        posts.rows[0].text.contains("in 2022/23, the last year"),
        "{posts:?}"
    );
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_scenario_is_compared_in_whole_sentences(changed in changes(2)) {
        let model = crate::model();
        let scenario = crate::scenario(&changed.link());
        let checks = sense_checks(&model, &scenario);
        let words = sense_words(&model, &scenario, &checks);
        let rows: usize = words.checks.iter().map(|check| check.rows.len()).sum();
        prop_assert_eq!(rows, checks.len());
        let warned = checks.iter().filter(|check| check.warns).count();
        prop_assert_eq!(words.warnings().count(), warned);
        for row in words.checks.iter().flat_map(|check| &check.rows) {
            prop_assert!(row.text.ends_with('.') && !row.text.contains("NaN"), "{}", row.text);
        }
        for check in &checks {
            if let Sense::Taken { percent, .. } = check.sense {
                prop_assert!(percent.is_finite());
            }
        }
    }
}
