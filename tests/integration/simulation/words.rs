//! A simulation in words and tables.

use send_modeller::analysis::{Around, Plan, Scope, Shape};
use send_modeller::export::{
    Grid, RowKind, pounds, simulation_correlations, simulation_fan, simulation_method,
    simulation_payback, simulation_percentiles, simulation_sentence,
};
use send_modeller::model::{Pounds, Scenario};

use super::{only, plan, simulated, summed};
use crate::{index, model, scenario};

fn row(grid: &Grid, part: &str, label: &str) -> Vec<String> {
    let row = grid
        .rows
        .iter()
        .find(|row| row.part == part && row.label == label);
    let row = row.unwrap_or_else(|| panic!("{label} in {grid:?}"));
    row.cells.iter().map(|cell| cell.text.clone()).collect()
}

#[test]
fn the_tables_hold_the_figures_of_the_summary() {
    let (model, published) = (model(), Scenario::published());
    let summary = summed(&published, plan(2_000));
    let whole = |amount: f64| pounds(Pounds::round(amount));

    let percentiles = simulation_percentiles(&model, &summary);
    assert_eq!(percentiles.rows.len(), 2 * summary.scopes.len() + 2);
    let net = summary.scope(Scope::Savings).unwrap().net;
    assert_eq!(
        row(&percentiles, "Net over five years", "Savings alone"),
        [net.p10, net.p50, net.p90, net.mean].map(whole)
    );
    let kinds: Vec<_> = percentiles
        .rows
        .iter()
        .map(|row| row.kind.unwrap())
        .collect();
    let [.., RowKind::Saving, RowKind::Avoidance] = kinds[..] else {
        panic!("savings and avoidance apart: {kinds:?}")
    };

    let payback = simulation_payback(&model, &summary);
    assert_eq!(payback.columns, model.case().years.labels());
    assert_eq!(payback.rows.len(), summary.scopes.len());
    assert!(
        payback
            .rows
            .iter()
            .any(|row| row.note.contains("cannot repay"))
    );
    for (row, scope) in payback.rows.iter().zip(&summary.scopes) {
        for (cell, share) in row.cells.iter().zip(&scope.repaid_by) {
            let percent: f64 = cell.plain.as_ref().unwrap().parse().unwrap();
            assert!((percent - share * 100.0).abs() < 0.000_51, "{cell:?}");
        }
    }

    let fan = simulation_fan(&model, &summary);
    assert_eq!(
        row(&fan, "", "P50"),
        summary
            .fan
            .iter()
            .map(|year| whole(year.p50))
            .collect::<Vec<_>>()
    );
    assert_eq!(fan.rows.len(), 5);

    let correlations = simulation_correlations(&model, &published, &summary);
    assert_eq!(correlations.rows.len(), summary.correlations.len());
    let journeys = row(&correlations, "", "In-county school journeys removed");
    assert_eq!(journeys[1..], ["3%", "10%", "12%"]);
    for grid in [&percentiles, &payback, &fan, &correlations] {
        assert!(
            grid.rows
                .iter()
                .all(|row| row.cells.len() == grid.columns.len()),
            "{}",
            grid.caption
        );
        assert!(!grid.caption.is_empty() && !grid.heading.is_empty());
    }
}

#[test]
fn the_sentence_says_how_net_spreads_and_what_comes_back() {
    let summary = summed(&Scenario::published(), plan(2_000));
    let text = simulation_sentence(&model(), &summary);
    assert!(
        text.starts_with("In 2,000 draws, net over five years is £"),
        "{text}"
    );
    assert!(
        text.contains(
            "in eight of ten. Savings and avoidance repay the investment by the end of 2022/23 in "
        ),
        "{text}"
    );
    assert!(text.contains(" of draws; savings alone do in "), "{text}");

    let closed = summed(&only(&[], Scenario::published()), plan(2_000));
    assert_eq!(
        simulation_sentence(&model(), &closed),
        "In 2,000 draws, net over five years is £17.64m in at least eight of ten. Savings and \
         avoidance repay the investment by the end of 2022/23 in 100% of draws; savings alone do \
         in 100%."
    );
}

#[test]
fn a_simulation_that_was_stopped_says_so() {
    let mut simulation =
        send_modeller::analysis::Simulation::new(&model(), &Scenario::published(), plan(100_000))
            .unwrap();
    simulation.advance(1_000);
    let text = simulation_sentence(&model(), &simulation.summary().unwrap());
    assert!(
        text.starts_with("In 1,000 draws of 100,000, after which it was stopped, net"),
        "{text}"
    );
}

#[test]
fn how_it_was_made_is_said_with_what_it_takes_for_granted() {
    let model = model();
    let plan = Plan {
        seed: 42,
        shape: Shape::Triangular,
        around: Around::Current,
        ..plan(1_000)
    };
    let mut fifteen = scenario("case=hertfordshire-2018&v=1&in-county-journeys=15&posts-kept=30");
    fifteen
        .set_range(model.assumptions(), index("posts-kept"), 10.0, 10.0)
        .unwrap();
    let simulation = simulated(&fifteen, plan);
    let parts = simulation_method(&model, &fifteen, &simulation.summary().unwrap());
    let text = parts.join("\n");
    for said in [
        "1,000 draws from seed 42;",
        "a triangular distribution around the scenario’s value",
        "drawn independently of each other",
        "do not add up to those of net",
        "In-county school journeys removed: the scenario’s value, 15%, lies outside 3% to 12%, so 12% is taken as the most likely.",
        "low and high are both 10%, so it is not drawn and stays at the scenario’s 30%.",
    ] {
        assert!(text.contains(said), "{said}\nnot in\n{text}");
    }
    let closed = only(&[], Scenario::published());
    let parts = simulation_method(&model, &closed, &summed(&closed, plan));
    assert!(
        parts[1].starts_with("No assumption has a low below its high"),
        "{parts:?}"
    );
}
