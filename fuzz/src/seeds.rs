//! Writes what fuzzing starts from, out of the project's own files, and the words that are
//! worth trying: `SEEDS=FOLDER seeds -runs=0`, from the project's folder, makes a folder
//! for each target, and `words`. A target by its form alone, since all that is built here
//! counts for the fuzzer and needs it beside.

#![no_main]

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

use libfuzzer_sys::fuzz_target;
use send_modeller::file::scenario_json;
use send_modeller::link::{Link, open};
use send_modeller_fuzz::{case_parts, scenario_parts, with_library};

fuzz_target!(
    init: {
        let folder = env::var("SEEDS").expect("SEEDS names a folder");
        write(Path::new("."), Path::new(&folder)).expect("the seeds can be written");
    },
    |_data: &[u8]| {}
);

fn write(project: &Path, folder: &Path) -> io::Result<()> {
    let put = |target: &str, name: &str, content: &[u8]| -> io::Result<()> {
        let folder = folder.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), content)
    };

    let links = fs::read_to_string(project.join("tests/links/v1.txt"))?;
    let links = links.lines().filter(|line| !line.starts_with("# "));
    for (place, line) in links.enumerate() {
        let link = line.split('\t').next().unwrap_or_default();
        put("link", &format!("{place}"), link.as_bytes())?;
        let (file, columns) = with_library(|library| {
            let opened = open(link, library);
            let model = opened
                .model
                .unwrap_or_else(|| library.default_model().clone());
            let link = Link {
                title: &opened.title,
                note: &opened.note,
                stress: &opened.stress,
                ..Link::to(&model, &opened.scenario)
            };
            let changes = opened.scenario.changes().iter();
            let columns: String = changes
                .map(|change| {
                    let known = &model.assumptions()[change.assumption];
                    format!("{}\t{}\n", known.label, change.value)
                })
                .collect();
            (scenario_json(&link, ""), columns)
        });
        put("scenario", &format!("{place}"), file.as_bytes())?;
        let columns = format!("Assumption\tScenario\n{columns}");
        put("pasted", &format!("columns-{place}"), columns.as_bytes())?;
        put("pasted", &format!("link-{place}"), link.as_bytes())?;
    }
    put("pasted", "file", &fs::read(folder.join("scenario/3"))?)?;

    let mut words = BTreeSet::new();
    let cases = ["www/cases", "tests/cases"].map(|folder| fs::read_dir(project.join(folder)));
    for entry in cases
        .into_iter()
        .collect::<io::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
    {
        let path = entry?.path();
        let text = fs::read_to_string(&path)?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        put("case", &name, text.as_bytes())?;
        let short = |word: &&str| {
            let plain = word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            plain && (2..32).contains(&word.len())
        };
        words.extend(text.split('"').filter(short).map(str::to_owned));
    }
    for (name, content) in scenario_parts().seeds() {
        put("workbook", &name, &content)?;
    }
    for (name, content) in case_parts().seeds() {
        put("case_workbook", &name, &content)?;
    }
    let marks = [
        "&", "=", "%26", "#case=", "&v=1&", "receipt=", "ranges=", "stress=", "lines=",
    ];
    let words = words.iter().map(String::as_str).chain(marks);
    let words: String = words.map(|word| format!("\"{word}\"\n")).collect();
    fs::write(folder.join("words"), words)
}
