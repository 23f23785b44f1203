//! Sources and checks: the pressures, the log, the reconciliation and the risks.

use send_modeller::analysis::{Scope, pressures, reconcile, sensitivity};
use send_modeller::chart::PressureBars;
use send_modeller::export::{
    assumptions_log, offsets_elsewhere, overspends, pressure_summary, pressure_table,
    reconciliation_words, risks,
};
use send_modeller::link;
use send_modeller::model::{Library, Model, Outcome, Scenario};
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::compare::{key, shows_grid, tick};
use crate::page::{Page, settle, text};

const SOURCES: &str = "case=hertfordshire-2018&v=1&view=sources";
const CHANGED: &str = "case=hertfordshire-2018&v=1&view=sources&in-county-journeys=15";
const LOG: &str = "Assumptions log";
const PRINTED: &str = "Printed figures beside the model’s";

fn opened(link: &str) -> (Model, Scenario, Outcome) {
    let opened = link::open(link, &Library::shipped().unwrap());
    let model = opened.model.unwrap();
    let outcome = model.evaluate(&opened.scenario);
    (model, opened.scenario, outcome)
}

#[test]
async fn the_contents_move_the_keyboard_and_leave_the_address() {
    let page = Page::open(SOURCES).await;
    let before = crate::page::address();
    for name in [
        "Pressures in the plan",
        LOG,
        "Reconciliation with the paper",
        "Sense checks",
        "Risks and what tests them",
        "Privacy",
        "About this copy",
    ] {
        page.press(name).await;
        let document = web_sys::window().unwrap().document().unwrap();
        assert_eq!(text(&document.active_element().unwrap()), name);
    }
    assert_eq!(crate::page::address(), before);
}

#[test]
async fn the_pressures_are_the_engines_beside_the_published_ones() {
    let page = Page::open(CHANGED).await;
    let (model, _, outcome) = opened(CHANGED);
    let now = pressures(&model, &outcome);
    let then = pressures(&model, &model.evaluate(&Scenario::published()));
    shows_grid(&page, &pressure_table(&model, &now, &then));
    shows_grid(&page, &overspends(&model));
    let words = page.text();
    assert!(words.contains(&pressure_summary(&model, &now)));
    assert!(words.contains(&offsets_elsewhere(&model, &now)));
    assert!(words.contains("not given"));
}

#[test]
async fn the_picture_of_pressures_is_read_by_year_for_one_group_or_all() {
    let page = Page::open(SOURCES).await;
    let (model, _, outcome) = opened(SOURCES);
    let all = pressures(&model, &outcome);
    let figure = page.region("Pressure beside what offsets it, by year, £m");
    let picture = figure.one(".picture");
    let width = figure.one("svg").get_bounding_client_rect().width();
    let said = || text(&figure.one("[aria-live=polite]"));
    let chart = PressureBars::of(&model, &all.years, width);
    key(&picture, "Home").await;
    for (year, reading) in chart.readings.iter().enumerate() {
        assert_eq!(said(), reading.label, "{year}");
        key(&picture, "ArrowRight").await;
    }
    assert_eq!(said(), "2022/23: not given");

    tick(&page, "Children looked after, demographic pressure").await;
    let group = all.groups.last().unwrap();
    let chart = PressureBars::of(&model, &group.years, width);
    key(&picture, "Home").await;
    assert_eq!(said(), chart.readings[0].label);
    tick(&page, "All pressures").await;
    let chart = PressureBars::of(&model, &all.years, width);
    assert_eq!(said(), chart.readings[0].label);
}

#[test]
async fn the_log_says_who_changed_what_and_can_be_searched() {
    let page = Page::open(CHANGED).await;
    let (model, scenario, _) = opened(CHANGED);
    let log = assumptions_log(
        &model,
        &scenario,
        &scenario,
        &sensitivity(&model, &scenario, Scope::Benefits),
    );
    let few = page.table(LOG).rows().len();
    assert_eq!(few, log.iter().filter(|row| !row.stress).count());
    tick(&page, "Those of the stress test too").await;
    let rows = page.table(LOG).rows();
    assert_eq!(rows.len(), log.len());
    for (row, known) in rows.iter().zip(&log) {
        assert_eq!(row.name, known.label);
        let cells = [&known.value, &known.published, &known.changed_by];
        assert_eq!(row.cells[..3], cells.map(String::clone), "{}", known.label);
        assert_eq!(row.cells[3], format!("{}{}", known.source, known.status));
        assert_eq!(row.cells[5..], [known.effect.clone(), known.net.clone()]);
    }
    tick(&page, "Changed only").await;
    let rows = page.table(LOG).rows();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cells[2], "in the link you opened");
    assert!(
        page.text()
            .contains(&format!("1 of {} assumptions", log.len()))
    );
    tick(&page, "Changed only").await;
    page.type_in("Find in the log", " DISCOUNT ").await;
    let names: Vec<_> = page
        .table(LOG)
        .rows()
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert_eq!(names, ["Discount rate"]);
    page.type_in("Find in the log", "no such thing").await;
    assert!(
        page.table(LOG)
            .text()
            .contains("No assumption is like that.")
    );
}

