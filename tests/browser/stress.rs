//! Stress test: what is tested, and the ranges it is tested over.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::compare::tick;
use crate::page::{Page, Row, address, address_becomes, settle, text};

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
    assert_eq!(names.len(), page.all("main section.topic").len());
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
async fn a_word_that_cannot_be_used_is_named_until_something_else_is_chosen() {
    let page = Page::open(&format!("{STRESS}&stress=npv,draws_0")).await;
    let notice = page.region("Part of what is tested could not be read from the link");
    assert!(notice.text().contains("a whole number from 100 to 1000000"));
    assert!(page.field("Net present value").checked());
    notice.press("Dismiss").await;
    assert!(page.all(".notice").is_empty());
    address_becomes(&format!("{STRESS}&stress=npv")).await;
}

#[test]
async fn a_range_is_kept_as_it_is_typed_and_undone() {
    let page = Page::open(STRESS).await;
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

/// The names of the rows of the picture of sensitivities, and what is read of the first.
fn tornado(page: &Page) -> (String, Vec<String>) {
    let figure = page.all("figure.stress-figure").remove(0);
    let title = text(&figure.query_selector("figcaption").unwrap().unwrap());
    let names = page.all("figure[aria-labelledby=tornado-title] svg .row-name");
    (title, names.iter().map(text).collect())
}

/// A table of the page, after it was unfolded.
async fn unfolded(page: &Page, id: &str, caption: &str) -> Vec<Row> {
    let button = page.one(&format!("button[aria-controls={id}]"));
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&button).click();
    settle().await;
    page.table(caption).rows()
}

/// Chooses in a list, as a person does.
async fn choose(page: &Page, id: &str, label: &str) {
    let options = page.all(&format!("#{id} option"));
    let option = options.iter().find(|option| text(option) == label);
    let value = option.unwrap().get_attribute("value").unwrap();
    let list = page.one(&format!("#{id}"));
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlInputElement>(&list).set_value(&value);
    let bubbles = web_sys::EventInit::new();
    bubbles.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("change", &bubbles).unwrap();
    list.dispatch_event(&event).unwrap();
    settle().await;
}

/// What is said where a goal is sought.
fn answer(page: &Page) -> String {
    text(&page.one(".found [role=status]"))
}

#[test]
async fn the_tornado_is_of_the_figure_that_is_picked() {
    let page = Page::open(STRESS).await;
    let (title, names) = tornado(&page);
    assert_eq!(
        title,
        "What moves net over five years on savings and avoidance"
    );
    assert_eq!(names[0], "Benefits delivered");
    let rows = unfolded(
        &page,
        "tornado-table",
        "Sensitivity of net over five years on savings and avoidance",
    )
    .await;
    assert_eq!(rows[0].name, "Benefits delivered");
    assert!(rows.len() > names.len());
    tick(&page, "Savings alone").await;
    tick(&page, "Payback").await;
    settle().await;
    let (title, names) = tornado(&page);
    assert_eq!(title, "What moves payback on savings alone");
    assert!(
        names[0].starts_with("In-county school journeys"),
        "{names:?}"
    );
    let rows = page.table("Sensitivity of payback on savings alone").rows();
    assert_eq!(rows[0].name, "In-county school journeys removed");
    assert_eq!(rows[0].cells[4], "2.2 years");
}

#[test]
async fn a_range_that_is_typed_changes_its_row_and_keeps_its_place() {
    let page = Page::open(STRESS).await;
    let caption = "Sensitivity of net over five years on savings and avoidance";
    let before = unfolded(&page, "tornado-table", caption).await;
    let journeys = |rows: &[Row]| {
        let row = rows
            .iter()
            .find(|row| row.name == "In-county school journeys removed");
        row.unwrap().cells.clone()
    };
    let boxes = |page: &Page| -> Vec<String> { page.all(".range-name").iter().map(text).collect() };
    assert_eq!(journeys(&before)[2], "12%");
    let order = boxes(&page);
    page.type_in(HIGH, "40").await;
    settle().await;
    let after = page.table(caption).rows();
    assert_eq!(journeys(&after)[2], "40%");
    assert_ne!(journeys(&after)[3..], journeys(&before)[3..]);
    assert_eq!(after[0].name, "In-county school journeys removed");
    assert_eq!(boxes(&page), order);
}

