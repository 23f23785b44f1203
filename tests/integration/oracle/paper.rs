//! The numbers of the contract and of the paper, copied by hand.

use super::{Exact, decimal, whole};

pub const YEARS: [&str; 5] = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"];
pub const WORKSTREAMS: [&str; 4] = [
    "local-networks",
    "digital",
    "independent-living",
    "programme",
];
pub const PAYERS: [&str; 3] = ["core", "dsg", "adult-care"];

/// Which of the contract's bounds an assumption has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bounds {
    Percent,
    Growth,
    Overrun,
    Discount,
    Months,
    /// Money and counts: nought to ten times published.
    Amount,
    /// A grade of evidence: nought to six, whole.
    Grade,
    /// Per cent a year by which prices rise: nought to twenty.
    Inflation,
    /// Years added to the appraisal: nought to five, whole.
    Added,
    /// Years to be paid back in: one to ten, whole.
    Norm,
}

impl Bounds {
    /// True for what is taken in whole numbers alone.
    pub fn whole(self) -> bool {
        matches!(self, Months | Grade | Added | Norm)
    }

    /// True for pounds and counts.
    pub fn amount(self) -> bool {
        matches!(self, Amount | Grade | Added | Norm)
    }
}

use Bounds::{Added, Amount, Discount, Grade, Growth, Inflation, Months, Norm, Overrun, Percent};

/// The least and the greatest value the contract lets an assumption have.
pub fn bounds(published: &str, bounds: Bounds) -> (Exact, Exact) {
    match bounds {
        Bounds::Percent => (whole(0), whole(100)),
        Bounds::Growth => (whole(0), whole(200)),
        Bounds::Overrun => (whole(-50), whole(200)),
        Bounds::Discount => (whole(0), whole(20)),
        Bounds::Months => (whole(0), whole(24)),
        Bounds::Amount => (whole(0), decimal(published) * whole(10)),
        Bounds::Grade => (whole(0), whole(6)),
        Bounds::Inflation => (whole(0), whole(20)),
        Bounds::Added => (whole(0), whole(5)),
        Bounds::Norm => (whole(1), whole(10)),
    }
}

/// Every assumption: id, published value, bounds.
pub fn assumptions() -> Vec<(String, &'static str, Bounds)> {
    let named = CONTRACT.into_iter().chain(STRESS);
    let mut all: Vec<_> = named
        .map(|(id, published, bounds)| (id.to_owned(), published, bounds))
        .collect();
    for line in BENEFITS {
        all.push((format!("delivery-{line}"), "100", Percent));
        all.push((format!("grade-{line}"), "0", Grade));
    }
    let staff = STAFF.into_iter().map(|line| line.0);
    for line in staff.chain(ONE_OFF.into_iter().map(|line| line.0)) {
        all.push((format!("cost-grade-{line}"), "0", Grade));
    }
    for (grade, percent) in (1..).zip(["0", "5", "10", "15", "25", "40"]) {
        all.push((format!("correction-benefit-{grade}"), percent, Percent));
        all.push((format!("correction-cost-{grade}"), percent, Percent));
    }
    all
}

/// Lines with an effect of their own.
pub const BENEFITS: [&str; 10] = [
    "service-efficiencies",
    "ehcp-demography",
    "ooc-school-complexity",
    "adoption-breakdowns",
    "transport-in-county",
    "transport-out-of-county",
    "sen-reform-grant",
    "day-opportunities",
    "ooc-colleges",
    "direct-payments",
];

/// What is not in the paper and leaves its figures unchanged.
const STRESS: [(&str, &str, Bounds); 8] = [
    ("first-year-part", "100", Percent),
    ("demand-beyond-plan", "0", Growth),
    ("inflation", "0", Inflation),
    ("extra-years", "0", Added),
    ("drop-off", "10", Percent),
    ("payback-norm", "5", Norm),
    ("overlap-transport", "0", Percent),
    ("overlap-reform-grant", "0", Percent),
];

