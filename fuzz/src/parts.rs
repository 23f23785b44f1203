//! Workbooks whose parts are replaced. An .xlsx file is a packed archive with a sum over each
//! part, so a changed byte of the file would be refused before anybody reads a cell. So the
//! first byte of an input chooses a part of a small workbook of ours, and the rest is what
//! stands in its place; one that chooses none is the whole file.

use std::io::{Cursor, Read, Write};

use send_modeller::case::{Case, shipped_cases};
use send_modeller::link::Link;
use send_modeller::model::{Model, Scenario};
use send_modeller::workbook::{About, workbook, write, write_case};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The parts of a workbook, by name.
pub struct Parts(Vec<(String, Vec<u8>)>);

/// The smallest shipped case that has lines.
fn small() -> Case {
    let shipped = shipped_cases()
        .iter()
        .find(|case| case.id.starts_with("cambridgeshire"));
    shipped.expect("it is shipped").read().expect("it is sound")
}

/// The parts of the workbook of a scenario.
pub fn scenario_parts() -> Parts {
    let model = Model::new(small()).expect("it is sound");
    let published = Scenario::published();
    let about = About {
        address: "https://example.org/send/",
        date: "2026-11-26",
    };
    let book = workbook(&Link::to(&model, &published), &about);
    Parts::of(&write(&book, about.date).expect("it can be written"))
}

/// The parts of the workbook of a case.
pub fn case_parts() -> Parts {
    Parts::of(&write_case(&small()).expect("it can be written"))
}

impl Parts {
    fn of(bytes: &[u8]) -> Parts {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = Vec::new();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("it unpacks");
            let name = part.name().expect("a name").into_owned();
            parts.push((name, content));
        }
        Parts(parts)
    }

    /// The file that an input stands for.
    pub fn file(&self, data: &[u8]) -> Vec<u8> {
        let Some((which, rest)) = data.split_first() else {
            return Vec::new();
        };
        let which = usize::from(*which);
        if which >= self.0.len() {
            return rest.to_vec();
        }
        self.packed(which, rest)
    }

    fn packed(&self, which: usize, instead: &[u8]) -> Vec<u8> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (place, (name, content)) in self.0.iter().enumerate() {
            archive.start_file(name.as_str(), options).expect("a part");
            let content = if place == which { instead } else { content };
            archive.write_all(content).expect("into memory");
        }
        archive.finish().expect("into memory").into_inner()
    }

    /// An input for each part, which changes nothing, and one that is the whole file.
    pub fn seeds(&self) -> Vec<(String, Vec<u8>)> {
        let input = |which: usize, content: &[u8]| {
            let which = u8::try_from(which).unwrap_or(u8::MAX);
            [&[which], content].concat()
        };
        let parts = self.0.iter().enumerate();
        let mut seeds: Vec<(String, Vec<u8>)> = parts
            .map(|(place, (name, content))| (name.replace('/', "-"), input(place, content)))
            .collect();
        let whole = self.packed(usize::MAX, &[]);
        seeds.push(("whole".to_owned(), input(usize::MAX, &whole)));
        seeds
    }
}
