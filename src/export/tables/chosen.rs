//! The tables of the results, of the assumptions and of a comparison.

use super::{Column, TableFile, number, pounds, words};
use crate::analysis::pressures;
use crate::case::BenefitKind;
use crate::export::compare::unit;
use crate::export::table::{RowKind, Table};
use crate::export::{Field, Shown, compared_names, yearly_net, yearly_totals};
use crate::model::{Outcome, Pounds, Series};

/// Said of every table of pounds by year.
const YEAR: &str = "Financial year, April to March";
/// Said of amounts.
const EFFECT: &str = "effect of the year against the base budget";

fn year() -> Column {
    Column::words("Year").help(YEAR)
}

/// Every line by year. Investment is below nought, so that all rows of a year add up to
/// its net.
pub fn ledger(of: &Shown<'_>) -> TableFile {
    let case = of.model.case();
    let workstream = |id: &str| {
        let known = case.workstreams.iter().find(|known| known.id == id);
        known.map_or("", |known| known.label.as_str()).to_owned()
    };
    let spent = |series: &Series| Series::from_fn(series.len(), |year| -series[year]);
    let mut rows = Vec::new();
    let mut add = |told: [&str; 5], [now, then]: [Series; 2]| {
        for (year, label) in case.years.labels().iter().enumerate() {
            let mut row: Vec<Field> = told.iter().map(|text| words(text)).collect();
            row.extend([words(label), pounds(now[year]), pounds(then[year])]);
            rows.push(row);
        }
    };
    for (place, line) in case.investment.iter().enumerate() {
        let told = [
            &workstream(&line.workstream),
            &line.label,
            &line.id,
            "Investment",
            &line.source,
        ];
        let both = [of.outcome, of.published].map(|of| spent(&of.investment_lines[place]));
        add(told, both);
    }
    for (place, line) in case.benefits.iter().enumerate() {
        let kind = match line.kind {
            BenefitKind::Saving => "Saving",
            BenefitKind::Avoidance => "Avoidance",
        };
        let told = [
            &workstream(&line.workstream),
            &line.label,
            &line.id,
            kind,
            &line.source,
        ];
        add(
            told,
            [of.outcome, of.published].map(|of| of.benefit_lines[place]),
        );
    }
    TableFile {
        name: "ledger",
        title: "Ledger: every line by year".to_owned(),
        help: "One row for each line and year. Investment is below nought, as money out, so that \
               all rows of a year add up to its net. A saving lowers a budget; avoidance is growth \
               that does not happen."
            .to_owned(),
        columns: vec![
            Column::words("Workstream"),
            Column::words("Line"),
            Column::words("Line id").help("Stays the same from version to version"),
            Column::words("Kind").help("Investment, Saving or Avoidance"),
            Column::words("Source").help("Section of the paper"),
            year(),
            Column::pounds("Scenario").help(format!("This scenario: {EFFECT}")),
            Column::pounds("Published").help(format!("The published case: {EFFECT}")),
        ],
        rows,
    }
}

/// Every assumption. Pasted or opened in the app, its ids and the scenario's values become
/// the scenario again.
pub fn assumptions(of: &Shown<'_>) -> TableFile {
    let table = of.model.assumptions();
    let rows = table.iter().map(|(index, known)| {
        let (low, high) = of.scenario.range(table, index);
        vec![
            words(&known.id),
            words(&known.label),
            number(known.published),
            number(of.scenario.value(table, index)),
            words(&unit(known)),
            number(low),
            number(high),
            words(&known.source),
            words(known.status.meaning()),
            words(&of.model.case().notes(index.place(), &known.id).derivation),
        ]
    });
    TableFile {
        name: "assumptions",
        title: "Assumptions".to_owned(),
        help: "Every assumption with its published value and that of this scenario. Change the \
               column Scenario and open or paste the file in the app, and its values are the \
               scenario again; ranges are kept by the scenario file."
            .to_owned(),
        columns: vec![
            Column::words("Id").help("Stays the same from version to version, and stands in links"),
            Column::words("Assumption"),
            Column::number("Published", "").help("In the unit of its row"),
            Column::number("Scenario", "").help("In the unit of its row"),
            Column::words("Unit"),
            Column::number("Low", "").help("Low end of the range it is tested over"),
            Column::number("High", "").help("High end of the range it is tested over"),
            Column::words("Source").help("Section of the paper, or the guidance"),
            Column::words("Status").help("How far the published value is the paper’s own"),
            Column::words("How derived"),
        ],
        rows: rows.collect(),
    }
}

