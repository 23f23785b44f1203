//! The headline figures, each beside its published value.

use super::format::{horizon, in_paper, one_decimal, pounds, pounds_short, signed_pounds};
use super::sentence::payback_words;
use crate::case::{BenefitKind, Case};
use crate::model::{Model, Outcome, Payback, Pounds, Target, What, When};

/// One headline figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it is.
    pub title: String,
    /// To read at a glance: `£17.64m`, `2019/20`.
    pub value: String,
    /// The same exactly: `£17,638,882`; for payback, how long it takes or what is missing.
    pub exact: String,
    /// The published figure, where this one differs: `£17,638,882`.
    pub published: Option<String>,
    /// How far it is from the published figure: `−£5,095,558`; empty for a year, and where
    /// it does not differ.
    pub difference: String,
    /// What it is, for its explanation.
    pub target: Target,
}

/// The headline figures of an outcome, in the order they are shown.
pub fn tiles(model: &Model, outcome: &Outcome, published: &Outcome) -> Vec<Tile> {
    let case = model.case();
    let years = horizon(case.years.count);
    let last = case.years.count.saturating_sub(1);
    let by = case.years.label(last);
    vec![
        money(
            format!("Investment over {years}"),
            Target {
                what: What::Investment(None),
                when: When::AllYears,
            },
            outcome.investment.total(),
            published.investment.total(),
        ),
        money(
            format!("Savings a year by {by}"),
            Target {
                what: What::Savings(None),
                when: When::Year(last),
            },
            outcome.savings[last],
            published.savings[last],
        ),
        money(
            format!("Avoidance a year by {by}"),
            Target {
                what: What::Avoidance(None),
                when: When::Year(last),
            },
            outcome.avoidance[last],
            published.avoidance[last],
        ),
        money(
            format!("Net over {years}"),
            Target {
                what: What::Net,
                when: When::AllYears,
            },
            outcome.net.total(),
            published.net.total(),
        ),
        payback(
            "Pays back, all benefits",
            What::Payback,
            model,
            outcome.payback,
            published.payback,
        ),
        payback(
            "Pays back, savings alone",
            What::PaybackOnSavings,
            model,
            outcome.payback_savings,
            published.payback_savings,
        ),
    ]
}

fn money(title: String, target: Target, amount: Pounds, published: Pounds) -> Tile {
    let differs = amount != published;
    let difference = differs.then(|| signed_pounds(amount - published));
    Tile {
        title,
        value: pounds_short(amount),
        exact: pounds(amount),
        published: differs.then(|| pounds(published)),
        difference: difference.unwrap_or_default(),
        target,
    }
}

fn payback(title: &str, what: What, model: &Model, now: Payback, published: Payback) -> Tile {
    let words = |payback: Payback| {
        let (year, shortfall) = payback_words(model, payback);
        let exact = match payback {
            Payback::Within { .. } if model.case().investment.is_empty() => String::new(),
            Payback::Within { point, .. } => {
                let first = model.case().years.label(0);
                format!("{} years from the start of {first}", one_decimal(point))
            }
            Payback::NotWithin { .. } => shortfall.unwrap_or_default(),
        };
        (year, exact)
    };
    let ((value, exact), (then_value, then_exact)) = (words(now), words(published));
    // The same year reached sooner or later in it is still a change.
    let before = if value == then_value {
        (exact != then_exact).then_some(then_exact)
    } else {
        Some(then_value)
    };
    Tile {
        title: title.to_owned(),
        value,
        exact,
        published: before,
        difference: String::new(),
        target: Target {
            what,
            when: When::AllYears,
        },
    }
}

/// Sections of the paper that a headline figure is made from.
pub fn sources_of(case: &Case, tile: &Tile) -> String {
    let spent = investment_sources(case);
    let gained = |kind| benefit_sources(case, kind);
    in_paper(&match tile.target.what {
        What::Investment(_) => spent,
        What::Savings(_) => gained(Some(BenefitKind::Saving)),
        What::Avoidance(_) => gained(Some(BenefitKind::Avoidance)),
        What::PaybackOnSavings => format!("{spent}, {}", gained(Some(BenefitKind::Saving))),
        _ => format!("{spent}, {}", gained(None)),
    })
}

/// Sections of the paper that totals, charts and payers are made from, in a sentence.
pub fn sources_of_totals(case: &Case) -> String {
    if case.investment.is_empty() && case.benefits.is_empty() {
        return "The case has no lines yet.".to_owned();
    }
    format!(
        "The totals, the charts and who gains are made from: {} (investment); {} (savings and \
         avoidance).",
        in_paper(&investment_sources(case)),
        in_paper(&benefit_sources(case, None)),
    )
}

fn investment_sources(case: &Case) -> String {
    sections(case.investment.iter().map(|line| line.source.as_str()))
}

/// Sections of the benefit lines of one kind, or of all.
fn benefit_sources(case: &Case, kind: Option<BenefitKind>) -> String {
    let lines = case.benefits.iter();
    let wanted = lines.filter(|line| kind.is_none_or(|kind| kind == line.kind));
    sections(wanted.map(|line| line.source.as_str()))
}

/// Sections named once each, in order; a line that is not in the paper has none.
fn sections<'a>(sources: impl Iterator<Item = &'a str>) -> String {
    let mut named: Vec<&str> = Vec::new();
    for source in sources {
        if !source.is_empty() && !named.contains(&source) {
            named.push(source);
        }
    }
    named.join(", ")
}
