//! Workbooks recalculated by LibreOffice, which knows nothing of the engine: every line,
//! total, payback and present value to the pound, for the published case and for many
//! scenarios; and the other way, cells changed by openpyxl, recalculated and read back.
//!
//! A test of its own because it takes a spreadsheet program: `scripts/setup.sh` installs
//! it, `make test` runs it.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly, and their names say what they hold"
)]

mod office;
#[path = "../integration/workbook/sheets.rs"]
mod sheets;

use std::fs;

use send_modeller::case::Unit;
use send_modeller::file::apply;
use send_modeller::link::{Link, open};
use send_modeller::model::{Library, Model, Scenario};
use send_modeller::session::draft::{Draft, Edit};
use send_modeller::workbook::{About, read, workbook, write};

use office::Office;
use sheets::differences;

fn library() -> Library {
    Library::shipped().expect("the shipped cases are sound")
}

/// The published case, and scenarios that reach every step of a workbook: delays within and
/// across years, overruns and underspends, posts kept, shares, grades, prices, added years,
/// overlaps, bounds.
fn links() -> Vec<String> {
    let text = include_str!("links.txt");
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(str::to_owned)
        .collect()
}

fn scenario(library: &Library, link: &str) -> (Model, Scenario) {
    let opened = open(link, library);
    assert_eq!(opened.problems, [], "{link}");
    (opened.model.expect("a case that is here"), opened.scenario)
}

fn file(model: &Model, scenario: &Scenario) -> Vec<u8> {
    let about = About {
        address: "https://example.org/send/",
        date: "2026-11-26",
    };
    let book = workbook(&Link::to(model, scenario), &about);
    write(&book, about.date).expect("a workbook that can be written")
}

#[test]
fn libreoffice_comes_to_the_engines_figures() {
    let (library, office) = (library(), Office::new("figures"));
    let links = links();
    assert!(links.len() >= 41, "{} links", links.len());
    for (place, link) in links.iter().enumerate() {
        let (model, scenario) = scenario(&library, link);
        fs::write(
            office.given(&format!("{place}.xlsx")),
            file(&model, &scenario),
        )
        .unwrap();
    }
    office.recalculate();
    let mut wrong = Vec::new();
    for (place, link) in links.iter().enumerate() {
        let (model, scenario) = scenario(&library, link);
        let tables = office.tables(&format!("{place}.xlsx"));
        let differ = differences(&tables, &model, &scenario);
        wrong.extend(differ.into_iter().map(|words| format!("{link}: {words}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Hertfordshire's case with a post and a travel-training line, as an officer adds them.
#[test]
fn a_case_of_ones_own_recalculates_to_the_engines_figures() {
    let office = Office::new("own-case");
    let mut draft = Draft::of(library().default_model().case().to_value());
    let mut edit = |edit: Edit| draft = draft.edit(edit).expect("a change");
    edit(Edit::Put("id".to_owned(), "our-own".into()));
    for (list, name, kind) in [
        ("investment", "Travel trainers", "staff"),
        ("benefits", "Travel training", "moved-pupils"),
    ] {
        edit(Edit::AddLine(list, name.to_owned(), kind));
    }
    for (id, unit, text) in [
        ("posts-travel-trainers", Unit::Count, "2.5"),
        ("pay-travel-trainers", Unit::Pounds, "£32,417"),
        ("pupils-travel-training", Unit::Count, "41"),
        ("share-travel-training", Unit::Percent, "66.7%"),
        ("cost-from-travel-training", Unit::Pounds, "5.4k"),
        ("cost-to-travel-training", Unit::Pounds, "399"),
    ] {
        let at = draft.find("assumptions", id).expect("an input of the line");
        let path = format!("assumptions[{at}].published");
        draft = draft
            .edit(Edit::Number(path, unit, text.to_owned()))
            .expect("a change");
    }
    assert!(draft.is_sound(), "{:?}", draft.faults());
    let model = draft.model().expect("a sound case");
    let late = model
        .assumptions()
        .find("benefit-delay")
        .expect("an assumption");
    let mut scenario = Scenario::published();
    scenario
        .set(model.assumptions(), late, 5.0)
        .expect("within bounds");
    fs::write(office.given("0.xlsx"), file(model, &scenario)).unwrap();
    office.recalculate();
    let differ = differences(&office.tables("0.xlsx"), model, &scenario);
    assert_eq!(differ, Vec::<String>::new());
}

/// Each link's workbook is the published one with the cells of the link's scenario typed in
/// by openpyxl, so what LibreOffice comes to is its own doing, and so is what the app reads.
#[test]
fn cells_changed_in_a_spreadsheet_come_back_as_the_scenario() {
    let (library, office) = (library(), Office::new("cells"));
    let links: Vec<String> = links().into_iter().step_by(4).collect();
    for (place, link) in links.iter().enumerate() {
        let (model, scenario) = scenario(&library, link);
        let path = office.given(&format!("{place}.xlsx"));
        fs::write(&path, file(&model, &Scenario::published())).unwrap();
        let changes: Vec<(String, f64)> = scenario
            .changes()
            .iter()
            .map(|change| {
                (
                    model.assumptions()[change.assumption].id.clone(),
                    change.value,
                )
            })
            .collect();
        office.type_in(&path, &changes);
    }
    office.recalculate();
    for (place, link) in links.iter().enumerate() {
        let (model, scenario) = scenario(&library, link);
        let name = format!("{place}.xlsx");
        let differ = differences(&office.tables(&name), &model, &scenario);
        assert_eq!(differ, Vec::<String>::new(), "{link}");
        let found = read(&fs::read(office.recalculated(&name)).unwrap()).expect(link);
        assert_eq!(found.problems, Vec::<String>::new(), "{link}");
        let brought = apply(&model, &Scenario::published(), &found.given);
        assert_eq!(brought.problems, [], "{link}");
        assert_eq!(brought.scenario.changes(), scenario.changes(), "{link}");
    }
}

/// A program that does not recalculate shows what was written with the formulas; and one
/// that checks what it opens finds nothing to mend.
#[test]
fn openpyxl_opens_a_workbook_and_finds_the_results() {
    let (library, office) = (library(), Office::new("opened"));
    let (model, scenario) = scenario(&library, &links()[1]);
    let path = office.given("0.xlsx");
    fs::write(&path, file(&model, &scenario)).unwrap();
    let told = office.check(&path);
    assert_eq!(told, "sound", "{told}");
    let differ = differences(&office::tables_of(&path), &model, &scenario);
    assert_eq!(differ, Vec::<String>::new());
}
