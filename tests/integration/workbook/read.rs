//! Workbooks brought back: our own to the last digit, and everybody else's with a name for
//! each thing that could not be read.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use send_modeller::file::apply;
use send_modeller::link::Link;
use send_modeller::model::Scenario;
use send_modeller::workbook::{About, Found, LARGEST_WORKBOOK, Unreadable, read, workbook, write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::ABOUT;
use crate::scenarios::changes;
use crate::{cases, library, model, scenario};

fn written(scenario: &Scenario) -> Vec<u8> {
    let model = model();
    let link = Link {
        title: "Half delivered",
        ..Link::to(&model, scenario)
    };
    write(&workbook(&link, &ABOUT), ABOUT.date).unwrap()
}

/// A workbook of one sheet.
fn sheet_of(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// A table of assumptions, as somebody might type it.
fn table_of(fill: impl FnOnce(&mut Worksheet)) -> Found {
    let bytes = sheet_of(|sheet| {
        sheet
            .write_row(2, 1, ["Id", "Name", "Scenario", "Unit"])
            .unwrap();
        fill(sheet);
    });
    read(&bytes).unwrap()
}

fn values(found: &Found) -> Vec<[&str; 3]> {
    let given = found.given.iter();
    given
        .map(|given| [&*given.key, &*given.value, &*given.place])
        .collect()
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn a_workbook_made_here_comes_back_as_its_scenario(changes in changes(6)) {
        let scenario = changes.scenario();
        let found = read(&written(&scenario)).unwrap();
        let brought = apply(&model(), &Scenario::published(), &found.given);
        prop_assert_eq!(brought.problems, []);
        prop_assert_eq!(brought.scenario.changes(), scenario.changes());
        let link = send_modeller::link::open(&found.link.unwrap(), &library());
        prop_assert_eq!(link.problems, []);
        prop_assert_eq!(link.scenario, scenario);
        prop_assert_eq!(link.title, "Half delivered");
    }
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    let scenario = scenario("in-county-journeys=15");
    assert_eq!(written(&scenario), written(&scenario));
}

#[test]
fn a_link_without_a_web_address_is_written_as_text_and_found_again() {
    let (model, scenario) = (model(), scenario("in-county-journeys=15"));
    for address in [
        "",
        "file:///C:/Users/Me/send-modeller.html",
        "https://example.org/send/",
    ] {
        let about = About {
            address,
            date: "today",
        };
        let bytes = write(&workbook(&Link::to(&model, &scenario), &about), "today").unwrap();
        let link = read(&bytes).unwrap().link.unwrap();
        assert_eq!(
            link,
            format!("{address}#case=hertfordshire-2018&v=1&in-county-journeys=15")
        );
    }
}

#[test]
fn a_percentage_is_read_as_it_is_shown() {
    let found = table_of(|sheet| {
        let percent = Format::new().set_num_format("0%");
        sheet.write(3, 1, "in-county-journeys").unwrap();
        sheet.write_with_format(3, 3, 0.15, &percent).unwrap();
        sheet.write(4, 1, "ooc-transfers").unwrap();
        sheet.write(4, 3, 0.15).unwrap();
        sheet.write(4, 4, "% of pupils").unwrap();
    });
    assert_eq!(
        values(&found),
        [
            ["in-county-journeys", "15", "Sheet1!D4"],
            ["ooc-transfers", "0.15", "Sheet1!D5"]
        ]
    );
    assert_eq!(
        found.problems,
        [
            "Sheet1!D5: ooc-transfers was read as 0.15%. If 15% was meant, type it as a whole number."
        ]
    );
}

#[test]
fn what_a_cell_cannot_give_is_named_with_its_place_and_the_rest_is_applied() {
    let found = table_of(|sheet| {
        let rows = [
            ("in-county-journeys", "about 15"),
            ("ooc-transfers", "£1,2"),
            ("benefit-delay", "6 months"),
            ("no-such-thing", "3"),
        ];
        for (row, (id, value)) in (3..).zip(rows) {
            sheet.write(row, 1, id).unwrap();
            sheet.write(row, 3, value).unwrap();
        }
        sheet.write(7, 1, "discount-rate").unwrap();
        let broken = Formula::new("1/0").set_result("#DIV/0!");
        sheet.write_formula(7, 3, broken).unwrap();
        sheet.write(8, 1, "posts-kept").unwrap();
        sheet.write(9, 1, "inflation").unwrap();
        sheet.write(9, 3, true).unwrap();
        sheet.write(10, 1, "ehcp-growth").unwrap();
        sheet.write(10, 3, 1e9).unwrap();
    });
    let brought = apply(&model(), &Scenario::published(), &found.given);
    assert_eq!(brought.scenario, scenario("benefit-delay=6"));
    let problems: Vec<String> = found
        .problems
        .into_iter()
        .chain(brought.problems.iter().map(ToString::to_string))
        .collect();
    insta::assert_snapshot!(problems.join("\n"));
}

#[test]
fn without_the_sheet_of_assumptions_the_named_cells_are_read() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("My figures")
        .unwrap()
        .write(4, 2, 15)
        .unwrap();
    book.define_name("in_county_journeys", "='My figures'!$C$5")
        .unwrap();
    book.define_name("benefit_delay", "='My figures'!#REF!")
        .unwrap();
    let found = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(
        values(&found),
        [["in_county_journeys", "15", "My figures!C5"]]
    );
    assert_eq!(
        found.problems,
        [
            "No sheet has a row with the headings Id and Scenario, so values were taken from the cells that bear the names of assumptions.",
            "The cell named benefit_delay is gone from the workbook, so its assumption was left out.",
        ]
    );
    let brought = apply(&model(), &Scenario::published(), &found.given);
    assert_eq!(brought.scenario, scenario("in-county-journeys=15"));
}

#[test]
fn a_formula_without_a_result_is_said_and_not_taken_for_nought() {
    // As a program leaves it that does not calculate.
    let bytes = sheet_of(|sheet| {
        sheet.write_row(0, 0, ["Id", "Scenario"]).unwrap();
        sheet.write(1, 0, "in-county-journeys").unwrap();
        sheet
            .write_formula(1, 1, Formula::new("7+8").set_result(""))
            .unwrap();
    });
    let found = read(&changed(&bytes, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("<f>7+8</f><v>0</v>", "<f>7+8</f>")
    }))
    .unwrap();
    assert_eq!(found.given, []);
    assert_eq!(
        found.problems,
        [
            "Sheet1!B2: in-county-journeys is empty, or a formula that was never calculated, and was left out. Save the workbook in Excel or LibreOffice, and open it again."
        ]
    );
}

