//! Holds this engine against an earlier one: every assumption at the ends of its bounds and
//! of its range, the links that are kept for ever, and a thousand drawn by lot.
//!
//! ```sh
//! model_check OLD_PROGRAM OLD_VERSION OLD_MODEL
//! ```
//!
//! The old engine is a program that reads links and writes an object for each, as
//! `examples/evaluate.rs` does. Links that the old engine cannot read whole are about what is
//! new, and are left out; figures that only this one gives are new as well. Everything else
//! has to be the same, or the change log says that numbers changed and the version of the
//! model is a new one: 0 where that is so, 1 where it is not, 2 where nothing could be told.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, ExitCode, Stdio};

use send_modeller::case::Assumption;
use send_modeller::export::Evaluation;
use send_modeller::link::{fragment, open};
use send_modeller::model::{Library, MODEL_VERSION, Model, Scenario};
use serde_json::Value;

const CHANGES: &str = include_str!("../CHANGELOG.md");
const LINKS: &str = include_str!("../tests/links/v1.txt");

/// How many links are drawn by lot, and what the lot begins with: the same ones every time.
const DRAWN: u64 = 1_000;
const SEED: u64 = 20_181_128;
/// How many figures that moved are printed; the rest are counted.
const PRINTED: usize = 60;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, version, model] = &arguments[..] else {
        eprintln!("usage: model_check OLD_PROGRAM OLD_VERSION OLD_MODEL");
        return ExitCode::from(2);
    };
    match checked(program, version, model) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("model_check: {why}");
            ExitCode::from(2)
        }
    }
}

/// A figure that is another than it was.
struct Moved {
    link: String,
    figure: String,
    from: String,
    to: String,
}

fn checked(program: &str, version: &str, model: &str) -> Result<bool, String> {
    let library = Library::shipped().map_err(|faults| faults.to_string())?;
    let links = links(&library);
    let old = asked(program, &links)?;
    if old.len() != links.len() {
        return Err(format!("{} links, {} answers", links.len(), old.len()));
    }
    let (mut moved, mut both) = (Vec::new(), 0_usize);
    for (link, old) in links.iter().zip(&old) {
        let was: Value = serde_json::from_str(old).map_err(|fault| format!("{fault}: {old}"))?;
        if was["problems"] != Value::Array(Vec::new()) {
            continue;
        }
        both += 1;
        let now = serde_json::to_value(Evaluation::of(&open(link, &library)));
        let now = now.map_err(|fault| fault.to_string())?;
        compare("", &was, &now, &mut |figure, from, to| {
            moved.push(Moved {
                link: link.clone(),
                figure,
                from,
                to,
            });
        });
    }
    println!(
        "{both} of {} links are known to {version} (model {model}); held against this one (model \
         {MODEL_VERSION}).",
        links.len()
    );
    if both == 0 {
        return Err("the old engine knew none of the links, so nothing was held".to_owned());
    }
    report(&moved);
    Ok(verdict(moved.is_empty(), version, model))
}

fn report(moved: &[Moved]) {
    for Moved {
        link,
        figure,
        from,
        to,
    } in moved.iter().take(PRINTED)
    {
        println!("moved: {figure}: {from} -> {to}\n       #{link}");
    }
    if moved.len() > PRINTED {
        println!("and {} more; by figure:", moved.len() - PRINTED);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for one in moved {
            *counts.entry(&one.figure).or_default() += 1;
        }
        for (figure, count) in counts {
            println!("{count:>8}  {figure}");
        }
    }
}

/// Whether the change log and the version of the model say what was found.
fn verdict(same: bool, version: &str, model: &str) -> bool {
    let (heading, says_none) = latest();
    if same {
        println!("No figure moved.");
        if !says_none {
            println!("The change log says under {heading} that numbers changed: elsewhere, then.");
        }
        return true;
    }
    if says_none {
        println!("FAILED: figures moved, and the change log says None under {heading}.");
    }
    if model == MODEL_VERSION {
        println!("FAILED: figures moved since {version}, and the model is still {MODEL_VERSION}.");
    }
    !says_none && model != MODEL_VERSION
}

/// The heading of the latest version in the change log, and whether it says that no number
/// changed.
fn latest() -> (&'static str, bool) {
    let (_, after) = CHANGES.split_once("\n## ").unwrap_or_default();
    let (heading, rest) = after.split_once('\n').unwrap_or_default();
    let (_, numbers) = rest.split_once("### Numbers changed").unwrap_or_default();
    (heading, numbers.trim_start().starts_with("- None"))
}

/// What the old engine makes of the links, a line each.
fn asked(program: &str, links: &[String]) -> Result<Vec<String>, String> {
    let failed = |fault: std::io::Error| format!("{program}: {fault}");
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let mut input = child.stdin.take().ok_or("no way into the old engine")?;
    let lines = links.join("\n") + "\n";
    // Beside reading, since it answers line by line and waits where nobody listens.
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().map_err(failed)?;
    let written = writer.join().map_err(|_| "the links were not written")?;
    written.map_err(failed)?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status));
    }
    let text = String::from_utf8(output.stdout).map_err(|fault| fault.to_string())?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Every figure of the old one that the new one has not, or has otherwise.
fn compare(path: &str, was: &Value, now: &Value, moved: &mut impl FnMut(String, String, String)) {
    match (was, now) {
        (Value::Object(was), Value::Object(now)) => {
            for (key, was) in was {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                compare(&path, was, now.get(key).unwrap_or(&Value::Null), moved);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (was, now)) in one.iter().zip(other).enumerate() {
                compare(&format!("{path}[{place}]"), was, now, moved);
            }
        }
        _ if was != now => moved(path.to_owned(), was.to_string(), now.to_string()),
        _ => {}
    }
}

/// What is asked of both: see the head of this file.
fn links(library: &Library) -> Vec<String> {
    let kept = LINKS.lines().filter(|line| !line.starts_with("# "));
    let kept = kept.filter_map(|line| line.split('\t').next());
    let mut links: Vec<String> = kept.map(str::to_owned).collect();
    let models: Vec<&Model> = library.iter().collect();
    for model in &models {
        let table = model.assumptions();
        links.push(fragment(model, &Scenario::published()));
        for (index, known) in table.iter() {
            for value in [known.min, known.low, known.high, known.max] {
                let mut scenario = Scenario::published();
                if scenario.set(table, index, value).is_ok() {
                    links.push(fragment(model, &scenario));
                }
            }
        }
    }
    let mut lot = Lot(SEED);
    for drawn in 0..DRAWN {
        // Mostly the case with most to change, and each of the others now and then.
        let others = if drawn % 4 == 0 { models.len() } else { 1 };
        let model = models[lot.below(others)];
        let mut scenario = Scenario::published();
        for (index, known) in model.assumptions().iter() {
            if lot.below(8) == 0 {
                let value = lot.value(known);
                // A value that a rounding has put out of bounds is left as published.
                let _ = scenario.set(model.assumptions(), index, value);
            }
        }
        links.push(fragment(model, &scenario));
    }
    links
}

/// Numbers by lot, from SplitMix64.
struct Lot(u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap_or_default()
    }

    /// A value within bounds, as somebody might type it: whole, or with two decimals.
    #[allow(clippy::cast_precision_loss, reason = "53 bits of it")]
    fn value(&mut self, known: &Assumption) -> f64 {
        let part = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let value = known.min + (known.max - known.min) * part;
        let scale = if known.takes_whole() { 1.0 } else { 100.0 };
        (value * scale).round() / scale
    }
}
