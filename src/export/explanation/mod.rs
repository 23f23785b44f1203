//! How a figure came about, in words: the model's [`Explanation`] line by line, with the
//! numbers in it, the assumptions behind it and the sections of the paper.

mod line;
mod names;
mod sum;

use super::format::{in_paper, pounds, value_with_note};
use crate::model::{Answer, Explanation, Model, Scenario, Target, What, When};

/// An explanation to read from top to bottom. The last line's result is the figure as it
/// is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplanationWords {
    /// The figure: `SEN transport, in county, 2019/20`.
    pub title: String,
    /// What was done, in order; never empty.
    pub lines: Vec<ExplanationLine>,
    /// Every assumption the figure may move with, in the case's order.
    pub inputs: Vec<InputWords>,
    /// Where its lines are from: `Section 6.11`, `Sections 6.9, 7.6`; may be empty.
    pub sections: String,
    /// Whole sentences on how to read it.
    pub notes: Vec<String>,
}

/// One line: what it is, how it was made, what it came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExplanationLine {
    /// What it is: `Share of the cost`.
    pub label: String,
    /// How it was made: `£12,310,947 × 10% × 100% in 2019/20`. Empty where the label says it.
    pub expression: String,
    /// What it came to: `£1,231,094.70`.
    pub result: String,
    /// The figure on this line, where it is one that can be explained in turn.
    pub of: Option<Target>,
}

/// One assumption behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputWords {
    /// Its stable id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its value with its unit: `15% of in-county journeys`.
    pub value: String,
    /// The published value, only where it differs.
    pub published: Option<String>,
    /// How far the published value is the paper's own, in a sentence without its stop.
    pub status: &'static str,
    /// Where the published value is from: `Section 6.11`.
    pub source: String,
}

/// Explains one figure of a scenario.
///
/// What is spent is explained as a positive amount, as the tiles show it. With
/// `money_out` a last line turns it into the negative one that the ledger shows; figures
/// that are not of investment are the same either way.
pub fn explanation(
    model: &Model,
    scenario: &Scenario,
    target: Target,
    money_out: bool,
) -> ExplanationWords {
    let told = model.explain(scenario, target);
    let mut words = Words {
        model,
        told: &told,
        lines: Vec::new(),
        notes: Vec::new(),
    };
    words.write();
    if let Answer::Pounds(amount) = told.result
        && money_out
        && target.what.is_spent()
        && amount.0 != 0
    {
        words.line("Shown as money out", String::new(), pounds(-amount));
    }
    words.finish(inputs(model, scenario, &told))
}

/// An explanation as it is being written.
struct Words<'a> {
    model: &'a Model,
    told: &'a Explanation,
    lines: Vec<ExplanationLine>,
    notes: Vec<String>,
}

impl Words<'_> {
    fn write(&mut self) {
        let Target { what, when } = self.told.target;
        match self.told.result {
            Answer::Payback(payback) => self.payback(payback),
            Answer::PresentValue(value) => self.net_present_value(value),
            Answer::Ratio(ratio) => self.ratio(ratio),
            Answer::Pounds(amount) => match (what, when) {
                (What::Line(_), When::Year(_)) => self.line_year(),
                _ => self.sum(amount),
            },
        }
        if self.lines.is_empty() {
            // Only for a figure that the case does not have.
            self.line("Nothing", String::new(), pounds(Default::default()));
        }
    }

    fn line(&mut self, label: impl Into<String>, expression: String, result: String) {
        self.lines.push(ExplanationLine {
            label: label.into(),
            expression,
            result,
            of: None,
        });
    }

    fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !note.is_empty() && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn finish(mut self, inputs: Vec<InputWords>) -> ExplanationWords {
        self.note_what();
        let cut = |line: &ExplanationLine| line.result.contains('…');
        if self.lines.iter().any(cut) {
            self.note(
                "Where pence end in …, more digits follow; the sum is done with all of them.",
            );
        }
        ExplanationWords {
            title: self.title(),
            lines: self.lines,
            inputs,
            sections: sections(&self.told.sections),
            notes: self.notes,
        }
    }
}

/// `Section 6.11`, `Sections 6.9, 7.6`.
fn sections(named: &[String]) -> String {
    in_paper(&named.join(", "))
}

fn inputs(model: &Model, scenario: &Scenario, told: &Explanation) -> Vec<InputWords> {
    let table = model.assumptions();
    let words = told.inputs.iter().map(|&index| {
        let known = &table[index];
        InputWords {
            id: known.id.clone(),
            label: known.label.clone(),
            value: value_with_note(known, scenario.value(table, index)),
            published: scenario
                .changed(index)
                .map(|_| value_with_note(known, known.published)),
            status: known.status.meaning(),
            source: in_paper(&known.source),
        }
    });
    words.collect()
}
