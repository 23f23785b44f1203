//! The two sheets that everything else goes by: the assumptions, one named cell each, and
//! the paper's yearly figures.

use super::book::{Allowed, Book, Cell, Look, Sheet, Yearly};
use super::term::Term;
use crate::analysis::{Scope, sensitivity};
use crate::case::{BenefitLine, BenefitRule, Case, InvestmentCost, InvestmentLine};
use crate::export::{assumptions_log, range};
use crate::model::{AssumptionIndex, Model, Scenario, Values};

/// Name of the sheet with the assumptions, by which a workbook that is opened is known.
pub(super) const ASSUMPTIONS: &str = "Assumptions";
/// Heading of the column with the ids of the assumptions.
pub(super) const ID: &str = "Id";
/// Heading of the column with the names of the assumptions.
pub(super) const LABEL: &str = "Assumption";
/// Heading of the column whose cells are named and may be changed.
pub(super) const SCENARIO: &str = "Scenario";
/// Heading of the column that says what the numbers are in.
pub(super) const UNIT: &str = "Unit";

const YEARLY: &str = "Yearly figures";
const PUBLISHED_COLUMN: usize = 2;
const SCENARIO_COLUMN: usize = 3;
const FIRST_YEAR: usize = 3;

/// What formulas look up.
pub(super) struct Inputs<'a> {
    pub model: &'a Model,
    values: Values,
    /// Row of the first assumption.
    first_row: usize,
    yearly: Vec<(String, Yearly)>,
}

impl<'a> Inputs<'a> {
    /// Writes both sheets, and the names.
    pub fn write(model: &'a Model, scenario: &Scenario, book: &mut Book) -> Inputs<'a> {
        let assumptions = assumptions_sheet(model, scenario, book);
        let mut inputs = Inputs {
            model,
            values: model.values(scenario),
            first_row: assumptions.heading_row() + 2,
            yearly: Vec::new(),
        };
        book.sheets.push(assumptions);
        let sheet = inputs.yearly_sheet();
        book.sheets.push(sheet);
        inputs
    }

    pub fn case(&self) -> &'a Case {
        self.model.case()
    }

    /// How many years the case has.
    pub fn years(&self) -> usize {
        self.case().years.count
    }

    /// The cell of an assumption in the scenario, by its name; nought where the case has
    /// no such one.
    pub fn named(&self, id: &str) -> Term {
        match self.find(id) {
            Some(index) => Term::cell(name_of(id), self.values[index]),
            None => Term::number(0.0),
        }
    }

    /// The same where the case offers it at all.
    pub fn offered(&self, id: Option<&String>) -> Option<Term> {
        id.map(|id| self.named(id))
    }

    /// True where every case has the assumption, or this one.
    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    /// The cell with the published value of an assumption, as seen from another sheet.
    pub fn published(&self, id: &str) -> Term {
        match self.find(id) {
            Some(index) => Term::cell(
                format!("{ASSUMPTIONS}!C{}", self.first_row + index.place()),
                self.model.assumptions()[index].published,
            ),
            None => Term::number(1.0),
        }
    }

    /// The paper's yearly figures of a line.
    pub fn yearly(&self, line: &str) -> Option<&Yearly> {
        let mut found = self.yearly.iter();
        found.find(|(id, _)| id == line).map(|(_, yearly)| yearly)
    }

    fn find(&self, id: &str) -> Option<AssumptionIndex> {
        self.model.assumptions().find(id)
    }

    fn yearly_sheet(&mut self) -> Sheet {
        let case = self.case();
        let mut sheet = Sheet::new(
            YEARLY,
            "Yearly figures of the paper",
            &["What the paper gives for each year. The formulas of the following sheets go by these cells."],
        )
        .column("Line", 44)
        .column("Figure", 40)
        .column("Section of the paper", 16)
        .columns_of(case.years.labels(), 13);
        let investment = case.investment.iter().map(|line| {
            let (words, values) = investment_figures(line);
            (&line.id, &line.label, words, &line.source, values)
        });
        let benefits = case.benefits.iter().filter_map(|line| {
            let (words, values) = benefit_figures(line)?;
            Some((&line.id, &line.label, words, &line.source, values))
        });
        for (id, label, words, source, values) in investment.chain(benefits) {
            let mut cells = vec![Cell::text(label), Cell::text(words), Cell::text(source)];
            cells.extend(values.iter().map(|&value| Cell::Number(value, Look::Plain)));
            let row = sheet.add(cells);
            let yearly = Yearly {
                sheet: YEARLY,
                row,
                first: FIRST_YEAR,
                values: values.to_vec(),
            };
            self.yearly.push((id.clone(), yearly));
        }
        sheet
    }
}

