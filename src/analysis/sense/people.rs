//! How many pupils are moved, and who can be repaid.

use super::{Sense, SenseCheck, grouped, largest, value};
use crate::case::BenefitRule;
use crate::model::{Model, Outcome, Payback, Pounds, Scenario, Series};

/// The pupils that are moved of each number of pupils, by every line that names it.
pub(super) fn moved(model: &Model, scenario: &Scenario) -> Vec<SenseCheck> {
    let (case, table) = (model.case(), model.assumptions());
    let movers = case
        .benefits
        .iter()
        .enumerate()
        .filter_map(|(line, known)| {
            let BenefitRule::MovedPupils {
                pupils,
                share,
                phasing,
                ..
            } = &known.rule
            else {
                return None;
            };
            let share = value(model, scenario, share) / 100.0;
            Some((table.find(pupils)?, (line, share, phasing)))
        });
    let groups = grouped(movers);
    let checks = groups.into_iter().map(|(pupils, movers)| {
        let known = scenario.value(table, pupils);
        let by_year: Vec<f64> = (0..case.years.count)
            .map(|year| {
                let parts = movers
                    .iter()
                    .map(|(_, share, phasing)| share * phasing.get(year).unwrap_or(&0.0) / 100.0);
                known * parts.sum::<f64>()
            })
            .collect();
        let (year, moved) = largest(&by_year);
        SenseCheck {
            warns: moved > known + 1e-6,
            sense: Sense::Moved {
                pupils,
                lines: movers.iter().map(|(line, ..)| *line).collect(),
                year,
                moved,
                known,
            },
        }
    });
    checks.collect()
}

/// Payback with and without the gains of payers who may not repay the investor; nothing
/// where there are none. What the investor gains repays it, ring-fenced or not.
pub(super) fn ring_fenced(model: &Model, outcome: &Outcome) -> Option<SenseCheck> {
    let case = model.case();
    let mut gained = Pounds::ZERO;
    let mut repaying = Series::zero(case.years.count);
    for (payer, gains) in case.payers.iter().zip(&outcome.funding) {
        if payer.ring_fenced && payer.id != case.invested_by {
            gained += gains.total();
        } else {
            repaying += gains;
        }
    }
    if gained == Pounds::ZERO {
        return None;
    }
    let net = Series::from_fn(case.years.count, |year| {
        repaying[year] - outcome.investment[year]
    });
    let (with, without) = (outcome.payback, Payback::of(&net));
    Some(SenseCheck {
        warns: with.year().is_some() && without.year().is_none(),
        sense: Sense::RingFenced {
            with,
            without,
            gained,
        },
    })
}
