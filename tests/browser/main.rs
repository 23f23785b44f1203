//! The app and the JavaScript face in headless Chromium.
//!
//! The page is used as a person uses it: boxes by their labels, buttons by their names,
//! tables by their captions. What it should say comes from the engine, and for the
//! figures also from `tests/golden`, which the native engine wrote.

#![cfg(target_arch = "wasm32")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly, and their names say what they hold"
)]

mod changing;
mod compare;
mod entries;
mod expected;
mod explaining;
mod javascript;
mod opening;
mod page;
mod panel;
mod reading;
mod simulating;
mod simulation;
mod sources;
mod stress;
mod stress_script;
mod windows;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
