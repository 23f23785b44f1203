//! A case written as a file and read again.

use proptest::prelude::*;
use send_modeller::case::{Case, Decimal, shipped_cases};
use serde_json::{Value, json};

use crate::cases;
use crate::packed::shipped_text;

/// Fields that some record may leave out, and what then stands for them.
fn stands_for(field: &str) -> Option<Value> {
    match field {
        "ring_fenced" | "whole" => Some(json!(false)),
        "outcomes_source" | "note" | "help" | "unit_note" | "caution" | "derivation" => {
            Some(json!(""))
        }
        "shares" | "offset_by" | "presets" | "failures" => Some(json!([])),
        "to_nearest" => Some(json!(1)),
        _ => None,
    }
}

/// A file's value without the fields that say what would be so without them.
fn without_defaults(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_defaults),
        Value::Object(fields) => {
            fields.retain(|name, value| {
                !value.is_null() && stands_for(name).as_ref() != Some(&*value)
            });
            fields.values_mut().for_each(without_defaults);
        }
        _ => {}
    }
}

#[test]
fn every_shipped_case_comes_back_and_is_what_its_file_says() {
    for shipped in shipped_cases() {
        let case = shipped.read().unwrap();
        let (text, value) = (case.to_json(), case.to_value());
        assert_eq!(Case::from_json(&text).unwrap(), case);
        assert_eq!(Case::from_value(&value).unwrap(), case);
        let parsed: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(parsed, value);
        let mut file: Value = serde_json::from_str(&shipped_text(shipped.id)).unwrap();
        let mut written = value;
        without_defaults(&mut file);
        without_defaults(&mut written);
        assert_eq!(written, file, "{}", shipped.id);
    }
}

#[test]
fn the_text_keeps_the_order_of_the_fields_and_puts_a_row_of_years_in_a_row() {
    let text = shipped_cases()[0].read().unwrap().to_json();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
    let fields = [
        "{\n  \"format\": 1,\n  \"id\": \"hertfordshire-2018\",\n  \"title\"",
        "\n  \"years\": {\n    \"first\": 2018,\n    \"count\": 5\n  },",
        "\n  \"invested_by\": \"core\",",
        "\n      \"range_note\": ",
        "\n        \"amounts\": [33307, 65405, 65405, 0, 0]\n",
        "\n  \"benefits\": [\n    {\n      \"id\": ",
        "\n      \"proposal\": ",
        "\n  \"risks\": [",
    ];
    let places = fields.map(place);
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.ends_with("\n}\n"));
    assert!(!text.contains("\"caution\": \"\"") && !text.contains("null,"));
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_number_is_written_to_the_last_digit(bits in any::<u64>(), exponent in -40_i32..36) {
        let biased = u64::from((1023 + exponent).unsigned_abs());
        let number = f64::from_bits(bits & !(0x7ff << 52) | biased << 52);
        let mut case = shipped_cases()[0].read().unwrap();
        case.assumptions[0].published = number;
        let words = format!("\"published\": {},", Decimal(number));
        prop_assert!(case.to_json().contains(&words), "{words}");
        let value = case.to_value();
        prop_assert_eq!(value["assumptions"][0]["published"].as_f64(), Some(number));
        let parsed: Value = serde_json::from_str(&case.to_json()).unwrap();
        prop_assert_eq!(parsed["assumptions"][0]["published"].as_f64(), Some(number));
    }

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let mut case = shipped_cases()[0].read().unwrap();
        case.subtitle.clone_from(&text);
        prop_assert_eq!(Case::from_json(&case.to_json()).unwrap().subtitle, text);
    }
}
