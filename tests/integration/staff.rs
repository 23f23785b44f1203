//! Posts costed from their pay: `posts × pay × months ÷ 12`. No shipped case has such a
//! line, so the tests make one of a line of posts; what it costs is worked out here, in
//! whole numbers.

use proptest::prelude::*;
use send_modeller::analysis::{Plan, Simulation};
use send_modeller::case::{Case, InvestmentCost};
use send_modeller::export::explanation;
use send_modeller::model::{Line, Model, Scenario, Target, What, When};
use serde_json::{Value, json};

use crate::case_file::{push, shipped};
use crate::explain::assert_explained;
use crate::simulation::second;
use crate::workbook::wrong;
use crate::{cases, model, pounds};

/// A line of two posts, published.
const LINE: &str = "transformation-managers";
const POSTS: &str = "posts-transformation-managers";
const PAY: &str = "pay-transformation-managers";
const PUBLISHED_PAY: i64 = 57_739;

/// The shipped file with that line costed from its pay.
fn file(months: &Value) -> Value {
    let mut file = shipped();
    let mut pay = file["assumptions"]
        .as_array()
        .and_then(|all| all.iter().find(|known| known["id"] == json!(POSTS)))
        .cloned()
        .unwrap();
    for (field, value) in [
        ("id", json!(PAY)),
        ("label", json!("Pay of a transformation manager")),
        ("unit", json!("pounds")),
        ("unit_note", json!("a year")),
        ("published", json!(PUBLISHED_PAY)),
        ("low", json!(50_000)),
        ("high", json!(70_000)),
        ("max", json!(200_000)),
    ] {
        pay[field] = value;
    }
    push(&mut file, "assumptions", pay);
    let lines = file["investment"].as_array_mut().unwrap();
    let line = lines.iter_mut().find(|line| line["id"] == json!(LINE));
    line.unwrap()["cost"] = json!({
        "kind": "staff", "posts": POSTS, "grade": "M3", "pay": PAY, "months": months,
    });
    file
}

fn with(months: &Value) -> Result<Case, String> {
    Case::from_json(&file(months).to_string()).map_err(|faults| faults.to_string())
}

fn staffed(months: &[i64]) -> Model {
    Model::new(with(&json!(months)).unwrap()).unwrap()
}

fn place(model: &Model) -> usize {
    let case = model.case();
    case.investment
        .iter()
        .position(|line| line.id == LINE)
        .unwrap()
}

/// What is changed, in whole numbers: posts in tenths, pounds, per cent, months.
#[derive(Debug, Clone, Copy, Default)]
struct Changed {
    posts: i64,
    pay: i64,
    kept: i64,
    overrun: i64,
    delay: i64,
}

impl Changed {
    fn scenario(self, model: &Model) -> Scenario {
        let mut scenario = Scenario::published();
        let table = model.assumptions();
        #[expect(clippy::cast_precision_loss, reason = "small")]
        for (id, value) in [
            (POSTS, self.posts as f64 / 10.0),
            (PAY, self.pay as f64),
            ("posts-kept", self.kept as f64),
            ("investment-overrun", self.overrun as f64),
            ("programme-delay", self.delay as f64),
        ] {
            let index = table.find(id).unwrap();
            scenario.set(table, index, value).unwrap();
        }
        scenario
    }

    /// The line by hand: each year a fraction of one divisor, rounded half away from nought.
    fn by_hand(self, months: &[i64]) -> Vec<i64> {
        // Kept posts cost money from the fourth year on.
        let spent = |year: i64| -> i64 {
            let Ok(place) = usize::try_from(year) else {
                return 0;
            };
            let kept = if place >= 3 { 12 * self.kept } else { 0 };
            (months[place] * 100 + kept) * self.posts * self.pay * (100 + self.overrun)
        };
        // Twelfths of a year, hundredths of a per cent twice, tenths of a post.
        let divisor = 12 * 100 * 100 * 10 * 12;
        let (years, part) = (self.delay / 12, self.delay % 12);
        (0..i64::try_from(months.len()).unwrap())
            .map(|year| {
                let now = spent(year - years) * (12 - part) + spent(year - years - 1) * part;
                (2 * now + divisor) / (2 * divisor)
            })
            .collect()
    }
}

fn months() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0..=12_i64, model().case().years.count)
}

fn changed() -> impl Strategy<Value = Changed> {
    let late = prop_oneof![Just(0), 0..=24_i64];
    (
        0..=200_i64,
        0..=200_000_i64,
        0..=100_i64,
        -50..=200_i64,
        late,
    )
        .prop_map(|(posts, pay, kept, overrun, delay)| Changed {
            posts,
            pay,
            kept,
            overrun,
            delay,
        })
}

#[test]
fn a_line_of_staff_costs_its_posts_at_their_pay_for_their_months() {
    let model = staffed(&[7, 12, 12, 0, 0]);
    let run = model.evaluate(&Scenario::published());
    let line = &run.investment_lines[place(&model)];
    // Two posts at £57,739: seven twelfths of a year, then two whole ones.
    assert_eq!(pounds(line), [67_362, 115_478, 115_478, 0, 0]);
}

