//! What would have to be true: proved by running both sides; honest where nothing will do.

use proptest::prelude::*;
use send_modeller::analysis::{
    Found, Given, Goal, Reading, Scope, Settings, Sought, Wanted, goal_seek, grain,
};
use send_modeller::export::goal_words;
use send_modeller::model::{AssumptionIndex, Outcome, Payback, Pounds, Scenario};

use super::{aim, aimed, direct, readings};
use crate::scenarios::{at, links};
use crate::{cases, index, model, scenario};

/// The figure a goal is about, from a direct run.
fn figure(goal: Goal, outcome: &Outcome) -> Reading {
    readings(goal.scope, outcome).get(goal.aim().measure)
}

/// How far above the goal a figure is: below nought below it. Never paid back is above
/// every year, by more the more is missing.
fn above(goal: Goal, reading: Reading) -> i128 {
    match (goal.wanted, reading) {
        (Wanted::Net(wanted) | Wanted::NetPresentValue(wanted), Reading::Amount(amount)) => {
            i128::from(Pounds::round(amount).0) - i128::from(wanted.0)
        }
        (Wanted::Payback(wanted), Reading::Payback(Payback::Within { year, .. })) => {
            year as i128 - wanted as i128
        }
        (Wanted::Payback(_), Reading::Payback(Payback::NotWithin { shortfall })) => {
            1_000 + i128::from(shortfall.0)
        }
        other => panic!("{other:?}"),
    }
}

fn sought(link: &str, id: &str, wanted: Wanted, scope: Scope) -> Sought {
    goal_seek(&model(), &scenario(link), index(id), Goal { wanted, scope })
}

fn said(link: &str, id: &str, wanted: Wanted, scope: Scope) -> String {
    let words = goal_words(&model(), &sought(link, id, wanted, scope));
    format!("{} {}", words.sentence, words.proof)
        .trim_end()
        .to_owned()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn both_sides_of_what_is_found_prove_it(
        link in links(3),
        place in any::<prop::sample::Index>(),
        aim in aim(),
        amount in prop_oneof![-30_000_000_i64..60_000_000, -3_000_000_i64..3_000_000],
        near: bool,
        year in 0_usize..5,
    ) {
        let (model, start) = at(&link);
        let aim = aimed(&model, aim);
        let table = model.assumptions();
        let scenario = start;
        let all: Vec<AssumptionIndex> = table.iter().map(|(index, _)| index).collect();
        let assumption = *place.get(&all);
        let known = &table[assumption];
        let own = scenario.value(table, assumption);
        let before = readings(aim.scope, &model.evaluate(&scenario));
        // Half of the time a little away from where it is, so that it is often reached.
        let amount = Pounds(if near { before.net.0 + amount / 100 } else { amount });
        let wanted = match aim.measure {
            send_modeller::analysis::Measure::Net => Wanted::Net(amount),
            send_modeller::analysis::Measure::NetPresentValue => Wanted::NetPresentValue(amount),
            send_modeller::analysis::Measure::Payback => Wanted::Payback(year),
        };
        let goal = Goal { wanted, scope: aim.scope };
        prop_assert_eq!(goal.aim(), aim);
        let sought = goal_seek(&model, &scenario, assumption, goal);
        let run = |value| figure(goal, &direct(&model, &scenario, assumption, value));
        let true_of = |given: Given| given.gives == run(given.value);
        prop_assert_eq!(sought.now, Given { value: own, gives: run(own) });
        let now = above(goal, sought.now.gives);
        let reaches = |given: Given| {
            let then = above(goal, given.gives);
            if now > 0 { then <= 0 } else { then >= 0 }
        };
        match sought.found {
            Found::Already => prop_assert_eq!(now, 0),
            Found::Reached { at, nearer } => {
                prop_assert!(now != 0 && true_of(at) && true_of(nearer));
                prop_assert!(reaches(at) && !reaches(nearer), "{:?} {:?}", at, nearer);
                prop_assert!((at.value - nearer.value).abs() <= grain(known) * 1.000_001);
                prop_assert!((at.value - own).abs() > (nearer.value - own).abs());
            }
            Found::Unreached { closest, .. } => {
                prop_assert!(now != 0 && true_of(closest) && !reaches(closest));
                for value in [known.min, known.max, known.low, known.high, own] {
                    let other = above(goal, run(value));
                    prop_assert!(other.abs() >= above(goal, closest.gives).abs(), "{} is closer", value);
                    prop_assert!((now > 0) == (other > 0), "{} reaches it", value);
                    // Of equals it is the nearest to the scenario's own.
                    let nearest = (closest.value - own).abs() <= (value - own).abs();
                    prop_assert!(other != above(goal, closest.gives) || nearest, "{} is nearer", value);
                }
            }
        }
        let words = goal_words(&model, &sought);
        prop_assert_eq!(words.proof.is_empty(), !matches!(sought.found, Found::Reached { .. }));
        let reached = match sought.found {
            Found::Reached { at, .. } => Some(at.value),
            _ => None,
        };
        prop_assert!(words.offer.is_none() || words.offer == reached);
        prop_assert!(words.sentence.ends_with('.') && !words.sentence.contains("  "), "{}", words.sentence);
    }
}

