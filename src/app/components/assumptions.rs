//! Every assumption, by heading: the levers first, the rest folded, and a way to find one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::AssumptionField;
use super::lines::own_lines;
use crate::app::answers;
use crate::app::pieces::{Piece as _, use_piece};
use crate::case::{Assumption, Tier};
use crate::link::place_of;
use crate::model::{AssumptionIndex, Model};
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
    let _ = use_piece::<answers::Piece>(!words.is_empty());
    let body = if words.is_empty() {
        // Of a keystroke only the group it is in hears.
        let model = session.model();
        let touched = session.touched();
        let groups = model.case().groups.iter().enumerate();
        groups
            .map(|(place, group)| {
                let of_group = |(index, _): &&(AssumptionIndex, Field)| {
                    model.assumptions()[*index].group == group.id
                };
                let touched: Vec<_> = touched.iter().filter(of_group).cloned().collect();
                html! { <GroupView key={group.id.clone()} {place} {touched}
                model={model.clone()} dispatch={dispatch.clone()} /> }
            })
            .collect::<Html>()
    } else {
        let found: Vec<_> = session
            .model()
            .assumptions()
            .iter()
            .filter(|(index, assumption)| {
                // What it is said to be comes a moment later.
                let help =
                    answers::Piece::here().map(|piece| (piece.help)(session.model(), *index));
                mentions(assumption, &help.unwrap_or_default(), &words)
            })
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
            { own_lines(session) }
        </section>
    }
}

/// The box of one assumption, wherever it stands.
pub fn assumption_field(
    session: &Session,
    index: AssumptionIndex,
    dispatch: &Callback<Action>,
) -> Html {
    field_view(session.model(), index, session.field(index), dispatch)
}

fn field_view(
    model: &Model,
    index: AssumptionIndex,
    field: Field,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <AssumptionField key={model.assumptions()[index].id.clone()} {index} {field}
            model={model.clone()} dispatch={dispatch.clone()} />
    }
}

/// True where the name, the help or the unit of an assumption holds these words.
fn mentions(assumption: &Assumption, help: &str, words: &str) -> bool {
    [&assumption.label, help, &assumption.unit_note]
        .iter()
        .any(|text| place_of(words, &text.to_ascii_lowercase()).is_some())
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    model: Model,
    /// The place of the group in the case.
    place: usize,
    /// The boxes of the group that do not stand as published.
    touched: Vec<(AssumptionIndex, Field)>,
    dispatch: Callback<Action>,
}

#[component]
fn GroupView(props: &GroupProps) -> Html {
    let GroupProps {
        model,
        place,
        touched,
        dispatch,
    } = props;
    let group = &model.case().groups[*place];
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let [mut key, more, evidence] = by_tier(model, &group.id);
    // What is set on another screen stands here as long as it makes a difference.
    let is_touched = |field: &Field| field.changed || field.problem.is_some();
    let elsewhere = touched
        .iter()
        .filter(|(index, field)| {
            model.assumptions()[*index].tier == Tier::Stress && is_touched(field)
        })
        .map(|(index, _)| *index);
    key.extend(elsewhere);
    if key.len() + more.len() + evidence.len() == 0 {
        return Html::default();
    }
    let changed = |(_, field): &&(AssumptionIndex, Field)| is_touched(field);
    let changes = touched.iter().filter(changed).count();
    let folded = |(index, _): &&(AssumptionIndex, Field)| !key.contains(index);
    let folded_changes = touched.iter().filter(changed).filter(folded).count();
    let show = |indexes: &[AssumptionIndex]| {
        let views = indexes.iter().map(|index| {
            let field = touched.iter().find(|(touched, _)| touched == index);
            let field = field.map(|(_, field)| field.clone());
            let field = field.unwrap_or_else(|| Field::published(&model.assumptions()[*index]));
            field_view(model, *index, field, dispatch)
        });
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
            { show(&key) }
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
                        { show(&more) }
                        if !evidence.is_empty() {
                            <h4>{ "Evidence figures" }</h4>
                            { show(&evidence) }
                        }
                    }
                </div>
            }
        </section>
    }
}

/// The assumptions of a group in the case's order: its levers, the rest, and the evidence
/// figures. A case may have hundreds, and each key comes by here, so it looks at them once.
fn by_tier(model: &Model, group: &str) -> [Vec<AssumptionIndex>; 3] {
    let mut tiers = [const { Vec::new() }; 3];
    for (index, assumption) in model.assumptions().iter() {
        let tier = match assumption.tier {
            Tier::Key => 0,
            Tier::More => 1,
            Tier::Evidence => 2,
            Tier::Stress => continue,
        };
        if assumption.group == group {
            tiers[tier].push(index);
        }
    }
    tiers
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
