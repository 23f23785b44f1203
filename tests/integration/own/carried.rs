//! Lines of one's own in links, comparisons, saved scenarios, files and workbooks.

use proptest::prelude::*;
use send_modeller::analysis::compare;
use send_modeller::export::{changes as changes_in_words, compared_assumptions};
use send_modeller::file::{read_scenario_json, read_text, scenario_json};
use send_modeller::link::{Link, Named, Receipt, ReceiptCheck, open, united};
use send_modeller::model::{Model, Scenario};
use send_modeller::session::Shelf;

use super::{avoidance, counted, lines, post, saving};
use crate::file::schema::misfits;
use crate::scenarios::changes;
use crate::{CASE, cases, library, model, opened, scenario};

fn link(model: &Model, scenario: &Scenario) -> String {
    Link::to(model, scenario).fragment()
}

/// What is said of a link, a problem a line.
fn said(link: &str) -> String {
    let problems = opened(link).problems;
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    said.join("\n")
}

#[test]
fn a_link_says_of_a_line_all_that_it_is() {
    let (model, mut scenario) = counted(&[post(), saving()], &scenario("benefit-delay=6"));
    let half = model.counted(1);
    scenario.set(model.assumptions(), half, 50.0).unwrap();
    let text = link(&model, &scenario);
    insta::assert_snapshot!(text, @"case=hertfordshire-2018&v=1&benefit-delay=6&line-1=title%3DExtra%2520post%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D0,45000,45000,0,0&line-2=title%3DTravel%2520training%26kind%3Dsaving%26workstream%3Ddigital%26payer%3Dcore%26amounts%3D0,20000,60000,90000,90000%26counted%3D50");
    let back = opened(&text);
    assert_eq!(back.problems, []);
    assert_eq!(back.model, Some(model));
    assert_eq!(back.scenario, scenario);
}

#[test]
fn numbers_may_be_left_out_between_lines_and_the_order_is_theirs() {
    let second =
        "line-7=title%3DB%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D0,0,0,0,1";
    let first = second.replace("line-7", "line-2").replace("DB", "DA");
    let back = opened(&format!("{CASE}&{second}&{first}"));
    assert_eq!(back.problems, []);
    let model = back.model.unwrap();
    let labels: Vec<&str> = model.own_lines().iter().map(|line| &*line.label).collect();
    assert_eq!(labels, ["A", "B"]);
    // Counted in full, since nothing else is said.
    assert_eq!(
        model.evaluate(&back.scenario).investment.total().0,
        3_012_357 + 2
    );
}

#[test]
fn a_nought_with_a_sign_is_a_nought() {
    let signed =
        "line-1=title%3DA%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D-0,0,0,0,1";
    let back = opened(&format!("{CASE}&{signed}"));
    assert_eq!(back.problems, []);
    let plain = signed.replace("-0", "0");
    assert_eq!(
        link(&back.model.unwrap(), &back.scenario),
        format!("{CASE}&{plain}")
    );
}

