//! The windows Share and Scenarios: what is saved opens again, what is sent opens as it
//! was, and the keyboard is never lost.

mod share;

use std::rc::Rc;

use js_sys::Function;
use send_modeller::link;
use send_modeller::model::Library;
use send_modeller::session::Shelf;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlDialogElement;

use crate::expected::shows;
use crate::page::{Page, Part, settle, text};

const CASE: &str = "case=hertfordshire-2018&v=1";
const JOURNEYS: &str = "In-county school journeys removed";

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

fn library() -> Rc<Library> {
    Rc::new(Library::shipped().unwrap())
}

fn open_windows(page: &Page) -> usize {
    page.all("dialog[open]").len()
}

fn the_window(page: &Page) -> HtmlDialogElement {
    page.one("dialog[open]").dyn_into().unwrap()
}

/// Where the keyboard is: the name of a button, or the text or the id of anything else.
fn keyboard() -> String {
    let active = window().document().unwrap().active_element().unwrap();
    let said = active.get_attribute("aria-label");
    said.or_else(|| Some(text(&active)).filter(|words| !words.is_empty() && words.len() < 60))
        .unwrap_or_else(|| active.id())
}

/// Presses a button as the keyboard does, which is on it then.
async fn press(page: &Page, name: &str) {
    page.button(name).focus().unwrap();
    page.press(name).await;
}

/// What the window Scenarios says has been done.
fn said(page: &Page) -> String {
    text(&page.one("dialog .modal-foot [role=status]"))
}

fn saved(page: &Page) -> Part {
    page.region("Saved scenarios")
}

/// The names of the saved scenarios, in order.
fn names(page: &Page) -> Vec<String> {
    saved(page).all("ol > li b").iter().map(text).collect()
}

/// Runs a line of JavaScript in the page.
fn run(script: &str) {
    Function::new_no_args(script)
        .call0(&window())
        .expect("the script runs");
}

/// The page with two saved scenarios, A and B, and the window Scenarios open.
async fn with_two_saved() -> Page {
    let page = Page::open(&format!("{CASE}&benefit-delay=6")).await;
    press(&page, "Scenarios").await;
    for name in ["A", "B"] {
        page.type_in("Name", name).await;
        page.press("Save").await;
    }
    assert_eq!(names(&page), ["A", "B"]);
    page
}

#[test]
async fn what_is_saved_is_kept_by_the_browser_and_opens_again() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    press(&page, "Scenarios").await;
    assert!(saved(&page).text().contains("Nothing is saved yet."));
    page.press("Save").await;
    assert_eq!(said(&page), "Give it a name first.");
    assert_eq!(keyboard(), page.field("Name").id());
    page.type_in("Name", " More journeys ").await;
    page.press("Save").await;
    assert_eq!(said(&page), "Saved “More journeys”.");
    assert_eq!(names(&page), ["More journeys"]);
    let words = saved(&page).text();
    assert!(words.contains("1 assumption changed. £"), "{words}");
    assert!(words.contains("net over five years; pays back in"));
    assert!(words.contains("Shown now"));

    let storage = window().local_storage().unwrap().unwrap();
    let kept = storage.get_item("send-modeller.scenarios").unwrap();
    let shelf = Shelf::read(&kept.unwrap());
    assert_eq!(shelf.saved()[0].name, "More journeys");

    page.press("Close").await;
    assert_eq!((open_windows(&page), keyboard()), (0, "Scenarios".into()));
    assert!(page.status().starts_with("More journeys"));
    page.press("Reset all").await;
    shows(&page, "");
    press(&page, "Scenarios").await;
    page.press("Open More journeys").await;
    assert_eq!(open_windows(&page), 0);
    shows(&page, "in-county-journeys=15");
    page.press("Undo").await;
    shows(&page, "");
}

#[test]
async fn the_name_is_that_of_what_is_shown_and_saving_again_says_so() {
    let page = Page::open(&format!("{CASE}&benefit-delay=6&title=Late")).await;
    press(&page, "Scenarios").await;
    assert_eq!(page.field("Name").value(), "Late");
    page.press("Save").await;
    page.press("Close").await;
    page.type_in(JOURNEYS, "15").await;
    press(&page, "Scenarios").await;
    let help = page.description("Name");
    assert!(help.contains("the old one can be restored"), "{help}");
    page.press("Save over it").await;
    assert_eq!(said(&page), "Saved over “Late”.");
    page.press("Restore Late").await;
    assert_eq!(names(&page), ["Late (2)", "Late"]);
    page.press("Open Late (2)").await;
    shows(&page, "benefit-delay=6");
}

#[test]
async fn a_saved_scenario_gets_another_name() {
    let page = with_two_saved().await;
    page.press("Rename A").await;
    let field = page.field("New name for A");
    assert_eq!((field.value(), keyboard()), ("A".into(), field.id()));
    page.type_in("New name for A", "B").await;
    page.press("Use this name").await;
    assert_eq!(names(&page), ["B (2)", "B"], "no two of one name");
    assert_eq!(said(&page), "“B (2)” is the name now.");
    assert_eq!(keyboard(), "Rename B (2)");
    // By the keyboard alone, and not at all.
    page.press("Rename B").await;
    page.type_in("New name for B", "C").await;
    page.key("New name for B", "Enter").await;
    assert_eq!(names(&page), ["B (2)", "C"]);
    page.press("Rename C").await;
    page.type_in("New name for C", "D").await;
    assert!(page.key("New name for C", "Escape").await, "not the window");
    assert_eq!(names(&page), ["B (2)", "C"]);
    assert_eq!(
        (open_windows(&page), keyboard()),
        (1, "Rename C".to_owned())
    );
}

