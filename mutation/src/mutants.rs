//! The mutants as `cargo mutants --list --json` gives them.

use serde_json::Value;

use crate::places::{Range, Text};

/// What kind of change a mutant is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// A function gives an answer without doing anything.
    Function,
    /// Another operator between the operands.
    Binary,
    /// No `!` or `-`.
    Unary,
    /// No such arm of a match.
    Arm,
    /// A guard that always holds, or never.
    Guard,
    /// One that cannot be in a program with others.
    Other,
}

/// One change of the code.
pub struct Mutant {
    /// Its place in the list.
    pub number: usize,
    pub file: String,
    /// What it is, as cargo-mutants says it.
    pub name: String,
    pub genre: Genre,
    pub replacement: String,
    start: (usize, usize),
    end: (usize, usize),
}

impl Mutant {
    /// What of its file it changes.
    pub fn range(&self, text: &Text) -> Range {
        text.byte(self.start.0, self.start.1)..text.byte(self.end.0, self.end.1)
    }
}

/// All of a list; none where it is not one.
pub fn read(list: &str) -> Option<Vec<Mutant>> {
    let list: Vec<Value> = serde_json::from_str(list).ok()?;
    list.iter()
        .enumerate()
        .map(|(number, value)| mutant(number, value))
        .collect()
}

fn mutant(number: usize, value: &Value) -> Option<Mutant> {
    let word = |name: &str| value[name].as_str().map(str::to_owned);
    let place = |end: &str| {
        let part = |name: &str| usize::try_from(value["span"][end][name].as_u64()?).ok();
        Some((part("line")?, part("column")?.checked_sub(1)?))
    };
    Some(Mutant {
        number,
        file: word("file")?,
        name: word("name")?,
        genre: match value["genre"].as_str()? {
            "FnValue" => Genre::Function,
            "BinaryOperator" => Genre::Binary,
            "UnaryOperator" => Genre::Unary,
            "MatchArm" => Genre::Arm,
            "MatchArmGuard" => Genre::Guard,
            _ => Genre::Other,
        },
        replacement: word("replacement")?,
        start: place("start")?,
        end: place("end")?,
    })
}
