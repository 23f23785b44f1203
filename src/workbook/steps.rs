//! A sheet of steps: how each line comes about, one row for each step, so that a reader can
//! follow a figure from the assumptions to the pound.

use super::book::{Cell, Look, Sheet, Yearly};
use super::inputs::Inputs;
use super::term::Term;
use crate::case::HIGHEST_GRADE;

const FIRST_YEAR: usize = 2;

/// A sheet of steps while it is written.
pub(super) struct Steps<'a> {
    pub inputs: &'a Inputs<'a>,
    pub sheet: Sheet,
}

impl<'a> Steps<'a> {
    /// An empty sheet of steps.
    pub fn new(inputs: &'a Inputs<'a>, name: &'static str, title: &str, notes: &[&str]) -> Self {
        let sheet = Sheet::new(name, title, notes)
            .column("Line", 44)
            .column("Step", 56)
            .columns_of(inputs.case().years.labels(), 16);
        Steps { inputs, sheet }
    }

    /// Name of the sheet.
    pub fn name(&self) -> &'static str {
        self.sheet.name
    }

    /// Adds a step: its words, and the formula of each year.
    pub fn step(&mut self, line: &str, words: &str, year: impl Fn(usize) -> Term) -> Yearly {
        let terms: Vec<Term> = (0..self.inputs.years()).map(year).collect();
        let mut cells = vec![Cell::text(line), Cell::text(words)];
        cells.extend(terms.iter().map(|term| Cell::of(term, Look::Plain)));
        let row = self.sheet.add(cells);
        Yearly {
            sheet: self.sheet.name,
            row,
            first: FIRST_YEAR,
            values: terms.iter().map(|term| term.value).collect(),
        }
    }

    /// Moves a row later by the months of some delays, added together; the row itself where
    /// nothing can delay it. With months = 12k + m, year i takes (12 − m) twelfths of year
    /// i − k and m twelfths of the year before that.
    pub fn later(&mut self, line: &str, amounts: Yearly, delays: &[&String]) -> Yearly {
        let name = self.name();
        let delays: Vec<Term> = delays.iter().map(|id| self.inputs.named(id)).collect();
        let Some((first, others)) = delays.split_first() else {
            return amounts;
        };
        let months = others
            .iter()
            .fold(first.clone(), |sum, delay| sum.plus(delay));
        let months = self.step(line, "Months late", |_| months.clone());
        self.step(
            line,
            "Moved by those months, in twelfths of a year",
            |year| {
                let late = months.year(name, year);
                let twelve = Term::number(12.0);
                let whole = late.over(&twelve).floor();
                let part = late.modulo(&twelve);
                let back = |extra: usize| {
                    let years = whole.plus(&Term::count(extra));
                    let years = if extra == 0 { whole.clone() } else { years };
                    looked_up(&amounts, name, year, &years)
                };
                let this = back(0).times(&twelve.minus(&part));
                this.plus(&back(1).times(&part)).over(&twelve)
            },
        )
    }

    /// Puts a row into the prices of each year, where the case lets prices rise.
    pub fn in_prices(&mut self, line: &str, amounts: Yearly) -> Yearly {
        let inflation = self.inputs.case().adjustments.inflation.as_ref();
        let Some(inflation) = self.inputs.offered(inflation) else {
            return amounts;
        };
        let name = self.name();
        self.step(line, "In the prices of each year", |year| {
            amounts.year(name, year).times(&price(&inflation, year))
        })
    }

    /// The correction for the grade of a line's evidence, in per cent; nought for none.
    pub fn correction(&self, grade: &str, id: fn(usize) -> String) -> Option<Term> {
        if !self.inputs.has(grade) {
            return None;
        }
        let grades: Vec<Term> = (1..=HIGHEST_GRADE)
            .map(|grade| self.inputs.named(&id(grade)))
            .collect();
        Some(Term::choose(&self.inputs.named(grade), &grades))
    }
}

/// What a pound of the first year's prices is called in a year.
pub(super) fn price(inflation: &Term, year: usize) -> Term {
    grown(inflation, year)
}

/// `(1+rate/100)^years`
pub(super) fn grown(rate: &Term, years: usize) -> Term {
    let one = Term::number(1.0);
    one.plus(&rate.over(&Term::number(100.0)))
        .power(&Term::count(years))
}

/// The amount of so many years before; nought before the first.
fn looked_up(amounts: &Yearly, from: &str, year: usize, back: &Term) -> Term {
    let place = Term::count(year + 1).minus(back);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of years back, of checked months"
    )]
    let value = year
        .checked_sub(back.value as usize)
        .map_or(0.0, |from| amounts.values[from]);
    let found = Term::formula(
        format!("INDEX({},{})", amounts.all(from), place.text()),
        value,
    );
    let nothing = Term::number(0.0);
    let there = place.above(&nothing);
    Term::either(&there, &found, &nothing)
}
