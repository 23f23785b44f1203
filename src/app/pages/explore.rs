//! Explore: change assumptions on one side, see what follows on the other.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::answers;
use crate::app::browser;
use crate::app::charts::{Chart, ChartKind};
use crate::app::components::{
    AssumptionPanel, Explainer, ask_id, entry_summary, ledger, link_problems, paper, payers,
    pinned_view, sentence_view, tiles_view, unfinished, use_explainer, view_picker,
};
use crate::app::pieces::{Fetched, Screen, use_piece, waiting};
use crate::app::settled::Settled;
use crate::case::Case;
use crate::export::{appraisal, headline, sources_of_totals, tiles};
use crate::model::{MODEL_VERSION, Target, What, When};
use crate::session::{Action, Session};

/// What this piece brings.
pub struct Piece {
    pub page: Screen,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { page };

/// The screen.
fn page(session: &Session, settled: &Settled, dispatch: &Callback<Action>) -> Html {
    html! {
        <Explore session={session.clone()} settled={settled.clone()} dispatch={dispatch.clone()} />
    }
}

#[derive(PartialEq, Properties)]
struct ExploreProps {
    session: Session,
    /// What the charts, the tables and what moved are drawn from.
    settled: Settled,
    dispatch: Callback<Action>,
}

#[component]
fn Explore(props: &ExploreProps) -> Html {
    let ExploreProps {
        session,
        settled,
        dispatch,
    } = props;
    let show_sources = use_state_eq(|| false);
    let (model, outcome, published) = (session.model(), session.outcome(), session.published());
    let case = model.case();
    let stale = session.is_stale();
    // On a slow device they may be behind for long enough to be read: that is to be seen.
    // Elsewhere the page is spared a change of style with each keystroke.
    let is_behind = settled.slow && !Rc::ptr_eq(settled.session.outcome(), outcome);
    let tiles = tiles(model, outcome, published);
    let explainer = use_explainer();
    html! {
        <>
            <main class="explore" data-behind={is_behind.then_some("")}>
                <div class="notices">
                    { link_problems(session, dispatch) }
                    { unfinished(session, dispatch) }
                </div>
                <section class="headline" id="results" tabindex="-1" aria-label="Results">
                    <h1 class="visually-hidden">{ format!("{}, {}", case.title, case.subtitle) }</h1>
                    { entry_summary(session) }
                    { sentence_view(&headline(model, outcome, published), stale) }
                    { tiles_view(session, &tiles, *show_sources, &explainer) }
                    <Answers session={settled.session.clone()} />
                </section>
                <AssumptionPanel session={session.clone()} dispatch={dispatch.clone()} />
                <Detail session={settled.session.clone()} dispatch={dispatch.clone()}
                    show_sources={show_sources.clone()} />
            </main>
            { pinned_view(&tiles, stale) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AnswersProps {
    session: Session,
}

/// The appraisal, how the figures stand to those that were sent, and what the last change
/// moved.
#[component]
fn Answers(props: &AnswersProps) -> Html {
    let session = &props.session;
    let explainer = use_explainer();
    let answers = match use_piece::<answers::Piece>(session.has_moved() || session.has_receipt()) {
        Fetched::Here(piece) => html! {
            <>{ (piece.receipt)(session) }{ (piece.movement)(session) }</>
        },
        // It comes a moment later, and nobody waits for it; that it will not come is said.
        Fetched::Coming => Html::default(),
        failed @ Fetched::Failed(_) => waiting(&failed),
    };
    html! {
        <>{ appraisal_view(session, &explainer) }{ answers }</>
    }
}

#[derive(PartialEq, Properties)]
struct DetailProps {
    session: Session,
    dispatch: Callback<Action>,
    show_sources: UseStateHandle<bool>,
}

/// The charts and the tables.
#[component]
fn Detail(props: &DetailProps) -> Html {
    let DetailProps {
        session,
        dispatch,
        show_sources: sources,
    } = props;
    let (sources, show_sources) = (sources.clone(), **sources);
    let toggle_sources = Callback::from(move |()| sources.set(!show_sources));
    let today = use_memo((), |()| browser::today());
    let view = session.view();
    let explainer = use_explainer();
    let chart = |kind: ChartKind| {
        html! {
            <Chart {kind} model={session.model().clone()} outcome={session.outcome().clone()}
                published={session.published().clone()} />
        }
    };
    html! {
        <div class="detail" data-stale={session.is_stale().then_some("")}>
            { paper(session, &today) }
            <div class="charts">
                { chart(ChartKind::Yearly) }
                { chart(ChartKind::Cumulative) }
            </div>
            { view_picker(view, dispatch, show_sources, &toggle_sources) }
            if show_sources {
                <p class="help">{ sources_of_totals(session.model().case()) }</p>
            }
            { ledger(session, show_sources, &explainer) }
            { payers(session, &explainer) }
            { foot_note(session.model().case()) }
        </div>
    }
}

/// The appraisal in a sentence, and how each of its two figures is made.
fn appraisal_view(session: &Session, explainer: &Explainer) -> Html {
    let ask = |what: What, label: &'static str, place: usize| {
        let target = Target {
            what,
            when: When::AllYears,
        };
        let ask = explainer
            .asking("appraisal")
            .reform(move |_: MouseEvent| (place, target));
        html! {
            <button type="button" class="ask" id={ask_id(("appraisal", place))} onclick={ask}
                aria-expanded={explainer.is_at(("appraisal", place)).to_string()}>{ label }</button>
        }
    };
    let explained = [0, 1]
        .into_iter()
        .find_map(|place| explainer.view(session, ("appraisal", place), Vec::new, false));
    html! {
        <>
            <p class="help">
                { appraisal(session.outcome(), session.published()) }{ " " }
                { ask(What::NetPresentValue, "How the net present value is made", 0) }{ " " }
                { ask(What::BenefitCostRatio, "How the ratio is made", 1) }
            </p>
            { explained.unwrap_or_default() }
        </>
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
