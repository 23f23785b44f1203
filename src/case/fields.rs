//! Which fields each part of a case has, in a file read or written and packed, and which a
//! file may leave out.

use serde_json::Value;

use super::pack::{Pack, Packed};
use super::read::{Fields, Place, Read, ReadFields, wrong_kind};
use super::record::{read_fields, read_kind, read_record, read_word};
use super::write::{Write, WriteFields, Written, WrittenFields, put, put_unless};
use super::{
    Adjustments, Assumption, BenefitKind, BenefitLine, BenefitRule, BudgetPressure, Case,
    CaseError, Disagreement, Evidence, Figure, Group, InvestmentCost, InvestmentLine, Level,
    LineNotes, Measure, Notes, Payer, PayerShare, PayerSplit, PlanPressure, PostsKept, Preset,
    PresetValue, PrintedFigure, Reduces, Risk, Source, Status, Tier, Unit, UnitCost, Workstream,
    Years,
};

read_record!(Case {
    format,
    id,
    title,
    subtitle,
    authority,
    source,
    years,
    payers,
    invested_by,
    workstreams,
    groups,
    adjustments,
    assumptions,
    investment,
    benefits,
} with around of Evidence by evidence);

read_fields!(Evidence {
    presets = Vec::new(),
    budget_pressures,
    plan_pressures,
    printed,
    disagreements,
    risks,
    failures = Vec::new(),
} then notes, line_notes);

read_fields!(Notes {
    help,
    range_note,
    derivation = String::new(),
    compare_with,
});

read_word!(UnitCost {
    "independent-special" => IndependentSpecial,
    "state-special" => StateSpecial,
    "mainstream-plan" => MainstreamPlan,
    "send-transport" => SendTransport,
});

read_record!(Source {
    title,
    meeting,
    date
});

read_record!(Years { first, count });

read_record!(Payer {
    id,
    label,
    help,
    ring_fenced = false,
});

read_record!(Workstream {
    id,
    label,
    outcomes,
    outcomes_source = String::new(),
    note = String::new(),
    delay,
});

read_record!(Group {
    id,
    label,
    help = String::new(),
});

read_record!(Adjustments {
    benefit_delivery,
    benefit_delay,
    programme_delay,
    investment_overrun,
    posts_kept,
    discount_rate,
    first_year_part,
    demand_beyond_plan,
    inflation,
    extra_years,
    drop_off,
    payback_norm,
});

read_record!(PostsKept {
    share,
    full_year,
    from
});

read_record!(Assumption {
    id,
    label,
    group,
    tier,
    unit,
    unit_note = String::new(),
    published,
    min,
    max,
    step,
    whole = false,
    low,
    high,
    source,
    status,
    caution = String::new(),
} beside Notes);

read_word!(Status {
    "published" => Published,
    "derived" => Derived,
    "added" => Added,
});

read_word!(Tier {
    "key" => Key,
    "more" => More,
    "evidence" => Evidence,
    "stress" => Stress,
});

read_word!(Unit {
    "percent" => Percent,
    "pounds" => Pounds,
    "months" => Months,
    "count" => Count,
});

read_record!(InvestmentLine {
    id,
    label,
    workstream,
    source,
    note = String::new(),
    cost,
});

read_kind!(InvestmentCost {
    "posts" => Posts { posts, amounts },
    "one-off" => OneOff { amount, phasing },
    "staff" => Staff { posts, grade, pay, months },
    "amounts" => Amounts { counted, amounts },
});

read_record!(BenefitLine {
    id,
    label,
    kind,
    workstream,
    source,
    gains,
    rule,
} beside LineNotes);

read_fields!(LineNotes { proposal });

read_word!(BenefitKind {
    "saving" => Saving,
    "avoidance" => Avoidance,
});

read_record!(PayerSplit {
    rest,
    shares = Vec::new(),
});

read_record!(PayerShare { payer, share });

read_kind!(BenefitRule {
    "share-of-cost" => ShareOfCost { cost, share, phasing },
    "moved-pupils" => MovedPupils { pupils, share, cost_from, cost_to, phasing },
    "held-demand" => HeldDemand { extra, growth, unit_cost, held },
    "slowed-growth" => SlowedGrowth { growth, avoided, steps },
    "prevented-events" => PreventedEvents { number, cost, steps },
    "absorbed-pressure" => AbsorbedPressure { pressure, absorbed },
    "fixed-profile" => FixedProfile { amounts },
    "shared-reduction" => SharedReduction { moved, reduced, reduces, counted },
    "counted-twice" => CountedTwice { pressure, demand, share },
});

read_word!(Reduces {
    "cost-to" => CostTo,
    "both" => Both,
});

read_record!(BudgetPressure {
    label,
    source,
    year,
    budget,
    outturn,
    variance,
});

read_record!(PlanPressure {
    id,
    label,
    source,
    amounts,
    offset_by = Vec::new(),
});

read_record!(PrintedFigure {
    label,
    source,
    amount,
    to_nearest = 1.0,
    figure,
    disagreement,
});

read_record!(Figure {
    of,
    line,
    workstream,
    year
});

read_word!(Measure {
    "investment" => Investment,
    "savings" => Savings,
    "avoidance" => Avoidance,
    "benefits" => Benefits,
});

read_record!(Disagreement {
    number,
    title,
    explanation,
    source,
});

read_record!(Risk {
    summary,
    probability,
    impact,
    containment,
    source,
    tested_by,
});

read_word!(Level {
    "low" => Low,
    "medium" => Medium,
    "high" => High,
});

read_record!(Preset {
    id,
    label,
    help,
    source = String::new(),
    values,
});

read_record!(PresetValue { assumption, value });
