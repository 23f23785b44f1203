//! The officer's report: the whole scenario on one screen, to be printed or saved as a PDF
//! by the browser itself. What it shows are the tables of the other screens.

mod changed;
mod first;
mod likely;
mod money;
mod parts;
mod sources;
mod tested;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use self::parts::{Part, parts_view};
use self::tested::Tested;
use super::browser;
use super::components::link_problems;
use super::pieces::Screen;
use super::settled::Settled;
use crate::session::{Action, Session};

/// What this piece brings.
pub struct Piece {
    pub page: Screen,
}

/// The functions of this piece.
pub const PIECE: Piece = Piece { page };

/// The name of the text at the foot of each printed page, as the styles know it.
const FOOT: &str = "--report-foot";

/// The screen.
fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    html! { <Report session={session.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct ReportProps {
    session: Session,
    dispatch: Callback<Action>,
}

#[component]
fn Report(props: &ReportProps) -> Html {
    let ReportProps { session, dispatch } = props;
    let today = use_memo((), |()| browser::today());
    let painted = use_painted();
    let (settings, _) = session.settings();
    let key = (
        painted,
        session.model().clone(),
        session.shown().clone(),
        settings,
    );
    let tested = use_memo(key, |(painted, model, scenario, settings)| {
        painted.then(|| Tested::of(model, scenario, settings))
    });
    let title = first::title(session);
    let foot = format!("{} · {title} · {today}", session.model().case().title);
    use_effect_with(foot, |foot| browser::give_styles(FOOT, foot));

    let mut parts: Vec<Part> = vec![changed::part(session)];
    parts.extend(money::parts(session));
    parts.extend(tested::parts(session, (*tested).as_ref()));
    parts.push(likely::part(session, dispatch));
    parts.extend(sources::parts(session));
    html! {
        <main id="results" tabindex="-1" class="report">
            { link_problems(session, dispatch) }
            { above() }
            <div class="paper-sheet">
                { first::view(session, &title, &today) }
                { parts_view(parts) }
            </div>
        </main>
    }
}

/// What is on the screen alone.
fn above() -> Html {
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <div class="report-actions">
            <button type="button" class="button primary" onclick={print}>
                { "Print or save as PDF" }
            </button>
            <p class="help">
                { "The browser makes the pages, A4 upright and lengthways; in its window one can \
                   choose a printer or “Save as PDF”. Nothing is sent anywhere." }
            </p>
        </div>
    }
}

/// True once the page has been painted, so that what is long to work out can follow.
#[hook]
fn use_painted() -> bool {
    let painted = use_state_eq(|| false);
    {
        let painted = painted.clone();
        use_effect_with((), move |()| {
            let later = Timeout::new(0, move || painted.set(true));
            move || drop(later)
        });
    }
    *painted
}