#[test]
async fn all_switching_values_can_be_shown() {
    let page = Page::open(&format!("{STRESS}&stress=payback,by_2020")).await;
    let answers = page.all(".switches li");
    // Those that decide it; the others are a button away.
    assert!((1..=10).contains(&answers.len()));
    assert!(!text(&answers[answers.len() - 1]).contains("any value"));
    assert!(
        text(&answers[0]).contains("Pays back by 2020/21"),
        "{}",
        text(&answers[0])
    );
    let all = page.all("#goal-assumption option").len();
    let rest = page.all("section[aria-labelledby=switching-heading] button");
    let rest = rest
        .iter()
        .find(|button| text(button) == format!("Show all {all} assumptions"));
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(rest.unwrap()).click();
    settle().await;
    assert_eq!(page.all(".switches li").len(), all);
}

#[test]
async fn a_goal_that_is_reached_is_used_and_taken_back() {
    let page = Page::open(STRESS).await;
    let label = "To bring net over five years on savings and avoidance to";
    choose(
        &page,
        "goal-assumption",
        "In-county school journeys removed",
    )
    .await;
    page.type_in(label, "20m").await;
    settle().await;
    let sought = format!("{STRESS}&stress=goal_in-county-journeys_20000000");
    address_becomes(&sought).await;
    assert_eq!(page.field(label).value(), "20m");
    let said = answer(&page);
    assert!(said.contains("to rise to £20,000,000"), "{said}");
    assert!(said.contains("would have to be 14.8% (now 10%)"), "{said}");
    assert!(said.contains("14.79% gives £19,997,658"), "{said}");
    page.press("Use this value in the scenario").await;
    settle().await;
    address_becomes(&sought.replace("&view", "&in-county-journeys=14.8&view")).await;
    assert!(
        answer(&page).contains("as near to £20,000,000"),
        "{}",
        answer(&page)
    );
    assert!(!page.has_button("Use this value in the scenario"));
    page.press("Undo").await;
    settle().await;
    address_becomes(&sought).await;
    assert!(page.has_button("Use this value in the scenario"));

    page.type_in(label, "a lot").await;
    assert_eq!(page.field(label).value(), "a lot");
    assert!(page.is_invalid(label));
    assert!(page.description(label).contains("750k"));
    assert_eq!(answer(&page), "No answer until the amount can be read.");
    assert!(!page.has_button("Use this value in the scenario"));
}

#[test]
async fn a_goal_that_nothing_reaches_is_said_to_be_out_of_reach() {
    let sent = format!("{STRESS}&stress=goal_benefit-delay_30000000");
    let page = Page::open(&sent).await;
    let said = answer(&page);
    assert!(
        said.starts_with("No value of “All benefits arrive late by”"),
        "{said}"
    );
    assert!(said.contains("the closest is 0 months"), "{said}");
    assert!(!page.has_button("Use this value in the scenario"));
}

#[test]
async fn the_same_assumption_twice_is_said_beside_it() {
    let link = format!("{STRESS}&stress=grid_in-county-journeys_benefit-delay,size_5");
    let page = Page::open(&link).await;
    assert_eq!(
        text(&page.one("[id=two-title]")),
        "Net over five years on savings and avoidance by in-county school journeys removed and \
         “All benefits arrive late by”"
    );
    choose(&page, "two-down", "In-county school journeys removed").await;
    let said = text(&page.one("#two-down-problem"));
    assert!(
        said.starts_with("This is the same assumption as across"),
        "{said}"
    );
    assert_eq!(
        page.all("#two-down[aria-invalid=true][aria-describedby=two-down-problem]")
            .len(),
        1
    );
    assert!(page.all("[id=two-title]").is_empty());
    choose(&page, "two-down", "Benefits delivered").await;
    assert!(page.all("select[aria-invalid=true]").is_empty());
    address_becomes(&link.replace("benefit-delay", "benefit-delivery")).await;
    assert_eq!(page.all("[id=two-title]").len(), 1);
    page.type_in(LOW, "12").await;
    settle().await;
    let said = text(&page.one("#two-across-problem"));
    assert!(
        said.starts_with("Low and high of its range are the same"),
        "{said}"
    );
}
