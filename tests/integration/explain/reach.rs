//! What a figure is said to depend on, and what a sum is said to fall into.

use proptest::prelude::*;
use send_modeller::case::{BenefitKind, MAX_YEARS};
use send_modeller::model::{Explanation, Line, Model, Scenario, Step, Target, What, When};

use send_modeller::session::draft::{Draft, Edit};

use super::{figure, measures, series, targets};
use crate::scenarios::{at, links};
use crate::{cases, index, library, model, scenario};

/// Everything is late and in part, so that every adjustment has something to act on.
const ADJUSTED: &str = "case=hertfordshire-2018&v=1&benefit-delay=2&programme-delay=1&benefit-delivery=50&posts-kept=10\
     &overlap-transport=50&overlap-reform-grant=50&demand-beyond-plan=5&grade-ooc-colleges=2&inflation=2";

fn explained(model: &Model, what: What, when: When) -> Explanation {
    model.explain(&Scenario::published(), Target { what, when })
}

/// What a figure of the second year falls into.
fn falls_into(model: &Model, what: What) -> Vec<What> {
    let told = explained(model, what, When::Year(1));
    let parts = told.steps.iter().filter_map(|step| match step {
        Step::Part(part) => Some(part.target.what),
        _ => None,
    });
    parts.collect()
}

proptest! {
    #![proptest_config(cases(24))]

    /// An assumption that is not named as an input moves nothing.
    #[test]
    fn no_figure_moves_with_an_assumption_it_does_not_name(link in links(2)) {
        let (model, scenario) = at(&link);
        let told = targets(&model).into_iter().map(|target| model.explain(&scenario, target));
        let told: Vec<Explanation> = told.collect();
        for (index, known) in model.assumptions().iter() {
            for other in [known.min, known.high, known.max] {
                let mut moved = scenario.clone();
                moved.set(model.assumptions(), index, other).unwrap();
                let outcome = model.evaluate(&moved);
                for told in &told {
                    prop_assert!(
                        told.inputs.contains(&index) || figure(&outcome, told.target) == told.result,
                        "{} moves {:?}", known.id, told.target
                    );
                }
            }
        }
    }
}

#[test]
fn every_input_of_a_figure_moves_it_somewhere() {
    let (model, start) = (model(), scenario(ADJUSTED));
    let as_it_was = model.evaluate(&start);
    for what in measures(&model) {
        let Some(before) = series(&as_it_was, what) else {
            continue;
        };
        let when = When::AllYears;
        for index in model.explain(&start, Target { what, when }).inputs {
            let known = &model.assumptions()[index];
            let moves = [known.min, known.max].iter().any(|other| {
                let mut moved = start.clone();
                moved.set(model.assumptions(), index, *other).unwrap();
                series(&model.evaluate(&moved), what) != Some(before)
            });
            assert!(moves, "{} does not move {what:?}", known.id);
        }
    }
}

/// Whether payback moves with an assumption depends on the year it comes in.
#[test]
fn payback_depends_on_what_is_gained_and_what_is_spent() {
    let model = model();
    let inputs = |what| explained(&model, what, When::AllYears).inputs;
    let mut pairs = vec![
        (What::Payback, What::Benefits(None)),
        (What::PaybackOnSavings, What::Savings(None)),
    ];
    let payers = 0..model.case().payers.len();
    pairs.extend(payers.map(|payer| (What::PaybackOfPayer(payer), What::Payer(payer))));
    for (payback, gained) in pairs {
        let mut both = [inputs(gained), inputs(What::Investment(None))].concat();
        both.sort_unstable();
        both.dedup();
        assert_eq!(inputs(payback), both, "{payback:?}");
    }
}

#[test]
fn prices_that_rise_move_no_figure_of_the_first_year() {
    let model = model();
    let inflation = index("inflation");
    for (when, moves) in [
        (When::Year(0), false),
        (When::Year(1), true),
        (When::ToDate(0), false),
        (When::AllYears, true),
    ] {
        let told = explained(&model, What::Net, when);
        assert_eq!(told.inputs.contains(&inflation), moves, "{when:?}");
    }
}

