//! Values given by name.

use proptest::prelude::*;
use send_modeller::file::{Given, MOST_FILE_PROBLEMS, apply};
use send_modeller::model::Scenario;

use super::{brought, makes, rows, words};
use crate::{cases, index, model, scenario};

#[test]
fn an_assumption_is_found_by_its_id_or_its_label_however_it_is_written() {
    for key in [
        "in-county-journeys",
        "in_county_journeys",
        " In County Journeys ",
        "In-county school journeys removed",
        "IN-COUNTY  SCHOOL JOURNEYS REMOVED",
        "in\u{a0}county school journeys\nremoved",
    ] {
        makes(&brought(&[(key, "15")]), "in-county-journeys=15");
    }
}

#[test]
fn every_assumption_is_found_by_both() {
    let model = model();
    for (_, known) in model.assumptions().iter() {
        for key in [
            known.id.clone(),
            known.label.clone(),
            known.id.replace('-', "_"),
        ] {
            let brought = brought(&[(key.as_str(), "none")]);
            let said = words(&brought.problems);
            let label = &known.label;
            assert!(
                said[0].starts_with(&format!("row 1: {label} was given as")),
                "{said:?}"
            );
        }
    }
}

#[test]
fn values_are_read_as_people_and_spreadsheets_write_them() {
    for value in ["15", "15%", " 15.0 % ", "1.5E+01", "'15"] {
        makes(
            &brought(&[("in-county-journeys", value)]),
            "in-county-journeys=15",
        );
    }
    for value in ["£12,000,000", "12m", "12000k", "1.2e7", "12,000,000.00"] {
        makes(
            &brought(&[("in-county-cost", value)]),
            "in-county-cost=12000000",
        );
    }
    makes(
        &brought(&[("investment-overrun", "(5)")]),
        "investment-overrun=-5",
    );
    makes(
        &brought(&[("benefit-delay", "6 months")]),
        "benefit-delay=6",
    );
}

#[test]
fn what_is_not_given_stays_and_the_published_value_is_no_difference() {
    let start = scenario("in-county-journeys=15&benefit-delay=6&ranges=ehcp-growth_20_40");
    let brought = apply(
        &model(),
        &start,
        &rows(&[("in-county-journeys", "10"), ("ehcp-growth", "40")]),
    );
    makes(
        &brought,
        "ehcp-growth=40&benefit-delay=6&ranges=ehcp-growth_20_40",
    );
    assert_eq!(brought.used, 2);
}

#[test]
fn each_value_that_cannot_be_used_is_named_and_the_rest_applies() {
    let brought = brought(&[
        ("in-county-journeys", "150"),
        ("benefit-delay", "6.5"),
        ("ehcp-growth", "a third"),
        ("in-county-cost", "12,31"),
        ("journeys", "5"),
        ("ooc-transfers", "#REF!"),
        ("<b>x</b>\u{202e}\n=1+1 and so on and so on and so on", "1"),
        ("service-efficiency", "12.5"),
        ("Service costs reduced", "15"),
        ("service_efficiency", "many"),
    ]);
    assert_eq!(brought.scenario, scenario("service-efficiency=15"));
    assert_eq!(brought.used, 2);
    insta::assert_snapshot!(words(&brought.problems).join("\n"));
}

#[test]
fn a_flood_of_problems_is_counted_past_a_hundred() {
    let many = vec![("nothing", "1"); MOST_FILE_PROBLEMS + 50];
    let problems = words(&brought(&many).problems);
    assert_eq!(problems.len(), MOST_FILE_PROBLEMS + 1);
    assert_eq!(problems.last().unwrap(), "and 50 more like these");
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_text_at_all_gives_an_answer(pairs in prop::collection::vec((".{0,30}", ".{0,30}"), 0..20)) {
        let given: Vec<Given> = pairs
            .into_iter()
            .map(|(key, value)| Given { key, value, place: "here".to_owned() })
            .collect();
        let brought = apply(&model(), &Scenario::published(), &given);
        prop_assert_eq!(brought.used + brought.problems.len(), given.len());
    }

    #[test]
    fn any_value_for_a_known_assumption_is_used_or_named(value in "[-(£]{0,2}[0-9,.]{0,12}[kme%)]?[-+]?[0-9]{0,3}") {
        let brought = brought(&[("in-county-cost", &value)]);
        let (model, cost) = (model(), index("in-county-cost"));
        match brought.problems.as_slice() {
            [] => {
                let known = &model.assumptions()[cost];
                let read = brought.scenario.value(model.assumptions(), cost);
                prop_assert!(read >= known.min && read <= known.max);
            }
            [one] => {
                prop_assert!(brought.scenario.is_published());
                prop_assert!(one.to_string().contains("£0 to £"), "{}", one);
            }
            more => prop_assert!(false, "{:?}", more),
        }
    }
}
