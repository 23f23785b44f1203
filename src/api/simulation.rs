//! The simulation for JavaScript, in slices, so that a worker can say how far it is.
//!
//! As everywhere here, what is wrong comes back in `problems`. A plan with a fault is not
//! carried out; of a link, what could be read is.

use js_sys::{Float64Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{shipped, value};
use crate::analysis::{self, Around, Plan, Shape, Summary};
use crate::export::Simulated;
use crate::link;
use crate::model::Model;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How often a case is drawn by lot, and from what. What is left out is as in the link. */
export interface SimulationPlan {
  /** How many draws, 100 to 1,000,000; 100,000 where the link does not say. */
  draws?: number;
  /** Where the draws begin, a whole number from 0 to 4,294,967,295. */
  seed?: number;
  shape?: "pert" | "triangular";
  /** Which value is the most likely one: the link's or the published one. */
  around?: "current" | "published";
}

/** A figure over all draws, in pounds. Percentiles are by nearest rank. */
export interface Spread { p10: number; p50: number; p90: number; mean: number }

/** The benefits of one scope held against the whole investment. */
export interface SimulationScope {
  scope: "benefits" | "savings" | "payer";
  /** Which payer; null for the others. */
  payer: string | null;
  net: Spread;
  npv: Spread;
  /** Share of draws, 0 to 1, in which the investment has come back by the end of each year. */
  repaid_by: number[];
}

/** What a simulation comes to. Where it could not be carried out, it has only `problems`. */
export interface SimulationSummary {
  /** What in the link or the plan could not be used, a sentence each. */
  problems: string[];
  /** How many draws were made. */
  draws?: number;
  seed?: number;
  shape?: "pert" | "triangular";
  around?: "current" | "published";
  years?: string[];
  scopes?: SimulationScope[];
  savings?: Spread;
  avoidance?: Spread;
  /** Cumulative net of savings and avoidance, by year. */
  fan?: { p10: number; p25: number; p50: number; p75: number; p90: number }[];
  /** Rank correlation of each drawn assumption with net, the largest first. */
  correlations?: { assumption: string; rank: number }[];
}
"#;

#[wasm_bindgen]
extern "C" {
    /// A plan, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "SimulationPlan")]
    pub type PlanValue;
    /// A summary, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "SimulationSummary")]
    pub type SummaryValue;
}

/// A simulation under way. Free it when it is done with.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Simulation {
    running: Option<analysis::Simulation>,
    problems: Vec<String>,
}

#[wasm_bindgen]
impl Simulation {
    /// A simulation of a link, of which no draw is made yet.
    #[wasm_bindgen(constructor)]
    pub fn new(link: &str, plan: Option<PlanValue>) -> Simulation {
        let mut problems: Vec<String> = Vec::new();
        let Some(library) = shipped() else {
            return Simulation {
                running: None,
                problems,
            };
        };
        let opened = link::open(link, &library);
        problems.extend(opened.problems.iter().map(ToString::to_string));
        let given = plan.map(JsValue::from);
        let asked = opened.model.as_ref().map(|model| {
            let (settings, unread) = link::settings(&opened.stress, model);
            problems.extend(unread.iter().map(ToString::to_string));
            settings.plan
        });
        let plan = planned(given.as_ref(), asked.unwrap_or_default(), &mut problems);
        let running = opened.model.as_ref().zip(plan).and_then(|(model, plan)| {
            analysis::Simulation::new(model, &opened.scenario, plan)
                .map_err(|fault| problems.push(sentence(&fault.to_string())))
                .ok()
        });
        Simulation { running, problems }
    }

    /// Makes the next draws, so many at most, and gives how many are made by then.
    pub fn advance(&mut self, draws: u32) -> u32 {
        let running = self.running.as_mut();
        running.map_or(0, |running| running.advance(draws))
    }

    /// How many draws are to be made; nought where it cannot be carried out.
    #[wasm_bindgen(getter)]
    pub fn draws(&self) -> u32 {
        self.running
            .as_ref()
            .map_or(0, |running| running.plan().draws)
    }