#[test]
fn an_amount_above_and_one_below_the_present_one() {
    let net = |millions: i64| Wanted::Net(Pounds(millions * 1_000_000));
    let of = |id, wanted| said("", id, wanted, Scope::Benefits);
    insta::assert_snapshot!(of("in-county-journeys", net(20)), @"For net over five years on savings and avoidance to rise to £20,000,000, in-county school journeys removed would have to be 14.8% (now 10%). 14.8% gives £20,002,582; 14.79% gives £19,997,658.");
    insta::assert_snapshot!(of("in-county-journeys", net(15)), @"For net over five years on savings and avoidance to fall to £15,000,000, in-county school journeys removed would have to be 4.64% (now 10%). 4.64% gives £14,999,414; 4.65% gives £15,004,338.");
    insta::assert_snapshot!(of("benefit-delay", net(10)), @"For net over five years on savings and avoidance to fall to £10,000,000, all benefits arrive late by 17 months (now 0 months). 17 months gives £9,658,834; 16 months gives £10,106,320.");
    insta::assert_snapshot!(of("in-county-journeys", net(100)), @"No value of in-county school journeys removed from 0% to 100% (47 tried) brings net over five years on savings and avoidance up to £100,000,000; the closest is 100%, which gives £61,958,290.");
    insta::assert_snapshot!(of("benefit-delay", net(30)), @"No value of “All benefits arrive late by” from 0 months to 24 months (each of 25 tried) brings net over five years on savings and avoidance up to £30,000,000; the closest is 0 months, which gives £17,638,882.");
    insta::assert_snapshot!(of("discount-rate", net(17)), @"No value of discount rate from 0% to 20% (45 tried) brings net over five years on savings and avoidance down to £17,000,000; the closest is 3.5%, which gives £17,638,882.");
}

#[test]
fn what_is_there_already_is_said() {
    let now = Wanted::Net(Pounds(17_638_882));
    insta::assert_snapshot!(said("", "in-county-journeys", now, Scope::Benefits), @"Net over five years on savings and avoidance is £17,638,882 already; in-county school journeys removed is 10%.");
    // Shown as £16,004,594, though the value itself has pence.
    let worth = Wanted::NetPresentValue(Pounds(16_004_594));
    let sought = sought("", "in-county-journeys", worth, Scope::Benefits);
    assert_eq!(sought.found, Found::Already);
    let year = Wanted::Payback(1);
    insta::assert_snapshot!(said("", "benefit-delay", year, Scope::Benefits), @"Payback on savings and avoidance is 2019/20 already; all benefits arrive late by 0 months.");
}

#[test]
fn what_was_found_is_offered_once() {
    let wanted = Wanted::Net(Pounds(20_000_000));
    let of = |link| {
        goal_words(
            &model(),
            &sought(link, "in-county-journeys", wanted, Scope::Benefits),
        )
    };
    assert_eq!(of("").offer, Some(14.8));
    assert_eq!(of("in-county-journeys=14.8").offer, None);
    insta::assert_snapshot!(of("in-county-journeys=14.8").sentence, @"Net over five years on savings and avoidance is £20,002,582, as near to £20,000,000 as a step of in-county school journeys removed can bring it; in-county school journeys removed is 14.8%.");
    insta::assert_snapshot!(of("in-county-journeys=14.8").proof, @"14.79% gives £19,997,658; 14.8% gives £20,002,582.");
    // A year is reached or it is not: there is no as near as can be.
    let sooner = sought(
        "benefit-delay=4",
        "benefit-delay",
        Wanted::Payback(2),
        Scope::Savings,
    );
    assert_eq!(goal_words(&model(), &sooner).offer, Some(3.0));
}

