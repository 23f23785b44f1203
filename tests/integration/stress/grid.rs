//! Two assumptions at once: every cell a direct run.

use proptest::prelude::*;
use send_modeller::analysis::{Measure, Scope, TwoWay, TwoWayFault, two_way};
use send_modeller::export::{Sheet, two_way_words};
use send_modeller::model::{AssumptionIndex, Scenario};

use super::{aim, aimed, direct, parts, readings, with_ranges};
use crate::scenarios::{at, links};
use crate::{cases, index, model, scenario};

fn shipped(link: &str, across: (&str, usize), down: (&str, usize), scope: Scope) -> TwoWay {
    let of = |(id, count): (&str, usize)| (index(id), count);
    two_way(&model(), &scenario(link), of(across), of(down), scope).unwrap()
}

/// The cells, a row a line.
fn rows(cells: &[Vec<String>]) -> String {
    let rows = cells.iter().map(|row| row.join(" | "));
    rows.collect::<Vec<String>>().join("\n")
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn every_cell_is_a_direct_run(
        link in links(2),
        parts in parts(),
        places in any::<[prop::sample::Index; 2]>(),
        sizes in prop::array::uniform2(3_usize..=7),
        aim in aim(),
    ) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let table = model.assumptions();
        let scenario = with_ranges(&model, &start, &parts);
        let all: Vec<AssumptionIndex> = table.iter().map(|(index, _)| index).collect();
        let [one, other] = places.map(|place| *place.get(&all));
        let flat = |index| { let (low, high) = scenario.range(table, index); low >= high };
        let two = two_way(&model, &scenario, (one, sizes[0]), (other, sizes[1]), aim.scope);
        if one == other {
            prop_assert_eq!(two, Err(TwoWayFault::Same));
            return Ok(());
        }
        if let Some(index) = [one, other].into_iter().find(|index| flat(*index)) {
            prop_assert_eq!(two, Err(TwoWayFault::NoRange(index)));
            return Ok(());
        }
        let two = two.unwrap();
        for (axis, index, size) in [(&two.across, one, sizes[0]), (&two.down, other, sizes[1])] {
            let (low, high) = scenario.range(table, index);
            prop_assert_eq!(axis.assumption, index);
            prop_assert_eq!((axis.values[0], *axis.values.last().unwrap()), (low, high));
            prop_assert!((2..=size).contains(&axis.values.len()));
            prop_assert!(axis.values.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", axis.values);
            prop_assert!(axis.values.iter().all(|value| table[index].accept(*value).is_ok()));
            for (place, value) in [(axis.now, scenario.value(table, index)), (axis.published, table[index].published)] {
                prop_assert_eq!(place.value, value);
                prop_assert_eq!(place.outside, value < low || value > high);
                prop_assert!((0.0..=1.0).contains(&place.fraction));
                if !place.outside {
                    let back = low + (high - low) * place.fraction;
                    prop_assert!((back - value).abs() <= 1e-9 * high.abs().max(1.0));
                }
            }
        }
        prop_assert_eq!(two.cells.len(), two.across.values.len() * two.down.values.len());
        for (row, down) in two.down.values.iter().enumerate() {
            let mut moved = scenario.clone();
            moved.set(table, other, *down).unwrap();
            for (column, across) in two.across.values.iter().enumerate() {
                let run = readings(aim.scope, &direct(&model, &moved, one, *across));
                prop_assert_eq!(two.cell(column, row), Some(&run));
            }
        }
        prop_assert_eq!(two.cell(two.across.values.len(), 0), None);
        prop_assert_eq!(two.cell(0, two.down.values.len()), None);
        let words = two_way_words(&model, &two, aim.measure);
        prop_assert_eq!(words.cells.len(), words.grid.rows.len());
        prop_assert!(words.cells.iter().all(|row| row.len() == words.grid.columns.len()));
    }
}

