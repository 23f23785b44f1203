//! How long the default simulation of the published case takes in a native program, for
//! `benches/simulation.mjs` to hold the browser's times against: the median of some
//! simulations in milliseconds, as one line of JSON.

#![allow(clippy::expect_used, reason = "a benchmark may fail loudly")]

use std::hint::black_box;
use std::time::Instant;

use send_modeller::analysis::{Plan, Simulation};
use send_modeller::model::{Library, Scenario};

const ROUNDS: usize = 9;

fn main() {
    let library = Library::shipped().expect("the shipped cases are sound");
    let model = library.default_model();
    let scenario = Scenario::published();
    let plan = Plan::default();
    let (mut begun, mut made, mut summed) = (Vec::new(), Vec::new(), Vec::new());
    let mut sum = 0.0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut simulation =
            Simulation::new(model, &scenario, plan).expect("the default plan can be carried out");
        begun.push(milliseconds(start));
        let start = Instant::now();
        simulation.advance(plan.draws);
        made.push(milliseconds(start));
        let start = Instant::now();
        let summary = simulation.summary().expect("there are draws");
        summed.push(milliseconds(start));
        sum = simulation.nets().iter().sum::<f64>();
        assert_eq!(summary.draws, plan.draws);
    }
    // The plain run one by one, for what the lanes are worth.
    let values = model.values(&scenario);
    let mut outcome = model.outcome();
    let mut plain = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for _ in 0..plan.draws {
            model.run(black_box(&values), black_box(&mut outcome));
        }
        plain.push(milliseconds(start));
    }
    println!(
        "{{\"draws\": {}, \"begin\": {:.2}, \"draw\": {:.2}, \"sum_up\": {:.2}, \"plain\": {:.2}, \"net\": {sum}}}",
        plan.draws,
        median(begun),
        median(made),
        median(summed),
        median(plain)
    );
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
