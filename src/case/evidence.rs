//! What stands around the figures: presets, pressures, printed figures, disagreements,
//! risks and failures.

use std::sync::OnceLock;

use super::{Case, LineNotes, Notes, Preset, shipped};

/// What stands around the figures of a case. Nothing in it moves a figure of a run.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Scenarios the case offers by name, in the order they are shown. A file may have none.
    pub presets: Vec<Preset>,
    /// Overspends the paper reports, by service.
    pub budget_pressures: Vec<BudgetPressure>,
    /// Growth the medium-term plan already expects, by year.
    pub plan_pressures: Vec<PlanPressure>,
    /// Figures printed in the paper, to hold the engine against.
    pub printed: Vec<PrintedFigure>,
    /// Places where the paper does not agree with its own tables.
    pub disagreements: Vec<Disagreement>,
    /// The paper's risks, beside the assumptions that test them.
    pub risks: Vec<Risk>,
    /// Ways in which programmes of this kind have failed, as what each does to this case,
    /// to be tried on any scenario. `source` says where it happened. A file may have none.
    pub failures: Vec<Preset>,
    /// What else is said of each assumption of the file, in its order. In a file it stands
    /// among the assumption's own fields.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub notes: Vec<Notes>,
    /// The same for each benefit line.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub line_notes: Vec<LineNotes>,
}

/// The evidence of a case. Read with it from a file; of a case that comes with the program
/// that is served it is unpacked when it is first asked for, so that a first load does not
/// bring what no first screen shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Around(OnceLock<Evidence>);

impl From<Evidence> for Around {
    fn from(evidence: Evidence) -> Around {
        Around(OnceLock::from(evidence))
    }
}

impl Case {
    /// What stands around the figures.
    pub fn evidence(&self) -> &Evidence {
        self.around.0.get_or_init(|| shipped::evidence(&self.id))
    }

    /// Changes what stands around the figures.
    pub fn change_evidence(&mut self, change: impl FnOnce(&mut Evidence)) {
        let mut evidence = self.evidence().clone();
        change(&mut evidence);
        self.around = evidence.into();
    }
}

/// An overspend the paper reports for one service in the year before the case starts.
/// Whole pounds, as printed; the printed variance may differ from outturn less budget
/// by rounding.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetPressure {
    /// Service area.
    pub label: String,
    /// Section of the paper.
    pub source: String,
    /// Year the figures are for: "2017/18".
    pub year: String,
    /// Budget, pounds.
    pub budget: f64,
    /// Forecast outturn, pounds.
    pub outturn: f64,
    /// Variance as printed, pounds.
    pub variance: f64,
}

/// Growth in cost that the medium-term plan already expects.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanPressure {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub label: String,
    /// Section of the paper.
    pub source: String,
    /// Pounds in each year of the case; none where the paper does not cover the year.
    pub amounts: Vec<Option<f64>>,
    /// Ids of the benefit lines that offset it.
    pub offset_by: Vec<String>,
}

/// A figure printed in the paper, and which of the engine's figures it should be.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrintedFigure {
    /// What the paper calls it.
    pub label: String,
    /// Section of the paper.
    pub source: String,
    /// Pounds, as printed.
    pub amount: f64,
    /// What the paper rounded to: 1 for whole pounds, 10000 for "£3.23m".
    pub to_nearest: f64,
    /// The engine's figure it is held against.
    pub figure: Figure,
    /// Number of the disagreement that explains why it differs; none where it must agree.
    pub disagreement: Option<u32>,
}

/// Names one of the engine's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// What is measured.
    pub of: Measure,
    /// Only this line, by id.
    pub line: Option<String>,
    /// Only this workstream, by id.
    pub workstream: Option<String>,
    /// Only this year, by label; all years together where left out.
    pub year: Option<String>,
}

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Measure {
    /// What is spent.
    Investment,
    /// Cashable benefits.
    Savings,
    /// Growth that does not happen.
    Avoidance,
    /// Savings and avoidance together.
    Benefits,
}

/// A place where the paper does not agree with its own tables, or with another paper.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disagreement {
    /// Its number, from 1.
    pub number: u32,
    /// In a few words.
    pub title: String,
    /// What each place says, and which one the app follows.
    pub explanation: String,
    /// Sections concerned.
    pub source: String,
}

/// A risk the paper names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Risk {
    /// What could go wrong.
    pub summary: String,
    /// How likely, as the paper grades it.
    pub probability: Level,
    /// How bad, as the paper grades it.
    pub impact: Level,
    /// What the paper would do about it.
    pub containment: String,
    /// Section of the paper.
    pub source: String,
    /// Ids of the assumptions that test it.
    pub tested_by: Vec<String>,
}

/// The paper's grades of probability and impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Level {
    /// L
    Low,
    /// M
    Medium,
    /// H
    High,
}
