//! Compare: what can be picked, what stands side by side, and the link to it.

use send_modeller::analysis::{Comparison, compare};
use send_modeller::chart::CompareLines;
use send_modeller::export::{
    Cell, Grid, Sheet, compared_assumptions, compared_headlines, compared_names, compared_summary,
    compared_years,
};
use send_modeller::link;
use send_modeller::model::{Library, Model, Scenario};
use send_modeller::session::{Kept, Shelf};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

use crate::expected::{Expected, a_scenario};
use crate::page::{Page, Row, address, address_becomes, settle, text};

const COMPARE: &str = "case=hertfordshire-2018&v=1&view=compare";
const JOURNEYS: &str = "In-county school journeys removed";
const FIRST: [&str; 4] = [
    "Savings only",
    "National growth",
    "Half delivered",
    "One year late",
];

/// Ticks or clears the box with this label.
pub async fn tick(page: &Page, label: &str) {
    page.field(label).click();
    settle().await;
}

/// Presses a key on an element.
pub async fn key(target: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
    settle().await;
}

/// The names of the compared scenarios, in order.
fn compared(page: &Page) -> Vec<String> {
    let names = page.all("main ol li .name");
    names.iter().map(text).collect()
}

/// The comparison of the presets of these names, by the engine.
fn of_presets(labels: &[&str]) -> (Model, Comparison, Vec<String>) {
    let model = Library::shipped().unwrap().default_model().clone();
    let presets = &model.case().evidence().presets;
    let scenarios: Vec<_> = labels
        .iter()
        .map(|label| presets.iter().find(|known| known.label == *label).unwrap())
        .map(|preset| model.preset(preset))
        .collect();
    let compared = compare(&model, &scenarios);
    let names = labels.iter().map(|label| (*label).to_owned()).collect();
    (model, compared, names)
}

fn shown(cell: &Cell) -> String {
    let apart = cell.difference.as_ref().map(|apart| {
        let percent = apart.percent.as_ref().map(|percent| format!(" {percent}"));
        format!(
            "against published {}{}",
            apart.text,
            percent.unwrap_or_default()
        )
    });
    format!("{}{}", cell.text, apart.unwrap_or_default())
}

/// Holds a table of the page to a grid of the engine.
#[track_caller]
pub fn shows_grid(page: &Page, grid: &Grid) {
    let table = page.table(&grid.caption);
    let rows: Vec<Row> = grid
        .rows
        .iter()
        .map(|row| Row {
            name: row.label.clone(),
            cells: row.cells.iter().map(shown).collect(),
        })
        .collect();
    // What stands under the rows is no figure.
    assert_eq!(table.rows(), rows, "{}", grid.caption);
    let mut columns = vec![grid.heading.clone()];
    columns.extend(grid.columns.clone());
    assert_eq!(table.columns(), columns, "{}", grid.caption);
}

#[test]
async fn with_nothing_picked_it_says_what_to_do_and_offers_a_start() {
    let page = Page::open(COMPARE).await;
    assert_eq!(text(&page.one("main h1")), "Compare");
    assert!(page.has_region("Nothing is picked yet"));
    assert!(page.all("table").is_empty());
    page.press("Compare these").await;
    assert_eq!(compared(&page)[1..], FIRST);
    assert!(!page.has_region("Nothing is picked yet"));
}

#[test]
async fn presets_are_picked_in_any_order_and_keep_it() {
    let page = Page::open(COMPARE).await;
    for label in ["One year late", "Savings only", "Half delivered"] {
        tick(&page, label).await;
    }
    let order = [
        "Published",
        "One year late",
        "Savings only",
        "Half delivered",
    ];
    assert_eq!(compared(&page), order);
    assert_eq!(page.table("Net").columns()[1..], order);
    page.press("Remove: Savings only").await;
    let order = ["Published", "One year late", "Half delivered"];
    assert_eq!(compared(&page), order);
    assert!(!page.field("Savings only").checked());
    tick(&page, "One year late").await;
    assert_eq!(compared(&page), ["Published", "Half delivered"]);
    // The published case itself is in every comparison, and not to be picked.
    assert!(!page.has_field("As published"));
}

#[test]
async fn past_four_nothing_more_can_be_picked_and_it_says_why() {
    let page = Page::open(COMPARE).await;
    page.press("Compare these").await;
    assert!(
        page.text()
            .contains("4 of 4 picked. No more fit side by side")
    );
    assert!(page.field("Temporary posts kept").disabled());
    assert!(!page.field("Savings only").disabled());
    page.press("Remove: One year late").await;
    assert!(page.text().contains("3 of 4 picked."));
    assert!(!page.text().contains("No more fit"));
    assert!(!page.field("Temporary posts kept").disabled());
}

