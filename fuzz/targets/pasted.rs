//! Any bytes as what is pasted or dropped: told what it is, read as a link, a file or
//! columns, each value used or named; and any text typed into a box.

#![no_main]

use libfuzzer_sys::fuzz_target;
use send_modeller::export::{parse_entry, text_of};
use send_modeller::file::{
    MOST_FILE_PROBLEMS, Recognised, apply, read_columns, read_text, recognised,
};
use send_modeller::model::{Model, Scenario};
use send_modeller_fuzz::{assert_runs_and_adds_up, assert_said, said, with_library};

fuzz_target!(|data: &[u8]| {
    let text = match recognised(data) {
        Recognised::Workbook => return,
        Recognised::Other(words) => return assert_said(&[words], 1),
        Recognised::Text(text) => text,
    };
    with_library(|library| {
        let (model, published) = (library.default_model(), Scenario::published());
        match read_text(library, model, &published, &text) {
            Err(words) => assert!(!words.is_empty()),
            Ok(incoming) => {
                assert_said(&incoming.problems, 2 * MOST_FILE_PROBLEMS + 2);
                assert_runs_and_adds_up(&incoming.model, &incoming.scenario);
                incoming.changes(model, &published);
            }
        }
        assert_every_value_is_used_or_named(model, &text);
        assert_typed(model, &text);
    });
});

fn assert_every_value_is_used_or_named(model: &Model, text: &str) {
    let columns = read_columns(text);
    assert_said(&said(&columns.problems), MOST_FILE_PROBLEMS);
    let brought = apply(model, &Scenario::published(), &columns.given);
    let named = brought.problems.len();
    if named <= MOST_FILE_PROBLEMS {
        assert!(
            brought.used + named >= columns.given.len(),
            "a value was passed over"
        );
    }
}

/// What is taken is within bounds, and is taken again as it is shown.
fn assert_typed(model: &Model, text: &str) {
    let first = text.lines().next().unwrap_or_default();
    for (_, known) in model.assumptions().iter().take(12) {
        if let Ok(value) = parse_entry(known, first) {
            assert_eq!(known.accept(value), Ok(value), "{first:?}");
            assert_eq!(parse_entry(known, &text_of(value)), Ok(value), "{first:?}");
        }
    }
}