fn assumptions_sheet(model: &Model, scenario: &Scenario, book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new(
        ASSUMPTIONS,
        "Assumptions",
        &[
            "Change the cells under Scenario, and every sheet follows. A percentage is typed as a number: 15 for 15%.",
            "A cell is named by its id, with underscores for hyphens. Setting it to the published value takes the change back.",
        ],
    )
    .column(ID, 30)
    .column(LABEL, 44)
    .column("Published", 14)
    .column(SCENARIO, 14)
    .column(UNIT, 34)
    .column("Changed", 11)
    .column("Within the range", 14)
    .column("Least allowed", 12)
    .column("Greatest allowed", 14)
    .column("Low, for testing", 14)
    .column("High, for testing", 14)
    .column("Source", 24)
    .column("Status", 30)
    .column("Note", 70);
    let swings = sensitivity(model, scenario, Scope::Benefits);
    let published = Scenario::published();
    for row in assumptions_log(model, &published, scenario, &swings) {
        let known = &model.assumptions()[row.assumption];
        let at = sheet.next_row();
        let (now, then) = (row.amount, row.published_amount);
        let [scenario_cell, published_cell] = [SCENARIO_COLUMN, PUBLISHED_COLUMN]
            .map(|column| sheet.address(ASSUMPTIONS, column, at));
        let note = [&row.derivation, &row.caution, &row.help]
            .into_iter()
            .filter(|text| !text.is_empty());
        let note: Vec<&str> = note.map(String::as_str).collect();
        let allowed = Allowed {
            min: known.min,
            max: known.max,
            whole: known.takes_whole(),
            words: range(known),
        };
        let whole = if allowed.whole {
            format!(",{scenario_cell}=INT({scenario_cell})")
        } else {
            String::new()
        };
        sheet.add(vec![
            Cell::text(&row.id),
            Cell::text(&row.label),
            Cell::Number(then, Look::Plain),
            Cell::Input(now, allowed),
            Cell::text(&row.unit),
            Cell::words(
                format!("IF({scenario_cell}={published_cell},\"as published\",\"changed\")"),
                if row.changed { "changed" } else { "as published" },
            ),
            Cell::words(
                format!(
                    "IF(ISNUMBER({scenario_cell}),IF(AND({scenario_cell}>=H{at},{scenario_cell}<=I{at}{whole}),\"yes\",\"no: figures that follow are not valid\"),\"no: not a number\")"
                ),
                "yes",
            ),
            Cell::Number(known.min, Look::Plain),
            Cell::Number(known.max, Look::Plain),
            Cell::Number(row.range.low, Look::Plain),
            Cell::Number(row.range.high, Look::Plain),
            Cell::text(&row.source),
            Cell::text(row.status),
            Cell::text(note.join(" ")),
        ]);
        let name = name_of(&row.id);
        book.names.push((name, format!("={ASSUMPTIONS}!$D${at}")));
    }
    sheet
}

/// The name of an assumption's cell: its id with underscores, and one more at the end where
/// a spreadsheet would take it for the address of a cell.
pub(super) fn name_of(id: &str) -> String {
    let name = id.replace('-', "_");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = name.bytes().skip(letters).all(|byte| byte.is_ascii_digit());
    let first_digit = name
        .bytes()
        .next()
        .is_none_or(|byte| !byte.is_ascii_alphabetic());
    if first_digit {
        format!("_{name}")
    } else if letters <= 3 && digits {
        format!("{name}_")
    } else {
        name
    }
}

fn investment_figures(line: &InvestmentLine) -> (&'static str, &[f64]) {
    match &line.cost {
        InvestmentCost::Posts { amounts, .. } => {
            ("Pounds, for the published number of posts", amounts)
        }
        InvestmentCost::OneOff { phasing, .. } => ("Per cent of the sum spent", phasing),
        InvestmentCost::Amounts { amounts, .. } => ("Pounds", amounts),
        InvestmentCost::Staff { months, .. } => ("Months the posts are filled", months),
    }
}

/// None for an overlap, which has no figures of its own.
fn benefit_figures(line: &BenefitLine) -> Option<(&'static str, &[f64])> {
    Some(match &line.rule {
        BenefitRule::ShareOfCost { phasing, .. } | BenefitRule::MovedPupils { phasing, .. } => {
            ("Per cent of the full effect", phasing)
        }
        BenefitRule::HeldDemand { extra, .. } => ("Extra cases at the published growth", extra),
        BenefitRule::SlowedGrowth { steps, .. } => ("Years of growth built up", steps),
        BenefitRule::PreventedEvents { steps, .. } => ("Years of events built up", steps),
        BenefitRule::AbsorbedPressure { pressure, .. } => ("Pounds of pressure", pressure),
        BenefitRule::FixedProfile { amounts } => ("Pounds", amounts),
        BenefitRule::SharedReduction { .. } | BenefitRule::CountedTwice { .. } => return None,
    })
}
