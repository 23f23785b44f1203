//! Any workbook as that of a scenario: refused in words, or read, and each value in it used
//! or named.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use send_modeller::file::{MOST_FILE_PROBLEMS, apply};
use send_modeller::link::open;
use send_modeller::model::Scenario;
use send_modeller::workbook::read;
use send_modeller_fuzz::{
    Parts, assert_link_comes_back, assert_runs_and_adds_up, assert_said, scenario_parts,
    with_library,
};

static PARTS: LazyLock<Parts> = LazyLock::new(scenario_parts);

fuzz_target!(|data: &[u8]| {
    let found = match read(&PARTS.file(data)) {
        Ok(found) => found,
        Err(problem) => return assert_said(&[problem.to_string()], 1),
    };
    assert_said(&found.problems, 10_000);
    assert!(
        !found.given.is_empty() || !found.problems.is_empty() || found.link.is_some(),
        "nothing was read and nothing said"
    );
    with_library(|library| {
        let opened = open(found.link.as_deref().unwrap_or_default(), library);
        assert_link_comes_back(&opened, library);
        let model = opened.model.as_ref().unwrap_or(library.default_model());
        let start = if opened.model.is_some() {
            opened.scenario.clone()
        } else {
            Scenario::published()
        };
        let brought = apply(model, &start, &found.given);
        if brought.problems.len() <= MOST_FILE_PROBLEMS {
            let named = brought.problems.len();
            assert!(
                brought.used + named >= found.given.len(),
                "a value was passed over"
            );
        }
        assert_runs_and_adds_up(model, &brought.scenario);
    });
});
