//! What could not be read, in the link and in the boxes; and what was left unfinished.

use yew::prelude::*;

use super::field::box_id;
use crate::app::browser;
use crate::link::LinkProblem;
use crate::session::{Action, Session};

/// Says what of the link could not be read, and that its case is not kept, until dismissed.
pub fn link_problems(session: &Session, dispatch: &Callback<Action>) -> Html {
    let problems = session.problems();
    let dismiss = dispatch.reform(|_: MouseEvent| Action::DismissProblems);
    let case_missing = problems.iter().any(|problem| {
        matches!(
            problem,
            LinkProblem::UnknownCase { .. } | LinkProblem::CaseRefused(_)
        )
    });
    let heading = if case_missing {
        "This link is to a case that is not here"
    } else if problems.is_empty() {
        "The case is not kept"
    } else {
        "Part of this link could not be read"
    };
    let rest = if case_missing {
        let shown = &session.model().case().title;
        format!("Nothing in it was used. What is shown is {shown}, as published.")
    } else if session.is_unkept() {
        "This browser does not keep the case, so it is lost when you leave: save it as a file \
         first, in Edit case."
            .to_owned()
    } else {
        "What can be used of it is shown below.".to_owned()
    };
    html! {
        if !problems.is_empty() || session.is_unkept() {
            <section class="notice" role="alert" aria-labelledby="link-problems">
                <h2 id="link-problems">{ heading }</h2>
                <ul>
                    { for problems.iter().map(|problem| html! {
                        <li>{ problem.to_string() }</li>
                    }) }
                </ul>
                <p>{ rest }</p>
                <button type="button" class="button" onclick={dismiss}>{ "Dismiss" }</button>
            </section>
        }
    }
}

/// Says which boxes hold something unusable, and that the results wait for them.
pub fn entry_summary(session: &Session) -> Html {
    let table = session.model().assumptions();
    let problems: Vec<_> = session.invalid().collect();
    html! {
        <div role="status">
            if !problems.is_empty() {
                <section class="notice" aria-labelledby="entry-problems">
                    <h2 id="entry-problems">{ "Not updated: the results are the last good ones" }</h2>
                    <ul>
                        { for problems.iter().map(|(index, problem)| {
                            let assumption = &table[*index];
                            let id = box_id(&assumption.id);
                            let go = Callback::from(move |event: MouseEvent| {
                                event.prevent_default();
                                browser::focus(&id);
                            });
                            html! {
                                <li>
                                    <button type="button" class="link" onclick={go}>
                                        { &assumption.label }
                                    </button>
                                    { ": " }{ problem.to_string() }
                                </li>
                            }
                        }) }
                    </ul>
                </section>
            }
        </div>
    }
}

/// Offers to carry on with what was being done here before.
pub fn unfinished(session: &Session, dispatch: &Callback<Action>) -> Html {
    let on = |action: fn() -> Action| {
        dispatch.reform(move |_: MouseEvent| {
            // The buttons go away, and must not take the keyboard with them.
            browser::focus("results");
            action()
        })
    };
    html! {
        if session.unfinished().is_some() {
            <section class="notice" aria-labelledby="unfinished">
                <h2 id="unfinished">{ "You were working on a scenario here before." }</h2>
                <div class="tools">
                    <button type="button" class="button" onclick={on(|| Action::CarryOn)}>
                        { "Carry on" }
                    </button>
                    <button type="button" class="button" onclick={on(|| Action::StartAfresh)}>
                        { "Start afresh" }
                    </button>
                </div>
            </section>
        }
    }
}
