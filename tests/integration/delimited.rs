//! Tables as files and for the clipboard, read back by a reader of their own.

use proptest::prelude::*;
use send_modeller::analysis::compare;
use send_modeller::export::{
    Field, Sheet, compared_headlines, compared_years, ledger, yearly_totals,
};
use send_modeller::link::View;

use crate::{cases, model, outcome, scenario};

/// Reads comma-separated values as RFC 4180 has them.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'), "a line ends with CR and LF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    assert!(
        row.is_empty() && field.is_empty() && !quoted,
        "the last line ends too"
    );
    rows
}

fn sheet(texts: &[Vec<String>]) -> Sheet {
    let row = |row: &Vec<String>| row.iter().cloned().map(Field::Text).collect();
    Sheet {
        rows: texts.iter().map(row).collect(),
    }
}

/// True for text that a spreadsheet would take for a formula.
fn runs(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@'])
}

/// Text as a file has it.
pub fn safe(text: &str) -> String {
    if runs(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn what_is_written_reads_back(
        texts in prop::collection::vec(prop::collection::vec("[a-c=+@,\"'\\r\\n\\t é£−-]{0,6}", 1..5), 1..5),
    ) {
        let back = read(&sheet(&texts).csv());
        prop_assert_eq!(back.len(), texts.len());
        for (row, written) in back.iter().zip(&texts) {
            prop_assert_eq!(row.len(), written.len());
            for (field, text) in row.iter().zip(written) {
                prop_assert_eq!(field, &safe(text));
                prop_assert!(!runs(field));
            }
        }
    }

    #[test]
    fn the_clipboard_has_one_line_a_row_and_one_tab_between_fields(
        texts in prop::collection::vec(prop::collection::vec("[a-c=+@,\"'\\r\\n\\t -]{0,6}", 3), 1..5),
    ) {
        let text = sheet(&texts).tab_separated();
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        prop_assert_eq!(lines.len(), texts.len());
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            prop_assert_eq!(fields.len(), 3);
            prop_assert!(!fields.iter().any(|field| runs(field)), "{:?}", fields);
        }
    }
}

#[test]
fn text_that_a_spreadsheet_would_run_is_text() {
    let names = [
        "=1+1",
        "+44 20",
        "-2",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r\n@x",
        "=HYPERLINK(\"x\",\"y\")",
        "2019/20",
        "a=b",
        "−£5",
        "'=1",
    ];
    let compared = compare(&model(), &[scenario("benefit-delay=3")]);
    for name in names {
        let grid = compared_headlines(&model(), &compared, &[name.to_owned()]);
        let csv = Sheet::of_grid(&grid).csv();
        let back = read(&csv);
        let shown = back[0]
            .iter()
            .find(|head| head.contains(name.trim()))
            .unwrap();
        assert_eq!(
            shown.starts_with('\''),
            runs(name) || name.starts_with('\''),
            "{shown}"
        );
        for field in back.iter().flatten().filter(|field| runs(field)) {
            assert!(field.parse::<f64>().is_ok(), "{field} is no figure");
        }
    }
}

#[test]
fn a_yearly_table_is_written_with_its_kinds_and_plain_pounds() {
    let (model, now, published) = (model(), outcome("in-county-journeys=0"), outcome(""));
    let table = yearly_totals(&model, &now, &published);
    assert_eq!(
        Sheet::of_table(&table).csv(),
        "Line,Kind,2018/19,2019/20,2020/21,2021/22,2022/23,All years\r\n\
         Investment,Investment,513814,1742142,756401,0,0,3012357\r\n\
         Savings,Saving,0,508890,508890,508890,508890,2035560\r\n\
         Avoidance,Avoidance,225746,2561246,3271841,3629825,4002641,13691299\r\n\
         Savings and avoidance,Savings and avoidance,225746,3070136,3780731,4138715,4511531,15726859\r\n"
    );
}

#[test]
fn a_ledger_says_which_part_a_line_stands_in_and_spends_with_a_hyphen() {
    let (model, published) = (model(), outcome(""));
    let table = ledger(&model, &published, &published, View::default());
    let rows = read(&Sheet::of_table(&table).csv());
    assert_eq!(rows[0][..3], ["Part", "Line", "Kind"]);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let training = rows
        .iter()
        .find(|row| row[1] == "Training programme")
        .unwrap();
    assert_eq!(
        training[2..],
        ["Investment", "0", "-150000", "0", "0", "0", "-150000"]
    );
}

#[test]
fn a_comparison_is_written_with_its_differences_beside_it() {
    let compared = compare(&model(), &[scenario("investment-overrun=100")]);
    let names = ["Dear, \"very\"".to_owned()];
    let years = compared_years(&model(), &compared, &names);
    let rows = read(&Sheet::of_grid(&years[0]).csv());
    assert_eq!(
        rows[0],
        [
            "Year",
            "Kind",
            "Unit",
            "Published",
            "Dear, \"very\"",
            "Dear, \"very\": difference",
            "Dear, \"very\": difference, %",
        ]
    );
    assert_eq!(
        rows[1],
        [
            "2018/19", "Net", "£", "-288068", "-801882", "-513814", "-178.4"
        ]
    );
    assert_eq!(
        rows[4],
        ["2021/22", "Net", "£", "5369810", "5369810", "", ""]
    );
    assert!(
        Sheet::of_grid(&years[0])
            .tab_separated()
            .starts_with("Year\tKind\tUnit\tPublished\tDear, \"very\"\t")
    );
}
