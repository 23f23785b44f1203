//! Switching values: proved by running both sides of each; honest where there is none.

use proptest::prelude::*;
use send_modeller::analysis::{
    Aim, Condition, Edge, Measure, Scope, Switch, SwitchingValue, grain, switching_values,
    tightest_first,
};
use send_modeller::export::{SwitchingWords, switching_words};
use send_modeller::model::{Outcome, Scenario};

use super::{aim, direct, parts, readings, with_ranges};
use crate::scenarios::changes;
use crate::{cases, index, model, scenario};

/// The condition as the engine's own figures answer it.
fn holds(condition: Condition, outcome: &Outcome) -> bool {
    let readings = readings(condition.aim.scope, outcome);
    match condition.aim.measure {
        Measure::Net => readings.net.0 >= 0,
        Measure::NetPresentValue => readings.net_present_value >= 0.0,
        Measure::Payback => readings
            .payback
            .year()
            .is_some_and(|year| year <= condition.by),
    }
}

fn condition(measure: Measure, scope: Scope, by: usize) -> Condition {
    Condition {
        aim: Aim { measure, scope },
        by,
    }
}

fn found(scenario: &Scenario, condition: Condition, id: &str) -> SwitchingValue {
    let values = switching_values(&model(), scenario, condition);
    let wanted = index(id);
    let found = values.iter().find(|found| found.assumption == wanted);
    *found.unwrap()
}

fn words(link: &str, condition: Condition) -> SwitchingWords {
    let model = model();
    let values = switching_values(&model, &scenario(link), condition);
    switching_words(&model, &values, condition)
}

/// The sentence, the short answer and the room of one assumption.
fn said(words: &SwitchingWords, id: &str) -> String {
    let row = words.rows.iter().find(|row| row.id == id).unwrap();
    format!("{} [{}] {}", row.sentence, row.answer, row.room)
        .trim_end()
        .to_owned()
}

/// Runs both sides of an edge and sees that nothing one would type lies between them.
fn proved(scenario: &Scenario, condition: Condition, found: &SwitchingValue, edge: Edge) {
    let at = |value| holds(condition, &direct(scenario, found.assumption, value));
    let model = model();
    let known = &model.assumptions()[found.assumption];
    assert!(at(edge.holds), "{}: {edge:?}", known.id);
    assert!(!at(edge.fails), "{}: {edge:?}", known.id);
    let apart = (edge.holds - edge.fails).abs();
    assert!(apart <= grain(known) * 1.000_001, "{}: {edge:?}", known.id);
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn both_sides_of_every_switching_value_prove_it(
        changes in changes(3),
        parts in parts(),
        own: bool,
        aim in aim(),
        by in 0_usize..5,
    ) {
        let model = model();
        let table = model.assumptions();
        let condition = Condition { aim, by };
        let scenario = if own { with_ranges(&changes.scenario(), &parts) } else { changes.scenario() };
        let now = holds(condition, &model.evaluate(&scenario));
        let values = switching_values(&model, &scenario, condition);
        prop_assert_eq!(values.len(), table.len());
        for found in &values {
            let known = &table[found.assumption];
            let at = |value| holds(condition, &direct(&scenario, found.assumption, value));
            match found.switch {
                Switch::Holds(stretch) | Switch::Needs(stretch) => {
                    prop_assert_eq!(now, matches!(found.switch, Switch::Holds(_)), "{}", known.id);
                    prop_assert!(stretch.from.is_some() || stretch.to.is_some());
                    for edge in stretch.from.iter().chain(&stretch.to) {
                        proved(&scenario, condition, found, *edge);
                    }
                    let above = stretch.from.is_none_or(|edge| edge.holds <= found.value);
                    let below = stretch.to.is_none_or(|edge| edge.holds >= found.value);
                    prop_assert_eq!(above && below, now, "{}", known.id);
                    prop_assert!(stretch.from.is_none_or(|edge| edge.fails < edge.holds));
                    prop_assert!(stretch.to.is_none_or(|edge| edge.fails > edge.holds));
                    if stretch.from.is_none() {
                        prop_assert!(at(known.min), "{}", known.id);
                    }
                    if stretch.to.is_none() {
                        prop_assert!(at(known.max), "{}", known.id);
                    }
                }
                Switch::Always(tried) | Switch::Never(tried) => {
                    let always = matches!(found.switch, Switch::Always(_));
                    prop_assert_eq!(now, always, "{}", known.id);
                    for value in [known.min, known.max, found.low, found.high] {
                        prop_assert_eq!(at(value), always, "{} at {}", known.id, value);
                    }
                    if tried.every {
                        prop_assert!(known.takes_whole());
                        let steps = (known.max - known.min) as usize;
                        prop_assert_eq!(tried.count, steps + 1);
                        prop_assert!((0..=steps).all(|step| at(known.min + step as f64) == always));
                    }
                }
            }
        }
    }

    #[test]
    fn the_tightest_comes_first_and_is_in_words(changes in changes(2), parts in parts(), aim in aim(), by in 0_usize..5) {
        let model = model();
        let condition = Condition { aim, by };
        let scenario = with_ranges(&changes.scenario(), &parts);
        let values = switching_values(&model, &scenario, condition);
        let order = tightest_first(&values);
        prop_assert_eq!(order.len(), values.len());
        let share = |found: &SwitchingValue| found.room().map(|room| {
            if room == 0.0 { 0.0 } else { room / (found.high - found.low) }
        });
        for pair in order.windows(2) {
            match (share(&pair[0]), share(&pair[1])) {
                (Some(tight), Some(loose)) => prop_assert!(tight <= loose),
                (one, other) => prop_assert!(one.is_some() || other.is_none()),
            }
        }
        let words = switching_words(&model, &values, condition);
        prop_assert_eq!(words.grid.rows.len(), order.len());
        for (row, found) in words.rows.iter().zip(&order) {
            prop_assert_eq!(row.of, *found);
            prop_assert_eq!(row.room.is_empty(), found.room().is_none());
            prop_assert!(row.sentence.ends_with('.') && !row.sentence.contains("  "), "{}", row.sentence);
        }
    }
}

