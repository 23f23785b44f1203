//! How the figures a link was sent with stand to those of today, in words, with what the
//! change log says of the versions between.

use super::format::pounds;
use crate::link::{Receipt, ReceiptCheck, version};
use crate::model::{MODEL_VERSION, Model, Outcome, Payback, Pounds};

/// The change log, of which each version says apart what moved a figure.
const LOG: &str = include_str!("../../CHANGELOG.md");

/// Of the change log the versions and what moved a figure, picked out while the program is
/// built: the rest of it would be fetched with the panel page and never be read.
const CHANGES: &str = {
    const PICKED: [u8; picked(LOG.as_bytes(), &mut [])] = {
        let mut into = [0; picked(LOG.as_bytes(), &mut [])];
        picked(LOG.as_bytes(), &mut into);
        into
    };
    match std::str::from_utf8(&PICKED) {
        Ok(text) => text,
        Err(_) => "",
    }
};

/// How many bytes of a change log are headings of versions and what stands under "Numbers
/// changed"; as many of them as there is room for are copied.
const fn picked(log: &[u8], into: &mut [u8]) -> usize {
    let (mut count, mut start, mut numbers) = (0, 0, false);
    while start < log.len() {
        let mut end = start;
        while end < log.len() && log[end] != b'\n' {
            end += 1;
        }
        let version = begins(log, start, b"## ");
        if version || begins(log, start, b"### ") {
            numbers = begins(log, start, NUMBERS.as_bytes());
        }
        if version || numbers {
            let mut from = start;
            while from < log.len() && from <= end {
                if count < into.len() {
                    into[count] = log[from];
                }
                (count, from) = (count + 1, from + 1);
            }
        }
        start = end + 1;
    }
    count
}

/// The heading over what moved a figure.
const NUMBERS: &str = "### Numbers changed";

