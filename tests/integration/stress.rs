//! The deterministic analyses of a stress test, each held against direct runs.

mod goal;
mod grid;
mod sensitivity;
mod switching;

use proptest::prelude::*;
use send_modeller::analysis::{Aim, Measure, Readings, Scope};
use send_modeller::model::{AssumptionIndex, Model, Outcome, Payback, Scenario, Series};

use crate::model;

/// Any figure for any benefits; [`aimed`] makes it one of a case.
fn aim() -> impl Strategy<Value = Aim> {
    let payers = model().case().payers.len();
    let scope = prop_oneof![
        Just(Scope::Benefits),
        Just(Scope::Savings),
        (0..payers).prop_map(Scope::Payer),
    ];
    let measure = prop::sample::select(vec![
        Measure::Net,
        Measure::NetPresentValue,
        Measure::Payback,
    ]);
    (measure, scope).prop_map(|(measure, scope)| Aim { measure, scope })
}

/// The same figure of a payer that the case has.
fn aimed(model: &Model, aim: Aim) -> Aim {
    let scope = match aim.scope {
        Scope::Payer(payer) => Scope::Payer(payer % model.case().payers.len()),
        scope => scope,
    };
    Aim { scope, ..aim }
}

/// A direct run with one assumption at another value.
fn direct(model: &Model, scenario: &Scenario, assumption: AssumptionIndex, value: f64) -> Outcome {
    let mut scenario = scenario.clone();
    scenario
        .set(model.assumptions(), assumption, value)
        .unwrap();
    model.evaluate(&scenario)
}

/// The figures of an outcome from what the engine itself says of it.
fn readings(scope: Scope, outcome: &Outcome) -> Readings {
    let less = |gained: &Series| gained - &outcome.investment;
    let (net, payback): (Series, Payback) = match scope {
        Scope::Benefits => (outcome.net, outcome.payback),
        Scope::Savings => (less(&outcome.savings), outcome.payback_savings),
        Scope::Payer(payer) => (
            less(&outcome.funding[payer]),
            outcome.payback_by_payer[payer],
        ),
    };
    Readings {
        net: net.total(),
        net_present_value: outcome.present_value(&net),
        payback,
    }
}

/// The range of every assumption anywhere within its bounds, low and high the same for
/// some.
fn with_ranges(model: &Model, scenario: &Scenario, parts: &[(u8, u8)]) -> Scenario {
    let table = model.assumptions();
    let mut scenario = scenario.clone();
    for ((index, known), (one, other)) in table.iter().zip(parts) {
        let at = |part: u8| {
            let value = known.min + (known.max - known.min) * f64::from(part) / 100.0;
            if known.takes_whole() {
                value.floor()
            } else {
                value.min(known.max)
            }
        };
        let (low, high) = (at(*one.min(other)), at(*one.max(other)));
        scenario.set_range(table, index, low, high).unwrap();
    }
    scenario
}

fn parts() -> impl Strategy<Value = Vec<(u8, u8)>> {
    let part = || 0_u8..=100;
    prop::collection::vec((part(), part()), model().assumptions().len())
}
