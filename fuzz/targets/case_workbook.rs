//! Any workbook as that of a case: refused in words, or read, with its faults by their
//! cells; and a sound case is written and read as the same.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use send_modeller::case::Case;
use send_modeller::model::{Model, Scenario};
use send_modeller::workbook::{is_case, read_case, write_case};
use send_modeller_fuzz::{Parts, assert_runs_and_adds_up, assert_said, case_parts};

static PARTS: LazyLock<Parts> = LazyLock::new(case_parts);

fuzz_target!(|data: &[u8]| {
    let file = PARTS.file(data);
    let found = match read_case(&file) {
        Ok(found) => found,
        Err(problem) => return assert_said(&[problem.to_string()], 1),
    };
    assert!(is_case(&file));
    assert_said(&found.problems, 10_000);
    let read = Case::from_value(&found.value);
    if let Err(faults) = &read {
        assert!(!faults.0.is_empty(), "refused without a reason");
        let said: Vec<String> = faults.0.iter().map(|fault| found.said(fault)).collect();
        assert_said(&said, 1_000);
    }
    let Ok(case) = read else { return };
    // Writing takes a hundred times what reading takes, so one in eight comes to it.
    if data.len() % 8 != 0 {
        return;
    }
    let again = read_case(&write_case(&case).expect("it can be written")).expect("our own file");
    assert_eq!(again.problems, [""; 0]);
    assert_eq!(Case::from_value(&again.value).as_ref(), Ok(&case));
    assert_runs_and_adds_up(
        &Model::new(case).expect("it is sound"),
        &Scenario::published(),
    );
});
