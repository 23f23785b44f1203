//! The screen: what is open, what can be done with it, what is wrong with it, and one of
//! its sections at a time.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::list::problems;
use super::place::use_kept;
use super::taking::Taking;
use super::writing::{Other, use_writing};
use super::{about, assumptions, checks, evidence, lines, problems as faulty};
use crate::app::browser::{self, NotKept};
use crate::app::cases::copy_of;
use crate::app::components::link_problems;
use crate::app::settled::Settled;
use crate::case::DEFAULT_CASE;
use crate::export::headline;
use crate::link::Page;
use crate::model::Scenario;
use crate::session::draft::Edit;
use crate::session::{Action, Session};

/// A section of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    About,
    Payers,
    Workstreams,
    Investment,
    Benefits,
    Assumptions,
    Timing,
    Presets,
    Printed,
    Pressures,
    Risks,
    Headings,
    Checks,
}

/// The sections in order: name, help, and the fields of the file that stand in it.
const SECTIONS: [(Section, &str, &str, &[&str]); 13] = [
    (
        Section::About,
        "The case",
        "What it is called, which paper it is from, and its years.",
        &[
            "format",
            "id",
            "title",
            "subtitle",
            "authority",
            "source",
            "years",
            "file",
        ],
    ),
    (
        Section::Payers,
        "Payers",
        "The budgets that gain, and the one that invests.",
        &["payers", "invested_by"],
    ),
    (
        Section::Workstreams,
        "Workstreams",
        "The parts of the programme.",
        &["workstreams"],
    ),
    (
        Section::Investment,
        "Investment",
        "What is spent: posts and sums of money.",
        &["investment"],
    ),
    (
        Section::Benefits,
        "Benefits",
        "What is saved, and what growth is avoided. The two are never added up without a label.",
        &["benefits"],
    ),
    (
        Section::Assumptions,
        "Assumptions",
        "Every number that a person may change, with its bounds and its source.",
        &["assumptions"],
    ),
    (
        Section::Timing,
        "Timing and appraisal",
        "What acts on every line.",
        &["adjustments"],
    ),
    (
        Section::Presets,
        "Presets",
        "Scenarios by name.",
        &["presets", "failures"],
    ),
    (
        Section::Printed,
        "Printed figures",
        "Figures of the paper, held against the engine’s on Sources and checks.",
        &["printed", "disagreements"],
    ),
    (
        Section::Pressures,
        "Pressures",
        "What the plan already expects, and overspends of the year before.",
        &["plan_pressures", "budget_pressures"],
    ),
    (
        Section::Risks,
        "Risks",
        "What could go wrong, and which assumptions test it.",
        &["risks"],
    ),
    (
        Section::Headings,
        "Headings",
        "What assumptions are shown under.",
        &["groups"],
    ),
    (
        Section::Checks,
        "Sense checks",
        "What a reader who knows the field would ask. Nothing here stops anything.",
        &[],
    ),
];

/// The screen.
pub fn page(session: &Session, _: &Settled, dispatch: &Callback<Action>) -> Html {
    let case = session.model().case();
    if session.library().is_own(&case.id) {
        html! {
            // Another case is another draft.
            <Editor key={case.id.clone()} session={session.clone()} dispatch={dispatch.clone()} />
        }
    } else {
        html! { <Published session={session.clone()} dispatch={dispatch.clone()} /> }
    }
}

#[derive(PartialEq, Properties)]
struct EditorProps {
    session: Session,
    dispatch: Callback<Action>,
}

