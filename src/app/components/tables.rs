//! The ledger, the table by payer, and the choice of view they share.

use yew::prelude::*;

use super::year_table::{TableLook, year_table};
use crate::export;
use crate::link::LedgerView;
use crate::session::{Action, Session};

/// The choice of view, and whether sections of the paper are shown.
pub fn view_picker(
    view: LedgerView,
    dispatch: &Callback<Action>,
    show_sources: bool,
    toggle_sources: &Callback<()>,
) -> Html {
    let toggle = toggle_sources.reform(|_: MouseEvent| ());
    html! {
        <div class="view-picker">
            <div class="segments" role="group" aria-label="View of the tables">
                { for LedgerView::ALL.map(|choice| {
                    let choose = dispatch.reform(move |_: MouseEvent| Action::View(choice));
                    html! {
                        <button type="button" class="button" aria-pressed={(choice == view).to_string()}
                            onclick={choose}>{ choice.label() }</button>
                    }
                }) }
            </div>
            <button type="button" class="button" aria-pressed={show_sources.to_string()}
                onclick={toggle}>{ "Show sources" }</button>
            <p class="help">{ view.help() }</p>
        </div>
    }
}

/// Every line, by workstream.
pub fn ledger(session: &Session, show_sources: bool) -> Html {
    let view = session.view();
    let table = export::ledger(
        session.model(),
        session.outcome(),
        session.published(),
        view,
    );
    let look = TableLook {
        show_sources,
        ..TableLook::default()
    };
    year_table("Ledger", &note(view), &table, &look)
}

/// Who gains, by payer.
pub fn payers(session: &Session) -> Html {
    let (view, model) = (session.view(), session.model());
    let table = export::payers(model, session.outcome(), session.published(), view);
    let look = TableLook {
        paybacks: Some(model),
        ..TableLook::default()
    };
    let note = format!("savings and avoidance by payer, {}", note(view));
    year_table("Who gains", &note, &table, &look)
}

fn note(view: LedgerView) -> String {
    format!("{}, £", view.label().to_ascii_lowercase())
}
