//! The appraisal, overlaps, failures and norms of the stress test.

use proptest::prelude::*;
use send_modeller::analysis::{Scope, appraise, failures};
use send_modeller::case::{BenefitRule, InvestmentCost, Reduces};
use send_modeller::export::{
    cash_flow, discounting_notes, failure_table, failure_words, overlap_table, repaid_table,
    ring_fence_warning, worth_by_scope,
};
use send_modeller::model::{Model, Outcome, Payback, Pounds, Scenario};

use crate::scenarios::changes;
use crate::{CASE, cases, index, model, outcome, pounds, scenario};

fn changed(link: &str) -> Scenario {
    scenario(&format!("{CASE}&{link}"))
}

fn line(model: &Model, outcome: &Outcome, id: &str) -> Vec<i64> {
    pounds(outcome.line(model.line(id).unwrap()))
}

proptest! {
    #![proptest_config(cases(64))]

    /// With nothing added the appraisal is the run's own.
    #[test]
    fn without_added_years_the_appraisal_is_the_run_s(changes in changes(2)) {
        let changes = changes.with("extra-years", 0);
        let (model, outcome) = (model(), changes.outcome());
        let appraisal = appraise(&model, &changes.scenario());
        let all = &appraisal.worth[0];
        prop_assert_eq!(pounds(&all.net), pounds(&outcome.net));
        prop_assert_eq!(all.payback, outcome.payback);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 + a.abs() * 1e-12;
        prop_assert!(near(all.net_present_value, outcome.net_present_value));
        prop_assert!(near(all.net_present_value_own, outcome.net_present_value));
        match (all.benefit_cost_ratio, outcome.benefit_cost_ratio) {
            (Some(a), Some(b)) => prop_assert!(near(a, b)),
            (a, b) => prop_assert_eq!(a, b),
        }
        prop_assert_eq!(appraisal.worth[1].payback, outcome.payback_savings);
        for (worth, payback) in appraisal.worth[2..].iter().zip(&outcome.payback_by_payer) {
            prop_assert_eq!(worth.payback, *payback);
        }
    }

    /// Payers add up to savings and avoidance in every year, added ones too, and the worth
    /// of all is that of their parts.
    #[test]
    fn rows_add_up_in_added_years_too(changes in changes(2), added in 0_u8..=5) {
        let appraisal = appraise(&model(), &changes.with("extra-years", added).scenario());
        prop_assert_eq!(appraisal.investment.len(), 5 + usize::from(added));
        for year in 0..appraisal.investment.len() {
            let funding: Pounds = appraisal.funding.iter().map(|gained| gained[year]).sum();
            prop_assert_eq!(funding, appraisal.savings[year] + appraisal.avoidance[year]);
            let net = funding - appraisal.investment[year];
            prop_assert_eq!(appraisal.worth[0].net[year], net);
        }
    }

    /// A real rate never meets a nominal flow: at any inflation the worth is that of the
    /// same amounts without, but for the rounding of each line and year.
    #[test]
    fn inflation_moves_amounts_and_not_their_real_worth(changes in changes(2), percent in 1_u8..=20) {
        let flat = changes.with("inflation", 0).outcome();
        let risen = changes.with("inflation", percent).outcome();
        let lines = flat.investment_lines.len() + flat.benefit_lines.len();
        let rounding = 0.5 * (lines * 5) as f64;
        let size = flat.benefits.iter().map(|pounds| pounds.as_f64().abs()).sum::<f64>();
        let apart = (flat.net_present_value - risen.net_present_value).abs();
        prop_assert!(apart <= rounding + size * 1e-9, "{apart}");
    }

    #[test]
    fn a_failure_is_a_direct_run_and_never_makes_things_better(changes in changes(2)) {
        let (model, scenario) = (model(), changes.scenario());
        let table = model.assumptions();
        for tried in failures(&model, &scenario) {
            let mut direct = scenario.clone();
            for given in &model.case().evidence().failures[tried.failure].values {
                let at = table.find(&given.assumption).unwrap();
                let (now, published) = (scenario.value(table, at), table[at].published);
                // What is worse already stays.
                let value = if given.value > published { now.max(given.value) } else { now.min(given.value) };
                direct.set(table, at, value).unwrap();
            }
            prop_assert_eq!(tried.outcome, model.evaluate(&direct));
        }
    }
}

#[test]
fn with_every_new_assumption_at_its_default_the_published_case_stands() {
    let appraisal = appraise(&model(), &Scenario::published());
    assert_eq!(appraisal.own_years, 5);
    assert_eq!(pounds(&appraisal.worth[0].net).len(), 5);
    assert_eq!(appraisal.worth[0].net_present_value.round(), 16_004_594.0);
    let Payback::Within { year, point } = appraisal.worth[0].discounted_payback else {
        panic!("it pays back");
    };
    // −288,068 + 2,559,089 ÷ 1.035: repaid in the second year.
    assert_eq!(year, 1);
    assert!((point - (1.0 + 288_068.0 / (2_559_089.0 / 1.035))).abs() < 1e-9);
}

