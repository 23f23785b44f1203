//! Stress test: what is tested, and the ranges it is tested over.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::compare::{settle, tick};
use crate::page::{Page, address, address_becomes, text};

const CASE: &str = "case=hertfordshire-2018&v=1";
const STRESS: &str = "case=hertfordshire-2018&v=1&view=stress";
const LOW: &str = "Low: In-county school journeys removed";
const HIGH: &str = "High: In-county school journeys removed";

#[test]
async fn the_contents_move_the_keyboard_and_leave_the_address() {
    let page = Page::open(STRESS).await;
    assert_eq!(text(&page.one("h1")), "Stress test");
    let names: Vec<String> = page.all("nav.contents button").iter().map(text).collect();
    let headings: Vec<String> = page.all("main h2").iter().map(text).collect();
    assert_eq!(names.len(), 11);
    for name in &names {
        assert!(headings.contains(name), "{name}");
        page.press(name).await;
        let document = web_sys::window().unwrap().document().unwrap();
        assert_eq!(&text(&document.active_element().unwrap()), name);
    }
    assert_eq!(address(), STRESS);
}

#[test]
async fn what_is_tested_is_chosen_and_travels_in_the_address() {
    let page = Page::open(STRESS).await;
    assert!(page.field("Net over five years").checked());
    assert!(page.field("All benefits (savings and avoidance)").checked());
    tick(&page, "Savings alone").await;
    tick(&page, "Payback").await;
    address_becomes(&format!("{STRESS}&stress=payback,savings")).await;
    // It is no change of the scenario, so there is nothing to take back.
    assert!(!page.can_press("Undo"));

    let sent = Page::open(&format!("{STRESS}&stress=npv,payer_core")).await;
    assert!(sent.field("Net present value").checked());
    assert!(!sent.field("All benefits (savings and avoidance)").checked());
    tick(&sent, "Net over five years").await;
    address_becomes(&format!("{STRESS}&stress=payer_core")).await;
}

#[test]
async fn a_range_is_kept_as_it_is_typed_and_undone() {
    let page = Page::open(STRESS).await;
    page.press("Change the ranges").await;
    assert_eq!(page.field(LOW).value(), "3");
    page.type_in(HIGH, "lots").await;
    assert_eq!(page.field(HIGH).value(), "lots");
    assert!(page.is_invalid(HIGH) && !page.is_invalid(LOW));
    let said = page.description(HIGH);
    assert!(
        said.starts_with("Type a number, with a full stop"),
        "{said}"
    );
    assert!(said.ends_with("In the case 3% to 12%"), "{said}");
    page.type_in(HIGH, "20%").await;
    assert!(!page.is_invalid(HIGH));
    let ranged = format!("{CASE}&ranges=in-county-journeys_3_20&view=stress");
    address_becomes(&ranged).await;
    page.type_in(LOW, "30").await;
    assert!(page.is_invalid(LOW));
    let said = page.description(LOW);
    assert!(
        said.starts_with("The low value is above the high one"),
        "{said}"
    );
    // The figures are as they were, and nothing waits.
    assert!(page.all(".notice").is_empty());
    assert!(page.status().contains("none of"));

    page.press("Undo").await;
    assert_eq!(page.field(LOW).value(), "3");
    address_becomes(&ranged).await;
    page.press("Reset the range of In-county school journeys removed")
        .await;
    assert_eq!(page.field(HIGH).value(), "12");
    address_becomes(STRESS).await;
    page.press("Undo").await;
    page.press("Reset all").await;
    assert_eq!(page.field(HIGH).value(), "12");
    assert!(!page.can_press("Reset all"));
}

#[test]
async fn a_value_that_cannot_be_used_is_named_and_leads_to_where_it_is_mended() {
    let page = Page::open(CASE).await;
    page.type_in("In-county school journeys removed", "150")
        .await;
    let nav = page.all("nav[aria-label=Screens] a");
    let here = nav.iter().find(|one| text(one) == "Stress test").unwrap();
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(here).click();
    settle().await;
    let notice = page.region("Not updated: the tests are of the last good values");
    assert!(
        notice
            .text()
            .contains("In-county school journeys removed: 150 is out of range")
    );
    notice.press("Mend on Explore").await;
    settle().await;
    assert_eq!(
        page.field("In-county school journeys removed").value(),
        "150"
    );
}
