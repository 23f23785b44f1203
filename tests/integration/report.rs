//! The report's own tables are parts of those the screens show, with the same figures.

use proptest::prelude::*;
use send_modeller::analysis::{Scope, Settings, reconcile, sensitivity, switching_values};
use send_modeller::case::Unit;
use send_modeller::export::{
    Grid, changed_table, differing_table, headline_table, moving_table, pounds, ranges_table,
    reconciliation_words, sensitivity_words, switching_table, switching_words, tiles, value,
};
use send_modeller::model::{Pounds, Scenario};

use crate::scenarios::{at, links};
use crate::{CASE, cases, library, model, scenario};

fn column(grid: &Grid, name: &str) -> usize {
    let place = grid.columns.iter().position(|column| column == name);
    place.unwrap_or_else(|| panic!("{} has {name}", grid.caption))
}

/// The words of a row by its name.
fn row<'a>(grid: &'a Grid, label: &str) -> Vec<&'a str> {
    let row = grid.rows.iter().find(|row| row.label == label);
    let row = row.unwrap_or_else(|| panic!("{} has {label}", grid.caption));
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_headline_table_has_every_tile_the_published_figure_and_how_far_they_are_apart(
        link in links(2)
    ) {
        let (model, scenario) = at(&link);
        let (now, then) = (model.evaluate(&scenario), model.evaluate(&Scenario::published()));
        let grid = headline_table(&model, &scenario);
        prop_assert_eq!(&grid.columns, &["Scenario", "Published", "Difference"]);
        for tile in tiles(&model, &now, &then) {
            let cells = row(&grid, &tile.title);
            let is_money = tile.exact.contains('£') && !tile.exact.ends_with("short");
            if is_money {
                prop_assert_eq!(cells[0], &tile.exact);
                prop_assert_eq!(cells[1], tile.published.as_ref().unwrap_or(&tile.exact));
            } else {
                prop_assert!(cells[0].starts_with(&tile.value), "{} and {}", cells[0], tile.value);
            }
            match (&tile.published, tile.difference.as_str()) {
                (None, _) if is_money => prop_assert_eq!(cells[2], "no change"),
                (Some(_), difference) if is_money => {
                    prop_assert!(cells[2].starts_with(difference), "{}", cells[2]);
                }
                // A payback may move by less than its words can say.
                _ => prop_assert!(!cells[2].is_empty()),
            }
        }
    }

    #[test]
    fn every_change_is_in_the_table_of_changes_and_the_difference_is_what_lies_between(
        link in links(2)
    ) {
        let (model, scenario) = at(&link);
        let grid = changed_table(&model, &scenario);
        prop_assert_eq!(grid.rows.len(), scenario.changes().len());
        for (row, change) in grid.rows.iter().zip(scenario.changes()) {
            let known = &model.assumptions()[change.assumption];
            let cell = |name: &str| row.cells[column(&grid, name)].text.as_str();
            prop_assert_eq!(&row.label, &known.label);
            prop_assert_eq!(cell("Published"), value(known, known.published));
            prop_assert_eq!(cell("Scenario"), value(known, change.value));
            prop_assert_eq!(cell("Difference").starts_with('+'), change.value > known.published);
            prop_assert!(!cell("Source").is_empty() && !cell("Source").starts_with(';'));
            prop_assert!(known.unit == Unit::Count || !cell("Unit").is_empty());
        }
    }
}

#[test]
fn a_published_case_has_no_difference_and_no_change() {
    for model in library().iter() {
        let published = Scenario::published();
        let grid = headline_table(model, &published);
        for row in &grid.rows {
            assert_eq!(row.cells[0].text, row.cells[1].text, "{}", row.label);
            assert_eq!(row.cells[2].text, "no change", "{}", row.label);
        }
        assert_eq!(changed_table(model, &published).rows, []);
        assert_eq!(ranges_table(model, &published).rows, []);
    }
}

