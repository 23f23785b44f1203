//! Follows the steps of an explanation, each from what the one before it came to.

use send_modeller::case::Unit;
use send_modeller::model::{Answer, Assumptions, Explanation, Pounds, Step, Term, Yearly};

use super::near;

/// Works the terms of a formula out again.
fn product(table: &Assumptions, terms: &[Term]) -> f64 {
    let share = |index, value: f64| match table[index].unit {
        Unit::Percent => value / 100.0,
        _ => value,
    };
    terms.iter().fold(1.0, |product, term| match *term {
        Term::Times(index, value) => product * share(index, value),
        Term::TimesDifference([(index, from), (_, to)]) => product * share(index, from - to),
        Term::OverPublished(index, value) => product / share(index, value),
        Term::TimesYearly(Yearly::Phasing, value) => product * value / 100.0,
        Term::TimesYearly(Yearly::Months, value) => product * value / 12.0,
        Term::TimesYearly(_, value) | Term::TimesPounds(value) => product * value,
        Term::TimesCome(percent) => product * percent / 100.0,
    })
}

/// Follows the steps, each from what the one before it came to.
pub fn assert_steps_follow(table: &Assumptions, told: &Explanation) {
    let mut amount = f64::NAN;
    let mut terms = Vec::new();
    let mut by_year = Vec::new();
    let mut sum = Pounds::ZERO;
    for step in &told.steps {
        match step {
            Step::Formula(formula) => {
                assert!(
                    near(formula.amount, product(table, &formula.terms)),
                    "{step:?}"
                );
                (amount, terms) = (formula.amount, formula.terms.clone());
                by_year.push((formula.year, amount));
            }
            Step::PostsKept {
                share,
                full,
                full_year,
                ..
            } => {
                assert_eq!(share.before, amount);
                let full = full_year.map_or(full / 12.0, |_| *full);
                let kept = full * share.percent / 100.0 * product(table, &terms[1..]);
                let wanted = if share.applied { amount + kept } else { amount };
                assert!(near(share.amount, wanted), "{step:?}");
                amount = share.amount;
            }
            Step::Overrun { year, added } => {
                assert_eq!(added.before, amount);
                assert!(near(added.amount, amount * (1.0 + added.percent / 100.0)));
                assert_eq!(added.applied, added.percent != 0.0);
                amount = added.amount;
                assert_eq!(by_year.pop().unwrap().0, *year);
                by_year.push((*year, amount));
            }
            Step::FirstYear { year, part: left }
            | Step::Correction {
                year: Some(year),
                adjusted: left,
            } => {
                assert_eq!(left.before, amount);
                assert!(near(left.amount, amount * left.percent / 100.0));
                assert_eq!(left.applied, left.percent != 100.0);
                amount = left.amount;
                assert_eq!(by_year.pop().unwrap().0, *year);
                by_year.push((*year, amount));
            }
            Step::Shift(shift) => {
                let months: f64 = shift.delays.iter().map(|(_, months)| months).sum();
                assert_eq!(months, shift.months as f64);
                assert_eq!(shift.applied, shift.months > 0);
                let years: Vec<_> = shift.from.iter().map(|from| (from.0, from.1)).collect();
                assert_eq!(years, by_year);
                let parts = shift.from.iter();
                let made: f64 = parts.map(|(_, amount, part)| amount * *part as f64).sum();
                assert!(near(shift.amount, made / 12.0), "{step:?}");
                amount = shift.amount;
            }
            Step::Prices { year, risen } => {
                assert_eq!(risen.before, amount);
                let years = i32::try_from(*year).unwrap();
                let price = (1.0 + risen.percent / 100.0).powi(years);
                assert!(near(risen.amount, amount * price), "{step:?}");
                assert_eq!(risen.applied, risen.percent != 0.0 && *year > 0);
                amount = risen.amount;
            }
            Step::Delivery(delivery)
            | Step::LineDelivery(delivery)
            | Step::Correction {
                year: None,
                adjusted: delivery,
            } => {
                assert_eq!(delivery.before, amount);
                assert!(near(delivery.amount, amount * delivery.percent / 100.0));
                assert_eq!(delivery.applied, delivery.percent != 100.0);
                amount = delivery.amount;
            }
            Step::Rounding {
                before, amount: to, ..
            } => {
                assert_eq!((*before, *to), (amount, Pounds::round(amount)));
                sum = *to;
            }
            Step::Part(part) => sum += part.signed(),
            Step::Discounted {
                amount,
                divisor,
                worth,
                ..
            } => assert_eq!(amount.as_f64() / divisor, *worth),
            Step::Position { .. } | Step::PresentValue { .. } => {}
        }
    }
    if let Answer::Pounds(result) = told.result {
        assert_eq!(sum, result, "{:?}", told.target);
    }
}
