//! What people take away of a case that nobody wrote: its workbook, whose every figure is the
//! engine's, and its tables, whose rows add up.

use proptest::prelude::*;
use send_modeller::analysis::{Plan, Settings, Simulation};
use send_modeller::export::Shown;
use send_modeller::link::Named;
use send_modeller::model::{Model, Scenario};

use super::{any_case, moved};
use crate::cases;
use crate::taken::sums::assert_tables_add_up;
use crate::workbook::wrong;

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_figure_of_its_workbook_is_the_engines(case in any_case(), parts in prop::collection::vec(any::<u32>(), 40)) {
        let model = Model::new(case).unwrap();
        for scenario in [Scenario::published(), moved(&model, &parts)] {
            prop_assert_eq!(wrong(&model, &scenario), Vec::<String>::new());
        }
    }

    #[test]
    fn its_tables_read_back_and_add_up(case in any_case(), parts in prop::collection::vec(any::<u32>(), 40)) {
        let model = Model::new(case).unwrap();
        let (published, scenario) = (Scenario::published(), moved(&model, &parts));
        let settings = Settings::default();
        let plan = Plan { draws: Plan::FEWEST, ..settings.plan };
        let mut simulation = Simulation::new(&model, &scenario, plan).unwrap();
        simulation.advance(u32::MAX);
        let compared = [&published, &scenario].map(|scenario| Named {
            name: "=1+1, \"quoted\"".to_owned(),
            model: model.clone(),
            scenario: scenario.clone(),
        });
        assert_tables_add_up(&Shown {
            model: &model,
            scenario: &scenario,
            outcome: &model.evaluate(&scenario),
            published: &model.outcome(),
            settings,
            compared: &compared,
            simulated: simulation.summary().as_ref(),
        });
    }
}