/// The assumptions of the contract.
const CONTRACT: [(&str, &str, Bounds); 47] = [
    ("in-county-journeys", "10", Percent),
    ("in-county-cost", "12310947", Amount),
    ("ooc-transfers", "10", Percent),
    ("ooc-pupils", "115", Amount),
    ("ooc-cost-per-pupil", "13892", Amount),
    ("in-county-cost-per-pupil", "5339", Amount),
    ("service-efficiency", "10", Percent),
    ("service-cost", "4105300", Amount),
    ("ehcp-growth", "36", Growth),
    ("ehcp-held", "100", Percent),
    ("ehcp-unit-cost", "412", Amount),
    ("ooc-school-growth", "1000000", Amount),
    ("ooc-school-avoided", "10", Percent),
    ("ooc-school-dsg-share", "70", Percent),
    ("adoption-breakdowns", "1", Amount),
    ("adoption-annual-cost", "80000", Amount),
    ("reform-grant-absorbed", "100", Percent),
    ("day-opportunities-cost", "7000000", Amount),
    ("day-opportunities", "10", Percent),
    ("college-growth", "70", Growth),
    ("college-held", "100", Percent),
    ("college-unit-cost", "11211.21", Amount),
    ("direct-payments-cost", "2800000", Amount),
    ("direct-payments", "10", Percent),
    ("benefit-delivery", "100", Percent),
    ("benefit-delay", "0", Months),
    ("local-networks-delay", "0", Months),
    ("independent-living-delay", "0", Months),
    ("programme-delay", "0", Months),
    ("investment-overrun", "0", Overrun),
    ("posts-kept", "0", Percent),
    ("discount-rate", "3.5", Discount),
    // Staff lines carry the number of posts, one-off lines the amount.
    ("posts-send-transformation-manager", "1", Amount),
    ("posts-transformation-managers", "2", Amount),
    ("posts-transformation-officers", "2", Amount),
    ("posts-training-coordinator", "1", Amount),
    ("posts-digital-officers", "2", Amount),
    ("posts-data-and-information-manager", "1", Amount),
    ("posts-community-employment-advisers", "4", Amount),
    ("posts-community-engagement-manager", "1", Amount),
    ("posts-programme-manager", "1", Amount),
    ("posts-programme-officer", "1", Amount),
    ("posts-support-officer", "1", Amount),
    ("amount-training-programme", "150000", Amount),
    ("amount-community-pump-priming", "600000", Amount),
    ("amount-information-and-advice", "50000", Amount),
    ("amount-it-development", "100000", Amount),
];

/// Staff lines of 6.9, 7.6, 8.9 and 9.6: name, workstream, posts, printed pounds.
#[rustfmt::skip]
pub const STAFF: [(&str, &str, i64, [i64; 3]); 11] = [
    ("send-transformation-manager", "local-networks", 1, [33_307, 65_405, 65_405]),
    ("transformation-managers", "local-networks", 2, [58_948, 115_478, 115_478]),
    ("transformation-officers", "local-networks", 2, [36_308, 72_368, 72_368]),
    ("training-coordinator", "local-networks", 1, [18_030, 36_060, 36_060]),
    ("digital-officers", "digital", 2, [36_308, 72_368, 72_368]),
    ("data-and-information-manager", "digital", 1, [29_474, 57_739, 57_739]),
    ("community-employment-advisers", "independent-living", 4, [97_856, 190_876, 190_876]),
    ("community-engagement-manager", "independent-living", 1, [29_474, 57_739, 57_739]),
    ("programme-manager", "programme", 1, [99_539, 99_539, 50_374]),
    ("programme-officer", "programme", 1, [46_719, 46_719, 23_464]),
    ("support-officer", "programme", 1, [27_851, 27_851, 14_530]),
];

/// One-off lines, all in 2019/20 by the printed column totals: name, workstream.
pub const ONE_OFF: [(&str, &str); 4] = [
    ("training-programme", "local-networks"),
    ("community-pump-priming", "local-networks"),
    ("information-and-advice", "digital"),
    ("it-development", "digital"),
];