#[test]
fn payback_depends_on_all_years_whichever_is_asked_for() {
    let model = model();
    for what in [
        What::Payback,
        What::PaybackOnSavings,
        What::PaybackOfPayer(0),
        What::NetPresentValue,
        What::BenefitCostRatio,
    ] {
        let [first, all] =
            [When::Year(0), When::AllYears].map(|when| explained(&model, what, when).inputs);
        assert_eq!(first, all, "{what:?}");
    }
}

#[test]
fn benefits_fall_into_savings_and_avoidance() {
    for model in library().iter() {
        let parts = falls_into(model, What::Benefits(None));
        assert_eq!(parts, [What::Savings(None), What::Avoidance(None)]);
        for place in 0..model.case().workstreams.len() {
            let of = |what| falls_into(model, what);
            let here = Some(place);
            let both = [of(What::Savings(here)), of(What::Avoidance(here))].concat();
            assert_eq!(
                of(What::Benefits(here)),
                both,
                "savings first, as in the ledger"
            );
        }
    }
}

#[test]
fn a_total_falls_into_its_workstreams_or_into_the_lines_of_its_only_one() {
    // The paper has savings in one workstream alone.
    let mut saving = model().case().clone();
    for line in &mut saving.benefits {
        line.kind = BenefitKind::Saving;
    }
    let saving = Model::new(saving).unwrap();
    for of in [What::Investment, What::Savings, What::Avoidance] {
        for model in library().iter().chain([&saving]) {
            let places = 0..model.case().workstreams.len();
            let with_lines = places.filter(|place| !falls_into(model, of(Some(*place))).is_empty());
            let wholes: Vec<What> = with_lines.map(|place| of(Some(place))).collect();
            let parts = falls_into(model, of(None));
            match wholes[..] {
                [only] => {
                    assert_eq!(parts, falls_into(model, only));
                    assert!(parts.iter().all(|part| matches!(part, What::Line(_))));
                }
                _ => assert_eq!(parts, wholes),
            }
        }
    }
    let [one, several] = [&model(), &saving].map(|model| falls_into(model, What::Savings(None)));
    assert!(matches!(one[..], [What::Line(_), ..]), "{one:?}");
    assert!(
        matches!(several[..], [What::Savings(Some(_)), _, ..]),
        "{several:?}"
    );
}

#[test]
fn posts_that_are_kept_have_the_pay_of_the_case_s_full_year() {
    let mut case = model().case().clone();
    let line = case
        .investment
        .iter()
        .position(|line| line.id == "transformation-managers");
    for (year, place) in [("2019/20", 1), ("2020/21", 2)] {
        case.adjustments.posts_kept.as_mut().unwrap().full_year = year.to_owned();
        let model = Model::new(case.clone()).unwrap();
        let target = Target {
            what: What::Line(Line::Investment(line.unwrap())),
            when: When::Year(4),
        };
        let told = model.explain(&scenario("posts-kept=50"), target);
        let full = told.steps.iter().find_map(|step| match step {
            Step::PostsKept { full_year, .. } => Some(*full_year),
            _ => None,
        });
        assert_eq!(full, Some(Some(place)));
    }
}

/// In a case of the most years there can be, all of them together are one more than the last.
#[test]
fn a_sum_depends_on_no_posts_kept_however_long_the_case() {
    let edit = Edit::Years("count", MAX_YEARS.to_string());
    let draft = Draft::of(model().case().to_value()).edit(edit).unwrap();
    let model = draft.model().unwrap();
    assert_eq!(model.case().years.count, MAX_YEARS);
    let kept = model.assumptions().find("posts-kept").unwrap();
    for (id, depends) in [
        ("training-programme", false),
        ("transformation-managers", true),
    ] {
        let line = What::Line(model.line(id).unwrap());
        let told = explained(model, line, When::AllYears);
        assert_eq!(told.inputs.contains(&kept), depends, "{id}");
    }
}
