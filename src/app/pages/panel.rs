//! What a panel member sees: what is proposed, what was changed, what it comes to and for
//! whom, on one page.

use yew::prelude::*;

use crate::app::browser;
use crate::app::charts::{Chart, ChartKind};
use crate::app::components::{link_problems, receipt, sentence_view};
use crate::app::pieces::Screen;
use crate::app::settled::Settled;
use crate::export::{
    ChangeGroup, PayerYears, RowKind, changed_workstreams, changes_by_group, headline, in_paper,
    tiles, who_pays,
};
use crate::link::Page;
use crate::model::MODEL_VERSION;
use crate::session::{Action, Session};

/// What this piece brings.
pub struct Piece {
    pub page: Screen,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { page };

/// The screen.
fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    let (model, outcome, published) = (session.model(), session.outcome(), session.published());
    let case = model.case();
    let changes = changes_by_group(model, session.shown());
    let title = match session.title() {
        "" if changes.is_empty() => format!("{}, as published", case.title),
        "" => format!("A scenario of {}", case.title),
        title => title.to_owned(),
    };
    // On paper it has to fit one sheet, whatever was changed and whatever was written.
    let changed: usize = changes.iter().map(|group| group.changes.len()).sum();
    let long = (changed > 5 || session.note().len() > 300).then_some("long");
    html! {
        <main class={classes!("panel", long)} id="results" tabindex="-1">
            { link_problems(session, dispatch) }
            <p class="warning"><strong>{ "A scenario, not an approved budget" }</strong></p>
            <div class="panel-head">
                <h1>{ title }</h1>
                { actions(session, dispatch) }
            </div>
            if !session.note().is_empty() {
                <figure class="note">
                    <blockquote>{ session.note() }</blockquote>
                    <figcaption>{ "Note from the sender" }</figcaption>
                </figure>
            }
            { sentence_view(&headline(model, outcome, published), session.is_stale()) }
            { receipt(session) }
            { key_figures(session) }
            <div class="panel-picture">
                <Chart kind={ChartKind::Cumulative} model={model.clone()}
                    outcome={outcome.clone()} published={published.clone()} />
            </div>
            { changes_view(&changes) }
            { who(session, &who_pays(model, outcome)) }
            { aims(session) }
            { foot(session) }
        </main>
    }
}

fn actions(session: &Session, dispatch: &Callback<Action>) -> Html {
    let explore = session.view().on(Page::Explore);
    let go = dispatch.reform(move |_: MouseEvent| Action::View(explore));
    let back = dispatch.reform(|_: MouseEvent| Action::BackToOpened);
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <div class="panel-actions">
            if session.was_sent() && !session.is_as_opened() {
                <button type="button" class="button" onclick={back}>{ "Back to what was sent" }</button>
            }
            <button type="button" class="button" onclick={print}>{ "Print" }</button>
            <button type="button" class="button primary" onclick={go}>{ "Explore from here" }</button>
        </div>
    }
}

/// The colours of the first key figures, which are those of the pictures.
const KEYS: [&str; 4] = ["investment", "savings", "avoidance", "net"];

/// Investment, savings, avoidance and payback, to be read across a room.
fn key_figures(session: &Session) -> Html {
    let tiles = tiles(session.model(), session.outcome(), session.published());
    html! {
        <dl class="key-figures">
            { for tiles.iter().enumerate().map(|(place, tile)| html! {
                <div>
                    <dt>
                        if let Some(kind) = KEYS.get(place) {
                            { key(kind) }
                        }
                        { &tile.title }
                    </dt>
                    <dd>
                        { &tile.value }
                        <small>{ match &tile.published {
                            Some(published) => format!("published {published}"),
                            None => "as published".to_owned(),
                        } }</small>
                    </dd>
                </div>
            }) }
        </dl>
    }
}

/// The mark of a kind of money, in the colour and the hatching it has in the pictures.
fn key(kind: &'static str) -> Html {
    html! { <span class={classes!("key", kind)} aria-hidden="true"></span> }
}

fn changes_view(changes: &[ChangeGroup<'_>]) -> Html {
    html! {
        <section class="changes" aria-labelledby="changes">
            <h2 id="changes">{ "What was changed from the published case" }</h2>
            if changes.is_empty() {
                <p>{ "Nothing: every assumption is as the council published it." }</p>
            }
            { for changes.iter().map(|group| html! {
                <>
                    <h3>{ &group.group.label }</h3>
                    <ul>
                        { for group.changes.iter().map(|change| html! {
                            <li>
                                { format!("{}: from {} to ", change.label, change.from) }
                                <b>{ &change.to }</b>
                            </li>
                        }) }
                    </ul>
                </>
            }) }
        </section>
    }
}

fn who(session: &Session, rows: &[PayerYears]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let years = session.model().case().years.labels();
    html! {
        <section class="who" aria-labelledby="who">
            <h2 id="who">{ "Who pays and who gains" }</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="Who pays and who gains, table">
                <table>
                    <caption>{ "£ million a year" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Budget" }</th>
                            { for years.iter().map(|year| html! { <th scope="col">{ year }</th> }) }
                            <th scope="col">{ "All years" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for rows.iter().map(payer_row) }
                    </tbody>
                </table>
            </div>
            <p class="help">
                { "Savings lower a budget. Avoidance is growth that does not happen: it does not \
                   release money. Rounded to £0.1m, so a total can differ from its years." }
            </p>
        </section>
    }
}

fn payer_row(row: &PayerYears) -> Html {
    let (kind, what) = match row.kind {
        RowKind::Investment => ("investment", "pays for the investment"),
        RowKind::Saving => ("savings", "saves"),
        _ => ("avoidance", "avoids"),
    };
    html! {
        <tr class={classes!((!row.payer.is_empty()).then_some("first"))}>
            <th scope="row">
                if !row.payer.is_empty() {
                    <span class="payer">
                        <b>{ &row.payer }</b>
                        <span class="under">{ &row.help }</span>
                    </span>
                }
                <span class="what">{ key(kind) }{ what }</span>
            </th>
            { for row.millions.iter().map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}

/// What the changed workstreams are meant to achieve, which no figure says.
fn aims(session: &Session) -> Html {
    let workstreams = changed_workstreams(session.model(), session.shown());
    html! {
        if !workstreams.is_empty() {
            <section class="aims" aria-labelledby="aims">
                <h2 id="aims">{ "What it is for: children and families" }</h2>
                { for workstreams.iter().map(|workstream| html! {
                    <div class="aim">
                        <h3>{ &workstream.label }</h3>
                        <ul>
                            { for workstream.outcomes.iter().map(|outcome| html! {
                                <li>{ outcome }</li>
                            }) }
                        </ul>
                        if !workstream.outcomes_source.is_empty() {
                            <p class="help">{ in_paper(&workstream.outcomes_source) }</p>
                        }
                    </div>
                }) }
            </section>
        }
    }
}

fn foot(session: &Session) -> Html {
    let source = &session.model().case().source;
    html! {
        <footer class="foot-note">
            <p>
                { format!("Opened {}, model {MODEL_VERSION}. Published case: {}, {}, {}. ",
                    browser::today(), source.title, source.meeting, source.date) }
                { "Education, health and care plans are a statutory entitlement; growth in them is \
                   an assumption about demand, never a target. Nothing on this page was sent \
                   anywhere: it is worked out on this device." }
            </p>
            <p class="paper-link">{ browser::link_to(session.address().trim_start_matches('#')) }</p>
        </footer>
    }
}
