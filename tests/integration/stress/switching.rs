//! Switching values: proved by running both sides of each; honest where there is none.

use proptest::prelude::*;
use send_modeller::analysis::{
    Aim, Condition, Edge, Measure, Scope, Switch, SwitchingValue, grain, switching_values,
    tightest_first,
};
use send_modeller::case::Unit;
use send_modeller::export::{SwitchingWords, switching_words};
use send_modeller::model::{Model, Outcome, Scenario};

use super::{aim, aimed, direct, parts, readings, with_ranges};
use crate::scenarios::{at, links};
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
fn proved(
    model: &Model,
    scenario: &Scenario,
    condition: Condition,
    found: &SwitchingValue,
    edge: Edge,
) {
    let at = |value| holds(condition, &direct(model, scenario, found.assumption, value));
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
        link in links(3),
        parts in parts(),
        own: bool,
        aim in aim(),
        by in 0_usize..5,
    ) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let table = model.assumptions();
        let condition = Condition { aim, by };
        let scenario = if own { with_ranges(&model, &start, &parts) } else { start };
        let now = holds(condition, &model.evaluate(&scenario));
        let values = switching_values(&model, &scenario, condition);
        prop_assert_eq!(values.len(), table.len());
        for found in &values {
            let known = &table[found.assumption];
            let at = |value| holds(condition, &direct(&model, &scenario, found.assumption, value));
            match found.switch {
                Switch::Holds(stretch) | Switch::Needs(stretch) => {
                    prop_assert_eq!(now, matches!(found.switch, Switch::Holds(_)), "{}", known.id);
                    prop_assert!(stretch.from.is_some() || stretch.to.is_some());
                    for edge in stretch.from.iter().chain(&stretch.to) {
                        proved(&model, &scenario, condition, found, *edge);
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
    fn the_tightest_comes_first_and_is_in_words(link in links(2), parts in parts(), aim in aim(), by in 0_usize..5) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let condition = Condition { aim, by };
        let scenario = with_ranges(&model, &start, &parts);
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
    insta::assert_snapshot!(words.title, @"Pays back by 2020/21 on savings and avoidance");
    insta::assert_snapshot!(words.summary, @"Pays back by 2020/21 on savings and avoidance now. 4 assumptions can each by themselves stop that, none within its range of low to high; the tightest is all benefits arrive late by: at most 16 months. 98 cannot, at any value that was tried.");
    insta::assert_snapshot!(said(&words, "benefit-delay"), @"Pays back by 2020/21 on savings and avoidance as long as all benefits arrive late by at most 16 months. [at most 16 months] Now 0 months: room of 16 months.");
    insta::assert_snapshot!(said(&words, "benefit-delivery"), @"Pays back by 2020/21 on savings and avoidance as long as benefits delivered is at least 31.59%. [at least 31.59%] Now 100%: room of 68.41 points.");
    insta::assert_snapshot!(said(&words, "in-county-journeys"), @"Pays back by 2020/21 on savings and avoidance for any value of in-county school journeys removed from 0% to 100% (47 tried). [any value]");
    insta::assert_snapshot!(said(&words, "investment-overrun"), @"Pays back by 2020/21 on savings and avoidance for any value of investment overrun from −50% to 200% (45 tried). [any value]");
}

#[test]
fn savings_alone_rest_on_a_few_assumptions() {
    let words = words("", condition(Measure::Payback, Scope::Savings, 4));
    insta::assert_snapshot!(words.summary, @"Pays back by 2022/23 on savings alone now. 7 assumptions can each by themselves stop that, none within its range of low to high; the tightest is in-county school journeys removed: at least 1.99%. 95 cannot, at any value that was tried.");
    insta::assert_snapshot!(said(&words, "in-county-journeys"), @"Pays back by 2022/23 on savings alone as long as in-county school journeys removed is at least 1.99%. [at least 1.99%] Now 10%: room of 8.01 points.");
    insta::assert_snapshot!(said(&words, "ehcp-growth"), @"Pays back by 2022/23 on savings alone for any value of growth in children with SEND, 2018 to 2023 from 0% to 200% (47 tried). [any value]");
    insta::assert_snapshot!(said(&words, "benefit-delay"), @"Pays back by 2022/23 on savings alone for any value of “All benefits arrive late by” from 0 months to 24 months (each of 25 tried). [any value]");
}

#[test]
fn what_does_not_hold_now_says_what_it_would_take() {
    let late = "benefit-delay=24";
    let words = words(late, condition(Measure::Payback, Scope::Savings, 3));
    insta::assert_snapshot!(words.summary, @"Does not pay back by 2021/22 on savings alone now. 7 assumptions can each by themselves change that, none within its range of low to high; the nearest is all benefits arrive late by: would need at most 15 months. 95 cannot, at any value that was tried.");
    insta::assert_snapshot!(said(&words, "benefit-delay"), @"Does not pay back by 2021/22 on savings alone now; it would if all benefits arrive late by at most 15 months. [would need at most 15 months] Now 24 months: 9 months away.");
    insta::assert_snapshot!(said(&words, "in-county-journeys"), @"Does not pay back by 2021/22 on savings alone now; it would if in-county school journeys removed were at least 20.34%. [would need at least 20.34%] Now 10%: 10.34 points away.");
    insta::assert_snapshot!(said(&words, "discount-rate"), @"Does not pay back by 2021/22 on savings alone for any value of discount rate from 0% to 20% (45 tried). [no value]");
}

#[test]
fn adult_care_does_not_cover_the_investment_and_only_its_own_assumptions_could_help() {
    let first_year = words("", condition(Measure::Payback, Scope::Payer(2), 0));
    insta::assert_snapshot!(first_year.summary, @"Gains of Adult care services do not cover the investment by 2018/19 now. No assumption by itself can change that, at any value that was tried.");
    let by_the_last = words("", condition(Measure::Payback, Scope::Payer(2), 4));
    insta::assert_snapshot!(said(&by_the_last, "day-opportunities"), @"Gains of Adult care services do not cover the investment by 2022/23 now; they would if day opportunities cost reduced were at least 10.76%. [would need at least 10.76%] Now 10%: 0.76 points away. It switches within its range, 4% to 12%.");
    insta::assert_snapshot!(said(&by_the_last, "in-county-journeys"), @"Gains of Adult care services do not cover the investment by 2022/23 for any value of in-county school journeys removed from 0% to 100% (47 tried). [no value]");
}

#[test]
fn net_and_present_value_at_or_above_nought() {
    let net = words("", condition(Measure::Net, Scope::Savings, 0));
    insta::assert_snapshot!(said(&net, "service-efficiency"), @"Net over five years on savings alone is at or above nought for any value of service costs reduced from 0% to 100% (47 tried). [any value]");
    insta::assert_snapshot!(said(&net, "benefit-delivery"), @"Net over five years on savings alone is at or above nought as long as benefits delivered is at least 43.29%. [at least 43.29%] Now 100%: room of 56.71 points.");
    let worth = words("", condition(Measure::NetPresentValue, Scope::Payer(1), 0));
    insta::assert_snapshot!(worth.title, @"Net present value on the gains of Dedicated Schools Grant is at or above nought");
    insta::assert_snapshot!(said(&worth, "ooc-school-dsg-share"), @"Net present value on the gains of Dedicated Schools Grant is below nought for any value of out-of-county school avoidance falling to DSG from 0% to 100% (45 tried). [no value]");
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

#[test]
fn values_are_tried_as_a_person_would_type_them() {
    let mut known = model().assumptions()[index("in-county-journeys")].clone();
    let mut of = |unit, max| {
        known.unit = unit;
        known.max = max;
        grain(&known)
    };
    assert_eq!(of(Unit::Percent, 100.0), 0.01);
    assert_eq!(of(Unit::Percent, 5_000.0), 0.01, "large, and no pounds");
    assert_eq!(of(Unit::Months, 24.0), 1.0);
    assert_eq!(of(Unit::Pounds, 999.99), 0.01);
    assert_eq!(of(Unit::Pounds, 1_000.0), 1.0);
    assert_eq!(of(Unit::Pounds, 40_000.0), 1.0);
}

#[test]
fn an_edge_with_one_side_outside_low_to_high_is_not_within() {
    let model = model();
    let condition = Condition {
        aim: Aim {
            measure: Measure::Net,
            scope: Scope::Benefits,
        },
        by: 4,
    };
    let switches =
        |known: &SwitchingValue| matches!(known.switch, Switch::Holds(_) | Switch::Needs(_));
    let mut all = switching_values(&model, &scenario(""), condition).into_iter();
    let mut known = all.find(switches).unwrap();
    let of = |holds: f64, fails: f64, known: &mut SwitchingValue| {
        let (Switch::Holds(stretch) | Switch::Needs(stretch)) = &mut known.switch else {
            return None;
        };
        stretch.from = Some(Edge { holds, fails });
        stretch.to = None;
        Some(known.is_within_range())
    };
    (known.low, known.high) = (10.0, 20.0);
    for (holds, fails, within) in [
        (12.0, 11.0, true),
        (10.0, 9.99, false),
        (9.99, 10.0, false),
        (20.0, 10.0, true),
        (20.01, 20.0, false),
        (20.0, 20.01, false),
    ] {
        assert_eq!(
            of(holds, fails, &mut known),
            Some(within),
            "{holds} {fails}"
        );
    }
}