#[test]
fn net_over_journeys_and_delay() {
    let two = shipped(
        "in-county-journeys=2",
        ("in-county-journeys", 4),
        ("benefit-delay", 3),
        Scope::Benefits,
    );
    let words = two_way_words(&model(), &two, Measure::Net);
    insta::assert_snapshot!(words.across.label, @"In-county school journeys removed: 3% to 12%");
    insta::assert_snapshot!(words.across.values.join("\n"), @r#"
    3%
    6%
    9%
    12%
    "#);
    insta::assert_snapshot!(words.across.now, @"2%, outside 3% to 12%");
    insta::assert_snapshot!(words.across.published, @"10%");
    insta::assert_snapshot!(words.down.values.join("\n"), @r#"
    0 months
    6 months
    12 months
    "#);
    insta::assert_snapshot!(rows(&words.cells), @r#"
    £14.2m | £15.7m | £17.1m | £18.6m
    £11.8m | £13.0m | £14.3m | £15.6m
    £9.3m | £10.4m | £11.5m | £12.6m
    "#);
    insta::assert_snapshot!(words.summary, @"Net over five years on savings and avoidance with in-county school journeys removed: 3% to 12% and all benefits arrive late by: 0 months to 12 months, 12 pairs: from £9.31m (3%, 12 months) to £18.62m (12%, 0 months); 12 at or above nought. Now at 2%, outside 3% to 12% and 0 months; published at 10% and 0 months.");
    insta::assert_snapshot!(Sheet::of_grid(&words.grid).csv(), @r#"
    All benefits arrive late by,Unit,3%,6%,9%,12%
    0 months,£,14191814,15669130,17146442,18623758
    6 months,£,11751385,13044036,14336685,15629336
    12 months,£,9310955,10418942,11526926,12634913
    "#);
    insta::assert_snapshot!(words.grid.caption, @"Net over five years on savings and avoidance by in-county school journeys removed (across, % of in-county journeys) and all benefits arrive late by (down, months)");
    assert!(two.across.now.outside);
}

#[test]
fn payback_on_savings_over_journeys_and_delay() {
    let two = shipped(
        "",
        ("in-county-journeys", 4),
        ("benefit-delay", 3),
        Scope::Savings,
    );
    let words = two_way_words(&model(), &two, Measure::Payback);
    insta::assert_snapshot!(rows(&words.cells), @r#"
    2022/23 | 2021/22 | 2020/21 | 2020/21
    2022/23 | 2021/22 | 2021/22 | 2021/22
    not within | 2022/23 | 2021/22 | 2021/22
    "#);
    insta::assert_snapshot!(words.summary, @"Payback on savings alone with in-county school journeys removed: 3% to 12% and all benefits arrive late by: 0 months to 12 months, 12 pairs: 2020/21 in 2, 2021/22 in 6, 2022/23 in 3, not within 5 years in 1. Now at 10% and 0 months; published at 10% and 0 months.");
}

#[test]
fn whole_ones_stand_on_whole_numbers_each_once() {
    let two = shipped(
        "",
        ("benefit-delay", 41),
        ("in-county-journeys", 41),
        Scope::Benefits,
    );
    let months: Vec<f64> = (0..=12).map(f64::from).collect();
    assert_eq!(two.across.values, months);
    assert_eq!(two.down.values.len(), 41);
}

#[test]
fn what_cannot_be_set_against_each_other_is_refused() {
    let model = model();
    let table = model.assumptions();
    let mut scenario = Scenario::published();
    let (journeys, delay) = (index("in-county-journeys"), index("benefit-delay"));
    let two = |scenario: &Scenario, across, down| {
        two_way(&model, scenario, across, down, Scope::Benefits)
            .map(|two| two.cells.len())
            .map_err(|fault| fault.to_string())
    };
    assert_eq!(
        two(&scenario, (delay, 5), (delay, 5)),
        Err("choose two different assumptions".to_owned())
    );
    for size in [0, 2, 42, usize::MAX] {
        let fault = two(&scenario, (delay, 5), (journeys, size));
        assert_eq!(fault, Err(format!("{size} values is not from 3 to 41")));
    }
    assert_eq!(two(&scenario, (delay, 3), (journeys, 41)), Ok(3 * 41));
    scenario.set_range(table, journeys, 5.0, 5.0).unwrap();
    assert_eq!(
        two(&scenario, (delay, 5), (journeys, 5)),
        Err("low and high are the same; set a wider range".to_owned())
    );
}

#[test]
fn an_axis_goes_in_even_steps_between_ends_off_the_lattice() {
    let mut scenario = scenario("");
    let (model, journeys) = (model(), index("in-county-journeys"));
    let across = |scenario: &Scenario, count| {
        let other = (index("benefit-delivery"), 3);
        let two = two_way(&model, scenario, (journeys, count), other, Scope::Benefits);
        two.unwrap().across.values
    };
    scenario
        .set_range(model.assumptions(), journeys, 2.0, 10.0)
        .unwrap();
    assert_eq!(across(&scenario, 5), [2.0, 4.0, 6.0, 8.0, 10.0]);
    scenario
        .set_range(model.assumptions(), journeys, 10.004, 10.056)
        .unwrap();
    let values = across(&scenario, 41);
    assert_eq!(values, [10.004, 10.01, 10.02, 10.03, 10.04, 10.05, 10.056]);
    // None of the lattice lies between, and the nearest ones lie outside.
    scenario
        .set_range(model.assumptions(), journeys, 10.004, 10.006)
        .unwrap();
    assert_eq!(across(&scenario, 3), [10.004, 10.006]);
}

#[test]
fn what_stands_at_an_end_of_its_axis_is_not_outside() {
    let model = model();
    let journeys = index("in-county-journeys");
    for (low, high, end) in [(3.0, 10.0, 1.0), (10.0, 12.0, 0.0)] {
        let mut scenario = scenario("");
        scenario
            .set_range(model.assumptions(), journeys, low, high)
            .unwrap();
        let other = (index("benefit-delay"), 3);
        let two = two_way(&model, &scenario, (journeys, 3), other, Scope::Benefits).unwrap();
        for place in [two.across.now, two.across.published] {
            assert_eq!((place.outside, place.fraction), (false, end));
        }
    }
}

#[test]
fn a_value_of_an_axis_that_comes_to_nought_has_no_sign() {
    let mut scenario = scenario("");
    let (model, overrun) = (model(), index("investment-overrun"));
    scenario
        .set_range(model.assumptions(), overrun, -0.004, 0.003)
        .unwrap();
    let other = (index("benefit-delay"), 3);
    let two = two_way(&model, &scenario, (overrun, 3), other, Scope::Benefits).unwrap();
    assert_eq!(two.across.values, [-0.004, 0.0, 0.003]);
    assert!(two.across.values[1].is_sign_positive());
}
