//! The sense checks: what is worth a question, and what was looked at besides.

use yew::prelude::*;

use crate::analysis::sense_checks;
use crate::app::components::Disclosure;
use crate::export::{SenseGroup, SenseRow, sense_words};
use crate::session::Session;

pub(super) fn view(session: &Session) -> Html {
    let (model, shown) = (session.model(), session.shown());
    let words = sense_words(model, shown, &sense_checks(model, shown));
    html! {
        <>
            <p class="lead">{ &words.sentence }</p>
            <p>
                { "What a reader who knows the field would ask of this scenario. Nothing here stops \
                   anything or changes a figure, and a case may have its reasons." }
            </p>
            <ul class="senses">{ for words.checks.iter().enumerate().map(check_view) }</ul>
        </>
    }
}

fn check_view((place, check): (usize, &SenseGroup)) -> Html {
    let warning = check.rows.iter().filter(|row| row.warns).count();
    let (warn, sound) = check.rows.split_at(warning);
    let sound_rows: Html = sound
        .iter()
        .map(|row| html! { <li>{ &row.text }</li> })
        .collect();
    let label = match sound.len() {
        1 => "1 comparison in order".to_owned(),
        count => format!("{count} comparisons in order"),
    };
    html! {
        <li>
            <h3>{ check.title }</h3>
            <p class="help">{ check.asks }</p>
            if warning > 0 {
                <ul class="questions">{ for warn.iter().map(question) }</ul>
            }
            if !sound.is_empty() {
                <Disclosure id={format!("sense-{place}")} {label}>
                    <ul class="sound">{ sound_rows }</ul>
                </Disclosure>
            }
            if !check.nothing.is_empty() {
                <p>{ check.nothing }</p>
            }
        </li>
    }
}

fn question(row: &SenseRow) -> Html {
    html! { <li class="warning"><b>{ "Worth a question: " }</b>{ &row.text }</li> }
}
