//! What stands around the figures: printed figures to hold the engine against, pressures,
//! disagreements, risks; presets and failures to test with.

use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::lines::years;
use super::list::{Kind, List};
use super::pick::Pick;
use crate::case::Unit;
use crate::session::draft::Edit;
use crate::session::draft::place::{field, item};

type Open = UseStateHandle<Option<String>>;

const MEASURES: [(&str, &str); 4] = [
    ("investment", "Investment"),
    ("savings", "Savings"),
    ("avoidance", "Avoidance"),
    ("benefits", "Savings and avoidance together"),
];
const LEVELS: [(&str, &str); 3] = [("low", "Low"), ("medium", "Medium"), ("high", "High")];

/// A list whose items are drawn by a form alone.
fn list(
    desk: &Desk,
    open: &Open,
    kind: Kind,
    form: impl Fn(&Desk, &str) -> Html + 'static,
) -> Html {
    let beside = Callback::from(|_| Html::default());
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| form(&desk, &item(kind.list, at)))
    };
    html! { <List key={kind.list} desk={desk.clone()} {kind} open={open.clone()} {beside} {form} /> }
}

const fn kind(
    list: &'static str,
    one: &'static str,
    name: &'static str,
    none: &'static str,
) -> Kind {
    Kind {
        list,
        one,
        name,
        none,
        ordered: true,
    }
}

/// Printed figures, and where the paper does not agree with itself.
pub fn printed(desk: &Desk, open: &Open) -> Html {
    let figures = kind(
        "printed",
        "a printed figure",
        "label",
        "None yet. Figures printed in the paper are held against the engine’s, one by one.",
    );
    let apart = kind(
        "disagreements",
        "a disagreement",
        "title",
        "None yet. Where the paper does not agree with its own tables, say so here.",
    );
    html! {
        <>
            { list(desk, open, figures, printed_form) }
            <h3>{ "Where the paper disagrees with itself" }</h3>
            { list(desk, open, apart, |desk, path| html! {
                <>
                    { desk.words(&field(path, "title"), "In a few words", "") }
                    { desk.long(&field(path, "explanation"), "What each place says, and which is followed", "") }
                    <div class="case-pair">
                        { desk.words(&field(path, "source"), "Sections", "") }
                        { desk.number(&field(path, "number"), "Its number", Unit::Count, "", "") }
                    </div>
                </>
            }) }
        </>
    }
}

fn printed_form(desk: &Desk, path: &str) -> Html {
    let to = |name: &str| field(path, name);
    let of = |name: &str| field(&to("figure"), name);
    let options: Vec<(String, String)> = std::iter::once((String::new(), "All years".to_owned()))
        .chain(years(desk).into_iter().map(|year| (year.clone(), year)))
        .collect();
    let mut lines = vec![(String::new(), "All lines".to_owned())];
    lines.extend(desk.ids("investment", |_| true));
    lines.extend(desk.ids("benefits", |_| true));
    let put = |path: String| {
        move |word: String| {
            if word.is_empty() {
                Edit::Clear(path.clone())
            } else {
                Edit::Put(path.clone(), word.into())
            }
        }
    };
    html! {
        <>
            <div class="case-pair">
                { desk.words(&to("label"), "What the paper calls it", "") }
                { desk.words(&to("source"), "Section", "") }
            </div>
            <div class="case-pair">
                { desk.number(&to("amount"), "As printed", Unit::Pounds, "", "") }
                { desk.number(&to("to_nearest"), "Rounded to the nearest", Unit::Pounds, "", "1 for whole pounds, 10,000 for “£3.23m”") }
            </div>
            <div class="case-pair">
                { desk.choice(&of("of"), "It should be the engine’s", &MEASURES, "") }
                { desk.choose(&of("year"), "Of the year", &options, "", put(of("year"))) }
            </div>
            <div class="case-pair">
                { desk.choose(&of("line"), "Of the line", &lines, "", put(of("line"))) }
                { desk.refer_or_none(&of("workstream"), "Of the workstream", "workstreams", "All workstreams") }
            </div>
            { desk.number(&to("disagreement"), "Number of the disagreement that explains a difference", Unit::Count, "", "Left empty where it must agree") }
        </>
    }
}

