//! Changing assumptions, and every way back.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::{golden_tiles, shows};
use crate::page::{Page, address_becomes};

const CASE: &str = "case=hertfordshire-2018&v=1";
const JOURNEYS: &str = "In-county school journeys removed";
const TRANSFERS: &str = "Out-of-county pupils moved in county";
const DELAY: &str = "All benefits arrive late by";

#[test]
async fn typing_a_value_gives_the_figures_of_its_link_at_once() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    shows(&page, "in-county-journeys=15");
    let golden = golden_tiles(&format!("{CASE}&in-county-journeys=15"));
    let tiles = page.tiles();
    assert_eq!(tiles[3][2], golden[3], "net");
    assert_eq!(tiles[3][2], "£20,101,070");
    assert_eq!(tiles[5][1], golden[5], "payback on savings alone");
    assert_eq!(tiles[3][3], "published £17,638,882+£2,462,188");
    address_becomes(&format!("{CASE}&in-county-journeys=15")).await;
    assert!(page.status().starts_with("1 of "), "{}", page.status());
}

#[test]
async fn a_changed_field_shows_the_published_value_and_the_difference() {
    let page = Page::open("").await;
    assert_eq!(
        page.description(JOURNEYS),
        "per cent of in-county journeys; Published 10%"
    );
    assert!(!page.has_button(&format!("Reset {JOURNEYS}")));
    page.type_in(JOURNEYS, "7.5").await;
    assert_eq!(
        page.description(JOURNEYS),
        "per cent of in-county journeys; Published 10%−2.5 points"
    );
    assert!(page.has_button(&format!("Reset {JOURNEYS}")));
}

#[test]
async fn money_can_be_typed_as_people_write_it() {
    let page = Page::open("").await;
    page.type_in("Find an assumption", "Pump priming").await;
    let label = "Pump priming for community activities";
    for text in ["£1,200,000", "1.2m", "1200k", " 1200000 "] {
        page.type_in(label, text).await;
        shows(&page, "amount-community-pump-priming=1200000");
        assert_eq!(page.field(label).value(), text);
    }
}

#[test]
async fn undo_takes_back_one_change_at_a_time_and_redo_makes_it_again() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.type_in(DELAY, "6").await;
    page.press("Undo").await;
    shows(&page, "in-county-journeys=15");
    assert_eq!(page.field(DELAY).value(), "0");
    page.press("Undo").await;
    shows(&page, "");
    assert!(!page.can_press("Undo"));
    assert_eq!(page.field(JOURNEYS).value(), "10");
    page.press("Redo").await;
    page.press("Redo").await;
    shows(&page, "in-county-journeys=15&benefit-delay=6");
    assert!(!page.can_press("Redo"));
    address_becomes(&format!("{CASE}&in-county-journeys=15&benefit-delay=6")).await;
}

#[test]
async fn typing_digit_by_digit_is_one_change() {
    let page = Page::open("").await;
    for text in ["", "1", "12", "12.", "12.5"] {
        page.type_in(JOURNEYS, text).await;
    }
    shows(&page, "in-county-journeys=12.5");
    page.press("Undo").await;
    shows(&page, "");
    assert!(!page.can_press("Undo"));
}

#[test]
async fn undo_and_redo_have_their_keys() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.ctrl("z").await;
    shows(&page, "");
    page.ctrl("y").await;
    shows(&page, "in-county-journeys=15");
    // With Caps Lock on.
    page.ctrl("Z").await;
    shows(&page, "");
    page.ctrl("Y").await;
    shows(&page, "in-county-journeys=15");
}

#[test]
async fn resetting_one_leaves_the_others() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.type_in(DELAY, "6").await;
    page.press(&format!("Reset {JOURNEYS}")).await;
    shows(&page, "benefit-delay=6");
    assert_eq!(page.field(JOURNEYS).value(), "10");
    page.press("Undo").await;
    shows(&page, "in-county-journeys=15&benefit-delay=6");
}

#[test]
async fn resetting_all_is_the_published_case_and_can_be_undone() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.type_in(DELAY, "6").await;
    page.press("Reset all").await;
    shows(&page, "");
    assert!(!page.can_press("Reset all"));
    page.press("Undo").await;
    shows(&page, "in-county-journeys=15&benefit-delay=6");
}

#[test]
async fn back_to_as_opened_brings_the_links_scenario() {
    let link = format!("{CASE}&in-county-journeys=15&benefit-delay=6");
    let page = Page::open(&link).await;
    page.type_in(DELAY, "12").await;
    page.press("Reset all").await;
    shows(&page, "");
    page.press("Back to as opened").await;
    shows(&page, &link);
    address_becomes(&link).await;
    assert!(!page.can_press("Back to as opened"));
    page.press("Undo").await;
    shows(&page, "");
}

#[test]
async fn the_slider_sets_the_box_and_the_results() {
    let page = Page::open("").await;
    page.slide(JOURNEYS, "14").await;
    shows(&page, "in-county-journeys=14");
    assert_eq!(page.field(JOURNEYS).value(), "14");
    let slider = page.slider(JOURNEYS);
    let words = slider.get_attribute("aria-valuetext").unwrap();
    assert_eq!(words, "14% of in-county journeys");
    page.slide(JOURNEYS, "3").await;
    shows(&page, "in-county-journeys=3");
    page.press("Undo").await;
    shows(&page, "");
}

#[test]
async fn the_slider_follows_the_box() {
    let page = Page::open("").await;
    page.type_in(TRANSFERS, "12.5").await;
    let slider = page.slider(TRANSFERS);
    let words = slider.get_attribute("aria-valuetext").unwrap();
    assert!(words.starts_with("12.5%"), "{words}");
    let spot = |slider: &web_sys::HtmlInputElement| slider.value().parse::<f64>().unwrap();
    assert!((spot(&slider) - 12.5).abs() <= 0.5, "{}", slider.value());
}

#[test]
async fn arrow_keys_step_the_value() {
    let page = Page::open("").await;
    assert!(page.key(JOURNEYS, "ArrowUp").await, "the caret stays");
    shows(&page, "in-county-journeys=11");
    page.key(JOURNEYS, "ArrowDown").await;
    page.key(JOURNEYS, "ArrowDown").await;
    shows(&page, "in-county-journeys=9");
    page.key(JOURNEYS, "PageUp").await;
    shows(&page, "in-county-journeys=19");
    page.key(JOURNEYS, "PageDown").await;
    page.key(JOURNEYS, "PageDown").await;
    shows(&page, "in-county-journeys=0");
    assert_eq!(page.field(JOURNEYS).value(), "0");
    assert!(!page.key(JOURNEYS, "Tab").await, "Tab is the browser's");
    page.press("Undo").await;
    shows(&page, "");
}

#[test]
async fn setting_a_value_back_to_the_published_one_is_no_change() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.type_in(DELAY, "6").await;
    page.type_in(JOURNEYS, "10").await;
    shows(&page, "benefit-delay=6");
    address_becomes(&format!("{CASE}&benefit-delay=6")).await;
    assert!(!page.has_button(&format!("Reset {JOURNEYS}")));
    page.type_in(DELAY, "0").await;
    shows(&page, "");
    assert!(page.status().starts_with("As published"));
}

#[test]
async fn groups_count_their_changes_folded_ones_too() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=15&ooc-pupils=100")).await;
    let group = page.region("Local networks and support");
    assert!(group.text().contains("2 changed"), "{}", group.text());
    assert!(group.text().contains("(1 changed)"), "{}", group.text());
    assert!(
        !page
            .region("Timing and delivery")
            .text()
            .contains("changed")
    );
}
