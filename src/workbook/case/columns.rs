//! The sheets of a case that say who, what and why; its lines are in [`super::lines`].

use super::Kind::{Id, Ids, Lines, Note, Number, One, Truth, Words, Year, Years};
use super::{Column, List, Sheet, column};

/// The fields that stand in no list.
#[rustfmt::skip]
pub(super) const SINGLE: &[Column] = &[
    column("Format", "format", Number, "The version of the case format: 1"),
    column("Id", "id", Words, "Lower-case words joined by hyphens; links are keyed by it, so never change it"),
    column("Title", "title", Words, "Short name, as in Hertfordshire 2018"),
    column("Subtitle", "subtitle", Words, "What the paper calls itself, in a few words"),
    column("Authority", "authority", Words, "The authority whose case it is"),
    column("Paper", "source.title", Words, "Title of the paper the figures come from"),
    column("Meeting", "source.meeting", Words, "The meeting or body it was put to"),
    column("Date", "source.date", Words, "When, in words: 20 June 2018"),
    column("First year", "years.first", Number, "Calendar year in which the first financial year starts: 2018 for 2018/19"),
    column("Number of years", "years.count", Number, "3 to 10; the other sheets have a column for each"),
    column("Invested by", "invested_by", Id("payers"), "Id of the payer whose money is invested"),
    column("Benefit delivery", "adjustments.benefit_delivery", Id("assumptions"), "Assumption (percent): how much of every benefit is delivered. Empty: not offered"),
    column("Benefit delay", "adjustments.benefit_delay", Id("assumptions"), "Assumption (months): how late every benefit is"),
    column("Programme delay", "adjustments.programme_delay", Id("assumptions"), "Assumption (months): how late costs and benefits are"),
    column("Investment overrun", "adjustments.investment_overrun", Id("assumptions"), "Assumption (percent): added to every investment line"),
    column("Posts kept: share", "adjustments.posts_kept.share", Id("assumptions"), "Assumption (percent): temporary posts that stay; then fill in the next two as well"),
    column("Posts kept: full year", "adjustments.posts_kept.full_year", Year, "The year whose amounts are a full year's pay"),
    column("Posts kept: from", "adjustments.posts_kept.from", Year, "The first year in which kept posts cost money"),
    column("Discount rate", "adjustments.discount_rate", Id("assumptions"), "Assumption (percent a year) for present values"),
    column("First-year part", "adjustments.first_year_part", Id("assumptions"), "Assumption (percent): effect in the first year that a benefit has any"),
    column("Demand beyond the plan", "adjustments.demand_beyond_plan", Id("assumptions"), "Assumption (percent): extra cases that come all the same"),
    column("Inflation", "adjustments.inflation", Id("assumptions"), "Assumption (percent a year): rise of every price"),
    column("Extra years", "adjustments.extra_years", Id("assumptions"), "Assumption (count): years an appraisal goes on for after the last"),
    column("Drop-off", "adjustments.drop_off", Id("assumptions"), "Assumption (percent): effect lost in each of those years"),
    column("Payback norm", "adjustments.payback_norm", Id("assumptions"), "Assumption (count): years within which money is expected back"),
];

const LEVELS: &[&str] = &["low", "medium", "high"];
const ID: &str = "Lower-case words joined by hyphens, unique in this sheet; never reuse one";
const LABEL: &str = "Name in words";
const SOURCE: &str = "Section of the paper";