#[test]
async fn every_figure_and_difference_is_the_engines() {
    let page = Page::open(COMPARE).await;
    page.press("Compare these").await;
    let (model, compared, names) = of_presets(&FIRST);
    assert!(
        page.text()
            .contains(&compared_summary(&model, &compared, &names))
    );
    shows_grid(&page, &compared_headlines(&model, &compared, &names));
    for grid in compared_years(&model, &compared, &names) {
        shows_grid(&page, &grid);
    }
}

#[test]
async fn only_assumptions_that_differ_are_listed() {
    let page = Page::open(COMPARE).await;
    tick(&page, "One year late").await;
    let rows = page.table("Assumptions that differ").rows();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cells, ["0 months", "12 months"]);
    tick(&page, "Savings only").await;
    let (model, compared, names) = of_presets(&["One year late", "Savings only"]);
    assert_eq!(compared.differing.len(), 8);
    shows_grid(&page, &compared_assumptions(&model, &compared, &names));
}

#[test]
async fn what_is_shown_now_can_be_picked_unless_it_is_there_already() {
    let page = Page::open(COMPARE).await;
    assert!(!page.has_field("What is shown now"));
    assert!(
        page.text()
            .contains("As published, which every comparison has.")
    );

    let page = Page::open(&format!("{COMPARE}&in-county-journeys=15")).await;
    tick(&page, "What is shown now").await;
    assert_eq!(compared(&page), ["Published", "What is shown now"]);

    let page = Page::open(&format!("{COMPARE}&benefit-delay=12")).await;
    assert!(!page.has_field("What is shown now"));
    assert!(page.text().contains("The same as “One year late”, below."));
}

#[test]
async fn a_changed_preset_is_not_taken_for_the_preset() {
    let link = format!("{COMPARE}&benefit-delay=6&title=One%20year%20late");
    let page = Page::open(&link).await;
    tick(&page, "What is shown now").await;
    tick(&page, "One year late").await;
    let names = ["Published", "One year late, changed", "One year late"];
    assert_eq!(compared(&page), names);
    assert!(page.field("What is shown now").checked());
}

#[test]
async fn saved_scenarios_can_be_picked() {
    let library = Library::shipped().unwrap();
    let model = library.default_model();
    let mut shelf = Shelf::default();
    let half = link::open("benefit-delivery=50&benefit-delay=6", &library).scenario;
    shelf.save("Half, and late", model, &half);
    let kept = Kept {
        shelf: shelf.write(),
        ..Kept::default()
    };
    let page = Page::open_with(COMPARE, kept).await;
    tick(&page, "Half, and late").await;
    assert_eq!(compared(&page), ["Published", "Half, and late"]);
    let rows = page.table("Assumptions that differ").rows();
    assert_eq!(rows.len(), 2);
}

#[test]
async fn the_link_to_a_comparison_opens_the_same_one() {
    let page = Page::open(&format!("{COMPARE}&in-county-journeys=15")).await;
    for label in ["What is shown now", "Half delivered"] {
        tick(&page, label).await;
    }
    let headlines = page.table("Headline figures").rows();
    let library = Library::shipped().unwrap();
    let shown = link::open("in-county-journeys=15", &library).scenario;
    let (model, halved, _) = of_presets(&["Half delivered"]);
    let named = |name: &str, scenario: &Scenario| a_scenario(&model, name, scenario.clone());
    let expected = link::Link {
        view: link::open(COMPARE, &library).view.unwrap(),
        compared: &[
            named("", &shown),
            named("Half delivered", &halved.scenarios[0]),
        ],
        ..link::Link::to(&model, &shown)
    }
    .fragment();
    address_becomes(&expected).await;

    let page = Page::open(&address()).await;
    assert_eq!(
        compared(&page),
        ["Published", "What is shown now", "Half delivered"]
    );
    assert_eq!(page.table("Headline figures").rows(), headlines);
    assert!(page.field("Half delivered").checked());
}

