//! Present values: cash flows over the years of the case and those added to it, brought back
//! to the first year, and what follows.

use super::book::{Book, Cell, Look, Sheet, Yearly, letters};
use super::inputs::Inputs;
use super::payers::Gained;
use super::steps::{grown, price};
use super::term::Term;
use super::totals::{Totals, add_row, numbered};
use crate::analysis::{Scope, Worth, appraise};
use crate::case::{MAX_YEARS, Years};
use crate::export::scope_name;
use crate::model::{Payback, Scenario};

const FLOWS: &str = "Cash flows";
const APPRAISAL: &str = "Appraisal";

struct Flows<'a> {
    inputs: &'a Inputs<'a>,
    sheet: Sheet,
    inflation: Term,
    discount: Term,
    extra: Term,
    drop_off: Term,
}

/// One scope's flows.
struct Flow {
    scope: Scope,
    to_date: Yearly,
    present: Yearly,
    present_to_date: Yearly,
}

/// Writes both sheets.
pub(super) fn write(
    inputs: &Inputs,
    scenario: &Scenario,
    totals: &Totals,
    payers: &[Gained],
    book: &mut Book,
) {
    let adjust = &inputs.case().adjustments;
    let offered = |id: Option<&String>| inputs.offered(id).unwrap_or_else(|| Term::number(0.0));
    let rate = inputs.offered(adjust.discount_rate.as_ref());
    let years = Years {
        count: MAX_YEARS,
        ..inputs.case().years
    };
    let own = inputs.years();
    let heading = |(year, label): (usize, String)| {
        if year < own {
            label
        } else {
            format!("{label} (added)")
        }
    };
    let sheet = Sheet::new(
        FLOWS,
        "Cash flows and present values",
        &[
            "In pounds. The years of the case, and those added where the assumption for added years asks for them; a year that is not counted is nought.",
            "Amounts in the prices of their year are brought back to those of the first year and then discounted, so that a real rate is never put to a nominal flow (HM Treasury, Green Book).",
        ],
    )
    .column("Whose", 40)
    .column("Figure", 34)
    .columns_of(years.labels().into_iter().enumerate().map(heading), 16);
    let mut flows = Flows {
        inputs,
        sheet,
        inflation: offered(adjust.inflation.as_ref()),
        // The standard rate, for a case that does not offer the assumption.
        discount: rate.unwrap_or_else(|| Term::number(3.5)),
        extra: offered(adjust.extra_years.as_ref()),
        drop_off: offered(adjust.drop_off.as_ref()),
    };
    let counted = flows.add("All", "Counted: 1, or 0", |flows, year| {
        if year < own {
            Term::number(1.0)
        } else {
            let wanted = flows.extra.reaches(&Term::count(year + 1 - own));
            Term::either(&wanted, &Term::number(1.0), &Term::number(0.0))
        }
    });
    let prices = flows.add("All", "Price level", |flows, year| {
        price(&flows.inflation, year)
    });
    let divisors = flows.add("All", "Discounted by", |flows, year| {
        grown(&flows.discount, year)
    });
    let spent = flows.going_on("All", "Investment", &totals.investment, &counted, false);
    let (mut saved, mut both): (Vec<Yearly>, Vec<Yearly>) = (Vec::new(), Vec::new());
    for (payer, gained) in inputs.case().payers.iter().zip(payers) {
        let savings = flows.going_on(&payer.label, "Savings", &gained.savings, &counted, true);
        let avoidance =
            flows.going_on(&payer.label, "Avoidance", &gained.avoidance, &counted, true);
        both.push(flows.add(&payer.label, "Savings and avoidance", |_, year| {
            savings.year(FLOWS, year).plus(&avoidance.year(FLOWS, year))
        }));
        saved.push(savings);
    }
    let savings = flows.sum("All", "Savings", &saved);
    let benefits = flows.sum("All", "Savings and avoidance", &both);
    let present_spent = flows.add("All", "Investment at present value", |_, year| {
        present(&spent, &prices, &divisors, year)
    });
    let scopes: Vec<Flow> = totals
        .gained
        .iter()
        .map(|(scope, _)| {
            let gained = match scope {
                Scope::Benefits => &benefits,
                Scope::Savings => &savings,
                Scope::Payer(payer) => &both[*payer],
            };
            flows.scope(*scope, gained, &spent, &prices, &divisors)
        })
        .collect();
    let headings = format!(
        "{}!$C${row}:${}${row}",
        super::book::quoted(FLOWS),
        letters(2 + MAX_YEARS - 1),
        row = flows.sheet.heading_row() + 1
    );
    book.sheets.push(flows.sheet);
    let appraisal = appraise(inputs.model, scenario);
    let results = Results {
        inputs,
        counted: &counted,
        spent: &present_spent,
        headings: &headings,
        years,
    };
    book.sheets.push(results.sheet(&scopes, &appraisal.worth));
}

