//! What a person sets for the stress test: the ranges, what is looked at, and several
//! values at once.

use send_modeller::analysis::{Measure, Settings};
use send_modeller::link::{self, Page, ReceiptCheck, View};
use send_modeller::session::{Action, EntryProblem, Field, RangeEnd, Session, Shelf};

use super::{after, open, reset, shows, typed};
use crate::{CASE, index, library, model, scenario};

use RangeEnd::{High, Low};

fn ranged(id: &str, end: RangeEnd, text: &str) -> Action {
    Action::TypeRange {
        assumption: index(id),
        end,
        text: text.to_owned(),
    }
}

/// Both ends of a range as their boxes show them.
fn boxes(session: &Session, id: &str) -> [Field; 2] {
    [Low, High].map(|end| session.range_field(index(id), end))
}

fn problems(session: &Session, id: &str) -> [Option<EntryProblem>; 2] {
    boxes(session, id).map(|field| field.problem)
}

/// The range that the tests use.
fn range(session: &Session, id: &str) -> (f64, f64) {
    let table = session.model().assumptions();
    session.shown().range(table, index(id))
}

const ID: &str = "in-county-journeys";

#[test]
fn a_range_follows_its_boxes_and_travels_in_the_link() {
    let session = open("benefit-delay=6");
    let before = session.outcome().clone();
    let session = after(session, [ranged(ID, Low, "4"), ranged(ID, High, "£12.50%")]);
    assert_eq!(range(&session, ID), (4.0, 12.5));
    let [low, high] = boxes(&session, ID);
    assert_eq!((low.text.as_str(), high.text.as_str()), ("4", "£12.50%"));
    assert!(low.changed && high.changed);
    shows(&session, "benefit-delay=6&ranges=in-county-journeys_4_12.5");
    assert_eq!(session.outcome(), &before, "a range enters no figure");
    let link = format!("{CASE}&benefit-delay=6&ranges=in-county-journeys_4_12.5");
    assert_eq!(session.address(), link);
    let left = after(session, [Action::Leave]);
    assert_eq!(boxes(&left, ID)[1].text, "12.5");
    assert!(left.to_send(View::default()).starts_with(&link));
}

#[test]
fn what_cannot_be_used_is_kept_beside_its_problem_and_holds_up_no_result() {
    for (text, words) in [
        ("", "Type a number: 0% to 100%."),
        (
            "lots",
            "Type a number, with a full stop for decimals: 0% to 100%.",
        ),
        ("150", "150 is out of range: 0% to 100%."),
        (
            "101,5",
            "Use a full stop for decimals, and commas only between thousands: 0% to 100%.",
        ),
    ] {
        let session = after(open(""), [ranged(ID, High, text)]);
        let [low, high] = boxes(&session, ID);
        assert_eq!(high.text, text);
        assert_eq!(high.problem.unwrap().to_string(), words);
        assert_eq!(low.problem, None);
        assert!(!session.is_stale() && session.invalid().next().is_none());
        assert_eq!(session.shown().ranges(), []);
        assert!(!session.is_published(), "there is something to reset");
        // What is typed elsewhere is shown at once, and leaving loses nothing.
        let on = after(session, [typed("benefit-delay", "6"), Action::Leave]);
        shows(&on, "benefit-delay=6");
        assert_eq!(boxes(&on, ID)[1].text, text);
        let mended = after(on, [ranged(ID, High, "20")]);
        assert_eq!(problems(&mended, ID), [None, None]);
        assert_eq!(range(&mended, ID).1, 20.0);
    }
    let whole = after(open(""), [ranged("benefit-delay", Low, "1.5")]);
    let said = problems(&whole, "benefit-delay")[0].clone().unwrap();
    assert_eq!(
        said.to_string(),
        "Use a whole number: whole months from 0 to 24."
    );
}

#[test]
fn an_end_waits_for_the_other_and_both_are_used_together() {
    let session = after(open(""), [ranged(ID, Low, "40")]);
    let (low, high) = range(&session, ID);
    assert!(high < 40.0);
    let said = problems(&session, ID);
    assert_eq!(
        said[0].clone().unwrap().to_string(),
        "The low value is above the high one: each may be 0% to 100%."
    );
    assert_eq!(said[1], None, "nothing is wrong with what was there before");
    // Leaving keeps what waits.
    let session = after(session, [Action::Leave]);
    assert_eq!(boxes(&session, ID)[0].text, "40");
    let both = after(session.clone(), [ranged(ID, High, "30")]);
    assert!(problems(&both, ID).iter().all(Option::is_some));
    assert_eq!(range(&both, ID), (low, high));
    let used = after(session, [ranged(ID, High, "60"), Action::Leave]);
    assert_eq!(range(&used, ID), (40.0, 60.0));
    assert_eq!(problems(&used, ID), [None, None]);
    assert!(!after(used, [Action::ResetRange(index(ID))]).can_redo());
    // One that is well waits for one that is not, without a problem of its own.
    let waits = after(open(""), [ranged(ID, High, "x"), ranged(ID, Low, "1")]);
    assert_eq!(problems(&waits, ID)[0], None);
    assert_eq!(range(&waits, ID), (low, high));
    let waits = after(waits, [Action::Leave, ranged(ID, High, "50")]);
    assert_eq!(range(&waits, ID), (1.0, 50.0));
}

