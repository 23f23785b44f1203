//! Every assumption from low to high: two direct runs each, ranked, in words.

use proptest::prelude::*;
use send_modeller::analysis::{Aim, Effect, Measure, Scope, Swing, by_effect, ranked, sensitivity};
use send_modeller::export::{SensitivityWords, Sheet, sensitivity_words};
use send_modeller::model::{Payback, Pounds, Scenario};

use super::{aim, aimed, direct, parts, readings, with_ranges};
use crate::scenarios::{at, links};
use crate::{cases, index, model, scenario};

fn words(link: &str, measure: Measure, scope: Scope) -> SensitivityWords {
    let model = model();
    let swings = sensitivity(&model, &scenario(link), scope);
    sensitivity_words(&model, &swings, Aim { measure, scope })
}

fn first(words: &SensitivityWords, count: usize) -> Vec<String> {
    let row = |row: &send_modeller::export::SwingWords| {
        format!(
            "{} | {} | {} | {}",
            row.label, row.at_low, row.at_high, row.swing
        )
    };
    words.rows.iter().take(count).map(row).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_swing_is_two_direct_runs(link in links(2), parts in parts(), own: bool, aim in aim()) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let table = model.assumptions();
        let scenario = if own { with_ranges(&model, &start, &parts) } else { start };
        let swings = sensitivity(&model, &scenario, aim.scope);
        prop_assert_eq!(swings.len(), table.len());
        let now = readings(aim.scope, &model.evaluate(&scenario));
        for (swing, (index, known)) in swings.iter().zip(table.iter()) {
            let at = |value| readings(aim.scope, &direct(&model, &scenario, index, value));
            prop_assert_eq!(swing.assumption, index);
            prop_assert_eq!((swing.low, swing.high), scenario.range(table, index), "{}", known.id);
            prop_assert_eq!(swing.value, scenario.value(table, index));
            prop_assert_eq!(swing.at_low, at(swing.low), "{}", known.id);
            prop_assert_eq!(swing.at_high, at(swing.high), "{}", known.id);
            prop_assert_eq!(swing.now, now);
        }
    }

    #[test]
    fn the_largest_effect_comes_first_and_nothing_last(link in links(2), parts in parts(), aim in aim()) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let scenario = with_ranges(&model, &start, &parts);
        let swings = sensitivity(&model, &scenario, aim.scope);
        let order = ranked(&swings, aim.measure);
        prop_assert_eq!(order.len(), swings.iter().filter(|swing| swing.low < swing.high).count());
        let effects: Vec<Effect> = order.iter().map(|swing| swing.effect(aim.measure)).collect();
        prop_assert!(effects.windows(2).all(|pair| pair[0].compare(&pair[1]).is_ge()), "{:?}", effects);
        let words = sensitivity_words(&model, &swings, aim);
        for ((row, swing), effect) in words.rows.iter().zip(&order).zip(&effects) {
            prop_assert_eq!(row.of, *swing);
            prop_assert_eq!(row.moves, *effect != Effect::Nothing);
            let three = [swing.at_low, swing.now, swing.at_high].map(|at| at.get(aim.measure));
            let same = three.iter().all(|at| *at == three[0]);
            // Never paid back is the same answer whatever is missing; the effect is of that.
            prop_assert_eq!(row.moves, !same, "{:?}", three);
        }
        prop_assert_eq!(words.grid.rows.len(), words.rows.len());
        prop_assert!(words.grid.rows.iter().all(|row| row.cells.len() == words.grid.columns.len()));
    }
}

