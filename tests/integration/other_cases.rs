//! The shipped cases beside the first: each by formulas of its own, written out here, and
//! every case through everything that is made of one.

use send_modeller::case::{DEFAULT_CASE, Status, shipped_cases};
use send_modeller::export::{
    headline, payers, reconciliation_words, repaid_table, sources_of, sources_of_totals, tiles,
    yearly_net, yearly_totals,
};
use send_modeller::link::View;
use send_modeller::model::{Library, Model, Payback, Pounds, Scenario};

use crate::{model, opened, pounds};

const CAMBRIDGESHIRE: &str = "case=cambridgeshire-2019&v=1";
const TEMPLATE: &str = "case=template&v=1";

/// Percent of the full effect in each year: 25 pupils from September 2020 and 25 more from
/// September 2021.
const PHASING: [f64; 5] = [0.0, 29.17, 79.17, 100.0, 100.0];

fn whole(amount: f64) -> i64 {
    format!("{amount:.0}").parse().unwrap()
}

#[test]
fn cambridgeshire_is_the_formula_of_its_one_line() {
    for (changes, pupils, share, each, outlay) in [
        ("", 50.0, 100.0, 10_700.0, 410_000.0),
        ("&transport-cost=6000", 50.0, 100.0, 6_000.0, 410_000.0),
        (
            "&pupils-trained=25&still-alone=66&transport-cost=6000",
            25.0,
            66.0,
            6_000.0,
            410_000.0,
        ),
        (
            "&amount-package=105000&cost-alone=570&pupils-trained=59",
            59.0,
            100.0,
            10_130.0,
            105_000.0,
        ),
    ] {
        let opened = opened(&format!("{CAMBRIDGESHIRE}{changes}"));
        assert_eq!(opened.problems, [], "{changes}");
        let outcome = opened.model.unwrap().evaluate(&opened.scenario);
        let saved = PHASING.map(|part| whole(pupils * share / 100.0 * each * part / 100.0));
        let spent = [0.25, 0.5, 0.25, 0.0, 0.0].map(|part| whole(outlay * part));
        assert_eq!(pounds(&outcome.savings), saved, "{changes}");
        assert_eq!(pounds(&outcome.investment), spent, "{changes}");
        assert_eq!(outcome.avoidance.total(), Pounds::ZERO);
        assert_eq!(outcome.funding, [outcome.savings], "one payer gains it all");
    }
}

#[test]
fn cambridgeshire_as_published_pays_back_in_its_third_year() {
    let opened = opened(CAMBRIDGESHIRE);
    let model = opened.model.unwrap();
    let outcome = model.evaluate(&Scenario::published());
    // Full effect: 50 pupils at £10,700.
    assert_eq!(pounds(&outcome.savings)[3..], [535_000, 535_000]);
    let Payback::Within { year, .. } = outcome.payback else {
        panic!("{:?}", outcome.payback)
    };
    assert_eq!(model.case().years.label(year), "2021/22");
    let held = send_modeller::analysis::reconcile(&model);
    assert_eq!(
        reconciliation_words(&model, &held).sentence,
        "The one printed figure agrees."
    );
}

#[test]
fn what_is_not_from_the_source_says_so_and_what_is_names_it() {
    for shipped in shipped_cases().iter().filter(|one| one.id != DEFAULT_CASE) {
        let case = shipped.read().unwrap();
        for known in &case.assumptions {
            let added = known.status == Status::Added;
            let unsourced = known.source.starts_with("Not") || known.source == "Green Book";
            assert_eq!(added, unsourced, "{} in {}", known.id, shipped.id);
        }
    }
}

#[test]
fn an_empty_case_comes_to_nothing_and_says_so() {
    let opened = opened(TEMPLATE);
    assert_eq!(opened.problems, []);
    let model = opened.model.unwrap();
    assert!(model.case().investment.is_empty() && model.case().benefits.is_empty());
    let outcome = model.evaluate(&opened.scenario);
    for series in [&outcome.investment, &outcome.benefits, &outcome.net] {
        assert_eq!(series.total(), Pounds::ZERO);
    }
    assert!(outcome.net_present_value.abs() < 1e-9);
    assert_eq!(outcome.benefit_cost_ratio, None);
    assert_eq!(
        headline(&model, &outcome, &outcome).text(),
        "Nothing is spent and nothing gained: the case has no lines yet."
    );
}

/// What every table, picture and explanation of a case says: nothing of it may be no number.
#[test]
fn every_case_is_said_without_a_figure_that_is_none() {
    for shipped in shipped_cases() {
        let opened = opened(&format!("case={}&v=1", shipped.id));
        let model = opened.model.unwrap();
        let outcome = model.evaluate(&Scenario::published());
        let mut said = headline(&model, &outcome, &outcome).text();
        for tile in tiles(&model, &outcome, &outcome) {
            said.push_str(&format!("{tile:?}{}", sources_of(model.case(), &tile)));
        }
        for table in [
            yearly_totals(&model, &outcome, &outcome),
            yearly_net(&model, &outcome, &outcome),
            payers(&model, &outcome, &outcome, View::default()),
        ] {
            said.push_str(&format!("{table:?}"));
        }
        said.push_str(&format!(
            "{:?}",
            repaid_table(&model, &Scenario::published(), &outcome)
        ));
        said.push_str(&sources_of_totals(model.case()));
        for none in ["NaN", "inf,", "sections  ", " ()"] {
            assert!(!said.contains(none), "{none} in {}: {said}", shipped.id);
        }
    }
}

#[cfg(feature = "workbook")]
#[test]
fn every_case_makes_a_workbook_that_is_read_back() {
    use send_modeller::link::Link;
    use send_modeller::workbook::{About, read, workbook, write};
    for shipped in shipped_cases() {
        let opened = opened(&format!("case={}&v=1", shipped.id));
        let model = opened.model.unwrap();
        let about = About {
            address: "",
            date: "2026-11-26",
        };
        let book = workbook(&Link::to(&model, &opened.scenario), &about);
        let found = read(&write(&book, "2026-11-26").unwrap()).unwrap();
        assert_eq!(found.problems, [""; 0], "{}", shipped.id);
        assert!(found.link.unwrap().contains(shipped.id));
    }
}

#[test]
fn a_library_knows_which_cases_nobody_else_has() {
    let other = shipped_cases()
        .iter()
        .find(|case| case.id != model().case().id);
    let other = Model::new(other.unwrap().read().unwrap()).unwrap();
    let id = other.case().id.clone();
    let mut library = Library::of(model());
    assert!(!library.is_own(&id));
    library.bring(other.clone(), false);
    assert!(!library.is_own(&id) && library.find(&id).is_some());
    library.bring(other, true);
    assert!(library.is_own(&id));
    assert!(!library.is_own(&model().case().id));
}
