//! What a link says when something in it is wrong, and that the rest is still applied.

use std::fmt::Write as _;

use send_modeller::link::{LONGEST_LINK, fragment};

use crate::{CASE, opened, scenario};

/// What each link comes to: its problems, and the fragment of what was applied.
pub(super) fn report(links: &[&str]) -> String {
    let mut report = String::new();
    for link in links {
        let opened = opened(link);
        writeln!(report, "{link}").unwrap();
        for problem in &opened.problems {
            writeln!(report, "  ! {problem}").unwrap();
        }
        match &opened.model {
            Some(model) => {
                let applied = fragment(model, &opened.scenario);
                let applied = applied.strip_prefix(CASE).unwrap().trim_start_matches('&');
                writeln!(
                    report,
                    "  = {}",
                    if applied.is_empty() {
                        "as published"
                    } else {
                        applied
                    }
                )
            }
            None => writeln!(report, "  = nothing opened"),
        }
        .unwrap();
    }
    report
}

#[test]
fn a_value_out_of_range_is_named_with_its_range_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&[
        "in-county-journeys=150&benefit-delay=6",
        "benefit-delay=6&in-county-journeys=-0.01",
        "benefit-delay=25&programme-delay=24&ehcp-growth=200.0000001",
        "investment-overrun=-50.5&discount-rate=20.1&posts-kept=100",
        "college-unit-cost=112112.2&benefit-delay=6",
    ]), @r#"
    in-county-journeys=150&benefit-delay=6
      ! in-county-journeys: 150 is outside 0 to 100; the published value 10 was used
      = benefit-delay=6
    benefit-delay=6&in-county-journeys=-0.01
      ! in-county-journeys: -0.01 is outside 0 to 100; the published value 10 was used
      = benefit-delay=6
    benefit-delay=25&programme-delay=24&ehcp-growth=200.0000001
      ! benefit-delay: 25 is outside 0 to 24; the published value 0 was used
      ! ehcp-growth: 200.0000001 is outside 0 to 200; the published value 36 was used
      = programme-delay=24
    investment-overrun=-50.5&discount-rate=20.1&posts-kept=100
      ! investment-overrun: -50.5 is outside -50 to 200; the published value 0 was used
      ! discount-rate: 20.1 is outside 0 to 20; the published value 3.5 was used
      = posts-kept=100
    college-unit-cost=112112.2&benefit-delay=6
      ! college-unit-cost: 112112.2 is outside 0 to 112112.1; the published value 11211.21 was used
      = benefit-delay=6
    "#);
}

#[test]
fn a_value_that_is_no_plain_number_is_named_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&[
        "in-county-journeys=lots&benefit-delay=6",
        "in-county-journeys=1e1&benefit-delay=6",
        "in-county-journeys=12,5&benefit-delay=6",
        "in-county-journeys=12%2C5&benefit-delay=6",
        "in-county-journeys=&benefit-delay=6",
        "in-county-journeys&benefit-delay=6",
        "in-county-journeys=+15&benefit-delay=6",
        "in-county-journeys=15%25&benefit-delay=6",
        "in-county-journeys=.5&benefit-delay=6",
        "in-county-journeys=15.&benefit-delay=6",
        "in-county-journeys=--5&benefit-delay=6",
        "in-county-journeys=0x10&benefit-delay=6",
        "in-county-journeys=١٥&benefit-delay=6",
        "in-county-journeys=NaN&in-county-cost=inf&benefit-delay=6",
        "in-county-journeys= 15&benefit-delay=6",
    ]), @r#"
    in-county-journeys=lots&benefit-delay=6
      ! in-county-journeys: "lots" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=1e1&benefit-delay=6
      ! in-county-journeys: "1e1" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=12,5&benefit-delay=6
      ! in-county-journeys: "12,5" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=12%2C5&benefit-delay=6
      ! in-county-journeys: "12,5" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=&benefit-delay=6
      ! in-county-journeys: "" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys&benefit-delay=6
      ! in-county-journeys: "" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=+15&benefit-delay=6
      ! in-county-journeys: "+15" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=15%25&benefit-delay=6
      ! in-county-journeys: "15%" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=.5&benefit-delay=6
      ! in-county-journeys: ".5" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=15.&benefit-delay=6
      ! in-county-journeys: "15." is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=--5&benefit-delay=6
      ! in-county-journeys: "--5" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=0x10&benefit-delay=6
      ! in-county-journeys: "0x10" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=١٥&benefit-delay=6
      ! in-county-journeys: "١٥" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    in-county-journeys=NaN&in-county-cost=inf&benefit-delay=6
      ! in-county-journeys: "NaN" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      ! in-county-cost: "inf" is not a plain number such as 12.5; it may be 0 to 123109470, and the published value 12310947 was used
      = benefit-delay=6
    in-county-journeys= 15&benefit-delay=6
      ! in-county-journeys: " 15" is not a plain number such as 12.5; it may be 0 to 100, and the published value 10 was used
      = benefit-delay=6
    "#);
}

