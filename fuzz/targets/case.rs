//! Any text as a case file. A sound one runs, adds up, is written and read as the same, in
//! words and packed; one that is not is opened as far as it can be, with what is wrong.

#![no_main]

use libfuzzer_sys::fuzz_target;
use send_modeller::case::{Case, case_value};
use send_modeller::model::{Model, Scenario};
use send_modeller_fuzz::{assert_runs_and_adds_up, assert_said, said, text};

fuzz_target!(|data: &[u8]| {
    let Some(text) = text(data) else { return };
    let value = match case_value(text) {
        Ok(value) => value,
        Err(faults) => return assert_said(&said(&faults.0), 1),
    };
    let read = Case::from_value(&value);
    let (as_far, faults) = Case::read_as_far(&value);
    assert_said(&said(&faults.0), 1_000);
    assert_eq!(
        read.is_err(),
        !faults.0.is_empty(),
        "what is left out is said"
    );
    if let Ok(case) = &read {
        assert_eq!(as_far.as_ref(), Some(case), "a sound one is whole");
    }
    let Some(case) = as_far else { return };
    assert_eq!(case.check(), Ok(()));
    assert_eq!(Case::from_json(&case.to_json()).as_ref(), Ok(&case));
    if let Some(packed) = case.packed() {
        let back = Case::unpacked(&packed).expect("it was packed here");
        assert_eq!(back.packed(), Some(packed), "packed and back");
    }
    let model = Model::new(case).expect("it was checked");
    let mut most = Scenario::published();
    for (index, known) in model.assumptions().iter() {
        most.set(model.assumptions(), index, known.max)
            .expect("within bounds");
    }
    assert_runs_and_adds_up(&model, &Scenario::published());
    assert_runs_and_adds_up(&model, &most);
});
