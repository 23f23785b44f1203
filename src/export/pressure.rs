//! The pressures of the plan beside what the programme takes off them, and the
//! overspends reported before it, as tables and a sentence.

use super::format::{in_paper, pounds, pounds_short};
use super::grid::{Cell, Grid, GridRow};
use super::table::RowKind;
use crate::analysis::{PressureGroup, PressureYear, Pressures};
use crate::case::BenefitKind;
use crate::model::{Model, Pounds};

/// What stands where the paper has no figure.
pub const NOT_GIVEN: &str = "not given";

/// The pressures of the plan by year: in each part the pressures that the same benefits
/// offset, the savings and the avoidance set against them, and what remains. Then all
/// together. `published` is of the published outcome.
pub fn pressure_table(model: &Model, now: &Pressures, published: &Pressures) -> Grid {
    let case = model.case();
    let mut rows = Vec::new();
    for (group, then) in now.groups.iter().zip(&published.groups) {
        let heading = heading(model, group);
        let mut add = |row: GridRow| {
            rows.push(GridRow {
                part: heading.clone(),
                ..row
            });
        };
        for place in &group.pressures {
            let pressure = &case.evidence().plan_pressures[*place];
            let cells = pressure.amounts.iter().map(|amount| match amount {
                Some(amount) => Cell::pounds(Pounds::round(*amount)),
                None => Cell::words(NOT_GIVEN),
            });
            add(GridRow {
                unit: "£".to_owned(),
                note: in_paper(&pressure.source),
                cells: cells.collect(),
                ..named(&pressure.label)
            });
        }
        if group.pressures.len() > 1 {
            add(row(
                "Pressures together",
                None,
                &group.years,
                &then.years,
                |year| year.pressure,
            ));
        }
        for (kind, row_kind, figure) in OFFSETS {
            let lines = group.lines.iter().map(|place| &case.benefits[*place]);
            let labels = lines.filter(|line| line.kind == kind);
            let labels: Vec<&str> = labels.map(|line| line.label.as_str()).collect();
            if !labels.is_empty() {
                add(GridRow {
                    note: labels.join("; "),
                    ..offset(row_kind, &group.years, &then.years, figure)
                });
            }
        }
        add(remains(&group.years, &then.years));
    }
    let mut add = |row: GridRow| {
        rows.push(GridRow {
            part: "All pressures".to_owned(),
            sum: true,
            ..row
        });
    };
    let years = (&now.years, &published.years);
    add(row("Pressures together", None, years.0, years.1, |year| {
        year.pressure
    }));
    for (_, kind, figure) in OFFSETS {
        add(offset(kind, years.0, years.1, figure));
    }
    add(remains(years.0, years.1));
    Grid {
        caption: "Pressures in the plan, and what the programme offsets".to_owned(),
        heading: "Pressure".to_owned(),
        columns: case.years.labels(),
        rows,
    }
}

/// The two kinds of benefit, kept apart, with the figure of each.
type Offset = (BenefitKind, RowKind, fn(PressureYear) -> Pounds);
const OFFSETS: [Offset; 2] = [
    (BenefitKind::Saving, RowKind::Saving, |year| year.savings),
    (BenefitKind::Avoidance, RowKind::Avoidance, |year| {
        year.avoidance
    }),
];

fn named(label: &str) -> GridRow {
    GridRow {
        label: label.to_owned(),
        ..GridRow::default()
    }
}

fn row(
    label: &str,
    kind: Option<RowKind>,
    now: &[Option<PressureYear>],
    published: &[Option<PressureYear>],
    figure: fn(PressureYear) -> Pounds,
) -> GridRow {
    let cells = now.iter().zip(published).map(|years| match years {
        (Some(now), Some(then)) => Cell::pounds_beside(figure(*now), figure(*then)),
        _ => Cell::words(NOT_GIVEN),
    });
    GridRow {
        unit: "£".to_owned(),
        kind,
        cells: cells.collect(),
        ..named(label)
    }
}

