//! The text of a link to a scenario, both ways. Nothing else parses links.
//!
//! A link is a page's address and a fragment, `#case=hertfordshire-2018&v=1&…`; the
//! fragment is never sent to a server. It holds only what differs from the published
//! case, keyed by assumption id. `docs/link-format.md` is the public description;
//! links live for years in minutes and e-mails, so version 1 must open for ever.

mod lines;
mod packed;
mod problem;
mod ranges;
mod receipt;
mod stress;
mod text;
mod v1;
mod view;

pub(crate) use lines::KINDS as OWN_KINDS;
pub use lines::{LineText, Lines, bring_lines, may_have_lines};
pub use packed::{bytes_of_text, text_of_bytes};
pub use problem::LinkProblem;
pub use receipt::{Receipt, ReceiptCheck, version};
pub use stress::{settings, settings_text};
pub use text::{LONGEST_NOTE, LONGEST_TITLE, note_of, place_of, title_of};
pub use view::{GroupBy, LedgerView, Money, Page, View};

pub use crate::case::parse_number;

use crate::case::Preset;
use crate::model::{Library, Model, Scenario};

/// The most text of a fragment that is read, in bytes. A scenario in which everything
/// differs takes about 2,000.
pub const LONGEST_LINK: usize = 100_000;

/// The most problems listed for one link; the rest are counted.
pub const MOST_PROBLEMS: usize = 20;

/// What a link opened: everything in it that could be read, and what could not.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The model of the case it names, or of the default case where it names none; none
    /// where it names a case that is not here. With the lines of somebody's own that are in
    /// it.
    pub model: Option<Model>,
    /// The case id it names, as written.
    pub case: Option<String>,
    /// What it changes.
    pub scenario: Scenario,
    /// Which screen it asks for; none where it does not say.
    pub view: Option<View>,
    /// The sender's title, to be shown as text and nothing else; may be empty.
    pub title: String,
    /// The sender's note, to be shown as text and nothing else; may be empty.
    pub note: String,
    /// What the stress test is set to, as written: [`settings`] reads it.
    pub stress: String,
    /// How its receipt stands to what the engine gives.
    pub receipt: ReceiptCheck,
    /// The scenarios it compares, at most [`MOST_COMPARED`].
    pub compared: Vec<Named>,
    /// What could not be read.
    pub problems: Vec<LinkProblem>,
}

/// The most scenarios a comparison holds beside the published one.
pub const MOST_COMPARED: usize = v1::COMPARED.len();

/// A scenario with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// What its maker calls it, to be shown as text and nothing else; may be empty.
    pub name: String,
    /// The model of its case, with the lines of somebody's own that are in it.
    pub model: Model,
    /// What it changes.
    pub scenario: Scenario,
}

impl Named {
    /// A preset of this case, or of another; without a name where it is the published case.
    pub fn preset(model: &Model, preset: &Preset) -> Named {
        let model = model.base().clone();
        let scenario = model.preset(preset);
        let name = match preset.values.as_slice() {
            [] => String::new(),
            _ => preset.label.clone(),
        };
        Named {
            name,
            model,
            scenario,
        }
    }
}

/// The model with the lines of all these scenarios of one case, and each of them as one of
/// it.
pub fn united(model: &Model, named: &[Named]) -> (Model, Vec<Scenario>) {
    let base = model.base().clone();
    let all = named.iter();
    let united = all.fold(base, |united, named| united.together(&named.model));
    let adopted = named.iter();
    let adopted = adopted.map(|named| united.adopt(&named.model, &named.scenario));
    let adopted = adopted.collect();
    (united, adopted)
}

/// Everything a link can carry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link<'a> {
    /// The model of its case.
    pub model: &'a Model,
    /// What it changes.
    pub scenario: &'a Scenario,
    /// The screen it opens on.
    pub view: View,
    /// The sender's title; may be empty.
    pub title: &'a str,
    /// The sender's note; may be empty.
    pub note: &'a str,
    /// What the stress test is set to, as [`settings_text`] writes it; may be empty.
    pub stress: &'a str,
    /// What the sender sees.
    pub receipt: Option<&'a Receipt>,
    /// The scenarios it compares; past [`MOST_COMPARED`] they are left out.
    pub compared: &'a [Named],
}

