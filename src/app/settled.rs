//! A value a moment behind, for what is long to draw.

use std::cell::Cell;

use yew::prelude::*;

use super::browser;

/// The value as it was a moment ago: it follows once the browser has made a frame. While
/// it changes all the time, as under a slider, the latest one comes through with each
/// frame; what comes in between is skipped.
///
/// The figures themselves are worked out at once. This lets the page show the box, the
/// sentence and the tiles within the frame of the keystroke, and draw the charts and the
/// tables in the next one. It waits for the frame and not for a time, since on a slow
/// device any time may be over before the frame is made.
#[hook]
pub(super) fn use_settled<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let settled = use_state(|| value.clone());
    let latest = use_mut_ref(|| value.clone());
    let waiting = use_memo((), |()| Cell::new(false));
    {
        let settled = settled.clone();
        use_effect_with(value.clone(), move |value| {
            latest.replace(value.clone());
            if *value == *settled || waiting.replace(true) {
                return;
            }
            browser::after_frame(move || {
                waiting.set(false);
                let latest = latest.borrow().clone();
                settled.set(latest);
            });
        });
    }
    (*settled).clone()
}
