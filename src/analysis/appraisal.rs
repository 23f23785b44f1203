//! The appraisal of a scenario: cash flows, their present values and when these have come
//! back, for all benefits, savings alone and each payer, over the years of the case and
//! those that are added to it.
//!
//! After HM Treasury's Green Book: flows in the prices of their year are first brought back
//! to those of the first year and only then discounted, so that a nominal flow never meets
//! a real rate.

use super::Scope;
use crate::case::MAX_YEARS;
use crate::model::{Model, Outcome, Payback, Pounds, Scenario, Series};

/// The appraisal of one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// How many of the years are the case's own; those after them are added.
    pub own_years: usize,
    /// How much of every benefit is lost in each added year, per cent.
    pub drop_off: f64,
    /// Per cent a year, in real terms.
    pub discount_rate: f64,
    /// Per cent a year by which all prices rise; nought where amounts are as printed.
    pub inflation: f64,
    /// Spent, in the prices of each year.
    pub investment: Series,
    /// Saved.
    pub savings: Series,
    /// Avoided.
    pub avoidance: Series,
    /// Gained by each payer: savings and avoidance.
    pub funding: Vec<Series>,
    /// What a pound of the first year's prices is called in each year.
    pub prices: Vec<f64>,
    /// What an amount of each year, in the first year's prices, is divided by.
    pub divisors: Vec<f64>,
    /// What follows for all benefits, for savings alone, then for each payer.
    pub worth: Vec<Worth>,
}

/// What the benefits of one scope are worth against the whole investment.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// Whose benefits.
    pub scope: Scope,
    /// Benefits less investment, in the prices of each year.
    pub net: Series,
    /// Each year's net at present value, in pounds, not rounded.
    pub present: Vec<f64>,
    /// Their sum: net present value over all years, in pounds, not rounded.
    pub net_present_value: f64,
    /// The same over the case's own years alone.
    pub net_present_value_own: f64,
    /// Benefits over investment at present value; none where nothing is invested.
    pub benefit_cost_ratio: Option<f64>,
    /// When net has come back, undiscounted.
    pub payback: Payback,
    /// When net at present value has come back. Its shortfall is in whole pounds.
    pub discounted_payback: Payback,
}

/// Appraises a scenario, over as many added years as it asks for.
pub fn appraise(model: &Model, scenario: &Scenario) -> Appraisal {
    let outcome = model.evaluate(scenario);
    let adjust = &model.case().adjustments;
    let value = |id: &Option<String>| {
        let table = model.assumptions();
        let index = id.as_deref().and_then(|id| table.find(id));
        index.map_or(0.0, |index| scenario.value(table, index))
    };
    let own_years = model.case().years.count;
    let years = with_added(own_years, value(&adjust.extra_years));
    let drop_off = value(&adjust.drop_off);
    let price_on = 1.0 + outcome.inflation / 100.0;
    let benefit_on = price_on * (1.0 - drop_off / 100.0);
    // Each payer's gains go on by themselves, and totals are sums of these, so that rows
    // add up in the added years as well.
    let go_on = |part: &[Series]| -> Vec<Series> {
        let parts = part.iter();
        parts
            .map(|series| going_on(series, years, benefit_on))
            .collect()
    };
    let saved = go_on(&outcome.savings_by_payer);
    let avoided = go_on(&outcome.avoidance_by_payer);
    let funding: Vec<Series> = saved
        .iter()
        .zip(&avoided)
        .map(|(s, a)| plus(s, a))
        .collect();
    let investment = going_on(&outcome.investment, years, price_on);
    let (savings, avoidance) = (sum(&saved, years), sum(&avoided, years));
    let rates = Rates::of(&outcome, years);
    let scopes = [Scope::Benefits, Scope::Savings].into_iter();
    let scopes = scopes.chain((0..funding.len()).map(Scope::Payer));
    let worth = scopes.map(|scope| {
        let gained = match scope {
            Scope::Benefits => plus(&savings, &avoidance),
            Scope::Savings => savings,
            Scope::Payer(payer) => funding[payer],
        };
        rates.worth(scope, &gained, &investment, own_years)
    });
    Appraisal {
        own_years,
        drop_off,
        discount_rate: outcome.discount_rate,
        inflation: outcome.inflation,
        worth: worth.collect(),
        investment,
        savings,
        avoidance,
        funding,
        prices: rates.prices,
        divisors: rates.divisors,
    }
}

/// The case's years and those added, as many as a series holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked count of years from 0 to 10"
)]
fn with_added(own: usize, added: f64) -> usize {
    (own + added as usize).min(MAX_YEARS)
}

/// A run of years whose last goes on, each added year `on` times the one before, rounded
/// from the last year of the case.
fn going_on(series: &Series, years: usize, on: f64) -> Series {
    let last = series.last().copied().unwrap_or_default().as_f64();
    let mut size = last;
    Series::from_fn(years, |year| {
        if let Some(pounds) = series.get(year) {
            return *pounds;
        }
        size *= on;
        Pounds::round(size)
    })
}

fn plus(one: &Series, other: &Series) -> Series {
    let mut both = *one;
    both += other;
    both
}

fn sum(parts: &[Series], years: usize) -> Series {
    parts
        .iter()
        .fold(Series::zero(years), |all, part| plus(&all, part))
}

/// What later pounds are brought back by.
struct Rates {
    prices: Vec<f64>,
    divisors: Vec<f64>,
}

impl Rates {
    fn of(outcome: &Outcome, years: usize) -> Rates {
        let powers = |on: f64| {
            let mut power = 1.0;
            let mut powers = Vec::new();
            for _ in 0..years {
                powers.push(power);
                power *= on;
            }
            powers
        };
        Rates {
            prices: powers(1.0 + outcome.inflation / 100.0),
            divisors: powers(1.0 + outcome.discount_rate / 100.0),
        }
    }

    /// Each year's amount at present value.
    fn present(&self, series: &Series) -> Vec<f64> {
        let years = series.iter().zip(self.prices.iter().zip(&self.divisors));
        years
            .map(|(pounds, (price, divisor))| pounds.as_f64() / (price * divisor))
            .collect()
    }

    fn worth(&self, scope: Scope, gained: &Series, spent: &Series, own: usize) -> Worth {
        let net = gained - spent;
        let present = self.present(&net);
        let total = |of: &Series| self.present(of).iter().sum::<f64>();
        let cost = total(spent);
        Worth {
            scope,
            payback: Payback::of(&net),
            discounted_payback: Payback::of_amounts(&present),
            net_present_value: present.iter().sum(),
            net_present_value_own: present.iter().take(own).sum(),
            benefit_cost_ratio: (cost > 0.0).then(|| total(gained) / cost),
            net,
            present,
        }
    }
}
