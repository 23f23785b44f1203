//! What a link carries besides its scenario: the screen, the sender's words, what the
//! sender saw, and scenarios to compare.

use proptest::prelude::*;
use send_modeller::link::{
    GroupBy, LONGEST_NOTE, LONGEST_TITLE, LedgerView, Link, Money, Named, Page, Receipt,
    ReceiptCheck, View, note_of, title_of,
};
use send_modeller::model::{MODEL_VERSION, Pounds};

use crate::{CASE, cases, model, opened, scenario};

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