/// What each payer gains, savings and avoidance apart.
pub fn payers(of: &Shown<'_>) -> TableFile {
    let case = of.model.case();
    type Gained = fn(&Outcome, usize) -> &Series;
    let kinds: [(&str, Gained); 2] = [
        ("Saving", |of, payer| &of.savings_by_payer[payer]),
        ("Avoidance", |of, payer| &of.avoidance_by_payer[payer]),
    ];
    let mut rows = Vec::new();
    for (place, payer) in case.payers.iter().enumerate() {
        for (kind, gained) in kinds {
            let [now, then] = [of.outcome, of.published].map(|of| gained(of, place));
            rows.extend(case.years.labels().iter().enumerate().map(|(year, label)| {
                vec![
                    words(&payer.label),
                    words(kind),
                    words(label),
                    pounds(now[year]),
                    pounds(then[year]),
                ]
            }));
        }
    }
    TableFile {
        name: "who-gains",
        title: "Who gains, by year".to_owned(),
        help: "What each payer gains. The rows of a year add up to its savings and avoidance."
            .to_owned(),
        columns: vec![
            Column::words("Payer"),
            Column::words("Kind").help("Saving or Avoidance"),
            year(),
            Column::pounds("Scenario").help(format!("This scenario: {EFFECT}")),
            Column::pounds("Published").help(format!("The published case: {EFFECT}")),
        ],
        rows,
    }
}

/// The figures of the chart of investment, savings and avoidance.
pub fn yearly(of: &Shown<'_>) -> TableFile {
    by_year(
        "investment-and-benefits",
        "Investment, savings and avoidance by year",
        "The figures of the chart. Investment is a positive amount here, as in the chart.",
        &yearly_totals(of.model, of.outcome, of.published),
    )
}

/// The figures of the chart of cumulative net.
pub fn cumulative(of: &Shown<'_>) -> TableFile {
    by_year(
        "cumulative-net",
        "Net and cumulative net by year",
        "The figures of the chart. Net is savings and avoidance less investment.",
        &yearly_net(of.model, of.outcome, of.published),
    )
}

/// A row for each year, and the published figure beside each of the scenario's.
fn by_year(name: &'static str, title: &str, help: &str, table: &Table) -> TableFile {
    let all = || table.sections.iter().flat_map(|section| &section.rows);
    let mut columns = vec![year()];
    for row in all() {
        let sum = if row.kind == RowKind::Total {
            "Savings and avoidance together"
        } else {
            ""
        };
        columns.push(Column::pounds(row.label.clone()).help(sum));
        columns.push(Column::pounds(format!("{}, published", row.label)).help(sum));
    }
    let years = all().next().map_or(0, |row| row.years.len());
    let rows = table.columns.iter().take(years).enumerate();
    let rows = rows.map(|(year, label)| {
        let amounts = all().flat_map(|row| [row.years[year], row.published[year]]);
        let amounts = amounts.map(pounds);
        std::iter::once(words(label)).chain(amounts).collect()
    });
    TableFile {
        name,
        title: title.to_owned(),
        help: help.to_owned(),
        columns,
        rows: rows.collect(),
    }
}

/// The figures of the chart of pressures; none where the case has no pressures. A year that
/// the paper does not give is empty.
pub fn pressed(of: &Shown<'_>) -> Option<TableFile> {
    let pressed = pressures(of.model, of.outcome);
    let labels = of.model.case().years.labels();
    let rows = labels.iter().zip(&pressed.years).map(|(label, year)| {
        let amounts = year.map_or([None; 3], |year| {
            [year.pressure, year.savings, year.avoidance].map(Some)
        });
        let amounts = amounts.map(|amount| amount.map_or_else(|| words(""), pounds));
        std::iter::once(words(label)).chain(amounts).collect()
    });
    let rows = rows.collect();
    (!pressed.groups.is_empty()).then(|| TableFile {
        name: "pressures",
        title: "Pressure in the plan and what offsets it, by year".to_owned(),
        help: "The figures of the chart. A year for which the paper gives no figure is empty."
            .to_owned(),
        columns: vec![
            year(),
            Column::pounds("Pressure"),
            Column::pounds("Offset by savings"),
            Column::pounds("Offset by avoidance"),
        ],
        rows,
    })
}

/// The scenarios of a comparison by year, after the published case; none where there is no
/// comparison.
pub fn comparison(of: &Shown<'_>) -> Option<TableFile> {
    let (_, compared, names) = of.comparison()?;
    let names = compared_names(&compared, &names);
    let outcomes = std::iter::once(&compared.published).chain(&compared.outcomes);
    let labels = of.model.case().years.labels();
    let mut rows = Vec::new();
    for (name, outcome) in names.iter().zip(outcomes) {
        rows.extend(labels.iter().enumerate().map(|(year, label)| {
            let amounts: [Pounds; 5] = [
                outcome.investment[year],
                outcome.savings[year],
                outcome.avoidance[year],
                outcome.net[year],
                outcome.cumulative_net[year],
            ];
            let told = [words(name), words(label)];
            told.into_iter().chain(amounts.map(pounds)).collect()
        }));
    }
    Some(TableFile {
        name: "comparison",
        title: "Scenarios compared, by year".to_owned(),
        help: "The published case, then each scenario that was picked on the screen Compare."
            .to_owned(),
        columns: vec![
            Column::words("Scenario"),
            year(),
            Column::pounds("Investment"),
            Column::pounds("Savings"),
            Column::pounds("Avoidance"),
            Column::pounds("Net").help("Savings and avoidance less investment"),
            Column::pounds("Cumulative net"),
        ],
        rows,
    })
}
