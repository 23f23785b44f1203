//! Arbitrary scenarios of the shipped cases, as the decimals of a link.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::Union;
use send_modeller::case::Assumption;
use send_modeller::model::{Model, Outcome, Scenario};

use crate::oracle::{self, Exact, Told};
use crate::{CASE, library, model, opened, outcome, scenario};

/// What a scenario changes: id, and the value as a link writes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub BTreeMap<String, String>);

impl Changes {
    pub fn link(&self) -> String {
        let pairs = self.0.iter().map(|(id, value)| format!("&{id}={value}"));
        CASE.to_owned() + &pairs.collect::<String>()
    }

    pub fn with(&self, id: &str, value: impl ToString) -> Changes {
        let mut changes = self.clone();
        changes.0.insert(id.to_owned(), value.to_string());
        changes
    }

    pub fn scenario(&self) -> Scenario {
        scenario(&self.link())
    }

    pub fn outcome(&self) -> Outcome {
        outcome(&self.link())
    }

    pub fn told(&self) -> Told {
        oracle::told(&self.exact())
    }

    pub fn exact(&self) -> BTreeMap<String, Exact> {
        let changes = self.0.iter();
        changes
            .map(|(id, value)| (id.clone(), oracle::decimal(value)))
            .collect()
    }

    /// The same without the ways a line can be negative: pupils brought in county, where
    /// that costs more than leaving them out of it; demand beyond the plan; overlaps.
    pub fn with_no_negative_line(mut self) -> Changes {
        let (scenario, model) = (self.scenario(), model());
        let cost = |id| scenario.value(model.assumptions(), crate::index(id));
        if cost("ooc-cost-per-pupil") < cost("in-county-cost-per-pupil") {
            self.0.remove("ooc-cost-per-pupil");
            self.0.remove("in-county-cost-per-pupil");
        }
        for id in ["demand-beyond-plan", "overlap-reform-grant"] {
            self.0.remove(id);
        }
        self
    }
}

/// Changes to any of the assumptions, each within its bounds, with at most `places`
/// decimals: a few of them, about a quarter, or all.
pub fn changes(places: u32) -> impl Strategy<Value = Changes> {
    changes_of(&model(), places)
}

/// A link to any of the shipped cases, with changes as above; to one with more assumptions
/// more often.
pub fn links(places: u32) -> impl Strategy<Value = String> {
    let library = library();
    let each = library.iter().map(|model| {
        let begin = format!("case={}&v=1", model.case().id);
        let link = move |changes: Changes| changes.link().replacen(CASE, &begin, 1);
        let weight = u32::try_from(model.assumptions().len()).expect("not many");
        (weight, changes_of(model, places).prop_map(link).boxed())
    });
    Union::new_weighted(each.collect::<Vec<_>>())
}

/// What a link in which nothing is wrong opens.
pub fn at(link: &str) -> (Model, Scenario) {
    let opened = opened(link);
    assert_eq!(opened.problems, [], "{link}");
    (opened.model.expect("a case that is here"), opened.scenario)
}

/// Each shipped case as published, and with all of its assumptions at their least, low, high
/// and greatest.
pub fn ends() -> Vec<(Model, Scenario)> {
    let end: [fn(&Assumption) -> f64; 5] = [
        |known| known.published,
        |known| known.min,
        |known| known.low,
        |known| known.high,
        |known| known.max,
    ];
    let library = library();
    let each = library.iter().flat_map(|model| {
        end.iter().map(|end| {
            let (mut scenario, table) = (Scenario::published(), model.assumptions());
            for (index, known) in table.iter() {
                scenario.set(table, index, end(known)).expect("in bounds");
            }
            (model.clone(), scenario)
        })
    });
    each.collect()
}

fn changes_of(model: &Model, places: u32) -> impl Strategy<Value = Changes> + use<> {
    let table = model.assumptions().clone();
    let each = |chance: f64| -> Vec<BoxedStrategy<Option<(String, String)>>> {
        let one = |assumption: &Assumption| {
            let id = assumption.id.clone();
            let value = value(assumption, places);
            prop::option::weighted(chance, value.prop_map(move |value| (id.clone(), value)))
        };
        table.iter().map(|(_, known)| one(known).boxed()).collect()
    };
    let some = |chance| each(chance).prop_map(|all| Changes(all.into_iter().flatten().collect()));
    prop_oneof![1 => some(0.05), 6 => some(0.25), 1 => some(0.999)]
}

/// A value within bounds, as a link writes it: often whole, sometimes a bound.
pub fn value(assumption: &Assumption, places: u32) -> BoxedStrategy<String> {
    let (min, max) = (assumption.min, assumption.max);
    let bound = prop_oneof![Just(min.to_string()), Just(max.to_string())];
    let places = if assumption.whole { 0 } else { places };
    // Published values are where people start, so near them is where people are.
    let near = (assumption.published.abs() * 2.0 + 1.0).min(max);
    let decimals = (0..=places).prop_flat_map(move |places| {
        let (all, some) = (within(min, max, places), within(min, near, places));
        prop_oneof![2 => some, 1 => all].prop_map(move |scaled| written(scaled, places))
    });
    prop_oneof![1 => bound, 8 => decimals].boxed()
}

/// Whole numbers that are within bounds once divided by 10 to the `places`.
#[expect(clippy::cast_possible_truncation, reason = "at most a trillion")]
fn within(min: f64, max: f64, places: u32) -> std::ops::RangeInclusive<i64> {
    let scale = f64::from(10_u32.pow(places));
    (min * scale).ceil() as i64..=(max * scale).floor() as i64
}

fn written(scaled: i64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let (sign, size) = (if scaled < 0 { "-" } else { "" }, scaled.unsigned_abs());
    if places == 0 {
        return format!("{sign}{size}");
    }
    let places = places as usize;
    format!("{sign}{}.{:0places$}", size / scale, size % scale)
}

/// Changes whose lines come to exact halves that a machine number only comes near: odd
/// tenths of a per cent of round sums, delivered in odd tenths, odd months late.
pub fn halves() -> impl Strategy<Value = Changes> {
    let odd = |below: i64| (0..below / 2).prop_map(|half| 2 * half + 1);
    let months = prop_oneof![Just(0), odd(12)];
    let share = || odd(1_000).prop_map(|tenths| written(tenths, 1));
    (
        odd(20),
        odd(11),
        odd(300),
        share(),
        share(),
        share(),
        months,
    )
        .prop_map(
            |(transport, day, training, journeys, opportunities, delivered, months)| {
                let round = if months == 0 { 500_000 } else { 6_000_000 };
                Changes::default()
                    .with("in-county-cost", round * transport)
                    .with("in-county-journeys", journeys)
                    .with("day-opportunities-cost", round * day)
                    .with("day-opportunities", opportunities)
                    .with("benefit-delivery", &delivered)
                    .with("benefit-delay", months)
                    .with("amount-training-programme", 500 * training)
                    .with("investment-overrun", delivered)
            },
        )
}