/// What a published case says instead: it stays as it was published.
#[component]
fn Published(props: &EditorProps) -> Html {
    let said = use_state_eq(String::new);
    let copy = {
        let (session, dispatch, said) =
            (props.session.clone(), props.dispatch.clone(), said.clone());
        Callback::from(move |_: MouseEvent| match copy_of(&session) {
            Ok(copy) => copy.open(&session, &dispatch, Page::Case, true),
            Err(why) => said.set(why),
        })
    };
    let title = &props.session.model().case().title;
    html! {
        <main class="page case-page" id="results" tabindex="-1">
            { link_problems(&props.session, &props.dispatch) }
            <h1>{ format!("Edit case: {title}") }</h1>
            <section class="group">
                <p>
                    { format!("{title} is a published case and stays as it is. Make a copy of your \
                       own to add lines and posts, to change its years or to begin another case \
                       from it. What you have changed in the scenario stays changed.") }
                </p>
                <div class="with-button">
                    <button type="button" class="button primary" onclick={copy}>
                        { "Make a copy to edit" }
                    </button>
                </div>
                <p role="status">{ (*said).clone() }</p>
            </section>
        </main>
    }
}

#[component]
fn Editor(props: &EditorProps) -> Html {
    let EditorProps { session, dispatch } = props;
    let writing = use_writing(session.model().base().case(), dispatch);
    let id = &session.model().case().id;
    let section = use_kept(id, "section");
    let open = use_kept(id, "open");
    let usual = {
        let library = session.library().clone();
        use_memo((), move |()| {
            let usual = library
                .find(DEFAULT_CASE)
                .unwrap_or(library.default_model());
            usual.case().to_value()
        })
    };
    let outcome = use_memo(
        (writing.draft.model().cloned(), writing.draft.is_sound()),
        |(model, sound)| {
            let model = model.as_ref().filter(|_| *sound);
            model.map(|model| Rc::new(model.evaluate(&Scenario::published())))
        },
    );
    let desk = Desk {
        draft: writing.draft.clone(),
        outcome: (*outcome).clone(),
        edit: writing.edit.clone(),
    };
    let go = {
        let (section, open) = (section.clone(), open.clone());
        let desk = desk.clone();
        Callback::from(move |path: String| {
            let end = path.find(['.', '[', ' ']).unwrap_or(path.len());
            let list = &path[..end];
            let found = SECTIONS.iter().find(|(.., fields)| fields.contains(&list));
            section.set(found.map(|(_, name, ..)| (*name).to_owned()));
            if let Some(end) = path.find(']') {
                open.set(Some(path[..=end].to_owned()));
            }
            focus_later(&desk, &path);
        })
    };
    html! {
        <main class="page case-page" id="results" tabindex="-1">
            { link_problems(session, dispatch) }
            <div class="case-head">
                <h1>{ "Edit case" }</h1>
                { bar(session, dispatch, &desk, writing.not_kept) }
            </div>
            if writing.other != Other::Nothing {
                <section class="notice" role="alert">
                    <p>{ writing.other.words() }</p>
                    if writing.other == Other::Changed {
                        <button type="button" class="button" data-reload="">{ "Reload the page" }</button>
                    }
                </section>
            }
            { faulty::view(&desk, &go) }
            <div class="case-columns">
                { sections(&desk, &section) }
                { section_view(&desk, section.as_deref(), &open, &usual, &go) }
            </div>
        </main>
    }
}

/// Brings the keyboard to the box of a place once it is drawn.
fn focus_later(desk: &Desk, path: &str) {
    let path = path.split(' ').next().unwrap_or_default();
    let place = desk.draft.at(path).map(|_| path);
    let item = path.find(']').map(|end| &path[..=end]);
    let ids: Vec<String> = place.into_iter().chain(item).map(box_id).collect();
    gloo_timers::callback::Timeout::new(0, move || {
        let id = ids.iter().find(|id| browser::element(id).is_some());
        if let Some(id) = id {
            browser::focus(id);
        }
    })
    .forget();
}

