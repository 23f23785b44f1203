//! How far each assumption may move before the case no longer stands.

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::choose::all_or_first;
use crate::analysis::switching_values;
use crate::app::components::{Disclosure, Taking, sheet};
use crate::export::{SwitchWords, switching_words};
use crate::session::{Action, Session};

/// How many assumptions are listed at first, at most: those that no value decides are not.
const FIRST: usize = 10;

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Switching session={session.clone()} dispatch={dispatch.clone()}
            taking={taking.clone()} />
    }
}

#[component]
fn Switching(props: &SectionProps) -> Html {
    let all = use_state_eq(|| false);
    let behind = use_behind(&props.session);
    let (settings, _) = behind.settings();
    let model = behind.model();
    let condition = settings.condition(model.case().years.count);
    let words = use_memo(
        (model.clone(), behind.shown().clone(), condition),
        |(model, scenario, condition)| {
            let values = switching_values(model, scenario, *condition);
            switching_words(model, &values, *condition)
        },
    );
    let count = words.rows.len();
    let switching = words.rows.iter().filter(|row| !row.room.is_empty());
    let first = switching.take(FIRST).count();
    let shown = if *all { count } else { first };
    html! {
        <>
            <p class="help">
                { "Each assumption is moved by itself over everything it may be, and the question \
                   is whether this still holds: " }
                <b>{ &words.title }</b>
                { ". Those with the least room for their range come first. Where an answer \
                   switches, the values on both sides of it were run." }
            </p>
            <p class="lead">{ &words.summary }</p>
            <ol class="switches">
                { for words.rows.iter().take(shown).map(row) }
            </ol>
            { all_or_first(&all, first, count, "assumptions") }
            <Disclosure id="switching-table" label="The same as a table">
                { sheet(&props.taking, &model.case().id, "switching-values", &words.grid,
                    Html::default()) }
            </Disclosure>
        </>
    }
}

fn row(row: &SwitchWords) -> Html {
    html! {
        <li key={row.id.clone()}>
            <p class="switch"><span>{ &row.label }</span>{ " " }<strong>{ &row.answer }</strong></p>
            <div>
                <p>{ &row.sentence }</p>
                if !row.room.is_empty() {
                    <p class="help">{ &row.room }</p>
                }
            </div>
        </li>
    }
}
