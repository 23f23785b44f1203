//! Everything there is to take away, by the names it has in the archive.

use js_sys::Uint8Array;

use super::taken::Taken;
use crate::app::browser::bytes_of_text;

/// Everything, the workbook first; then what tells what all of it is. A picture that the
/// browser cannot draw as PNG is there as SVG alone.
pub async fn everything(taken: &Taken, workbook: Uint8Array) -> Vec<(String, Uint8Array)> {
    let mut files = Files::default();
    files.add(
        taken.name("", "xlsx"),
        workbook,
        "the workbook, with live formulas",
    );
    files.add(
        taken.name("", "json"),
        bytes_of_text(&taken.scenario_file()),
        "the scenario, to be opened again",
    );
    for table in &taken.tables {
        let name = taken.name(table.name, "csv");
        files.add(
            format!("tables/{name}-metadata.json"),
            bytes_of_text(&taken.metadata(table)),
            "what the columns of that table are",
        );
        let csv = bytes_of_text(&table.csv());
        files.add(format!("tables/{name}"), csv, &table.title);
    }
    for picture in &taken.pictures {
        let svg = bytes_of_text(&taken.svg(picture));
        let name = format!("pictures/{}", taken.name(picture.name, "svg"));
        files.add(name, svg, &picture.title);
        if let Some(png) = taken.png(picture).await {
            let name = format!("pictures/{}", taken.name(picture.name, "png"));
            files.add(name, png, "the same picture in pixels");
        }
    }
    let about = taken.about();
    let contents = format!(
        "{}\r\n\r\n{}\r\n\r\n{}",
        about.line(),
        about.link,
        files.contents
    );
    let contents = bytes_of_text(&contents);
    files.all.push(("contents.txt".to_owned(), contents));
    files.all
}

#[derive(Default)]
struct Files {
    all: Vec<(String, Uint8Array)>,
    /// A line for each.
    contents: String,
}

impl Files {
    fn add(&mut self, name: String, bytes: Uint8Array, what: &str) {
        self.contents.push_str(&format!("{name}: {what}\r\n"));
        self.all.push((name, bytes));
    }
}
