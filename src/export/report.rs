//! The tables of the officer's report that no screen shows in that form: parts of those
//! that the screens show, with the same figures.

use super::compare::{compared_headlines, unit};
use super::format::{value, value_difference};
use super::grid::{Cell, Grid, GridRow};
use super::reconcile::ReconciliationWords;
use super::stress::{SensitivityWords, SwitchingWords, inside};
use crate::analysis::compare;
use crate::case::{Assumption, Status};
use crate::model::{Model, Scenario};

/// The headline figures of a scenario, the published ones, and how far they are apart: the
/// figures of [`compared_headlines`], across.
pub fn headline_table(model: &Model, scenario: &Scenario) -> Grid {
    let compared = compare(model, std::slice::from_ref(scenario));
    let whole = compared_headlines(model, &compared, &[]);
    let rows = whole.rows.into_iter().filter_map(|row| {
        let [published, now] = <[Cell; 2]>::try_from(row.cells).ok()?;
        let apart = apart(&now);
        let now = Cell {
            difference: None,
            ..now
        };
        Some(GridRow {
            cells: vec![now, published, apart],
            ..GridRow {
                cells: vec![],
                ..row
            }
        })
    });
    Grid {
        columns: ["Scenario", "Published", "Difference"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
        ..whole
    }
}

/// How far a figure is from the published one, as a cell of its own.
fn apart(now: &Cell) -> Cell {
    match &now.difference {
        Some(difference) => Cell {
            text: match &difference.percent {
                Some(percent) => format!("{} ({percent})", difference.text),
                None => difference.text.clone(),
            },
            plain: difference.plain.clone(),
            ..Cell::default()
        },
        // What pays back no more is no number of years from when it did.
        None if now.changed => Cell::words("changed"),
        None => Cell::words("no change"),
    }
}

/// The assumptions that a scenario changes, and where their published values come from.
pub fn changed_table(model: &Model, scenario: &Scenario) -> Grid {
    let rows = scenario.changes().iter().map(|change| {
        let known = &model.assumptions()[change.assumption];
        GridRow {
            label: known.label.clone(),
            unit: unit(known),
            cells: vec![
                Cell::words(value(known, known.published)),
                Cell::words(value(known, change.value)),
                Cell::words(value_difference(known, change.value)),
                Cell::words(unit(known)),
                Cell::words(source(known)),
            ],
            ..GridRow::default()
        }
    });
    Grid {
        caption: "Assumptions changed from the published case".to_owned(),
        heading: "Assumption".to_owned(),
        columns: ["Published", "Scenario", "Difference", "Unit", "Source"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}

/// Where a published value comes from: `6.11; printed in the paper`.
fn source(known: &Assumption) -> String {
    match known.status {
        // Its source says no more than that.
        Status::Added => "Not in the paper".to_owned(),
        status => format!("{}; {}", known.source, inside(status.meaning())),
    }
}

/// The ranges that a scenario sets for the stress test, beside the case's own.
pub fn ranges_table(model: &Model, scenario: &Scenario) -> Grid {
    let rows = scenario.ranges().iter().map(|range| {
        let known = &model.assumptions()[range.assumption];
        let ends = [range.low, range.high, known.low, known.high];
        GridRow {
            label: known.label.clone(),
            unit: unit(known),
            cells: ends.map(|end| Cell::words(value(known, end))).into(),
            ..GridRow::default()
        }
    });
    Grid {
        caption: "Ranges set for this scenario".to_owned(),
        heading: "Assumption".to_owned(),
        columns: ["Low", "High", "Low in the case", "High in the case"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}

/// The part of a sensitivity that moves the figure, a line for each; its summary counts
/// the others.
pub fn moving_table(words: &SensitivityWords) -> Grid {
    let mut moving = keeping(&words.grid, words.rows.iter().map(|row| row.moves));
    for row in &mut moving.rows {
        // Its columns say the range already.
        row.note.clear();
    }
    moving
}

/// The assumptions that can by themselves switch the answer; the summary counts the
/// others.
pub fn switching_table(words: &SwitchingWords) -> Grid {
    keeping(
        &words.grid,
        words.rows.iter().map(|row| !row.room.is_empty()),
    )
}

/// The rows of a table that are wanted.
fn keeping(whole: &Grid, wanted: impl Iterator<Item = bool>) -> Grid {
    let rows = whole.rows.iter().zip(wanted);
    Grid {
        rows: rows
            .filter(|(_, wanted)| *wanted)
            .map(|(row, _)| row.clone())
            .collect(),
        ..whole.clone()
    }
}

/// The figures that the paper prints and the model does not give; none where all agree.
pub fn differing_table(words: &ReconciliationWords) -> Option<Grid> {
    let rows = words.rows.iter().filter(|row| !row.agrees).map(|row| {
        let cells = [&row.source, &row.printed, &row.engine, &row.verdict];
        GridRow {
            label: row.label.clone(),
            cells: cells.map(|text| Cell::words(text.as_str())).into(),
            ..GridRow::default()
        }
    });
    let rows: Vec<GridRow> = rows.collect();
    (!rows.is_empty()).then(|| Grid {
        caption: "Printed figures that differ from the model".to_owned(),
        heading: "Figure".to_owned(),
        columns: ["Section", "As printed", "Model, as published", "Verdict"]
            .map(str::to_owned)
            .into(),
        rows,
    })
}