impl<'a> Link<'a> {
    /// A link to a scenario and nothing else.
    pub fn to(model: &'a Model, scenario: &'a Scenario) -> Link<'a> {
        Link {
            model,
            scenario,
            view: View::default(),
            title: "",
            note: "",
            stress: "",
            receipt: None,
            compared: &[],
        }
    }

    /// Its fragment, without the `#`.
    pub fn fragment(&self) -> String {
        v1::write_link(self)
    }
}

/// Opens a link: a whole address, or a bare fragment with or without its `#`. Total:
/// any text at all gives an answer.
pub fn open(text: &str, library: &Library) -> Opened {
    let mut problems = Vec::new();
    let fragment = within_length(fragment_of(text.trim()), &mut problems);
    let link = v1::Pairs::read(fragment, &mut problems);
    let mut model = match &link.case {
        None => Some(library.default_model().clone()),
        Some(id) => {
            let found = library.find(id).cloned();
            if found.is_none() {
                problems.push(LinkProblem::UnknownCase {
                    id: problem::shortened(id),
                    known: library
                        .iter()
                        .map(|model| model.case().id.clone())
                        .collect(),
                });
            }
            found
        }
    };
    // Of a link to a case that is not here nothing is used: its words are about figures
    // that are not shown.
    let (view, title, note, stress) = match &model {
        Some(_) => (
            link.view,
            link.title.clone(),
            link.note.clone(),
            link.stress.to_string(),
        ),
        None => Default::default(),
    };
    let mut scenario = Scenario::published();
    let mut compared = Vec::new();
    let mut receipt = ReceiptCheck::None;
    if let Some(model) = &mut model {
        let case = model.clone();
        (*model, scenario) = link.scenario(&case, &mut problems);
        compared = v1::compared(&link.compared, &case, &mut problems);
        receipt = v1::checked(link.receipt.as_deref(), model, &scenario);
    }
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(LinkProblem::AndMore(more));
    }
    Opened {
        model,
        case: link.case,
        scenario,
        view,
        title,
        note,
        stress,
        receipt,
        compared,
        problems,
    }
}

/// Which case a link is to, and the case itself where the link carries it, packed: what is
/// to be brought before it can be opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The case's id; none where the link names none.
    pub case: Option<String>,
    /// The case file, packed, as the page packs it; none where it is not in the link.
    pub packed: Option<String>,
}

impl Wanted {
    /// What a link is to. Total, as [`open`].
    pub fn of(text: &str) -> Wanted {
        let mut passed_over = Vec::new();
        let fragment = within_length(fragment_of(text.trim()), &mut passed_over);
        let link = v1::Pairs::read(fragment, &mut passed_over);
        Wanted {
            case: link.case,
            packed: link.own_case.map(std::borrow::Cow::into_owned),
        }
    }
}

/// The same link under another id of its case.
pub fn of_case(text: &str, id: &str) -> String {
    let fragment = fragment_of(text.trim());
    let pairs = fragment.split('&').map(|pair| match pair.split_once('=') {
        Some(("case", _)) => format!("case={id}"),
        _ => pair.to_owned(),
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// A fragment with a packed case in it, for whoever does not have the case.
pub fn with_case(fragment: &str, packed: &str) -> String {
    format!("{fragment}&own-case={packed}")
}

/// The fragment that opens this scenario, without its `#`.
pub fn fragment(model: &Model, scenario: &Scenario) -> String {
    v1::write(model, scenario)
}

/// The part of an address after its first `#`. Mail programs sometimes write that as
/// `%23`, and web ones turn it into a `?`. Text that is no address is a fragment already,
/// whatever addresses stand in its words.
fn fragment_of(text: &str) -> &str {
    if let Some((_, fragment)) = text.split_once('#') {
        return fragment;
    }
    if !text.starts_with("http") && !text.starts_with("file:") {
        return text.strip_prefix("%23").unwrap_or(text);
    }
    let after = |mark: &str| place_of(mark, text).map(|place| &text[place + mark.len()..]);
    let query = || after("?").filter(|query| place_of("case=", query).is_some());
    after("%23").or_else(query).unwrap_or("")
}

/// The fragment, cut at the last whole pair where it is longer than is read.
fn within_length<'a>(fragment: &'a str, problems: &mut Vec<LinkProblem>) -> &'a str {
    if fragment.len() <= LONGEST_LINK {
        return fragment;
    }
    problems.push(LinkProblem::TooLong {
        length: fragment.len(),
    });
    let bytes = &fragment.as_bytes()[..LONGEST_LINK];
    let end = bytes.iter().rposition(|&byte| byte == b'&').unwrap_or(0);
    &fragment[..end]
}
