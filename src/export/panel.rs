//! What a panel member reads: what was changed, by workstream, and what those
//! workstreams are meant to achieve.

use super::changes::{ChangeWords, changes};
use super::format::one_decimal;
use super::table::RowKind;
use crate::case::{Group, Workstream};
use crate::model::{Model, Outcome, Pounds, Scenario, Series};

/// The changes under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeGroup<'a> {
    /// The heading.
    pub group: &'a Group,
    /// What was changed, each "from 10% to 15%", in the case's order.
    pub changes: Vec<ChangeWords>,
}

/// What one payer pays, saves or avoids, in millions of pounds to one decimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayerYears {
    /// Who: empty where it is the payer of the row before.
    pub payer: String,
    /// What the law or the paper says of the payer's money; empty after the first row.
    pub help: String,
    /// Pays for the investment, saves, or avoids.
    pub kind: RowKind,
    /// Each year, then all years.
    pub millions: Vec<String>,
}

/// Who pays and who gains, by year: for each payer what it pays, then what it saves, then
/// what it avoids, savings and avoidance never together. What is nought in every year is
/// left out. Investment is money out, and negative.
pub fn who_pays(model: &Model, outcome: &Outcome) -> Vec<PayerYears> {
    let case = model.case();
    let mut rows = Vec::new();
    for (place, payer) in case.payers.iter().enumerate() {
        let spent = Series::from_fn(case.years.count, |year| {
            if payer.id == case.invested_by {
                -outcome.investment[year]
            } else {
                Pounds::ZERO
            }
        });
        let kinds = [
            (RowKind::Investment, &spent),
            (RowKind::Saving, &outcome.savings_by_payer[place]),
            (RowKind::Avoidance, &outcome.avoidance_by_payer[place]),
        ];
        let mut first = true;
        for (kind, series) in kinds {
            if series.iter().all(|pounds| *pounds == Pounds::ZERO) {
                continue;
            }
            let millions = |pounds: Pounds| one_decimal(pounds.as_f64() / 1e6);
            let mut cells: Vec<String> = series.iter().copied().map(millions).collect();
            cells.push(millions(series.total()));
            let once = |text: &str| {
                if first {
                    text.to_owned()
                } else {
                    String::new()
                }
            };
            rows.push(PayerYears {
                payer: once(&payer.label),
                help: once(&payer.help),
                kind,
                millions: cells,
            });
            first = false;
        }
    }
    rows
}

/// Every change from the published case, under the headings of the case; headings with
/// nothing changed are left out.
pub fn changes_by_group<'a>(model: &'a Model, scenario: &Scenario) -> Vec<ChangeGroup<'a>> {
    let words = changes(model, scenario);
    let groups = model.case().groups.iter().map(|group| {
        let places = scenario.changes().iter().zip(&words);
        let own =
            places.filter(|(change, _)| model.assumptions()[change.assumption].group == group.id);
        ChangeGroup {
            group,
            changes: own.map(|(_, words)| words.clone()).collect(),
        }
    });
    groups.filter(|group| !group.changes.is_empty()).collect()
}

/// The workstreams a scenario changes: those with an assumption of their own that is
/// changed. Where it changes only what acts on every line, all that bring a benefit.
pub fn changed_workstreams<'a>(model: &'a Model, scenario: &Scenario) -> Vec<&'a Workstream> {
    let case = model.case();
    let changes_own = |workstream: &&Workstream| {
        scenario.changes().iter().any(|change| {
            let assumption = &model.assumptions()[change.assumption];
            assumption.group == workstream.id || workstream.delay.as_ref() == Some(&assumption.id)
        })
    };
    let own: Vec<&Workstream> = case.workstreams.iter().filter(changes_own).collect();
    if !own.is_empty() || scenario.is_published() {
        return own;
    }
    let brings = |workstream: &&Workstream| {
        case.benefits
            .iter()
            .any(|line| line.workstream == workstream.id)
    };
    case.workstreams.iter().filter(brings).collect()
}
