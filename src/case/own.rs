//! Lines of one's own: what somebody adds to a published case within a scenario. No paper
//! has them, and the published figures have nothing of them.

use super::{
    BenefitKind, BenefitLine, BenefitRule, Case, DELIVERY, InvestmentCost, InvestmentLine,
    PayerSplit,
};

/// What the id of such a line begins with; no line of a case file may have such an id.
pub const OWN: &str = "own-";

/// The most such lines a scenario may have.
pub const MOST_OWN_LINES: usize = 20;

/// The most pounds such a line may have in one year.
pub const LARGEST_OWN: f64 = 1e9;

/// A line that somebody adds within a scenario: an amount in each year, with nothing
/// behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnLine {
    /// Name in words, without the mark that [`OwnLine::marked`] adds.
    pub label: String,
    /// What it is.
    pub kind: OwnKind,
    /// Id of the workstream it belongs to.
    pub workstream: String,
    /// Pounds in each year, from nought to [`LARGEST_OWN`]: spent, saved or avoided.
    pub amounts: Vec<f64>,
}

/// What a line of one's own is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnKind {
    /// What is spent.
    Investment,
    /// What is gained.
    Benefit {
        /// Saving or avoidance.
        kind: BenefitKind,
        /// Id of the payer who gains.
        payer: String,
    },
}

/// What of a line of one's own does not fit a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnFault {
    /// It has no name.
    Label,
    /// The case has no such workstream.
    Workstream,
    /// The case has no such payer.
    Payer,
    /// It has not one amount for each year, or one that is not from nought to
    /// [`LARGEST_OWN`].
    Amounts,
}

impl OwnLine {
    /// Its id, made of all that it is: the same line has it in every link.
    pub fn id(&self) -> String {
        let (kind, payer) = match &self.kind {
            OwnKind::Investment => (b'i', ""),
            OwnKind::Benefit { kind, payer } => match kind {
                BenefitKind::Saving => (b's', payer.as_str()),
                BenefitKind::Avoidance => (b'a', payer.as_str()),
            },
        };
        let words = [&self.label, &self.workstream, payer].map(str::bytes);
        let words = words.into_iter().flat_map(|word| word.chain([0]));
        let amounts = self.amounts.iter();
        let amounts = amounts.flat_map(|amount| amount.to_bits().to_le_bytes());
        format!(
            "{OWN}{:08x}",
            checksum([kind].into_iter().chain(words).chain(amounts))
        )
    }

    /// Its name with the mark that no paper has it.
    pub fn marked(&self) -> String {
        format!("{} (not in the paper)", self.label)
    }

    /// Whether it fits a case.
    ///
    /// # Errors
    /// The first thing that does not.
    pub fn check(&self, case: &Case) -> Result<(), OwnFault> {
        let fits = |amount: &f64| (0.0..=LARGEST_OWN).contains(amount);
        if self.label.trim().is_empty() {
            Err(OwnFault::Label)
        } else if !case
            .workstreams
            .iter()
            .any(|known| known.id == self.workstream)
        {
            Err(OwnFault::Workstream)
        } else if let OwnKind::Benefit { payer, .. } = &self.kind
            && !case.payers.iter().any(|known| known.id == *payer)
        {
            Err(OwnFault::Payer)
        } else if self.amounts.len() != case.years.count || !self.amounts.iter().all(fits) {
            Err(OwnFault::Amounts)
        } else {
            Ok(())
        }
    }
}

impl Case {
    /// The case with a line of somebody's own after its others.
    pub(crate) fn add_own(&mut self, own: &OwnLine) {
        let (id, label) = (own.id(), own.marked());
        let (workstream, amounts) = (own.workstream.clone(), own.amounts.clone());
        let source = "Not in the paper".to_owned();
        match &own.kind {
            OwnKind::Investment => self.investment.push(InvestmentLine {
                cost: InvestmentCost::Amounts {
                    counted: format!("{DELIVERY}{id}"),
                    amounts,
                },
                id,
                label,
                workstream,
                source,
                note: String::new(),
            }),
            OwnKind::Benefit { kind, payer } => self.benefits.push(BenefitLine {
                id,
                label,
                kind: *kind,
                workstream,
                source,
                gains: PayerSplit {
                    rest: payer.clone(),
                    shares: Vec::new(),
                },
                rule: BenefitRule::FixedProfile { amounts },
            }),
        }
    }
}

/// FNV-1a over some bytes, 32 bits. It guards against slips and is no signature.
pub(crate) fn checksum(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
