//! The tables of a simulation: percentiles, the fan, the chance of payback and the
//! correlations, none of them rounded.

use super::{Column, TableFile, number, pounds, words};
use crate::analysis::{Spread, Summary, drawn};
use crate::export::compare::unit;
use crate::export::{Shown, horizon, scope_name, simulation_method};
use crate::model::MODEL_VERSION;

/// Every table of a simulation of what is shown.
pub fn simulation(of: &Shown<'_>, summary: &Summary) -> [TableFile; 4] {
    let method = simulation_method(of.model, of.scenario, summary);
    let how = format!("{} Model version {MODEL_VERSION}.", method.join(" "));
    [
        percentiles(of, summary, &how),
        fan(of, summary, &how),
        payback(of, summary, &how),
        correlations(of, summary, &how),
    ]
}

fn percentile(title: &str) -> Column {
    Column::number(title, "£").help("Of the draws at or below it, by nearest rank; not rounded")
}

fn percentiles(of: &Shown<'_>, summary: &Summary, how: &str) -> TableFile {
    let over = horizon(of.model.case().years.count);
    let mut rows = Vec::new();
    let mut add = |figure: String, scope: String, spread: Spread| {
        let amounts = [spread.p10, spread.p50, spread.p90, spread.mean].map(number);
        let told = [words(&figure), words(&scope)];
        rows.push(told.into_iter().chain(amounts).collect());
    };
    for one in &summary.scopes {
        let scope = scope_name(of.model, one.scope);
        add(format!("Net over {over}"), scope.clone(), one.net);
        add("Net present value".to_owned(), scope, one.net_present_value);
    }
    add(
        format!("Savings over {over}"),
        String::new(),
        summary.savings,
    );
    add(
        format!("Avoidance over {over}"),
        String::new(),
        summary.avoidance,
    );
    TableFile {
        name: "simulation-percentiles",
        title: "Simulation: how the draws spread".to_owned(),
        help: how.to_owned(),
        columns: vec![
            Column::words("Figure"),
            Column::words("Benefits counted").help("Held against the whole investment"),
            percentile("P10"),
            percentile("P50"),
            percentile("P90"),
            Column::number("Mean", "£").help("Of all draws; not rounded"),
        ],
        rows,
    }
}

fn fan(of: &Shown<'_>, summary: &Summary, how: &str) -> TableFile {
    let labels = of.model.case().years.labels();
    let years = labels.iter().zip(&summary.fan).enumerate();
    let rows = years.map(|(year, (label, fan))| {
        let amounts = [fan.p10, fan.p25, fan.p50, fan.p75, fan.p90].map(number);
        let ends = [
            pounds(of.outcome.cumulative_net[year]),
            pounds(of.published.cumulative_net[year]),
        ];
        std::iter::once(words(label))
            .chain(amounts)
            .chain(ends)
            .collect()
    });
    TableFile {
        name: "simulation-cumulative-net",
        title: "Simulation: cumulative net by year".to_owned(),
        help: format!(
            "Each year’s percentiles are its own: no single draw need follow them. {how}"
        ),
        columns: vec![
            Column::words("Year").help("At the end of the financial year"),
            percentile("P10"),
            percentile("P25"),
            percentile("P50"),
            percentile("P75"),
            percentile("P90"),
            Column::pounds("Scenario").help("With every assumption at the scenario’s value"),
            Column::pounds("Published").help("The published case"),
        ],
        rows: rows.collect(),
    }
}

fn payback(of: &Shown<'_>, summary: &Summary, how: &str) -> TableFile {
    let labels = of.model.case().years.labels();
    let rows = summary.scopes.iter().flat_map(|scope| {
        let name = scope_name(of.model, scope.scope);
        labels
            .iter()
            .zip(&scope.repaid_by)
            .map(move |(label, share)| vec![words(&name), words(label), number(*share)])
            .collect::<Vec<_>>()
    });
    TableFile {
        name: "simulation-payback",
        title: "Simulation: how likely payback is, by year".to_owned(),
        help: how.to_owned(),
        columns: vec![
            Column::words("Benefits counted").help("Held against the whole investment"),
            Column::words("Year").help("At the end of the financial year"),
            Column::number("Share of draws", "").help(
                "From 0 to 1: the draws in which the investment has come back by then, to stay",
            ),
        ],
        rows: rows.collect(),
    }
}

fn correlations(of: &Shown<'_>, summary: &Summary, how: &str) -> TableFile {
    let table = of.model.assumptions();
    let all = drawn(of.model, of.scenario, summary.plan.around);
    let rows = summary.correlations.iter().map(|one| {
        let known = &table[one.assumption];
        let from = all.iter().find(|drawn| drawn.assumption == one.assumption);
        let ends = from.map_or([None; 3], |from| {
            [from.low, from.likely, from.high].map(Some)
        });
        let ends = ends.map(|end| end.map_or_else(|| words(""), number));
        let told = [words(&known.id), words(&known.label), words(&unit(known))];
        told.into_iter()
            .chain([number(one.rank)])
            .chain(ends)
            .collect()
    });
    TableFile {
        name: "simulation-correlations",
        title: "Simulation: what goes closest with net".to_owned(),
        help: how.to_owned(),
        columns: vec![
            Column::words("Id"),
            Column::words("Assumption"),
            Column::words("Unit"),
            Column::number("Rank correlation", "").help(
                "With net over all years, from -1 to 1: above 0 where more of it goes with more net",
            ),
            Column::number("Low", "").help("In the unit of its row"),
            Column::number("Most likely", "").help("In the unit of its row"),
            Column::number("High", "").help("In the unit of its row"),
        ],
        rows: rows.collect(),
    }
}
