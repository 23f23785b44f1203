//! What the scenario assumes that the published case does not.

use yew::prelude::*;

use super::parts::{Part, table};
use crate::export::{changed_table, ranges_table};
use crate::session::Session;

pub fn part(session: &Session) -> Part {
    let (model, scenario) = (session.model(), session.shown());
    let changed = changed_table(model, scenario);
    let ranges = ranges_table(model, scenario);
    let content = html! {
        <>
            if changed.rows.is_empty() {
                <p>{ "Nothing was changed: every assumption is as the council published it." }</p>
            } else {
                <div class="changes-table">{ table(&changed) }</div>
                <p class="help">
                    { "Every other assumption is as the council published it. Sections are those of \
                       the paper." }
                </p>
            }
            if !ranges.rows.is_empty() {
                { table(&ranges) }
                <p class="help">
                    { "Ranges move no figure of the scenario: they are what the tests below go over." }
                </p>
            }
        </>
    };
    Part::new("report-changed", "Assumptions changed", content)
}
