//! Any text as a scenario file: refused in words, or read; and what was read is written and
//! read as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use send_modeller::file::{MOST_FILE_PROBLEMS, read_scenario_json};
use send_modeller_fuzz::{
    assert_file_comes_back, assert_runs_and_adds_up, assert_said, said, text, with_library,
};

fuzz_target!(|data: &[u8]| {
    let Some(text) = text(data) else { return };
    with_library(|library| match read_scenario_json(library, text) {
        Err(problem) => assert_said(&[problem.to_string()], 1),
        Ok(file) => {
            assert_said(&said(&file.problems), MOST_FILE_PROBLEMS);
            assert_runs_and_adds_up(&file.model, &file.scenario);
            assert_file_comes_back(&file, library);
        }
    });
});
