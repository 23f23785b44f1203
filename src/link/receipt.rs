//! What the sender of a link saw: the version of the model, the net and the payback.
//!
//! In a link: `receipt=1.0,17638882,2019/20,5f3a91c2`, where the last word is a check
//! over the rest and the scenario, so that a link edited after it was sent is told from
//! a model that has changed. It guards against slips and is no signature.

use super::v1;
use crate::case::checksum;
use crate::model::{MODEL_VERSION, Model, Outcome, Payback, Pounds, Scenario};

/// The figures a link was sent with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Version of the model that made them: `1.0`.
    pub model: String,
    /// Net over all years.
    pub net: Pounds,
    /// Label of the payback year on all benefits; none where it did not pay back.
    pub payback: Option<String>,
    /// The check as written.
    check: u32,
}

/// How a link's receipt stands to what the engine gives now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptCheck {
    /// The link has none.
    None,
    /// The same figures.
    AsSent(Receipt),
    /// Other figures, from a model of the same, an earlier or an unknown version.
    Differs(Receipt),
    /// Other figures, sent from a newer model than this one.
    FromNewer(Receipt),
    /// It does not belong to this scenario: the link was edited after it was sent.
    Edited,
    /// It cannot be read.
    Unreadable,
}

/// The word for "did not pay back".
const NEVER: &str = "never";

impl Receipt {
    /// The receipt of what is seen now.
    pub fn of(model: &Model, scenario: &Scenario, outcome: &Outcome) -> Receipt {
        let mut receipt = Receipt {
            model: MODEL_VERSION.to_owned(),
            net: outcome.net.total(),
            payback: payback_year(model, outcome),
            check: 0,
        };
        receipt.check = receipt.checked(model, scenario);
        receipt
    }

    /// The value of `receipt`.
    pub fn write(&self) -> String {
        format!("{},{:08x}", self.figures(), self.check)
    }

    /// Reads the value of `receipt`.
    pub fn read(text: &str) -> Option<Receipt> {
        let mut words = text.split(',');
        let (model, net, payback, check) =
            (words.next()?, words.next()?, words.next()?, words.next()?);
        version(model)?;
        let label = |c: char| c.is_ascii_digit() || c == '/';
        let payback = match payback {
            NEVER => None,
            year if !year.is_empty() && year.len() <= 9 && year.chars().all(label) => {
                Some(year.to_owned())
            }
            _ => return None,
        };
        if check.len() != 8 || words.next().is_some() {
            return None;
        }
        Some(Receipt {
            model: model.to_owned(),
            net: Pounds(parse_whole(net)?),
            payback,
            check: u32::from_str_radix(check, 16).ok()?,
        })
    }

    /// Holds it against what the engine gives now for the scenario it came with.
    pub fn compare(self, model: &Model, scenario: &Scenario, outcome: &Outcome) -> ReceiptCheck {
        if self.check != self.checked(model, scenario) {
            return ReceiptCheck::Edited;
        }
        let same = self.net == outcome.net.total() && self.payback == payback_year(model, outcome);
        match (same, version(&self.model) > version(MODEL_VERSION)) {
            (true, _) => ReceiptCheck::AsSent(self),
            (false, false) => ReceiptCheck::Differs(self),
            (false, true) => ReceiptCheck::FromNewer(self),
        }
    }

    fn figures(&self) -> String {
        let payback = self.payback.as_deref().unwrap_or(NEVER);
        format!("{},{},{payback}", self.model, self.net.0)
    }

    /// FNV-1a over the figures and what makes them, 32 bits.
    fn checked(&self, model: &Model, scenario: &Scenario) -> u32 {
        let scenario = v1::write_figures(model, scenario);
        let text = self.figures();
        checksum(text.bytes().chain(scenario.bytes()))
    }
}

/// The payback year's label.
fn payback_year(model: &Model, outcome: &Outcome) -> Option<String> {
    match outcome.payback {
        Payback::Within { year, .. } => Some(model.case().years.label(year)),
        Payback::NotWithin { .. } => None,
    }
}

/// A version of the model as two whole numbers, to be compared.
pub fn version(text: &str) -> Option<(i64, i64)> {
    let (major, minor) = text.split_once('.')?;
    Some((parse_whole(major)?, parse_whole(minor)?))
}

/// A plain whole number within reason.
pub(super) fn parse_whole(text: &str) -> Option<i64> {
    const MOST: u64 = 1_000_000_000_000_000;
    let number = text.parse::<i64>().ok()?;
    (number.unsigned_abs() <= MOST && !text.starts_with('+')).then_some(number)
}
