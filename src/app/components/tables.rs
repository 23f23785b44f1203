//! The ledger, the table by payer, and the choice of view they share.

use std::rc::Rc;

use yew::prelude::*;

use super::csv::csv_button;
use super::explained::Explainer;
use super::year_table::{TableLook, year_table};
use crate::export;
use crate::link::{GroupBy, LedgerView, Money, View};
use crate::session::{Action, Session};

const MONEY: [(Money, &str); 3] = [
    (Money::Pounds, "£"),
    (Money::Thousands, "£k"),
    (Money::Millions, "£m"),
];

const GROUPS: [(GroupBy, &str); 4] = [
    (GroupBy::Line, "Line"),
    (GroupBy::Workstream, "Workstream"),
    (GroupBy::Payer, "Payer"),
    (GroupBy::Kind, "Kind"),
];

/// The choice of view, and whether sections of the paper are shown.
pub fn view_picker(
    view: View,
    dispatch: &Callback<Action>,
    show_sources: bool,
    toggle_sources: &Callback<()>,
) -> Html {
    let years = LedgerView::ALL.map(|years| (years.label(), View { years, ..view }));
    let money = MONEY.map(|(money, label)| (label, View { money, ..view }));
    let groups = GROUPS.map(|(by, label)| (label, View { by, ..view }));
    let sources = toggle_sources.reform(|_: InputEvent| ());
    let changed = dispatch.reform(move |_: InputEvent| {
        Action::View(View {
            changed_only: !view.changed_only,
            ..view
        })
    });
    html! {
        <div class="view-picker">
            { segments("View of the tables", &years, view, dispatch) }
            { segments("Amounts in", &money, view, dispatch) }
            { segments("Rows by", &groups, view, dispatch) }
            { tick("only-changed", "Only what changed", view.changed_only, changed) }
            { tick("show-sources", "Show sources", show_sources, sources) }
            <p class="help">
                { view.years.help() }
                if let Some(note) = export::money_note(view.money) {
                    { " " }{ note }
                }
            </p>
        </div>
    }
}

/// One choice of several, each a button.
fn segments(
    name: &'static str,
    choices: &[(&'static str, View)],
    view: View,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <div class="segments" role="group" aria-label={name}>
            { for choices.iter().map(|(label, choice)| {
                let choice = *choice;
                let choose = dispatch.reform(move |_: MouseEvent| Action::View(choice));
                html! {
                    <button type="button" class="button" aria-pressed={(choice == view).to_string()}
                        onclick={choose}>{ *label }</button>
                }
            }) }
        </div>
    }
}

fn tick(id: &'static str, label: &'static str, on: bool, oninput: Callback<InputEvent>) -> Html {
    html! {
        <span class="tick">
            <input type="checkbox" {id} checked={on} {oninput} />
            <label for={id}>{ label }</label>
        </span>
    }
}

/// The lines, grouped as the view says.
pub fn ledger(session: &Session, show_sources: bool, explainer: &Explainer) -> Html {
    let view = session.view();
    let (model, outcome) = (session.model(), session.outcome());
    let table = Rc::new(export::ledger(model, outcome, session.published(), view));
    let look = TableLook {
        show_sources,
        money: view.money,
        explain: Some(("ledger", explainer, session)),
        ..TableLook::default()
    };
    html! {
        <>
            if let Some(empty) = table.empty {
                <p class="empty">{ empty }</p>
            }
            { year_table("Ledger", &note(view), table.clone(), &look) }
            { csv_button("Ledger", &table) }
        </>
    }
}

/// Who gains, by payer.
pub fn payers(session: &Session, explainer: &Explainer) -> Html {
    let (view, model) = (session.view(), session.model());
    let table = Rc::new(export::payers(
        model,
        session.outcome(),
        session.published(),
        view,
    ));
    let look = TableLook {
        paybacks: Some(model),
        money: view.money,
        explain: Some(("payers", explainer, session)),
        ..TableLook::default()
    };
    let note = format!("savings and avoidance by payer, {}", note(view));
    html! {
        <>
            { year_table("Who gains", &note, table.clone(), &look) }
            { csv_button("Who gains", &table) }
        </>
    }
}

fn note(view: View) -> String {
    let years = view.years.label().to_ascii_lowercase();
    format!("{years}, {}", export::money_unit(view.money))
}
