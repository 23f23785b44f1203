//! What a table is of, in a file beside it: JSON in the manner of "Metadata Vocabulary for
//! Tabular Data" (W3C, 2015), which other programs can read by the name alone.

use serde::Serialize;

use super::{ColumnKind, TableFile, heading};
use crate::export::day_in_words;
use crate::model::{MODEL_VERSION, Model, Scenario};

/// What every table of one taking is of.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The model of the case.
    pub model: &'a Model,
    /// What differs from the published case.
    pub scenario: &'a Scenario,
    /// What the scenario is called; may be empty.
    pub title: &'a str,
    /// The whole link to it.
    pub link: &'a str,
    /// The day it was taken: `2026-11-26`.
    pub date: &'a str,
}

impl About<'_> {
    /// The line under a picture: what it is of and where it comes from.
    pub fn line(&self) -> String {
        let (model, changed) = (self.model, self.scenario.changes().len());
        let scenario = match (self.title, changed) {
            ("", 0) => "As published".to_owned(),
            ("", _) => format!(
                "{changed} of {} assumptions changed",
                model.assumptions().len()
            ),
            (title, 0) => format!("{title}: as published"),
            (title, _) => {
                let all = model.assumptions().len();
                format!("{title}: {changed} of {all} assumptions changed")
            }
        };
        format!(
            "{}. {scenario}. {CAUTION} SEND Modeller, model version {MODEL_VERSION}, {}.",
            model.case().title,
            day_in_words(self.date)
        )
    }
}

/// Said wherever figures leave the app.
const CAUTION: &str = "A scenario, not an approved budget.";

#[derive(Serialize)]
struct Described<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Language),
    url: &'a str,
    #[serde(rename = "dc:title")]
    title: &'a str,
    #[serde(rename = "dc:description")]
    description: &'a str,
    #[serde(rename = "dc:subject")]
    case: String,
    #[serde(rename = "dc:alternative", skip_serializing_if = "str::is_empty")]
    scenario: &'a str,
    #[serde(rename = "dc:source")]
    paper: String,
    #[serde(rename = "dc:issued")]
    date: &'a str,
    #[serde(rename = "dc:creator")]
    creator: &'static str,
    #[serde(rename = "schema:softwareVersion")]
    model_version: &'static str,
    #[serde(rename = "schema:url")]
    link: &'a str,
    #[serde(rename = "rdfs:comment")]
    comment: &'static str,
    dialect: Dialect,
    #[serde(rename = "tableSchema")]
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Language {
    #[serde(rename = "@language")]
    language: &'static str,
}

/// Only what is not as a reader takes it for granted.
#[derive(Serialize)]
struct Dialect {
    encoding: &'static str,
    header: bool,
}

#[derive(Serialize)]
struct Schema<'a> {
    columns: Vec<ColumnWords<'a>>,
}

/// A column.
#[derive(Serialize)]
struct ColumnWords<'a> {
    name: String,
    titles: String,
    datatype: &'static str,
    #[serde(rename = "schema:unitText", skip_serializing_if = "str::is_empty")]
    unit: &'a str,
    #[serde(rename = "dc:description", skip_serializing_if = "str::is_empty")]
    description: &'a str,
}

pub fn write(table: &TableFile, file: &str, about: &About<'_>) -> String {
    let case = about.model.case();
    let columns = table.columns.iter().map(|column| ColumnWords {
        name: name(&column.title),
        titles: heading(column),
        datatype: match column.kind {
            ColumnKind::Words => "string",
            ColumnKind::Whole => "integer",
            ColumnKind::Number => "decimal",
        },
        unit: &column.unit,
        description: &column.help,
    });
    let described = Described {
        context: ("http://www.w3.org/ns/csvw", Language { language: "en" }),
        url: file,
        title: &table.title,
        description: &table.help,
        case: format!("{}: {}", case.title, case.subtitle),
        scenario: about.title,
        paper: format!(
            "{}, {}, {}, {}",
            case.authority, case.source.title, case.source.meeting, case.source.date
        ),
        date: about.date,
        creator: concat!("SEND Modeller ", env!("CARGO_PKG_VERSION")),
        model_version: MODEL_VERSION,
        link: about.link,
        comment: CAUTION,
        dialect: Dialect {
            encoding: "utf-8",
            header: true,
        },
        schema: Schema {
            columns: columns.collect(),
        },
    };
    // Nothing in it can fail to be written: every key is a text.
    serde_json::to_string_pretty(&described).unwrap_or_default() + "\n"
}

/// A heading as the name of a column may be: small letters and digits joined by
/// underscores.
fn name(title: &str) -> String {
    let mut name = String::new();
    for character in title.chars() {
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    name.truncate(name.trim_end_matches('_').len());
    name
}
