//! The case drawn by lot many times: how likely each outcome is. Figures are shown with
//! what they are of, and never as those of anything else.

mod controls;
mod results;
mod run;

use yew::prelude::*;

use self::controls::{DRAWS, SEED, Typed, controls};
use self::results::Results;
use self::run::{Phase, Run, use_run};
use super::outcome::set;
use crate::app::bringing::is_brought;
use crate::app::browser;
use crate::app::cases;
use crate::app::components::Taking;
use crate::app::pieces::use_piece;
use crate::app::simulated::{Done, Wanted};
use crate::export::{number, simulation_sentence};
use crate::session::{Action, RangeEnd, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, _: &Taking) -> Html {
    html! { <Simulating session={session.clone()} dispatch={dispatch.clone()} /> }
}

/// The ids of what takes the keyboard when a button goes away, and of the words of the
/// bar.
const RUN: &str = "simulation-run";
const CANCEL: &str = "simulation-cancel";
const BAR: &str = "simulation-progress";

#[derive(PartialEq, Properties)]
struct SimulatingProps {
    session: Session,
    dispatch: Callback<Action>,
}

/// A component of its own, so that the page is not drawn again with each report.
#[component]
fn Simulating(props: &SimulatingProps) -> Html {
    let SimulatingProps { session, dispatch } = props;
    // What hands the case to the worker is there before the worker is.
    let _ = use_piece::<cases::Piece>(is_brought(session.model()));
    let (settings, _) = session.settings();
    let typed = use_state_eq(Typed::default);
    let blocked = use_memo((session.clone(), typed.clone()), |(session, typed)| {
        blocked(session, typed)
    });
    let wanted = Wanted {
        model: session.model().clone(),
        scenario: session.shown().clone(),
        plan: settings.plan,
    };
    let runnable = blocked.is_none().then(|| wanted.clone());
    let run = use_run(settings.simulate, runnable, leave_cancel);
    let under_way = matches!(run.phase, Phase::Waiting | Phase::Running { .. });
    let onclick = {
        let asked = set(session, dispatch, |settings, ()| settings.simulate = true);
        let (again, on) = (run.again.clone(), settings.simulate);
        let bad = if typed.draws(settings.plan).problem.is_some() {
            Some(DRAWS)
        } else {
            typed.seed(settings.plan).problem.map(|_| SEED)
        };
        Callback::from(move |_: MouseEvent| {
            if let Some(bad) = bad {
                browser::focus(bad);
            }
            if on {
                again.emit(());
            } else {
                asked.emit(());
            }
        })
    };
    let cancel = {
        let ended = set(session, dispatch, |settings, ()| settings.simulate = false);
        let cancel = run.cancel.clone();
        Callback::from(move |_: MouseEvent| {
            browser::focus(RUN);
            cancel.emit(());
            ended.emit(());
        })
    };
    // Figures of another case are of no use here.
    let done = run
        .done
        .clone()
        .filter(|done| done.of.model == wanted.model);
    let current = done.as_ref().is_some_and(|done| done.of == wanted);
    let stale = done.as_ref().filter(|_| !current || blocked.is_some());
    let note = stale.map(|done| {
        let what = if done.of.scenario == wanted.scenario {
            "settings"
        } else {
            "scenario"
        };
        match &*blocked {
            Some(_) => "Of the last values that could be used.".to_owned(),
            None if settings.simulate => {
                format!("Of the {what} before your last change; running again…")
            }
            None => format!("Of the {what} before your last change. It was not run again."),
        }
    });
    let outcome = done
        .as_ref()
        .filter(|done| done.of.scenario == wanted.scenario)
        .map(|_| session.outcome().clone());
    html! {
        <>
            <p>
                { "All assumptions at once, each drawn by lot between its low and its high, many \
                   times over. The ranges are judgements, and so is the answer: it tells how far \
                   the case holds if they are right." }
            </p>
            { controls(session, dispatch, &settings, &typed) }
            <div class="simulation-run">
                <button type="button" id={RUN} class="button primary" {onclick}>
                    { "Run the simulation" }
                </button>
                if under_way {
                    <Progress phase={run.phase} {cancel} />
                }
                <p class="said" role="status">
                    { said(&run, done.as_deref().filter(|_| current), (*blocked).as_deref(), settings.simulate,
                        settings.plan.draws) }
                </p>
            </div>
            if let Some(done) = done {
                if let Some(note) = &note {
                    <p class="notice">{ note }</p>
                }
                <div class="simulated" data-stale={note.is_some().then_some("")}
                    aria-busy={under_way.to_string()}>
                    <Results {done} published={session.published().clone()} {outcome} />
                </div>
            }
        </>
    }
}

