//! The range an assumption is tested over: two boxes, kept as they are typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::browser;
use crate::app::components::{unit_after, unit_words};
use crate::case::Unit;
use crate::export;
use crate::model::{AssumptionIndex, Model};
use crate::session::{Action, Field, RangeEnd, Session};

/// The boxes of one assumption.
pub(super) fn range(
    session: &Session,
    dispatch: &Callback<Action>,
    index: AssumptionIndex,
) -> Html {
    let model = session.model().clone();
    let key = model.assumptions()[index].id.clone();
    html! {
        <Range {key} {model} {index} dispatch={dispatch.clone()}
            low={session.range_field(index, RangeEnd::Low)}
            high={session.range_field(index, RangeEnd::High)} />
    }
}

#[derive(PartialEq, Properties)]
struct RangeProps {
    model: Model,
    index: AssumptionIndex,
    low: Field,
    high: Field,
    dispatch: Callback<Action>,
}

#[component]
fn Range(props: &RangeProps) -> Html {
    let RangeProps {
        model,
        index,
        low,
        high,
        dispatch,
    } = props;
    let (assumption, index) = (&model.assumptions()[*index], *index);
    let (id, label) = (&assumption.id, &assumption.label);
    let own = format!("range-own-{id}");
    let first = format!("range-low-{id}");
    let reset = {
        let (dispatch, first) = (dispatch.clone(), first.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes away, and must not take the keyboard with it.
            browser::focus(&first);
            dispatch.emit(Action::ResetRange(index));
        })
    };
    let touched = |field: &Field| field.changed || field.problem.is_some();
    let end = |end: RangeEnd, field: &Field| {
        let (word, input_id) = match end {
            RangeEnd::Low => ("Low", first.clone()),
            RangeEnd::High => ("High", format!("range-high-{id}")),
        };
        let (problem_id, unit_id) = (format!("{input_id}-problem"), format!("{input_id}-unit"));
        let invalid = field.problem.is_some();
        let described = if invalid {
            format!("{problem_id} {unit_id} {own}")
        } else {
            format!("{unit_id} {own}")
        };
        let oninput = dispatch.reform(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            Action::TypeRange {
                assumption: index,
                end,
                text: input.map(|input| input.value()).unwrap_or_default(),
            }
        });
        let onblur = dispatch.reform(|_: FocusEvent| Action::Leave);
        html! {
            <div class={classes!("end", invalid.then_some("invalid"))}>
                <label for={input_id.clone()}>
                    { word }<span class="visually-hidden">{ format!(": {label}") }</span>
                </label>
                <span class="box">
                    if assumption.unit == Unit::Pounds {
                        <span class="unit" aria-hidden="true">{ "£" }</span>
                    }
                    <input id={input_id} type="text" inputmode="decimal" autocomplete="off"
                        spellcheck="false" aria-describedby={described}
                        aria-invalid={invalid.then_some("true")}
                        value={field.text.clone()} {oninput} {onblur} />
                    if let Some(unit) = unit_after(assumption) {
                        <span class="unit" aria-hidden="true">{ unit }</span>
                    }
                </span>
                <span id={unit_id} class="visually-hidden">{ unit_words(assumption) }</span>
                if let Some(problem) = &field.problem {
                    <p class="problem" id={problem_id}>{ problem.to_string() }</p>
                }
            </div>
        }
    };
    html! {
        <div class={classes!("range", (low.changed || high.changed).then_some("changed"))}>
            <span class="range-name" aria-hidden="true">{ label }</span>
            { end(RangeEnd::Low, low) }
            { end(RangeEnd::High, high) }
            <p class="range-foot">
                <span id={own.clone()}>
                    { format!("In the case {} to {}", export::value(assumption, assumption.low),
                        export::value(assumption, assumption.high)) }
                </span>
                if touched(low) || touched(high) {
                    <button type="button" class="link" onclick={reset}
                        aria-label={format!("Reset the range of {label}")}>{ "Reset" }</button>
                }
            </p>
        </div>
    }
}
