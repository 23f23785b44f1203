//! The sense checks in words: what was asked, what was compared, and what is worth a
//! question.

use super::format::{horizon, number, one_decimal, pounds, pounds_short, value_with_note};
use crate::analysis::{NEAR, National, Sense, SenseCheck, SenseKind, Whole};
use crate::case::Unit;
use crate::model::{AssumptionIndex, Model, Payback, Pounds, Scenario};

/// Sense checks in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenseWords {
    /// `3 of 21 comparisons are worth a question. …`
    pub sentence: String,
    /// Every check, whether there was anything to compare or not.
    pub checks: Vec<SenseGroup>,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenseGroup {
    /// In a few words.
    pub title: &'static str,
    /// What is asked, and when it warns.
    pub asks: &'static str,
    /// Every comparison, what warns first.
    pub rows: Vec<SenseRow>,
    /// Said where there was nothing to compare; empty otherwise.
    pub nothing: &'static str,
}

/// One comparison, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenseRow {
    /// What was compared with what, and what was found.
    pub text: String,
    /// True where it is worth a question.
    pub warns: bool,
}

impl SenseWords {
    /// Every comparison that is worth a question, with the title of its check.
    pub fn warnings(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let rows = self.checks.iter();
        rows.flat_map(|check| check.rows.iter().map(|row| (check.title, row)))
            .filter(|(_, row)| row.warns)
            .map(|(title, row)| (title, row.text.as_str()))
    }
}

/// The sense checks of a scenario in words.
pub fn sense_words(model: &Model, scenario: &Scenario, checks: &[SenseCheck]) -> SenseWords {
    let teller = Teller { model, scenario };
    let groups = SenseKind::ALL.map(|kind| {
        let own = checks.iter().filter(|check| check.sense.kind() == kind);
        let mut rows: Vec<SenseRow> = own
            .map(|check| SenseRow {
                text: teller.told(check),
                warns: check.warns,
            })
            .collect();
        rows.sort_by_key(|row| !row.warns);
        let (title, asks, nothing) = about(kind);
        SenseGroup {
            title,
            asks,
            nothing: if rows.is_empty() { nothing } else { "" },
            rows,
        }
    });
    SenseWords {
        sentence: sentence(checks),
        checks: groups.into(),
    }
}

fn sentence(checks: &[SenseCheck]) -> String {
    let warns = checks.iter().filter(|check| check.warns).count();
    match (warns, checks.len()) {
        (_, 0) => "There is nothing to compare yet.".to_owned(),
        (0, 1) => "The one comparison is in order.".to_owned(),
        (0, all) => format!("All {all} comparisons are in order."),
        (1, all) => format!("1 of {all} comparisons is worth a question."),
        (some, all) => format!("{some} of {all} comparisons are worth a question."),
    }
}

/// The title of a check, what it asks, and what is said where there is nothing to compare.
fn about(kind: SenseKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        SenseKind::UnitCosts => (
            "Unit costs",
            "Is a unit cost near the national one of the nearest year published? More than half \
             as much again, or less than two thirds, is worth a question.",
            "No assumption says which national unit cost it measures.",
        ),
        SenseKind::Delivery => (
            "Time to deliver",
            "Does a benefit begin less than six months after money is first spent on it? Figures \
             are by year, so what begins in the year of the first spending counts as begun with \
             it.",
            "Nothing is both spent and gained.",
        ),
        SenseKind::Savings => (
            "Savings and the costs they fall on",
            "Do the lines together take more than the whole cost, growth or pressure, or does a \
             pupil who moves come to cost more?",
            "No line takes a share of a cost.",
        ),
        SenseKind::Pupils => (
            "Pupils moved",
            "Do the lines together move more pupils than there are?",
            "No line moves pupils.",
        ),
        SenseKind::Payers => (
            "Who repays",
            "Is the investment repaid only by counting what ring-fenced payers gain?",
            "No ring-fenced payer beside the one who invests gains anything.",
        ),
        SenseKind::Posts => (
            "Posts",
            "Is a post still paid in the last year?",
            "No posts are paid for.",
        ),
    }
}

struct Teller<'a> {
    model: &'a Model,
    scenario: &'a Scenario,
}

