//! For which values of each assumption a condition holds, in words and as a table.

use super::{
    apart, assumptions, between, capital, inside, is, named, on, payer, tried, value_cell,
};
use crate::analysis::{
    Condition, Edge, Measure, Scope, Stretch, Switch, SwitchingValue, tightest_first,
};
use crate::case::Assumption;
use crate::export::compare::unit;
use crate::export::format::{horizon, value};
use crate::export::grid::{Cell, Grid, GridRow};
use crate::model::{AssumptionIndex, Model};

/// Switching values in words.
#[derive(Debug, Clone, PartialEq)]
pub struct SwitchingWords {
    /// What is asked: `Pays back by 2020/21 on savings and avoidance`.
    pub title: String,
    /// What came out, in a few sentences.
    pub summary: String,
    /// Every assumption, the tightest first.
    pub rows: Vec<SwitchWords>,
    /// The same as a table.
    pub grid: Grid,
}

/// One assumption's switching value.
#[derive(Debug, Clone, PartialEq)]
pub struct SwitchWords {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its id, as it stands in links.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The answer, short: `at least 4.21%`, `any value`, `no value`.
    pub answer: String,
    /// The answer in a sentence.
    pub sentence: String,
    /// Its value now and how far that is from switching, and whether that lies within low
    /// to high; empty where nothing switches.
    pub room: String,
    /// The figures behind the words.
    pub of: SwitchingValue,
}

/// A condition as it holds and as it does not.
struct Claim {
    holds: String,
    fails: String,
    /// What it would do: `it would`, `they would`.
    would: &'static str,
}

/// A condition that holds, as the start of a sentence: `Pays back by 2020/21 on savings
/// and avoidance`.
pub fn condition_words(model: &Model, condition: Condition) -> String {
    claim(model, condition).holds
}

/// Switching values of `condition` in words, the tightest first.
pub fn switching_words(
    model: &Model,
    values: &[SwitchingValue],
    condition: Condition,
) -> SwitchingWords {
    let claim = claim(model, condition);
    let values = tightest_first(values);
    let rows: Vec<SwitchWords> = values
        .iter()
        .map(|found| row(model, found, &claim))
        .collect();
    SwitchingWords {
        summary: summary(&values, &rows, &claim),
        grid: grid(model, &rows, &claim),
        title: claim.holds,
        rows,
    }
}

fn claim(model: &Model, condition: Condition) -> Claim {
    let scope = condition.aim.scope;
    let on = on(model, scope);
    let figure = match condition.aim.measure {
        Measure::Payback => {
            let by = model.case().years.label(condition.by);
            return match scope {
                // Not "repays": a ring-fenced grant may not.
                Scope::Payer(place) => {
                    let payer = payer(model, place);
                    Claim {
                        holds: format!("Gains of {payer} cover the investment by {by}"),
                        fails: format!("Gains of {payer} do not cover the investment by {by}"),
                        would: "they would",
                    }
                }
                Scope::Benefits | Scope::Savings => Claim {
                    holds: format!("Pays back by {by} {on}"),
                    fails: format!("Does not pay back by {by} {on}"),
                    would: "it would",
                },
            };
        }
        Measure::Net => format!("Net over {}", horizon(model.case().years.count)),
        Measure::NetPresentValue => "Net present value".to_owned(),
    };
    Claim {
        holds: format!("{figure} {on} is at or above nought"),
        fails: format!("{figure} {on} is below nought"),
        would: "it would not be",
    }
}

fn row(model: &Model, found: &SwitchingValue, claim: &Claim) -> SwitchWords {
    let known = &model.assumptions()[found.assumption];
    let name = named(&known.label);
    let all = between(known, known.min, known.max);
    let Claim {
        holds,
        fails,
        would,
    } = claim;
    let (answer, mut sentence) = match &found.switch {
        Switch::Always(how) => (
            "any value".to_owned(),
            format!(
                "{holds} for any value of {name} from {all} ({})",
                tried(*how)
            ),
        ),
        Switch::Never(how) => (
            "no value".to_owned(),
            format!(
                "{fails} for any value of {name} from {all} ({})",
                tried(*how)
            ),
        ),
        Switch::Holds(stretch) => {
            let within = within(known, stretch);
            let clause = is(&known.label, "is", &within);
            (within, format!("{holds} as long as {clause}"))
        }
        Switch::Needs(stretch) => {
            let within = within(known, stretch);
            let clause = is(&known.label, "were", &within);
            (
                format!("would need {within}"),
                format!("{fails} now; {would} if {clause}"),
            )
        }
    };
    if let Switch::Holds(Stretch { more: true, .. }) | Switch::Needs(Stretch { more: true, .. }) =
        &found.switch
    {
        sentence.push_str(", and for some values further off");
    }
    sentence.push('.');
    SwitchWords {
        assumption: found.assumption,
        id: known.id.clone(),
        label: known.label.clone(),
        answer,
        sentence,
        room: room(known, found),
        of: *found,
    }
}