const fn begins(text: &[u8], at: usize, with: &[u8]) -> bool {
    let mut place = 0;
    while place < with.len() {
        if at + place >= text.len() || text[at + place] != with[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// A receipt in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptWords {
    /// True where the figures are those the sender saw.
    pub as_sent: bool,
    /// One or two sentences.
    pub text: String,
    /// What moved figures in the versions since it was sent, newest first.
    pub changes: Vec<VersionChanges>,
}

/// What one version says moved a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionChanges {
    /// The heading of the version: `1.1.0 (model 1.1), 2027-01-15`.
    pub version: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// What to say of a receipt; nothing where a link has none.
pub fn receipt_words(
    model: &Model,
    outcome: &Outcome,
    check: &ReceiptCheck,
) -> Option<ReceiptWords> {
    let words = |text: String| ReceiptWords {
        as_sent: false,
        text,
        changes: Vec::new(),
    };
    Some(match check {
        ReceiptCheck::None => return None,
        ReceiptCheck::AsSent(receipt) => ReceiptWords {
            as_sent: true,
            ..words(format!("Figures as sent (model {}).", receipt.model))
        },
        ReceiptCheck::Differs(receipt) => ReceiptWords {
            changes: numbers_changed(CHANGES, &receipt.model, MODEL_VERSION),
            ..words(format!(
                "Sent as {}; now {}.",
                seen(receipt),
                now(model, outcome)
            ))
        },
        ReceiptCheck::FromNewer(receipt) => words(format!(
            "Sent as {}, from a newer copy of this app. This copy gives {}. Open the link in the \
             newer copy for the sender's figures.",
            seen(receipt),
            now(model, outcome),
        )),
        ReceiptCheck::Edited => words(
            "This link was changed after it was made, so what its sender saw no longer belongs to \
             it. The figures here are worked out now."
                .to_owned(),
        ),
        ReceiptCheck::Unreadable => words(
            "What the sender saw cannot be read from this link. The figures here are worked out \
             now."
                .to_owned(),
        ),
    })
}

fn seen(receipt: &Receipt) -> String {
    said(receipt.net, receipt.payback.as_deref(), &receipt.model)
}

fn now(model: &Model, outcome: &Outcome) -> String {
    let year = match outcome.payback {
        Payback::Within { year, .. } => Some(model.case().years.label(year)),
        Payback::NotWithin { .. } => None,
    };
    said(outcome.net.total(), year.as_deref(), MODEL_VERSION)
}

/// `£17,638,882 net, paying back in 2019/20 (model 1.0)`.
fn said(net: Pounds, payback: Option<&str>, model: &str) -> String {
    let payback = payback.map_or_else(
        || "not paying back".to_owned(),
        |year| format!("paying back in {year}"),
    );
    format!("{} net, {payback} (model {model})", pounds(net))
}

/// The lines under "Numbers changed" of every version of the model after one and up to
/// another.
fn numbers_changed(log: &str, after: &str, to: &str) -> Vec<VersionChanges> {
    let mut found: Vec<VersionChanges> = Vec::new();
    let (mut wanted, mut numbers) = (false, false);
    for line in log.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let model = heading
                .split_once("(model ")
                .and_then(|(_, rest)| rest.split_once(')'))
                .and_then(|(model, _)| version(model));
            wanted = model > version(after) && model <= version(to);
            if wanted {
                found.push(VersionChanges {
                    version: heading.to_owned(),
                    lines: Vec::new(),
                });
            }
        } else if line.starts_with("### ") {
            numbers = line == NUMBERS;
        } else if let (true, true, Some(text), Some(last)) =
            (wanted, numbers, line.strip_prefix("- "), found.last_mut())
        {
            last.lines.push(text.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "# Changes\n\n## 1.2.0 (model 1.2), 2028\n\n### Numbers changed\n\n- A rounding.\n- A rule.\n\n\
        ### Screen changed\n\n- A colour.\n\n## 1.1.5 (model 1.1), 2027\n\n### Numbers changed\n\n- A bound.\n\n\
        ## 1.0.0 (model 1.0), 2026\n\n### Numbers changed\n\n- First version.\n";

    #[test]
    fn only_the_versions_between_and_only_what_moved_a_figure() {
        let lines = |after: &str, to: &str| -> Vec<String> {
            let versions = numbers_changed(MADE, after, to);
            versions
                .into_iter()
                .flat_map(|version| version.lines)
                .collect()
        };
        assert_eq!(lines("1.0", "1.2"), ["A rounding.", "A rule.", "A bound."]);
        assert_eq!(lines("1.0", "1.1"), ["A bound."]);
        assert_eq!(lines("0.9", "1.0"), ["First version."]);
        assert!(lines("1.2", "1.2").is_empty());
    }

    #[test]
    fn what_is_picked_out_of_the_change_log_is_what_moved_a_figure_and_no_more() {
        let all = |log| numbers_changed(log, "0.0", "99.0");
        assert_eq!(all(CHANGES), all(LOG));
        assert!(!CHANGES.contains("Screen changed") && CHANGES.len() < LOG.len() / 2);
        let mut into = [0; MADE.len()];
        let count = picked(MADE.as_bytes(), &mut into);
        assert_eq!(
            String::from_utf8_lossy(&into[..count]),
            "## 1.2.0 (model 1.2), 2028\n### Numbers changed\n\n- A rounding.\n- A rule.\n\n## 1.1.5 (model 1.1), 2027\n\
             ### Numbers changed\n\n- A bound.\n\n## 1.0.0 (model 1.0), 2026\n### Numbers changed\n\n- First version.\n"
        );
    }

    #[test]
    fn the_change_log_says_what_the_present_version_moved() {
        let present = numbers_changed(CHANGES, "0.0", MODEL_VERSION);
        assert!(
            present[0]
                .version
                .contains(&format!("(model {MODEL_VERSION})"))
        );
        assert!(present.iter().all(|version| !version.lines.is_empty()));
    }
}
