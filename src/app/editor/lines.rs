//! Investment and benefit lines: what each comes to by its kind of cost or its rule, with
//! the formula and the engine's own figures beside it.

use serde_json::Value;
use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::list::{Kind, List};
use super::pick::Pick;
use crate::case::Unit;
use crate::export::{ExplanationWords, explanation, pounds};
use crate::model::{Line, Model, Outcome, Scenario, Target, What, When};
use crate::session::draft::place::{field, item};
use crate::session::draft::rules::{self, COSTS, Input, RULES};
use crate::session::draft::{Edit, unit_word};

const KINDS: [(&str, &str); 2] = [
    ("saving", "Saving: a budget falls"),
    ("avoidance", "Avoidance: growth that does not happen"),
];

/// The section of investment lines.
pub fn investment(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "investment",
        one: "a line of investment",
        name: "label",
        none: "Nothing is invested yet. Add the posts and the sums that the programme spends.",
        ordered: true,
    };
    lines(desk, open, kind, COSTS)
}

/// The section of benefit lines.
pub fn benefits(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "benefits",
        one: "a benefit line",
        name: "label",
        none: "There is no benefit yet. Add what is saved and what growth is avoided.",
        ordered: true,
    };
    lines(desk, open, kind, RULES)
}

fn lines(
    desk: &Desk,
    open: &UseStateHandle<Option<String>>,
    kind: Kind,
    kinds: &'static [rules::Kind],
) -> Html {
    let beside = {
        let desk = desk.clone();
        Callback::from(move |at| beside(&desk, kind.list, at))
    };
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| form(&desk, kind.list, at))
    };
    html! { <List key={kind.list} desk={desk.clone()} {kind} {kinds} open={open.clone()} {beside} {form} /> }
}

/// What a line comes to over all years, by the engine, while the case has no fault.
fn beside(desk: &Desk, list: &str, at: usize) -> Html {
    let path = item(list, at);
    let kind = match desk.draft.text(&field(&path, "kind")) {
        "saving" => "Saving, ",
        "avoidance" => "Avoidance, ",
        _ => "",
    };
    let (Some(model), Some(outcome)) = (desk.draft.model(), &desk.outcome) else {
        return Html::default();
    };
    let Some(line) = model.line(desk.draft.text(&field(&path, "id"))) else {
        return Html::default();
    };
    let total = match line {
        Line::Investment(at) => outcome.investment_lines.get(at),
        Line::Benefit(at) => outcome.benefit_lines.get(at),
    };
    let total = total.map(|series| pounds(series.total()));
    html! { { format!("{kind}{} in all years", total.unwrap_or_default()) } }
}

fn form(desk: &Desk, list: &'static str, at: usize) -> Html {
    let path = item(list, at);
    let to = |name: &str| field(&path, name);
    html! {
        <>
            <div class="case-pair">
                { desk.words(&to("label"), "Name", "") }
                { desk.refer(&to("workstream"), "Workstream", "workstreams", "") }
            </div>
            if list == "benefits" {
                <div class="case-pair">
                    { desk.choice(&to("kind"), "Saving or avoidance", &KINDS, "") }
                    { desk.words(&to("source"), "Section of the paper", "") }
                </div>
                { desk.words(&to("proposal"), "What the paper proposes, in a sentence", "") }
                { gains(desk, &path, at) }
            } else {
                <div class="case-pair">
                    { desk.words(&to("source"), "Section of the paper", "") }
                    { desk.words(&to("note"), "Note on how it was read", "") }
                </div>
            }
            { comes(desk, list, at) }
            { working(desk, &path) }
        </>
    }
}

/// Its kind of cost or its rule, with the inputs.
fn comes(desk: &Desk, list: &'static str, at: usize) -> Html {
    let path = field(&item(list, at), rules::part(list));
    let word_path = field(&path, "kind");
    let options: Vec<(String, String)> = rules::kinds(list)
        .iter()
        .map(|kind| (kind.word.to_owned(), kind.label.to_owned()))
        .collect();
    let label = if list == "investment" {
        "What it costs"
    } else {
        "Rule"
    };
    let kind = rules::kind(list, desk.draft.text(&word_path));
    let help = kind.map_or(String::new(), |kind| format!("= {}", kind.formula));
    let years = years(desk);
    html! {
        <fieldset class="case-rule">
            <legend>{ label }</legend>
            { desk.choose(&word_path, "By", &options, &help, move |word| Edit::Kind(list, at, word)) }
            if let Some(kind) = kind {
                if kind.word == "staff" {
                    { desk.words(&field(&path, "grade"), "Grade", "") }
                }
                { for kind.lines.iter().map(|(name, label, rule)| {
                    let path = field(&path, name);
                    let options = desk.ids("benefits", |line| line["rule"]["kind"] == *rule);
                    let to = path.clone();
                    desk.choose(&path, label, &options, "", move |id| Edit::Put(to.clone(), id.into()))
                }) }
                if kind.word == "shared-reduction" {
                    { desk.choice(&field(&path, "reduces"), "Whose cost is reduced", &[
                        ("cost-to", "Only of those in the place they move to"),
                        ("both", "Of those in either place"),
                    ], "") }
                }
                <div class="case-inputs">
                    { for kind.inputs.iter().map(|input| input_view(desk, list, at, &path, input)) }
                </div>
                if let Some(yearly) = kind.series {
                    { desk.years(&field(&path, yearly.field), yearly.label, yearly.unit, &years) }
                }
            }
        </fieldset>
    }
}