/// What can be done with the whole case, and how it stands.
fn bar(
    session: &Session,
    dispatch: &Callback<Action>,
    desk: &Desk,
    not_kept: Option<NotKept>,
) -> Html {
    let draft = &desk.draft;
    let results = {
        let (dispatch, view) = (dispatch.clone(), session.view());
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::View(view.on(Page::Explore))))
    };
    let sentence = draft.model().zip(desk.outcome.as_ref());
    let sentence = sentence.map(|(model, outcome)| headline(model, outcome, outcome).text());
    let state = match not_kept {
        Some(NotKept::Blocked) => {
            "Not kept: this browser keeps nothing for this page. Save the case file before you leave."
        }
        Some(NotKept::Full) => {
            "Not kept: this browser has no room left. Save the case file before you leave."
        }
        None => "Kept by this browser.",
    };
    html! {
        <>
            <div class="tools" role="group" aria-label="The case">
                <button type="button" class="button" disabled={!draft.can_undo()}
                    onclick={desk.press(|| Edit::Undo)}>{ "Undo" }</button>
                <button type="button" class="button" disabled={!draft.can_redo()}
                    onclick={desk.press(|| Edit::Redo)}>{ "Redo" }</button>
                <Taking desk={desk.clone()} />
                <button type="button" class="button primary" onclick={results}>
                    { "See the results" }
                </button>
            </div>
            <p class="help" role="status">
                { state }
                if draft.taken_along() > 0 {
                    { format!(" {} more that only it needed went with it; Undo brings all back.", draft.taken_along()) }
                }
            </p>
            if let Some(sentence) = sentence {
                <p class="case-sentence">{ sentence }</p>
            }
        </>
    }
}

/// The sections to choose from, with how many problems each has.
fn sections(desk: &Desk, chosen: &UseStateHandle<Option<String>>) -> Html {
    let (shown, ..) = section_named(chosen.as_deref());
    html! {
        <nav class="case-sections" aria-label="Sections of the case">
            { for SECTIONS.iter().map(|(section, name, _, fields)| {
                let faults: usize = fields.iter().map(|field| desk.draft.faults_in(field)).sum();
                let list = fields.first().copied().unwrap_or("none");
                let count = desk.draft.at(list).and_then(Value::as_array).map(Vec::len);
                let go = {
                    let (chosen, name) = (chosen.clone(), *name);
                    Callback::from(move |_: MouseEvent| chosen.set(Some(name.to_owned())))
                };
                html! {
                    <button type="button" class="button" onclick={go}
                        aria-pressed={(shown == *section).to_string()}>
                        <span>{ *name }</span>
                        if faults > 0 {
                            <span class="problem">{ problems(faults) }</span>
                        } else if let Some(count) = count {
                            <span class="count">{ count }</span>
                        }
                    </button>
                }
            }) }
        </nav>
    }
}

/// The section of this name, with its name and its help; the first where none is chosen.
fn section_named(name: Option<&str>) -> (Section, &'static str, &'static str) {
    let found = SECTIONS.iter().find(|(_, known, ..)| Some(*known) == name);
    let (section, name, help, _) = found.unwrap_or(&SECTIONS[0]);
    (*section, name, help)
}

fn section_view(
    desk: &Desk,
    section: Option<&str>,
    open: &UseStateHandle<Option<String>>,
    usual: &Value,
    go: &Callback<String>,
) -> Html {
    let (section, name, help) = section_named(section);
    html! {
        <section class="group case-section" aria-labelledby="case-section">
            <h2 id="case-section">{ name }</h2>
            <p class="help">{ help }</p>
            { match section {
                Section::About => about::about(desk),
                Section::Payers => about::payers(desk, open),
                Section::Workstreams => about::workstreams(desk, open),
                Section::Headings => about::headings(desk, open),
                Section::Investment => lines::investment(desk, open),
                Section::Benefits => lines::benefits(desk, open),
                Section::Assumptions => assumptions::assumptions(desk, open),
                Section::Timing => assumptions::timing(desk, usual),
                Section::Presets => evidence::presets(desk, open),
                Section::Printed => evidence::printed(desk, open),
                Section::Pressures => evidence::pressures(desk, open),
                Section::Risks => evidence::risks(desk, open),
                Section::Checks => checks::view(desk, go),
            } }
        </section>
    }
}
