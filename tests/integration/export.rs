//! Outcomes as people read them: the sentence, the tables, the numbers in words.

use send_modeller::export::{
    Table, cumulative_summary, headline, horizon, ledger, money, money_note, money_unit,
    payback_words, payers, range, signed_money, tiles, value, value_difference, value_with_note,
    yearly_net, yearly_summary, yearly_totals,
};
use send_modeller::link::{LedgerView, Money, View};
use send_modeller::model::Pounds;

use crate::{index, library, model, outcome};

fn sentence(link: &str) -> String {
    headline(&model(), &outcome(link), &outcome("")).text()
}

#[test]
fn the_sentence_says_what_the_scenario_means() {
    insta::assert_snapshot!(sentence(""), @"As published, the programme pays back in 2019/20 and is worth £17.64m net over five years. On savings alone it pays back in 2020/21.");
    insta::assert_snapshot!(sentence("in-county-journeys=15"), @"This scenario still pays back in 2019/20 and is worth £20.10m net over five years: £2.46m more than published. On savings alone it pays back in 2019/20.");
    insta::assert_snapshot!(sentence("in-county-journeys=0"), @"This scenario still pays back in 2019/20 and is worth £12.71m net over five years: £4.92m less than published. On savings alone it does not pay back within the five years: £977k short.");
    insta::assert_snapshot!(sentence("benefit-delay=24"), @"This scenario pays back in 2021/22, two years later than published, and is worth £6.53m net over five years: £11.11m less than published. On savings alone it pays back in 2022/23.");
    insta::assert_snapshot!(sentence("investment-overrun=-50&adoption-breakdowns=4"), @"This scenario pays back in 2018/19, one year earlier than published, and is worth £22.75m net over five years: £5.11m more than published. On savings alone it pays back in 2019/20.");
    insta::assert_snapshot!(sentence("benefit-delivery=0"), @"This scenario does not pay back within the five years and costs £3.01m more than it brings in over five years: £20.65m less than published. On savings alone it does not pay back within the five years: £3.01m short.");
    insta::assert_snapshot!(sentence("discount-rate=0"), @"This scenario still pays back in 2019/20 and is worth £17.64m net over five years. On savings alone it pays back in 2020/21.");
    insta::assert_snapshot!(sentence("ooc-school-avoided=9.99"), @"This scenario still pays back in 2019/20 and is worth £17.64m net over five years: £1k less than published. On savings alone it pays back in 2020/21.");
}

#[test]
fn a_payback_not_within_the_years_comes_with_its_shortfall() {
    let payback = outcome("benefit-delivery=0").payback;
    let words = payback_words(&model(), payback);
    assert_eq!(
        words,
        (
            "not within 5 years".to_owned(),
            Some("£3,012,357 short".to_owned())
        )
    );
    assert_eq!(
        payback_words(&model(), outcome("").payback),
        ("2019/20".to_owned(), None)
    );
}

fn tables(link: &str, years: LedgerView) -> [Table; 2] {
    let view = View {
        years,
        ..View::default()
    };
    let (model, now, published) = (model(), outcome(link), outcome(""));
    [
        ledger(&model, &now, &published, view),
        payers(&model, &now, &published, view),
    ]
}

#[test]
fn every_line_of_a_case_has_its_row_and_nothing_differs_from_itself() {
    for model in library().iter() {
        let (case, published) = (model.case(), model.outcome());
        let view = View::default();
        let ledger = ledger(model, &published, &published, view);
        let payers = payers(model, &published, &published, view);
        let rows = ledger.sections.iter().flat_map(|section| &section.rows);
        let lines = rows.clone().filter(|row| !row.sum).count();
        assert_eq!(lines, case.investment.len() + case.benefits.len());
        assert!(
            rows.chain(&payers.sections[0].rows)
                .all(|row| !row.changed())
        );
        let columns = [case.years.labels(), vec!["All years".to_owned()]].concat();
        assert_eq!(ledger.columns, columns);
    }
}

