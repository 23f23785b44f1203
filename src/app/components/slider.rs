//! A slider with its published value marked. An extra beside the number box: the box
//! takes the keyboard, so the slider is not one more stop for it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::case::{Assumption, Decimal};
use crate::export;

/// The slider of an assumption that stands at `value`.
pub fn slider(assumption: &Assumption, value: f64, onslide: Callback<f64>) -> Html {
    let (from, to) = assumption.slider_span();
    let percent = |value: f64| {
        let part = if to > from {
            (value - from) / (to - from)
        } else {
            0.0
        };
        format!(
            "{}%",
            Decimal((part * 1000.0).round().clamp(0.0, 1000.0) / 10.0)
        )
    };
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onslide.emit(input.value_as_number());
        }
    });
    let (at, published) = (percent(value), percent(assumption.published));
    html! {
        <span class="slider">
            // Drawn with attributes, which the content security policy allows where it
            // forbids inline styles.
            <svg aria-hidden="true" focusable="false">
                <line class="track" x1="0" x2="100%" y1="12" y2="12" />
                <line class="fill" x1="0" x2={at} y1="12" y2="12" />
                <line class="mark" x1={published.clone()} x2={published} y1="4" y2="20" />
            </svg>
            <input type="range" tabindex="-1" aria-label={format!("{}, slider", assumption.label)}
                aria-valuetext={export::value_with_note(assumption, value)}
                min={Decimal(from).to_string()} max={Decimal(to).to_string()}
                step={Decimal(assumption.step).to_string()} value={Decimal(value).to_string()} {oninput} />
        </span>
    }
}
