//! A value a moment behind, for what is long to draw.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How far behind: about a frame, too short to be seen.
const BEHIND_MS: u32 = 20;

/// The value as it was a moment ago. While it changes all the time, as under a slider,
/// the latest one comes through at each tick; what comes in between is skipped.
///
/// The figures themselves are worked out at once. This lets the page show the box, the
/// sentence and the tiles within the frame of the keystroke, and draw the charts and the
/// tables in the next one.
#[hook]
pub(super) fn use_settled<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let settled = use_state(|| value.clone());
    let latest = use_mut_ref(|| value.clone());
    let ticking: Rc<RefCell<Option<Timeout>>> = use_mut_ref(|| None);
    {
        let (settled, ticking) = (settled.clone(), ticking.clone());
        use_effect_with(value.clone(), move |value| {
            latest.replace(value.clone());
            if *value == *settled || ticking.borrow().is_some() {
                return;
            }
            let tick = {
                let ticking = ticking.clone();
                move || {
                    ticking.replace(None);
                    settled.set(latest.borrow().clone());
                }
            };
            ticking.replace(Some(Timeout::new(BEHIND_MS, tick)));
        });
    }
    // A tick of a page that is gone must not go on.
    use_effect_with((), move |()| move || drop(ticking.take()));
    (*settled).clone()
}
