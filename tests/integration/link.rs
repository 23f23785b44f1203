//! Links: what they open, and that they last.

use std::collections::BTreeMap;
use std::fs;

use send_modeller::case::RESERVED_KEYS;
use send_modeller::link::{Page, View, fragment};

use crate::{CASE, model, opened, project, scenario};

mod bad_input;
mod brought;
mod carried;
mod stress;
mod written;

#[test]
fn what_mail_programs_do_to_a_link_is_undone() {
    let direct = scenario("in-county-journeys=15&benefit-delay=6");
    for link in [
        "#case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
        "https://example.org/send/#case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
        "https://example.org/send/%23case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
        "https://example.org/send/?case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
        "%23case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6",
        "  #case=hertfordshire-2018&v=1&in-county-journeys=15&benefit-delay=6\r\n",
        "case=hertfordshire-2018&amp;v=1&amp;in-county-journeys=15&amp;benefit-delay=6",
        "in%2Dcounty%2Djourneys=%31%35&benefit%2ddelay=6",
        "benefit-delay=6&&in-county-journeys=15&",
        "benefit-delay=06&in-county-journeys=15.000",
    ] {
        assert_eq!(scenario(link), direct, "{link}");
    }
}

#[test]
fn how_the_tables_read_is_the_same_on_every_screen() {
    let view = View::read("panel,thousands,running,changed");
    assert_eq!(view.page, Page::Panel);
    let tables = View::read("thousands,running,changed");
    assert_eq!(view.tables(), tables);
    assert_eq!(tables.on(Page::Panel), view);
    assert_eq!(view.on(Page::Explore), tables);
}

#[test]
fn a_query_that_is_no_scenario_is_not_the_links_business() {
    let link = opened("https://example.org/send/?utm_source=minutes&page=2");
    assert_eq!(link.problems, []);
    assert!(link.scenario.is_published());
}

#[test]
fn keys_that_are_not_assumptions_change_no_figure() {
    let link = "view=running&title=Our%20case&note=%C2%A3&receipt=abc&in-county-journeys=15";
    assert_eq!(scenario(link), scenario("in-county-journeys=15"));
    for key in RESERVED_KEYS {
        assert_eq!(model().assumptions().find(key), None, "{key}");
    }
}

#[test]
fn a_value_as_published_leaves_no_difference() {
    for link in [
        "",
        "#",
        CASE,
        "in-county-journeys=10",
        "college-unit-cost=11211.21",
        "benefit-delay=-0",
        "benefit-delay=-0.0&discount-rate=3.50",
        "https://example.org/send/",
    ] {
        let scenario = scenario(link);
        assert!(scenario.is_published(), "{link}");
        assert_eq!(fragment(&model(), &scenario), CASE);
    }
    for (index, known) in model().assumptions().iter() {
        let link = format!("{}={}", known.id, known.published);
        assert_eq!(scenario(&link).changed(index), None, "{link}");
    }
}

#[test]
fn every_bound_is_taken_and_nothing_beyond_it() {
    for (index, known) in model().assumptions().iter() {
        let changed = |value: f64| {
            let opened = opened(&format!("{}={value}", known.id));
            (
                opened.scenario.value(model().assumptions(), index),
                opened.problems.len(),
            )
        };
        assert_eq!(changed(known.min), (known.min, 0), "{}", known.id);
        assert_eq!(changed(known.max), (known.max, 0), "{}", known.id);
        assert_eq!(
            changed(known.max + 1.0),
            (known.published, 1),
            "{}",
            known.id
        );
        assert_eq!(
            changed(known.min - 1.0),
            (known.published, 1),
            "{}",
            known.id
        );
    }
}

#[test]
fn a_link_holds_only_what_differs_in_plain_decimals() {
    for (link, written) in [
        (
            "benefit-delay=6&in-county-journeys=15",
            "&in-county-journeys=15&benefit-delay=6",
        ),
        (
            "in-county-cost=123109470&ehcp-growth=0.0000001",
            "&ehcp-growth=0.0000001&in-county-cost=123109470",
        ),
        (
            "in-county-journeys=15.50&ehcp-growth=36",
            "&in-county-journeys=15.5",
        ),
    ] {
        let expected = CASE.to_owned() + written;
        assert_eq!(fragment(&model(), &scenario(link)), expected);
    }
}

#[test]
fn every_link_ever_made_in_version_1_opens_as_it_did() {
    let frozen = fs::read_to_string(project("tests/links/v1.txt")).unwrap();
    let mut links = 0;
    for line in frozen.lines().filter(|line| !line.starts_with("# ")) {
        let (link, expected) = line.split_once('\t').unwrap_or((line, ""));
        let opened = opened(link);
        assert_eq!(opened.problems, [], "{link}");
        let model = opened.model.unwrap();
        assert_eq!(model.case().id, "hertfordshire-2018");
        let changes = opened.scenario.changes().iter();
        let changes: BTreeMap<String, f64> = changes
            .map(|change| {
                (
                    model.assumptions()[change.assumption].id.clone(),
                    change.value,
                )
            })
            .collect();
        let pairs = expected.split(',').filter(|pair| !pair.is_empty());
        let expected: BTreeMap<String, f64> = pairs
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(id, value)| (id.to_owned(), value.parse().unwrap()))
            .collect();
        assert_eq!(changes, expected, "{link}");
        links += 1;
    }
    assert!(links >= 20, "{links}");
}
