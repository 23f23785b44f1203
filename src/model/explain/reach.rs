//! What a figure depends on: its lines, their assumptions, their sections of the paper.

use super::{AssumptionIndex, Line, Target, Teller, What, When};
use crate::case::{BenefitKind, MAX_YEARS};
use crate::model::benefit::{CompiledRule, Product};

impl Teller<'_> {
    /// The lines a figure is made from, in the case's order, investment first.
    pub(super) fn lines(&self, what: What) -> impl Iterator<Item = Line> {
        let spent = (0..self.compiled.investment.len()).map(Line::Investment);
        let gained = (0..self.compiled.benefits.len()).map(Line::Benefit);
        spent
            .chain(gained)
            .filter(move |line| self.counts_in(*line, what))
    }

    /// True where a line is part of a figure.
    fn counts_in(&self, line: Line, what: What) -> bool {
        let (workstream, saving) = match line {
            Line::Investment(index) => {
                let here = self.compiled.investment[index].workstream;
                return match what {
                    What::Line(only) => only == line,
                    What::Investment(wanted) => wanted.is_none_or(|wanted| wanted == here),
                    What::Savings(_) | What::Avoidance(_) | What::Benefits(_) => false,
                    What::Payer(_) | What::PayerSavings(_) | What::PayerAvoidance(_) => false,
                    _ => true,
                };
            }
            Line::Benefit(index) => {
                let line = &self.compiled.benefits[index];
                (line.workstream, line.kind == BenefitKind::Saving)
            }
        };
        let here = |wanted: Option<usize>| wanted.is_none_or(|wanted| wanted == workstream);
        match what {
            What::Line(only) => only == line,
            What::Investment(_) => false,
            What::Savings(wanted) => saving && here(wanted),
            What::Avoidance(wanted) => !saving && here(wanted),
            What::Benefits(wanted) => here(wanted),
            What::PaybackOnSavings => saving,
            What::Payer(payer) | What::PaybackOfPayer(payer) => self.gains(line, payer),
            What::PayerSavings(payer) => saving && self.gains(line, payer),
            What::PayerAvoidance(payer) => !saving && self.gains(line, payer),
            _ => true,
        }
    }

    fn gains(&self, line: Line, payer: usize) -> bool {
        let Line::Benefit(index) = line else {
            return false;
        };
        let split = &self.compiled.benefits[index].split;
        split.rest == payer || split.shares.iter().any(|(gains, _)| *gains == payer)
    }

    /// Every assumption a figure may move with, in the case's order.
    pub(super) fn inputs(&self, target: Target) -> Vec<AssumptionIndex> {
        let compiled = self.compiled;
        let last = match target.when {
            When::Year(year) | When::Change(year) | When::ToDate(year) => year,
            When::AllYears => self.years(),
        };
        let (mut split, mut discount, mut last) = (false, None, last);
        match target.what {
            What::Payer(_) | What::PayerSavings(_) | What::PayerAvoidance(_) => split = true,
            What::Payback | What::PaybackOnSavings => last = self.years(),
            What::PaybackOfPayer(_) => (split, last) = (true, self.years()),
            What::NetPresentValue | What::BenefitCostRatio => {
                (discount, last) = (compiled.discount_rate, self.years());
            }
            _ => {}
        }
        let mut used = vec![false; compiled.assumptions.len()];
        let mut add = |index: Option<AssumptionIndex>| {
            if let Some(index) = index {
                used[index.0] = true;
            }
        };
        add(discount);
        for line in self.lines(target.what) {
            // A rate of inflation moves every amount but the first year's, and so does it
            // those that several years go into.
            add(compiled.inflation.filter(|_| last > 0));
            match line {
                Line::Investment(index) => {
                    let line = &compiled.investment[index];
                    let adjust = compiled.investment_adjustments;
                    let kept = line.kept_from < MAX_YEARS && last >= line.kept_from;
                    add(Some(line.scale));
                    add(line.pay);
                    add(adjust.posts_kept.filter(|_| kept));
                    add(adjust.overrun);
                    add(adjust.delay);
                    add(line.grade);
                    add(adjust.corrections.of(&self.values, line.grade));
                }
                Line::Benefit(index) => {
                    let line = &compiled.benefits[index];
                    let adjust = compiled.benefit_adjustments;
                    add(adjust.delivery);
                    add(adjust.first_year_part);
                    let mut adjusted = |line: &Product| {
                        line.delays(adjust).into_iter().for_each(&mut add);
                        add(line.delivery);
                        add(line.grade);
                        add(adjust.corrections.of(&self.values, line.grade));
                    };
                    match &line.rule {
                        CompiledRule::Product(product) => {
                            adjusted(product);
                            let (from, to) = product.difference.unzip();
                            product.factors.into_iter().for_each(&mut add);
                            add(from);
                            add(to);
                        }
                        CompiledRule::Overlap(overlap) => {
                            adjusted(&overlap.one);
                            adjusted(&overlap.other);
                            overlap.inputs().into_iter().for_each(&mut add);
                        }
                    }
                    for (_, share) in line.split.shares.iter().filter(|_| split) {
                        add(Some(*share));
                    }
                }
            }
        }
        let known = compiled.assumptions.iter().map(|(index, _)| index);
        known.filter(|index| used[index.0]).collect()
    }

    /// The sections of the paper a figure's lines are from.
    pub(super) fn sections(&self, what: What) -> Vec<String> {
        let case = &self.compiled.case;
        let mut sections: Vec<String> = Vec::new();
        for line in self.lines(what) {
            let source = match line {
                Line::Investment(index) => &case.investment[index].source,
                Line::Benefit(index) => &case.benefits[index].source,
            };
            if !source.is_empty() && !sections.contains(source) {
                sections.push(source.clone());
            }
        }
        sections
    }
}
