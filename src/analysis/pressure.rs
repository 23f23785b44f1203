//! What the medium-term plan already expects to grow, and what the programme takes off
//! it.
//!
//! Two pressures may name the same benefit: both of the transport pressures of section
//! 4.3 name both transport savings. Set against each of them the saving would be counted
//! twice, so pressures that share a benefit stand as one group, and a benefit counts once
//! in it.

use crate::case::{BenefitKind, PlanPressure};
use crate::model::{Line, Model, Outcome, Pounds};

/// The pressures of a plan beside what offsets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressures {
    /// Pressures that share no benefit with those of another group, in the case's order.
    pub groups: Vec<PressureGroup>,
    /// All groups together, by year; none for a year that any group has no figure for.
    pub years: Vec<Option<PressureYear>>,
    /// Places of the benefit lines that offset none of them, but for overlaps.
    pub elsewhere: Vec<usize>,
}

/// Pressures that are offset by the same benefits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressureGroup {
    /// Places in the case's plan pressures, in order.
    pub pressures: Vec<usize>,
    /// Places of the benefit lines that offset them, each once, in the case's order.
    pub lines: Vec<usize>,
    /// Each year's figures; none where the paper has no figure for one of the pressures,
    /// since a sum with a part missing would look smaller than it is.
    pub years: Vec<Option<PressureYear>>,
}

/// The figures of one year. Savings and avoidance stay apart: only the first makes a
/// budget smaller.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PressureYear {
    /// What the plan expects, as printed.
    pub pressure: Pounds,
    /// Cashable benefits set against it.
    pub savings: Pounds,
    /// Growth avoided set against it.
    pub avoidance: Pounds,
}

impl PressureYear {
    /// What the benefits do not take off. Below nought where they come to more than the
    /// pressure; it is not held at nought, since the rest is not lost.
    pub fn remaining(&self) -> Pounds {
        self.pressure - self.savings - self.avoidance
    }

    fn with(self, other: PressureYear) -> PressureYear {
        PressureYear {
            pressure: self.pressure + other.pressure,
            savings: self.savings + other.savings,
            avoidance: self.avoidance + other.avoidance,
        }
    }
}

/// The plan pressures of a case beside one outcome.
pub fn pressures(model: &Model, outcome: &Outcome) -> Pressures {
    let case = model.case();
    let mut groups: Vec<PressureGroup> = Vec::new();
    for (place, pressure) in case.evidence().plan_pressures.iter().enumerate() {
        join(&mut groups, place, lines(model, pressure));
    }
    for group in &mut groups {
        let year = |year| group_year(model, outcome, group, year);
        group.years = (0..case.years.count).map(year).collect();
    }
    let together = |year: usize| {
        let mut parts = groups.iter().map(|group| group.years[year]);
        let first = parts.next()??;
        parts.try_fold(first, |sum, part| Some(sum.with(part?)))
    };
    let named = |line: &usize| groups.iter().any(|group| group.lines.contains(line));
    Pressures {
        years: (0..case.years.count).map(together).collect(),
        elsewhere: (0..case.benefits.len())
            .filter(|line| !named(line) && !case.benefits[*line].rule.is_overlap())
            .collect(),
        groups,
    }
}

/// Places of the benefits that offset a pressure, each once, in the case's order.
fn lines(model: &Model, pressure: &PlanPressure) -> Vec<usize> {
    let benefits = model.case().benefits.iter().enumerate();
    benefits
        .filter(|(_, line)| pressure.offset_by.contains(&line.id))
        .map(|(place, _)| place)
        .collect()
}

/// Puts a pressure into the group it shares a benefit with. One that shares with several
/// makes one group of them, at the place of the first.
fn join(groups: &mut Vec<PressureGroup>, pressure: usize, lines: Vec<usize>) {
    let mut joined = PressureGroup {
        pressures: vec![pressure],
        lines,
        years: Vec::new(),
    };
    let mut at = groups.len();
    for place in (0..groups.len()).rev() {
        let shared = |line| joined.lines.contains(line);
        if groups[place].lines.iter().any(shared) {
            let group = groups.remove(place);
            add_in_order(&mut joined.pressures, &group.pressures);
            add_in_order(&mut joined.lines, &group.lines);
            at = place;
        }
    }
    groups.insert(at, joined);
}

fn add_in_order(places: &mut Vec<usize>, more: &[usize]) {
    for place in more {
        if let Err(at) = places.binary_search(place) {
            places.insert(at, *place);
        }
    }
}

fn group_year(
    model: &Model,
    outcome: &Outcome,
    group: &PressureGroup,
    year: usize,
) -> Option<PressureYear> {
    let case = model.case();
    let mut figures = PressureYear::default();
    for pressure in &group.pressures {
        figures.pressure += Pounds::round(case.evidence().plan_pressures[*pressure].amounts[year]?);
    }
    for line in &group.lines {
        let amount = outcome.line(Line::Benefit(*line))[year];
        match case.benefits[*line].kind {
            BenefitKind::Saving => figures.savings += amount,
            BenefitKind::Avoidance => figures.avoidance += amount,
        }
    }
    Some(figures)
}
