//! Checks of investment and benefit lines and of the rules behind them.

use std::collections::HashSet;

use super::{Checker, LARGEST_POUNDS};
use crate::case::{BenefitLine, BenefitRule, CaseFault, InvestmentCost, InvestmentLine, Unit};

/// Months of a year.
const MONTHS: f64 = 12.0;

impl Checker<'_> {
    fn series(&mut self, path: String, values: &[f64], largest: f64) {
        self.yearly(path, values, -largest, largest);
    }

    /// One value for each year, none of them outside `least` to `most`.
    fn yearly(&mut self, path: String, values: &[f64], least: f64, most: f64) {
        let years = self.case.years.count;
        if values.len() != years {
            let found = values.len();
            self.fault(path.clone(), CaseFault::NotOneAYear { found, years });
        }
        for (index, &value) in values.iter().enumerate() {
            self.range(format!("{path}[{index}]"), value, least, most);
        }
    }

    pub(super) fn investment(&mut self, index: usize, line: &InvestmentLine) {
        let at = |field: &str| format!("investment[{index}].{field}");
        self.text(&at("label"), &line.label);
        self.workstream(at("workstream"), &line.workstream);
        match &line.cost {
            InvestmentCost::Posts { posts, amounts } => {
                self.assumption(at("cost.posts"), posts, Some(Unit::Count));
                // The amounts are divided by the published posts.
                let published = self.published(posts);
                self.range(
                    at("cost.posts (published value)"),
                    published,
                    0.001,
                    LARGEST_POUNDS,
                );
                self.series(at("cost.amounts"), amounts, LARGEST_POUNDS);
            }
            InvestmentCost::OneOff { amount, phasing } => {
                self.assumption(at("cost.amount"), amount, Some(Unit::Pounds));
                self.series(at("cost.phasing"), phasing, 100.0);
                let total: f64 = phasing.iter().sum();
                if (total - 100.0).abs() > 1e-9 {
                    self.fault(at("cost.phasing"), CaseFault::PhasingTotal(total));
                }
            }
            InvestmentCost::Staff {
                posts, pay, months, ..
            } => {
                self.assumption(at("cost.posts"), posts, Some(Unit::Count));
                self.assumption(at("cost.pay"), pay, Some(Unit::Pounds));
                self.yearly(at("cost.months"), months, 0.0, MONTHS);
            }
            InvestmentCost::Amounts { counted, amounts } => {
                self.assumption(at("cost.counted"), counted, Some(Unit::Percent));
                self.series(at("cost.amounts"), amounts, LARGEST_POUNDS);
            }
        }
    }

    /// The published value of an assumption; 1 where there is none, which is reported
    /// as an unknown reference and should not be reported again as out of range.
    fn published(&self, id: &str) -> f64 {
        let mut assumptions = self.case.assumptions.iter();
        assumptions
            .find(|assumption| assumption.id == id)
            .map_or(1.0, |assumption| assumption.published)
    }

    pub(super) fn benefit(&mut self, index: usize, line: &BenefitLine) {
        let at = |field: &str| format!("benefits[{index}].{field}");
        self.text(&at("label"), &line.label);
        self.workstream(at("workstream"), &line.workstream);
        self.payer(at("gains.rest"), &line.gains.rest);
        let mut seen = HashSet::from([&line.gains.rest]);
        for (share_index, share) in line.gains.shares.iter().enumerate() {
            let path = at(&format!("gains.shares[{share_index}]"));
            self.payer(format!("{path}.payer"), &share.payer);
            self.assumption(format!("{path}.share"), &share.share, Some(Unit::Percent));
            if !seen.insert(&share.payer) {
                self.fault(
                    format!("{path}.payer"),
                    CaseFault::GivenTwice(super::short(&share.payer).to_owned()),
                );
            }
        }
        self.rule(&at("rule"), &line.rule);
    }

    /// The id of a benefit line that follows one kind of rule.
    fn line_of(
        &mut self,
        path: String,
        id: &str,
        wanted: &'static str,
        follows: fn(&BenefitRule) -> bool,
    ) {
        let case = self.case;
        let ids = case.benefits.iter().filter(|line| follows(&line.rule));
        self.known(path, id, wanted, ids.map(|line| &line.id));
    }

    fn rule(&mut self, path: &str, rule: &BenefitRule) {
        use Unit::{Count, Percent, Pounds};
        let at = |field: &str| format!("{path}.{field}");
        let mut inputs = |named: &[(&str, &String, Unit)]| {
            for (field, id, unit) in named {
                self.assumption(at(field), id, Some(*unit));
            }
        };
        match rule {
            BenefitRule::ShareOfCost {
                cost,
                share,
                phasing,
            } => {
                inputs(&[("cost", cost, Pounds), ("share", share, Percent)]);
                self.series(at("phasing"), phasing, 1000.0);
            }
            BenefitRule::MovedPupils {
                pupils,
                share,
                cost_from,
                cost_to,
                phasing,
            } => {
                inputs(&[
                    ("pupils", pupils, Count),
                    ("share", share, Percent),
                    ("cost_from", cost_from, Pounds),
                    ("cost_to", cost_to, Pounds),
                ]);
                self.series(at("phasing"), phasing, 1000.0);
            }
            BenefitRule::HeldDemand {
                extra,
                growth,
                unit_cost,
                held,
            } => {
                inputs(&[
                    ("growth", growth, Percent),
                    ("unit_cost", unit_cost, Pounds),
                    ("held", held, Percent),
                ]);
                // The extra cases are divided by the published growth.
                let published = self.published(growth);
                self.range(at("growth (published value)"), published, 0.001, 1000.0);
                self.series(at("extra"), extra, 1e6);
            }
            BenefitRule::SlowedGrowth {
                growth,
                avoided,
                steps,
            } => {
                inputs(&[("growth", growth, Pounds), ("avoided", avoided, Percent)]);
                self.series(at("steps"), steps, 1000.0);
            }
            BenefitRule::PreventedEvents {
                number,
                cost,
                steps,
            } => {
                inputs(&[("number", number, Count), ("cost", cost, Pounds)]);
                self.series(at("steps"), steps, 1000.0);
            }
            BenefitRule::AbsorbedPressure { pressure, absorbed } => {
                inputs(&[("absorbed", absorbed, Percent)]);
                self.series(at("pressure"), pressure, LARGEST_POUNDS);
            }
            BenefitRule::FixedProfile { amounts } => {
                self.series(at("amounts"), amounts, LARGEST_POUNDS);
            }
            BenefitRule::SharedReduction {
                moved,
                reduced,
                counted,
                ..
            } => {
                inputs(&[("counted", counted, Percent)]);
                self.line_of(
                    at("moved"),
                    moved,
                    "a benefit line of kind \"moved-pupils\"",
                    |rule| matches!(rule, BenefitRule::MovedPupils { .. }),
                );
                self.line_of(
                    at("reduced"),
                    reduced,
                    "a benefit line of kind \"share-of-cost\"",
                    |rule| matches!(rule, BenefitRule::ShareOfCost { .. }),
                );
            }
            BenefitRule::CountedTwice {
                pressure,
                demand,
                share,
            } => {
                inputs(&[("share", share, Percent)]);
                self.line_of(
                    at("pressure"),
                    pressure,
                    "a benefit line of kind \"absorbed-pressure\"",
                    |rule| matches!(rule, BenefitRule::AbsorbedPressure { .. }),
                );
                self.line_of(
                    at("demand"),
                    demand,
                    "a benefit line of kind \"held-demand\"",
                    |rule| matches!(rule, BenefitRule::HeldDemand { .. }),
                );
            }
        }
    }
}
