//! Reading the results and the evidence: views, sources, chart tables, finding, folds.

use send_modeller::link::LedgerView;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::expected::{Expected, shows};
use crate::page::{Page, address_becomes, text};

const CASE: &str = "case=hertfordshire-2018&v=1";
const JOURNEYS: &str = "In-county school journeys removed";
const TIMING: &str = "Timing and delivery";
const YEARLY: &str = "Investment, savings and avoidance by year, £m";
const CUMULATIVE: &str = "Cumulative net position";

#[test]
async fn the_tables_show_the_view_that_is_chosen() {
    let link = format!("{CASE}&in-county-journeys=15&programme-delay=7");
    let page = Page::open(&link).await;
    let expected = Expected::of(&link);
    for (view, end) in [
        (LedgerView::Annual, "All years"),
        (LedgerView::Change, "A year by 2022/23"),
        (LedgerView::Running, "All years"),
        (LedgerView::Annual, "All years"),
    ] {
        page.press(view.label()).await;
        let ledger = page.table("Ledger");
        assert_eq!(ledger.rows(), expected.ledger(view), "{}", view.label());
        assert_eq!(ledger.columns()[5], end);
        let mut payers = page.table("Who gains").rows();
        for row in &mut payers {
            row.cells.pop();
        }
        assert_eq!(payers, expected.payers(view), "{}", view.label());
        assert!(page.text().contains(view.help()));
        let picker = page.region("View of the tables");
        let pressed: Vec<_> = picker.all("[aria-pressed=true]").iter().map(text).collect();
        assert_eq!(pressed, [view.label()]);
    }
}

#[test]
async fn a_view_is_kept_when_an_assumption_changes() {
    let page = Page::open("").await;
    page.press("Running total").await;
    page.type_in(JOURNEYS, "15").await;
    let expected = Expected::of("in-county-journeys=15");
    assert_eq!(
        page.table("Ledger").rows(),
        expected.ledger(LedgerView::Running)
    );
}

#[test]
async fn the_payers_table_says_when_each_covers_the_investment() {
    let page = Page::open("").await;
    let rows = page.table("Who gains").rows();
    let last = |at: usize| rows[at].cells.last().unwrap().as_str();
    assert_eq!(last(0), "2019/20");
    assert_eq!(last(1), "not within 5 years£372,818 short");
    assert_eq!(last(2), "not within 5 years£212,357 short");
    assert_eq!(last(3), "2019/20");
}

#[test]
async fn sources_show_the_section_of_every_line_and_tile_on_request() {
    let page = Page::open("").await;
    assert!(!page.text().contains("Section 6.11"));
    page.tick("Show sources").await;
    let ledger = page.table("Ledger");
    let named = |row: &&web_sys::Element| text(row).contains("Section ");
    // Fifteen investment lines and ten benefit lines.
    assert_eq!(ledger.all("th[scope=row]").iter().filter(named).count(), 25);
    assert!(ledger.text().contains("Section 6.11"));
    let tiles = page.tiles();
    assert_eq!(tiles.len(), 6);
    assert!(
        tiles.iter().all(|tile| tile[4].starts_with("Section")),
        "{tiles:?}"
    );
    let of_totals =
        "Sections 6.9, 7.6, 8.9, 9.6 (investment); Sections 6.11, 8.10 (savings and avoidance)";
    assert!(page.text().contains(of_totals));
    page.tick("Show sources").await;
    assert!(!page.text().contains("Section 6.11"));
    assert!(!page.text().contains(of_totals));
    shows(&page, "");
}

#[test]
async fn each_chart_opens_its_table_with_the_figures_it_draws() {
    let page = Page::open(&format!("{CASE}&in-county-journeys=15")).await;
    let yearly = page.region(YEARLY);
    assert!(yearly.all("table").is_empty());
    yearly.press("Show as a table").await;
    let rows = yearly.table(YEARLY).rows();
    let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Investment",
            "Savings",
            "Avoidance",
            "Savings and avoidance"
        ]
    );
    assert_eq!(rows[0].cells[0], "£513,814");
    assert_eq!(rows[1].cells[4], "£2,355,532published £1,739,985");

    let cumulative = page.region(CUMULATIVE);
    cumulative.press("Show as a table").await;
    let rows = cumulative.table(CUMULATIVE).rows();
    assert_eq!(rows[1].name, "Cumulative net");
    assert_eq!(rows[1].cells[4], "£20,101,070published £17,638,882");
    cumulative.press("Show as a table").await;
    assert!(cumulative.all("table").is_empty());
}

