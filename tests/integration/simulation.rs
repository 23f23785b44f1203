//! The simulation: the same figures however it is run, the closed forms it must meet, and
//! a second reading of its summary from single runs.

mod golden;
mod pictures;
pub mod second;
mod words;

use proptest::prelude::*;
use send_modeller::analysis::{
    Around, Plan, PlanProblem, Scope, Shape, Simulation, Spread, Summary, Summing, drawn,
};
use send_modeller::model::{Model, Scenario};

use crate::scenarios::{Changes, changes};
use crate::{cases, index, model, scenario};

fn plan(draws: u32) -> Plan {
    Plan {
        draws,
        ..Plan::default()
    }
}

fn simulated(scenario: &Scenario, plan: Plan) -> Simulation {
    let mut simulation = Simulation::new(&model(), scenario, plan).unwrap();
    assert_eq!(simulation.advance(u32::MAX), plan.draws);
    assert!(simulation.done());
    simulation
}

fn summed(scenario: &Scenario, plan: Plan) -> Summary {
    simulated(scenario, plan).summary().unwrap()
}

/// The scenario with the range of every assumption but these closed on its own value.
fn only(ids: &[&str], mut scenario: Scenario) -> Scenario {
    let model = model();
    let table = model.assumptions();
    for (index, known) in table.iter() {
        if !ids.contains(&known.id.as_str()) {
            let value = scenario.value(table, index);
            scenario.set_range(table, index, value, value).unwrap();
        }
    }
    scenario
}

