//! What there is to say of each saved scenario.

use super::changed_words;
use crate::export::{horizon, payback_words, pounds_short};
use crate::model::{Library, Model, Payback, Scenario};
use crate::session::{Saved, Shelf};

/// A saved scenario in words.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptRow {
    /// Its name.
    pub name: String,
    /// Its model and what it changes; none where its case is not here.
    pub opens: Option<(Model, Scenario)>,
    /// How much it changes and what that comes to.
    pub text: String,
}

/// Every saved scenario in words.
pub fn rows(shelf: &Shelf, library: &Library) -> Vec<KeptRow> {
    shelf
        .saved()
        .iter()
        .map(|saved| row(saved, library))
        .collect()
}

fn row(saved: &Saved, library: &Library) -> KeptRow {
    let name = saved.name.clone();
    let opened = saved.open(library);
    let Some(model) = opened.model else {
        let case = opened.case.unwrap_or_default();
        return KeptRow {
            name,
            opens: None,
            text: format!("Its case, {case}, is not here, so it cannot be opened."),
        };
    };
    let mut text = summary(&model, &opened.scenario);
    if !opened.problems.is_empty() {
        text.push_str(" Part of it cannot be read here.");
    }
    KeptRow {
        name,
        opens: Some((model, opened.scenario)),
        text,
    }
}

/// `3 assumptions changed. £17.64m net over five years; pays back in 2019/20.`
fn summary(model: &Model, scenario: &Scenario) -> String {
    let outcome = model.evaluate(scenario);
    let (year, _) = payback_words(model, outcome.payback);
    let payback = match outcome.payback {
        Payback::Within { .. } => format!("pays back in {year}"),
        Payback::NotWithin { .. } => format!("pays back {year}"),
    };
    format!(
        "{}. {} net over {}; {payback}.",
        changed_words(scenario.changes().len()),
        pounds_short(outcome.net.total()),
        horizon(model.case().years.count),
    )
}
