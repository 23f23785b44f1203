//! Checks of presets, and of the failures that a case can be tested with.

use std::collections::HashSet;

use super::Checker;
use crate::case::{Assumption, CaseFault, MAX_PRESETS, Preset};

impl Checker<'_> {
    pub(super) fn presets(&mut self) {
        let evidence = self.case.evidence();
        for (list, presets) in [
            ("presets", &evidence.presets),
            ("failures", &evidence.failures),
        ] {
            let found = presets.len();
            if found > MAX_PRESETS {
                let most = MAX_PRESETS;
                self.fault(list, CaseFault::TooMany { found, most });
                continue;
            }
            self.ids(list, presets.iter().map(|preset| &preset.id), false);
            for (index, preset) in presets.iter().enumerate() {
                self.preset(list, index, preset);
            }
        }
    }

    fn preset(&mut self, list: &str, index: usize, preset: &Preset) {
        let at = |field: &str| format!("{list}[{index}].{field}");
        self.text(&at("label"), &preset.label);
        self.text(&at("help"), &preset.help);
        let (found, most) = (preset.values.len(), self.case.assumptions.len());
        if found > most {
            self.fault(at("values"), CaseFault::TooMany { found, most });
            return;
        }
        let mut seen = HashSet::new();
        for (place, given) in preset.values.iter().enumerate() {
            let path = at(&format!("values[{place}]"));
            let id = &given.assumption;
            self.assumption(format!("{path}.assumption"), id, None);
            if !seen.insert(id) {
                let fault = CaseFault::GivenTwice(super::short(id).to_owned());
                self.fault(format!("{path}.assumption"), fault);
            }
            if let Some(known) = self.case.assumptions.iter().find(|known| known.id == *id) {
                self.value(format!("{path}.value"), given.value, known);
            }
        }
    }

    /// A value that a person may set an assumption to.
    fn value(&mut self, path: String, value: f64, known: &Assumption) {
        if known.takes_whole() && value.fract() != 0.0 {
            self.fault(path.clone(), CaseFault::NotWhole(value));
        }
        self.range(path, value, known.min, known.max);
    }
}
