//! The lines of a generated case, each with assumptions of its own.

use send_modeller::case::{
    BenefitKind, BenefitLine, BenefitRule, Case, InvestmentCost, InvestmentLine, LineNotes,
    PayerShare, PayerSplit, Reduces, Unit,
};

use super::Made;

impl Made {
    pub fn cost(&mut self, kind: u8) {
        let id = format!("cost-{}", self.case.investment.len());
        let named = |part: &str| format!("{id}-{part}");
        let cost = match kind {
            0 => InvestmentCost::Posts {
                posts: self.assumption(named("posts"), Unit::Count, 0.5, 20),
                amounts: self.yearly(200_000),
            },
            1 => {
                // Whole per cents that add to a hundred.
                let mut phasing = vec![0.0; self.case.years.count];
                for _ in 0..4 {
                    let year = self.throw(u32::try_from(phasing.len()).unwrap());
                    phasing[year as usize] += 25.0;
                }
                let amount = self.assumption(named("amount"), Unit::Pounds, 0.0, 1_000_000);
                InvestmentCost::OneOff { amount, phasing }
            }
            2 => InvestmentCost::Amounts {
                counted: self.assumption(named("counted"), Unit::Percent, 0.0, 100),
                amounts: self.yearly(200_000),
            },
            _ => InvestmentCost::Staff {
                posts: self.assumption(named("posts"), Unit::Count, 0.0, 20),
                grade: (self.throw(2) == 0).then(|| "M3".to_owned()),
                pay: self.assumption(named("pay"), Unit::Pounds, 0.0, 90_000),
                months: (0..self.case.years.count)
                    .map(|_| f64::from(self.throw(13)))
                    .collect(),
            },
        };
        let workstream = self.id("part", self.case.workstreams.len());
        let line = InvestmentLine {
            label: format!("Label of {id}"),
            id,
            workstream,
            source: self.words(),
            note: String::new(),
            cost,
        };
        self.case.investment.push(line);
    }

    fn rule(&mut self, id: &str, kind: u8) -> BenefitRule {
        let of = |case: &Case, follows: fn(&BenefitRule) -> bool| {
            let mut lines = case.benefits.iter();
            lines
                .find(|line| follows(&line.rule))
                .map(|line| line.id.clone())
        };
        let named = |part: &str| format!("{id}-{part}");
        let (pounds, percent) = (Unit::Pounds, Unit::Percent);
        match kind {
            0 => BenefitRule::ShareOfCost {
                cost: self.assumption(named("cost"), pounds, 0.0, 5_000_000),
                share: self.assumption(named("share"), percent, 0.0, 100),
                phasing: self.yearly(100),
            },
            1 => BenefitRule::MovedPupils {
                pupils: self.assumption(named("pupils"), Unit::Count, 0.0, 500),
                share: self.assumption(named("share"), percent, 0.0, 100),
                cost_from: self.assumption(named("from"), pounds, 0.0, 20_000),
                cost_to: self.assumption(named("to"), pounds, 0.0, 20_000),
                phasing: self.yearly(100),
            },
            2 => BenefitRule::HeldDemand {
                extra: self.yearly(300),
                growth: self.assumption(named("growth"), percent, 1.0, 200),
                unit_cost: self.assumption(named("unit-cost"), pounds, 0.0, 9_000),
                held: self.assumption(named("held"), percent, 0.0, 100),
            },
            3 => BenefitRule::SlowedGrowth {
                growth: self.assumption(named("growth"), pounds, 0.0, 900_000),
                avoided: self.assumption(named("avoided"), percent, 0.0, 100),
                steps: self.yearly(10),
            },
            4 => BenefitRule::PreventedEvents {
                number: self.assumption(named("number"), Unit::Count, 0.0, 20),
                cost: self.assumption(named("cost"), pounds, 0.0, 90_000),
                steps: self.yearly(10),
            },
            5 => BenefitRule::AbsorbedPressure {
                pressure: self.yearly(900_000),
                absorbed: self.assumption(named("absorbed"), percent, 0.0, 100),
            },
            7 => {
                let moved = of(&self.case, |rule| {
                    matches!(rule, BenefitRule::MovedPupils { .. })
                });
                let reduced = of(&self.case, |rule| {
                    matches!(rule, BenefitRule::ShareOfCost { .. })
                });
                let (Some(moved), Some(reduced)) = (moved, reduced) else {
                    return self.rule(id, 6);
                };
                BenefitRule::SharedReduction {
                    moved,
                    reduced,
                    reduces: [Reduces::CostTo, Reduces::Both][self.throw(2) as usize],
                    counted: self.assumption(named("counted"), percent, 0.0, 100),
                }
            }
            8 => {
                let pressure = of(&self.case, |rule| {
                    matches!(rule, BenefitRule::AbsorbedPressure { .. })
                });
                let demand = of(&self.case, |rule| {
                    matches!(rule, BenefitRule::HeldDemand { .. })
                });
                let (Some(pressure), Some(demand)) = (pressure, demand) else {
                    return self.rule(id, 6);
                };
                BenefitRule::CountedTwice {
                    pressure,
                    demand,
                    share: self.assumption(named("share"), percent, 0.0, 100),
                }
            }
            _ => BenefitRule::FixedProfile {
                amounts: self
                    .yearly(1_000_000)
                    .iter()
                    .map(|amount| amount - 250_000.0)
                    .collect(),
            },
        }
    }

    pub fn benefit(&mut self, kind: u8) {
        let id = format!("gain-{}", self.case.benefits.len());
        let rule = self.rule(&id, kind);
        let payers = self.case.payers.len();
        let rest = self.throw(u32::try_from(payers).unwrap()) as usize;
        let mut shares = Vec::new();
        for payer in (0..payers).filter(|payer| *payer != rest) {
            if self.throw(3) > 0 {
                let share = self.assumption(format!("{id}-payer-{payer}"), Unit::Percent, 0.0, 50);
                let payer = format!("payer-{payer}");
                shares.push(PayerShare { payer, share });
            }
        }
        let line = BenefitLine {
            label: format!("Label of {id}"),
            kind: [BenefitKind::Saving, BenefitKind::Avoidance][self.throw(2) as usize],
            workstream: self.id("part", self.case.workstreams.len()),
            source: self.words(),
            gains: PayerSplit {
                rest: format!("payer-{rest}"),
                shares,
            },
            rule,
            id,
        };
        self.case.benefits.push(line);
        let proposal = self.words();
        self.evidence.line_notes.push(LineNotes { proposal });
    }
}
