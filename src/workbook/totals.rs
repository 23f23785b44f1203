//! The sums by workstream and of all, what is to date, and when the money has come back.

use super::book::{Book, Cell, Look, Sheet, Yearly, letters};
use super::inputs::Inputs;
use super::ledger::{Kind, Lines, add_years, with_end, workstream};
use super::payers::Gained;
use super::term::Term;
use crate::analysis::Scope;
use crate::export::{horizon, scope_name};
use crate::model::{Outcome, Payback, Series};

const TOTALS: &str = "Totals";
const CUMULATIVE: &str = "Cumulative";

/// The rows that other sheets go on from.
pub(super) struct Totals {
    pub investment: Yearly,
    /// Benefits of each scope.
    pub gained: Vec<(Scope, Yearly)>,
}

/// Writes the sheet of totals.
pub(super) fn write(
    inputs: &Inputs,
    investment: &Lines,
    benefits: &Lines,
    payers: &[Gained],
    published: &Outcome,
    book: &mut Book,
) -> Totals {
    let mut sheet = Sheet::new(
        TOTALS,
        "Totals",
        &["Sums of the lines, in pounds. Each total is the sum of rounded lines, so that rows add up. Net is savings and avoidance less investment."],
    )
    .column("Total", 40)
    .column("Workstream", 38)
    .columns_of(inputs.case().years.labels(), 14);
    sheet = with_end(sheet);
    let years = inputs.years();
    let groups: [(&str, Kind, &Lines, &[Series], &Series); 3] = [
        (
            "Investment",
            Kind::Investment,
            investment,
            &published.investment_by_workstream,
            &published.investment,
        ),
        (
            "Savings",
            Kind::Saving,
            benefits,
            &published.savings_by_workstream,
            &published.savings,
        ),
        (
            "Avoidance",
            Kind::Avoidance,
            benefits,
            &published.avoidance_by_workstream,
            &published.avoidance,
        ),
    ];
    let [spent, saved, avoided] = groups.map(|(words, kind, lines, parts, all)| {
        let rows: Vec<Yearly> = inputs
            .case()
            .workstreams
            .iter()
            .zip(parts)
            .map(|(part, published)| {
                add_years(
                    &mut sheet,
                    [Cell::text(words), Cell::text(workstream(inputs, &part.id))],
                    years,
                    |year| lines.sum(inputs, kind, Some(&part.id), year),
                    published,
                    Look::Pounds,
                )
            })
            .collect();
        add_years(
            &mut sheet,
            strong(words),
            years,
            |year| {
                let rows = rows.iter().map(|row| row.year(TOTALS, year));
                rows.reduce(|sum, row| sum.plus(&row))
                    .unwrap_or_else(|| Term::number(0.0))
            },
            all,
            Look::Total,
        )
    });
    let both = add_years(
        &mut sheet,
        strong("Savings and avoidance"),
        years,
        |year| saved.year(TOTALS, year).plus(&avoided.year(TOTALS, year)),
        &published.benefits,
        Look::Total,
    );
    add_years(
        &mut sheet,
        strong("Net"),
        years,
        |year| both.year(TOTALS, year).minus(&spent.year(TOTALS, year)),
        &published.net,
        Look::Total,
    );
    book.sheets.push(sheet);
    let mut gained = vec![(Scope::Benefits, both), (Scope::Savings, saved)];
    let by_payer = payers.iter().enumerate();
    gained.extend(by_payer.map(|(payer, gained)| (Scope::Payer(payer), gained.both.clone())));
    Totals {
        investment: spent,
        gained,
    }
}

fn strong(words: &str) -> [Cell; 2] {
    [
        Cell::Strong(words.to_owned()),
        Cell::Strong("All workstreams".to_owned()),
    ]
}

/// Net and net to date of one scope.
pub(super) struct ToDate {
    pub scope: Scope,
    pub net: Yearly,
    pub to_date: Yearly,
}

/// Writes the sheets of what is to date and of payback.
pub(super) fn write_payback(inputs: &Inputs, totals: &Totals, outcome: &Outcome, book: &mut Book) {
    let mut sheet = Sheet::new(
        CUMULATIVE,
        "Net to date",
        &["Benefits less the whole investment, in pounds: each year’s, and to date. For all benefits, for savings alone, and for each payer’s benefits."],
    )
    .column("Whose benefits", 40)
    .column("Figure", 16)
    .columns_of(inputs.case().years.labels(), 14);
    let rows: Vec<ToDate> = totals
        .gained
        .iter()
        .map(|(scope, gained)| {
            let label = scope_name(inputs.model, *scope);
            let net = add_row(
                &mut sheet,
                inputs.years(),
                [Cell::text(&label), Cell::text("Net")],
                |year, _| {
                    gained
                        .year(CUMULATIVE, year)
                        .minus(&totals.investment.year(CUMULATIVE, year))
                },
            );
            let to_date = add_row(
                &mut sheet,
                inputs.years(),
                [Cell::text(&label), Cell::text("Net to date")],
                |year, before| {
                    let now = net.year(CUMULATIVE, year);
                    before.map_or(now.clone(), |before| before.plus(&now))
                },
            );
            ToDate {
                scope: *scope,
                net,
                to_date,
            }
        })
        .collect();
    let headings = headings(&sheet, inputs.years());
    book.sheets.push(sheet);
    book.sheets
        .push(payback_sheet(inputs, &rows, &headings, outcome));
}

