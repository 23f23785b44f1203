//! How the figures a link was sent with stand to those of today, in words, with what the
//! change log says of the versions between.

use super::format::pounds;
use crate::link::{Receipt, ReceiptCheck, version};
use crate::model::{MODEL_VERSION, Model, Outcome, Payback, Pounds};

/// The change log, of which each version says apart what moved a figure.
const CHANGES: &str = include_str!("../../CHANGELOG.md");

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
        } else if let Some(heading) = line.strip_prefix("### ") {
            numbers = heading == "Numbers changed";
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

    const LOG: &str = "# Changes\n\n## 1.2.0 (model 1.2), 2028\n\n### Numbers changed\n\n- A rounding.\n- A rule.\n\n\
        ### Screen changed\n\n- A colour.\n\n## 1.1.5 (model 1.1), 2027\n\n### Numbers changed\n\n- A bound.\n\n\
        ## 1.0.0 (model 1.0), 2026\n\n### Numbers changed\n\n- First version.\n";

    #[test]
    fn only_the_versions_between_and_only_what_moved_a_figure() {
        let lines = |after: &str, to: &str| -> Vec<String> {
            let versions = numbers_changed(LOG, after, to);
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