/// Arbitrary scenarios with some ranges of their own, and a plan.
fn tested() -> impl Strategy<Value = (Changes, Scenario, Plan)> {
    let ranges = prop::collection::vec((any::<prop::sample::Index>(), 0.0..=1.0, 0.0..=1.0), 0..12);
    let shape = prop_oneof![Just(Shape::Pert), Just(Shape::Triangular)];
    let around = prop_oneof![Just(Around::Current), Just(Around::Published)];
    (changes(2), ranges, any::<u32>(), shape, around).prop_map(
        |(changes, ranges, seed, shape, around)| {
            let (mut scenario, model) = (changes.scenario(), model());
            let table = model.assumptions();
            for (which, one, other) in ranges {
                let (index, known) = table.iter().nth(which.index(table.len())).unwrap();
                let at = |part: f64| {
                    let value = known.min + (known.max - known.min) * part;
                    if known.takes_whole() {
                        value.round()
                    } else {
                        value
                    }
                };
                let (low, high) = (f64::min(one, other), f64::max(one, other));
                scenario.set_range(table, index, at(low), at(high)).unwrap();
            }
            let plan = Plan {
                draws: 120,
                seed,
                shape,
                around,
            };
            (changes, scenario, plan)
        },
    )
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn slices_of_any_size_make_no_difference(
        (_, scenario, plan) in tested(),
        slices in prop::collection::vec(0_u32..40, 1..30),
    ) {
        let whole = summed(&scenario, plan);
        let mut simulation = Simulation::new(&model(), &scenario, plan).unwrap();
        let mut made = 0;
        for slice in slices.into_iter().cycle().chain([1]).take(200) {
            let now = simulation.advance(slice);
            prop_assert_eq!(now, u32::min(made + slice, plan.draws));
            prop_assert_eq!(simulation.progress(), now);
            made = now;
        }
        simulation.advance(plan.draws);
        prop_assert_eq!(simulation.summary(), Some(whole));
    }

    #[test]
    fn every_draw_is_a_run_of_values_within_their_ranges((_, scenario, plan) in tested()) {
        let simulation = simulated(&scenario, plan);
        let model = model();
        let table = model.assumptions();
        let drawn = drawn(&model, &scenario, plan.around);
        for (draw, net) in (0..).zip(simulation.nets()).step_by(7) {
            let values = simulation.scenario_of_draw(draw);
            prop_assert_eq!(model.evaluate(&values).net.total().as_f64(), *net);
            for (index, known) in table.iter() {
                let value = values.value(table, index);
                match drawn.iter().find(|one| one.assumption == index) {
                    Some(one) => prop_assert!(one.low <= value && value <= one.high, "{}: {value}", known.id),
                    None => prop_assert_eq!(value, scenario.value(table, index), "{}", known.id),
                }
            }
        }
    }

    #[test]
    fn the_summary_is_what_single_runs_come_to((_, scenario, plan) in tested()) {
        let simulation = simulated(&scenario, plan);
        let summary = simulation.summary().unwrap();
        second::differences(&simulation, &summary);
    }

    #[test]
    fn a_summary_comes_back_from_its_numbers((_, scenario, plan) in tested()) {
        let summary = summed(&scenario, plan);
        let numbers = summary.to_numbers();
        prop_assert_eq!(Summary::from_numbers(&model(), &numbers), Some(summary));
    }

    #[test]
    fn numbers_that_are_no_summary_give_none(
        (_, scenario, plan) in tested(),
        cut in any::<prop::sample::Index>(),
    ) {
        let numbers = summed(&scenario, plan).to_numbers();
        // Nothing of it panics, and none of what counts can be anything.
        let with = |at: usize, put: f64| {
            let mut other = numbers.clone();
            other[at] = put;
            Summary::from_numbers(&model(), &other)
        };
        for at in 0..9 {
            for put in [f64::NAN, f64::INFINITY, -1.0, 0.5, 1e300] {
                prop_assert_eq!(with(at, put), None, "{} at {}", put, at);
            }
        }
        // No draws, and scopes and years that the model has not got.
        prop_assert_eq!(with(5, 0.0), None);
        for at in [6, 7] {
            prop_assert_eq!([-1.0, 1.0].map(|off| with(at, numbers[at] + off)), [None, None]);
        }
        prop_assert_eq!(Summary::from_numbers(&model(), &numbers[..cut.index(numbers.len())]), None);
        let longer = [&numbers[..], &[0.0]].concat();
        prop_assert_eq!(Summary::from_numbers(&model(), &longer), None);
        // As many ranks as there are assumptions, and one more, each of one that there is.
        let (had, all) = (numbers[8] as usize, model().assumptions().len());
        for (wanted, some) in [(all, true), (all + 1, false)] {
            let ranks = [0.0, 0.5].repeat(wanted - had);
            let mut more = [&numbers[..], &ranks[..]].concat();
            more[8] = wanted as f64;
            prop_assert_eq!(Summary::from_numbers(&model(), &more).is_some(), some);
        }
    }
}

#[test]
fn plans_that_cannot_be_carried_out_are_refused_by_name() {
    let refused = |draws| Simulation::new(&model(), &Scenario::published(), plan(draws)).err();
    for asked in [0, 99, 1_000_001, 10_000_000, u32::MAX] {
        assert_eq!(refused(asked), Some(PlanProblem::Draws { asked }));
    }
    assert_eq!(refused(100), None);
    assert_eq!(
        refused(10_000_000).unwrap().to_string(),
        "10000000 draws cannot be made; ask for 100 to 1000000"
    );
}

#[test]
fn before_the_first_draw_there_is_no_summary() {
    let mut simulation = Simulation::new(&model(), &Scenario::published(), plan(100)).unwrap();
    assert_eq!(simulation.summary(), None);
    simulation.advance(0);
    assert_eq!(simulation.summary(), None);
    simulation.advance(1);
    let summary = simulation.summary().unwrap();
    assert_eq!(summary.draws, 1);
    let net = simulation.nets()[0];
    let Spread {
        p10,
        p50,
        p90,
        mean,
    } = summary.scopes[0].net;
    assert_eq!([p10, p50, p90, mean], [net; 4]);
}

