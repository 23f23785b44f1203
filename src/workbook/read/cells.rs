//! The cells of somebody's sheet.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Xlsx, XlsxError};

use crate::case::Decimal;

/// The most cells that are read of a sheet.
const MOST_CELLS: usize = 100_000;

/// The cells of a sheet that are not empty, by row and column from nought.
pub(in crate::workbook) type Cells = BTreeMap<(u32, u32), Content>;

/// What a cell holds.
pub(in crate::workbook) enum Content {
    Text(String),
    Number(String),
    /// Something that is no number and no words, in words.
    Other(String),
}

/// The cells of a sheet, or why it could not be read.
pub(in crate::workbook) fn cells_of(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<Cells, String> {
    let unreadable = |_: XlsxError| format!("The sheet {name} could not be read and was left out.");
    let mut reader = workbook.worksheet_cells_reader(name).map_err(unreadable)?;
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.is_some_and(|format| format.format_code.contains('%'))
        })
        .collect();
    let mut cells = Cells::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
        let percent = percent.get(style).copied().unwrap_or(false);
        if let Some(content) = content_of(cell.get_value(), percent) {
            cells.insert(cell.get_position(), content);
        }
        if cells.len() >= MOST_CELLS {
            break;
        }
    }
    Ok(cells)
}

fn content_of(value: &DataRef, percent: bool) -> Option<Content> {
    Some(match value {
        DataRef::Empty => return None,
        // Shown as 15%, it is held as 0.15; the digits that binary leaves behind are cleared.
        DataRef::Float(value) if percent => {
            Content::Number(Decimal((value * 1e11).round() / 1e9).to_string())
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of some per cent")]
        DataRef::Int(value) if percent => {
            Content::Number(Decimal(*value as f64 * 100.0).to_string())
        }
        DataRef::Float(value) => Content::Number(Decimal(*value).to_string()),
        DataRef::Int(value) => Content::Number(value.to_string()),
        DataRef::String(text) => Content::Text(text.trim().to_owned()),
        DataRef::SharedString(text) => Content::Text(text.trim().to_owned()),
        DataRef::Bool(value) => Content::Other(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::Error(error) => Content::Other(error.to_string()),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            Content::Other("a date or a time".to_owned())
        }
    })
}

impl Content {
    pub fn text(&self) -> &str {
        match self {
            Content::Text(text) | Content::Number(text) | Content::Other(text) => text,
        }
    }
}

/// The cells of one row, from a column on.
pub(in crate::workbook) fn row_of(
    cells: &Cells,
    row: u32,
    from: u32,
) -> impl Iterator<Item = (u32, &Content)> {
    let cells = cells.range((row, from)..=(row, u32::MAX));
    cells.map(|((_, column), content)| (*column, content))
}
