//! What each kind of cost and each benefit rule is made of, for the forms that fill them
//! in: its inputs, which are assumptions, and its figures for each year.

use crate::case::Unit;

/// A kind of cost, or a benefit rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kind {
    /// Its word in a case file.
    pub word: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Its formula, in words.
    pub formula: &'static str,
    /// The assumptions it takes.
    pub inputs: &'static [Input],
    /// The figures it takes for each year, if any.
    pub series: Option<Yearly>,
    /// Fields that name another benefit line, with the word of the rule that line follows.
    pub lines: &'static [(&'static str, &'static str, &'static str)],
}

/// An assumption that a rule takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// The field that names it.
    pub field: &'static str,
    /// What it is.
    pub label: &'static str,
    /// What it is measured in.
    pub unit: Unit,
    /// The rest of the unit.
    pub note: &'static str,
    /// What a new one is published as.
    pub begins: f64,
}

/// Figures for each year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Yearly {
    /// The field with the list.
    pub field: &'static str,
    /// What they are.
    pub label: &'static str,
    /// What they are measured in.
    pub unit: Unit,
    /// How a new list begins.
    pub begins: Begins,
}

/// How a new list of yearly figures begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// Nought in every year.
    Nought,
    /// All of it in the first year.
    FirstYear,
    /// Nothing in the first year, all of it in every other.
    FromSecondYear,
    /// Nought, one, two and so on.
    FromNought,
    /// One, two, three and so on.
    FromOne,
    /// Twelve in every year.
    Twelve,
}

impl Begins {
    /// The figure of a year, by its place.
    pub fn of(self, year: usize) -> u32 {
        let year = u32::try_from(year).unwrap_or_default();
        match self {
            Begins::Nought => 0,
            Begins::FirstYear => {
                if year == 0 {
                    100
                } else {
                    0
                }
            }
            Begins::FromSecondYear => {
                if year == 0 {
                    0
                } else {
                    100
                }
            }
            Begins::FromNought => year,
            Begins::FromOne => year + 1,
            Begins::Twelve => 12,
        }
    }
}

const fn input(
    field: &'static str,
    label: &'static str,
    unit: Unit,
    note: &'static str,
    begins: f64,
) -> Input {
    Input {
        field,
        label,
        unit,
        note,
        begins,
    }
}

const fn yearly(
    field: &'static str,
    label: &'static str,
    unit: Unit,
    begins: Begins,
) -> Option<Yearly> {
    Some(Yearly {
        field,
        label,
        unit,
        begins,
    })
}

const PHASING: Option<Yearly> = yearly(
    "phasing",
    "Part of the full effect",
    Unit::Percent,
    Begins::FromSecondYear,
);

/// The kinds of cost an investment line can have, the commonest first.
pub const COSTS: &[Kind] = &[
    Kind {
        word: "staff",
        label: "Posts, by their pay and months",
        formula: "posts × a full year’s cost of one × months in the year ÷ 12",
        inputs: &[
            input("posts", "Posts", Unit::Count, "posts", 1.0),
            input(
                "pay",
                "Full-year cost of one post",
                Unit::Pounds,
                "a year each",
                0.0,
            ),
        ],
        series: yearly("months", "Months in post", Unit::Months, Begins::Twelve),
        lines: &[],
    },
    Kind {
        word: "one-off",
        label: "A sum of money",
        formula: "sum × the part of it spent in the year",
        inputs: &[input("amount", "Sum", Unit::Pounds, "", 0.0)],
        series: yearly("phasing", "Part spent", Unit::Percent, Begins::FirstYear),
        lines: &[],
    },
    Kind {
        word: "posts",
        label: "Posts, by the amount of each year",
        formula: "amount of the year × posts ÷ published posts",
        inputs: &[input("posts", "Posts", Unit::Count, "posts", 1.0)],
        series: yearly("amounts", "Amount", Unit::Pounds, Begins::Nought),
        lines: &[],
    },
    Kind {
        word: "amounts",
        label: "An amount for each year",
        formula: "amount of the year × part of it counted",
        inputs: &[input(
            "counted",
            "Part counted",
            Unit::Percent,
            "of the amounts",
            100.0,
        )],
        series: yearly("amounts", "Amount", Unit::Pounds, Begins::Nought),
        lines: &[],
    },
];

