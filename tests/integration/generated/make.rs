//! A case out of dice: every choice is the next of a list of numbers, so that a smaller list
//! is a simpler case.

mod lines;

use proptest::prelude::*;
use send_modeller::case::{
    Adjustments, Assumption, Case, Disagreement, Evidence, Figure, Group, Level, Measure, Notes,
    Payer, PlanPressure, PostsKept, Preset, PresetValue, PrintedFigure, Risk, Source, Status, Tier,
    Unit, UnitCost, Workstream, Years,
};

/// The source of the assumptions that a line names.
pub const LINE: &str = "A line";

pub fn any_case() -> impl Strategy<Value = Case> {
    let lines = (
        prop::collection::vec(0_u8..4, 0..5),
        prop::collection::vec(0_u8..9, 0..8),
    );
    let counts = (3_usize..=10, 1_u32..=4, 1_u32..=3, 1990_u16..=2090);
    let dice = prop::collection::vec(any::<u32>(), 200);
    (counts, lines, dice).prop_map(|(counts, (costs, rules), dice)| {
        let (years, payers, workstreams, first) = counts;
        let mut made = Made::new(
            Years {
                first,
                count: years,
            },
            payers,
            workstreams,
            dice,
        );
        costs.into_iter().for_each(|cost| made.cost(cost));
        rules.into_iter().for_each(|rule| made.benefit(rule));
        made.finish()
    })
}

struct Made {
    case: Case,
    evidence: Evidence,
    dice: Vec<u32>,
    thrown: usize,
}

/// Words that a file, a sheet and a link must carry: quotes, a comma, an accent, a formula.
const WORDS: [&str; 5] = [
    "Plain words",
    "Words with \"quotes\", a comma & <angles>",
    "Café – £1.2m",
    "=1+1",
    "6.10",
];

impl Made {
    fn new(years: Years, payers: u32, workstreams: u32, dice: Vec<u32>) -> Made {
        let name = |kind: &str, place: u32| format!("{kind}-{place}");
        let case = Case {
            format: 1,
            id: "generated".to_owned(),
            title: "A case nobody wrote".to_owned(),
            subtitle: String::new(),
            authority: "Nowhere".to_owned(),
            source: Source {
                title: "Dice".to_owned(),
                meeting: String::new(),
                date: "1/2/2026".to_owned(),
            },
            years,
            payers: (0..payers)
                .map(|place| Payer {
                    id: name("payer", place),
                    label: name("Payer", place),
                    help: String::new(),
                    ring_fenced: place == 1,
                })
                .collect(),
            invested_by: name("payer", payers - 1),
            workstreams: (0..workstreams)
                .map(|place| Workstream {
                    id: name("part", place),
                    label: name("Part", place),
                    outcomes: vec!["One, with a comma".to_owned(); place as usize],
                    outcomes_source: String::new(),
                    note: String::new(),
                    delay: None,
                })
                .collect(),
            groups: vec![Group {
                id: "all".to_owned(),
                label: "All".to_owned(),
                help: String::new(),
            }],
            adjustments: Adjustments::default(),
            assumptions: Vec::new(),
            investment: Vec::new(),
            benefits: Vec::new(),
            around: Evidence::default().into(),
        };
        let (evidence, thrown) = (Evidence::default(), 0);
        let mut made = Made {
            case,
            evidence,
            dice,
            thrown,
        };
        made.adjust();
        made
    }

    /// A number below `sides`.
    fn throw(&mut self, sides: u32) -> u32 {
        let thrown = self.dice[self.thrown % self.dice.len()].rotate_left(self.thrown as u32 / 200);
        self.thrown += 1;
        thrown % sides
    }

    fn words(&mut self) -> String {
        WORDS[self.throw(5) as usize].to_owned()
    }

    /// A number with up to three decimals.
    fn number(&mut self, most: u32) -> f64 {
        let decimals = [1.0, 1.0, 10.0, 1000.0][self.throw(4) as usize];
        f64::from(self.throw(most * 10)) / 10.0_f64.min(decimals) / 10.0
    }

    fn yearly(&mut self, most: u32) -> Vec<f64> {
        (0..self.case.years.count)
            .map(|_| self.number(most))
            .collect()
    }

    fn id(&mut self, of: &str, count: usize) -> String {
        let place = self.throw(u32::try_from(count).unwrap());
        format!("{of}-{place}")
    }

    /// An assumption of its own, by its id.
    fn assumption(&mut self, id: String, unit: Unit, least: f64, most: u32) -> String {
        let published = (least + self.number(most)).min(f64::from(most));
        let unit_note = ["", "a year"][self.throw(2) as usize].to_owned();
        let made = Assumption {
            id: id.clone(),
            label: format!("Label of {id}"),
            group: "all".to_owned(),
            tier: [Tier::Key, Tier::More, Tier::Evidence, Tier::Stress][self.throw(4) as usize],
            unit,
            unit_note,
            published,
            min: least.min(published),
            max: f64::from(most).max(published),
            step: 0.5,
            whole: false,
            low: published,
            high: published,
            source: LINE.to_owned(),
            status: [Status::Published, Status::Derived, Status::Added][self.throw(3) as usize],
            caution: String::new(),
        };
        self.case.assumptions.push(made);
        let compare_with = (self.throw(5) == 0).then_some(UnitCost::SendTransport);
        let (help, range_note) = (self.words(), self.words());
        self.evidence.notes.push(Notes {
            help,
            range_note,
            derivation: String::new(),
            compare_with,
        });
        id
    }

