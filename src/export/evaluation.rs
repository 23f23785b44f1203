//! One evaluated link as JSON: the same for the command line and for JavaScript.

use serde::{Serialize, Serializer};

use crate::case::{BenefitKind, OwnKind};
use crate::link::{Opened, settings};
use crate::model::{Model, Outcome, Payback, Pounds, Scenario, Series};

/// What a link comes to. Where it names a case that is not at hand, it has the problems
/// and no figures, since figures of another case would be wrong ones.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// The case's id; as written in the link where it is not at hand.
    pub case: Option<String>,
    /// What differs from the published case: id and value.
    pub scenario: Map<f64>,
    /// What could not be read, a sentence each.
    pub problems: Vec<String>,
    /// The lines of somebody's own, which no paper has; not there where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_lines: Vec<OwnLineValue>,
    /// The figures.
    #[serde(flatten)]
    pub figures: Option<Figures>,
}

/// A line of somebody's own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnLineValue {
    /// Its id, as in `lines` where it is a benefit.
    pub id: String,
    /// Its name.
    pub label: String,
    /// `investment`, `saving` or `avoidance`.
    pub kind: &'static str,
    /// Id of its workstream.
    pub workstream: String,
    /// Id of the payer who gains; none for an investment.
    pub payer: Option<String>,
    /// Pounds in each year as they were given, all of them counted.
    pub amounts: Vec<f64>,
    /// Per cent of them that is counted.
    pub counted: f64,
}

/// The figures of an evaluation, whole pounds throughout except as said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Labels of the financial years.
    pub years: Vec<String>,
    /// Annual effect of each benefit line.
    pub lines: Map<Series>,
    /// Investment of each workstream.
    pub investment_by_workstream: Map<Series>,
    /// Spent.
    pub investment: Series,
    /// Cashable benefits.
    pub savings: Series,
    /// Growth that does not happen.
    pub avoidance: Series,
    /// Savings and avoidance.
    pub benefits: Series,
    /// Benefits less investment.
    pub net: Series,
    /// Net to date.
    pub cumulative_net: Series,
    /// Label of the payback year on all benefits; none where not within the years.
    pub payback_year: Option<String>,
    /// Label of the payback year on savings alone.
    pub payback_year_savings_only: Option<String>,
    /// Gained by each payer.
    pub funding: Map<Series>,
    /// Sums over the years.
    pub totals: Totals,
    /// Net present value in pounds, not rounded.
    pub npv: f64,
    /// Benefit-cost ratio; none where nothing is invested.
    pub bcr: Option<f64>,
    /// What benefit lines do to one another, where that is counted: with `lines` it adds
    /// up to `benefits`. None where it comes to nothing, as in the published case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlaps: Option<Map<Series>>,
}

/// Sums over the years, whole pounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Spent.
    pub investment: Pounds,
    /// Saved.
    pub savings: Pounds,
    /// Avoided.
    pub avoidance: Pounds,
    /// Saved and avoided.
    pub benefits: Pounds,
    /// Benefits less investment.
    pub net: Pounds,
}

/// Pairs in a fixed order, written as a JSON object.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<V>(pub Vec<(String, V)>);

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Map<Series> {
    /// True where some amount is not nought.
    fn has_amounts(&self) -> bool {
        let mut amounts = self.0.iter().flat_map(|(_, series)| series.iter());
        amounts.any(|&amount| amount != Pounds::ZERO)
    }
}

impl Evaluation {
    /// Runs what a link opened.
    pub fn of(opened: &Opened) -> Evaluation {
        let mut problems: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
        let Some(model) = &opened.model else {
            return Evaluation {
                case: opened.case.clone(),
                scenario: Map(Vec::new()),
                problems,
                own_lines: Vec::new(),
                figures: None,
            };
        };
        let (_, of_stress) = settings(&opened.stress, model);
        problems.extend(of_stress.iter().map(ToString::to_string));
        let changes = opened.scenario.changes().iter();
        let scenario = changes.map(|change| {
            let id = model.assumptions()[change.assumption].id.clone();
            (id, change.value)
        });
        Evaluation {
            case: Some(model.case().id.clone()),
            scenario: Map(scenario.collect()),
            problems,
            own_lines: own_lines(model, &opened.scenario),
            figures: Some(Figures::of(model, &model.evaluate(&opened.scenario))),
        }
    }
}

fn own_lines(model: &Model, scenario: &Scenario) -> Vec<OwnLineValue> {
    let lines = model.own_lines().iter().enumerate();
    let lines = lines.map(|(place, line)| {
        let (kind, payer) = match &line.kind {
            OwnKind::Investment => ("investment", None),
            OwnKind::Benefit { kind, payer } => match kind {
                BenefitKind::Saving => ("saving", Some(payer)),
                BenefitKind::Avoidance => ("avoidance", Some(payer)),
            },
        };
        OwnLineValue {
            id: line.id(),
            label: line.label.clone(),
            kind,
            workstream: line.workstream.clone(),
            payer: payer.cloned(),
            amounts: line.amounts.clone(),
            counted: scenario.value(model.assumptions(), model.counted(place)),
        }
    });
    lines.collect()
}

impl Figures {
    /// The figures of an outcome of this model.
    pub fn of(model: &Model, outcome: &Outcome) -> Figures {
        let case = model.case();
        let benefits = |overlaps: bool| {
            let lines = case.benefits.iter().zip(&outcome.benefit_lines);
            let lines = lines.filter(|(line, _)| line.rule.is_overlap() == overlaps);
            Map(lines
                .map(|(line, series)| (line.id.clone(), *series))
                .collect())
        };
        let year = |payback: Payback| payback.year().map(|year| case.years.label(year));
        Figures {
            years: case.years.labels(),
            lines: benefits(false),
            investment_by_workstream: map(
                case.workstreams.iter().map(|workstream| &workstream.id),
                &outcome.investment_by_workstream,
            ),
            investment: outcome.investment,
            savings: outcome.savings,
            avoidance: outcome.avoidance,
            benefits: outcome.benefits,
            net: outcome.net,
            cumulative_net: outcome.cumulative_net,
            payback_year: year(outcome.payback),
            payback_year_savings_only: year(outcome.payback_savings),
            funding: map(case.payers.iter().map(|payer| &payer.id), &outcome.funding),
            totals: Totals {
                investment: outcome.investment.total(),
                savings: outcome.savings.total(),
                avoidance: outcome.avoidance.total(),
                benefits: outcome.benefits.total(),
                net: outcome.net.total(),
            },
            npv: outcome.net_present_value,
            bcr: outcome.benefit_cost_ratio,
            overlaps: Some(benefits(true)).filter(Map::has_amounts),
        }
    }
}

fn map<'a>(ids: impl Iterator<Item = &'a String>, series: &[Series]) -> Map<Series> {
    Map(ids.cloned().zip(series.iter().copied()).collect())
}
