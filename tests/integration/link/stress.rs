//! What a link says when something in its ranges or its stress test is wrong.

use send_modeller::analysis::Settings;
use send_modeller::export::Evaluation;
use send_modeller::link::settings;

use super::bad_input::report;
use crate::{model, opened, scenario};

#[test]
fn a_range_that_cannot_be_used_is_named_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&[
        "ranges=in-county-journey_3_12,benefit-delay_3_9&in-county-journeys=15",
        "ranges=_3_12,benefit-delay_3_9",
        "ranges=in-county-journeys_3_lots,benefit-delay_3_9",
        "ranges=in-county-journeys_3,benefit-delay_3_9",
        "ranges=in-county-journeys,benefit-delay_3_9",
        "ranges=in-county-journeys_3_12_20,benefit-delay_3_9",
        "ranges=in-county-journeys_-1_12,benefit-delay_3_9",
        "ranges=in-county-journeys_3_100.5,benefit-delay_3_9",
        "ranges=in-county-journeys_12_3,benefit-delay_3_9",
        "ranges=benefit-delay_3.5_9,ehcp-growth_20_40.5",
        "ranges=investment-overrun_-50.1_10,investment-overrun_-10_-5.5",
        "ranges=,,benefit-delay_3_9,",
        "ranges=benefit-delay_3_9&ranges=benefit-delay_0_1",
    ]), @r#"
    ranges=in-county-journey_3_12,benefit-delay_3_9&in-county-journeys=15
      ! ranges, in-county-journey: not an assumption of this case, so it was left out
      = in-county-journeys=15&ranges=benefit-delay_3_9
    ranges=_3_12,benefit-delay_3_9
      ! ranges, (a value without a name): not an assumption of this case, so it was left out
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_3_lots,benefit-delay_3_9
      ! ranges, in-county-journeys: "3_lots" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_3,benefit-delay_3_9
      ! ranges, in-county-journeys: "3" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys,benefit-delay_3_9
      ! ranges, in-county-journeys: "" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_3_12_20,benefit-delay_3_9
      ! ranges, in-county-journeys: "3_12_20" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_-1_12,benefit-delay_3_9
      ! ranges, in-county-journeys: "-1_12" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_3_100.5,benefit-delay_3_9
      ! ranges, in-county-journeys: "3_100.5" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=in-county-journeys_12_3,benefit-delay_3_9
      ! ranges, in-county-journeys: "12_3" cannot be used; it may be two numbers from 0 to 100, the lower one first, and the case's own 3_12 was used
      = ranges=benefit-delay_3_9
    ranges=benefit-delay_3.5_9,ehcp-growth_20_40.5
      ! ranges, benefit-delay: "3.5_9" cannot be used; it may be two whole numbers from 0 to 24, the lower one first, and the case's own 0_12 was used
      = ranges=ehcp-growth_20_40.5
    ranges=investment-overrun_-50.1_10,investment-overrun_-10_-5.5
      ! ranges, investment-overrun: "-50.1_10" cannot be used; it may be two numbers from -50 to 200, the lower one first, and the case's own -10_20 was used
      = ranges=investment-overrun_-10_-5.5
    ranges=,,benefit-delay_3_9,
      = ranges=benefit-delay_3_9
    ranges=benefit-delay_3_9&ranges=benefit-delay_0_1
      ! ranges: given more than once; only the first is read
      = ranges=benefit-delay_3_9
    "#);
}

