//! What each assumption does from its low to its high value, in words and as a table.

use super::{
    aim_words, assumptions, between, capital, inside, reading, reading_cell, reading_short,
    value_cell, years,
};
use crate::analysis::{Aim, Effect, Reading, Readings, Swing, ranked};
use crate::export::compare::unit;
use crate::export::format::{pounds, pounds_short, value};
use crate::export::grid::{Cell, Grid, GridRow};
use crate::model::{AssumptionIndex, Model, Pounds};

/// How many of the largest effects the summary names.
const NAMED: usize = 3;

/// A sensitivity in words.
#[derive(Debug, Clone, PartialEq)]
pub struct SensitivityWords {
    /// What is shown, for a heading.
    pub title: String,
    /// The figure as it is, short: `£17.64m`, `2019/20`; empty where nothing is tested.
    pub now: String,
    /// What the picture shows, for who cannot see it.
    pub summary: String,
    /// The assumptions that have a range, the largest effect first.
    pub rows: Vec<SwingWords>,
    /// The same as a table.
    pub grid: Grid,
}

/// One assumption from its low to its high value.
#[derive(Debug, Clone, PartialEq)]
pub struct SwingWords {
    /// Which assumption.
    pub assumption: AssumptionIndex,
    /// Its id, as it stands in links.
    pub id: String,
    /// Its name.
    pub name: String,
    /// By how much it was varied: `5% to 12%, now 10%`.
    pub varied: String,
    /// What was varied and by how much: `Service costs reduced: 5% to 12%`.
    pub label: String,
    /// Its value now.
    pub value: String,
    /// The figure at the low value, short: `£14.19m`, `2019/20`.
    pub at_low: String,
    /// The figure at the high value, short.
    pub at_high: String,
    /// How far the figure moves, the value now taken in: `£4.43m`, `over 3.4 years`,
    /// `nothing`.
    pub swing: String,
    /// False where it moves nothing.
    pub moves: bool,
    /// All of it in one sentence.
    pub sentence: String,
    /// The figures behind the words.
    pub of: Swing,
}

/// Swings of the scope of `aim` in words, ranked by their effect on its measure.
pub fn sensitivity_words(model: &Model, swings: &[Swing], aim: Aim) -> SensitivityWords {
    let swings = ranked(swings, aim.measure);
    let figure = aim_words(model, aim);
    let rows: Vec<SwingWords> = swings
        .iter()
        .map(|swing| row(model, swing, aim, &figure))
        .collect();
    SensitivityWords {
        title: format!("What moves {figure}"),
        now: swings.first().map_or_else(String::new, |swing| {
            reading_short(model, swing.now.get(aim.measure))
        }),
        summary: summary(model, &swings, aim, &rows),
        grid: grid(model, &swings, aim, &rows),
        rows,
    }
}

fn row(model: &Model, swing: &Swing, aim: Aim, figure: &str) -> SwingWords {
    let known = &model.assumptions()[swing.assumption];
    let effect = swing.effect(aim.measure);
    let moves = effect != Effect::Nothing;
    let short = |readings: Readings| reading_short(model, readings.get(aim.measure));
    let (at_low, at_high) = (short(swing.at_low), short(swing.at_high));
    let (low, high) = (value(known, swing.low), value(known, swing.high));
    let swing_short = swing_words(model, effect, pounds_short);
    let told = sentence(model, swing, aim, figure, moves.then_some(&swing_short));
    SwingWords {
        assumption: swing.assumption,
        id: known.id.clone(),
        name: known.label.clone(),
        varied: format!("{low} to {high}, now {}", value(known, swing.value)),
        label: format!("{}: {low} to {high}", known.label),
        value: value(known, swing.value),
        swing: swing_short,
        at_low,
        at_high,
        moves,
        sentence: told,
        of: *swing,
    }
}

