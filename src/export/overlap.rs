//! Lines as the paper adds them, beside what they come to together.

use super::failing::with_overlaps;
use super::grid::{Cell, Grid, GridRow};
use super::scope::years_of;
use super::sentence::payback_words;
use super::table::RowKind;
use crate::model::{Model, Outcome, Payback, Pounds, Scenario};

/// A scenario with no overlap counted, as published; with those it counts; and with all
/// of them. None where the case knows no overlap.
pub fn overlap_table(model: &Model, scenario: &Scenario) -> Option<Grid> {
    let outcomes = [
        model.evaluate(&with_overlaps(model, scenario, 0.0)?),
        model.evaluate(scenario),
        model.evaluate(&with_overlaps(model, scenario, 100.0)?),
    ];
    let [plain, ..] = &outcomes;
    let money = |label: &str, kind: RowKind, figure: &dyn Fn(&Outcome) -> Pounds| {
        let cells = outcomes
            .iter()
            .map(|outcome| Cell::pounds_beside(figure(outcome), figure(plain)));
        GridRow::pounds(label, kind, cells.collect())
    };
    let mut rows = Vec::new();
    let notes = &model.case().evidence().line_notes;
    for (place, line) in model.case().benefits.iter().enumerate() {
        if line.rule.is_overlap() {
            let kind = match line.kind {
                crate::case::BenefitKind::Saving => RowKind::Saving,
                crate::case::BenefitKind::Avoidance => RowKind::Avoidance,
            };
            rows.push(GridRow {
                note: notes
                    .get(place)
                    .map_or(String::new(), |one| one.proposal.clone()),
                ..money(&line.label, kind, &|o| o.benefit_lines[place].total())
            });
        }
    }
    let years = years_of(model);
    rows.push(money(
        &format!("Savings over {years}"),
        RowKind::Saving,
        &|o| o.savings.total(),
    ));
    rows.push(money(
        &format!("Avoidance over {years}"),
        RowKind::Avoidance,
        &|o| o.avoidance.total(),
    ));
    rows.push(GridRow {
        sum: true,
        ..money(&format!("Net over {years}"), RowKind::Net, &|o| {
            o.net.total()
        })
    });
    let back = |label: &str, figure: &dyn Fn(&Outcome) -> Payback| {
        let words = outcomes
            .iter()
            .map(|outcome| Cell::words(payback_words(model, figure(outcome)).0));
        GridRow {
            label: label.to_owned(),
            cells: words.collect(),
            ..GridRow::default()
        }
    };
    rows.push(back("Pays back, all benefits", &|o| o.payback));
    rows.push(back("Pays back, savings alone", &|o| o.payback_savings));
    Some(Grid {
        caption: "Overlaps left out, as set, and in full".to_owned(),
        heading: "Figure".to_owned(),
        columns: [
            "As published: none counted",
            "As it is set",
            "All of it counted",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
    })
}