/// Adds a row of pounds in which each year may go on from the year before.
pub(super) fn add_row(
    sheet: &mut Sheet,
    years: usize,
    head: [Cell; 2],
    year: impl Fn(usize, Option<Term>) -> Term,
) -> Yearly {
    let row = sheet.next_row();
    let mut yearly = Yearly {
        sheet: sheet.name,
        row,
        first: 2,
        values: Vec::new(),
    };
    let mut cells: Vec<Cell> = head.into();
    for place in 0..years {
        let before = place
            .checked_sub(1)
            .map(|last| yearly.year(sheet.name, last));
        let term = year(place, before);
        yearly.values.push(term.value);
        cells.push(Cell::of(&term, Look::Pounds));
    }
    sheet.add(cells);
    yearly
}

/// The headings of a sheet's years, as seen from another sheet.
fn headings(sheet: &Sheet, years: usize) -> String {
    let row = sheet.heading_row() + 1;
    let last = letters(2 + years - 1);
    format!("{}!$C${row}:${last}${row}", sheet.name)
}

fn payback_sheet(inputs: &Inputs, rows: &[ToDate], headings: &str, outcome: &Outcome) -> Sheet {
    const PAYBACK: &str = "Payback";
    let years = inputs.years();
    let within = horizon(years);
    let labels = inputs.case().years.labels();
    let mut sheet = Sheet::new(
        PAYBACK,
        "Payback",
        &[
            "The payback year is the first from which net to date is at or above nought and stays there to the last year.",
            "The payback point is in years from the start of the first year, on a straight line within the payback year.",
        ],
    )
    .column("Whose benefits", 40)
    .column("Years before it stays repaid", 16)
    .column("Payback year", 26)
    .column("Payback point, in years", 16)
    .column("Short at the end, in pounds", 18);
    for row in rows {
        let at = sheet.next_row();
        let payback = match row.scope {
            Scope::Benefits => outcome.payback,
            Scope::Savings => outcome.payback_savings,
            Scope::Payer(payer) => outcome.payback_by_payer[payer],
        };
        let owed = last_owed(&row.to_date, PAYBACK);
        let last = row.to_date.year(PAYBACK, years - 1);
        let none = format!("not within {within}");
        let cells = [
            Cell::of(&owed, Look::Plain),
            Cell::words(
                format!("IF(B{at}={years},\"{none}\",INDEX({headings},B{at}+1))"),
                payback.year().map_or(none, |year| labels[year].clone()),
            ),
            numbered(
                format!(
                    "IF(B{at}={years},\"none\",IF(B{at}=0,0,B{at}-INDEX({},B{at})/INDEX({},B{at}+1)))",
                    row.to_date.all(PAYBACK),
                    row.net.all(PAYBACK)
                ),
                match payback {
                    Payback::Within { point, .. } => Some(point),
                    Payback::NotWithin { .. } => None,
                },
            ),
            Cell::of(
                &Term::formula(
                    format!("IF(B{at}={years},-{},0)", last.text()),
                    match payback {
                        Payback::Within { .. } => 0.0,
                        Payback::NotWithin { shortfall } => shortfall.as_f64(),
                    },
                ),
                Look::Pounds,
            ),
        ];
        let mut all = vec![Cell::text(scope_name(inputs.model, row.scope))];
        all.extend(cells);
        sheet.add(all);
    }
    sheet
}

/// How many years there are up to the last in which money is owed.
fn last_owed(to_date: &Yearly, from: &str) -> Term {
    let range = to_date.all(from);
    let owed = to_date.values.iter().rposition(|&value| value < 0.0);
    #[expect(clippy::cast_precision_loss, reason = "a count of years")]
    let value = owed.map_or(0, |last| last + 1) as f64;
    // The first year is in the third column.
    Term::cell(
        format!("SUMPRODUCT(MAX(({range}<0)*(COLUMN({range})-2)))"),
        value,
    )
}

/// A formula that comes to a number with four decimals, or to the word "none".
pub(super) fn numbered(text: String, result: Option<f64>) -> Cell {
    match result {
        Some(value) => Cell::of(&Term::formula(text, value), Look::Ratio),
        None => Cell::words(text, "none"),
    }
}