/// All of one swing; `swing` is how far it moves, where it does.
fn sentence(
    model: &Model,
    swing: &Swing,
    aim: Aim,
    figure: &str,
    moves: Option<&String>,
) -> String {
    let known = &model.assumptions()[swing.assumption];
    let at = |readings: Readings| match readings.get(aim.measure) {
        amount @ Reading::Amount(_) => reading_short(model, amount),
        payback @ Reading::Payback(_) => reading(model, payback),
    };
    let [low, now, high] = [swing.at_low, swing.now, swing.at_high].map(at);
    let what = match moves {
        None => format!("stays {now}"),
        // Within one year, or by less than is shown.
        Some(swing) if low == high && low == now => format!("stays {now}, moving by {swing}"),
        Some(_) => format!("goes from {low} to {high}; {now} now"),
    };
    let range = between(known, swing.low, swing.high);
    format!("{} from {range}: {figure} {what}.", known.label)
}

fn swing_words(model: &Model, effect: Effect, money: fn(Pounds) -> String) -> String {
    match effect {
        Effect::Nothing => "nothing".to_owned(),
        Effect::Amount(amount) => match Pounds::round(amount) {
            Pounds::ZERO => "under £1".to_owned(),
            amount => money(amount),
        },
        Effect::Years(apart) => years(apart),
        Effect::Shortfall(amount) => format!("{} of the shortfall", money(amount)),
        Effect::Beyond { earliest, .. } => {
            #[expect(clippy::cast_precision_loss, reason = "at most a few years")]
            let all = model.case().years.count as f64;
            // The other end lies somewhere after the last year.
            if all - earliest >= 0.05 {
                format!("over {}", years(all - earliest))
            } else {
                "past the last year".to_owned()
            }
        }
    }
}

/// `Net over five years on savings and avoidance is £17.64m. It moves most with …`
fn summary(model: &Model, swings: &[Swing], aim: Aim, rows: &[SwingWords]) -> String {
    let Some(first) = swings.first() else {
        return "No assumption has a range to be tested over.".to_owned();
    };
    let mut text = capital(&aim_words(model, aim));
    text.push_str(" is ");
    text.push_str(&reading(model, first.now.get(aim.measure)));
    let moving: Vec<&SwingWords> = rows.iter().filter(|row| row.moves).collect();
    for (place, row) in moving.iter().take(NAMED).enumerate() {
        text.push_str(match place {
            0 => ". It moves most with ",
            1 => ", then ",
            _ => ", and ",
        });
        text.push_str(&format!(
            "{} ({} to {})",
            inside(&row.label),
            row.at_low,
            row.at_high
        ));
    }
    text.push_str(". ");
    text.push_str(&match rows.len() - moving.len() {
        0 => "Every assumption moves it".to_owned(),
        still => assumptions(still, "does not move it", "do not move it"),
    });
    text.push('.');
    text
}

fn grid(model: &Model, swings: &[Swing], aim: Aim, rows: &[SwingWords]) -> Grid {
    let rows = swings.iter().zip(rows).map(|(swing, words)| {
        let known = &model.assumptions()[swing.assumption];
        let effect = swing.effect(aim.measure);
        GridRow {
            label: known.label.clone(),
            note: between(known, swing.low, swing.high),
            unit: unit(known),
            cells: vec![
                value_cell(known, swing.low),
                reading_cell(model, swing.at_low.get(aim.measure)),
                value_cell(known, swing.high),
                reading_cell(model, swing.at_high.get(aim.measure)),
                match effect {
                    Effect::Nothing => Cell {
                        plain: Some("0".to_owned()),
                        ..Cell::words(words.swing.clone())
                    },
                    Effect::Amount(amount) => Cell::pounds(Pounds::round(amount)),
                    _ => Cell::words(swing_words(model, effect, pounds)),
                },
            ],
            ..GridRow::default()
        }
    });
    Grid {
        caption: format!("Sensitivity of {}", aim_words(model, aim)),
        heading: "Assumption".to_owned(),
        columns: ["Low", "Figure at low", "High", "Figure at high", "Swing"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
    }
}
