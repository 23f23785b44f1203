//! What moved, and the log of assumptions.

use proptest::prelude::*;
use send_modeller::analysis::{Scope, movement, sensitivity};
use send_modeller::export::{MovementWords, RowKind, Sheet, assumptions_log, movement_words};
use send_modeller::model::{Line, Pounds, Scenario};

use crate::scenarios::changes;
use crate::{cases, index, model, outcome, scenario};

fn moved(before: &str, after: &str) -> MovementWords {
    movement_words(&model(), &movement(&outcome(before), &outcome(after)))
}

fn sentence(before: &str, after: &str) -> String {
    moved(before, after).sentence
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn lines_that_moved_add_up_to_the_change_in_net(first in changes(2), second in changes(2)) {
        let (before, after) = (first.outcome(), second.outcome());
        let moved = movement(&before, &after);
        let on_net: Pounds = moved.lines.iter().map(|line| line.on_net()).sum();
        prop_assert_eq!(on_net, after.net.total() - before.net.total());
        prop_assert_eq!(moved.net_after - moved.net_before, on_net);
        let rows = movement_words(&model(), &moved).lines;
        prop_assert_eq!(rows.iter().map(|row| row.amount).sum::<Pounds>(), on_net);
        let sizes: Vec<i64> = rows.iter().map(|row| row.amount.0.abs()).collect();
        prop_assert!(sizes.is_sorted_by(|a, b| a >= b), "{:?}", sizes);
        let payers: i64 = moved.payers.iter().map(|payer| (payer.after - payer.before).0).sum();
        prop_assert_eq!(payers, (after.benefits.total() - before.benefits.total()).0);
    }

    #[test]
    fn every_line_with_a_year_that_moved_is_listed_once(first in changes(2), second in changes(2)) {
        let (before, after) = (first.outcome(), second.outcome());
        let moved = movement(&before, &after);
        let case = model();
        let case = case.case();
        let lines = (0..case.investment.len()).map(Line::Investment)
            .chain((0..case.benefits.len()).map(Line::Benefit));
        for line in lines {
            let listed = moved.lines.iter().filter(|one| one.line == line).count();
            prop_assert_eq!(listed, usize::from(before.line(line) != after.line(line)));
        }
    }

    #[test]
    fn nothing_moves_from_a_scenario_to_itself(changes in changes(4)) {
        let outcome = changes.outcome();
        let moved = movement(&outcome, &outcome);
        prop_assert!(moved.is_none());
        prop_assert_eq!(movement_words(&model(), &moved).sentence, "Nothing moved.");
    }
}

#[test]
fn the_sentence_says_how_far_net_and_payback_moved() {
    assert_eq!(
        sentence("", "in-county-journeys=0"),
        "Net over five years falls by £4.92m to £12.71m; payback stays 2019/20; on savings alone \
         it moves from 2020/21 to not within 5 years."
    );
    assert_eq!(
        sentence("benefit-delay=24", ""),
        "Net over five years rises by £11.11m to £17.64m; payback moves from 2021/22 to 2019/20; \
         on savings alone it moves from 2022/23 to 2020/21."
    );
    assert_eq!(
        sentence("benefit-delivery=0", "benefit-delivery=1"),
        "Net over five years rises by £207k to −£2.81m; payback is still not within 5 years."
    );
    assert_eq!(
        sentence("", "discount-rate=10"),
        "Net over five years stays £17.64m; payback stays 2019/20; net present value falls by \
         £2.49m to £13.51m."
    );
}

#[test]
fn a_share_that_moves_between_payers_moves_no_line() {
    let words = moved("", "ooc-school-dsg-share=50");
    assert_eq!(
        words.sentence,
        "Net over five years stays £17.64m; payback stays 2019/20; who gains moves."
    );
    assert!(words.lines.is_empty());
    // A fifth of the million that the line comes to.
    let payers: Vec<(&str, &str)> = words
        .payers
        .iter()
        .map(|row| (row.label.as_str(), row.difference.as_str()))
        .collect();
    assert_eq!(
        payers,
        [
            ("Council budget (core)", "+£200,000"),
            ("Dedicated Schools Grant", "−£200,000")
        ]
    );
}

