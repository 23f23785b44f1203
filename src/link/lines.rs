//! Lines of somebody's own in a link: each a small link of its own under `line-1`,
//! `line-2` and so on, with `title`, `kind`, `workstream`, `payer`, `amounts` and `counted`.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::problem::{LinkProblem, named, shortened};
use super::text::{escape_into, place_of, title_of};
use super::v1::Pairs;
use crate::case::{
    BenefitKind, Case, Decimal, LARGEST_OWN, MOST_OWN_LINES, OWN_LINE, OwnFault, OwnKind, OwnLine,
    parse_number,
};
use crate::model::{Model, Scenario};

/// What a line may be, with the word for it.
pub(crate) const KINDS: [(&str, Option<BenefitKind>); 3] = [
    ("investment", None),
    ("saving", Some(BenefitKind::Saving)),
    ("avoidance", Some(BenefitKind::Avoidance)),
];

/// What is said of a line besides its title.
const KEYS: [&str; 5] = ["kind", "workstream", "payer", "amounts", "counted"];

/// A line as links and files have it, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineText {
    /// Its name.
    pub title: String,
    /// `investment`, `saving` or `avoidance`, then the ids of its workstream and, for a
    /// benefit, of the payer who gains; then the pounds of each year with commas between
    /// them, and how much of it is counted in per cent, empty where that is all.
    pub fields: [String; KEYS.len()],
}

/// Lines as they are read, one after the other.
#[derive(Debug, Default)]
pub struct Lines {
    lines: Vec<OwnLine>,
    counted: Vec<f64>,
}

impl LineText {
    /// The names of its fields.
    pub const NAMES: [&str; KEYS.len()] = KEYS;

    /// Every line of a model, with how much of it a scenario counts.
    pub fn of<'a>(
        model: &'a Model,
        scenario: &'a Scenario,
    ) -> impl Iterator<Item = LineText> + use<'a> {
        let lines = model.own_lines().iter().enumerate();
        lines.map(|(place, line)| {
            let (kind, payer) = match &line.kind {
                OwnKind::Investment => (None, ""),
                OwnKind::Benefit { kind, payer } => (Some(*kind), payer.as_str()),
            };
            let word = KINDS.iter().find(|(_, known)| *known == kind);
            let mut amounts = String::new();
            for amount in &line.amounts {
                let before = if amounts.is_empty() { "" } else { "," };
                // Writing to a string cannot fail.
                let _ = write!(amounts, "{before}{}", Decimal(*amount));
            }
            let percent = scenario.value(model.assumptions(), model.counted(place));
            let counted = if percent < 100.0 {
                Decimal(percent).to_string()
            } else {
                String::new()
            };
            LineText {
                title: line.label.clone(),
                fields: [
                    word.map_or("", |(word, _)| word).to_owned(),
                    line.workstream.clone(),
                    payer.to_owned(),
                    amounts,
                    counted,
                ],
            }
        })
    }

    /// The line it says, with how much of it is counted; none where it is no line of this
    /// case, which is said.
    fn read(&self, case: &Case, problems: &mut Vec<LinkProblem>) -> Option<(OwnLine, f64)> {
        let [word, workstream, payer, amounts, _] = &self.fields;
        let Some((_, kind)) = KINDS.iter().find(|(known, _)| known == word) else {
            problems.push(part("kind", word, KINDS.map(|(known, _)| known).join(", ")));
            return None;
        };
        let read = amounts.split(',');
        let read = read.map(|amount| Some(parse_number(amount.trim())? + 0.0));
        let line = OwnLine {
            label: title_of(&self.title).trim().to_owned(),
            kind: kind.map_or(OwnKind::Investment, |kind| OwnKind::Benefit {
                kind,
                payer: payer.clone(),
            }),
            workstream: workstream.clone(),
            amounts: read.collect::<Option<_>>().unwrap_or_default(),
        };
        let Err(fault) = line.check(case) else {
            let counted = self.counted(problems);
            return Some((line, counted));
        };
        let one_of = |known: Vec<&str>| known.join(", ");
        problems.push(match fault {
            OwnFault::Label => part("title", "", "the name of the line".to_owned()),
            OwnFault::Workstream => {
                let known = case.workstreams.iter().map(|known| known.id.as_str());
                part("workstream", workstream, one_of(known.collect()))
            }
            OwnFault::Payer => {
                let known = case.payers.iter().map(|known| known.id.as_str());
                part("payer", payer, one_of(known.collect()))
            }
            OwnFault::Amounts => {
                let (years, most) = (case.years.count, Decimal(LARGEST_OWN));
                let allowed = format!("{years} numbers from 0 to {most}, one for each year");
                part("amounts", amounts, allowed)
            }
        });
        None
    }

    /// How much is counted, in per cent: all of it where nothing is said.
    fn counted(&self, problems: &mut Vec<LinkProblem>) -> f64 {
        let text = &self.fields[4];
        let read = parse_number(text).filter(|percent| (0.0..=100.0).contains(percent));
        if read.is_none() && !text.is_empty() {
            problems.push(LinkProblem::Part {
                part: "counted".to_owned(),
                value: shortened(text),
                allowed: "a number from 0 to 100".to_owned(),
                used: "100".to_owned(),
            });
        }
        read.unwrap_or(100.0)
    }
}

