//! Which assumptions matter most, and the ranges they are moved over.

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::choose::all_or_first;
use super::figure::{Picture, Subject};
use super::range::range;
use crate::analysis::{by_effect, sensitivity};
use crate::app::components::{Disclosure, Taking, sheet};
use crate::chart::tornado_of;
use crate::export::sensitivity_words;
use crate::model::AssumptionIndex;
use crate::session::{Action, Session};

/// How many assumptions the picture shows at first: as many as are read at a glance.
const FIRST: usize = 12;

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Sensitivity session={session.clone()} dispatch={dispatch.clone()}
            taking={taking.clone()} />
    }
}

#[component]
fn Sensitivity(props: &SectionProps) -> Html {
    let SectionProps {
        session,
        dispatch,
        taking,
    } = props;
    let all = use_state_eq(|| false);
    let behind = use_behind(session);
    let (settings, _) = behind.settings();
    let (model, scenario, aim) = (behind.model(), behind.shown(), settings.aim);
    let words = use_memo(
        (model.clone(), scenario.clone(), aim),
        |(model, scenario, aim)| {
            sensitivity_words(model, &sensitivity(model, scenario, aim.scope), *aim)
        },
    );
    let count = words.rows.len();
    let shown = if *all { count } else { FIRST };
    let drawn = use_memo(
        (model.clone(), words.clone(), shown, aim.measure),
        |(model, words, shown, measure)| tornado_of(model, words, *shown, *measure),
    );
    // Not by the ranges: a box must not move away while it is typed in.
    let order = use_memo(
        (model.clone(), scenario.changes().to_vec(), aim),
        |(model, _, aim)| by_effect(model, scenario, *aim),
    );
    let boxes = |of: &[AssumptionIndex]| {
        html! {
            <div class="ranges">
                { for of.iter().map(|index| range(session, dispatch, *index)) }
            </div>
        }
    };
    let (first, rest) = order.split_at(FIRST.min(order.len()));
    let case = &model.case().id;
    html! {
        <>
            <p class="help">
                { "Each assumption by itself, from the low to the high end of its range, with all \
                   others as they are. The ranges say what is thinkable and not how likely it is, \
                   so the effects cannot be added up." }
            </p>
            if count == 0 {
                <p>{ &words.summary }</p>
            } else {
                <Picture id="tornado" title={words.title.clone()} summary={words.summary.clone()}
                    subject={Subject::Tornado(drawn)}>
                    { all_or_first(&all, FIRST, count, "assumptions") }
                    <Disclosure id="tornado-table" label="The same as a table">
                        { sheet(taking, case, "sensitivity", &words.grid, Html::default()) }
                    </Disclosure>
                </Picture>
            }
            <section class="sheet" aria-labelledby="ranges-heading">
                <h3 id="ranges-heading" tabindex="-1">{ "The ranges" }</h3>
                <p class="help">
                    { "What each assumption is moved over, here and in every test on this page. \
                       They travel in the link." }
                </p>
                { boxes(first) }
                if !rest.is_empty() {
                    <Disclosure id="ranges" label={format!("Ranges of the other {}", rest.len())}>
                        { boxes(rest) }
                    </Disclosure>
                }
            </section>
        </>
    }
}
