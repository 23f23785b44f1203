//! What a person does, step by step, and the way back.

use send_modeller::link::{LedgerView, View};
use send_modeller::model::Scenario;
use send_modeller::session::{Action, Session};

use crate::{CASE, index, library, outcome, scenario};

mod anything;
pub mod random;
mod testing;

fn open(link: &str) -> Session {
    Session::open(library(), link)
}

/// The session after each action in turn; one that changes nothing leaves it as it is.
fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session, |session, action| {
        session.reduce(action).unwrap_or(session)
    })
}

fn typed(id: &str, text: &str) -> Action {
    Action::Type {
        assumption: index(id),
        text: text.to_owned(),
    }
}

fn slid(id: &str, value: f64) -> Action {
    Action::Slide {
        assumption: index(id),
        value,
    }
}

fn stepped(id: &str, steps: i32) -> Action {
    Action::Step {
        assumption: index(id),
        steps,
    }
}

fn reset(id: &str) -> Action {
    Action::Reset(index(id))
}

/// The running total in the tables.
fn running() -> View {
    View {
        years: LedgerView::Running,
        ..View::default()
    }
}

/// Holds what is shown to be what the link gives, in every figure.
fn shows(session: &Session, link: &str) {
    assert_eq!(session.shown(), &scenario(link), "{link}");
    assert_eq!(**session.outcome(), outcome(link), "{link}");
    assert_eq!(scenario(&session.fragment()), scenario(link), "{link}");
    let published = session.model().evaluate(&Scenario::published());
    assert_eq!(**session.published(), published);
    assert_eq!(published.net, outcome("").net);
}

#[test]
fn a_link_opens_as_its_scenario_and_no_text_as_the_published_case() {
    shows(&open(""), "");
    assert!(open("").is_published() && open("").is_as_opened() && !open("").opened_a_scenario());
    let session = open("#case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=99");
    shows(&session, "in-county-journeys=15");
    assert!(session.is_as_opened() && session.opened_a_scenario() && !session.is_published());
    assert_eq!(session.problems().len(), 1);
    assert!(!session.can_undo() && !session.can_redo());
}

#[test]
fn a_link_to_a_case_that_is_not_here_opens_the_published_case_and_says_so() {
    let session = open("case=elsewhere-2020&v=1&in-county-journeys=15");
    shows(&session, "");
    assert_eq!(session.problems().len(), 1);
}

#[test]
fn typing_shows_what_the_link_gives_at_every_keystroke() {
    let mut session = open("");
    for (text, link) in [
        ("1", "=1"),
        ("12", "=12"),
        ("12.", "=12"),
        ("12.5", "=12.5"),
    ] {
        session = after(session, [typed("in-county-journeys", text)]);
        shows(&session, &format!("in-county-journeys{link}"));
        assert_eq!(session.field(index("in-county-journeys")).text, text);
    }
    let session = after(
        session,
        [typed("in-county-cost", "£12m"), slid("benefit-delay", 6.0)],
    );
    shows(
        &session,
        "in-county-journeys=12.5&in-county-cost=12000000&benefit-delay=6",
    );
    assert_eq!(
        session.fragment(),
        format!("{CASE}&in-county-journeys=12.5&in-county-cost=12000000&benefit-delay=6")
    );
}

#[test]
fn a_bad_value_keeps_the_last_results_and_the_text_and_names_the_range() {
    let bad = index("in-county-journeys");
    for text in ["150", "-1", "", "lots", "1,5", "1e1"] {
        let session = after(
            open(""),
            [
                typed("in-county-journeys", "15"),
                typed("in-county-journeys", text),
            ],
        );
        shows(&session, "in-county-journeys=15");
        assert!(session.is_stale(), "{text}");
        let field = session.field(bad);
        assert_eq!((field.text.as_str(), field.value), (text, 15.0));
        let problem = field.problem.unwrap();
        assert!(problem.to_string().contains("0% to 100%"), "{problem}");
        assert_eq!(session.invalid().collect::<Vec<_>>(), [(bad, problem)]);
        let left = after(session, [Action::Leave]);
        assert_eq!(
            left.field(bad).text,
            text,
            "leaving the field loses nothing"
        );
    }
}

#[test]
fn the_slider_and_the_arrow_keys_replace_what_was_typed() {
    for (action, link) in [
        (slid("in-county-journeys", 12.0), "in-county-journeys=12"),
        (stepped("in-county-journeys", 1), "in-county-journeys=16"),
        (reset("in-county-journeys"), ""),
    ] {
        let bad = [
            typed("in-county-journeys", "15"),
            typed("in-county-journeys", "lots"),
        ];
        let session = after(after(open(""), bad), [action]);
        shows(&session, link);
        assert!(!session.is_stale(), "{link}");
        let field = session.field(index("in-county-journeys"));
        assert_eq!(field.text, field.value.to_string());
    }
}

