//! What can be picked for a comparison: what is shown, the case's presets, what this
//! browser keeps, and what the link brought.

use crate::link::Named;
use crate::model::{Model, Scenario};
use crate::session::Session;

/// Choices of one kind.
pub struct Choices {
    pub heading: &'static str,
    pub list: Vec<Choice>,
    /// What else there is to say about them; may be empty.
    pub note: String,
}

/// One scenario that can be picked.
pub struct Choice {
    /// What goes into the comparison.
    pub named: Named,
    /// What it is called here.
    pub label: String,
    /// A line under that; may be empty.
    pub help: String,
}

impl Choice {
    fn of(name: &str, help: &str, model: &Model, scenario: Scenario) -> Choice {
        Choice {
            named: Named {
                name: name.to_owned(),
                model: model.clone(),
                scenario,
            },
            label: name.to_owned(),
            help: help.to_owned(),
        }
    }
}

/// What can be picked, by kind. `seen` holds what was compared on this screen before, so
/// that what only a link brought can be picked again once it was put down.
pub fn choices(session: &Session, seen: &mut Vec<Named>) -> Vec<Choices> {
    let presets = presets(session);
    let saved = saved(session);
    let shown = shown(session, [&presets, &saved]);
    for named in session.compared().iter() {
        let listed = [&shown, &presets, &saved]
            .iter()
            .any(|kind| kind.list.iter().any(|choice| choice.named == *named));
        if !listed && !seen.contains(named) {
            seen.push(named.clone());
        }
    }
    let others = seen.iter().filter(|named| {
        let same = |choice: &Choice| choice.named == **named;
        ![&shown, &presets, &saved]
            .iter()
            .any(|kind| kind.list.iter().any(same))
    });
    let others = others.map(|named| Choice {
        label: if named.name.trim().is_empty() {
            "A scenario without a name".to_owned()
        } else {
            named.name.clone()
        },
        ..Choice::of(
            &named.name,
            "Not saved in this browser",
            &named.model,
            named.scenario.clone(),
        )
    });
    let others = Choices {
        heading: "Only in this comparison",
        note: String::new(),
        list: others.collect(),
    };
    vec![shown, presets, saved, others]
}

/// What is shown now, unless it is there already under another name.
fn shown(session: &Session, others: [&Choices; 2]) -> Choices {
    let (scenario, title) = (session.shown(), session.title());
    let mut choices = Choices {
        heading: "Shown now",
        list: Vec::new(),
        note: String::new(),
    };
    let all = || others.iter().flat_map(|kind| &kind.list);
    let model = session.model();
    let same = |named: &Named| named.scenario == *scenario && named.model == *model;
    if scenario.is_published() {
        choices.note = "As published, which every comparison has.".to_owned();
    } else if let Some(same) = all().find(|choice| same(&choice.named)) {
        choices.note = format!("The same as “{}”, below.", same.label);
    } else {
        let compared = session.compared().iter();
        let mut names = compared.filter(|named| same(named));
        let picked = names.next().map(|named| named.name.clone());
        // A preset that was opened and then changed keeps its name, and must not be
        // taken for the preset.
        let taken = all().any(|choice| choice.named.name == title)
            || session.compared().iter().any(|named| named.name == title);
        let name = picked.unwrap_or_else(|| match title {
            "" => String::new(),
            title if taken => format!("{title}, changed"),
            title => title.to_owned(),
        });
        choices.list.push(Choice {
            label: "What is shown now".to_owned(),
            ..Choice::of(&name, title, model, scenario.clone())
        });
    }
    choices
}

/// The case's presets, but for one that changes nothing.
fn presets(session: &Session) -> Choices {
    let model = session.model().base();
    let all = model.case().evidence().presets.iter();
    let all =
        all.map(|preset| Choice::of(&preset.label, &preset.help, model, model.preset(preset)));
    Choices {
        heading: "From the case",
        list: all
            .filter(|choice| !choice.named.scenario.is_published())
            .collect(),
        note: String::new(),
    }
}

/// What this browser keeps, of this case.
fn saved(session: &Session) -> Choices {
    let mut list = Vec::new();
    let mut elsewhere = Vec::new();
    for saved in session.shelf().saved() {
        let opened = saved.open(session.library());
        match opened.model {
            Some(model) if model.same_case(session.model()) => {
                list.push(Choice::of(&saved.name, "", &model, opened.scenario));
            }
            _ => elsewhere.push(saved.name.as_str()),
        }
    }
    Choices {
        heading: "Saved in this browser",
        note: match (list.is_empty(), elsewhere.is_empty()) {
            (true, true) => {
                "Nothing yet. What you save under Scenarios is offered here.".to_owned()
            }
            (_, true) => String::new(),
            _ => format!(
                "Of another case, and so not here: {}.",
                elsewhere.join(", ")
            ),
        },
        list,
    }
}

/// What the compared scenarios are called: one without a name that is what is shown is
/// called so; `export` calls any other by its place.
pub fn names(session: &Session) -> Vec<String> {
    let compared = session.compared().iter();
    let names = compared.map(|named| {
        if named.name.trim().is_empty()
            && named.scenario == *session.shown()
            && named.model == *session.model()
        {
            "What is shown now".to_owned()
        } else {
            named.name.clone()
        }
    });
    names.collect()
}
