//! Two assumptions at once, as a grid.

use std::rc::Rc;

use yew::prelude::*;

use super::behind::{SectionProps, use_behind};
use super::choose::{list as list_of, list_with};
use super::figure::{Picture, Subject};
use super::outcome::set;
use crate::analysis::{Settings, TwoWayFault, by_effect, two_way};
use crate::app::browser;
use crate::app::components::{Disclosure, Taking, sheet};
use crate::chart::heat_of;
use crate::export::two_way_words;
use crate::model::{AssumptionIndex, Model};
use crate::session::{Action, Session};

/// How many values of each assumption one can choose.
const SIZES: [usize; 5] = [5, 9, 15, 21, 41];

/// What goes across, and what down.
type Pair = (AssumptionIndex, AssumptionIndex);

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, taking: &Taking) -> Html {
    html! {
        <Two session={session.clone()} dispatch={dispatch.clone()} taking={taking.clone()} />
    }
}

#[component]
fn Two(props: &SectionProps) -> Html {
    let SectionProps {
        session,
        dispatch,
        taking,
    } = props;
    let behind = use_behind(session);
    let (settings, _) = session.settings();
    let (model, scenario) = (session.model(), behind.shown());
    let (aim, size) = (settings.aim, settings.size);
    let leading = use_memo(
        (model.clone(), scenario.clone(), aim),
        |(model, scenario, aim)| match by_effect(model, scenario, *aim)[..] {
            [first, second, ..] => Some((first, second)),
            _ => None,
        },
    );
    // The same twice is no setting and goes into no link; it is kept here to be mended,
    // until another pair is set.
    let twice = use_state_eq(|| None::<(Option<Pair>, AssumptionIndex)>);
    let twice_now = twice
        .filter(|(set, _)| *set == settings.grid)
        .map(|(_, twice)| (twice, twice));
    let Some(pair) = twice_now.or(settings.grid).or(*leading) else {
        return html! { <p>{ "The case has no two assumptions to be set against each other." }</p> };
    };
    let found = use_memo(
        (model.clone(), scenario.clone(), pair, size, aim),
        |(model, scenario, (across, down), size, aim)| {
            let two = two_way(model, scenario, (*across, *size), (*down, *size), aim.scope)?;
            let words = two_way_words(model, &two, aim.measure);
            let heat = heat_of(model, &two, &words, aim.measure);
            Ok::<_, TwoWayFault>((words, Rc::new(heat)))
        },
    );
    let fault = found.as_ref().as_ref().err();
    let choose = |down: bool| {
        let twice = twice.clone();
        let before = settings.grid;
        let indices: Vec<AssumptionIndex> = model.assumptions().iter().map(|(at, _)| at).collect();
        let to = set(session, dispatch, |settings: &mut Settings, pair| {
            settings.grid = Some(pair)
        });
        Callback::from(move |place: usize| {
            let Some(chosen) = indices.get(place).copied() else {
                return;
            };
            let pair = if down {
                (pair.0, chosen)
            } else {
                (chosen, pair.1)
            };
            if pair.0 == pair.1 {
                twice.set(Some((before, chosen)));
            } else {
                twice.set(None);
                to.emit(pair);
            }
        })
    };
    let list = |down: bool| {
        let (id, label, index) = if down {
            ("two-down", "Down the side", pair.1)
        } else {
            ("two-across", "Across", pair.0)
        };
        let table = model.assumptions();
        let labels = table.iter().map(|(_, of)| of.label.clone()).collect();
        let chosen = table.iter().position(|(at, _)| at == index);
        let problem = problem(model, fault, index, down);
        list_with(
            id,
            label,
            labels,
            chosen.unwrap_or_default(),
            choose(down),
            problem,
        )
    };
    let sizes = sizes(size);
    let by = |size: &usize| format!("{size} by {size}");
    let labels: Vec<String> = sizes.iter().map(by).collect();
    let now = sizes.iter().position(|known| *known == size);
    let on_size = set(session, dispatch, move |settings, place: usize| {
        settings.size = sizes.get(place).copied().unwrap_or(settings.size);
    });
    html! {
        <>
            <p class="help">
                { "Every pair of values of two assumptions over their ranges, all others as they \
                   are." }
            </p>
            <div class="asked">
                { list(false) }
                { list(true) }
                { list_of("two-size", "Values of each", labels, now.unwrap_or_default(), on_size) }
            </div>
            if let Ok((words, heat)) = &*found {
                <Picture id="two" title={words.title.clone()} summary={words.summary.clone()}
                    subject={Subject::Heat(heat.clone())}>
                    <Disclosure id="two-table" label="The same as a table">
                        { sheet(taking, &model.case().id, "two-at-once", &words.grid, Html::default()) }
                    </Disclosure>
                </Picture>
            }
        </>
    }
}

/// The sizes to choose from, with one that came in a link.
fn sizes(now: usize) -> Vec<usize> {
    let mut sizes = SIZES.to_vec();
    if let Err(place) = sizes.binary_search(&now) {
        sizes.insert(place, now);
    }
    sizes
}

/// What is wrong with one of the two, and what to do about it.
fn problem(
    model: &Model,
    fault: Option<&TwoWayFault>,
    index: AssumptionIndex,
    down: bool,
) -> Option<Html> {
    match fault? {
        TwoWayFault::Same if down => Some(html! {
            { "This is the same assumption as across. Choose another one here or there." }
        }),
        TwoWayFault::NoRange(of) if *of == index => {
            let id = format!("range-low-{}", model.assumptions()[index].id);
            let go = Callback::from(move |_: MouseEvent| {
                let there = browser::element(&id).is_some();
                browser::focus(if there { &id } else { "ranges-heading" });
            });
            Some(html! {
                <>
                    { "Low and high of its range are the same, so there is nothing to move over. \
                       Set a wider range, or choose another assumption. " }
                    <button type="button" class="link" onclick={go}>{ "To the ranges" }</button>
                </>
            })
        }
        TwoWayFault::Size(_) if !down => Some(html! { { fault?.to_string() } }),
        _ => None,
    }
}
