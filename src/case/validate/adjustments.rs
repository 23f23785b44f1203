//! Checks of the assumptions that act on every line.

use super::Checker;
use crate::case::{Adjustments, MAX_YEARS, Unit};

impl Checker<'_> {
    pub(super) fn adjustments(&mut self, adjustments: &Adjustments) {
        let named = [
            (
                "benefit_delivery",
                &adjustments.benefit_delivery,
                Unit::Percent,
            ),
            ("benefit_delay", &adjustments.benefit_delay, Unit::Months),
            (
                "programme_delay",
                &adjustments.programme_delay,
                Unit::Months,
            ),
            (
                "investment_overrun",
                &adjustments.investment_overrun,
                Unit::Percent,
            ),
            ("discount_rate", &adjustments.discount_rate, Unit::Percent),
            (
                "first_year_part",
                &adjustments.first_year_part,
                Unit::Percent,
            ),
            (
                "demand_beyond_plan",
                &adjustments.demand_beyond_plan,
                Unit::Percent,
            ),
            ("inflation", &adjustments.inflation, Unit::Percent),
            ("extra_years", &adjustments.extra_years, Unit::Count),
            ("drop_off", &adjustments.drop_off, Unit::Percent),
            ("payback_norm", &adjustments.payback_norm, Unit::Count),
        ];
        for (field, id, unit) in named {
            if let Some(id) = id {
                self.assumption(format!("adjustments.{field}"), id, Some(unit));
            }
        }
        // At -100% a year later pounds would be worth without end; nor may prices vanish,
        // or grow past all figures in ten years.
        self.bounds_of(
            "adjustments.discount_rate",
            &adjustments.discount_rate,
            (-99.0, 1000.0),
        );
        self.bounds_of(
            "adjustments.inflation",
            &adjustments.inflation,
            (-50.0, 100.0),
        );
        self.bounds_of(
            "adjustments.first_year_part",
            &adjustments.first_year_part,
            (0.0, 100.0),
        );
        self.bounds_of("adjustments.drop_off", &adjustments.drop_off, (0.0, 100.0));
        #[expect(clippy::cast_precision_loss, reason = "ten years")]
        let years = MAX_YEARS as f64;
        self.bounds_of(
            "adjustments.extra_years",
            &adjustments.extra_years,
            (0.0, years),
        );
        self.bounds_of(
            "adjustments.payback_norm",
            &adjustments.payback_norm,
            (0.0, 100.0),
        );
        if let Some(kept) = &adjustments.posts_kept {
            self.assumption(
                "adjustments.posts_kept.share",
                &kept.share,
                Some(Unit::Percent),
            );
            self.year("adjustments.posts_kept.full_year", &kept.full_year);
            self.year("adjustments.posts_kept.from", &kept.from);
        }
    }

    /// The least and the greatest value of an assumption that acts on every line must lie
    /// within what its formula takes.
    fn bounds_of(&mut self, path: &str, id: &Option<String>, (least, most): (f64, f64)) {
        let Some(id) = id else {
            return;
        };
        let mut assumptions = self.case.assumptions.iter();
        if let Some(known) = assumptions.find(|known| known.id == *id) {
            self.range(format!("{path} (least value)"), known.min, least, most);
            self.range(format!("{path} (greatest value)"), known.max, least, most);
        }
    }
}
