//! A second reading of a summary: every draw run by itself, every column sorted, every
//! rank counted.

use send_modeller::analysis::{Aim, Measure, Reading, Scope, Simulation, Spread, Summary};
use send_modeller::model::{Outcome, Payback};

/// Fails where a figure of the summary is not what the single runs come to.
pub fn differences(simulation: &Simulation, summary: &Summary) {
    let model = simulation.model();
    let draws: Vec<_> = (0..simulation.progress())
        .map(|draw| simulation.scenario_of_draw(draw))
        .collect();
    let outcomes: Vec<Outcome> = draws.iter().map(|draw| model.evaluate(draw)).collect();
    let column =
        |figure: &dyn Fn(&Outcome) -> f64| -> Vec<f64> { outcomes.iter().map(figure).collect() };

    spread(&column(&|o| o.savings.total().as_f64()), summary.savings);
    spread(
        &column(&|o| o.avoidance.total().as_f64()),
        summary.avoidance,
    );
    let payers = (0..model.case().payers.len()).map(Scope::Payer);
    let scopes: Vec<Scope> = [Scope::Benefits, Scope::Savings]
        .into_iter()
        .chain(payers)
        .collect();
    assert_eq!(
        summary
            .scopes
            .iter()
            .map(|one| one.scope)
            .collect::<Vec<_>>(),
        scopes
    );
    for (scope, told) in scopes.into_iter().zip(&summary.scopes) {
        let amount = |measure| {
            move |o: &Outcome| match (Aim { measure, scope }).of(o) {
                Reading::Amount(amount) => amount,
                Reading::Payback(_) => panic!("an amount"),
            }
        };
        spread(&column(&amount(Measure::Net)), told.net);
        spread(
            &column(&amount(Measure::NetPresentValue)),
            told.net_present_value,
        );
        for (year, share) in told.repaid_by.iter().enumerate() {
            let back = |o: &Outcome| {
                Payback::of(&scope.net(o))
                    .year()
                    .is_some_and(|back| back <= year)
            };
            let count = outcomes.iter().filter(|o| back(o)).count();
            assert_eq!(
                *share,
                count as f64 / outcomes.len() as f64,
                "{scope:?} {year}"
            );
        }
        let net = column(&amount(Measure::Net));
        let above = net.iter().filter(|net| **net >= 0.0).count();
        assert_eq!(told.at_or_above_nought(), above as f64 / net.len() as f64);
    }
    for (year, fan) in summary.fan.iter().enumerate() {
        let net = column(&|o| o.cumulative_net[year].as_f64());
        let expected = [10, 25, 50, 75, 90].map(|percent| percentile(&net, percent));
        assert_eq!(
            [fan.p10, fan.p25, fan.p50, fan.p75, fan.p90],
            expected,
            "{year}"
        );
    }

    let net = column(&|o| o.net.total().as_f64());
    let mut before = 1.0;
    for one in &summary.correlations {
        let value =
            |draw: &send_modeller::model::Scenario| draw.value(model.assumptions(), one.assumption);
        let values: Vec<f64> = draws.iter().map(value).collect();
        let exact = spearman(&values, &net);
        let id = &model.assumptions()[one.assumption].id;
        assert!(
            (one.rank - exact).abs() < 0.01,
            "{id}: {} and {exact}",
            one.rank
        );
        assert!(one.rank.abs() <= before, "{id}");
        before = one.rank.abs();
    }
}

fn spread(column: &[f64], told: Spread) {
    let expected = [10, 50, 90].map(|percent| percentile(column, percent));
    assert_eq!([told.p10, told.p50, told.p90], expected);
    let mean = column.iter().sum::<f64>() / column.len() as f64;
    assert_eq!(told.mean, mean);
}

/// By nearest rank.
pub fn percentile(column: &[f64], percent: usize) -> f64 {
    let mut sorted = column.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() * percent).div_ceil(100) - 1]
}

/// Spearman's rank correlation, ties at the middle of their ranks.
pub fn spearman(one: &[f64], other: &[f64]) -> f64 {
    let (one, other) = (ranks(one), ranks(other));
    let mean = (one.len() as f64 - 1.0) / 2.0;
    let sum = |a: &[f64], b: &[f64]| {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - mean) * (b - mean))
            .sum::<f64>()
    };
    let size = (sum(&one, &one) * sum(&other, &other)).sqrt();
    if size > 0.0 {
        sum(&one, &other) / size
    } else {
        0.0
    }
}

fn ranks(column: &[f64]) -> Vec<f64> {
    let mut sorted = column.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = |value: &f64| {
        let below = sorted.partition_point(|other| other < value);
        let up_to = sorted.partition_point(|other| other <= value);
        (below + up_to - 1) as f64 / 2.0
    };
    column.iter().map(rank).collect()
}
