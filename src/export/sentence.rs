//! What an outcome means, in a sentence.

use super::format::{horizon, number, pounds, pounds_short, two_decimals};
use crate::model::{Model, Outcome, Payback, Pounds};

/// A sentence in parts, plain and stressed by turns. Read together they are the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<(String, bool)>);

impl Sentence {
    fn say(&mut self, text: impl Into<String>) {
        self.add(text.into(), false);
    }

    fn stress(&mut self, text: impl Into<String>) {
        self.add(text.into(), true);
    }

    fn add(&mut self, text: String, stressed: bool) {
        match self.0.last_mut() {
            Some((before, kind)) if *kind == stressed => before.push_str(&text),
            _ => self.0.push((text, stressed)),
        }
    }

    /// The sentence as plain text.
    pub fn text(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }
}

/// The first thing to read: payback, net worth, and how both stand to the published case.
pub fn headline(model: &Model, outcome: &Outcome, published: &Outcome) -> Sentence {
    let case = model.case();
    let years = horizon(case.years.count);
    let as_published = outcome == published;
    let mut sentence = Sentence::default();
    if case.investment.is_empty() && case.benefits.is_empty() {
        sentence.say("Nothing is spent and nothing gained: ");
        sentence.stress("the case has no lines yet");
        sentence.say(".");
        return sentence;
    }
    sentence.say(if as_published {
        "As published, the programme "
    } else {
        "This scenario "
    });
    let still = if !as_published && outcome.payback.year() == published.payback.year() {
        "still "
    } else {
        ""
    };
    sentence.stress(match outcome.payback {
        Payback::Within { year, .. } => {
            format!("{still}pays back in {}", case.years.label(year))
        }
        Payback::NotWithin { .. } => format!("does not pay back within the {years}"),
    });
    if let (Some(now), Some(then)) = (outcome.payback.year(), published.payback.year())
        && now != then
    {
        let count = horizon(now.abs_diff(then));
        let direction = if now > then { "later" } else { "earlier" };
        sentence.say(format!(", {count} {direction} than published,"));
    }
    let net = outcome.net.total();
    if net < Pounds::ZERO {
        sentence.say(" and costs ");
        sentence.stress(pounds_short(-net));
        sentence.say(format!(" more than it brings in over {years}"));
    } else {
        sentence.say(" and is worth ");
        sentence.stress(pounds_short(net));
        sentence.say(format!(" net over {years}"));
    }
    let change = net - published.net.total();
    if change != Pounds::ZERO {
        let direction = if change > Pounds::ZERO {
            "more"
        } else {
            "less"
        };
        sentence.say(": ");
        sentence.stress(format!(
            "{} {direction} than published",
            pounds_short(Pounds(change.0.abs()))
        ));
    }
    sentence.say(match outcome.payback_savings {
        Payback::Within { year, .. } => format!(
            ". On savings alone it pays back in {}.",
            case.years.label(year)
        ),
        Payback::NotWithin { shortfall } => format!(
            ". On savings alone it does not pay back within the {years}: {} short.",
            pounds_short(shortfall)
        ),
    });
    sentence
}

/// A payback as a table or tile shows it: `2019/20`, or `not within 5 years` with what
/// is missing; `nothing owed` in a case that invests nothing.
pub fn payback_words(model: &Model, payback: Payback) -> (String, Option<String>) {
    let years = model.case().years;
    match payback {
        Payback::Within { .. } if model.case().investment.is_empty() => {
            ("nothing owed".to_owned(), None)
        }
        Payback::Within { year, .. } => (years.label(year), None),
        Payback::NotWithin { shortfall } => (
            format!("not within {} years", years.count),
            Some(format!("{} short", pounds(shortfall))),
        ),
    }
}

/// The outcome at present value: `Net present value £16,004,594 at 3.5% a year; …`; before
/// it what the amounts are, where they are not as printed.
pub fn appraisal(outcome: &Outcome, published: &Outcome) -> String {
    let value = |of: &Outcome| {
        let rate = number(of.discount_rate);
        format!(
            "{} at {rate}% a year",
            pounds(Pounds::round(of.net_present_value))
        )
    };
    let ratio = |of: &Outcome| {
        of.benefit_cost_ratio
            .map_or_else(|| "none, as nothing is invested".to_owned(), two_decimals)
    };
    let beside = |now: String, then: String| {
        if now == then {
            now
        } else {
            format!("{now} (published {then})")
        }
    };
    let prices = if outcome.inflation == 0.0 {
        ""
    } else {
        "Amounts are in each year’s prices. "
    };
    format!(
        "{prices}Net present value {}; benefit-cost ratio {}.",
        beside(value(outcome), value(published)),
        beside(ratio(outcome), ratio(published)),
    )
}

/// What the chart of investment, savings and avoidance shows, for who cannot see it.
pub fn yearly_summary(model: &Model, outcome: &Outcome, published: &Outcome) -> String {
    let years = model.case().years;
    let last = years.count.saturating_sub(1);
    let (most, amount) = outcome
        .investment
        .iter()
        .enumerate()
        .max_by_key(|(year, amount)| (**amount, std::cmp::Reverse(*year)))
        .map_or((0, Pounds::ZERO), |(year, amount)| (year, *amount));
    let against = if outcome == published {
        "as published".to_owned()
    } else {
        format!(
            "published: {} and {}",
            pounds_short(published.savings[last]),
            pounds_short(published.avoidance[last])
        )
    };
    format!(
        "Investment is greatest in {}, at {}. By {} savings are {} a year and avoidance {} a \
         year ({against}).",
        years.label(most),
        pounds_short(amount),
        years.label(last),
        pounds_short(outcome.savings[last]),
        pounds_short(outcome.avoidance[last]),
    )
}

/// What the chart of cumulative net shows, for who cannot see it.
pub fn cumulative_summary(model: &Model, outcome: &Outcome, published: &Outcome) -> String {
    let years = model.case().years;
    let (lowest, position) = outcome
        .cumulative_net
        .iter()
        .enumerate()
        .min_by_key(|(_, position)| **position)
        .map_or((0, Pounds::ZERO), |(year, position)| (year, *position));
    let start = if position < Pounds::ZERO {
        format!(
            "Cumulative net is lowest in {}, at {}",
            years.label(lowest),
            pounds_short(position)
        )
    } else {
        "Cumulative net is never below nought".to_owned()
    };
    let middle = match outcome.payback {
        Payback::Within { year, .. } if position < Pounds::ZERO => {
            format!("; it is repaid in {}", years.label(year))
        }
        Payback::Within { .. } => String::new(),
        Payback::NotWithin { .. } => "; it is not repaid".to_owned(),
    };
    let end = if outcome.net.total() == published.net.total() {
        String::new()
    } else {
        format!(" (published: {})", pounds_short(published.net.total()))
    };
    format!(
        "{start}{middle}, and ends at {} by {}{end}.",
        pounds_short(outcome.net.total()),
        years.label(years.count.saturating_sub(1)),
    )
}
