//! How far the scenario can be trusted: each assumption over its range, how far each may
//! move, and what has gone wrong elsewhere. Worked out once the page has been painted.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{Part, Still, WIDTH, table};
use crate::analysis::{Settings, failures, sensitivity, switching_values};
use crate::app::stress::figure::Subject;
use crate::chart::{TornadoOf, tornado_of};
use crate::export::{
    Grid, SensitivityWords, SwitchingWords, failure_table, moving_table, sensitivity_words,
    switching_table, switching_words,
};
use crate::model::{Model, Scenario};
use crate::session::Session;

/// How many assumptions the picture shows: as many as leave room for words on a sheet.
const FIRST: usize = 8;

/// What the tests came to.
pub struct Tested {
    sensitivity: SensitivityWords,
    drawn: Rc<TornadoOf>,
    switching: SwitchingWords,
    failures: Grid,
}

impl Tested {
    /// Runs the tests, looking at what the stress test is set to.
    pub fn of(model: &Model, scenario: &Scenario, settings: &Settings) -> Tested {
        let aim = settings.aim;
        let condition = settings.condition(model.case().years.count);
        let swings = sensitivity(model, scenario, aim.scope);
        let words = sensitivity_words(model, &swings, aim);
        let values = switching_values(model, scenario, condition);
        let tried = failures(model, scenario);
        Tested {
            drawn: Rc::new(tornado_of(model, &words, FIRST, aim.measure)),
            sensitivity: words,
            switching: switching_words(model, &values, condition),
            failures: failure_table(model, &model.evaluate(scenario), &tried),
        }
    }
}

pub fn parts(session: &Session, tested: Option<&Tested>) -> Vec<Part> {
    let content = |draw: fn(&Tested) -> Html| match tested {
        Some(tested) => draw(tested),
        None => html! { <p>{ "Working this out…" }</p> },
    };
    let mut parts = vec![
        Part::new(
            "report-sensitivity",
            "Which assumptions matter most",
            content(which_matter),
        ),
        Part::new(
            "report-switching",
            "How far each may move",
            content(how_far),
        ),
    ];
    if !session.model().case().evidence().failures.is_empty() {
        parts.push(Part::new(
            "report-failures",
            "What has gone wrong elsewhere",
            content(gone_wrong),
        ));
    }
    parts
}

fn which_matter(tested: &Tested) -> Html {
    let words = &tested.sensitivity;
    let moving = moving_table(words);
    let drawn = Subject::Tornado(tested.drawn.clone()).parts("report-tornado", WIDTH);
    html! {
        <>
            <p class="help">
                { "Each assumption by itself, from the low to the high end of its range, with all \
                   others as they are. The ranges are judgements: they say what is thinkable and not \
                   how likely it is, so the effects cannot be added up." }
            </p>
            if moving.rows.is_empty() {
                <p>{ &words.summary }</p>
            } else {
                { Still {
                    id: "report-tornado",
                    class: "stress-figure",
                    title: words.title.clone(),
                    legend: drawn.legend,
                    size: drawn.size,
                    drawing: drawn.drawing,
                    summary: words.summary.clone(),
                }.view() }
                { table(&moving) }
            }
        </>
    }
}

fn how_far(tested: &Tested) -> Html {
    let words = &tested.switching;
    let switching = switching_table(words);
    html! {
        <>
            <p class="help">
                { "Each assumption is moved by itself over everything it may be, and the question \
                   is whether this still holds: " }
                <b>{ &words.title }</b>
                { ". Those with the least room for their range come first." }
            </p>
            <p>{ &words.summary }</p>
            if !switching.rows.is_empty() {
                { table(&switching) }
            }
        </>
    }
}

fn gone_wrong(tested: &Tested) -> Html {
    html! {
        <>
            <p class="help">
                { "Failures of real programmes, each put into the scenario by itself, all else as \
                   it is." }
            </p>
            { table(&tested.failures) }
        </>
    }
}
