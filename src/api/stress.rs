//! The stress test for JavaScript. What is looked at, sought or set against each other is
//! said by the link's `stress`, as on the screen; what is wrong comes back in `problems`.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{shipped, value};
use crate::analysis::{
    Edge, Found, Given, Readings, Settings, Switch, goal_seek, ranked, sensitivity,
    switching_values, tightest_first, two_way,
};
use crate::export::{aim_words, condition_words, goal_words, switching_words};
use crate::link;
use crate::model::{AssumptionIndex, Model, Scenario};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Figures of one run, for the benefits that the link's `stress` names. */
export interface Readings {
  /** Net over all years, whole pounds. */
  net: number;
  /** Net present value in pounds, not rounded. */
  npv: number;
  /** Label of the payback year; null where not within the years. */
  payback_year: string | null;
}

/** Every assumption from its low to its high value, the largest effect first. */
export interface Sensitivity {
  problems: string[];
  /** What is looked at, in words. */
  aim?: string;
  rows?: { assumption: string; low: number; high: number; value: number;
           at_low: Readings; now: Readings; at_high: Readings }[];
}

/** Where an answer changes: the last value that holds and the next that does not. */
export interface Edge { holds: number; fails: number }

/** How far each assumption may move, the tightest first. */
export interface SwitchingValues {
  problems: string[];
  /** What must hold, in words. */
  condition?: string;
  rows?: { assumption: string; value: number; answer: "always" | "never" | "holds" | "needs";
           from: Edge | null; to: Edge | null; sentence: string }[];
}

/** What an assumption must be for a figure to reach a goal. */
export interface GoalSought {
  problems: string[];
  assumption?: string;
  found?: "already" | "reached" | "unreached";
  /** The value that reaches the goal, or comes closest; null where it is reached already. */
  value?: number | null;
  sentence?: string;
}

/** Two assumptions at once: figures row by row, `down` by `across`. */
export interface TwoAtOnce {
  problems: string[];
  across?: { assumption: string; values: number[] };
  down?: { assumption: string; values: number[] };
  cells?: Readings[][];
}
"#;

#[wasm_bindgen]
extern "C" {
    /// A sensitivity, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "Sensitivity")]
    pub type SensitivityValue;
    /// Switching values, as TypeScript knows them.
    #[wasm_bindgen(typescript_type = "SwitchingValues")]
    pub type SwitchingValue;
    /// What was sought, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "GoalSought")]
    pub type GoalValue;
    /// Two assumptions at once, as TypeScript knows them.
    #[wasm_bindgen(typescript_type = "TwoAtOnce")]
    pub type TwoValue;
}

/// Every assumption moved from its low to its high value.
#[wasm_bindgen(js_name = sensitivity)]
pub fn sensitivity_of(link: &str) -> SensitivityValue {
    answer(link, |asked, _| {
        let Asked {
            model,
            scenario,
            settings,
        } = asked;
        let swings = sensitivity(model, scenario, settings.aim.scope);
        let rows = ranked(&swings, settings.aim.measure);
        Some(ToldSensitivity {
            aim: aim_words(model, settings.aim),
            rows: rows
                .iter()
                .map(|swing| ToldSwing {
                    assumption: asked.id(swing.assumption),
                    low: swing.low,
                    high: swing.high,
                    value: swing.value,
                    at_low: asked.readings(&swing.at_low),
                    now: asked.readings(&swing.now),
                    at_high: asked.readings(&swing.at_high),
                })
                .collect(),
        })
    })
    .unchecked_into()
}

/// The value of each assumption at which the link's condition stops holding.
#[wasm_bindgen(js_name = switchingValues)]
pub fn switching_values_of(link: &str) -> SwitchingValue {
    answer(link, |asked, _| {
        let (model, scenario) = (asked.model, asked.scenario);
        let condition = asked.settings.condition(model.case().years.count);
        let values = tightest_first(&switching_values(model, scenario, condition));
        let words = switching_words(model, &values, condition);
        let rows = values.iter().zip(words.rows).map(|(found, words)| {
            let (answer, stretch) = match found.switch {
                Switch::Always(_) => ("always", None),
                Switch::Never(_) => ("never", None),
                Switch::Holds(stretch) => ("holds", Some(stretch)),
                Switch::Needs(stretch) => ("needs", Some(stretch)),
            };
            ToldSwitch {
                assumption: asked.id(found.assumption),
                value: found.value,
                answer,
                from: stretch.and_then(|stretch| stretch.from).map(ToldEdge::of),
                to: stretch.and_then(|stretch| stretch.to).map(ToldEdge::of),
                sentence: words.sentence,
            }
        });
        Some(ToldSwitches {
            condition: condition_words(model, condition),
            rows: rows.collect(),
        })
    })
    .unchecked_into()
}

