//! What the page should say for a link: as the engine gives it, and as the golden files,
//! which the native engine wrote, have it.

use include_dir::{Dir, include_dir};
use send_modeller::export::{headline, ledger, payers, pounds, signed_pounds, tiles};
use send_modeller::link::{self, Named};
use send_modeller::link::{LedgerView, View};
use send_modeller::model::{Library, Model, Outcome, Pounds, Scenario};
use serde_json::Value;

use crate::page::{Page, Row};

static GOLDEN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/golden");

/// Every golden link with the text of its file.
pub fn golden() -> Vec<(&'static str, &'static str)> {
    let files = GOLDEN.files();
    files
        .map(|file| {
            let link = file.path().file_stem().unwrap().to_str().unwrap();
            (link, file.contents_utf8().unwrap())
        })
        .collect()
}

/// The results of a link.
pub struct Expected {
    model: Model,
    outcome: Outcome,
    published: Outcome,
}

impl Expected {
    /// The results of a link with nothing wrong in it.
    pub fn of(link: &str) -> Expected {
        let opened = link::open(link, &Library::shipped().unwrap());
        assert_eq!(opened.problems, [], "{link}");
        let model = opened.model.unwrap();
        let nothing = send_modeller::model::Scenario::published();
        Expected {
            outcome: model.evaluate(&opened.scenario),
            published: model.evaluate(&nothing),
            model,
        }
    }

    pub fn sentence(&self) -> String {
        headline(&self.model, &self.outcome, &self.published).text()
    }

    pub fn tiles(&self) -> Vec<Vec<String>> {
        let tiles = tiles(&self.model, &self.outcome, &self.published);
        tiles
            .into_iter()
            .map(|tile| {
                let against = match tile.published {
                    Some(published) => format!("published {published}{}", tile.difference),
                    None => "as published".to_owned(),
                };
                vec![tile.title, tile.value, tile.exact, against]
            })
            .collect()
    }

    /// The ledger without its last column, which is the difference.
    pub fn ledger(&self, view: LedgerView) -> Vec<Row> {
        let table = ledger(&self.model, &self.outcome, &self.published, by_years(view));
        let rows = table.sections.into_iter().flat_map(|section| section.rows);
        rows.map(|row| {
            let apart = row.end - row.published_end;
            let against = if apart == Pounds::ZERO {
                "no change".to_owned()
            } else {
                signed_pounds(apart)
            };
            Row {
                name: row.label.clone(),
                cells: figures(&row).chain([against]).collect(),
            }
        })
        .collect()
    }

    /// The table by payer without its last column, which is the payback.
    pub fn payers(&self, view: LedgerView) -> Vec<Row> {
        let table = payers(&self.model, &self.outcome, &self.published, by_years(view));
        let rows = table.sections.into_iter().flat_map(|section| section.rows);
        rows.map(|row| Row {
            name: row.label.clone(),
            cells: figures(&row).collect(),
        })
        .collect()
    }
}

/// The tables as they are by default but for the reading of their years.
fn by_years(years: LedgerView) -> View {
    View {
        years,
        ..View::default()
    }
}

/// A row's yearly figures and the one at its end, each as its cell shows it.
fn figures(row: &send_modeller::export::Row) -> impl Iterator<Item = String> + '_ {
    let now = row.years.iter().chain([&row.end]);
    let then = row.published.iter().chain([&row.published_end]);
    now.zip(then).map(|(now, then)| {
        if now == then {
            pounds(*now)
        } else {
            format!("{}published {}", pounds(*now), pounds(*then))
        }
    })
}

/// Holds everything the page shows at once to be what the link gives.
#[track_caller]
pub fn shows(page: &Page, link: &str) {
    let expected = Expected::of(link);
    assert_eq!(page.sentence(), expected.sentence(), "sentence of {link}");
    assert_eq!(page.tiles(), expected.tiles(), "tiles of {link}");
    let view = LedgerView::Annual;
    assert_eq!(page.table("Ledger").rows(), expected.ledger(view), "{link}");
}

/// The figures of the six tiles as a golden file has them.
pub fn golden_tiles(link: &str) -> [String; 6] {
    let golden = golden();
    let (_, text) = golden
        .iter()
        .find(|(name, _)| *name == link)
        .unwrap_or_else(|| panic!("no golden file for {link}"));
    let file: Value = serde_json::from_str(text).unwrap();
    let amount = |value: &Value| pounds(Pounds(value.as_i64().unwrap()));
    // The empty case: nothing is invested, whatever year the engine gives for that.
    let bare = file["lines"].as_object().unwrap().is_empty();
    let year = |value: &Value| match value.as_str() {
        Some(_) if bare => "nothing owed".to_owned(),
        year => year.unwrap_or("not within 5 years").to_owned(),
    };
    [
        amount(&file["totals"]["investment"]),
        amount(&file["savings"][4]),
        amount(&file["avoidance"][4]),
        amount(&file["totals"]["net"]),
        year(&file["payback_year"]),
        year(&file["payback_year_savings_only"]),
    ]
}

/// A scenario to compare, under a name.
pub fn a_scenario(model: &Model, name: &str, scenario: Scenario) -> Named {
    Named {
        name: name.to_owned(),
        model: model.clone(),
        scenario,
    }
}
