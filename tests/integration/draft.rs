//! A case that is written: whatever is done to it, nothing typed is lost, every step can be
//! taken back, and the engine follows while there is no fault.

mod anything;

use send_modeller::case::{Case, Unit, shipped_cases};
use send_modeller::link::Named;
use send_modeller::model::{Library, Line, Model, Pounds, Scenario};
use send_modeller::session::draft::rules::{COSTS, RULES};
use send_modeller::session::draft::{Draft, Edit};
use send_modeller::session::{Action, Session};
use std::rc::Rc;

fn shipped(id: &str) -> Case {
    let mut cases = shipped_cases().iter();
    cases.find(|case| case.id == id).unwrap().read().unwrap()
}

fn hertfordshire() -> Draft {
    Draft::of(shipped("hertfordshire-2018").to_value())
}

fn after(draft: Draft, edits: impl IntoIterator<Item = Edit>) -> Draft {
    edits
        .into_iter()
        .fold(draft, |draft, edit| draft.edit(edit).expect("a change"))
}

fn total(draft: &Draft, id: &str) -> Pounds {
    let model = draft.model().unwrap();
    let outcome = model.evaluate(&Scenario::published());
    match model.line(id).unwrap() {
        Line::Investment(at) => outcome.investment_lines[at].total(),
        Line::Benefit(at) => outcome.benefit_lines[at].total(),
    }
}

#[test]
fn every_shipped_case_is_a_draft_without_a_fault() {
    for case in shipped_cases() {
        let case = case.read().unwrap();
        let draft = Draft::of(case.to_value());
        assert!(draft.is_sound(), "{:?}", draft.faults());
        assert_eq!(*draft.model().unwrap().case(), case);
    }
}

#[test]
fn a_line_of_every_kind_can_be_added_and_has_no_fault() {
    let mut draft = hertfordshire();
    for (list, kinds) in [("investment", COSTS), ("benefits", RULES)] {
        for kind in kinds {
            let name = format!("New {}", kind.label);
            draft = after(draft, [Edit::AddLine(list, name, kind.word)]);
            assert!(draft.is_sound(), "{}: {:?}", kind.word, draft.faults());
        }
    }
    let added = (COSTS.len(), RULES.len());
    let case = shipped("hertfordshire-2018");
    let lines = draft.model().unwrap().case();
    assert_eq!(lines.investment.len(), case.investment.len() + added.0);
    assert_eq!(lines.benefits.len(), case.benefits.len() + added.1);
    // Nothing is claimed for what was not filled in, and nothing spent.
    let published = Model::new(case).unwrap().evaluate(&Scenario::published());
    let outcome = draft.model().unwrap().evaluate(&Scenario::published());
    assert_eq!(outcome.net, published.net);
}

#[test]
fn a_post_and_a_travel_training_line_come_to_what_a_hand_makes_of_them() {
    let draft = after(
        hertfordshire(),
        [
            Edit::AddLine("investment", "Travel trainers".to_owned(), "staff"),
            Edit::AddLine("benefits", "Travel training".to_owned(), "moved-pupils"),
        ],
    );
    let value = |id: &str| {
        let at = draft.find("assumptions", id).unwrap();
        format!("assumptions[{at}].published")
    };
    let edits = [
        (value("posts-travel-trainers"), Unit::Count, "2.5"),
        (value("pay-travel-trainers"), Unit::Pounds, "£32,400"),
        (value("pupils-travel-training"), Unit::Count, "40"),
        (value("share-travel-training"), Unit::Percent, "75%"),
        (value("cost-from-travel-training"), Unit::Pounds, "5.4k"),
        (value("cost-to-travel-training"), Unit::Pounds, "400"),
    ];
    let typed = edits.map(|(path, unit, text)| Edit::Number(path, unit, text.to_owned()));
    let draft = after(draft, typed);
    assert!(draft.is_sound(), "{:?}", draft.faults());
    // Two and a half posts for five years; 30 pupils at £5,000 less in each of four.
    assert_eq!(total(&draft, "travel-trainers"), Pounds(405_000));
    assert_eq!(total(&draft, "travel-training"), Pounds(600_000));
    // Low and high follow what was typed until they are set.
    let case = draft.model().unwrap().case();
    let pay = case
        .assumptions
        .iter()
        .find(|known| known.id == "pay-travel-trainers");
    let pay = pay.unwrap();
    assert_eq!(
        (pay.low, pay.published, pay.high),
        (32_400.0, 32_400.0, 32_400.0)
    );
}

