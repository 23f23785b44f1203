//! A case as a workbook: one sheet for each of its lists, to be filled in by hand and read
//! back, and the same made of any case.
//!
//! What stands where is said once, in `columns`: writing, reading and the sheet that
//! explains the others all follow it. What was read is no case yet but what a case file
//! would hold, so that the one validator speaks of it; [`CaseFound::said`] turns its places
//! into cells.

mod cell;
mod columns;
mod lines;
mod places;
mod read;
mod write;

pub use read::{CaseFound, is_case, read_case};
pub use write::write_case;

/// Name of the sheet with the fields that stand in no list. A workbook that has it is a
/// case.
const CASE: &str = "Case";

/// A sheet: a list of a case file, a row for each record.
struct Sheet {
    /// Name of the sheet.
    name: &'static str,
    /// Where its records stand in a file.
    list: List,
    /// The columns, in order.
    columns: &'static [Column],
}

/// Where the records of a sheet stand in a file.
enum List {
    /// A list of the file.
    Of(&'static str),
    /// A list in each record of another: the first column has the id of that record.
    Within {
        /// The list of the file.
        of: &'static str,
        /// The path of the list in its records.
        path: &'static str,
    },
}

/// A column, or a row of the sheet of single fields.
struct Column {
    /// Its heading in words.
    heading: &'static str,
    /// The path of the field in a record.
    field: &'static str,
    /// What its cells hold.
    kind: Kind,
    /// What to put there.
    help: &'static str,
}

/// What cells hold.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Words, which may be none.
    Words,
    /// Words that may be left out.
    Note,
    /// The same, one in each line of the cell.
    Lines,
    /// A number.
    Number,
    /// Yes or no; empty is no.
    Truth,
    /// One of these words.
    One(&'static [&'static str]),
    /// The id of a record of this list.
    Id(&'static str),
    /// Ids of this list, with commas between them.
    Ids(&'static str),
    /// The label of a year.
    Year,
    /// A column for each year; the field is that of the record or, where it is empty, the
    /// one that the kind of the record calls for.
    Years,
}

const fn column(
    heading: &'static str,
    field: &'static str,
    kind: Kind,
    help: &'static str,
) -> Column {
    Column {
        heading,
        field,
        kind,
        help,
    }
}

/// Which field of a line its years fill, by the kind of its cost or rule.
const YEARLY: [(&str, &str); 11] = [
    ("posts", "amounts"),
    ("one-off", "phasing"),
    ("staff", "months"),
    ("amounts", "amounts"),
    ("share-of-cost", "phasing"),
    ("moved-pupils", "phasing"),
    ("held-demand", "extra"),
    ("slowed-growth", "steps"),
    ("prevented-events", "steps"),
    ("absorbed-pressure", "pressure"),
    ("fixed-profile", "amounts"),
];

/// The field that the years of a line of this kind fill; none of a kind that has none.
fn yearly(kind: &str) -> Option<&'static str> {
    let mut known = YEARLY.iter().filter(|(known, _)| *known == kind);
    known.next().map(|(_, field)| *field)
}

/// Every sheet of lists, in the order of a case file.
fn sheets() -> impl Iterator<Item = &'static Sheet> {
    columns::SHEETS.iter().chain(lines::SHEETS)
}
