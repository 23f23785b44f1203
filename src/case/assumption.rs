//! One number a person may change: its published value, its bounds and where it comes from.

use serde::Serialize;

/// One number a person may change.
///
/// Invariants, checked when a case is read: `min <= published <= max`,
/// `min <= low <= high <= max`, `step > 0`, all finite.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumption {
    /// Stable id, the key in links.
    pub id: String,
    /// Name in words, without the unit.
    pub label: String,
    /// Id of the heading it is shown under.
    pub group: String,
    /// How soon a person should meet it.
    pub tier: Tier,
    /// What it is measured in.
    pub unit: Unit,
    /// The rest of the unit in words: "of in-county journeys", "a year", "pupils".
    pub unit_note: String,
    /// The value that reproduces the paper.
    pub published: f64,
    /// Least value allowed.
    pub min: f64,
    /// Greatest value allowed.
    pub max: f64,
    /// What one press of an arrow key adds.
    pub step: f64,
    /// True where only whole numbers make sense.
    pub whole: bool,
    /// A reasonable low value, for testing uncertainty. A judgement, not the paper's.
    pub low: f64,
    /// A reasonable high value, for testing uncertainty. A judgement, not the paper's.
    pub high: f64,
    /// Section of the paper, or of the guidance, the published value comes from.
    pub source: String,
    /// How far the published value is the paper's own.
    pub status: Status,
    /// A caution shown beside the field; empty where none is needed.
    pub caution: String,
}

impl Assumption {
    /// The values a slider runs between. To run over everything allowed would leave no
    /// room for the values that matter, so it runs to twice the published value, or to
    /// the high one where that is more; the number box takes the rest.
    pub fn slider_span(&self) -> (f64, f64) {
        let near = if self.published > 0.0 {
            (self.published * 2.0).max(self.high)
        } else {
            self.max
        };
        (self.min, near.min(self.max))
    }

    /// True where only whole numbers are taken. Months are whole whatever the file says:
    /// the shift goes by whole twelfths.
    pub fn takes_whole(&self) -> bool {
        self.whole || self.unit == Unit::Months
    }
}

/// What else is said of an assumption where somebody asks, apart from it since no first
/// screen shows it: see [`super::Case::notes`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Notes {
    /// One or two sentences: what it is and what it moves.
    pub help: String,
    /// Why low and high are where they are.
    pub range_note: String,
    /// How a derived value was worked out; empty otherwise.
    pub derivation: String,
    /// The published national unit cost that it measures for one council, to be compared
    /// with it; none where it measures none.
    pub compare_with: Option<UnitCost>,
}

/// What a published national unit cost is of. What each was, and in which year, the
/// analysis knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UnitCost {
    /// A place in an independent special school, a pupil a year.
    IndependentSpecial,
    /// A place in a state special school, a pupil a year.
    StateSpecial,
    /// An EHC plan in a mainstream school, a pupil a year.
    MainstreamPlan,
    /// Home to school transport of a pupil with SEND, a year.
    SendTransport,
}

/// How far a published value is the paper's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Printed in the paper.
    Published,
    /// Worked out from figures printed in the paper.
    Derived,
    /// Not in the paper; its default leaves the published figures unchanged.
    Added,
}

impl Status {
    /// One sentence for the person looking at the assumption.
    pub fn meaning(self) -> &'static str {
        match self {
            Status::Published => "Printed in the paper",
            Status::Derived => "Worked out from printed figures",
            Status::Added => "Not in the paper; the default leaves the published figures unchanged",
        }
    }
}

/// How soon a person should meet an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Tier {
    /// A lever of the case: always in sight.
    Key,
    /// A further lever: one press away.
    More,
    /// A figure taken as evidence: one press away, after the levers.
    Evidence,
    /// A matter of testing and appraisal: on the screen for that, and elsewhere where it
    /// is changed.
    Stress,
}

/// What an assumption is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Unit {
    /// A percentage: 10 is ten per cent.
    Percent,
    /// Pounds sterling.
    Pounds,
    /// Months.
    Months,
    /// A count of what the unit note names.
    Count,
}
