//! Any text as a link: it opens, what it opened adds up, and a link of that opens the same.
//! Where nothing is said to be wrong, every value in it that is one of the case was used.

#![no_main]

use libfuzzer_sys::fuzz_target;
use send_modeller::link::{MOST_PROBLEMS, Opened, Wanted, open, parse_number, settings};
use send_modeller_fuzz::{
    assert_link_comes_back, assert_runs_and_adds_up, assert_said, said, text, with_library,
};

fuzz_target!(|data: &[u8]| {
    let Some(text) = text(data) else { return };
    let wanted = Wanted::of(text);
    with_library(|library| {
        let opened = open(text, library);
        assert_eq!(
            wanted.case, opened.case,
            "what is brought is what is opened"
        );
        assert_said(&said(&opened.problems), MOST_PROBLEMS);
        if let Some(model) = &opened.model {
            assert_runs_and_adds_up(model, &opened.scenario);
            for named in &opened.compared {
                assert_runs_and_adds_up(&named.model, &named.scenario);
            }
            assert_said(&said(&settings(&opened.stress, model).1), 1_000);
            assert_nothing_is_passed_over(text, &opened);
        }
        assert_link_comes_back(&opened, library);
    });
});

/// The values of plain pairs, each of which stands there once, are those of the scenario.
fn assert_nothing_is_passed_over(text: &str, opened: &Opened) {
    let pairs = match text.trim().split_once('#') {
        Some((_, fragment)) => fragment,
        // An address without a fragment is somebody's page, and says nothing to us.
        None if text.trim().starts_with("case=") => text.trim(),
        None => return,
    };
    let plain = !pairs.contains(['%', '+', ';', '#']);
    let (Some(model), true, true) = (&opened.model, opened.problems.is_empty(), plain) else {
        return;
    };
    let pairs = || pairs.split('&').filter_map(|pair| pair.split_once('='));
    for (id, value) in pairs() {
        let Some(index) = model.assumptions().find(id) else {
            continue;
        };
        if pairs().filter(|(other, _)| *other == id).count() == 1 {
            let used = opened.scenario.value(model.assumptions(), index);
            assert_eq!(parse_number(value), Some(used), "{id} in {text}");
        }
    }
}
