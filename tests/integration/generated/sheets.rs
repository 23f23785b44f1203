//! A case as a workbook to fill in, and back.

use std::process::Command;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use send_modeller::case::{Case, DEFAULT_CASE, shipped_cases};
use send_modeller::link::Link;
use send_modeller::model::Scenario;
use send_modeller::workbook::{
    CaseFound, Unreadable, is_case, read, read_case, workbook, write, write_case,
};
use serde_json::{Value, json};

use super::any_case;
use crate::workbook::ABOUT;
use crate::{cases, model};

fn shipped(id: &str) -> Case {
    let mut cases = shipped_cases().iter();
    cases.find(|case| case.id == id).unwrap().read().unwrap()
}

fn assert_comes_back(case: &Case) {
    let bytes = write_case(case).unwrap();
    assert!(is_case(&bytes));
    let found = read_case(&bytes).unwrap();
    assert_eq!(found.problems, Vec::<String>::new());
    let back = Case::from_value(&found.value);
    assert_eq!(back.as_ref(), Ok(case));
}

#[test]
fn every_shipped_case_comes_back_from_its_workbook() {
    for shipped in shipped_cases() {
        assert_comes_back(&shipped.read().unwrap());
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_case_comes_back_from_its_workbook(case in any_case()) {
        assert_comes_back(&case);
    }
}

/// A workbook with these sheets and cells, and no others.
fn typed(sheets: &[(&str, &[&[&str]])]) -> CaseFound {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => page.write_number(row, column, number).unwrap(),
                    Err(_) if text.is_empty() => continue,
                    Err(_) => page.write_string(row, column, *text).unwrap(),
                };
            }
        }
    }
    read_case(&book.save_to_buffer().unwrap()).unwrap()
}

fn said(found: &CaseFound) -> String {
    let faults = Case::from_value(&found.value).err();
    let faults = faults.map(|faults| faults.0).unwrap_or_default();
    let faults = faults.iter().map(|fault| found.said(fault));
    let all: Vec<String> = found.problems.iter().cloned().chain(faults).collect();
    all.join("\n")
}

#[test]
fn each_fault_names_its_cell_and_each_column_that_is_not_read_is_named() {
    let found = typed(&[
        (
            "Case",
            &[
                &["Field", "Value"],
                &["Format", "1"],
                &["Id", "My case"],
                &["Title", "Mine"],
                &["Authority", "Nowhere"],
                &["First year", "2026"],
                &["Number of years", "3"],
                &["Invested by", "treasury"],
                &["Inflation", "elsewhere"],
                &["Colour", "red"],
            ],
        ),
        (
            "Payers",
            &[
                &["Id", "Label", "Ring-fenced"],
                &["core", "Core", "maybe"],
                &["core", "", "no"],
            ],
        ),
        ("Workstreams", &[&["Id", "Label"], &["part", "Part"]]),
        ("Headings", &[&["Id", "Label"], &["all", "All"]]),
        (
            "Assumptions",
            &[
                &[
                    "Label",
                    "Id",
                    "Unit",
                    "Published",
                    "Least",
                    "Greatest",
                    "Step",
                    "Low",
                    "High",
                    "Heading",
                    "Tier",
                    "Status",
                ],
                &[
                    "Pay", "pay", "Pounds", "£40,000", "0", "1000", "1", "0", "1", "all", "key",
                    "added",
                ],
                &[
                    "Posts", "posts", "count", "many", "0", "10", "1", "0", "1", "all", "key",
                    "added",
                ],
            ],
        ),
        (
            "Investment",
            &[
                &[
                    "Id",
                    "Label",
                    "Workstream",
                    "Cost",
                    "Posts",
                    "Pay",
                    "Notes to self",
                    "2026/27",
                    "2027/28",
                    "2028/29",
                ],
                &[
                    "team", "Team", "part", "staff", "posts", "pay", "x", "12", "13", "12",
                ],
                &[
                    "other", "Other", "part", "staff", "posts", "", "", "12", "", "12",
                ],
            ],
        ),
        (
            "Benefits",
            &[
                &[
                    "Id",
                    "Label",
                    "Kind",
                    "Workstream",
                    "Gains",
                    "Rule",
                    "Cost",
                    "Share",
                    "Absorbed",
                    "2026/27",
                    "2027/28",
                    "2028/29",
                ],
                &[
                    "line",
                    "Line",
                    "saving",
                    "part",
                    "core",
                    "share-of-cost",
                    "pay",
                    "posts",
                    "pay",
                    "1",
                    "2",
                    "",
                ],
                &[
                    "next", "Next", "Saving", "part", "core", "magic", "", "", "", "1", "2", "3",
                ],
            ],
        ),
        (
            "Payer splits",
            &[
                &["Of", "Payer", "Share"],
                &["line", "nhs", "pay"],
                &["nobody", "core", "pay"],
            ],
        ),
        ("My own notes", &[&["Anything"], &["at all"]]),
    ]);
    insta::assert_snapshot!(said(&found));
    assert_eq!(found.value["assumptions"][0]["published"], json!(40_000));
}

