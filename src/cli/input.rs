//! The scenarios a command is given: links, fragments and files among its arguments, or
//! standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use clap::Args;

use super::Trouble;
use crate::export::Evaluation;
use crate::file::{LONGEST_FILE, read_scenario_json};
use crate::link::{self, Opened, ReceiptCheck};
use crate::model::{Library, Scenario};

/// Where scenarios come from.
#[derive(Debug, Args)]
pub(super) struct Sources {
    /// A link, a bare fragment, a scenario file, or a file of links with one a line; "-" or
    /// nothing at all is standard input
    #[arg(value_name = "LINK|FILE")]
    sources: Vec<String>,
}

/// A scenario as it was given.
pub(super) struct Brought {
    /// Where it stands, in words: `line 7`, `late.json`.
    pub place: String,
    /// What it opened.
    pub opened: Opened,
    /// What in a scenario file could not be used. What is wrong with a link stands in
    /// `opened`.
    problems: Vec<String>,
}

impl Brought {
    /// What it comes to, with everything that could not be used.
    pub fn evaluation(&self) -> Evaluation {
        let mut evaluation = Evaluation::of(&self.opened);
        evaluation.problems.splice(0..0, self.problems.clone());
        evaluation
    }

    /// Says on standard error what could not be used, and whether there was nothing to say.
    pub fn report(&self, problems: &[String]) -> bool {
        for problem in problems {
            eprintln!("{}: {problem}", self.place);
        }
        problems.is_empty()
    }

    fn of_link(place: String, text: &str, library: &Library) -> Brought {
        Brought {
            place,
            opened: link::open(text, library),
            problems: Vec::new(),
        }
    }

    fn of_file(place: String, text: &str, library: &Library) -> Brought {
        match read_scenario_json(library, text) {
            Ok(file) => Brought {
                place,
                opened: link::open(&file.link().fragment(), library),
                problems: file.problems.iter().map(ToString::to_string).collect(),
            },
            Err(problem) => Brought {
                place,
                opened: nothing(),
                problems: vec![problem.to_string()],
            },
        }
    }
}

/// What a file opens of which nothing can be used.
fn nothing() -> Opened {
    Opened {
        model: None,
        case: None,
        scenario: Scenario::published(),
        view: None,
        title: String::new(),
        note: String::new(),
        stress: String::new(),
        receipt: ReceiptCheck::None,
        compared: Vec::new(),
        problems: Vec::new(),
    }
}

impl Sources {
    /// Uses each scenario in turn, as soon as it is read.
    pub fn each(
        &self,
        library: &Library,
        mut used: impl FnMut(Brought) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        if self.sources.is_empty() {
            return lines(io::stdin().lock(), "", library, &mut used);
        }
        for (at, source) in self.sources.iter().enumerate() {
            if source == "-" {
                lines(io::stdin().lock(), "", library, &mut used)?;
            } else if Path::new(source).exists() {
                let file = File::open(source).map_err(|error| unreadable(source, &error))?;
                lines(BufReader::new(file), source, library, &mut used)?;
            } else if source.contains(['=', '#']) || source.contains("://") {
                let place = format!("argument {}", at + 1);
                used(Brought::of_link(place, source, library))?;
            } else {
                return Err(Trouble::Usage(format!(
                    "\"{source}\" is no file that is there, and no link: a link has a # or a = in it"
                )));
            }
        }
        Ok(())
    }

    /// The one scenario that is given.
    pub fn one(&self, library: &Library) -> Result<Brought, Trouble> {
        let mut one = None;
        let wanted = |given| Trouble::Usage(format!("one scenario is wanted, and {given}"));
        self.each(library, |brought| match one.replace(brought) {
            None => Ok(()),
            Some(_) => Err(wanted("more were given")),
        })?;
        one.ok_or_else(|| wanted("none was given"))
    }
}

/// That a file cannot be read.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Trouble {
    let name = if name.is_empty() {
        "standard input"
    } else {
        name
    };
    Trouble::File(format!("{name} cannot be read: {error}"))
}

/// Uses each line: a link, or a scenario as JSON. JSON that its first line does not end is a
/// scenario file, and is all there is. Bytes that are no text are read as far as they are.
fn lines(
    mut input: impl BufRead,
    name: &str,
    library: &Library,
    used: &mut impl FnMut(Brought) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes);
        if read.map_err(|error| unreadable(name, &error))? == 0 {
            break;
        }
        let of_file = if name.is_empty() {
            String::new()
        } else {
            format!("{name}, ")
        };
        let place = format!("{of_file}line {number}");
        let line = String::from_utf8_lossy(&bytes);
        let json = line.trim_start_matches('\u{feff}').trim();
        if !json.starts_with('{') {
            used(Brought::of_link(place, &line, library))?;
        } else if number > 1 || json.ends_with('}') {
            used(Brought::of_file(place, json, library))?;
        } else {
            // One byte more than is read, so that too long a file is told from its beginning.
            let rest = (&mut input).take(LONGEST_FILE as u64 + 1);
            let read = { rest }.read_to_end(&mut bytes);
            read.map_err(|error| unreadable(name, &error))?;
            let place = if name.is_empty() {
                "standard input"
            } else {
                name
            };
            let text = String::from_utf8_lossy(&bytes);
            used(Brought::of_file(place.to_owned(), &text, library))?;
            break;
        }
    }
    Ok(())
}
