//! The address bar and the session in step: a new undo step is a new place in the
//! browser's history, more of the same change is not, and Back opens what was there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{bringing, browser, keeping};
use crate::session::{Action, Session};

/// How long the address bar waits for a person to go on typing. Writing to it takes the
/// browser longer than the model and the drawing together.
const WAIT_MS: u32 = 200;

/// What the address bar shows, and what it is to show.
struct AddressBar {
    /// How many undo steps the address stands for.
    steps: usize,
    /// An address that waits to be written, with its steps.
    wanted: Option<(String, usize)>,
    /// True while what was being done on an earlier visit is still offered: it must not
    /// be written over before it is taken or left.
    offering: bool,
    /// When it is written, in milliseconds, unless something changes before.
    due: f64,
    timer: Option<Timeout>,
}

impl AddressBar {
    /// Writes what waits.
    fn write(&mut self) {
        self.timer = None;
        let Some((address, steps)) = self.wanted.take() else {
            return;
        };
        if !self.offering {
            // Where it is refused the address still has it.
            let _ = browser::keep(keeping::LAST, &address);
        }
        // A step that left the address as it was (a box emptied before typing anew) has
        // no place yet; the next change gives it one.
        if browser::show_fragment(&address, self.steps != steps) {
            self.steps = steps;
        }
    }

    /// Writes what waits as the page is left. A reload has set out for the old address by
    /// then, and what was written a moment ago may have come too late for it as well;
    /// `www/boot.js` puts it right when it comes back.
    fn leave(&mut self) {
        let waits = self.wanted.as_ref().map(|(address, _)| address.clone());
        browser::leave_behind(&waits.unwrap_or_else(browser::fragment));
        self.write();
    }

    /// Forgets what waits.
    fn forget(&mut self) {
        self.timer = None;
        self.wanted = None;
    }
}

/// Looks again after so many milliseconds, and writes what waits once nothing has changed for
/// a moment. One timer for a whole burst of keys: to stop and start one takes as long as a
/// hundred runs of the model.
fn write_when_due(state: &mut AddressBar, bar: Rc<RefCell<AddressBar>>, after: u32) {
    state.timer = Some(Timeout::new(after, move || {
        let mut state = bar.borrow_mut();
        let left = state.due - Date::now();
        // More than the wait is left only where somebody set the clock back.
        if left <= 0.0 || left > f64::from(WAIT_MS) {
            state.write();
            return;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "above nought and no more than the wait"
        )]
        write_when_due(&mut state, bar.clone(), left.ceil() as u32);
    }));
}

/// Keeps the two in step.
#[hook]
pub(super) fn use_address_bar(session: &Session, dispatch: &Callback<Action>) {
    let bar = use_mut_ref(|| AddressBar {
        steps: session.steps(),
        wanted: None,
        offering: false,
        due: 0.0,
        timer: None,
    });
    {
        let bar = bar.clone();
        use_effect_with(
            (
                session.address(),
                session.steps(),
                session.unfinished().is_some(),
            ),
            move |(address, steps, offering)| {
                let mut state = bar.borrow_mut();
                state.wanted = Some((address.clone(), *steps));
                state.offering = *offering;
                state.due = Date::now() + f64::from(WAIT_MS);
                if state.timer.is_none() {
                    write_when_due(&mut state, bar.clone(), WAIT_MS);
                }
            },
        );
    }
    let dispatch = dispatch.clone();
    let library = use_mut_ref(|| session.library().clone());
    library.replace(session.library().clone());
    use_effect_with((), move |()| {
        let leave = {
            let bar = bar.clone();
            Box::new(move || bar.borrow_mut().leave())
        };
        let end = bar.clone();
        let navigate = move || {
            // The place the person went to is where they want to be.
            bar.borrow_mut().forget();
            let (link, library) = (browser::fragment(), library.borrow().clone());
            if bringing::is_here(&link, &library) {
                dispatch.emit(Action::Navigate(link));
                return;
            }
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let brought = bringing::bring(&link, &library).await;
                // Where the person has gone on meanwhile, that is where they want to be.
                if browser::fragment() == link {
                    brought
                        .actions()
                        .into_iter()
                        .flatten()
                        .for_each(|action| dispatch.emit(action));
                }
            });
        };
        let stop_navigation = browser::on_navigation(navigate);
        let stop_leave = browser::on(browser::LEFT, leave);
        move || {
            stop_navigation();
            stop_leave();
            end.borrow_mut().forget();
        }
    });
}