    /// Some of what acts on every line, at values that leave the lines alone.
    fn adjust(&mut self) {
        let named = [
            ("benefit-delivery", Unit::Percent, 100.0, 100.0),
            ("benefit-delay", Unit::Months, 0.0, 24.0),
            ("programme-delay", Unit::Months, 0.0, 24.0),
            ("investment-overrun", Unit::Percent, 0.0, 100.0),
            ("discount-rate", Unit::Percent, 3.5, 20.0),
            ("first-year-part", Unit::Percent, 100.0, 100.0),
            ("demand-beyond-plan", Unit::Percent, 0.0, 100.0),
            ("inflation", Unit::Percent, 0.0, 20.0),
            ("extra-years", Unit::Count, 0.0, 10.0),
            ("drop-off", Unit::Percent, 0.0, 100.0),
            ("payback-norm", Unit::Count, 5.0, 100.0),
            ("posts-kept", Unit::Percent, 0.0, 100.0),
            ("part-delay", Unit::Months, 0.0, 24.0),
        ];
        let mut kept = Vec::new();
        for (id, unit, published, max) in named {
            if self.throw(2) == 0 {
                kept.push(None);
                continue;
            }
            kept.push(Some(self.assumption(id.to_owned(), unit, 0.0, 1)));
            let made = self.case.assumptions.last_mut().unwrap();
            (made.published, made.low, made.high) = (published, published, published);
            (made.min, made.max) = (0.0, max);
            made.whole = unit == Unit::Count;
            made.source = "Not a line".to_owned();
        }
        let part_delay = kept.pop().unwrap();
        self.case.workstreams[0].delay = part_delay;
        let share = kept.pop().unwrap();
        let years = self.case.years;
        let posts_kept = share.map(|share| PostsKept {
            share,
            full_year: years.label(0),
            from: years.label(2),
        });
        let [
            benefit_delivery,
            benefit_delay,
            programme_delay,
            investment_overrun,
            discount_rate,
            first_year_part,
            demand_beyond_plan,
            inflation,
            extra_years,
            drop_off,
            payback_norm,
        ] = kept.try_into().unwrap();
        self.case.adjustments = Adjustments {
            benefit_delivery,
            benefit_delay,
            programme_delay,
            investment_overrun,
            posts_kept,
            discount_rate,
            first_year_part,
            demand_beyond_plan,
            inflation,
            extra_years,
            drop_off,
            payback_norm,
        };
    }

    /// Evidence, presets and, where no line brought one, an assumption.
    fn finish(mut self) -> Case {
        if self.case.assumptions.is_empty() {
            self.assumption("spare".to_owned(), Unit::Pounds, 0.0, 10);
        }
        let first = self.case.assumptions[0].clone();
        let values = vec![PresetValue {
            assumption: first.id.clone(),
            value: first.max.floor().max(first.min),
        }];
        for place in 0..self.throw(3) {
            let preset = Preset {
                id: format!("preset-{place}"),
                label: self.words(),
                help: self.words(),
                source: String::new(),
                values: if place == 0 {
                    Vec::new()
                } else {
                    values.clone()
                },
            };
            self.evidence.presets.push(preset.clone());
            self.evidence.failures.push(preset);
        }
        let years = self.case.years;
        let disagreement = (self.throw(2) == 0).then_some(1);
        if let Some(number) = disagreement {
            let title = self.words();
            self.evidence.disagreements.push(Disagreement {
                number,
                title,
                explanation: "=\"two\nlines\"".to_owned(),
                source: String::new(),
            });
        }
        let line = self.case.benefits.first().map(|line| line.id.clone());
        let to_nearest = [1.0, 10_000.0][self.throw(2) as usize];
        let year = (self.throw(2) == 0).then(|| years.label(1));
        self.evidence.printed.push(PrintedFigure {
            label: "Printed".to_owned(),
            source: "6.10".to_owned(),
            amount: -1.5,
            to_nearest,
            figure: Figure {
                of: Measure::Benefits,
                line: line.clone(),
                workstream: None,
                year,
            },
            disagreement,
        });
        let mut amounts: Vec<Option<f64>> = self.yearly(9_000).into_iter().map(Some).collect();
        amounts[years.count - 1] = None;
        let label = self.words();
        self.evidence.plan_pressures.push(PlanPressure {
            id: "pressure".to_owned(),
            label,
            source: String::new(),
            amounts,
            offset_by: line.into_iter().collect(),
        });
        let summary = self.words();
        self.evidence.risks.push(Risk {
            summary,
            probability: Level::Low,
            impact: Level::High,
            containment: String::new(),
            source: String::new(),
            tested_by: self
                .case
                .assumptions
                .iter()
                .take(2)
                .map(|a| a.id.clone())
                .collect(),
        });
        self.case.around = self.evidence.into();
        self.case
    }
}
