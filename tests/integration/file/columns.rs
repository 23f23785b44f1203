//! Two columns from a spreadsheet.

use proptest::prelude::*;
use send_modeller::analysis::{Scope, sensitivity};
use send_modeller::export::{BYTE_ORDER_MARK, Sheet, assumptions_log};
use send_modeller::file::{LONGEST_FILE, MOST_ROWS, apply, read_columns};
use send_modeller::model::Scenario;

use super::{makes, words};
use crate::{cases, model, scenario};

/// What a pasted text makes of the published case, and everything said of it.
fn pasted(text: &str) -> (Scenario, Vec<String>) {
    let columns = read_columns(text);
    let brought = apply(&model(), &Scenario::published(), &columns.given);
    let said = columns.problems.iter().chain(&brought.problems);
    (brought.scenario, said.map(ToString::to_string).collect())
}

fn reads(text: &str, link: &str) {
    assert_eq!(pasted(text), (scenario(link), Vec::new()), "{text:?}");
}

#[test]
fn two_columns_whatever_stands_between_and_around_them() {
    let link = "in-county-journeys=15&in-county-cost=12000000&benefit-delay=6";
    for text in [
        "in-county-journeys\t15%\nin-county-cost\t£12,000,000\nbenefit-delay\t6\n",
        "in-county-journeys\t15%\t\r\n\r\nin-county-cost\t£12,000,000\r\nbenefit_delay\t6",
        "id,value\nin-county-journeys,15\nin-county-cost,\"£12,000,000\"\nbenefit-delay,6\n",
        "in-county-journeys,15\nin-county-cost,£12,000,000\nbenefit-delay,6\n",
        "Assumption;New value\nIn-county school journeys removed;15\nin-county-cost;£12,000,000\nbenefit-delay;6 months",
        "Our scenario\t\n\t\nAssumption\tValue, £\nin-county-journeys\t15\nin-county-cost\t12m\nbenefit-delay\t6",
        "\"in-county-journeys\",\"15\"\r\"in-county-cost\",\"12000000\"\r\"benefit-delay\",\"6\"",
        "Value,Label,Id,Note\n15,whatever,in-county-journeys,\"a, b\"\n12m,,in-county-cost,\n6,,benefit-delay,",
    ] {
        reads(text, link);
        reads(&format!("{BYTE_ORDER_MARK}{text}"), link);
    }
}

#[test]
fn each_row_that_is_not_understood_is_listed_with_its_number() {
    let text = "Assumption,Value\n\
        in-county-journeys,15\n\
        \n\
        Notes\n\
        ,12\n\
        in-county-cost,12,000,000\n\
        ehcp-growth,\n\
        benefit-delay,\"6\n";
    let (read, said) = pasted(text);
    assert_eq!(read, scenario("in-county-journeys=15"));
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn three_columns_without_headings_are_not_guessed_at() {
    let (read, said) = pasted("in-county-cost,1,200\nbenefit-delay\t0\t6");
    assert!(read.is_published());
    assert_eq!(said.len(), 2, "{said:?}");
    let (read, said) = pasted("in-county-cost,1,200");
    assert!(read.is_published());
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn our_own_log_of_assumptions_comes_back() {
    let model = model();
    for link in [
        "in-county-journeys=15&benefit-delay=6&in-county-cost=12345678.9",
        "",
        "investment-overrun=-12.5&posts-kept=33.3",
    ] {
        let now = scenario(link);
        let log = assumptions_log(
            &model,
            &Scenario::published(),
            &now,
            &sensitivity(&model, &now, Scope::Benefits),
        );
        let sheet = Sheet::of_log(&log);
        for text in [
            BYTE_ORDER_MARK.to_owned() + &sheet.csv(),
            sheet.tab_separated(),
        ] {
            let columns = read_columns(&text);
            assert_eq!(words(&columns.problems), Vec::<String>::new());
            assert_eq!(columns.given.len(), log.len());
            makes(&apply(&model, &Scenario::published(), &columns.given), link);
        }
    }
}

#[test]
fn what_holds_nothing_or_too_much_is_said() {
    let said = |text: &str| pasted(text).1;
    assert_eq!(
        said("\n \n"),
        [
            "nothing was found that could be read; two columns are needed, an assumption's id or label and its value"
        ]
    );
    let many = "in-county-journeys\t15\n".repeat(MOST_ROWS + 1);
    let columns = read_columns(&many);
    assert_eq!(columns.given.len(), MOST_ROWS);
    assert_eq!(
        words(&columns.problems),
        ["only the first 5,000 rows were read; paste the rows that matter by themselves"]
    );
    let long = format!(
        "in-county-journeys,15\nehcp-growth,{}",
        "9".repeat(LONGEST_FILE)
    );
    let (read, said) = pasted(&long);
    assert_eq!(read, scenario("in-county-journeys=15"));
    assert_eq!(
        said,
        [
            "there are 1,000,034 bytes, and what stands after the first 1,000,000 was not read; bring in the part that matters by itself"
        ]
    );
}

#[test]
fn a_hostile_text_takes_no_time() {
    let quotes = "\"a,\n".repeat(LONGEST_FILE / 4);
    let open = "x,\"\n".repeat(LONGEST_FILE / 4) + "\"";
    let start = std::time::Instant::now();
    for text in [
        quotes,
        open,
        "\t".repeat(LONGEST_FILE),
        "\"".repeat(LONGEST_FILE),
    ] {
        assert!(!pasted(&text).1.is_empty());
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_text_gives_an_answer(text in "[a-z\",;\t\r\n£0-9-]{0,200}") {
        let columns = read_columns(&text);
        prop_assert!(!columns.given.is_empty() || !columns.problems.is_empty());
    }

    #[test]
    fn every_row_is_given_or_named(rows in prop::collection::vec(("[a-z ]{1,8}", "[0-9]{0,4}"), 1..30)) {
        let text: String = rows.iter().map(|(key, value)| format!("{key}\t{value}\n")).collect();
        let columns = read_columns(&text);
        let blank = |(key, value): &&(String, String)| key.trim().is_empty() && value.is_empty();
        let headings = usize::from(rows.iter().find(|row| !blank(row)).is_some_and(|(key, value)| {
            ["id", "key", "name", "item", "line", "label"].contains(&key.trim()) && value.is_empty()
        }));
        let kept = rows.iter().filter(|row| !blank(row)).count() - headings;
        let empty = usize::from(kept == 0);
        prop_assert_eq!(columns.given.len() + columns.problems.len(), kept + empty);
    }
}
