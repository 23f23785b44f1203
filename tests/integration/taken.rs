//! What is taken away as files: pictures and tables of what is shown.

mod incoming;
mod pictures;
pub mod sums;
mod tables;

use send_modeller::analysis::{Simulation, Summary};
use send_modeller::export::Shown;
use send_modeller::link::{Opened, settings};
use send_modeller::model::{Model, Outcome, Scenario};

use crate::opened;

/// What a link opened, worked out as a session does it.
pub struct Opening {
    opened: Opened,
    model: Model,
    outcome: Outcome,
    published: Outcome,
    simulated: Option<Summary>,
}

/// Opens a link in which nothing is wrong; one whose stress test says `run` is simulated.
pub fn opening(link: &str) -> Opening {
    let opened = opened(link);
    assert_eq!(opened.problems, [], "{link}");
    let model = opened.model.clone().unwrap();
    let (set, problems) = settings(&opened.stress, &model);
    assert_eq!(problems, [], "{link}");
    let simulated = set.simulate.then(|| {
        let mut simulation = Simulation::new(&model, &opened.scenario, set.plan).unwrap();
        simulation.advance(u32::MAX);
        simulation.summary().unwrap()
    });
    Opening {
        outcome: model.evaluate(&opened.scenario),
        published: model.evaluate(&Scenario::published()),
        opened,
        model,
        simulated,
    }
}

impl Opening {
    pub fn shown(&self) -> Shown<'_> {
        Shown {
            model: &self.model,
            scenario: &self.opened.scenario,
            outcome: &self.outcome,
            published: &self.published,
            settings: settings(&self.opened.stress, &self.model).0,
            compared: &self.opened.compared,
            simulated: self.simulated.as_ref(),
        }
    }
}
