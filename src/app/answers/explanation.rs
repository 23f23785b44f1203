//! How a figure came about: line by line, with what it was made from.

use yew::prelude::*;

use crate::app::components::{Disclosure, Explained};
use crate::case::Status;
use crate::export::{ExplanationLine, InputWords, explanation};
use crate::model::Target;
use crate::session::Session;

/// The explanation of a figure. It takes the session's, so that it follows every change.
pub fn view(session: &Session, explained: &Explained) -> Html {
    let Explained {
        target,
        choices,
        money_out,
        ask,
    } = explained;
    let words = explanation(session.model(), session.shown(), *target, *money_out);
    let close = ask.reform(|_: MouseEvent| None);
    let onkeydown = {
        let ask = ask.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                ask.emit(None);
            }
        })
    };
    let go = |target: Target| ask.reform(move |_: MouseEvent| Some(target));
    html! {
        <section class="explanation" aria-label={format!("How {} is made", words.title)} {onkeydown}>
            <div class="explanation-head">
                <p class="explanation-title">{ &words.title }</p>
                <button type="button" class="button" onclick={close}>{ "Close" }</button>
            </div>
            if choices.len() > 1 {
                <div class="segments" role="group" aria-label="Which figure">
                    { for choices.iter().map(|(label, choice)| html! {
                        <button type="button" class="button" onclick={go(*choice)}
                            aria-pressed={(choice == target).to_string()}>{ label }</button>
                    }) }
                </div>
            }
            <ol class="steps">{ for words.lines.iter().map(|line| line_view(line, &go)) }</ol>
            // In an element of their own: a list of changing length beside the buttons would
            // make those anew, and the keyboard lose its place.
            <div class="help">{ for words.notes.iter().map(|note| html! { <p>{ note }</p> }) }</div>
            { inputs_view(&words.inputs) }
            if !words.sections.is_empty() {
                <p class="help">{ &words.sections }
                    if words.sections.starts_with("Section") { { " of the paper" } }
                    { "." }</p>
            }
        </section>
    }
}

fn line_view(line: &ExplanationLine, go: &impl Fn(Target) -> Callback<MouseEvent>) -> Html {
    html! {
        <li>
            if let Some(part) = line.of {
                <button type="button" class="link" onclick={go(part)}>{ &line.label }</button>
            } else {
                <span>{ &line.label }</span>
            }
            <span class="how">{ &line.expression }</span>
            <span class="result">{ &line.result }</span>
        </li>
    }
}

/// What a figure was made from: what is changed at once, the rest one press away where
/// there is much of it.
fn inputs_view(inputs: &[InputWords]) -> Html {
    const FEW: usize = 6;
    if inputs.is_empty() {
        return Html::default();
    }
    let (changed, published): (Vec<_>, Vec<_>) =
        inputs.iter().partition(|input| input.published.is_some());
    let list = |inputs: &[&InputWords]| {
        html! { <ul class="inputs">{ for inputs.iter().map(|input| input_view(input)) }</ul> }
    };
    let rest = published.len();
    html! {
        <>
            <p class="explanation-title inputs-title">{ "Made from these assumptions" }</p>
            { list(&changed) }
            if inputs.len() <= FEW {
                { list(&published) }
            } else if rest > 0 {
                <Disclosure id="made-from" label={format!("{rest} as published")}>
                    { list(&published) }
                </Disclosure>
            }
        </>
    }
}

fn input_view(input: &InputWords) -> Html {
    // What is printed says so by its section, and what is not in the paper has none.
    let printed = input.status == Status::Published.meaning();
    let added = input.status == Status::Added.meaning();
    html! {
        <li class={input.published.is_some().then_some("changed")}>
            { format!("{}: ", input.label) }
            <b>{ &input.value }</b>
            <span class="under">
                if let Some(published) = &input.published {
                    { format!("Changed; published {published}. ") }
                }
                if !printed && !added {
                    { format!("{}. ", input.status) }
                }
                { &input.source }
            </span>
        </li>
    }
}