/// `at least 4.21%`, `at most 14 months`, `between 4% and 6%`.
fn within(known: &Assumption, stretch: &Stretch) -> String {
    let ends = [stretch.from, stretch.to].map(|edge| edge.map(|edge| value(known, edge.holds)));
    match ends {
        [Some(from), Some(to)] if from == to => format!("exactly {from}"),
        [Some(from), Some(to)] => format!("between {from} and {to}"),
        [Some(from), None] => format!("at least {from}"),
        [None, Some(to)] => format!("at most {to}"),
        [None, None] => "any value".to_owned(),
    }
}

/// `Now 10%: room of 5.79 points. It switches within its range, 3% to 12%.`
fn room(known: &Assumption, found: &SwitchingValue) -> String {
    let (stretch, holds) = match &found.switch {
        Switch::Holds(stretch) => (stretch, true),
        Switch::Needs(stretch) => (stretch, false),
        Switch::Always(_) | Switch::Never(_) => return String::new(),
    };
    let Some(edge) = stretch.edge_near(found.value) else {
        return String::new();
    };
    let now = value(known, found.value);
    let apart = apart(known, edge.holds, found.value);
    let mut text = match found.room() {
        Some(0.0) => format!("Now {now}: no room."),
        _ if holds => format!("Now {now}: room of {apart}."),
        _ => format!("Now {now}: {apart} away."),
    };
    if found.is_within_range() {
        let range = between(known, found.low, found.high);
        text.push_str(&format!(" It switches within its range, {range}."));
    }
    text
}

fn summary(values: &[SwitchingValue], rows: &[SwitchWords], claim: &Claim) -> String {
    let all = |wanted: fn(&Switch) -> bool| values.iter().filter(|of| wanted(&of.switch)).count();
    let switching = all(|switch| matches!(switch, Switch::Holds(_) | Switch::Needs(_)));
    let holds = all(|switch| matches!(switch, Switch::Holds(_) | Switch::Always(_))) > 0;
    let others = values.len() - switching;
    let within = values.iter().filter(|of| of.is_within_range()).count();
    let (state, can, first) = if holds {
        (&claim.holds, "stop that", "tightest")
    } else {
        (&claim.fails, "change that", "nearest")
    };
    let mut text = format!("{state} now. ");
    if switching == 0 {
        text.push_str("No assumption by itself can ");
        text.push_str(can);
        text.push_str(", at any value that was tried.");
        return text;
    }
    text.push_str(&capital(&assumptions(
        switching,
        "can by itself ",
        "can each by themselves ",
    )));
    text.push_str(can);
    text.push_str(&match within {
        0 => ", none within its range of low to high".to_owned(),
        _ => format!(", {within} within its range of low to high"),
    });
    if let Some(row) = rows.first() {
        text.push_str(&format!(
            "; the {first} is {}: {}",
            inside(&row.label),
            row.answer
        ));
    }
    if others > 0 {
        text.push_str(&format!(". {others} cannot, at any value that was tried"));
    }
    text.push('.');
    text
}

fn grid(model: &Model, rows: &[SwitchWords], claim: &Claim) -> Grid {
    let rows = rows.iter().map(|row| {
        let found = &row.of;
        let known = &model.assumptions()[found.assumption];
        let (state, stretch) = match &found.switch {
            Switch::Always(_) => ("holds for any value", None),
            Switch::Never(_) => ("holds for no value", None),
            Switch::Holds(stretch) => ("holds", Some(stretch)),
            Switch::Needs(stretch) => ("does not hold now", Some(stretch)),
        };
        let end = |edge: Option<Edge>| match edge {
            Some(edge) => value_cell(known, edge.holds),
            None => Cell::words("none"),
        };
        GridRow {
            label: known.label.clone(),
            note: row.room.clone(),
            unit: unit(known),
            cells: vec![
                value_cell(known, found.value),
                Cell::words(state),
                end(stretch.and_then(|stretch| stretch.from)),
                end(stretch.and_then(|stretch| stretch.to)),
            ],
            ..GridRow::default()
        }
    });
    Grid {
        caption: format!("Switching values: {}", inside(&claim.holds)),
        heading: "Assumption".to_owned(),
        columns: ["Now", "Answer", "At least", "At most"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}
