//! Compare: up to four scenarios beside the published case.

mod choices;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::figure::{Picture, Subject, line_key};
use crate::analysis::{Comparison, compare};
use crate::app::browser;
use crate::app::components::{Taking, link_problems, sheet, use_taking};
use crate::app::settled::Settled;
use crate::export::{
    compared_assumptions, compared_headlines, compared_names, compared_summary, compared_years,
};
use crate::link::{MOST_COMPARED, Named, Page, united};
use crate::model::Model;
use crate::session::{Action, Session};
use choices::{Choice, Choices, choices, names};

/// The screen.
pub fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    html! { <Compare session={session.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct CompareProps {
    session: Session,
    dispatch: Callback<Action>,
}

#[component]
fn Compare(props: &CompareProps) -> Html {
    let CompareProps { session, dispatch } = props;
    let seen = use_mut_ref(Vec::new);
    let taking = use_taking();
    let choices = choices(session, &mut seen.borrow_mut());
    html! {
        <main id="results" tabindex="-1" class="desk compare">
            <div class="compare-head">
                { link_problems(session, dispatch) }
                <h1>{ "Compare" }</h1>
                <p>{ "Up to four scenarios beside the published case: what they assume, and what it comes to." }</p>
            </div>
            { picker(session, dispatch, &choices) }
            <div class="compare-results">
                if session.compared().is_empty() {
                    { empty(dispatch, &choices) }
                } else {
                    { results(session, dispatch, &taking) }
                }
            </div>
        </main>
    }
}

/// Every scenario that can be picked; past the most that fit, only what is picked can be
/// changed.
fn picker(session: &Session, dispatch: &Callback<Action>, choices: &[Choices]) -> Html {
    let compared = session.compared();
    let full = compared.len() >= MOST_COMPARED;
    let kinds = choices
        .iter()
        .enumerate()
        .filter(|(_, kind)| !kind.list.is_empty() || !kind.note.is_empty());
    html! {
        <section class="picker" aria-labelledby="picker">
            <h2 id="picker">{ "Scenarios to compare" }</h2>
            <p class="picked" id="picked" role="status">
                { format!("{} of {MOST_COMPARED} picked. ", compared.len()) }
                if full {
                    { "No more fit side by side: remove one to pick another." }
                }
            </p>
            { for kinds.map(|(at, kind)| html! {
                <fieldset>
                    <legend>{ kind.heading }</legend>
                    { for kind.list.iter().enumerate().map(|(place, choice)| {
                        choice_view(compared, dispatch, choice, format!("pick-{at}-{place}"), full)
                    }) }
                    if !kind.note.is_empty() {
                        <p class="help">{ &kind.note }</p>
                    }
                </fieldset>
            }) }
        </section>
    }
}

fn choice_view(
    compared: &Rc<[Named]>,
    dispatch: &Callback<Action>,
    choice: &Choice,
    id: String,
    full: bool,
) -> Html {
    let picked = compared.contains(&choice.named);
    let toggle = {
        let (compared, named) = (compared.clone(), choice.named.clone());
        dispatch.reform(move |event: Event| {
            let ticked = event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.checked());
            let mut wanted = without(&compared, &named);
            if ticked {
                wanted.push(named.clone());
            }
            Action::Compare(wanted)
        })
    };
    let help = format!("{id}-help");
    html! {
        <div class="pick">
            <input type="checkbox" id={id.clone()} checked={picked} disabled={full && !picked}
                aria-describedby={format!("{help} picked")} onchange={toggle} />
            <label for={id}>{ &choice.label }</label>
            <span class="under" id={help}>{ &choice.help }</span>
        </div>
    }
}

/// What is compared but for one.
fn without(compared: &[Named], one: &Named) -> Vec<Named> {
    let others = compared.iter().filter(|named| *named != one);
    others.cloned().collect()
}

/// What to do, and something to begin with.
fn empty(dispatch: &Callback<Action>, choices: &[Choices]) -> Html {
    let presets = choices.iter().find(|kind| kind.heading == "From the case");
    let first: Vec<&Choice> = presets
        .iter()
        .flat_map(|kind| &kind.list)
        .take(MOST_COMPARED)
        .collect();
    let labels: Vec<&str> = first.iter().map(|choice| choice.label.as_str()).collect();
    let named: Vec<Named> = first.iter().map(|choice| choice.named.clone()).collect();
    let begin = dispatch.reform(move |_: MouseEvent| Action::Compare(named.clone()));
    html! {
        <section class="empty" aria-labelledby="empty">
            <h2 id="empty">{ "Nothing is picked yet" }</h2>
            <p>{ "Pick a scenario, and it stands here beside the published case: the assumptions \
                  in which it differs, what it comes to, and each year." }</p>
            if !labels.is_empty() {
                <p>{ format!("To begin with, the case’s own: {}.", labels.join(", ")) }</p>
                <button type="button" class="button primary" onclick={begin}>{ "Compare these" }</button>
            }
        </section>
    }
}

fn results(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    let (model, scenarios) = united(session.model(), session.compared());
    let model = &model;
    let compared = Rc::new(compare(model, &scenarios));
    let names: Rc<[String]> = names(session).into();
    let columns = compared_names(&compared, &names);
    let case = &model.case().id;
    let link = browser::link_to(&session.comparison_link());
    let copy = taking.copy("link", "Link copied.", move || link.clone());
    let subject = Subject::Compared(compared.clone(), names.clone());
    html! {
        <>
            <section aria-labelledby="compared">
                <h2 id="compared" tabindex="-1">{ "What is compared" }</h2>
                { picked(session, dispatch, &columns) }
                <p class="lead" role="status">{ compared_summary(model, &compared, &names) }</p>
                <div class="take">
                    <button type="button" class="button primary" onclick={copy}>
                        { "Copy link to this comparison" }
                    </button>
                    { taking.said("link") }
                </div>
            </section>
            <Picture model={model.clone()} {subject} />
            <section aria-labelledby="compared-figures">
                <h2 id="compared-figures">{ "What they assume, and what it comes to" }</h2>
                <p class="help">
                    { "Under a figure that is not the published one stands how far it is from that, \
                       in pounds and per cent." }
                </p>
                if compared.differing.is_empty() {
                    <p>{ "None of them changes an assumption: every figure is as published." }</p>
                } else {
                    { sheet(taking, case, "differing",
                        &compared_assumptions(model, &compared, &names), Html::default()) }
                }
                { sheet(taking, case, "headlines", &compared_headlines(model, &compared, &names),
                    onward(session, dispatch, &columns)) }
            </section>
            <section aria-labelledby="compared-years">
                <h2 id="compared-years">{ "Year by year" }</h2>
                { years(model, taking, &compared, &names) }
            </section>
        </>
    }
}

/// The compared scenarios in their order, with the lines they are drawn by.
fn picked(session: &Session, dispatch: &Callback<Action>, columns: &[String]) -> Html {
    let compared = session.compared();
    let scenarios = compared.iter().zip(columns.iter().skip(1)).enumerate();
    html! {
        <ol class="compared">
            <li>{ line_key(0) }<span class="name">{ columns.first() }</span></li>
            { for scenarios.map(|(place, (named, name))| {
                let left = without(compared, named);
                let remove = {
                    let dispatch = dispatch.clone();
                    Callback::from(move |_: MouseEvent| {
                        // The button goes away, and must not take the keyboard with it.
                        browser::focus(if left.is_empty() { "results" } else { "compared" });
                        dispatch.emit(Action::Compare(left.clone()));
                    })
                };
                html! {
                    <li>
                        { line_key(place + 1) }
                        <span class="name">{ name }</span>
                        <button type="button" class="link" onclick={remove}
                            aria-label={format!("Remove: {name}")}>{ "Remove" }</button>
                    </li>
                }
            }) }
        </ol>
    }
}

/// The ways on from the columns.
fn onward(session: &Session, dispatch: &Callback<Action>, columns: &[String]) -> Html {
    let view = session.view().on(Page::Explore);
    let scenarios = session.compared().iter().zip(columns.iter().skip(1));
    html! {
        <tfoot>
            <tr>
                <th scope="row">{ "Go on with" }</th>
                <td></td>
                { for scenarios.map(|(named, name)| {
                    let (dispatch, named) = (dispatch.clone(), named.clone());
                    let explore = Callback::from(move |_: MouseEvent| {
                        dispatch.emit(Action::Show(named.clone()));
                        dispatch.emit(Action::View(view));
                    });
                    html! {
                        <td>
                            <button type="button" class="button" onclick={explore}
                                aria-label={format!("Explore this: {name}")}>{ "Explore this" }</button>
                        </td>
                    }
                }) }
            </tr>
        </tfoot>
    }
}

fn years(model: &Model, taking: &Taking, compared: &Comparison, names: &[String]) -> Html {
    let grids = compared_years(model, compared, names);
    let views = grids.iter().enumerate().map(|(place, grid)| {
        let id = format!("by-year-{place}");
        sheet(taking, &model.case().id, &id, grid, Html::default())
    });
    views.collect()
}
