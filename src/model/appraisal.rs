//! Present values, after HM Treasury's Green Book: a second view beside the cash.

use super::Series;

/// What pounds of later years are brought back by, both per cent a year and above −100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    /// The discount rate, in real terms.
    pub discount: f64,
    /// By how much prices rise.
    pub inflation: f64,
}

impl Rates {
    /// What a year's pounds are divided by more than those of the year before. Amounts in
    /// the prices of their year are first brought back to those of the first year: a real
    /// rate is never put to a nominal flow (Green Book, inflation).
    pub fn year_on(self) -> f64 {
        (1.0 + self.discount / 100.0) * (1.0 + self.inflation / 100.0)
    }
}

/// The value today of a yearly run, the first year undiscounted (Green Book,
/// discounting).
pub(super) fn present_value(series: &Series, rates: Rates) -> f64 {
    discounted(series, rates, |_, _| ())
}

/// The same, telling of each year what it is divided by and what it is worth today.
pub(super) fn discounted(series: &Series, rates: Rates, mut tell: impl FnMut(f64, f64)) -> f64 {
    let year_on = rates.year_on();
    let mut divisor = 1.0;
    let mut value = 0.0;
    for pounds in series.iter() {
        let worth = pounds.as_f64() / divisor;
        value += worth;
        tell(divisor, worth);
        divisor *= year_on;
    }
    value
}

/// Benefits over investment, both at present value; none where nothing is invested.
pub(super) fn benefit_cost_ratio(
    benefits: &Series,
    investment: &Series,
    rates: Rates,
) -> Option<f64> {
    let spent = present_value(investment, rates);
    (spent > 0.0).then(|| present_value(benefits, rates) / spent)
}
