//! The form for a line of the person's own.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::{Filled, LIST, Working};
use crate::app::desk::typing::keep_undo;
use crate::case::{BenefitKind, OwnLine};
use crate::link::title_of;
use crate::session::{Action, OwnProblem, OwnProblems};

/// The id of the box for the name.
pub const NAME: &str = "own-name";

/// What a line may be, and what that means.
const KINDS: [(Option<BenefitKind>, &str, &str); 3] = [
    (None, "Investment", "what is spent"),
    (
        Some(BenefitKind::Saving),
        "Saving",
        "cashable, a budget line falls",
    ),
    (
        Some(BenefitKind::Avoidance),
        "Avoidance",
        "growth that does not happen",
    ),
];

/// The id of a year's box.
fn year_id(year: usize) -> String {
    format!("own-year-{year}")
}

/// The form, and what it does when it is done.
pub fn form(working: &Working) -> Html {
    let filled = &working.filled;
    let (model, editing) = (working.session.model(), working.editing());
    let read = filled.draft.read(model, editing);
    let problems = match &read {
        Err(problems) if filled.tried => problems.clone(),
        _ => OwnProblems::default(),
    };
    let (heading, button) = match editing {
        None => ("Add a line", "Add this line"),
        Some(_) => ("Change a line", "Keep the change"),
    };
    let submit = {
        let working = working.clone();
        Callback::from(move |()| submit(&working))
    };
    let leave = {
        let working = working.clone();
        Callback::from(move |_: MouseEvent| {
            working.fill(Filled::empty(&working.session));
            working.done(String::new(), LIST);
        })
    };
    html! {
        <section aria-labelledby="own-form" class="own-form">
            <h3 id="own-form">{ heading }</h3>
            { name(working, problems.label, &submit) }
            { kind(working) }
            <div class="own-where">
                { workstream(working) }
                { payer(working) }
            </div>
            { years(working, &problems, &submit) }
            <div class="with-button">
                <button type="button" class="button primary"
                    onclick={submit.reform(|_: MouseEvent| ())}>{ button }</button>
                if editing.is_some() {
                    <button type="button" class="button" onclick={leave}>{ "Leave it as it was" }</button>
                }
            </div>
        </section>
    }
}

/// Makes the line, or says what to mend and goes to the first of that.
fn submit(working: &Working) {
    let editing = working.editing();
    let filled = (*working.filled).clone();
    match filled.draft.read(working.session.model(), editing) {
        Ok(line) => {
            let said = match editing {
                None => format!("Added: {}. All of it counts.", line.label),
                Some(_) => format!("Changed: {}.", line.label),
            };
            working.dispatch.emit(match editing {
                None => Action::AddLine(line),
                Some(place) => Action::EditLine(place, line),
            });
            working.fill(Filled::empty(&working.session));
            working.done(said, LIST);
        }
        Err(problems) => {
            let wrong = problems.amounts.iter().position(Option::is_some);
            let first = match (problems.label, wrong) {
                (Some(_), _) => NAME.to_owned(),
                (None, wrong) => year_id(wrong.unwrap_or(0)),
            };
            working.fill(Filled {
                tried: true,
                ..filled
            });
            working.done(String::new(), &first);
        }
    }
}

/// Enter makes the line from any of its boxes.
fn keys(submit: &Callback<()>) -> Callback<KeyboardEvent> {
    let submit = submit.clone();
    Callback::from(move |event: KeyboardEvent| {
        keep_undo(&event);
        if event.key() == "Enter" {
            submit.emit(());
        }
    })
}

fn name(working: &Working, problem: Option<OwnProblem>, submit: &Callback<()>) -> Html {
    let oninput = {
        let working = working.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let kept = title_of(&input.value());
                if kept != input.value() {
                    input.set_value(&kept);
                }
                working.change(|draft| draft.label = kept);
            }
        })
    };
    html! {
        <div class="words">
            <label for={NAME}>{ "What it is" }</label>
            <input id={NAME} type="text" autocomplete="off" aria-describedby="own-name-help"
                aria-invalid={problem.map(|_| "true")} value={working.filled.draft.label.clone()}
                {oninput} onkeydown={keys(submit)} />
            <div id="own-name-help">
                if let Some(problem) = problem {
                    <p class="problem">{ problem.to_string() }</p>
                }
                <p class="help">{ "It is shown everywhere with the words “not in the paper”." }</p>
            </div>
        </div>
    }
}

