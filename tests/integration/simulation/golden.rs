//! Figures of the shipped case that every platform must give: the browser tests and the
//! worker hold themselves to the same file.

use std::fs;

use send_modeller::analysis::{Plan, Shape};
use send_modeller::model::Scenario;

use super::second::{percentile, spearman};
use super::{only, plan, simulated, summed};
use crate::{index, model, project, scenario};

/// What is run: a link, and the plan.
fn simulations() -> [(&'static str, Plan); 2] {
    let other = Plan {
        seed: 7,
        shape: Shape::Triangular,
        ..plan(10_000)
    };
    [
        ("case=hertfordshire-2018&v=1", plan(10_000)),
        (
            "case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
            other,
        ),
    ]
}

#[test]
fn the_figures_are_those_of_the_file() {
    let mut text = String::new();
    for (link, plan) in simulations() {
        let numbers = summed(&scenario(link), plan).to_numbers();
        // The shortest decimals that are these very numbers.
        let numbers: Vec<String> = numbers.iter().map(|number| format!("{number:?}")).collect();
        let shape = match plan.shape {
            Shape::Pert => "pert",
            Shape::Triangular => "triangular",
        };
        text += &format!(
            "{link} {} {} {shape}\n{}\n",
            plan.draws,
            plan.seed,
            numbers.join(" ")
        );
    }
    let file = project("tests/simulation.txt");
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") {
        fs::write(&file, &text).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    for (now, then) in text.lines().zip(written.lines()) {
        let mut numbers = now.split(' ').zip(then.split(' ')).enumerate();
        let moved = numbers.find(|(_, (now, then))| now != then);
        assert_eq!(moved, None, "UPDATE_GOLDEN=1 writes the file anew");
    }
    assert_eq!(text.len(), written.len());
}

#[test]
fn correlations_are_those_of_exact_ranks() {
    let model = model();
    // Months alone, which tie, in a range that does not begin at nought.
    let mut months = only(&[], scenario(""));
    months
        .set_range(model.assumptions(), index("benefit-delay"), 6.0, 24.0)
        .unwrap();
    let published = Scenario::published();
    // The fewest, then on both sides of where ranks are no longer counted.
    for (draws, scenario) in [
        (100, &published),
        (5_000, &published),
        (5_001, &published),
        (5_000, &months),
        (5_001, &months),
    ] {
        let simulation = simulated(scenario, plan(draws));
        let summary = simulation.summary().unwrap();
        let all: Vec<Scenario> = (0..draws)
            .map(|draw| simulation.scenario_of_draw(draw))
            .collect();
        let many = *scenario == published;
        assert_eq!(summary.correlations.len() > 20, many);
        let most = summary.correlations[0].rank.abs();
        assert!(most > if many { 0.2 } else { 0.98 }, "{most}");
        for one in &summary.correlations {
            let value = |draw: &Scenario| draw.value(model.assumptions(), one.assumption);
            let values: Vec<f64> = all.iter().map(value).collect();
            let exact = spearman(&values, simulation.nets());
            assert!(
                (one.rank - exact).abs() < 0.01,
                "{draws}: {} and {exact}",
                one.rank
            );
        }
    }
}

#[test]
fn a_percentile_is_by_nearest_rank() {
    let column: Vec<f64> = (1..=10).map(f64::from).collect();
    assert_eq!(
        [10, 50, 90].map(|percent| percentile(&column, percent)),
        [1.0, 5.0, 9.0]
    );
    let simulation = simulated(&Scenario::published(), plan(101));
    let mut nets = simulation.nets().to_vec();
    nets.sort_by(f64::total_cmp);
    let net = simulation.summary().unwrap().scopes[0].net;
    // A tenth of 101 is more than ten draws, so it is the eleventh.
    assert_eq!([net.p10, net.p50, net.p90], [nets[10], nets[50], nets[90]]);
}
