//! What is brought back: our own files become the scenario they were made of, and nothing
//! is used without being shown first.

use proptest::prelude::*;
use send_modeller::export::{TableFile, tables};
use send_modeller::file::{Incoming, read_found, read_text, scenario_json};
use send_modeller::link::{Link, fragment};
use send_modeller::model::Scenario;
use serde_json::json;

use super::opening;
use crate::scenarios::changes;
use crate::{cases, library, model, opened, scenario};

fn text(shown: &Scenario, text: &str) -> Result<Incoming, String> {
    read_text(&library(), &model(), shown, text)
}

fn published(from: &str) -> Incoming {
    text(&Scenario::published(), from).unwrap()
}

fn assumptions(link: &str) -> String {
    let opening = opening(link);
    let all = tables(&opening.shown());
    all.iter()
        .find(|table| table.name == "assumptions")
        .map(TableFile::csv)
        .unwrap()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn our_own_files_make_the_scenario_they_were_made_of(changes in changes(6)) {
        let (model, scenario) = (model(), changes.scenario());
        let columns = published(&assumptions(&fragment(&model, &scenario)));
        prop_assert_eq!(&columns.problems, &Vec::<String>::new());
        prop_assert_eq!(columns.used, model.assumptions().len());
        prop_assert!(!columns.whole);
        prop_assert_eq!(columns.scenario.changes(), scenario.changes());

        let link = Link { title: "Late", note: "Why", stress: "npv", ..Link::to(&model, &scenario) };
        for from in [scenario_json(&link, "https://example.org/"), format!("#{}", link.fragment())] {
            let whole = published(&from);
            prop_assert_eq!(&whole.problems, &Vec::<String>::new());
            prop_assert_eq!(&whole.scenario, &scenario);
            prop_assert!(whole.whole);
            prop_assert_eq!([&*whole.title, &whole.note, &whole.stress], ["Late", "Why", "npv"]);
        }
    }
}

#[test]
fn columns_change_only_what_they_name() {
    let shown = scenario("benefit-delay=6&in-county-journeys=7.5");
    let made = text(&shown, "benefit-delay\t9\nDiscount rate\t4%\nnonsense\t1\n").unwrap();
    let changes = made.changes(&model(), &shown);
    let changes: Vec<String> = (changes.iter())
        .map(|one| format!("{}: {} to {}", one.label, one.from, one.to))
        .collect();
    assert_eq!(
        changes,
        [
            "All benefits arrive late by: 6 months to 9 months",
            "Discount rate: 3.5% to 4%"
        ]
    );
    assert_eq!(made.values(&shown).len(), 2);
    assert_eq!(made.used, 2);
    let [problem] = &made.problems[..] else {
        panic!("{:?}", made.problems);
    };
    assert!(
        problem.starts_with("Row 3: \"nonsense\" is no assumption"),
        "{problem}"
    );
    assert!(problem.ends_with('.'), "{problem}");
}

#[test]
fn what_cannot_be_read_at_all_says_so() {
    let refused = |from: &str| text(&Scenario::published(), from).unwrap_err();
    let of_other = r#"{"format": "send-modeller/scenario", "version": 1, "case": "kent-2030"}"#;
    assert!(
        refused(of_other).contains("kent-2030"),
        "{}",
        refused(of_other)
    );
    assert!(refused("{").starts_with("This cannot be read as a scenario file"));
    assert!(refused("#case=kent-2030&v=1").contains("kent-2030"));
    let nothing = published("Just a letter to the council.");
    assert_eq!(nothing.used, 0);
    assert!(!nothing.problems.is_empty());
}

#[test]
fn a_workbook_of_ours_is_its_scenario_with_what_was_changed_in_it() {
    let shown = scenario("investment-overrun=50");
    let ours = json!({
        "link": "https://example.org/#case=hertfordshire-2018&v=1&benefit-delay=6&title=Late",
        "given": [
            {"key": "benefit_delay", "value": "6", "place": "Assumptions!D9"},
            {"key": "discount_rate", "value": "400", "place": "Assumptions!D12"},
            {"key": "in_county_journeys", "value": "5", "place": "Assumptions!D13"},
        ],
        "problems": ["Assumptions!D14: an error stands where a number is needed"],
    });
    let made = read_found(&library(), &model(), &shown, &ours.to_string()).unwrap();
    assert!(made.whole);
    assert_eq!(made.title, "Late");
    assert_eq!(
        made.scenario,
        scenario("benefit-delay=6&in-county-journeys=5")
    );
    assert_eq!(made.problems.len(), 2, "{:?}", made.problems);
    assert!(made.problems[1].starts_with("Assumptions!D12: Discount rate was given as"));

    let other = json!({
        "link": null,
        "given": [{"key": "Discount rate", "value": "4", "place": "Sheet1!B2"}],
        "problems": [],
    });
    let made = read_found(&library(), &model(), &shown, &other.to_string()).unwrap();
    assert!(!made.whole);
    assert_eq!(
        made.scenario,
        scenario("investment-overrun=50&discount-rate=4")
    );

    let elsewhere = json!({"link": "#case=kent-2030&v=1", "given": [], "problems": []});
    let refused = read_found(&library(), &model(), &shown, &elsewhere.to_string()).unwrap_err();
    assert!(refused.contains("kent-2030"), "{refused}");
    assert!(read_found(&library(), &model(), &shown, "<html>").is_err());
}

#[test]
fn a_link_by_itself_is_opened_and_its_faults_are_told() {
    let made = published("https://example.org/send/#case=hertfordshire-2018&v=1&benefit-delay=600");
    assert_eq!(made.scenario, opened("").scenario);
    let [problem] = &made.problems[..] else {
        panic!("{:?}", made.problems);
    };
    assert!(problem.contains("600"), "{problem}");
}
