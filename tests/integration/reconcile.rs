//! The engine against what the papers print, and the shipped cases against the contract.

use std::collections::BTreeSet;
use std::fs;

use num_traits::ToPrimitive;
use send_modeller::analysis::{Reconciled, Verdict, reconcile};
use send_modeller::case::{Case, DEFAULT_CASE, PrintedFigure, Unit, shipped_cases};
use send_modeller::export::{reconciliation_words, risks};
use send_modeller::model::{Library, Model, Scenario};

use crate::oracle::{assumptions, bounds, decimal};
use crate::{model, outcome, pounds, project, scenario};

#[test]
fn every_shipped_case_is_sound_compiles_and_is_found_by_its_id() {
    let library = Library::shipped().unwrap();
    for shipped in shipped_cases() {
        let case = shipped.read().unwrap();
        assert_eq!(case.id, shipped.id);
        Model::new(case).unwrap();
        assert_eq!(library.find(shipped.id).unwrap().case().id, shipped.id);
    }
    assert_eq!(library.iter().count(), shipped_cases().len());
}

#[test]
fn every_case_file_that_is_served_comes_with_the_program() {
    let served = fs::read_dir(project("www/cases")).unwrap();
    let served: BTreeSet<String> = served
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let shipped = shipped_cases()
        .iter()
        .map(|case| format!("{}.json", case.id));
    let list = ["index.json".to_owned()];
    assert_eq!(served, shipped.chain(list).collect());
}

#[test]
fn the_served_list_of_cases_names_each_as_it_names_itself() {
    let list = fs::read_to_string(project("www/cases/index.json")).unwrap();
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let shipped = shipped_cases().iter().map(|shipped| {
        let case = shipped.read().unwrap();
        serde_json::json!({
            "id": case.id, "title": case.title, "subtitle": case.subtitle, "authority": case.authority,
        })
    });
    assert_eq!(list, shipped.collect::<serde_json::Value>());
    assert_eq!(list[0]["id"], DEFAULT_CASE);
}

#[test]
fn the_assumptions_are_the_contracts_with_its_values_and_bounds() {
    let model = model();
    let ids: BTreeSet<&str> = model
        .assumptions()
        .iter()
        .map(|(_, a)| a.id.as_str())
        .collect();
    let contract = assumptions();
    assert_eq!(ids, contract.iter().map(|known| known.0.as_str()).collect());
    for (id, published, kind) in &contract {
        let (published, kind) = (*published, *kind);
        let known = &model.assumptions()[crate::index(id)];
        assert_eq!(
            known.published,
            decimal(published).to_f64().unwrap(),
            "{id}"
        );
        let (min, max) = bounds(published, kind);
        let (min, max) = (min.to_f64().unwrap(), max.to_f64().unwrap());
        assert_eq!((known.min, known.max), (min, max), "{id}");
        assert_eq!(known.whole, kind.whole(), "{id} in whole numbers");
        let amount = matches!(known.unit, Unit::Pounds | Unit::Count);
        assert_eq!(amount, kind.amount(), "{id}");
    }
}

#[test]
fn every_printed_figure_agrees_or_says_why_it_does_not() {
    for shipped in shipped_cases() {
        let model = Model::new(shipped.read().unwrap()).unwrap();
        let printed = model.case().evidence().printed.iter();
        let wrong: Vec<String> = printed
            .zip(reconcile(&model).figures)
            .filter_map(|(printed, held)| disagreement(printed, held))
            .collect();
        assert_eq!(wrong, Vec::<String>::new(), "{}", shipped.id);
    }
}

/// What is wrong with a printed figure, if anything: it is not what the engine's comes to
/// in whole numbers, or it agrees where a disagreement is named, or the other way about.
fn disagreement(printed: &PrintedFigure, held: Reconciled) -> Option<String> {
    let (amount, nearest) = (exactly(printed.amount), exactly(printed.to_nearest));
    let engine = held.engine.0;
    let rounded = (engine.abs() + nearest / 2) / nearest * nearest * engine.signum();
    let expected = match printed.disagreement {
        None => Verdict::Agrees,
        Some(number) => Verdict::Explained(number),
    };
    let sound = held.rounded.0 == rounded
        && held.verdict == expected
        && (held.verdict == Verdict::Agrees) == (rounded == amount);
    (!sound).then(|| {
        let PrintedFigure { label, source, .. } = printed;
        format!("{label} ({source}): printed {amount}, engine {engine} or {rounded}: {held:?}")
    })
}

