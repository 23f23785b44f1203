//! Tables as files, read back by a reader of their own, and what stands beside them.

use std::collections::BTreeSet;

use send_modeller::export::{About, file_name, file_stem, tables};
use send_modeller::model::{MODEL_VERSION, Scenario};
use serde_json::Value;

use super::sums::Back;
use super::{Opening, opening};
use crate::{model, scenario};

const ALL: &str = "benefit-delay=6&in-county-journeys=7.5&stress=size_5,run,draws_1000\
     &compare-1=title%3DLate%26benefit-delay%3D12&compare-2=benefit-delivery%3D0";

fn table(opening: &Opening, name: &str) -> Back {
    let all = tables(&opening.shown());
    Back::of(all.iter().find(|table| table.name == name).unwrap())
}

#[test]
fn there_is_a_table_of_everything_that_is_shown() {
    let names = |link: &str| -> Vec<&str> {
        let link = opening(link);
        tables(&link.shown())
            .iter()
            .map(|table| table.name)
            .collect()
    };
    let always = [
        "ledger",
        "assumptions",
        "who-gains",
        "investment-and-benefits",
        "cumulative-net",
        "pressures",
        "tornado",
        "two-at-once",
    ];
    assert_eq!(names(""), always);
    let more = [
        "comparison",
        "simulation-percentiles",
        "simulation-cumulative-net",
        "simulation-payback",
        "simulation-correlations",
    ];
    assert_eq!(names(ALL), [&always[..], &more[..]].concat());
}

/// The metadata of every table says of every column what stands there, and it does.
#[test]
fn what_stands_beside_a_table_is_true_of_it() {
    let opening = opening(ALL);
    let link = "https://example.org/#x";
    for table in tables(&opening.shown()) {
        let about = About {
            model: &opening.model,
            scenario: &opening.opened.scenario,
            title: "Late",
            link,
            date: "2026-11-26",
        };
        let text = table.metadata("late.csv", &about);
        let told: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(told["@context"][0], "http://www.w3.org/ns/csvw");
        assert_eq!(told["url"], "late.csv");
        assert_eq!(told["schema:url"], link);
        assert_eq!(told["schema:softwareVersion"], MODEL_VERSION);
        assert_eq!(told["dc:issued"], "2026-11-26");
        assert_eq!(told["dc:title"], table.title.as_str());
        let case = told["dc:subject"].as_str().unwrap();
        assert!(case.starts_with(&opening.model.case().title), "{case}");

        let back = Back::of(&table);
        let columns = told["tableSchema"]["columns"].as_array().unwrap();
        let titles: Vec<&str> = columns
            .iter()
            .map(|one| one["titles"].as_str().unwrap())
            .collect();
        assert_eq!(titles, back.head, "{}", table.name);
        let names: BTreeSet<&str> = columns
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(
            names.len(),
            columns.len(),
            "{}: names are unique",
            table.name
        );
        assert!(!names.contains(""), "{}", table.name);
        for (at, column) in columns.iter().enumerate() {
            for row in &back.rows {
                let field = row[at].as_str();
                let fits = match column["datatype"].as_str().unwrap() {
                    "string" => true,
                    "integer" => field.is_empty() || field.parse::<i64>().is_ok(),
                    "decimal" => field.is_empty() || field.parse::<f64>().is_ok(),
                    other => panic!("{other}"),
                };
                assert!(fits, "{}: {column} {field}", table.name);
            }
        }
        assert!(!back.rows.is_empty(), "{}", table.name);
    }
}

#[test]
fn the_charts_are_made_of_their_tables() {
    let opening = opening("in-county-journeys=0");
    let yearly = table(&opening, "investment-and-benefits");
    assert_eq!(
        yearly.head,
        [
            "Year",
            "Investment",
            "Investment, published",
            "Savings",
            "Savings, published",
            "Avoidance",
            "Avoidance, published",
            "Savings and avoidance",
            "Savings and avoidance, published",
        ]
    );
    assert_eq!(
        yearly.rows[1],
        [
            "2019/20", "1742142", "1742142", "508890", "1739985", "2561246", "2561246", "3070136",
            "4301231"
        ]
    );
    let net = table(&opening, "cumulative-net");
    assert_eq!(net.rows[4][0], "2022/23");
    assert_eq!(
        net.numbers("Cumulative net").last().copied(),
        Some(opening.outcome.net.total().as_f64())
    );
    assert_eq!(net.numbers("Cumulative net, published")[4], 17_638_882.0);
}

#[test]
fn a_year_without_a_pressure_is_empty_and_not_nought() {
    let pressures = table(&opening(""), "pressures");
    assert_eq!(pressures.rows[4], ["2022/23", "", "", ""]);
    assert!(pressures.rows[0][1].parse::<i64>().unwrap() > 3_000_000);
}

