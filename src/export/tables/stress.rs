//! The tables of the stress test: one assumption moved, and two at once.

use super::{Column, TableFile, number, pounds, words};
use crate::analysis::{Readings, Swing, sensitivity as moved};
use crate::case::Assumption;
use crate::export::compare::unit;
use crate::export::{Field, Shown, scope_name};
use crate::model::Model;

/// What is said of a payback year.
const PAYBACK: &str = "Year in which the investment has come back; empty where it has not";
/// What is said of a net present value.
const PRESENT: &str = "Discounted at the scenario’s rate, not rounded";

/// Every assumption from its low to its high, in the case's order, and what three figures
/// come to there.
pub fn sensitivity(of: &Shown<'_>) -> TableFile {
    let (model, scope) = (of.model, of.settings.aim.scope);
    let swings = moved(model, of.scenario, scope);
    let rows = swings.iter().map(|swing| row(model, swing));
    let mut columns = vec![
        Column::words("Id"),
        Column::words("Assumption"),
        Column::words("Unit"),
        Column::number("Low", "").help("In the unit of its row"),
        Column::number("Now", "").help("In the unit of its row"),
        Column::number("High", "").help("In the unit of its row"),
    ];
    for end in ["low", "now", "high"] {
        let at = |figure: &str| match end {
            "now" => format!("{figure} now"),
            end => format!("{figure} at {end}"),
        };
        columns.extend([
            Column::pounds(at("Net")),
            Column::number(at("Net present value"), "£").help(PRESENT),
            Column::words(at("Payback")).help(PAYBACK),
        ]);
    }
    TableFile {
        name: "tornado",
        title: "What each assumption moves by itself".to_owned(),
        help: format!(
            "Each assumption from the low to the high end of its range, all others as they are. \
             Benefits counted: {}.",
            scope_name(model, scope)
        ),
        columns,
        rows: rows.collect(),
    }
}

fn row(model: &Model, swing: &Swing) -> Vec<Field> {
    let known = &model.assumptions()[swing.assumption];
    let mut row = vec![words(&known.id), words(&known.label), words(&unit(known))];
    row.extend([swing.low, swing.value, swing.high].map(number));
    for at in [&swing.at_low, &swing.now, &swing.at_high] {
        row.extend(figures(model, at));
    }
    row
}

/// Net, net present value, and the year of payback.
fn figures(model: &Model, at: &Readings) -> [Field; 3] {
    let year = at.payback.year().map(|year| model.case().years.label(year));
    [
        pounds(at.net),
        number(at.net_present_value),
        words(&year.unwrap_or_default()),
    ]
}

/// The pair of assumptions of the heat map: a row for each of its cells.
pub fn two_at_once(of: &Shown<'_>) -> Option<TableFile> {
    let (two, _) = of.two_way()?;
    let model = of.model;
    let table = model.assumptions();
    let (across, down) = (&table[two.across.assumption], &table[two.down.assumption]);
    let mut rows = Vec::new();
    for (at_down, cells) in two.rows() {
        for (at_across, cell) in two.across.values.iter().zip(cells) {
            let values = [number(*at_across), number(at_down)];
            rows.push(values.into_iter().chain(figures(model, cell)).collect());
        }
    }
    let axis = |known: &Assumption, side: &str| {
        Column::number(known.label.clone(), unit(known)).help(format!("{}; {side}", known.id))
    };
    Some(TableFile {
        name: "two-at-once",
        title: format!(
            "Two assumptions at once: {} and {}",
            across.label, down.label
        ),
        help: format!(
            "Every pair of values of the heat map, all other assumptions as they are. Benefits \
             counted: {}.",
            scope_name(model, two.scope)
        ),
        columns: vec![
            axis(across, "across"),
            axis(down, "upwards"),
            Column::pounds("Net"),
            Column::number("Net present value", "£").help(PRESENT),
            Column::words("Payback").help(PAYBACK),
        ],
        rows,
    })
}
