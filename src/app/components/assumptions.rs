//! Every assumption, by heading: the levers first, the rest folded, and a way to find one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::AssumptionField;
use super::lines::OwnLines;
use crate::case::{Assumption, Group, Tier};
use crate::link::place_of;
use crate::model::AssumptionIndex;
use crate::session::{Action, Field, Session};

#[derive(PartialEq, Properties)]
pub struct AssumptionPanelProps {
    pub session: Session,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn AssumptionPanel(props: &AssumptionPanelProps) -> Html {
    let AssumptionPanelProps { session, dispatch } = props;
    let wanted = use_state_eq(String::new);
    let find = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(input.value());
            }
        })
    };
    let words = wanted.trim().to_ascii_lowercase();
    let body = if words.is_empty() {
        let groups = session.model().case().groups.iter();
        groups
            .map(|group| {
                html! { <GroupView key={group.id.clone()} group={group.clone()}
                session={session.clone()} dispatch={dispatch.clone()} /> }
            })
            .collect::<Html>()
    } else {
        let found: Vec<_> = session
            .model()
            .assumptions()
            .iter()
            .filter(|(_, assumption)| mentions(assumption, &words))
            .map(|(index, _)| index)
            .collect();
        html! {
            <section class="group" aria-labelledby="found">
                <h3 id="found" role="status">{ match found.len() {
                    0 => "No assumption mentions that".to_owned(),
                    1 => "1 assumption".to_owned(),
                    count => format!("{count} assumptions"),
                } }</h3>
                { for found.into_iter().map(|index| {
                    assumption_field(session, index, dispatch)
                }) }
            </section>
        }
    };
    html! {
        <section class="assumptions" aria-labelledby="assumptions-heading">
            <h2 id="assumptions-heading">{ "Assumptions" }</h2>
            <label class="visually-hidden" for="find">{ "Find an assumption" }</label>
            <input class="find" id="find" type="search" placeholder="Find an assumption"
                autocomplete="off" value={(*wanted).clone()} oninput={find} />
            { body }
            <OwnLines session={session.clone()} dispatch={dispatch.clone()} />
        </section>
    }
}

/// The box of one assumption, wherever it stands.
pub fn assumption_field(
    session: &Session,
    index: AssumptionIndex,
    dispatch: &Callback<Action>,
) -> Html {
    field_view(session, index, session.field(index), dispatch)
}

fn field_view(
    session: &Session,
    index: AssumptionIndex,
    field: Field,
    dispatch: &Callback<Action>,
) -> Html {
    let model = session.model();
    html! {
        <AssumptionField key={model.assumptions()[index].id.clone()} {index} {field}
            model={model.clone()} dispatch={dispatch.clone()} />
    }
}

/// True where the name, the help or the unit of an assumption holds these words.
fn mentions(assumption: &Assumption, words: &str) -> bool {
    [&assumption.label, &assumption.help, &assumption.unit_note]
        .iter()
        .any(|text| place_of(words, &text.to_ascii_lowercase()).is_some())
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    group: Group,
    session: Session,
    dispatch: Callback<Action>,
}

#[component]
fn GroupView(props: &GroupProps) -> Html {
    let GroupProps {
        group,
        session,
        dispatch,
    } = props;
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let of_tier = |tier: Tier| {
        let in_group = session.model().assumptions().iter();
        in_group
            .filter(move |(_, assumption)| assumption.group == group.id && assumption.tier == tier)
            .map(|(index, _)| (index, session.field(index)))
            .collect::<Vec<_>>()
    };
    let [mut key, more, evidence] = [Tier::Key, Tier::More, Tier::Evidence].map(of_tier);
    // What is set on another screen stands here as long as it makes a difference.
    let elsewhere = of_tier(Tier::Stress).into_iter();
    key.extend(elsewhere.filter(|(_, field)| field.changed || field.problem.is_some()));
    if key.len() + more.len() + evidence.len() == 0 {
        return Html::default();
    }
    let touched = |fields: &[(AssumptionIndex, Field)]| {
        let touched = fields
            .iter()
            .filter(|(_, field)| field.changed || field.problem.is_some());
        touched.count()
    };
    let folded_changes = touched(&more) + touched(&evidence);
    let changes = folded_changes + touched(&key);
    let show = |fields: Vec<(AssumptionIndex, Field)>| {
        let views = fields
            .into_iter()
            .map(|(index, field)| field_view(session, index, field, dispatch));
        views.collect::<Html>()
    };
    let heading = format!("group-{}", group.id);
    let folded = format!("folded-{}", group.id);
    let fold_label = fold_label(!key.is_empty(), more.len(), evidence.len());
    html! {
        <section class="group" aria-labelledby={heading.clone()}>
            <div class="group-head">
                <h3 id={heading}>{ &group.label }</h3>
                if changes > 0 {
                    <span class="count">{ format!("{changes} changed") }</span>
                }
            </div>
            if !group.help.is_empty() {
                <p class="help">{ &group.help }</p>
            }
            { show(key) }
            if more.len() + evidence.len() > 0 {
                <button type="button" class="link fold" aria-expanded={open.to_string()}
                    aria-controls={folded.clone()} onclick={toggle}>
                    <span class="turn" aria-hidden="true">{ "▸" }</span>
                    { fold_label }
                    if folded_changes > 0 && !*open {
                        { format!(" ({folded_changes} changed)") }
                    }
                </button>
                <div id={folded} hidden={!*open}>
                    if *open {
                        { show(more) }
                        if !evidence.is_empty() {
                            <h4>{ "Evidence figures" }</h4>
                            { show(evidence) }
                        }
                    }
                </div>
            }
        </section>
    }
}

/// "6 more, and 7 evidence figures".
fn fold_label(some_shown: bool, more: usize, evidence: usize) -> String {
    let more_words = if some_shown {
        format!("{more} more")
    } else {
        format!("{more} assumptions")
    };
    let figures = if evidence == 1 { "figure" } else { "figures" };
    match (more, evidence) {
        (_, 0) => more_words,
        (0, _) => format!("{evidence} evidence {figures}"),
        _ => format!("{more_words}, and {evidence} evidence {figures}"),
    }
}
