//! Scenarios beside the published case, as tables: the assumptions that differ, the
//! headline figures, and the figures year by year.

use super::format::{horizon, one_decimal, pounds_short, two_decimals, value};
use super::grid::{Cell, Difference, Grid, GridRow, plain};
use super::sentence::payback_words;
use super::table::RowKind;
use crate::analysis::Comparison;
use crate::case::{Assumption, Unit};
use crate::model::{Model, Outcome, Payback, Pounds, Series};

/// What the columns of a comparison and the lines of its picture are called: the published
/// case, then each scenario by the name a person gave it. One without a name is called by
/// its place.
pub fn compared_names(compared: &Comparison, names: &[String]) -> Vec<String> {
    let named = (0..compared.outcomes.len()).map(|place| {
        let name = names.get(place).map(|name| name.trim()).unwrap_or_default();
        if name.is_empty() {
            format!("Scenario {}", place + 1)
        } else {
            name.to_owned()
        }
    });
    std::iter::once("Published".to_owned())
        .chain(named)
        .collect()
}

/// The assumptions in which any scenario differs from the published case: the published
/// value and each scenario's.
pub fn compared_assumptions(model: &Model, compared: &Comparison, names: &[String]) -> Grid {
    let table = model.assumptions();
    let rows = compared.differing.iter().map(|&index| {
        let known = &table[index];
        let cell = |amount: f64, changed: bool| Cell {
            text: value(known, amount),
            plain: Some(amount.to_string()),
            difference: None,
            changed,
        };
        let scenarios = compared.scenarios.iter().map(|scenario| {
            let changed = scenario.changed(index);
            cell(changed.unwrap_or(known.published), changed.is_some())
        });
        GridRow {
            label: known.label.clone(),
            unit: unit(known),
            cells: std::iter::once(cell(known.published, false))
                .chain(scenarios)
                .collect(),
            ..GridRow::default()
        }
    });
    Grid {
        caption: "Assumptions that differ".to_owned(),
        heading: "Assumption".to_owned(),
        columns: compared_names(compared, names),
        rows: rows.collect(),
    }
}

/// What an assumption's plain number is in: `% of in-county journeys`, `£ per EHCP`.
pub(super) fn unit(assumption: &Assumption) -> String {
    let note = assumption.unit_note.as_str();
    let sign = match assumption.unit {
        Unit::Percent => "%",
        Unit::Pounds => "£",
        Unit::Months => "months",
        Unit::Count => return note.to_owned(),
    };
    if note.is_empty() {
        sign.to_owned()
    } else {
        format!("{sign} {note}")
    }
}

/// The published outcome's cell, then one for each scenario's outcome.
fn cells(compared: &Comparison, cell: impl Fn(&Outcome) -> Cell) -> Vec<Cell> {
    std::iter::once(&compared.published)
        .chain(&compared.outcomes)
        .map(cell)
        .collect()
}

/// The headline figures, with the distance of each from the published one.
pub fn compared_headlines(model: &Model, compared: &Comparison, names: &[String]) -> Grid {
    let case = model.case();
    let last = case.years.count.saturating_sub(1);
    let (over, by) = (horizon(case.years.count), case.years.label(last));
    let money = |label: String, kind: RowKind, figure: &dyn Fn(&Outcome) -> Pounds| {
        let published = figure(&compared.published);
        let cell = |of: &Outcome| Cell::pounds_beside(figure(of), published);
        GridRow::pounds(label, kind, cells(compared, cell))
    };
    let back = |label: String, figure: &dyn Fn(&Outcome) -> Payback| {
        let published = figure(&compared.published);
        let cell = |of: &Outcome| payback_cell(model, figure(of), published);
        GridRow {
            label,
            cells: cells(compared, cell),
            ..GridRow::default()
        }
    };
    let mut rows = vec![
        money(
            format!("Investment over {over}"),
            RowKind::Investment,
            &|o| o.investment.total(),
        ),
        money(format!("Savings over {over}"), RowKind::Saving, &|o| {
            o.savings.total()
        }),
        money(format!("Savings a year by {by}"), RowKind::Saving, &|o| {
            o.savings[last]
        }),
        money(format!("Avoidance over {over}"), RowKind::Avoidance, &|o| {
            o.avoidance.total()
        }),
        money(
            format!("Avoidance a year by {by}"),
            RowKind::Avoidance,
            &|o| o.avoidance[last],
        ),
        money(format!("Net over {over}"), RowKind::Net, &|o| o.net.total()),
        back("Pays back, all benefits".to_owned(), &|o| o.payback),
        back("Pays back, savings alone".to_owned(), &|o| {
            o.payback_savings
        }),
    ];
    for (place, payer) in case.payers.iter().enumerate() {
        // Not "repays": a ring-fenced grant may not.
        let label = format!("Gains of {} cover the investment", payer.label);
        rows.push(back(label, &|o| o.payback_by_payer[place]));
    }
    let worth = |o: &Outcome| Pounds::round(o.net_present_value);
    rows.push(money("Net present value".to_owned(), RowKind::Net, &worth));
    let published = compared.published.benefit_cost_ratio;
    let ratio = |o: &Outcome| ratio_cell(o.benefit_cost_ratio, published);
    rows.push(GridRow {
        label: "Benefit-cost ratio".to_owned(),
        cells: cells(compared, ratio),
        ..GridRow::default()
    });
    Grid {
        caption: "Headline figures".to_owned(),
        heading: "Figure".to_owned(),
        columns: compared_names(compared, names),
        rows,
    }
}