#[test]
fn the_reconciliation_is_said_with_its_counts_and_its_disagreements() {
    let model = model();
    let held = reconcile(&model);
    let words = reconciliation_words(&model, &held);
    assert_eq!(
        words.sentence,
        "124 of 128 printed figures agree; 4 differ and are explained by disagreements 1 and 2."
    );
    let explains: Vec<(u32, usize)> = words
        .disagreements
        .iter()
        .map(|known| (known.number, known.explains))
        .collect();
    let none = (3..=9).map(|number| (number, 0));
    let some = [(1, 3), (2, 1)];
    assert_eq!(explains, some.into_iter().chain(none).collect::<Vec<_>>());
    let row = |label: &str| {
        let row = words.rows.iter().find(|row| row.label == label).unwrap();
        [&row.printed, &row.rounded_to, &row.engine, &row.verdict].map(String::as_str)
    };
    assert_eq!(
        row("Efficiencies of £1.74m over 5 years"),
        [
            "£1,740,000",
            "£10,000",
            "£6,959,940",
            "differs: disagreement 2"
        ]
    );
    assert_eq!(
        row("Projected savings of £1.74m, a year"),
        ["£1,740,000", "£10,000", "£1,739,985", "agrees to £10,000"]
    );
    assert_eq!(
        row("Training programme, 2019/20"),
        ["£150,000", "", "£150,000", "agrees"]
    );
}

#[test]
fn a_figure_that_nothing_explains_is_said_to_be_so() {
    let said = |change: fn(&mut Case)| {
        let mut case = shipped_cases()[0].read().unwrap();
        change(&mut case);
        let model = Model::new(case).unwrap();
        reconciliation_words(&model, &reconcile(&model)).sentence
    };
    let one = said(|case| case.change_evidence(|of| of.printed[0].amount += 1.0));
    assert_eq!(
        one,
        "123 of 128 printed figures agree; 4 differ and are explained by disagreements 1 and 2; \
         1 differs and is not explained."
    );
    let only = said(|case| {
        case.change_evidence(|of| of.printed.retain(|printed| printed.disagreement.is_none()))
    });
    assert_eq!(only, "All 124 printed figures agree.");
    let second = said(|case| {
        case.change_evidence(|of| of.printed.retain(|printed| printed.disagreement != Some(1)))
    });
    assert_eq!(
        second,
        "124 of 125 printed figures agree; 1 differs and is explained by disagreement 2."
    );
}

#[test]
fn the_risks_stand_beside_what_tests_them() {
    let model = model();
    let words = risks(&model, &scenario("benefit-delay=6"));
    assert_eq!(words.len(), 6);
    assert_eq!((words[0].probability, words[0].impact), ("High", "High"));
    let tests: Vec<(&str, &str, Option<&str>)> = words[0]
        .tested_by
        .iter()
        .map(|test| (&*test.id, &*test.value, test.published.as_deref()))
        .collect();
    assert_eq!(
        tests,
        [
            ("programme-delay", "0 months", None),
            ("benefit-delay", "6 months", Some("0 months")),
            ("benefit-delivery", "100% of every benefit", None),
        ]
    );
}

#[expect(clippy::cast_possible_truncation, reason = "whole pounds, held to it")]
fn exactly(pounds: f64) -> i64 {
    assert_eq!(pounds.fract(), 0.0);
    pounds as i64
}

#[test]
fn the_printed_figures_cover_every_line_in_every_year() {
    let model = model();
    let outcome = model.evaluate(&Scenario::published());
    let case = model.case();
    let lines = case.investment.iter().map(|line| &line.id);
    for id in lines.chain(case.benefits.iter().map(|line| &line.id)) {
        let series = outcome.line(model.line(id).unwrap());
        for (year, amount) in pounds(series).into_iter().enumerate() {
            let label = case.years.label(year);
            let printed = case.evidence().printed.iter().any(|printed| {
                printed.figure.line.as_ref() == Some(id)
                    && printed.figure.year.as_ref() == Some(&label)
            });
            assert!(
                printed || amount == 0,
                "{id} in {label} is held against nothing"
            );
        }
    }
}

