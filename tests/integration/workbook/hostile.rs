//! Somebody else's words in a workbook of ours: whatever they look like, they are text.

use std::fs;
use std::io::Cursor;

use send_modeller::case::Case;
use send_modeller::link::Link;
use send_modeller::model::{Model, Scenario};
use send_modeller::workbook::{workbook, write};
use serde_json::Value;
use zip::ZipArchive;

use super::ABOUT;
use crate::project;

const WORDS: &str = "=HYPERLINK(\"https://evil.example/\",\"Press\")";

/// Puts the words before every label and name.
fn take_over(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(take_over),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if ["label", "name", "title", "help"].contains(&&**key) => {
                        *text = WORDS.chars().chain(text.chars()).take(60).collect();
                    }
                    other => take_over(other),
                }
            }
        }
        _ => {}
    }
}

/// What stands in each element of this name.
fn inside<'a>(xml: &'a str, element: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let parts = xml.split(&*begin).skip(1);
    parts.filter_map(|part| part.split(&*end).next()).collect()
}

#[test]
fn words_that_a_spreadsheet_would_run_are_text_in_a_workbook() {
    let text = fs::read_to_string(project("www/cases/cambridgeshire-2019.json")).unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    take_over(&mut value);
    let model = Model::of_sound(Case::from_json(&value.to_string()).unwrap()).unwrap();
    let published = Scenario::published();
    let link = Link {
        title: WORDS,
        note: WORDS,
        ..Link::to(&model, &published)
    };
    let bytes = write(&workbook(&link, &ABOUT), ABOUT.date).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut texts, mut formulas) = (0, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let Ok(xml) = std::io::read_to_string(part) else {
            continue;
        };
        for formula in inside(&xml, "f") {
            formulas += 1;
            // A payer's name may be looked for, as a text between quotes, its own doubled.
            let outside: String = formula.split('"').step_by(2).collect();
            assert!(!outside.contains("evil.example"), "{name}: {formula}");
        }
        // Where a cell leads to stands in the relations of its sheet.
        assert!(
            !name.ends_with(".rels") || !xml.contains("evil.example"),
            "{name}"
        );
        texts += xml.matches("evil.example").count();
    }
    assert!(texts > 50, "{texts}");
    assert!(formulas > 100, "{formulas}");
}
