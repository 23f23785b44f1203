//! A case as a file of its own: the same fields that are read, in their order, and nothing
//! that may be left out. Read again, it is the same case.

use serde_json::{Map, Value};

use super::{Case, Decimal};

impl Case {
    /// The case as its file has it, for a program to hold and change. An object of
    /// [`Value`] keeps no order; [`Case::to_json`] does.
    pub fn to_value(&self) -> Value {
        self.written().value()
    }

    /// The text of its file: every field on a line of its own, in the order of
    /// `case/fields.rs`, without those that stand as they would if left out. Numbers are
    /// written to the last digit.
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        self.written().json(0, &mut text);
        text.push('\n');
        text
    }

    fn written(&self) -> Written {
        let mut fields = self.fields();
        let evidence = self.evidence();
        for (name, value) in &mut fields {
            match *name {
                "assumptions" => beside(value, &evidence.notes),
                "benefits" => beside(value, &evidence.line_notes),
                _ => {}
            }
        }
        Written::Record(fields)
    }
}

/// Puts what is said of each record of a list among the record's own fields. A record of
/// which nothing is said, as in a case made by a program, has the fields empty.
fn beside<T: WriteFields + Default>(list: &mut Written, notes: &[T]) {
    let Written::List(records) = list else {
        return;
    };
    for (place, record) in records.iter_mut().enumerate() {
        if let Written::Record(fields) = record {
            fields.extend(notes.get(place).unwrap_or(&T::default()).fields());
        }
    }
}

/// A part of a case file. Unlike [`Value`] it knows in which order its fields stand.
pub(super) enum Written {
    /// No value: a field that is left out, or `null` in a list.
    Nothing,
    /// True or false.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Written>),
    /// An object.
    Record(WrittenFields),
}

/// The fields of an object, in the order they are written.
pub(super) type WrittenFields = Vec<(&'static str, Written)>;

/// Something that stands in a case file.
pub(super) trait Write {
    /// As it stands there.
    fn write(&self) -> Written;
}

/// A record, or what stands among the fields of one.
pub(super) trait WriteFields {
    /// Its fields, but for those that may be left out.
    fn fields(&self) -> WrittenFields;
}

/// Adds a field, unless no value of it is given.
pub(super) fn put(fields: &mut WrittenFields, name: &'static str, value: &impl Write) {
    match value.write() {
        Written::Nothing => {}
        written => fields.push((name, written)),
    }
}

/// The same, and left out where it is what stands for it then.
pub(super) fn put_unless<T: Write + PartialEq>(
    fields: &mut WrittenFields,
    name: &'static str,
    value: &T,
    otherwise: &T,
) {
    if value != otherwise {
        put(fields, name, value);
    }
}

impl Write for String {
    fn write(&self) -> Written {
        Written::Text(self.clone())
    }
}

impl Write for bool {
    fn write(&self) -> Written {
        Written::Truth(*self)
    }
}

impl Write for f64 {
    fn write(&self) -> Written {
        Written::Number(*self)
    }
}

macro_rules! write_whole {
    ($($number:ty),*) => {$(
        impl Write for $number {
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_lossless,
                reason = "years and numbers of disagreements: nowhere near 2^53"
            )]
            fn write(&self) -> Written {
                Written::Number(*self as f64)
            }
        }
    )*};
}
write_whole!(u16, u32, usize);

impl<T: Write> Write for Option<T> {
    fn write(&self) -> Written {
        self.as_ref().map_or(Written::Nothing, Write::write)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self) -> Written {
        Written::List(self.iter().map(Write::write).collect())
    }
}

impl Written {
    fn value(self) -> Value {
        match self {
            Written::Nothing => Value::Null,
            Written::Truth(truth) => Value::Bool(truth),
            Written::Number(number) => json_number(number),
            Written::Text(text) => Value::String(text),
            Written::List(items) => items.into_iter().map(Written::value).collect(),
            Written::Record(fields) => {
                let fields = fields.into_iter();
                let named = fields.map(|(name, value)| (name.to_owned(), value.value()));
                Value::Object(named.collect::<Map<_, _>>())
            }
        }
    }

    /// Adds the text, indented by so many steps from its second line on.
    fn json(&self, steps: usize, text: &mut String) {
        match self {
            Written::Nothing => text.push_str("null"),
            Written::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
            Written::Number(number) => text.push_str(&Decimal(*number).to_string()),
            Written::Text(words) => text.push_str(&json_text(words)),
            Written::List(items) => {
                // A row of years is read as a row.
                let row = items.iter().all(Written::is_number);
                let items = items.iter().map(|item| ("", item));
                between(text, ['[', ']'], items, (!row).then_some(steps));
            }
            Written::Record(fields) => {
                let fields = fields.iter().map(|(name, value)| (*name, value));
                between(text, ['{', '}'], fields, Some(steps));
            }
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Written::Number(_) | Written::Nothing)
    }
}

/// Adds what stands between brackets: each item on a line of its own, or all in a row
/// where no steps are given.
fn between<'a>(
    text: &mut String,
    [opens, closes]: [char; 2],
    items: impl Iterator<Item = (&'a str, &'a Written)>,
    steps: Option<usize>,
) {
    let line = |text: &mut String, more: usize| {
        if let Some(steps) = steps {
            text.push('\n');
            text.push_str(&"  ".repeat(steps + more));
        }
    };
    text.push(opens);
    let mut any = false;
    for (name, value) in items {
        if any {
            text.push_str(if steps.is_some() { "," } else { ", " });
        }
        any = true;
        line(text, 1);
        if !name.is_empty() {
            text.push_str(&json_text(name));
            text.push_str(": ");
        }
        value.json(steps.unwrap_or_default() + 1, text);
    }
    if any {
        line(text, 0);
    }
    text.push(closes);
}

/// A whole number as such, as it is when a file's text is read.
pub fn json_number(number: f64) -> Value {
    const EXACT: f64 = 9e15;
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
        return Value::from(number as i64);
    }
    Value::from(number)
}

/// A text in quotes, with everything escaped that has to be. Written out, like
/// [`Decimal`], since serde's own writer would bring tables to the browser.
pub fn json_text(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 2);
    text.push('"');
    for character in words.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            other if other.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(other))),
            other => text.push(other),
        }
    }
    text.push('"');
    text
}
