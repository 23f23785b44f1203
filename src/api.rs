//! The engine for JavaScript: the same figures as the page and the command line.
//!
//! Every function is total: what is wrong with a link comes back in `problems`, never
//! as an exception. The types are in TypeScript beside the functions.

mod appraisal;
mod simulation;
mod stress;

pub use appraisal::{AppraisalValue, FailuresValue, appraisal_of, failures_of};
pub use simulation::{PlanValue, Simulation, SummaryValue, simulate};
pub use stress::{
    GoalValue, SensitivityValue, SwitchingValue, TwoValue, goal_seek_of, sensitivity_of,
    switching_values_of, two_at_once,
};

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::case::{Assumption, Case, Notes, Source};
use crate::export::Evaluation;
use crate::link;
use crate::model::{Library, MODEL_VERSION, Model};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A case at hand. */
export interface CaseSummary {
  id: string;
  title: string;
  subtitle: string;
  authority: string;
  source: { title: string; meeting: string; date: string };
  /** Labels of the financial years. */
  years: string[];
  /** The version of the model that evaluates it. */
  model: string;
}

/** One number that can be changed. */
export interface Assumption {
  id: string;
  label: string;
  help: string;
  group: string;
  tier: "key" | "more" | "evidence" | "stress";
  unit: "percent" | "pounds" | "months" | "count";
  unit_note: string;
  published: number;
  min: number;
  max: number;
  step: number;
  whole: boolean;
  low: number;
  high: number;
  range_note: string;
  source: string;
  status: "published" | "derived" | "added";
  derivation: string;
  /** The national unit cost that it measures for one council. */
  compare_with: "independent-special" | "state-special" | "mainstream-plan" | "send-transport" | null;
  caution: string;
}

/** Whole pounds in each year, first year first. */
export type Series = number[];

/** A line that somebody added within a scenario. `id` is its key in `lines` where it is a
 *  benefit; `amounts` are pounds in each year with all of it counted. */
export interface OwnLine {
  id: string;
  label: string;
  kind: "investment" | "saving" | "avoidance";
  workstream: string;
  /** Who gains; null for an investment. */
  payer: string | null;
  amounts: Series;
  /** Per cent of it that is counted. */
  counted: number;
}

/** What a link comes to. Where it names a case that is not at hand, it has only `case`,
 *  `scenario` and `problems`. */
export interface Evaluation {
  case: string | null;
  /** What differs from the published case. */
  scenario: Record<string, number>;
  /** What in the link could not be read, a sentence each. */
  problems: string[];
  /** The lines of somebody's own, which no paper has; not there where there are none. How
   *  much of each is counted stands in `scenario` as well. */
  own_lines?: OwnLine[];
  years?: string[];
  /** Annual effect of each benefit line. */
  lines?: Record<string, Series>;
  investment_by_workstream?: Record<string, Series>;
  investment?: Series;
  savings?: Series;
  avoidance?: Series;
  benefits?: Series;
  net?: Series;
  cumulative_net?: Series;
  /** null where not within the years. */
  payback_year?: string | null;
  payback_year_savings_only?: string | null;
  funding?: Record<string, Series>;
  totals?: { investment: number; savings: number; avoidance: number; benefits: number; net: number };
  /** Net present value in pounds, not rounded. */
  npv?: number;
  /** Benefit-cost ratio; null where nothing is invested. */
  bcr?: number | null;
  /** What benefit lines do to one another, where that is counted; with `lines` it adds up
   *  to `benefits`. */
  overlaps?: Record<string, Series>;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// A list of case summaries, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "CaseSummary[]")]
    pub type CaseSummaries;
    /// A list of assumptions, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "Assumption[]")]
    pub type AssumptionList;
    /// An evaluation, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "Evaluation")]
    pub type EvaluationValue;
}

#[derive(Serialize)]
struct CaseSummary<'a> {
    id: &'a str,
    title: &'a str,
    subtitle: &'a str,
    authority: &'a str,
    source: &'a Source,
    years: Vec<String>,
    model: &'static str,
}

/// The cases that come with the program.
#[wasm_bindgen]
pub fn cases() -> CaseSummaries {
    let library = shipped();
    let summaries: Vec<CaseSummary<'_>> = library
        .iter()
        .flat_map(Library::iter)
        .map(|model| {
            let case = model.case();
            CaseSummary {
                id: &case.id,
                title: &case.title,
                subtitle: &case.subtitle,
                authority: &case.authority,
                source: &case.source,
                years: case.years.labels(),
                model: MODEL_VERSION,
            }
        })
        .collect();
    value(&summaries).unchecked_into()
}

/// Runs a link: a whole address, or a fragment with or without its `#`.
#[wasm_bindgen]
pub fn evaluate(link: &str) -> EvaluationValue {
    let evaluation = shipped().map(|library| Evaluation::of(&link::open(link, &library)));
    value(&evaluation).unchecked_into()
}

/// An assumption with all that is said of it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    assumption: &'a Assumption,
    #[serde(flatten)]
    notes: Notes,
}

/// Every assumption of a case, in its order; none where the case is not at hand.
#[wasm_bindgen]
pub fn assumptions(#[wasm_bindgen(js_name = "caseId")] case_id: &str) -> AssumptionList {
    let library = shipped();
    let model = library.as_ref().and_then(|library| library.find(case_id));
    let told = model.iter().flat_map(|model| {
        let table = model.assumptions().iter();
        table.map(|(index, assumption)| Told {
            assumption,
            notes: model.case().notes(index.place(), &assumption.id),
        })
    });
    value(&told.collect::<Vec<_>>()).unchecked_into()
}

/// Takes in a case file, given as its text, so that links can name it by its id. Gives what
/// is wrong with it, a sentence each; where that is anything, it is not taken in.
#[wasm_bindgen(js_name = addCase)]
pub fn add_case(#[wasm_bindgen(js_name = caseFile)] case_file: &str) -> Vec<String> {
    match Case::from_json(case_file).and_then(Model::new) {
        Ok(model) => {
            LIBRARY.with_borrow_mut(|library| {
                if let Some(library) = library {
                    library.add(model);
                }
            });
            Vec::new()
        }
        Err(faults) => faults.0.iter().map(ToString::to_string).collect(),
    }
}

thread_local! {
    /// Compiled once for each page or worker, with the cases that were taken in since.
    static LIBRARY: RefCell<Option<Library>> = RefCell::new(Library::shipped().ok());
}

/// The library; none where a shipped case is unsound, which a test rules out.
fn shipped() -> Option<Library> {
    LIBRARY.with_borrow(Clone::clone)
}

/// A value as plain JavaScript: maps as objects, none as null. Serialising these types
/// cannot fail; if it did, the answer would be null.
fn value(serialisable: &impl Serialize) -> JsValue {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    serialisable.serialize(&plain).unwrap_or(JsValue::NULL)
}
