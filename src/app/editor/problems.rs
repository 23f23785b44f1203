//! What is wrong with the case, each with the way to where it is mended.

use yew::prelude::*;

use super::boxes::Desk;
use super::list::problems;
use crate::case::CaseError;
use crate::session::draft::place::item;

/// How many are listed before the rest is only counted.
const LISTED: usize = 8;

/// The list, and what the results show meanwhile; nothing where nothing is wrong. `go`
/// opens the section and the item that a place stands in.
pub fn view(desk: &Desk, go: &Callback<String>) -> Html {
    let faults = desk.draft.faults();
    html! {
        <div role="status">
            if !faults.is_empty() {
                <section class="notice" aria-labelledby="case-problems">
                    <h2 id="case-problems">
                        { format!("{} to mend", problems(faults.len())) }
                    </h2>
                    <ul>{ for faults.iter().take(LISTED).map(|fault| row(desk, fault, go)) }</ul>
                    if faults.len() > LISTED {
                        <p>{ format!("And {} more.", faults.len() - LISTED) }</p>
                    }
                    <p>
                        { "What you typed is kept. The results on the other screens are those of \
                           the last version without a problem." }
                    </p>
                </section>
            }
        </div>
    }
}

fn row(desk: &Desk, fault: &CaseError, go: &Callback<String>) -> Html {
    let path = fault.path.clone();
    let press = {
        let (go, path) = (go.clone(), path.clone());
        Callback::from(move |_: MouseEvent| go.emit(path.clone()))
    };
    html! {
        <li>
            <button type="button" class="link" onclick={press}>{ place(desk, &path) }</button>
            { format!(": {}", fault.fault) }
        </li>
    }
}

/// A place in words: `Training programme, cost.phasing`.
fn place(desk: &Desk, path: &str) -> String {
    let Some((list, rest)) = path.split_once('[') else {
        return path.to_owned();
    };
    let (at, field) = rest.split_once(']').unwrap_or((rest, ""));
    let at = at.parse().unwrap_or(usize::MAX);
    let of = item(list, at);
    let names = ["label", "title", "summary", "id"];
    let names = names.map(|name| desk.draft.text(&format!("{of}.{name}")).to_owned());
    let name = names.into_iter().find(|name| !name.is_empty());
    let name = name.unwrap_or(of);
    let field = field.trim_start_matches('.').replace('_', " ");
    if field.is_empty() {
        name
    } else {
        format!("{name}, {field}")
    }
}
