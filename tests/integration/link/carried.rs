//! What a link carries besides its scenario: the screen, the sender's words, what the
//! sender saw, and scenarios to compare.

use proptest::prelude::*;
use send_modeller::analysis::{Aim, Around, Measure, Plan, Scope, Settings, Shape};
use send_modeller::link::{
    GroupBy, LONGEST_NOTE, LONGEST_TITLE, LedgerView, Link, LinkProblem, Money, Named, Opened,
    Page, Receipt, ReceiptCheck, View, fragment, note_of, settings as link_settings, settings_text,
    title_of,
};
use send_modeller::model::{MODEL_VERSION, Pounds};

use crate::{CASE, cases, index, model, opened, scenario};

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn everything_a_link_carries_comes_back(
        title in any::<String>(),
        note in any::<String>(),
        names in prop::collection::vec(any::<String>(), 0..=4),
        journeys in 0_u32..=100,
    ) {
        let (title, note) = (title_of(&title), note_of(&note));
        let compared: Vec<Named> = names
            .iter()
            .map(|name| Named {
                name: title_of(name),
                model: model(),
                scenario: scenario(&format!("in-county-journeys={journeys}")),
            })
            .collect();
        let changed = scenario("benefit-delay=6");
        let model = model();
        let receipt = Receipt::of(&model, &changed, &model.evaluate(&changed));
        let view = View {
            page: Page::Compare,
            money: Money::Thousands,
            years: LedgerView::Running,
            by: GroupBy::Payer,
            changed_only: true,
        };
        let text = Link {
            view,
            title: &title,
            note: &note,
            receipt: Some(&receipt),
            compared: &compared,
            ..Link::to(&model, &changed)
        }
        .fragment();
        let back = opened(&text);
        prop_assert_eq!(back.problems, []);
        prop_assert_eq!(back.scenario, changed);
        prop_assert_eq!(back.view, Some(view));
        prop_assert_eq!(back.title, title);
        prop_assert_eq!(back.note, note);
        prop_assert_eq!(back.compared, compared);
        prop_assert_eq!(back.receipt, ReceiptCheck::AsSent(receipt));
    }
}

/// What a link's stress test is set to, and what of it cannot be used.
fn read(opened: &Opened) -> (Settings, Vec<LinkProblem>) {
    link_settings(&opened.stress, &model())
}

/// What a stress test may be set to.
fn any_settings() -> impl Strategy<Value = Settings> {
    let model = model();
    let all: Vec<_> = model.assumptions().iter().map(|(index, _)| index).collect();
    let (payers, years) = (model.case().payers.len(), model.case().years.count);
    let one = || prop::sample::select(all.clone());
    let scope = prop_oneof![
        Just(Scope::Benefits),
        Just(Scope::Savings),
        (0..payers).prop_map(Scope::Payer),
    ];
    let pounds = prop_oneof![
        Just(0.0),
        Just(-Settings::MOST_POUNDS),
        -1e9..1e9,
        (-1_000_000_i32..1_000_000).prop_map(|tenths| f64::from(tenths) / 10.0),
    ];
    let year = prop::sample::select((0..years).collect::<Vec<_>>());
    let aim = prop_oneof![
        (Just(Measure::Net), pounds.clone()),
        (Just(Measure::NetPresentValue), pounds),
        (Just(Measure::Payback), year.prop_map(|year| year as f64)),
    ];
    let plan = (
        Plan::FEWEST..=Plan::MOST,
        any::<u32>(),
        prop::sample::select(vec![Shape::Pert, Shape::Triangular]),
        prop::sample::select(vec![Around::Current, Around::Published]),
    );
    let plan = plan.prop_map(|(draws, seed, shape, around)| Plan {
        draws,
        seed,
        shape,
        around,
    });
    (
        (aim, scope, prop::option::of(0..years)),
        (prop::option::of(one()), prop::option::of((one(), one()))),
        (Settings::SMALLEST..=Settings::LARGEST, any::<bool>(), plan),
    )
        .prop_map(|(aim, sought, rest)| {
            let ((measure, wanted), scope, by) = aim;
            let (goal, grid) = sought;
            let (size, simulate, plan) = rest;
            Settings {
                aim: Aim { measure, scope },
                by,
                goal: goal.map(|goal| (goal, wanted)),
                grid: grid.filter(|(one, other)| one != other),
                size,
                simulate,
                plan,
            }
        })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_a_stress_test_is_set_to_comes_back(settings in any_settings()) {
        let (model, changed) = (model(), scenario("benefit-delay=6"));
        let stress = settings_text(&model, &settings);
        let text = Link { stress: &stress, ..Link::to(&model, &changed) }.fragment();
        let back = opened(&text);
        prop_assert_eq!(read(&back), (settings, vec![]), "{}", text);
        prop_assert_eq!(back.problems, []);
        prop_assert_eq!(back.scenario, changed);
        // It needs no escape, whatever it holds.
        prop_assert!(!text.contains('%'), "{}", text);
    }

    #[test]
    fn any_text_at_all_sets_a_stress_test_and_ranges_to_something(
        stress in "([a-z]{1,9}(_[-a-z0-9.]{0,9}){0,3},?){0,5}|\\PC{0,40}",
        ranges in "(benefit-delay(_[-0-9.]{0,4}){0,3},?){0,4}|\\PC{0,40}",
    ) {
        let back = opened(&format!("#benefit-delay=6&stress={stress}&ranges={ranges}"));
        let model = model();
        let changed = scenario("benefit-delay=6");
        prop_assert_eq!(back.scenario.changes(), changed.changes());
        let written = Link {
            stress: &back.stress,
            ..Link::to(&model, &back.scenario)
        }
        .fragment();
        let again = opened(&written);
        prop_assert_eq!(again.problems, [], "{}", written);
        prop_assert_eq!(&again.stress, &back.stress);
        // What could be read of it is written as what can be.
        let (settings, _) = read(&back);
        prop_assert_eq!(link_settings(&settings_text(&model, &settings), &model), (settings, vec![]));
        prop_assert_eq!(again.scenario, back.scenario);
    }
}