#[test]
fn the_published_case_ranked_by_net() {
    let words = words("", Measure::Net, Scope::Benefits);
    insta::assert_snapshot!(first(&words, 4).join("\n"), @r#"
    Benefits delivered: 60% to 100% | £9.38m | £17.64m | £8.26m
    All benefits arrive late by: 0 months to 12 months | £17.64m | £11.90m | £5.74m
    In-county school journeys removed: 3% to 12% | £14.19m | £18.62m | £4.43m
    Local networks benefits late by: 0 months to 12 months | £17.64m | £13.37m | £4.27m
    "#);
    insta::assert_snapshot!(words.summary, @"Net over five years on savings and avoidance is £17,638,882. It moves most with benefits delivered: 60% to 100% (£9.38m to £17.64m), then all benefits arrive late by: 0 months to 12 months (£17.64m to £11.90m), and in-county school journeys removed: 3% to 12% (£14.19m to £18.62m). 2 assumptions do not move it.");
    insta::assert_snapshot!(words.rows[0].sentence, @"Benefits delivered from 60% to 100%: net over five years on savings and avoidance goes from £9.38m to £17.64m; £17.64m now.");
}

#[test]
fn payback_moves_in_years_and_beyond_every_year() {
    let all = words("", Measure::Payback, Scope::Benefits);
    insta::assert_snapshot!(first(&all, 3).join("\n"), @r#"
    All benefits arrive late by: 0 months to 12 months | 2019/20 | 2020/21 | 1.5 years
    Local networks benefits late by: 0 months to 12 months | 2019/20 | 2020/21 | 1.1 years
    Benefits delivered: 60% to 100% | 2019/20 | 2019/20 | 0.3 years
    "#);
    insta::assert_snapshot!(all.rows[2].sentence, @"Benefits delivered from 60% to 100%: payback on savings and avoidance stays 2019/20, moving by 0.3 years.");
    let savings = words("", Measure::Payback, Scope::Savings);
    insta::assert_snapshot!(first(&savings, 4).join("\n"), @r#"
    In-county school journeys removed: 3% to 12% | 2022/23 | 2020/21 | 2.2 years
    Benefits delivered: 60% to 100% | 2021/22 | 2020/21 | 1.4 years
    All benefits arrive late by: 0 months to 12 months | 2020/21 | 2021/22 | 1.2 years
    Local networks benefits late by: 0 months to 12 months | 2020/21 | 2021/22 | 1.2 years
    "#);
    insta::assert_snapshot!(savings.rows[0].sentence, @"In-county school journeys removed from 3% to 12%: payback on savings alone goes from 2022/23 to 2020/21; 2020/21 now.");
}

#[test]
fn what_never_pays_back_still_has_a_shortfall_that_moves() {
    let words = words("", Measure::Payback, Scope::Payer(2));
    insta::assert_snapshot!(first(&words, 2).join("\n"), @r#"
    Day opportunities cost reduced: 4% to 12% | not within 5 years | 2022/23 | over 0.4 years
    Investment overrun: −10% to 20% | 2022/23 | not within 5 years | over 0.1 years
    "#);
    insta::assert_snapshot!(words.rows[0].sentence, @"Day opportunities cost reduced from 4% to 12%: payback on the gains of Adult care services goes from not within 5 years, £1,892,357 short to 2022/23; not within 5 years, £212,357 short now.");
    let still = words.rows.iter().filter(|row| !row.moves).count();
    assert!(still > 0);
    let last = words.rows.last().unwrap();
    assert_eq!((last.swing.as_str(), last.moves), ("nothing", false));
    insta::assert_snapshot!(last.sentence, @"Reform pressure that is also EHCP growth from 0% to 50%: payback on the gains of Adult care services stays not within 5 years, £212,357 short.");
}

#[test]
fn the_discount_rate_moves_present_value_alone() {
    let find = |measure| {
        let words = words("", measure, Scope::Benefits);
        let row = words.rows.iter().find(|row| row.id == "discount-rate");
        row.map(|row| (row.moves, row.swing.clone())).unwrap()
    };
    assert_eq!(find(Measure::Net), (false, "nothing".to_owned()));
    assert_eq!(find(Measure::Payback), (false, "nothing".to_owned()));
    assert!(find(Measure::NetPresentValue).0);
}

#[test]
fn a_value_outside_its_range_is_part_of_the_swing() {
    // Nothing delivered is below the low value, so net now is the far end.
    let model = model();
    let scenario = scenario("benefit-delivery=0");
    let swings = sensitivity(&model, &scenario, Scope::Benefits);
    let swing = swings
        .iter()
        .find(|swing| swing.assumption == index("benefit-delivery"))
        .unwrap();
    let Effect::Amount(apart) = swing.effect(Measure::Net) else {
        panic!("net moves");
    };
    assert!(apart > swing.on_net().as_f64());
    assert_eq!(apart, (swing.at_high.net - swing.now.net).as_f64());
}

#[test]
fn a_range_without_width_is_not_ranked_and_is_still_there() {
    let model = model();
    let table = model.assumptions();
    let mut scenario = Scenario::published();
    let journeys = index("in-county-journeys");
    scenario.set_range(table, journeys, 5.0, 5.0).unwrap();
    let swings = sensitivity(&model, &scenario, Scope::Benefits);
    let of = |swings: &[Swing]| swings.iter().any(|swing| swing.assumption == journeys);
    assert!(of(&swings) && !of(&ranked(&swings, Measure::Net)));
    assert!(swings.iter().any(|swing| !swing.is_tested()));
}

#[test]
fn the_table_is_a_file_of_plain_figures() {
    let words = words("", Measure::Net, Scope::Benefits);
    let sheet = Sheet::of_grid(&words.grid).csv();
    let lines: Vec<&str> = sheet.lines().take(2).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    Assumption,Unit,Low,Figure at low,High,Figure at high,Swing
    Benefits delivered,% of every benefit,60,9378386,100,17638882,8260496
    "#);
    assert!(!sheet.contains('\u{2212}'));
}

#[test]
fn a_shortfall_moves_by_what_lies_between_the_greatest_and_the_least() {
    let swings = sensitivity(&model(), &scenario(""), Scope::Payer(2));
    let short = |payback| match payback {
        Payback::NotWithin { shortfall } => shortfall,
        Payback::Within { .. } => panic!("{payback:?} is within the years"),
    };
    let mut found = 0;
    for swing in &swings {
        if let Effect::Shortfall(apart) = swing.effect(Measure::Payback) {
            let of = [swing.at_low, swing.now, swing.at_high].map(|at| short(at.payback));
            assert_eq!(apart, *of.iter().max().unwrap() - *of.iter().min().unwrap());
            found += 1;
        }
    }
    assert!(found > 0);
}

#[test]
fn effects_beyond_any_payback_go_by_the_greatest_shortfall_and_then_by_the_earliest_payback() {
    let beyond = |earliest, shortfall| Effect::Beyond {
        earliest,
        shortfall: Pounds(shortfall),
    };
    // From the smallest effect to the greatest.
    let order = [
        Effect::Nothing,
        Effect::Shortfall(Pounds(9)),
        Effect::Years(4.0),
        beyond(2.0, 100),
        beyond(3.0, 200),
        beyond(1.5, 200),
    ];
    for (place, effect) in order.iter().enumerate() {
        for (other, another) in order.iter().enumerate() {
            assert_eq!(
                effect.compare(another),
                place.cmp(&other),
                "{effect:?}, {another:?}"
            );
        }
    }
}

#[test]
fn every_assumption_is_listed_from_the_one_that_moves_most() {
    let model = model();
    let aim = Aim::default();
    let listed = by_effect(&model, &scenario(""), aim);
    let swings = sensitivity(&model, &scenario(""), aim.scope);
    assert_eq!(listed.len(), swings.len());
    let tested = ranked(&swings, aim.measure);
    let first: Vec<_> = tested.iter().map(|swing| swing.assumption).collect();
    assert_eq!(listed[..first.len()], first);
    let rest = swings.iter().filter(|swing| !swing.is_tested());
    assert_eq!(
        listed[first.len()..],
        rest.map(|swing| swing.assumption).collect::<Vec<_>>()
    );
    assert!(!first.is_empty() && first.len() < listed.len());
}

#[test]
fn a_smaller_shortfall_is_a_smaller_effect() {
    let [small, large] = [5, 7].map(|pounds| Effect::Shortfall(Pounds(pounds)));
    assert!(small.compare(&large).is_lt());
    assert!(large.compare(&small).is_gt());
    assert!(small.compare(&small).is_eq());
}
