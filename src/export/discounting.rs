//! An appraisal as tables and sentences.

use super::format::{horizon, number, pounds, two_decimals};
use super::grid::{Cell, Grid, GridRow};
use super::scope::scope_name;
use super::table::RowKind;
use crate::analysis::{Appraisal, Worth};
use crate::case::Years;
use crate::model::{Model, Payback, Pounds, Series};

/// The cash flow of the whole programme year by year, down to its present value.
pub fn cash_flow(model: &Model, appraisal: &Appraisal) -> Grid {
    let years = spread(model, appraisal);
    let money = |label: &str, kind: RowKind, series: &Series, sign: i64| {
        let cells = series.iter().map(|pounds| Pounds(pounds.0 * sign));
        GridRow::pounds(label, kind, totalled(cells.collect()))
    };
    let mut rows = vec![
        money("Investment", RowKind::Investment, &appraisal.investment, -1),
        money("Savings", RowKind::Saving, &appraisal.savings, 1),
        money("Avoidance", RowKind::Avoidance, &appraisal.avoidance, 1),
    ];
    if let Some(all) = appraisal.worth.first() {
        rows.push(GridRow {
            sum: true,
            ..money("Net", RowKind::Net, &all.net, 1)
        });
        if appraisal.inflation != 0.0 {
            let first = model.case().years.label(0);
            rows.push(ratios(
                format!("Prices, {first} as 1"),
                &appraisal.prices,
                years.count,
            ));
        }
        rows.push(ratios(
            "Divided by, for the discount rate".to_owned(),
            &appraisal.divisors,
            years.count,
        ));
        let present = all.present.iter().map(|&amount| Pounds::round(amount));
        let mut cells: Vec<Cell> = present.map(Cell::pounds).collect();
        cells.push(Cell::pounds(Pounds::round(all.net_present_value)));
        rows.push(GridRow {
            sum: true,
            note: "Rounded to be shown; the sum is of what is not rounded.".to_owned(),
            ..GridRow::pounds("Net at present value", RowKind::Net, cells)
        });
    }
    let mut columns: Vec<String> = (0..years.count)
        .map(|year| year_name(years, appraisal.own_years, year))
        .collect();
    columns.push("All years".to_owned());
    Grid {
        caption: "Discounted cash flow".to_owned(),
        heading: "£".to_owned(),
        columns,
        rows,
    }
}

/// What each scope is worth, and when it has come back.
pub fn worth_by_scope(model: &Model, appraisal: &Appraisal) -> Grid {
    let years = spread(model, appraisal);
    let added = years.count > appraisal.own_years;
    let rows = appraisal.worth.iter().map(|worth| {
        let mut cells = vec![Cell::pounds(Pounds::round(worth.net_present_value_own))];
        if added {
            cells.push(Cell::pounds(Pounds::round(worth.net_present_value)));
        }
        cells.push(ratio(worth));
        cells.push(Cell::words(repaid(years, worth.payback)));
        cells.push(Cell::words(repaid(years, worth.discounted_payback)));
        GridRow {
            label: scope_name(model, worth.scope),
            cells,
            ..GridRow::default()
        }
    });
    let own = horizon(appraisal.own_years);
    let mut columns = vec![format!("Net present value, {own}")];
    if added {
        columns.push(format!(
            "Net present value, {} with those added",
            horizon(years.count)
        ));
    }
    columns.extend(["Benefit-cost ratio", "Pays back", "Pays back, discounted"].map(str::to_owned));
    Grid {
        caption: "Worth against the whole investment, by whose benefits".to_owned(),
        heading: "Whose benefits".to_owned(),
        columns,
        rows: rows.collect(),
    }
}

/// How it is discounted, in sentences.
pub fn discounting_notes(model: &Model, appraisal: &Appraisal) -> Vec<String> {
    let years = spread(model, appraisal);
    let first = years.label(0);
    let rate = number(appraisal.discount_rate);
    let mut notes = vec![format!(
        "Discounted at {rate}% a year in real terms, {first} as it stands (HM Treasury, Green \
         Book: 3.5% for the first thirty years; a review of June 2026 recommends 3%)."
    )];
    notes.push(if appraisal.inflation == 0.0 {
        format!("Amounts are as printed, taken as prices of {first}.")
    } else {
        format!(
            "Amounts are in the prices of each year, all {}% a year above the year before. They are \
             brought back to prices of {first} before they are discounted: a real rate is never put \
             to nominal amounts.",
            number(appraisal.inflation)
        )
    });
    let added = years.count - appraisal.own_years;
    if added > 0 {
        let last = years.label(appraisal.own_years.saturating_sub(1));
        notes.push(format!(
            "{} added, and not in the paper: the effect of {last} goes on, {}% less in each year \
             than in the one before, and so does what is still spent then, in full.",
            capital(&horizon(added)),
            number(appraisal.drop_off)
        ));
    }
    notes
}

/// The case's years with those added.
fn spread(model: &Model, appraisal: &Appraisal) -> Years {
    Years {
        count: appraisal.investment.len(),
        ..model.case().years
    }
}

fn year_name(years: Years, own: usize, year: usize) -> String {
    let label = years.label(year);
    if year < own {
        label
    } else {
        format!("{label} (added)")
    }
}

fn totalled(amounts: Vec<Pounds>) -> Vec<Cell> {
    let total = amounts.iter().copied().sum();
    let amounts = amounts.into_iter().chain([total]);
    amounts.map(Cell::pounds).collect()
}

fn ratios(label: String, values: &[f64], years: usize) -> GridRow {
    let cells = values.iter().take(years).map(|&value| {
        let text = number((value * 1e4).round() / 1e4);
        Cell {
            plain: Some(number(value).replace(',', "")),
            ..Cell::words(text)
        }
    });
    GridRow {
        label,
        cells: cells.chain([Cell::words("")]).collect(),
        ..GridRow::default()
    }
}

fn ratio(worth: &Worth) -> Cell {
    match worth.benefit_cost_ratio {
        None => Cell::words("none, as nothing is invested"),
        Some(ratio) => {
            let text = two_decimals(ratio);
            Cell {
                plain: Some(text.replace('\u{2212}', "-").replace(',', "")),
                ..Cell::words(text)
            }
        }
    }
}

fn repaid(years: Years, payback: Payback) -> String {
    match payback {
        Payback::Within { year, .. } => years.label(year),
        Payback::NotWithin { shortfall } => {
            format!(
                "not within {}: {} short",
                horizon(years.count),
                pounds(shortfall)
            )
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
