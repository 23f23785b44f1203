//! Cases that nobody wrote: any number of years, payers and lines, every kind of cost and
//! every rule. What holds of the shipped ones holds of these.

mod make;
#[cfg(feature = "workbook")]
mod sheets;
mod shown;
mod simulated;

use proptest::prelude::*;
use send_modeller::case::{BenefitKind, BenefitRule, Case, InvestmentCost, Reduces};
use send_modeller::export::Evaluation;
use send_modeller::link::{fragment, open};
use send_modeller::model::{Library, Model, Outcome, Scenario, Series};

use crate::cases;
use crate::explain::assert_explained;
pub use make::any_case;

/// A scenario with every assumption somewhere between its bounds. What acts on every line
/// is left alone, so that a line is what its rule alone makes it.
fn moved(model: &Model, parts: &[u32]) -> Scenario {
    let mut scenario = Scenario::published();
    let table = model.assumptions();
    for ((index, known), part) in table.iter().zip(parts.iter().cycle()) {
        if known.source == make::LINE {
            let whole = ((known.max - known.min) * f64::from(part % 101) / 100.0).floor();
            scenario.set(table, index, known.min + whole).unwrap();
        }
    }
    scenario
}

/// What a line comes to in each year, by hand: the formula of its rule as docs/model.md has
/// it, in plain arithmetic. `value` gives an assumption, `published` its published value.
fn by_hand(
    case: &Case,
    rule: &BenefitRule,
    value: &dyn Fn(&str) -> f64,
    published: &dyn Fn(&str) -> f64,
) -> Vec<f64> {
    let each = |years: &[f64], times: f64| years.iter().map(|year| year * times).collect();
    let line = |id: &str| {
        &case
            .benefits
            .iter()
            .find(|line| line.id == id)
            .unwrap()
            .rule
    };
    match rule {
        BenefitRule::ShareOfCost {
            cost,
            share,
            phasing,
        } => each(phasing, value(cost) * value(share) / 100.0 / 100.0),
        BenefitRule::MovedPupils {
            pupils,
            share,
            cost_from,
            cost_to,
            phasing,
        } => {
            let moved = value(pupils) * value(share) / 100.0;
            each(phasing, moved * (value(cost_from) - value(cost_to)) / 100.0)
        }
        BenefitRule::HeldDemand {
            extra,
            growth,
            unit_cost,
            held,
        } => {
            let scale = value(growth) / published(growth);
            each(extra, scale * value(unit_cost) * value(held) / 100.0)
        }
        BenefitRule::SlowedGrowth {
            growth,
            avoided,
            steps,
        } => each(steps, value(growth) * value(avoided) / 100.0),
        BenefitRule::PreventedEvents {
            number,
            cost,
            steps,
        } => each(steps, value(number) * value(cost)),
        BenefitRule::AbsorbedPressure { pressure, absorbed } => {
            each(pressure, value(absorbed) / 100.0)
        }
        BenefitRule::FixedProfile { amounts } => amounts.clone(),
        // A pupil who moves comes under the reduction of the other line, or leaves it.
        BenefitRule::SharedReduction {
            moved,
            reduced,
            reduces,
            counted,
        } => {
            let (
                BenefitRule::MovedPupils {
                    pupils,
                    share: moving,
                    cost_from,
                    cost_to,
                    phasing,
                },
                BenefitRule::ShareOfCost {
                    share,
                    phasing: reducing,
                    ..
                },
            ) = (line(moved), line(reduced))
            else {
                panic!("{moved} {reduced}");
            };
            let pupils = value(pupils) * value(moving) / 100.0;
            let after = match reduces {
                Reduces::CostTo => value(cost_to),
                Reduces::Both => value(cost_to) - value(cost_from),
            };
            let years = phasing.iter().zip(reducing);
            years
                .map(|(moved, reduced)| {
                    let reduced = value(share) / 100.0 * reduced / 100.0;
                    pupils * moved / 100.0 * after * reduced * value(counted) / 100.0
                })
                .collect()
        }
        BenefitRule::CountedTwice {
            pressure,
            demand,
            share,
        } => {
            // The pounds in both, the smaller of the two, are avoided once.
            let (
                BenefitRule::AbsorbedPressure { pressure, absorbed },
                BenefitRule::HeldDemand {
                    extra,
                    growth,
                    unit_cost,
                    held,
                },
            ) = (line(pressure), line(demand))
            else {
                panic!("{pressure} {demand}");
            };
            let each = value(growth) / published(growth) * value(unit_cost);
            let in_both = value(absorbed) / 100.0 * value(held) / 100.0 * value(share) / 100.0;
            let years = pressure.iter().zip(extra);
            years
                .map(|(pressure, extra)| -pressure.min(extra * each) * in_both)
                .collect()
        }
    }
}

fn spent_by_hand(
    cost: &InvestmentCost,
    value: &dyn Fn(&str) -> f64,
    published: &dyn Fn(&str) -> f64,
) -> Vec<f64> {
    let each = |years: &[f64], times: f64| years.iter().map(|year| year * times).collect();
    match cost {
        InvestmentCost::Posts { posts, amounts } => each(amounts, value(posts) / published(posts)),
        InvestmentCost::OneOff { amount, phasing } => each(phasing, value(amount) / 100.0),
        InvestmentCost::Staff {
            posts, pay, months, ..
        } => each(months, value(posts) * value(pay) / 12.0),
        InvestmentCost::Amounts { counted, amounts } => each(amounts, value(counted) / 100.0),
    }
}

