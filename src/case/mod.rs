//! A business case as data: what a council published, with nothing worked out.
//!
//! A case is a JSON file (`www/cases/*.json`). This module owns its types, its
//! reading and its checking. It knows nothing of how the figures are combined:
//! that is [`crate::model`], which compiles a checked case.

mod as_far;
mod assumption;
mod decimal;
mod each_line;
mod error;
mod evidence;
mod fields;
mod line;
mod number;
mod own;
mod pack;
mod preset;
mod read;
mod record;
mod remark;
#[cfg(feature = "schema")]
mod schema;
mod shipped;
mod validate;
mod write;

pub use assumption::{Assumption, Notes, Status, Tier, Unit, UnitCost};
pub use decimal::Decimal;
pub use each_line::{
    COST_GRADES, DELIVERY, GRADES, HIGHEST_GRADE, OWN_LINE, RESERVED_PREFIXES, STRESS_GROUP,
    correction_id, cost_correction_id,
};
pub use error::{CaseError, CaseErrors, CaseFault, MOST_FAULTS};
pub use evidence::{
    Around, BudgetPressure, Disagreement, Evidence, Figure, Level, Measure, PlanPressure,
    PrintedFigure, Risk,
};
pub use line::{
    BenefitKind, BenefitLine, BenefitRule, InvestmentCost, InvestmentLine, LineNotes, PayerShare,
    PayerSplit, Reduces,
};
pub use number::parse_number;
pub(crate) use own::checksum;
pub use own::{LARGEST_OWN, MOST_OWN_LINES, OWN, OwnFault, OwnKind, OwnLine};
pub use preset::{Preset, PresetValue};
pub use read::{case_value, too_large};
pub use remark::CaseRemark;
#[cfg(feature = "schema")]
pub use schema::case_schema;
pub(crate) use shipped::anew;
pub use shipped::{DEFAULT_CASE, ShippedCase, shipped_cases};
pub(crate) use validate::is_reserved;
pub use validate::{MAX_LINES, MAX_PRESETS, RESERVED_KEYS};
pub use write::{json_number, json_text};

use serde::Serialize;

/// The longest horizon a case may have, in years.
pub const MAX_YEARS: usize = 10;
/// The shortest horizon a case may have, in years.
pub const MIN_YEARS: usize = 3;
/// The version of the case file format this program reads.
pub const CASE_FORMAT: u32 = 1;
/// The largest case file that is read, in bytes: some fifty times any paper's.
pub const LARGEST_CASE: usize = 5_000_000;

/// One published business case.
///
/// Every id in it is lower-case words joined by hyphens, unique among its kind,
/// and never reused: links that people keep are keyed by them.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Case {
    /// Version of the file format, [`CASE_FORMAT`].
    pub format: u32,
    /// Stable id of the case, as it stands in links.
    pub id: String,
    /// Short name, as in "Hertfordshire 2018".
    pub title: String,
    /// What the paper calls itself, in a few words.
    pub subtitle: String,
    /// The authority whose case it is.
    pub authority: String,
    /// The paper the figures come from.
    pub source: Source,
    /// The financial years it covers.
    pub years: Years,
    /// The funding streams that gain, in the order they are shown.
    pub payers: Vec<Payer>,
    /// Id of the payer whose money is invested.
    pub invested_by: String,
    /// The parts of the programme, in the paper's order.
    pub workstreams: Vec<Workstream>,
    /// The headings assumptions are shown under, in order.
    pub groups: Vec<Group>,
    /// The assumptions that act on every line.
    pub adjustments: Adjustments,
    /// Every number a person may change.
    pub assumptions: Vec<Assumption>,
    /// What is spent.
    pub investment: Vec<InvestmentLine>,
    /// What is gained.
    pub benefits: Vec<BenefitLine>,
    /// What stands around the figures and moves none of them, as [`Case::evidence`] gives
    /// it.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub around: Around,
}

/// The paper a case was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Title of the paper.
    pub title: String,
    /// The meeting or body it was put to.
    pub meeting: String,
    /// When, in words: "20 June 2018".
    pub date: String,
}

/// The run of financial years, April to March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Years {
    /// Calendar year in which the first financial year starts: 2018 for 2018/19.
    pub first: u16,
    /// How many years, [`MIN_YEARS`] to [`MAX_YEARS`].
    pub count: usize,
}

impl Years {
    /// The label of year `index` (0 is the first): `2018/19`.
    pub fn label(self, index: usize) -> String {
        let start = usize::from(self.first) + index;
        format!("{start}/{:02}", (start + 1) % 100)
    }

    /// Every label, in order; of [`MAX_YEARS`] at most, since a file may claim any number
    /// before it is checked.
    pub fn labels(self) -> Vec<String> {
        let count = self.count.min(MAX_YEARS);
        (0..count).map(|index| self.label(index)).collect()
    }

    /// The index of the year with this label, if the case covers it.
    pub fn index_of(self, label: &str) -> Option<usize> {
        self.labels().iter().position(|known| known == label)
    }
}

/// A funding stream: a budget that gains from a benefit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payer {
    /// Stable id.
    pub id: String,
    /// Name in words.
    pub label: String,
    /// One line on what it is and what it may be spent on.
    pub help: String,
    /// True where the law or a condition of grant stops it repaying the investor.
    pub ring_fenced: bool,
}

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Workstream {
    /// Stable id.
    pub id: String,
    /// Name in words.
    pub label: String,
    /// What it is meant to achieve for children and families.
    pub outcomes: Vec<String>,
    /// Section of the paper the outcomes are taken from; empty where it gives none.
    pub outcomes_source: String,
    /// Said where the workstream has no quantified benefit.
    pub note: String,
    /// Id of the assumption (months) that delays this workstream's benefits alone.
    pub delay: Option<String>,
}

/// A heading that assumptions are shown under.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// Stable id.
    pub id: String,
    /// Heading.
    pub label: String,
    /// One line under the heading; may be empty.
    pub help: String,
}

/// Ids of the assumptions that act on every line. One left out is not offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Adjustments {
    /// Percent of every benefit delivered.
    pub benefit_delivery: Option<String>,
    /// Months every benefit is late.
    pub benefit_delay: Option<String>,
    /// Months investment and benefits are both late.
    pub programme_delay: Option<String>,
    /// Percent added to every investment line.
    pub investment_overrun: Option<String>,
    /// Temporary posts that stay.
    pub posts_kept: Option<PostsKept>,
    /// Percent a year for present values, in real terms.
    pub discount_rate: Option<String>,
    /// Percent of its effect that a benefit has in the first year it has any.
    pub first_year_part: Option<String>,
    /// Percent of extra cases above those the plan holds, which come all the same.
    pub demand_beyond_plan: Option<String>,
    /// Percent a year by which every price rises, costs and benefits alike.
    pub inflation: Option<String>,
    /// Whole years that an appraisal goes on for after the last year of the case.
    pub extra_years: Option<String>,
    /// Percent of the effect that is lost in each of those years.
    pub drop_off: Option<String>,
    /// Whole years within which money is expected back.
    pub payback_norm: Option<String>,
}

/// Temporary posts that stay after the programme: from one year on, each year costs
/// that share of a full year's pay.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PostsKept {
    /// Id of the assumption: percent of the posts that stay.
    pub share: String,
    /// Label of the year whose amounts are a full year's pay: "2019/20".
    pub full_year: String,
    /// Label of the first year in which kept posts cost money: "2021/22".
    pub from: String,
}
