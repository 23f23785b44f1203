//! Stress test: how wrong the case can be, and what would have to be true.

mod appraisal;
mod behind;
mod choose;
mod failures;
mod fields;
pub mod figure;
mod goal;
mod grades;
mod late;
mod outcome;
mod overlaps;
mod payers;
mod range;
mod simulation;
mod switching;
mod tornado;
mod two;

use yew::prelude::*;

use super::browser;
use super::components::{Taking, link_problems, use_taking};
use super::pieces::Screen;
use super::settled::Settled;
use crate::link::Page;
use crate::session::{Action, Session};

/// What this piece brings.
pub struct Piece {
    pub page: Screen,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { page };

/// Draws what stands under the heading of a section.
type Content = fn(&Session, &Callback<Action>, &Taking) -> Html;

/// The sections in order: the id of each one's heading, its name, and what is in it.
const SECTIONS: [(&str, &str, Content); 12] = [
    ("outcome-heading", "What is tested", outcome::view),
    (
        "failures-heading",
        "What has gone wrong elsewhere",
        failures::view,
    ),
    ("late-heading", "Late, less, more", late::view),
    (
        "tornado-heading",
        "Which assumptions matter most",
        tornado::view,
    ),
    (
        "switching-heading",
        "How far each may move",
        switching::view,
    ),
    ("goal-heading", "What would it take", goal::view),
    ("two-heading", "Two at once", two::view),
    ("simulation-heading", "How likely", simulation::view),
    ("grades-heading", "How good is the evidence", grades::view),
    ("appraisal-heading", "Appraisal", appraisal::view),
    ("overlaps-heading", "Overlap between lines", overlaps::view),
    ("payers-heading", "Who gets its money back", payers::view),
];

/// The screen.
fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    html! { <Stress session={session.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct StressProps {
    session: Session,
    dispatch: Callback<Action>,
}

#[component]
fn Stress(props: &StressProps) -> Html {
    let StressProps { session, dispatch } = props;
    let taking = use_taking();
    html! {
        <main id="results" tabindex="-1" class="desk stress">
            { link_problems(session, dispatch) }
            { waiting(session, dispatch) }
            { unusable(session, dispatch) }
            <h1>{ "Stress test" }</h1>
            <p>
                { "How wrong can the case be before it no longer stands, and what would have to be \
                   true for it to come out as wanted? Each test moves the assumptions over their \
                   ranges, which are judgements and can be changed here, and runs the same model \
                   again. None of it changes the scenario, unless you say so." }
            </p>
            { contents() }
            { for SECTIONS.iter().map(|(id, name, content)| html! {
                <section class="topic" aria-labelledby={*id}>
                    <h2 id={*id} tabindex="-1">{ *name }</h2>
                    { content(session, dispatch, &taking) }
                </section>
            }) }
        </main>
    }
}

/// Says that the tests are of the last values that could be used, and where the others
/// are mended: their boxes stand on another screen.
fn waiting(session: &Session, dispatch: &Callback<Action>) -> Html {
    let table = session.model().assumptions();
    let explore = session.view().on(Page::Explore);
    let mend = dispatch.reform(move |_: MouseEvent| Action::View(explore));
    html! {
        <div role="status">
            if session.is_stale() {
                <section class="notice" aria-labelledby="entry-problems">
                    <h2 id="entry-problems">{ "Not updated: the tests are of the last good values" }</h2>
                    <ul>
                        { for session.invalid().map(|(index, problem)| html! {
                            <li>{ format!("{}: {problem}", table[index].label) }</li>
                        }) }
                    </ul>
                    <button type="button" class="button" onclick={mend}>{ "Mend on Explore" }</button>
                </section>
            }
        </div>
    }
}

/// Says what of the settings in the link could not be used, until they are set anew.
fn unusable(session: &Session, dispatch: &Callback<Action>) -> Html {
    let (settings, problems) = session.settings();
    let read = session.setting(&settings);
    let dismiss = dispatch.reform(move |_: MouseEvent| read.clone());
    html! {
        if !problems.is_empty() {
            <section class="notice" role="alert" aria-labelledby="stress-problems">
                <h2 id="stress-problems">{ "Part of what is tested could not be read from the link" }</h2>
                <ul>
                    { for problems.iter().map(|problem| html! { <li>{ problem.to_string() }</li> }) }
                </ul>
                <button type="button" class="button" onclick={dismiss}>{ "Dismiss" }</button>
            </section>
        }
    }
}

/// Buttons, not links: a link's fragment would take the place of the scenario's.
fn contents() -> Html {
    html! {
        <nav class="contents" aria-label="On this page">
            <ul>
                { for SECTIONS.iter().map(|(id, name, _)| {
                    let go = Callback::from(move |_: MouseEvent| browser::focus(id));
                    html! {
                        <li><button type="button" class="link" onclick={go}>{ *name }</button></li>
                    }
                }) }
            </ul>
        </nav>
    }
}
