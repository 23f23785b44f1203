//! Sources and checks: what the plan expects, what every number rests on, how the printed
//! paper stands to the model, and what could go wrong.

mod checks;
mod log;
mod pressures;
mod privacy;
mod risks;
mod sense;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::browser;
use crate::app::components::{link_problems, use_taking};
use crate::app::settled::Settled;
use crate::model::MODEL_VERSION;
use crate::session::{Action, Session};

/// The sections in order: the id of each one's heading, and its name.
const SECTIONS: [(&str, &str); 7] = [
    ("pressures-heading", "Pressures in the plan"),
    ("log-heading", "Assumptions log"),
    ("checks-heading", "Reconciliation with the paper"),
    ("sense-heading", "Sense checks"),
    ("risks-heading", "Risks and what tests them"),
    ("privacy-heading", "Privacy"),
    ("about-heading", "About this copy"),
];

/// The screen.
pub fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    html! { <Sources session={session.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct SourcesProps {
    session: Session,
    dispatch: Callback<Action>,
}

/// What the person has chosen to see.
#[derive(Clone, Default, PartialEq)]
struct Look {
    /// The pressures in the picture: a group's place, or none for all of them.
    group: Option<usize>,
    /// Words to find in the log.
    wanted: String,
    /// Only what is changed in the log.
    changed_only: bool,
    /// Those of the stress test as well, changed or not.
    stress: bool,
    /// How every value came about, and why its range is what it is.
    notes: bool,
    /// Only the printed figures that differ.
    differing_only: bool,
}

/// The choices, and the way to make one.
struct Looking(UseStateHandle<Look>);

impl Looking {
    /// Makes a choice when a box or a button of the form changes.
    fn on<E: AsRef<web_sys::Event> + 'static>(
        &self,
        choose: impl Fn(&mut Look, &HtmlInputElement) + 'static,
    ) -> Callback<E> {
        let state = self.0.clone();
        Callback::from(move |event: E| {
            let target = event.as_ref().target();
            let input = target
                .and_then(|target| wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>(target).ok());
            if let Some(input) = input {
                let mut look = (*state).clone();
                choose(&mut look, &input);
                state.set(look);
            }
        })
    }

    /// A box to tick with its words.
    fn tick(
        &self,
        id: &'static str,
        label: &'static str,
        ticked: bool,
        choose: impl Fn(&mut Look, bool) + 'static,
    ) -> Html {
        let onchange = self.on::<Event>(move |look, input| choose(look, input.checked()));
        html! {
            <div class="pick">
                <input type="checkbox" {id} checked={ticked} {onchange} />
                <label for={id}>{ label }</label>
            </div>
        }
    }
}

#[component]
fn Sources(props: &SourcesProps) -> Html {
    let SourcesProps { session, dispatch } = props;
    let looking = Looking(use_state_eq(Look::default));
    let taking = use_taking();
    html! {
        <main id="results" tabindex="-1" class="desk sources">
            { link_problems(session, dispatch) }
            <h1>{ "Sources and checks" }</h1>
            { contents() }
            { section(0, pressures::view(session, &looking, &taking)) }
            { section(1, log::view(session, &looking, &taking)) }
            { section(2, checks::view(session, &looking, &taking)) }
            { section(3, sense::view(session)) }
            { section(4, risks::view(session, dispatch)) }
            { section(5, privacy::view()) }
            { section(6, about(session)) }
        </main>
    }
}

/// Buttons, not links: a link's fragment would take the place of the scenario's.
fn contents() -> Html {
    html! {
        <nav class="contents" aria-label="On this page">
            <ul>
                { for SECTIONS.map(|(id, name)| {
                    let go = Callback::from(move |_: MouseEvent| browser::focus(id));
                    html! {
                        <li><button type="button" class="link" onclick={go}>{ name }</button></li>
                    }
                }) }
            </ul>
        </nav>
    }
}

fn section(place: usize, content: Html) -> Html {
    let (id, name) = SECTIONS[place];
    html! {
        <section class="topic" aria-labelledby={id}>
            <h2 {id} tabindex="-1">{ name }</h2>
            { content }
        </section>
    }
}

/// Whose case this is and which model reads it.
fn about(session: &Session) -> Html {
    let case = session.model().case();
    let source = &case.source;
    let years = case.years.labels();
    let between = [years.first(), years.last()].map(|year| year.cloned().unwrap_or_default());
    html! {
        <>
            <dl class="facts">
                <div><dt>{ "Case" }</dt><dd>{ format!("{}, {}", case.title, case.subtitle) }</dd></div>
                <div><dt>{ "Authority" }</dt><dd>{ &case.authority }</dd></div>
                <div>
                    <dt>{ "Paper" }</dt>
                    <dd>{ format!("{}, {}, {}", source.title, source.meeting, source.date) }</dd>
                </div>
                <div><dt>{ "Years" }</dt><dd>{ between.join(" to ") }</dd></div>
                <div><dt>{ "Model" }</dt><dd>{ format!("Version {MODEL_VERSION}") }</dd></div>
            </dl>
            <p class="help">
                { "A scenario is not an approved budget. Savings are cashable: a budget line falls. \
                   Avoidance is growth that does not happen: it does not release money." }
            </p>
        </>
    }
}