#[test]
fn one_assumption_moved_is_as_if_it_were_set() {
    let opening = opening("benefit-delay=6&stress=savings");
    let tornado = table(&opening, "tornado");
    let model = &opening.model;
    let [low, net, present, payback] = [
        "Low",
        "Net at low",
        "Net present value at low",
        "Payback at low",
    ]
    .map(|title| tornado.column(title));
    assert_eq!(tornado.rows.len(), model.assumptions().len());
    for row in &tornado.rows {
        let mut one = opening.opened.scenario.clone();
        let table = model.assumptions();
        let index = table.find(&row[0]).unwrap();
        one.set(table, index, row[low].parse().unwrap()).unwrap();
        let outcome = model.evaluate(&one);
        let savings = outcome.savings.total() - outcome.investment.total();
        assert_eq!(row[net], savings.0.to_string(), "{}", row[0]);
        assert!(row[present].parse::<f64>().unwrap() != 0.0);
        let year = outcome.payback_savings.year();
        let year = year.map_or_else(String::new, |year| model.case().years.label(year));
        assert_eq!(row[payback], year, "{}", row[0]);
    }
}

#[test]
fn two_at_once_has_a_row_for_each_cell() {
    let link = "stress=size_5,grid_benefit-delay_benefit-delivery";
    let opening = opening(link);
    let two = table(&opening, "two-at-once");
    assert_eq!(two.rows.len(), 25);
    for row in &two.rows {
        let one = scenario(&format!(
            "benefit-delay={}&benefit-delivery={}",
            row[0], row[1]
        ));
        let outcome = opening.model.evaluate(&one);
        assert_eq!(row[2], outcome.net.total().0.to_string(), "{row:?}");
        assert_eq!(row[3].parse::<f64>().unwrap(), outcome.net_present_value);
    }
}

#[test]
fn a_simulation_is_written_to_the_last_digit() {
    let opening = opening(ALL);
    let summary = opening.simulated.as_ref().unwrap();
    let percentiles = table(&opening, "simulation-percentiles");
    let mean = percentiles.numbers("Mean");
    assert_eq!(mean[0], summary.scopes[0].net.mean);
    assert_eq!(mean[1], summary.scopes[0].net_present_value.mean);
    assert!(mean[1].fract() != 0.0, "nobody rounded it");
    let ends = mean.len() - 2;
    assert_eq!(mean[ends..], [summary.savings.mean, summary.avoidance.mean]);
    let fan = table(&opening, "simulation-cumulative-net");
    let p90: Vec<f64> = summary.fan.iter().map(|year| year.p90).collect();
    assert_eq!(fan.numbers("P90"), p90);
    let payback = table(&opening, "simulation-payback");
    let shares: Vec<f64> = summary
        .scopes
        .iter()
        .flat_map(|scope| scope.repaid_by.clone())
        .collect();
    assert_eq!(payback.numbers("Share of draws"), shares);
    let ranks = table(&opening, "simulation-correlations");
    let known: Vec<f64> = summary.correlations.iter().map(|one| one.rank).collect();
    assert_eq!(ranks.numbers("Rank correlation"), known);
}

#[test]
fn a_comparison_begins_with_the_published_case() {
    let back = table(&opening(ALL), "comparison");
    let names: BTreeSet<&str> = back.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Late", "Published", "Scenario 2"].into());
    assert_eq!(back.rows[4][..2], ["Published", "2022/23"]);
    assert_eq!(back.numbers("Cumulative net")[4], 17_638_882.0);
}

#[test]
fn names_tell_the_case_and_the_scenario() {
    let (model, published, late) = (model(), Scenario::published(), scenario("benefit-delay=6"));
    let name = |scenario: &Scenario, title: &str| {
        let stem = file_stem(&model, scenario, title, "2026-11-26");
        file_name(&stem, "ledger", "csv")
    };
    assert_eq!(
        name(&published, ""),
        "hertfordshire-2018-as-published-ledger.csv"
    );
    assert_eq!(name(&late, ""), "hertfordshire-2018-2026-11-26-ledger.csv");
    assert_eq!(
        name(&late, "Late: 6/12?"),
        "hertfordshire-2018-late-6-12-ledger.csv"
    );
    assert_eq!(file_name("a", "", "zip"), "a.zip");
}

#[test]
fn a_picture_says_what_it_is_of() {
    let (model, late) = (model(), scenario("benefit-delay=6"));
    let about = |title, scenario| About {
        model: &model,
        scenario,
        title,
        link: "",
        date: "2026-11-06",
    };
    let all = model.assumptions().len();
    assert_eq!(
        about("Late", &late).line(),
        format!(
            "Hertfordshire 2018. Late: 1 of {all} assumptions changed. A scenario, not an \
             approved budget. SEND Modeller, model version {MODEL_VERSION}, 6 November 2026."
        )
    );
    let published = Scenario::published();
    let line = about("", &published).line();
    assert!(
        line.starts_with("Hertfordshire 2018. As published. "),
        "{line}"
    );
}
