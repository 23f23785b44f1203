//! What people type in a number box.

use proptest::prelude::*;
use send_modeller::export::range;
use send_modeller::session::{EntryProblem, parse_entry, parse_pounds};

use crate::{cases, index, model};

#[test]
fn what_people_type_is_read_as_they_mean_it() {
    let read = |id: &str, text: &str| parse_entry(&model().assumptions()[index(id)], text);
    for (id, text, value) in [
        ("in-county-journeys", "15", 15.0),
        ("in-county-journeys", " 15 % ", 15.0),
        ("in-county-journeys", "15.", 15.0),
        ("in-county-journeys", "007.50", 7.5),
        ("in-county-journeys", "+15", 15.0),
        ("in-county-journeys", "-0", 0.0),
        ("investment-overrun", "-10", -10.0),
        ("investment-overrun", "\u{2212}10%", -10.0),
        ("in-county-cost", "£12,310,947", 12_310_947.0),
        ("in-county-cost", "12 310 947", 12_310_947.0),
        ("in-county-cost", "£1.1m", 1_100_000.0),
        ("in-county-cost", "850K", 850_000.0),
        ("in-county-cost", "1,200k", 1_200_000.0),
        ("in-county-cost", "0.1m", 100_000.0),
        ("ooc-pupils", "1,150", 1_150.0),
        ("benefit-delay", "12 months", 12.0),
        ("benefit-delay", "1 Month", 1.0),
        ("benefit-delay", "6.0", 6.0),
    ] {
        assert_eq!(read(id, text), Ok(value), "{text}");
    }
    assert!(read("in-county-journeys", "-0").unwrap().is_sign_positive());
    let problem = |id: &str, text: &str| read(id, text).unwrap_err();
    let percent = || "0% to 100%".to_owned();
    for text in ["", "  ", "%", "£"] {
        assert_eq!(
            problem("in-county-journeys", text),
            EntryProblem::Empty { range: percent() }
        );
    }
    for text in [
        "lots",
        "1e5",
        "1e1",
        "15m",
        "5k",
        "1..5",
        "1-5",
        "--5",
        ".",
        "½",
        "0x1",
        "12 months",
    ] {
        let expected = EntryProblem::NotANumber { range: percent() };
        assert_eq!(problem("in-county-journeys", text), expected, "{text}");
    }
    for text in ["1,5", "12,34", "1.5,000", ",500", "1,,000"] {
        let expected = EntryProblem::Comma { range: percent() };
        assert_eq!(problem("in-county-journeys", text), expected, "{text}");
    }
}

#[test]
fn thousands_and_millions_are_of_numbers_only() {
    let read = |text: &str| parse_entry(&model().assumptions()[index("in-county-cost")], text);
    let expected = Err(EntryProblem::NotANumber {
        range: "£0 to £123,109,470".to_owned(),
    });
    for text in [
        "k",
        "£m",
        "-k",
        "1.2.3k",
        "1..5m",
        "1.éék",
        "1.éééém",
        "½k",
        "1kk",
        "1mk",
        ".5k",
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    for (text, value) in [
        ("1.2345k", 1_234.5),
        ("12.3456789m", 12_345_678.9),
        ("1.k", 1_000.0),
        ("0k", 0.0),
    ] {
        assert_eq!(read(text), Ok(value), "{text}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_text_is_read_or_refused_in_words(
        text in "\\PC{0,12}|[0-9é½.,kKmM£% -]{0,10}",
        place in 0..model().assumptions().len(),
    ) {
        let model = model();
        let known = model.assumptions().iter().nth(place).unwrap().1;
        match parse_entry(known, &text) {
            Ok(value) => prop_assert_eq!(known.accept(value), Ok(value)),
            Err(problem) => prop_assert!(problem.to_string().contains(&range(known))),
        }
    }
}

#[test]
fn what_cannot_be_used_is_said_with_the_range() {
    let say = |id: &str, text: &str| {
        parse_entry(&model().assumptions()[index(id)], text)
            .unwrap_err()
            .to_string()
    };
    insta::assert_snapshot!(say("in-county-journeys", ""), @"Type a number: 0% to 100%.");
    insta::assert_snapshot!(say("in-county-cost", "a lot"), @"Type a number, with a full stop for decimals: £0 to £123,109,470.");
    insta::assert_snapshot!(say("in-county-journeys", "1,5"), @"Use a full stop for decimals, and commas only between thousands: 0% to 100%.");
    insta::assert_snapshot!(say("investment-overrun", "-1,000"), @"−1,000 is out of range: −50% to 200%.");
    insta::assert_snapshot!(say("benefit-delay", "2.5"), @"Use a whole number: whole months from 0 to 24.");
    insta::assert_snapshot!(say("in-county-cost", "200m"), @"200,000,000 is out of range: £0 to £123,109,470.");
}

#[test]
fn an_amount_that_is_no_assumption_is_read_in_the_same_way() {
    let read = |text: &str| parse_pounds(text, 1e12);
    for (text, value) in [
        ("0", 0.0),
        ("£1,500,000", 1_500_000.0),
        ("750k", 750_000.0),
        ("-1.5m", -1_500_000.0),
        ("\u{2212}£2 m", -2_000_000.0),
        ("1,000,000m", 1e12),
    ] {
        assert_eq!(read(text), Ok(value), "{text}");
    }
    let say = |text: &str| read(text).unwrap_err().to_string();
    insta::assert_snapshot!(say(""), @"Type a number: pounds, such as 0, £1,500,000, 750k or −1.5m.");
    insta::assert_snapshot!(say("a lot"), @"Type a number, with a full stop for decimals: pounds, such as 0, £1,500,000, 750k or −1.5m.");
    insta::assert_snapshot!(say("1,5"), @"Use a full stop for decimals, and commas only between thousands: pounds, such as 0, £1,500,000, 750k or −1.5m.");
    insta::assert_snapshot!(say("0.5"), @"Use a whole number: pounds, such as 0, £1,500,000, 750k or −1.5m.");
    insta::assert_snapshot!(say("1000000.1m"), @"1,000,000,100,000 is out of range: pounds, from −1,000,000,000,000 to 1,000,000,000,000.");
}

#[test]
fn a_nought_has_no_sign() {
    let model = model();
    let known = &model.assumptions()[index("in-county-journeys")];
    assert!(known.accept(-0.0).unwrap().is_sign_positive());
}