#[test]
fn the_three_views_end_in_figures_that_mean_something() {
    let end = |view| {
        let [_, payers] = tables("", view);
        let row = payers.sections[0].rows.last().unwrap().clone();
        (
            payers.columns.last().unwrap().clone(),
            row.years[4].0,
            row.end.0,
        )
    };
    // 225,746 + 4,301,231 + 5,011,826 + 5,369,810 + 5,742,626.
    assert_eq!(
        end(LedgerView::Annual),
        ("All years".to_owned(), 5_742_626, 20_651_239)
    );
    assert_eq!(
        end(LedgerView::Change),
        ("A year by 2022/23".to_owned(), 372_816, 5_742_626)
    );
    assert_eq!(
        end(LedgerView::Running),
        ("All years".to_owned(), 20_651_239, 20_651_239)
    );
    let net = yearly_net(&model(), &outcome(""), &outcome(""));
    let to_date = net.sections[0].rows.last().unwrap();
    assert_eq!(
        (to_date.years[4].0, to_date.end.0),
        (17_638_882, 17_638_882)
    );
    let totals = yearly_totals(&model(), &outcome(""), &outcome(""));
    let ends: Vec<i64> = totals.sections[0]
        .rows
        .iter()
        .map(|row| row.end.0)
        .collect();
    assert_eq!(ends, [3_012_357, 6_959_940, 13_691_299, 20_651_239]);
}

#[test]
fn values_are_written_with_their_units() {
    let model = model();
    let known = |id| &model.assumptions()[index(id)];
    assert_eq!(value(known("in-county-journeys"), 12.5), "12.5%");
    assert_eq!(value(known("investment-overrun"), -50.0), "−50%");
    assert_eq!(value(known("college-unit-cost"), 11_211.21), "£11,211.21");
    assert_eq!(value(known("benefit-delay"), 1.0), "1 month");
    assert_eq!(value(known("benefit-delay"), 0.0), "0 months");
    assert_eq!(value_with_note(known("ooc-pupils"), 115.0), "115 pupils");
    assert_eq!(
        value_with_note(known("amount-it-development"), 1e5),
        "£100,000"
    );
    assert_eq!(range(known("investment-overrun")), "−50% to 200%");
    assert_eq!(range(known("benefit-delay")), "whole months from 0 to 24");
    assert_eq!(range(known("in-county-cost")), "£0 to £123,109,470");
    assert_eq!(
        (horizon(5), horizon(1)),
        ("five years".to_owned(), "one year".to_owned())
    );
}

#[test]
fn differences_are_said_with_their_sign() {
    let model = model();
    let said = |id, amount| value_difference(&model.assumptions()[index(id)], amount);
    assert_eq!(said("in-county-journeys", 15.0), "+5 points");
    assert_eq!(said("in-county-journeys", 9.0), "−1 point");
    assert_eq!(said("in-county-journeys", 10.3), "+0.3 points");
    assert_eq!(said("in-county-cost", 12_309_947.0), "−£1,000");
    assert_eq!(said("benefit-delay", 6.0), "+6 months");
    assert_eq!(said("ooc-pupils", 92.0), "−23");
}