#[test]
fn rows_of_what_moved_keep_savings_and_avoidance_apart_and_investment_as_money_out() {
    let words = moved(
        "",
        "service-efficiency=9&ooc-school-avoided=20&amount-training-programme=250000",
    );
    let rows: Vec<(&str, RowKind, &str, &str, &str)> = words
        .lines
        .iter()
        .map(|row| {
            (
                &*row.label,
                row.kind,
                &*row.difference,
                &*row.from,
                &*row.to,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (
                "Out-of-county school growth",
                RowKind::Avoidance,
                "+£1,000,000",
                "£1,000,000",
                "£2,000,000"
            ),
            (
                "Service efficiencies",
                RowKind::Saving,
                "−£164,212",
                "£1,642,120",
                "£1,477,908"
            ),
            (
                "Training programme",
                RowKind::Investment,
                "−£100,000",
                "−£150,000",
                "−£250,000"
            ),
        ]
    );
}

#[test]
fn a_line_whose_years_moved_and_total_did_not_is_still_listed() {
    // Twelve months late, every investment line is a year later and as much.
    let words = moved("", "programme-delay=12");
    let row = words
        .lines
        .iter()
        .find(|row| row.label == "Training programme")
        .unwrap();
    assert_eq!((row.amount, row.from.as_str()), (Pounds::ZERO, "−£150,000"));
    assert_eq!(row.difference, "£0");
    assert_eq!(row.note, "The years differ; their total does not.");
}

#[test]
fn the_log_says_who_changed_what() {
    let model = model();
    let opened = scenario("in-county-journeys=15&ooc-transfers=8&benefit-delay=6&ehcp-held=90");
    let now = scenario("in-county-journeys=12&ooc-transfers=8&service-efficiency=9&ehcp-held=90");
    let log = assumptions_log(
        &model,
        &opened,
        &now,
        &sensitivity(&model, &now, Scope::Benefits),
    );
    assert_eq!(log.len(), model.assumptions().len());
    let row = |id: &str| log.iter().find(|row| row.id == id).unwrap();
    let by = |id: &str| {
        (
            row(id).changed_by.as_str(),
            row(id).value.as_str(),
            row(id).changed,
        )
    };
    assert_eq!(
        by("in-county-journeys"),
        ("by you; 15% in the link", "12% of in-county journeys", true)
    );
    assert_eq!(
        by("ooc-transfers"),
        ("in the link you opened", "8% of out-of-county pupils", true)
    );
    assert_eq!(
        by("service-efficiency"),
        ("by you", "9% of service costs", true)
    );
    assert_eq!(
        by("benefit-delay"),
        ("put back by you; 6 months in the link", "0 months", false)
    );
    assert_eq!(by("ehcp-growth"), ("as published", "36% growth", false));
    assert_eq!(
        row("service-cost").status,
        "Worked out from printed figures"
    );
    assert!(!row("service-cost").derivation.is_empty());
    assert_eq!(row("discount-rate").effect, "none", "net is not discounted");
    assert_eq!(row("discount-rate").net, "");
}

#[test]
fn the_effect_of_a_range_is_on_net_over_all_years() {
    let model = model();
    let published = Scenario::published();
    let log = assumptions_log(
        &model,
        &published,
        &published,
        &sensitivity(&model, &published, Scope::Benefits),
    );
    let row = log
        .iter()
        .find(|row| row.id == "ooc-school-growth")
        .unwrap();
    let known = &model.assumptions()[index("ooc-school-growth")];
    // A tenth of the growth in each of one, two, three and four years: the growth itself.
    let apart = Pounds::round(known.high - known.low);
    assert_eq!(row.range.on_net(), apart);
    assert!(row.effect.starts_with("+£"), "{}", row.effect);
    let sheet = Sheet::of_log(&log).csv();
    assert_eq!(sheet.lines().count(), log.len() + 1);
    assert!(!sheet.contains('\u{2212}'), "figures are plain");
}

#[test]
fn a_line_that_moved_has_its_last_years() {
    let (before, after) = (outcome(""), outcome("in-county-journeys=15"));
    let moved = movement(&before, &after);
    let line = moved.lines[0];
    assert_eq!(line.last_before, *before.line(line.line).last().unwrap());
    assert_eq!(line.last_after, *after.line(line.line).last().unwrap());
    assert_ne!(line.last_before, line.last_after);
}
