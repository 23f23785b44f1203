//! Checks of pressures, printed figures and risks.

use super::{Checker, LARGEST_POUNDS};
use crate::case::{CaseFault, PrintedFigure};

impl Checker<'_> {
    pub(super) fn evidence(&mut self) {
        let case = self.case;
        self.ids(
            "plan_pressures",
            case.evidence()
                .plan_pressures
                .iter()
                .map(|pressure| &pressure.id),
            false,
        );
        let lines = case.benefits.iter().map(|line| &line.id);
        for (index, pressure) in case.evidence().plan_pressures.iter().enumerate() {
            let path = format!("plan_pressures[{index}]");
            if pressure.amounts.len() != case.years.count {
                let found = pressure.amounts.len();
                let years = case.years.count;
                self.fault(
                    format!("{path}.amounts"),
                    CaseFault::NotOneAYear { found, years },
                );
            }
            for id in &pressure.offset_by {
                self.known(
                    format!("{path}.offset_by"),
                    id,
                    "a benefit line",
                    lines.clone(),
                );
            }
        }
        for (index, printed) in case.evidence().printed.iter().enumerate() {
            self.printed(index, printed);
        }
        for (index, risk) in case.evidence().risks.iter().enumerate() {
            for id in &risk.tested_by {
                self.assumption(format!("risks[{index}].tested_by"), id, None);
            }
        }
    }

    fn printed(&mut self, index: usize, printed: &PrintedFigure) {
        let case = self.case;
        let at = |field: &str| format!("printed[{index}].{field}");
        self.range(
            at("amount"),
            printed.amount,
            -LARGEST_POUNDS,
            LARGEST_POUNDS,
        );
        self.range(at("to_nearest"), printed.to_nearest, 1.0, 1e9);
        if let Some(line) = &printed.figure.line {
            let investment = case.investment.iter().map(|line| &line.id);
            let benefits = case.benefits.iter().map(|line| &line.id);
            self.known(
                at("figure.line"),
                line,
                "a line",
                investment.chain(benefits),
            );
        }
        if let Some(workstream) = &printed.figure.workstream {
            self.workstream(at("figure.workstream"), workstream);
        }
        if let Some(year) = &printed.figure.year {
            self.year(at("figure.year"), year);
        }
        if let Some(number) = printed.disagreement
            && !case
                .evidence()
                .disagreements
                .iter()
                .any(|d| d.number == number)
        {
            let known = case
                .evidence()
                .disagreements
                .iter()
                .map(|d| d.number.to_string());
            self.fault(
                at("disagreement"),
                CaseFault::Unknown {
                    value: number.to_string(),
                    wanted: "a disagreement",
                    known: known.collect::<Vec<_>>().join(", "),
                },
            );
        }
    }
}
