//! A run of the simulation that keeps up with what it is of: a change starts another a
//! moment later, and until that is done it is known what the figures at hand are of.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::app::job::{Report, Runner};
use crate::app::simulated::{Done, Wanted, keep};

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Nothing runs.
    Still,
    /// A run is about to start, unless something changes again.
    Waiting,
    /// So many draws are made.
    Running { done: u32, of: u32 },
    /// The person ended it.
    Cancelled,
}

/// The run of a screen.
pub struct Run {
    pub phase: Phase,
    /// The last run that was done.
    pub done: Option<Rc<Done>>,
    /// Runs it, also where its figures are at hand.
    pub again: Callback<()>,
    /// Ends it. Whoever cancels has to see to it that it is no longer wanted.
    pub cancel: Callback<()>,
}

/// How long after the last change a run starts: about as long as between two letters.
const MOMENT_MS: u32 = 300;

/// In how many steps the bar of a run grows.
const STEPS: u32 = 50;

/// Keeps a run of what is wanted while it is `on`; nothing is wanted where something
/// cannot be used. `ends` is called just before a run is shown to be done.
#[hook]
pub fn use_run(on: bool, wanted: Option<Wanted>, ends: fn()) -> Run {
    let runner = use_memo((), |()| Runner::default());
    let phase = use_state_eq(|| Phase::Still);
    let cancelled = use_state_eq(|| false);
    let done = use_state(|| None::<Rc<Done>>);
    let round = use_state_eq(|| 0_u32);
    let timer: Rc<RefCell<Option<Timeout>>> = use_mut_ref(|| None);
    // Which run is heard: a change makes it the next one.
    let heard = use_mut_ref(|| 0_u32);
    let before = use_mut_ref(|| (false, 0_u32));
    let wanted = wanted.filter(|_| on);
    {
        let (runner, phase, done) = (runner.clone(), phase.setter(), done.clone());
        let (timer, cancelled) = (timer.clone(), cancelled.setter());
        use_effect_with((on, *round, wanted), move |(on, round, wanted)| {
            let (was_on, last_round) = before.replace((*on, *round));
            let asked = !was_on || last_round != *round;
            timer.replace(None);
            *heard.borrow_mut() += 1;
            if *on {
                cancelled.set(false);
            }
            let at_hand = done.as_ref().map(|done| &done.of);
            match wanted {
                Some(wanted) if asked || at_hand != Some(wanted) => {
                    let start = start(
                        &runner,
                        wanted.clone(),
                        &heard,
                        (phase.clone(), &done),
                        ends,
                    );
                    if asked {
                        start();
                    } else {
                        phase.set(Phase::Waiting);
                        timer.replace(Some(Timeout::new(MOMENT_MS, start)));
                    }
                }
                // Either nothing can be run, or what was changed was changed back.
                _ => {
                    runner.cancel();
                    phase.set(Phase::Still);
                }
            }
        });
    }
    {
        let (runner, timer) = (runner.clone(), timer.clone());
        use_effect_with((), move |()| {
            move || {
                timer.replace(None);
                runner.cancel();
            }
        });
    }
    let again = {
        let round = round.clone();
        Callback::from(move |()| round.set(round.wrapping_add(1)))
    };
    let cancel = {
        let cancelled = cancelled.setter();
        Callback::from(move |()| {
            timer.replace(None);
            runner.cancel();
            cancelled.set(true);
        })
    };
    Run {
        phase: if *cancelled && !on {
            Phase::Cancelled
        } else {
            *phase
        },
        done: (*done).clone(),
        again,
        cancel,
    }
}

/// What starts a run and hears of it while no other is to be heard.
fn start(
    runner: &Rc<Runner>,
    wanted: Wanted,
    heard: &Rc<RefCell<u32>>,
    (phase, done): (UseStateSetter<Phase>, &UseStateHandle<Option<Rc<Done>>>),
    ends: fn(),
) -> impl FnOnce() + 'static {
    let (runner, heard, done) = (runner.clone(), heard.clone(), done.setter());
    let mine = *heard.borrow();
    move || {
        let Wanted {
            model,
            scenario,
            plan,
        } = wanted.clone();
        phase.set(Phase::Running {
            done: 0,
            of: plan.draws,
        });
        let report = {
            let (phase, shown) = (phase.clone(), Cell::new(0));
            Callback::from(move |report: Report| {
                if *heard.borrow() != mine {
                    return;
                }
                match report {
                    Report::Progress { done, of } => {
                        // The page's short slices report more often than can be seen, and
                        // each report is drawn.
                        if done.saturating_sub(shown.get()) >= of / STEPS {
                            shown.set(done);
                            phase.set(Phase::Running { done, of });
                        }
                    }
                    Report::Finished { summary, on_page } => {
                        ends();
                        let run = Rc::new(Done {
                            of: wanted.clone(),
                            summary: *summary,
                            on_page,
                        });
                        keep(&run);
                        done.set(Some(run));
                        phase.set(Phase::Still);
                    }
                }
            })
        };
        // Only of a plan that no box and no link lets through.
        if runner.start(&model, &scenario, plan, report).is_err() {
            phase.set(Phase::Still);
        }
    }
}
