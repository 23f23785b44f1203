//! The appraisal and the failures of real programmes for JavaScript.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::stress::{Asked, answer};
use crate::analysis::{Worth, appraise, failures};
use crate::export::{failure_words, scope_name};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The appraisal of a link, added years included where the link asks for them. */
export interface Appraisal {
  problems: string[];
  /** How many years are the case's own; those after them are added. */
  own_years?: number;
  /** Per cent a year, in real terms. */
  discount_rate?: number;
  inflation?: number;
  /** For all benefits, savings alone, then each payer. */
  worth?: { scope: string; net: number[]; npv: number; npv_own_years: number; bcr: number | null }[];
}

/** What each failure of a real programme would do to a link's scenario. */
export interface Failures {
  problems: string[];
  failures?: { label: string; source: string; sets: Record<string, number>; net: number;
               savings: number; avoidance: number; payback_year: string | null }[];
}
"#;

#[wasm_bindgen]
extern "C" {
    /// An appraisal, as TypeScript knows it.
    #[wasm_bindgen(typescript_type = "Appraisal")]
    pub type AppraisalValue;
    /// Failures, as TypeScript knows them.
    #[wasm_bindgen(typescript_type = "Failures")]
    pub type FailuresValue;
}

/// The appraisal of a link.
#[wasm_bindgen(js_name = appraisal)]
pub fn appraisal_of(link: &str) -> AppraisalValue {
    answer(link, |asked, _| {
        let told = appraise(asked.model, asked.scenario);
        Some(ToldAppraisal {
            own_years: told.own_years,
            discount_rate: told.discount_rate,
            inflation: told.inflation,
            worth: told
                .worth
                .iter()
                .map(|worth| ToldWorth::of(asked, worth))
                .collect(),
        })
    })
    .unchecked_into()
}

/// Every failure of the link's case, tried on its scenario one at a time.
#[wasm_bindgen(js_name = failures)]
pub fn failures_of(link: &str) -> FailuresValue {
    answer(link, |asked, _| {
        let tried = failures(asked.model, asked.scenario);
        let now = asked.model.evaluate(asked.scenario);
        let words = failure_words(asked.model, &now, &tried);
        let told = tried.iter().zip(words).map(|(tried, words)| {
            let outcome = &tried.outcome;
            let year = outcome.payback.year();
            ToldFailure {
                label: words.label,
                source: words.source,
                sets: super::stress::map(asked, &tried.sets),
                net: outcome.net.total().0,
                savings: outcome.savings.total().0,
                avoidance: outcome.avoidance.total().0,
                payback_year: year.map(|year| asked.model.case().years.label(year)),
            }
        });
        Some(ToldFailures {
            failures: told.collect(),
        })
    })
    .unchecked_into()
}

#[derive(Serialize)]
struct ToldAppraisal {
    own_years: usize,
    discount_rate: f64,
    inflation: f64,
    worth: Vec<ToldWorth>,
}

#[derive(Serialize)]
struct ToldWorth {
    scope: String,
    net: Vec<i64>,
    npv: f64,
    npv_own_years: f64,
    bcr: Option<f64>,
}

impl ToldWorth {
    fn of(asked: &Asked<'_>, worth: &Worth) -> ToldWorth {
        ToldWorth {
            scope: scope_name(asked.model, worth.scope),
            net: worth.net.iter().map(|pounds| pounds.0).collect(),
            npv: worth.net_present_value,
            npv_own_years: worth.net_present_value_own,
            bcr: worth.benefit_cost_ratio,
        }
    }
}

#[derive(Serialize)]
struct ToldFailures {
    failures: Vec<ToldFailure>,
}

#[derive(Serialize)]
struct ToldFailure {
    label: String,
    source: String,
    sets: std::collections::BTreeMap<String, f64>,
    net: i64,
    savings: i64,
    avoidance: i64,
    payback_year: Option<String>,
}
