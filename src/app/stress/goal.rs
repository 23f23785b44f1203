//! What an assumption would have to be for the figure to come out as wanted.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::choose::list;
use super::outcome::set;
use crate::analysis::{Goal, Measure, Settings, by_effect, goal_seek};
use crate::app::browser;
use crate::app::components::Taking;
use crate::export::{aim_words, goal_words};
use crate::model::{AssumptionIndex, Model, Pounds};
use crate::session::{Action, EntryProblem, Session, parse_pounds, text_of};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Seek session={session.clone()} dispatch={dispatch.clone()} taking={taking.clone()} />
    }
}

#[component]
fn Seek(props: &SectionProps) -> Html {
    let SectionProps {
        session, dispatch, ..
    } = props;
    let typed = use_state_eq(|| None::<String>);
    let behind = use_behind(session);
    let (settings, _) = session.settings();
    let model = session.model();
    let key = (
        model.clone(),
        behind.shown().clone(),
        behind.settings().0.aim,
    );
    let leading = use_memo(key, |(model, scenario, aim)| {
        by_effect(model, scenario, *aim).first().copied()
    });
    let (Some(assumption), wanted) = asked(&settings, model, *leading) else {
        return Html::default();
    };
    let text = text_shown(typed.as_deref(), wanted);
    let problem = (settings.aim.measure != Measure::Payback)
        .then(|| read(&text).err())
        .flatten();
    let goal = Goal::of(settings.aim, wanted);
    let found = use_memo(
        (model.clone(), behind.shown().clone(), assumption, goal),
        |(model, scenario, assumption, goal)| {
            goal_words(model, &goal_seek(model, scenario, *assumption, *goal))
        },
    );
    let indices: Vec<AssumptionIndex> = model.assumptions().iter().map(|(at, _)| at).collect();
    let chosen = indices.iter().position(|at| *at == assumption);
    let labels = model.assumptions().iter().map(|(_, of)| of.label.clone());
    let on_assumption = set(session, dispatch, move |settings, place: usize| {
        if let Some(index) = indices.get(place) {
            settings.goal = Some((*index, wanted));
        }
    });
    let on_wanted = set(session, dispatch, move |settings, wanted| {
        settings.goal = Some((assumption, wanted));
    });
    let take = found.offer.map(|value| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            // The button goes away, and must not take the keyboard with it.
            browser::focus("goal-assumption");
            dispatch.emit(Action::Apply(vec![(assumption, value)]));
        })
    });
    html! {
        <>
            <p class="help">
                { "One assumption is moved until the figure comes out as wanted, all others as \
                   they are." }
            </p>
            <div class="asked">
                { list("goal-assumption", "Assumption to move", labels.collect(),
                    chosen.unwrap_or_default(), on_assumption) }
                if settings.aim.measure == Measure::Payback {
                    { years(model, wanted, on_wanted) }
                } else {
                    { amount(&aim_words(model, settings.aim), text, problem.as_ref(),
                        Callback::from(move |text: String| {
                            if let Ok(wanted) = read(&text) {
                                on_wanted.emit(wanted);
                            }
                            typed.set(Some(text));
                        })) }
                }
            </div>
            <div class="found">
                <div role="status">
                    if problem.is_none() {
                        <p class="lead">{ &found.sentence }</p>
                        if !found.proof.is_empty() {
                            <p class="help">{ format!("Both were run: {}", found.proof) }</p>
                        }
                    } else {
                        <p>{ "No answer until the amount can be read." }</p>
                    }
                </div>
                if let Some(take) = take.filter(|_| problem.is_none()) {
                    <button type="button" class="button" onclick={take}>
                        { "Use this value in the scenario" }
                    </button>
                }
            </div>
        </>
    }
}

/// What is sought: as it is set, or else the assumption that matters most, with nought
/// pounds or the year of the other tests.
fn asked(
    settings: &Settings,
    model: &Model,
    leading: Option<AssumptionIndex>,
) -> (Option<AssumptionIndex>, f64) {
    if let Some((assumption, wanted)) = settings.goal {
        return (Some(assumption), wanted);
    }
    let last = model.case().years.count.saturating_sub(1);
    #[expect(clippy::cast_precision_loss, reason = "a few years")]
    let wanted = match settings.aim.measure {
        Measure::Payback => settings.by.unwrap_or(last) as f64,
        Measure::Net | Measure::NetPresentValue => 0.0,
    };
    (leading, wanted)
}

fn read(text: &str) -> Result<f64, EntryProblem> {
    parse_pounds(text, Settings::MOST_POUNDS)
}

/// What was typed, unless the goal has become another since, as after Back.
#[expect(clippy::float_cmp, reason = "the very amount")]
fn text_shown(typed: Option<&str>, wanted: f64) -> String {
    let kept = typed.filter(|text| read(text).map_or(true, |read| read == wanted));
    kept.map_or_else(|| text_of(wanted), str::to_owned)
}

fn amount(
    figure: &str,
    text: String,
    problem: Option<&EntryProblem>,
    oninput: Callback<String>,
) -> Html {
    let invalid = problem.is_some();
    let oninput = oninput.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        input.map(|input| input.value()).unwrap_or_default()
    });
    let described = if invalid {
        "goal-amount-problem"
    } else {
        "goal-amount-form"
    };
    html! {
        <div class={classes!("list", invalid.then_some("invalid"))}>
            <label for="goal-amount">{ format!("To bring {figure} to") }</label>
            <span class="box">
                <span class="unit" aria-hidden="true">{ "£" }</span>
                <input id="goal-amount" type="text" inputmode="text" autocomplete="off"
                    spellcheck="false" aria-describedby={described}
                    aria-invalid={invalid.then_some("true")} value={text} {oninput} />
            </span>
            if let Some(problem) = problem {
                <p class="problem" id="goal-amount-problem">{ problem.to_string() }</p>
            } else {
                <p class="help" id="goal-amount-form">{ "Pounds, such as 0, 750k or 1.5m" }</p>
            }
        </div>
    }
}

fn years(model: &Model, wanted: f64, choose: Callback<f64>) -> Html {
    let wanted = usize::try_from(Pounds::round(wanted).0).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a few years")]
    let choose = choose.reform(|year: usize| year as f64);
    list(
        "goal-year",
        "To pay back in",
        model.case().years.labels(),
        wanted,
        choose,
    )
}