#[test]
async fn what_only_a_link_brought_can_be_put_down_picked_again_and_explored() {
    let library = Library::shipped().unwrap();
    let model = library.default_model();
    let fifteen = link::open("in-county-journeys=15", &library).scenario;
    let brought = a_scenario(model, "From the panel", fifteen);
    let link = link::Link {
        view: link::open(COMPARE, &library).view.unwrap(),
        compared: &[brought],
        ..link::Link::to(model, &Scenario::published())
    }
    .fragment();
    let page = Page::open(&link).await;
    assert_eq!(compared(&page), ["Published", "From the panel"]);
    assert!(page.text().contains("Only in this comparison"));
    page.press("Remove: From the panel").await;
    assert!(compared(&page).is_empty());
    tick(&page, "From the panel").await;
    page.press("Explore this: From the panel").await;
    assert_eq!(
        page.sentence(),
        Expected::of("in-county-journeys=15").sentence()
    );
    assert_eq!(page.field(JOURNEYS).value(), "15");
    assert!(page.status().contains("From the panel"));
    page.press("Undo").await;
    assert_eq!(page.field(JOURNEYS).value(), "10");
}

#[test]
async fn the_picture_is_read_with_the_keyboard_and_under_the_pointer() {
    let page = Page::open(COMPARE).await;
    page.press("Compare these").await;
    let (model, compared, names) = of_presets(&FIRST);
    let figure = page.region("Cumulative net position");
    let picture: HtmlElement = figure.one(".picture").dyn_into().unwrap();
    let size = figure.one("svg[role=img]").get_bounding_client_rect();
    let chart = CompareLines::of(&model, &compared, &names, size.width());
    let said = || text(&figure.one("[aria-live=polite] :not([aria-hidden]), [aria-live=polite]"));
    assert!(figure.all(".guide").is_empty());
    for (pressed, place) in [
        ("ArrowRight", 0),
        ("ArrowRight", 1),
        ("End", 4),
        ("ArrowRight", 4),
        ("ArrowLeft", 3),
        ("Home", 0),
    ] {
        key(&picture, pressed).await;
        assert_eq!(said(), chart.readings[place].label, "{pressed}");
        let x = figure.one(".guide").get_attribute("x1").unwrap();
        assert_eq!(x, chart.readings[place].x.to_string());
    }
    key(&picture, "Escape").await;
    assert!(figure.all(".guide").is_empty());
    let at = size.left() + chart.readings[2].x;
    let moved = js_sys::Function::new_with_args(
        "node, x",
        "node.dispatchEvent(new MouseEvent('mousemove', {bubbles: true, clientX: x}))",
    );
    moved
        .call2(&wasm_bindgen::JsValue::NULL, &picture, &at.into())
        .unwrap();
    settle().await;
    assert_eq!(said(), chart.readings[2].label);
    assert_eq!(
        figure.all("polyline").len(),
        compared_names(&compared, &names).len()
    );
}

/// Stands in for the clipboard: keeps what it is given, or refuses it.
fn clipboard(allows: bool) {
    let stand_in = js_sys::Function::new_with_args(
        "allows",
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { \
         writeText: (text) => { window.copied = text; \
         return allows ? Promise.resolve() : Promise.reject(); } } })",
    );
    stand_in
        .call1(&wasm_bindgen::JsValue::NULL, &allows.into())
        .unwrap();
}

fn copied() -> String {
    let window = web_sys::window().unwrap();
    let copied = js_sys::Reflect::get(&window, &"copied".into()).unwrap();
    copied.as_string().unwrap()
}

#[test]
async fn a_table_is_copied_for_a_spreadsheet_or_offered_to_be_copied_by_hand() {
    let page = Page::open(COMPARE).await;
    page.press("Compare these").await;
    let (model, compared, names) = of_presets(&FIRST);
    let grid = compared_headlines(&model, &compared, &names);
    let tabs = Sheet::of_grid(&grid).tab_separated();
    let section = page.region("Headline figures");
    clipboard(true);
    section.press("Copy as a table: Headline figures").await;
    settle().await;
    assert_eq!(copied(), tabs);
    assert!(
        section
            .text()
            .contains("Copied, to be pasted into a spreadsheet.")
    );
    assert!(section.all("textarea").is_empty());

    clipboard(false);
    section.press("Copy as a table: Headline figures").await;
    settle().await;
    assert!(section.text().contains("The browser did not allow it."));
    let by_hand: web_sys::HtmlTextAreaElement = section.one("textarea").dyn_into().unwrap();
    assert_eq!(by_hand.value(), tabs);
}

#[test]
async fn the_link_to_a_comparison_is_copied() {
    let page = Page::open(COMPARE).await;
    page.press("Compare these").await;
    clipboard(true);
    page.press("Copy link to this comparison").await;
    settle().await;
    assert!(page.text().contains("Link copied."));
    let opened = link::open(&copied(), &Library::shipped().unwrap());
    let names: Vec<_> = opened
        .compared
        .into_iter()
        .map(|named| named.name)
        .collect();
    assert_eq!(names, FIRST);
}
