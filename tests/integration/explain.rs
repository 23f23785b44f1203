//! Every figure explains itself, and no explanation lies: not in its values, not in its
//! words.

mod arithmetic;
mod reach;
mod steps;
mod words;

use proptest::prelude::*;
use send_modeller::case::{Adjustments, BenefitRule, PayerShare, Reduces};
use send_modeller::export::{
    ExplanationWords, appraisal, explanation, payback_words, pounds as written,
};
use send_modeller::link::LedgerView;
use send_modeller::model::{
    Answer, Explanation, Line, Model, Outcome, Pounds, Scenario, Series, Step, Target, What, When,
};

use crate::scenarios::{at, links};
use crate::{cases, library, model, scenario};
use arithmetic::{assert_words_add_up, numbers};
use steps::assert_steps_follow;

/// Everything that can be measured.
fn measures(model: &Model) -> Vec<What> {
    let case = model.case();
    let mut measures = Vec::new();
    measures.extend((0..case.investment.len()).map(|line| What::Line(Line::Investment(line))));
    measures.extend((0..case.benefits.len()).map(|line| What::Line(Line::Benefit(line))));
    for place in (0..case.workstreams.len()).map(Some).chain([None]) {
        measures.extend([
            What::Investment(place),
            What::Savings(place),
            What::Avoidance(place),
            What::Benefits(place),
        ]);
    }
    for payer in 0..case.payers.len() {
        measures.extend([
            What::Payer(payer),
            What::PayerSavings(payer),
            What::PayerAvoidance(payer),
            What::PaybackOfPayer(payer),
        ]);
    }
    measures.extend([
        What::Net,
        What::Payback,
        What::PaybackOnSavings,
        What::NetPresentValue,
        What::BenefitCostRatio,
    ]);
    measures
}

/// Every figure there is.
fn targets(model: &Model) -> Vec<Target> {
    let mut targets = Vec::new();
    let outcome = model.outcome();
    for what in measures(model) {
        let mut add = |when| targets.push(Target { what, when });
        add(When::AllYears);
        if series(&outcome, what).is_some() {
            for year in 0..model.case().years.count {
                add(When::Year(year));
                add(When::Change(year));
                add(When::ToDate(year));
            }
        }
    }
    targets
}

/// The yearly figures of an outcome; none for paybacks and the appraisal.
fn series(outcome: &Outcome, what: What) -> Option<Series> {
    let both = |mut savings: Series, avoidance: &Series| {
        savings += avoidance;
        savings
    };
    Some(match what {
        What::Line(line) => *outcome.line(line),
        What::Investment(None) => outcome.investment,
        What::Investment(Some(place)) => outcome.investment_by_workstream[place],
        What::Savings(None) => outcome.savings,
        What::Savings(Some(place)) => outcome.savings_by_workstream[place],
        What::Avoidance(None) => outcome.avoidance,
        What::Avoidance(Some(place)) => outcome.avoidance_by_workstream[place],
        What::Benefits(None) => outcome.benefits,
        What::Benefits(Some(place)) => both(
            outcome.savings_by_workstream[place],
            &outcome.avoidance_by_workstream[place],
        ),
        What::Net => outcome.net,
        What::Payer(payer) => outcome.funding[payer],
        What::PayerSavings(payer) => outcome.savings_by_payer[payer],
        What::PayerAvoidance(payer) => outcome.avoidance_by_payer[payer],
        _ => return None,
    })
}

/// The outcome's own figure.
fn figure(outcome: &Outcome, target: Target) -> Answer {
    if let Some(series) = series(outcome, target.what) {
        return Answer::Pounds(match target.when {
            When::Year(year) => LedgerView::Annual.of(&series)[year],
            When::Change(year) => LedgerView::Change.of(&series)[year],
            When::ToDate(year) => LedgerView::Running.of(&series)[year],
            When::AllYears => series.total(),
        });
    }
    match target.what {
        What::Payback => Answer::Payback(outcome.payback),
        What::PaybackOnSavings => Answer::Payback(outcome.payback_savings),
        What::PaybackOfPayer(payer) => Answer::Payback(outcome.payback_by_payer[payer]),
        What::NetPresentValue => Answer::PresentValue(outcome.net_present_value),
        _ => Answer::Ratio(outcome.benefit_cost_ratio),
    }
}

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-6 + wanted.abs() * 1e-9
}

/// Each part of a sum is the figure it says it is, or a payer's share of it.
fn assert_parts_are_figures(told: &Explanation, outcome: &Outcome) {
    for step in &told.steps {
        if let Step::Part(part) = step {
            let whole = part.share.map_or(part.amount, |share| share.whole);
            assert_eq!(figure(outcome, part.target), Answer::Pounds(whole));
        }
    }
}

