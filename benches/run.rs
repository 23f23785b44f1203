//! How long one run of the published case takes, natively, on a model compiled once.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]
#![allow(clippy::expect_used, reason = "a benchmark may fail loudly")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use send_modeller::model::{Library, Pounds, Scenario};

fn run(c: &mut Criterion) {
    let library = Library::shipped().expect("the shipped cases are sound");
    let model = library.default_model();
    let values = model.values(&Scenario::published());
    let mut outcome = model.outcome();

    // A fast wrong answer is worth nothing.
    model.run(&values, &mut outcome);
    assert_eq!(outcome.net.total(), Pounds(17_638_882));

    c.bench_function("run/published", |bencher| {
        bencher.iter(|| model.run(black_box(&values), black_box(&mut outcome)));
    });
}

criterion_group!(benches, run);
criterion_main!(benches);
