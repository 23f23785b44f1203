//! The figures the paper prints beside the engine's, and the places where the paper does
//! not agree with itself.

use super::format::pounds;
use crate::analysis::{Reconciliation, Verdict};
use crate::model::{Model, Pounds};

/// The reconciliation in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReconciliationWords {
    /// `124 of 128 printed figures agree; 4 differ and are explained by disagreements 1
    /// and 2.`
    pub sentence: String,
    /// Every printed figure, in the case's order.
    pub rows: Vec<PrintedRow>,
    /// Every disagreement, in the case's order.
    pub disagreements: Vec<DisagreementWords>,
}

/// One printed figure beside the engine's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedRow {
    /// What the paper calls it.
    pub label: String,
    /// Section of the paper.
    pub source: String,
    /// As printed, written out.
    pub printed: String,
    /// What the paper rounded it to: `£10,000`; empty for whole pounds.
    pub rounded_to: String,
    /// The engine's published figure, to the pound.
    pub engine: String,
    /// `agrees`, `agrees to £10,000`, `differs: disagreement 2`.
    pub verdict: String,
    /// True where they agree to what the paper rounded to.
    pub agrees: bool,
    /// Number of the disagreement that explains it.
    pub disagreement: Option<u32>,
}

/// One disagreement of the paper with itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisagreementWords {
    /// Its number, from 1.
    pub number: u32,
    /// In a few words.
    pub title: String,
    /// What each place says, and which one the app follows.
    pub explanation: String,
    /// Sections concerned.
    pub source: String,
    /// How many printed figures it explains.
    pub explains: usize,
}

/// The reconciliation of a model's case in words.
pub fn reconciliation_words(model: &Model, held: &Reconciliation) -> ReconciliationWords {
    let case = model.case();
    let rows = held.figures.iter().map(|figure| {
        let printed = &case.evidence().printed[figure.printed];
        let nearest = Pounds::round(printed.to_nearest);
        let rounded_to = if nearest.0 > 1 {
            pounds(nearest)
        } else {
            String::new()
        };
        PrintedRow {
            label: printed.label.clone(),
            source: printed.source.clone(),
            printed: pounds(Pounds::round(printed.amount)),
            engine: pounds(figure.engine),
            verdict: match figure.verdict {
                Verdict::Agrees if rounded_to.is_empty() => "agrees".to_owned(),
                Verdict::Agrees => format!("agrees to {rounded_to}"),
                Verdict::Explained(number) => format!("differs: disagreement {number}"),
                Verdict::Unexplained => "differs, and nothing explains it".to_owned(),
            },
            agrees: figure.verdict == Verdict::Agrees,
            disagreement: match figure.verdict {
                Verdict::Explained(number) => Some(number),
                _ => None,
            },
            rounded_to,
        }
    });
    let disagreements = case
        .evidence()
        .disagreements
        .iter()
        .map(|known| DisagreementWords {
            number: known.number,
            title: known.title.clone(),
            explanation: known.explanation.clone(),
            source: known.source.clone(),
            explains: explained_by(held, Some(known.number)),
        });
    ReconciliationWords {
        sentence: sentence(held),
        rows: rows.collect(),
        disagreements: disagreements.collect(),
    }
}

/// How many figures a disagreement explains; those that nothing explains for none.
fn explained_by(held: &Reconciliation, number: Option<u32>) -> usize {
    let wanted = number.map_or(Verdict::Unexplained, Verdict::Explained);
    let figures = held.figures.iter();
    figures.filter(|figure| figure.verdict == wanted).count()
}

fn sentence(held: &Reconciliation) -> String {
    let (all, agree) = (held.figures.len(), held.agreeing());
    let unexplained = explained_by(held, None);
    let explained = all - agree - unexplained;
    if agree == all {
        return match all {
            0 => "The case names no printed figures to hold the engine against.".to_owned(),
            1 => "The one printed figure agrees.".to_owned(),
            _ => format!("All {all} printed figures agree."),
        };
    }
    let mut text = format!("{agree} of {all} printed figures agree");
    if explained > 0 {
        let (verb, are) = differ(explained);
        let numbers = held.explaining();
        let noun = if numbers.len() == 1 {
            "disagreement"
        } else {
            "disagreements"
        };
        let by = listed(&numbers);
        text.push_str(&format!(
            "; {explained} {verb} and {are} explained by {noun} {by}"
        ));
    }
    if unexplained > 0 {
        let (verb, are) = differ(unexplained);
        text.push_str(&format!("; {unexplained} {verb} and {are} not explained"));
    }
    text.push('.');
    text
}

fn differ(count: usize) -> (&'static str, &'static str) {
    if count == 1 {
        ("differs", "is")
    } else {
        ("differ", "are")
    }
}

/// `1`, `1 and 2`, `1, 2 and 4`.
fn listed(numbers: &[u32]) -> String {
    let mut text = String::new();
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            text.push_str(if place + 1 == numbers.len() {
                " and "
            } else {
                ", "
            });
        }
        text.push_str(&number.to_string());
    }
    text
}
