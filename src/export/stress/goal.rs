//! What would have to be true, in a sentence and its proof.

use super::{aim_words, between, capital, is, named, reading, tried};
use crate::analysis::{Found, Given, Reading, Sought, Wanted};
use crate::export::format::{pounds, value};
use crate::model::{Model, Payback, Pounds};

/// The answer to a goal, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalWords {
    /// The answer.
    pub sentence: String,
    /// What was run on both sides of it; empty where there are no two sides.
    pub proof: String,
    /// The value that brings it about, where there is one to be taken.
    pub offer: Option<f64>,
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
        offer: None,
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
            let proof = format!("{}; {}.", capital(&gives(at)), gives(nearer));
            if is_as_near(sought, nearer) {
                return GoalWords {
                    sentence: format!(
                        "{} is {}, as near to {wanted} as a step of {} can bring it; {}.",
                        capital(&figure),
                        reading(model, sought.now.gives),
                        named(&known.label),
                        is(&known.label, "is", &now)
                    ),
                    proof,
                    offer: None,
                };
            }
            GoalWords {
                sentence: format!(
                    "For {figure} to {to} {wanted}, {} (now {now}).",
                    is(&known.label, "would have to be", &value(known, at.value))
                ),
                proof,
                offer: Some(at.value),
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

/// True where the next value already leads past an amount: figures go in steps, so that
/// once the value that was found is taken, the amount itself lies between two of them.
#[expect(clippy::float_cmp, reason = "the very value")]
fn is_as_near(sought: &Sought, nearer: &Given) -> bool {
    matches!(nearer.gives, Reading::Amount(_)) && nearer.value == sought.now.value
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