#[test]
fn a_summary_is_there_with_its_last_step() {
    // Where nothing varies the last step finds nothing to do.
    for (scenario, idle) in [(Scenario::published(), 0), (only(&[], scenario("")), 1)] {
        let simulation = simulated(&scenario, plan(100));
        let mut summing = Summing::default();
        let mut made = vec![summing.clone().summary(&simulation).is_some()];
        while !summing.step(&simulation) {
            made.push(summing.clone().summary(&simulation).is_some());
        }
        let early = made.iter().filter(|made| **made).count();
        assert_eq!((early, made.len() > 10), (idle, true));
        assert_eq!(summing.summary(&simulation), simulation.summary());
    }
}

#[test]
fn with_every_range_closed_each_percentile_is_the_point_outcome() {
    for link in [
        "",
        "case=hertfordshire-2018&v=1&benefit-delay=7&in-county-journeys=5&discount-rate=6",
    ] {
        let scenario = only(&[], scenario(link));
        let outcome = model().evaluate(&scenario);
        let summary = summed(&scenario, plan(1_000));
        let all = |spread: Spread, value: f64| {
            assert_eq!([spread.p10, spread.p50, spread.p90], [value; 3]);
            assert!((spread.mean - value).abs() < 1e-6);
        };
        let benefits = summary.scope(Scope::Benefits).unwrap();
        all(benefits.net, outcome.net.total().as_f64());
        all(benefits.net_present_value, outcome.net_present_value);
        all(summary.savings, outcome.savings.total().as_f64());
        all(summary.avoidance, outcome.avoidance.total().as_f64());
        for (year, fan) in summary.fan.iter().enumerate() {
            let net = outcome.cumulative_net[year].as_f64();
            assert_eq!([fan.p10, fan.p25, fan.p50, fan.p75, fan.p90], [net; 5]);
        }
        let paybacks = [outcome.payback, outcome.payback_savings];
        for (scope, payback) in summary
            .scopes
            .iter()
            .zip(paybacks.iter().chain(&outcome.payback_by_payer))
        {
            let certain =
                |year| f64::from(u8::from(payback.year().is_some_and(|back| back <= year)));
            let expected: Vec<f64> = (0..scope.repaid_by.len()).map(certain).collect();
            assert_eq!(scope.repaid_by, expected);
        }
        assert!(summary.correlations.is_empty());
    }
}

#[test]
fn one_input_varied_gives_the_mean_of_its_distribution_within_the_standard_error() {
    // Savings in transport are 10% of a cost, to the pound: a straight line of the cost.
    let id = "in-county-cost";
    for shape in [Shape::Pert, Shape::Triangular] {
        let scenario = only(&[id], Scenario::published());
        let drawn = drawn(&model(), &scenario, Around::Current);
        let [one] = &drawn[..] else {
            panic!("one is drawn: {drawn:?}")
        };
        let (low, likely, high) = (one.low, one.likely, one.high);
        let range = high - low;
        let (mean, variance) = match shape {
            Shape::Pert => {
                let mean = (low + 4.0 * likely + high) / 6.0;
                (mean, (mean - low) * (high - mean) / 7.0)
            }
            Shape::Triangular => {
                let mode = (likely - low) / range;
                (
                    (low + likely + high) / 3.0,
                    range * range * (1.0 - mode + mode * mode) / 18.0,
                )
            }
        };
        let (net, mut at_mean) = (
            model().evaluate(&scenario).net.total().as_f64(),
            scenario.clone(),
        );
        at_mean.set(model().assumptions(), index(id), high).unwrap();
        let slope = (model().evaluate(&at_mean).net.total().as_f64() - net) / (high - likely);
        let plan = Plan {
            shape,
            ..plan(40_000)
        };
        let summary = summed(&scenario, plan);
        let expected = net + slope * (mean - likely);
        let error = slope.abs() * (variance / f64::from(plan.draws)).sqrt();
        let found = summary.scopes[0].net.mean;
        assert!(
            (found - expected).abs() < 3.0 * error,
            "{shape:?}: {found}, {expected} ± {error}"
        );
        // And it alone moves net, upwards.
        let [correlation] = &summary.correlations[..] else {
            panic!("one is drawn")
        };
        assert!(correlation.rank > 0.9999, "{}", correlation.rank);
    }
}