/// The rules a benefit line can follow.
pub const RULES: &[Kind] = &[
    Kind {
        word: "share-of-cost",
        label: "A share of a cost goes",
        formula: "yearly cost × share that goes × part of the full effect",
        inputs: &[
            input("cost", "Yearly cost", Unit::Pounds, "a year", 0.0),
            input(
                "share",
                "Share of it that goes",
                Unit::Percent,
                "of the cost",
                0.0,
            ),
        ],
        series: PHASING,
        lines: &[],
    },
    Kind {
        word: "moved-pupils",
        label: "Pupils move to something cheaper",
        formula: "pupils × share who move × (cost each before − cost each after) × part of the full effect",
        inputs: &[
            input("pupils", "Pupils", Unit::Count, "pupils", 0.0),
            input(
                "share",
                "Share who move",
                Unit::Percent,
                "of the pupils",
                0.0,
            ),
            input(
                "cost_from",
                "Cost each before",
                Unit::Pounds,
                "a year each",
                0.0,
            ),
            input(
                "cost_to",
                "Cost each after",
                Unit::Pounds,
                "a year each",
                0.0,
            ),
        ],
        series: PHASING,
        lines: &[],
    },
    Kind {
        word: "held-demand",
        label: "Demand grows less",
        formula: "extra cases × growth ÷ published growth × cost of each × share avoided",
        inputs: &[
            input("growth", "Growth forecast", Unit::Percent, "growth", 10.0),
            input("unit_cost", "Cost of each case", Unit::Pounds, "each", 0.0),
            input(
                "held",
                "Share of the growth avoided",
                Unit::Percent,
                "of the growth",
                0.0,
            ),
        ],
        series: yearly(
            "extra",
            "Extra cases at that growth",
            Unit::Count,
            Begins::Nought,
        ),
        lines: &[],
    },
    Kind {
        word: "slowed-growth",
        label: "A yearly growth in cost is slowed",
        formula: "growth of one year × share avoided × years of it built up",
        inputs: &[
            input(
                "growth",
                "Yearly growth in cost",
                Unit::Pounds,
                "added each year",
                0.0,
            ),
            input(
                "avoided",
                "Share of the growth avoided",
                Unit::Percent,
                "of the growth",
                0.0,
            ),
        ],
        series: yearly("steps", "Years built up", Unit::Count, Begins::FromNought),
        lines: &[],
    },
    Kind {
        word: "prevented-events",
        label: "Events are prevented",
        formula: "more prevented each year × yearly cost of each × years of them built up",
        inputs: &[
            input(
                "number",
                "More prevented each year",
                Unit::Count,
                "a year",
                0.0,
            ),
            input(
                "cost",
                "Yearly cost of each",
                Unit::Pounds,
                "a year each",
                0.0,
            ),
        ],
        series: yearly("steps", "Years built up", Unit::Count, Begins::FromOne),
        lines: &[],
    },
    Kind {
        word: "absorbed-pressure",
        label: "A pressure in the plan is absorbed",
        formula: "pressure of the year × share absorbed",
        inputs: &[input(
            "absorbed",
            "Share absorbed",
            Unit::Percent,
            "of the pressure",
            0.0,
        )],
        series: yearly("pressure", "Pressure", Unit::Pounds, Begins::Nought),
        lines: &[],
    },
    Kind {
        word: "fixed-profile",
        label: "An amount for each year",
        formula: "amount of the year",
        inputs: &[],
        series: yearly("amounts", "Amount", Unit::Pounds, Begins::Nought),
        lines: &[],
    },
    Kind {
        word: "shared-reduction",
        label: "Overlap: pupils who move come under a reduction",
        formula: "what the two lines come to together less what they come to alone × share counted",
        inputs: &[input(
            "counted",
            "Share counted",
            Unit::Percent,
            "of the overlap",
            0.0,
        )],
        series: None,
        lines: &[
            ("moved", "Line that moves pupils", "moved-pupils"),
            ("reduced", "Line that reduces a cost", "share-of-cost"),
        ],
    },
    Kind {
        word: "counted-twice",
        label: "Overlap: the same pounds in two lines",
        formula: "− the smaller of the two lines × share that is in both",
        inputs: &[input(
            "share",
            "Share in both",
            Unit::Percent,
            "of the smaller",
            0.0,
        )],
        series: None,
        lines: &[
            (
                "pressure",
                "Line that absorbs a pressure",
                "absorbed-pressure",
            ),
            ("demand", "Line that holds demand", "held-demand"),
        ],
    },
];

/// The kinds that lines of a list can have: of cost, or of rule.
pub fn kinds(list: &str) -> &'static [Kind] {
    if list == "investment" { COSTS } else { RULES }
}

/// The field in which a line of a list says what it comes to.
pub fn part(list: &str) -> &'static str {
    if list == "investment" { "cost" } else { "rule" }
}

/// The kind of this word in a list.
pub fn kind(list: &str, word: &str) -> Option<&'static Kind> {
    kinds(list).iter().find(|kind| kind.word == word)
}
