//! A workbook as whoever reads it finds it: tables by sheet, with a heading row. And every
//! figure of one held against the engine.

use std::collections::BTreeMap;

use send_modeller::analysis::{Scope, appraise};
use send_modeller::case::BenefitKind;
use send_modeller::export::scope_name;
use send_modeller::model::{Model, Outcome, Payback, Scenario, Series};

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
}

impl Value {
    pub fn text(&self) -> String {
        match self {
            Value::Number(value) => format!("{value}"),
            Value::Text(text) => text.clone(),
        }
    }
}

/// A table: its headings, and its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// Tables by name of their sheet.
pub type Tables = BTreeMap<String, Table>;

/// The cell of the row that begins with `names`, under a heading.
pub fn find<'a>(tables: &'a Tables, sheet: &str, names: &[&str], heading: &str) -> &'a Value {
    let table = &tables[sheet];
    let column = table.headings.iter().position(|known| known == heading);
    let column = column.unwrap_or_else(|| panic!("{sheet} has no column {heading}"));
    let begins = |row: &&Vec<Value>| {
        let mut cells = row.iter().zip(names);
        cells.all(|(cell, name)| cell.text() == *name)
    };
    let mut rows = table.rows.iter().filter(begins);
    let row = rows
        .next()
        .unwrap_or_else(|| panic!("{sheet} has no row {names:?}"));
    assert!(rows.next().is_none(), "{sheet} has two rows {names:?}");
    &row[column]
}

/// Every figure that differs from the engine's for a scenario, in words.
pub fn differences(tables: &Tables, model: &Model, scenario: &Scenario) -> Vec<String> {
    let outcome = model.evaluate(scenario);
    let mut held = Held {
        tables,
        model,
        wrong: Vec::new(),
    };
    held.lines(&outcome);
    held.totals(&outcome);
    held.payers(&outcome);
    held.payback(&outcome);
    held.appraisal(scenario, &outcome);
    held.wrong
}

struct Held<'a> {
    tables: &'a Tables,
    model: &'a Model,
    wrong: Vec<String>,
}