/// The button that cancels goes away once there is nothing to cancel, and must not take
/// the keyboard with it.
fn leave_cancel() {
    if browser::focused().as_deref() == Some(CANCEL) {
        browser::focus(RUN);
    }
}

/// What is said of the run: when it starts, when it is done, and why there is none. Not
/// of each report, which would talk over everything else.
fn said(run: &Run, done: Option<&Done>, blocked: Option<&str>, on: bool, draws: u32) -> Html {
    match (run.phase, blocked) {
        (_, Some(blocked)) if on || run.done.is_some() => {
            html! { { format!("Not running: {blocked}.") } }
        }
        (_, Some(_)) => Html::default(),
        (Phase::Waiting | Phase::Running { .. }, _) => {
            html! { { format!("Running {} draws…", number(f64::from(draws))) } }
        }
        (Phase::Cancelled, _) => html! {
            if done.is_some() {
                { "Cancelled." }
            } else if run.done.is_some() {
                { "Cancelled. What is below is of an earlier run." }
            } else {
                { "Cancelled. There are no figures." }
            }
        },
        (Phase::Still, _) => match done {
            Some(done) => html! {
                <>
                    { "Done." }
                    <span class="visually-hidden">
                        { " " }{ simulation_sentence(&done.of.model, &done.summary) }
                    </span>
                </>
            },
            None => Html::default(),
        },
    }
}

/// What cannot be used, so that nothing is run: a box of this section, an assumption or a
/// range.
fn blocked(session: &Session, typed: &Typed) -> Option<String> {
    let (settings, _) = session.settings();
    if typed.draws(settings.plan).problem.is_some() {
        return Some("the number of draws cannot be used".to_owned());
    }
    if typed.seed(settings.plan).problem.is_some() {
        return Some("the seed cannot be used".to_owned());
    }
    let table = session.model().assumptions();
    if let Some((index, _)) = session.invalid().next() {
        let label = &table[index].label;
        return Some(format!("the value typed for “{label}” cannot be used"));
    }
    table.iter().find_map(|(index, known)| {
        let mut ends = [RangeEnd::Low, RangeEnd::High].into_iter();
        let bad = ends.any(|end| session.range_field(index, end).problem.is_some());
        bad.then(|| format!("the range typed for “{}” cannot be used", known.label))
    })
}

#[derive(PartialEq, Properties)]
struct ProgressProps {
    phase: Phase,
    cancel: Callback<MouseEvent>,
}

/// How far the run is, and the way to end it.
#[component]
fn Progress(props: &ProgressProps) -> Html {
    let (label, done, of) = match props.phase {
        Phase::Running { done, of } => {
            let [done_words, of_words] = [done, of].map(|count| number(f64::from(count)));
            (format!("{done_words} of {of_words} draws"), Some(done), of)
        }
        _ => ("About to start".to_owned(), None, 1),
    };
    html! {
        <div class="simulation-progress">
            <span id={BAR}>{ label }</span>
            <progress aria-labelledby={BAR} max={of.to_string()} value={done.map(|done| done.to_string())} />
            <button type="button" id={CANCEL} class="button" onclick={props.cancel.clone()}>
                { "Cancel" }
            </button>
        </div>
    }
}