#[test]
async fn saved_scenarios_are_copied_and_moved_with_the_keyboard_staying_by_them() {
    let page = with_two_saved().await;
    page.press("Duplicate A").await;
    assert_eq!(names(&page), ["A", "A (2)", "B"]);
    assert_eq!(said(&page), "“A (2)” is a copy of “A”.");
    assert_eq!(keyboard(), "Rename A (2)");
    page.press("Move down A").await;
    assert_eq!(names(&page), ["A (2)", "A", "B"]);
    assert_eq!(said(&page), "“A” is now 2 of 3.");
    assert_eq!(keyboard(), "Move down A");
    page.press("Move down A").await;
    assert_eq!(names(&page), ["A (2)", "B", "A"]);
    assert_eq!(keyboard(), "Move up A", "it cannot go further down");
    assert!(!page.can_press("Move down A") && !page.can_press("Move up A (2)"));
    page.press("Move up B").await;
    assert_eq!(names(&page), ["B", "A (2)", "A"]);
    assert_eq!(keyboard(), "Move down B");
}

#[test]
async fn what_is_deleted_can_be_restored() {
    let page = with_two_saved().await;
    page.press("Delete A").await;
    assert_eq!(names(&page), ["B"]);
    assert_eq!(said(&page), "Deleted “A”.");
    assert_eq!(keyboard(), "Restore A");
    page.press("Restore A").await;
    assert_eq!(names(&page), ["A", "B"]);
    assert_eq!(said(&page), "Restored “A”.");
    assert_eq!(keyboard(), "Open A");
    assert!(!page.has_button("Restore A"));
    page.press("Delete B").await;
    page.press("Close").await;
    press(&page, "Scenarios").await;
    assert_eq!(said(&page), "“B” was deleted or saved over.");
    page.press("Restore B").await;
    assert_eq!(names(&page), ["A", "B"]);
}

#[test]
async fn the_case_s_own_scenarios_open_and_undo_brings_back_what_was_there() {
    let library = library();
    let model = library.default_model();
    let page = Page::open(&format!("{CASE}&benefit-delay=6")).await;
    assert!(model.case().evidence().presets.len() > 1);
    for preset in &model.case().evidence().presets {
        press(&page, "Scenarios").await;
        let listed = page.region("From the case").text();
        assert!(listed.contains(&preset.help), "{}", preset.id);
        page.press(&format!("Open {}, from the case", preset.label))
            .await;
        assert_eq!(open_windows(&page), 0);
        let wanted = link::fragment(model, &model.preset(preset));
        shows(
            &page,
            wanted.trim_start_matches(CASE).trim_start_matches('&'),
        );
        press(&page, "Scenarios").await;
        let shown = page.region("From the case").all("li:has(.mark) b");
        assert!(shown.iter().any(|name| text(name) == preset.label));
        page.press("Close").await;
        page.press("Undo").await;
        shows(&page, "benefit-delay=6");
    }
}

#[test]
async fn another_window_s_scenarios_and_what_cannot_be_read_are_shown() {
    let page = with_two_saved().await;
    run("window.dispatchEvent(new StorageEvent('storage', { \
         key: 'send-modeller.scenarios', newValue: 'send-modeller scenarios 2\\n\
         Theirs\\tcase=hertfordshire-2018&v=1&benefit-delay=9\\n\
         Elsewhere\\tcase=elsewhere-2030&v=1\\n{}\\n[]\\n' }))");
    settle().await;
    assert_eq!(names(&page), ["Theirs", "Elsewhere"]);
    assert!(!page.can_press("Open Elsewhere"));
    let words = saved(&page).text();
    assert!(
        words.contains("Its case, elsewhere-2030, is not here"),
        "{words}"
    );
    assert!(words.contains(
        "2 entries kept by another version cannot be read here. They are kept as they are."
    ));
    page.press("Forget them").await;
    assert!(!page.has_button("Forget them"));
    assert_eq!(keyboard(), "Saved scenarios");
    page.press("Open Theirs").await;
    shows(&page, "benefit-delay=9");
}

#[test]
async fn a_window_closes_by_escape_and_beside_it_and_gives_back_the_keyboard() {
    let page = Page::open("").await;
    for name in ["Share", "Scenarios"] {
        press(&page, name).await;
        assert_eq!(keyboard(), name, "on its heading");
        assert_eq!(page.one("dialog h2").id(), "modal-title");
        // What the browser does at Escape.
        the_window(&page).close();
        settle().await;
        assert!(page.all("dialog").is_empty(), "the app knows of it");
        assert_eq!(keyboard(), name, "on the button");

        page.press(name).await;
        let point = |selector: &str, event: &str| {
            run(&format!(
                "document.querySelector('{selector}').dispatchEvent(\
                 new MouseEvent('{event}', {{ bubbles: true }}))"
            ));
        };
        point("dialog h2", "mousedown");
        point("dialog", "click");
        settle().await;
        assert_eq!(open_windows(&page), 1, "drawn over the edge from inside");
        point("dialog", "mousedown");
        point("dialog", "click");
        settle().await;
        assert!(page.all("dialog").is_empty());
    }
}
