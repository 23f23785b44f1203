//! Present values, after HM Treasury's Green Book: a second view beside the cash.

use super::Series;

/// The value today of a yearly run at `rate` per cent a year, the first year
/// undiscounted (Green Book, discounting). `rate` must be above −100.
pub(super) fn present_value(series: &Series, rate: f64) -> f64 {
    discounted(series, rate, |_, _| ())
}

/// The same, telling of each year what it is divided by and what it is worth today.
pub(super) fn discounted(series: &Series, rate: f64, mut tell: impl FnMut(f64, f64)) -> f64 {
    let year_on = 1.0 + rate / 100.0;
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
pub(super) fn benefit_cost_ratio(benefits: &Series, investment: &Series, rate: f64) -> Option<f64> {
    let spent = present_value(investment, rate);
    (spent > 0.0).then(|| present_value(benefits, rate) / spent)
}
