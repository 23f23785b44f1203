//! What cannot be used: the last good results stay, the text stays, and both the field and
//! the page say why.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::shows;
use crate::page::{Page, Part, address_becomes};

const CASE: &str = "case=hertfordshire-2018&v=1";
const JOURNEYS: &str = "In-county school journeys removed";
const TRANSFERS: &str = "Out-of-county pupils moved in county";
const NETWORKS_DELAY: &str = "Local networks benefits late by";
const WAITING: &str = "Not updated: the results are the last good ones";

/// Holds the page to keep the results of a link while a box holds an unusable text.
fn refuses(page: &Page, label: &str, typed: &str, why: &str, link: &str) {
    assert_eq!(page.field(label).value(), typed, "the text is kept");
    assert!(page.is_invalid(label), "{label} with {typed:?}");
    let said = page.description(label);
    assert!(said.starts_with(why), "{typed:?}: {said}");
    let summary = page.region(WAITING).text();
    assert!(
        summary.contains(&format!("{label}: {why}")),
        "{typed:?}: {summary}"
    );
    assert_eq!(
        page.all(".tiles[data-stale], .sentence[data-stale], .detail[data-stale]")
            .len(),
        3
    );
    shows(page, link);
}

/// Holds the page to show the results of a link with nothing in the way.
fn accepts(page: &Page, label: &str, link: &str) {
    assert!(!page.is_invalid(label), "{label}");
    assert!(!page.has_region(WAITING));
    assert!(page.all("[data-stale]").is_empty());
    shows(page, link);
}

#[test]
async fn a_percentage_that_cannot_be_used_keeps_the_last_results_and_says_why() {
    let page = Page::open(&format!("{CASE}&benefit-delay=6")).await;
    for (typed, why) in [
        ("150", "150 is out of range: 0% to 100%."),
        ("-1", "−1 is out of range: 0% to 100%."),
        (
            "abc",
            "Type a number, with a full stop for decimals: 0% to 100%.",
        ),
        ("", "Type a number: 0% to 100%."),
        (
            "1,5",
            "Use a full stop for decimals, and commas only between thousands: 0% to 100%.",
        ),
    ] {
        page.type_in(JOURNEYS, typed).await;
        refuses(&page, JOURNEYS, typed, why, "benefit-delay=6");
    }
    page.type_in(JOURNEYS, "15").await;
    accepts(&page, JOURNEYS, "benefit-delay=6&in-county-journeys=15");
    address_becomes(&format!("{CASE}&in-county-journeys=15&benefit-delay=6")).await;
}

#[test]
async fn half_a_month_is_refused_in_a_box_that_was_folded_away() {
    let page = Page::open("").await;
    assert!(!page.has_field(NETWORKS_DELAY));
    let group = page.region("Timing and delivery");
    group.press("4 more").await;
    page.type_in(NETWORKS_DELAY, "6.5").await;
    let why = "Use a whole number: whole months from 0 to 24.";
    refuses(&page, NETWORKS_DELAY, "6.5", why, "");
    page.type_in(NETWORKS_DELAY, "6 months").await;
    accepts(&page, NETWORKS_DELAY, "local-networks-delay=6");
}

#[test]
async fn half_a_month_is_refused_in_a_box_that_was_searched_for() {
    let page = Page::open("").await;
    page.type_in("Find an assumption", "LOCAL networks benefits")
        .await;
    page.type_in(NETWORKS_DELAY, "6.5").await;
    let why = "Use a whole number: whole months from 0 to 24.";
    refuses(&page, NETWORKS_DELAY, "6.5", why, "");
    page.type_in("Find an assumption", "").await;
    assert!(!page.has_field(NETWORKS_DELAY), "folded away again");
    let summary = page.region(WAITING).text();
    assert!(summary.contains(why), "still said where it is out of sight");
}

#[test]
async fn other_changes_wait_for_the_box_to_be_mended() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "150").await;
    page.type_in(TRANSFERS, "5").await;
    shows(&page, "");
    page.type_in(JOURNEYS, "15").await;
    accepts(&page, JOURNEYS, "in-county-journeys=15&ooc-transfers=5");
}

#[test]
async fn several_unusable_boxes_are_all_listed() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "150").await;
    page.type_in(TRANSFERS, "abc").await;
    let listed = |page: &Page| page.region(WAITING).all("li").len();
    assert_eq!(listed(&page), 2);
    page.press(&format!("Reset {JOURNEYS}")).await;
    assert_eq!(listed(&page), 1);
    page.press(&format!("Reset {TRANSFERS}")).await;
    accepts(&page, TRANSFERS, "");
}

#[test]
async fn an_unusable_text_is_undone_and_comes_back() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "abc").await;
    page.press("Undo").await;
    accepts(&page, JOURNEYS, "");
    assert_eq!(page.field(JOURNEYS).value(), "10");
    page.press("Redo").await;
    assert_eq!(page.field(JOURNEYS).value(), "abc");
    assert!(page.is_invalid(JOURNEYS));
}

#[test]
async fn arrows_and_the_slider_mend_an_unusable_box() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "abc").await;
    page.key(JOURNEYS, "ArrowUp").await;
    accepts(&page, JOURNEYS, "in-county-journeys=11");
    page.type_in(JOURNEYS, "abc").await;
    page.slide(JOURNEYS, "20").await;
    accepts(&page, JOURNEYS, "in-county-journeys=20");
    assert_eq!(page.field(JOURNEYS).value(), "20");
}

#[test]
async fn the_summary_leads_to_the_box() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "abc").await;
    let summary: Part = page.region(WAITING);
    summary.press(JOURNEYS).await;
    let focused = web_sys::window()
        .unwrap()
        .document()
        .unwrap()
        .active_element();
    assert_eq!(focused, Some(page.field(JOURNEYS).into()));
}