#[test]
fn added_years_go_on_from_the_last_with_a_drop() {
    let appraisal = appraise(
        &model(),
        &changed("extra-years=2&drop-off=50&posts-kept=100"),
    );
    // 1,739,985 halved and halved again, from what is not rounded between.
    assert_eq!(
        pounds(&appraisal.savings)[4..],
        [1_739_985, 869_993, 434_996]
    );
    let spent = pounds(&appraisal.investment);
    assert_eq!(spent[4..], [spent[4]; 3], "kept posts cost what they cost");
    let inflated = appraise(&model(), &changed("extra-years=1&drop-off=0&inflation=10"));
    let saved = pounds(&inflated.savings);
    assert!((saved[5] - saved[4] * 11 / 10).abs() <= 2, "{saved:?}");
}

/// The worked examples: 100 pupils out of county at 20,000, of whom 20 move to 6,000;
/// 400 in county, and a tenth off.
#[test]
fn overlaps_are_those_of_the_worked_examples() {
    let link = "ooc-pupils=100&ooc-cost-per-pupil=20000&in-county-cost-per-pupil=6000\
                &ooc-transfers=20&in-county-journeys=10&overlap-transport=100&service-efficiency=0";
    let model = model();
    // A tenth off in county alone: 280,000 and 240,000 alone, 532,000 together.
    let within = model.evaluate(&changed(&format!("{link}&in-county-cost=2400000")));
    assert_eq!(line(&model, &within, "transport-out-of-county")[1], 280_000);
    assert_eq!(line(&model, &within, "transport-in-county")[1], 240_000);
    assert_eq!(line(&model, &within, "overlap-transport")[1], 12_000);
    assert_eq!(within.savings[1], Pounds(532_000));
    // A tenth off everybody's: 280,000 and 440,000 alone, 692,000 together.
    let mut case = model.case().clone();
    for line in &mut case.benefits {
        if let BenefitRule::SharedReduction { reduces, .. } = &mut line.rule {
            *reduces = Reduces::Both;
        }
    }
    let both = Model::new(case).unwrap();
    let all = both.evaluate(&changed(&format!("{link}&in-county-cost=4400000")));
    assert_eq!(line(&both, &all, "overlap-transport")[1], -28_000);
    assert_eq!(all.savings[1], Pounds(692_000));
}

#[test]
fn what_is_counted_twice_is_avoided_once() {
    let model = model();
    let plain = outcome("");
    let all = model.evaluate(&changed("overlap-reform-grant=100"));
    // The smaller of 1,017,000 and 341,548 is in both, and both are held in full.
    assert_eq!(line(&model, &all, "overlap-reform-grant")[2], -341_548);
    assert_eq!(all.avoidance[2], plain.avoidance[2] - Pounds(341_548));
    // Half held and half absorbed: of what is in both, a quarter would be counted twice.
    let half = "overlap-reform-grant=100&ehcp-held=50&reform-grant-absorbed=50";
    let half = model.evaluate(&changed(half));
    assert_eq!(line(&model, &half, "overlap-reform-grant")[2], -85_387);
}

#[test]
fn part_of_the_first_year_and_demand_beyond_the_plan() {
    let model = model();
    let part = model.evaluate(&changed("first-year-part=50"));
    assert_eq!(
        line(&model, &part, "adoption-breakdowns"),
        [40_000, 160_000, 240_000, 320_000, 400_000]
    );
    assert_eq!(
        line(&model, &part, "service-efficiencies"),
        [0, 205_265, 410_530, 410_530, 410_530]
    );
    let beyond = model.evaluate(&changed("demand-beyond-plan=25"));
    // 829 extra plans at £412, three quarters of them.
    assert_eq!(line(&model, &beyond, "ehcp-demography")[2], 256_161);
}

#[test]
fn a_grade_takes_off_a_benefit_and_adds_to_a_cost() {
    let model = model();
    let graded = model.evaluate(&changed(
        "grade-service-efficiencies=4&cost-grade-training-programme=6",
    ));
    assert_eq!(line(&model, &graded, "service-efficiencies")[1], 348_951);
    assert_eq!(line(&model, &graded, "training-programme")[1], 210_000);
    let edited =
        "grade-service-efficiencies=4&correction-benefit-4=30&delivery-service-efficiencies=50";
    let edited = model.evaluate(&changed(edited));
    assert_eq!(line(&model, &edited, "service-efficiencies")[1], 143_686);
}

