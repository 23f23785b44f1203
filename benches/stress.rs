//! How long the deterministic analyses of a stress test take, natively, on the published
//! case.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]
#![allow(clippy::expect_used, reason = "a benchmark may fail loudly")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use send_modeller::analysis::{
    Aim, Condition, Measure, Scope, Switch, TwoWay, sensitivity, switching_values, two_way,
};
use send_modeller::model::{AssumptionIndex, Library, Model, Outcome, Scenario};

fn at(model: &Model, assumption: AssumptionIndex, value: f64) -> Outcome {
    let mut scenario = Scenario::published();
    let set = scenario.set(model.assumptions(), assumption, value);
    set.expect("a value it takes");
    model.evaluate(&scenario)
}

fn all_sensitivities(c: &mut Criterion, model: &Model) {
    let published = Scenario::published();
    let run = || sensitivity(model, black_box(&published), Scope::Benefits);

    // A fast wrong answer is worth nothing.
    for swing in run() {
        let net = |value| at(model, swing.assumption, value).net.total();
        assert_eq!(swing.at_low.net, net(swing.low));
        assert_eq!(swing.at_high.net, net(swing.high));
    }

    c.bench_function("stress/sensitivity", |bencher| bencher.iter(run));
}

fn all_switching_values(c: &mut Criterion, model: &Model) {
    let published = Scenario::published();
    let condition = Condition {
        aim: Aim {
            measure: Measure::Payback,
            scope: Scope::Savings,
        },
        by: 3,
    };
    let run = || switching_values(model, black_box(&published), condition);

    let mut switching = 0;
    for found in run() {
        if let Switch::Holds(stretch) | Switch::Needs(stretch) = found.switch {
            for edge in stretch.from.iter().chain(&stretch.to) {
                let holds = |value| condition.holds(&at(model, found.assumption, value));
                assert!(holds(edge.holds) && !holds(edge.fails), "{found:?}");
                switching += 1;
            }
        }
    }
    assert!(switching > 5, "{switching}");

    c.bench_function("stress/switching-values", |bencher| bencher.iter(run));
}

fn grid_of_two(c: &mut Criterion, model: &Model) {
    let published = Scenario::published();
    let find = |id: &str| model.assumptions().find(id).expect("an assumption");
    let [across, down] = ["in-county-journeys", "service-efficiency"].map(find);
    let run = || {
        let most = TwoWay::MOST;
        let asked = ((across, most), (down, most));
        two_way(
            model,
            black_box(&published),
            asked.0,
            asked.1,
            Scope::Benefits,
        )
        .expect("two that can be set against each other")
    };

    let two = run();
    assert_eq!(two.cells.len(), 41 * 41);
    for (column, value) in two.across.values.iter().enumerate() {
        let mut scenario = Scenario::published();
        for (assumption, value) in [(across, *value), (down, two.down.values[7])] {
            let set = scenario.set(model.assumptions(), assumption, value);
            set.expect("a value it takes");
        }
        let net = model.evaluate(&scenario).net.total();
        assert_eq!(two.cell(column, 7).map(|cell| cell.net), Some(net));
    }

    c.bench_function("stress/two-at-once-41x41", |bencher| bencher.iter(run));
}

fn stress(c: &mut Criterion) {
    let library = Library::shipped().expect("the shipped cases are sound");
    let model = library.default_model();
    all_sensitivities(c, model);
    all_switching_values(c, model);
    grid_of_two(c, model);
}

criterion_group!(benches, stress);
criterion_main!(benches);
