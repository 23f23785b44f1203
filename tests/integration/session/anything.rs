//! Whatever a person does, across cases: opening others, bringing new versions of one, lines
//! of their own, ranges, the stress test, comparison and the saved scenarios. It can all be
//! taken back and made again, and the link of every state opens as that state.

use std::rc::Rc;

use proptest::prelude::*;
use send_modeller::case::Case;
use send_modeller::link::{LinkProblem, Named, View, open as open_link};
use send_modeller::model::{AssumptionIndex, Model, Scenario};
use send_modeller::session::{Action, RangeEnd, Session, ShelfEdit};

use super::random::{preset, seen};
use super::{after, open};
use crate::library;
use crate::own::{avoidance, post, saving};

/// Something done, before it is known to which case: places and parts are of what is there.
#[derive(Debug, Clone)]
enum Did {
    /// An action that is the same in every case.
    This(Action),
    Type(usize, &'static str),
    TypeRange(usize, RangeEnd, &'static str),
    Slide(usize, u8),
    Step(usize, i32),
    Reset(usize),
    ResetRange(usize),
    Apply([usize; 2], u8),
    /// The case that is open, published otherwise, with or without its last benefit line.
    NewVersion {
        part: u8,
        shorter: bool,
        own: bool,
    },
    /// Another case, or the one of an id, with what is changed or without.
    Open(usize, bool),
    Compare,
    Show(usize),
    Preset(usize),
}

fn did() -> impl Strategy<Value = Did> {
    let text = prop::sample::select(vec!["1", "12", "0", "", "x", "£1,000", "99.5", "-3", "1e9"]);
    let end = prop::sample::select(vec![RangeEnd::Low, RangeEnd::High]);
    let line = || prop::sample::select(vec![post(), saving(), avoidance()]);
    let place = || 0_usize..60;
    let few = || 0_usize..3;
    let to_a_box = prop_oneof![
        3 => (place(), text.clone()).prop_map(|(place, text)| Did::Type(place, text)),
        2 => (place(), any::<u8>()).prop_map(|(place, part)| Did::Slide(place, part)),
        1 => (place(), -2..3).prop_map(|(place, steps)| Did::Step(place, steps)),
        2 => (place(), end, text).prop_map(|(place, end, text)| Did::TypeRange(place, end, text)),
        1 => place().prop_map(Did::Reset),
        1 => place().prop_map(Did::ResetRange),
        1 => ([place(), place()], any::<u8>()).prop_map(|(places, part)| Did::Apply(places, part)),
    ];
    let cases = prop_oneof![
        2 => (any::<u8>(), any::<bool>(), any::<bool>())
            .prop_map(|(part, shorter, own)| Did::NewVersion { part, shorter, own }),
        3 => (few(), any::<bool>()).prop_map(|(place, changed)| Did::Open(place, changed)),
        1 => (0_usize..9).prop_map(Did::Preset),
        1 => Just(Did::This(Action::NoCase(Rc::from("It cannot be had.")))),
    ];
    let lines = prop_oneof![
        2 => line().prop_map(Action::AddLine),
        1 => (few(), line()).prop_map(|(place, line)| Action::EditLine(place, line)),
        1 => few().prop_map(Action::RemoveLine),
    ];
    let settings = prop::sample::select(vec![
        "payback,savings,by_2020,run",
        "npv,size_5,draws_1000",
        "grid_benefit-delay_benefit-delivery",
        "payer_dsg,goal_20000000",
        "",
    ]);
    let screens = prop::sample::select(vec!["", "compare", "stress", "panel", "sources,running"]);
    let name = || prop::sample::select(vec!["", "Late", "<b>B</b>"]).prop_map(str::to_owned);
    let aside = prop_oneof![
        settings.prop_map(|text| Action::Stress(text.to_owned())),
        screens.prop_map(|text| Action::View(View::read(text))),
        name().prop_map(Action::Save),
        few().prop_map(Action::OpenSaved),
        (few(), name()).prop_map(|(place, name)| Action::Shelf(ShelfEdit::Rename(place, name))),
        few().prop_map(|place| Action::Shelf(ShelfEdit::Delete(place))),
        Just(Action::Shelf(ShelfEdit::Restore)),
        name().prop_map(Action::Title),
        name().prop_map(Action::Note),
    ];
    let ways = prop::sample::select(vec![
        Action::Undo,
        Action::Undo,
        Action::Redo,
        Action::Leave,
        Action::ResetAll,
        Action::BackToOpened,
        Action::Navigate("#case=cambridgeshire-2019&v=1&pupils-trained=25".to_owned()),
        Action::Navigate("#case=nowhere-2030&v=1&benefit-delay=3".to_owned()),
        Action::Navigate("#benefit-delay=6&ranges=benefit-delay_3_9".to_owned()),
    ]);
    prop_oneof![
        6 => to_a_box,
        2 => cases,
        2 => lines.prop_map(Did::This),
        3 => aside.prop_map(Did::This),
        3 => ways.prop_map(Did::This),
        1 => Just(Did::Compare),
        1 => few().prop_map(Did::Show),
    ]
}

impl Did {
    /// What it is for what is there; none where there is nothing of the kind.
    fn action(&self, session: &Session) -> Option<Action> {
        let model = session.model();
        let table = model.assumptions();
        let of = |place: usize| table.iter().nth(place % table.len());
        let index = |place| of(place).map(|(index, _)| index);
        let part_of = |place, part: u8| -> Option<(AssumptionIndex, f64)> {
            let (index, known) = of(place)?;
            let value = known.min + (known.max - known.min) * f64::from(part) / 255.0;
            Some((index, value.floor().max(known.min)))
        };
        Some(match self {
            Did::This(action) => action.clone(),
            Did::Preset(place) => preset(model, *place)?,
            Did::Type(place, text) => Action::Type {
                assumption: index(*place)?,
                text: (*text).to_owned(),
            },
            Did::TypeRange(place, end, text) => Action::TypeRange {
                assumption: index(*place)?,
                end: *end,
                text: (*text).to_owned(),
            },
            Did::Slide(place, part) => {
                let (assumption, value) = part_of(*place, *part)?;
                Action::Slide { assumption, value }
            }
            Did::Step(place, steps) => Action::Step {
                assumption: index(*place)?,
                steps: *steps,
            },
            Did::Reset(place) => Action::Reset(index(*place)?),
            Did::ResetRange(place) => Action::ResetRange(index(*place)?),
            Did::Apply(places, part) => {
                let values = places.iter().filter_map(|place| part_of(*place, *part));
                Action::Apply(values.collect())
            }
            Did::NewVersion { part, shorter, own } => {
                let model = version(model.case().clone(), *part, *shorter)?;
                Action::Case(model, *own)
            }
            Did::Open(place, changed) => {
                let library = session.library();
                let count = library.iter().count();
                let model = library.iter().nth(place % count)?;
                Action::OpenCase(model.case().id.clone(), *changed)
            }
            Did::Compare => Action::Compare(vec![named(session, "As shown"), {
                let published = Scenario::published();
                Named {
                    scenario: published,
                    ..named(session, "As published")
                }
            }]),
            Did::Show(place) => Action::Show(session.compared().get(*place)?.clone()),
        })
    }
}

fn named(session: &Session, name: &str) -> Named {
    Named {
        name: name.to_owned(),
        model: session.model().clone(),
        scenario: session.shown().clone(),
    }
}

/// Another version of a case: an assumption published at another value, a line the less.
fn version(mut case: Case, part: u8, shorter: bool) -> Option<Model> {
    let count = case.assumptions.len();
    let known = case.assumptions.get_mut(usize::from(part) % count)?;
    let more = (known.published + 1.0).floor();
    known.published = if more <= known.max { more } else { known.min };
    if shorter {
        case.benefits.pop();
    }
    // Without what named the line.
    let (case, _) = Case::read_as_far(&case.to_value());
    Model::new(case?).ok()
}

/// The session after all of it, and what it opened with, which follows every version of its
/// case as well.
fn done(opened: &Session, all: &[Did]) -> (Session, Session) {
    let (mut session, mut opened) = (opened.clone(), opened.clone());
    for did in all {
        if let Some(action) = did.action(&session) {
            if let Action::Case(..) = &action {
                opened = after(opened, [action.clone()]);
            }
            session = after(session, [action]);
        }
    }
    (session, opened)
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn all_of_it_is_taken_back_and_made_again(all in prop::collection::vec(did(), 0..24)) {
        let (end, opened) = done(&open("in-county-journeys=15&benefit-delay=3"), &all);
        let (mut session, mut undone) = (end.clone(), 0);
        while let Some(before) = session.reduce(Action::Undo) {
            prop_assert!(session.can_undo());
            session = before;
            undone += 1;
        }
        prop_assert!(!session.can_undo());
        prop_assert_eq!(seen(&session), seen(&opened));
        prop_assert_eq!(session.model(), opened.model());
        for _ in 0..undone {
            session = session.reduce(Action::Redo).unwrap();
        }
        prop_assert_eq!(seen(&session), seen(&end));
        prop_assert_eq!(session.model(), end.model());
    }

    #[test]
    fn the_link_of_every_state_opens_as_that_state(all in prop::collection::vec(did(), 1..16)) {
        let mut session = open("");
        for did in &all {
            let Some(action) = did.action(&session) else { continue };
            session = after(session, [action]);
            let library = session.library();
            let shown = open_link(&session.fragment(), library);
            prop_assert_eq!(&shown.problems, &[]);
            prop_assert_eq!(shown.model.as_ref(), Some(session.model()));
            prop_assert_eq!(&shown.scenario, session.shown());
            let outcome = session.model().evaluate(session.shown());
            prop_assert_eq!(&**session.outcome(), &outcome);
            let published = session.model().evaluate(&Scenario::published());
            prop_assert_eq!(&**session.published(), &published);
            // With the words, the screen and what the stress test is set to, as it is sent.
            let sent = open_link(&session.to_send(session.view()), library);
            prop_assert!(sent.problems.iter().all(of_settings), "{:?}", sent.problems);
            prop_assert_eq!(&sent.scenario, session.shown());
            prop_assert_eq!((&*sent.title, &*sent.note), (session.title(), session.note()));
            prop_assert_eq!(sent.view.unwrap_or_default(), session.view());
            prop_assert_eq!(&*sent.stress, session.stress());
            // The comparison is of the case that is shown, or there is none.
            let compared = open_link(&session.comparison_link(), library);
            prop_assert_eq!(&compared.problems, &[]);
            prop_assert_eq!(&compared.compared[..], &session.compared()[..]);
        }
    }
}

/// What a stress test is set to may name an assumption that another case has not.
fn of_settings(problem: &LinkProblem) -> bool {
    problem.to_string().contains("stress")
}

/// What is held above is not held of nothing: the lot opens other cases and new versions.
#[test]
fn the_shipped_cases_have_other_versions() {
    for model in library().iter() {
        let other = version(model.case().clone(), 1, true).unwrap();
        assert_ne!(other, *model);
        assert_eq!(other.case().id, model.case().id);
    }
}
