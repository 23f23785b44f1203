//! Everything on the screen that files are made of, wherever the person is in the app.

use super::{SensitivityWords, TwoWayWords, sensitivity_words, two_way_words};
use crate::analysis::{
    Comparison, Settings, Summary, TwoWay, by_effect, compare, sensitivity, two_way,
};
use crate::link::{Named, united};
use crate::model::{Model, Outcome, Scenario};

/// What is shown, and what it is set to.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The model of the case.
    pub model: &'a Model,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its results.
    pub outcome: &'a Outcome,
    /// The published results.
    pub published: &'a Outcome,
    /// What the stress test is set to.
    pub settings: Settings,
    /// The scenarios picked for comparison.
    pub compared: &'a [Named],
    /// The simulation of this very scenario and these settings, if one was run.
    pub simulated: Option<&'a Summary>,
}

impl Shown<'_> {
    /// The sensitivity as the stress test shows it.
    pub fn sensitivity(&self) -> SensitivityWords {
        let aim = self.settings.aim;
        sensitivity_words(
            self.model,
            &sensitivity(self.model, self.scenario, aim.scope),
            aim,
        )
    }

    /// Two assumptions at once as the stress test shows them: the pair that was chosen, or
    /// else the two that matter most. None where there is no pair that can be moved.
    pub fn two_way(&self) -> Option<(TwoWay, TwoWayWords)> {
        let Settings { aim, size, .. } = self.settings;
        let (across, down) =
            self.settings
                .grid
                .or_else(|| match by_effect(self.model, self.scenario, aim)[..] {
                    [first, second, ..] => Some((first, second)),
                    _ => None,
                })?;
        let pair = [(across, size), (down, size)];
        let two = two_way(self.model, self.scenario, pair[0], pair[1], aim.scope).ok()?;
        let words = two_way_words(self.model, &two, aim.measure);
        Some((two, words))
    }

    /// The comparison, its model and its names; none where nothing was picked.
    pub fn comparison(&self) -> Option<(Model, Comparison, Vec<String>)> {
        let (model, scenarios) = united(self.model, self.compared);
        let names = self.compared.iter().map(|named| named.name.clone());
        let compared = compare(&model, &scenarios);
        (!scenarios.is_empty()).then(|| (model, compared, names.collect()))
    }
}