/// Overspends, and growth that the plan already expects.
pub fn pressures(desk: &Desk, open: &Open) -> Html {
    let budget = kind(
        "budget_pressures",
        "an overspend",
        "label",
        "None yet. Overspends that the paper reports for the year before.",
    );
    let plan = kind(
        "plan_pressures",
        "a pressure",
        "label",
        "None yet. Growth that the medium-term plan already expects.",
    );
    html! {
        <>
            { list(desk, open, plan, |desk, path| html! {
                <>
                    <div class="case-pair">
                        { desk.words(&field(path, "label"), "What it is", "") }
                        { desk.words(&field(path, "source"), "Section", "") }
                    </div>
                    { desk.years(&field(path, "amounts"), "Pressure", Unit::Pounds, &years(desk)) }
                    { desk.ticks(&field(path, "offset_by"), "Lines that offset it", "benefits") }
                </>
            }) }
            <h3>{ "Overspends of the year before" }</h3>
            { list(desk, open, budget, |desk, path| html! {
                <>
                    <div class="case-three">
                        { desk.words(&field(path, "label"), "Service", "") }
                        { desk.words(&field(path, "year"), "Year", "As in 2017/18") }
                        { desk.words(&field(path, "source"), "Section", "") }
                    </div>
                    <div class="case-three">
                        { desk.number(&field(path, "budget"), "Budget", Unit::Pounds, "", "") }
                        { desk.number(&field(path, "outturn"), "Forecast outturn", Unit::Pounds, "", "") }
                        { desk.number(&field(path, "variance"), "Variance as printed", Unit::Pounds, "", "") }
                    </div>
                </>
            }) }
        </>
    }
}

/// What could go wrong, as the paper sees it.
pub fn risks(desk: &Desk, open: &Open) -> Html {
    let kind = kind("risks", "a risk", "summary", "None yet.");
    list(desk, open, kind, |desk, path| {
        html! {
            <>
                { desk.words(&field(path, "summary"), "What could go wrong", "") }
                <div class="case-three">
                    { desk.choice(&field(path, "probability"), "How likely", &LEVELS, "") }
                    { desk.choice(&field(path, "impact"), "How bad", &LEVELS, "") }
                    { desk.words(&field(path, "source"), "Section", "") }
                </div>
                { desk.long(&field(path, "containment"), "What would be done about it", "") }
                { desk.ticks(&field(path, "tested_by"), "Assumptions that test it", "assumptions") }
            </>
        }
    })
}

/// Scenarios that the case offers by name, and failures to test it with.
pub fn presets(desk: &Desk, open: &Open) -> Html {
    let offered = kind(
        "presets",
        "a preset",
        "label",
        "None yet. Common questions, each one press away.",
    );
    let failures = kind(
        "failures",
        "a failure",
        "label",
        "None yet. Ways in which programmes of this kind have failed, to be tried on this case.",
    );
    html! {
        <>
            { list(desk, open, offered, preset_form) }
            <h3>{ "Failures to test with" }</h3>
            { list(desk, open, failures, preset_form) }
        </>
    }
}

fn preset_form(desk: &Desk, path: &str) -> Html {
    let values = field(path, "values");
    let count = desk.draft.items(&values).len();
    let set = |id: &str| {
        let mut values = desk.draft.items(&values).iter();
        values.any(|value| value["assumption"] == *id)
    };
    let mut free: Vec<(String, String)> = vec![(String::new(), "Choose an assumption…".to_owned())];
    free.extend(desk.ids("assumptions", |known| {
        !set(known["id"].as_str().unwrap_or_default())
    }));
    let add = {
        let path = path.to_owned();
        desk.edit
            .reform(move |id: String| Edit::AddValue(path.clone(), id))
    };
    let pick = format!("{}-add", box_id(&values));
    html! {
        <>
            { desk.words(&field(path, "label"), "Name", "") }
            { desk.words(&field(path, "help"), "What it sets, in a sentence", "") }
            { desk.words(&field(path, "source"), "Where it is from", "") }
            { for (0..count).map(|at| value_view(desk, &values, at)) }
            <div class="words">
                <label for={pick.clone()}>{ "Set one more assumption" }</label>
                <Pick id={pick} options={free} chosen={String::new()} choose={add} />
            </div>
        </>
    }
}

fn value_view(desk: &Desk, values: &str, at: usize) -> Html {
    let path = item(values, at);
    let id = desk.draft.text(&field(&path, "assumption")).to_owned();
    let place = desk.draft.find("assumptions", &id);
    let of = |name: &str| place.map(|place| field(&item("assumptions", place), name));
    let label = of("label").map_or(id.clone(), |path| desk.draft.text(&path).to_owned());
    let unit = of("unit").map_or("", |path| desk.draft.text(&path));
    let unit = match unit {
        "percent" => Unit::Percent,
        "pounds" => Unit::Pounds,
        "months" => Unit::Months,
        _ => Unit::Count,
    };
    let list = values.to_owned();
    html! {
        <div class="case-share">
            { desk.number(&field(&path, "value"), &label, unit, "", "") }
            { desk.fault(&field(&path, "assumption")) }
            <button type="button" class="button" aria-label={format!("Do not set {label}")}
                onclick={desk.press(move || Edit::Drop(list.clone(), at))}>{ "Take away" }</button>
        </div>
    }
}
