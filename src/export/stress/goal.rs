//! What would have to be true, in a sentence and its proof.

use super::{aim_words, between, capital, is, named, reading, tried};
use crate::analysis::{Found, Given, Reading, Sought, Wanted};
use crate::export::format::{pounds, value};
use crate::model::{Model, Payback, Pounds};

/// The answer to a goal, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalWords {
    /// The answer.
    pub sentence: String,
    /// What was run on both sides of it; empty where there are no two sides.
    pub proof: String,
}

/// What was sought and found, in words.
pub fn goal_words(model: &Model, sought: &Sought) -> GoalWords {
    let known = &model.assumptions()[sought.assumption];
    let figure = aim_words(model, sought.goal.aim());
    let now = value(known, sought.now.value);
    let (to, brings) = direction(sought);
    let wanted = match sought.goal.wanted {
        Wanted::Net(amount) | Wanted::NetPresentValue(amount) => pounds(amount),
        Wanted::Payback(year) => model.case().years.label(year),
    };
    let only = |sentence: String| GoalWords {
        sentence,
        proof: String::new(),
    };
    match &sought.found {
        Found::Already => only(format!(
            "{} is {} already; {}.",
            capital(&figure),
            reading(model, sought.now.gives),
            is(&known.label, "is", &now)
        )),
        Found::Reached { at, nearer } => {
            let gives = |given: &Given| {
                let figure = reading(model, given.gives);
                format!("{} gives {figure}", value(known, given.value))
            };
            GoalWords {
                sentence: format!(
                    "For {figure} to {to} {wanted}, {} (now {now}).",
                    is(&known.label, "would have to be", &value(known, at.value))
                ),
                proof: format!("{}; {}.", capital(&gives(at)), gives(nearer)),
            }
        }
        Found::Unreached {
            closest,
            tried: how,
        } => only(format!(
            "No value of {} from {} ({}) brings {figure} {brings} {wanted}; the closest is {}, \
             which gives {}.",
            named(&known.label),
            between(known, known.min, known.max),
            tried(*how),
            value(known, closest.value),
            reading(model, closest.gives),
        )),
    }
}

/// What the figure has to do to get there: `rise to` and `up to`, `come by` and
/// `forward to`.
fn direction(sought: &Sought) -> (&'static str, &'static str) {
    match (sought.goal.wanted, sought.now.gives) {
        (Wanted::Net(wanted) | Wanted::NetPresentValue(wanted), Reading::Amount(now))
            if Pounds::round(now) > wanted =>
        {
            ("fall to", "down to")
        }
        (Wanted::Payback(wanted), Reading::Payback(Payback::Within { year, .. }))
            if year < wanted =>
        {
            ("come as late as", "back to")
        }
        (Wanted::Payback(_), _) => ("come by", "forward to"),
        _ => ("rise to", "up to"),
    }
}