#[test]
fn failures_in_words() {
    let (model, published) = (model(), Scenario::published());
    let now = model.evaluate(&published);
    let tried = failures(&model, &published);
    let words = failure_words(&model, &now, &tried);
    let said: Vec<String> = words
        .iter()
        .map(|w| {
            format!(
                "{} ({}) [{}] {} {}; {}; {}",
                w.label, w.source, w.sets, w.net, w.difference, w.payback, w.still
            )
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
    assert!(words.iter().all(|words| !words.on));
    let table = failure_table(&model, &now, &tried);
    assert_eq!(table.rows.len(), tried.len() + 1);
    // As bad already: pressing it again has nothing to add.
    let late = changed("benefit-delay=18");
    let tried = failures(&model, &late);
    assert!(tried[0].sets.is_empty());
    assert_eq!(tried[0].outcome, model.evaluate(&late));
}

#[test]
fn the_appraisal_in_words() {
    let model = model();
    let lines = |scenario: &Scenario| {
        let appraisal = appraise(&model, scenario);
        let mut lines = vec![format!("{:?}", cash_flow(&model, &appraisal).columns)];
        for grid in [
            cash_flow(&model, &appraisal),
            worth_by_scope(&model, &appraisal),
        ] {
            for row in grid.rows {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                lines.push(format!("{}: {}", row.label, cells.join(" | ")));
            }
        }
        lines.extend(discounting_notes(&model, &appraisal));
        lines.join("\n")
    };
    insta::assert_snapshot!("appraisal_published", lines(&Scenario::published()));
    insta::assert_snapshot!(
        "appraisal_extended",
        lines(&changed("extra-years=2&inflation=2&discount-rate=3"))
    );
}

#[test]
fn dsg_cannot_repay_and_payers_are_held_against_the_norm() {
    let model = model();
    let now = outcome("");
    let warning = ring_fence_warning(&model, &now).unwrap();
    assert!(
        warning.starts_with("£2,639,539 of Dedicated Schools Grant is ring-fenced"),
        "{warning}"
    );
    let none = changed("ooc-school-dsg-share=0&college-held=0");
    assert_eq!(ring_fence_warning(&model, &model.evaluate(&none)), None);
    let held = |link: &str| -> Vec<String> {
        let scenario = changed(link);
        let grid = repaid_table(&model, &scenario, &model.evaluate(&scenario));
        grid.rows
            .iter()
            .map(|row| row.cells.last().unwrap().text.clone())
            .collect()
    };
    assert_eq!(held("payback-norm=5"), ["yes", "yes", "yes", "no", "no"]);
    assert_eq!(held("payback-norm=2"), ["yes", "no", "yes", "no", "no"]);
    assert_eq!(held("payback-norm=1"), ["no"; 5]);
}

#[test]
fn overlaps_stand_beside_the_published_lines() {
    let grid = overlap_table(&model(), &changed("overlap-transport=50")).unwrap();
    let row = |label: &str| -> Vec<String> {
        let row = grid.rows.iter().find(|row| row.label == label).unwrap();
        row.cells.iter().map(|cell| cell.text.clone()).collect()
    };
    // 115 pupils, a tenth of them, at 5,339 less a tenth, in four years.
    assert_eq!(
        row("Overlap between lines: transport"),
        ["£0", "£12,280", "£24,560"]
    );
    assert_eq!(
        row("Savings over five years"),
        ["£6,959,940", "£6,972,220", "£6,984,500"]
    );
    let mut case = model().case().clone();
    case.benefits.retain(|line| !line.rule.is_overlap());
    let without = Model::new(case).unwrap();
    assert_eq!(overlap_table(&without, &Scenario::published()), None);
    assert!(without.line("overlap-transport").is_none());
}

#[test]
fn a_scope_s_worth_is_its_own() {
    let appraisal = appraise(&model(), &Scenario::published());
    let scopes: Vec<Scope> = appraisal.worth.iter().map(|worth| worth.scope).collect();
    assert_eq!(
        scopes,
        [
            Scope::Benefits,
            Scope::Savings,
            Scope::Payer(0),
            Scope::Payer(1),
            Scope::Payer(2)
        ]
    );
}

#[test]
fn where_nothing_is_spent_there_is_no_ratio() {
    let model = model();
    let mut nothing = Scenario::published();
    for line in &model.case().investment {
        let scale = match &line.cost {
            InvestmentCost::Posts { posts, .. } | InvestmentCost::Staff { posts, .. } => posts,
            InvestmentCost::OneOff { amount, .. } => amount,
            InvestmentCost::Amounts { counted, .. } => counted,
        };
        nothing.set(model.assumptions(), index(scale), 0.0).unwrap();
    }
    assert_eq!(model.evaluate(&nothing).investment.total(), Pounds::ZERO);
    let appraisal = appraise(&model, &nothing);
    for worth in &appraisal.worth {
        assert_eq!(worth.benefit_cost_ratio, None, "{:?}", worth.scope);
    }
    assert!(appraisal.worth[0].net_present_value > 0.0);
}

#[test]
fn amounts_in_each_year_s_prices_are_said_to_be() {
    let published = outcome("");
    let said = |link: &str| {
        let now = model().evaluate(&changed(link));
        send_modeller::export::appraisal(&now, &published)
    };
    assert!(
        said("inflation=2").starts_with("Amounts are in each year’s prices. Net present value")
    );
    assert!(said("inflation=0").starts_with("Net present value £16,004,594"));
}