#[test]
fn the_published_case_paying_back_by_the_third_year() {
    let words = words("", condition(Measure::Payback, Scope::Benefits, 2));
    assert_eq!(words.title, "?");
    assert_eq!(words.summary, "?");
    assert_eq!(said(&words, "benefit-delay"), "?");
    assert_eq!(said(&words, "benefit-delivery"), "?");
    assert_eq!(said(&words, "in-county-journeys"), "?");
    assert_eq!(said(&words, "investment-overrun"), "?");
}

#[test]
fn savings_alone_rest_on_a_few_assumptions() {
    let words = words("", condition(Measure::Payback, Scope::Savings, 4));
    assert_eq!(words.summary, "?");
    assert_eq!(said(&words, "in-county-journeys"), "?");
    assert_eq!(said(&words, "ehcp-growth"), "?");
    assert_eq!(said(&words, "benefit-delay"), "?");
}

#[test]
fn what_does_not_hold_now_says_what_it_would_take() {
    let late = "benefit-delay=24";
    let words = words(late, condition(Measure::Payback, Scope::Savings, 3));
    assert_eq!(words.summary, "?");
    assert_eq!(said(&words, "benefit-delay"), "?");
    assert_eq!(said(&words, "in-county-journeys"), "?");
    assert_eq!(said(&words, "discount-rate"), "?");
}

#[test]
fn adult_care_by_itself_never_covers_the_whole_investment_in_the_first_year() {
    let first_year = words("", condition(Measure::Payback, Scope::Payer(2), 0));
    assert_eq!(first_year.summary, "?");
    let by_the_last = words("", condition(Measure::Payback, Scope::Payer(2), 4));
    assert_eq!(said(&by_the_last, "day-opportunities"), "?");
    assert_eq!(said(&by_the_last, "in-county-journeys"), "?");
}

#[test]
fn net_and_present_value_at_or_above_nought() {
    let net = words("", condition(Measure::Net, Scope::Savings, 0));
    assert_eq!(said(&net, "service-efficiency"), "?");
    assert_eq!(said(&net, "benefit-delivery"), "?");
    let worth = words("", condition(Measure::NetPresentValue, Scope::Payer(1), 0));
    assert_eq!(worth.title, "?");
    assert_eq!(said(&worth, "ooc-school-dsg-share"), "?");
}

#[test]
fn a_whole_assumption_is_tried_at_every_value() {
    let published = Scenario::published();
    let net = condition(Measure::Net, Scope::Benefits, 0);
    let delay = found(&published, net, "local-networks-delay");
    let Switch::Always(tried) = delay.switch else {
        panic!("{delay:?}");
    };
    assert!(tried.every);
    assert_eq!(tried.count, 25);
    let journeys = found(&published, net, "in-county-journeys");
    assert!(
        matches!(journeys.switch, Switch::Always(tried) if !tried.every),
        "{journeys:?}"
    );
}
