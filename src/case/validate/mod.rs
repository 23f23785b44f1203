//! The one validator of cases, for the shipped ones and for any other.
//!
//! It finds every fault rather than the first, because the person mending a file
//! should see the whole list.

mod adjustments;
mod evidence;
mod lines;
mod presets;

use std::collections::HashSet;

use super::{
    Assumption, CASE_FORMAT, Case, CaseError, CaseErrors, CaseFault, MAX_YEARS, MIN_YEARS,
    MOST_FAULTS, OWN, RESERVED_PREFIXES, Unit,
};

/// Keys of a link that are not assumptions; no assumption may take one as its id.
pub const RESERVED_KEYS: [&str; 13] = [
    "case",
    "own-case",
    "v",
    "ranges",
    "view",
    "stress",
    "title",
    "note",
    "receipt",
    "compare-1",
    "compare-2",
    "compare-3",
    "compare-4",
];

/// The most investment lines, benefit lines or assumptions a case may have: far above
/// any paper, and low enough that a hostile file cannot hold the page.
pub const MAX_LINES: usize = 500;

/// The most presets a case may have: each is a name in a list to choose from.
pub const MAX_PRESETS: usize = 30;

/// Beyond this no pound figure of a council's case is meant, and whole pounds would
/// stop being exact long after.
const LARGEST_POUNDS: f64 = 1e11;

/// The least that one press of an arrow key may add.
const LEAST_STEP: f64 = 1e-9;

impl Case {
    /// Checks everything the types cannot say.
    ///
    /// # Errors
    /// Every fault found, in the file's order.
    pub fn check(&self) -> Result<(), CaseErrors> {
        let mut checker = Checker {
            case: self,
            faults: Vec::new(),
        };
        checker.check();
        if checker.faults.is_empty() {
            Ok(())
        } else {
            Err(CaseErrors(checker.faults))
        }
    }
}

struct Checker<'a> {
    case: &'a Case,
    faults: Vec<CaseError>,
}