#[test]
fn other_workbooks_are_told_from_cases_and_refused_with_a_reason() {
    let (model, published) = (model(), Scenario::published());
    let scenario = write(&workbook(&Link::to(&model, &published), &ABOUT), ABOUT.date).unwrap();
    assert!(!is_case(&scenario));
    assert_eq!(read_case(&scenario), Err(Unreadable::NotACase));
    let case = write_case(model.case()).unwrap();
    assert!(is_case(&case) && read(&scenario).is_ok());
    assert!(case.len() < 200_000, "{} bytes", case.len());
    for rubbish in [&b""[..], b"PK", b"not a workbook", &case[..case.len() / 2]] {
        assert!(!is_case(rubbish) && read_case(rubbish).is_err());
    }
    let large = read_case(&vec![0; 5_000_001]).unwrap_err();
    assert_eq!(
        large.to_string(),
        "this workbook has 6 MB, and one of a case has at most 5 MB"
    );
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn damaged_bytes_never_stop_the_program(place in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = write_case(&shipped("template")).unwrap();
        *place.get_mut(&mut bytes) = byte;
        let _ = read_case(&bytes).map(|found| said(&found));
    }
}

/// Reads the file with another program, `python3-openpyxl`, where it is installed: a table a
/// sheet with its headings in the first row, no merged cells, lists to choose from.
#[test]
fn another_program_opens_it_and_finds_a_table_on_each_sheet() {
    let file = std::env::temp_dir().join("send-modeller-case.xlsx");
    std::fs::write(&file, write_case(&shipped(DEFAULT_CASE)).unwrap()).unwrap();
    const LOOK: &str = r#"
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
    "name": sheet.title,
    "tables": [table.ref for table in sheet.tables.values()],
    "merged": len(sheet.merged_cells.ranges),
    "choices": len(sheet.data_validations.dataValidation),
    "first": [cell.value for cell in sheet[1]],
} for sheet in book]))
"#;
    let run = Command::new("python3")
        .args(["-c", LOOK])
        .arg(&file)
        .output();
    let Some(output) = run.ok().filter(|output| output.status.success()) else {
        println!("no openpyxl here");
        return;
    };
    let sheets: Value = serde_json::from_slice(&output.stdout).unwrap();
    let sheets = sheets.as_array().unwrap();
    assert_eq!(sheets.len(), 17);
    for sheet in sheets {
        assert_eq!(sheet["tables"].as_array().unwrap().len(), 1, "{sheet}");
        assert!(
            sheet["tables"][0].as_str().unwrap().starts_with("A1:"),
            "{sheet}"
        );
        assert_eq!(sheet["merged"], 0, "{sheet}");
        let headings = sheet["first"].as_array().unwrap();
        assert!(headings.iter().all(Value::is_string), "{sheet}");
    }
    let named = |name: &str| sheets.iter().find(|sheet| sheet["name"] == name).unwrap();
    assert!(
        named("Benefits")["first"]
            .as_array()
            .unwrap()
            .contains(&json!("2018/19"))
    );
    for name in [
        "Case",
        "Assumptions",
        "Investment",
        "Benefits",
        "Payer splits",
    ] {
        assert!(named(name)["choices"].as_u64().unwrap() > 1, "{name}");
    }
}