impl Held<'_> {
    fn number(&mut self, sheet: &str, names: &[&str], heading: &str, should: f64, within: f64) {
        let found = find(self.tables, sheet, names, heading);
        let near = matches!(found, Value::Number(value) if (value - should).abs() <= within);
        if !near {
            self.wrong.push(format!(
                "{sheet} {names:?} {heading}: {found:?} and not {should}"
            ));
        }
    }

    fn text(&mut self, sheet: &str, names: &[&str], heading: &str, should: &str) {
        let found = find(self.tables, sheet, names, heading);
        if found.text() != should {
            self.wrong.push(format!(
                "{sheet} {names:?} {heading}: {found:?} and not {should}"
            ));
        }
    }

    fn years(&mut self, sheet: &str, names: &[&str], series: &Series) {
        let labels = self.model.case().years.labels();
        for (label, pounds) in labels.iter().zip(series.iter()) {
            self.number(sheet, names, label, pounds.as_f64(), 0.0);
        }
    }

    fn years_and_total(&mut self, sheet: &str, names: &[&str], series: &Series) {
        self.years(sheet, names, series);
        self.number(sheet, names, "All years", series.total().as_f64(), 0.0);
    }

    fn lines(&mut self, outcome: &Outcome) {
        let case = self.model.case().clone();
        for (line, series) in case.investment.iter().zip(&outcome.investment_lines) {
            self.years_and_total("Investment", &[&line.label], series);
        }
        for (line, series) in case.benefits.iter().zip(&outcome.benefit_lines) {
            let kind = match line.kind {
                BenefitKind::Saving => "saving",
                BenefitKind::Avoidance => "avoidance",
            };
            self.years_and_total("Benefits", &[&line.label, kind], series);
        }
    }

    fn totals(&mut self, outcome: &Outcome) {
        let case = self.model.case().clone();
        for (place, workstream) in case.workstreams.iter().enumerate() {
            for (words, series) in [
                ("Investment", &outcome.investment_by_workstream[place]),
                ("Savings", &outcome.savings_by_workstream[place]),
                ("Avoidance", &outcome.avoidance_by_workstream[place]),
            ] {
                self.years_and_total("Totals", &[words, &workstream.label], series);
            }
        }
        for (words, series) in [
            ("Investment", &outcome.investment),
            ("Savings", &outcome.savings),
            ("Avoidance", &outcome.avoidance),
            ("Savings and avoidance", &outcome.benefits),
            ("Net", &outcome.net),
        ] {
            self.years_and_total("Totals", &[words, "All workstreams"], series);
        }
    }

    fn payers(&mut self, outcome: &Outcome) {
        let case = self.model.case().clone();
        for (place, payer) in case.payers.iter().enumerate() {
            for (words, series) in [
                ("Savings", &outcome.savings_by_payer[place]),
                ("Avoidance", &outcome.avoidance_by_payer[place]),
                ("Savings and avoidance", &outcome.funding[place]),
            ] {
                self.years_and_total("Payers", &[&payer.label, words], series);
            }
        }
    }

    fn payback(&mut self, outcome: &Outcome) {
        let labels = self.model.case().years.labels();
        let all = scope_name(self.model, Scope::Benefits);
        self.years("Cumulative", &[&all, "Net"], &outcome.net);
        self.years(
            "Cumulative",
            &[&all, "Net to date"],
            &outcome.cumulative_net,
        );
        let payers = outcome.payback_by_payer.iter().enumerate();
        let payers = payers.map(|(payer, payback)| (Scope::Payer(payer), *payback));
        let scopes = [
            (Scope::Benefits, outcome.payback),
            (Scope::Savings, outcome.payback_savings),
        ];
        for (scope, payback) in scopes.into_iter().chain(payers) {
            let name = scope_name(self.model, scope);
            match payback {
                Payback::Within { year, point } => {
                    self.text("Payback", &[&name], "Payback year", &labels[year]);
                    self.number("Payback", &[&name], "Payback point, in years", point, 1e-9);
                    self.number("Payback", &[&name], "Short at the end, in pounds", 0.0, 0.0);
                }
                Payback::NotWithin { shortfall } => {
                    let found = find(self.tables, "Payback", &[&name], "Payback year").text();
                    if !found.starts_with("not within ") {
                        self.wrong.push(format!("Payback of {name}: {found}"));
                    }
                    self.text("Payback", &[&name], "Payback point, in years", "none");
                    let short = shortfall.as_f64();
                    self.number(
                        "Payback",
                        &[&name],
                        "Short at the end, in pounds",
                        short,
                        0.0,
                    );
                }
            }
        }
    }

    fn appraisal(&mut self, scenario: &Scenario, outcome: &Outcome) {
        const OWN: &str = "Net present value, years of the case";
        const OWN_RATIO: &str = "Benefit-cost ratio, years of the case";
        let all = scope_name(self.model, Scope::Benefits);
        self.number("Appraisal", &[&all], OWN, outcome.net_present_value, 0.005);
        self.ratio(&all, OWN_RATIO, outcome.benefit_cost_ratio);
        let appraisal = appraise(self.model, scenario);
        let own = self.model.case().years.count;
        let label = |year: usize| {
            let label = self.model.case().years.label(year);
            if year < own {
                label
            } else {
                format!("{label} (added)")
            }
        };
        let year = |payback: Payback| {
            let none = "not within these years".to_owned();
            payback.year().map_or(none, label)
        };
        let rows: Vec<_> = appraisal
            .worth
            .iter()
            .map(|worth| (worth, year(worth.payback), year(worth.discounted_payback)))
            .collect();
        for (worth, payback, discounted) in rows {
            let name = scope_name(self.model, worth.scope);
            self.number(
                "Appraisal",
                &[&name],
                OWN,
                worth.net_present_value_own,
                0.005,
            );
            self.number(
                "Appraisal",
                &[&name],
                "Net present value, with those added",
                worth.net_present_value,
                0.005,
            );
            self.ratio(
                &name,
                "Benefit-cost ratio, with those added",
                worth.benefit_cost_ratio,
            );
            self.text("Appraisal", &[&name], "Pays back", &payback);
            self.text("Appraisal", &[&name], "Pays back, discounted", &discounted);
        }
    }

    fn ratio(&mut self, name: &str, heading: &str, ratio: Option<f64>) {
        match ratio {
            None => self.text("Appraisal", &[name], heading, "none"),
            Some(ratio) => self.number(
                "Appraisal",
                &[name],
                heading,
                ratio,
                1e-6 * ratio.abs().max(1.0),
            ),
        }
    }
}