impl Checker<'_> {
    fn fault(&mut self, path: impl Into<String>, fault: CaseFault) {
        if self.faults.len() < MOST_FAULTS {
            let path = path.into();
            self.faults.push(CaseError { path, fault });
        }
    }

    fn check(&mut self) {
        let case = self.case;
        if case.format != CASE_FORMAT {
            self.fault(
                "format",
                CaseFault::Format {
                    found: case.format,
                    known: CASE_FORMAT,
                },
            );
        }
        self.id("id", &case.id);
        self.text("title", &case.title);
        self.text("authority", &case.authority);
        self.range("years.first", f64::from(case.years.first), 1990.0, 2100.0);
        #[expect(clippy::cast_precision_loss, reason = "a count of years is small")]
        self.range(
            "years.count",
            case.years.count as f64,
            MIN_YEARS as f64,
            MAX_YEARS as f64,
        );

        self.ids("payers", case.payers.iter().map(|payer| &payer.id), true);
        self.payer("invested_by", &case.invested_by);
        self.ids("workstreams", case.workstreams.iter().map(|w| &w.id), true);
        for (index, workstream) in case.workstreams.iter().enumerate() {
            self.text(
                format!("workstreams[{index}].label").as_str(),
                &workstream.label,
            );
            if let Some(delay) = &workstream.delay {
                self.assumption(
                    format!("workstreams[{index}].delay"),
                    delay,
                    Some(Unit::Months),
                );
            }
        }
        self.ids("groups", case.groups.iter().map(|group| &group.id), true);
        self.adjustments(&case.adjustments);
        self.ids(
            "assumptions",
            case.assumptions.iter().map(|assumption| &assumption.id),
            true,
        );
        for (index, assumption) in case.assumptions.iter().enumerate() {
            self.bounds(index, assumption);
        }
        self.ids(
            "investment",
            case.investment.iter().map(|line| &line.id),
            false,
        );
        for (index, line) in case.investment.iter().enumerate() {
            self.investment(index, line);
        }
        self.ids("benefits", case.benefits.iter().map(|line| &line.id), false);
        for (index, line) in case.benefits.iter().enumerate() {
            self.benefit(index, line);
        }
        self.evidence();
        self.presets();
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(path, CaseFault::Empty);
        }
    }

    fn range(&mut self, path: impl Into<String>, value: f64, min: f64, max: f64) {
        // Written so that a value that is no number at all is also outside.
        if !(value >= min && value <= max) {
            self.fault(path, CaseFault::OutOfRange { value, min, max });
        }
    }

    fn id(&mut self, path: impl Into<String>, id: &str) {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !id.split('-').all(word) {
            self.fault(path, CaseFault::NotAnId(short(id).to_owned()));
        }
    }

    fn ids<'b>(
        &mut self,
        list: &str,
        ids: impl ExactSizeIterator<Item = &'b String>,
        needed: bool,
    ) {
        if needed && ids.len() == 0 {
            self.fault(list, CaseFault::Empty);
        }
        if ids.len() > MAX_LINES {
            self.fault(
                list,
                CaseFault::TooMany {
                    found: ids.len(),
                    most: MAX_LINES,
                },
            );
        }
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate() {
            let path = format!("{list}[{index}].id");
            self.id(path.clone(), id);
            if !seen.insert(id) {
                self.fault(path, CaseFault::Duplicate(short(id).to_owned()));
            } else if list == "assumptions" && is_reserved(id) || id.starts_with(OWN) {
                self.fault(path, CaseFault::Reserved(id.clone()));
            }
        }
    }

    fn known<'b>(
        &mut self,
        path: impl Into<String>,
        value: &str,
        wanted: &'static str,
        ids: impl Iterator<Item = &'b String> + Clone,
    ) {
        if !ids.clone().any(|id| id == value) {
            self.fault(
                path,
                CaseFault::Unknown {
                    value: short(value).to_owned(),
                    wanted,
                    known: listed(ids),
                },
            );
        }
    }

    fn payer(&mut self, path: impl Into<String>, value: &str) {
        let case = self.case;
        let ids = case.payers.iter().map(|payer| &payer.id);
        self.known(path, value, "a payer", ids);
    }

    fn workstream(&mut self, path: impl Into<String>, value: &str) {
        let case = self.case;
        let ids = case.workstreams.iter().map(|workstream| &workstream.id);
        self.known(path, value, "a workstream", ids);
    }

    fn year(&mut self, path: impl Into<String>, value: &str) {
        let labels = self.case.years.labels();
        self.known(path, value, "a year", labels.iter());
    }

    fn assumption(&mut self, path: impl Into<String>, value: &str, unit: Option<Unit>) {
        let case = self.case;
        match case.assumptions.iter().find(|a| a.id == value) {
            None => {
                // To choose from, those that would do.
                let fits = |known: &&Assumption| unit.is_none_or(|unit| known.unit == unit);
                let ids = case.assumptions.iter().filter(fits);
                self.known(path, value, "an assumption", ids.map(|known| &known.id));
            }
            Some(found) => {
                if let Some(wanted) = unit
                    && wanted != found.unit
                {
                    self.fault(
                        path,
                        CaseFault::WrongUnit {
                            value: value.to_owned(),
                            found: unit_name(found.unit),
                            wanted: unit_name(wanted),
                        },
                    );
                }
            }
        }
    }

    fn bounds(&mut self, index: usize, assumption: &Assumption) {
        let at = |field: &str| format!("assumptions[{index}].{field}");
        let Assumption { min, max, .. } = *assumption;
        self.text(&at("label"), &assumption.label);
        let case = self.case;
        let groups = case.groups.iter().map(|group| &group.id);
        self.known(at("group"), &assumption.group, "a heading", groups);
        self.range(at("max"), max, min, LARGEST_POUNDS);
        self.range(at("min"), min, -LARGEST_POUNDS, max);
        self.range(at("published"), assumption.published, min, max);
        self.range(at("low"), assumption.low, min, max);
        self.range(at("high"), assumption.high, min, max);
        if assumption.low > assumption.high {
            self.fault(
                at("low"),
                CaseFault::LowAboveHigh {
                    low: assumption.low,
                    high: assumption.high,
                },
            );
        }
        self.range(at("step"), assumption.step, LEAST_STEP, LARGEST_POUNDS);
        // Percentages and months steer the timing and the splits; outside these the
        // model's formulas would not mean anything.
        let (least, most) = match assumption.unit {
            Unit::Percent => (-100.0, 1000.0),
            Unit::Months => (0.0, 24.0),
            Unit::Pounds | Unit::Count => (0.0, LARGEST_POUNDS),
        };
        self.range(at("min"), min, least, most);
        self.range(at("max"), max, least, most);
        if assumption.takes_whole() {
            for (field, value) in [
                ("published", assumption.published),
                ("min", min),
                ("max", max),
                ("low", assumption.low),
                ("high", assumption.high),
            ] {
                if value.fract() != 0.0 {
                    self.fault(at(field), CaseFault::NotWhole(value));
                }
            }
        }
    }
}

/// True for what links use for something else, or the program makes itself.
pub(crate) fn is_reserved(id: &str) -> bool {
    RESERVED_KEYS.contains(&id)
        || RESERVED_PREFIXES
            .iter()
            .any(|prefix| id.starts_with(prefix))
}

/// The beginning of a text that a file gives, for a sentence about it.
fn short(text: &str) -> &str {
    const MOST: usize = 60;
    text.char_indices()
        .nth(MOST)
        .map_or(text, |(end, _)| &text[..end])
}

/// Ids to choose from, as many as a sentence holds.
fn listed<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    const MOST: usize = 40;
    let ids: Vec<&str> = ids.take(MOST).map(|id| short(id)).collect();
    ids.join(", ")
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::Pounds => "pounds",
        Unit::Months => "months",
        Unit::Count => "a count",
    }
}