#[test]
fn a_word_of_a_stress_test_that_cannot_be_used_is_named_and_the_rest_is_applied() {
    let report = |words: &str| {
        let opened = opened(&format!("benefit-delay=6&stress={words}"));
        assert_eq!(opened.scenario, scenario("benefit-delay=6"), "{words}");
        assert_eq!(opened.problems, [], "{words}");
        let (settings, problems) = settings(&opened.stress, &model());
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let usual = Settings::default();
        let expected = Settings {
            simulate: true,
            aim: settings.aim,
            ..usual
        };
        assert_eq!(settings, expected, "{words}");
        format!("{words}\n  ! {}\n", problems.join("\n  ! "))
    };
    let reports: String = [
        "run,seed_lots",
        "run,seed",
        "run,seed_-1",
        "run,seed_1.5",
        "run,seed_4294967296",
        "run,draws_0",
        "run,draws_10000000",
        "run,size_99",
        "run,size_2",
        "run,by_2017",
        "run,by_2023",
        "run,by_2020/21",
        "run,payer_nobody",
        "run,payer",
        "run,goal_in-county-journey_5000000",
        "run,goal_in-county-journeys_lots",
        "run,goal_in-county-journeys_-1000000000001",
        "run,goal_in-county-journeys",
        "run,goal_in-county-journeys_5000000,payback",
        "run,payback,goal_in-county-journeys_2019.5",
        "run,grid_in-county-journeys_nobody",
        "run,grid_in-county-journeys",
        "run,grid_benefit-delay_benefit-delay",
        "run,size_0,seed_x",
    ]
    .map(report)
    .concat();
    insta::assert_snapshot!(reports, @r#"
    run,seed_lots
      ! stress, seed: "lots" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    run,seed
      ! stress, seed: "" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    run,seed_-1
      ! stress, seed: "-1" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    run,seed_1.5
      ! stress, seed: "1.5" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    run,seed_4294967296
      ! stress, seed: "4294967296" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    run,draws_0
      ! stress, draws: "0" cannot be used; it may be a whole number from 100 to 1000000, and 100000 was used
    run,draws_10000000
      ! stress, draws: "10000000" cannot be used; it may be a whole number from 100 to 1000000, and 100000 was used
    run,size_99
      ! stress, size: "99" cannot be used; it may be a whole number from 3 to 41, and 9 was used
    run,size_2
      ! stress, size: "2" cannot be used; it may be a whole number from 3 to 41, and 9 was used
    run,by_2017
      ! stress, by: "2017" cannot be used; it may be a whole number from 2018 to 2022, and 2022 was used
    run,by_2023
      ! stress, by: "2023" cannot be used; it may be a whole number from 2018 to 2022, and 2022 was used
    run,by_2020/21
      ! stress, by: "2020/21" cannot be used; it may be a whole number from 2018 to 2022, and 2022 was used
    run,payer_nobody
      ! stress, payer: "nobody" cannot be used; it may be core or dsg or adult-care, and all benefits was used
    run,payer
      ! stress, payer: "" cannot be used; it may be core or dsg or adult-care, and all benefits was used
    run,goal_in-county-journey_5000000
      ! stress, goal: "in-county-journey_5000000" cannot be used; it may be an assumption, _ and a number from -1000000000000 to 1000000000000, and no goal was used
    run,goal_in-county-journeys_lots
      ! stress, goal: "in-county-journeys_lots" cannot be used; it may be an assumption, _ and a number from -1000000000000 to 1000000000000, and no goal was used
    run,goal_in-county-journeys_-1000000000001
      ! stress, goal: "in-county-journeys_-1000000000001" cannot be used; it may be an assumption, _ and a number from -1000000000000 to 1000000000000, and no goal was used
    run,goal_in-county-journeys
      ! stress, goal: "in-county-journeys" cannot be used; it may be an assumption, _ and a number from -1000000000000 to 1000000000000, and no goal was used
    run,goal_in-county-journeys_5000000,payback
      ! stress, goal: "in-county-journeys_5000000" cannot be used; it may be an assumption, _ and a whole number from 2018 to 2022, and no goal was used
    run,payback,goal_in-county-journeys_2019.5
      ! stress, goal: "in-county-journeys_2019.5" cannot be used; it may be an assumption, _ and a whole number from 2018 to 2022, and no goal was used
    run,grid_in-county-journeys_nobody
      ! stress, grid: "in-county-journeys_nobody" cannot be used; it may be two different assumptions with _ between, and no pair was used
    run,grid_in-county-journeys
      ! stress, grid: "in-county-journeys" cannot be used; it may be two different assumptions with _ between, and no pair was used
    run,grid_benefit-delay_benefit-delay
      ! stress, grid: "benefit-delay_benefit-delay" cannot be used; it may be two different assumptions with _ between, and no pair was used
    run,size_0,seed_x
      ! stress, size: "0" cannot be used; it may be a whole number from 3 to 41, and 9 was used
      ! stress, seed: "x" cannot be used; it may be a whole number from 0 to 4294967295, and 2018 was used
    "#);
}

#[test]
fn what_is_wrong_with_the_ranges_of_a_scenario_to_compare_is_said_with_its_number() {
    let opened = opened("compare-2=benefit-delay%3D6%26ranges%3Dbenefit-delay_9_3");
    assert_eq!(opened.compared[0].scenario, scenario("benefit-delay=6"));
    insta::assert_snapshot!(opened.problems[0], @r#"compare-2, ranges, benefit-delay: "9_3" cannot be used; it may be two whole numbers from 0 to 24, the lower one first, and the case's own 0_12 was used"#);
}

#[test]
fn scripts_are_told_of_it_with_everything_else_and_get_their_figures() {
    let opened = opened("benefit-delay=6&ranges=benefit-delay_9_3&stress=draws_0");
    let evaluation = Evaluation::of(&opened);
    assert_eq!(evaluation.problems.len(), 2);
    assert!(evaluation.problems[0].starts_with("ranges, benefit-delay"));
    assert!(evaluation.problems[1].starts_with("stress, draws"));
    let plain = Evaluation::of(&crate::opened("benefit-delay=6"));
    assert_eq!(evaluation.figures, plain.figures);
}
