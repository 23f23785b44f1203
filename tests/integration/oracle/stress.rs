//! The adjustments that are not in the paper: part years, grades of evidence, prices and
//! overlaps, read as `docs/model.md` words them. Overlaps are worked out from whole
//! states, with the programme and without, which the engine does not do.

use num_traits::Zero;

use super::{Exact, Profile, Reading, Years, by, shift, whole};

impl Reading<'_> {
    /// What a line's grade takes off a benefit or adds to a cost, as a part of one.
    pub(super) fn correction(&self, of: &str, line: &str) -> Exact {
        let grade = match of {
            "cost" => self.value(&format!("cost-grade-{line}")),
            _ => self.value(&format!("grade-{line}")),
        };
        if grade.is_zero() {
            return whole(0);
        }
        self.percent(&format!("correction-{of}-{}", grade.to_integer()))
    }

    /// A line as far and as late as it comes, before prices and rounding.
    pub(super) fn come(&self, line: &str, workstream: &str, mut effect: Profile) -> Profile {
        let first = match line {
            "adoption-breakdowns" | "ooc-colleges" => 0,
            _ => 1,
        };
        effect[first] *= self.percent("first-year-part");
        let months = self.months("benefit-delay")
            + self.months("programme-delay")
            + self.months(&format!("{workstream}-delay"));
        let delivered = self.percent("benefit-delivery")
            * self.percent(&format!("delivery-{line}"))
            * (whole(1) - self.correction("benefit", line));
        shift(&effect, months).map(|amount| amount * &delivered)
    }

    /// In the prices of each year, rounded.
    pub(super) fn priced(&self, amounts: Profile) -> Years {
        let rise = whole(1) + self.percent("inflation");
        let mut price = whole(1);
        amounts.map(|amount| {
            let pounds = self.round(&(amount * &price));
            price *= &rise;
            pounds
        })
    }

    /// Overlap lines: what both lines come to together, less what each claims alone.
    pub(super) fn overlaps(&self) -> Vec<(&'static str, bool, &'static str, Profile)> {
        vec![
            (
                "overlap-transport",
                true,
                "local-networks",
                self.transport_overlap(),
            ),
            (
                "overlap-reform-grant",
                false,
                "local-networks",
                self.reform_overlap(),
            ),
        ]
    }

    fn transport_overlap(&self) -> Profile {
        let local = |line| self.come(line, "local-networks", by([0, 1, 1, 1, 1], &whole(1)));
        let (moving, reducing) = (
            local("transport-out-of-county"),
            local("transport-in-county"),
        );
        let pupils = self.value("ooc-pupils");
        // What the transport of all those pupils costs, in a state of the world.
        let cost = |moved: &Exact, reduced: &Exact| {
            let out = &pupils * (whole(1) - moved) * self.value("ooc-cost-per-pupil");
            let within = self.value("in-county-cost")
                + &pupils * moved * self.value("in-county-cost-per-pupil");
            out + within * (whole(1) - reduced)
        };
        std::array::from_fn(|year| {
            let moved = self.percent("ooc-transfers") * &moving[year];
            let reduced = self.percent("in-county-journeys") * &reducing[year];
            let none = whole(0);
            let before = cost(&none, &none);
            let together = &before - cost(&moved, &reduced);
            let alone = whole(2) * &before - cost(&moved, &none) - cost(&none, &reduced);
            (together - alone) * self.percent("overlap-transport")
        })
    }

    fn reform_overlap(&self) -> Profile {
        let (steps, extra) = (
            [0, 838_000, 1_017_000, 1_017_000, 1_017_000],
            [0, 411, 829, 1261, 1729],
        );
        let local = |line, steps| self.come(line, "local-networks", by(steps, &whole(1)));
        let (absorbing, holding) = (
            local("sen-reform-grant", steps),
            local("ehcp-demography", extra),
        );
        let part = |come: &Exact, all: i64| match all {
            0 => whole(0),
            all => std::cmp::min(come / whole(all), whole(1)),
        };
        std::array::from_fn(|year| {
            let pressure = whole(steps[year]);
            let demand = whole(extra[year]) * self.value("ehcp-growth") / whole(36)
                * self.value("ehcp-unit-cost");
            let both = std::cmp::min(pressure.clone(), demand.clone())
                * self.percent("overlap-reform-grant");
            let absorbed =
                self.percent("reform-grant-absorbed") * part(&absorbing[year], steps[year]);
            let held = self.percent("ehcp-held") * part(&holding[year], extra[year]);
            // What is left of the pounds in one of them alone, and of those in both.
            let left = |absorbed: &Exact, held: &Exact| {
                let (absorbed, held) = (whole(1) - absorbed, whole(1) - held);
                (&pressure - &both) * &absorbed
                    + (&demand - &both) * &held
                    + &both * absorbed * held
            };
            let none = whole(0);
            let together = left(&none, &none) - left(&absorbed, &held);
            let claimed = &pressure * &absorbed + &demand * &held;
            together - claimed
        })
    }
}
