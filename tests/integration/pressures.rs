//! The pressures of the plan, and what the programme takes off them.

use proptest::prelude::*;
use send_modeller::analysis::{PressureYear, Pressures, pressures};
use send_modeller::case::{BenefitKind, Case, DEFAULT_CASE, shipped_cases};
use send_modeller::chart::{BarSeries, PressureBars};
use send_modeller::export::{
    Grid, RowKind, Sheet, offsets_elsewhere, overspends, pressure_summary, pressure_table,
};
use send_modeller::model::{Line, Model, Pounds, Scenario};

use crate::scenarios::changes;
use crate::{cases, model, outcome};

fn of(link: &str) -> Pressures {
    pressures(&model(), &outcome(link))
}

fn table(link: &str) -> Grid {
    pressure_table(&model(), &of(link), &of(""))
}

/// Pressure, savings, avoidance and what remains, by year.
fn figures(years: &[Option<PressureYear>]) -> Vec<Option<[i64; 4]>> {
    let figures = |year: PressureYear| {
        [
            year.pressure,
            year.savings,
            year.avoidance,
            year.remaining(),
        ]
        .map(|pounds| pounds.0)
    };
    years.iter().map(|year| year.map(figures)).collect()
}

#[test]
fn the_two_transport_pressures_share_their_savings_once() {
    let published = of("");
    assert_eq!(published.groups.len(), 4);
    let transport = &published.groups[0];
    assert_eq!(transport.pressures, [0, 1]);
    assert_eq!(transport.lines.len(), 2);
    // 450 + 1,530 and so on, in thousands (4.3); 1,231,095 + 98,360 from 2019/20 (6.11).
    assert_eq!(
        figures(&transport.years),
        [
            Some([1_980_000, 0, 0, 1_980_000]),
            Some([2_340_000, 1_329_455, 0, 1_010_545]),
            Some([2_700_000, 1_329_455, 0, 1_370_545]),
            Some([3_060_000, 1_329_455, 0, 1_730_545]),
            None,
        ]
    );
}

#[test]
fn the_other_pressures_have_a_benefit_each() {
    let published = of("");
    let expected = [
        [
            [0, 0],
            [838_000, 838_000],
            [1_017_000, 1_017_000],
            [1_017_000, 1_017_000],
        ],
        [
            [919_000, 0],
            [919_000, 100_000],
            [919_000, 200_000],
            [919_000, 300_000],
        ],
        [
            [803_000, 80_000],
            [1_746_000, 160_000],
            [2_780_000, 240_000],
            [3_936_000, 320_000],
        ],
    ];
    for (group, years) in published.groups[1..].iter().zip(expected) {
        let mut wanted: Vec<Option<[i64; 4]>> = years
            .map(|[pressure, avoided]| Some([pressure, 0, avoided, pressure - avoided]))
            .into();
        wanted.push(None);
        assert_eq!(figures(&group.years), wanted);
    }
}

#[test]
fn all_pressures_together_are_the_sums_of_the_groups() {
    assert_eq!(
        figures(&of("").years),
        [
            Some([3_702_000, 0, 80_000, 3_622_000]),
            Some([5_843_000, 1_329_455, 1_098_000, 3_415_545]),
            Some([7_416_000, 1_329_455, 1_457_000, 4_629_545]),
            Some([8_932_000, 1_329_455, 1_637_000, 5_965_545]),
            None,
        ]
    );
    assert_eq!(
        offsets_elsewhere(&model(), &of("")),
        "Not set against any of these pressures, and so not in this table: Service efficiencies; \
         EHCP growth held; Day opportunities; Out-of-county colleges; Direct payments."
    );
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_benefit_is_counted_once_and_what_remains_is_the_rest(changes in changes(2)) {
        let model = model();
        let outcome = changes.outcome();
        let found = pressures(&model, &outcome);
        let case = model.case();
        for (place, line) in case.benefits.iter().enumerate() {
            let groups = found.groups.iter().filter(|group| group.lines.contains(&place)).count();
            let named = case.evidence().plan_pressures.iter().any(|known| known.offset_by.contains(&line.id));
            prop_assert_eq!(groups, usize::from(named), "{}", line.id);
            prop_assert_eq!(found.elsewhere.contains(&place), !named && !line.rule.is_overlap());
        }
        for place in 0..case.evidence().plan_pressures.len() {
            let groups = found.groups.iter().filter(|group| group.pressures.contains(&place)).count();
            prop_assert_eq!(groups, 1);
        }
        for year in 0..case.years.count {
            let given = case.evidence().plan_pressures.iter().all(|known| known.amounts[year].is_some());
            let Some(all) = found.years[year] else {
                prop_assert!(!given);
                continue;
            };
            let kind = |wanted: BenefitKind| -> Pounds {
                let lines = case.benefits.iter().enumerate();
                let named = lines.filter(|(place, line)| line.kind == wanted && !found.elsewhere.contains(place) && !line.rule.is_overlap());
                named.map(|(place, _)| outcome.line(Line::Benefit(place))[year]).sum()
            };
            prop_assert_eq!(all.savings, kind(BenefitKind::Saving));
            prop_assert_eq!(all.avoidance, kind(BenefitKind::Avoidance));
            prop_assert_eq!(all.remaining(), all.pressure - all.savings - all.avoidance);
            let remaining: Pounds = found.groups.iter().map(|group| group.years[year].unwrap().remaining()).sum();
            prop_assert_eq!(remaining, all.remaining());
        }
    }

    #[test]
    fn bars_of_pressures_stay_inside_the_picture(changes in changes(2), width in 200_u16..1200) {
        let model = model();
        let found = pressures(&model, &changes.outcome());
        let groups = found.groups.iter().map(|group| &group.years);
        for years in groups.chain([&found.years]) {
            let chart = PressureBars::of(&model, years, f64::from(width));
            prop_assert_eq!(chart.groups.len(), 5);
            prop_assert!(chart.ticks.iter().any(|tick| tick.amount == 0.0));
            for bar in chart.groups.iter().flat_map(|group| &group.bars) {
                prop_assert!(bar.x >= chart.left && bar.x + bar.width <= chart.right);
                prop_assert!(bar.y >= 0.0 && bar.y + bar.height <= chart.height && bar.height >= 0.0);
            }
            let labels = chart.groups.iter().flat_map(|group| group.amounts.iter().chain(&group.not_given));
            for label in labels {
                prop_assert!((12.0..chart.height).contains(&label.y), "{:?}", label);
                let half = label.text.chars().count() as f64 * 7.2 / 2.0;
                prop_assert!(label.x + half <= chart.width, "{:?}", label);
            }
        }
    }
}