#[test]
fn a_payback_that_is_lost_is_changed_and_one_that_comes_later_says_by_how_much() {
    let later = scenario(&format!("{CASE}&benefit-delay=12"));
    let never = scenario(&format!("{CASE}&benefit-delivery=5"));
    let model = model();
    let label = "Pays back, all benefits";
    assert_eq!(
        row(&headline_table(&model, &later), label),
        ["2020/21", "2019/20", "1.5 years later"]
    );
    let lost = headline_table(&model, &never);
    assert!(row(&lost, label)[0].starts_with("not within 5 years, £"));
    assert_eq!(row(&lost, label)[1..], ["2019/20", "changed"]);
}

#[test]
fn a_value_of_the_paper_names_its_section_and_an_added_one_says_that_it_is_none() {
    let scenario = scenario(&format!("{CASE}&in-county-journeys=15&benefit-delay=6"));
    let grid = changed_table(&model(), &scenario);
    assert_eq!(
        row(&grid, "In-county school journeys removed"),
        [
            "10%",
            "15%",
            "+5 points",
            "% of in-county journeys",
            "6.11; printed in the paper"
        ]
    );
    assert_eq!(
        row(&grid, "All benefits arrive late by"),
        [
            "0 months",
            "6 months",
            "+6 months",
            "months",
            "Not in the paper"
        ]
    );
}

#[test]
fn own_ranges_stand_beside_those_of_the_case() {
    let scenario = scenario(&format!("{CASE}&ranges=in-county-journeys_4_14"));
    let grid = ranges_table(&model(), &scenario);
    assert_eq!(
        row(&grid, "In-county school journeys removed"),
        ["4%", "14%", "3%", "12%"]
    );
    assert_eq!(grid.rows.len(), 1);
}

#[test]
fn what_moves_nothing_and_what_switches_nothing_is_left_out_and_the_rest_keeps_its_order() {
    let model = model();
    let scenario = scenario(&format!("{CASE}&benefit-delivery=40&benefit-delay=6"));
    let settings = Settings::default();
    let swings = sensitivity(&model, &scenario, Scope::Benefits);
    let words = sensitivity_words(&model, &swings, settings.aim);
    let wanted: Vec<_> = words
        .rows
        .iter()
        .filter(|row| row.moves)
        .map(|row| &row.name)
        .collect();
    let moving = moving_table(&words);
    assert!(moving.rows.iter().map(|row| &row.label).eq(wanted));
    assert!(!moving.rows.is_empty() && moving.rows.len() < words.rows.len());
    // The largest first.
    let swing = column(&moving, "Swing");
    let sizes = moving.rows.iter().map(|row| {
        let plain = row.cells[swing].plain.as_deref();
        plain.unwrap().parse::<i64>().unwrap()
    });
    assert!(sizes.is_sorted_by(|one, next| one >= next));

    let condition = settings.condition(model.case().years.count);
    let values = switching_values(&model, &scenario, condition);
    let words = switching_words(&model, &values, condition);
    let switching = switching_table(&words);
    assert!(!switching.rows.is_empty() && switching.rows.len() < words.rows.len());
    for row in &switching.rows {
        assert!(row.note.starts_with("Now "), "{}", row.label);
    }
}

#[test]
fn the_printed_figures_that_differ_are_all_there_with_why() {
    let model = model();
    let held = reconcile(&model);
    let words = reconciliation_words(&model, &held);
    let differing = differing_table(&words).unwrap();
    assert_eq!(differing.rows.len(), held.figures.len() - held.agreeing());
    for row in &differing.rows {
        assert!(
            row.cells[3].text.starts_with("differs: disagreement "),
            "{}",
            row.label
        );
        assert_ne!(row.cells[1].text, row.cells[2].text, "{}", row.label);
    }
    assert_eq!(
        row(&differing, "Efficiencies of £1.74m over 5 years")[1..3],
        [pounds(Pounds(1_740_000)), pounds(Pounds(6_959_940))]
    );
}