#[test]
fn a_range_set_back_to_the_cases_own_leaves_the_rest_as_it_is() {
    let link = "benefit-delay=6&ranges=in-county-journeys_4_14,ehcp-growth_20_40";
    let session = open(link);
    let known = &session.model().assumptions()[index(ID)];
    let (low, high) = (known.low.to_string(), known.high.to_string());
    let typed_back = after(
        session.clone(),
        [ranged(ID, Low, &low), ranged(ID, High, &high)],
    );
    let expected = "benefit-delay=6&ranges=ehcp-growth_20_40";
    shows(&typed_back, expected);
    assert!(!boxes(&typed_back, ID)[0].changed);
    shows(
        &after(session.clone(), [Action::ResetRange(index(ID))]),
        expected,
    );
    // The value and the range of an assumption are put back apart.
    shows(
        &after(session.clone(), [reset("benefit-delay")]),
        "ranges=in-county-journeys_4_14,ehcp-growth_20_40",
    );
    assert_eq!(
        session.reduce(Action::ResetRange(index("benefit-delay"))),
        None
    );
}

#[test]
fn one_visit_to_an_end_of_a_range_is_one_undo_step() {
    let session = after(
        open(""),
        [
            ranged(ID, High, "2"),
            ranged(ID, High, "20"),
            ranged(ID, Low, "1"),
            ranged(ID, Low, "x"),
        ],
    );
    assert_eq!(session.steps(), 2);
    let once = after(session.clone(), [Action::Undo]);
    assert_eq!(range(&once, ID).1, 20.0);
    assert_eq!(problems(&once, ID), [None, None]);
    assert!(after(once, [Action::Undo]).is_as_opened());
    let again = after(session, [Action::Undo, Action::Redo]);
    assert_eq!(boxes(&again, ID)[0].text, "x");
    let to_and_fro = after(open(""), [ranged(ID, Low, "x"), ranged(ID, Low, "5")]);
    let low = range(&open(""), ID).0.to_string();
    let to_and_fro = after(to_and_fro, [ranged(ID, Low, &low)]);
    assert!(!to_and_fro.can_undo() && to_and_fro.is_published());
}

#[test]
fn ranges_alone_can_be_reset_but_change_no_figure() {
    let session = open("ranges=in-county-journeys_4_14");
    assert!(!session.is_published() && session.shown().is_published());
    assert!(session.opened_a_scenario() && session.is_as_opened());
    assert_eq!(session.changed_count(), 0);
    let none = after(session, [Action::ResetAll]);
    shows(&none, "");
    assert!(none.is_published() && !none.is_as_opened());
    shows(
        &after(none.clone(), [Action::Undo]),
        "ranges=in-county-journeys_4_14",
    );
    shows(
        &after(none, [Action::BackToOpened]),
        "ranges=in-county-journeys_4_14",
    );
    let half = after(open(""), [ranged(ID, Low, "x"), Action::ResetAll]);
    assert!(half.is_published());
}

#[test]
fn a_range_says_nothing_against_the_figures_that_were_sent() {
    let sent = open("benefit-delay=6").to_send(View::default());
    let session = after(open(&sent), [ranged(ID, Low, "4")]);
    assert!(matches!(session.receipt(), ReceiptCheck::AsSent(_)));
    let half = after(session, [ranged(ID, Low, "x")]);
    assert!(matches!(half.receipt(), ReceiptCheck::AsSent(_)));
    let other = after(half, [typed("benefit-delay", "7")]);
    assert!(!other.has_receipt());
}

#[test]
fn saved_scenarios_keep_their_ranges() {
    let link = "benefit-delay=6&ranges=in-county-journeys_4_14";
    let session = after(
        open(link),
        [
            Action::Save("Ranged".to_owned()),
            Action::ResetAll,
            Action::OpenSaved(0),
        ],
    );
    shows(&session, link);
}

