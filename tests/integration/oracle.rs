//! A second reading of the contract for Hertfordshire, in exact rationals.
//!
//! It shares no code with `src/` and never opens the case file: every number here was
//! copied from the contract or from the paper, and every formula is written out as the
//! contract words it. Where the engine and this disagree, one of them is wrong.

use std::cell::Cell;
use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

mod compare;
mod paper;
mod stress;

pub use compare::{differences, figures, near};
pub use paper::{Bounds, YEARS, assumptions, bounds};

use paper::{ONE_OFF, PAYERS, STAFF, WORKSTREAMS};

pub type Exact = BigRational;
pub type Years = [i64; 5];
type Profile = [Exact; 5];

/// A decimal as it is written, exactly.
pub fn decimal(text: &str) -> Exact {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{part}").parse().expect("a plain decimal");
    let places = u32::try_from(part.len()).expect("a short decimal");
    Exact::new(digits, BigInt::from(10).pow(places))
}

fn whole(number: i64) -> Exact {
    Exact::from_integer(number.into())
}

fn ratio(numerator: i64, denominator: i64) -> Exact {
    Exact::new(numerator.into(), denominator.into())
}

/// When money is repaid: index of the year and point in years, or the shortfall.
pub type Payback = Result<(usize, f64), i64>;

/// What the contract makes of a scenario. Lists are by id.
#[derive(Debug)]
pub struct Told {
    pub investment_lines: BTreeMap<&'static str, Years>,
    pub lines: BTreeMap<&'static str, Years>,
    pub investment_by_workstream: BTreeMap<&'static str, Years>,
    pub savings_by_workstream: BTreeMap<&'static str, Years>,
    pub avoidance_by_workstream: BTreeMap<&'static str, Years>,
    pub funding: BTreeMap<&'static str, Years>,
    pub investment: Years,
    pub savings: Years,
    pub avoidance: Years,
    pub benefits: Years,
    pub net: Years,
    pub payback: Payback,
    pub payback_savings: Payback,
    pub payback_by_payer: BTreeMap<&'static str, Payback>,
    pub npv: f64,
    pub bcr: Option<f64>,
    /// How many amounts were exactly a half before they were rounded.
    pub halves: usize,
    /// Some amount lies so near the edge of the half's tolerance that a machine number
    /// cannot say on which side of it.
    pub on_the_edge: bool,
}

/// Reads the contract for a scenario: what it changes, by id.
pub fn told(changes: &BTreeMap<String, Exact>) -> Told {
    let known = assumptions();
    for id in changes.keys() {
        assert!(known.iter().any(|known| known.0 == *id), "{id}?");
    }
    Reading {
        changes,
        known,
        halves: Cell::new(0),
        on_the_edge: Cell::new(false),
    }
    .told()
}

struct Reading<'a> {
    changes: &'a BTreeMap<String, Exact>,
    known: Vec<(String, &'static str, Bounds)>,
    halves: Cell<usize>,
    on_the_edge: Cell<bool>,
}

struct Benefit {
    id: &'static str,
    saving: bool,
    workstream: &'static str,
    effect: Profile,
}

