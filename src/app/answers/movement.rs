//! What the last change moved.

use yew::prelude::*;

use crate::app::components::Disclosure;
use crate::export::{MovementRow, MovementWords, RowKind, changes_between, movement_words};
use crate::session::{Moved, Session};

/// Lines shown at once; the rest are one press away.
const SHOWN: usize = 3;

/// The last change and what it moved, the largest first. Nothing before the first change.
pub fn view(session: &Session) -> Html {
    let Some(Moved {
        model,
        scenarios: [before, after],
        movement,
    }) = session.movement()
    else {
        return Html::default();
    };
    let changes = changes_between(&model, &before, &after);
    let changed = match changes.as_slice() {
        [change] => format!("{} from {} to {}.", change.label, change.from, change.to),
        changes => format!("{} assumptions changed.", changes.len()),
    };
    let MovementWords {
        sentence,
        lines,
        payers,
    } = movement_words(&model, &movement);
    let (first, rest) = lines.split_at(lines.len().min(SHOWN));
    let rows = |rows: &[MovementRow]| rows.iter().map(row_view).collect::<Html>();
    html! {
        <section class="moved" aria-labelledby="moved">
            <h2 id="moved">{ "What moved" }</h2>
            <p>{ changed }{ " " }<b>{ sentence }</b></p>
            <ol>{ rows(first) }</ol>
            if rest.len() + payers.len() > 0 {
                <Disclosure id="moved-rest" label={more(rest.len(), payers.len())}>
                    <ol start={(first.len() + 1).to_string()}>{ rows(rest) }</ol>
                    if !payers.is_empty() {
                        <p>{ "The same pounds by who gains them:" }</p>
                        <ul>{ rows(&payers) }</ul>
                    }
                </Disclosure>
            }
        </section>
    }
}

/// `4 more lines, and who gains`.
fn more(lines: usize, payers: usize) -> String {
    let lines = match lines {
        0 => String::new(),
        1 => "1 more line".to_owned(),
        more => format!("{more} more lines"),
    };
    match (lines.is_empty(), payers) {
        (_, 0) => lines,
        (true, _) => "Who gains".to_owned(),
        (false, _) => format!("{lines}, and who gains"),
    }
}

fn row_view(row: &MovementRow) -> Html {
    let (class, kind) = match row.kind {
        RowKind::Investment => ("is-investment", "investment: "),
        RowKind::Saving => ("is-saving", "saving: "),
        RowKind::Avoidance => ("is-avoidance", "avoidance: "),
        RowKind::Total | RowKind::Net => ("is-total", ""),
    };
    html! {
        <li {class}>
            <b class="amount">{ &row.difference }</b>
            <span>{ &row.label }</span>
            <span class="under">
                { format!("{kind}{} to {} over all years. {}", row.from, row.to, row.note) }
            </span>
        </li>
    }
}
