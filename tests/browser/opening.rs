//! What the page shows when it opens, and what it says of a damaged link.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::{Expected, golden_tiles, shows};
use crate::page::{Page, address, address_becomes};

const CASE: &str = "case=hertfordshire-2018&v=1";
const PROBLEMS: &str = "Part of this link could not be read";

/// The exact figures of the tiles: pounds of the first four, years of the last two.
fn figures(page: &Page) -> Vec<String> {
    let tiles = page.tiles();
    let exact = tiles.iter().take(4).map(|tile| tile[2].clone());
    exact
        .chain(tiles.iter().skip(4).map(|tile| tile[1].clone()))
        .collect()
}

#[test]
async fn opens_on_the_published_sentence_and_six_tiles() {
    let page = Page::open("").await;
    assert_eq!(
        page.sentence(),
        "As published, the programme pays back in 2019/20 and is worth £17.64m net over five \
         years. On savings alone it pays back in 2020/21."
    );
    assert_eq!(
        figures(&page),
        [
            "£3,012,357",
            "£1,739,985",
            "£4,002,641",
            "£17,638,882",
            "2019/20",
            "2020/21"
        ]
    );
    assert!(page.tiles().iter().all(|tile| tile[3] == "as published"));
    assert_eq!(page.tiles(), Expected::of("").tiles());
}

#[test]
async fn opens_with_nothing_to_undo_reset_or_report() {
    let page = Page::open("").await;
    for name in ["Undo", "Redo", "Reset all"] {
        assert!(!page.can_press(name), "{name}");
    }
    assert!(!page.has_button("Back to as opened"));
    assert!(!page.has_region(PROBLEMS));
    assert!(page.all("[role=alert]").is_empty());
    assert!(page.status().starts_with("As published: none of "));
    assert_eq!(address(), "");
}

#[test]
async fn names_the_case_in_the_bar_and_the_title() {
    let page = Page::open("").await;
    assert!(page.bar().contains("Hertfordshire"), "{}", page.bar());
    let title = web_sys::window().unwrap().document().unwrap().title();
    assert!(title.ends_with("– SEND Modeller"), "{title}");
}

#[test]
async fn opens_every_golden_link_on_the_figures_of_its_file() {
    for (link, _) in crate::expected::golden() {
        let page = Page::open(link).await;
        assert_eq!(figures(&page), golden_tiles(link), "{link}");
        assert_eq!(address(), link);
        assert!(!page.has_region(PROBLEMS), "{link}");
    }
}

#[test]
async fn opens_a_scenario_with_its_changes_in_their_boxes() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=15&benefit-delay=6")).await;
    shows(&page, "in-county-journeys=15&benefit-delay=6");
    assert_eq!(
        page.field("In-county school journeys removed").value(),
        "15"
    );
    assert_eq!(page.field("All benefits arrive late by").value(), "6");
    assert!(page.status().starts_with("2 of "), "{}", page.status());
    assert!(!page.can_press("Undo"));
    assert!(!page.can_press("Back to as opened"));
    assert!(page.can_press("Reset all"));
}

#[test]
async fn a_damaged_link_is_named_part_by_part_and_the_rest_applied() {
    let page = Page::open(&format!(
        "{CASE}&in-county-journeys=150&nonsense=1&benefit-delay=6&benefit-delay=9\
         &ooc-transfers=ten&ehcp-growth=%4"
    ))
    .await;
    shows(&page, "benefit-delay=6");
    let panel = page.region(PROBLEMS);
    let said: Vec<_> = panel.all("li").iter().map(crate::page::text).collect();
    let parts = [
        ["benefit-delay: ", "more than once"],
        ["ehcp-growth: ", "broken % escape"],
        ["in-county-journeys: ", "150 is outside 0 to 100"],
        ["nonsense: ", "not an assumption of this case"],
        ["ooc-transfers: ", "may be 0 to 100"],
    ];
    assert_eq!(said.len(), parts.len(), "{said:?}");
    for [key, words] in parts {
        let found = said.iter().find(|line| line.starts_with(key));
        assert!(
            found.is_some_and(|line| line.contains(words)),
            "{key} {said:?}"
        );
    }
}

#[test]
async fn a_link_of_another_version_or_case_says_so() {
    let page = Page::open("case=hertfordshire-2018&v=2&in-county-journeys=15").await;
    shows(&page, "in-county-journeys=15");
    assert!(page.region(PROBLEMS).text().contains("says version \"2\""));
    let page = Page::open("case=nowhere-2031&v=1&in-county-journeys=15").await;
    shows(&page, "");
    let said = page
        .region("This link is to a case that is not here")
        .text();
    assert!(said.contains("Nothing in it was used"), "{said}");
    assert!(said.contains("\"nowhere-2031\" is not a case"), "{said}");
    assert!(said.contains("hertfordshire-2018"), "{said}");
}

#[test]
async fn dismissing_the_problems_leaves_everything_else() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=15&nonsense=1")).await;
    assert!(page.has_region(PROBLEMS));
    page.press("Dismiss").await;
    assert!(!page.has_region(PROBLEMS));
    assert!(page.all("[role=alert]").is_empty());
    shows(&page, "in-county-journeys=15");
}

#[test]
async fn a_change_after_a_damaged_link_writes_a_whole_one() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=150&benefit-delay=6")).await;
    page.type_in("In-county school journeys removed", "15")
        .await;
    address_becomes(&format!("{CASE}&in-county-journeys=15&benefit-delay=6")).await;
}