#[test]
fn a_part_of_a_month_is_refused_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&["benefit-delay=6.5&in-county-journeys=15"]), @r#"
    benefit-delay=6.5&in-county-journeys=15
      ! benefit-delay: 6.5 is not a whole number; use one from 0 to 24; the published value 0 was used
      = in-county-journeys=15
    "#);
}

#[test]
fn a_key_that_is_no_assumption_is_named_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&[
        "in-county-journey=15&benefit-delay=6",
        "In-County-Journeys=15&benefit-delay=6",
        "=15&benefit-delay=6",
        "service-efficiencies=15&benefit-delay=6",
        "a-key-that-somebody-made-far-longer-than-any-assumption=1&benefit-delay=6",
    ]), @r#"
    in-county-journey=15&benefit-delay=6
      ! in-county-journey: not an assumption of this case, so it was left out
      = benefit-delay=6
    In-County-Journeys=15&benefit-delay=6
      ! In-County-Journeys: not an assumption of this case, so it was left out
      = benefit-delay=6
    =15&benefit-delay=6
      ! (a value without a name): not an assumption of this case, so it was left out
      = benefit-delay=6
    service-efficiencies=15&benefit-delay=6
      ! service-efficiencies: not an assumption of this case, so it was left out
      = benefit-delay=6
    a-key-that-somebody-made-far-longer-than-any-assumption=1&benefit-delay=6
      ! a-key-that-somebody-made-far-longer-than…: not an assumption of this case, so it was left out
      = benefit-delay=6
    "#);
}

