//! What the stress test is set to: everything on its screen that is no assumption.

use super::{Aim, Condition, Goal, Plan};
use crate::model::AssumptionIndex;

/// What is looked at, what is sought, and how the case is drawn by lot. Places are those
/// of one case: with another case the settings start afresh.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The figure that is looked at.
    pub aim: Aim,
    /// The year by which the investment is to have come back, counted from nought; none
    /// is the case's last.
    pub by: Option<usize>,
    /// What is sought: the assumption to be moved, and where the figure is to come to.
    /// That is in pounds, within [`Settings::MOST_POUNDS`] either way; where the figure
    /// is payback, a year counted from nought. So it has to go when the one becomes the
    /// other.
    pub goal: Option<(AssumptionIndex, f64)>,
    /// The two assumptions that move together: across, and down.
    pub grid: Option<(AssumptionIndex, AssumptionIndex)>,
    /// How many values of each of them: [`Settings::SMALLEST`] to [`Settings::LARGEST`].
    pub size: usize,
    /// True where the simulation was run, so that a link runs it again.
    pub simulate: bool,
    /// The simulation.
    pub plan: Plan,
}

impl Settings {
    /// The fewest values of an assumption in a grid: both ends and the middle.
    pub const SMALLEST: usize = 3;
    /// The most values of an assumption in a grid: more would be too small to be seen.
    pub const LARGEST: usize = 41;
    /// The furthest from nought a goal may be, in pounds: far beyond any council's case.
    pub const MOST_POUNDS: f64 = 1e12;

    /// What must hold for the case to stand, in a case of so many years.
    pub fn condition(&self, years: usize) -> Condition {
        Condition {
            aim: self.aim,
            by: self.by.unwrap_or(years.saturating_sub(1)),
        }
    }

    /// The assumption to be moved and what the figure is to come to, if that is asked.
    pub fn sought(&self) -> Option<(AssumptionIndex, Goal)> {
        let (assumption, target) = self.goal?;
        Some((assumption, Goal::of(self.aim, target)))
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            aim: Aim::default(),
            by: None,
            goal: None,
            grid: None,
            size: 9,
            simulate: false,
            plan: Plan::default(),
        }
    }
}
