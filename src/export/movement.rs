//! What moved from one outcome to another, in a sentence and in rows.

use super::format::{horizon, pounds, pounds_short, signed_pounds};
use super::sentence::payback_words;
use super::table::RowKind;
use crate::analysis::{MovedLine, Movement};
use crate::case::BenefitKind;
use crate::model::{Line, Model, Payback, Pounds};

/// What moved, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementWords {
    /// One sentence: net, payback, and what else there is to say.
    pub sentence: String,
    /// The lines that moved, the largest difference first. Their differences add up to
    /// the difference in net.
    pub lines: Vec<MovementRow>,
    /// The payers whose gain moved: the same pounds, seen by who gains them.
    pub payers: Vec<MovementRow>,
}

/// One line or payer that moved, over all years. Investment is negative, as money out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementRow {
    /// Its name.
    pub label: String,
    /// What it is: a saving and an avoidance are told apart by it.
    pub kind: RowKind,
    /// How far it moved, with a sign: what it adds to net.
    pub difference: String,
    /// The same in pounds.
    pub amount: Pounds,
    /// What it was.
    pub from: String,
    /// What it is now.
    pub to: String,
    /// Said where the years moved and their total did not; empty otherwise.
    pub note: &'static str,
}

/// A movement in words.
pub fn movement_words(model: &Model, moved: &Movement) -> MovementWords {
    let case = model.case();
    let payers = moved.payers.iter().map(|payer| {
        row(
            &case.payers[payer.payer].label,
            RowKind::Total,
            payer.before,
            payer.after,
        )
    });
    MovementWords {
        sentence: sentence(model, moved),
        lines: moved
            .lines
            .iter()
            .map(|line| of_line(model, line))
            .collect(),
        payers: payers.collect(),
    }
}

fn of_line(model: &Model, moved: &MovedLine) -> MovementRow {
    let case = model.case();
    match moved.line {
        Line::Investment(place) => row(
            &case.investment[place].label,
            RowKind::Investment,
            -moved.before,
            -moved.after,
        ),
        Line::Benefit(place) => {
            let kind = match case.benefits[place].kind {
                BenefitKind::Saving => RowKind::Saving,
                BenefitKind::Avoidance => RowKind::Avoidance,
            };
            row(&case.benefits[place].label, kind, moved.before, moved.after)
        }
    }
}

fn row(label: &str, kind: RowKind, before: Pounds, after: Pounds) -> MovementRow {
    MovementRow {
        label: label.to_owned(),
        kind,
        difference: signed_pounds(after - before),
        amount: after - before,
        from: pounds(before),
        to: pounds(after),
        note: if before == after {
            "The years differ; their total does not."
        } else {
            ""
        },
    }
}

fn sentence(model: &Model, moved: &Movement) -> String {
    if moved.is_none() {
        return "Nothing moved.".to_owned();
    }
    let years = horizon(model.case().years.count);
    let (before, after) = (moved.net_before, moved.net_after);
    let mut text = format!("Net over {years} {}", moves(before, after));
    let payback = payback(model, moved.payback_before, moved.payback_after);
    text.push_str("; payback ");
    text.push_str(&payback);
    // On savings alone it is said only where it moves: it is the second question.
    let savings = (moved.payback_savings_before, moved.payback_savings_after);
    if savings.0.year() != savings.1.year() {
        text.push_str("; on savings alone it ");
        text.push_str(&self::payback(model, savings.0, savings.1));
    }
    if moved.lines.is_empty() {
        // No pound moved in any year, so what moved is who gains, or the discount rate.
        if !moved.payers.is_empty() {
            text.push_str("; who gains moves");
        }
        let [then, now] = [
            moved.net_present_value_before,
            moved.net_present_value_after,
        ]
        .map(Pounds::round);
        if then != now {
            text.push_str("; net present value ");
            text.push_str(&moves(then, now));
        }
    }
    text.push('.');
    text
}

/// `falls by £1.42m to £16.22m`, `stays £17.64m`.
fn moves(before: Pounds, after: Pounds) -> String {
    let to = pounds_short(after);
    if before == after {
        return format!("stays {to}");
    }
    let apart = pounds_short(Pounds((after - before).0.abs()));
    let verb = if after > before { "rises" } else { "falls" };
    format!("{verb} by {apart} to {to}")
}

/// `moves from 2019/20 to 2020/21`, `stays 2019/20`, `is still not within 5 years`.
fn payback(model: &Model, before: Payback, after: Payback) -> String {
    let (then, now) = (
        payback_words(model, before).0,
        payback_words(model, after).0,
    );
    match after {
        _ if then != now => format!("moves from {then} to {now}"),
        Payback::Within { .. } => format!("stays {now}"),
        Payback::NotWithin { .. } => format!("is still {now}"),
    }
}