#[test]
fn the_disagreements_are_numbered_one_to_nine() {
    let model = model();
    let numbers: Vec<u32> = model
        .case()
        .evidence()
        .disagreements
        .iter()
        .map(|d| d.number)
        .collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

#[test]
fn the_pressures_are_the_papers() {
    let model = model();
    let case = model.case();
    // Section 4.2, in thousands: budget, outturn, variance.
    let reported = case.evidence().budget_pressures.iter();
    let reported: Vec<[i64; 3]> = reported
        .map(|p| [p.budget, p.outturn, p.variance].map(|pounds| exactly(pounds) / 1_000))
        .collect();
    assert_eq!(
        reported,
        [
            [8_184, 8_468, 284],
            [17_600, 19_251, 1_651],
            [22_498, 23_648, 1_149],
            [2_683, 2_934, 251]
        ]
    );
    // Section 4.3, in thousands: 2018/19 to 2021/22.
    let planned = case.evidence().plan_pressures.iter();
    let planned: Vec<Vec<Option<i64>>> = planned
        .map(|p| {
            p.amounts
                .iter()
                .map(|year| year.map(|pounds| exactly(pounds) / 1_000))
                .collect()
        })
        .collect();
    let years = |years: [i64; 4]| {
        years
            .map(Some)
            .into_iter()
            .chain([None])
            .collect::<Vec<_>>()
    };
    assert_eq!(
        planned,
        [
            years([450, 450, 450, 450]),
            years([1_530, 1_890, 2_250, 2_610]),
            years([0, 838, 1_017, 1_017]),
            years([919, 919, 919, 919]),
            years([803, 1_746, 2_780, 3_936]),
        ]
    );
}

#[test]
fn the_grades_of_the_risks_are_the_papers() {
    // Section 11, in its order: probability, impact.
    let model = model();
    let grades = model.case().evidence().risks.iter();
    let grades: Vec<String> = grades
        .map(|r| format!("{:?}/{:?}", r.probability, r.impact))
        .collect();
    assert_eq!(
        grades,
        [
            "High/High",
            "Medium/Medium",
            "Medium/High",
            "Medium/High",
            "Low/Medium",
            "Low/Medium"
        ]
    );
}

#[test]
fn the_plain_page_prints_the_published_figures() {
    let page = fs::read_to_string(project("index.html")).expect("index.html is there");
    let outcome = outcome("");
    for (row, series, sums) in [
        ("investment", &outcome.investment, true),
        ("savings", &outcome.savings, true),
        ("avoidance", &outcome.avoidance, true),
        ("net", &outcome.net, true),
        // The sum of a running total means nothing, so its last cell may be a dash.
        ("cumulative-net", &outcome.cumulative_net, false),
    ] {
        let cells = cells(&page, row);
        let (total, years) = cells.split_last().unwrap_or_else(|| panic!("no row {row}"));
        let years: Vec<Option<i64>> = years.iter().map(|cell| number(cell)).collect();
        let engine: Vec<Option<i64>> = pounds(series).into_iter().map(Some).collect();
        assert_eq!(years, engine, "{row}");
        match number(total) {
            Some(total) if sums => assert_eq!(total, series.total().0, "{row}"),
            Some(total) => assert_eq!(total, outcome.net.total().0, "{row}"),
            None => assert!(!sums, "{row}: {total:?} is no total"),
        }
    }
}

/// The text of the cells of a row of figures, without the heading of the row.
fn cells(page: &str, row: &str) -> Vec<String> {
    let start = format!("<tr data-row=\"{row}\"");
    let Some((_, after)) = page.split_once(&start) else {
        return Vec::new();
    };
    let row = after.split("</tr>").next().unwrap();
    row.split("<td")
        .skip(1)
        .map(|cell| {
            let text = cell.split_once('>').unwrap().1;
            text.split("</td>").next().unwrap().trim().to_owned()
        })
        .collect()
}

/// `−£1,742,142` as a number; none for a cell that holds none.
fn number(cell: &str) -> Option<i64> {
    let plain = cell
        .replace("&minus;", "-")
        .replace('\u{2212}', "-")
        .replace("&pound;", "");
    plain.replace(['£', ','], "").parse().ok()
}