#[test]
fn what_cannot_be_used_of_a_line_is_said_and_the_rest_applies() {
    let good =
        "line-1=title%3DGood%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,0";
    let wrong = [
        "line-2=kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,0",
        "line-3=title%3DA%26kind%3Dcost%26workstream%3Ddigital%26amounts%3D1,0,0,0,0",
        "line-4=title%3DA%26kind%3Dinvestment%26workstream%3Dmoon%26amounts%3D1,0,0,0,0",
        "line-5=title%3DA%26kind%3Dsaving%26workstream%3Ddigital%26amounts%3D1,0,0,0,0",
        "line-6=title%3DA%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0",
        "line-7=title%3DA%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,-1",
        "line-8=title%3DA%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,1e3",
        "line-9=title%3DB%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,0%26counted%3D101%26colour%3Dred",
        &good.replace("line-1", "line-10"),
        "line-0=title%3DA",
        "line-x=title%3DA",
        "line-11=title%3D%25ZZ",
    ];
    let text = format!("{CASE}&{good}&{}&benefit-delay=6", wrong.join("&"));
    insta::assert_snapshot!(said(&text), @r#"
    line-2, title: "" cannot be used; it may be the name of the line, and nothing of the line was used
    line-3, kind: "cost" cannot be used; it may be investment, saving, avoidance, and nothing of the line was used
    line-4, workstream: "moon" cannot be used; it may be local-networks, digital, independent-living, programme, and nothing of the line was used
    line-5, payer: "" cannot be used; it may be core, dsg, adult-care, and nothing of the line was used
    line-6, amounts: "1,0,0" cannot be used; it may be 5 numbers from 0 to 1000000000, one for each year, and nothing of the line was used
    line-7, amounts: "1,0,0,0,-1" cannot be used; it may be 5 numbers from 0 to 1000000000, one for each year, and nothing of the line was used
    line-8, amounts: "1,0,0,0,1e3" cannot be used; it may be 5 numbers from 0 to 1000000000, one for each year, and nothing of the line was used
    line-9, colour: not an assumption of this case, so it was left out
    line-9, counted: "101" cannot be used; it may be a number from 0 to 100, and 100 was used
    line-10, Good: given more than once; only the first is read
    line-11, title: "%ZZ" has a broken % escape, so it was left out; was the link cut?
    line-11, kind: "" cannot be used; it may be investment, saving, avoidance, and nothing of the line was used
    line-0: not an assumption of this case, so it was left out
    line-x: not an assumption of this case, so it was left out
    "#);
    let back = opened(&text);
    let model = back.model.unwrap();
    let labels: Vec<&str> = model.own_lines().iter().map(|line| &*line.label).collect();
    assert_eq!(labels, ["Good", "B"]);
    let late = scenario("benefit-delay=6");
    assert_eq!(model.base().adopt(&model, &back.scenario), late);
}

#[test]
fn a_twenty_first_line_is_one_too_many() {
    let one = |number: usize| {
        format!(
            "line-{number}=title%3DNo{number}%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D1,0,0,0,0"
        )
    };
    let all: Vec<String> = (1..=21).map(one).collect();
    let text = format!("{CASE}&{}", all.join("&"));
    insta::assert_snapshot!(said(&text), @r#"line-21, title: "No21" cannot be used; it may be one of at most 20 lines, and nothing of the line was used"#);
    assert_eq!(opened(&text).model.unwrap().own_lines().len(), 20);
}

#[test]
fn a_receipt_is_over_the_lines_as_well() {
    let (model, scenario) = counted(&[post()], &Scenario::published());
    let receipt = Receipt::of(&model, &scenario, &model.evaluate(&scenario));
    let text = Link {
        receipt: Some(&receipt),
        ..Link::to(&model, &scenario)
    }
    .fragment();
    assert_eq!(opened(&text).receipt, ReceiptCheck::AsSent(receipt));
    let edited = text.replace("45000", "46000");
    assert_ne!(edited, text);
    assert_eq!(opened(&edited).receipt, ReceiptCheck::Edited);
}

#[test]
fn scenarios_with_lines_of_their_own_are_compared_in_one_model() {
    let (one, first) = counted(&[post(), avoidance()], &Scenario::published());
    let (other, second) = counted(&[saving(), post()], &scenario("benefit-delay=6"));
    let named = |name: &str, model: &Model, scenario: &Scenario| Named {
        name: name.to_owned(),
        model: model.clone(),
        scenario: scenario.clone(),
    };
    let compared = [
        named("First", &one, &first),
        named("Second", &other, &second),
        named("Without", &model(), &scenario("benefit-delay=6")),
    ];
    let shown = scenario("posts-kept=10");
    let text = Link {
        compared: &compared,
        ..Link::to(&model(), &shown)
    }
    .fragment();
    let back = opened(&text);
    assert_eq!(back.problems, []);
    assert_eq!(back.compared, compared);
    assert_eq!(
        back.model,
        Some(model()),
        "what is shown has no line of its own"
    );
    let (all, scenarios) = united(&model(), &back.compared);
    assert_eq!(all.own_lines(), [post(), avoidance(), saving()]);
    let told = compare(&all, &scenarios);
    for (named, outcome) in compared.iter().zip(&told.outcomes) {
        assert_eq!(outcome.net, named.model.evaluate(&named.scenario).net);
    }
    let words = compared_assumptions(&all, &told, &[]);
    let rows: Vec<&str> = words.rows.iter().map(|row| &*row.label).collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    All benefits arrive late by
    Added investment: Extra post (not in the paper)
    Added avoidance: Fewer placements (not in the paper)
    Added saving: Travel training (not in the paper)
    ");
}

#[test]
fn the_list_of_changes_has_them() {
    let (model, scenario) = counted(
        &[post(), saving(), avoidance()],
        &scenario("benefit-delay=6"),
    );
    let words = changes_in_words(&model, &scenario);
    let words: Vec<String> = words
        .iter()
        .map(|change| format!("{}: {} to {}", change.label, change.from, change.to))
        .collect();
    insta::assert_snapshot!(words.join("\n"), @r"
    All benefits arrive late by: 0 months to 6 months
    Added investment: Extra post (not in the paper): 0% to 100%
    Added saving: Travel training (not in the paper): 0% to 100%
    Added avoidance: Fewer placements (not in the paper): 0% to 100%
    ");
}

#[test]
fn a_scenario_file_is_for_people_to_read_and_gives_them_back() {
    let (model, mut scenario) = counted(&[post(), saving()], &scenario("benefit-delay=6"));
    let half = model.counted(1);
    scenario.set(model.assumptions(), half, 50.0).unwrap();
    scenario
        .set_range(model.assumptions(), half, 10.0, 90.0)
        .unwrap();
    let text = scenario_json(&Link::to(&model, &scenario), "");
    let (start, end) = (
        text.find("  \"changes\"").unwrap(),
        text.find("  \"link\"").unwrap(),
    );
    insta::assert_snapshot!(&text[start..end], @r#"
    "changes": {
      "benefit-delay": 6
    },
    "lines": [
      {
        "title": "Extra post",
        "kind": "investment",
        "workstream": "digital",
        "amounts": [0, 45000, 45000, 0, 0]
      },
      {
        "title": "Travel training",
        "kind": "saving",
        "workstream": "digital",
        "payer": "core",
        "amounts": [0, 20000, 60000, 90000, 90000],
        "counted": 50
      }
    ],
    "ranges": {
      "delivery-own-3504dcd3": { "low": 10, "high": 90 }
    },
    "#);
    assert_eq!(
        misfits(&serde_json::from_str(&text).unwrap()),
        Vec::<String>::new()
    );
    let back = read_scenario_json(&library(), &text).unwrap();
    assert_eq!(back.problems, []);
    assert_eq!(back.model, model);
    assert_eq!(back.scenario, scenario);
    let wrong = text
        .replace("[0, 45000, 45000, 0, 0]", "[0, \"many\"]")
        .replace("\"saving\"", "7");
    let said = read_scenario_json(&library(), &wrong).unwrap().problems;
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    lines/1, amounts: "0,"many"" cannot be used; it may be 5 numbers from 0 to 1000000000, one for each year, and nothing of the line was used
    lines/2/kind: a text is needed here, and 7 was found, so it was left out
    lines/2, kind: "" cannot be used; it may be investment, saving, avoidance, and nothing of the line was used
    ranges/delivery-own-3504dcd3: "delivery-own-3504dcd3" is no assumption of this case, so it was left out; give an assumption's id, such as in-county-journeys, or its label
    receipt/investment: the file says £3,102,357 (model 1.0), and these assumptions give £3,012,357 (model 1.0); the engine's figures are shown
    "#);
}

#[test]
fn a_file_is_held_against_what_is_shown_whatever_lines_either_has() {
    let (shown_model, shown) = counted(&[post()], &Scenario::published());
    let (other, wanted) = counted(&[saving()], &Scenario::published());
    let incoming = read_text(&library(), &shown_model, &shown, &link(&other, &wanted)).unwrap();
    let changes = incoming.changes(&shown_model, &shown);
    let words: Vec<String> = changes
        .iter()
        .map(|change| format!("{}: {} to {}", change.label, change.from, change.to))
        .collect();
    insta::assert_snapshot!(words.join("\n"), @r"
    Added investment: Extra post (not in the paper): 100% to 0%
    Added saving: Travel training (not in the paper): 0% to 100%
    ");
    // Columns change the assumptions of what is shown, its lines' among them.
    let counted = &shown_model.assumptions()[shown_model.counted(0)];
    let columns = format!("{}\t40%\n", counted.label);
    let incoming = read_text(&library(), &shown_model, &shown, &columns).unwrap();
    assert_eq!(incoming.problems, Vec::<String>::new());
    assert_eq!(incoming.values(&shown), [(shown_model.counted(0), 40.0)]);
}

#[test]
fn a_saved_scenario_keeps_them_however_many() {
    let long: Vec<_> = (0..20)
        .map(|number| send_modeller::case::OwnLine {
            label: format!("{}{number}", "😀".repeat(78)),
            amounts: vec![999_999_999.99; 5],
            ..saving()
        })
        .collect();
    let (model, scenario) = counted(&long, &Scenario::published());
    assert_eq!(model.own_lines().len(), 20);
    let mut shelf = Shelf::default();
    shelf.save("All", &model, &scenario);
    let again = Shelf::read(&shelf.write());
    let back = again.saved()[0].open(&library());
    assert_eq!((back.model, back.scenario), (Some(model), scenario));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_lines_come_back_from_a_link_a_file_and_the_shelf(
        lines in lines(), changes in changes(2), percent in 0_u32..=100,
    ) {
        let (model, mut scenario) = counted(&lines, &changes.scenario());
        if !lines.is_empty() {
            let first = model.counted(0);
            scenario.set(model.assumptions(), first, f64::from(percent)).unwrap();
        }
        let text = link(&model, &scenario);
        let back = open(&text, &library());
        prop_assert_eq!(back.problems, []);
        prop_assert_eq!(back.model.as_ref(), Some(&model));
        prop_assert_eq!(&back.scenario, &scenario);
        prop_assert_eq!(link(&model, &back.scenario), text);
        let file = scenario_json(&Link::to(&model, &scenario), "");
        let file = read_scenario_json(&library(), &file).unwrap();
        prop_assert_eq!(file.problems, []);
        prop_assert_eq!((&file.model, &file.scenario), (&model, &scenario));
        let mut shelf = Shelf::default();
        shelf.save("A", &model, &scenario);
        let saved = Shelf::read(&shelf.write()).saved()[0].open(&library());
        prop_assert_eq!((saved.model.as_ref(), &saved.scenario), (Some(&model), &scenario));
    }

    /// Any text at all in a line gives an answer, and never a figure out of bounds.
    #[test]
    fn no_text_of_a_line_stops_the_program(text in "\\PC{0,60}", key in "line-[0-9x]{0,3}") {
        let back = opened(&format!("{key}={text}"));
        let model = back.model.unwrap();
        prop_assert!(model.own_lines().is_empty() || back.problems.is_empty());
        let _ = model.evaluate(&back.scenario);
    }
}
