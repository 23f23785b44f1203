//! The workbook's sheets as values: every formula's result is the engine's figure, and the
//! table of each sheet is one that every reader can follow.

#[cfg(feature = "workbook")]
mod hostile;
#[cfg(feature = "workbook")]
mod read;
pub mod sheets;

use proptest::prelude::*;
use send_modeller::link::Link;
use send_modeller::model::{Model, Scenario};
use send_modeller::workbook::{About, Book, Cell, Result as Answer, workbook};

use self::sheets::{Table, Tables, Value, differences};
use crate::scenarios::{at, changes, ends, links};
use crate::{cases, model};

pub const ABOUT: About = About {
    address: "https://example.org/send/",
    date: "2026-11-26",
};

fn book(scenario: &Scenario) -> Book {
    book_of(&model(), scenario)
}

fn book_of(model: &Model, scenario: &Scenario) -> Book {
    workbook(&Link::to(model, scenario), &ABOUT)
}

/// Every figure of a workbook that is not the engine's.
pub fn wrong(model: &Model, scenario: &Scenario) -> Vec<String> {
    differences(&tables(&book_of(model, scenario)), model, scenario)
}

fn tables(book: &Book) -> Tables {
    let value = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Strong(text) | Cell::Address(text) | Cell::Link(text, _) => {
            Value::Text(text.clone())
        }
        Cell::Number(value, _) | Cell::Input(value, _) => Value::Number(*value),
        Cell::Formula(formula, _) => match &formula.result {
            Answer::Number(value) => Value::Number(*value),
            Answer::Text(text) => Value::Text(text.clone()),
        },
    };
    let table = |sheet: &send_modeller::workbook::Sheet| Table {
        headings: sheet
            .columns
            .iter()
            .map(|column| column.heading.clone())
            .collect(),
        rows: sheet
            .rows
            .iter()
            .map(|row| row.iter().map(value).collect())
            .collect(),
    };
    let sheets = book.sheets.iter();
    sheets
        .map(|sheet| (sheet.name.to_owned(), table(sheet)))
        .collect()
}

#[test]
fn the_published_workbook_has_the_published_figures() {
    let tables = tables(&book(&Scenario::published()));
    let net = sheets::find(&tables, "Totals", &["Net", "All workstreams"], "All years");
    assert_eq!(*net, Value::Number(17_638_882.0));
}

#[test]
fn every_figure_of_every_shipped_case_at_the_ends_of_its_assumptions_is_the_engines() {
    for (model, scenario) in ends() {
        let case = &model.case().id;
        assert_eq!(wrong(&model, &scenario), [""; 0], "{case}: {scenario:?}");
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_figure_of_a_workbook_is_the_engines(changes in changes(2)) {
        prop_assume!(!changes.told().on_the_edge);
        prop_assert_eq!(wrong(&model(), &changes.scenario()), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_figure_of_a_workbook_of_any_shipped_case_is_the_engines(link in links(0)) {
        let (model, scenario) = at(&link);
        prop_assert_eq!(wrong(&model, &scenario), Vec::<String>::new());
    }
}
