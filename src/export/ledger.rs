//! The ledger in its four groupings, and every payer, beside the published case.

use super::table::{Row, RowKind, Rows, Section, Table};
use crate::case::{BenefitKind, BenefitLine};
use crate::link::{GroupBy, View};
use crate::model::{Line, Model, Outcome, What};

/// Said where only rows that differ are shown and none does.
const NOTHING_DIFFERS: &str = "Nothing in this table differs from the published case.";

/// A kind of benefit, its rows, and what all of it is; none for every workstream.
type Gain = (BenefitKind, RowKind, fn(Option<usize>) -> What);

const GAINS: [Gain; 2] = [
    (BenefitKind::Saving, RowKind::Saving, What::Savings),
    (BenefitKind::Avoidance, RowKind::Avoidance, What::Avoidance),
];

/// The ledger: investment, savings and avoidance, grouped as the view says, then the whole
/// programme.
pub fn ledger(model: &Model, outcome: &Outcome, published: &Outcome, view: View) -> Table {
    let rows = Rows {
        model,
        outcome,
        published,
        read: view.years,
    };
    let mut sections = match view.by {
        GroupBy::Line => rows.by_line(),
        GroupBy::Workstream => rows.by_workstream(),
        GroupBy::Payer => rows.by_payer(),
        GroupBy::Kind => rows.by_kind(),
    };
    if view.changed_only {
        for section in &mut sections {
            section.rows.retain(|row| row.sum || !row.as_published());
        }
        // A sum with no row left above it has not moved either.
        sections.retain(|section| section.rows.iter().any(|row| !row.sum));
    }
    let nothing = view.changed_only && sections.is_empty();
    let whole = rows.whole_programme(&sections);
    sections.push(whole);
    Table {
        empty: nothing.then_some(NOTHING_DIFFERS),
        ..rows.table(sections)
    }
}

/// Who gains: savings and avoidance together by payer, with the payback of each payer's
/// benefits against the whole investment, then all payers.
pub fn payers(model: &Model, outcome: &Outcome, published: &Outcome, view: View) -> Table {
    let rows = Rows {
        model,
        outcome,
        published,
        read: view.years,
    };
    let mut payers: Vec<Row> = Vec::new();
    for (index, payer) in model.case().payers.iter().enumerate() {
        payers.push(Row {
            payback: Some((
                outcome.payback_by_payer[index],
                published.payback_by_payer[index],
            )),
            help: payer.help.clone(),
            ..rows.row(&payer.label, RowKind::Total, What::Payer(index))
        });
    }
    if view.changed_only {
        payers.retain(|row| !row.as_published());
    }
    let nothing = payers.is_empty();
    payers.push(Row {
        payback: Some((outcome.payback, published.payback)),
        ..rows.sum(
            "Savings and avoidance",
            RowKind::Total,
            What::Benefits(None),
        )
    });
    Table {
        empty: nothing.then_some(NOTHING_DIFFERS),
        ..rows.table(vec![Section {
            rows: payers,
            ..Section::default()
        }])
    }
}

