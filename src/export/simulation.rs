//! A simulation in words: a sentence, the tables behind its pictures, and how it was made.

use super::compare::unit;
use super::format::{horizon, number, one_decimal, pounds_short, two_decimals, value};
use super::grid::{Cell, Grid, GridRow, plain};
use super::scope::scope_name;
use super::table::RowKind;
use crate::analysis::{Around, Drawn, FanYear, Scope, ScopeSummary, Shape, Spread, Summary, drawn};
use crate::model::{Model, Pounds, Scenario};

/// What a simulation comes to, in a few sentences: net and how it spreads, and payback on
/// all benefits and on savings alone.
pub fn simulation_sentence(model: &Model, summary: &Summary) -> String {
    let case = model.case();
    let over = horizon(case.years.count);
    let last = case.years.label(case.years.count.saturating_sub(1));
    let mut text = format!("In {} draws", number(f64::from(summary.draws)));
    if summary.draws < summary.plan.draws {
        let planned = number(f64::from(summary.plan.draws));
        text.push_str(&format!(" of {planned}, after which it was stopped"));
    }
    if let Some(benefits) = summary.scope(Scope::Benefits) {
        let [low, middle, high] = [benefits.net.p10, benefits.net.p50, benefits.net.p90]
            .map(|amount| pounds_short(Pounds::round(amount)));
        if low == high {
            text.push_str(&format!(
                ", net over {over} is {middle} in at least eight of ten. "
            ));
        } else {
            text.push_str(&format!(
                ", net over {over} is {middle} in the middle, and from {low} to {high} in eight \
                 of ten. "
            ));
        }
        let share = share_words(benefits.at_or_above_nought());
        text.push_str(&format!(
            "Savings and avoidance repay the investment by the end of {last} in {share} of draws"
        ));
    }
    if let Some(savings) = summary.scope(Scope::Savings) {
        let share = share_words(savings.at_or_above_nought());
        text.push_str(&format!("; savings alone do in {share}"));
    }
    text.push('.');
    text
}

/// Percentiles and means of net and of net present value, for all benefits, for savings
/// alone and for each payer, and of savings and avoidance.
pub fn simulation_percentiles(model: &Model, summary: &Summary) -> Grid {
    let over = horizon(model.case().years.count);
    let mut rows = Vec::new();
    type Figure = fn(&ScopeSummary) -> Spread;
    let figures: [(String, Figure); 2] = [
        (format!("Net over {over}"), |scope| scope.net),
        ("Net present value".to_owned(), |scope| {
            scope.net_present_value
        }),
    ];
    for (part, figure) in figures {
        rows.extend(summary.scopes.iter().map(|scope| GridRow {
            part: part.clone(),
            ..spread_row(scope_name(model, scope.scope), RowKind::Net, figure(scope))
        }));
    }
    // Apart, and with no row of both: the two percentiles of a sum are in the rows above.
    for (label, kind, spread) in [
        ("Savings", RowKind::Saving, summary.savings),
        ("Cost avoidance", RowKind::Avoidance, summary.avoidance),
    ] {
        rows.push(GridRow {
            part: format!("Benefits over {over}"),
            ..spread_row(label.to_owned(), kind, spread)
        });
    }
    Grid {
        caption:
            "How the draws spread. A tenth of them are at or below P10, half at or below P50, \
                  nine tenths at or below P90."
                .to_owned(),
        heading: "Figure".to_owned(),
        columns: ["P10", "P50", "P90", "Mean"].map(str::to_owned).into(),
        rows,
    }
}

/// In what share of the draws the investment has come back by the end of each year, to
/// stay: for all benefits, for savings alone, and for each payer.
pub fn simulation_payback(model: &Model, summary: &Summary) -> Grid {
    let row = |scope: &ScopeSummary| {
        let ring_fenced = match scope.scope {
            Scope::Payer(payer) => model
                .case()
                .payers
                .get(payer)
                .is_some_and(|p| p.ring_fenced),
            Scope::Benefits | Scope::Savings => false,
        };
        GridRow {
            label: scope_name(model, scope.scope),
            // A share of draws must not read as a promise that the money can be used so.
            note: if ring_fenced {
                "Ring-fenced: what it gains cannot repay the council".to_owned()
            } else {
                String::new()
            },
            unit: "% of draws".to_owned(),
            cells: scope
                .repaid_by
                .iter()
                .map(|share| share_cell(*share))
                .collect(),
            ..GridRow::default()
        }
    };
    Grid {
        caption: "Share of draws in which the benefits have covered the whole investment by the \
                  end of each year"
            .to_owned(),
        heading: "Benefits".to_owned(),
        columns: model.case().years.labels(),
        rows: summary.scopes.iter().map(row).collect(),
    }
}