impl Teller<'_> {
    fn told(&self, check: &SenseCheck) -> String {
        let case = self.model.case();
        match &check.sense {
            Sense::UnitCost {
                assumption,
                value,
                national,
            } => self.unit_cost(*assumption, *value, national),
            Sense::Begins {
                line,
                benefit,
                spending,
                own,
            } => self.begins(*line, benefit - spending, *own),
            Sense::Taken {
                of,
                lines,
                year,
                percent,
            } => {
                let when = year.map_or_else(String::new, |year| {
                    format!(" in {}", case.years.label(year))
                });
                let more = if check.warns {
                    ", which is more than there is"
                } else {
                    ""
                };
                let (lines, of) = (self.lines(lines), self.whole(*of));
                format!("{lines}: {}% of {of}{when}{more}.", number(*percent))
            }
            Sense::Moving { line, from, to } => {
                let [before, after, apart] =
                    [*from, *to, (from - to).abs()].map(|amount| pounds(Pounds::round(amount)));
                let said = if to > from {
                    "more, so that moving costs money"
                } else {
                    "less"
                };
                let line = &case.benefits[*line].label;
                format!(
                    "{line}: a pupil costs {before} a year before and {after} after, {apart} {said}."
                )
            }
            Sense::Moved {
                pupils,
                lines,
                year,
                moved,
                known,
            } => {
                let more = if check.warns {
                    ", more than there are"
                } else {
                    ""
                };
                format!(
                    "{}: {} of {} moved by {} ({}){more}.",
                    self.lines(lines),
                    number(*moved),
                    number(*known),
                    case.years.label(*year),
                    self.model.assumptions()[*pupils].label,
                )
            }
            Sense::RingFenced {
                with,
                without,
                gained,
            } => {
                let investor = case
                    .payers
                    .iter()
                    .find(|payer| payer.id == case.invested_by);
                format!(
                    "{} of the benefits falls to ring-fenced payers, who cannot repay {}. The \
                     investment {} with that, and {} without it.",
                    pounds_short(*gained),
                    investor.map_or("the investor", |payer| payer.label.as_str()),
                    self.repaid(*with),
                    self.repaid(*without),
                )
            }
            Sense::LastYear { line, last, amount } => {
                let (label, year) = (&case.investment[*line].label, case.years.label(*last));
                if check.warns {
                    format!(
                        "{label}: still costs {} in {year}, the last year: the case does not say \
                         when that ends, or who pays after it.",
                        pounds(*amount)
                    )
                } else {
                    format!("{label}: costs nothing after {year}.")
                }
            }
        }
    }

    fn unit_cost(&self, assumption: AssumptionIndex, value: f64, national: &National) -> String {
        let known = &self.model.assumptions()[assumption];
        let most = if national.most { "up to " } else { "" };
        let beside = format!(
            "nationally {most}{} in {} ({})",
            pounds(Pounds::round(national.pounds)),
            national.when,
            national.source
        );
        let own = format!("{} is {}", known.label, value_with_note(known, value));
        if known.unit != Unit::Pounds {
            return format!("{own}, which cannot be compared with a cost: {beside}.");
        }
        let times = value / national.pounds;
        let found = if national.most && times <= 1.0 {
            "not above it".to_owned()
        } else if !national.most && (1.0 / NEAR..=NEAR).contains(&times) {
            "near it".to_owned()
        } else if times < 0.05 {
            "next to nothing of it".to_owned()
        } else {
            format!("{} times that", one_decimal(times))
        };
        format!("{own}; {beside}: {found}.")
    }

    fn begins(&self, line: usize, gap: f64, own: bool) -> String {
        let case = self.model.case();
        let known = &case.benefits[line];
        let months = number(gap.abs().round());
        let noun = if months == "1" { "month" } else { "months" };
        let apart = if months == "0" {
            "as soon as".to_owned()
        } else if gap < 0.0 {
            format!("{months} {noun} before")
        } else {
            format!("{months} {noun} after")
        };
        let mut workstreams = case.workstreams.iter();
        let workstream = workstreams.find(|workstream| workstream.id == known.workstream);
        let whose = match workstream {
            Some(workstream) if own => format!("money is first spent on {}", workstream.label),
            _ => "money is first spent at all; its own workstream spends none".to_owned(),
        };
        format!("{}: begins {apart} {whose}.", known.label)
    }

    fn lines(&self, places: &[usize]) -> String {
        let benefits = &self.model.case().benefits;
        let labels: Vec<&str> = places
            .iter()
            .map(|place| benefits[*place].label.as_str())
            .collect();
        match labels.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{} and {last} together", rest.join(", "))
            }
            _ => labels.concat(),
        }
    }

    fn whole(&self, of: Whole) -> String {
        match of {
            Whole::Assumption(index) => {
                let table = self.model.assumptions();
                let known = &table[index];
                let value = value_with_note(known, self.scenario.value(table, index));
                format!("“{}”, {value}", known.label)
            }
            Whole::Pressure(_) => "its pressure".to_owned(),
        }
    }

    fn repaid(&self, payback: Payback) -> String {
        let years = self.model.case().years;
        match payback {
            Payback::Within { year, .. } => format!("is repaid in {}", years.label(year)),
            Payback::NotWithin { shortfall } => format!(
                "is not repaid within {} ({} short)",
                horizon(years.count),
                pounds_short(shortfall)
            ),
        }
    }
}
