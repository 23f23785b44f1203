//! The assumptions of the case, each with its bounds, its range and its source; and those
//! that act on every line.

use serde_json::Value;
use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::lines::years;
use super::list::{Kind, List};
use crate::case::Unit;
use crate::session::draft::Edit;
use crate::session::draft::place::{field, item};

const TIERS: [(&str, &str); 4] = [
    ("key", "Key: always in sight"),
    ("more", "More: one press away"),
    ("evidence", "Evidence: after the levers"),
    ("stress", "Stress: on the stress test"),
];
const UNITS: [(&str, &str); 4] = [
    ("percent", "Per cent"),
    ("pounds", "Pounds"),
    ("months", "Months"),
    ("count", "A count"),
];
const STATUSES: [(&str, &str); 3] = [
    ("published", "Printed in the paper"),
    ("derived", "Worked out from printed figures"),
    ("added", "Not in the paper"),
];

/// The adjustments that a case may offer: field, name.
const ADJUSTMENTS: [(&str, &str); 12] = [
    ("benefit_delivery", "How much of every benefit is delivered"),
    ("benefit_delay", "Months that every benefit is late"),
    (
        "programme_delay",
        "Months that spending and benefits are both late",
    ),
    (
        "investment_overrun",
        "What every line of investment costs more",
    ),
    ("posts_kept", "Temporary posts that stay"),
    ("discount_rate", "Discount rate of present values"),
    (
        "first_year_part",
        "Part of its effect that a benefit has in its first year",
    ),
    ("demand_beyond_plan", "Demand beyond the plan"),
    ("inflation", "Inflation of every price"),
    ("extra_years", "Years an appraisal goes on after the last"),
    ("drop_off", "Effect lost in each of those years"),
    ("payback_norm", "Years within which money is expected back"),
];

/// The section of assumptions.
pub fn assumptions(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "assumptions",
        one: "an assumption",
        name: "label",
        none: "There is no assumption yet. Lines bring theirs with them.",
        ordered: true,
    };
    let beside = {
        let desk = desk.clone();
        Callback::from(move |at| {
            let id = desk.draft.text(&field(&item("assumptions", at), "id"));
            let used = desk.draft.users(id);
            html! {
                if used == 0 {
                    { "Nothing takes it" }
                }
            }
        })
    };
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| form(&desk, at))
    };
    html! { <List key={kind.list} desk={desk.clone()} {kind} open={open.clone()} {beside} {form} /> }
}

fn unit_of(desk: &Desk, path: &str) -> Unit {
    match desk.draft.text(&field(path, "unit")) {
        "percent" => Unit::Percent,
        "pounds" => Unit::Pounds,
        "months" => Unit::Months,
        _ => Unit::Count,
    }
}

fn form(desk: &Desk, at: usize) -> Html {
    let path = item("assumptions", at);
    let to = |name: &str| field(&path, name);
    let unit = unit_of(desk, &path);
    let number =
        |name: &str, label: &str, help: &str| desk.number(&to(name), label, unit, "", help);
    html! {
        <>
            <div class="case-pair">
                { desk.words(&to("label"), "Name", "") }
                { desk.refer(&to("group"), "Heading", "groups", "") }
            </div>
            { desk.long(&to("help"), "What it is and what it moves", "") }
            <div class="case-three">
                { desk.choice(&to("unit"), "Measured in", &UNITS, "") }
                { desk.words(&to("unit_note"), "The rest of the unit", "As in “of journeys”") }
                { desk.choice(&to("tier"), "How soon it is met", &TIERS, "") }
            </div>
            <div class="case-three">
                { number("published", "Published value", "") }
                { number("min", "Least allowed", "") }
                { number("max", "Greatest allowed", "") }
            </div>
            <div class="case-three">
                { number("low", "Low, for testing", "") }
                { number("high", "High, for testing", "") }
                { number("step", "Step of an arrow key", "") }
            </div>
            { desk.words(&to("range_note"), "Why low and high are there", "") }
            <div class="case-pair">
                { desk.choice(&to("status"), "How far it is the paper’s own", &STATUSES, "") }
                { desk.words(&to("source"), "Section it is from", "") }
            </div>
            <div class="case-pair">
                { desk.words(&to("derivation"), "How it was worked out", "") }
                { desk.words(&to("caution"), "A caution beside it", "") }
            </div>
            { desk.tick(&to("whole"), "Only whole numbers make sense") }
        </>
    }
}

/// What acts on every line. `usual` is the case that new ones are taken from.
pub fn timing(desk: &Desk, usual: &Value) -> Html {
    html! {
        <div class="case-form">
            <p class="help">
                { "Not in the paper, as a rule: what happens if benefits come late or fall short, or \
                   if costs run over. Each has an assumption that leaves the published figures as \
                   they are." }
            </p>
            { for ADJUSTMENTS.iter().map(|(name, label)| adjustment(desk, usual, name, label)) }
        </div>
    }
}

fn adjustment(desk: &Desk, usual: &Value, name: &'static str, label: &str) -> Html {
    let path = field("adjustments", name);
    let now = desk.draft.at(&path).filter(|value| !value.is_null());
    let example = assumption_of(usual, name);
    if now.is_none() && example.is_none() {
        return Html::default();
    }
    let on = now.is_some();
    let edit = move |on: bool| match (on, &example) {
        (true, Some(example)) => Edit::Adjust(name, example.clone()),
        _ => Edit::Unadjust(name),
    };
    html! {
        <div class="case-adjustment">
            { desk.ticked(&box_id(&path), label, on, edit) }
            if on && name == "posts_kept" {
                { posts_kept(desk, &path) }
            }
            { desk.fault(&path) }
        </div>
    }
}

fn posts_kept(desk: &Desk, path: &str) -> Html {
    let options: Vec<(String, String)> = years(desk)
        .into_iter()
        .map(|year| (year.clone(), year))
        .collect();
    let year = |name: &str, label: &str| {
        let path = field(path, name);
        let to = path.clone();
        desk.choose(&path, label, &options, "", move |year| {
            Edit::Put(to.clone(), year.into())
        })
    };
    html! {
        <div class="case-pair">
            { year("full_year", "Year whose amounts are a full year’s pay") }
            { year("from", "First year in which kept posts cost money") }
        </div>
    }
}

/// The assumption that a case has for an adjustment.
fn assumption_of(case: &Value, name: &str) -> Option<Value> {
    let named = &case["adjustments"][name];
    let id = named.as_str().or_else(|| named["share"].as_str())?;
    let assumptions = case["assumptions"].as_array()?;
    assumptions.iter().find(|known| known["id"] == *id).cloned()
}
