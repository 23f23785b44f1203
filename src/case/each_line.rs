//! Assumptions that every case has without naming them: how much of each benefit line is
//! delivered, how good the evidence of each line is, and what a grade of evidence takes
//! off or adds. Each default leaves the published figures unchanged. An overlap follows
//! from other lines, so it has no delivery or evidence of its own.

use super::{
    Assumption, BenefitKind, BenefitLine, Case, Notes, OWN, OwnKind, OwnLine, Status, Tier, Unit,
};

/// What the id of a benefit line's delivery begins with; the line's id follows.
pub const DELIVERY: &str = "delivery-";
/// What the id of a benefit line's grade of evidence begins with.
pub const GRADES: &str = "grade-";
/// What the id of an investment line's grade of evidence begins with.
pub const COST_GRADES: &str = "cost-grade-";
/// What the ids of the corrections begin with.
const CORRECTIONS: &str = "correction-";
/// What the key of a line of somebody's own begins with in a link; its number follows.
pub const OWN_LINE: &str = "line-";

/// Beginnings of ids that no assumption of a file may have: those of the assumptions made
/// here, and of a key of a link.
pub const RESERVED_PREFIXES: [&str; 5] = [DELIVERY, GRADES, COST_GRADES, CORRECTIONS, OWN_LINE];

/// Id of the heading these assumptions stand under.
pub const STRESS_GROUP: &str = "stress";

/// Grades run from 1, the best evidence, to this, uncorroborated judgement; 0 is none.
pub const HIGHEST_GRADE: usize = 6;

/// Per cent that each grade takes off a benefit or adds to a cost. Commonly given by
/// cost-benefit guidance for local partnerships (HM Treasury and New Economy, 2014) and
/// to be confirmed against it before use: starting values, each an assumption.
const CORRECTION: [f64; HIGHEST_GRADE] = [0.0, 5.0, 10.0, 15.0, 25.0, 40.0];

const SOURCE: &str = "Cost-benefit guidance, 2014: to be confirmed";

/// Id of what a grade takes off a benefit.
pub fn correction_id(grade: usize) -> String {
    format!("{CORRECTIONS}benefit-{grade}")
}

/// Id of what a grade adds to a cost.
pub fn cost_correction_id(grade: usize) -> String {
    format!("{CORRECTIONS}cost-{grade}")
}

impl Case {
    /// What else is said of an assumption, by its place among those of the file and, after
    /// them, [`Case::line_assumptions`]; of the latter by its id.
    pub fn notes(&self, place: usize, id: &str) -> Notes {
        let of_file = self.evidence().notes.get(place);
        of_file.cloned().unwrap_or_else(|| Notes {
            help: help(id).to_owned(),
            range_note: "Not varied unless a range is set.".to_owned(),
            ..Notes::default()
        })
    }

    /// These assumptions, in the order they are shown. They stand under the heading
    /// [`STRESS_GROUP`] where the case has it, else under its last.
    pub fn line_assumptions(&self) -> Vec<Assumption> {
        let with_effect = || self.benefits.iter().filter(|line| !line.rule.is_overlap());
        let mut made: Vec<Assumption> = with_effect().map(delivery).collect();
        made.extend(with_effect().map(|line| grade(GRADES, &line.id, &line.label)));
        let costs = self.investment.iter();
        made.extend(costs.map(|line| grade(COST_GRADES, &line.id, &line.label)));
        for (id, words) in [
            (correction_id as fn(usize) -> String, "Taken off a benefit"),
            (cost_correction_id, "Added to a cost"),
        ] {
            for (place, percent) in CORRECTION.into_iter().enumerate() {
                let grade = place + 1;
                made.push(correction(
                    id(grade),
                    format!("{words} at grade {grade}"),
                    percent,
                ));
            }
        }
        self.under_heading(&mut made);
        made
    }

    /// The same for a line of somebody's own: how much of it is counted, and the grade of
    /// its evidence.
    pub(crate) fn own_assumptions(&self, line: &OwnLine) -> [Assumption; 2] {
        let (id, label) = (line.id(), line.marked());
        let (grades, kind) = match &line.kind {
            OwnKind::Investment => (COST_GRADES, "investment"),
            OwnKind::Benefit { kind, .. } => match kind {
                BenefitKind::Saving => (GRADES, "saving"),
                BenefitKind::Avoidance => (GRADES, "avoidance"),
            },
        };
        let added = format!("Added {kind}: {label}");
        let mut made = [counted(&id, added), grade(grades, &id, &label)];
        self.under_heading(&mut made);
        made
    }

    fn under_heading(&self, made: &mut [Assumption]) {
        let heading = self.groups.iter().find(|group| group.id == STRESS_GROUP);
        let group = heading.or(self.groups.last());
        let group = group.map_or("", |group| &group.id);
        for assumption in made {
            group.clone_into(&mut assumption.group);
        }
    }
}

/// What an assumption made here is and what it moves.
fn help(id: &str) -> &'static str {
    let line = id.strip_prefix(DELIVERY);
    if line.is_some_and(|line| line.starts_with(OWN)) {
        "How much of this line is counted: 100% is all of it, nought switches it off."
    } else if line.is_some() {
        "How much of this line is delivered, besides the share of every benefit."
    } else if id.starts_with(CORRECTIONS) {
        "Applies to the lines of this grade."
    } else {
        "1 is the best evidence, 6 uncorroborated judgement, 0 no grade and so no correction."
    }
}

fn counted(line: &str, label: String) -> Assumption {
    Assumption {
        unit_note: "of the line".to_owned(),
        ..percent(format!("{DELIVERY}{line}"), label, 0.0)
    }
}

fn delivery(line: &BenefitLine) -> Assumption {
    Assumption {
        unit_note: "of the line".to_owned(),
        ..percent(
            format!("{DELIVERY}{}", line.id),
            format!("Delivered: {}", line.label),
            100.0,
        )
    }
}

fn grade(prefix: &str, line: &str, label: &str) -> Assumption {
    Assumption {
        unit: Unit::Count,
        unit_note: "grade".to_owned(),
        max: 6.0,
        whole: true,
        ..percent(format!("{prefix}{line}"), format!("Evidence: {label}"), 0.0)
    }
}

fn correction(id: String, label: String, published: f64) -> Assumption {
    Assumption {
        unit_note: "of the amount".to_owned(),
        source: SOURCE.to_owned(),
        ..percent(id, label, published)
    }
}

/// A percentage that is not tried at other values unless somebody says so.
fn percent(id: String, label: String, published: f64) -> Assumption {
    Assumption {
        id,
        label,
        group: String::new(),
        tier: Tier::Stress,
        unit: Unit::Percent,
        unit_note: String::new(),
        published,
        min: 0.0,
        max: 100.0,
        step: 1.0,
        whole: false,
        low: published,
        high: published,
        source: "Not in the paper".to_owned(),
        status: Status::Added,
        caution: String::new(),
    }
}