#[test]
fn the_words_of_a_stress_test_are_read_in_any_order_and_written_in_one() {
    let words = "run,published,triangular,seed_7,draws_20000,size_11,\
        grid_in-county-journeys_benefit-delay,goal_in-county-journeys_-5000000.5,by_2020,payer_dsg,npv";
    let opened = opened(&format!("stress={words}"));
    assert_eq!((&opened.problems, opened.stress.as_str()), (&vec![], words));
    let (journeys, delay) = (index("in-county-journeys"), index("benefit-delay"));
    let dsg = model()
        .case()
        .payers
        .iter()
        .position(|payer| payer.id == "dsg");
    let expected = Settings {
        aim: Aim {
            measure: Measure::NetPresentValue,
            scope: Scope::Payer(dsg.unwrap()),
        },
        by: Some(2),
        goal: Some((journeys, -5_000_000.5)),
        grid: Some((journeys, delay)),
        size: 11,
        simulate: true,
        plan: Plan {
            draws: 20_000,
            seed: 7,
            shape: Shape::Triangular,
            around: Around::Published,
        },
    };
    assert_eq!(read(&opened), (expected, vec![]));
    let written = settings_text(&model(), &expected);
    let link = Link {
        stress: &written,
        ..Link::to(&model(), &opened.scenario)
    }
    .fragment();
    assert_eq!(
        link,
        format!(
            "{CASE}&stress=npv,payer_dsg,by_2020,goal_in-county-journeys_-5000000.5,\
             grid_in-county-journeys_benefit-delay,size_11,draws_20000,seed_7,triangular,published,run"
        )
    );
}

#[test]
fn a_year_to_pay_back_by_is_written_as_the_year_it_starts_in() {
    let opened = opened("stress=goal_benefit-delay_2021,payback");
    let (settings, problems) = read(&opened);
    assert_eq!(problems, []);
    assert_eq!(settings.goal, Some((index("benefit-delay"), 3.0)));
}

#[test]
fn words_of_a_newer_copy_are_passed_over() {
    let opened = opened("stress=hologram,,by_2019,sideways_9");
    let by = Settings {
        by: Some(1),
        ..Settings::default()
    };
    assert_eq!(read(&opened), (by, vec![]));
}

#[test]
fn ranges_travel_with_a_scenario_and_with_those_it_is_compared_to() {
    let ranges = "ranges=in-county-journeys_3_12.5,investment-overrun_-10_0";
    let ranged = scenario(&format!("benefit-delay=6&{ranges}"));
    assert_eq!(
        fragment(&model(), &ranged),
        format!("{CASE}&benefit-delay=6&{ranges}")
    );
    let table = model().assumptions().clone();
    assert_eq!(
        ranged.range(&table, index("in-county-journeys")),
        (3.0, 12.5)
    );
    let compared = vec![Named {
        name: "Ranged".to_owned(),
        model: model(),
        scenario: ranged.clone(),
    }];
    let published = scenario("");
    let text = Link {
        compared: &compared,
        ..Link::to(&model(), &published)
    }
    .fragment();
    let back = opened(&text);
    assert_eq!(back.problems, []);
    assert_eq!(back.compared, compared);
    // The case's own is no difference, and leaves the others.
    let known = &table[index("in-county-journeys")];
    let own = format!(
        "ranges=in-county-journeys_{}_{},benefit-delay_3_9",
        known.low, known.high
    );
    assert_eq!(scenario(&own), scenario("ranges=benefit-delay_3_9"));
}

#[test]
fn a_receipt_holds_whatever_the_ranges_and_the_stress_test() {
    let link = format!(
        "{CASE}&ranges=benefit-delay_3_9&stress=npv,run&receipt={}",
        written()
    );
    assert!(matches!(opened(&link).receipt, ReceiptCheck::AsSent(_)));
    let (plain, ranged) = (scenario(""), scenario("ranges=benefit-delay_3_9"));
    let outcome = model().evaluate(&plain);
    assert_eq!(
        Receipt::of(&model(), &plain, &outcome),
        Receipt::of(&model(), &ranged, &outcome)
    );
}