/// An input: the published value of its assumption, and which assumption it is.
fn input_view(desk: &Desk, list: &'static str, at: usize, path: &str, input: &Input) -> Html {
    const OWN: &str = "own figure";
    let name_path = field(path, input.field);
    let id = desk.draft.text(&name_path);
    let place = desk.draft.find("assumptions", id);
    let shared = desk.draft.users(id);
    let mut options = desk.ids("assumptions", |known| {
        known["unit"] == unit_word(input.unit)
    });
    if shared > 1 {
        options.insert(0, (OWN.to_owned(), "A new figure of its own".to_owned()));
    }
    let (to, own) = (name_path.clone(), *input);
    let choose = desk.edit.reform(move |chosen: String| {
        if chosen == OWN {
            Edit::OwnInput(list, at, own)
        } else {
            Edit::Put(to.clone(), chosen.into())
        }
    });
    let value = place.map(|place| field(&item("assumptions", place), "published"));
    html! {
        <div class="case-input">
            if let Some(value) = &value {
                { desk.number(value, input.label, input.unit, input.note, "") }
            } else {
                <p><b>{ input.label }</b></p>
            }
            <div class="words">
                <label class="minor" for={box_id(&name_path)}>{ "is the assumption" }</label>
                <Pick id={box_id(&name_path)} {options} chosen={id.to_owned()} {choose} />
            </div>
            { desk.fault(&name_path) }
            if shared > 1 {
                <p class="help">{ format!("{shared} places take this figure, and all of them follow it.") }</p>
            }
        </div>
    }
}

/// Who gains: one payer takes what the others do not.
fn gains(desk: &Desk, path: &str, line: usize) -> Html {
    let gains = field(path, "gains");
    let shares = field(&gains, "shares");
    let rest = desk.draft.text(&field(&gains, "rest")).to_owned();
    let count = desk.draft.items(&shares).len();
    let taken = |payer: &str| {
        let mut shares = desk.draft.items(&shares).iter();
        payer == rest || shares.any(|share| share["payer"] == *payer)
    };
    let free: Vec<(String, String)> = desk
        .ids("payers", |_| true)
        .into_iter()
        .filter(|(id, _)| !taken(id))
        .collect();
    html! {
        <fieldset class="case-rule">
            <legend>{ "Who gains" }</legend>
            { desk.refer(&field(&gains, "rest"),
                if count == 0 { "All of it goes to" } else { "What the others do not take goes to" },
                "payers", "") }
            { for (0..count).map(|at| {
                let share = item(&shares, at);
                let payer = desk.draft.text(&field(&share, "payer")).to_owned();
                let name = desk.draft.find("payers", &payer)
                    .map_or(payer.clone(), |at| desk.draft.text(&field(&item("payers", at), "label")).to_owned());
                let id = desk.draft.text(&field(&share, "share"));
                let value = desk.draft.find("assumptions", id)
                    .map(|place| field(&item("assumptions", place), "published"));
                html! {
                    <div class="case-share">
                        if let Some(value) = value {
                            { desk.number(&value, &format!("Share of {name}"), Unit::Percent, "of the line", "") }
                        }
                        { desk.fault(&field(&share, "share")) }
                        { desk.fault(&field(&share, "payer")) }
                        <button type="button" class="button"
                            aria-label={format!("Take the share of {name} away")}
                            onclick={desk.press(move || Edit::RemoveShare(line, at))}>
                            { "Take away" }
                        </button>
                    </div>
                }
            }) }
            if count > 0 {
                <p class="help">
                    { "The shares and the rest always make 100%: the rest is what is left." }
                </p>
            }
            <div class="with-button">
                { for free.into_iter().map(|(id, name)| {
                    let label = format!("Give a share to {name}");
                    html! {
                        <button type="button" class="button"
                            onclick={desk.press(move || Edit::AddShare(line, id.clone()))}>{ label }</button>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// The formula with the numbers in it, from the engine.
fn working(desk: &Desk, path: &str) -> Html {
    let (Some(model), Some(outcome)) = (desk.draft.model(), &desk.outcome) else {
        return html! {
            <p class="help">{ "What it comes to is shown once the case has no problem." }</p>
        };
    };
    let Some(line) = model.line(desk.draft.text(&field(path, "id"))) else {
        return Html::default();
    };
    let words = best_year(model, outcome, line);
    html! {
        <div class="case-working">
            <p class="explanation-title">{ &words.title }</p>
            <ol class="steps">
                { for words.lines.iter().map(|line| html! {
                    <li>
                        <span>{ &line.label }</span>
                        <span class="how">{ &line.expression }</span>
                        <span class="result">{ &line.result }</span>
                    </li>
                }) }
            </ol>
        </div>
    }
}

/// The first year in which a line has an effect, or else the last, explained.
fn best_year(model: &Model, outcome: &Outcome, line: Line) -> ExplanationWords {
    let series = match line {
        Line::Investment(at) => outcome.investment_lines.get(at),
        Line::Benefit(at) => outcome.benefit_lines.get(at),
    };
    let last = model.case().years.count.saturating_sub(1);
    let first = series.and_then(|series| series.iter().position(|amount| amount.0 != 0));
    let target = Target {
        what: What::Line(line),
        when: When::Year(first.unwrap_or(last)),
    };
    explanation(model, &Scenario::published(), target, false)
}

/// The labels of the draft's years.
pub fn years(desk: &Desk) -> Vec<String> {
    let first = desk.draft.at("years.first").and_then(Value::as_u64);
    let count = desk.draft.at("years.count").and_then(Value::as_u64);
    let years = crate::case::Years {
        first: first
            .and_then(|first| u16::try_from(first).ok())
            .unwrap_or_default(),
        count: count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or_default(),
    };
    years.labels()
}
