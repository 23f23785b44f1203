//! Adding, changing and taking away lines of one's own, step by step.

use send_modeller::case::OwnLine;
use send_modeller::model::{Line, Pounds, Scenario};
use send_modeller::session::{Action, Kept, Session};

use super::{post, saving};
use crate::session::random::preset;
use crate::{index, library, model, opened};

fn open(link: &str) -> Session {
    Session::open(library(), link)
}

fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session, |session, action| {
        session.reduce(action).unwrap_or(session)
    })
}

/// Net over all years, in pounds.
fn net(session: &Session) -> i64 {
    session.outcome().net.total().0
}

const PUBLISHED: i64 = 17_638_882;

#[test]
fn a_line_is_added_counted_in_full_and_undo_takes_it_back() {
    let start = open("");
    let added = after(start.clone(), [Action::AddLine(post())]);
    assert_eq!(net(&added), PUBLISHED - 90_000);
    assert_eq!(added.changed_count(), 1);
    assert!(!added.is_published() && added.can_undo());
    assert_eq!(added.published().net.total().0, PUBLISHED);
    let undone = after(added.clone(), [Action::Undo]);
    assert_eq!(undone.model(), start.model());
    assert_eq!((net(&undone), undone.shown()), (PUBLISHED, start.shown()));
    let again = after(undone, [Action::Redo]);
    assert_eq!(
        (again.model(), again.shown()),
        (added.model(), added.shown())
    );
    assert_eq!(net(&again), net(&added));
}

#[test]
fn of_two_lines_each_is_counted_by_an_assumption_of_its_own() {
    let session = after(
        open(""),
        [Action::AddLine(post()), Action::AddLine(saving())],
    );
    let model = session.model();
    let table = model.assumptions();
    let counts: Vec<Option<usize>> = table.iter().map(|(index, _)| model.counts(index)).collect();
    for place in [0, 1] {
        let counted = model.counted(place);
        let found = counts.iter().position(|of| *of == Some(place));
        assert_eq!(found, table.iter().position(|(index, _)| index == counted));
    }
    assert_eq!(counts.iter().flatten().count(), 2);
}

#[test]
fn what_was_set_before_stays_set_when_lines_come_and_go() {
    let start = open("in-county-journeys=15&ranges=benefit-delay_3_9");
    let half = |session: &Session, place: usize| Action::Slide {
        assumption: session.model().counted(place),
        value: 50.0,
    };
    let both = after(start, [Action::AddLine(post()), Action::AddLine(saving())]);
    let halved = after(both.clone(), [half(&both, 1)]);
    let table = halved.model().assumptions();
    let value = |session: &Session, id: &str| {
        let table = session.model().assumptions();
        session.shown().value(table, table.find(id).unwrap())
    };
    let of_saving = table[halved.model().counted(1)].id.clone();
    let left = after(halved.clone(), [Action::RemoveLine(0)]);
    assert_eq!(left.model().own_lines(), [saving()]);
    assert_eq!(value(&left, &of_saving), 50.0);
    assert_eq!(value(&left, "in-county-journeys"), 15.0);
    assert_eq!(left.shown().ranges().len(), 1);
    // Another name for it: how much of it counts stays.
    let renamed = OwnLine {
        label: "Independent travel".to_owned(),
        ..saving()
    };
    let edited = after(left.clone(), [Action::EditLine(0, renamed.clone())]);
    assert_eq!(edited.model().own_lines(), [renamed]);
    assert_eq!(net(&edited), net(&left));
    // And all of it goes at once, and comes back at once.
    let reset = after(edited.clone(), [Action::ResetAll]);
    assert!(reset.is_published() && reset.model().own_lines().is_empty());
    let back = after(reset, [Action::Undo]);
    assert_eq!(
        (back.model(), back.shown()),
        (edited.model(), edited.shown())
    );
}

#[test]
fn what_does_not_fit_or_is_there_already_changes_nothing() {
    let session = after(
        open(""),
        [Action::AddLine(post()), Action::AddLine(saving())],
    );
    for action in [
        Action::AddLine(post()),
        Action::AddLine(OwnLine {
            workstream: "moon".to_owned(),
            ..post()
        }),
        Action::EditLine(0, saving()),
        Action::EditLine(0, post()),
        Action::EditLine(9, post()),
        Action::RemoveLine(9),
    ] {
        assert_eq!(session.reduce(action.clone()), None, "{action:?}");
    }
}

#[test]
fn half_typed_text_stays_in_its_box() {
    let typed = |session: &Session, place: usize, text: &str| Action::Type {
        assumption: session.model().counted(place),
        text: text.to_owned(),
    };
    let start = after(
        open(""),
        [Action::AddLine(post()), Action::AddLine(saving())],
    );
    let session = after(
        start.clone(),
        [
            Action::Type {
                assumption: index("benefit-delay"),
                text: "six".to_owned(),
            },
            typed(&start, 1, "1o"),
        ],
    );
    assert!(session.is_stale());
    let left = after(session.clone(), [Action::RemoveLine(0)]);
    assert_eq!(left.field(left.model().counted(0)).text, "1o");
    assert_eq!(left.field(index("benefit-delay")).text, "six");
    // A line that is added while a box cannot be used waits for it, as all else does.
    let waits = after(left.clone(), [Action::AddLine(post())]);
    assert_eq!(waits.outcome().investment, left.outcome().investment);
}