/// Every line to the pound, but for a half that floating point leaves on either side.
fn assert_lines_by_hand(model: &Model, scenario: &Scenario) {
    let (case, outcome, table) = (model.case(), model.evaluate(scenario), model.assumptions());
    let value = |id: &str| scenario.value(table, table.find(id).unwrap());
    let published = |id: &str| {
        case.assumptions
            .iter()
            .find(|a| a.id == id)
            .unwrap()
            .published
    };
    let near = |name: &str, series: &Series, hand: &[f64]| {
        assert_eq!(series.iter().count(), hand.len());
        for (found, hand) in series.iter().zip(hand) {
            #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
            let off = (found.0 as f64 - hand).abs();
            assert!(
                off <= 0.5 + 1e-6 + hand.abs() * 1e-9,
                "{name}: {found:?} is not {hand}"
            );
        }
    };
    for (line, series) in case.investment.iter().zip(&outcome.investment_lines) {
        near(
            &line.id,
            series,
            &spent_by_hand(&line.cost, &value, &published),
        );
    }
    for (line, series) in case.benefits.iter().zip(&outcome.benefit_lines) {
        near(
            &line.id,
            series,
            &by_hand(case, &line.rule, &value, &published),
        );
    }
}

/// Lines to workstreams, workstreams to kinds, kinds to totals, and payers to the same.
pub fn assert_adds_up(model: &Model, outcome: &Outcome) {
    let case = model.case();
    let years = case.years.count;
    let sum = |of: &[&Series]| -> Vec<i64> {
        (0..years)
            .map(|year| of.iter().map(|series| series[year].0).sum())
            .collect()
    };
    let all = |of: &[Series]| sum(&of.iter().collect::<Vec<_>>());
    let one = |of: &Series| sum(&[of]);
    for (place, workstream) in case.workstreams.iter().enumerate() {
        let spent = case.investment.iter().zip(&outcome.investment_lines);
        let spent: Vec<&Series> = spent
            .filter(|(line, _)| line.workstream == workstream.id)
            .map(|(_, series)| series)
            .collect();
        assert_eq!(sum(&spent), one(&outcome.investment_by_workstream[place]));
        for (kind, by_workstream) in [
            (BenefitKind::Saving, &outcome.savings_by_workstream),
            (BenefitKind::Avoidance, &outcome.avoidance_by_workstream),
        ] {
            let gained = case.benefits.iter().zip(&outcome.benefit_lines);
            let gained: Vec<&Series> = gained
                .filter(|(line, _)| line.workstream == workstream.id && line.kind == kind)
                .map(|(_, series)| series)
                .collect();
            assert_eq!(sum(&gained), one(&by_workstream[place]));
        }
    }
    assert_eq!(
        all(&outcome.investment_by_workstream),
        one(&outcome.investment)
    );
    assert_eq!(all(&outcome.savings_by_workstream), one(&outcome.savings));
    assert_eq!(
        all(&outcome.avoidance_by_workstream),
        one(&outcome.avoidance)
    );
    assert_eq!(
        sum(&[&outcome.savings, &outcome.avoidance]),
        one(&outcome.benefits)
    );
    assert_eq!(
        sum(&[&outcome.net, &outcome.investment]),
        one(&outcome.benefits)
    );
    assert_eq!(all(&outcome.savings_by_payer), one(&outcome.savings));
    assert_eq!(all(&outcome.avoidance_by_payer), one(&outcome.avoidance));
    assert_eq!(all(&outcome.funding), one(&outcome.benefits));
}

/// Everything that a case can be put to, and back.
pub fn assert_every_generic_thing_holds(case: &Case, parts: &[u32]) {
    assert_eq!(case.check(), Ok(()));
    assert_eq!(Case::from_json(&case.to_json()).as_ref(), Ok(case));
    assert_eq!(Case::from_value(&case.to_value()).as_ref(), Ok(case));
    assert_eq!(Case::read_as_far(&case.to_value()).0.as_ref(), Some(case));
    let model = Model::new(case.clone()).unwrap();
    let library = Library::of(model.clone());
    for scenario in [Scenario::published(), moved(&model, parts)] {
        let outcome = model.evaluate(&scenario);
        assert_adds_up(&model, &outcome);
        assert_lines_by_hand(&model, &scenario);
        let link = fragment(&model, &scenario);
        let opened = open(&link, &library);
        assert_eq!(opened.problems, []);
        assert_eq!(opened.scenario, scenario);
        let json = serde_json::to_value(Evaluation::of(&opened)).unwrap();
        assert!(json.is_object());
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_case_is_sound_runs_adds_up_and_comes_back(case in any_case(), parts in prop::collection::vec(any::<u32>(), 40)) {
        assert_every_generic_thing_holds(&case, &parts);
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn every_figure_explains_itself(case in any_case(), parts in prop::collection::vec(any::<u32>(), 40)) {
        let model = Model::new(case).unwrap();
        let scenario = moved(&model, &parts);
        assert_explained(&model, &scenario);
    }
}

#[test]
fn the_shipped_cases_add_up_and_come_back() {
    for shipped in send_modeller::case::shipped_cases() {
        let case = shipped.read().unwrap();
        let model = Model::new(case.clone()).unwrap();
        assert_adds_up(&model, &model.evaluate(&Scenario::published()));
        assert_eq!(Case::read_as_far(&case.to_value()).0, Some(case));
    }
}
