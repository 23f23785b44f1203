//! Published national unit costs, and a case's own beside them.

use super::{NEAR, Sense, SenseCheck};
use crate::case::{Unit, UnitCost};
use crate::model::{Model, Scenario};

/// A published national unit cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct National {
    /// What it is of.
    pub of: UnitCost,
    /// The year its financial year begins in.
    pub year: u16,
    /// The year as it was published: `2017-18`.
    pub when: &'static str,
    /// Pounds for a pupil or a child, a year.
    pub pounds: f64,
    /// True where it was published as "up to".
    pub most: bool,
    /// Who published it.
    pub source: &'static str,
}

/// The national unit costs at hand, the earlier year of each first.
pub const NATIONAL: [National; 6] = [
    National {
        of: UnitCost::IndependentSpecial,
        year: 2017,
        when: "2017-18",
        pounds: 50_000.0,
        most: false,
        source: "National Audit Office, 2019",
    },
    National {
        of: UnitCost::StateSpecial,
        year: 2017,
        when: "2017-18",
        pounds: 20_500.0,
        most: false,
        source: "National Audit Office, 2019",
    },
    National {
        of: UnitCost::MainstreamPlan,
        year: 2017,
        when: "2017-18",
        pounds: 18_000.0,
        most: true,
        source: "National Audit Office, 2019",
    },
    National {
        of: UnitCost::SendTransport,
        year: 2014,
        when: "2014",
        pounds: 6_280.0,
        most: false,
        source: "County Councils Network and IMPOWER, 2024",
    },
    National {
        of: UnitCost::SendTransport,
        year: 2023,
        when: "2023-24",
        pounds: 8_116.0,
        most: false,
        source: "National Audit Office, October 2025",
    },
    National {
        of: UnitCost::SendTransport,
        year: 2024,
        when: "2024",
        pounds: 8_299.0,
        most: false,
        source: "County Councils Network and IMPOWER, 2024",
    },
];

/// The national unit cost of the year nearest to one; of two as near, the earlier.
pub fn national(of: UnitCost, year: u16) -> Option<&'static National> {
    let known = NATIONAL.iter().filter(|known| known.of == of);
    known.min_by_key(|known| known.year.abs_diff(year))
}

/// Each assumption that says which national unit cost it measures, beside that of the year
/// nearest to the case's first.
pub(super) fn unit_costs(model: &Model, scenario: &Scenario) -> Vec<SenseCheck> {
    let (case, table) = (model.case(), model.assumptions());
    let compared = table.iter().filter_map(|(index, known)| {
        let of = case.notes(index.place(), &known.id).compare_with?;
        let national = national(of, case.years.first)?;
        let value = scenario.value(table, index);
        let far = if national.most {
            value > national.pounds
        } else {
            value > national.pounds * NEAR || value < national.pounds / NEAR
        };
        Some(SenseCheck {
            warns: far || known.unit != Unit::Pounds,
            sense: Sense::UnitCost {
                assumption: index,
                value,
                national,
            },
        })
    });
    compared.collect()
}
