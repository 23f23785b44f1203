//! The pictures of a sensitivity, of two assumptions at once and of a simulation, from
//! what was found and the words about it.

use super::{
    Chance, FanOf, HeatAxis, HeatOf, HeatValues, Rank, TornadoEnd, TornadoOf, TornadoRow, Unit,
    count,
};
use crate::analysis::{Axis, FanYear, Measure, Readings, Summary, TwoWay};
use crate::export::{AxisWords, Grid, SensitivityWords, SwingWords, TwoWayWords, pounds_short};
use crate::model::{Model, Outcome, Payback, Pounds};

/// How far behind the last year a payback stands that is not within the years.
const AFTER: f64 = 0.5;

/// The first `rows` assumptions of a sensitivity, of one of its figures.
///
/// A payback that is not within the years stands half a year behind the last one. Where
/// there is no other, what is missing at the end of the last year is drawn instead, in
/// pounds below nought.
pub fn tornado_of(
    model: &Model,
    words: &SensitivityWords,
    rows: usize,
    measure: Measure,
) -> TornadoOf {
    let rows = &words.rows[..rows.min(words.rows.len())];
    let three = |row: &SwingWords| [row.of.at_low, row.of.now, row.of.at_high];
    let within = |readings: &Readings| matches!(readings.payback, Payback::Within { .. });
    let short = measure == Measure::Payback && !rows.iter().flat_map(three).any(|at| within(&at));
    let end = |readings: Readings, text: &str| match (measure, readings.payback) {
        (Measure::Net, _) => end(readings.net.as_f64(), text),
        (Measure::NetPresentValue, _) => end(readings.net_present_value, text),
        (_, Payback::NotWithin { shortfall }) if short => end(
            -shortfall.as_f64(),
            &format!("{} short", pounds_short(shortfall)),
        ),
        (_, Payback::Within { point, .. }) => end(point, text),
        (_, Payback::NotWithin { .. }) => end(count(model.case().years.count) + AFTER, text),
    };
    let mut now = rows.first().map_or_else(TornadoEnd::default, |row| {
        end(row.of.now, words.now.as_str())
    });
    now.text.insert_str(0, "now ");
    TornadoOf {
        now,
        unit: if measure == Measure::Payback && !short {
            Unit::Years
        } else {
            Unit::Money
        },
        rows: rows
            .iter()
            .map(|row| TornadoRow {
                name: row.name.clone(),
                varied: row.varied.clone(),
                low: end(row.of.at_low, &row.at_low),
                high: end(row.of.at_high, &row.at_high),
            })
            .collect(),
    }
}

fn end(at: f64, text: &str) -> TornadoEnd {
    TornadoEnd {
        at,
        text: text.to_owned(),
    }
}

/// Two assumptions at once, in the shades of one of the figures. What goes down in the
/// table rises in the picture.
pub fn heat_of(model: &Model, two: &TwoWay, words: &TwoWayWords, measure: Measure) -> HeatOf {
    let axis = |axis: &Axis, words: &AxisWords| HeatAxis {
        name: model.assumptions()[axis.assumption].label.clone(),
        values: axis.values.clone(),
        texts: words.values.clone(),
    };
    let years = model.case().years;
    let amounts =
        |of: fn(&Readings) -> f64| HeatValues::Amounts(two.cells.iter().map(of).collect());
    HeatOf {
        across: axis(&two.across, &words.across),
        up: axis(&two.down, &words.down),
        figure: words.figure.clone(),
        values: match measure {
            Measure::Net => amounts(|cell| cell.net.as_f64()),
            Measure::NetPresentValue => {
                amounts(|cell| Pounds::round(cell.net_present_value).as_f64())
            }
            Measure::Payback => HeatValues::Ordered {
                names: years
                    .labels()
                    .into_iter()
                    .chain([format!("not within {} years", years.count)])
                    .collect(),
                last_fails: true,
                cells: two
                    .cells
                    .iter()
                    .map(|cell| cell.payback.year().unwrap_or(years.count))
                    .collect(),
            },
        },
        texts: words.cells.concat(),
        published: Some((two.across.published.value, two.down.published.value)),
        current: Some((two.across.now.value, two.down.now.value)),
    }
}

/// Cumulative net over the draws of a simulation, beside the published case.
pub fn fan_of(summary: &Summary, published: &Outcome) -> FanOf {
    let line = |of: fn(&FanYear) -> f64| summary.fan.iter().map(of).collect();
    let published = published.cumulative_net.iter();
    FanOf {
        p10: line(|year| year.p10),
        p25: line(|year| year.p25),
        p50: line(|year| year.p50),
        p75: line(|year| year.p75),
        p90: line(|year| year.p90),
        published: Some(published.map(|amount| amount.as_f64()).collect()),
    }
}

/// How likely payback is by the end of each year, under the names of the table's rows.
pub fn chances_of(summary: &Summary, payback: &Grid) -> Vec<Chance> {
    let scopes = summary.scopes.iter().zip(&payback.rows);
    scopes
        .map(|(scope, row)| Chance {
            name: row.label.clone(),
            by_year: scope.repaid_by.clone(),
        })
        .collect()
}

/// The first `most` assumptions that go closest with net, with what they were drawn from,
/// in the words of the table's rows.
pub fn ranks_of(summary: &Summary, correlations: &Grid, most: usize) -> Vec<Rank> {
    let rows = summary.correlations.iter().zip(&correlations.rows);
    rows.take(most)
        .map(|(one, row)| {
            let text = |place: usize| row.cells.get(place).map_or("", |cell| cell.text.as_str());
            Rank {
                name: row.label.clone(),
                detail: format!("{} to {}", text(1), text(3)),
                value: one.rank,
                text: text(0).to_owned(),
            }
        })
        .collect()
}
