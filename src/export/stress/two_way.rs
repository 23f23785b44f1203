//! Two assumptions at once, in words and as a table.

use super::{aim_words, between, capital, inside, named, reading_cell, reading_short, value_cell};
use crate::analysis::{Aim, Axis, AxisPlace, Measure, Reading, Readings, TwoWay};
use crate::export::compare::unit;
use crate::export::format::{number, one_decimal, pounds_short, value};
use crate::export::grid::{Grid, GridRow};
use crate::model::{Model, Payback, Pounds};

/// From here on an amount in a cell is in millions.
const MILLION: f64 = 1e6;

/// A grid of two assumptions in words.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoWayWords {
    /// What is shown, for a heading: `Net over five years on savings and avoidance by
    /// benefits delivered and all benefits late`.
    pub title: String,
    /// What is in the cells, inside a sentence: `net over five years on savings alone`.
    pub figure: String,
    /// The assumption that changes from column to column.
    pub across: AxisWords,
    /// The assumption that changes from row to row.
    pub down: AxisWords,
    /// The cells row by row, short enough to stand in a square: `£17.6m`, `2019/20`, `not
    /// within`.
    pub cells: Vec<Vec<String>>,
    /// What the picture shows, for who cannot see it.
    pub summary: String,
    /// The same as a table, to the pound.
    pub grid: Grid,
}

/// One of the two assumptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisWords {
    /// What is varied and by how much: `Service costs reduced: 5% to 12%`.
    pub label: String,
    /// Its values.
    pub values: Vec<String>,
    /// The published value: `10%`, or `0%, outside 3% to 12%`.
    pub published: String,
    /// The value now, in the same way.
    pub now: String,
}

/// Two assumptions at once in words, labelled by one of the figures.
pub fn two_way_words(model: &Model, two: &TwoWay, measure: Measure) -> TwoWayWords {
    let table = model.assumptions();
    let [across, down] = [&two.across, &two.down].map(|axis| axis_words(model, axis));
    let (column, row) = (&table[two.across.assumption], &table[two.down.assumption]);
    let figure = aim_words(
        model,
        Aim {
            measure,
            scope: two.scope,
        },
    );
    let short = |readings: &Readings| match readings.get(measure) {
        Reading::Amount(amount) => brief(amount),
        Reading::Payback(Payback::NotWithin { .. }) => "not within".to_owned(),
        within @ Reading::Payback(_) => reading_short(model, within),
    };
    let rows = two.rows().map(|(at, cells)| {
        let named = value_cell(row, at);
        GridRow {
            label: named.text,
            cells: cells
                .iter()
                .map(|readings| reading_cell(model, readings.get(measure)))
                .collect(),
            unit: if measure == Measure::Payback {
                String::new()
            } else {
                "£".to_owned()
            },
            ..GridRow::default()
        }
    });
    TwoWayWords {
        title: format!(
            "{} by {} and {}",
            capital(&figure),
            named(&column.label),
            named(&row.label)
        ),
        cells: two
            .rows()
            .map(|(_, cells)| cells.iter().map(short).collect())
            .collect(),
        summary: summary(model, two, measure, &figure, [&across, &down]),
        grid: Grid {
            caption: format!(
                "{} by {} (across, {}) and {} (down, {})",
                capital(&figure),
                inside(&column.label),
                unit(column),
                inside(&row.label),
                unit(row)
            ),
            heading: row.label.clone(),
            columns: across.values.clone(),
            rows: rows.collect(),
        },
        across,
        down,
        figure,
    }
}

fn axis_words(model: &Model, axis: &Axis) -> AxisWords {
    let known = &model.assumptions()[axis.assumption];
    let ends = axis.values.first().zip(axis.values.last());
    let range = ends.map_or_else(String::new, |(low, high)| between(known, *low, *high));
    let place = |place: &AxisPlace| {
        let at = value(known, place.value);
        if place.outside {
            format!("{at}, outside {range}")
        } else {
            at
        }
    };
    AxisWords {
        label: format!("{}: {range}", known.label),
        values: axis.values.iter().map(|at| value(known, *at)).collect(),
        published: place(&axis.published),
        now: place(&axis.now),
    }
}

/// An amount that fits a square: `£17.6m`, `−£288k`.
fn brief(amount: f64) -> String {
    let amount = Pounds::round(amount);
    let millions = one_decimal(amount.as_f64() / MILLION);
    if amount.as_f64().abs() < MILLION {
        return pounds_short(amount);
    }
    match millions.strip_prefix('\u{2212}') {
        Some(size) => format!("\u{2212}£{size}m"),
        None => format!("£{millions}m"),
    }
}

fn summary(
    model: &Model,
    two: &TwoWay,
    measure: Measure,
    figure: &str,
    [across, down]: [&AxisWords; 2],
) -> String {
    let mut text = format!(
        "{} with {} and {}, {} pairs: ",
        capital(figure),
        inside(&across.label),
        inside(&down.label),
        count(two.cells.len())
    );
    text.push_str(&match measure {
        Measure::Payback => by_year(model, two),
        Measure::Net | Measure::NetPresentValue => amounts(model, two, measure),
    });
    text.push_str(&format!(
        ". Now at {} and {}; published at {} and {}.",
        across.now, down.now, across.published, down.published
    ));
    text
}

/// `from −£1.20m (3%, 12 months) to £18.90m (12%, 0 months); 1,600 at or above nought`.
fn amounts(model: &Model, two: &TwoWay, measure: Measure) -> String {
    let figure = |readings: &Readings| match readings.get(measure) {
        Reading::Amount(amount) => amount,
        Reading::Payback(_) => 0.0,
    };
    let cells = || two.cells.iter().map(figure).enumerate();
    let least = cells().min_by(|one, other| one.1.total_cmp(&other.1));
    let most = cells().max_by(|one, other| one.1.total_cmp(&other.1));
    let table = model.assumptions();
    let words = |found: Option<(usize, f64)>| {
        let Some((place, amount)) = found else {
            return String::new();
        };
        let width = two.across.values.len();
        let axis = |axis: &Axis, at: usize| value(&table[axis.assumption], axis.values[at]);
        format!(
            "{} ({}, {})",
            pounds_short(Pounds::round(amount)),
            axis(&two.across, place % width),
            axis(&two.down, place / width)
        )
    };
    let held = cells().filter(|(_, amount)| *amount >= 0.0).count();
    format!(
        "from {} to {}; {} at or above nought",
        words(least),
        words(most),
        count(held)
    )
}

/// `2019/20 in 812, 2020/21 in 500, not within 5 years in 369`.
fn by_year(model: &Model, two: &TwoWay) -> String {
    let years = model.case().years;
    let all = |wanted: Option<usize>| {
        let paybacks = two.cells.iter().map(|cell| cell.payback.year());
        paybacks.filter(|year| *year == wanted).count()
    };
    let named = (0..years.count).map(|year| (years.label(year), all(Some(year))));
    let never = (format!("not within {} years", years.count), all(None));
    let parts: Vec<String> = named
        .chain([never])
        .filter(|(_, found)| *found > 0)
        .map(|(label, found)| format!("{label} in {}", count(found)))
        .collect();
    parts.join(", ")
}

fn count(of: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "at most 41 times 41")]
    let of = of as f64;
    number(of)
}