/// The shipped case with its pressures changed.
fn other(change: impl FnOnce(&mut Case)) -> Pressures {
    let shipped = shipped_cases()
        .iter()
        .find(|case| case.id == DEFAULT_CASE)
        .unwrap();
    let mut case = shipped.read().unwrap();
    change(&mut case);
    let model = Model::new(case).unwrap();
    pressures(&model, &model.evaluate(&Scenario::published()))
}

#[test]
fn a_pressure_that_shares_with_two_groups_makes_one_of_them() {
    let line = |id: &str| id.to_owned();
    let found = other(|case| {
        case.change_evidence(|of| {
            of.plan_pressures[4].offset_by =
                vec![line("sen-reform-grant"), line("transport-in-county")];
            of.plan_pressures[3].offset_by.clear();
        });
    });
    let pressures: Vec<&[usize]> = found.groups.iter().map(|group| &*group.pressures).collect();
    assert_eq!(pressures, [&[0, 1, 2, 4][..], &[3]]);
    assert!(found.groups[1].lines.is_empty());
    let year = found.groups[1].years[1].unwrap();
    assert_eq!(year.remaining(), Pounds(919_000), "nothing offsets it");
}

#[test]
fn savings_of_two_groups_are_added() {
    let found = other(|case| {
        case.change_evidence(|of| {
            of.plan_pressures[3].offset_by = vec!["service-efficiencies".to_owned()];
        });
    });
    let savings = |years: &[Option<PressureYear>]| years[1].unwrap().savings;
    // Transport as before, and a tenth of the service costs (6.11).
    let [transport, services] = [0, 2].map(|group: usize| savings(&found.groups[group].years));
    assert_eq!(transport, Pounds(1_329_455));
    assert_eq!(services, Pounds(410_530));
    assert_eq!(savings(&found.years), Pounds(1_739_985));
}

#[test]
fn a_sum_with_a_part_missing_is_not_given() {
    let found = other(|case| case.change_evidence(|of| of.plan_pressures[1].amounts[2] = None));
    assert_eq!(found.groups[0].years[2], None);
    assert!(found.groups[1].years[2].is_some());
    assert_eq!(found.years[2], None);
}

