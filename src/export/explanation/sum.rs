//! Sums in words: parts, payback year by year, present values.

use super::{ExplanationLine, Words};
use crate::export::format::{number, one_decimal, pence, pounds, two_decimals};
use crate::export::sentence::payback_words;
use crate::model::{Part, Payback, Pounds, Share, Step, Stream, What, When};

impl Words<'_> {
    /// A line for each part, then the sum.
    pub(super) fn sum(&mut self, amount: Pounds) {
        let told = self.told;
        let one_year = matches!(told.target.when, When::Year(_));
        let mut several = None;
        for step in &told.steps {
            let Step::Part(part) = step else { continue };
            several = Some(several.is_some() || part.less);
            let line = self.part(part, one_year);
            self.lines.push(line);
        }
        let label = match (several, told.target.what, told.target.when) {
            (None, ..) => {
                self.note("The case has no such line.");
                "Total"
            }
            // One part is the figure itself.
            (Some(false), ..) => return,
            (_, _, When::Change(_)) => "Change",
            (_, What::Net, When::Year(_)) => "Net",
            _ => "Total",
        };
        self.line(label, String::new(), pounds(amount));
    }

    fn part(&mut self, part: &Part, one_year: bool) -> ExplanationLine {
        let Part { target, share, .. } = part;
        let label = match (target.when, part.less) {
            (When::Year(year), true) if !one_year => format!("Less {}", self.year(year)),
            (When::Year(year), false) if !one_year => self.year(year),
            (_, true) => "Less investment".to_owned(),
            (_, false) => self.part_name(target.what),
        };
        let expression = share.map_or(String::new(), |share| self.share(share));
        ExplanationLine {
            label,
            expression,
            result: pounds(part.signed()),
            of: Some(*target),
        }
    }

    /// `70% of £150,000`, `£150,000 − £105,000 to others`.
    fn share(&mut self, share: Share) -> String {
        self.note(
            "A line that several payers share is split after it is rounded, to whole pounds, \
             so that their parts add up to it.",
        );
        let whole = pounds(share.whole);
        let given = pounds(share.given_before);
        if share.assumption.is_none() {
            return format!("{whole} − {given} to others");
        }
        let of = format!("{}% of {whole}", tidy(share.percent_to_date, 1e6));
        if share.percent_before > 0.0 {
            format!("{of} − {given} to others")
        } else {
            of
        }
    }

    /// Net and net to date in each year, then when it is repaid or what is missing.
    pub(super) fn payback(&mut self, payback: Payback) {
        let told = self.told;
        let (mut owed, mut before, mut last) = (Pounds::ZERO, Pounds::ZERO, 0);
        let mut repaid = None;
        for step in &told.steps {
            let Step::Position {
                year,
                gained,
                spent,
                net,
                cumulative,
            } = *step
            else {
                continue;
            };
            let made = format!("{} − {} = {}", pounds(gained), pounds(spent), pounds(net));
            let to_date = format!("{} to date", pounds(cumulative));
            self.line(self.year(year), made, to_date);
            if payback.year() == Some(year) {
                (owed, repaid) = (before, Some(net));
            }
            (before, last) = (cumulative, year);
        }
        let (year, shortfall) = payback_words(self.model, payback);
        if let Payback::Within { year, point } = payback {
            let expression = match repaid {
                Some(net) if owed < Pounds::ZERO => {
                    format!("{year} + {} ÷ {}", pounds(-owed), pounds(net))
                }
                _ => "Nothing is owed at any year's end".to_owned(),
            };
            let first = self.year(0);
            let point = format!("{} years from the start of {first}", one_decimal(point));
            self.line("Point of payback", expression, point);
        }
        if let Some(shortfall) = shortfall {
            let last = self.year(last);
            self.line(
                format!("Missing at the end of {last}"),
                String::new(),
                shortfall,
            );
        }
        self.line("Payback", String::new(), year);
        self.note(
            "Payback is in the first year from which net to date is at or above nought and \
             stays there.",
        );
    }

    /// Each year's net at present value, then their sum.
    pub(super) fn net_present_value(&mut self, value: f64) {
        let told = self.told;
        for step in &told.steps {
            if let Step::Discounted { year, worth, .. } = *step {
                let expression = self.discounted(step);
                self.line(self.year(year), expression, pence(worth));
            }
        }
        self.line(
            "Net present value",
            pence(value),
            pounds(Pounds::round(value)),
        );
        self.note_discounting();
    }

    /// Benefits and investment at present value, and one over the other.
    pub(super) fn ratio(&mut self, ratio: Option<f64>) {
        let told = self.told;
        let mut sum = String::new();
        let mut values = Vec::new();
        for step in &told.steps {
            match *step {
                Step::Discounted { .. } => {
                    if !sum.is_empty() {
                        sum.push_str(" + ");
                    }
                    sum.push_str(&self.discounted(step));
                }
                Step::PresentValue { of, value } => {
                    let label = match of {
                        Stream::Investment => "Investment at present value",
                        _ => "Savings and avoidance at present value",
                    };
                    values.push(pence(value));
                    self.line(label, std::mem::take(&mut sum), pence(value));
                }
                _ => {}
            }
        }
        let (expression, ratio) = match ratio {
            None => (String::new(), "none, as nothing is invested".to_owned()),
            Some(ratio) => (values.join(" ÷ "), two_decimals(ratio)),
        };
        self.line("Benefit-cost ratio", expression, ratio);
        self.note_discounting();
    }

    /// `£4,255,425 ÷ 1.035²`; the first year as it is.
    fn discounted(&self, step: &Step) -> String {
        let Step::Discounted { year, amount, .. } = *step else {
            return String::new();
        };
        let amount = pounds(amount);
        if year == 0 {
            return amount;
        }
        format!("{amount} ÷ {}{}", self.year_on(), power(year))
    }

    /// One and the rate: what the second year is divided by.
    fn year_on(&self) -> String {
        let divisors = self.told.steps.iter().find_map(|step| match *step {
            Step::Discounted {
                year: 1, divisor, ..
            } => Some(divisor),
            _ => None,
        });
        tidy(divisors.unwrap_or(1.0), 1e12)
    }

    fn note_discounting(&mut self) {
        let first = self.year(0);
        self.note(format!(
            "Each year after {first} is divided by {} once more.",
            self.year_on()
        ));
    }
}

/// The sign of a power; none for the first.
pub(super) fn power(exponent: usize) -> &'static str {
    const POWERS: [&str; 10] = ["", "", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    POWERS.get(exponent).copied().unwrap_or_default()
}

/// A sum of decimals without the last digits that binary addition leaves behind.
pub(super) fn tidy(value: f64, scale: f64) -> String {
    number((value * scale).round() / scale)
}
