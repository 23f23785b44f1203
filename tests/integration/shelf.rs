//! The scenarios a browser keeps: nothing that was saved is ever lost, whatever is done to
//! the shelf and whatever is found on it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use send_modeller::link::LONGEST_TITLE;
use send_modeller::session::{Action, MOST_SAVED, Session, Shelf, ShelfEdit};

use crate::{library, model, scenario};

/// Version 1, as some browser has it. It opens as it does for ever: add another text,
/// never change this one.
const V1: &str = "send-modeller scenarios 1
Half delivered\tcase=hertfordshire-2018&v=1&benefit-delivery=50
Six months late & £50\u{a0}short\tcase=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6
Published\tcase=hertfordshire-2018&v=1
";

/// Each kept scenario: its name, and the scenario that it opens.
fn opens(shelf: &Shelf, expected: &[(&str, &str)]) {
    let names: Vec<_> = names(shelf);
    let wanted: Vec<_> = expected.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, wanted);
    for (saved, (name, link)) in shelf.saved().iter().zip(expected) {
        let opened = saved.open(&library());
        assert_eq!(opened.problems, [], "{name}");
        assert_eq!(opened.scenario, scenario(link), "{name}");
    }
}

fn names(shelf: &Shelf) -> Vec<&str> {
    shelf
        .saved()
        .iter()
        .map(|saved| saved.name.as_str())
        .collect()
}

fn save(shelf: &mut Shelf, name: &str, link: &str) {
    shelf.save(name, &model(), &scenario(link));
}

fn shelf(names: &[&str]) -> Shelf {
    let mut shelf = Shelf::default();
    for name in names {
        save(&mut shelf, name, "benefit-delay=6");
    }
    shelf
}

fn full() -> Shelf {
    let mut shelf = Shelf::default();
    for number in 0..MOST_SAVED {
        save(&mut shelf, &format!("Scenario {number}"), "benefit-delay=6");
    }
    shelf
}

