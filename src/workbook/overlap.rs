//! What two benefit lines do to one another, step by step: both lines' own yearly figures
//! as far and as late as they come, what both act on, and the overlap.

use super::benefit::adjusted;
use super::book::Yearly;
use super::steps::Steps;
use super::term::Term;
use crate::case::{BenefitLine, BenefitRule, Reduces};

/// The overlap in each year, before prices and rounding; none for a line with an effect of
/// its own.
pub(super) fn amounts(steps: &mut Steps, line: &BenefitLine) -> Option<Yearly> {
    let case = steps.inputs.case();
    let find = |id: &String| case.benefits.iter().find(|other| other.id == *id);
    let (one, other, share) = match &line.rule {
        BenefitRule::SharedReduction {
            moved,
            reduced,
            counted,
            ..
        } => (find(moved)?, find(reduced)?, counted),
        BenefitRule::CountedTwice {
            pressure,
            demand,
            share,
        } => (find(pressure)?, find(demand)?, share),
        _ => return None,
    };
    let name = steps.name();
    let mut came = |part: &BenefitLine| -> Option<(Yearly, Yearly)> {
        let label = format!("{}: {}", line.label, part.label);
        let published = steps.inputs.yearly(&part.id)?.clone();
        let start = steps.step(&label, "Its own yearly figures", |year| {
            published.year(name, year)
        });
        let came = adjusted(steps, part, &label, start);
        Some((published, came))
    };
    let (one_whole, one_came) = came(one)?;
    let (other_whole, other_came) = came(other)?;
    let named = |id: &String| steps.inputs.named(id);
    let hundred = Term::number(100.0);
    let hundreds = Term::number(10_000.0);
    let nothing = Term::number(0.0);
    let share = named(share);
    match (&one.rule, &other.rule, &line.rule) {
        (
            BenefitRule::MovedPupils {
                pupils,
                share: moved,
                cost_from,
                cost_to,
                ..
            },
            BenefitRule::ShareOfCost { share: reduced, .. },
            BenefitRule::SharedReduction { reduces, .. },
        ) => {
            let cost = match reduces {
                Reduces::CostTo => named(cost_to),
                Reduces::Both => named(cost_to).minus(&named(cost_from)),
            };
            let per_cents = named(moved).times(&named(reduced)).over(&hundreds);
            let pounds = named(pupils).times(&per_cents).times(&cost);
            Some(steps.step(
                &line.label,
                "Pupils × moved % × reduced % × cost × counted % × how far both have come",
                |year| {
                    pounds
                        .times(&share)
                        .times(&one_came.year(name, year).over(&hundred))
                        .times(&other_came.year(name, year).over(&hundred))
                        .over(&hundred)
                },
            ))
        }
        (
            BenefitRule::AbsorbedPressure { absorbed, .. },
            BenefitRule::HeldDemand {
                growth,
                unit_cost,
                held,
                ..
            },
            _,
        ) => {
            let published = steps.inputs.published(growth);
            let per_unit = named(growth).times(&named(unit_cost));
            let per_cents = named(absorbed).times(&named(held)).over(&hundreds);
            let both = steps.step(
                &line.label,
                "The smaller of pressure and demand, as far as both are avoided",
                |year| {
                    let demand = other_whole
                        .year(name, year)
                        .times(&per_unit)
                        .over(&published);
                    let smaller = one_whole.year(name, year).at_most(&demand);
                    smaller.at_least(&nothing).times(&per_cents)
                },
            );
            let part = |come: &Yearly, whole: &Yearly, year: usize| {
                let whole = whole.year(name, year);
                let part = come
                    .year(name, year)
                    .over(&whole)
                    .at_most(&Term::number(1.0));
                Term::either(&whole.above(&nothing), &part, &nothing)
            };
            let one = steps.step(&line.label, "How far the one has come, of 1", |year| {
                part(&one_came, &one_whole, year)
            });
            let other = steps.step(&line.label, "How far the other has come, of 1", |year| {
                part(&other_came, &other_whole, year)
            });
            Some(steps.step(&line.label, "Avoided twice, taken off", |year| {
                both.year(name, year)
                    .times(&share)
                    .times(&one.year(name, year))
                    .times(&other.year(name, year))
                    .over(&hundred)
                    .negated()
            }))
        }
        _ => None,
    }
}
