//! The session a moment behind, for what is long to draw.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use yew::prelude::*;

use super::browser;
use crate::session::Session;

/// A drawing that takes longer than this, in milliseconds, makes the next keystroke wait.
/// A debug build takes longer for everything, and would have every test wait.
const LONG: f64 = if cfg!(debug_assertions) { 1e9 } else { 60.0 };
/// The pauses to wait for, in milliseconds: the shortest is longer than those between the
/// keys of somebody who types.
const SHORTEST: f64 = 250.0;
const LONGEST: f64 = 1000.0;

/// What the last drawing was of, and what is to come.
struct Behind {
    latest: Session,
    /// When it changed last.
    changed: f64,
    /// How long the last drawing took; nought where nobody would notice.
    last: f64,
    /// The shorter of the last two: the first of all takes long on any device, since the
    /// browser compiles what it needs for it.
    took: f64,
    /// How long nothing is to change before the next one.
    pause: f64,
    waiting: bool,
}

/// A session a moment behind.
#[derive(Clone, PartialEq)]
pub(super) struct Settled {
    pub session: Session,
    /// True where drawing is so slow that the next may wait for a pause.
    pub slow: bool,
}

/// The session as it was a moment ago: it follows once the browser has made a frame. While
/// it changes all the time, as under a slider, the latest one comes through with each
/// frame; what comes in between is skipped. Where drawing it is so slow that the next
/// keystroke had to wait for it, it follows once the person pauses.
///
/// The figures themselves are worked out at once. This lets the page show the box, the
/// sentence and the tiles within the frame of the keystroke, and draw the charts and the
/// tables in the next one. It waits for the frame and not for a time, since on a slow
/// device any time may be over before the frame is made.
///
/// What is printed is of now: the latest is drawn before the browser lays out the paper.
/// A choice of view is followed at once.
#[hook]
pub(super) fn use_settled(session: &Session) -> Settled {
    let settled = use_state(|| session.clone());
    let behind = use_mut_ref(|| Behind {
        latest: session.clone(),
        changed: 0.0,
        last: 0.0,
        took: 0.0,
        pause: 0.0,
        waiting: false,
    });
    {
        let (behind, settled) = (behind.clone(), settled.clone());
        use_effect_with((), move |()| {
            let draw = move || settled.set(behind.borrow().latest.clone());
            browser::on(browser::PRINTED, Box::new(draw))
        });
    }
    let slow = behind.borrow().took > 0.0;
    {
        let settled = settled.clone();
        use_effect_with(session.clone(), move |session| {
            let mut state = behind.borrow_mut();
            let (now, took) = (Date::now(), state.took);
            // One change by itself is drawn at once; a second one soon after waits.
            let pause = took.max(SHORTEST);
            state.pause = if took > 0.0 && now - state.changed < 2.0 * pause {
                pause
            } else {
                0.0
            };
            state.changed = now;
            state.latest.clone_from(session);
            if *session != *settled && !state.waiting {
                state.waiting = true;
                drop(state);
                browser::after_frame(Box::new(move || follow(behind, settled)));
            }
        });
    }
    let shown = if session.view() == settled.view() {
        &*settled
    } else {
        session
    };
    Settled {
        session: shown.clone(),
        slow,
    }
}

/// Draws the latest session, or waits where a pause is to be waited for. That takes no frame of
/// its own, which the next key would have to wait for.
fn follow(behind: Rc<RefCell<Behind>>, settled: UseStateHandle<Session>) {
    let start = Date::now();
    let mut state = behind.borrow_mut();
    let left = state.changed + state.pause - start;
    // More than the pause is left only where somebody set the clock back.
    if left > 0.0 && left <= state.pause {
        drop(state);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "above nought and no more than the pause"
        )]
        Timeout::new(left.ceil() as u32, move || follow(behind, settled)).forget();
        return;
    }
    state.waiting = false;
    settled.set(state.latest.clone());
    drop(state);
    browser::after_frame(Box::new(move || {
        let took = Date::now() - start;
        let took = if took > LONG { took.min(LONGEST) } else { 0.0 };
        let mut state = behind.borrow_mut();
        state.took = took.min(state.last);
        state.last = took;
    }));
}
