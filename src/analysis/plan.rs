//! How many times a case is drawn by lot, and from what.

/// How a value is drawn between low and high.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// A PERT distribution: values near the most likely one much more often.
    #[default]
    Pert,
    /// A triangular distribution: less weight in the middle, more at the ends.
    Triangular,
}

/// Which value is taken to be the most likely one. One that lies outside low to high is
/// taken as the nearer of the two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Around {
    /// The scenario's own.
    #[default]
    Current,
    /// The published one.
    Published,
}

/// A simulation to be run: with one scenario it gives the same figures anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many draws: [`Plan::FEWEST`] to [`Plan::MOST`].
    pub draws: u32,
    /// Where the draws begin; any whole number of 32 bits.
    pub seed: u32,
    /// How a value is drawn between low and high.
    pub shape: Shape,
    /// Which value is the most likely one.
    pub around: Around,
}

impl Plan {
    /// The fewest draws: fewer would say nothing of a tenth of the cases.
    pub const FEWEST: u32 = 100;
    /// The most draws: at a million the percentiles no longer move.
    pub const MOST: u32 = 1_000_000;
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            draws: 100_000,
            seed: 2018,
            shape: Shape::default(),
            around: Around::default(),
        }
    }
}
