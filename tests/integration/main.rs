//! Every native test but the short ones beside the code, in one binary.
//!
//! They start from the shipped case or from a link, as production does. What the figures
//! should be comes from [`oracle`], a second reading of the contract in exact rationals,
//! and from literals of the paper.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly, and their names say what they hold"
)]

mod allocations;
mod analysis;
mod appraisal;
#[cfg(feature = "cli")]
mod binary;
mod case_as_far;
mod case_changed;
mod case_file;
mod case_schema;
mod case_written;
mod claims;
mod command_line;
mod compare;
mod delimited;
mod draft;
mod entry;
mod explain;
mod export;
mod file;
mod generated;
mod golden;
mod layering;
mod ledger_views;
mod link;
mod oracle;
mod other_cases;
mod own;
mod packed;
mod presets;
mod pressures;
mod properties;
mod reconcile;
mod releases;
mod report;
mod scenarios;
mod sense;
mod session;
mod shelf;
mod simulation;
mod staff;
mod stress;
mod stress_charts;
mod taken;
mod workbook;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use proptest::test_runner::Config as ProptestConfig;
use send_modeller::link::{Opened, open};
use send_modeller::model::{AssumptionIndex, Library, Model, Outcome, Scenario, Series};

/// What every link of the shipped case begins with.
const CASE: &str = "case=hertfordshire-2018&v=1";

thread_local! {
    static LIBRARY: Rc<Library> = Rc::new(Library::shipped().expect("the shipped cases are sound"));
}

/// The shipped cases, compiled once for each thread of tests.
fn library() -> Rc<Library> {
    LIBRARY.with(Rc::clone)
}

fn model() -> Model {
    library().default_model().clone()
}

fn index(id: &str) -> AssumptionIndex {
    model()
        .assumptions()
        .find(id)
        .unwrap_or_else(|| panic!("{id} is an assumption"))
}

fn opened(link: &str) -> Opened {
    open(link, &library())
}

/// The scenario of a link in which nothing is wrong.
fn scenario(link: &str) -> Scenario {
    let opened = opened(link);
    assert_eq!(opened.problems, [], "{link}");
    opened.scenario
}

fn outcome(link: &str) -> Outcome {
    let scenario = scenario(link);
    let model = opened(link).model.unwrap_or_else(model);
    model.evaluate(&scenario)
}

fn pounds(series: &Series) -> Vec<i64> {
    series.iter().map(|pounds| pounds.0).collect()
}

/// How many cases of a property are tried; `PROPTEST_CASES` has the last word, for a soak.
fn cases(cases: u32) -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return ProptestConfig::default();
    }
    ProptestConfig::with_cases(cases)
}

/// A path in the project's own folder.
fn project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