#[test]
fn a_year_sooner_and_a_year_later() {
    let of = |link, id, year, scope| said(link, id, Wanted::Payback(year), scope);
    insta::assert_snapshot!(of("", "benefit-delay", 3, Scope::Benefits), @"For payback on savings and avoidance to come as late as 2021/22, all benefits arrive late by 17 months (now 0 months). 17 months gives 2021/22; 16 months gives 2020/21.");
    insta::assert_snapshot!(of("benefit-delay=24", "benefit-delay", 2, Scope::Savings), @"For payback on savings alone to come by 2020/21, all benefits arrive late by 3 months (now 24 months). 3 months gives 2020/21; 4 months gives 2021/22.");
    insta::assert_snapshot!(of("", "in-county-journeys", 4, Scope::Payer(2)), @"No value of in-county school journeys removed from 0% to 100% (47 tried) brings payback on the gains of Adult care services forward to 2022/23; the closest is 10%, which gives not within 5 years, £212,357 short.");
    insta::assert_snapshot!(of("", "day-opportunities", 4, Scope::Payer(2)), @"For payback on the gains of Adult care services to come by 2022/23, day opportunities cost reduced would have to be 10.76% (now 10%). 10.76% gives 2022/23; 10.75% gives not within 5 years, £2,357 short.");
}

#[test]
fn a_target_past_all_reason_is_not_reached_and_no_panic() {
    for wanted in [
        Wanted::Net(Pounds(i64::MAX)),
        Wanted::NetPresentValue(Pounds(i64::MIN)),
        Wanted::Payback(usize::MAX),
    ] {
        let goal = Goal {
            wanted,
            scope: Scope::Benefits,
        };
        let journeys = index("in-county-journeys");
        let sought = goal_seek(&model(), &Scenario::published(), journeys, goal);
        assert!(
            matches!(sought.found, Found::Unreached { .. }),
            "{wanted:?}"
        );
    }
}

#[test]
fn what_nothing_reaches_stays_as_it_is() {
    // The rate moves no amount that is not discounted: every value comes equally near.
    for (amount, own) in [(90_000_000, 3.5), (90_000_000, 2.0), (1_000_000, 2.0)] {
        let link = format!("discount-rate={own}");
        let sought = sought(
            &link,
            "discount-rate",
            Wanted::Net(Pounds(amount)),
            Scope::Benefits,
        );
        let Found::Unreached { closest, .. } = sought.found else {
            panic!("{sought:?}");
        };
        assert_eq!(closest, sought.now);
        assert_eq!(closest.value, own);
    }
}

#[test]
fn of_values_that_come_equally_near_the_one_with_least_to_change_is_told() {
    // In months late, of which each is tried: nothing brings payback to the first year, or
    // as late as the last. Every month up to the sixth brings the second, every one from
    // the seventeenth the fourth.
    for (own, wanted, told, next) in [(24.0, 0, 6.0, 7.0), (2.0, 4, 17.0, 16.0)] {
        let (link, wanted) = (format!("benefit-delay={own}"), Wanted::Payback(wanted));
        let sought = sought(&link, "benefit-delay", wanted, Scope::Benefits);
        let Found::Unreached { closest, .. } = sought.found else {
            panic!("{sought:?}");
        };
        let run = |months| {
            let outcome = direct(&model(), &scenario(&link), index("benefit-delay"), months);
            figure(sought.goal, &outcome)
        };
        assert_eq!(closest.value, told);
        let far = if own > told { 0.0 } else { 24.0 };
        let off = |reading| above(sought.goal, reading);
        assert_eq!(off(run(far)), off(closest.gives), "no nearer further off");
        assert_ne!(off(run(next)), off(closest.gives));
    }
}

#[test]
fn what_is_sought_is_the_goal_of_the_settings() {
    let goal = Some((index("in-county-journeys"), 20e6));
    let settings = Settings {
        goal,
        ..Settings::default()
    };
    let sought = Some((index("in-county-journeys"), Goal::of(settings.aim, 20e6)));
    assert_eq!(settings.sought(), sought);
    assert_eq!(Settings::default().sought(), None);
}
