//! Every line with the grade of its evidence and what that takes off or adds.

use super::format::{number, pounds};
use crate::case::{BenefitLine, COST_GRADES, GRADES, correction_id, cost_correction_id};
use crate::model::{AssumptionIndex, Model, Outcome, Pounds, Scenario};

/// One line with its grade.
#[derive(Debug, Clone, PartialEq)]
pub struct GradedLine {
    /// The line's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// True for a benefit, false for a cost.
    pub benefit: bool,
    /// The assumption that holds its grade.
    pub grade: AssumptionIndex,
    /// Its grade, 0 where it has none.
    pub chosen: usize,
    /// What that takes off or adds: `−15%`; `none` without a grade.
    pub correction: String,
    /// The line over all years, corrected.
    pub total: String,
}

/// Every line that can be graded: benefits, then costs, in the case's order.
pub fn graded(model: &Model, scenario: &Scenario, outcome: &Outcome) -> Vec<GradedLine> {
    let case = model.case();
    let table = model.assumptions();
    let line = |benefit: bool, prefix: &str, id: &str, label: &str, total: Pounds| {
        let grade = table.find(&format!("{prefix}{id}"))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a checked grade is a whole number from 0 to 6"
        )]
        let chosen = scenario.value(table, grade) as usize;
        let correction = match chosen {
            0 => "none".to_owned(),
            _ => {
                let (sign, id) = if benefit {
                    ('\u{2212}', correction_id(chosen))
                } else {
                    ('+', cost_correction_id(chosen))
                };
                let percent = table.find(&id).map(|at| scenario.value(table, at));
                format!("{sign}{}%", number(percent.unwrap_or_default()))
            }
        };
        Some(GradedLine {
            id: id.to_owned(),
            label: label.to_owned(),
            benefit,
            grade,
            chosen,
            correction,
            total: pounds(total),
        })
    };
    let with_effect = |known: &(&BenefitLine, _)| !known.0.rule.is_overlap();
    let benefits = case.benefits.iter().zip(&outcome.benefit_lines);
    let benefits = benefits
        .filter(with_effect)
        .filter_map(|(known, series)| line(true, GRADES, &known.id, &known.label, series.total()));
    let costs = case.investment.iter().zip(&outcome.investment_lines);
    let costs = costs.filter_map(|(known, series)| {
        line(false, COST_GRADES, &known.id, &known.label, series.total())
    });
    benefits.chain(costs).collect()
}