/// The sheets before and after those of the lines.
#[rustfmt::skip]
pub(super) const SHEETS: &[Sheet] = &[
    Sheet { name: "Payers", list: List::Of("payers"), columns: &[
        column("Id", "id", Words, ID),
        column("Label", "label", Words, LABEL),
        column("Help", "help", Words, "One line on what it is and what it may be spent on"),
        column("Ring-fenced", "ring_fenced", Truth, "Yes where the law or a grant's condition stops it repaying the investor"),
    ] },
    Sheet { name: "Workstreams", list: List::Of("workstreams"), columns: &[
        column("Id", "id", Words, ID),
        column("Label", "label", Words, LABEL),
        column("Outcomes", "outcomes", Lines, "What it is meant to achieve, one in each line of the cell (Alt and Enter)"),
        column("Outcomes source", "outcomes_source", Note, "Section of the paper the outcomes are from"),
        column("Note", "note", Note, "Said where the workstream has no quantified benefit"),
        column("Delay", "delay", Id("assumptions"), "Assumption (months) that delays this workstream's benefits alone"),
    ] },
    Sheet { name: "Headings", list: List::Of("groups"), columns: &[
        column("Id", "id", Words, ID),
        column("Label", "label", Words, "The heading that assumptions are shown under"),
        column("Help", "help", Note, "One line under the heading"),
    ] },
    Sheet { name: "Assumptions", list: List::Of("assumptions"), columns: &[
        column("Id", "id", Words, "Lower-case words joined by hyphens; the key in links, so never change or reuse one"),
        column("Label", "label", Words, "Name in words, without the unit"),
        column("Help", "help", Words, "One or two sentences: what it is and what it moves"),
        column("Heading", "group", Id("groups"), "Id of the heading it is shown under"),
        column("Tier", "tier", One(&["key", "more", "evidence", "stress"]), "How soon a person should meet it: a key lever, more, evidence, or stress testing"),
        column("Unit", "unit", One(&["percent", "pounds", "months", "count"]), "What it is measured in"),
        column("Unit note", "unit_note", Note, "The rest of the unit in words: of journeys, a year, pupils"),
        column("Published", "published", Number, "The value that reproduces the paper. 10 is ten per cent"),
        column("Least", "min", Number, "Least value allowed"),
        column("Greatest", "max", Number, "Greatest value allowed"),
        column("Step", "step", Number, "What one press of an arrow key adds"),
        column("Whole", "whole", Truth, "Yes where only whole numbers make sense"),
        column("Low", "low", Number, "A reasonable low value"),
        column("High", "high", Number, "A reasonable high value"),
        column("Source", "source", Words, "Section of the paper, or of the guidance, the published value is from"),
        column("Status", "status", One(&["published", "derived", "added"]), "Printed in the paper, worked out from it, or not in it"),
        column("Caution", "caution", Note, "Shown beside the field"),
        column("Range note", "range_note", Words, "Why low and high are where they are"),
        column("Derivation", "derivation", Note, "How a derived value was worked out"),
        column("Compare with", "compare_with", One(&["independent-special", "state-special", "mainstream-plan", "send-transport"]), "The published national unit cost it measures, if any"),
    ] },
    Sheet { name: "Presets", list: List::Of("presets"), columns: PRESET },
    Sheet { name: "Preset values", list: List::Within { of: "presets", path: "values" }, columns: VALUE },
    Sheet { name: "Failures", list: List::Of("failures"), columns: PRESET },
    Sheet { name: "Failure values", list: List::Within { of: "failures", path: "values" }, columns: VALUE },
    Sheet { name: "Printed figures", list: List::Of("printed"), columns: &[
        column("Label", "label", Words, "What the paper calls it"),
        column("Source", "source", Words, SOURCE),
        column("Amount", "amount", Number, "Pounds, as printed"),
        column("To nearest", "to_nearest", Number, "What the paper rounded to: 10000 for £3.23m. Empty is whole pounds"),
        column("Figure", "figure.of", One(&["investment", "savings", "avoidance", "benefits"]), "The figure it is held against"),
        column("Line", "figure.line", Id("lines"), "Only this line; empty for all"),
        column("Workstream", "figure.workstream", Id("workstreams"), "Only this workstream; empty for all"),
        column("Year", "figure.year", Year, "Only this year; empty for all together"),
        column("Disagreement", "disagreement", Number, "Number of the disagreement that explains a difference; empty where it must agree"),
    ] },
    Sheet { name: "Budget pressures", list: List::Of("budget_pressures"), columns: &[
        column("Label", "label", Words, "Service area"),
        column("Source", "source", Words, SOURCE),
        column("Year", "year", Words, "The year the figures are for: 2017/18"),
        column("Budget", "budget", Number, "Pounds"),
        column("Outturn", "outturn", Number, "Forecast outturn, pounds"),
        column("Variance", "variance", Number, "As printed, pounds"),
    ] },
    Sheet { name: "Plan pressures", list: List::Of("plan_pressures"), columns: &[
        column("Id", "id", Words, ID),
        column("Label", "label", Words, "Growth in cost that the medium-term plan expects"),
        column("Source", "source", Words, SOURCE),
        column("Offset by", "offset_by", Ids("benefits"), "Ids of the benefit lines that offset it, with commas between them"),
        column("Years", "amounts", Years, "Pounds; empty where the paper does not cover the year"),
    ] },
    Sheet { name: "Disagreements", list: List::Of("disagreements"), columns: &[
        column("Number", "number", Number, "From 1"),
        column("Title", "title", Words, "In a few words"),
        column("Explanation", "explanation", Words, "What each place says, and which one is followed"),
        column("Source", "source", Words, "Sections concerned"),
    ] },
    Sheet { name: "Risks", list: List::Of("risks"), columns: &[
        column("Summary", "summary", Words, "What could go wrong"),
        column("Probability", "probability", One(LEVELS), "As the paper grades it"),
        column("Impact", "impact", One(LEVELS), "As the paper grades it"),
        column("Containment", "containment", Words, "What would be done about it"),
        column("Source", "source", Words, SOURCE),
        column("Tested by", "tested_by", Ids("assumptions"), "Ids of the assumptions that test it, with commas between them"),
    ] },
];

const PRESET: &[Column] = &[
    column("Id", "id", Words, ID),
    column("Label", "label", Words, LABEL),
    column("Help", "help", Words, "What it sets, in one sentence"),
    column(
        "Source",
        "source",
        Note,
        "Where a value of it, or the story of a failure, is from",
    ),
];

const VALUE: &[Column] = &[
    column(
        "Of",
        "",
        Words,
        "Id of the preset or failure, as in the sheet before",
    ),
    column(
        "Assumption",
        "assumption",
        Id("assumptions"),
        "Id of the assumption that it sets",
    ),
    column(
        "Value",
        "value",
        Number,
        "Its value, within the assumption's bounds",
    ),
];
