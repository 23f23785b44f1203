//! What stands around the figures: the cover, the contents, the figures the paper prints,
//! and notes.

use super::About;
use super::book::{Book, Cell, Look, Sheet};
use super::inputs::Inputs;
use crate::analysis::{Verdict, reconcile};
use crate::export::{day_in_words, headline, in_paper, reconciliation_words};
use crate::link::Link;
use crate::model::{MODEL_VERSION, Outcome};

/// Heading of the cover's row with the link, by which a workbook that is opened is known.
pub(super) const LINK: &str = "Link to the scenario";

/// The cover.
pub(super) fn cover(
    inputs: &Inputs,
    link: &Link,
    about: &About,
    outcome: &Outcome,
    published: &Outcome,
) -> Sheet {
    let case = inputs.case();
    let mut sheet = Sheet::new(
        "Cover",
        format!("{}: {}", case.title, case.subtitle),
        &[
            "A scenario, not an approved budget.",
            "Every figure is a formula over the sheet Assumptions: change a cell there and the workbook follows. There are no macros and no hidden sheets.",
        ],
    )
    .column("About this workbook", 34)
    .column("Details", 110);
    let changed = match link.scenario.changes().len() {
        0 => "nothing: the figures are as published".to_owned(),
        1 => "1 assumption".to_owned(),
        many => format!("{many} assumptions"),
    };
    let words = headline(inputs.model, outcome, published);
    let details = [
        ("Scenario", link.title.to_owned()),
        ("Note", link.note.to_owned()),
        ("In a sentence, when it was made", words.text()),
        ("Changed from published", changed),
        ("Authority", case.authority.clone()),
        (
            "Paper",
            format!(
                "{}, {}, {}",
                case.source.title, case.source.meeting, case.source.date
            ),
        ),
        ("Made on", day_in_words(about.date)),
        ("Model version", MODEL_VERSION.to_owned()),
        ("Program version", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    for (what, words) in details {
        if !words.is_empty() {
            sheet.add(vec![Cell::text(what), Cell::Text(words)]);
        }
    }
    let address = format!("{}#{}", about.address, link.fragment());
    sheet.add(vec![Cell::text(LINK), Cell::Address(address)]);
    sheet
}

/// The list of sheets, to be put after the cover.
pub(super) fn contents(book: &Book) -> Sheet {
    let mut sheet = Sheet::new("Contents", "Contents", &["One table on each sheet."])
        .column("Sheet", 24)
        .column("What it holds", 60);
    for other in &book.sheets {
        sheet.add(vec![
            Cell::Link(other.name.to_owned(), other.name),
            Cell::text(&other.title),
        ]);
    }
    sheet
}

/// The paper's printed figures beside the engine's.
pub(super) fn reconciliation(inputs: &Inputs) -> Sheet {
    let held = reconcile(inputs.model);
    let words = reconciliation_words(inputs.model, &held);
    let mut sheet = Sheet::new(
        "Reconciliation",
        "The paper’s printed figures",
        &[
            &words.sentence,
            "The paper printed its own case, so these are the published figures, whatever is changed on the sheet Assumptions. The numbered disagreements are on the sheet Notes.",
        ],
    )
    .column("Figure", 64)
    .column("Section of the paper", 16)
    .column("Printed", 14)
    .column("Rounded to", 12)
    .column("Model", 14)
    .column("Difference", 14)
    .column("Verdict", 40);
    let evidence = inputs.case().evidence();
    for (row, figure) in words.rows.iter().zip(&held.figures) {
        let printed = &evidence.printed[figure.printed];
        let at = sheet.next_row();
        let engine = figure.engine.as_f64();
        let difference =
            super::term::Term::formula(format!("E{at}-C{at}"), engine - printed.amount);
        sheet.add(vec![
            Cell::text(&row.label),
            Cell::text(&row.source),
            Cell::Number(printed.amount, Look::Pounds),
            Cell::Number(printed.to_nearest, Look::Pounds),
            Cell::Number(engine, Look::Pounds),
            Cell::of(&difference, Look::Pounds),
            Cell::text(match figure.verdict {
                Verdict::Agrees => row.verdict.clone(),
                _ => format!("{} (see Notes)", row.verdict),
            }),
        ]);
    }
    sheet
}

/// Notes, numbered.
pub(super) fn notes(inputs: &Inputs) -> Sheet {
    let mut sheet = Sheet::new(
        "Notes",
        "Notes",
        &["What the figures mean, and where the paper does not agree with itself."],
    )
    .column("Note", 10)
    .column("About", 44)
    .column("What it says", 110);
    let general = [
        (
            "Saving and avoidance",
            "A saving is cashable: a budget line falls. An avoidance is growth that does not happen, and frees no money by itself. They are added together only where the heading says so.",
        ),
        (
            "Yearly effects",
            "Benefits are annual effects against the base budget, building up year on year; they are not one-off sums.",
        ),
        (
            "Rounding",
            "Each line is rounded to whole pounds in each year, half away from nought, once, after all adjustments. A value within a ten-millionth of a half counts as the half, which the formulas do with SIGN, INT and ABS in place of ROUND. Every total is the sum of rounded parts.",
        ),
        (
            "Months late",
            "Delays are moved in whole twelfths of a year, so months must be whole numbers.",
        ),
        (
            "Evidence",
            "A grade runs from 1, the best evidence, to 6, uncorroborated judgement; 0 is no grade and no correction. The corrections are starting values to be confirmed against the guidance before use.",
        ),
        (
            "Ring-fenced money",
            "Money of a ring-fenced grant cannot repay another budget’s investment, whatever the sheet Payback says of its benefits.",
        ),
        (
            "Checked cells",
            "The column Within the range on the sheet Assumptions says where a value is none that the model takes; the figures that follow from such a value are not valid.",
        ),
        (
            "Bringing it back",
            "The workbook can be opened in SEND Modeller under Files: the cells under Scenario become a scenario. Save it in Excel or LibreOffice first if it was changed by another program, so that results are up to date.",
        ),
    ];
    let mut number = 0;
    let mut add = |about: &str, words: &str| {
        number += 1;
        sheet.add(vec![
            Cell::Text(format!("Note {number}")),
            Cell::text(about),
            Cell::text(words),
        ]);
    };
    for (about, words) in general {
        add(about, words);
    }
    for workstream in &inputs.case().workstreams {
        if !workstream.note.is_empty() {
            add(&workstream.label, &workstream.note);
        }
    }
    for disagreement in &inputs.case().evidence().disagreements {
        let about = format!(
            "Disagreement {}: {}",
            disagreement.number, disagreement.title
        );
        let words = format!(
            "{} ({}.)",
            disagreement.explanation,
            in_paper(&disagreement.source)
        );
        add(&about, &words);
    }
    sheet
}
