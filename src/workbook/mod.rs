//! Workbooks: a scenario as a spreadsheet with live formulas, and a spreadsheet back as
//! values to be applied.
//!
//! [`workbook`] makes the sheets as values, each formula together with what it comes to:
//! pure, and held against the engine cell by cell. It follows the case's own data and not
//! the engine's compiled form, so it is a second writing of the model. [`write()`] turns
//! the sheets into a file and [`read()`] takes one apart; both need the feature `workbook`.
//! [`write_case`] and [`read_case`] do the same for a case itself, to be filled in.

mod appraisal;
mod around;
mod benefit;
mod book;
#[cfg(feature = "workbook")]
mod case;
mod inputs;
mod investment;
mod ledger;
mod overlap;
mod payers;
#[cfg(feature = "workbook")]
mod read;
mod steps;
mod term;
mod totals;
#[cfg(feature = "workbook")]
mod write;

pub use book::{Allowed, Book, Cell, Column, Formula, Look, Result, Sheet};

#[cfg(feature = "workbook")]
pub use case::{CaseFound, is_case, read_case, write_case};
#[cfg(feature = "workbook")]
pub use read::{Found, LARGEST_WORKBOOK, Unreadable, read};
#[cfg(feature = "workbook")]
pub use write::write;

use crate::link::Link;
use crate::model::Scenario;

/// What the cover says besides the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About<'a> {
    /// Address of the app without a fragment, for the link on the cover; empty where it has
    /// none that is of use to others.
    pub address: &'a str,
    /// The day it is made, `2026-11-26`.
    pub date: &'a str,
}

/// The workbook of what a link carries.
pub fn workbook(link: &Link, about: &About) -> Book {
    let (model, scenario) = (link.model, link.scenario);
    let outcome = model.evaluate(scenario);
    let published = model.evaluate(&Scenario::published());
    let mut book = Book {
        title: format!("{}: a scenario, not an approved budget", model.case().title),
        author: model.case().authority.clone(),
        ..Book::default()
    };
    let inputs = inputs::Inputs::write(model, scenario, &mut book);
    let investment = investment::write(&inputs, &published, &mut book);
    let benefits = benefit::write(&inputs, &published, &mut book);
    let payers = payers::write(&inputs, &benefits, &published, &mut book);
    let totals = totals::write(
        &inputs,
        &investment,
        &benefits,
        &payers,
        &published,
        &mut book,
    );
    totals::write_payback(&inputs, &totals, &outcome, &mut book);
    appraisal::write(&inputs, scenario, &totals, &payers, &mut book);
    book.sheets.push(around::reconciliation(&inputs));
    book.sheets.push(around::notes(&inputs));
    let cover = around::cover(&inputs, link, about, &outcome, &published);
    let contents = around::contents(&book);
    book.sheets.splice(0..0, [cover, contents]);
    book
}