#[test]
fn the_table_keeps_savings_and_avoidance_apart_and_says_what_is_not_given() {
    let grid = table("in-county-journeys=30");
    let transport: Vec<String> = grid
        .rows
        .iter()
        .filter(|row| row.part.starts_with("Special needs"))
        .map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            format!("{}: {}", row.label, cells.join(" | "))
        })
        .collect();
    assert_eq!(
        transport,
        [
            "Special needs home to school transport, agreed in the previous plan: \
             £450,000 | £450,000 | £450,000 | £450,000 | not given",
            "SEN home to school transport, additional pressure: \
             £1,530,000 | £1,890,000 | £2,250,000 | £2,610,000 | not given",
            "Pressures together: £1,980,000 | £2,340,000 | £2,700,000 | £3,060,000 | not given",
            "Offset by savings: £0 | £3,791,644 | £3,791,644 | £3,791,644 | not given",
            "What remains: £1,980,000 | £1,451,644 more than the pressure | \
             £1,091,644 more than the pressure | £731,644 more than the pressure | not given",
        ]
    );
    let offset = grid
        .rows
        .iter()
        .find(|row| row.label == "Offset by savings")
        .unwrap();
    assert_eq!(offset.kind, Some(RowKind::Saving));
    assert_eq!(
        offset.note,
        "SEN transport, in county; SEN transport, out of county"
    );
    let apart = offset.cells[1].difference.as_ref().unwrap();
    assert_eq!(apart.text, "+£2,462,189");
    let avoided = grid
        .rows
        .iter()
        .filter(|row| row.label == "Offset by avoidance");
    assert_eq!(avoided.count(), 4, "three groups and all together");
    let csv = Sheet::of_grid(&grid).csv();
    assert!(csv.contains(",-1451644,"), "more than the pressure");
    assert!(csv.contains(",not given"));
}

#[test]
fn the_summary_says_what_the_last_year_given_leaves() {
    let said = |link: &str| pressure_summary(&model(), &of(link));
    assert_eq!(
        said(""),
        "In 2021/22 the plan expects pressures of £8.93m, and the programme offsets £1.33m with \
         savings and £1.64m with avoidance, which leaves £5.97m; no figure is given for 2022/23."
    );
    assert_eq!(
        said("in-county-journeys=100"),
        "In 2021/22 the plan expects pressures of £8.93m, and the programme offsets £12.41m with \
         savings and £1.64m with avoidance, £5.11m more than the pressure; no figure is given for \
         2022/23."
    );
}

#[test]
fn overspends_are_as_printed_with_their_rounding() {
    let grid = overspends(&model());
    let rows: Vec<Vec<&str>> = grid
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
        .collect();
    assert_eq!(
        rows[2],
        ["2017/18", "£22,498,000", "£23,648,000", "£1,149,000"]
    );
    assert_eq!(
        grid.rows[2].note,
        "Section 4.2; outturn less budget is £1,150,000"
    );
    assert_eq!(grid.rows[0].note, "Section 4.2");
}

#[test]
fn a_year_without_figures_has_words_for_bars() {
    let found = of("");
    let model = model();
    let chart = PressureBars::of(&model, &found.years, 600.0);
    let labels: Vec<usize> = chart
        .groups
        .iter()
        .map(|group| group.not_given.len())
        .collect();
    assert_eq!(labels, [0, 0, 0, 0, 1]);
    assert_eq!(chart.groups[4].not_given[0].text, "not given");
    assert!(chart.groups[4].bars.is_empty() && chart.groups[4].amounts.is_empty());
    let narrow = PressureBars::of(&model, &found.years, 260.0);
    let words: Vec<&str> = narrow.groups[4]
        .not_given
        .iter()
        .map(|label| &*label.text)
        .collect();
    assert_eq!(words, ["not", "given"]);
    let series: Vec<BarSeries> = chart.groups[1].bars.iter().map(|bar| bar.series).collect();
    assert_eq!(
        series,
        [
            BarSeries::Pressure,
            BarSeries::Savings,
            BarSeries::Avoidance
        ]
    );
    let [pressure, savings, avoidance] = &chart.groups[3].bars[..] else {
        panic!("three bars");
    };
    assert!((avoidance.y + avoidance.height - savings.y).abs() < 0.11);
    assert!((pressure.y + pressure.height - savings.y - savings.height).abs() < 0.11);
    let per_pound = pressure.height / 8_932_000.0;
    assert!((avoidance.height - 1_637_000.0 * per_pound).abs() < 0.5);
    assert_eq!(
        chart.readings[1].label,
        "2019/20: pressure £5,843,000, savings £1,329,455, avoidance £1,098,000, remaining \
         £3,415,545"
    );
    assert_eq!(chart.readings[4].label, "2022/23: not given");
    let amounts: Vec<&str> = chart.groups[1]
        .amounts
        .iter()
        .map(|label| &*label.text)
        .collect();
    assert_eq!(amounts, ["5.8", "2.4"]);
}

#[test]
fn all_pressures_together_are_the_sum_of_their_groups() {
    let all = pressures(&model(), &outcome(""));
    for (year, together) in all.years.iter().enumerate() {
        let Some(together) = together else { continue };
        let groups = all.groups.iter().map(|group| group.years[year].unwrap());
        let (mut pressure, mut savings, mut avoidance) = (Pounds::ZERO, Pounds::ZERO, Pounds::ZERO);
        for group in groups {
            pressure += group.pressure;
            savings += group.savings;
            avoidance += group.avoidance;
        }
        assert_eq!(together.pressure, pressure);
        assert_eq!(together.savings, savings);
        assert_eq!(together.avoidance, avoidance);
        assert!(pressure > savings && avoidance > Pounds::ZERO || year == 0);
    }
}
