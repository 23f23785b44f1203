//! The log of assumptions: every number the outcome rests on, with its source, its
//! range, and who changed it.

use super::compare::unit;
use super::format::{pounds, signed_pounds, value, value_with_note};
use crate::analysis::Swing;
use crate::case::Tier;
use crate::model::{AssumptionIndex, Model, Pounds, Scenario};

/// One assumption in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRow {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its id, as it stands in links.
    pub id: String,
    /// Its name.
    pub label: String,
    /// True where it is a matter of testing and appraisal.
    pub stress: bool,
    /// What its numbers are in: `% of in-county journeys`.
    pub unit: String,
    /// Its value now, with its unit.
    pub value: String,
    /// Its value now, as a number.
    pub amount: f64,
    /// Its published value, with its unit.
    pub published: String,
    /// Its published value, as a number.
    pub published_amount: f64,
    /// How far the published value is the paper's own, in a sentence.
    pub status: &'static str,
    /// Section of the paper or of the guidance.
    pub source: String,
    /// What it is and what it moves.
    pub help: String,
    /// How a derived value was worked out; empty otherwise.
    pub derivation: String,
    /// Its low and high value: `8% to 12%`.
    pub low_to_high: String,
    /// Why they are where they are.
    pub range_note: String,
    /// A caution; empty where none is needed.
    pub caution: String,
    /// What going from low to high does to net over all years: `−£1,234`, `none`.
    pub effect: String,
    /// Net at the low and at the high value: `£16,654,006 to £18,623,758`; empty where
    /// the effect is none.
    pub net: String,
    /// The figures behind those words.
    pub range: Swing,
    /// Who changed it: `as published`, `by you; 15% in the link`.
    pub changed_by: String,
    /// True where the value now is not the published one.
    pub changed: bool,
}

/// The log: what the link `opened`, what the person made of it by `now`, and what each
/// range does around `now` (see [`crate::analysis::sensitivity`]), for all benefits.
pub fn assumptions_log(
    model: &Model,
    opened: &Scenario,
    now: &Scenario,
    ranges: &[Swing],
) -> Vec<LogRow> {
    let row = |range: &Swing| {
        let index = range.assumption;
        let known = &model.assumptions()[index];
        let notes = model.case().notes(index.place(), &known.id);
        let amount = now.value(model.assumptions(), index);
        let none = range.on_net() == Pounds::ZERO;
        LogRow {
            assumption: index,
            id: known.id.clone(),
            label: known.label.clone(),
            unit: unit(known),
            value: value_with_note(known, amount),
            amount,
            published: value_with_note(known, known.published),
            published_amount: known.published,
            status: known.status.meaning(),
            source: known.source.clone(),
            help: notes.help,
            derivation: notes.derivation,
            low_to_high: format!(
                "{} to {}",
                value(known, range.low),
                value(known, range.high)
            ),
            range_note: notes.range_note,
            caution: known.caution.clone(),
            stress: known.tier == Tier::Stress,
            effect: if none {
                "none".to_owned()
            } else {
                signed_pounds(range.on_net())
            },
            net: if none {
                String::new()
            } else {
                format!(
                    "{} to {}",
                    pounds(range.at_low.net),
                    pounds(range.at_high.net)
                )
            },
            range: *range,
            changed_by: changed_by(model, index, opened, now),
            changed: now.changed(index).is_some(),
        }
    };
    ranges.iter().map(row).collect()
}

/// Who made a value what it is: the paper, whoever wrote the link, or the person here.
fn changed_by(model: &Model, index: AssumptionIndex, opened: &Scenario, now: &Scenario) -> String {
    let known = &model.assumptions()[index];
    let by_you = |words: &str| match opened.changed(index) {
        Some(amount) => format!("{words}; {} in the link", value(known, amount)),
        None => words.to_owned(),
    };
    match (opened.changed(index), now.changed(index)) {
        (None, None) => "as published".to_owned(),
        (then, changed) if then == changed => "in the link you opened".to_owned(),
        (_, Some(_)) => by_you("by you"),
        (_, None) => by_you("put back by you"),
    }
}