impl Rows<'_> {
    /// Every line under its workstream.
    fn by_line(&self) -> Vec<Section> {
        let workstreams = self.model.case().workstreams.iter().enumerate();
        let sections = workstreams.map(|(place, workstream)| {
            let here = Some(workstream.id.as_str());
            let place = Some(place);
            let mut rows = self.investment(here);
            let spent = What::Investment(place);
            rows.push(self.sum("Total investment", RowKind::Investment, spent));
            let spending = rows.len();
            for gain in GAINS {
                rows.extend(self.gains(gain, here));
            }
            if rows.len() > spending {
                let gained = What::Benefits(place);
                rows.push(self.sum("Total savings and avoidance", RowKind::Total, gained));
            }
            Section {
                heading: Some(workstream.label.clone()),
                note: workstream.note.clone(),
                mixed: true,
                rows,
            }
        });
        sections.collect()
    }

    /// One row for each workstream's investment, savings and avoidance, where it has lines
    /// of them.
    fn by_workstream(&self) -> Vec<Section> {
        let case = self.model.case();
        let mut sections = Vec::new();
        for (place, workstream) in case.workstreams.iter().enumerate() {
            let place = Some(place);
            let mut rows = Vec::new();
            if case
                .investment
                .iter()
                .any(|line| line.workstream == workstream.id)
            {
                let spent = What::Investment(place);
                rows.push(self.row("Investment", RowKind::Investment, spent));
            }
            for (kind, row_kind, what) in GAINS {
                let mut lines = case.benefits.iter();
                if lines.any(|line| line.kind == kind && line.workstream == workstream.id) {
                    rows.push(self.named(row_kind, what(place)));
                }
            }
            sections.push(Section {
                heading: Some(workstream.label.clone()),
                note: workstream.note.clone(),
                mixed: false,
                rows,
            });
        }
        sections
    }

    /// What each payer spends and gains, where it spends or a line gains for it.
    fn by_payer(&self) -> Vec<Section> {
        let case = self.model.case();
        let mut sections = Vec::new();
        for (place, payer) in case.payers.iter().enumerate() {
            let mut rows = Vec::new();
            if payer.id == case.invested_by {
                rows.push(self.named(RowKind::Investment, What::Investment(None)));
            }
            let spending = rows.len();
            for (kind, row_kind, _) in GAINS {
                let mut lines = case.benefits.iter();
                if lines.any(|line| line.kind == kind && gains(line, &payer.id)) {
                    let what = match kind {
                        BenefitKind::Saving => What::PayerSavings(place),
                        BenefitKind::Avoidance => What::PayerAvoidance(place),
                    };
                    rows.push(self.named(row_kind, what));
                }
            }
            if rows.len() > spending {
                let gained = What::Payer(place);
                rows.push(self.sum("Total savings and avoidance", RowKind::Total, gained));
            }
            if !rows.is_empty() {
                sections.push(Section {
                    heading: Some(payer.label.clone()),
                    note: payer.help.clone(),
                    mixed: false,
                    rows,
                });
            }
        }
        sections
    }

    /// Every line under investment, savings and avoidance.
    fn by_kind(&self) -> Vec<Section> {
        let [saving, avoidance] = GAINS;
        let kinds = [
            (
                RowKind::Investment,
                self.investment(None),
                "Total investment",
                What::Investment(None),
            ),
            (
                RowKind::Saving,
                self.gains(saving, None),
                "Total savings",
                What::Savings(None),
            ),
            (
                RowKind::Avoidance,
                self.gains(avoidance, None),
                "Total avoidance",
                What::Avoidance(None),
            ),
        ];
        let mut sections = Vec::new();
        for (kind, mut rows, total, what) in kinds {
            if rows.is_empty() {
                continue;
            }
            rows.push(self.sum(total, kind, what));
            let (heading, note) = kind.heading().unzip();
            sections.push(Section {
                heading: heading.map(str::to_owned),
                note: note.unwrap_or_default().to_owned(),
                mixed: false,
                rows,
            });
        }
        sections
    }

    /// The rows under everything else, without those that are a section's sum above: by
    /// kind, investment, savings and avoidance have been summed already.
    fn whole_programme(&self, above: &[Section]) -> Section {
        let mut rows = vec![
            self.named(RowKind::Investment, What::Investment(None)),
            self.named(RowKind::Saving, What::Savings(None)),
            self.named(RowKind::Avoidance, What::Avoidance(None)),
            self.row(
                "Savings and avoidance",
                RowKind::Total,
                What::Benefits(None),
            ),
            self.row("Net", RowKind::Net, What::Net),
        ];
        rows.retain(|row| {
            let mut sums = above.iter().filter_map(|section| section.rows.last());
            !sums.any(|sum| sum.sum && sum.target == row.target)
        });
        for row in &mut rows {
            row.sum = true;
        }
        Section {
            heading: Some("Whole programme".to_owned()),
            rows,
            ..Section::default()
        }
    }

    /// A row that bears the name of its kind.
    fn named(&self, kind: RowKind, what: What) -> Row {
        self.row(kind.heading().map_or("", |(name, _)| name), kind, what)
    }

    /// The lines of investment, of one workstream or of all.
    fn investment(&self, workstream: Option<&str>) -> Vec<Row> {
        let lines = self.model.case().investment.iter().enumerate();
        let lines = lines.filter(|(_, line)| workstream.is_none_or(|id| line.workstream == id));
        let rows = lines.map(|(place, line)| {
            let what = What::Line(Line::Investment(place));
            self.line(&line.label, &line.source, RowKind::Investment, what)
        });
        rows.collect()
    }

    /// The lines of one kind of benefit, of one workstream or of all.
    fn gains(&self, (kind, row_kind, _): Gain, workstream: Option<&str>) -> Vec<Row> {
        let lines = self.model.case().benefits.iter().enumerate();
        let rows = lines
            .filter(|(_, line)| line.kind == kind)
            .filter(|(_, line)| workstream.is_none_or(|id| line.workstream == id))
            .map(|(place, line)| {
                let what = What::Line(Line::Benefit(place));
                self.line(&line.label, &line.source, row_kind, what)
            });
        rows.collect()
    }

    fn line(&self, label: &str, source: &str, kind: RowKind, what: What) -> Row {
        Row {
            source: source.to_owned(),
            ..self.row(label, kind, what)
        }
    }
}

/// True where a payer has a part in a line, whatever its share comes to.
fn gains(line: &BenefitLine, payer: &str) -> bool {
    let shares = &line.gains.shares;
    line.gains.rest == payer || shares.iter().any(|share| share.payer == payer)
}
