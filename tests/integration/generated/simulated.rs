//! A simulation of a case that nobody wrote. It runs many draws side by side, by a way of its
//! own for every rule; each is what the engine makes of that draw by itself.

use proptest::prelude::*;
use send_modeller::analysis::{Plan, Settings, Simulation};
use send_modeller::case::{BenefitRule, Reduces, shipped_cases};
use send_modeller::model::{Model, Scenario};

use super::{any_case, make, moved};
use crate::cases;
use crate::simulation::second::differences;

fn assert_its_draws_are_single_runs(model: &Model, scenario: &Scenario, seed: u32) {
    let plan = Plan {
        draws: Plan::FEWEST,
        seed,
        ..Settings::default().plan
    };
    let mut simulation = Simulation::new(model, scenario, plan).unwrap();
    simulation.advance(u32::MAX);
    differences(&simulation, &simulation.summary().unwrap());
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_figure_of_its_simulation_is_the_engines(
        case in any_case(),
        parts in prop::collection::vec(any::<u32>(), 40),
        seed: u32,
    ) {
        let model = Model::new(case).unwrap();
        let mut scenario = moved(&model, &parts);
        let table = model.assumptions();
        for (index, known) in table.iter() {
            if known.source == make::LINE {
                scenario.set_range(table, index, known.min, known.max).unwrap();
            }
        }
        assert_its_draws_are_single_runs(&model, &scenario, seed);
    }
}

/// Each shipped case with either way in which a reduction can be shared; none has the second.
fn shipped() -> impl Iterator<Item = Model> {
    shipped_cases().iter().flat_map(|shipped| {
        let case = shipped.read().unwrap();
        let mut both = case.clone();
        for line in &mut both.benefits {
            if let BenefitRule::SharedReduction { reduces, .. } = &mut line.rule {
                *reduces = Reduces::Both;
            }
        }
        [case, both].map(|case| Model::new(case).unwrap())
    })
}

#[test]
fn every_figure_of_a_simulation_of_each_shipped_case_is_the_engines() {
    for model in shipped() {
        assert_its_draws_are_single_runs(&model, &Scenario::published(), 1);
    }
}

/// What does not vary is worked out once, so it must be known of each line what it depends on.
/// Published, and with prices that rise and every line at a grade, which then do not vary.
#[test]
fn the_same_where_one_assumption_alone_varies() {
    for model in shipped() {
        let table = model.assumptions();
        let mut graded = Scenario::published();
        for (index, known) in table.iter() {
            let grade = known.id.starts_with("grade-") || known.id.starts_with("cost-grade-");
            if grade || known.id == "inflation" {
                graded.set(table, index, 2.0).unwrap();
            }
        }
        for start in [Scenario::published(), graded] {
            for (varied, _) in table.iter() {
                let mut scenario = start.clone();
                for (index, known) in table.iter() {
                    let own = start.value(table, index);
                    let (low, high) = match index == varied {
                        true => (known.min, known.max.min(known.published + 100.0)),
                        false => (own, own),
                    };
                    scenario.set_range(table, index, low, high).unwrap();
                }
                assert_its_draws_are_single_runs(&model, &scenario, 1);
            }
        }
    }
}
