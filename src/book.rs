//! Workbooks for the page's worker (`www/book-worker.js`): written, read, and many files
//! packed into one. A program of its own, so that nobody fetches it who does not ask for a
//! file of these kinds.

use std::io::{Cursor, Write};

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::case::Case;
use crate::link::{Link, open};
use crate::model::{Library, MODEL_VERSION, Model};
use crate::workbook::{About, read, read_case, workbook, write, write_case};

/// The version of the model that workbooks are made with.
#[wasm_bindgen(js_name = modelVersion)]
pub fn model_version() -> String {
    MODEL_VERSION.to_owned()
}

/// The workbook of a link's scenario, as the bytes of an .xlsx file. `address` is that of
/// the app without a fragment, `date` the day, `2026-11-26`; `case` the file of the case
/// where it does not come with the program.
///
/// # Errors
/// A link that names a case which is not here, or a case that has a fault.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(
    link: &str,
    address: &str,
    date: &str,
    case: Option<String>,
) -> Result<Vec<u8>, JsError> {
    let mut library = Library::shipped()?;
    if let Some(case) = case {
        library.add(Case::from_json(&case).and_then(Model::new)?);
    }
    let opened = open(link, &library);
    let model = opened
        .model
        .as_ref()
        .ok_or_else(|| JsError::new("The link names a case that is not here."))?;
    let link = Link {
        title: &opened.title,
        note: &opened.note,
        stress: &opened.stress,
        ..Link::to(model, &opened.scenario)
    };
    let book = workbook(&link, &About { address, date });
    Ok(write(&book, date)?)
}

/// The workbook of a case, to be filled in or looked through, as the bytes of an .xlsx
/// file. `case` is the JSON of its file.
///
/// # Errors
/// A case with faults, the first of which is said.
#[wasm_bindgen(js_name = writeCase)]
pub fn write_case_workbook(case: &str) -> Result<Vec<u8>, JsError> {
    Ok(write_case(&Case::from_json(case)?)?)
}

#[derive(Serialize)]
struct FoundCase {
    case: serde_json::Value,
    problems: Vec<String>,
}

/// What is in the workbook of a case, with every fault of it by its cell.
fn found_case(bytes: &[u8]) -> Option<FoundCase> {
    let found = read_case(bytes).ok()?;
    let faults = Case::from_value(&found.value).err();
    let faults = faults.map(|faults| faults.0).unwrap_or_default();
    let mut problems = found.problems.clone();
    problems.extend(faults.iter().map(|fault| found.said(fault)));
    let case = found.value;
    Some(FoundCase { case, problems })
}

#[derive(Serialize)]
struct FoundText {
    link: Option<String>,
    given: Vec<GivenText>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct GivenText {
    key: String,
    value: String,
    place: String,
}

/// What is in a workbook, as JSON: `{"link", "given": [{"key", "value", "place"}],
/// "problems"}`. Where nothing could be read, `problems` says why. Of the workbook of a case
/// it is `{"case", "problems"}`: what a case file would hold, and its faults by their cells.
///
/// # Errors
/// None that a text could give rise to.
#[wasm_bindgen(js_name = readWorkbook)]
pub fn read_workbook(bytes: &[u8]) -> Result<String, JsError> {
    if let Some(found) = found_case(bytes) {
        return Ok(serde_json::to_string(&found)?);
    }
    let found = match read(bytes) {
        Ok(found) => FoundText {
            link: found.link,
            given: found
                .given
                .into_iter()
                .map(|given| GivenText {
                    key: given.key,
                    value: given.value,
                    place: given.place,
                })
                .collect(),
            problems: found.problems,
        },
        Err(fault) => FoundText {
            link: None,
            given: Vec::new(),
            problems: vec![format!("Nothing was read: {fault}.")],
        },
    };
    Ok(serde_json::to_string(&found)?)
}

/// Packs files into one .zip. The files bear no time, so that the same files give the same
/// archive.
///
/// # Errors
/// A name that an archive cannot hold.
#[wasm_bindgen(js_name = packFiles)]
pub fn pack_files(names: Vec<String>, contents: &Array) -> Result<Vec<u8>, JsError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in names.into_iter().zip(contents.iter()) {
        archive.start_file(name, options)?;
        archive.write_all(&Uint8Array::new(&content).to_vec())?;
    }
    Ok(archive.finish()?.into_inner())
}
