//! What the stress test is set to, in a link: `stress=npv,payer_core,by_2020,run`.
//!
//! Words joined by commas, in any order, the parts of a word by underscores. What is at
//! its default is not written, and a word that is not known here is passed over, since a
//! newer copy may have more of them.
//!
//! A session keeps the text, and only the screen that tests reads and writes it: what every
//! first visit fetches does without this file.

use std::fmt::{self, Write as _};

use super::parse_number;
use super::problem::{LinkProblem, shortened};
use super::receipt::parse_whole;
use crate::analysis::{Around, Measure, Plan, Scope, Settings, Shape};
use crate::case::Decimal;
use crate::model::Model;

/// Reads the value of `stress`. What cannot be used leaves its default, and is named.
pub fn settings(text: &str, model: &Model) -> (Settings, Vec<LinkProblem>) {
    let (mut settings, mut problems) = (Settings::default(), Vec::new());
    // What a goal means goes by the measure, which may stand after it: so goals come last.
    for goals in [false, true] {
        for word in text.split(',') {
            let (part, value) = word.split_once('_').unwrap_or((word, ""));
            if (part == "goal") != goals {
                continue;
            }
            if let Err((allowed, used)) = set(&mut settings, model, part, value) {
                let part = LinkProblem::Part {
                    part: part.to_owned(),
                    value: shortened(value),
                    allowed,
                    used,
                };
                problems.push(part.within("stress"));
            }
        }
    }
    (settings, problems)
}

/// Sets what one word says; or else what may follow it, and what stands instead.
fn set(
    settings: &mut Settings,
    model: &Model,
    part: &str,
    value: &str,
) -> Result<(), (String, String)> {
    let case = model.case();
    let find = |id: &str| model.assumptions().find(id);
    let (first, last) = years(model);
    let usual = Settings::default();
    let whole = |from: u32, to: u32, usual: u32| {
        let number = parse_whole(value).and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| *number >= from && *number <= to);
        let allowed = || format!("a whole number from {from} to {to}");
        number.ok_or_else(|| (allowed(), usual.to_string()))
    };
    match part {
        "npv" => settings.aim.measure = Measure::NetPresentValue,
        "payback" => settings.aim.measure = Measure::Payback,
        "savings" => settings.aim.scope = Scope::Savings,
        "payer" => {
            let payer = case.payers.iter().position(|payer| payer.id == value);
            settings.aim.scope = Scope::Payer(payer.ok_or_else(|| {
                let ids = case.payers.iter().map(|payer| payer.id.clone());
                let ids = ids.reduce(|all, id| all + " or " + &id);
                (ids.unwrap_or_default(), "all benefits".to_owned())
            })?);
        }
        "by" => settings.by = Some((whole(first, last, last)? - first) as usize),
        "size" => {
            let (from, to) = (Settings::SMALLEST as u32, Settings::LARGEST as u32);
            settings.size = whole(from, to, usual.size as u32)? as usize;
        }
        "draws" => settings.plan.draws = whole(Plan::FEWEST, Plan::MOST, usual.plan.draws)?,
        "seed" => settings.plan.seed = whole(0, u32::MAX, usual.plan.seed)?,
        "goal" => {
            let payback = settings.aim.measure == Measure::Payback;
            let (from, to) = match payback {
                true => (f64::from(first), f64::from(last)),
                false => (-Settings::MOST_POUNDS, Settings::MOST_POUNDS),
            };
            let goal = value.split_once('_').and_then(|(id, wanted)| {
                let wanted = parse_number(wanted)?;
                let usable = wanted >= from && wanted <= to && !(payback && wanted.fract() != 0.0);
                usable.then_some((find(id)?, wanted - nought(settings, first)))
            });
            let whole = if payback { "whole " } else { "" };
            let (from, to) = (Decimal(from), Decimal(to));
            let allowed = || format!("an assumption, _ and a {whole}number from {from} to {to}");
            settings.goal = Some(goal.ok_or_else(|| (allowed(), "no goal".to_owned()))?);
        }
        "grid" => {
            let pair = value.split_once('_');
            let pair = pair.and_then(|(one, other)| Some((find(one)?, find(other)?)));
            let pair = pair.filter(|(one, other)| one != other);
            let none = || {
                (
                    "two different assumptions with _ between".into(),
                    "no pair".into(),
                )
            };
            settings.grid = Some(pair.ok_or_else(none)?);
        }
        "triangular" => settings.plan.shape = Shape::Triangular,
        "published" => settings.plan.around = Around::Published,
        "run" => settings.simulate = true,
        _ => {}
    }
    Ok(())
}

/// The value of `stress`; empty where everything is at its default.
pub fn settings_text(model: &Model, settings: &Settings) -> String {
    let usual = Settings::default();
    let id = |index| &model.assumptions()[index].id;
    let (first, _) = years(model);
    let mut text = String::new();
    let mut word = |words: fmt::Arguments<'_>| {
        if !text.is_empty() {
            text.push(',');
        }
        // Writing to a string cannot fail.
        let _ = text.write_fmt(words);
    };
    match settings.aim.measure {
        Measure::Net => {}
        Measure::NetPresentValue => word(format_args!("npv")),
        Measure::Payback => word(format_args!("payback")),
    }
    match settings.aim.scope {
        Scope::Benefits => {}
        Scope::Savings => word(format_args!("savings")),
        Scope::Payer(payer) => word(format_args!("payer_{}", model.case().payers[payer].id)),
    }
    if let Some(by) = settings.by {
        word(format_args!("by_{}", first as usize + by));
    }
    if let Some((index, wanted)) = settings.goal {
        let wanted = Decimal(wanted + nought(settings, first));
        word(format_args!("goal_{}_{wanted}", id(index)));
    }
    if let Some((one, other)) = settings.grid {
        word(format_args!("grid_{}_{}", id(one), id(other)));
    }
    if settings.size != usual.size {
        word(format_args!("size_{}", settings.size));
    }
    let plan = settings.plan;
    if plan.draws != usual.plan.draws {
        word(format_args!("draws_{}", plan.draws));
    }
    if plan.seed != usual.plan.seed {
        word(format_args!("seed_{}", plan.seed));
    }
    if plan.shape == Shape::Triangular {
        word(format_args!("triangular"));
    }
    if plan.around == Around::Published {
        word(format_args!("published"));
    }
    if settings.simulate {
        word(format_args!("run"));
    }
    text
}

/// What a goal is counted from: for payback, the calendar year of the first year.
fn nought(settings: &Settings, first: u32) -> f64 {
    match settings.aim.measure {
        Measure::Payback => f64::from(first),
        _ => 0.0,
    }
}

/// The calendar years in which the first and the last year of the case start.
fn years(model: &Model) -> (u32, u32) {
    let years = model.case().years;
    let first = u32::from(years.first);
    (first, first + years.count as u32 - 1)
}
