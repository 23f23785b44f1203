//! Two columns from a spreadsheet, pasted or as a file: an assumption and its value. A wider
//! table will do where its headings say which columns those are, as in our own log of
//! assumptions.

use super::given::Given;
use super::problem::{FileProblem, listed, shortened};
use super::rows::{Rows, between};
use super::{LONGEST_FILE, MOST_ROWS};

/// Headings of the column that names the assumption. An id is surer than a label.
const NAMES: [&str; 8] = [
    "id",
    "assumption id",
    "key",
    "assumption",
    "label",
    "name",
    "item",
    "line",
];

/// Headings of the column with the value: what somebody made of it before what it is.
const VALUES: [&str; 8] = [
    "scenario",
    "scenario value",
    "new value",
    "your value",
    "value",
    "amount",
    "number",
    "figure",
];

/// How many rows from the first that is not blank the headings are looked for.
const TITLES: usize = 10;

/// What two columns give.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    /// The values given, in the order of the rows.
    pub given: Vec<Given>,
    /// The rows that give none, and what was not read; at most
    /// [`super::MOST_FILE_PROBLEMS`] and a last one that counts the rest.
    pub problems: Vec<FileProblem>,
}

/// Reads two columns: tab-separated as a spreadsheet puts them on the clipboard, or comma-
/// separated values, with commas or semicolons. Headings, titles above them and blank rows
/// may be there. Total: any text at all gives an answer, within [`LONGEST_FILE`] and
/// [`MOST_ROWS`].
pub fn read_columns(text: &str) -> Columns {
    let mut problems = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = within_length(text, &mut problems);
    let mark = between(text);
    let mut rows = Rows::of(text, mark);
    let mut read = Vec::new();
    while let Some(cells) = rows.next() {
        if read.len() == MOST_ROWS {
            problems.push(FileProblem::TooManyRows);
            break;
        }
        // A row of nothing is left out, and counted all the same.
        read.push(Row {
            place: format!("row {}", read.len() + 1),
            closed: !rows.never_closed,
            cells,
        });
    }
    read.retain(|row| row.filled() > 0);
    let (first, layout) = Layout::of(&read);
    let mut given = Vec::new();
    for Row {
        place,
        closed,
        cells,
    } in read.into_iter().skip(first)
    {
        let row = match closed {
            true => layout.given(&cells, mark),
            false => Err(
                "a quotation mark is opened and never closed; close it or take it out".to_owned(),
            ),
        };
        match row {
            Ok((key, value)) => given.push(Given { key, value, place }),
            Err(fault) => problems.push(FileProblem::Row { place, fault }),
        }
    }
    if given.is_empty() && problems.is_empty() {
        problems.push(FileProblem::Nothing);
    }
    Columns {
        given,
        problems: listed(problems),
    }
}

/// The text, cut after its last whole line where it is longer than is read.
fn within_length<'a>(text: &'a str, problems: &mut Vec<FileProblem>) -> &'a str {
    if text.len() <= LONGEST_FILE {
        return text;
    }
    problems.push(FileProblem::TooLong { length: text.len() });
    let bytes = &text.as_bytes()[..LONGEST_FILE];
    let end = bytes.iter().rposition(|&byte| byte == b'\n').unwrap_or(0);
    &text[..end]
}

/// A row as it stands.
struct Row {
    place: String,
    /// False where a quotation mark in it is opened and never closed.
    closed: bool,
    cells: Vec<String>,
}

impl Row {
    /// How many cells have something in them.
    fn filled(&self) -> usize {
        let cells = self.cells.iter();
        cells.filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// Which columns hold what.
struct Layout {
    /// The columns that name the assumption, the surest first.
    names: Vec<usize>,
    value: usize,
    /// How many columns there are.
    width: usize,
    /// True where headings say so.
    headed: bool,
}

impl Layout {
    /// Which columns hold what, and how many rows stand above the first that gives a value.
    fn of(rows: &[Row]) -> (usize, Layout) {
        let two = Layout {
            names: vec![0],
            value: 1,
            width: 2,
            headed: false,
        };
        for (at, row) in rows.iter().enumerate().take(TITLES) {
            let headed = Layout::headed(&row.cells);
            // Rows above headings are titles, unless something stands beside something.
            let titles = rows[..at].iter().all(|row| row.filled() == 1);
            if let (Some(layout), true) = (headed, titles) {
                return (at + 1, layout);
            }
        }
        let heading = rows.first().is_some_and(|row| {
            let cell = |at: usize| row.cells.get(at).map(|cell| heading(cell));
            let word = |at: usize| cell(at).unwrap_or_default();
            let known = NAMES.contains(&word(0).as_str()) || VALUES.contains(&word(1).as_str());
            known && !word(1).contains(|c: char| c.is_ascii_digit())
        });
        (usize::from(heading), two)
    }

    /// What headings say; none where this row has not both a name and a value among them.
    fn headed(cells: &[String]) -> Option<Layout> {
        let words: Vec<String> = cells.iter().map(|cell| heading(cell)).collect();
        let places = |known: &[&str]| -> Vec<usize> {
            let place = |name: &&str| words.iter().position(|word| word == name);
            known.iter().filter_map(place).collect()
        };
        let names = places(&NAMES);
        let value = *places(&VALUES).first()?;
        (!names.is_empty()).then_some(Layout {
            names,
            value,
            width: cells.len(),
            headed: true,
        })
    }

    /// The assumption and the value of a row, or else what is wrong with it.
    fn given(&self, cells: &[String], mark: char) -> Result<(String, String), String> {
        let cell = |at: usize| cells.get(at).map(|cell| cell.trim()).unwrap_or_default();
        let named = self.names.iter().map(|&at| cell(at));
        let name = named.into_iter().find(|name| !name.is_empty());
        let mut value = cell(self.value).to_owned();
        let beyond = cells.iter().skip(self.width);
        if beyond.clone().any(|cell| !cell.trim().is_empty()) {
            // £1,250 without quotes falls apart at its comma. Without the £ it might as well
            // be two columns, and then a guess would be a wrong number.
            let amount = self.value + 1 == self.width && mark == ',';
            let amount = amount && value.trim_start_matches(['-', '\u{2212}']).starts_with('£');
            if !amount {
                return Err(self.too_wide(cells.len()));
            }
            for part in beyond.map(|cell| cell.trim()) {
                value.push(',');
                value.push_str(part);
            }
        }
        match (name, value.is_empty()) {
            (Some(name), false) => Ok((name.to_owned(), value)),
            (Some(name), true) => Err(format!(
                "\"{}\" has no value beside it; give it one or take the row out",
                shortened(name)
            )),
            (None, _) => Err(
                "no assumption is named; put its id or its label in front of the value".to_owned(),
            ),
        }
    }

    fn too_wide(&self, found: usize) -> String {
        let quote = "put an amount that has commas in quotation marks";
        if self.headed {
            let width = self.width;
            return format!("there are {found} cells under {width} headings; {quote}");
        }
        format!(
            "there are {found} cells, and no heading says which is the value; bring in two \
             columns, or the headings \"id\" and \"value\" as well, and {quote}"
        )
    }
}

/// A cell as a heading is told: without case, and without what follows a comma or a bracket
/// (`Value, £`).
fn heading(cell: &str) -> String {
    let word = cell.split([',', '(', ':']).next().unwrap_or_default();
    word.trim().to_ascii_lowercase()
}