impl Flows<'_> {
    fn add(&mut self, whose: &str, figure: &str, year: impl Fn(&Self, usize) -> Term) -> Yearly {
        let terms: Vec<Term> = (0..MAX_YEARS).map(|place| year(self, place)).collect();
        add_row(
            &mut self.sheet,
            MAX_YEARS,
            [Cell::text(whose), Cell::text(figure)],
            |place, _| terms[place].clone(),
        )
    }

    /// The case's years, then the last going on: with prices, and less by the drop-off where
    /// it is a benefit.
    fn going_on(
        &mut self,
        whose: &str,
        figure: &str,
        own: &Yearly,
        counted: &Yearly,
        drops: bool,
    ) -> Yearly {
        let years = self.inputs.years();
        self.add(whose, figure, |flows, year| {
            if year < years {
                return own.year(FLOWS, year);
            }
            let added = Term::count(year + 1 - years);
            let one = Term::number(1.0);
            let hundred = Term::number(100.0);
            let mut on = one.plus(&flows.inflation.over(&hundred));
            if drops {
                on = on.times(&one.minus(&flows.drop_off.over(&hundred)));
            }
            let last = own.year(FLOWS, years - 1);
            let amount = last.times(&on.power(&added)).rounded();
            counted.year(FLOWS, year).times(&amount)
        })
    }

    fn sum(&mut self, whose: &str, figure: &str, of: &[Yearly]) -> Yearly {
        self.add(whose, figure, |_, year| {
            of.iter()
                .map(|row| row.year(FLOWS, year))
                .reduce(|sum, row| sum.plus(&row))
                .unwrap_or_else(|| Term::number(0.0))
        })
    }

    fn scope(
        &mut self,
        scope: Scope,
        gained: &Yearly,
        spent: &Yearly,
        prices: &Yearly,
        divisors: &Yearly,
    ) -> Flow {
        let label = scope_name(self.inputs.model, scope);
        let net = self.add(&label, "Net", |_, year| {
            gained.year(FLOWS, year).minus(&spent.year(FLOWS, year))
        });
        let to_date = self.running(&label, "Net to date", &net);
        let present = self.add(&label, "Net at present value", |_, year| {
            present(&net, prices, divisors, year)
        });
        let present_to_date = self.running(&label, "Net at present value, to date", &present);
        Flow {
            scope,
            to_date,
            present,
            present_to_date,
        }
    }

    fn running(&mut self, whose: &str, figure: &str, of: &Yearly) -> Yearly {
        add_row(
            &mut self.sheet,
            MAX_YEARS,
            [Cell::text(whose), Cell::text(figure)],
            |year, before| {
                let now = of.year(FLOWS, year);
                before.map_or(now.clone(), |before| before.plus(&now))
            },
        )
    }
}

fn present(of: &Yearly, prices: &Yearly, divisors: &Yearly, year: usize) -> Term {
    let by = prices.year(FLOWS, year).times(&divisors.year(FLOWS, year));
    of.year(FLOWS, year).over(&by)
}

struct Results<'a> {
    inputs: &'a Inputs<'a>,
    counted: &'a Yearly,
    spent: &'a Yearly,
    headings: &'a str,
    years: Years,
}

impl Results<'_> {
    fn sheet(&self, scopes: &[Flow], worth: &[Worth]) -> Sheet {
        let mut sheet = Sheet::new(
            APPRAISAL,
            "Appraisal",
            &[
                "Against the whole investment, by whose benefits. Net present value in pounds, with pence; the first year is not discounted.",
                "Where years are added, they are not in the paper: the last year’s effect goes on, less by the drop-off in each.",
            ],
        )
        .column("Whose benefits", 40)
        .column("Net present value, years of the case", 20)
        .column("Benefit-cost ratio, years of the case", 20)
        .column("Net present value, with those added", 20)
        .column("Benefit-cost ratio, with those added", 20)
        .column("Pays back", 26)
        .column("Pays back, discounted", 26);
        for (flow, worth) in scopes.iter().zip(worth) {
            let own = self.inputs.years() - 1;
            let npv_own = of_years(&flow.present, own, worth.net_present_value_own);
            let npv = of_years(&flow.present, MAX_YEARS - 1, worth.net_present_value);
            let spent = [own, MAX_YEARS - 1].map(|last| {
                of_years(
                    self.spent,
                    last,
                    self.spent.values.iter().take(last + 1).sum(),
                )
            });
            sheet.add(vec![
                Cell::text(scope_name(self.inputs.model, flow.scope)),
                Cell::of(&npv_own, Look::Pence),
                ratio(&npv_own, &spent[0]),
                Cell::of(&npv, Look::Pence),
                ratio(&npv, &spent[1]),
                self.paid_back(&flow.to_date, worth.payback),
                self.paid_back(&flow.present_to_date, worth.discounted_payback),
            ]);
        }
        sheet
    }

    /// The year in which it has come back, of those that are counted.
    fn paid_back(&self, to_date: &Yearly, payback: Payback) -> Cell {
        let (counted, range) = (self.counted.all(APPRAISAL), to_date.all(APPRAISAL));
        let owed = format!("SUMPRODUCT(MAX(({range}<0)*{counted}*(COLUMN({range})-2)))");
        let headings = self.headings;
        let none = "not within these years";
        let own = self.inputs.years();
        let label = |year: usize| {
            let label = self.years.label(year);
            if year < own {
                label
            } else {
                format!("{label} (added)")
            }
        };
        Cell::words(
            format!("IF({owed}=SUM({counted}),\"{none}\",INDEX({headings},{owed}+1))"),
            payback.year().map_or(none.to_owned(), label),
        )
    }
}

fn of_years(row: &Yearly, last: usize, value: f64) -> Term {
    Term::of_range("SUM", &row.up_to(APPRAISAL, last), value)
}

/// Benefits over investment: net and investment together are the benefits.
fn ratio(net: &Term, spent: &Term) -> Cell {
    let gained = net.plus(spent);
    let text = format!("IF({0}>0,({1})/{0},\"none\")", spent.text(), gained.text());
    numbered(
        text,
        (spent.value > 0.0).then(|| gained.value / spent.value),
    )
}
