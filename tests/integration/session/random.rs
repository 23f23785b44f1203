//! Any sequence of actions, and the way back from it.

use proptest::prelude::*;
use send_modeller::link::{Named, View};
use send_modeller::model::Model;
use send_modeller::session::{Action, RangeEnd, Session, ShelfEdit, Storage};

use super::{after, open, shows};
use crate::own::{avoidance, post, saving};
use crate::{index, model};

/// What a person sees that undo should bring back.
pub fn seen(session: &Session) -> impl PartialEq + std::fmt::Debug + use<> {
    let fields: Vec<_> = session
        .model()
        .assumptions()
        .iter()
        .map(|(index, _)| {
            [
                session.field(index),
                session.range_field(index, RangeEnd::Low),
                session.range_field(index, RangeEnd::High),
            ]
        })
        .collect();
    (
        fields,
        session.fragment(),
        session.outcome().clone(),
        session.is_stale(),
    )
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let ids = [
        "in-county-journeys",
        "benefit-delivery",
        "benefit-delay",
        "in-county-cost",
    ];
    let field = prop::sample::select(ids.map(index).to_vec());
    let text = prop_oneof![
        "[0-9]{1,3}",
        "10|100|0|12,310,947",
        "£[0-9]k|1,5|x|-1|",
        "\\PC{0,4}"
    ];
    let edit =
        (field, text, -2.0..102.0, 0..12).prop_map(|(assumption, text, value, kind)| match kind {
            0..=2 => Action::Type { assumption, text },
            3 => Action::Slide {
                assumption,
                value: f64::floor(value),
            },
            4 => Action::Step {
                assumption,
                steps: if value < 50.0 { -1 } else { 1 },
            },
            5 => Action::Reset(assumption),
            6 => Action::ResetRange(assumption),
            7 => Action::Apply(vec![
                (index("benefit-delay"), 6.0),
                (assumption, f64::floor(value)),
            ]),
            8 => Action::Unapply(vec![assumption, index("benefit-delay")]),
            _ => Action::TypeRange {
                assumption,
                end: if kind == 9 {
                    RangeEnd::Low
                } else {
                    RangeEnd::High
                },
                text,
            },
        });
    let other = prop::sample::select(vec![
        Action::Leave,
        Action::Leave,
        Action::ResetAll,
        Action::BackToOpened,
        Action::Undo,
        Action::Undo,
        Action::Redo,
        Action::View(View::read("change")),
        Action::DismissProblems,
        Action::Stress("payback,savings,by_2020,run".to_owned()),
        Action::Navigate("#ranges=benefit-delay_3_9&stress=npv,seed_x".to_owned()),
        Action::Navigate("#benefit-delay=6&posts-kept=x".to_owned()),
        Action::Storage(Storage::Full),
        Action::CarryOn,
        Action::StartAfresh,
    ]);
    prop::collection::vec(
        prop_oneof![3 => edit, 2 => other, 2 => keeping(), 1 => own()],
        0..30,
    )
}

/// Lines of their own, coming and going.
fn own() -> impl Strategy<Value = Action> {
    let line = || prop::sample::select(vec![post(), saving(), avoidance()]);
    prop_oneof![
        3 => line().prop_map(Action::AddLine),
        1 => (0_usize..3, line()).prop_map(|(place, line)| Action::EditLine(place, line)),
        2 => (0_usize..3).prop_map(Action::RemoveLine),
    ]
}

/// Takes one of the presets of a case.
pub fn preset(model: &Model, place: usize) -> Option<Action> {
    let presets = &model.case().evidence().presets;
    let preset = presets.get(place)?;
    Some(Action::Show(Named::preset(model, preset)))
}

/// Names, words, presets, screens, and what can be done to the saved scenarios.
fn keeping() -> impl Strategy<Value = Action> {
    let place = || 0_usize..4;
    let name = prop::sample::select(vec!["", "A", "B", "<b>A</b>"]).prop_map(str::to_owned);
    let view = prop::sample::select(vec!["", "panel", "compare", "sources,running"]);
    prop_oneof![
        (0_usize..9).prop_filter_map("a preset", |place| preset(&model(), place)),
        place().prop_map(Action::OpenSaved),
        name.clone().prop_map(Action::Save),
        name.clone().prop_map(Action::Title),
        "\\PC{0,20}".prop_map(Action::Note),
        view.prop_map(|view| Action::View(View::read(view))),
        (place(), name).prop_map(|(place, name)| Action::Shelf(ShelfEdit::Rename(place, name))),
        (place(), 0..5).prop_map(|(place, kind)| {
            Action::Shelf(match kind {
                0 => ShelfEdit::Duplicate(place),
                1 => ShelfEdit::Delete(place),
                2 => ShelfEdit::MoveUp(place),
                3 => ShelfEdit::MoveDown(place),
                _ => ShelfEdit::Restore,
            })
        }),
        Just(Action::ShelfElsewhere(
            "send-modeller scenarios 1\nA\tcase=hertfordshire-2018&v=1&benefit-delay=9\nrubbish\n"
                .to_owned(),
        )),
    ]
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn undo_to_the_start_gives_the_opening_state_and_redo_the_end(actions in actions()) {
        let opened = open("in-county-journeys=15&benefit-delay=3");
        let end = after(opened.clone(), actions);
        let mut session = end.clone();
        // What was taken back before the end is still ahead of it, so count from there.
        let mut undone = 0;
        while let Some(before) = session.reduce(Action::Undo) {
            session = before;
            undone += 1;
        }
        prop_assert_eq!(seen(&session), seen(&opened));
        prop_assert!(session.is_as_opened() && !session.can_undo());
        for _ in 0..undone {
            session = session.reduce(Action::Redo).unwrap();
        }
        prop_assert_eq!(seen(&session), seen(&end));
    }

    #[test]
    fn what_is_shown_is_always_what_its_link_gives(actions in actions()) {
        let mut session = open("");
        for action in actions {
            session = after(session, [action]);
            shows(&session, &session.fragment());
            if !session.is_stale() {
                for (index, _) in session.model().assumptions().iter() {
                    let shown = session.shown().value(session.model().assumptions(), index);
                    prop_assert_eq!(session.field(index).value, shown);
                }
            }
        }
    }

    #[test]
    fn what_is_saved_opens_as_it_was_shown(actions in actions()) {
        let session = after(open("in-county-journeys=15"), actions);
        let saved = after(session.clone(), [Action::Save("Kept".to_owned())]);
        let names = saved.shelf().saved();
        let place = names.iter().position(|saved| saved.name == "Kept").unwrap();
        let again = after(saved, [Action::ResetAll, Action::OpenSaved(place)]);
        prop_assert_eq!(again.shown(), session.shown());
        prop_assert_eq!(again.outcome(), session.outcome());
        prop_assert_eq!(again.title(), "Kept");
        // And its link opens as the same, for whoever it is sent to.
        let sent = open(&again.to_send(again.view()));
        prop_assert_eq!(sent.shown(), session.shown());
        prop_assert_eq!(sent.title(), "Kept");
    }
}