#[test]
fn what_is_tested_travels_and_is_no_part_of_undo() {
    let words = "payback,savings,by_2020,goal_benefit-delay_2019,run";
    let (settings, problems) = link::settings(words, open("").model());
    assert_eq!(problems, []);
    let set = open("").setting(&settings);
    let actions = [typed("benefit-delay", "6"), set.clone(), Action::Undo];
    let session = after(open(""), actions);
    assert_eq!(session.settings(), (settings, vec![]));
    assert_eq!(
        session.steps(),
        2,
        "it is no place in the browser's history"
    );
    assert_eq!(session.address(), format!("{CASE}&stress={words}"));
    let sent = session.to_send(View::default().on(Page::Stress));
    let begins = format!("{CASE}&view=stress&stress={words}&receipt=");
    assert!(sent.starts_with(&begins), "{sent}");
    let there = open(&sent);
    assert_eq!(there.view().page, Page::Stress);
    assert_eq!(there.settings(), (settings, vec![]));
    assert_eq!(there.address(), sent, "as it came");
    assert_eq!(there.reduce(set), None);
    let usual = after(there, [session.setting(&Settings::default())]);
    assert_eq!(usual.address(), format!("{CASE}&view=stress"));
    let back = after(usual, [Action::Navigate(sent)]);
    assert_eq!(back.settings(), (settings, vec![]));
    let gone = after(back, [Action::Navigate("#benefit-delay=6".to_owned())]);
    assert_eq!(gone.settings(), (Settings::default(), vec![]));
}

#[test]
fn what_of_the_settings_cannot_be_used_is_said_until_they_are_set_anew() {
    let session = open("stress=npv,draws_0,hologram");
    assert_eq!(
        session.problems().len(),
        0,
        "the other screens have no use for it"
    );
    let (settings, problems) = session.settings();
    assert_eq!(problems.len(), 1);
    assert_eq!(settings.aim.measure, Measure::NetPresentValue);
    let anew = after(session.clone(), [session.setting(&settings)]);
    assert_eq!(anew.settings(), (settings, vec![]));
    assert_eq!(anew.address(), format!("{CASE}&stress=npv"));
}

#[test]
fn several_values_are_set_and_put_back_in_one_step_each() {
    let (delay, delivery) = (index("benefit-delay"), index("benefit-delivery"));
    let session = open("in-county-journeys=15&ranges=ehcp-growth_20_40");
    let values = vec![(delay, 12.0), (delivery, 50.0)];
    let applied = after(session.clone(), [Action::Apply(values.clone())]);
    shows(
        &applied,
        "in-county-journeys=15&benefit-delay=12&benefit-delivery=50&ranges=ehcp-growth_20_40",
    );
    assert_eq!(applied.steps(), 1);
    assert!(after(applied.clone(), [Action::Undo]).is_as_opened());
    assert_eq!(
        applied.reduce(Action::Apply(values)),
        None,
        "it is so already"
    );
    let put_back = after(applied, [Action::Unapply(vec![delay, delivery])]);
    assert!(put_back.is_as_opened());
    assert_eq!(put_back.steps(), 2);
    shows(
        &after(put_back, [Action::Undo]),
        "in-county-journeys=15&benefit-delay=12&benefit-delivery=50&ranges=ehcp-growth_20_40",
    );
    // A value that is not taken leaves its assumption, and what was half typed goes.
    let typing = after(session, [typed("benefit-delay", "x")]);
    let applied = after(
        typing,
        [Action::Apply(vec![(delay, 6.0), (delivery, 101.0)])],
    );
    assert!(!applied.is_stale());
    assert_eq!(
        applied.shown(),
        &scenario("in-county-journeys=15&benefit-delay=6&ranges=ehcp-growth_20_40")
    );
    let half = after(
        applied,
        [typed("benefit-delay", "x"), Action::Unapply(vec![delay])],
    );
    assert!(half.is_as_opened());
}

#[test]
fn a_scenario_in_which_everything_differs_in_every_digit_is_kept() {
    let model = model();
    let table = model.assumptions();
    let mut all = scenario("");
    for (index, known) in table.iter() {
        let part = |third: f64| {
            let value = known.min + (known.max - known.min) * third / 3.0;
            if known.takes_whole() {
                value.floor()
            } else {
                value
            }
        };
        all.set(table, index, part(1.0)).unwrap();
        all.set_range(table, index, part(1.0), part(2.0)).unwrap();
    }
    let mut shelf = Shelf::default();
    shelf.save("All", &model, &all);
    let read = Shelf::read(&shelf.write());
    assert_eq!(read.unread(), 0);
    assert_eq!(read.saved()[0].open(&library()).scenario, all);
}