#[test]
async fn each_chart_has_a_title_and_a_sentence_for_who_cannot_see_it() {
    let page = Page::open("").await;
    for (title, words) in [
        (YEARLY, "Investment is greatest in 2019/20, at £1.74m."),
        (CUMULATIVE, "£17.64m"),
    ] {
        let picture = page.region(title).one("[role=img]");
        let of = |name: &str| {
            let id = picture.get_attribute(name).unwrap();
            text(&page.one(&format!("[id='{id}']")))
        };
        assert_eq!(of("aria-labelledby"), title);
        let said = of("aria-describedby");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
async fn the_find_box_shows_what_mentions_the_words_folded_or_not() {
    let page = Page::open("").await;
    page.type_in("Find an assumption", "  dIsCoUnT rAtE ").await;
    assert!(page.has_field("Discount rate"));
    assert!(!page.has_field(JOURNEYS));
    let panel = page.region("Assumptions");
    assert!(panel.text().contains("1 assumption"), "{}", panel.text());
    page.type_in("Find an assumption", "no such thing").await;
    assert!(panel.text().contains("No assumption mentions that"));
    assert!(!page.has_field("Discount rate"));
    page.type_in("Find an assumption", "").await;
    assert!(page.has_field(JOURNEYS));
}

#[test]
async fn an_assumption_that_was_found_can_be_changed() {
    let page = Page::open("").await;
    page.type_in("Find an assumption", "discount").await;
    page.type_in("Discount rate", "5").await;
    shows(&page, "discount-rate=5");
    address_becomes(&format!("{CASE}&discount-rate=5")).await;
}

#[test]
async fn every_assumption_of_the_case_has_a_box_once_the_folds_are_open() {
    let page = Page::open("").await;
    let panel = page.region("Assumptions");
    for fold in panel.all("button.fold") {
        assert_eq!(
            fold.get_attribute("aria-expanded").as_deref(),
            Some("false")
        );
        wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(fold).click();
    }
    yew::scheduler::flush().await;
    let library = send_modeller::model::Library::shipped().unwrap();
    for (_, assumption) in library.default_model().assumptions().iter() {
        let label = &assumption.label;
        // Those of the stress test stand here only where they are changed.
        if assumption.tier == send_modeller::case::Tier::Stress {
            assert!(!panel.has_field(label), "{label}");
            continue;
        }
        assert!(panel.has_field(label), "{label}");
        let said = page.description(label);
        let value = send_modeller::export::value(assumption, assumption.published);
        assert!(said.contains(&value), "{label}: {said}");
    }
}

#[test]
async fn a_fold_closes_again_and_keeps_its_changes() {
    let page = Page::open("").await;
    let group = page.region(TIMING);
    group.press("4 more").await;
    page.type_in("Discount rate", "5").await;
    group.press("4 more").await;
    assert!(!page.has_field("Discount rate"));
    assert!(group.has_button("4 more (1 changed)"));
    group.press("4 more (1 changed)").await;
    assert_eq!(page.field("Discount rate").value(), "5");
}

#[test]
async fn about_says_what_an_assumption_is_and_where_it_comes_from() {
    let page = Page::open("").await;
    let about = page.button(&format!("About: {JOURNEYS}"));
    let id = about.get_attribute("aria-controls").unwrap();
    let shown = || text(&page.one(&format!("[id='{id}']")));
    assert_eq!(
        about.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    assert_eq!(shown(), "");
    page.press(&format!("About: {JOURNEYS}")).await;
    assert_eq!(
        about.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    for words in ["Source", "Section 6.", "Range", "0% to 100%", "3% to 12%"] {
        assert!(shown().contains(words), "{words}: {}", shown());
    }
    page.press(&format!("About: {JOURNEYS}")).await;
    assert_eq!(shown(), "");
}
