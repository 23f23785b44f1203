//! What is gained: the steps of each line, and the lines to the pound.

use super::book::{Book, Yearly};
use super::inputs::Inputs;
use super::ledger::{Kind, LedgerLine, Lines};
use super::overlap;
use super::steps::Steps;
use super::term::Term;
use crate::case::{BenefitKind, BenefitLine, BenefitRule, DELIVERY, GRADES, correction_id};
use crate::model::Outcome;

/// Writes both sheets.
pub(super) fn write(inputs: &Inputs, published: &Outcome, book: &mut Book) -> Lines {
    let mut steps = Steps::new(
        inputs,
        "Benefit steps",
        "Savings and avoidance, step by step",
        &[
            "How each line comes about: by its rule, with the part of its first year, moved by the delays, as far as it is delivered, in each year's prices.",
            "The last step of a line is rounded to whole pounds on the sheet Benefits.",
        ],
    );
    let case = inputs.case();
    let lines: Vec<LedgerLine> = case
        .benefits
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let came = match overlap::amounts(&mut steps, line) {
                Some(amounts) => amounts,
                None => {
                    let effects = effects(&mut steps, line);
                    adjusted(&mut steps, line, &line.label, effects)
                }
            };
            LedgerLine {
                label: line.label.clone(),
                kind: match line.kind {
                    BenefitKind::Saving => Kind::Saving,
                    BenefitKind::Avoidance => Kind::Avoidance,
                },
                workstream: line.workstream.clone(),
                source: line.source.clone(),
                amounts: steps.in_prices(&line.label, came),
                published: published.benefit_lines[place],
            }
        })
        .collect();
    book.sheets.push(steps.sheet);
    Lines::write(
        inputs,
        "Benefits",
        "Savings and avoidance",
        &[
            "Each year's effect against the base budget, in pounds, by line: 410,530 in four years is 410,530 a year, not once.",
            "A saving lowers a budget; avoidance is growth that does not happen. Rounded to whole pounds line by line and year by year, so that rows add up.",
        ],
        lines,
        book,
    )
}

/// As far and as late as a line's effects come. `label` is what the steps stand under.
pub(super) fn adjusted(
    steps: &mut Steps,
    line: &BenefitLine,
    label: &str,
    effects: Yearly,
) -> Yearly {
    let inputs = steps.inputs;
    let case = inputs.case();
    let name = steps.name();
    let published = inputs.yearly(&line.id);
    let first = published.and_then(|yearly| yearly.values.iter().position(|&value| value != 0.0));
    let started = match inputs.offered(case.adjustments.first_year_part.as_ref()) {
        None => effects,
        Some(part) => steps.step(label, "With the part of its first year", |year| {
            let effect = effects.year(name, year);
            if year == first.unwrap_or(0) {
                effect.percent(&part)
            } else {
                effect
            }
        }),
    };
    let mut workstreams = case.workstreams.iter();
    let workstream = workstreams.find(|workstream| workstream.id == line.workstream);
    let delays: Vec<&String> = [
        case.adjustments.benefit_delay.as_ref(),
        case.adjustments.programme_delay.as_ref(),
        workstream.and_then(|workstream| workstream.delay.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let moved = steps.later(label, started, &delays);
    let delivery = inputs.offered(case.adjustments.benefit_delivery.as_ref());
    let own = format!("{DELIVERY}{}", line.id);
    let own = inputs.has(&own).then(|| inputs.named(&own));
    let hundred = Term::number(100.0);
    let correction = steps.correction(&format!("{GRADES}{}", line.id), correction_id);
    let correction = correction.map(|percent| hundred.minus(&percent));
    let left: Vec<Term> = [delivery, own, correction].into_iter().flatten().collect();
    if left.is_empty() {
        return moved;
    }
    steps.step(
        label,
        "As delivered, of all and of this line, corrected for evidence",
        |year| {
            let amount = moved.year(name, year);
            left.iter()
                .fold(amount, |amount, left| amount.percent(left))
        },
    )
}

/// What a line's rule gives in each year, before any adjustment.
fn effects(steps: &mut Steps, line: &BenefitLine) -> Yearly {
    let inputs = steps.inputs;
    let name = steps.name();
    let Some(yearly) = inputs.yearly(&line.id) else {
        return steps.step(&line.label, "By its rule", |_| Term::number(0.0));
    };
    let named = |id: &String| inputs.named(id);
    let hundred = Term::number(100.0);
    let hundreds = Term::number(10_000.0);
    let by = |words: &str, product: Term, divisor: Option<Term>, steps: &mut Steps| {
        steps.step(&line.label, words, |year| {
            let amount = yearly.year(name, year).times(&product);
            divisor
                .as_ref()
                .map_or(amount.clone(), |divisor| amount.over(divisor))
        })
    };
    match &line.rule {
        BenefitRule::ShareOfCost { cost, share, .. } => by(
            "Phasing % × cost × share %",
            named(cost).times(&named(share)),
            Some(hundreds),
            steps,
        ),
        BenefitRule::MovedPupils {
            pupils,
            share,
            cost_from,
            cost_to,
            ..
        } => {
            let pupils = named(pupils).times(&named(share));
            let difference = named(cost_from).minus(&named(cost_to));
            by(
                "Phasing % × pupils × share % × (cost before − cost after)",
                pupils.times(&difference),
                Some(hundreds),
                steps,
            )
        }
        BenefitRule::HeldDemand {
            growth,
            unit_cost,
            held,
            ..
        } => {
            let demand = named(growth).times(&named(unit_cost));
            let beyond = inputs.case().adjustments.demand_beyond_plan.as_ref();
            let (words, left) = match inputs.offered(beyond) {
                None => (
                    "Extra cases × growth ÷ published growth × unit cost × held %",
                    named(held),
                ),
                Some(beyond) => (
                    "Extra cases × growth ÷ published growth × unit cost × (held % − beyond the plan %)",
                    named(held).minus(&beyond),
                ),
            };
            let divisor = inputs.published(growth).times(&hundred);
            by(words, demand.times(&left), Some(divisor), steps)
        }
        BenefitRule::SlowedGrowth {
            growth, avoided, ..
        } => by(
            "Years built up × growth × avoided %",
            named(growth).times(&named(avoided)),
            Some(hundred),
            steps,
        ),
        BenefitRule::PreventedEvents { number, cost, .. } => by(
            "Years built up × number × cost",
            named(number).times(&named(cost)),
            None,
            steps,
        ),
        BenefitRule::AbsorbedPressure { absorbed, .. } => by(
            "Pressure × absorbed %",
            named(absorbed),
            Some(hundred),
            steps,
        ),
        BenefitRule::FixedProfile { .. }
        | BenefitRule::SharedReduction { .. }
        | BenefitRule::CountedTwice { .. } => {
            steps.step(&line.label, "As given", |year| yearly.year(name, year))
        }
    }
}