#[test]
async fn the_log_says_on_request_how_a_value_came_about() {
    let page = Page::open(SOURCES).await;
    let (model, _, _) = opened(SOURCES);
    let notes = &model.case().evidence().notes;
    let derived = notes.iter().find(|one| !one.derivation.is_empty()).unwrap();
    assert!(!page.table(LOG).text().contains(&derived.derivation));
    tick(&page, "How derived, and why this range").await;
    let words = page.table(LOG).text();
    assert!(words.contains(&derived.derivation));
    assert!(words.contains(&derived.range_note));
}

#[test]
async fn what_you_change_after_opening_is_yours_in_the_log() {
    let page = Page::open("case=hertfordshire-2018&v=1&in-county-journeys=15").await;
    page.type_in("In-county school journeys removed", "20")
        .await;
    let nav = page.all("nav[aria-label=Screens] a");
    let sources = nav
        .iter()
        .find(|one| text(one) == "Sources and checks")
        .unwrap();
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(sources).click();
    settle().await;
    tick(&page, "Changed only").await;
    let rows = page.table(LOG).rows();
    assert_eq!(rows[0].cells[2], "by you; 15% in the link");
}

#[test]
async fn every_printed_figure_stands_beside_the_models() {
    let page = Page::open(CHANGED).await;
    let (model, _, _) = opened(CHANGED);
    let words = reconciliation_words(&model, &reconcile(&model));
    assert!(page.text().contains(&words.sentence));
    let rows = page.table(PRINTED).rows();
    assert_eq!(rows.len(), words.rows.len());
    for (row, known) in rows.iter().zip(&words.rows) {
        assert_eq!(row.name, known.label);
        let cells = [&known.source, &known.printed, &known.engine, &known.verdict];
        assert_eq!(row.cells, cells.map(String::clone));
    }
    tick(&page, "Only those that differ").await;
    let differing = words.rows.iter().filter(|row| !row.agrees).count();
    assert_eq!(page.table(PRINTED).rows().len(), differing);
    let of = format!("{differing} of {} printed figures", words.rows.len());
    assert!(page.text().contains(&of));
    let listed = page.all("ol[aria-labelledby=disagreements] > li");
    assert_eq!(listed.len(), words.disagreements.len());
    for (item, known) in listed.iter().zip(&words.disagreements) {
        assert_eq!(
            item.get_attribute("value").unwrap(),
            known.number.to_string()
        );
        assert!(text(item).contains(&known.explanation));
    }
}

#[test]
async fn a_risk_leads_to_the_assumption_that_tests_it() {
    let page = Page::open(CHANGED).await;
    let (model, scenario, _) = opened(CHANGED);
    let known = risks(&model, &scenario);
    let section = page.region("Risks and what tests them");
    for risk in &known {
        assert!(section.text().contains(&risk.summary));
        assert!(section.text().contains(&risk.containment));
    }
    let first = section.all("ul ul button").remove(0);
    assert_eq!(text(&first), known[0].tested_by[0].label);
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(first).click();
    for _ in 0..8 {
        settle().await;
    }
    assert_eq!(
        page.field("In-county school journeys removed").value(),
        "15"
    );
    let document = web_sys::window().unwrap().document().unwrap();
    let focused = document.active_element().unwrap().id();
    assert_eq!(focused, page.field(&known[0].tested_by[0].label).id());
}

#[test]
async fn it_says_whose_case_it_is_and_that_nothing_leaves_the_device() {
    let page = Page::open(SOURCES).await;
    let about = page.region("About this copy").text();
    for words in ["Hertfordshire 2018", "20 June 2018"] {
        assert!(about.contains(words), "{about}");
    }
    let privacy = page.region("Privacy").text();
    assert!(privacy.contains("Nothing leaves this device"), "{privacy}");
}
