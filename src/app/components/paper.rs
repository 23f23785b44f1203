//! What only paper needs: what was changed, where it came from and when.

use yew::prelude::*;

use crate::app::browser;
use crate::export::changes;
use crate::model::MODEL_VERSION;
use crate::session::Session;

/// Shown in print alone: on the screen the fields, the header and the address bar say it.
pub fn paper(session: &Session, today: &str) -> Html {
    let model = session.model();
    let case = model.case();
    let changes = changes(model, session.shown());
    html! {
        <section class="paper">
            <h2>{ format!("{}, {}", case.title, case.subtitle) }</h2>
            if changes.is_empty() {
                <p>{ "Every assumption is as published." }</p>
            } else {
                <p>{ "Assumptions changed from the published case:" }</p>
                <ul>
                    { for changes.iter().map(|change| html! {
                        <li>
                            { format!("{}: from {} to ", change.label, change.from) }
                            <b>{ &change.to }</b>
                        </li>
                    }) }
                </ul>
            }
            <p>
                { format!("A scenario, not an approved budget. Printed on {today}; model {MODEL_VERSION}. ") }
                { browser::link_to(&session.fragment()) }
            </p>
        </section>
    }
}