/// What one can do to a shelf.
#[derive(Debug, Clone)]
enum Deed {
    Save(String, &'static str),
    Edit(ShelfEdit),
    /// Another window kept this shelf's own text, and this one follows it.
    Follow,
}

fn done(mut shelf: Shelf, deeds: &[Deed]) -> Shelf {
    for deed in deeds {
        match deed {
            Deed::Save(name, link) => save(&mut shelf, name, link),
            Deed::Edit(edit) => shelf.edit(edit.clone()),
            Deed::Follow => {
                let text = shelf.write();
                shelf.follow(&text);
            }
        }
    }
    shelf
}

fn any_name() -> impl Strategy<Value = String> {
    let long = "é".repeat(LONGEST_TITLE);
    let longer = "x".repeat(LONGEST_TITLE + 9);
    let last_space = format!("{} y", "x".repeat(LONGEST_TITLE - 1));
    prop_oneof![
        3 => prop::sample::select(vec!["A", "B", "A (2)", "a"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![long, longer, last_space]),
        1 => "[ \t\r\nA\u{202e}\u{0}]{0,4}",
        1 => "\\PC{0,90}",
        1 => any::<String>(),
    ]
}

fn any_deeds() -> impl Strategy<Value = Vec<Deed>> {
    let place = || 0_usize..6;
    let link = prop::sample::select(vec!["", "benefit-delay=6", "in-county-journeys=15"]);
    let deed = prop_oneof![
        4 => (any_name(), link).prop_map(|(name, link)| Deed::Save(name, link)),
        2 => (place(), any_name())
            .prop_map(|(place, name)| Deed::Edit(ShelfEdit::Rename(place, name))),
        1 => place().prop_map(|place| Deed::Edit(ShelfEdit::Duplicate(place))),
        1 => place().prop_map(|place| Deed::Edit(ShelfEdit::Delete(place))),
        1 => place().prop_map(|place| Deed::Edit(ShelfEdit::MoveUp(place))),
        1 => place().prop_map(|place| Deed::Edit(ShelfEdit::MoveDown(place))),
        1 => Just(Deed::Edit(ShelfEdit::Restore)),
        1 => Just(Deed::Follow),
    ];
    prop::collection::vec(deed, 0..25)
}

/// Lines of every kind: ours, nearly ours, and nothing like it.
fn any_text() -> impl Strategy<Value = String> {
    let heading = prop::sample::select(vec![
        "send-modeller scenarios 1",
        "send-modeller scenarios 2",
        "send-modeller scenarios ",
        "send-modeller scenario",
        "",
        "[]",
    ]);
    let line = prop_oneof![
        "[ab]{0,2}\tcase=hertfordshire-2018&v=1(&benefit-delay=[0-9]{1,3})?",
        "[ab]{0,2}\tcase=elsewhere&v=[0-9]",
        "case=\\PC{0,20}",
        "\\PC{0,30}",
        // A carriage return at the end of a line is part of the break.
        any::<String>().prop_map(|line| line.replace('\r', "")),
        Just("x".repeat(40_000)),
    ];
    (heading, prop::collection::vec(line, 0..8))
        .prop_map(|(heading, lines)| format!("{heading}\n{}", lines.join("\n")))
}

fn names_are_sound(shelf: &Shelf) -> Result<(), TestCaseError> {
    let names = names(shelf);
    let different: BTreeSet<_> = names.iter().collect();
    prop_assert_eq!(different.len(), names.len(), "{:?}", names);
    for name in names {
        prop_assert!(!name.is_empty() && name.trim() == name, "{:?}", name);
        prop_assert!(!name.contains(char::is_control), "{:?}", name);
        prop_assert!(name.chars().count() <= LONGEST_TITLE, "{:?}", name);
    }
    prop_assert!(shelf.saved().len() <= MOST_SAVED);
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn what_is_written_reads_back_after_any_edits(deeds in any_deeds()) {
        let shelf = done(Shelf::default(), &deeds);
        names_are_sound(&shelf)?;
        let read = Shelf::read(&shelf.write());
        prop_assert_eq!(read.saved(), shelf.saved());
        prop_assert_eq!(read.unread(), 0);
        prop_assert_eq!(read.write(), shelf.write());
    }

    #[test]
    fn rubbish_is_kept_as_it_is(text in any_text(), deeds in any_deeds()) {
        let shelf = Shelf::read(&text);
        names_are_sound(&shelf)?;
        let ours = text.starts_with("send-modeller scenarios ");
        let lines: Vec<_> = text
            .lines()
            .skip(usize::from(ours))
            .filter(|line| !line.is_empty())
            .collect();
        prop_assert_eq!(shelf.saved().len() + shelf.unread(), lines.len());
        let kept = |shelf: &Shelf| {
            let written = shelf.write();
            let lost = lines.iter().find(|line| {
                let readable = line.len() <= 30_000
                    && (line.contains("\tcase=") || line.starts_with("case="));
                !readable && !written.split('\n').any(|found| found == **line)
            });
            prop_assert!(lost.is_none(), "{:?}", lost);
            Ok(())
        };
        kept(&shelf)?;
        kept(&done(shelf.clone(), &deeds))?;
        // Read once under a heading of ours, it stays as it is.
        let again = Shelf::read(&shelf.write());
        prop_assert_eq!(Shelf::read(&again.write()), again);
    }
}

#[test]
fn version_1_opens_for_ever() {
    let shelf = Shelf::read(V1);
    assert_eq!(shelf.unread(), 0);
    opens(
        &shelf,
        &[
            ("Half delivered", "benefit-delivery=50"),
            (
                "Six months late & £50 short",
                "in-county-journeys=15&benefit-delay=6",
            ),
            ("Published", ""),
        ],
    );
}

#[test]
fn version_1_is_what_is_written() {
    let mut shelf = Shelf::default();
    save(&mut shelf, "Half delivered", "benefit-delivery=50");
    save(&mut shelf, "Published", "");
    assert_eq!(
        shelf.write(),
        "send-modeller scenarios 1\n\
         Half delivered\tcase=hertfordshire-2018&v=1&benefit-delivery=50\n\
         Published\tcase=hertfordshire-2018&v=1\n"
    );
}

#[test]
fn a_newer_version_opens_as_far_as_it_can_be_read_and_the_rest_is_kept() {
    let newer = "send-modeller scenarios 2\n\
                 Half delivered\tcase=hertfordshire-2018&v=1&benefit-delivery=50\n\
                 Folder\t{\"in\":\"another form\"}\n\
                 Late\tcase=hertfordshire-2018&v=1&benefit-delay=6\n";
    let mut shelf = Shelf::read(newer);
    opens(
        &shelf,
        &[
            ("Half delivered", "benefit-delivery=50"),
            ("Late", "benefit-delay=6"),
        ],
    );
    assert_eq!(shelf.unread(), 1);
    shelf.edit(ShelfEdit::Delete(0));
    assert!(
        shelf
            .write()
            .contains("\nFolder\t{\"in\":\"another form\"}\n")
    );
    shelf.edit(ShelfEdit::ForgetUnread);
    assert_eq!(shelf.unread(), 0);
    opens(&Shelf::read(&shelf.write()), &[("Late", "benefit-delay=6")]);
}

#[test]
fn a_case_that_is_not_here_stays_on_the_shelf() {
    let text = "send-modeller scenarios 1\nTheirs\tcase=elsewhere-2030&v=1&x=1\n";
    let shelf = Shelf::read(text);
    assert!(shelf.saved()[0].open(&library()).model.is_none());
    assert_eq!(shelf.write(), text);
}

#[test]
fn a_taken_name_gets_a_number_and_a_name_of_nothing_a_word() {
    let mut kept = shelf(&["A", "", " \t"]);
    assert_eq!(
        names(&kept),
        ["A", "Scenario"],
        "the third is saved over the second"
    );
    kept.edit(ShelfEdit::Rename(1, " A ".to_owned()));
    assert_eq!(names(&kept), ["A", "A (2)"]);
    kept.edit(ShelfEdit::Rename(1, "A (2)".to_owned()));
    assert_eq!(names(&kept), ["A", "A (2)"], "its own name is not taken");
    kept.edit(ShelfEdit::Duplicate(0));
    assert_eq!(names(&kept), ["A", "A (3)", "A (2)"]);
}

#[test]
fn a_numbered_name_is_no_longer_than_a_name_may_be() {
    let long = "x".repeat(LONGEST_TITLE);
    let mut kept = shelf(&[&long]);
    kept.edit(ShelfEdit::Duplicate(0));
    kept.edit(ShelfEdit::MoveDown(0));
    assert!(names(&kept)[0].chars().count() <= LONGEST_TITLE);
    assert_eq!(
        names(&Shelf::read(&kept.write())),
        names(&kept),
        "each keeps its own name"
    );
}

#[test]
fn the_order_is_the_person_s() {
    let mut kept = shelf(&["A", "B", "C"]);
    kept.edit(ShelfEdit::MoveUp(2));
    assert_eq!(names(&kept), ["A", "C", "B"]);
    kept.edit(ShelfEdit::MoveDown(0));
    assert_eq!(names(&kept), ["C", "A", "B"]);
    for nothing in [
        ShelfEdit::MoveUp(0),
        ShelfEdit::MoveDown(2),
        ShelfEdit::MoveUp(9),
        ShelfEdit::MoveDown(usize::MAX - 1),
        ShelfEdit::Delete(3),
        ShelfEdit::Duplicate(3),
        ShelfEdit::Rename(3, "D".to_owned()),
        ShelfEdit::Restore,
        ShelfEdit::ForgetUnread,
    ] {
        let before = kept.clone();
        kept.edit(nothing.clone());
        assert_eq!(kept, before, "{nothing:?}");
    }
}

#[test]
fn what_was_deleted_comes_back_to_its_place_under_its_name() {
    for place in 0..3 {
        let mut kept = shelf(&["A", "B", "C"]);
        let name = kept.saved()[place].name.clone();
        kept.edit(ShelfEdit::Delete(place));
        assert_eq!(kept.removed(), Some(name.as_str()));
        assert_eq!(kept.saved().len(), 2);
        kept.edit(ShelfEdit::Restore);
        assert_eq!(names(&kept), ["A", "B", "C"]);
        assert_eq!(kept.removed(), None);
    }
}

#[test]
fn what_was_saved_over_comes_back_beside_the_new_one() {
    let mut kept = Shelf::default();
    save(&mut kept, "A", "benefit-delay=6");
    save(&mut kept, "A", "benefit-delay=6");
    assert_eq!(kept.removed(), None, "the same again is no loss");
    save(&mut kept, "A", "benefit-delay=12");
    opens(&kept, &[("A", "benefit-delay=12")]);
    assert_eq!(kept.removed(), Some("A"));
    kept.edit(ShelfEdit::Restore);
    opens(
        &kept,
        &[("A (2)", "benefit-delay=6"), ("A", "benefit-delay=12")],
    );
}

#[test]
fn a_full_shelf_takes_no_more_and_loses_nothing() {
    let mut kept = full();
    assert!(!kept.has_room());
    let before = kept.clone();
    save(&mut kept, "One more", "benefit-delay=12");
    kept.edit(ShelfEdit::Duplicate(0));
    assert_eq!(kept, before);
    // In the stead of one there is always room.
    save(&mut kept, "Scenario 7", "benefit-delay=12");
    assert_eq!(kept.saved().len(), MOST_SAVED);
    assert_eq!(kept.removed(), Some("Scenario 7"));
    // With no room to come back to, it waits until there is some.
    kept.edit(ShelfEdit::Restore);
    assert_eq!(kept.removed(), Some("Scenario 7"));
    // A text with more than there may be: what does not fit is kept as it is.
    let mut text = before.write();
    text.push_str("One more\tcase=hertfordshire-2018&v=1&benefit-delay=12\n");
    let mut over = Shelf::read(&text);
    assert_eq!((over.saved().len(), over.unread()), (MOST_SAVED, 1));
    assert_eq!(over.write(), text);
    over.edit(ShelfEdit::Delete(0));
    let names_then = Shelf::read(&over.write());
    assert_eq!(names(&names_then).last(), Some(&"One more"));
}

#[test]
fn two_windows_follow_each_other() {
    let session = Session::open(library(), "");
    let here = session
        .reduce(Action::Save("A".to_owned()))
        .and_then(|session| session.reduce(Action::Save("B".to_owned())))
        .unwrap();
    let there = session
        .reduce(Action::ShelfElsewhere(here.shelf().write()))
        .unwrap();
    assert_eq!(names(there.shelf()), ["A", "B"]);
    let there = there
        .reduce(Action::Shelf(ShelfEdit::Delete(0)))
        .and_then(|session| session.reduce(Action::Save("C".to_owned())))
        .unwrap();
    let here = here
        .reduce(Action::Shelf(ShelfEdit::Delete(1)))
        .and_then(|session| session.reduce(Action::ShelfElsewhere(there.shelf().write())))
        .unwrap();
    assert_eq!(
        names(here.shelf()),
        ["B", "C"],
        "the last to save has its way"
    );
    assert_eq!(here.shelf().write(), there.shelf().write());
    // Each can still bring back what it deleted itself.
    assert_eq!(there.shelf().removed(), Some("A"));
    let here = here.reduce(Action::Shelf(ShelfEdit::Restore)).unwrap();
    assert_eq!(names(here.shelf()), ["B", "B (2)", "C"]);
    // Another window's leaving the scenario alone.
    assert_eq!(here.title(), "B");
    assert!(here.is_published());
}
