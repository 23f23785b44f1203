//! SEND Modeller: what a council's SEND invest to transform business case comes to when
//! its assumptions change.
//!
//! The map, in reading order:
//!
//! - [`case`]: a business case as data, read and checked;
//! - [`model`]: a case and its assumptions in, an outcome out;
//! - [`analysis`]: many runs: what moved, side by side, what a range does;
//! - [`link`]: a scenario as the text of a link, and back;
//! - [`chart`]: where every bar, line and label of a picture goes;
//! - [`export`]: outcomes as numbers in words, sentences, tables and JSON;
//! - [`mod@file`]: what a person brings in or keeps as a file;
//! - [`session`]: what the person is doing: one state, one reduce, one history;
//! - [`workbook`]: a scenario as a spreadsheet with live formulas, and back;
//! - `app`: the Yew screens, which draw and do no arithmetic;
//! - `api`: the same engine for JavaScript;
//! - `book`: workbooks for the page, fetched when asked for;
//! - `cli`: the same engine on the command line.
//!
//! Everything above `app` builds and tests without a browser
//! (`cargo test --no-default-features`).

pub mod analysis;
pub mod case;
pub mod chart;
pub mod export;
pub mod file;
pub mod link;
pub mod model;
pub mod session;
pub mod workbook;

#[cfg(feature = "api")]
pub mod api;
#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "book")]
pub mod book;
#[cfg(feature = "cli")]
pub mod cli;

/// Smaller than the standard library's allocator for this target, and faster (decision 0049).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
