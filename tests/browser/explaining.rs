//! Where a figure comes from, and what a change moved.

use send_modeller::export::{explanation, movement_words, pounds};
use send_modeller::link::open;
use send_modeller::model::{Library, Scenario, Target, What, When};
use send_modeller::{analysis, model::Line};
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::page::{Page, text};

const CASE: &str = "case=hertfordshire-2018&v=1";

/// The result on the last line of the explanation that is open.
fn last_line(page: &Page) -> String {
    let lines = page.all(".explanation .steps li:last-child .result");
    assert_eq!(lines.len(), 1, "one explanation is open");
    text(&lines[0])
}

#[test]
async fn any_figure_of_the_ledger_opens_its_explanation_in_place_in_two_actions() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=15")).await;
    let ledger = page.table("Ledger");
    ledger.press("SEN transport, in county").await;
    assert_eq!(last_line(&page), "£7,386,568");
    let row = ledger.one(".made");
    assert!(
        text(&row.previous_element_sibling().unwrap()).starts_with("SEN transport, in county"),
        "it stands under its row"
    );
    page.region("Which figure").press("2019/20").await;
    assert_eq!(last_line(&page), "£1,846,642");
    let explained = page.one(".explanation");
    let words = text(&explained);
    assert!(words.contains("£12,310,947 × 15% × 100%"), "{words}");
    assert!(
        words.contains("published 10% of in-county journeys"),
        "{words}"
    );
    assert!(words.contains("Section 6.11 of the paper"), "{words}");
    page.press("Close").await;
    assert!(page.all(".explanation").is_empty());
    let focused = web_sys::window()
        .unwrap()
        .document()
        .unwrap()
        .active_element()
        .unwrap();
    assert_eq!(text(&focused), "SEN transport, in county");
}

#[test]
async fn a_press_on_a_figure_explains_that_figure_and_again_closes_it() {
    let page = Page::open(CASE).await;
    let cell = page
        .table("Ledger")
        .all("tr[data-row] td")
        .into_iter()
        .find(|cell| text(cell) == "£169,332")
        .unwrap();
    let press = || {
        let cell: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(cell.clone());
        cell.click();
    };
    press();
    page.settled().await;
    assert_eq!(last_line(&page), "£169,332");
    press();
    page.settled().await;
    assert!(page.all(".explanation").is_empty());
}

#[test]
async fn every_row_of_the_ledger_and_of_who_gains_and_every_tile_explains_what_it_shows() {
    let page = Page::open(&format!(
        "{CASE}&ehcp-growth=23&benefit-delay=5&posts-kept=50"
    ))
    .await;
    for (table, rows) in [("Ledger", 40), ("Who gains", 4)] {
        let table = page.table(table);
        let asks = table.all("button.ask");
        assert!(
            asks.len() >= rows.min(30),
            "{} rows can be asked",
            asks.len()
        );
        for ask in asks {
            let row = ask.closest("tr").unwrap().unwrap();
            let shown = row.query_selector("td.end").unwrap().unwrap();
            let shown = shown.first_child().unwrap().text_content().unwrap();
            let ask: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(ask);
            ask.click();
            page.settled().await;
            assert_eq!(last_line(&page), shown, "{}", text(&row));
            ask.click();
            page.settled().await;
        }
    }
    for tile in page.region("Results").all("dl.tiles > div") {
        let tile: web_sys::Element = tile;
        let ask = tile.query_selector("button").unwrap().unwrap();
        let figures: Vec<String> = ["dd.value", "dd.exact"]
            .map(|figure| text(&tile.query_selector(figure).unwrap().unwrap()))
            .into();
        let ask: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(ask);
        ask.click();
        page.settled().await;
        let last = last_line(&page);
        assert!(figures.contains(&last), "{last} is neither of {figures:?}");
        ask.click();
        page.settled().await;
    }
}

#[test]
async fn an_explanation_follows_what_is_changed_and_its_parts_explain_themselves() {
    let page = Page::open(CASE).await;
    page.press("Net over five years").await;
    assert_eq!(last_line(&page), "£17,638,882");
    page.type_in("In-county school journeys removed", "15")
        .await;
    assert_eq!(last_line(&page), "£20,101,070");
    page.region("How Net, all years is made")
        .press("2020/21")
        .await;
    assert_eq!(last_line(&page), "£4,870,972");
    let library = Library::shipped().unwrap();
    let model = library.default_model();
    let scenario = open("in-county-journeys=15", &library).scenario;
    let target = Target {
        what: What::Net,
        when: When::Year(2),
    };
    let words = explanation(model, &scenario, target, false);
    let shown: Vec<String> = page
        .all(".explanation .steps .result")
        .iter()
        .map(text)
        .collect();
    let told: Vec<String> = words.lines.into_iter().map(|line| line.result).collect();
    assert_eq!(shown, told);
}

#[test]
async fn the_appraisal_explains_its_two_figures() {
    let page = Page::open(CASE).await;
    page.press("How the net present value is made").await;
    assert_eq!(last_line(&page), "£16,004,594");
    page.press("How the ratio is made").await;
    assert_eq!(last_line(&page), "6.51");
}

#[test]
async fn what_moved_is_said_after_a_change_and_belongs_to_the_last_one() {
    let page = Page::open(CASE).await;
    assert!(!page.has_region("What moved"), "nothing has moved yet");
    page.type_in("In-county school journeys removed", "15")
        .await;
    let library = Library::shipped().unwrap();
    let model = library.default_model();
    let published = model.evaluate(&Scenario::published());
    let after = model.evaluate(&open("in-county-journeys=15", &library).scenario);
    let words = movement_words(model, &analysis::movement(&published, &after));
    let said = page.region("What moved").text();
    assert!(
        said.contains("In-county school journeys removed from 10% to 15%."),
        "{said}"
    );
    assert!(said.contains(&words.sentence), "{said}");
    let Some(Line::Benefit(transport)) = model.line("transport-in-county") else {
        panic!("a benefit line");
    };
    let moved = after.benefit_lines[transport].total() - published.benefit_lines[transport].total();
    assert!(said.contains(&format!("+{}", pounds(moved))), "{said}");
    page.press("Undo").await;
    let said = page.region("What moved").text();
    assert!(said.contains("from 15% to 10%"), "{said}");
}