impl Reading<'_> {
    fn value(&self, id: &str) -> Exact {
        let published = || {
            let known = self.known.iter().find(|known| known.0 == id);
            decimal(known.unwrap_or_else(|| panic!("{id}?")).1)
        };
        self.changes.get(id).cloned().unwrap_or_else(published)
    }

    fn percent(&self, id: &str) -> Exact {
        self.value(id) / whole(100)
    }

    fn months(&self, id: &str) -> usize {
        let months = self.value(id);
        assert!(months.is_integer(), "{id} is in whole months");
        months.to_integer().to_usize().expect("not negative")
    }

    /// Whole pounds, half away from zero; within 0.0000001 of a half counts as the half.
    fn round(&self, value: &Exact) -> i64 {
        let size = value.abs();
        let part = &size - size.floor();
        if part == ratio(1, 2) {
            self.halves.set(self.halves.get() + 1);
        }
        let edge = ratio(1, 2) - ratio(1, 10_000_000);
        // A machine number of this size ends in steps of its own.
        let step = &size * ratio(1, 1_000_000_000_000_000);
        if (&part - &edge).abs() < ratio(5, 100_000_000) + step {
            self.on_the_edge.set(true);
        }
        let up = if part >= edge { whole(1) } else { whole(0) };
        let size = (size.floor() + up).to_integer();
        let size = size.to_i64().expect("pounds of a council");
        if value.is_negative() { -size } else { size }
    }

    fn benefits(&self) -> Vec<Benefit> {
        let (value, percent) = (|id| self.value(id), |id| self.percent(id));
        // The phasing 0, 100, 100, 100, 100 %.
        let p = |full: Exact| by([0, 1, 1, 1, 1], &full);
        let local = |id, saving, effect| Benefit {
            id,
            saving,
            workstream: "local-networks",
            effect,
        };
        let living = |id, effect| Benefit {
            id,
            saving: false,
            workstream: "independent-living",
            effect,
        };
        vec![
            local(
                "service-efficiencies",
                true,
                p(value("service-cost") * percent("service-efficiency")),
            ),
            local(
                "ehcp-demography",
                false,
                by(
                    [0, 411, 829, 1261, 1729],
                    &(value("ehcp-growth") / whole(36)
                        * value("ehcp-unit-cost")
                        * (percent("ehcp-held") - percent("demand-beyond-plan"))),
                ),
            ),
            local(
                "ooc-school-complexity",
                false,
                by(
                    [0, 1, 2, 3, 4],
                    &(value("ooc-school-growth") * percent("ooc-school-avoided")),
                ),
            ),
            local(
                "adoption-breakdowns",
                false,
                by(
                    [1, 2, 3, 4, 5],
                    &(value("adoption-breakdowns") * value("adoption-annual-cost")),
                ),
            ),
            local(
                "transport-in-county",
                true,
                p(value("in-county-cost") * percent("in-county-journeys")),
            ),
            local(
                "transport-out-of-county",
                true,
                p(value("ooc-pupils")
                    * percent("ooc-transfers")
                    * (value("ooc-cost-per-pupil") - value("in-county-cost-per-pupil"))),
            ),
            local(
                "sen-reform-grant",
                false,
                by(
                    [0, 838_000, 1_017_000, 1_017_000, 1_017_000],
                    &percent("reform-grant-absorbed"),
                ),
            ),
            living(
                "day-opportunities",
                p(value("day-opportunities-cost") * percent("day-opportunities")),
            ),
            living(
                "ooc-colleges",
                by(
                    [13, 28, 44, 44, 44],
                    &(value("college-growth") / whole(70)
                        * value("college-unit-cost")
                        * (percent("college-held") - percent("demand-beyond-plan"))),
                ),
            ),
            living(
                "direct-payments",
                p(value("direct-payments-cost") * percent("direct-payments")),
            ),
        ]
    }

    /// Every investment line with its workstream: posts, posts kept, overrun, shift, round.
    fn investment(&self) -> Vec<(&'static str, &'static str, Years)> {
        let overrun = whole(1) + self.percent("investment-overrun");
        let delay = self.months("programme-delay");
        let finish = |line: &str, amounts: Profile| {
            let added = whole(1) + self.correction("cost", line);
            let amounts = amounts.map(|amount| amount * &overrun * &added);
            self.priced(shift(&amounts, delay))
        };
        let mut lines = Vec::new();
        for (line, workstream, posts, printed) in STAFF {
            let scale = self.value(&format!("posts-{line}")) / whole(posts);
            let kept = self.percent("posts-kept") * whole(printed[1]);
            let yearly = [
                whole(printed[0]),
                whole(printed[1]),
                whole(printed[2]),
                kept.clone(),
                kept,
            ];
            lines.push((
                line,
                workstream,
                finish(line, yearly.map(|amount| amount * &scale)),
            ));
        }
        for (line, workstream) in ONE_OFF {
            let amount = self.value(&format!("amount-{line}"));
            lines.push((line, workstream, finish(line, by([0, 1, 0, 0, 0], &amount))));
        }
        lines
    }

    fn told(self) -> Told {
        let mut told = Told {
            investment_lines: BTreeMap::new(),
            lines: BTreeMap::new(),
            investment_by_workstream: each(&WORKSTREAMS),
            savings_by_workstream: each(&WORKSTREAMS),
            avoidance_by_workstream: each(&WORKSTREAMS),
            funding: each(&PAYERS),
            investment: [0; 5],
            savings: [0; 5],
            avoidance: [0; 5],
            benefits: [0; 5],
            net: [0; 5],
            payback: Err(0),
            payback_savings: Err(0),
            payback_by_payer: BTreeMap::new(),
            npv: 0.0,
            bcr: None,
            halves: 0,
            on_the_edge: false,
        };
        for (line, workstream, amounts) in self.investment() {
            told.investment = plus(told.investment, amounts);
            gain(&mut told.investment_by_workstream, workstream, amounts);
            told.investment_lines.insert(line, amounts);
        }
        let effects = self.benefits().into_iter().map(|line| {
            let come = self.come(line.id, line.workstream, line.effect);
            (line.id, line.saving, line.workstream, come)
        });
        for (id, saving, workstream, effect) in effects.chain(self.overlaps()) {
            let amounts = self.priced(effect);
            if saving {
                told.savings = plus(told.savings, amounts);
                gain(&mut told.savings_by_workstream, workstream, amounts);
            } else {
                told.avoidance = plus(told.avoidance, amounts);
                gain(&mut told.avoidance_by_workstream, workstream, amounts);
            }
            match id {
                "ooc-school-complexity" => {
                    let share = self.percent("ooc-school-dsg-share");
                    let dsg = amounts.map(|amount| self.round(&(whole(amount) * &share)));
                    gain(&mut told.funding, "dsg", dsg);
                    gain(&mut told.funding, "core", minus(amounts, dsg));
                }
                "ooc-colleges" => gain(&mut told.funding, "dsg", amounts),
                "day-opportunities" => gain(&mut told.funding, "adult-care", amounts),
                _ => gain(&mut told.funding, "core", amounts),
            }
            told.lines.insert(id, amounts);
        }
        told.benefits = plus(told.savings, told.avoidance);
        told.net = minus(told.benefits, told.investment);
        told.payback = payback(told.net);
        told.payback_savings = payback(minus(told.savings, told.investment));
        for (payer, gained) in &told.funding {
            let payback = payback(minus(*gained, told.investment));
            told.payback_by_payer.insert(payer, payback);
        }
        let spent = self.present(told.investment);
        told.npv = self.present(told.net).to_f64().expect("finite");
        told.bcr = (!spent.is_zero()).then(|| {
            (self.present(told.benefits) / spent)
                .to_f64()
                .expect("finite")
        });
        told.halves = self.halves.get();
        told.on_the_edge = self.on_the_edge.get();
        told
    }

    /// Present value, the first year undiscounted; first back to the first year's prices.
    fn present(&self, amounts: Years) -> Exact {
        let year_on =
            (whole(1) + self.percent("discount-rate")) * (whole(1) + self.percent("inflation"));
        let mut worth = whole(1);
        let mut sum = whole(0);
        for amount in amounts {
            sum += whole(amount) / &worth;
            worth *= &year_on;
        }
        sum
    }
}

