//! `docs/scenario.schema.json`, held to what is written. The few words of JSON Schema that
//! it uses are understood here, and any other stops the test.

use serde_json::{Map, Value};

use crate::project;

/// The published schema.
pub fn schema() -> Value {
    let text = std::fs::read_to_string(project("docs/scenario.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Where a value does not fit the schema; empty where it does.
pub fn misfits(value: &Value) -> Vec<String> {
    let schema = schema();
    let mut found = Vec::new();
    Reader { schema: &schema }.check(&schema, value, "", &mut found);
    found
}

struct Reader<'a> {
    schema: &'a Value,
}

impl Reader<'_> {
    fn check(&self, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
        macro_rules! ill {
            ($why:expr) => {
                found.push(format!("{place}: {}", $why))
            };
        }
        let none = Map::new();
        let fields = value.as_object().unwrap_or(&none);
        let known = schema
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&none);
        for (word, wanted) in schema.as_object().unwrap() {
            match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "properties" => {}
                "enum" if !wanted.as_array().unwrap().contains(value) => {
                    ill!(format!("{value} is not one of {wanted}"));
                }
                "enum" => {}
                "minimum" if value.as_f64() < wanted.as_f64() => {
                    ill!(format!("{value} is below {wanted}"));
                }
                "maximum" if value.as_f64() > wanted.as_f64() => {
                    ill!(format!("{value} is above {wanted}"));
                }
                "maxItems" if value.as_array().map(Vec::len) > as_count(wanted) => {
                    ill!(format!("{value} has more than {wanted}"));
                }
                "minimum" | "maximum" | "maxItems" => {}
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{place}/{at}"), found);
                    }
                }
                "const" if value != wanted => ill!(format!("{value} is not {wanted}")),
                "const" => {}
                "type" => {
                    let one = std::slice::from_ref(wanted);
                    let kinds = wanted.as_array().map_or(one, Vec::as_slice);
                    if !kinds.iter().any(|kind| is(value, kind.as_str().unwrap())) {
                        ill!(format!("{value} is not {wanted}"));
                    }
                }
                "required" => {
                    for name in wanted.as_array().unwrap() {
                        if !fields.contains_key(name.as_str().unwrap()) {
                            ill!(format!("{name} is missing"));
                        }
                    }
                }
                "maxLength" => {
                    let length = value.as_str().map_or(0, |text| text.chars().count());
                    if length as u64 > wanted.as_u64().unwrap() {
                        ill!(format!("{length} characters"));
                    }
                }
                "pattern" => {
                    if let Some(text) = value.as_str().filter(|text| !fits(text, wanted)) {
                        ill!(format!("{text} does not fit {wanted}"));
                    }
                }
                "$ref" | "propertyNames" | "additionalProperties" => {}
                other => panic!("this test does not understand {other}"),
            }
        }
        if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
            let target = self
                .schema
                .pointer(path.strip_prefix('#').unwrap())
                .unwrap();
            self.check(target, value, place, found);
        }
        for (name, field) in fields {
            let place = format!("{place}/{name}");
            if let Some(names) = schema.get("propertyNames") {
                self.check(names, &Value::String(name.clone()), &place, found);
            }
            let own = known
                .get(name)
                .or_else(|| schema.get("additionalProperties"));
            match own {
                Some(own) => self.check(own, field, &place, found),
                // What is written has to be described.
                None => found.push(format!("{place} is not in the schema")),
            }
        }
    }
}

fn as_count(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|count| count.try_into().ok())
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        "null" => value.is_null(),
        other => panic!("this test does not understand the type {other}"),
    }
}

fn fits(text: &str, pattern: &Value) -> bool {
    let digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match pattern.as_str().unwrap() {
        "^[0-9]+[.][0-9]+$" => {
            let both = text.split_once('.');
            both.is_some_and(|(one, other)| digits(one, 1, 9) && digits(other, 1, 9))
        }
        "^[0-9]{4}/[0-9]{2}$" => {
            let both = text.split_once('/');
            both.is_some_and(|(one, other)| digits(one, 4, 4) && digits(other, 2, 2))
        }
        "^[a-z0-9]+(-[a-z0-9]+)*$" => text.split('-').all(|word| {
            let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !word.is_empty() && word.bytes().all(letter)
        }),
        "#case=" => text.contains("#case="),
        other => panic!("this test does not understand the pattern {other}"),
    }
}

#[test]
fn the_schema_tells_a_sound_file_from_others() {
    let sound = serde_json::json!({
        "format": "send-modeller/scenario", "version": 1, "case": "some-case", "changes": {"a-b": 1.5}
    });
    assert_eq!(misfits(&sound), Vec::<String>::new());
    let changed = |name: &str, value: Value| {
        let mut file = sound.clone();
        file[name] = value;
        misfits(&file).len()
    };
    assert_eq!(changed("version", 2.into()), 1);
    assert_eq!(changed("case", "Not an id".into()), 1);
    assert_eq!(changed("changes", serde_json::json!({"a": "1", "B": 1})), 2);
    assert_eq!(changed("ranges", serde_json::json!({"a": {"low": 1}})), 1);
    assert_eq!(
        changed(
            "receipt",
            serde_json::json!({"payback_year": "soon", "net": 0.5})
        ),
        2
    );
    assert_eq!(changed("title", "x".repeat(81).into()), 1);
    assert_eq!(misfits(&serde_json::json!([])).len(), 5);
}
