//! The JSON Schema of case files, from the types that hold them: `docs/case.schema.json`.
//!
//! The types give names, kinds and descriptions. What the reader adds to them is added here:
//! what may be left out, that no other field is taken, what stands beside a record's own
//! fields, and the bounds that do not depend on the rest of a file. The rest (references,
//! units, one number a year) only the validator can say. Tests hold the schema to the reader.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{
    CASE_FORMAT, Case, Evidence, LineNotes, MAX_LINES, MAX_PRESETS, MAX_YEARS, MIN_YEARS, Notes,
};

/// Fields that a file may leave out though their type has no word for it, and what then
/// stands for them, as JSON; as in `case/fields.rs`.
const LEFT_OUT: [(&str, &str, &str); 15] = [
    ("", "presets", "[]"),
    ("", "failures", "[]"),
    ("Payer", "ring_fenced", "false"),
    ("Workstream", "outcomes_source", "\"\""),
    ("Workstream", "note", "\"\""),
    ("Group", "help", "\"\""),
    ("Assumption", "unit_note", "\"\""),
    ("Assumption", "whole", "false"),
    ("Assumption", "caution", "\"\""),
    ("Assumption", "derivation", "\"\""),
    ("InvestmentLine", "note", "\"\""),
    ("PayerSplit", "shares", "[]"),
    ("PlanPressure", "offset_by", "[]"),
    ("PrintedFigure", "to_nearest", "1"),
    ("Preset", "source", "\"\""),
];

/// What an id is made of.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The schema as text, draft 2020-12.
pub fn case_schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let [evidence, notes, line_notes] = [
        fields_of::<Evidence>(&mut generator),
        fields_of::<Notes>(&mut generator),
        fields_of::<LineNotes>(&mut generator),
    ];
    let mut schema = generator.into_root_schema_for::<Case>().to_value();
    add(&mut schema, evidence);
    if let Some(records) = schema["$defs"].as_object_mut() {
        for (name, beside) in [("Assumption", notes), ("BenefitLine", line_notes)] {
            if let Some(record) = records.get_mut(name) {
                add(record, beside);
            }
        }
        for (name, record) in records.iter_mut() {
            finish(name, record);
        }
    }
    finish("", &mut schema);
    schema["title"] = json!(format!("SEND Modeller case, format {CASE_FORMAT}"));
    bound(&mut schema);
    format!("{schema:#}\n")
}

/// The fields of what stands among those of another record.
fn fields_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    T::json_schema(generator).to_value()
}

fn add(record: &mut Value, mut beside: Value) {
    if let (Some(fields), Some(more)) = (
        record["properties"].as_object_mut(),
        beside["properties"].as_object_mut(),
    ) {
        fields.append(more);
    }
    let more = beside["required"].as_array().cloned().unwrap_or_default();
    if let Some(required) = record.get_mut("required").and_then(Value::as_array_mut) {
        required.extend(more);
    }
}

/// Says of every object in a record which of its fields are needed and that it has no other.
fn finish(name: &str, record: &mut Value) {
    if let Some(kinds) = record.get_mut("oneOf").and_then(Value::as_array_mut) {
        kinds.iter_mut().for_each(|kind| finish(name, kind));
    }
    let Some(fields) = record.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    let mut optional = Vec::new();
    for (of, field, otherwise) in LEFT_OUT {
        if of == name
            && let Some(described) = fields.get_mut(field)
        {
            described["default"] = serde_json::from_str(otherwise).unwrap_or_default();
            optional.push(field);
        }
    }
    for (field, described) in fields.iter_mut() {
        within(name, field, described);
    }
    if let Some(required) = record.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|field| !optional.iter().any(|name| field == name));
    }
    record["additionalProperties"] = json!(false);
}

/// Bounds of a field that hold whatever else a file says.
fn within(name: &str, field: &str, described: &mut Value) {
    let mut say = |word: &str, value: Value| described[word] = value;
    match (name, field) {
        (_, "id") => say("pattern", json!(ID)),
        ("Years", "first") => {
            say("minimum", json!(1990));
            say("maximum", json!(2100));
        }
        ("Years", "count") => {
            say("minimum", json!(MIN_YEARS));
            say("maximum", json!(MAX_YEARS));
        }
        ("", "format") => say("const", json!(CASE_FORMAT)),
        ("", "presets" | "failures") => say("maxItems", json!(MAX_PRESETS)),
        ("", "payers" | "workstreams" | "groups" | "assumptions") => {
            say("minItems", json!(1));
            say("maxItems", json!(MAX_LINES));
        }
        ("", "investment" | "benefits") => say("maxItems", json!(MAX_LINES)),
        ("InvestmentCost" | "BenefitRule" | "PlanPressure", _)
            if described["type"] == "array" && field != "offset_by" =>
        {
            described["minItems"] = json!(MIN_YEARS);
            described["maxItems"] = json!(MAX_YEARS);
        }
        _ => {}
    }
}

/// Leaves out what schemars says of how a program holds a number.
fn bound(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            tidy(fields);
            fields.values_mut().for_each(bound);
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        _ => {}
    }
}

fn tidy(fields: &mut Map<String, Value>) {
    if fields.get("format").is_some_and(Value::is_string) {
        fields.remove("format");
    }
    // The lines of a comment as one sentence after another.
    if let Some(Value::String(words)) = fields.get_mut("description") {
        *words = words.replace("\n\n", " ").replace('\n', " ");
    }
}
