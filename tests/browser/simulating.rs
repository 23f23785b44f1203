//! Stress test: the simulation, run on the test page, which names no worker.

use std::time::Duration;

use send_modeller::analysis::{Plan, Simulation, Summary};
use send_modeller::export::{simulation_percentiles, simulation_sentence};
use send_modeller::link;
use send_modeller::model::Library;
use wasm_bindgen_test::wasm_bindgen_test as test;
use yew::platform::time::sleep;

use crate::compare::tick;
use crate::page::{Page, Row, address_becomes, text};

const STRESS: &str = "case=hertfordshire-2018&v=1&view=stress";
const DRAWS: &str = "Number of draws";
const SEED: &str = "Seed";
const RUN: &str = "Run the simulation";

/// Waits until the page is as wanted: a run takes as long as it takes.
async fn until(what: &str, is: impl Fn() -> bool) {
    for _ in 0..1_500 {
        if is() {
            return;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("still not: {what}");
}

fn said(page: &Page) -> String {
    text(&page.one(".simulation-run [role=status]"))
}

async fn until_done(page: &Page) {
    until("done", || said(page).starts_with("Done.")).await;
}

/// What the engine gives for a link and a plan.
fn expected(fragment: &str, plan: Plan) -> (Library, Summary) {
    let library = Library::shipped().unwrap();
    let opened = link::open(fragment, &library);
    let model = opened.model.unwrap();
    let mut simulation = Simulation::new(&model, &opened.scenario, plan).unwrap();
    simulation.advance(plan.draws);
    (library, simulation.summary().unwrap())
}

/// The page shows what the engine gives.
fn shows(page: &Page, fragment: &str, plan: Plan) {
    let (library, summary) = expected(fragment, plan);
    let model = library.default_model();
    let grid = simulation_percentiles(model, &summary);
    let rows = grid.rows.iter().map(|row| Row {
        name: row.label.clone(),
        cells: row.cells.iter().map(|cell| cell.text.clone()).collect(),
    });
    assert_eq!(page.table(&grid.caption).rows(), rows.collect::<Vec<_>>());
    let sentence = text(&page.one(".simulated .lead"));
    assert_eq!(sentence, simulation_sentence(model, &summary));
    assert_eq!(said(page), format!("Done. {sentence}"));
    assert!(page.all(".simulated[data-stale]").is_empty());
}

fn plan(draws: u32, seed: u32) -> Plan {
    Plan {
        draws,
        seed,
        ..Plan::default()
    }
}

#[test]
async fn what_cannot_be_used_is_kept_as_typed_and_keeps_it_from_running() {
    let page = Page::open(STRESS).await;
    let takes = "a whole number from 100 to 1,000,000.";
    for (typed, problem) in [
        ("0", "0 is out of range: type"),
        ("10,000,000", "10,000,000 is out of range: type"),
        ("lots", "Type"),
        ("", "Type"),
    ] {
        page.type_in(DRAWS, typed).await;
        assert_eq!(page.field(DRAWS).value(), typed);
        assert!(page.is_invalid(DRAWS) && !page.is_invalid(SEED));
        let said = page.description(DRAWS);
        assert!(said.starts_with(&format!("{problem} {takes}")), "{said}");
    }
    page.press(RUN).await;
    assert_eq!(
        said(&page),
        "Not running: the number of draws cannot be used."
    );
    assert!(page.all("progress").is_empty());
    address_becomes(&format!("{STRESS}&stress=run")).await;

    page.type_in(SEED, "seven").await;
    page.type_in(DRAWS, "1,000").await;
    assert!(!page.is_invalid(DRAWS) && page.is_invalid(SEED));
    assert_eq!(page.field(DRAWS).value(), "1,000");
    assert_eq!(said(&page), "Not running: the seed cannot be used.");
    // What is mended runs by itself.
    page.type_in(SEED, "7").await;
    until_done(&page).await;
    shows(&page, STRESS, plan(1_000, 7));
    address_becomes(&format!("{STRESS}&stress=draws_1000,seed_7,run")).await;
}

#[test]
async fn a_link_that_was_run_runs_again_and_the_page_does_it_where_there_is_no_worker() {
    let page = Page::open(&format!("{STRESS}&stress=draws_2000,run")).await;
    until_done(&page).await;
    shows(&page, STRESS, plan(2_000, 2018));
    let results = page.one(".simulated");
    assert!(text(&results).contains("did not start a background worker"));
    for name in [
        "Cumulative net over the draws",
        "How likely payback is, by year",
        "What goes closest with net: the first ten",
    ] {
        let figure = page.region(name);
        assert_eq!(figure.all("svg[role=img]").len(), 1, "{name}");
        assert!(!text(&figure.one("p.visually-hidden[id]")).is_empty());
        figure.press("Show as a table").await;
        assert!(!figure.one("table").inner_html().is_empty());
    }
    let method = page.region("How it was made").text();
    for part in [
        "2,000 draws from seed 2018",
        "independently",
        "Model version",
    ] {
        assert!(method.contains(part), "{part}: {method}");
    }
}

#[test]
async fn a_change_marks_the_figures_at_once_and_others_take_their_place() {
    let page = Page::open(&format!("{STRESS}&stress=draws_1000,run")).await;
    until_done(&page).await;
    page.type_in(SEED, "7").await;
    let notice = text(&page.one("main .notice"));
    assert_eq!(
        notice,
        "Of the settings before your last change; running again…"
    );
    assert_eq!(page.all(".simulated[data-stale]").len(), 1);
    assert_eq!(said(&page), "Running 1,000 draws…");
    until_done(&page).await;
    shows(&page, STRESS, plan(1_000, 7));
    assert!(page.all("main .notice").is_empty());

    page.type_in("High: In-county school journeys removed", "20")
        .await;
    let notice = text(&page.one("main .notice"));
    assert!(notice.starts_with("Of the scenario before"), "{notice}");
    until_done(&page).await;
    let ranged = "case=hertfordshire-2018&ranges=in-county-journeys_3_20&v=1";
    shows(&page, ranged, plan(1_000, 7));

    page.type_in("High: In-county school journeys removed", "much")
        .await;
    let notice = text(&page.one("main .notice"));
    assert_eq!(notice, "Of the last values that could be used.");
    assert!(said(&page).contains("the range typed for “In-county school journeys removed”"));
}

#[test]
async fn a_change_while_it_runs_replaces_the_run() {
    let page = Page::open(&format!("{STRESS}&stress=draws_1000000,run")).await;
    until("running", || !page.all("progress[value]").is_empty()).await;
    assert_eq!(said(&page), "Running 1,000,000 draws…");
    page.type_in(DRAWS, "500").await;
    tick(&page, "The published value of each").await;
    until_done(&page).await;
    let (_, summary) = expected(
        STRESS,
        Plan {
            around: send_modeller::analysis::Around::Published,
            ..plan(500, 2018)
        },
    );
    assert_eq!(summary.draws, 500);
    assert!(text(&page.one(".simulated .lead")).starts_with("In 500 draws"));
}

#[test]
async fn a_run_is_cancelled_and_leaves_nothing_behind() {
    let page = Page::open(&format!("{STRESS}&stress=draws_1000000,run")).await;
    until("running", || !page.all("progress").is_empty()).await;
    page.press("Cancel").await;
    assert_eq!(said(&page), "Cancelled. There are no figures.");
    assert!(page.all("progress").is_empty() && page.all(".simulated").is_empty());
    let document = web_sys::window().unwrap().document().unwrap();
    assert_eq!(text(&document.active_element().unwrap()), RUN);
    address_becomes(&format!("{STRESS}&stress=draws_1000000")).await;

    page.type_in(DRAWS, "1000").await;
    page.press(RUN).await;
    until_done(&page).await;
    page.press("Another seed").await;
    assert_ne!(page.field(SEED).value(), "2018");
    page.press("Cancel").await;
    assert_eq!(
        said(&page),
        "Cancelled. What is below is of an earlier run."
    );
    let notice = text(&page.one("main .notice"));
    assert!(notice.ends_with("It was not run again."), "{notice}");
}
