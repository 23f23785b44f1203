//! The lines there are: the person's own, and the case's.

use yew::prelude::*;

use super::form::{NAME, kind_word};
use super::{Filled, LIST, Working};
use crate::case::{BenefitKind, OwnKind, OwnLine};
use crate::export::{number, pounds};
use crate::model::{Line, Pounds};
use crate::session::{Action, OwnDraft};

/// The person's own lines.
pub fn own(working: &Working) -> Html {
    let lines = working.session.model().own_lines();
    html! {
        <section aria-labelledby={LIST}>
            <h3 id={LIST} tabindex="-1">{ "Lines of your own" }</h3>
            if lines.is_empty() {
                <p class="help">
                    { "None yet. A line that is added here is in every figure, table and link of \
                       this scenario, and in none of the published ones." }
                </p>
            } else {
                <ul class="lines">
                    { for lines.iter().enumerate().map(|(place, line)| item(working, place, line)) }
                </ul>
            }
        </section>
    }
}

fn item(working: &Working, place: usize, line: &OwnLine) -> Html {
    let session = &working.session;
    let model = session.model();
    let counted = session.field(model.counted(place)).value;
    let edit = {
        let (working, line) = (working.clone(), line.clone());
        Callback::from(move |_: MouseEvent| {
            let draft = OwnDraft::of(working.session.model(), &line);
            working.fill(Filled {
                editing: Some(draft.clone()),
                draft,
                ..Filled::empty(&working.session)
            });
            working.done(String::new(), NAME);
        })
    };
    let remove = {
        let (working, label) = (working.clone(), line.label.clone());
        Callback::from(move |_: MouseEvent| {
            working.dispatch.emit(Action::RemoveLine(place));
            working.done(format!("Removed: {label}. Undo brings it back."), LIST);
        })
    };
    html! {
        <li>
            <div>
                <b>{ &line.label }</b>{ " " }<span class="mark">{ "Not in the paper" }</span>
                <p class="help">
                    { described(working, line) }
                    if counted > 0.0 && counted < 100.0 {
                        { format!(" {}% of it is counted.", number(counted)) }
                    }
                </p>
            </div>
            <div class="with-button">
                { model.line(&line.id()).map(|of| switch(working, of, &line.label)) }
                <button type="button" class="button" onclick={edit}
                    aria-label={format!("Change: {}", line.label)}>{ "Change" }</button>
                <button type="button" class="button" onclick={remove}
                    aria-label={format!("Remove: {}", line.label)}>{ "Remove" }</button>
            </div>
        </li>
    }
}

/// What a line is, whose, and how much: `Saving, Digital, HCC Core. 2019/20 £20,000.`
fn described(working: &Working, line: &OwnLine) -> String {
    let case = working.session.model().case();
    let workstream = case.workstreams.iter().find(|w| w.id == line.workstream);
    let mut words = vec![kind_word(line).to_owned()];
    words.extend(workstream.map(|workstream| workstream.label.clone()));
    if let OwnKind::Benefit { payer, .. } = &line.kind {
        let payer = case.payers.iter().find(|known| known.id == *payer);
        words.extend(payer.map(|payer| payer.label.clone()));
    }
    let years = case.years.labels().into_iter().zip(&line.amounts);
    let years = years.filter(|(_, amount)| **amount > 0.0);
    let years = years.map(|(year, amount)| format!("{year} {}", pounds(Pounds::round(*amount))));
    let years: Vec<String> = years.collect();
    format!("{}. {}.", words.join(", "), years.join(", "))
}

/// Switches a line off, or on again: one step, which Undo takes back. Nothing for a line
/// that follows from others.
fn switch(working: &Working, line: Line, label: &str) -> Html {
    let session = &working.session;
    let Some(switch) = session.model().switch(line) else {
        return Html::default();
    };
    let off = session.field(switch.assumption).value == 0.0;
    let (word, said, value) = if off {
        ("Switch on", "Switched on", switch.on)
    } else {
        ("Switch off", "Switched off", 0.0)
    };
    let press = {
        let (working, said) = (working.clone(), format!("{said}: {label}."));
        Callback::from(move |_: MouseEvent| {
            let set = vec![(switch.assumption, value)];
            working.dispatch.emit(Action::Apply(set));
            working.said.set(said.clone());
        })
    };
    html! {
        <>
            if off {
                <span class="mark">{ "Off" }</span>
            }
            <button type="button" class="button" onclick={press}
                aria-label={format!("{word}: {label}")}>{ word }</button>
        </>
    }
}

/// The lines of the case, by workstream.
pub fn of_case(working: &Working) -> Html {
    let base = working.session.model().base().case();
    let workstreams = base.workstreams.iter().map(|workstream| {
        let investment = base.investment.iter().enumerate();
        let investment = investment
            .filter(|(_, line)| line.workstream == workstream.id)
            .map(|(place, line)| (Line::Investment(place), &line.label, "investment"));
        let benefits = base.benefits.iter().enumerate();
        let benefits = benefits
            .filter(|(_, line)| line.workstream == workstream.id)
            .map(|(place, line)| {
                let kind = match line.kind {
                    BenefitKind::Saving => "saving",
                    BenefitKind::Avoidance => "avoidance",
                };
                (Line::Benefit(place), &line.label, kind)
            });
        let lines = investment.chain(benefits);
        html! {
            <>
                <h4>{ &workstream.label }</h4>
                <ul class="lines">
                    { for lines.map(|(line, label, kind)| {
                        let total = working.session.outcome().line(line).total();
                        html! {
                            <li>
                                <div>
                                    { label }
                                    <p class="help">
                                        { kind }{ ", " }<span class="whole">{ pounds(total) }</span>
                                        { " over all years" }
                                    </p>
                                </div>
                                <div class="with-button">{ switch(working, line, label) }</div>
                            </li>
                        }
                    }) }
                </ul>
            </>
        }
    });
    html! {
        <section aria-labelledby="case-lines">
            <h3 id="case-lines">{ "Lines of the case" }</h3>
            <p class="help">
                { "One that is switched off comes to nothing: no posts, no sum, or none of it \
                   delivered. Switched on again it is as published." }
            </p>
            { for workstreams }
        </section>
    }
}
