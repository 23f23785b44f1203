//! Text from a spreadsheet as rows of cells: tab-separated from the clipboard, or
//! comma-separated values as RFC 4180 has them, with commas or semicolons.

/// What stands between the cells of a text: a tab where any line has one, since no amount
/// and hardly a name has a tab in it; a semicolon where at least as many lines have one as
/// have a comma; or else a comma.
pub(super) fn between(text: &str) -> char {
    const LOOKED_AT: usize = 50;
    let lines = || {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .take(LOOKED_AT)
    };
    let with = |mark: char| lines().filter(|line| outside_quotes(line, mark)).count();
    if with('\t') > 0 {
        '\t'
    } else if with(';') > 0 && with(';') >= with(',') {
        ';'
    } else {
        ','
    }
}

fn outside_quotes(line: &str, mark: char) -> bool {
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            other if other == mark && !quoted => return true,
            _ => {}
        }
    }
    false
}

/// The rows of a text, one after the other. Each is given once, however long the text.
pub(super) struct Rows<'a> {
    rest: &'a str,
    between: char,
    /// False once a quote was opened that is never closed: from there on quotes are letters
    /// like any other, or the rest of the text would be swallowed by one cell.
    quotes: bool,
    /// True where that happened in the row given last.
    pub never_closed: bool,
}

impl<'a> Rows<'a> {
    pub fn of(text: &'a str, between: char) -> Rows<'a> {
        Rows {
            rest: text,
            between,
            quotes: true,
            never_closed: false,
        }
    }

    /// A cell from the start of the rest: its text, and what follows it. None where a quote
    /// is never closed.
    fn cell(&self, rest: &'a str) -> Option<(String, &'a str)> {
        let ends = [self.between, '\r', '\n'];
        let plain = |text: &'a str| {
            let end = text.find(ends).unwrap_or(text.len());
            text.split_at(end)
        };
        let inner = rest.strip_prefix('"').filter(|_| self.quotes);
        let Some(mut inner) = inner else {
            let (cell, rest) = plain(rest);
            return Some((cell.to_owned(), rest));
        };
        let mut cell = String::new();
        loop {
            let (part, after) = inner.split_once('"')?;
            cell.push_str(part);
            match after.strip_prefix('"') {
                // A doubled quote is one of the cell's own.
                Some(after) => {
                    cell.push('"');
                    inner = after;
                }
                None => {
                    // What some programs leave between the quote and the next cell.
                    let (more, rest) = plain(after);
                    cell.push_str(more);
                    return Some((cell, rest));
                }
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        self.never_closed = false;
        let start = self.rest;
        let mut cells = Vec::new();
        let mut rest = start;
        loop {
            let Some((cell, after)) = self.cell(rest) else {
                self.quotes = false;
                let row = self.next();
                self.never_closed = true;
                return row;
            };
            cells.push(cell);
            if let Some(after) = after.strip_prefix(self.between) {
                rest = after;
                continue;
            }
            let after = after.strip_prefix('\r').unwrap_or(after);
            self.rest = after.strip_prefix('\n').unwrap_or(after);
            return Some(cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        Rows::of(text, between(text)).collect()
    }

    #[test]
    fn rfc_4180_and_what_spreadsheets_make_of_it() {
        assert_eq!(rows("a,b\r\nc,d\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(
            rows("a\tb\n\nc\td"),
            [vec!["a", "b"], vec![""], vec!["c", "d"]]
        );
        assert_eq!(
            rows("\"a, \"\"b\"\"\",\"c\nd\"\re,"),
            [["a, \"b\"", "c\nd"], ["e", ""]]
        );
        assert_eq!(rows("a;1,5\nb;2"), [["a", "1,5"], ["b", "2"]]);
        assert_eq!(rows("\"x;y\",5"), [["x;y", "5"]]);
        assert!(rows("").is_empty());
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let text = "a,1\nb,\"2\nc,3\nd,\"4\n";
        let mut read = Rows::of(text, ',');
        assert_eq!(read.next().unwrap(), ["a", "1"]);
        assert_eq!(read.next().unwrap(), ["b", "2\nc,3\nd,4"]);
        assert_eq!(read.next(), None);
        let mut read = Rows::of("a,1\nb,\"2\nc,3\n", ',');
        assert_eq!(read.next().unwrap(), ["a", "1"]);
        assert_eq!(read.next().unwrap(), ["b", "\"2"]);
        assert!(read.never_closed);
        assert_eq!(read.next().unwrap(), ["c", "3"]);
        assert!(!read.never_closed);
    }
}