/// How each drawn assumption goes together with net, the closest first, and from what it
/// was drawn. The scenario is the one that was simulated.
pub fn simulation_correlations(model: &Model, scenario: &Scenario, summary: &Summary) -> Grid {
    let all = drawn(model, scenario, summary.plan.around);
    let rows = summary.correlations.iter().map(|one| {
        let known = &model.assumptions()[one.assumption];
        let text = two_decimals(one.rank);
        let mut cells = vec![Cell {
            plain: Some(plain(&text)),
            ..Cell::words(text)
        }];
        let of = all.iter().find(|drawn| drawn.assumption == one.assumption);
        cells.extend(of.map_or_else(
            || [(); 3].map(|()| Cell::default()),
            |of| [of.low, of.likely, of.high].map(|amount| Cell::words(value(known, amount))),
        ));
        GridRow {
            label: known.label.clone(),
            note: unit(known),
            cells,
            ..GridRow::default()
        }
    });
    Grid {
        caption: "Rank correlation of each drawn assumption with net, from −1 to 1. Above nought, \
                  more of it goes with more net."
            .to_owned(),
        heading: "Assumption".to_owned(),
        columns: ["Correlation", "Low", "Most likely", "High"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}

/// Cumulative net by year at five percentiles: the table behind the fan.
pub fn simulation_fan(model: &Model, summary: &Summary) -> Grid {
    type Figure = fn(&FanYear) -> f64;
    let figures: [(&str, Figure); 5] = [
        ("P90", |year| year.p90),
        ("P75", |year| year.p75),
        ("P50", |year| year.p50),
        ("P25", |year| year.p25),
        ("P10", |year| year.p10),
    ];
    let rows = figures.map(|(label, figure)| {
        let years = summary.fan.iter().map(figure);
        let cells = years.map(|amount| Cell::pounds(Pounds::round(amount)));
        GridRow::pounds(label, RowKind::Net, cells.collect())
    });
    Grid {
        caption: "Cumulative net of savings and avoidance over the draws, by year. Each year's \
                  percentiles are its own: no single draw need follow a row."
            .to_owned(),
        heading: "Percentile".to_owned(),
        columns: model.case().years.labels(),
        rows: rows.into(),
    }
}

/// How a simulation was made and what it takes for granted, a sentence or two in each
/// part, to stand beside its figures. The scenario is the one that was simulated.
pub fn simulation_method(model: &Model, scenario: &Scenario, summary: &Summary) -> Vec<String> {
    let table = model.assumptions();
    let all = drawn(model, scenario, summary.plan.around);
    let whose = match summary.plan.around {
        Around::Current => "the scenario’s",
        Around::Published => "the published",
    };
    let shape = match summary.plan.shape {
        Shape::Pert => "a PERT distribution",
        Shape::Triangular => "a triangular distribution",
    };
    let mut parts = vec![
        format!(
            "{} draws from seed {}; the same link gives the same figures on any machine.",
            number(f64::from(summary.draws)),
            summary.plan.seed,
        ),
        match all.len() {
            0 => "No assumption has a low below its high, so every draw is the scenario itself."
                .to_owned(),
            1 => format!(
                "One assumption is drawn between its low and its high, from {shape} around \
                 {whose} value."
            ),
            count => format!(
                "{count} assumptions are drawn between their low and their high, each from \
                 {shape} around {whose} value."
            ),
        },
        "Assumptions are drawn independently of each other, and one that several lines share is \
         drawn once for all of them. Where they would go wrong together, the spread is wider \
         than shown."
            .to_owned(),
        "Each draw is added up by itself before any percentile is taken, so percentiles of \
         savings and of avoidance do not add up to those of net."
            .to_owned(),
    ];
    parts.extend(all.iter().filter_map(|one| outside(model, one, whose)));
    for (index, known) in table.iter() {
        let (low, high) = scenario.range(table, index);
        let now = scenario.value(table, index);
        if low == high && now != low {
            parts.push(format!(
                "{}: low and high are both {}, so it is not drawn and stays at the scenario’s {}.",
                known.label,
                value(known, low),
                value(known, now)
            ));
        }
    }
    parts
}

/// What is said of an assumption whose most likely value is not the one it was to be.
fn outside(model: &Model, one: &Drawn, whose: &str) -> Option<String> {
    let known = &model.assumptions()[one.assumption];
    (one.wanted != one.likely).then(|| {
        format!(
            "{}: {whose} value, {}, lies outside {} to {}, so {} is taken as the most likely.",
            known.label,
            value(known, one.wanted),
            value(known, one.low),
            value(known, one.high),
            value(known, one.likely),
        )
    })
}

fn spread_row(label: String, kind: RowKind, spread: Spread) -> GridRow {
    let amounts = [spread.p10, spread.p50, spread.p90, spread.mean];
    let cells = amounts.map(|amount| Cell::pounds(Pounds::round(amount)));
    GridRow::pounds(label, kind, cells.into())
}

/// A share from nought to one in per cent: `88.9%`. Only all is 100% and only none is 0%.
pub(super) fn share_words(share: f64) -> String {
    match one_decimal(share * 100.0).as_str() {
        "0.0" if share > 0.0 => "under 0.1%".to_owned(),
        "100.0" if share < 1.0 => "over 99.9%".to_owned(),
        "0.0" => "0%".to_owned(),
        "100.0" => "100%".to_owned(),
        text => format!("{text}%"),
    }
}

fn share_cell(share: f64) -> Cell {
    let thousandths = Pounds::round(share * 100_000.0).as_f64();
    Cell {
        plain: Some(plain(&number(thousandths / 1_000.0))),
        ..Cell::words(share_words(share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_everything_and_only_none_is_nothing() {
        let words = [0.0, 0.000_1, 0.001, 0.888_5, 0.999_4, 0.999_96, 1.0].map(share_words);
        assert_eq!(
            words,
            [
                "0%",
                "under 0.1%",
                "0.1%",
                "88.9%",
                "99.9%",
                "over 99.9%",
                "100%"
            ]
        );
        assert_eq!(share_cell(0.999_96).plain.as_deref(), Some("99.996"));
    }
}