/// A payback year, with how much sooner or later the point of it is than published.
fn payback_cell(model: &Model, now: Payback, published: Payback) -> Cell {
    let (year, shortfall) = payback_words(model, now);
    let text = match shortfall {
        Some(shortfall) => format!("{year}, {shortfall}"),
        None => year,
    };
    let difference = match (now, published) {
        (Payback::Within { point, .. }, Payback::Within { point: then, .. }) => {
            let apart = point - then;
            let years = one_decimal(apart.abs());
            let noun = if years == "1.0" { "year" } else { "years" };
            let direction = if apart > 0.0 { "later" } else { "sooner" };
            (years != "0.0").then(|| Difference {
                text: format!("{years} {noun} {direction}"),
                plain: None,
                percent: None,
                plain_percent: None,
            })
        }
        _ => None,
    };
    Cell {
        changed: now != published,
        difference,
        ..Cell::words(text)
    }
}

fn ratio_cell(now: Option<f64>, published: Option<f64>) -> Cell {
    let Some(ratio) = now else {
        return Cell {
            changed: published.is_some(),
            ..Cell::words("none, as nothing is invested")
        };
    };
    let text = two_decimals(ratio);
    let difference = published.filter(|then| *then != ratio).map(|then| {
        let apart = two_decimals(ratio - then);
        let plus = if ratio > then { "+" } else { "" };
        Difference {
            text: if apart == "0.00" {
                "under 0.01".to_owned()
            } else {
                format!("{plus}{apart}")
            },
            plain: Some(plain(&apart)),
            ..Difference::percent(ratio, then)
        }
    });
    Cell {
        plain: Some(plain(&text)),
        changed: now != published,
        difference,
        text,
    }
}

/// The figures year by year: a table each of net, cumulative net, investment, savings
/// and avoidance, with all years together at the foot where they may be added.
pub fn compared_years(model: &Model, compared: &Comparison, names: &[String]) -> Vec<Grid> {
    type Figure = fn(&Outcome) -> &Series;
    let measures: [(&str, RowKind, Figure); 5] = [
        ("Net", RowKind::Net, |o| &o.net),
        ("Cumulative net", RowKind::Net, |o| &o.cumulative_net),
        ("Investment", RowKind::Investment, |o| &o.investment),
        ("Savings", RowKind::Saving, |o| &o.savings),
        ("Avoidance", RowKind::Avoidance, |o| &o.avoidance),
    ];
    let years = model.case().years;
    let tables = measures
        .iter()
        .enumerate()
        .map(|(place, (caption, kind, figure))| {
            let row = |label: String, amount: &dyn Fn(&Series) -> Pounds| {
                let published = amount(figure(&compared.published));
                let cell = |of: &Outcome| Cell::pounds_beside(amount(figure(of)), published);
                GridRow::pounds(label, *kind, cells(compared, cell))
            };
            let mut rows: Vec<GridRow> = (0..years.count)
                .map(|year| row(years.label(year), &|series| series[year]))
                .collect();
            // Sums to date are not added up again.
            if place != CUMULATIVE {
                rows.push(GridRow {
                    sum: true,
                    ..row("All years".to_owned(), &Series::total)
                });
            }
            Grid {
                caption: (*caption).to_owned(),
                heading: "Year".to_owned(),
                columns: compared_names(compared, names),
                rows,
            }
        });
    tables.collect()
}

/// The place of cumulative net among the tables of [`compared_years`].
const CUMULATIVE: usize = 1;

/// What a comparison shows, for who cannot see its picture.
pub fn compared_summary(model: &Model, compared: &Comparison, names: &[String]) -> String {
    let mut text = format!(
        "Cumulative net by {}: ",
        model
            .case()
            .years
            .label(model.case().years.count.saturating_sub(1))
    );
    let names = compared_names(compared, names);
    let outcomes = std::iter::once(&compared.published).chain(&compared.outcomes);
    for (place, (name, outcome)) in names.iter().zip(outcomes).enumerate() {
        if place > 0 {
            text.push_str("; ");
        }
        text.push_str(name);
        text.push(' ');
        text.push_str(&pounds_short(outcome.net.total()));
        text.push_str(", pays back ");
        text.push_str(&payback_words(model, outcome.payback).0);
    }
    text.push('.');
    text
}
