//! What has gone wrong elsewhere: the named failures of real programmes, each one press
//! away, with what the scenario would come to.

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use crate::analysis::failures;
use crate::app::components::{Disclosure, Taking, sheet};
use crate::export::{FailureWords, failure_table, failure_words};
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Failures session={session.clone()} dispatch={dispatch.clone()} taking={taking.clone()} />
    }
}

#[component]
fn Failures(props: &SectionProps) -> Html {
    let SectionProps {
        session,
        dispatch,
        taking,
    } = props;
    let behind = use_behind(session);
    let key = (behind.model().clone(), behind.shown().clone());
    let worked = use_memo(key, |(model, scenario)| {
        let now = model.evaluate(scenario);
        let tried = failures(model, scenario);
        let words = failure_words(model, &now, &tried);
        (words, failure_table(model, &now, &tried))
    });
    let (words, table) = &*worked;
    if words.is_empty() {
        return html! { <p>{ "This case names no failures to try." }</p> };
    }
    let pressed = |words: &FailureWords| {
        let (apply, about) = (words.apply.clone(), words.about.clone());
        let on = words.on;
        dispatch.reform(move |_: MouseEvent| {
            if on {
                Action::Unapply(about.clone())
            } else {
                Action::Apply(apply.clone())
            }
        })
    };
    html! {
        <>
            <p class="help">
                { "Press one to put it into the scenario, and again to take it out. Each shows what \
                   the scenario would come to with it, all else as it is now." }
            </p>
            <ul class="failures">
                { for words.iter().map(|words| html! {
                    <li key={words.label.clone()} class={words.on.then_some("on")}>
                        <button type="button" class="failure" aria-pressed={words.on.to_string()}
                            onclick={pressed(words)}>
                            <span class="name">{ &words.label }</span>
                            <span class="state" aria-hidden="true">
                                { if words.on { "In the scenario" } else { "Try it" } }
                            </span>
                        </button>
                        <p class="what">
                            { &words.help }
                            if !words.source.is_empty() {
                                { " " }<cite>{ &words.source }</cite>
                            }
                        </p>
                        <dl>
                            <div><dt>{ "Net" }</dt><dd>
                                <b>{ &words.net }</b>
                                if !words.difference.is_empty() {
                                    { " " }<small>{ &words.difference }</small>
                                }
                            </dd></div>
                            <div><dt>{ "Pays back" }</dt><dd>{ &words.payback }</dd></div>
                            <div><dt>{ "Still" }</dt><dd>{ &words.still }</dd></div>
                        </dl>
                    </li>
                }) }
            </ul>
            <Disclosure id="failures-table" label="Show as a table">
                { sheet(taking, &session.model().case().id, "failures-sheet", table, Html::default()) }
            </Disclosure>
        </>
    }
}
