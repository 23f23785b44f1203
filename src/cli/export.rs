//! `export`: one scenario as a file.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};

use super::input::{Brought, Sources};
use super::output::Output;
use super::{Done, Trouble};
use crate::analysis::{Scope, sensitivity};
use crate::export::{BYTE_ORDER_MARK, Sheet, assumptions_log, ledger, payers};
use crate::file::scenario_json;
use crate::link::{Link, Receipt};
use crate::model::{Library, Model, Scenario};
use crate::workbook::{self, About};

/// One scenario as a file: a workbook, JSON or a table.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    what: What,
    /// Where JSON or a table is written; standard output where this is left out
    #[arg(long, short, value_name = "FILE", conflicts_with = "xlsx")]
    output: Option<String>,
    /// Address of the app, for the link in the file
    #[arg(long, value_name = "URL", default_value = "")]
    address: String,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct What {
    /// A workbook with live formulas, written to this file
    #[arg(long, value_name = "FILE")]
    xlsx: Option<String>,
    /// A scenario file
    #[arg(long)]
    json: bool,
    /// A table as comma-separated values
    #[arg(long, value_enum, value_name = "TABLE")]
    csv: Option<Table>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Table {
    /// Every line by year, with totals
    Ledger,
    /// What each payer gains by year
    Payers,
    /// Every assumption with its source and range
    Assumptions,
}

impl Export {
    pub fn run(&self, library: &Library) -> Done {
        let brought = self.sources.one(library)?;
        let problems = brought.evaluation().problems;
        let sound = brought.report(&problems);
        let Some(model) = &brought.opened.model else {
            // Nothing can be written of it, and why was said.
            return Ok(false);
        };
        if let Some(file) = &self.what.xlsx {
            let bytes = self.with_link(model, &brought, |link| workbook(link, &self.address))?;
            write(file, &bytes)?;
        } else if let Some(table) = self.what.csv {
            self.put(&sheet(model, &brought, table).csv(), BYTE_ORDER_MARK)?;
        } else {
            let json = self.with_link(model, &brought, |link| scenario_json(link, &self.address));
            self.put(&json, "")?;
        }
        Ok(sound)
    }

    /// Does something with the link to the scenario, which says what is seen here.
    fn with_link<T>(
        &self,
        model: &Model,
        brought: &Brought,
        done: impl FnOnce(&Link<'_>) -> T,
    ) -> T {
        let opened = &brought.opened;
        let outcome = model.evaluate(&opened.scenario);
        let receipt = Receipt::of(model, &opened.scenario, &outcome);
        done(&Link {
            view: opened.view.unwrap_or_default(),
            title: &opened.title,
            note: &opened.note,
            stress: &opened.stress,
            receipt: Some(&receipt),
            ..Link::to(model, &opened.scenario)
        })
    }

    /// Writes text to the file that is named, with what goes before it there, or to standard
    /// output.
    fn put(&self, text: &str, before: &str) -> Result<(), Trouble> {
        match &self.output {
            Some(file) => write(file, format!("{before}{text}").as_bytes()),
            None => Ok(Output::new().text(text)?),
        }
    }
}

fn sheet(model: &Model, brought: &Brought, table: Table) -> Sheet {
    let scenario = &brought.opened.scenario;
    let outcome = model.evaluate(scenario);
    let published = model.evaluate(&Scenario::published());
    let view = brought.opened.view.unwrap_or_default().tables();
    match table {
        Table::Ledger => Sheet::of_table(&ledger(model, &outcome, &published, view)),
        Table::Payers => Sheet::of_table(&payers(model, &outcome, &published, view)),
        Table::Assumptions => {
            let swings = sensitivity(model, scenario, Scope::Benefits);
            Sheet::of_log(&assumptions_log(model, scenario, scenario, &swings))
        }
    }
}

/// The workbook of a link, as the bytes of its file.
fn workbook(link: &Link<'_>, address: &str) -> Result<Vec<u8>, Trouble> {
    let date = &today();
    let book = workbook::workbook(link, &About { address, date });
    workbook::write(&book, date)
        .map_err(|error| Trouble::File(format!("the workbook cannot be made: {error}")))
}

/// The day in Greenwich, `2026-11-26`.
fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let mut days = since.map_or(0, |since| since.as_secs() / 86_400);
    let mut year = 1970;
    let leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

fn write(file: &str, bytes: &[u8]) -> Result<(), Trouble> {
    fs::write(file, bytes)
        .map_err(|error| Trouble::File(format!("{file} cannot be written: {error}")))
}
