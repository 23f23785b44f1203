//! LibreOffice and openpyxl at work on files of a folder of their own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::sheets::{Table, Tables, Value};

/// Recalculate always: without it LibreOffice keeps the results a file comes with, and the
/// test would hold the engine against itself.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

pub struct Office {
    folder: PathBuf,
}

impl Office {
    /// In an empty folder of this name.
    pub fn new(name: &str) -> Office {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("recalculate")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        for part in ["given", "recalculated"] {
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        Office { folder }
    }

    pub fn given(&self, name: &str) -> PathBuf {
        self.folder.join("given").join(name)
    }

    pub fn recalculated(&self, name: &str) -> PathBuf {
        self.folder.join("recalculated").join(name)
    }

    /// Opens every file given and saves it again with its own results; two at a time, since
    /// one takes nearly two seconds.
    pub fn recalculate(&self) {
        let files = fs::read_dir(self.folder.join("given")).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        let halves = files.chunks(files.len().div_ceil(2)).enumerate();
        let offices: Vec<Child> = halves
            .map(|(place, files)| self.office(&format!("profile-{place}"), files))
            .collect();
        for office in offices {
            let told = office.wait_with_output().unwrap();
            let errors = String::from_utf8_lossy(&told.stderr);
            assert!(told.status.success(), "{errors}");
        }
    }

    fn office(&self, profile: &str, files: &[PathBuf]) -> Child {
        let profile = self.folder.join(profile);
        fs::create_dir_all(profile.join("user")).unwrap();
        fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).unwrap();
        Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                profile.display()
            ))
            .args([
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
            ])
            .arg(self.folder.join("recalculated"))
            .args(files)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("LibreOffice: make setup installs it")
    }

    /// The tables of a recalculated file.
    pub fn tables(&self, name: &str) -> Tables {
        tables_of(&self.recalculated(name))
    }

    /// Types values into the cells that bear the names of assumptions, and saves the file
    /// as openpyxl does: without any result of a formula.
    pub fn type_in(&self, path: &Path, values: &[(String, f64)]) {
        let script = "
import sys, openpyxl
path, lines = sys.argv[1], sys.stdin.read().split()
book = openpyxl.load_workbook(path)
for name, value in zip(lines[::2], lines[1::2]):
    sheet, cell = next(book.defined_names[name].destinations)
    book[sheet][cell.replace('$', '')].value = float(value)
book.save(path)
print('saved')
";
        let lines: Vec<String> = values
            .iter()
            .map(|(id, value)| format!("{} {value}", id.replace('-', "_")))
            .collect();
        assert_eq!(python(script, path, &lines.join("\n")), "saved");
    }

    /// What openpyxl says of a file: `sound`, or what is wrong.
    pub fn check(&self, path: &Path) -> String {
        let script = "
import sys, warnings, openpyxl
warnings.simplefilter('error')
book = openpyxl.load_workbook(sys.argv[1])
wrong = []
for sheet in book:
    if sheet.sheet_state != 'visible': wrong.append(sheet.title + ' is hidden')
    if len(sheet.tables) != 1: wrong.append('%s has %d tables' % (sheet.title, len(sheet.tables)))
    if sheet.merged_cells.ranges: wrong.append(sheet.title + ' has merged cells')
    if not sheet['A1'].value: wrong.append(sheet.title + ' has no title')
    for table in sheet.tables.values():
        cells = [cell for row in sheet[table.ref] for cell in row]
        empty = [cell.coordinate for cell in cells if cell.value in (None, '')]
        if empty: wrong.append('%s has empty cells: %s' % (sheet.title, empty[:5]))
        headings = [cell.value for cell in sheet[table.ref][0]]
        if len(set(headings)) != len(headings): wrong.append(sheet.title + ' has a heading twice')
if book.vba_archive: wrong.append('macros')
print('; '.join(wrong) or 'sound')
";
        python(script, path, "")
    }
}

fn python(script: &str, path: &Path, input: &str) -> String {
    // Debian's own, which is the one that has its packages.
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", script])
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 with openpyxl: make setup installs it");
    python
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let told = python.wait_with_output().unwrap();
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    String::from_utf8_lossy(&told.stdout).trim().to_owned()
}

/// The tables of a file, with the results that are written in it. A table begins where the
/// first row with more than one cell is.
pub fn tables_of(path: &Path) -> Tables {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let mut tables = Tables::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let value = |cell: &Data| match cell {
            Data::Float(value) => Value::Number(*value),
            #[expect(clippy::cast_precision_loss, reason = "pounds")]
            Data::Int(value) => Value::Number(*value as f64),
            other => Value::Text(other.to_string()),
        };
        let filled = |row: &&[Data]| row.iter().filter(|cell| **cell != Data::Empty).count() > 1;
        let mut rows = range.rows().skip_while(|row| !filled(row));
        let headings = rows.next().unwrap_or_default();
        let table = Table {
            headings: headings.iter().map(ToString::to_string).collect(),
            rows: rows.map(|row| row.iter().map(value).collect()).collect(),
        };
        tables.insert(name, table);
    }
    tables
}