#[test]
fn a_key_given_twice_is_named_and_the_first_and_the_rest_are_applied() {
    insta::assert_snapshot!(report(&[
        "in-county-journeys=15&benefit-delay=6&in-county-journeys=20",
        "v=1&v=1&case=hertfordshire-2018&case=elsewhere&benefit-delay=6",
    ]), @r#"
    in-county-journeys=15&benefit-delay=6&in-county-journeys=20
      ! in-county-journeys: given more than once; only the first is read
      = in-county-journeys=15&benefit-delay=6
    v=1&v=1&case=hertfordshire-2018&case=elsewhere&benefit-delay=6
      ! v: given more than once; only the first is read
      ! case: given more than once; only the first is read
      = benefit-delay=6
    "#);
}

#[test]
fn another_version_is_named_and_what_it_holds_is_applied() {
    insta::assert_snapshot!(report(&[
        "case=hertfordshire-2018&v=2&in-county-journeys=15",
        "v=&in-county-journeys=15",
        "v=one&in-county-journeys=15",
        "in-county-journeys=15",
    ]), @r#"
    case=hertfordshire-2018&v=2&in-county-journeys=15
      ! v: this link says version "2" and this program reads version 1; it was read as version 1, so check what was changed, or open it in a newer copy
      = in-county-journeys=15
    v=&in-county-journeys=15
      ! v: this link says version "" and this program reads version 1; it was read as version 1, so check what was changed, or open it in a newer copy
      = in-county-journeys=15
    v=one&in-county-journeys=15
      ! v: this link says version "one" and this program reads version 1; it was read as version 1, so check what was changed, or open it in a newer copy
      = in-county-journeys=15
    in-county-journeys=15
      = in-county-journeys=15
    "#);
}

#[test]
fn another_case_is_named_and_no_figures_of_this_one_are_shown() {
    insta::assert_snapshot!(report(&[
        "case=hertfordshire-2019&v=1&in-county-journeys=15",
        "case=&in-county-journeys=15",
    ]), @r#"
    case=hertfordshire-2019&v=1&in-county-journeys=15
      ! case: "hertfordshire-2019" is not a case this program has; it has hertfordshire-2018, cambridgeshire-2019, template
      = nothing opened
    case=&in-county-journeys=15
      ! case: "" is not a case this program has; it has hertfordshire-2018, cambridgeshire-2019, template
      = nothing opened
    "#);
}

#[test]
fn a_broken_escape_is_named_and_the_rest_is_applied() {
    insta::assert_snapshot!(report(&[
        "benefit-delay=6&in-county-journeys=1%",
        "benefit-delay=6&in-county-journeys=1%2",
        "in-county-journeys=%zz&benefit-delay=6",
        "in-county-journeys=%+5&benefit-delay=6",
        "in-county-journeys=%C3&benefit-delay=6",
        "in%-county-journeys=15&benefit-delay=6",
    ]), @r#"
    benefit-delay=6&in-county-journeys=1%
      ! in-county-journeys: "1%" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    benefit-delay=6&in-county-journeys=1%2
      ! in-county-journeys: "1%2" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    in-county-journeys=%zz&benefit-delay=6
      ! in-county-journeys: "%zz" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    in-county-journeys=%+5&benefit-delay=6
      ! in-county-journeys: "%+5" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    in-county-journeys=%C3&benefit-delay=6
      ! in-county-journeys: "%C3" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    in%-county-journeys=15&benefit-delay=6
      ! in%-county-journeys: "15" has a broken % escape, so it was left out; was the link cut?
      = benefit-delay=6
    "#);
}

#[test]
fn a_fragment_of_a_megabyte_is_cut_and_what_came_before_is_applied() {
    let long = format!(
        "in-county-journeys=15&benefit-delay=6&note={}",
        "x".repeat(1_000_000)
    );
    let cut = opened(&long);
    let problems: Vec<String> = cut.problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(problems.join("\n"), @"the link is 1000043 bytes long, and what stands after the first 100000 was not read; ask for it to be sent again");
    assert_eq!(
        cut.scenario,
        scenario("in-county-journeys=15&benefit-delay=6")
    );
    // Cut in the middle of a letter of two bytes, and with no whole pair at all.
    for long in [
        "x".to_owned() + &"é".repeat(LONGEST_LINK),
        "=".repeat(1_000_000),
        "&".repeat(1_000_000),
    ] {
        assert!(opened(&long).scenario.is_published());
    }
}

#[test]
fn a_link_with_a_thousand_faults_lists_twenty() {
    let wrong: String = (0..1_000).map(|n| format!("key-{n}=1&")).collect();
    let opened = opened(&(wrong + "in-county-journeys=15"));
    assert_eq!(opened.problems.len(), 21);
    insta::assert_snapshot!(opened.problems[20], @"and 980 more like these");
    assert_eq!(opened.scenario, scenario("in-county-journeys=15"));
}

#[test]
fn twenty_faults_are_listed_as_they_are_and_one_more_is_counted() {
    let faults = |count: usize| {
        let wrong: String = (0..count).map(|n| format!("key-{n}=1&")).collect();
        opened(&wrong).problems
    };
    let last = |count| faults(count).last().map(ToString::to_string);
    assert_eq!(faults(20).len(), 20);
    assert!(last(20).unwrap().contains("key-19"));
    assert_eq!(faults(21).len(), 21);
    assert_eq!(last(21).as_deref(), Some("and 1 more like these"));
}

#[test]
fn an_address_in_the_words_of_a_fragment_does_not_hide_its_values() {
    let link = opened(&format!(
        "{CASE}&in-county-journeys=15&note=see https://example.org/paper"
    ));
    assert_eq!(link.scenario, scenario("in-county-journeys=15"));
    assert_eq!(link.note, "see https://example.org/paper");
    assert_eq!(link.problems, []);
}
