//! The ledger in every grouping and view: what adds up, what is left out and what explains
//! itself.

use proptest::prelude::*;
use send_modeller::export::{
    Row, RowKind, Section, Table, ledger, payers, yearly_net, yearly_totals,
};
use send_modeller::link::{GroupBy, LedgerView, View};
use send_modeller::model::{Answer, Model, Pounds, Scenario, What};

use crate::scenarios::changes;
use crate::{model, outcome, pounds, scenario};

const GROUPINGS: [GroupBy; 4] = [
    GroupBy::Line,
    GroupBy::Workstream,
    GroupBy::Payer,
    GroupBy::Kind,
];

/// Links in which nothing, a little and everything differs, and one in which only the
/// discounting does.
const LINKS: [&str; 5] = [
    "",
    "discount-rate=5",
    "day-opportunities=4",
    "investment-overrun=7.5",
    "in-county-journeys=15&benefit-delay=5&posts-kept=33.3&ooc-school-dsg-share=12.5",
];

fn table(scenario: &Scenario, view: View) -> Table {
    let model = model();
    ledger(&model, &model.evaluate(scenario), &outcome(""), view)
}

fn view(by: GroupBy, years: LedgerView) -> View {
    View {
        by,
        years,
        ..View::default()
    }
}

fn every_view() -> impl Iterator<Item = View> {
    let of = |by| LedgerView::ALL.map(|years| view(by, years));
    GROUPINGS.into_iter().flat_map(of)
}

fn figures(row: &Row) -> Vec<i64> {
    row.years.iter().chain([&row.end]).map(|p| p.0).collect()
}

/// The rows of some kinds that are no sums, added up.
fn added<'a>(rows: impl IntoIterator<Item = &'a Row>, kinds: &[RowKind]) -> Vec<i64> {
    let mut sums = vec![0; 6];
    for row in rows {
        if !row.sum && kinds.contains(&row.kind) {
            for (sum, figure) in sums.iter_mut().zip(figures(row)) {
                *sum += figure;
            }
        }
    }
    sums
}

/// The kinds of row that a sum adds up.
fn covered(kind: RowKind) -> Vec<RowKind> {
    use RowKind::{Avoidance, Investment, Saving};
    match kind {
        RowKind::Total => vec![Saving, Avoidance],
        RowKind::Net => vec![Investment, Saving, Avoidance],
        one => vec![one],
    }
}

/// Headings and names, a section a line.
fn outline(table: &Table) -> String {
    let section = |section: &Section| {
        let names: Vec<&str> = section.rows.iter().map(|row| row.label.as_str()).collect();
        let heading = section.heading.as_deref().unwrap_or("-");
        format!("{heading}: {}", names.join("; "))
    };
    let lines: Vec<String> = table.sections.iter().map(section).collect();
    lines.join("\n")
}

