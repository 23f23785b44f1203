//! What figures are called, and what is said about them.

use super::Words;
use crate::case::{BenefitKind, BenefitRule, InvestmentCost};
use crate::model::{Line, What, When};

impl Words<'_> {
    pub(super) fn year(&self, year: usize) -> String {
        self.model.case().years.label(year)
    }

    /// The figure and when it is for: `EHCP growth held, change in 2020/21`.
    pub(super) fn title(&self) -> String {
        let target = self.told.target;
        let name = self.name(target.what);
        match target.what {
            What::Payback
            | What::PaybackOnSavings
            | What::PaybackOfPayer(_)
            | What::NetPresentValue
            | What::BenefitCostRatio => return name,
            _ => {}
        }
        match target.when {
            When::Year(year) => format!("{name}, {}", self.year(year)),
            When::Change(year) => format!("{name}, change in {}", self.year(year)),
            When::ToDate(year) => format!("{name}, to the end of {}", self.year(year)),
            When::AllYears => format!("{name}, all years"),
        }
    }

    /// What is measured. One of a workstream is named by it: `Digital technology: savings`.
    fn name(&self, what: What) -> String {
        let (all, part, place) = match what {
            What::Line(line) => return self.line_name(line),
            What::Investment(place) => ("Investment", "investment", place),
            What::Savings(place) => ("Savings", "savings", place),
            What::Avoidance(place) => ("Avoidance", "avoidance", place),
            What::Benefits(place) => ("Savings and avoidance", "savings and avoidance", place),
            What::Net => ("Net", "", None),
            What::Payer(payer) => return format!("Gained by {}", self.payer(payer)),
            What::PayerSavings(payer) => return format!("{}: savings", self.payer(payer)),
            What::PayerAvoidance(payer) => return format!("{}: avoidance", self.payer(payer)),
            What::Payback => ("Payback, all benefits", "", None),
            What::PaybackOnSavings => ("Payback, savings alone", "", None),
            What::PaybackOfPayer(payer) => {
                let payer = self.payer(payer);
                return format!("Payback, {payer} against the whole investment");
            }
            What::NetPresentValue => ("Net present value", "", None),
            What::BenefitCostRatio => ("Benefit-cost ratio", "", None),
        };
        match place {
            None => all.to_owned(),
            Some(place) => format!("{}: {part}", self.workstream(place)),
        }
    }

    /// What a part of a sum is called under the title of the sum.
    pub(super) fn part_name(&self, what: What) -> String {
        match what {
            What::Investment(Some(place))
            | What::Savings(Some(place))
            | What::Avoidance(Some(place))
            | What::Benefits(Some(place)) => self.workstream(place).to_owned(),
            _ => self.name(what),
        }
    }

    fn workstream(&self, place: usize) -> &str {
        let known = self.model.case().workstreams.get(place);
        known.map_or("", |workstream| &workstream.label)
    }

    fn payer(&self, place: usize) -> &str {
        let known = self.model.case().payers.get(place);
        known.map_or("", |payer| &payer.label)
    }

    fn line_name(&self, line: Line) -> String {
        let case = self.model.case();
        let label = match line {
            Line::Investment(index) => case.investment.get(index).map(|line| &line.label),
            Line::Benefit(index) => case.benefits.get(index).map(|line| &line.label),
        };
        label.cloned().unwrap_or_default()
    }

    /// True for a benefit line that no paper has.
    fn is_own(&self, index: usize) -> bool {
        index >= self.model.base().case().benefits.len()
    }

    /// What a line's formula gives, in a few words.
    pub(super) fn formula_name(&self) -> &'static str {
        let case = self.model.case();
        match self.told.target.what {
            What::Line(Line::Benefit(index)) => match case.benefits.get(index).map(|l| &l.rule) {
                Some(BenefitRule::ShareOfCost { .. }) => "Share of the cost",
                Some(BenefitRule::MovedPupils { .. }) => "Pupils moved",
                Some(BenefitRule::HeldDemand { .. }) => "Extra demand held",
                Some(BenefitRule::SlowedGrowth { .. }) => "Growth avoided",
                Some(BenefitRule::PreventedEvents { .. }) => "Events prevented",
                Some(BenefitRule::AbsorbedPressure { .. }) => "Pressure absorbed",
                Some(BenefitRule::SharedReduction { .. }) => "Moved pupils under the reduction",
                Some(BenefitRule::CountedTwice { .. }) => "In both lines, counted once",
                _ if self.is_own(index) => "Amount",
                _ => "Published amount",
            },
            What::Line(Line::Investment(index)) => {
                match case.investment.get(index).map(|line| &line.cost) {
                    Some(InvestmentCost::OneOff { .. }) => "Sum spent",
                    Some(InvestmentCost::Amounts { .. }) => "Amount counted",
                    _ => "Posts",
                }
            }
            _ => "",
        }
    }

    /// What should be known of the figure, whatever it came to.
    pub(super) fn note_what(&mut self) {
        let case = self.model.case();
        let mut avoided = false;
        match self.told.target.what {
            What::Line(Line::Investment(index)) => {
                if let Some(line) = case.investment.get(index) {
                    self.note(line.note.as_str());
                    if let InvestmentCost::Staff {
                        grade: Some(grade), ..
                    } = &line.cost
                    {
                        self.note(format!("Paid at grade {grade}."));
                    }
                }
            }
            What::Line(Line::Benefit(index)) => {
                let line = case.benefits.get(index);
                avoided = line.is_some_and(|line| line.kind == BenefitKind::Avoidance);
            }
            What::Avoidance(_) => avoided = true,
            What::Payer(payer)
            | What::PaybackOfPayer(payer)
            | What::PayerSavings(payer)
            | What::PayerAvoidance(payer) => {
                avoided = matches!(self.told.target.what, What::PayerAvoidance(_));
                if let Some(payer) = case.payers.get(payer) {
                    self.note(payer.help.as_str());
                }
            }
            _ => {}
        }
        if avoided {
            self.note("Avoidance is growth that does not happen; it frees no money by itself.");
        }
    }
}
