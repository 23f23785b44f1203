//! What holds for every scenario.

use proptest::prelude::*;
use send_modeller::export::Evaluation;
use send_modeller::link::{fragment, open};
use send_modeller::model::{Line, Outcome, Payback, Pounds, Scenario, Series};
use send_modeller::session::{parse_entry, text_of};

use crate::oracle::differences;
use crate::scenarios::{Changes, changes, halves, value};
use crate::{cases, library, model, outcome, pounds};

fn total(of: &[Series]) -> Vec<i64> {
    let years = model().case().years.count;
    (0..years)
        .map(|year| of.iter().map(|series| series[year].0).sum())
        .collect()
}

fn running(series: &Series) -> Vec<i64> {
    pounds(&series.running_total())
}

fn never_above(less: &[i64], more: &[i64]) -> bool {
    less.iter().zip(more).all(|(less, more)| less <= more)
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn the_engine_agrees_with_the_oracle_to_the_pound(changes in changes(2)) {
        let told = changes.told();
        prop_assume!(!told.on_the_edge);
        prop_assert_eq!(differences(&told, &model(), &changes.outcome()), Vec::<String>::new());
    }

    #[test]
    fn exact_halves_go_away_from_zero_however_they_arise(changes in halves()) {
        let told = changes.told();
        prop_assert!(told.halves >= 3, "{}", told.halves);
        prop_assert_eq!(differences(&told, &model(), &changes.outcome()), Vec::<String>::new());
    }

    #[test]
    fn the_engine_agrees_with_the_oracle_with_four_decimals(changes in changes(4)) {
        let told = changes.told();
        prop_assume!(!told.on_the_edge);
        prop_assert_eq!(differences(&told, &model(), &changes.outcome()), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn values_put_back_to_published_leave_the_published_case(changes in changes(4)) {
        let model = model();
        let table = model.assumptions();
        let mut scenario = changes.scenario();
        let differs = table.iter().any(|(index, known)| scenario.value(table, index) != known.published);
        prop_assert_eq!(scenario.is_published(), !differs);
        for (index, known) in table.iter() {
            scenario.set(table, index, known.published).unwrap();
        }
        prop_assert_eq!(&scenario, &Scenario::published());
        prop_assert_eq!(model.evaluate(&scenario), outcome(""));
    }

    #[test]
    fn lines_add_up_to_workstreams_and_workstreams_to_totals(changes in changes(2)) {
        let (model, outcome) = (model(), changes.outcome());
        let case = model.case();
        for (index, workstream) in case.workstreams.iter().enumerate() {
            let here = |id: &String| *id == workstream.id;
            let spent: Vec<Series> = case.investment.iter().zip(&outcome.investment_lines)
                .filter(|(line, _)| here(&line.workstream)).map(|(_, s)| *s).collect();
            let gained: Vec<Series> = case.benefits.iter().zip(&outcome.benefit_lines)
                .filter(|(line, _)| here(&line.workstream)).map(|(_, s)| *s).collect();
            let both = [outcome.savings_by_workstream[index], outcome.avoidance_by_workstream[index]];
            prop_assert_eq!(total(&spent), pounds(&outcome.investment_by_workstream[index]));
            prop_assert_eq!(total(&gained), total(&both));
        }
        prop_assert_eq!(total(&outcome.investment_by_workstream), pounds(&outcome.investment));
        prop_assert_eq!(total(&outcome.savings_by_workstream), pounds(&outcome.savings));
        prop_assert_eq!(total(&outcome.avoidance_by_workstream), pounds(&outcome.avoidance));
        prop_assert_eq!(total(&[outcome.savings, outcome.avoidance]), pounds(&outcome.benefits));
        prop_assert_eq!(total(&[outcome.net, outcome.investment]), pounds(&outcome.benefits));
        prop_assert_eq!(running(&outcome.net), pounds(&outcome.cumulative_net));
    }

    #[test]
    fn what_the_payers_gain_adds_up_to_the_benefits(changes in changes(4)) {
        let outcome = changes.outcome();
        prop_assert_eq!(total(&outcome.funding), pounds(&outcome.benefits));
    }

    /// True where no line is negative, and only there: see
    /// [`delivering_more_of_a_loss_loses_more`].
    #[test]
    fn delivering_more_never_lowers_net(changes in changes(2), a in 0_u8..=100, b in 0_u8..=100) {
        let changes = changes.with_no_negative_line();
        let net = |delivered: u8| pounds(&changes.with("benefit-delivery", delivered).outcome().net);
        let (less, more) = (net(a.min(b)), net(a.max(b)));
        prop_assert!(never_above(&less, &more), "{:?} {:?}", less, more);
    }

    #[test]
    fn a_larger_overrun_never_raises_net(changes in changes(2), a in -50_i16..=200, b in -50_i16..=200) {
        let net = |overrun: i16| pounds(&changes.with("investment-overrun", overrun).outcome().net);
        let (worse, better) = (net(a.max(b)), net(a.min(b)));
        prop_assert!(never_above(&worse, &better), "{:?} {:?}", worse, better);
    }

    /// True where no line is negative: every line of this case builds up and never falls
    /// back, so what arrives later is never more in any year.
    #[test]
    fn a_longer_delay_never_raises_benefits_to_date(
        changes in changes(2),
        delay in prop::sample::select(vec![
            "benefit-delay", "local-networks-delay", "independent-living-delay", "programme-delay",
        ]),
        a in 0_u8..=24,
        b in 0_u8..=24,
    ) {
        let changes = changes.with_no_negative_line();
        let to_date = |months: u8| running(&changes.with(delay, months).outcome().benefits);
        let (later, sooner) = (to_date(a.max(b)), to_date(a.min(b)));
        prop_assert!(never_above(&later, &sooner), "{:?} {:?}", later, sooner);
    }

    #[test]
    fn every_scenario_has_finite_figures_and_a_payback(changes in changes(4)) {
        let outcome = changes.outcome();
        prop_assert!(outcome.net_present_value.is_finite());
        prop_assert!(outcome.benefit_cost_ratio.is_none_or(f64::is_finite));
        prop_assert_eq!(outcome.benefit_cost_ratio.is_none(), outcome.investment.total() == Pounds::ZERO);
        prop_assert_eq!(outcome.payback_by_payer.len(), model().case().payers.len());
        let paybacks = [outcome.payback, outcome.payback_savings];
        for payback in paybacks.iter().chain(&outcome.payback_by_payer) {
            match *payback {
                Payback::Within { year, point } => {
                    prop_assert!((year as f64..=year as f64 + 1.0).contains(&point), "{payback:?}");
                }
                Payback::NotWithin { shortfall } => prop_assert!(shortfall > Pounds::ZERO),
            }
        }
    }

    #[test]
    fn a_run_leaves_nothing_behind_for_the_next(first in changes(2), second in changes(2)) {
        let model = model();
        let mut outcome = model.outcome();
        for changes in [&first, &second] {
            model.run(&model.values(&changes.scenario()), &mut outcome);
        }
        prop_assert_eq!(outcome, second.outcome());
    }

    #[test]
    fn a_scenario_written_as_a_link_opens_as_itself(changes in changes(4)) {
        let scenario = changes.scenario();
        let opened = open(&fragment(&model(), &scenario), &library());
        prop_assert_eq!(opened.problems, []);
        prop_assert_eq!(opened.scenario, scenario);
    }

    /// Down to a tenth of a millionth, with as many digits as anyone would type.
    #[test]
    fn any_decimal_survives_its_link(digits in "[0-9]{1,12}") {
        let changes = Changes::default().with("posts-kept", format!("0.0{digits}"));
        let link = fragment(&model(), &changes.scenario());
        prop_assert_eq!(open(&link, &library()).scenario, changes.scenario());
    }

    #[test]
    fn any_machine_number_within_bounds_survives_its_link(parts in prop::collection::vec(0.0..=1.0_f64, model().assumptions().len())) {
        let model = model();
        let table = model.assumptions();
        let mut scenario = Scenario::published();
        for ((index, known), part) in table.iter().zip(parts) {
            let value = (known.min + (known.max - known.min) * part).min(known.max);
            let value = if known.whole { f64::floor(value) } else { value };
            scenario.set(table, index, value).unwrap();
        }
        let opened = open(&fragment(&model, &scenario), &library());
        prop_assert_eq!(opened.scenario, scenario);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_opens_to_something_that_can_be_written(text in any::<String>()) {
        evaluates(&text);
    }

    #[test]
    fn any_bytes_open_to_something_that_can_be_written(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        evaluates(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_jumble_of_the_parts_of_links_opens(text in "(#|%23|&|&amp;|=|%|%2|%C3|-|\\.|,|[0-9]{1,3}|case|v|1|view|hertfordshire-2018|in-county-journeys|benefit-delay|é|://){0,24}") {
        evaluates(&text);
    }

    #[test]
    fn a_link_with_anything_put_in_the_middle_opens(
        changes in changes(2),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..8,
        put_in in "\\PC{0,6}",
    ) {
        let mut text: Vec<char> = changes.link().chars().collect();
        let from = at.index(text.len());
        let to = (from + cut).min(text.len());
        text.splice(from..to, put_in.chars());
        evaluates(&text.iter().collect::<String>());
    }

    #[test]
    fn what_a_box_shows_reads_back_as_the_same_number(
        (place, value) in (0..model().assumptions().len()).prop_flat_map(|place| {
            let model = model();
            let known = model.assumptions().iter().nth(place).unwrap().1;
            (Just(place), value(known, 4))
        }),
    ) {
        let model = model();
        let known = model.assumptions().iter().nth(place).unwrap().1;
        let number: f64 = value.parse().unwrap();
        prop_assert_eq!(parse_entry(known, &text_of(number)), Ok(number));
    }
}

/// Opens a text and writes what it comes to: an object with a list of problems.
fn evaluates(text: &str) {
    let written = serde_json::to_value(Evaluation::of(&open(text, &library()))).unwrap();
    assert!(written["problems"].is_array());
    let net_to_date = &written["cumulative_net"];
    assert!(
        net_to_date.is_array() || written["case"] != "hertfordshire-2018",
        "{written}"
    );
}

#[test]
fn delivering_more_of_a_loss_loses_more() {
    // Why [`delivering_more_never_lowers_net`] speaks of lines that are not negative.
    let dear = Changes::default()
        .with("in-county-cost-per-pupil", 20_000)
        .with("ooc-transfers", 100)
        .with("in-county-journeys", 0)
        .with("service-efficiency", 0);
    let saved = |delivered| {
        dear.with("benefit-delivery", delivered)
            .outcome()
            .savings
            .total()
    };
    assert_eq!(saved(50), Pounds(-115 * 6_108 / 2 * 4));
    assert_eq!(saved(100), Pounds(-115 * 6_108 * 4));
    let late: Outcome = dear.with("benefit-delay", 12).outcome();
    let line = model().line("transport-out-of-county").unwrap();
    assert!(matches!(line, Line::Benefit(_)));
    assert_eq!(
        pounds(late.line(line))[1],
        0,
        "a loss that comes later is smaller to date"
    );
}
