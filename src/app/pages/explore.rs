//! Explore: change assumptions on one side, see what follows on the other.

use yew::prelude::*;

use crate::app::browser;
use crate::app::charts::{Chart, ChartKind};
use crate::app::components::{
    AssumptionPanel, entry_summary, header, ledger, link_problems, paper, payers, pinned_view,
    sentence_view, tiles_view, view_picker,
};
use crate::app::settled::use_settled;
use crate::case::Case;
use crate::export::{appraisal, headline, sources_of_totals, tiles};
use crate::model::MODEL_VERSION;
use crate::session::{Action, Session};

#[derive(PartialEq, Properties)]
pub struct ExploreProps {
    pub session: Session,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn Explore(props: &ExploreProps) -> Html {
    let ExploreProps { session, dispatch } = props;
    let show_sources = use_state_eq(|| false);
    let toggle_sources = {
        let show_sources = show_sources.clone();
        Callback::from(move |()| show_sources.set(!*show_sources))
    };
    let (model, outcome, published) = (session.model(), session.outcome(), session.published());
    let case = model.case();
    let stale = session.is_stale();
    // Followed as a link, it would put its own fragment in the place of the scenario's.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("results");
    });
    let tiles = tiles(model, outcome, published);
    html! {
        <>
            <a class="skip" href="#results" onclick={skip}>{ "Skip to the results" }</a>
            { header(session, dispatch) }
            <main class="explore">
                <div class="notices">{ link_problems(session, dispatch) }</div>
                <section class="headline" id="results" tabindex="-1" aria-label="Results">
                    <h1 class="visually-hidden">{ format!("{}, {}", case.title, case.subtitle) }</h1>
                    { entry_summary(session) }
                    { sentence_view(&headline(model, outcome, published), stale) }
                    { tiles_view(&tiles, stale, *show_sources) }
                    <p class="help">{ appraisal(outcome, published) }</p>
                </section>
                <AssumptionPanel session={session.clone()} dispatch={dispatch.clone()} />
                <Detail session={session.clone()} dispatch={dispatch.clone()}
                    show_sources={*show_sources} {toggle_sources} />
            </main>
            { pinned_view(&tiles, stale) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct DetailProps {
    session: Session,
    dispatch: Callback<Action>,
    show_sources: bool,
    toggle_sources: Callback<()>,
}

/// The charts and the tables, a moment behind the headline figures.
#[component]
fn Detail(props: &DetailProps) -> Html {
    let DetailProps {
        session,
        dispatch,
        show_sources,
        toggle_sources,
    } = props;
    let settled = use_settled(session);
    let today = use_memo((), |()| browser::today());
    let view = session.view();
    // Only changed figures wait; a choice of view is followed at once.
    let session = if view == settled.view() {
        &settled
    } else {
        session
    };
    let chart = |kind: ChartKind| {
        html! {
            <Chart {kind} model={session.model().clone()} outcome={session.outcome().clone()}
                published={session.published().clone()} />
        }
    };
    html! {
        <div class={classes!("detail", session.is_stale().then_some("stale"))}>
            { paper(session, &today) }
            <div class="charts">
                { chart(ChartKind::Yearly) }
                { chart(ChartKind::Cumulative) }
            </div>
            { view_picker(view, dispatch, *show_sources, toggle_sources) }
            if *show_sources {
                <p class="help">{ sources_of_totals(session.model().case()) }</p>
            }
            { ledger(session, *show_sources) }
            { payers(session) }
            { foot_note(session.model().case()) }
        </div>
    }
}

fn foot_note(case: &Case) -> Html {
    let source = &case.source;
    html! {
        <footer class="foot-note">
            <p>
                { "Figures are whole pounds, rounded line by line and year by year, so rows always \
                   add up. Savings are cashable: a budget line falls. Avoidance is growth that does \
                   not happen." }
            </p>
            <p>
                { format!("Source: {}, {}, {}. Model {MODEL_VERSION}. ", source.title,
                    source.meeting, source.date) }
                { "A scenario is not an approved budget. Nothing you type leaves this device." }
            </p>
        </footer>
    }
}