#[test]
fn each_grouping_has_its_sections_and_rows() {
    let outline = |by| outline(&table(&Scenario::published(), view(by, LedgerView::Annual)));
    insta::assert_snapshot!(outline(GroupBy::Workstream), @r"
    Local networks and support: Investment; Savings; Avoidance
    Digital technology: Investment
    Independent living and employment: Investment; Avoidance
    Programme implementation: Investment
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(outline(GroupBy::Payer), @r"
    Council budget (core): Investment; Savings; Avoidance; Total savings and avoidance
    Dedicated Schools Grant: Avoidance; Total savings and avoidance
    Adult care services: Avoidance; Total savings and avoidance
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(outline(GroupBy::Kind), @r"
    Investment: SEND transformation manager; Transformation managers; Transformation officers; Training programme; Pump priming for community activities; Training co-ordinator; Voluntary sector information and advice; Digital officers; Data and information manager; IT system and app development; Community employment advisers; Community engagement manager; SEND transformation programme manager; Programme officer; Support officer; Total investment
    Savings: Service efficiencies; SEN transport, in county; SEN transport, out of county; Overlap between lines: transport; Total savings
    Avoidance: EHCP growth held; Out-of-county school growth; Adoption breakdowns prevented; SEN reform grant; Day opportunities; Out-of-county colleges; Direct payments; Overlap between lines: SEN reform and EHCP growth; Total avoidance
    Whole programme: Savings and avoidance; Net
    ");
    let by_line = outline(GroupBy::Line);
    assert_eq!(by_line.lines().count(), 5, "{by_line}");
}

fn assert_adds_up(table: &Table, view: View) {
    let (whole, sections) = table.sections.split_last().unwrap();
    for section in sections {
        for sum in section.rows.iter().filter(|row| row.sum) {
            let parts = added(&section.rows, &covered(sum.kind));
            assert_eq!(
                parts,
                figures(sum),
                "{view:?} {:?} {}",
                section.heading,
                sum.label
            );
        }
    }
    for total in &whole.rows {
        let rows = sections.iter().flat_map(|section| &section.rows);
        let parts = added(rows, &covered(total.kind));
        assert_eq!(parts, figures(total), "{view:?} {}", total.label);
        assert!(total.sum);
    }
}

proptest! {
    #![proptest_config(crate::cases(32))]

    #[test]
    fn rows_add_up_to_their_sums_and_to_the_whole_in_every_grouping(changes in changes(2)) {
        let scenario = changes.scenario();
        for view in every_view() {
            assert_adds_up(&table(&scenario, view), view);
        }
    }

    #[test]
    fn savings_and_avoidance_of_the_payers_are_all_there_is(changes in changes(4)) {
        let outcome = changes.outcome();
        let sum = |parts: &[send_modeller::model::Series]| {
            let year = |year: usize| parts.iter().map(|part| part[year].0).sum::<i64>();
            (0..5).map(year).collect::<Vec<i64>>()
        };
        prop_assert_eq!(sum(&outcome.savings_by_payer), pounds(&outcome.savings));
        prop_assert_eq!(sum(&outcome.avoidance_by_payer), pounds(&outcome.avoidance));
        for payer in 0..3 {
            let both = [outcome.savings_by_payer[payer], outcome.avoidance_by_payer[payer]];
            prop_assert_eq!(sum(&both), pounds(&outcome.funding[payer]));
        }
    }

    #[test]
    fn leaving_out_what_is_as_published_leaves_out_nothing_else(changes in changes(2)) {
        let scenario = changes.scenario();
        for view in every_view() {
            assert_leaves_out_only_what_is_as_published(&scenario, view);
        }
    }
}

/// The figures of the whole programme, wherever in the table they stand, by their names
/// at its foot.
fn totals(table: &Table) -> Vec<(&'static str, Vec<i64>)> {
    let all = [
        ("Investment", What::Investment(None)),
        ("Savings", What::Savings(None)),
        ("Avoidance", What::Avoidance(None)),
        ("Savings and avoidance", What::Benefits(None)),
        ("Net", What::Net),
    ];
    let rows = || table.sections.iter().flat_map(|section| &section.rows);
    let totals = all.map(|(name, what)| {
        let mut sums = rows().filter(|row| row.sum && row.target == Some(what));
        let total = figures(sums.next().unwrap());
        assert!(sums.next().is_none(), "{name} twice");
        (name, total)
    });
    totals.into()
}

fn assert_leaves_out_only_what_is_as_published(scenario: &Scenario, view: View) {
    let all = table(scenario, view);
    let changed_only = true;
    let some = table(
        scenario,
        View {
            changed_only,
            ..view
        },
    );
    let (whole, sections) = some.sections.split_last().unwrap();
    assert_eq!(totals(&some), totals(&all), "{view:?}");
    assert!(whole.rows.iter().all(|row| row.sum));
    let parts = all.sections.split_last().unwrap().1.iter();
    let expected: Vec<Section> = parts
        .map(|section| Section {
            rows: section
                .rows
                .iter()
                .filter(|row| row.sum || row.changed())
                .cloned()
                .collect(),
            ..section.clone()
        })
        .filter(|section| section.rows.iter().any(|row| !row.sum))
        .collect();
    assert_eq!(sections, expected, "{view:?}");
    let nothing = sections.is_empty();
    let words = "Nothing in this table differs from the published case.";
    assert_eq!(some.empty, nothing.then_some(words), "{view:?}");
    assert_eq!(all.empty, None);
    let changed = |table: &Table| {
        let rows = table.sections.iter().flat_map(|section| &section.rows);
        rows.filter(|row| !row.sum && row.changed()).count()
    };
    assert_eq!(changed(&some), changed(&all), "{view:?}");
}

#[test]
fn totals_are_the_same_however_rows_are_grouped() {
    for link in LINKS {
        let scenario = scenario(&format!("{}&{link}", crate::CASE));
        for years in LedgerView::ALL {
            let lines = totals(&table(&scenario, view(GroupBy::Line, years)));
            for by in GROUPINGS {
                assert_eq!(totals(&table(&scenario, view(by, years))), lines, "{by:?}");
            }
        }
    }
}

#[test]
fn only_what_differs_is_left_and_where_nothing_does_the_table_says_so() {
    let left = |link: &str, by| {
        let changed = View {
            changed_only: true,
            ..view(by, LedgerView::Annual)
        };
        let table = table(&scenario(&format!("{}&{link}", crate::CASE)), changed);
        let said = table.empty.map(|empty| format!("{empty}\n"));
        said.unwrap_or_default() + &outline(&table)
    };
    insta::assert_snapshot!(left("discount-rate=5", GroupBy::Line), @r"
    Nothing in this table differs from the published case.
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(left("day-opportunities=4", GroupBy::Line), @r"
    Independent living and employment: Total investment; Day opportunities; Total savings and avoidance
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(left("day-opportunities=4", GroupBy::Workstream), @r"
    Independent living and employment: Avoidance
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(left("day-opportunities=4", GroupBy::Payer), @r"
    Adult care services: Avoidance; Total savings and avoidance
    Whole programme: Investment; Savings; Avoidance; Savings and avoidance; Net
    ");
    insta::assert_snapshot!(left("day-opportunities=4", GroupBy::Kind), @r"
    Avoidance: Day opportunities; Total avoidance
    Whole programme: Investment; Savings; Savings and avoidance; Net
    ");
    for link in LINKS {
        let scenario = scenario(&format!("{}&{link}", crate::CASE));
        for view in every_view() {
            assert_leaves_out_only_what_is_as_published(&scenario, view);
        }
    }
}

#[test]
fn a_payer_whose_payback_alone_differs_is_not_left_out() {
    let (model, published) = (model(), outcome(""));
    let gaining = |link: &str| {
        let changed = View {
            changed_only: true,
            ..View::default()
        };
        let table = payers(&model, &outcome(link), &published, changed);
        (outline(&table), table.empty.is_some())
    };
    let nobody = ("-: Savings and avoidance".to_owned(), true);
    assert_eq!(gaining(""), nobody);
    assert_eq!(gaining("discount-rate=5"), nobody);
    let one = "-: Adult care services; Savings and avoidance".to_owned();
    assert_eq!(gaining("day-opportunities=4"), (one, false));
    let everyone = "-: Council budget (core); Dedicated Schools Grant; Adult care services; \
                    Savings and avoidance";
    assert_eq!(
        gaining("investment-overrun=7.5"),
        (everyone.to_owned(), false)
    );
}

/// Holds each figure of a row to what the model explains under the row's target.
fn assert_explained(model: &Model, scenario: &Scenario, row: &Row, money_out: bool) {
    let what = row.target.unwrap();
    let mut told: Vec<Pounds> = Vec::new();
    let years = (0..row.years.len()).map(|year| row.target_in(year));
    for target in years.chain([row.target_at_end()]) {
        match model.explain(scenario, target.unwrap()).result {
            Answer::Pounds(amount) if what.is_spent() && money_out => told.push(-amount),
            Answer::Pounds(amount) => told.push(amount),
            other => panic!("{}: {other:?}", row.label),
        }
    }
    let told: Vec<i64> = told.iter().map(|amount| amount.0).collect();
    assert_eq!(told, figures(row), "{what:?} {:?}", row.read);
}

#[test]
fn every_figure_of_the_tables_can_be_explained_where_it_stands() {
    let (model, published) = (model(), outcome(""));
    for link in LINKS {
        let scenario = scenario(&format!("{}&{link}", crate::CASE));
        let now = model.evaluate(&scenario);
        for view in every_view() {
            let table = ledger(&model, &now, &published, view);
            let who_gains = payers(&model, &now, &published, view);
            let rows = |table: Table| table.sections.into_iter().flat_map(|part| part.rows);
            for row in rows(table).chain(rows(who_gains)) {
                assert_explained(&model, &scenario, &row, true);
            }
        }
        let charts = [yearly_totals, yearly_net].map(|chart| chart(&model, &now, &published));
        for row in charts.iter().flat_map(|chart| &chart.sections[0].rows) {
            assert_explained(&model, &scenario, row, false);
        }
    }
}

#[test]
fn what_a_payer_gains_is_told_apart() {
    let outcome = outcome("");
    let totals = |parts: &[send_modeller::model::Series]| {
        let totals = parts.iter().map(|part| part.total().0);
        totals.collect::<Vec<i64>>()
    };
    // Core, the schools grant, adult care.
    assert_eq!(totals(&outcome.savings_by_payer), [6_959_940, 0, 0]);
    assert_eq!(
        totals(&outcome.avoidance_by_payer),
        [8_251_760, 2_639_539, 2_800_000]
    );
    let table = table(
        &Scenario::published(),
        view(GroupBy::Payer, LedgerView::Annual),
    );
    let core: Vec<(Option<What>, i64)> = table.sections[0]
        .rows
        .iter()
        .map(|row| (row.target, row.end.0))
        .collect();
    assert_eq!(
        core,
        [
            (Some(What::Investment(None)), -3_012_357),
            (Some(What::PayerSavings(0)), 6_959_940),
            (Some(What::PayerAvoidance(0)), 8_251_760),
            (Some(What::Payer(0)), 15_211_700),
        ]
    );
}