#[test]
fn its_explanation_says_months_posts_pay_and_grade() {
    let model = staffed(&[7, 12, 12, 0, 0]);
    let kept = Changed {
        posts: 20,
        pay: PUBLISHED_PAY,
        kept: 50,
        ..Changed::default()
    };
    let target = |year| Target {
        what: What::Line(Line::Investment(place(&model))),
        when: When::Year(year),
    };
    let words = |year| {
        let told = explanation(&model, &kept.scenario(&model), target(year), false);
        let lines = told.lines.iter();
        let lines: Vec<String> = lines
            .map(|line| format!("{} | {} | {}", line.label, line.expression, line.result))
            .collect();
        (lines.join("\n"), told.notes.join("\n"))
    };
    insta::assert_snapshot!(words(0).0, @r"
    Posts | 7 months ÷ 12 × 2 posts × £57,739 | £67,362.16…
    To whole pounds | £67,362.16… | £67,362
    ");
    insta::assert_snapshot!(words(3).0, @r"
    Posts | 0 months ÷ 12 × 2 posts × £57,739 | £0
    Posts kept on | £0 + 12 months ÷ 12 × 50% × 2 posts × £57,739 | £57,739
    ");
    assert!(words(0).1.contains("Paid at grade M3."), "{}", words(0).1);
}

#[test]
fn a_line_of_staff_is_checked_and_each_fault_says_where() {
    insta::assert_snapshot!(with(&json!([7, 12, 13, 0, 0])).unwrap_err(), @"investment[1].cost.months[2]: 13 is outside 0 to 12; give a number within them");
    insta::assert_snapshot!(with(&json!([7, -1, 12, 0, 0])).unwrap_err(), @"investment[1].cost.months[1]: -1 is outside 0 to 12; give a number within them");
    insta::assert_snapshot!(with(&json!([7, 12])).unwrap_err(), @"investment[1].cost.months: 2 numbers given; give one for each of the 5 years");
    let mut case = with(&json!([7, 12, 12, 0, 0])).unwrap();
    let line = case.investment.iter_mut().find(|line| line.id == LINE);
    if let InvestmentCost::Staff { posts, pay, .. } = &mut line.unwrap().cost {
        std::mem::swap(posts, pay);
    }
    insta::assert_snapshot!(case.check().unwrap_err(), @r#"
    investment[1].cost.posts: "pay-transformation-managers" is measured in pounds, and a count is needed here; name another assumption, or change the unit of that one
    investment[1].cost.pay: "posts-transformation-managers" is measured in a count, and pounds is needed here; name another assumption, or change the unit of that one
    "#);
}

#[test]
fn the_grade_may_be_left_out_and_the_packed_form_has_all_of_it() {
    let mut file = file(&json!([7, 12, 12, 0, 0]));
    let whole = Case::from_json(&file.to_string()).unwrap();
    let mut back = Case::unpacked(&whole.packed().unwrap()).unwrap();
    back.change_evidence(|evidence| *evidence = whole.evidence().clone());
    assert_eq!(back, whole);
    let lines = file["investment"].as_array_mut().unwrap();
    let line = lines.iter_mut().find(|line| line["id"] == json!(LINE));
    line.unwrap()["cost"]
        .as_object_mut()
        .unwrap()
        .remove("grade");
    let mut case = Case::from_json(&file.to_string()).unwrap();
    let cost = &mut case.investment[place(&model())].cost;
    assert!(matches!(cost, InvestmentCost::Staff { grade: None, .. }));
}

#[test]
fn draws_of_its_posts_and_pay_are_runs() {
    let model = staffed(&[7, 12, 12, 5, 0]);
    let mut scenario = Changed {
        posts: 25,
        pay: 60_001,
        kept: 33,
        overrun: 7,
        delay: 5,
    }
    .scenario(&model);
    let table = model.assumptions();
    for (id, low, high) in [
        (POSTS, 1.0, 4.0),
        (PAY, 1.0, 99_999.0),
        ("posts-kept", 0.0, 90.0),
    ] {
        let index = table.find(id).unwrap();
        scenario.set_range(table, index, low, high).unwrap();
    }
    let plan = Plan {
        draws: 500,
        ..Plan::default()
    };
    let mut simulation = Simulation::new(&model, &scenario, plan).unwrap();
    simulation.advance(u32::MAX);
    second::differences(&simulation, &simulation.summary().unwrap());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_ledger_has_what_comes_out_by_hand(months in months(), changed in changed()) {
        let model = staffed(&months);
        let run = model.evaluate(&changed.scenario(&model));
        let line = &run.investment_lines[place(&model)];
        prop_assert_eq!(pounds(line), changed.by_hand(&months));
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn every_figure_explains_itself_and_a_workbook_has_it(months in months(), changed in changed()) {
        let model = staffed(&months);
        let scenario = changed.scenario(&model);
        assert_explained(&model, &scenario);
        prop_assert_eq!(wrong(&model, &scenario), Vec::<String>::new());
    }
}
