//! One assumption: name, number box, slider, published value, difference, reset, and on
//! request what it is and where it comes from.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::slider::slider;
use crate::app::pieces::{Fetched, use_piece, waiting};
use crate::app::{answers, browser};
use crate::case::{Assumption, Status, Unit};
use crate::export;
use crate::model::{AssumptionIndex, Model};
use crate::session::{Action, Field};

/// The id of an assumption's number box.
pub fn box_id(assumption: &str) -> String {
    format!("value-{assumption}")
}

#[derive(PartialEq, Properties)]
pub struct AssumptionFieldProps {
    pub model: Model,
    pub index: AssumptionIndex,
    pub field: Field,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn AssumptionField(props: &AssumptionFieldProps) -> Html {
    let AssumptionFieldProps {
        model,
        index,
        field,
        dispatch,
    } = props;
    let (assumption, index) = (&model.assumptions()[*index], *index);
    let about_open = use_state_eq(|| false);
    let answers = use_piece::<answers::Piece>(*about_open);
    let toggle_about = {
        let about_open = about_open.clone();
        Callback::from(move |_: MouseEvent| about_open.set(!*about_open))
    };
    let id = &assumption.id;
    let (input_id, about_id) = (box_id(id), format!("about-{id}"));
    let (unit_id, foot_id, problem_id) = (
        format!("unit-{id}"),
        format!("published-{id}"),
        format!("problem-{id}"),
    );
    let described = if field.problem.is_some() {
        format!("{problem_id} {unit_id} {foot_id}")
    } else {
        format!("{unit_id} {foot_id}")
    };
    let oninput = dispatch.reform(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        let text = input.map(|input| input.value()).unwrap_or_default();
        Action::Type {
            assumption: index,
            text,
        }
    });
    let onblur = dispatch.reform(|_: FocusEvent| Action::Leave);
    let onkeydown = step_keys(dispatch, index);
    let onslide = dispatch.reform(move |value| Action::Slide {
        assumption: index,
        value,
    });
    let reset = {
        let (dispatch, input_id) = (dispatch.clone(), input_id.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes away, and must not take the keyboard with it.
            browser::focus(&input_id);
            dispatch.emit(Action::Reset(index));
        })
    };
    let changed = field.changed || field.problem.is_some();
    html! {
        <div class="field" data-changed={changed.then_some("")}
            data-invalid={field.problem.is_some().then_some("")}>
            <div class="field-name">
                <label for={input_id.clone()}>{ &assumption.label }</label>
                <button type="button" class="about" aria-expanded={about_open.to_string()}
                    aria-controls={about_id.clone()}
                    aria-label={format!("About: {}", assumption.label)} onclick={toggle_about}>
                    { "i" }
                </button>
            </div>
            <div class="field-row">
                { slider(assumption, field.value, onslide) }
                <span class="box">
                    if assumption.unit == Unit::Pounds {
                        <span class="unit" aria-hidden="true">{ "£" }</span>
                    }
                    <input id={input_id} type="text" inputmode="decimal" autocomplete="off"
                        spellcheck="false" aria-describedby={described}
                        aria-invalid={field.problem.is_some().then_some("true")}
                        value={field.text.clone()} {oninput} {onblur} {onkeydown} />
                    if let Some(unit) = unit_after(assumption) {
                        <span class="unit" aria-hidden="true">{ unit }</span>
                    }
                </span>
            </div>
            if let Some(problem) = &field.problem {
                <p class="problem" id={problem_id}>{ problem.to_string() }</p>
            }
            <p class="field-foot">
                <span id={unit_id} class="visually-hidden">{ unit_words(assumption) }</span>
                <span id={foot_id}>
                    { format!("{} {}", origin(assumption.status), published_words(assumption)) }
                    if field.changed {
                        <b class="difference">
                            { export::value_difference(assumption, field.value) }
                        </b>
                    }
                </span>
                if changed {
                    <button type="button" class="link"
                        aria-label={format!("Reset {}", assumption.label)} onclick={reset}>
                        { "Reset" }
                    </button>
                }
            </p>
            if !assumption.caution.is_empty() {
                <p class="caution">{ &assumption.caution }</p>
            }
            <div id={about_id} hidden={!*about_open}>
                if *about_open {
                    { match &answers {
                        Fetched::Here(piece) => (piece.about)(model, index),
                        other => waiting(other),
                    } }
                }
            </div>
        </div>
    }
}

/// Up and down step the value; with Shift, or by page, ten steps. Enter ends the change.
fn step_keys(dispatch: &Callback<Action>, assumption: AssumptionIndex) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let many = if event.shift_key() { 10 } else { 1 };
        let steps = match event.key().as_str() {
            "ArrowUp" => many,
            "ArrowDown" => -many,
            "PageUp" => 10,
            "PageDown" => -10,
            "Enter" => {
                dispatch.emit(Action::Leave);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(Action::Step { assumption, steps });
    })
}

/// What stands after the number in the box.
pub fn unit_after(assumption: &Assumption) -> Option<&str> {
    match assumption.unit {
        Unit::Percent => Some("%"),
        Unit::Months => Some("months"),
        // A noun fits beside the number; a phrase stands under it.
        Unit::Count if assumption.unit_note.len() <= 8 => Some(&assumption.unit_note),
        Unit::Pounds | Unit::Count => None,
    }
}

/// The unit for who cannot see the box.
pub fn unit_words(assumption: &Assumption) -> String {
    let unit = match assumption.unit {
        Unit::Percent => "per cent",
        Unit::Pounds => "pounds",
        Unit::Months => "months",
        Unit::Count => "",
    };
    format!("{unit} {}", assumption.unit_note).trim().to_owned()
}

/// The published value; with the whole unit, except where that only repeats the name.
fn published_words(assumption: &Assumption) -> String {
    match assumption.unit {
        Unit::Percent | Unit::Months => export::value(assumption, assumption.published),
        Unit::Pounds | Unit::Count => export::value_with_note(assumption, assumption.published),
    }
}

/// What the value to return to is called: only the paper's own is "published".
fn origin(status: Status) -> &'static str {
    match status {
        Status::Published => "Published",
        Status::Derived => "From the paper",
        Status::Added => "Default",
    }
}
