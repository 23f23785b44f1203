//! What a person brings in: values given by name, and columns from a spreadsheet.

mod columns;
mod given;
mod scenario;
pub mod schema;

use send_modeller::file::{Brought, Given, apply};
use send_modeller::model::Scenario;

use crate::{model, scenario};

/// Values given one below the other.
fn rows(pairs: &[(&str, &str)]) -> Vec<Given> {
    let rows = pairs.iter().enumerate();
    let rows = rows.map(|(at, (key, value))| Given {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        place: format!("row {}", at + 1),
    });
    rows.collect()
}

/// What they make of the published case.
fn brought(pairs: &[(&str, &str)]) -> Brought {
    apply(&model(), &Scenario::published(), &rows(pairs))
}

fn words<T: ToString>(problems: &[T]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Holds what came of it to the scenario of a link, with nothing left to say.
fn makes(brought: &Brought, link: &str) {
    assert_eq!(words(&brought.problems), Vec::<String>::new());
    assert_eq!(brought.scenario, scenario(link));
}