#[test]
fn what_is_no_number_is_kept_as_typed_with_its_fault_and_the_last_figures() {
    let before = hertfordshire();
    let path = before.find("assumptions", "in-county-journeys").unwrap();
    let path = format!("assumptions[{path}].published");
    let draft = after(
        before.clone(),
        [Edit::Number(
            path.clone(),
            Unit::Percent,
            "a tenth".to_owned(),
        )],
    );
    assert_eq!(draft.at(&path).unwrap(), "a tenth");
    assert_eq!(
        draft.fault_at(&path).unwrap().to_string(),
        format!("{path}: a number is needed here, and \"a tenth\" was found")
    );
    assert!(draft.faults_in("assumptions") > 0 && draft.faults_in("benefits") == 0);
    assert_eq!(draft.model(), before.model());
    // Kept by a browser and read again it is the same, fault and all.
    let text = draft.value().to_string();
    let again = Draft::of(serde_json::from_str(&text).unwrap());
    assert_eq!(
        (again.value(), again.faults()),
        (draft.value(), draft.faults())
    );
    let mended = after(
        draft,
        [Edit::Number(path, Unit::Percent, " 12 % ".to_owned())],
    );
    assert!(mended.is_sound());
    // Typing in one box is one step.
    assert_eq!(mended.edit(Edit::Undo).unwrap().value(), before.value());
}

#[test]
fn a_text_that_is_typed_stays_under_the_fingers_until_the_box_is_left() {
    let path = "assumptions[0].published";
    let draft = after(
        hertfordshire(),
        [Edit::Number(path.to_owned(), Unit::Percent, "1".to_owned())],
    );
    let draft = after(
        draft,
        [Edit::Number(
            path.to_owned(),
            Unit::Percent,
            "1.".to_owned(),
        )],
    );
    assert_eq!(draft.typed(path), Some("1."));
    let left = after(draft, [Edit::Leave]);
    assert_eq!(left.typed(path), None);
    assert_eq!(left.at(path).unwrap().as_f64(), Some(1.0));
}

#[test]
fn what_only_a_line_needed_goes_with_it_and_comes_back() {
    let before = hertfordshire();
    let at = before.find("benefits", "transport-out-of-county").unwrap();
    let draft = after(before.clone(), [Edit::Remove("benefits", at)]);
    assert!(draft.is_sound(), "{:?}", draft.faults());
    for gone in ["ooc-transfers", "ooc-pupils", "ooc-cost-per-pupil"] {
        assert_eq!(draft.find("assumptions", gone), None, "{gone}");
    }
    // Its assumptions, its overlap with the other transport line, its printed figures.
    assert_eq!(draft.find("benefits", "overlap-transport"), None);
    assert!(draft.taken_along() >= 4);
    let text = draft.value().to_string();
    assert!(
        !text.contains("ooc-transfers"),
        "no preset, failure or risk names it"
    );
    assert_eq!(draft.edit(Edit::Undo).unwrap().value(), before.value());
}

#[test]
fn a_name_that_would_make_a_reserved_id_makes_another() {
    let names = ["Own buses", "Grade 3", "Line 7", "  ", "–", "Été", "view"];
    for name in names {
        for kind in RULES {
            let draft = after(
                hertfordshire(),
                [Edit::AddLine("benefits", name.to_owned(), kind.word)],
            );
            let words_missing = name.trim().is_empty();
            assert_eq!(
                draft.is_sound(),
                !words_missing,
                "{name}: {:?}",
                draft.faults()
            );
        }
    }
}

#[test]
fn a_duplicate_is_a_line_of_its_own() {
    let before = hertfordshire();
    let at = before.find("benefits", "transport-in-county").unwrap();
    let draft = after(before.clone(), [Edit::Duplicate("benefits", at)]);
    assert!(draft.is_sound(), "{:?}", draft.faults());
    let copy = draft.text(&format!("benefits[{}].id", at + 1));
    assert_eq!(copy, "transport-in-county-2");
    assert_eq!(total(&draft, copy), total(&before, "transport-in-county"));
    // What only the first took is copied, so that one can be changed without the other.
    assert!(draft.find("assumptions", "in-county-journeys-2").is_some());
    let gone = after(draft, [Edit::Remove("benefits", at + 1)]);
    assert_eq!(gone.value(), before.value());
}

