//! What is no fault of a case and still worth a look: parts that nothing uses.

use std::collections::HashSet;
use std::fmt;

use super::{Adjustments, BenefitRule, Case, InvestmentCost};

/// Something in a case that nothing uses. The case is sound with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRemark {
    /// Where in the file, as in `assumptions[3]`.
    pub path: String,
    /// The id of what is not used.
    pub id: String,
    /// What it is, and what to do, as the end of a sentence.
    words: &'static str,
}

impl CaseRemark {
    /// What it is, and what to do, as the end of a sentence that begins with the id.
    pub fn words(&self) -> &'static str {
        self.words
    }
}

impl fmt::Display for CaseRemark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: \"{}\" {}", self.path, self.id, self.words)
    }
}

impl Case {
    /// Assumptions that move nothing, payers who neither gain nor invest, and headings with
    /// nothing under them: most likely left over, or meant to be used.
    pub fn remarks(&self) -> Vec<CaseRemark> {
        let used = self.used();
        let payers: HashSet<&str> = self.gaining().collect();
        let headings = || self.assumptions.iter().map(|known| known.group.as_str());
        let assumptions = self.assumptions.iter().map(|known| known.id.as_str());
        let mut remarks = unused(
            "payers",
            self.payers.iter().map(|payer| payer.id.as_str()),
            &payers,
            "neither gains nor invests; give it a share of a benefit, or take it out",
        );
        remarks.extend(unused(
            "groups",
            self.groups.iter().map(|group| group.id.as_str()),
            &headings().collect(),
            "is a heading with no assumption under it; put one there, or take it out",
        ));
        remarks.extend(unused("assumptions", assumptions, &used,
            "is an assumption that no line and no adjustment uses, so changing it moves nothing; name it in a line, or take it out"));
        remarks
    }

    /// Payers who gain or invest.
    fn gaining(&self) -> impl Iterator<Item = &str> {
        let shares = self.benefits.iter().flat_map(|line| &line.gains.shares);
        let rest = self.benefits.iter().map(|line| &line.gains.rest);
        let shares = shares.map(|share| &share.payer).chain(rest);
        shares.chain([&self.invested_by]).map(String::as_str)
    }

    /// Ids of the assumptions that something uses.
    fn used(&self) -> HashSet<&str> {
        let mut used: Vec<&String> = Vec::new();
        used.extend(
            self.workstreams
                .iter()
                .filter_map(|part| part.delay.as_ref()),
        );
        used.extend(of_adjustments(&self.adjustments));
        for line in &self.investment {
            match &line.cost {
                InvestmentCost::Posts { posts, .. } => used.push(posts),
                InvestmentCost::Staff { posts, pay, .. } => used.extend([posts, pay]),
                InvestmentCost::OneOff { amount, .. } => used.push(amount),
                InvestmentCost::Amounts { counted, .. } => used.push(counted),
            }
        }
        for line in &self.benefits {
            used.extend(line.gains.shares.iter().map(|share| &share.share));
            used.extend(of_rule(&line.rule));
        }
        used.into_iter().map(String::as_str).collect()
    }
}

fn unused<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a str>,
    used: &HashSet<&str>,
    words: &'static str,
) -> Vec<CaseRemark> {
    let unused = ids.enumerate().filter(|(_, id)| !used.contains(id));
    let remarks = unused.map(|(place, id)| CaseRemark {
        path: format!("{list}[{place}]"),
        id: id.to_owned(),
        words,
    });
    remarks.collect()
}

fn of_adjustments(adjustments: &Adjustments) -> impl Iterator<Item = &String> {
    // Taken apart whole, so that one that is added is not forgotten here.
    let Adjustments {
        benefit_delivery,
        benefit_delay,
        programme_delay,
        investment_overrun,
        posts_kept,
        discount_rate,
        first_year_part,
        demand_beyond_plan,
        inflation,
        extra_years,
        drop_off,
        payback_norm,
    } = adjustments;
    let single = [
        benefit_delivery,
        benefit_delay,
        programme_delay,
        investment_overrun,
        discount_rate,
        first_year_part,
        demand_beyond_plan,
        inflation,
        extra_years,
        drop_off,
        payback_norm,
    ];
    let kept = posts_kept.iter().map(|kept| &kept.share);
    single.into_iter().flatten().chain(kept)
}

/// The assumptions a rule names.
fn of_rule(rule: &BenefitRule) -> Vec<&String> {
    match rule {
        BenefitRule::ShareOfCost { cost, share, .. } => vec![cost, share],
        BenefitRule::MovedPupils {
            pupils,
            share,
            cost_from,
            cost_to,
            ..
        } => vec![pupils, share, cost_from, cost_to],
        BenefitRule::HeldDemand {
            growth,
            unit_cost,
            held,
            ..
        } => vec![growth, unit_cost, held],
        BenefitRule::SlowedGrowth {
            growth, avoided, ..
        } => vec![growth, avoided],
        BenefitRule::PreventedEvents { number, cost, .. } => vec![number, cost],
        BenefitRule::AbsorbedPressure { absorbed, .. } => vec![absorbed],
        BenefitRule::FixedProfile { .. } => Vec::new(),
        BenefitRule::SharedReduction { counted, .. } => vec![counted],
        BenefitRule::CountedTwice { share, .. } => vec![share],
    }
}
