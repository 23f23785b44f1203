//! A source file with all its mutants in it, each taken where the environment says so.

use std::collections::BTreeMap;

use crate::mutants::{Genre, Mutant};
use crate::places::{Binary, Places, Range, Text};

/// Something put in at a place, in the place of what stands there.
struct Edit {
    at: usize,
    /// What closes comes before what opens, and that before what stands for an operator.
    class: Class,
    /// Of those that close, the innermost comes first; of those that open, the outermost.
    size: isize,
    text: String,
    /// How many bytes are taken out.
    over: usize,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Closes,
    Opens,
    Stands,
}

/// Larger than any expression: around all that begins or ends at a place.
const OUTERMOST: isize = isize::MAX / 2;

/// The operators that borrow their operands.
const COMPARISONS: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

/// The file with those of its mutants that it can hold, and their numbers.
///
/// Operands are written once, so that mutants may stand in one another, but for those of
/// an assignment with an operator.
pub fn rewrite(text: &Text, mutants: &[&Mutant]) -> syn::Result<(String, Vec<usize>)> {
    let places = Places::of(text)?;
    let mut by_place: BTreeMap<(usize, usize), Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        let range = mutant.range(text);
        by_place
            .entry((range.start, range.end))
            .or_default()
            .push(mutant);
    }
    let mut edits = Edits::default();
    let mut placed = Vec::new();
    for ((start, end), here) in by_place {
        let done = match here[0].genre {
            Genre::Function => edits.function(start, &here),
            Genre::Binary => places
                .binary
                .get(&start)
                .map(|place| edits.binary(&text.source, place, &here)),
            Genre::Unary => places
                .unary
                .get(&start)
                .map(|operand| edits.unary(&text.source, start, operand, here[0])),
            Genre::Arm => places.arms.get(&start).map(|arm| match &arm.guard {
                None => edits.open(arm.pattern.end, OUTERMOST, format!(" if !{}", on(here[0]))),
                Some(guard) => {
                    edits.around(guard, OUTERMOST, format!("!{} && (", on(here[0])), ")")
                }
            }),
            Genre::Guard => edits.guard(&(start..end), &here),
            Genre::Other => None,
        };
        if done.is_some() {
            placed.extend(here.iter().map(|mutant| mutant.number));
        }
    }
    Ok((edits.applied(&text.source), placed))
}

/// What asks whether a mutant is the one that is looked at.
fn on(mutant: &Mutant) -> String {
    format!("crate::mutant::on({})", mutant.number)
}

#[derive(Default)]
struct Edits(Vec<Edit>);

impl Edits {
    fn open(&mut self, at: usize, size: isize, text: String) {
        self.0.push(Edit {
            at,
            class: Class::Opens,
            size: -size,
            text,
            over: 0,
        });
    }

    fn close(&mut self, at: usize, size: isize, text: &str) {
        self.0.push(Edit {
            at,
            class: Class::Closes,
            size,
            text: text.to_owned(),
            over: 0,
        });
    }

    fn around(&mut self, range: &Range, size: isize, before: String, after: &str) {
        self.open(range.start, size, before);
        self.close(range.end, size, after);
    }

    fn stand_for(&mut self, range: &Range, text: String) {
        self.0.push(Edit {
            at: range.start,
            class: Class::Stands,
            size: 0,
            text,
            over: range.len(),
        });
    }

    /// Another answer, before anything is done.
    fn function(&mut self, start: usize, mutants: &[&Mutant]) -> Option<()> {
        let answers = mutants
            .iter()
            .map(|mutant| format!("if {} {{ return {}; }} ", on(mutant), mutant.replacement));
        self.open(start, OUTERMOST, answers.collect());
        Some(())
    }

    fn binary(&mut self, source: &str, place: &Binary, mutants: &[&Mutant]) {
        let Binary {
            operator,
            left,
            right,
        } = place;
        let (sign, size) = (&source[operator.clone()], size(&(left.start..right.end)));
        let choices = |before: &str, after: &str| {
            let choice = |mutant: &&Mutant| {
                format!(
                    "if {} {{ {before} {} {after} }} else ",
                    on(mutant),
                    mutant.replacement
                )
            };
            mutants.iter().map(choice).collect::<String>()
        };
        match sign {
            // The right side is only looked at where it has to be.
            "&&" | "||" => {
                let (asks, otherwise) = if sign == "&&" {
                    ("!=", "")
                } else {
                    ("==", "!")
                };
                let mutant = on(mutants[0]);
                self.around(left, size, "(match (".to_owned(), ") { l__ => if l__ ");
                self.stand_for(operator, format!("{asks} {mutant} {{"));
                self.close(
                    right.end,
                    size,
                    &format!("}} else {{ {otherwise}{mutant} }} }})"),
                );
            }
            _ if sign.ends_with('=') && !COMPARISONS.contains(&sign) => {
                let choices = choices(
                    &source[left.clone()],
                    &format!("{};", &source[right.clone()]),
                );
                let before = format!("{{ {choices} {{ ");
                self.around(&(left.start..right.end), size, before, "; } }");
            }
            _ => {
                // What is compared is not moved.
                let (borrow, of) = if COMPARISONS.contains(&sign) {
                    ("&", "*")
                } else {
                    ("", "")
                };
                self.around(left, size, format!("(match ({borrow}("), ")");
                self.stand_for(operator, ",".to_owned());
                let choices = choices(&format!("{of}l__"), &format!("{of}r__"));
                let after =
                    format!(")) {{ (l__, r__) => {choices} {{ {of}l__ {sign} {of}r__ }} }})");
                self.around(right, size, format!("{borrow}("), &after);
            }
        }
    }

    fn unary(&mut self, source: &str, start: usize, operand: &Range, mutant: &Mutant) {
        let (sign, size) = (&source[start..=start], size(&(start..operand.end)));
        self.0.push(Edit {
            at: start,
            class: Class::Opens,
            size: -size,
            text: "(match (".to_owned(),
            over: operand.start - start,
        });
        let choice = format!(
            ") {{ x__ => if {} {{ x__ }} else {{ {sign}x__ }} }})",
            on(mutant)
        );
        self.close(operand.end, size, &choice);
    }

    /// A guard that always holds, and one that never does.
    fn guard(&mut self, range: &Range, mutants: &[&Mutant]) -> Option<()> {
        let of = |answer: &str, sign: &str, join: &str| {
            let those = mutants.iter().filter(|mutant| mutant.replacement == answer);
            those
                .map(|mutant| format!("{sign}{} {join} ", on(mutant)))
                .collect::<String>()
        };
        let before = format!("({}({}(", of("false", "!", "&&"), of("true", "", "||"));
        self.around(range, OUTERMOST - 1, before, ")))");
        Some(())
    }

    fn applied(mut self, source: &str) -> String {
        // A left operand's end is closed by size like all others, so what is in it comes first.
        self.0.sort_by(|one, other| {
            (one.at, &one.class, one.size).cmp(&(other.at, &other.class, other.size))
        });
        let (mut written, mut from) = (String::with_capacity(2 * source.len()), 0);
        for edit in self.0 {
            written.push_str(&source[from..edit.at]);
            written.push_str(&edit.text);
            from = edit.at + edit.over;
        }
        written.push_str(&source[from..]);
        written
    }
}

fn size(range: &Range) -> isize {
    isize::try_from(range.len()).unwrap_or(OUTERMOST - 2)
}