#[test]
fn lists_follow_the_years() {
    let years = |draft: Draft, count: &str| after(draft, [Edit::Years("count", count.to_owned())]);
    let longer = years(hertfordshire(), "8");
    // The kept posts and the printed figures name years, which are still there.
    assert!(longer.is_sound(), "{:?}", longer.faults());
    assert_eq!(longer.model().unwrap().case().years.count, 8);
    let half = years(longer.clone(), "1");
    assert!(half.faults_in("years") > 0);
    assert_eq!(half.items("investment[0].cost.amounts").len(), 8);
    let back = years(half, "10");
    assert_eq!(back.items("investment[0].cost.amounts").len(), 10);
    assert!(back.is_sound());
}

#[test]
fn a_split_is_of_one_payer_more_or_less() {
    let before = hertfordshire();
    let at = before.find("benefits", "transport-in-county").unwrap();
    let split = after(before.clone(), [Edit::AddShare(at, "dsg".to_owned())]);
    assert!(split.is_sound(), "{:?}", split.faults());
    let one = after(split, [Edit::RemoveShare(at, 0)]);
    assert!(one.is_sound());
    assert_eq!(
        one.model().unwrap().assumptions(),
        before.model().unwrap().assumptions()
    );
}

#[test]
fn an_adjustment_goes_and_comes_with_its_assumption() {
    let usual = shipped("hertfordshire-2018").to_value();
    let before = hertfordshire();
    let off = after(before.clone(), [Edit::Unadjust("benefit_delay")]);
    assert_eq!(off.find("assumptions", "benefit-delay"), None);
    let place = before.find("assumptions", "benefit-delay").unwrap();
    let on = after(
        off,
        [Edit::Adjust(
            "benefit_delay",
            usual["assumptions"][place].clone(),
        )],
    );
    assert!(on.is_sound(), "{:?}", on.faults());
    assert!(on.find("assumptions", "benefit-delay").is_some());
}

#[test]
fn another_kind_keeps_what_it_can_and_leaves_nothing_behind() {
    let before = hertfordshire();
    let at = before.find("investment", "training-programme").unwrap();
    let staff = after(before, [Edit::Kind("investment", at, "staff".to_owned())]);
    assert!(staff.is_sound(), "{:?}", staff.faults());
    assert_eq!(staff.find("assumptions", "amount-training-programme"), None);
}

#[test]
fn the_session_follows_a_case_that_is_written() {
    let library = Rc::new(Library::shipped().unwrap());
    let session = Session::open(library, "case=hertfordshire-2018&v=1&in-county-journeys=15");
    let mut value = session.model().case().to_value();
    value["id"] = "our-own".into();
    let draft = Draft::of(value);
    let model = draft.model().unwrap().clone();
    let act = |session: Session, action| session.reduce(action).expect("a change");
    let session = act(session, Action::Case(model, true));
    let session = act(session, Action::OpenCase("our-own".to_owned(), true));
    assert_eq!(session.fragment(), "case=our-own&v=1&in-county-journeys=15");
    assert!(session.library().is_own("our-own"));
    // A version in which the changed assumption is not there any more.
    let at = draft.find("benefits", "transport-in-county").unwrap();
    let shorter = after(draft.clone(), [Edit::Remove("benefits", at)]);
    let session = act(
        session,
        Action::Case(shorter.model().unwrap().clone(), true),
    );
    assert_eq!(session.fragment(), "case=our-own&v=1");
    // So do scenarios that are compared.
    let named = Named {
        name: "Late".to_owned(),
        model: session.model().clone(),
        scenario: Scenario::published(),
    };
    let session = act(session, Action::Compare(vec![named]));
    let at = shorter.find("benefits", "adoption-breakdowns").unwrap();
    let shorter = after(shorter, [Edit::Remove("benefits", at)]);
    let session = act(
        session,
        Action::Case(shorter.model().unwrap().clone(), true),
    );
    assert_eq!(session.compared()[0].model, *session.model());
    // What undo brings back is of the other case, and of no version that is gone.
    let session = act(session, Action::Undo);
    assert_eq!(
        session.fragment(),
        "case=hertfordshire-2018&v=1&in-county-journeys=15"
    );
    let session = act(session, Action::Redo);
    assert_eq!(session.model(), shorter.model().unwrap());
}