fn offset(
    kind: RowKind,
    now: &[Option<PressureYear>],
    published: &[Option<PressureYear>],
    figure: fn(PressureYear) -> Pounds,
) -> GridRow {
    let label = match kind {
        RowKind::Saving => "Offset by savings",
        _ => "Offset by avoidance",
    };
    row(label, Some(kind), now, published, figure)
}

/// What remains; offsets that come to more than the pressure are said to, not cut off.
fn remains(now: &[Option<PressureYear>], published: &[Option<PressureYear>]) -> GridRow {
    let row = row("What remains", None, now, published, |year| {
        year.remaining()
    });
    let more = |(cell, year): (Cell, &Option<PressureYear>)| {
        let remaining = year.map_or(Pounds::ZERO, |year| year.remaining());
        if remaining < Pounds::ZERO {
            Cell {
                text: more_than(-remaining),
                ..cell
            }
        } else {
            cell
        }
    };
    GridRow {
        sum: true,
        cells: row.cells.into_iter().zip(now).map(more).collect(),
        ..row
    }
}

fn more_than(amount: Pounds) -> String {
    format!("{} more than the pressure", pounds(amount))
}

/// The name of a group: its pressures' names.
fn heading(model: &Model, group: &PressureGroup) -> String {
    let all = &model.case().evidence().plan_pressures;
    let labels = group
        .pressures
        .iter()
        .map(|place| all[*place].label.as_str());
    labels.collect::<Vec<&str>>().join("; ")
}

/// The benefits that offset none of the pressures, in a sentence; empty where every one
/// offsets some.
pub fn offsets_elsewhere(model: &Model, now: &Pressures) -> String {
    let all = &model.case().benefits;
    let labels = now.elsewhere.iter().map(|place| all[*place].label.as_str());
    let labels: Vec<&str> = labels.collect();
    if labels.is_empty() {
        return String::new();
    }
    format!(
        "Not set against any of these pressures, and so not in this table: {}.",
        labels.join("; ")
    )
}

/// What the picture and the table of pressures show, for who cannot see them: the last
/// year the paper covers.
pub fn pressure_summary(model: &Model, now: &Pressures) -> String {
    let labels = model.case().years;
    let mut given = None;
    let mut missing: Vec<String> = Vec::new();
    for (place, year) in now.years.iter().enumerate() {
        match year {
            Some(year) => given = Some((place, year)),
            None => missing.push(labels.label(place)),
        }
    }
    let Some((place, year)) = given else {
        return "The paper gives no figures of pressures by year.".to_owned();
    };
    let remaining = year.remaining();
    let leaves = match remaining.0 {
        ..0 => format!("{} more than the pressure", pounds_short(-remaining)),
        0 => "all of it".to_owned(),
        _ => format!("which leaves {}", pounds_short(remaining)),
    };
    let gap = if missing.is_empty() {
        String::new()
    } else {
        format!("; no figure is given for {}", missing.join(", "))
    };
    format!(
        "In {} the plan expects pressures of {}, and the programme offsets {} with savings and \
         {} with avoidance, {leaves}{gap}.",
        labels.label(place),
        pounds_short(year.pressure),
        pounds_short(year.savings),
        pounds_short(year.avoidance),
    )
}

/// The overspends the paper reports for the year before, as printed.
pub fn overspends(model: &Model) -> Grid {
    let rows = model
        .case()
        .evidence()
        .budget_pressures
        .iter()
        .map(|known| {
            let [budget, outturn, variance] =
                [known.budget, known.outturn, known.variance].map(Pounds::round);
            // Printed in thousands, each rounded by itself.
            let worked_out = outturn - budget;
            let rounding = if worked_out == variance {
                String::new()
            } else {
                format!("; outturn less budget is {}", pounds(worked_out))
            };
            GridRow {
                unit: "£".to_owned(),
                note: format!("{}{rounding}", in_paper(&known.source)),
                cells: vec![
                    Cell::words(known.year.clone()),
                    Cell::pounds(budget),
                    Cell::pounds(outturn),
                    Cell::pounds(variance),
                ],
                ..named(&known.label)
            }
        });
    Grid {
        caption: "Overspends reported before the programme".to_owned(),
        heading: "Service".to_owned(),
        columns: ["Year", "Budget", "Forecast outturn", "Variance as printed"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}
