//! What a simulation is set to: how many draws, from which seed, in which shape, and
//! around which values. What is typed is kept as typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::{Around, Plan, Settings, Shape};
use crate::app::browser;
use crate::app::stress::choose::radios;
use crate::app::stress::outcome::set;
use crate::export::number;
use crate::session::{Action, Session, Whole, WholeProblem};

/// The ids of the two boxes.
pub const DRAWS: &str = "simulation-draws";
pub const SEED: &str = "simulation-seed";

/// What is typed in the two boxes: the text, and what was set when it was typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    draws: Option<(String, u32)>,
    seed: Option<(String, u32)>,
}

/// A box as it is shown.
pub struct Shown {
    pub text: String,
    pub problem: Option<WholeProblem>,
}

const DRAWS_TAKES: Whole = Whole {
    least: Plan::FEWEST,
    most: Plan::MOST,
};

const SEED_TAKES: Whole = Whole {
    least: 0,
    most: u32::MAX,
};

impl Typed {
    pub fn draws(&self, plan: Plan) -> Shown {
        let usual = number(f64::from(plan.draws));
        shown(self.draws.as_ref(), DRAWS_TAKES, plan.draws, usual)
    }

    pub fn seed(&self, plan: Plan) -> Shown {
        let usual = plan.seed.to_string();
        shown(self.seed.as_ref(), SEED_TAKES, plan.seed, usual)
    }
}

/// What was typed, as long as it is what is set, or nothing else was set since.
fn shown(typed: Option<&(String, u32)>, takes: Whole, is: u32, usual: String) -> Shown {
    let (text, problem) = match typed.map(|(text, then)| (text, *then, takes.read(text))) {
        Some((text, _, Ok(value))) if value == is => (text.clone(), None),
        Some((text, then, Err(problem))) if then == is => (text.clone(), Some(problem)),
        _ => (usual, None),
    };
    Shown { text, problem }
}

/// The controls.
pub fn controls(
    session: &Session,
    dispatch: &Callback<Action>,
    settings: &Settings,
    typed: &UseStateHandle<Typed>,
) -> Html {
    let plan = settings.plan;
    let shapes = [
        (
            Shape::Pert,
            "PERT: values near the most likely one come much more often".to_owned(),
        ),
        (
            Shape::Triangular,
            "Triangular: less weight in the middle, more towards low and high".to_owned(),
        ),
    ];
    let centres = [
        (
            Around::Current,
            "The scenario’s own value of each assumption".to_owned(),
        ),
        (Around::Published, "The published value of each".to_owned()),
    ];
    let on_shape = set(session, dispatch, |settings, shape| {
        settings.plan.shape = shape;
    });
    let on_around = set(session, dispatch, |settings, around| {
        settings.plan.around = around;
    });
    let set_draws = set(session, dispatch, |settings, draws| {
        settings.plan.draws = draws;
    });
    let set_seed = set(session, dispatch, |settings, seed| {
        settings.plan.seed = seed;
    });
    let on_draws = {
        let (typed, set) = (typed.clone(), set_draws);
        Callback::from(move |text: String| {
            // First what is set, so that the text is never shown beside the old one.
            if let Ok(draws) = DRAWS_TAKES.read(&text) {
                set.emit(draws);
            }
            typed.set(Typed {
                draws: Some((text, plan.draws)),
                ..(*typed).clone()
            });
        })
    };
    let on_seed = {
        let (typed, set) = (typed.clone(), set_seed.clone());
        Callback::from(move |text: String| {
            if let Ok(seed) = SEED_TAKES.read(&text) {
                set.emit(seed);
            }
            typed.set(Typed {
                seed: Some((text, plan.seed)),
                ..(*typed).clone()
            });
        })
    };
    let another = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| {
            set_seed.emit(browser::any_seed());
            typed.set(Typed {
                seed: None,
                ..(*typed).clone()
            });
        })
    };
    let another = html! {
        <button type="button" class="button" onclick={another}>{ "Another seed" }</button>
    };
    html! {
        <div class="tested">
            <fieldset class="which numbers">
                <legend>{ "Draws" }</legend>
                { number_box(DRAWS, "Number of draws", &typed.draws(plan), on_draws,
                    "100 to 1,000,000. With more, the percentiles move less from seed to seed.",
                    Html::default()) }
                { number_box(SEED, "Seed", &typed.seed(plan), on_seed,
                    "0 to 4,294,967,295. The same seed gives the same figures anywhere.",
                    another) }
            </fieldset>
            { radios("shape", "Shape of each assumption’s draws", &shapes, plan.shape, &on_shape) }
            { radios("around", "Most likely value", &centres, plan.around, &on_around) }
        </div>
    }
}

fn number_box(
    id: &'static str,
    label: &'static str,
    shown: &Shown,
    typed: Callback<String>,
    help: &'static str,
    beside: Html,
) -> Html {
    let (problem_id, help_id) = (format!("{id}-problem"), format!("{id}-help"));
    let invalid = shown.problem.is_some();
    let described = if invalid {
        format!("{problem_id} {help_id}")
    } else {
        help_id.clone()
    };
    let oninput = typed.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        input.map(|input| input.value()).unwrap_or_default()
    });
    html! {
        <div class={classes!("number", invalid.then_some("invalid"))}>
            <label for={id}>{ label }</label>
            <div class="number-row">
                <span class="box">
                    <input {id} type="text" inputmode="numeric" autocomplete="off" spellcheck="false"
                        aria-describedby={described} aria-invalid={invalid.then_some("true")}
                        value={shown.text.clone()} {oninput} />
                </span>
                { beside }
            </div>
            if let Some(problem) = &shown.problem {
                <p class="problem" id={problem_id}>{ problem.to_string() }</p>
            }
            <p class="help" id={help_id}>{ help }</p>
        </div>
    }
}
