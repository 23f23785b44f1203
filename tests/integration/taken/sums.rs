//! The rows of every table held against its totals and the engine, for any case; the property
//! puts the shipped ones to it, and `generated/` those that nobody wrote.

use std::collections::BTreeMap;

use proptest::prelude::*;
use send_modeller::export::{
    BYTE_ORDER_MARK, ColumnKind, Field, RowKind, Shown, Table, TableFile, ledger, payers, tables,
};
use send_modeller::link::{LedgerView, View};
use send_modeller::model::{Pounds, Series};

use super::opening;
use crate::cases;
use crate::delimited::{read, safe};
use crate::scenarios::links;

/// A table as it is read back: its headings and its rows.
pub struct Back {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Back {
    pub fn of(table: &TableFile) -> Back {
        let csv = table.csv();
        let mut rows = read(csv.strip_prefix(BYTE_ORDER_MARK).unwrap());
        let head = rows.remove(0);
        assert!(
            rows.iter().all(|row| row.len() == head.len()),
            "{}",
            table.name
        );
        Back { head, rows }
    }

    pub fn column(&self, title: &str) -> usize {
        let at = self.head.iter().position(|head| head == title);
        at.unwrap_or_else(|| panic!("{title} is no heading of {:?}", self.head))
    }

    /// What a column adds up to for each value of another.
    fn sums(&self, of: &str, by: &str) -> BTreeMap<&str, i64> {
        let (of, by) = (self.column(of), self.column(by));
        let mut sums = BTreeMap::new();
        for row in &self.rows {
            *sums.entry(row[by].as_str()).or_default() += row[of].parse::<i64>().unwrap();
        }
        sums
    }