/// A workbook with one of its parts rewritten.
fn changed(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut into = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let file = from.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let text = std::io::read_to_string(file).unwrap();
        into.start_file(&name, SimpleFileOptions::default())
            .unwrap();
        let text = if name == part { change(text) } else { text };
        into.write_all(text.as_bytes()).unwrap();
    }
    into.finish().unwrap().into_inner()
}

#[test]
fn a_part_that_is_no_longer_xml_is_said() {
    let whole = written(&scenario("in-county-journeys=15"));
    let half = |xml: String| xml[..xml.len() / 2].to_owned();
    // Cover, contents, assumptions.
    let found = read(&changed(&whole, "xl/worksheets/sheet3.xml", half));
    assert!(
        matches!(&found, Ok(found) if !found.problems.is_empty()),
        "{found:?}"
    );
    let gone = read(&changed(&whole, "xl/workbook.xml", half));
    assert!(gone.is_err(), "{gone:?}");
}

#[test]
fn a_cell_where_no_sheet_has_one_is_said_and_is_not_taken_for_another() {
    let whole = written(&scenario("in-county-journeys=15"));
    let moved = |from: &str, to: &str| {
        read(&changed(&whole, "xl/worksheets/sheet3.xml", |xml| {
            assert!(xml.contains(from), "{from}");
            xml.replacen(from, to, 1)
        }))
    };
    assert!(moved("r=\"A3\"", "r=\"XFD1048576\"").is_ok());
    // Two are one past the last; two were A3 where only 32 bits of them were kept.
    for outside in ["XFE3", "A1048577", "A4294967299", "MWLQKWW3"] {
        let refused = Unreadable::OutsideASheet(outside.to_owned());
        assert_eq!(moved("r=\"A3\"", &format!("r=\"{outside}\"")), Err(refused),);
    }
    let row = moved("<row r=\"3\"", "<row r=\"4294967299\"");
    assert_eq!(row, Err(Unreadable::OutsideASheet("4294967299".to_owned())));
    let backwards = moved("<dimension ref=\"A1:", "<dimension ref=\"ZZ99999:");
    assert!(
        matches!(&backwards, Err(Unreadable::OutsideASheet(_))),
        "{backwards:?}"
    );
}

#[test]
fn another_programs_workbook_is_refused_with_what_to_do() {
    let other = sheet_of(|sheet| {
        sheet.write_row(0, 0, ["Budget", "Outturn"]).unwrap();
        sheet.write_row(1, 0, [8_184, 8_468]).unwrap();
    });
    assert_eq!(read(&other), Err(Unreadable::NothingFound));
}

#[test]
fn what_is_no_workbook_is_refused() {
    let old = [&[0xD0, 0xCF, 0x11, 0xE0][..], &[0; 600]].concat();
    assert_eq!(read(&old), Err(Unreadable::OldOrLocked));
    for text in ["", "id,value\nbenefit-delay,6", "<html>"] {
        assert_eq!(
            read(text.as_bytes()),
            Err(Unreadable::NotAWorkbook),
            "{text}"
        );
    }
    assert_eq!(read(b"PK\x03\x04 and no more"), Err(Unreadable::Damaged));
    assert_eq!(
        read(&archive(&[("word/document.xml", 3)])),
        Err(Unreadable::NotAWorkbook)
    );
    assert_eq!(
        read(&vec![b'P'; LARGEST_WORKBOOK + 1]),
        Err(Unreadable::TooLarge)
    );
}

/// An archive of files of so many bytes, all nought.
fn archive(files: &[(&str, usize)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, length) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(&vec![0; *length]).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_small_file_that_unpacks_to_a_great_one_is_refused_before_it_is_read() {
    let part = 60_000_000;
    let bomb = archive(&[
        ("xl/workbook.xml", part),
        ("xl/worksheets/sheet1.xml", part),
    ]);
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    assert_eq!(read(&bomb), Err(Unreadable::TooLarge));
}

#[test]
fn a_sheet_without_end_is_read_as_far_as_a_table_can_be() {
    let found = table_of(|sheet| {
        for row in 3..9_000 {
            sheet.write(row, 1, "in-county-journeys").unwrap();
            sheet.write(row, 3, row).unwrap();
        }
    });
    assert_eq!(found.given.len(), 5_000);
}

#[test]
fn a_workbook_cut_short_or_with_a_byte_changed_never_stops_the_program() {
    let whole = written(&scenario("in-county-journeys=15"));
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut other = whole.clone();
        other[at] ^= 0x55;
        // Whatever comes of it, it comes as a value.
        if let Ok(found) = read(&other) {
            assert!(found.given.len() <= 5_000);
        }
        assert!(read(&whole[..at]).is_err(), "the first {at} bytes");
    }
}
