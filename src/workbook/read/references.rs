//! Where the parts of a workbook put their cells, looked at before they are read. The reader
//! of workbooks (calamine 0.38) works a reference out without looking whether a sheet goes so
//! far: past what 32 bits hold it would give the cell another's place, and the value of that
//! to an assumption (<https://github.com/tafia/calamine/issues/694>). So a workbook with such
//! a reference is refused, by the same XML reader, before it comes to that.

use std::io::{BufRead, BufReader, Read, Seek};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::Unreadable;

/// Rows and columns of the greatest sheet there is, in Excel and in LibreOffice.
const LAST: (u32, u32) = (1_048_576, 16_384);

/// Refuses a workbook that puts a cell where no sheet has one.
///
/// # Errors
/// The first such reference, or that the file is damaged.
pub(super) fn check(archive: &mut ZipArchive<impl Read + Seek>) -> Result<(), Unreadable> {
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|_| Unreadable::Damaged)?;
        of_part(BufReader::new(part))?;
    }
    Ok(())
}

/// Any part may be called a sheet by another, so none is left out; one that is no XML ends
/// where it stops being that, for whoever reads it as a sheet too.
fn of_part(part: impl BufRead) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => of_element(&element)?,
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn of_element(element: &BytesStart) -> Result<(), Unreadable> {
    let name = element.local_name();
    let attribute = match name.as_ref() {
        "dimension" => "ref",
        "row" | "c" => "r",
        _ => return Ok(()),
    };
    let mut attributes = element.attributes();
    for found in attributes.with_checks(false) {
        let found = found.map_err(|_| Unreadable::Damaged)?;
        if found.key.as_ref() == attribute && !within_a_sheet(&found.value) {
            let words = crate::link::title_of(&found.value);
            return Err(Unreadable::OutsideASheet(words));
        }
    }
    Ok(())
}

/// True of `B7`, of the row `7` and of `A1:B7`, and of what is no reference at all, which
/// the reader says itself.
fn within_a_sheet(reference: &str) -> bool {
    let mut ends = reference.split(':').map(place);
    let Some(Some(first)) = ends.next() else {
        return false;
    };
    // Nought is a row or a column that is not said.
    ends.all(|end| end.is_some_and(|end| end.0 >= first.0 && end.1 >= first.1))
}

/// Row and column from one, as far as it goes as a reference; none past the last.
fn place(reference: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0, 0);
    let mut bytes = reference.bytes().peekable();
    while let Some(letter) = bytes.next_if(u8::is_ascii_alphabetic) {
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        if column > LAST.1 {
            return None;
        }
    }
    while let Some(digit) = bytes.next_if(u8::is_ascii_digit) {
        row = row * 10 + u32::from(digit - b'0');
        if row > LAST.0 {
            return None;
        }
    }
    Some((row, column))
}
