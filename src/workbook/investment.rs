//! What is spent: the steps of each line, and the lines to the pound.

use super::book::{Book, Yearly};
use super::inputs::Inputs;
use super::ledger::{Kind, LedgerLine, Lines};
use super::steps::Steps;
use super::term::Term;
use crate::case::{COST_GRADES, InvestmentCost, InvestmentLine, cost_correction_id};
use crate::model::Outcome;

/// Writes both sheets.
pub(super) fn write(inputs: &Inputs, published: &Outcome, book: &mut Book) -> Lines {
    let mut steps = Steps::new(
        inputs,
        "Investment steps",
        "Investment, step by step",
        &[
            "How each line comes about: as planned with posts kept and overrun, corrected for the grade of its evidence, moved by the delay, in each year's prices.",
            "The last step of a line is rounded to whole pounds on the sheet Investment.",
        ],
    );
    let case = inputs.case();
    let lines: Vec<LedgerLine> = case
        .investment
        .iter()
        .enumerate()
        .map(|(place, line)| LedgerLine {
            label: line.label.clone(),
            kind: Kind::Investment,
            workstream: line.workstream.clone(),
            source: line.source.clone(),
            amounts: amounts(&mut steps, line),
            published: published.investment_lines[place],
        })
        .collect();
    book.sheets.push(steps.sheet);
    Lines::write(
        inputs,
        "Investment",
        "Investment",
        &[
            "Pounds spent in each year, by line. Rounded to whole pounds line by line and year by year, so that rows add up.",
        ],
        lines,
        book,
    )
}

fn amounts(steps: &mut Steps, line: &InvestmentLine) -> Yearly {
    let planned = planned(steps, line);
    let correction = steps.correction(&format!("{COST_GRADES}{}", line.id), cost_correction_id);
    let name = steps.name();
    let corrected = match correction {
        None => planned,
        Some(correction) => steps.step(
            &line.label,
            "Corrected for the grade of its evidence",
            |year| {
                let whole = Term::number(100.0).plus(&correction);
                planned.year(name, year).percent(&whole)
            },
        ),
    };
    let delays: Vec<&String> = steps
        .inputs
        .case()
        .adjustments
        .programme_delay
        .iter()
        .collect();
    let moved = steps.later(&line.label, corrected, &delays);
    steps.in_prices(&line.label, moved)
}

/// As planned, with posts kept and overrun. Percentages stay whole numbers until one
/// division, as in the engine.
fn planned(steps: &mut Steps, line: &InvestmentLine) -> Yearly {
    let inputs = steps.inputs;
    let name = steps.name();
    let adjust = &inputs.case().adjustments;
    let hundred = Term::number(100.0);
    let more = match inputs.offered(adjust.investment_overrun.as_ref()) {
        Some(overrun) => hundred.plus(&overrun),
        None => hundred.clone(),
    };
    let Some(yearly) = inputs.yearly(&line.id) else {
        return steps.step(&line.label, "As planned", |_| Term::number(0.0));
    };
    let in_hundredths = |year: usize| yearly.year(name, year).times(&hundred);
    let hundreds = Term::number(10_000.0);
    let kept = Kept::of(inputs);
    match &line.cost {
        InvestmentCost::OneOff { amount: of, .. } | InvestmentCost::Amounts { counted: of, .. } => {
            let scale = inputs.named(of).times(&more);
            let divisor = Term::number(1_000_000.0);
            let words = match &line.cost {
                InvestmentCost::OneOff { .. } => "The sum, as phased, with overrun",
                _ => "The amounts, as far as counted, with overrun",
            };
            steps.step(&line.label, words, |year| {
                in_hundredths(year).times(&scale).over(&divisor)
            })
        }
        InvestmentCost::Posts { posts, .. } => {
            let scale = inputs.named(posts).times(&more);
            let divisor = inputs.published(posts).times(&hundreds);
            let words = "The posts, with those kept and overrun";
            steps.step(&line.label, words, |year| {
                let mut hundredths = in_hundredths(year);
                if let Some(kept) = kept.as_ref().filter(|kept| year >= kept.from) {
                    let full = yearly.year(name, kept.full);
                    hundredths = hundredths.plus(&full.times(&kept.share));
                }
                hundredths.times(&scale).over(&divisor)
            })
        }
        InvestmentCost::Staff { posts, pay, .. } => {
            let scale = inputs.named(posts).times(&more).times(&inputs.named(pay));
            let twelve = Term::number(12.0);
            let divisor = twelve.times(&hundreds);
            let words = "The posts at their pay, with those kept and overrun";
            steps.step(&line.label, words, |year| {
                let mut hundredths = in_hundredths(year);
                if let Some(kept) = kept.as_ref().filter(|kept| year >= kept.from) {
                    hundredths = hundredths.plus(&twelve.times(&kept.share));
                }
                hundredths.times(&scale).over(&divisor)
            })
        }
    }
}

/// The posts that stay: which share, from which year, and the place of the year whose
/// amounts are a full year's.
struct Kept {
    share: Term,
    from: usize,
    full: usize,
}

impl Kept {
    /// None where the case does not offer it.
    fn of(inputs: &Inputs) -> Option<Kept> {
        let case = inputs.case();
        let kept = case.adjustments.posts_kept.as_ref()?;
        Some(Kept {
            share: inputs.named(&kept.share),
            from: case.years.index_of(&kept.from)?,
            full: case.years.index_of(&kept.full_year)?,
        })
    }
}
