//! From text to a checked [`Case`], by hand rather than by serde's derive: it keeps the
//! place of every fault, finds them all rather than the first, and is a tenth of the
//! size in the browser.

use serde_json::{Map, Value};

use super::{Case, CaseError, CaseErrors, CaseFault, Decimal, LARGEST_CASE, MOST_FAULTS};

impl Case {
    /// Reads and checks a case file.
    ///
    /// # Errors
    /// Every fault found, each naming the place in the file: what cannot be read (a missing
    /// field, a text for a number), and what is wrong with what can (a reference to
    /// nothing, a value out of range). A file of more than [`LARGEST_CASE`] bytes is not
    /// read at all.
    pub fn from_json(text: &str) -> Result<Case, CaseErrors> {
        Case::from_value(&case_value(text)?)
    }

    /// Reads and checks what a case file holds, as [`Case::to_value`] gives it.
    ///
    /// # Errors
    /// As [`Case::from_json`], but for text that is not JSON.
    pub fn from_value(value: &Value) -> Result<Case, CaseErrors> {
        let mut faults = Vec::new();
        let case = Case::read(value, &Place::File, &mut faults);
        match case {
            Some(mut case) if faults.is_empty() => {
                case.check()?;
                case.read_beside(value);
                Ok(case)
            }
            _ => Err(Case::faults_of(value)),
        }
    }

    /// Takes what a file says of its assumptions and lines besides what is kept with them.
    pub(super) fn read_beside(&mut self, value: &Value) {
        let mut faults = Vec::new();
        self.change_evidence(|evidence| {
            evidence.notes = beside(&value["assumptions"], &mut faults);
            evidence.line_notes = beside(&value["benefits"], &mut faults);
        });
    }
}

/// What a case file holds, before anything of it is understood: for [`Case::from_value`] and
/// [`Case::read_as_far`].
///
/// # Errors
/// One fault: text of more than [`LARGEST_CASE`] bytes, or that is not JSON.
pub fn case_value(text: &str) -> Result<Value, CaseErrors> {
    let refused = |fault| {
        CaseErrors(vec![CaseError {
            path: "file".to_owned(),
            fault,
        }])
    };
    if let Some(fault) = too_large(text.len() as u64) {
        return Err(refused(fault));
    }
    // Some editors put a mark before the first bracket.
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|fault| refused(CaseFault::NotJson(fault.to_string())))
}

/// What is wrong with a file of so many bytes, if anything, to be asked before it is read.
pub fn too_large(bytes: u64) -> Option<CaseFault> {
    let most = LARGEST_CASE as u64;
    (bytes > most).then_some(CaseFault::TooLarge { bytes, most })
}

/// What is said of each record of a list besides what is kept with it. It was checked with
/// the record.
fn beside<T: ReadFields>(list: &Value, faults: &mut Vec<CaseError>) -> Vec<T> {
    let records = list.as_array().into_iter().flatten();
    let read = records.filter_map(|record| {
        let mut fields = Fields::of(record, &Place::File, faults)?;
        T::read_fields(&mut fields, faults)
    });
    read.collect()
}

/// Where in a file a value stands.
pub(super) enum Place<'a> {
    /// The whole file.
    File,
    /// A field of an object.
    Field(&'a Place<'a>, &'a str),
    /// An item of a list.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// As `assumptions[3].published`.
    fn text(&self) -> String {
        match self {
            Place::File => String::new(),
            Place::Field(Place::File, name) => (*name).to_owned(),
            Place::Field(parent, name) => format!("{}.{name}", parent.text()),
            Place::Item(parent, index) => format!("{}[{index}]", parent.text()),
        }
    }
}

/// Notes a fault.
pub(super) fn fault(faults: &mut Vec<CaseError>, place: &Place<'_>, fault: CaseFault) {
    if faults.len() >= MOST_FAULTS {
        return;
    }
    let path = match place {
        Place::File => "file".to_owned(),
        _ => place.text(),
    };
    faults.push(CaseError { path, fault });
}

/// Something that stands in a case file.
pub(super) trait Read: Sized {
    /// Reads a value, noting every fault in it; none where there is one.
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<Self>;

    /// What stands for it where the file leaves it out; none where it may not be.
    fn left_out() -> Option<Self> {
        None
    }
}

