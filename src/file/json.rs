//! JSON as a file of ours has it: written so that a person can read it, and read so that
//! every fault has a place. Numbers stay as they are written: `parse_number` reads them to
//! the last digit, and serde's reader and writer of them would bring tables to the browser.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::problem::{FileProblem, shortened};
pub(super) use crate::case::json_text as text;

/// The fields of an object in the order of the file, each as it is written. How deep a
/// field goes is nobody's business until it is read, so depth can do no harm.
pub(super) struct Object<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object<'de>, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Object<'de>, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry::<String, &'de RawValue>()? {
                    fields.push(field);
                }
                Ok(Object(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

impl<'a> Object<'a> {
    /// The field of this name, the last where it stands there more than once; none where it
    /// is not there, or is null.
    pub fn field(&self, name: &str, problems: &mut Vec<FileProblem>) -> Option<&'a RawValue> {
        let mut all = self.0.iter().filter(|(field, _)| field == name);
        let (_, first) = all.next()?;
        let last = all.next_back();
        if last.is_some() {
            problems.push(FileProblem::Repeated {
                place: name.to_owned(),
            });
        }
        let value = last.map_or(*first, |(_, value)| *value);
        (value.get() != "null").then_some(value)
    }

    /// The text of a field; none where it is not there or is no text, which is then named.
    pub fn text(&self, name: &str, problems: &mut Vec<FileProblem>) -> Option<String> {
        let value = self.field(name, problems)?;
        read(value, name, "a text", '"', problems)
    }

    /// The fields of a field that is an object; none where it is not there or is none.
    pub fn object(&self, name: &str, problems: &mut Vec<FileProblem>) -> Option<Object<'a>> {
        let value = self.field(name, problems)?;
        read(value, name, "an object", '{', problems)
    }
}

/// Reads a value that begins as its kind does, or names what was found in its place.
pub(super) fn read<'a, T: Deserialize<'a>>(
    value: &'a RawValue,
    place: &str,
    wanted: &'static str,
    begins: char,
    problems: &mut Vec<FileProblem>,
) -> Option<T> {
    // The kind is told first, so that serde is never asked for what it describes in words
    // of its own.
    let fits = value.get().starts_with(begins);
    let read = fits.then(|| serde_json::from_str(value.get()));
    if let Some(Ok(read)) = read {
        return Some(read);
    }
    problems.push(wrong_kind(value, place, wanted));
    None
}

/// The text of a number; anything else is named.
pub(super) fn number<'a>(
    value: &'a RawValue,
    place: &str,
    problems: &mut Vec<FileProblem>,
) -> Option<&'a str> {
    let text = value.get();
    if text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return Some(text);
    }
    problems.push(wrong_kind(value, place, "a number"));
    None
}

fn wrong_kind(value: &RawValue, place: &str, wanted: &'static str) -> FileProblem {
    let text = value.get();
    let found = match text.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "a list".to_owned(),
        _ => shortened(text),
    };
    FileProblem::WrongKind {
        place: place.to_owned(),
        wanted,
        found,
    }
}

/// An object with each field on a line of its own, indented by so many steps.
pub(super) fn object(fields: &[(String, String)], steps: usize) -> String {
    if fields.is_empty() {
        return "{}".to_owned();
    }
    let indent = "  ".repeat(steps);
    let fields = fields.iter();
    let lines: Vec<String> = fields
        .map(|(name, value)| format!("{indent}  {}: {value}", text(name)))
        .collect();
    format!("{{\n{}\n{indent}}}", lines.join(",\n"))
}