#[test]
fn a_link_to_a_scenario_alone_says_nothing_more() {
    let changed = scenario("in-county-journeys=15");
    let link = Link::to(&model(), &changed).fragment();
    assert_eq!(link, format!("{CASE}&in-county-journeys=15"));
    let back = opened(&link);
    assert_eq!((back.view, back.receipt), (None, ReceiptCheck::None));
}

#[test]
fn long_words_are_cut_and_it_is_said() {
    let note = "n".repeat(10_000);
    let title = "t".repeat(81);
    let back = opened(&format!("{CASE}&benefit-delay=6&title={title}&note={note}"));
    assert_eq!(back.title.len(), LONGEST_TITLE);
    assert_eq!(back.note.len(), LONGEST_NOTE);
    assert_eq!(back.scenario, scenario("benefit-delay=6"));
    let said: Vec<String> = back.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "title: longer than 80 characters; only the first 80 are shown",
            "note: longer than 500 characters; only the first 500 are shown",
        ]
    );
}

#[test]
fn one_bad_scenario_of_a_comparison_keeps_none_of_the_others_out() {
    let back = opened(&format!(
        "{CASE}&view=compare&compare-1=title%3DLate%26benefit-delay%3D12\
         &compare-2=title%3DBad%26benefit-delay%3D999%26ehcp-growth%3D23&compare-4=benefit-delivery%3D50"
    ));
    let names: Vec<&str> = back
        .compared
        .iter()
        .map(|named| named.name.as_str())
        .collect();
    assert_eq!(names, ["Late", "Bad", ""]);
    assert_eq!(back.compared[0].scenario, scenario("benefit-delay=12"));
    assert_eq!(back.compared[1].scenario, scenario("ehcp-growth=23"));
    let said: Vec<String> = back.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["compare-2, benefit-delay: 999 is outside 0 to 24; the published value 0 was used"]
    );
}

/// The published case, sent with this receipt.
fn received(receipt: &str) -> ReceiptCheck {
    let back = opened(&format!("{CASE}&receipt={receipt}"));
    assert_eq!(back.problems, [], "a receipt never stands in the way");
    back.receipt
}

/// The receipt of the published case, as it is written.
fn written() -> String {
    let published = scenario("");
    Receipt::of(&model(), &published, &model().evaluate(&published)).write()
}

#[test]
fn a_receipt_says_what_the_sender_saw() {
    assert!(
        written().starts_with(&format!("{MODEL_VERSION},17638882,2019/20,")),
        "{}",
        written()
    );
    assert!(matches!(received(&written()), ReceiptCheck::AsSent(_)));
    let never = scenario("benefit-delivery=0");
    let receipt = Receipt::of(&model(), &never, &model().evaluate(&never));
    assert_eq!((receipt.net, receipt.payback), (Pounds(-3_012_357), None));
}

#[test]
fn a_receipt_of_another_scenario_or_a_changed_figure_is_noticed() {
    let edited = written().replace("17638882", "27638882");
    assert_eq!(received(&edited), ReceiptCheck::Edited);
    let link = format!("{CASE}&benefit-delay=6&receipt={}", written());
    assert_eq!(opened(&link).receipt, ReceiptCheck::Edited);
}

/// The check word of figures sent with the published case, as any version writes it.
fn check(figures: &str) -> u32 {
    let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{figures}{CASE}").bytes().fold(0x811c_9dc5, hash)
}

#[test]
fn other_figures_from_another_model_are_told_apart_by_its_version() {
    for (version, newer) in [("0.9", false), ("1.0", false), ("1.1", true), ("2.0", true)] {
        let figures = format!("{version},17000000,2020/21");
        let receipt = received(&format!("{figures},{:08x}", check(&figures)));
        match receipt {
            ReceiptCheck::FromNewer(receipt) if newer => assert_eq!(receipt.model, version),
            ReceiptCheck::Differs(receipt) if !newer => {
                assert_eq!(receipt.net, Pounds(17_000_000));
            }
            other => panic!("{version}: {other:?}"),
        }
    }
}

#[test]
fn a_receipt_that_is_none_is_said_to_be_unreadable() {
    let long = "9".repeat(60);
    for receipt in [
        "",
        "abc",
        "1.0,17638882,2019/20",
        "1.0,17638882,2019/20,xyz",
        "1.0,17638882,2019/20,00000000,more",
        "1,17638882,2019/20,00000000",
        "1.0,+17638882,2019/20,00000000",
        "1.0,-9223372036854775808,2019/20,00000000",
        &format!("1.0,{long},2019/20,00000000"),
        "1.0,17638882,<script>,00000000",
    ] {
        assert_eq!(received(receipt), ReceiptCheck::Unreadable, "{receipt}");
    }
}
