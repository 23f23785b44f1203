//! The shipped file changed in every way there is: a part deleted, retyped, doubled, out of
//! range, or naming itself. No panic, and a message that names the place.

use proptest::prelude::*;
use send_modeller::case::{Case, shipped_cases, too_large};
use serde_json::{Value, json};

use crate::case_file::{faults, places, push, shipped, with};

/// What is said, the first lines of it.
fn first(said: &str) -> String {
    let lines: Vec<&str> = said.lines().take(3).collect();
    lines.join("\n")
}

#[test]
fn every_part_deleted_or_retyped_is_named_or_may_be_left_out() {
    let file = shipped();
    let mut all = Vec::new();
    places(&file, "", &mut all);
    // Every kind of place once: the same field of a list's second record says the same.
    let mut seen = std::collections::HashSet::new();
    let kind = |place: &str| {
        let parts = place.split('/').map(|part| {
            if part.parse::<u32>().is_ok() {
                "#"
            } else {
                part
            }
        });
        parts.collect::<Vec<_>>().join("/")
    };
    let mut told = String::new();
    for place in all.iter().filter(|place| !place.is_empty()) {
        if !seen.insert(kind(place)) {
            continue;
        }
        let (parent, name) = place.rsplit_once('/').unwrap();
        let field = name.parse::<usize>().is_err();
        if field {
            let said = faults(|file| {
                let parent = file.pointer_mut(parent).unwrap();
                parent.as_object_mut().unwrap().remove(name);
            });
            let first = said.lines().next().unwrap_or("may be left out");
            told += &format!("{}: {first}\n", kind(place));
        }
        let retyped = match file.pointer(place).unwrap() {
            Value::String(_) => json!(["a list"]),
            _ => json!("a text"),
        };
        let said = with(place, retyped);
        assert!(said.contains("is needed here, and"), "{place}: {said}");
        assert!(
            said.contains(if field { name } else { "[" }),
            "{place}: {said}"
        );
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_line_that_names_itself_or_goes_round_in_a_circle_is_refused() {
    let file = shipped();
    let benefits = file["benefits"].as_array().unwrap();
    let overlap = |kind: &str| {
        let mut lines = benefits.iter();
        lines.position(|line| line["rule"]["kind"] == kind).unwrap()
    };
    let (shared, twice) = (overlap("shared-reduction"), overlap("counted-twice"));
    let [shared_id, twice_id] = [shared, twice].map(|place| benefits[place]["id"].clone());
    let mut told = Vec::new();
    for (place, field, id) in [
        (shared, "moved", &shared_id),
        (shared, "reduced", &twice_id),
        (twice, "pressure", &twice_id),
        (twice, "demand", &shared_id),
    ] {
        told.push(with(&format!("/benefits/{place}/rule/{field}"), id.clone()));
    }
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn unknown_rules_doubled_ids_and_numbers_without_sense_are_named() {
    let mut told = Vec::new();
    let mut say = |said: String| told.push(first(&said));
    say(with("/benefits/0/rule/kind", json!("magic")));
    say(with("/investment/0/cost/kind", json!("magic")));
    say(faults(|file| {
        let twin = file["benefits"][0].clone();
        push(file, "benefits", twin);
    }));
    say(faults(|file| {
        let share = file["benefits"][2]["gains"]["shares"][0].clone();
        file["benefits"][2]["gains"]["shares"]
            .as_array_mut()
            .unwrap()
            .push(share);
    }));
    say(with("/assumptions/0/published", json!(-1e300)));
    say(with("/assumptions/0/step", json!(0)));
    say(with("/years/first", json!(1200)));
    say(with("/years/count", json!(2.5)));
    say(with("/benefits/0/rule/phasing/0", json!(1e9)));
    say(with("/payers", json!(null)));
    say(with("/disagreements/0/number", json!(-1)));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_file_that_is_deep_or_long_is_refused_in_few_words() {
    let deep = |depth: usize| {
        let mut text = shipped().to_string();
        text.truncate(text.len() - 1);
        format!(
            "{text}, \"deep\": {}0{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    insta::assert_snapshot!(first(&Case::from_json(&deep(100)).unwrap_err().to_string()));
    let far = Case::from_json(&deep(100_000)).unwrap_err().to_string();
    assert!(
        far.starts_with("file: not JSON: recursion limit exceeded"),
        "{far}"
    );
    let many = with("/risks", json!(vec![0; 100_000]));
    assert!(many.lines().count() <= 100, "{}", many.lines().count());
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn a_file_cut_or_with_other_characters_in_it_is_refused_or_read(
        place in any::<prop::sample::Index>(),
        text in "[\\x00-\\x7f]{0,3}",
        cut: bool,
    ) {
        let file = shipped().to_string();
        let mut at = place.index(file.len());
        while !file.is_char_boundary(at) {
            at -= 1;
        }
        let (before, after) = file.split_at(at);
        let changed = if cut { format!("{before}{text}") } else { format!("{before}{text}{after}") };
        if let Err(faults) = Case::from_json(&changed) {
            prop_assert!(!faults.0.is_empty() && !faults.to_string().is_empty());
        }
    }
}

#[test]
fn what_nothing_uses_is_remarked_on_and_no_fault() {
    let mut file = shipped();
    let mut spare = file["assumptions"][0].clone();
    spare["id"] = json!("spare");
    push(&mut file, "assumptions", spare);
    push(
        &mut file,
        "groups",
        json!({ "id": "left-over", "label": "Left over" }),
    );
    push(
        &mut file,
        "payers",
        json!({ "id": "health", "label": "Health", "help": "" }),
    );
    let case = Case::from_json(&file.to_string()).unwrap();
    let said: Vec<String> = case.remarks().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    payers[3]: "health" neither gains nor invests; give it a share of a benefit, or take it out
    groups[6]: "left-over" is a heading with no assumption under it; put one there, or take it out
    assumptions[55]: "spare" is an assumption that no line and no adjustment uses, so changing it moves nothing; name it in a line, or take it out
    "#);
    for shipped in shipped_cases() {
        let case = shipped.read().unwrap();
        let said: Vec<String> = case.remarks().iter().map(ToString::to_string).collect();
        // The empty case has headings to be filled, and nothing else that nothing uses.
        let left = said.iter().filter(|said| {
            case.id != "template" || !said.contains("is a heading with no assumption under it")
        });
        assert_eq!(left.count(), 0, "{}: {said:?}", case.id);
    }
}

#[test]
fn a_file_of_more_than_five_megabytes_is_refused_by_its_size() {
    let mut file = shipped();
    file["title"] = json!("x".repeat(5_000_000));
    insta::assert_snapshot!(Case::from_json(&file.to_string()).unwrap_err(), @"file: 5.1 MB is more than is read; a case file has at most 5 MB");
    assert_eq!(too_large(5_000_000), None);
    let fault = too_large(5_000_001).unwrap().to_string();
    assert!(fault.starts_with("5.1 MB is more"), "{fault}");
}
