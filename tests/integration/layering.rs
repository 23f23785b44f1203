//! One direction: app → session, chart, workbook → file → export → link → analysis → model → case. Nothing
//! points back.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::project;

/// The pure folders, and what of this crate each may use besides itself.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("case", &[]),
    ("model", &["case"]),
    ("analysis", &["case", "model"]),
    ("link", &["case", "model", "analysis"]),
    ("export", &["case", "model", "link", "analysis"]),
    ("chart", &["case", "model", "link", "analysis", "export"]),
    ("file", &["case", "model", "link", "analysis", "export"]),
    ("session", &["case", "model", "link", "analysis", "export"]),
    (
        "workbook",
        &["case", "model", "link", "analysis", "export", "file"],
    ),
];

const WEB: [&str; 5] = ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

const MOST_LINES: usize = 400;

fn rust_files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => rust_files(path),
            Some(extension) if extension == "rs" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The code without its comments.
fn code(path: &Path) -> String {
    read(path)
        .lines()
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The modules of this crate that some code names: `crate::link`, `crate::{case, link}`.
fn modules(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let mut names = Vec::new();
        if let Some(group) = after.strip_prefix('{') {
            // The first word of each part at the outermost level of the braces.
            let (mut depth, mut word, mut first) = (0, String::new(), true);
            for character in group.chars() {
                match character {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        names.push(std::mem::take(&mut word));
                        first = true;
                    }
                    ':' => first = false,
                    _ if depth == 0 && first && !character.is_whitespace() => word.push(character),
                    _ => {}
                }
            }
            names.push(word);
        } else {
            let word = |character: &char| character.is_alphanumeric() || *character == '_';
            names.push(after.chars().take_while(word).collect());
        }
        found.extend(names.into_iter().filter(|name| !name.is_empty()));
    }
    found
}

#[test]
fn pure_folders_name_nothing_of_the_web() {
    for (folder, _) in MAY_USE {
        for path in rust_files(project("src").join(folder)) {
            for name in WEB {
                assert!(
                    !code(&path).contains(name),
                    "{} names {name}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn nothing_points_back() {
    for (folder, may_use) in MAY_USE {
        for path in rust_files(project("src").join(folder)) {
            for module in modules(&code(&path)) {
                let allowed = module == folder || may_use.contains(&module.as_str());
                assert!(allowed, "{} uses crate::{module}", path.display());
            }
        }
    }
}

#[test]
fn every_folder_is_either_pure_or_of_the_web() {
    for entry in fs::read_dir(project("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let known = MAY_USE.iter().any(|(folder, _)| *folder == name);
        assert!(
            !path.is_dir() || known || ["api", "app", "bin", "cli"].contains(&name.as_str()),
            "src/{name}"
        );
    }
    assert!(rust_files(project("src/model")).len() > 5);
}

#[test]
fn without_the_app_no_web_crate_is_needed() {
    let manifest = fs::read_to_string(project("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap();
    let always = dependencies.split("\n[").next().unwrap().lines();
    for line in always.filter(|line| !line.contains("optional = true") && !line.starts_with('#')) {
        for name in WEB {
            assert!(!line.replace('-', "_").contains(name), "{line}");
        }
    }
}

#[test]
fn a_file_fits_in_a_head() {
    let files = rust_files(project("src"))
        .into_iter()
        .chain(rust_files(project("tests")));
    let mut long: Vec<String> = files
        .filter(|path| read(path).lines().count() > MOST_LINES)
        .map(|path| {
            path.strip_prefix(project(""))
                .unwrap()
                .display()
                .to_string()
        })
        .collect();
    long.sort();
    assert_eq!(
        long,
        Vec::<String>::new(),
        "files of more than {MOST_LINES} lines"
    );
}

#[test]
fn this_test_can_see_what_it_looks_for() {
    let named = modules(
        "use crate::model::{Model, link};\nuse crate::{\n  case::{Case, x::y},\n  export,\n};",
    );
    assert_eq!(named, ["case", "export", "model"].map(str::to_owned).into());
    assert_eq!(
        modules("pub(crate) fn f(x: crate::session::Y)"),
        ["session".to_owned()].into()
    );
}
