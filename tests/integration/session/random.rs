//! Any sequence of actions, and the way back from it.

use proptest::prelude::*;
use send_modeller::link::LedgerView;
use send_modeller::session::{Action, Session};

use super::{after, open, shows};
use crate::index;

/// What a person sees that undo should bring back.
fn seen(session: &Session) -> impl PartialEq + std::fmt::Debug + use<> {
    let fields: Vec<_> = session
        .model()
        .assumptions()
        .iter()
        .map(|(index, _)| session.field(index))
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
        (field, text, -2.0..102.0, 0..6).prop_map(|(assumption, text, value, kind)| match kind {
            0..=2 => Action::Type { assumption, text },
            3 => Action::Slide {
                assumption,
                value: f64::floor(value),
            },
            4 => Action::Step {
                assumption,
                steps: if value < 50.0 { -1 } else { 1 },
            },
            _ => Action::Reset(assumption),
        });
    let other = prop::sample::select(vec![
        Action::Leave,
        Action::Leave,
        Action::ResetAll,
        Action::BackToOpened,
        Action::Undo,
        Action::Undo,
        Action::Redo,
        Action::View(LedgerView::Change),
        Action::DismissProblems,
        Action::Navigate("#benefit-delay=6&posts-kept=x".to_owned()),
    ]);
    prop::collection::vec(prop_oneof![3 => edit, 2 => other], 0..30)
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
}
