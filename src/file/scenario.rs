//! A scenario as a file: JSON that other programs can read, described for them in
//! `docs/scenario.schema.json`. Version 1 opens for ever, as links do.

use super::json::{object, text};
use crate::case::Decimal;
use crate::export::pounds;
use crate::link::{LineText, Link};
use crate::model::{MODEL_VERSION, Model, Outcome, Payback, Pounds, Scenario, Series};

/// What a scenario file says it is.
pub const SCENARIO_FORMAT: &str = "send-modeller/scenario";

/// The version of the format that is written, and the latest that is read.
pub const SCENARIO_VERSION: u32 = 1;

/// A scenario as JSON. `address` is that of the page without its fragment, and may be empty:
/// the link in the file is then a bare fragment. The figures in it are a receipt, for who
/// reads the file without us; whoever opens it here is shown the engine's own.
pub fn scenario_json(link: &Link<'_>, address: &str) -> String {
    let (model, scenario) = (link.model, link.scenario);
    let words = |name, words: &str| (name, (!words.is_empty()).then(|| text(words)));
    let receipt = Figures::of(model, &model.evaluate(scenario)).0;
    let receipt: Vec<(String, String)> = receipt
        .into_iter()
        .map(|(name, figure)| (name.to_owned(), figure.json()))
        .collect();
    let fields = [
        words("format", SCENARIO_FORMAT),
        ("version", Some(SCENARIO_VERSION.to_string())),
        words("case", &model.case().id),
        words("model", MODEL_VERSION),
        words("program", env!("CARGO_PKG_VERSION")),
        words("title", link.title),
        words("note", link.note),
        ("changes", Some(changes(model, scenario))),
        ("lines", lines(model, scenario)),
        ("ranges", Some(ranges(model, scenario))),
        words("stress", link.stress),
        words("view", &link.view.write()),
        words("link", &format!("{address}#{}", link.fragment())),
        ("receipt", Some(object(&receipt, 1))),
    ];
    let fields = fields.into_iter();
    let fields: Vec<(String, String)> = fields
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect();
    object(&fields, 0) + "\n"
}

fn changes(model: &Model, scenario: &Scenario) -> String {
    // How much of a line of one's own is counted stands with the line.
    let changes = scenario.changes().iter();
    let changes = changes.filter(|change| model.counts(change.assumption).is_none());
    let changes = changes.map(|change| {
        let id = model.assumptions()[change.assumption].id.clone();
        (id, Decimal(change.value).to_string())
    });
    object(&changes.collect::<Vec<_>>(), 1)
}

/// The lines of one's own; none where there are none.
fn lines(model: &Model, scenario: &Scenario) -> Option<String> {
    let lines = LineText::of(model, scenario).map(|line| {
        let mut fields = vec![("title".to_owned(), text(&line.title))];
        let given = LineText::NAMES.into_iter().zip(&line.fields);
        fields.extend(
            given
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| {
                    let value = match name {
                        "amounts" => format!("[{}]", value.replace(',', ", ")),
                        "counted" => value.clone(),
                        _ => text(value),
                    };
                    (name.to_owned(), value)
                }),
        );
        format!("    {}", object(&fields, 2))
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| format!("[\n{}\n  ]", lines.join(",\n")))
}

fn ranges(model: &Model, scenario: &Scenario) -> String {
    let ranges = scenario.ranges().iter().map(|range| {
        let id = model.assumptions()[range.assumption].id.clone();
        let (low, high) = (Decimal(range.low), Decimal(range.high));
        (id, format!("{{ \"low\": {low}, \"high\": {high} }}"))
    });
    object(&ranges.collect::<Vec<_>>(), 1)
}

/// One headline figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Figure {
    /// Pounds; whole but for the net present value.
    Pounds(f64),
    /// The label of a year; none where there is none.
    Year(Option<String>),
}

/// The headline figures of an outcome, by name.
pub(super) struct Figures(pub Vec<(&'static str, Figure)>);

impl Figures {
    pub fn of(model: &Model, outcome: &Outcome) -> Figures {
        let year = |payback: Payback| {
            Figure::Year(payback.year().map(|year| model.case().years.label(year)))
        };
        let total = |series: &Series| Figure::Pounds(series.total().as_f64());
        Figures(vec![
            ("investment", total(&outcome.investment)),
            ("savings", total(&outcome.savings)),
            ("avoidance", total(&outcome.avoidance)),
            ("net", total(&outcome.net)),
            ("payback_year", year(outcome.payback)),
            ("payback_year_savings_only", year(outcome.payback_savings)),
            ("npv", Figure::Pounds(outcome.net_present_value)),
        ])
    }
}

impl Figure {
    fn json(&self) -> String {
        match self {
            Figure::Pounds(amount) => Decimal(*amount).to_string(),
            Figure::Year(Some(year)) => text(year),
            Figure::Year(None) => "null".to_owned(),
        }
    }

    /// True where they are the same to the pound. The net present value is written as it is,
    /// and half a pound is left for other programs' arithmetic.
    pub fn same(&self, other: &Figure) -> bool {
        match (self, other) {
            (Figure::Pounds(one), Figure::Pounds(other)) => (one - other).abs() < 0.5,
            _ => self == other,
        }
    }

    /// As a sentence has it.
    pub fn words(&self) -> String {
        match self {
            Figure::Pounds(amount) => pounds(Pounds::round(*amount)),
            Figure::Year(Some(year)) => year.clone(),
            Figure::Year(None) => "never".to_owned(),
        }
    }
}
