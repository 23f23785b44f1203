//! Every picture there is of what is shown.

use super::Picture;
use super::{rows, spread, yearly};
use crate::analysis::pressures;
use crate::chart::{chances_of, fan_of, heat_of, ranks_of, tornado_of};
use crate::export::{
    Shown, simulation_correlations, simulation_correlations_summary, simulation_fan_summary,
    simulation_payback, simulation_payback_summary,
};

/// As many assumptions as are read at a glance, of a tornado and of correlations.
const FIRST: usize = 12;
const CLOSEST: usize = 10;

/// Every picture of what is shown: those of the results, then of the stress test, then of
/// the comparison and the simulation where there are such.
pub fn pictures(of: &Shown<'_>) -> Vec<Picture> {
    let Shown {
        model,
        scenario,
        outcome,
        published,
        ..
    } = *of;
    let measure = of.settings.aim.measure;
    let mut all = vec![
        yearly::bars(model, outcome, published),
        yearly::cumulative(model, outcome, published),
    ];
    let pressed = pressures(model, outcome);
    if !pressed.groups.is_empty() {
        all.push(yearly::pressures(model, &pressed));
    }
    let moved = of.sensitivity();
    if !moved.rows.is_empty() {
        let tornado = tornado_of(model, &moved, FIRST, measure);
        all.push(rows::tornado(&tornado, &moved.title, &moved.summary));
    }
    if let Some((two, words)) = of.two_way() {
        let heat = heat_of(model, &two, &words, measure);
        all.push(spread::heat(&heat, &words.title, &words.summary));
    }
    if let Some((model, compared, names)) = of.comparison() {
        all.push(yearly::compared(&model, &compared, &names));
    }
    if let Some(summary) = of.simulated {
        let years = model.case().years;
        let payback = simulation_payback(model, summary);
        let ranks = simulation_correlations(model, scenario, summary);
        all.push(spread::fan(
            years,
            &fan_of(summary, published),
            simulation_fan_summary(model, summary),
        ));
        all.push(spread::chances(
            years,
            &chances_of(summary, &payback),
            simulation_payback_summary(model, summary),
        ));
        all.push(rows::ranks(
            &ranks_of(summary, &ranks, CLOSEST),
            simulation_correlations_summary(model, summary),
        ));
    }
    all
}
