//! `docs/case.schema.json`, held to the reader, and `docs/case-format.md`, held to the program.

use jsonschema::Validator;
use proptest::prelude::*;
use send_modeller::case::{Case, shipped_cases};
use send_modeller::model::{Model, Scenario};
use serde_json::{Value, json};

use crate::case_file::{places, shipped};
use crate::generated::any_case;
use crate::packed::shipped_text;
use crate::{cases, pounds, project};

fn schema_text() -> String {
    std::fs::read_to_string(project("docs/case.schema.json")).unwrap()
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema_text()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// To renew it: `send-modeller schema > docs/case.schema.json`.
#[cfg(feature = "schema")]
#[test]
fn the_published_schema_is_that_of_the_types() {
    assert!(
        schema_text() == send_modeller::case::case_schema(),
        "docs/case.schema.json is old"
    );
}

#[test]
fn every_shipped_case_fits_the_schema_as_its_file_and_as_written() {
    let validator = validator();
    for shipped in shipped_cases() {
        let file: Value = serde_json::from_str(&shipped_text(shipped.id)).unwrap();
        for value in [file, shipped.read().unwrap().to_value()] {
            let faults: Vec<String> = validator
                .iter_errors(&value)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert_eq!(faults, Vec::<String>::new(), "{}", shipped.id);
        }
    }
}

/// What the reader says of the shape of a file: a field that is missing, unknown or of
/// another kind. Everything else is the validator's.
fn misshapen(file: &Value) -> bool {
    Case::from_value(file).err().is_some_and(|faults| {
        faults.0.iter().any(|error| {
            let said = error.fault.to_string();
            ["is missing", "is not a field", "is needed here, and"]
                .iter()
                .any(|words| said.contains(words) && !said.contains("is measured in"))
        })
    })
}

#[test]
fn the_schema_refuses_what_the_reader_cannot_read_field_by_field() {
    let (validator, file) = (validator(), shipped());
    let mut all = Vec::new();
    places(&file, "", &mut all);
    let mut seen = std::collections::HashSet::new();
    for place in all.iter().filter(|place| !place.is_empty()) {
        let kind: Vec<&str> = place
            .split('/')
            .map(|part| {
                if part.parse::<u32>().is_ok() {
                    "#"
                } else {
                    part
                }
            })
            .collect();
        if !seen.insert(kind.join("/")) {
            continue;
        }
        let (parent, name) = place.rsplit_once('/').unwrap();
        let mut changed = Vec::new();
        if let Some(fields) = file.pointer(parent).unwrap().as_object() {
            let mut fewer = file.clone();
            fewer
                .pointer_mut(parent)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(name);
            let mut more = file.clone();
            more.pointer_mut(parent).unwrap()["another"] = json!(1);
            assert!(!fields.contains_key("another"));
            changed.extend([fewer, more]);
        }
        for other in [
            json!("words"),
            json!(7.5),
            json!(true),
            json!([[]]),
            json!({}),
            json!(null),
        ] {
            let mut retyped = file.clone();
            *retyped.pointer_mut(place).unwrap() = other;
            changed.push(retyped);
        }
        for changed in changed {
            let (read, fits) = (misshapen(&changed), validator.is_valid(&changed));
            // The schema also has bounds, so what it refuses may still be readable.
            assert!(!(read && fits), "{place}: {:?}", changed.pointer(place));
            if fits {
                assert!(!read, "{place}");
            } else {
                assert!(
                    Case::from_value(&changed).is_err(),
                    "{place}: {:?}",
                    changed.pointer(place)
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_case_fits_the_schema(case in any_case()) {
        let (validator, value) = (validator(), case.to_value());
        let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
        prop_assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn the_example_of_the_documentation_is_a_sound_case_that_comes_to_what_it_says() {
    let page = std::fs::read_to_string(project("docs/case-format.md")).unwrap();
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("\n```").unwrap();
    let case = Case::from_json(example).unwrap();
    assert!(validator().is_valid(&case.to_value()));
    assert_eq!(case.remarks(), []);
    let model = Model::new(case).unwrap();
    let outcome = model.evaluate(&Scenario::published());
    assert_eq!(pounds(&outcome.savings), [30_000, 90_000, 120_000]);
    assert!(page.contains("£30,000, £90,000 and £120,000"));
}

#[test]
fn every_field_and_every_kind_stands_in_the_documentation() {
    let page = std::fs::read_to_string(project("docs/case-format.md")).unwrap();
    let schema: Value = serde_json::from_str(&schema_text()).unwrap();
    let mut names = Vec::new();
    let mut of = vec![&schema];
    while let Some(value) = of.pop() {
        match value {
            Value::Object(fields) => {
                let properties = fields.get("properties").and_then(Value::as_object);
                names.extend(
                    properties
                        .into_iter()
                        .flat_map(|fields| fields.keys().cloned()),
                );
                names.extend(
                    fields
                        .get("const")
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                );
                of.extend(fields.values());
            }
            Value::Array(items) => of.extend(items),
            _ => {}
        }
    }
    assert!(names.len() > 100, "{}", names.len());
    for name in names {
        assert!(
            page.contains(&format!("`{name}`")) || page.contains(&format!(".{name}`")),
            "{name} is not in docs/case-format.md"
        );
    }
}

/// The first case as its file was when format 1 was published. Never to be changed.
#[test]
fn a_file_of_format_1_opens_as_it_did() {
    let text = std::fs::read_to_string(project("tests/cases/format-1.json")).unwrap();
    let case = Case::from_json(&text).unwrap();
    let model = Model::new(case).unwrap();
    let outcome = model.evaluate(&Scenario::published());
    assert_eq!(
        pounds(&outcome.investment),
        [513_814, 1_742_142, 756_401, 0, 0]
    );
    assert_eq!(
        pounds(&outcome.savings),
        [0, 1_739_985, 1_739_985, 1_739_985, 1_739_985]
    );
    assert_eq!(
        pounds(&outcome.avoidance),
        [225_746, 2_561_246, 3_271_841, 3_629_825, 4_002_641]
    );
}
