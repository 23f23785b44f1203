//! Sums of figures: totals, payers, years, payback and the appraisal.

use super::{Answer, Line, Part, Share, Step, Stream, Target, Teller, What, When};
use crate::model::appraisal::discounted;
use crate::model::benefit::percent_to_date;
use crate::model::{Payback, Pounds, Series};

impl Teller<'_> {
    /// What a sum is made of in one year of the case.
    pub(super) fn parts(&self, what: What, year: usize) -> Vec<Part> {
        let part = |what| self.part(what, When::Year(year), false);
        match what {
            What::Payer(payer) | What::PayerSavings(payer) | What::PayerAvoidance(payer) => {
                self.shares(what, payer, year)
            }
            What::Net => vec![
                part(What::Benefits(None)),
                self.part(What::Investment(None), When::Year(year), true),
            ],
            What::Benefits(None) => vec![part(What::Savings(None)), part(What::Avoidance(None))],
            // As the ledger has them: savings first.
            What::Benefits(Some(place)) => [
                self.parts(What::Savings(Some(place)), year),
                self.parts(What::Avoidance(Some(place)), year),
            ]
            .concat(),
            What::Investment(None) => self.by_workstream(What::Investment, year),
            What::Savings(None) => self.by_workstream(What::Savings, year),
            What::Avoidance(None) => self.by_workstream(What::Avoidance, year),
            _ => {
                let lines = self.lines(what);
                lines.map(|line| part(What::Line(line))).collect()
            }
        }
    }

    /// By workstream where several have such lines; line by line where one has them all.
    fn by_workstream(&self, of: fn(Option<usize>) -> What, year: usize) -> Vec<Part> {
        let mut wholes = Vec::new();
        for place in 0..self.compiled.case.workstreams.len() {
            let what = of(Some(place));
            if self.lines(what).next().is_some() {
                wholes.push(what);
            }
        }
        match wholes[..] {
            [only] => self.parts(only, year),
            _ => {
                let parts = wholes.into_iter();
                parts
                    .map(|what| self.part(what, When::Year(year), false))
                    .collect()
            }
        }
    }

    /// A change is this year's figure less last year's; any other run of years is their
    /// sum.
    pub(super) fn over_years(&self, what: What, when: When) -> Vec<Part> {
        let part = |year, less| self.part(what, When::Year(year), less);
        let end = match when {
            When::Year(year) => return vec![part(year, false)],
            When::Change(0) => return vec![part(0, false)],
            When::Change(year) => return vec![part(year, false), part(year - 1, true)],
            When::ToDate(year) => year + 1,
            When::AllYears => self.years(),
        };
        (0..end).map(|year| part(year, false)).collect()
    }

    fn part(&self, what: What, when: When, less: bool) -> Part {
        let target = Target { what, when };
        Part {
            target,
            amount: self.amount(target),
            less,
            share: None,
        }
    }

    /// What the run says of a figure that is part of another.
    fn amount(&self, target: Target) -> Pounds {
        let (run, when) = (&self.outcome, target.when);
        let of = |all: &Series, parts: &[Series], place: Option<usize>| {
            let place = place.map_or(Some(all), |place| parts.get(place));
            place.map_or(Pounds::ZERO, |series| in_year(series, when))
        };
        match target.what {
            What::Line(Line::Investment(index)) => {
                of(&run.investment, &run.investment_lines, Some(index))
            }
            What::Line(Line::Benefit(index)) => of(&run.benefits, &run.benefit_lines, Some(index)),
            What::Investment(place) => of(&run.investment, &run.investment_by_workstream, place),
            What::Savings(place) => of(&run.savings, &run.savings_by_workstream, place),
            What::Avoidance(place) => of(&run.avoidance, &run.avoidance_by_workstream, place),
            What::Benefits(None) => in_year(&run.benefits, when),
            What::Benefits(place) => {
                of(&run.savings, &run.savings_by_workstream, place)
                    + of(&run.avoidance, &run.avoidance_by_workstream, place)
            }
            What::Payer(payer) => of(&run.benefits, &run.funding, Some(payer)),
            What::PayerSavings(payer) => of(&run.savings, &run.savings_by_payer, Some(payer)),
            What::PayerAvoidance(payer) => of(&run.avoidance, &run.avoidance_by_payer, Some(payer)),
            _ => in_year(&run.net, when),
        }
    }

    /// A payer's part of every line it gains from, each of the line as rounded.
    fn shares(&self, what: What, payer: usize, year: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        for line in self.lines(what) {
            let Line::Benefit(index) = line else { continue };
            let split = &self.compiled.benefits[index].split;
            let target = Target {
                what: What::Line(line),
                when: When::Year(year),
            };
            let whole = self.amount(target);
            let mut shares = split.shares.iter();
            let (mut percent, mut given) = (0.0, Pounds::ZERO);
            split.share(&self.values, whole, |gains, amount| {
                let assumption = shares.next().map(|(_, assumption)| *assumption);
                let before = percent;
                percent = assumption.map_or(100.0, |assumption| {
                    percent_to_date(before, self.values[assumption])
                });
                if gains == payer {
                    let share = Share {
                        whole,
                        assumption,
                        percent_before: before,
                        percent_to_date: percent,
                        given_before: given,
                    };
                    parts.push(Part {
                        target,
                        amount,
                        less: false,
                        share: (!split.shares.is_empty()).then_some(share),
                    });
                }
                given += amount;
            });
        }
        parts
    }

    /// Year by year to payback.
    pub(super) fn payback(&self, gains: &Series) -> (Vec<Step>, Answer) {
        let investment = &self.outcome.investment;
        let net = gains - investment;
        let to_date = net.running_total();
        let positions = (0..net.len()).map(|year| Step::Position {
            year,
            gained: gains[year],
            spent: investment[year],
            net: net[year],
            cumulative: to_date[year],
        });
        (positions.collect(), Answer::Payback(Payback::of(&net)))
    }

    pub(super) fn net_present_value(&self) -> (Vec<Step>, Answer) {
        let mut steps = Vec::new();
        let value = self.present(Stream::Net, &self.outcome.net, &mut steps);
        (steps, Answer::PresentValue(value))
    }

    pub(super) fn benefit_cost_ratio(&self) -> (Vec<Step>, Answer) {
        let mut steps = Vec::new();
        self.present(Stream::Benefits, &self.outcome.benefits, &mut steps);
        self.present(Stream::Investment, &self.outcome.investment, &mut steps);
        (steps, Answer::Ratio(self.outcome.benefit_cost_ratio))
    }

    fn present(&self, of: Stream, series: &Series, steps: &mut Vec<Step>) -> f64 {
        let mut years = series.iter().enumerate();
        let value = discounted(series, self.outcome.rates(), |divisor, worth| {
            if let Some((year, &amount)) = years.next() {
                steps.push(Step::Discounted {
                    of,
                    year,
                    amount,
                    divisor,
                    worth,
                });
            }
        });
        steps.push(Step::PresentValue { of, value });
        value
    }
}

/// A part is always one year's figure.
fn in_year(series: &Series, when: When) -> Pounds {
    match when {
        When::Year(year) => series.get(year).copied().unwrap_or_default(),
        _ => Pounds::ZERO,
    }
}
