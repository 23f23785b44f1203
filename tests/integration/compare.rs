//! Scenarios side by side: the figures, the words, the picture.

use proptest::prelude::*;
use send_modeller::analysis::{Comparison, MOST_SCENARIOS, compare};
use send_modeller::chart::CompareLines;
use send_modeller::export::{
    Cell, Grid, compared_assumptions, compared_headlines, compared_summary, compared_years,
};
use send_modeller::model::Scenario;

use crate::scenarios::changes;
use crate::{cases, model, outcome, scenario};

fn compared(links: &[&str]) -> Comparison {
    let scenarios: Vec<Scenario> = links.iter().map(|link| scenario(link)).collect();
    compare(&model(), &scenarios)
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn grids(compared: &Comparison) -> Vec<Grid> {
    let mut grids = compared_years(&model(), compared, &[]);
    grids.push(compared_headlines(&model(), compared, &[]));
    grids.push(compared_assumptions(&model(), compared, &[]));
    grids
}

/// A cell as `text (difference; percent)`.
fn said(cell: &Cell) -> String {
    let Some(apart) = &cell.difference else {
        return cell.text.clone();
    };
    let percent = apart.percent.as_deref().unwrap_or("no percent");
    format!("{} ({}; {percent})", cell.text, apart.text)
}

fn rows(grid: &Grid) -> Vec<String> {
    let row = |row: &send_modeller::export::GridRow| {
        let cells: Vec<String> = row.cells.iter().map(said).collect();
        format!("{}: {}", row.label, cells.join(" | "))
    };
    grid.rows.iter().map(row).collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_comparison_holds_the_runs_it_was_asked_for(all in prop::collection::vec(changes(2), 0..7)) {
        let scenarios: Vec<Scenario> = all.iter().map(|one| one.scenario()).collect();
        let compared = compare(&model(), &scenarios);
        prop_assert_eq!(&compared.published, &outcome(""));
        let kept = &all[..all.len().min(MOST_SCENARIOS)];
        prop_assert_eq!(compared.outcomes.len(), kept.len());
        for (outcome, changes) in compared.outcomes.iter().zip(kept) {
            prop_assert_eq!(outcome, &changes.outcome());
        }
        for (index, known) in model().assumptions().iter() {
            let differs = kept.iter().any(|one| one.scenario().changed(index).is_some());
            prop_assert_eq!(compared.differing.contains(&index), differs, "{}", known.id);
        }
        prop_assert!(compared.differing.is_sorted());
    }

    #[test]
    fn a_difference_is_the_figure_less_the_published_one(one in changes(2)) {
        let compared = compare(&model(), &[one.scenario()]);
        for row in grids(&compared).iter().flat_map(|grid| &grid.rows).filter(|row| row.unit == "£" && row.kind.is_some()) {
            let [published, now] = &row.cells[..] else { panic!("two cells: {row:?}") };
            let number = |text: &Option<String>| text.as_ref().unwrap().parse::<f64>().unwrap();
            let apart = number(&now.plain) - number(&published.plain);
            prop_assert_eq!(now.changed, apart != 0.0);
            match &now.difference {
                Some(said) => {
                    prop_assert_eq!(number(&said.plain), apart);
                    prop_assert_eq!(said.percent.is_none(), number(&published.plain) == 0.0);
                }
                None => prop_assert_eq!(apart, 0.0, "{:?}", row),
            }
        }
    }

    #[test]
    fn the_published_case_differs_from_itself_in_nothing(times in 0_usize..5) {
        let compared = compare(&model(), &vec![Scenario::published(); times]);
        prop_assert!(compared.differing.is_empty());
        for cell in grids(&compared).iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells) {
            prop_assert!(!cell.changed && cell.difference.is_none(), "{:?}", cell);
        }
    }

    #[test]
    fn lines_of_the_picture_end_where_they_come_to_and_their_words_never_overlap(
        all in prop::collection::vec(changes(2), 0..5),
        width in 200_u16..1200,
    ) {
        let scenarios: Vec<Scenario> = all.iter().map(|one| one.scenario()).collect();
        let compared = compare(&model(), &scenarios);
        let chart = CompareLines::of(&model(), &compared, &names(&["A name that is far too long for this"]), f64::from(width));
        prop_assert_eq!(chart.lines.len(), all.len() + 1);
        let mut ends: Vec<f64> = chart.lines.iter().map(|line| line.end.y).collect();
        ends.sort_by(f64::total_cmp);
        prop_assert!(ends.windows(2).all(|pair| pair[1] - pair[0] >= 15.9), "{:?}", ends);
        prop_assert!(ends.iter().all(|y| (12.0..chart.height).contains(y)), "{:?}", ends);
        for (place, line) in chart.lines.iter().enumerate() {
            prop_assert_eq!(line.style, place);
            prop_assert_eq!(line.points.len(), 6);
            let inside = |(x, y): &(f64, f64)| {
                (chart.left..=chart.right).contains(x) && (0.0..=chart.height).contains(y)
            };
            prop_assert!(line.points.iter().all(inside), "{:?}", line.points);
            let letters = line.end.text.chars().count() as f64;
            prop_assert!(line.end.x + letters * 7.2 <= chart.width, "{}", line.end.text);
        }
    }
}

