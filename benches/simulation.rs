//! How long the simulation of the published case takes natively.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]
#![allow(clippy::expect_used, reason = "a benchmark may fail loudly")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use send_modeller::analysis::{Plan, Simulation};
use send_modeller::model::{Library, Scenario};

fn simulation(c: &mut Criterion) {
    let library = Library::shipped().expect("the shipped cases are sound");
    let model = library.default_model();
    let begin = || {
        Simulation::new(model, &Scenario::published(), Plan::default())
            .expect("the default plan can be carried out")
    };

    // A fast wrong answer is worth nothing.
    let mut made = begin();
    made.advance(1_000);
    for (draw, net) in (0..).zip(made.nets()) {
        let run = model.evaluate(&made.scenario_of_draw(draw));
        assert_eq!(run.net.total().as_f64(), *net, "draw {draw}");
    }
    made.advance(u32::MAX);
    assert!(made.done());

    let mut group = c.benchmark_group("simulation");
    group.sample_size(10);
    group.bench_function("draw and run 100,000", |bencher| {
        let advance = |mut simulation: Simulation| simulation.advance(u32::MAX);
        bencher.iter_batched(begin, advance, BatchSize::PerIteration);
    });
    group.bench_function("sum up 100,000", |bencher| bencher.iter(|| made.summary()));
    group.finish();
}

criterion_group!(benches, simulation);
criterion_main!(benches);
