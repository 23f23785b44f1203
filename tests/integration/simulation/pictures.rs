//! What the pictures of a simulation show, in words.

use send_modeller::export::{
    pounds_short, simulation_correlations_summary, simulation_fan_summary,
    simulation_payback_summary,
};
use send_modeller::model::{Pounds, Scenario};

use super::{only, plan, summed};
use crate::model;

#[test]
fn each_picture_is_summed_up_with_the_figures_of_the_summary() {
    let model = model();
    let summary = summed(&Scenario::published(), plan(2_000));
    let short = |amount: f64| pounds_short(Pounds::round(amount));

    let fan = simulation_fan_summary(&model, &summary);
    for (year, place) in [("2018/19", 0), ("2022/23", 4)] {
        let at = summary.fan[place];
        let said = format!(
            "By the end of {year}, cumulative net is at or below {} in half of the draws, and from \
             {} to {} in eight of ten.",
            short(at.p50),
            short(at.p10),
            short(at.p90)
        );
        assert!(fan.contains(&said), "{said}: {fan}");
    }

    let payback = simulation_payback_summary(&model, &summary);
    assert_eq!(
        payback.matches(" by the end of 2022/23.").count(),
        summary.scopes.len(),
        "{payback}"
    );
    assert!(
        payback.contains("Savings and avoidance: in more than half from 20"),
        "{payback}"
    );

    let ranks = simulation_correlations_summary(&model, &summary);
    let first = &model.assumptions()[summary.correlations[0].assumption].label;
    assert!(
        ranks.contains(&format!("go closest with net: {first} (")),
        "{ranks}"
    );
}

#[test]
fn where_nothing_is_drawn_nothing_goes_with_net() {
    let (model, closed) = (model(), only(&[], Scenario::published()));
    let summary = summed(&closed, plan(100));
    assert_eq!(
        simulation_correlations_summary(&model, &summary),
        "No drawn assumption goes with net."
    );
}