/// Fields that stand among those of another record in a file.
pub(super) trait ReadFields: Sized {
    /// Reads them, noting every fault in them; none where there is one.
    fn read_fields(fields: &mut Fields<'_>, faults: &mut Vec<CaseError>) -> Option<Self>;
}

/// Notes that something else was wanted here.
pub(super) fn wrong_kind<T>(
    wanted: &'static str,
    value: &Value,
    place: &Place<'_>,
    faults: &mut Vec<CaseError>,
) -> Option<T> {
    let found = described(value);
    fault(faults, place, CaseFault::WrongKind { wanted, found });
    None
}

/// A value found where another kind was wanted. Written out here: serde's own writer of
/// JSON would bring ten thousand bytes of tables to the browser for this one sentence.
fn described(value: &Value) -> String {
    const MOST: usize = 40;
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => Decimal(number.as_f64().unwrap_or_default()).to_string(),
        Value::String(text) => {
            let cut = text.char_indices().nth(MOST);
            match cut {
                Some((end, _)) => format!("\"{}…\"", &text[..end]),
                None => format!("\"{text}\""),
            }
        }
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

impl Read for String {
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            _ => wrong_kind("a text", value, place, faults),
        }
    }
}

impl Read for f64 {
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<f64> {
        let number = value.as_f64();
        number.or_else(|| wrong_kind("a number", value, place, faults))
    }
}

impl Read for bool {
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<bool> {
        let truth = value.as_bool();
        truth.or_else(|| wrong_kind("true or false", value, place, faults))
    }
}

/// Whole numbers of whatever size the field holds.
macro_rules! read_whole {
    ($($number:ty),*) => {$(
        impl Read for $number {
            fn read(
                value: &Value,
                place: &Place<'_>,
                faults: &mut Vec<CaseError>,
            ) -> Option<$number> {
                let number = value.as_u64().and_then(|number| number.try_into().ok());
                number.or_else(|| {
                    wrong_kind("a whole number of nought or more", value, place, faults)
                })
            }
        }
    )*};
}
read_whole!(u16, u32, usize);

impl<T: Read> Read for Option<T> {
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            _ => T::read(value, place, faults).map(Some),
        }
    }

    fn left_out() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, place: &Place<'_>, faults: &mut Vec<CaseError>) -> Option<Vec<T>> {
        let Value::Array(items) = value else {
            return wrong_kind("a list", value, place, faults);
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            // Read on after a fault, so that all of them are found.
            list.extend(T::read(item, &Place::Item(place, index), faults));
        }
        (list.len() == items.len()).then_some(list)
    }
}

/// The object a record is read from, and the fields asked for so far.
pub(super) struct Fields<'a> {
    object: &'a Map<String, Value>,
    place: &'a Place<'a>,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of a value; none where it has none.
    pub fn of(
        value: &'a Value,
        place: &'a Place<'a>,
        faults: &mut Vec<CaseError>,
    ) -> Option<Fields<'a>> {
        match value {
            Value::Object(object) => Some(Fields {
                object,
                place,
                asked: Vec::new(),
            }),
            _ => wrong_kind("an object", value, place, faults),
        }
    }

    /// A field that must be there, unless its type knows what stands for it.
    pub fn get<T: Read>(&mut self, name: &'static str, faults: &mut Vec<CaseError>) -> Option<T> {
        self.asked.push(name);
        let place = Place::Field(self.place, name);
        match self.object.get(name) {
            Some(value) => T::read(value, &place, faults),
            None => {
                let stands = T::left_out();
                if stands.is_none() {
                    fault(faults, &place, CaseFault::Missing);
                }
                stands
            }
        }
    }

    /// A field that may be left out.
    pub fn get_or<T: Read>(
        &mut self,
        name: &'static str,
        otherwise: T,
        faults: &mut Vec<CaseError>,
    ) -> Option<T> {
        if self.object.contains_key(name) {
            self.get(name, faults)
        } else {
            self.asked.push(name);
            Some(otherwise)
        }
    }

    /// Notes every field nobody asked for: most likely a misspelt one.
    pub fn end(self, faults: &mut Vec<CaseError>) {
        for name in self.object.keys() {
            if !self.asked.contains(&name.as_str()) {
                let known = self.asked.join(", ");
                let place = Place::Field(self.place, name);
                fault(faults, &place, CaseFault::UnknownField { known });
            }
        }
    }
}