    /// What in the link or the plan could not be used, a sentence each.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> Vec<String> {
        self.problems.clone()
    }

    /// What the draws made so far come to.
    pub fn summary(&self) -> SummaryValue {
        let told = self
            .summed()
            .map(|(model, summary)| Simulated::of(model, &summary));
        let answer = Answer {
            problems: &self.problems,
            told,
        };
        value(&answer).unchecked_into()
    }

    /// The same as bare numbers, in the order the app reads them; none before the first
    /// draw.
    pub fn numbers(&self) -> Float64Array {
        let numbers = self.summed().map(|(_, summary)| summary.to_numbers());
        Float64Array::from(numbers.unwrap_or_default().as_slice())
    }

    /// Net over all years of each draw made so far, in whole pounds, in the order of the
    /// draws.
    pub fn nets(&self) -> Float64Array {
        let nets = self.running.as_ref().map(analysis::Simulation::nets);
        Float64Array::from(nets.unwrap_or_default())
    }

    fn summed(&self) -> Option<(&Model, Summary)> {
        let running = self.running.as_ref()?;
        Some((running.model(), running.summary()?))
    }
}

/// Simulates a link in one go, which takes a moment: for scripts that can wait.
#[wasm_bindgen]
pub fn simulate(link: &str, plan: Option<PlanValue>) -> SummaryValue {
    let mut simulation = Simulation::new(link, plan);
    simulation.advance(u32::MAX);
    simulation.summary()
}

/// The link's plan with what a caller gave instead; none where something in that cannot be
/// used.
fn planned(given: Option<&JsValue>, mut plan: Plan, problems: &mut Vec<String>) -> Option<Plan> {
    let Some(given) = given.filter(|given| !given.is_undefined() && !given.is_null()) else {
        return Some(plan);
    };
    let before = problems.len();
    let Some(object) = given.dyn_ref::<Object>() else {
        problems.push("The plan is no object.".to_owned());
        return None;
    };
    for key in Object::keys(object) {
        let name = key.as_string().unwrap_or_default();
        let told = Reflect::get(object, &key).unwrap_or(JsValue::NULL);
        let problem = match name.as_str() {
            _ if told.is_undefined() => None,
            "draws" => whole(&told, &mut plan.draws),
            "seed" => whole(&told, &mut plan.seed),
            "shape" => match told.as_string().as_deref() {
                Some("pert") => {
                    plan.shape = Shape::Pert;
                    None
                }
                Some("triangular") => {
                    plan.shape = Shape::Triangular;
                    None
                }
                _ => Some("is neither “pert” nor “triangular”"),
            },
            "around" => match told.as_string().as_deref() {
                Some("current") => {
                    plan.around = Around::Current;
                    None
                }
                Some("published") => {
                    plan.around = Around::Published;
                    None
                }
                _ => Some("is neither “current” nor “published”"),
            },
            _ => Some("is not known"),
        };
        if let Some(problem) = problem {
            let name: String = name.chars().take(40).collect();
            problems.push(format!("“{name}” of the plan {problem}."));
        }
    }
    (problems.len() == before).then_some(plan)
}

/// Takes a whole number of 32 bits, or says what is wrong.
fn whole(told: &JsValue, place: &mut u32) -> Option<&'static str> {
    let fits =
        |number: &f64| *number >= 0.0 && *number <= f64::from(u32::MAX) && number.fract() == 0.0;
    let Some(number) = told.as_f64().filter(fits) else {
        return Some("is not a whole number from 0 to 4294967295");
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked just before"
    )]
    let number = number as u32;
    *place = number;
    None
}

/// An error's text as a sentence.
fn sentence(text: &str) -> String {
    format!("{text}.")
}

#[derive(Serialize)]
struct Answer<'a> {
    problems: &'a [String],
    #[serde(flatten)]
    told: Option<Simulated>,
}
