//! The panel page: what a sent link opens, and the way back to it.

use send_modeller::link::{Link, Page as Screen, Receipt, View, open};
use send_modeller::model::Library;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::shows;
use crate::page::{Page, address_becomes};

const CASE: &str = "case=hertfordshire-2018&v=1";

/// The link that Share makes of these changes.
fn sent(changes: &str, title: &str, note: &str) -> String {
    let library = Library::shipped().unwrap();
    let model = library.default_model();
    let scenario = open(changes, &library).scenario;
    let receipt = Receipt::of(model, &scenario, &model.evaluate(&scenario));
    Link {
        view: View::default().on(Screen::Panel),
        title,
        note,
        receipt: Some(&receipt),
        ..Link::to(model, &scenario)
    }
    .fragment()
}

#[test]
async fn a_sent_link_opens_the_panel_page_with_what_was_changed_and_who_gains() {
    let link = sent(
        "in-county-journeys=15&benefit-delay=6",
        "Half a year late",
        "For June. Second line.",
    );
    let page = Page::open(&link).await;
    assert_eq!(page.one("h1").text_content().unwrap(), "Half a year late");
    let words = page.text();
    for said in [
        "A scenario, not an approved budget",
        "For June. Second line.",
        "Figures as sent (model 1.0).",
        "still pays back in 2019/20",
        "In-county school journeys removed: from 10% to 15%",
        "All benefits arrive late by: from 0 months to 6 months",
        "pays for the investment",
        "Ring-fenced: it cannot repay the council.",
        "Children's needs are met early",
        "model 1.0",
    ] {
        assert!(words.contains(said), "{said}\n{words}");
    }
    assert!(
        !page.has_button("Reset all"),
        "nothing is changed on this page"
    );
    let payers = page.table("£ million a year").rows();
    let names: Vec<&str> = payers.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names.len(),
        5,
        "core pays, saves and avoids; the others avoid: {names:?}"
    );
    assert_eq!(payers[0].cells.last().unwrap(), "\u{2212}3.0");
}

#[test]
async fn who_explores_from_a_sent_link_can_go_back_to_it() {
    let link = sent("in-county-journeys=15", "Sent", "A note");
    let page = Page::open(&link).await;
    page.press("Explore from here").await;
    shows(&page, "in-county-journeys=15");
    address_becomes(&format!(
        "{CASE}&in-county-journeys=15&title=Sent&note=A%20note"
    ))
    .await;
    page.type_in("In-county school journeys removed", "20")
        .await;
    shows(&page, "in-county-journeys=20");
    page.press("Back to what was sent").await;
    assert!(page.text().contains("from 10% to 15%"));
    assert!(page.text().contains("Figures as sent"));
    address_becomes(&link).await;
}

#[test]
async fn the_published_case_says_that_nothing_was_changed() {
    let page = Page::open(&format!("{CASE}&view=panel")).await;
    assert_eq!(
        page.one("h1").text_content().unwrap(),
        "Hertfordshire 2018, as published"
    );
    let words = page.text();
    assert!(
        words.contains("every assumption is as the council published it"),
        "{words}"
    );
    assert!(
        !words.contains("Figures as sent"),
        "no receipt came with it"
    );
    assert!(
        !words.contains("children and families"),
        "no workstream is changed"
    );
}

#[test]
async fn an_edited_or_broken_receipt_is_said_calmly_and_changes_no_figure() {
    let link = sent("in-county-journeys=15", "", "");
    let edited = link.replace("in-county-journeys=15", "in-county-journeys=16");
    let page = Page::open(&edited).await;
    assert!(
        page.text()
            .contains("This link was changed after it was made")
    );
    assert!(page.text().contains("from 10% to 16%"));
    let page = Page::open(&format!("{CASE}&view=panel&receipt=rubbish")).await;
    assert!(page.text().contains("What the sender saw cannot be read"));
    assert!(
        page.all("[role=alert]").is_empty(),
        "nothing to be alarmed about"
    );
}

#[test]
async fn markup_in_a_title_or_a_note_is_text() {
    let markup = "<img src=x onerror=alert(1)><b>bold</b>";
    let page = Page::open(&sent("", markup, markup)).await;
    assert_eq!(page.one("h1").text_content().unwrap(), markup);
    assert!(page.all("main img, h1 b, blockquote b").is_empty());
}

#[test]
async fn a_change_that_acts_on_all_lines_shows_what_all_of_them_are_for() {
    let page = Page::open(&sent("benefit-delivery=50", "", "")).await;
    let words = page.region("What it is for: children and families").text();
    assert!(words.contains("Local networks and support"), "{words}");
    assert!(
        words.contains("Independent living and employment"),
        "{words}"
    );
    assert!(
        !words.contains("Digital technology"),
        "it brings no benefit in figures"
    );
}
