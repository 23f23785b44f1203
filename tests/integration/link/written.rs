//! What stands in links, to the letter: packed bytes, receipts, words, views and lines.

use proptest::prelude::*;
use send_modeller::link::{
    LONGEST_TITLE, LedgerView, LinkProblem, Receipt, ReceiptCheck, bytes_of_text, may_have_lines,
    text_of_bytes,
};
use send_modeller::model::{Payback, Pounds, Scenario, Series};

use crate::{cases, model, opened, outcome};

#[test]
fn bytes_are_the_text_that_the_standard_gives_them() {
    // RFC 4648, section 10, without padding; and its two last letters, of section 5.
    for (bytes, text) in [
        ("", ""),
        ("f", "Zg"),
        ("fo", "Zm8"),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ] {
        assert_eq!(text_of_bytes(bytes.as_bytes()), text);
        assert_eq!(bytes_of_text(text).as_deref(), Some(bytes.as_bytes()));
    }
    let last = [0xfb, 0xff, 0xbf];
    assert_eq!(text_of_bytes(&last), "-_-_");
    for text in ["-_-_", "+/+/", "+_-/", "-_-_=="] {
        assert_eq!(bytes_of_text(text).as_deref(), Some(&last[..]), "{text}");
    }
    for text in ["-", "-_-_-", "-_ -", "-_.-", "é"] {
        assert_eq!(bytes_of_text(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(bytes_of_text(&text_of_bytes(&bytes)), Some(bytes));
    }
}

#[test]
fn a_receipt_is_read_as_it_was_written_and_nothing_else_is() {
    for link in ["", "benefit-delivery=0"] {
        let outcome = outcome(link);
        let receipt = Receipt::of(&model(), &crate::scenario(link), &outcome);
        assert_eq!(Receipt::read(&receipt.write()), Some(receipt), "{link}");
    }
    assert!(Receipt::read("1.0,5,never,0123abcd").is_some());
    assert!(Receipt::read("1.0,5,2019/20,0123abcd").is_some());
    for text in [
        "1.0,5,soon,0123abcd",
        "1.0,5,,0123abcd",
        "1.0,5,2019/20/21,0123abcd",
        "1.0,5,2019/20,0123abc",
        "1.0,5,2019/20,0123abcde",
        "1.0,5,2019/20,0123abcg",
        "1.0,5,2019/20,0123abcd,",
        "1.0,5,2019/20",
        "one,5,2019/20,0123abcd",
        "1.0,five,2019/20,0123abcd",
    ] {
        assert_eq!(Receipt::read(text), None, "{text}");
    }
}

#[test]
fn a_receipt_of_the_same_net_and_another_payback_differs() {
    let (model, published) = (model(), Scenario::published());
    let now = model.evaluate(&published);
    let mut then = now.clone();
    then.payback = Payback::NotWithin {
        shortfall: Pounds(1),
    };
    let receipt = Receipt::of(&model, &published, &then);
    assert!(matches!(
        receipt.compare(&model, &published, &now),
        ReceiptCheck::Differs(_)
    ));
    let receipt = Receipt::of(&model, &published, &now);
    assert!(matches!(
        receipt.compare(&model, &published, &now),
        ReceiptCheck::AsSent(_)
    ));
}

#[test]
fn a_title_of_the_longest_kind_is_whole() {
    let long = "a".repeat(LONGEST_TITLE);
    let link = opened(&format!("title={long}"));
    assert_eq!(
        (link.title.as_str(), link.problems.len()),
        (long.as_str(), 0)
    );
    let link = opened(&format!("title={long}a"));
    assert_eq!(link.title, long);
    assert!(matches!(link.problems[..], [LinkProblem::LongText { .. }]));
}

#[test]
fn a_view_says_what_it_shows_and_what_its_last_column_is() {
    let series = Series::from_fn(3, |year| Pounds([-5, 20, 60][year]));
    let [annual, change, running] = LedgerView::ALL;
    assert_eq!(annual.end(&series), Pounds(75));
    assert_eq!(running.end(&series), Pounds(75));
    assert_eq!(
        change.end(&series),
        Pounds(60),
        "the last year's annual effect"
    );
    assert_eq!(annual.end_heading("2022/23"), "All years");
    assert_eq!(running.end_heading("2022/23"), "All years");
    assert_eq!(change.end_heading("2022/23"), "A year by 2022/23");
    let labels = LedgerView::ALL.map(LedgerView::label);
    assert_eq!(
        labels,
        ["Annual effect", "Year-on-year change", "Running total"]
    );
    for view in LedgerView::ALL {
        assert!(
            view.help().ends_with('.') && view.help().len() > 20,
            "{view:?}"
        );
    }
}

#[test]
fn a_link_that_may_have_lines_is_known() {
    assert!(may_have_lines("case=hertfordshire-2018&v=1&own-line-1=x"));
    assert!(!may_have_lines(
        "case=hertfordshire-2018&v=1&in-county-journeys=15"
    ));
    assert!(!may_have_lines(""));
}