/// What the link's `goal` asks: what one assumption must be for the figure to reach it.
#[wasm_bindgen(js_name = goalSeek)]
pub fn goal_seek_of(link: &str) -> GoalValue {
    answer(link, |asked, problems| {
        let Some((assumption, goal)) = asked.settings.sought() else {
            problems.push("The link names no goal; add stress=goal_ASSUMPTION_POUNDS.".to_owned());
            return None;
        };
        let sought = goal_seek(asked.model, asked.scenario, assumption, goal);
        let given = |given: &Given| Some(given.value);
        let (found, value) = match &sought.found {
            Found::Already => ("already", None),
            Found::Reached { at, .. } => ("reached", given(at)),
            Found::Unreached { closest, .. } => ("unreached", given(closest)),
        };
        Some(ToldGoal {
            assumption: asked.id(assumption),
            found,
            value,
            sentence: goal_words(asked.model, &sought).sentence,
        })
    })
    .unchecked_into()
}

/// The two assumptions of the link's `grid`, at once.
#[wasm_bindgen(js_name = twoAtOnce)]
pub fn two_at_once(link: &str) -> TwoValue {
    answer(link, |asked, problems| {
        let Settings {
            grid, size, aim, ..
        } = asked.settings;
        let Some((across, down)) = grid else {
            problems.push("The link names no two; add stress=grid_ACROSS_DOWN.".to_owned());
            return None;
        };
        let axes = ((across, size), (down, size));
        let two = two_way(asked.model, asked.scenario, axes.0, axes.1, aim.scope);
        match two {
            Err(fault) => {
                problems.push(format!("{fault}."));
                None
            }
            Ok(two) => Some(ToldTwo {
                across: asked.axis(across, &two.across.values),
                down: asked.axis(down, &two.down.values),
                cells: two
                    .rows()
                    .map(|(_, row)| row.iter().map(|cell| asked.readings(cell)).collect())
                    .collect(),
            }),
        }
    })
    .unchecked_into()
}

/// What a link asks.
pub(super) struct Asked<'a> {
    pub model: &'a Model,
    pub scenario: &'a Scenario,
    settings: Settings,
}

impl Asked<'_> {
    fn id(&self, assumption: AssumptionIndex) -> String {
        self.model.assumptions()[assumption].id.clone()
    }

    fn axis(&self, assumption: AssumptionIndex, values: &[f64]) -> ToldAxis {
        ToldAxis {
            assumption: self.id(assumption),
            values: values.to_vec(),
        }
    }

    fn readings(&self, of: &Readings) -> ToldReadings {
        let year = of.payback.year();
        ToldReadings {
            net: of.net.0,
            npv: of.net_present_value,
            payback_year: year.map(|year| self.model.case().years.label(year)),
        }
    }
}

/// Values by the ids of their assumptions.
pub(super) fn map(
    asked: &Asked<'_>,
    sets: &[(AssumptionIndex, f64)],
) -> std::collections::BTreeMap<String, f64> {
    sets.iter()
        .map(|&(index, value)| (asked.id(index), value))
        .collect()
}

/// Opens a link and answers it, with what could not be used.
pub(super) fn answer<T: Serialize>(
    link: &str,
    tell: impl FnOnce(&Asked<'_>, &mut Vec<String>) -> Option<T>,
) -> JsValue {
    let mut problems = Vec::new();
    let mut told = None;
    if let Some(library) = shipped() {
        let opened = link::open(link, &library);
        problems.extend(opened.problems.iter().map(ToString::to_string));
        if let Some(model) = &opened.model {
            let (settings, unread) = link::settings(&opened.stress, model);
            problems.extend(unread.iter().map(ToString::to_string));
            let asked = Asked {
                model,
                scenario: &opened.scenario,
                settings,
            };
            told = tell(&asked, &mut problems);
        }
    }
    value(&Answer { problems, told })
}

#[derive(Serialize)]
struct Answer<T> {
    problems: Vec<String>,
    #[serde(flatten)]
    told: Option<T>,
}

#[derive(Serialize)]
struct ToldReadings {
    net: i64,
    npv: f64,
    payback_year: Option<String>,
}

#[derive(Serialize)]
struct ToldSensitivity {
    aim: String,
    rows: Vec<ToldSwing>,
}

#[derive(Serialize)]
struct ToldSwing {
    assumption: String,
    low: f64,
    high: f64,
    value: f64,
    at_low: ToldReadings,
    now: ToldReadings,
    at_high: ToldReadings,
}

#[derive(Serialize)]
struct ToldEdge {
    holds: f64,
    fails: f64,
}

impl ToldEdge {
    fn of(edge: Edge) -> ToldEdge {
        ToldEdge {
            holds: edge.holds,
            fails: edge.fails,
        }
    }
}

#[derive(Serialize)]
struct ToldSwitches {
    condition: String,
    rows: Vec<ToldSwitch>,
}

#[derive(Serialize)]
struct ToldSwitch {
    assumption: String,
    value: f64,
    answer: &'static str,
    from: Option<ToldEdge>,
    to: Option<ToldEdge>,
    sentence: String,
}

#[derive(Serialize)]
struct ToldGoal {
    assumption: String,
    found: &'static str,
    value: Option<f64>,
    sentence: String,
}

#[derive(Serialize)]
struct ToldTwo {
    across: ToldAxis,
    down: ToldAxis,
    cells: Vec<Vec<ToldReadings>>,
}

#[derive(Serialize)]
struct ToldAxis {
    assumption: String,
    values: Vec<f64>,
}
