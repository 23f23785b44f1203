//! What a run came to: the sentence, the percentiles, the pictures with their tables, and
//! how it was made.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{Disclosure, Taking, grid_table, sheet, use_taking};
use crate::app::simulated::Done;
use crate::app::stress::figure::{Picture, Subject};
use crate::chart::{chances_of, fan_of, ranks_of};
use crate::export::{
    Grid, Sheet, ring_fence_warning, simulation_correlations, simulation_correlations_summary,
    simulation_fan, simulation_fan_summary, simulation_method, simulation_payback,
    simulation_payback_summary, simulation_percentiles, simulation_sentence,
};
use crate::model::{MODEL_VERSION, Outcome};

/// As many assumptions as the picture shows.
const MOST: usize = 10;

#[derive(PartialEq, Properties)]
pub struct ResultsProps {
    pub done: Rc<Done>,
    pub published: Rc<Outcome>,
    /// The outcome of the scenario that was run, if it is the one shown.
    pub outcome: Option<Rc<Outcome>>,
}

#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let taking = use_taking();
    let Done { of, summary, .. } = &*props.done;
    let (model, scenario) = (&of.model, &of.scenario);
    let case = &model.case().id;
    let years = model.case().years;
    let percentiles = simulation_percentiles(model, summary);
    let fan = simulation_fan(model, summary);
    let payback = simulation_payback(model, summary);
    let ranks = simulation_correlations(model, scenario, summary);
    let outcome = props.outcome.as_ref();
    let warning = outcome.and_then(|outcome| ring_fence_warning(model, outcome));
    html! {
        <>
            <p class="lead">{ simulation_sentence(model, summary) }</p>
            if props.done.on_page {
                <p class="help">
                    { "This browser did not start a background worker, so the page ran it itself in \
                       short slices. The figures are the same." }
                </p>
            }
            { sheet(&taking, case, "simulation-percentiles", &percentiles, Html::default()) }
            <div class="simulation-figures">
                <div>
                    <Picture id="simulation-fan" title="Cumulative net over the draws"
                        summary={simulation_fan_summary(model, summary)}
                        subject={Subject::Fan(years, Rc::new(fan_of(summary, &props.published)))}>
                        { behind(&taking, case, "simulation-fan", &fan) }
                    </Picture>
                    <Picture id="simulation-chances" title="How likely payback is, by year"
                        summary={simulation_payback_summary(model, summary)}
                        subject={Subject::Chances(years, chances_of(summary, &payback).into())}>
                        if let Some(warning) = warning {
                            <p class="help">{ warning }</p>
                        }
                        { behind(&taking, case, "simulation-chances", &payback) }
                    </Picture>
                </div>
                <div>
                    <Picture id="simulation-ranks" title="What goes closest with net: the first ten"
                        summary={simulation_correlations_summary(model, summary)}
                        subject={Subject::Ranks(ranks_of(summary, &ranks, MOST).into())}>
                        { behind(&taking, case, "simulation-ranks", &ranks) }
                    </Picture>
                    <section class="method" aria-labelledby="simulation-method">
                    <h3 id="simulation-method">{ "How it was made" }</h3>
                    <ul>
                        { for simulation_method(model, scenario, summary).into_iter().map(|part| html! {
                            <li>{ part }</li>
                        }) }
                        <li>{ format!("Model version {MODEL_VERSION}.") }</li>
                    </ul>
                    </section>
                </div>
            </div>
        </>
    }
}

/// The table behind a picture, and the ways to take it away.
fn behind(taking: &Taking, case: &str, id: &str, grid: &Grid) -> Html {
    let whole = grid.clone();
    html! {
        <Disclosure id={format!("{id}-table")} label="Show as a table" class="figure-table">
            <p class="help">{ &grid.caption }</p>
            { grid_table(grid, Html::default()) }
            { taking.tools(id, &grid.caption, case, move || Sheet::of_grid(&whole)) }
        </Disclosure>
    }
}
