//! Who gains: each line's parts by payer, and the sums.

use super::book::{Book, Cell, Look, Sheet, Yearly, letters, quoted};
use super::inputs::Inputs;
use super::ledger::{Kind, Lines, add_years, with_end};
use super::term::Term;
use crate::model::Outcome;

const PARTS: &str = "Payer parts";
const PAYERS: &str = "Payers";
const PAYER_COLUMN: usize = 1;
const KIND_COLUMN: usize = 2;
const FIRST_YEAR: usize = 3;

/// What one payer gains.
pub(super) struct Gained {
    pub savings: Yearly,
    pub avoidance: Yearly,
    /// Savings and avoidance.
    pub both: Yearly,
}

struct Part {
    payer: String,
    kind: Kind,
    pounds: Yearly,
}

/// Writes both sheets, and gives each payer's gains in the case's order.
pub(super) fn write(
    inputs: &Inputs,
    benefits: &Lines,
    published: &Outcome,
    book: &mut Book,
) -> Vec<Gained> {
    let (sheet, first_row, parts) = parts_sheet(inputs, benefits);
    let last_row = sheet.next_row() - 1;
    book.sheets.push(sheet);
    let sum = |payer: &str, kind: Kind, year: usize| {
        let column = |column: usize| {
            let letters = letters(column);
            format!(
                "{}!{letters}${first_row}:{letters}${last_row}",
                quoted(PARTS)
            )
        };
        let parts = parts.iter();
        let wanted = parts.filter(|part| part.payer == payer && part.kind == kind);
        let text = format!(
            "SUMIFS({},{},\"{}\",{},\"{}\")",
            column(FIRST_YEAR + year),
            column(PAYER_COLUMN),
            label(inputs, payer).replace('"', "\"\""),
            column(KIND_COLUMN),
            kind.word()
        );
        Term::cell(text, wanted.map(|part| part.pounds.values[year]).sum())
    };
    let mut sheet = Sheet::new(
        PAYERS,
        "Who gains",
        &[
            "What each payer gains in each year, in pounds. Savings and avoidance are shown apart before they are added together.",
            "A ring-fenced grant cannot repay another budget’s investment: see the sheet Payback.",
        ],
    )
    .column("Payer", 32)
    .column("Gains", 26)
    .columns_of(inputs.case().years.labels(), 14);
    sheet = with_end(sheet);
    let years = inputs.years();
    let mut all = Vec::new();
    for (place, payer) in inputs.case().payers.iter().enumerate() {
        let head = |words: &str| [Cell::text(&payer.label), Cell::text(words)];
        let savings = add_years(
            &mut sheet,
            head("Savings"),
            years,
            |year| sum(&payer.id, Kind::Saving, year),
            &published.savings_by_payer[place],
            Look::Pounds,
        );
        let avoidance = add_years(
            &mut sheet,
            head("Avoidance"),
            years,
            |year| sum(&payer.id, Kind::Avoidance, year),
            &published.avoidance_by_payer[place],
            Look::Pounds,
        );
        let both = add_years(
            &mut sheet,
            [
                Cell::Strong(payer.label.clone()),
                Cell::Strong("Savings and avoidance".to_owned()),
            ],
            years,
            |year| {
                savings
                    .year(PAYERS, year)
                    .plus(&avoidance.year(PAYERS, year))
            },
            &published.funding[place],
            Look::Total,
        );
        all.push(Gained {
            savings,
            avoidance,
            both,
        });
    }
    book.sheets.push(sheet);
    all
}

/// Each line's parts. Shares are rounded on their running total, and the rest takes what
/// remains, so that the parts always add up to the line.
fn parts_sheet(inputs: &Inputs, benefits: &Lines) -> (Sheet, usize, Vec<Part>) {
    let mut sheet = Sheet::new(
        PARTS,
        "Each line by payer",
        &["A share is taken of the rounded line and rounded; the payer named last for a line takes what remains, so that the parts add up to the line."],
    )
    .column("Line", 44)
    .column("Payer", 32)
    .column("Counts as", 12)
    .columns_of(inputs.case().years.labels(), 14);
    let first_row = sheet.next_row();
    let mut parts: Vec<Part> = Vec::new();
    let hundred = Term::number(100.0);
    for (line, case_line) in benefits.lines.iter().zip(&inputs.case().benefits) {
        let before = parts.len();
        let mut percent: Option<Term> = None;
        for share in &case_line.gains.shares {
            let own = inputs.named(&share.share);
            let to_date = match &percent {
                None => own,
                Some(percent) => percent.plus(&own),
            };
            let to_date = to_date.at_most(&hundred);
            let pounds = |year: usize| {
                let so_far = line.pounds.year(PARTS, year).percent(&to_date).rounded();
                less(&so_far, &parts[before..], year)
            };
            let part = add_part(
                &mut sheet,
                inputs,
                &line.label,
                &share.payer,
                line.kind,
                pounds,
            );
            parts.push(part);
            percent = Some(to_date);
        }
        let rest = |year: usize| less(&line.pounds.year(PARTS, year), &parts[before..], year);
        let payer = &case_line.gains.rest;
        let part = add_part(&mut sheet, inputs, &line.label, payer, line.kind, rest);
        parts.push(part);
    }
    (sheet, first_row, parts)
}

/// An amount less the parts that were taken of it before.
fn less(amount: &Term, parts: &[Part], year: usize) -> Term {
    parts.iter().fold(amount.clone(), |left, part| {
        left.minus(&part.pounds.year(PARTS, year))
    })
}

fn add_part(
    sheet: &mut Sheet,
    inputs: &Inputs,
    line: &str,
    payer: &str,
    kind: Kind,
    pounds: impl Fn(usize) -> Term,
) -> Part {
    let terms: Vec<Term> = (0..inputs.years()).map(pounds).collect();
    let mut cells = vec![
        Cell::text(line),
        Cell::text(label(inputs, payer)),
        Cell::text(kind.word()),
    ];
    cells.extend(terms.iter().map(|term| Cell::of(term, Look::Pounds)));
    let row = sheet.add(cells);
    Part {
        payer: payer.to_owned(),
        kind,
        pounds: Yearly {
            sheet: PARTS,
            row,
            first: FIRST_YEAR,
            values: terms.iter().map(|term| term.value).collect(),
        },
    }
}

fn label<'a>(inputs: &Inputs<'a>, id: &str) -> &'a str {
    let mut payers = inputs.case().payers.iter();
    let found = payers.find(|payer| payer.id == id);
    found.map_or("", |payer| &payer.label)
}