#[test]
fn the_tiles_are_the_outcome_beside_the_published_one() {
    let shown = |link: &str| {
        let tiles = tiles(&model(), &outcome(link), &outcome(""));
        let lines = tiles.iter().map(|tile| {
            let published = tile.published.as_deref().unwrap_or("as published");
            format!(
                "{}: {} = {} ({published}; {})",
                tile.title, tile.value, tile.exact, tile.difference
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(shown(""), @r#"
    Investment over five years: £3.01m = £3,012,357 (as published; )
    Savings a year by 2022/23: £1.74m = £1,739,985 (as published; )
    Avoidance a year by 2022/23: £4.00m = £4,002,641 (as published; )
    Net over five years: £17.64m = £17,638,882 (as published; )
    Pays back, all benefits: 2019/20 = 1.1 years from the start of 2018/19 (as published; )
    Pays back, savings alone: 2020/21 = 2.5 years from the start of 2018/19 (as published; )
    "#);
    insta::assert_snapshot!(shown("benefit-delivery=10&benefit-delay=12"), @r#"
    Investment over five years: £3.01m = £3,012,357 (as published; )
    Savings a year by 2022/23: £174k = £173,998 (£1,739,985; −£1,565,987)
    Avoidance a year by 2022/23: £363k = £362,982 (£4,002,641; −£3,639,659)
    Net over five years: −£1.52m = −£1,521,498 (£17,638,882; −£19,160,380)
    Pays back, all benefits: not within 5 years = £1,521,498 short (2019/20; )
    Pays back, savings alone: not within 5 years = £2,490,363 short (2020/21; )
    "#);
}

#[test]
fn the_charts_are_told_to_who_cannot_see_them() {
    let told = |link: &str| {
        let (model, now, published) = (model(), outcome(link), outcome(""));
        let yearly = yearly_summary(&model, &now, &published);
        yearly + "\n" + &cumulative_summary(&model, &now, &published)
    };
    insta::assert_snapshot!(told(""), @r#"
    Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £1.74m a year and avoidance £4.00m a year (as published).
    Cumulative net is lowest in 2018/19, at −£288k; it is repaid in 2019/20, and ends at £17.64m by 2022/23.
    "#);
    insta::assert_snapshot!(told("benefit-delay=12&posts-kept=100"), @r#"
    Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £1.74m a year and avoidance £3.63m a year (published: £1.74m and £4.00m).
    Cumulative net is lowest in 2019/20, at −£2.03m; it is repaid in 2020/21, and ends at £10.21m by 2022/23 (published: £17.64m).
    "#);
    insta::assert_snapshot!(told("benefit-delivery=0"), @r#"
    Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £0 a year and avoidance £0 a year (published: £1.74m and £4.00m).
    Cumulative net is lowest in 2020/21, at −£3.01m; it is not repaid, and ends at −£3.01m by 2022/23 (published: £17.64m).
    "#);
    insta::assert_snapshot!(told("adoption-breakdowns=10"), @r#"
    Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £1.74m a year and avoidance £7.60m a year (published: £1.74m and £4.00m).
    Cumulative net is never below nought, and ends at £28.44m by 2022/23 (published: £17.64m).
    "#);
}

#[test]
fn amounts_are_written_in_each_unit_with_a_true_minus() {
    for (amount, whole, thousands, millions) in [
        (0, "£0", "£0", "£0"),
        (1, "£1", "£0k", "£0.00m"),
        (499, "£499", "£0k", "£0.00m"),
        (500, "£500", "£1k", "£0.00m"),
        (4_999, "£4,999", "£5k", "£0.00m"),
        (5_000, "£5,000", "£5k", "£0.01m"),
        (98_360, "£98,360", "£98k", "£0.10m"),
        (999_499, "£999,499", "£999k", "£1.00m"),
        (999_500, "£999,500", "£1,000k", "£1.00m"),
        (994_999, "£994,999", "£995k", "£0.99m"),
        (1_846_598, "£1,846,598", "£1,847k", "£1.85m"),
        (17_638_882, "£17,638,882", "£17,639k", "£17.64m"),
        (2_345_678_901, "£2,345,678,901", "£2,345,679k", "£2,345.68m"),
    ] {
        for (unit, words) in [
            (Money::Pounds, whole),
            (Money::Thousands, thousands),
            (Money::Millions, millions),
        ] {
            assert_eq!(money(Pounds(amount), unit), words);
            // Away from nought alike; what rounds to nought has no sign.
            let nought = ["£0", "£0k", "£0.00m"].contains(&words);
            let sign = |sign: &str| {
                if nought {
                    words.to_owned()
                } else {
                    format!("{sign}{words}")
                }
            };
            assert_eq!(money(Pounds(-amount), unit), sign("−"));
            assert_eq!(signed_money(Pounds(-amount), unit), sign("−"));
            assert_eq!(signed_money(Pounds(amount), unit), sign("+"));
        }
    }
}

#[test]
fn rounded_units_say_that_they_are_rounded() {
    assert_eq!(money_note(Money::Pounds), None);
    let said = |unit| money_note(unit).unwrap();
    assert_eq!(
        said(Money::Thousands),
        "Shown in thousands and worked out in whole pounds, so rounded rows may not add up \
         exactly to their total."
    );
    assert_eq!(
        said(Money::Millions),
        said(Money::Thousands).replace("thousands", "millions")
    );
    let units = [Money::Pounds, Money::Thousands, Money::Millions].map(money_unit);
    assert_eq!(units, ["£", "£ thousands", "£ millions"]);
}