#[test]
fn what_moved_is_told_when_a_line_comes_and_when_it_goes() {
    let added = after(open(""), [Action::AddLine(post())]);
    let moved = added.movement().unwrap().movement;
    assert_eq!(
        (moved.net_before.0, moved.net_after.0),
        (PUBLISHED, PUBLISHED - 90_000)
    );
    assert_eq!(moved.lines.len(), 1);
    let gone = after(added, [Action::RemoveLine(0)]);
    let told = gone.movement().unwrap();
    let moved = &told.movement;
    assert_eq!(
        (moved.net_before.0, moved.net_after.0),
        (PUBLISHED - 90_000, PUBLISHED)
    );
    let Line::Investment(place) = moved.lines[0].line else {
        panic!("{moved:?}")
    };
    let line = &told.model.case().investment[place];
    assert_eq!(line.label, "Extra post (not in the paper)");
    assert_eq!(
        (moved.lines[0].before, moved.lines[0].after),
        (Pounds(90_000), Pounds::ZERO)
    );
}

#[test]
fn the_address_opens_as_the_same_and_so_does_what_is_sent_and_saved() {
    let session = after(
        open("benefit-delay=6"),
        [
            Action::AddLine(post()),
            Action::AddLine(saving()),
            Action::Save("Mine".to_owned()),
        ],
    );
    for link in [
        session.address(),
        session.to_send(session.view()),
        session.fragment(),
    ] {
        let fresh = open(&link);
        assert_eq!(fresh.problems().len(), 0, "{link}");
        assert_eq!(
            (fresh.model(), fresh.shown()),
            (session.model(), session.shown())
        );
        assert_eq!(net(&fresh), net(&session));
    }
    let sent = open(&session.to_send(session.view()));
    assert!(sent.has_receipt() && sent.opened_a_scenario() && sent.is_as_opened());
    let changed = after(sent, [Action::RemoveLine(1)]);
    assert!(!changed.has_receipt() && !changed.is_as_opened());
    let back = after(changed, [Action::BackToOpened]);
    assert!(back.has_receipt() && back.is_as_opened());
    assert_eq!(net(&back), net(&session));
    let saved = after(back, [Action::ResetAll, Action::OpenSaved(0)]);
    assert_eq!(
        saved.model().own_lines().len(),
        0,
        "another browser keeps nothing of it"
    );
    let kept = after(session.clone(), [Action::ResetAll, Action::OpenSaved(0)]);
    assert_eq!(
        (kept.model(), kept.shown()),
        (session.model(), session.shown())
    );
    // A line that counts for nothing is still something to carry on with.
    let off = after(
        session.clone(),
        [
            Action::Apply(vec![(session.model().counted(0), 0.0)]),
            Action::RemoveLine(1),
        ],
    );
    let recalled = open("").recalling(&Kept {
        last: off.address(),
        ..Kept::default()
    });
    let carried = after(recalled, [Action::CarryOn]);
    assert_eq!(carried.model().own_lines(), [post()]);
}

#[test]
fn another_place_in_the_page_s_history_brings_its_own_lines() {
    let with = after(open(""), [Action::AddLine(post())]);
    let link = with.address();
    let gone = after(with.clone(), [Action::RemoveLine(0)]);
    let back = after(gone, [Action::Navigate(link)]);
    assert_eq!((back.model(), back.shown()), (with.model(), with.shown()));
    assert!(back.can_undo());
    let published = after(back, [Action::Navigate("#".to_owned())]);
    assert_eq!(published.model(), &model());
}

#[test]
fn what_is_compared_stays_compared_when_lines_change() {
    let with = after(open(""), [Action::AddLine(post())]);
    let named = send_modeller::link::Named {
        name: "With a post".to_owned(),
        model: with.model().clone(),
        scenario: with.shown().clone(),
    };
    let compared = after(with, [Action::Compare(vec![named.clone()])]);
    let without = after(compared, [Action::RemoveLine(0)]);
    assert_eq!(**without.compared(), *std::slice::from_ref(&named));
    let text = without.comparison_link();
    assert_eq!(opened(&text).compared, std::slice::from_ref(&named));
    let shown = after(without, [Action::Show(named.clone())]);
    assert_eq!(
        (shown.model(), shown.shown()),
        (&named.model, &named.scenario)
    );
}

#[test]
fn a_preset_is_of_the_case_alone() {
    let with = after(open(""), [Action::AddLine(post())]);
    let preset = after(with, preset(&model(), 1));
    assert_eq!(preset.model(), &model());
    assert_ne!(preset.shown(), &Scenario::published());
}
