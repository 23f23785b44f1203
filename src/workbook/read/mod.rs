//! A workbook back as values: what its cells give the assumptions, and the link on its
//! cover. It may be anybody's, so nothing in it is taken on trust: no more is unpacked than
//! a workbook can need, and what is missing or unreadable is said.

pub(super) mod cells;
mod references;
mod table;

use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx, XlsxError};
use thiserror::Error;
use zip::ZipArchive;

use super::around::LINK;
use super::inputs::{ASSUMPTIONS, ID, SCENARIO};
use crate::file::Given;

use self::cells::{Cells, cells_of, row_of};
use self::table::{Headings, by_names};

/// The largest file that is read, in bytes. A workbook made here has about 80,000.
pub const LARGEST_WORKBOOK: usize = 50_000_000;
/// The most that is unpacked of one, in bytes.
const MOST_UNPACKED: u64 = 100_000_000;
/// The most files within one.
const MOST_PARTS: usize = 2_000;

/// What was found in a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The link on its cover, if there is one that could be a link.
    pub link: Option<String>,
    /// What its cells give the assumptions, to be applied with [`crate::file::apply`].
    pub given: Vec<Given>,
    /// What could not be read, a sentence each, with where and what to do.
    pub problems: Vec<String>,
}

/// Why nothing could be read of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// A file of another kind.
    #[error("this is not an .xlsx workbook; save it as an Excel workbook (.xlsx) and open that")]
    NotAWorkbook,
    /// An old .xls, or one with a password: both are files of the same kind.
    #[error(
        "this is an old .xls workbook or one protected by a password; save it as an Excel \
         workbook (.xlsx) without a password and open that"
    )]
    OldOrLocked,
    /// More than is read.
    #[error(
        "this workbook is too large, packed or unpacked; copy the two columns with ids and \
         values and paste them instead"
    )]
    TooLarge,
    /// A damaged file.
    #[error(
        "this workbook is damaged or is not one that can be read; open it in Excel or \
         LibreOffice, save it again as .xlsx and open that"
    )]
    Damaged,
    /// A cell where no sheet has one, with its reference.
    #[error(
        "this workbook has a cell at {0}, where no sheet has one; open it in Excel or \
         LibreOffice, save it again as .xlsx and open that"
    )]
    OutsideASheet(String),
    /// Another program's workbook.
    #[error(
        "no sheet in this workbook has a row with the headings {ID} and {SCENARIO}, and no cell \
         has the name of an assumption; is it a workbook made here? Two columns with ids and \
         values can be pasted instead"
    )]
    NothingFound,
    /// A workbook that is no case.
    #[error(
        "this workbook has no sheet Case, so it is not the workbook of a case; export one and \
         fill that in"
    )]
    NotACase,
    /// The workbook of a case with more than is read.
    #[error(
        "this workbook has {} MB, and one of a case has at most {} MB",
        .0.div_ceil(1_000_000),
        crate::case::LARGEST_CASE / 1_000_000
    )]
    CaseTooLarge(usize),
}

/// Takes a workbook apart.
///
/// # Errors
/// Why nothing at all could be read of it.
pub fn read(bytes: &[u8]) -> Result<Found, Unreadable> {
    weigh(bytes)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_: XlsxError| Unreadable::Damaged)?;
    let mut found = Found::default();
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        match cells_of(&mut workbook, &name) {
            Ok(cells) => {
                found.link = found.link.take().or_else(|| link_in(&cells));
                tables.push((name, cells));
            }
            Err(problem) => found.problems.push(problem),
        }
    }
    // The sheet that bears the name goes before one that only looks like it.
    tables.sort_by_key(|(name, _)| !name.eq_ignore_ascii_case(ASSUMPTIONS));
    let table = tables
        .iter()
        .find_map(|(name, cells)| Some((name, cells, Headings::in_cells(cells)?)));
    if let Some((name, cells, headings)) = table {
        headings.give(name, cells, &mut found);
    } else {
        let unread = !found.problems.is_empty();
        let names = workbook.defined_names().to_vec();
        by_names(&names, &tables, &mut found);
        if found.given.is_empty() {
            return if unread {
                Ok(found)
            } else {
                Err(Unreadable::NothingFound)
            };
        }
        found.problems.insert(0, format!(
            "No sheet has a row with the headings {ID} and {SCENARIO}, so values were taken from the cells that bear the names of assumptions."
        ));
    }
    Ok(found)
}

/// Refuses what is no workbook, what unpacks to more than one can need, and what has cells
/// outside any sheet. Unpacks all of it once to see, since what a file says of its size may
/// be a lie.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.len() > LARGEST_WORKBOOK {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::OldOrLocked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut left = MOST_UNPACKED;
    let mut some = vec![0; 1 << 16];
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|_| Unreadable::Damaged)?;
        loop {
            let read = part.read(&mut some).map_err(|_| Unreadable::Damaged)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(Unreadable::TooLarge)?;
        }
    }
    references::check(&mut archive)
}

/// The link beside its heading.
fn link_in(cells: &Cells) -> Option<String> {
    let mut all = cells.iter();
    let ((row, column), _) = all.find(|(_, content)| content.text() == LINK)?;
    let (_, beside) = row_of(cells, *row, column + 1).next()?;
    let link = beside.text();
    link.contains('#').then(|| link.to_owned())
}