#[test]
fn mending_a_bad_value_applies_everything_typed_meanwhile() {
    let session = after(
        open(""),
        [
            typed("in-county-journeys", "150"),
            typed("benefit-delay", "6"),
            typed("ehcp-growth", "50"),
        ],
    );
    shows(&session, "");
    assert_eq!(session.field(index("benefit-delay")).text, "6");
    let one_more = after(session, [typed("ehcp-growth", "fifty")]);
    let half = after(one_more, [typed("in-county-journeys", "15")]);
    shows(&half, "");
    let mended = after(half, [typed("ehcp-growth", "40")]);
    assert!(!mended.is_stale());
    shows(
        &mended,
        "in-county-journeys=15&benefit-delay=6&ehcp-growth=40",
    );
}

#[test]
fn a_value_put_back_by_hand_removes_that_difference_alone() {
    let session = open("in-county-journeys=15&benefit-delay=6&college-unit-cost=12000");
    let session = after(session, [typed("in-county-journeys", "10")]);
    shows(&session, "benefit-delay=6&college-unit-cost=12000");
    assert!(!session.field(index("in-county-journeys")).changed);
    let session = after(
        session,
        [
            typed("college-unit-cost", "11,211.21"),
            slid("benefit-delay", 0.0),
        ],
    );
    shows(&session, "");
    assert!(session.is_published() && !session.is_as_opened());
}

#[test]
fn reset_puts_one_back_and_reset_all_everything_bad_values_included() {
    let session = after(
        open("in-county-journeys=15&benefit-delay=6"),
        [typed("ehcp-growth", "x")],
    );
    let one = after(
        session.clone(),
        [reset("ehcp-growth"), reset("benefit-delay")],
    );
    shows(&one, "in-county-journeys=15");
    assert!(!one.is_stale());
    let all = after(session, [Action::ResetAll]);
    shows(&all, "");
    assert!(all.is_published() && !all.is_stale());
    assert_eq!(all.field(index("ehcp-growth")).text, "36");
}

#[test]
fn back_to_opened_is_not_back_to_published() {
    let session = after(
        open("benefit-delay=6"),
        [typed("in-county-journeys", "15"), typed("posts-kept", "?")],
    );
    let opened = after(session.clone(), [Action::BackToOpened]);
    shows(&opened, "benefit-delay=6");
    assert!(opened.is_as_opened() && !opened.is_published() && !opened.is_stale());
    let published = after(session, [Action::ResetAll]);
    assert!(published.is_published() && !published.is_as_opened());
    let undone = after(opened, [Action::Undo]);
    assert!(undone.is_stale());
    assert_eq!(undone.field(index("posts-kept")).text, "?");
}

#[test]
fn undo_takes_back_a_reset_and_redo_makes_it_again() {
    let session = after(
        open("benefit-delay=6"),
        [typed("in-county-journeys", "15"), Action::ResetAll],
    );
    let undone = after(session.clone(), [Action::Undo]);
    shows(&undone, "benefit-delay=6&in-county-journeys=15");
    let twice = after(undone.clone(), [Action::Undo]);
    assert!(twice.is_as_opened() && !twice.can_undo());
    let redone = after(twice, [Action::Redo, Action::Redo]);
    shows(&redone, "");
    assert!(!redone.can_redo());
    let elsewhere = after(undone, [typed("posts-kept", "5")]);
    assert!(
        !elsewhere.can_redo(),
        "what was taken back is gone after another change"
    );
}

#[test]
fn one_visit_to_a_field_is_one_undo_step() {
    let (a, b) = ("in-county-journeys", "benefit-delay");
    let visit = [
        typed(a, "1"),
        typed(a, "15"),
        stepped(a, 2),
        slid(a, 18.0),
        typed(a, "18x"),
        typed(a, "18"),
    ];
    let session = after(open(""), visit);
    assert_eq!(session.steps(), 1);
    assert!(after(session.clone(), [Action::Undo]).is_as_opened());
    // Going away and coming back, or leaving, begins another.
    for between in [slid(b, 6.0), Action::Leave, reset(b)] {
        let again = after(session.clone(), [between, typed(a, "20")]);
        let undone = after(again, [Action::Undo]);
        assert_eq!(undone.field(index(a)).value, 18.0);
    }
    let returned = after(session, [typed(a, "10")]);
    assert!(
        !returned.can_undo(),
        "typed to and fro: there is nothing to take back"
    );
}

