//! What a simulation comes to as JSON: the same for the command line and for JavaScript.

use serde::Serialize;

use crate::analysis::{Around, Scope, Shape, Spread, Summary};
use crate::model::Model;

/// What a simulation comes to, in pounds, with the case's ids.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Simulated {
    /// How many draws were made.
    pub draws: u32,
    /// Where they begin.
    pub seed: u32,
    /// How values are drawn: `pert` or `triangular`.
    pub shape: &'static str,
    /// Which value is the most likely one: `current` or `published`.
    pub around: &'static str,
    /// Labels of the financial years.
    pub years: Vec<String>,
    /// All benefits, savings alone and each payer, held against the whole investment.
    pub scopes: Vec<SimulatedScope>,
    /// Savings over all years.
    pub savings: SimulatedSpread,
    /// Avoidance over all years.
    pub avoidance: SimulatedSpread,
    /// Cumulative net of all benefits, year by year.
    pub fan: Vec<SimulatedYear>,
    /// How each drawn assumption goes with net, the largest first.
    pub correlations: Vec<SimulatedRank>,
}

/// The benefits of one scope held against the whole investment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimulatedScope {
    /// `benefits`, `savings` or `payer`.
    pub scope: &'static str,
    /// Id of the payer; none for the others.
    pub payer: Option<String>,
    /// Net over all years.
    pub net: SimulatedSpread,
    /// Net present value.
    pub npv: SimulatedSpread,
    /// Share of draws, 0 to 1, in which the investment has come back by the end of each year.
    pub repaid_by: Vec<f64>,
}

/// A figure over all draws, in pounds; percentiles are by nearest rank.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SimulatedSpread {
    /// The figure that a tenth of draws are not above.
    pub p10: f64,
    /// The middle one.
    pub p50: f64,
    /// The figure that nine tenths are not above.
    pub p90: f64,
    /// The mean.
    pub mean: f64,
}

/// The spread of one year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SimulatedYear {
    /// The figure that a tenth of draws are not above.
    pub p10: f64,
    /// The figure that a quarter are not above.
    pub p25: f64,
    /// The middle one.
    pub p50: f64,
    /// The figure that three quarters are not above.
    pub p75: f64,
    /// The figure that nine tenths are not above.
    pub p90: f64,
}

/// How one assumption goes with net.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimulatedRank {
    /// Id of the assumption.
    pub assumption: String,
    /// Rank correlation, -1 to 1.
    pub rank: f64,
}

impl Simulated {
    /// A summary of draws of this model's case.
    pub fn of(model: &Model, summary: &Summary) -> Simulated {
        let case = model.case();
        let scopes = summary.scopes.iter().map(|one| {
            let (scope, payer) = match one.scope {
                Scope::Benefits => ("benefits", None),
                Scope::Savings => ("savings", None),
                Scope::Payer(payer) => ("payer", case.payers.get(payer)),
            };
            SimulatedScope {
                scope,
                payer: payer.map(|payer| payer.id.clone()),
                net: one.net.into(),
                npv: one.net_present_value.into(),
                repaid_by: one.repaid_by.clone(),
            }
        });
        let fan = summary.fan.iter().map(|year| SimulatedYear {
            p10: year.p10,
            p25: year.p25,
            p50: year.p50,
            p75: year.p75,
            p90: year.p90,
        });
        let correlations = summary.correlations.iter().map(|one| SimulatedRank {
            assumption: model.assumptions()[one.assumption].id.clone(),
            rank: one.rank,
        });
        Simulated {
            draws: summary.draws,
            seed: summary.plan.seed,
            shape: match summary.plan.shape {
                Shape::Pert => "pert",
                Shape::Triangular => "triangular",
            },
            around: match summary.plan.around {
                Around::Current => "current",
                Around::Published => "published",
            },
            years: case.years.labels(),
            scopes: scopes.collect(),
            savings: summary.savings.into(),
            avoidance: summary.avoidance.into(),
            fan: fan.collect(),
            correlations: correlations.collect(),
        }
    }
}

impl From<Spread> for SimulatedSpread {
    fn from(spread: Spread) -> SimulatedSpread {
        SimulatedSpread {
            p10: spread.p10,
            p50: spread.p50,
            p90: spread.p90,
            mean: spread.mean,
        }
    }
}