fn kind(working: &Working) -> Html {
    html! {
        <fieldset class="choices own-kinds">
            <legend>{ "Kind" }</legend>
            { for KINDS.into_iter().map(|(kind, label, help)| {
                let pick = {
                    let working = working.clone();
                    Callback::from(move |_: Event| working.change(|draft| draft.kind = kind))
                };
                let checked = working.filled.draft.kind == kind;
                html! {
                    <label class="choice">
                        <input type="radio" name="own-kind" {checked} onchange={pick} />
                        <span>{ label }{ ": " }{ help }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct ChooseProps {
    id: AttrValue,
    label: AttrValue,
    /// The ids to choose from, each with its name.
    from: Vec<(String, String)>,
    chosen: String,
    pick: Callback<String>,
}

/// A list to choose from, by id.
#[component]
fn Choose(props: &ChooseProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        // What was chosen by hand stays in the list until it is told otherwise.
        use_effect_with(props.chosen.clone(), move |chosen| {
            if let Some(list) = node.cast::<Element>() {
                as_box(list).set_value(chosen);
            }
        });
    }
    let onchange = props.pick.reform(|event: Event| {
        let list = event.target();
        list.map_or(String::new(), |list| as_box(list).value())
    });
    let id = &props.id;
    html! {
        <div class="words">
            <label for={id}>{ &props.label }</label>
            <select ref={node} {id} {onchange}>
                { for props.from.iter().map(|(value, words)| html! {
                    <option value={value.clone()} selected={*value == props.chosen}>{ words }</option>
                }) }
            </select>
        </div>
    }
}

/// A list gives and takes its value as a box does; a type of its own would only bring more
/// glue to the first load.
fn as_box(list: impl JsCast) -> HtmlInputElement {
    list.unchecked_into()
}

fn workstream(working: &Working) -> Html {
    let all = working.session.model().case().workstreams.iter();
    let pick = {
        let working = working.clone();
        Callback::from(move |id| working.change(|draft| draft.workstream = id))
    };
    let from: Vec<_> = all
        .map(|known| (known.id.clone(), known.label.clone()))
        .collect();
    let chosen = working.filled.draft.workstream.clone();
    html! { <Choose id="own-workstream" label="Workstream" {from} {chosen} {pick} /> }
}

/// Who gains; an investment is made by the case's own payer.
fn payer(working: &Working) -> Html {
    let draft = &working.filled.draft;
    if draft.kind.is_none() {
        return Html::default();
    }
    let all = working.session.model().case().payers.iter();
    let pick = {
        let working = working.clone();
        Callback::from(move |id| working.change(|draft| draft.payer = id))
    };
    let from: Vec<_> = all
        .map(|known| (known.id.clone(), known.label.clone()))
        .collect();
    let chosen = draft.payer.clone();
    html! { <Choose id="own-payer" label="Who gains" {from} {chosen} {pick} /> }
}

fn years(working: &Working, problems: &OwnProblems, submit: &Callback<()>) -> Html {
    let labels = working.session.model().case().years.labels();
    let last = labels.len().saturating_sub(1);
    let box_of = |year: usize, label: &str| {
        let problem = problems.amounts.get(year).and_then(Option::as_ref);
        let (id, problem_id) = (year_id(year), format!("own-problem-{year}"));
        let described = match problem {
            Some(_) => format!("{problem_id} own-years-help"),
            None => "own-years-help".to_owned(),
        };
        let oninput = {
            let working = working.clone();
            Callback::from(move |event: InputEvent| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    working.change(|draft| draft.amounts[year] = input.value());
                }
            })
        };
        let after = {
            let working = working.clone();
            Callback::from(move |_: MouseEvent| working.change(|draft| draft.same_after(year)))
        };
        let text = working.filled.draft.amounts.get(year).cloned();
        html! {
            <div class={classes!("own-year", problem.map(|_| "invalid"))}>
                <label for={id.clone()}>{ label }</label>
                <span class="box">
                    <span class="unit" aria-hidden="true">{ "£" }</span>
                    <input {id} type="text" inputmode="decimal" autocomplete="off"
                        spellcheck="false" aria-describedby={described}
                        aria-invalid={problem.map(|_| "true")} value={text.unwrap_or_default()}
                        {oninput} onkeydown={keys(submit)} />
                </span>
                if year < last {
                    <button type="button" class="link" onclick={after}
                        aria-label={format!("The same in every year after {label}")}>
                        { "Same after" }
                    </button>
                }
                if let Some(problem) = problem {
                    <p class="problem" id={problem_id}>{ problem.to_string() }</p>
                }
            </div>
        }
    };
    html! {
        <fieldset class="choices own-years">
            <legend>{ "Pounds in each year" }</legend>
            { for labels.iter().enumerate().map(|(year, label)| box_of(year, label)) }
            <div id="own-years-help">
                if let Some(problem) = problems.all {
                    <p class="problem">{ problem.to_string() }</p>
                }
                <p class="help">
                    { "Whole pounds as 45,000, 45k or 1.5m. An empty year is nought. A benefit is \
                       what it brings in that year against the base budget. The programme’s \
                       delay, overrun and delivery act on it as on any other line." }
                </p>
            </div>
        </fieldset>
    }
}

/// What a line is, in a word.
pub fn kind_word(line: &OwnLine) -> &'static str {
    use crate::case::OwnKind;
    let kind = match line.kind {
        OwnKind::Investment => None,
        OwnKind::Benefit { kind, .. } => Some(kind),
    };
    let known = KINDS.iter().find(|(known, ..)| *known == kind);
    known.map_or("", |(_, word, _)| word)
}