#[test]
fn only_assumptions_that_differ_are_compared() {
    let compared = compared(&["in-county-journeys=15&benefit-delay=6", "benefit-delay=1"]);
    let grid = compared_assumptions(&model(), &compared, &names(&["More", "  "]));
    assert_eq!(grid.columns, ["Published", "More", "Scenario 2"]);
    assert_eq!(
        rows(&grid),
        [
            "In-county school journeys removed: 10% | 15% | 10%",
            "All benefits arrive late by: 0 months | 6 months | 1 month",
        ]
    );
    let changed: Vec<Vec<bool>> = grid
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.changed).collect())
        .collect();
    assert_eq!(changed, [[false, true, false], [false, true, true]]);
    assert_eq!(grid.rows[0].unit, "% of in-county journeys");
    assert_eq!(grid.rows[0].cells[1].plain.as_deref(), Some("15"));
}

#[test]
fn headline_figures_stand_beside_the_published_ones() {
    let compared = compared(&["in-county-journeys=0&benefit-delay=12"]);
    let grid = compared_headlines(&model(), &compared, &names(&["Late"]));
    assert_eq!(
        rows(&grid),
        [
            "Investment over five years: £3,012,357 | £3,012,357",
            "Savings over five years: £6,959,940 | £1,526,670 (−£5,433,270; −78.1%)",
            "Savings a year by 2022/23: £1,739,985 | £508,890 (−£1,231,095; −70.8%)",
            "Avoidance over five years: £13,691,299 | £9,688,658 (−£4,002,641; −29.2%)",
            "Avoidance a year by 2022/23: £4,002,641 | £3,629,825 (−£372,816; −9.3%)",
            "Net over five years: £17,638,882 | £8,202,971 (−£9,435,911; −53.5%)",
            "Pays back, all benefits: 2019/20 | 2020/21 (1.8 years later; no percent)",
            "Pays back, savings alone: 2020/21 | not within 5 years, £1,485,687 short",
            "Gains of Council budget (core) cover the investment: 2019/20 | 2021/22 (2.1 years later; no percent)",
            "Gains of Dedicated Schools Grant cover the investment: not within 5 years, £372,818 short | not within 5 years, £1,146,111 short",
            "Gains of Adult care services cover the investment: not within 5 years, £212,357 short | not within 5 years, £912,357 short",
            "Net present value: £16,004,594 | £7,197,619 (−£8,806,975; −55.0%)",
            "Benefit-cost ratio: 6.51 | 3.48 (−3.03; −46.6%)",
        ]
    );
}

#[test]
fn nothing_is_a_percentage_of_nought_and_a_small_difference_is_still_one() {
    let compared = compared(&[
        "posts-kept=10",
        "ooc-school-avoided=9.99",
        "investment-overrun=-50",
    ]);
    let years = compared_years(&model(), &compared, &[]);
    let investment = years
        .iter()
        .find(|grid| grid.caption == "Investment")
        .unwrap();
    let last = &investment.rows[4];
    assert_eq!(last.label, "2022/23");
    assert!(
        said(&last.cells[1]).ends_with("; no percent)"),
        "{}",
        said(&last.cells[1])
    );
    let net = &years[0].rows[5];
    assert_eq!(net.label, "All years");
    assert_eq!(said(&net.cells[2]), "£17,637,882 (−£1,000; under 0.1%)");
    assert_eq!(said(&net.cells[3]), "£19,145,054 (+£1,506,172; +8.5%)");
    let captions: Vec<&str> = years.iter().map(|grid| grid.caption.as_str()).collect();
    assert_eq!(
        captions,
        [
            "Net",
            "Cumulative net",
            "Investment",
            "Savings",
            "Avoidance"
        ]
    );
    assert_eq!(
        years[1].rows.len(),
        5,
        "sums to date are not added up again"
    );
}

#[test]
fn the_picture_is_told_and_read_to_the_pound() {
    let compared = compared(&["investment-overrun=100"]);
    let names = names(&["Dear"]);
    assert_eq!(
        compared_summary(&model(), &compared, &names),
        "Cumulative net by 2022/23: Published £17.64m, pays back 2019/20; Dear £14.63m, pays back \
         2019/20."
    );
    let chart = CompareLines::of(&model(), &compared, &names, 600.0);
    assert_eq!(
        chart.readings[0].label,
        "2018/19: Published −£288,068, Dear −£801,882"
    );
    let ends: Vec<&str> = chart
        .lines
        .iter()
        .map(|line| line.end.text.as_str())
        .collect();
    assert_eq!(ends, ["Published £17.64m", "Dear £14.63m"]);
    let narrow = CompareLines::of(&model(), &compared, &names, 260.0);
    let ends: Vec<&str> = narrow
        .lines
        .iter()
        .map(|line| line.end.text.as_str())
        .collect();
    assert_eq!(ends, ["Published", "Dear"]);
}

#[test]
fn a_link_carries_as_many_scenarios_as_are_compared() {
    assert_eq!(MOST_SCENARIOS, send_modeller::link::MOST_COMPARED);
}