/// The last line's result is what the screen shows.
fn assert_last_line_is_shown(
    model: &Model,
    words: &ExplanationWords,
    target: Target,
    outcome: &Outcome,
) {
    let last = &words.lines.last().unwrap().result;
    match figure(outcome, target) {
        Answer::Pounds(amount) if target.what.is_spent() => assert_eq!(*last, written(-amount)),
        Answer::Pounds(amount) => assert_eq!(*last, written(amount)),
        Answer::Payback(payback) => assert_eq!(*last, payback_words(model, payback).0),
        Answer::PresentValue(value) => assert_eq!(*last, written(Pounds::round(value))),
        Answer::Ratio(_) => {
            let shown = appraisal(outcome, outcome);
            assert!(
                shown.ends_with(&format!("benefit-cost ratio {last}.")),
                "{shown}"
            );
        }
    }
}

pub fn assert_explained(model: &Model, scenario: &Scenario) {
    let outcome = model.evaluate(scenario);
    for target in targets(model) {
        let told = model.explain(scenario, target);
        assert_eq!(told.target, target);
        assert_eq!(told.result, figure(&outcome, target), "{target:?}");
        assert_steps_follow(model.assumptions(), &told);
        assert_parts_are_figures(&told, &outcome);
        let words = explanation(model, scenario, target, true);
        assert_last_line_is_shown(model, &words, target, &outcome);
        assert_words_add_up(&words);
        assert_eq!(words.inputs.len(), told.inputs.len());
    }
}

#[test]
fn every_published_figure_explains_itself() {
    for model in library().iter() {
        assert_explained(model, &Scenario::published());
    }
}

#[test]
fn overlaps_that_are_counted_explain_themselves() {
    let mut case = model().case().clone();
    for line in &mut case.benefits {
        if let BenefitRule::SharedReduction { reduces, .. } = &mut line.rule {
            *reduces = Reduces::Both;
        }
    }
    let both = Model::new(case).unwrap();
    for link in [
        "overlap-transport=100&overlap-reform-grant=60&ooc-transfers=12",
        "overlap-transport=100&overlap-reform-grant=60&reform-grant-absorbed=0",
    ] {
        let counted = scenario(link);
        assert_explained(&model(), &counted);
        assert_explained(&both, &counted);
    }
}

#[test]
fn cases_with_other_rules_splits_and_no_adjustments_explain_themselves() {
    let mut case = model().case().clone();
    case.benefits[0].rule = BenefitRule::FixedProfile {
        amounts: vec![0.5, -7.25, 3.0, 99_999.0, 1e6],
    };
    for (payer, share) in [("dsg", "ooc-transfers"), ("adult-care", "ehcp-growth")] {
        case.benefits[0].gains.shares.push(PayerShare {
            payer: payer.to_owned(),
            share: share.to_owned(),
        });
    }
    assert_explained(&Model::new(case.clone()).unwrap(), &Scenario::published());
    case.adjustments = Adjustments::default();
    assert_explained(&Model::new(case).unwrap(), &Scenario::published());
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_figure_of_any_scenario_of_any_shipped_case_explains_itself(link in links(3)) {
        let (model, scenario) = at(&link);
        assert_explained(&model, &scenario);
    }
}

#[test]
fn a_figure_that_the_case_does_not_have_comes_to_nought() {
    let model = model();
    let nowhere = [
        What::Line(Line::Benefit(99)),
        What::Line(Line::Investment(99)),
        What::Benefits(Some(99)),
        What::Payer(99),
        What::PaybackOfPayer(99),
    ];
    for what in nowhere.into_iter().chain(measures(&model)) {
        for when in [
            When::Year(99),
            When::Change(99),
            When::ToDate(99),
            When::AllYears,
        ] {
            let target = Target { what, when };
            let words = explanation(&model, &Scenario::published(), target, false);
            assert!(!words.lines.is_empty());
            let yearly = matches!(
                model.explain(&Scenario::published(), target).result,
                Answer::Pounds(_)
            );
            if yearly && when != When::AllYears {
                assert_eq!(words.lines.last().unwrap().result, "£0");
            }
        }
    }
}

#[test]
fn an_investment_is_positive_until_it_is_shown_as_money_out() {
    let target = Target {
        what: What::Investment(None),
        when: When::AllYears,
    };
    let last = |money_out| {
        let words = explanation(&model(), &Scenario::published(), target, money_out);
        words.lines.last().unwrap().clone()
    };
    assert_eq!(last(false).result, "£3,012,357");
    assert_eq!(last(true).result, "−£3,012,357");
    assert_eq!(last(true).label, "Shown as money out");
    assert_eq!(numbers(&last(true).result), [-3_012_357.0]);
}