#[test]
fn a_change_after_a_press_that_did_nothing_can_be_taken_back() {
    // Up at the upper bound, a slider set where it is, a box typed as it was.
    for nothing in [
        stepped("benefit-delivery", 1),
        slid("benefit-delivery", 100.0),
        typed("benefit-delivery", "100"),
    ] {
        let session = after(open(""), [nothing.clone(), stepped("benefit-delivery", -1)]);
        shows(&session, "benefit-delivery=99");
        assert!(session.can_undo(), "{nothing:?}");
        assert!(after(session, [Action::Undo]).is_as_opened());
    }
}

#[test]
fn what_changes_nothing_is_no_change() {
    let session = open("in-county-journeys=15");
    for action in [
        Action::Leave,
        Action::Undo,
        Action::Redo,
        Action::BackToOpened,
        Action::DismissProblems,
        Action::View(View::default()),
        reset("benefit-delay"),
        typed("benefit-delay", "0"),
        slid("in-county-journeys", 15.0),
        slid("in-county-journeys", 101.0),
        slid("in-county-journeys", f64::NAN),
        stepped("benefit-delivery", 1),
        stepped("benefit-delay", -1),
        Action::Navigate(session.address()),
        Action::Navigate(format!("#{}", session.address())),
    ] {
        assert_eq!(session.reduce(action.clone()), None, "{action:?}");
    }
    assert_eq!(open("").reduce(Action::ResetAll), None);
}

#[test]
fn arrow_keys_go_by_the_step_and_stop_at_the_bounds() {
    let value = |id: &str, from: &str, steps| {
        let session = after(open(&format!("{id}={from}")), [stepped(id, steps)]);
        session.field(index(id)).value
    };
    assert_eq!(value("in-county-journeys", "12.5", 1), 13.5);
    assert_eq!(value("in-county-journeys", "99.5", 1), 100.0);
    assert_eq!(value("benefit-delay", "3", -10), 0.0);
    assert_eq!(value("in-county-cost", "12000000", 3), 12_030_000.0);
    assert_eq!(value("ehcp-growth", "0.1", i32::MAX), 200.0);
    assert_eq!(value("college-unit-cost", "0.3", 1), 100.3);
}

#[test]
fn a_usable_text_is_shown_plainly_once_its_field_is_left() {
    let cost = index("in-county-cost");
    let session = after(open(""), [typed("in-county-cost", "£ 12.5m")]);
    assert_eq!(session.field(cost).text, "£ 12.5m");
    let left = after(session, [Action::Leave]);
    assert_eq!(left.field(cost).text, "12,500,000");
    shows(&left, "in-county-cost=12500000");
    let long = "12345678.12345678901234567";
    let left = after(left, [typed("in-county-cost", long), Action::Leave]);
    assert_eq!(
        left.field(cost).text,
        long,
        "digits that a number cannot keep are not lost"
    );
}

#[test]
fn another_link_in_the_same_page_is_a_step_that_can_be_taken_back() {
    let session = after(open("in-county-journeys=15"), [typed("posts-kept", "25")]);
    let there = after(
        session,
        [Action::Navigate("#benefit-delay=6&nonsense=1".to_owned())],
    );
    shows(&there, "benefit-delay=6");
    assert_eq!(there.problems().len(), 1);
    let read = after(there, [Action::DismissProblems]);
    assert!(read.problems().is_empty());
    let back = after(read, [Action::Undo]);
    shows(&back, "in-county-journeys=15&posts-kept=25");
    assert_eq!(back.steps(), 3);
}

#[test]
fn the_address_is_the_link_as_it_came_while_what_it_opened_is_shown() {
    let link = "#case=hertfordshire-2018&v=1&title=Our%20case&benefit-delay=6.0&nonsense=1";
    let session = open(link);
    assert_eq!(session.address(), link);
    let session = after(session, [typed("benefit-delay", "7")]);
    assert_eq!(
        session.address(),
        format!("{CASE}&benefit-delay=7&title=Our%20case")
    );
    shows(&session, "benefit-delay=7");
    let session = after(session, [Action::Undo]);
    assert_eq!(session.address(), link);
    let there = after(session, [Action::Navigate("#benefit-delay=12".to_owned())]);
    assert_eq!(there.address(), "#benefit-delay=12");
    let back = after(there, [Action::Undo]);
    shows(&back, "benefit-delay=6");
    assert_eq!(scenario(&back.address()), scenario("benefit-delay=6"));
}

#[test]
fn the_view_is_no_part_of_undo() {
    let session = after(
        open(""),
        [
            typed("posts-kept", "25"),
            Action::View(running()),
            Action::Undo,
        ],
    );
    assert_eq!(session.view(), running());
    assert!(session.is_as_opened());
}
