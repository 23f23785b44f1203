//! Edits drawn by lot: the draft stays whole whatever comes, and every step can be taken back.

use proptest::prelude::*;
use send_modeller::case::{Case, Unit};
use send_modeller::session::draft::Edit;
use send_modeller::session::draft::rules::RULES;

use super::hertfordshire;

fn edits() -> impl Strategy<Value = Edit> {
    let list = prop::sample::select(vec!["investment", "benefits", "assumptions", "presets"]);
    let places = 0_usize..40;
    let lists = prop::sample::select(vec!["payers", "workstreams", "groups", "risks", "printed"]);
    let texts = prop::sample::select(vec!["12", "", "abc", "£1,000", "-3", "5%", "1e9", "0.5"]);
    let fields = prop::sample::select(vec![
        "published",
        "min",
        "max",
        "low",
        "label",
        "group",
        "unit",
        "workstream",
        "source",
        "cost.amounts[1]",
        "rule.phasing[2]",
        "gains.rest",
        "values",
    ]);
    let path = (list.clone(), places.clone(), fields)
        .prop_map(|(list, at, field)| format!("{list}[{at}].{field}"));
    prop_oneof![
        (path.clone(), texts.clone()).prop_map(|(path, text)| Edit::Number(
            path,
            Unit::Pounds,
            text.to_owned()
        )),
        (path.clone(), texts.clone()).prop_map(|(path, text)| Edit::Words(path, text.to_owned())),
        path.prop_map(Edit::Clear),
        (list.clone(), places.clone()).prop_map(|(list, at)| Edit::Duplicate(list, at)),
        (list.clone(), places.clone()).prop_map(|(list, at)| Edit::Remove(list, at)),
        (list, places.clone(), any::<bool>())
            .prop_map(|(list, at, down)| Edit::Move(list, at, down)),
        (lists.clone(), places.clone()).prop_map(|(list, at)| Edit::Remove(list, at)),
        (lists, texts.clone()).prop_map(|(list, name)| Edit::AddItem(list, name.to_owned())),
        (
            prop::sample::select(RULES.iter().map(|rule| rule.word).collect::<Vec<_>>()),
            texts.clone()
        )
            .prop_map(|(word, name)| Edit::AddLine("benefits", name.to_owned(), word)),
        (
            prop::sample::select(RULES.iter().map(|rule| rule.word).collect::<Vec<_>>()),
            places.clone()
        )
            .prop_map(|(word, at)| Edit::Kind("benefits", at, word.to_owned())),
        (places.clone(), places.clone()).prop_map(|(line, at)| Edit::RemoveShare(line, at)),
        places.prop_map(Edit::AddDelay),
        texts.prop_map(|text| Edit::Years("count", text.to_owned())),
        Just(Edit::Undo),
        Just(Edit::Redo),
        Just(Edit::Leave),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_edits_keep_the_draft_whole_and_can_be_taken_back(
        edits in prop::collection::vec(edits(), 1..30)
    ) {
        let begin = hertfordshire();
        let mut draft = begin.clone();
        for edit in edits {
            if let Some(next) = draft.edit(edit) {
                draft = next;
            }
            // The model is of what stands there, or of the last version without a fault.
            if draft.is_sound() {
                let read = Case::from_value(draft.value()).unwrap();
                prop_assert_eq!(draft.model().unwrap().case(), &read);
            } else {
                prop_assert!(draft.model().is_some());
            }
            let text = draft.value().to_string();
            let kept: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&kept, draft.value());
        }
        while draft.can_undo() {
            draft = draft.edit(Edit::Undo).unwrap();
        }
        prop_assert_eq!(draft.value(), begin.value());
    }
}
