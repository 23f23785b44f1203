//! What benefits take of the cost, the growth or the pressure they fall on.

use super::{Sense, SenseCheck, Whole, grouped, largest, value};
use crate::case::BenefitRule;
use crate::model::{Model, Scenario};

/// A sum of percentages may come out a little over the whole they are parts of.
const WHOLE: f64 = 100.0 + 1e-6;

/// What is taken of each whole: of a cost or of a growth by every line that names it, of a
/// pressure by the line that has it.
pub(super) fn taken(model: &Model, scenario: &Scenario) -> Vec<SenseCheck> {
    let (case, table) = (model.case(), model.assumptions());
    let of = |id: &str| Some(Whole::Assumption(table.find(id)?));
    let percent = |id: &str| value(model, scenario, id);
    let years = vec![1.0; case.years.count];
    let shares = case
        .benefits
        .iter()
        .enumerate()
        .filter_map(|(line, known)| {
            let (whole, share, phasing) = match &known.rule {
                BenefitRule::ShareOfCost {
                    cost,
                    share,
                    phasing,
                } => {
                    let phasing = phasing.iter().map(|part| part / 100.0).collect();
                    (of(cost)?, percent(share), phasing)
                }
                BenefitRule::SlowedGrowth {
                    growth, avoided, ..
                } => (of(growth)?, percent(avoided), years.clone()),
                BenefitRule::HeldDemand { growth, held, .. } => {
                    (of(growth)?, percent(held), years.clone())
                }
                BenefitRule::AbsorbedPressure { absorbed, .. } => {
                    (Whole::Pressure(line), percent(absorbed), years.clone())
                }
                _ => return None,
            };
            Some((whole, (line, share, phasing)))
        });
    let groups = grouped(shares);
    let checks = groups.into_iter().map(|(of, takers)| {
        let by_year: Vec<f64> = (0..case.years.count)
            .map(|year| {
                let parts = takers.iter();
                parts
                    .map(|(_, share, phasing)| share * phasing.get(year).unwrap_or(&0.0))
                    .sum()
            })
            .collect();
        let (year, percent) = largest(&by_year);
        let lasts = by_year.last().is_some_and(|&last| last > percent - 1e-9);
        SenseCheck {
            warns: percent > WHOLE,
            sense: Sense::Taken {
                of,
                lines: takers.iter().map(|(line, ..)| *line).collect(),
                year: (!lasts).then_some(year),
                percent,
            },
        }
    });
    checks.collect()
}

/// What one pupil costs before and after, for each line that moves pupils.
pub(super) fn moving(model: &Model, scenario: &Scenario) -> Vec<SenseCheck> {
    let lines = model.case().benefits.iter().enumerate();
    let moving = lines.filter_map(|(line, known)| {
        let BenefitRule::MovedPupils {
            cost_from, cost_to, ..
        } = &known.rule
        else {
            return None;
        };
        let [from, to] = [cost_from, cost_to].map(|id| value(model, scenario, id));
        Some(SenseCheck {
            warns: to > from,
            sense: Sense::Moving { line, from, to },
        })
    });
    moving.collect()
}