#[test]
fn percentiles_of_sums_are_not_sums_of_percentiles() {
    let summary = summed(&Scenario::published(), plan(20_000));
    let investment = model()
        .evaluate(&Scenario::published())
        .investment
        .total()
        .as_f64();
    let (savings, avoidance) = (summary.savings, summary.avoidance);
    let net = summary.scope(Scope::Benefits).unwrap().net;
    // Low savings and low avoidance seldom come together, so the sum's P10 lies above.
    let parts = savings.p90 - savings.p10 + avoidance.p90 - avoidance.p10;
    let whole = net.p90 - net.p10;
    assert!(whole < parts * 0.97, "{whole} of {parts}");
    assert!(net.p10 - (savings.p10 + avoidance.p10 - investment) > 200_000.0);
}

#[test]
fn another_seed_gives_other_draws_and_much_the_same_summary() {
    let with = |seed| {
        summed(
            &Scenario::published(),
            Plan {
                seed,
                ..plan(20_000)
            },
        )
    };
    let (one, other) = (with(1), with(2));
    assert_ne!(one.scopes[0].net, other.scopes[0].net);
    let apart = (one.scopes[0].net.p50 - other.scopes[0].net.p50).abs();
    assert!(apart < 0.03 * one.scopes[0].net.p50.abs(), "{apart}");
}

#[test]
fn an_assumption_that_is_not_drawn_leaves_the_draws_of_the_others_alone() {
    let (model, published) = (model(), Scenario::published());
    let all = Simulation::new(&model, &published, plan(100)).unwrap();
    let some = Simulation::new(&model, &only(&["ehcp-held"], published), plan(100)).unwrap();
    let value = |of: &Simulation, draw| {
        of.scenario_of_draw(draw)
            .value(model.assumptions(), index("ehcp-held"))
    };
    for draw in [0, 1, 50, 99] {
        assert_eq!(value(&all, draw), value(&some, draw));
    }
    assert_ne!(value(&all, 0), value(&all, 1));
}

#[test]
fn a_most_likely_value_outside_the_range_is_taken_as_the_nearer_end() {
    let (model, scenario): (Model, _) = (
        model(),
        scenario("case=hertfordshire-2018&v=1&in-county-journeys=15"),
    );
    let at = |around| {
        let all = drawn(&model, &scenario, around);
        let one = all
            .into_iter()
            .find(|one| one.assumption == index("in-county-journeys"));
        one.map(|one| (one.low, one.likely, one.high, one.wanted))
            .unwrap()
    };
    assert_eq!(at(Around::Current), (3.0, 12.0, 12.0, 15.0));
    assert_eq!(at(Around::Published), (3.0, 10.0, 12.0, 10.0));
}

#[test]
fn the_draws_made_so_far_are_told() {
    let plan = Plan {
        draws: 300,
        seed: 7,
        ..Plan::default()
    };
    let mut simulation = Simulation::new(&model(), &scenario(""), plan).unwrap();
    assert_eq!(simulation.plan(), plan);
    for made in [0, 1, 65, 130, 299] {
        assert_eq!(simulation.advance(made - simulation.progress()), made);
        assert_eq!(simulation.progress(), made);
        assert!(!simulation.done(), "{made}");
    }
    assert_eq!(simulation.advance(u32::MAX), 300);
    assert!(simulation.done());
    let mut whole = Simulation::new(&model(), &scenario(""), plan).unwrap();
    whole.advance(300);
    assert_eq!(simulation.nets(), whole.nets(), "in parts or at once");
}
