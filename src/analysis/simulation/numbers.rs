//! A summary as a list of numbers, and back: how a worker hands it to the page.

use super::super::{Around, Plan, Scope, Shape};
use super::{Correlation, FanYear, ScopeSummary, Spread, Summary};
use crate::model::Model;

/// Rises when the order of the numbers changes.
const FORM: f64 = 1.0;

impl Summary {
    /// The whole summary as numbers, for [`Summary::from_numbers`] of the same model.
    pub fn to_numbers(&self) -> Vec<f64> {
        let shape = match self.plan.shape {
            Shape::Pert => 0.0,
            Shape::Triangular => 1.0,
        };
        let around = match self.plan.around {
            Around::Current => 0.0,
            Around::Published => 1.0,
        };
        let count = |of: usize| of as f64;
        let mut numbers = vec![
            FORM,
            f64::from(self.plan.draws),
            f64::from(self.plan.seed),
            shape,
            around,
            f64::from(self.draws),
            count(self.scopes.len()),
            count(self.fan.len()),
            count(self.correlations.len()),
        ];
        for one in &self.scopes {
            numbers.extend(spread_numbers(&one.net));
            numbers.extend(spread_numbers(&one.net_present_value));
            numbers.extend(&one.repaid_by);
        }
        numbers.extend(spread_numbers(&self.savings));
        numbers.extend(spread_numbers(&self.avoidance));
        for year in &self.fan {
            numbers.extend([year.p10, year.p25, year.p50, year.p75, year.p90]);
        }
        for one in &self.correlations {
            numbers.extend([count(one.assumption.place()), one.rank]);
        }
        numbers
    }

    /// The summary that some numbers are of; none where they are no summary of this model.
    pub fn from_numbers(model: &Model, numbers: &[f64]) -> Option<Summary> {
        let table = model.assumptions();
        let years = model.outcome().net.len();
        let mut numbers = Numbers(numbers);
        if numbers.one()? != FORM {
            return None;
        }
        let plan = Plan {
            draws: numbers.whole(Plan::MOST)?,
            seed: numbers.whole(u32::MAX)?,
            shape: [Shape::Pert, Shape::Triangular][numbers.whole(1)? as usize],
            around: [Around::Current, Around::Published][numbers.whole(1)? as usize],
        };
        let plan = plan.check().ok()?;
        let draws = numbers.whole(plan.draws).filter(|draws| *draws > 0)?;
        let scopes = [Scope::Benefits, Scope::Savings]
            .into_iter()
            .chain((0..model.case().payers.len()).map(Scope::Payer));
        let scopes: Vec<Scope> = scopes.collect();
        let held = [numbers.count()?, numbers.count()?, numbers.count()?];
        if held[0] != scopes.len() || held[1] != years || held[2] > table.len() {
            return None;
        }
        let scopes = scopes.into_iter().map(|scope| {
            Some(ScopeSummary {
                scope,
                net: numbers.spread()?,
                net_present_value: numbers.spread()?,
                repaid_by: (0..years)
                    .map(|_| numbers.one().filter(|share| (0.0..=1.0).contains(share)))
                    .collect::<Option<_>>()?,
            })
        });
        let scopes = scopes.collect::<Option<_>>()?;
        let (savings, avoidance) = (numbers.spread()?, numbers.spread()?);
        let fan = (0..years).map(|_| {
            let [p10, p25, p50, p75, p90] = numbers.some()?;
            Some(FanYear {
                p10,
                p25,
                p50,
                p75,
                p90,
            })
        });
        let fan = fan.collect::<Option<_>>()?;
        let correlations = (0..held[2]).map(|_| {
            let place = numbers.count()?;
            let (assumption, _) = table.iter().nth(place)?;
            let rank = numbers.one().filter(|rank| (-1.0..=1.0).contains(rank))?;
            Some(Correlation { assumption, rank })
        });
        let correlations = correlations.collect::<Option<_>>()?;
        numbers.0.is_empty().then_some(Summary {
            plan,
            draws,
            scopes,
            savings,
            avoidance,
            fan,
            correlations,
        })
    }
}

fn spread_numbers(of: &Spread) -> [f64; 4] {
    [of.p10, of.p50, of.p90, of.mean]
}

/// The numbers not yet read.
struct Numbers<'a>(&'a [f64]);

impl Numbers<'_> {
    fn one(&mut self) -> Option<f64> {
        self.some().map(|[one]| one)
    }

    /// The next few, all of them finite.
    fn some<const N: usize>(&mut self) -> Option<[f64; N]> {
        let (some, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        some.iter().all(|one| one.is_finite()).then_some(*some)
    }

    fn spread(&mut self) -> Option<Spread> {
        let [p10, p50, p90, mean] = self.some()?;
        Some(Spread {
            p10,
            p50,
            p90,
            mean,
        })
    }

    /// A whole number from nought to another.
    fn whole(&mut self, most: u32) -> Option<u32> {
        let one = self.one()?;
        let fits = one >= 0.0 && one <= f64::from(most) && one.fract() == 0.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked just before"
        )]
        fits.then_some(one as u32)
    }

    fn count(&mut self) -> Option<usize> {
        self.whole(u32::MAX).map(|count| count as usize)
    }
}
