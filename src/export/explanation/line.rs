//! One line in one year: the formula with its numbers, then each adjustment that applies.
//! Those that change nothing are gathered in one note.

use super::Words;
use super::sum::{power, tidy};
use crate::case::Unit;
use crate::export::format::{number, pence, pounds, value, value_with_note};
use crate::model::{Adjustment, Formula, Shift, Step, Term, Yearly};

impl Words<'_> {
    pub(super) fn line_year(&mut self) {
        let told = self.told;
        let late = told
            .steps
            .iter()
            .any(|step| matches!(step, Step::Shift(shift) if shift.applied));
        // The posts, as the formula before it has them.
        let (mut posts, mut kept) = (String::new(), false);
        let mut unchanged: Vec<&str> = Vec::new();
        let mut leave = |words: &'static str| {
            if !unchanged.contains(&words) {
                unchanged.push(words);
            }
        };
        for step in &told.steps {
            match step {
                Step::Formula(formula) => {
                    let label = self.of_year(self.formula_name(), formula.year, late);
                    posts = self.expression(formula, 1);
                    self.line(label, self.expression(formula, 0), pence(formula.amount));
                }
                Step::PostsKept {
                    year,
                    share,
                    full_year,
                    full,
                    from,
                } => {
                    if share.applied {
                        let of = match full_year {
                            Some(year) => format!("{} of {}", pence(*full), self.year(*year)),
                            None => self.yearly(Yearly::Months, *full, *year),
                        };
                        let expression = format!(
                            "{} + {of} × {}% × {posts}",
                            pence(share.before),
                            number(share.percent)
                        );
                        let label = self.of_year("Posts kept on", *year, late);
                        kept = true;
                        self.line(label, expression, pence(share.amount));
                    } else if share.percent == 0.0 {
                        leave("no posts kept");
                    } else if !kept {
                        let from = self.year(*from);
                        self.note(format!("Posts that are kept cost money from {from} on."));
                    }
                }
                Step::Overrun { year, added } => {
                    if added.applied {
                        let label = if added.percent < 0.0 {
                            "Underrun"
                        } else {
                            "Overrun"
                        };
                        let sign = if added.percent < 0.0 { "−" } else { "+" };
                        let percent = number(added.percent.abs());
                        let expression =
                            format!("{} × (100% {sign} {percent}%)", pence(added.before));
                        let label = self.of_year(label, *year, late);
                        self.line(label, expression, pence(added.amount));
                    } else if added.assumption.is_some() {
                        leave("no overrun");
                    }
                }
                Step::FirstYear { year, part } if part.applied => {
                    let label = self.of_year("Part of the first year", *year, late);
                    self.percent(label, part);
                }
                Step::LineDelivery(delivery) if delivery.applied => {
                    self.percent("Delivered of this line".to_owned(), delivery);
                }
                Step::Correction { year, adjusted } if adjusted.applied => {
                    let label = "Correction for its evidence";
                    let label = match year {
                        Some(year) => self.of_year(label, *year, late),
                        None => label.to_owned(),
                    };
                    self.percent(label, adjusted);
                }
                Step::Prices { year, risen } if risen.applied => {
                    let label = format!("In prices of {}", self.year(*year));
                    let year_on = tidy(1.0 + risen.percent / 100.0, 1e12);
                    let expression = format!("{} × {year_on}{}", pence(risen.before), power(*year));
                    self.line(label, expression, pence(risen.amount));
                }
                Step::Shift(shift) => {
                    if shift.applied {
                        self.shift(shift);
                    } else if !shift.delays.is_empty() {
                        leave("no delay");
                    }
                }
                Step::Delivery(delivery) => {
                    if delivery.applied {
                        self.percent("Delivered".to_owned(), delivery);
                    } else if delivery.assumption.is_some() {
                        leave("delivered in full");
                    }
                }
                Step::Rounding { before, amount, .. } => {
                    let (before, after) = (pence(*before), pounds(*amount));
                    // Whole already, as far as it can be shown.
                    if before != after {
                        self.line("To whole pounds", before, after);
                    }
                }
                _ => {}
            }
        }
        if !unchanged.is_empty() {
            self.note(format!("Not adjusted: {}.", unchanged.join(", ")));
        }
    }

    /// A label with its year, where the figure is made of other years than its own.
    fn of_year(&self, label: &str, year: usize, late: bool) -> String {
        if late {
            format!("{label}, {}", self.year(year))
        } else {
            label.to_owned()
        }
    }

    /// The terms of a formula from one of them on: `829 extra cases × 23% ÷ 36% published`.
    fn expression(&self, formula: &Formula, from: usize) -> String {
        let table = self.model.assumptions();
        let mut text = String::new();
        for term in formula.terms.iter().skip(from) {
            let sign = match term {
                _ if text.is_empty() => "",
                Term::OverPublished(..) => " ÷ ",
                _ => " × ",
            };
            text.push_str(sign);
            text.push_str(&match *term {
                Term::Times(index, amount) => match table[index].unit {
                    Unit::Count => value_with_note(&table[index], amount),
                    _ => value(&table[index], amount),
                },
                Term::TimesDifference([(from, more), (to, less)]) => {
                    let (more, less) = (value(&table[from], more), value(&table[to], less));
                    format!("({more} − {less})")
                }
                Term::OverPublished(index, amount) => {
                    format!("{} published", value(&table[index], amount))
                }
                Term::TimesYearly(kind, amount) => self.yearly(kind, amount, formula.year),
                Term::TimesPounds(amount) => pence(amount),
                Term::TimesCome(percent) => format!("{}% come", number(percent)),
            });
        }
        text
    }

    fn yearly(&self, kind: Yearly, amount: f64, year: usize) -> String {
        let counted = |one: &str, many: &str| {
            #[expect(clippy::float_cmp, reason = "exactly one of them")]
            let noun = if amount == 1.0 { one } else { many };
            format!("{} {noun}", number(amount))
        };
        match kind {
            Yearly::Phasing => format!("{}% in {}", number(amount), self.year(year)),
            Yearly::ExtraCases => counted("extra case", "extra cases"),
            Yearly::BuiltUp => counted("year", "years"),
            Yearly::Pressure => format!("{} of pressure", pence(amount)),
            Yearly::Months => format!("{} months ÷ 12", number(amount)),
            Yearly::Amount => pence(amount),
        }
    }

    fn shift(&mut self, shift: &Shift) {
        let table = self.model.assumptions();
        let mut made_of = String::new();
        let mut label = "Delay";
        for &(index, months) in shift.delays.iter().filter(|(_, months)| *months > 0.0) {
            let known = &table[index];
            if made_of.is_empty() {
                label = &known.label;
            } else {
                label = "Delay";
                made_of.push_str(" + ");
            }
            made_of.push_str(&format!("{} {}", known.label, value(known, months)));
        }
        if label != "Delay" {
            // The only one: the label and the result say it all.
            made_of.clear();
        }
        let noun = if shift.months == 1 { "month" } else { "months" };
        self.line(label, made_of, format!("{} {noun}", shift.months));
        let (label, expression) = match shift.from[..] {
            [] => ("Nothing has arrived yet".to_owned(), String::new()),
            [(year, amount, 12)] => (format!("All of {}", self.year(year)), pence(amount)),
            [(year, amount, part)] => (
                format!("{}, nothing before it", self.twelfths(year, part)),
                format!("{} × {part} ÷ 12", pence(amount)),
            ),
            [(year, amount, part), (before, earlier, rest), ..] => (
                format!(
                    "{} and {}",
                    self.twelfths(year, part),
                    self.twelfths(before, rest)
                ),
                format!(
                    "({} × {part} + {} × {rest}) ÷ 12",
                    pence(amount),
                    pence(earlier)
                ),
            ),
        };
        self.line(label, expression, pence(shift.amount));
    }

    /// `7 twelfths of 2020/21`.
    fn twelfths(&self, year: usize, part: usize) -> String {
        let noun = if part == 1 { "twelfth" } else { "twelfths" };
        format!("{part} {noun} of {}", self.year(year))
    }

    fn percent(&mut self, label: String, left: &Adjustment) {
        let percent = number(left.percent);
        let expression = format!("{} × {percent}%", pence(left.before));
        self.line(label, expression, pence(left.amount));
    }
}
