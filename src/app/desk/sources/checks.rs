//! How the printed paper stands to the model, and to itself.

use yew::prelude::*;

use super::Looking;
use crate::analysis::{Reconciliation, reconcile};
use crate::app::components::{Taking, grid_table};
use crate::export::{
    Cell, Grid, GridRow, ReconciliationWords, Sheet, in_paper, reconciliation_words,
};
use crate::model::{Model, Pounds};
use crate::session::Session;

const CAPTION: &str = "Printed figures beside the model’s";

pub(super) fn view(session: &Session, looking: &Looking, taking: &Taking) -> Html {
    let model = session.model();
    let held = reconcile(model);
    let words = reconciliation_words(model, &held);
    if words.rows.is_empty() {
        return html! {
            <>
                <p class="lead">{ &words.sentence }</p>
                { disagreements(&words) }
            </>
        };
    }
    let whole = grid(model, &held, &words);
    let only = looking.0.differing_only;
    let shown = Grid {
        rows: whole
            .rows
            .iter()
            .zip(&words.rows)
            .filter(|(_, row)| !(only && row.agrees))
            .map(|(row, _)| row.clone())
            .collect(),
        ..whole.clone()
    };
    html! {
        <>
            <p class="lead">{ &words.sentence }</p>
            <p>
                { "The paper’s own figures beside those of the model for the published case. Your \
                   changes do not come into it." }
            </p>
            { disagreements(&words) }
            <div class="filters">
                { looking.tick("differing", "Only those that differ", only,
                    |look, ticked| look.differing_only = ticked) }
                <p class="found" role="status">
                    { format!("{} of {} printed figures", shown.rows.len(), whole.rows.len()) }
                </p>
            </div>
            <div class="checks">{ grid_table(&shown, Html::default()) }</div>
            { taking.tools("checks", CAPTION, &model.case().id, move || Sheet::of_grid(&whole)) }
        </>
    }
}

/// Where the paper does not agree with itself, each under its own number.
fn disagreements(words: &ReconciliationWords) -> Html {
    html! {
        if !words.disagreements.is_empty() {
            <h3 id="disagreements">{ "Where the paper disagrees" }</h3>
            <ol class="disagreements" aria-labelledby="disagreements">
                { for words.disagreements.iter().map(|known| html! {
                    <li value={known.number.to_string()}>
                        <b>{ &known.title }</b>
                        <p>{ &known.explanation }</p>
                        <p class="help">
                            { format!("{}. ", in_paper(&known.source)) }
                            { match known.explains {
                                0 => "It explains none of the figures below.".to_owned(),
                                1 => "It explains 1 of the figures below.".to_owned(),
                                count => format!("It explains {count} of the figures below."),
                            } }
                        </p>
                    </li>
                }) }
            </ol>
        }
    }
}

/// Every printed figure, with the plain ones behind the words for a file.
fn grid(model: &Model, held: &Reconciliation, words: &ReconciliationWords) -> Grid {
    let printed = &model.case().evidence().printed;
    let rows = held.figures.iter().zip(&words.rows).map(|(figure, row)| {
        let amount = |text: &str, amount: Pounds| Cell {
            text: text.to_owned(),
            plain: Some(amount.0.to_string()),
            ..Cell::default()
        };
        let text = |text: &str| Cell {
            text: text.to_owned(),
            changed: !row.agrees,
            ..Cell::default()
        };
        GridRow {
            label: row.label.clone(),
            unit: "£".to_owned(),
            cells: vec![
                Cell {
                    changed: false,
                    ..text(&row.source)
                },
                amount(&row.printed, Pounds::round(printed[figure.printed].amount)),
                amount(&row.engine, figure.engine),
                text(&row.verdict),
            ],
            ..GridRow::default()
        }
    });
    Grid {
        caption: CAPTION.to_owned(),
        heading: "Figure".to_owned(),
        columns: ["Section", "As printed", "Model, as published", "Verdict"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}