    pub fn numbers(&self, title: &str) -> Vec<f64> {
        let at = self.column(title);
        self.rows
            .iter()
            .map(|row| row[at].parse().unwrap())
            .collect()
    }
}

/// Every field of a file is what was written, and a figure where its column says so.
fn assert_reads_back(table: &TableFile) {
    let read = Back::of(table);
    assert_eq!(read.head.len(), table.columns.len(), "{}", table.name);
    assert_eq!(read.rows.len(), table.rows.len(), "{}", table.name);
    for (row, written) in read.rows.iter().zip(&table.rows) {
        assert_eq!(row.len(), written.len(), "{}", table.name);
        for ((field, written), column) in row.iter().zip(written).zip(&table.columns) {
            let wanted = match written {
                Field::Text(text) => safe(text),
                Field::Number(digits) => digits.clone(),
            };
            assert_eq!(*field, wanted, "{}", table.name);
            let fits = match column.kind {
                ColumnKind::Words => true,
                ColumnKind::Whole => field.is_empty() || field.parse::<i64>().is_ok(),
                ColumnKind::Number => {
                    field.is_empty() || field.parse::<f64>().is_ok_and(f64::is_finite)
                }
            };
            assert!(fits, "{}, {}: {field}", table.name, column.title);
        }
    }
}

/// A column of pounds by year is this series.
fn assert_is(back: &Back, title: &str, series: &Series) {
    let wanted: Vec<f64> = series.iter().map(|pounds| pounds.as_f64()).collect();
    assert_eq!(back.numbers(title), wanted, "{title}");
}

/// Every table as a file, and those of lines and payers on the screen: what is written reads
/// back, the rows add up to their totals, and the totals are the engine's.
pub fn assert_tables_add_up(of: &Shown<'_>) {
    let (case, table) = (of.model.case(), of.model.assumptions());
    let all = tables(of);
    all.iter().for_each(assert_reads_back);
    let find = |name: &str| all.iter().find(|table| table.name == name).map(Back::of);
    let there = |name: &str| find(name).unwrap_or_else(|| panic!("{name} is a table"));
    let (lines, gains) = (there("ledger"), there("who-gains"));
    for (column, outcome) in [("Scenario", of.outcome), ("Published", of.published)] {
        let sum = |of: &Back, by, name: &str| {
            let sums = of.sums(column, by);
            Pounds(sums.get(name).copied().unwrap_or_default())
        };
        for (year, label) in case.years.labels().iter().enumerate() {
            assert_eq!(sum(&lines, "Year", label), outcome.net[year]);
            assert_eq!(sum(&gains, "Year", label), outcome.benefits[year]);
        }
        for (kind, series) in [
            ("Saving", &outcome.savings),
            ("Avoidance", &outcome.avoidance),
        ] {
            assert_eq!(sum(&lines, "Kind", kind), series.total());
            assert_eq!(sum(&gains, "Kind", kind), series.total());
        }
        assert_eq!(
            sum(&lines, "Kind", "Investment"),
            -outcome.investment.total()
        );
    }
    for (ending, outcome) in [("", of.outcome), (", published", of.published)] {
        let (yearly, net) = (there("investment-and-benefits"), there("cumulative-net"));
        for (back, title, series) in [
            (&yearly, "Investment", &outcome.investment),
            (&yearly, "Savings", &outcome.savings),
            (&yearly, "Avoidance", &outcome.avoidance),
            (&yearly, "Savings and avoidance", &outcome.benefits),
            (&net, "Net", &outcome.net),
            (&net, "Cumulative net", &outcome.cumulative_net),
        ] {
            assert_is(back, &format!("{title}{ending}"), series);
        }
    }
    let tornado = there("tornado");
    assert_eq!(tornado.rows.len(), table.len());
    assert_eq!(there("assumptions").rows.len(), table.len());
    assert_eq!(
        find("pressures").is_some(),
        !case.evidence().plan_pressures.is_empty()
    );
    let compared = find("comparison");
    assert_eq!(compared.is_some(), !of.compared.is_empty());
    if let Some(compared) = compared {
        assert_comparison_adds_up(&compared, case.years.count);
    }
    for view in LedgerView::ALL {
        let view = View {
            years: view,
            ..View::default()
        };
        assert_ledger_adds_up(&ledger(of.model, of.outcome, of.published, view));
        let gained = payers(of.model, of.outcome, of.published, view);
        for section in &gained.sections {
            assert!(
                section
                    .rows
                    .iter()
                    .all(|row| row.years.len() == case.years.count)
            );
        }
    }
}

/// Each year's net is what is gained less what is spent, and the last column its running sum.
fn assert_comparison_adds_up(compared: &Back, years: usize) {
    let [spent, saved, avoided, net, to_date] = [
        "Investment",
        "Savings",
        "Avoidance",
        "Net",
        "Cumulative net",
    ]
    .map(|title| compared.numbers(title));
    for at in 0..compared.rows.len() {
        assert_eq!(saved[at] + avoided[at] - spent[at], net[at]);
        let before = if at % years == 0 {
            0.0
        } else {
            to_date[at - 1]
        };
        assert_eq!(before + net[at], to_date[at]);
    }
}

/// Lines to the sum under them, and all of them to the net at the foot.
fn assert_ledger_adds_up(ledger: &Table) {
    let figures = |row: &send_modeller::export::Row| -> Vec<i64> {
        row.years.iter().chain([&row.end]).map(|p| p.0).collect()
    };
    let add = |sums: &mut Vec<i64>, figures: &[i64]| {
        sums.iter_mut()
            .zip(figures)
            .for_each(|(sum, figure)| *sum += figure);
    };
    let (whole, workstreams) = ledger.sections.split_last().unwrap();
    let net = whole.rows.last().unwrap();
    assert_eq!(net.label, "Net");
    let none = vec![0; ledger.columns.len()];
    let mut sums = none.clone();
    for section in workstreams {
        let (mut spent, mut gained) = (none.clone(), none.clone());
        for row in &section.rows {
            match (row.kind, row.sum) {
                (RowKind::Investment, true) => assert_eq!(spent, figures(row), "{}", row.label),
                (RowKind::Total, true) => assert_eq!(gained, figures(row), "{}", row.label),
                (RowKind::Investment, false) => add(&mut spent, &figures(row)),
                _ => add(&mut gained, &figures(row)),
            }
        }
        add(&mut sums, &spent);
        add(&mut sums, &gained);
    }
    assert_eq!(sums, figures(net));
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_tables_of_any_scenario_of_any_shipped_case_add_up(link in links(3)) {
        assert_tables_add_up(&opening(&link).shown());
    }
}