impl Lines {
    /// Adds a line, or says within its key why nothing of it is used.
    pub fn add(
        &mut self,
        key: &str,
        line: &LineText,
        case: &Case,
        problems: &mut Vec<LinkProblem>,
    ) {
        let mut own = Vec::new();
        match line.read(case, &mut own) {
            Some(_) if self.lines.len() == MOST_OWN_LINES => {
                let allowed = format!("one of at most {MOST_OWN_LINES} lines");
                own.push(part("title", &line.title, allowed));
            }
            Some((line, _)) if self.lines.contains(&line) => {
                own.push(LinkProblem::Duplicate { key: line.label });
            }
            Some((line, counted)) => {
                self.lines.push(line);
                self.counted.push(counted);
            }
            None => {}
        }
        problems.extend(own.into_iter().map(|problem| problem.within(key)));
    }

    /// The model of a case with these lines, and the scenario that counts them.
    pub fn of(self, case: &Model) -> (Model, Scenario) {
        let model = case.with_lines(&self.lines);
        let mut scenario = Scenario::published();
        for (place, percent) in self.counted.into_iter().enumerate() {
            // Within bounds, or it would not have been read.
            let _ = scenario.set(model.assumptions(), model.counted(place), percent);
        }
        (model, scenario)
    }
}

/// Why nothing of a line is used.
fn part(part: &str, value: &str, allowed: String) -> LinkProblem {
    LinkProblem::Part {
        part: part.to_owned(),
        value: shortened(value),
        allowed,
        used: "nothing of the line".to_owned(),
    }
}

/// A key of a link with its value.
type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Reads the lines of a link.
#[cfg(feature = "split")]
type Reads = fn(&[Pair<'_>], &Model, &mut Vec<LinkProblem>) -> (Model, Scenario);

/// What reads and writes lines.
#[cfg(feature = "split")]
struct Knows {
    read: Reads,
    write: fn(&mut String, &Model, &Scenario),
}

/// The same, once it is there: see [`bring_lines`].
#[cfg(feature = "split")]
static KNOWS: std::sync::OnceLock<Knows> = std::sync::OnceLock::new();

/// From now on links can have lines of one's own. Only the program that is served has to be
/// told: what knows of them comes with a piece of its own.
pub fn bring_lines() {
    crate::model::bring_lines();
    #[cfg(feature = "split")]
    let _ = KNOWS.set(Knows {
        read: read_them,
        write: write_them,
    });
}

/// True where a link may have lines, which have to be brought first.
pub fn may_have_lines(text: &str) -> bool {
    place_of(OWN_LINE, text).is_some()
}

/// Reads the lines of a link, as it has them.
pub(super) fn read(
    pairs: &[Pair<'_>],
    case: &Model,
    problems: &mut Vec<LinkProblem>,
) -> (Model, Scenario) {
    #[cfg(feature = "split")]
    match KNOWS.get() {
        Some(knows) if !pairs.is_empty() => (knows.read)(pairs, case, problems),
        _ => {
            let unread = pairs.iter().map(|(key, _)| named(key));
            problems.extend(unread.map(|key| LinkProblem::UnknownKey { key }));
            (case.clone(), Scenario::published())
        }
    }
    #[cfg(not(feature = "split"))]
    read_them(pairs, case, problems)
}

/// Adds the lines of a model to a fragment, each with how much of it a scenario counts.
pub(super) fn write(text: &mut String, model: &Model, scenario: &Scenario) {
    #[cfg(feature = "split")]
    if let Some(knows) = KNOWS.get() {
        (knows.write)(text, model, scenario);
    }
    #[cfg(not(feature = "split"))]
    write_them(text, model, scenario);
}

fn read_them(
    pairs: &[Pair<'_>],
    case: &Model,
    problems: &mut Vec<LinkProblem>,
) -> (Model, Scenario) {
    let mut lines = Lines::default();
    for (key, text) in pairs {
        let mut own = Vec::new();
        let pairs = Pairs::read(text, &mut own);
        for key in pairs.settings_but(&KEYS) {
            own.push(LinkProblem::UnknownKey { key: named(key) });
        }
        problems.extend(own.into_iter().map(|problem| problem.within(key)));
        let line = LineText {
            fields: KEYS.map(|key| pairs.setting(key).to_owned()),
            title: pairs.title,
        };
        lines.add(key, &line, case.case(), problems);
    }
    lines.of(case)
}

fn write_them(text: &mut String, model: &Model, scenario: &Scenario) {
    for (number, line) in (1..).zip(LineText::of(model, scenario)) {
        let mut own = String::from("title=");
        escape_into(&mut own, &line.title);
        for (key, value) in KEYS.iter().zip(&line.fields) {
            if !value.is_empty() {
                // Ids, numbers and words of ours, which need no escapes.
                let _ = write!(own, "&{key}={value}");
            }
        }
        let _ = write!(text, "&{OWN_LINE}{number}=");
        escape_into(text, &own);
    }
}

/// The number of a line, from 1, where a key is one of a line.
pub(super) fn number_of(key: &str) -> Option<u32> {
    let digits = key.strip_prefix(OWN_LINE)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    plain.then(|| digits.parse().ok())?
}