/// Year i takes (1 − m/12) × value[i − k] + (m/12) × value[i − k − 1].
fn shift(values: &Profile, months: usize) -> Profile {
    let (k, m) = (months / 12, i64::try_from(months % 12).unwrap());
    let at = |i: usize, back: usize| i.checked_sub(back).map_or(whole(0), |i| values[i].clone());
    std::array::from_fn(|i| (whole(1) - ratio(m, 12)) * at(i, k) + ratio(m, 12) * at(i, k + 1))
}

/// The first year from which cumulative net is at or above zero and stays there.
fn payback(net: Years) -> Payback {
    let cumulative = running(net);
    let stays = |n: &usize| cumulative[*n..].iter().all(|&position| position >= 0);
    let Some(n) = (0..5).find(stays) else {
        return Err(-cumulative[4]);
    };
    let before = if n == 0 { 0 } else { cumulative[n - 1] };
    let within = if before == 0 {
        whole(0)
    } else {
        ratio(before.abs(), net[n])
    };
    let point = whole(i64::try_from(n).unwrap()) + within;
    Ok((n, point.to_f64().expect("finite")))
}

fn by(steps: [i64; 5], each: &Exact) -> Profile {
    steps.map(|step| whole(step) * each)
}

fn each(ids: &[&'static str]) -> BTreeMap<&'static str, Years> {
    ids.iter().map(|id| (*id, [0; 5])).collect()
}

fn gain(sums: &mut BTreeMap<&'static str, Years>, id: &str, amounts: Years) {
    let sum = sums.get_mut(id).unwrap_or_else(|| panic!("{id}?"));
    *sum = plus(*sum, amounts);
}

fn plus(a: Years, b: Years) -> Years {
    std::array::from_fn(|i| a[i] + b[i])
}

fn minus(a: Years, b: Years) -> Years {
    std::array::from_fn(|i| a[i] - b[i])
}

pub fn running(amounts: Years) -> Years {
    std::array::from_fn(|i| amounts[..=i].iter().sum())
}
