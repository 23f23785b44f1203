//! Lines of one's own in a scenario: what they do to every figure, and that the published
//! case knows nothing of them.

mod carried;
mod doing;
mod form;

use proptest::prelude::*;
use send_modeller::analysis::{Plan, Simulation};
use send_modeller::case::{BenefitKind, Case, MOST_OWN_LINES, OwnKind, OwnLine};
use send_modeller::export::Evaluation;
use send_modeller::link::{Link, open};
use send_modeller::model::{Line, Model, Pounds, Scenario, Series};

use serde_json::json;

use crate::case_file::{shipped, with};
use crate::explain::assert_explained;
use crate::scenarios::changes;
use crate::simulation::second;
use crate::workbook::wrong;
use crate::{cases, library, model, pounds, scenario};

/// A line with an amount in each year, whole pounds.
pub fn line(label: &str, kind: OwnKind, amounts: &[u32]) -> OwnLine {
    OwnLine {
        label: label.to_owned(),
        kind,
        workstream: "digital".to_owned(),
        amounts: amounts.iter().copied().map(f64::from).collect(),
    }
}

pub fn post() -> OwnLine {
    line(
        "Extra post",
        OwnKind::Investment,
        &[0, 45_000, 45_000, 0, 0],
    )
}

pub fn saving() -> OwnLine {
    let kind = OwnKind::Benefit {
        kind: BenefitKind::Saving,
        payer: "core".to_owned(),
    };
    line(
        "Travel training",
        kind,
        &[0, 20_000, 60_000, 90_000, 90_000],
    )
}

pub fn avoidance() -> OwnLine {
    let kind = OwnKind::Benefit {
        kind: BenefitKind::Avoidance,
        payer: "dsg".to_owned(),
    };
    line("Fewer placements", kind, &[1, 2, 3, 4, 5])
}

/// The case with these lines, and the scenario that counts all of each.
pub fn counted(lines: &[OwnLine], of: &Scenario) -> (Model, Scenario) {
    let model = model().with_lines(lines);
    let mut scenario = of.clone();
    for place in 0..model.own_lines().len() {
        let index = model.counted(place);
        scenario.set(model.assumptions(), index, 100.0).unwrap();
    }
    (model, scenario)
}

/// Arbitrary lines of the shipped case; no two are the same.
pub fn lines() -> impl Strategy<Value = Vec<OwnLine>> {
    let case = model().case().clone();
    let (years, case) = (case.years.count, std::rc::Rc::new(case));
    let label = prop_oneof!["[A-Z][a-z ]{0,20}[a-z]", "[^\\s\\pC]\\PC{0,30}[^\\s\\pC]"];
    let amount = prop_oneof![
        2 => Just(0.0),
        4 => (0_u32..=2_000_000).prop_map(f64::from),
        1 => (0_u32..=2_000_000).prop_map(|pence| f64::from(pence) / 100.0),
        1 => Just(1e9),
    ];
    let one = (
        label,
        0_usize..3,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::collection::vec(amount, years),
    )
        .prop_map(move |(label, kind, workstream, payer, amounts)| OwnLine {
            label: send_modeller::link::title_of(&label).trim().to_owned(),
            kind: match kind {
                0 => OwnKind::Investment,
                kind => OwnKind::Benefit {
                    kind: [BenefitKind::Saving, BenefitKind::Avoidance][kind - 1],
                    payer: payer.get(&case.payers).id.clone(),
                },
            },
            workstream: workstream.get(&case.workstreams).id.clone(),
            amounts,
        });
    prop::collection::vec(one, 0..5).prop_map(|mut lines| {
        lines.retain(|line| !line.label.is_empty());
        model().with_lines(&lines).own_lines().to_vec()
    })
}

/// The figures of both, added up.
fn plus(one: &Series, other: &[i64]) -> Vec<i64> {
    let both = one.iter().zip(other);
    both.map(|(one, other)| one.0 + other).collect()
}

#[test]
fn the_published_figures_have_nothing_of_them() {
    let (model, _) = counted(&[post(), saving(), avoidance()], &Scenario::published());
    let (base, with) = (
        model.base().evaluate(&Scenario::published()),
        model.evaluate(&Scenario::published()),
    );
    assert_eq!(model.case().id, model.base().case().id);
    assert_eq!(*model.base(), crate::model());
    assert_eq!(with.net, base.net);
    assert_eq!(with.funding, base.funding);
    assert_eq!(with.net_present_value, base.net_present_value);
    let mut printed = 0;
    for figure in &model.case().evidence().printed {
        assert_eq!(
            model.figure(&with, &figure.figure),
            model.base().figure(&base, &figure.figure)
        );
        printed += 1;
    }
    assert!(printed > 10);
}

#[test]
fn a_line_that_counts_is_in_its_row_its_totals_and_its_payer() {
    let (model, scenario) = counted(&[post(), saving(), avoidance()], &Scenario::published());
    let (base, run) = (
        model.base().evaluate(&Scenario::published()),
        model.evaluate(&scenario),
    );
    let (spent, saved, avoided) = (
        [0, 45_000, 45_000, 0, 0],
        [0, 20_000, 60_000, 90_000, 90_000],
        [1, 2, 3, 4, 5],
    );
    assert_eq!(pounds(run.investment_lines.last().unwrap()), spent);
    let own = &run.benefit_lines[run.benefit_lines.len() - 2..];
    assert_eq!(pounds(&own[0]), saved);
    assert_eq!(pounds(&own[1]), avoided);
    assert_eq!(pounds(&run.investment), plus(&base.investment, &spent));
    assert_eq!(pounds(&run.savings), plus(&base.savings, &saved));
    assert_eq!(pounds(&run.avoidance), plus(&base.avoidance, &avoided));
    let payer = |id: &str| {
        let payers = &model.case().payers;
        payers.iter().position(|payer| payer.id == id).unwrap()
    };
    let core = payer("core");
    assert_eq!(
        pounds(&run.savings_by_payer[core]),
        plus(&base.savings_by_payer[core], &saved)
    );
    let dsg = payer("dsg");
    assert_eq!(
        pounds(&run.avoidance_by_payer[dsg]),
        plus(&base.avoidance_by_payer[dsg], &avoided)
    );
    let labels: Vec<&str> = model.case().investment.iter().map(|l| &*l.label).collect();
    assert_eq!(labels.last(), Some(&"Extra post (not in the paper)"));
}

#[test]
fn lines_that_do_not_fit_the_case_are_left_out_and_no_more_are_taken_than_there_may_be() {
    let wrong = [
        OwnLine {
            label: "  ".to_owned(),
            ..post()
        },
        OwnLine {
            workstream: "elsewhere".to_owned(),
            ..post()
        },
        line("Short", OwnKind::Investment, &[1]),
        OwnLine {
            amounts: vec![f64::NAN; 5],
            ..post()
        },
        OwnLine {
            amounts: vec![-1.0, 0.0, 0.0, 0.0, 0.0],
            ..post()
        },
    ];
    assert_eq!(model().with_lines(&wrong), model());
    let twice = model().with_lines(&[post(), post()]);
    assert_eq!(twice.own_lines(), [post()]);
    let many: Vec<OwnLine> = (0..30)
        .map(|number| OwnLine {
            label: format!("Line {number}"),
            ..post()
        })
        .collect();
    let most = model().with_lines(&many);
    assert_eq!(most.own_lines(), &many[..MOST_OWN_LINES]);
    assert_eq!(most.with_lines(&[]), model());
}

#[test]
fn models_with_the_same_lines_are_the_same_and_others_are_not() {
    let (one, other) = (model().with_lines(&[post()]), model().with_lines(&[post()]));
    assert_eq!(one, other);
    assert!(one.same_case(&model()) && model().same_case(&one));
    assert_ne!(one, model());
    assert_ne!(one, model().with_lines(&[saving()]));
    let both = one.together(&model().with_lines(&[saving(), post()]));
    assert_eq!(both.own_lines(), [post(), saving()]);
}

/// Ids stand in links, in what the stress test is set to: they must not change.
#[test]
fn the_id_of_a_line_follows_from_what_it_is_and_lasts() {
    assert_eq!(post().id(), "own-1e6918c4");
    assert_eq!(saving().id(), "own-3504dcd3");
    assert_ne!(
        post().id(),
        OwnLine {
            label: "Extra posts".to_owned(),
            ..post()
        }
        .id()
    );
}

#[test]
fn a_case_file_may_not_have_their_ids_and_may_have_their_kind_of_cost() {
    let first = |said: String| said.lines().next().unwrap_or_default().to_owned();
    insta::assert_snapshot!(first(with("/benefits/0/id", json!("own-1e6918c4"))), @r#"benefits[0].id: "own-1e6918c4" has a meaning of its own in links; choose another id"#);
    insta::assert_snapshot!(first(with("/assumptions/54/id", json!("line-1"))), @r#"assumptions[54].id: "line-1" has a meaning of its own in links; choose another id"#);
    let amounts = json!([0, 1_000_005, 0, 0, 5]);
    let cost = json!({"kind": "amounts", "counted": "service-efficiency", "amounts": amounts});
    let mut file = shipped();
    file["investment"][0]["cost"] = cost.clone();
    let case = Case::from_json(&file.to_string()).unwrap();
    assert_eq!(case.to_value()["investment"][0]["cost"], cost);
    // Ten per cent of them, half a pound away from nought.
    let run = Model::new(case).unwrap().evaluate(&Scenario::published());
    assert_eq!(pounds(&run.investment_lines[0]), [0, 100_001, 0, 0, 1]);
    let wrong = json!({"kind": "amounts", "counted": "ooc-pupils", "amounts": [1]});
    insta::assert_snapshot!(with("/investment/0/cost", wrong), @r#"
    investment[0].cost.counted: "ooc-pupils" is measured in a count, and percent is needed here; name another assumption, or change the unit of that one
    investment[0].cost.amounts: 1 numbers given; give one for each of the 5 years
    "#);
}

#[test]
fn every_line_but_an_overlap_is_switched_off_and_on_again() {
    let (model, scenario) = counted(&[post(), saving()], &scenario("posts-kept=50"));
    let (case, table) = (model.case(), model.assumptions());
    let run = model.evaluate(&scenario);
    let spent = (0..case.investment.len()).map(Line::Investment);
    let gained = (0..case.benefits.len()).map(Line::Benefit);
    let mut switched = 0;
    for line in spent.chain(gained) {
        let Some(switch) = model.switch(line) else {
            let Line::Benefit(place) = line else {
                panic!("{line:?}")
            };
            assert!(case.benefits[place].rule.is_overlap(), "{line:?}");
            continue;
        };
        switched += 1;
        let mut off = scenario.clone();
        off.set(table, switch.assumption, 0.0).unwrap();
        assert!(model.is_off(&off, switch) && !model.is_off(&scenario, switch));
        let without = model.evaluate(&off);
        assert_eq!(without.line(line).total(), Pounds::ZERO);
        assert_ne!(run.line(line).total(), Pounds::ZERO);
        off.set(table, switch.assumption, switch.on).unwrap();
        assert_eq!(model.evaluate(&off), run);
    }
    assert!(switched > 20, "{switched}");
}

#[test]
fn an_evaluation_for_scripts_lists_them() {
    let (model, scenario) = counted(&[post(), saving()], &Scenario::published());
    let link = Link::to(&model, &scenario).fragment();
    let value = serde_json::to_value(Evaluation::of(&open(&link, &library()))).unwrap();
    insta::assert_snapshot!(value["own_lines"].to_string(), @r#"[{"amounts":[0.0,45000.0,45000.0,0.0,0.0],"counted":100.0,"id":"own-1e6918c4","kind":"investment","label":"Extra post","payer":null,"workstream":"digital"},{"amounts":[0.0,20000.0,60000.0,90000.0,90000.0],"counted":100.0,"id":"own-3504dcd3","kind":"saving","label":"Travel training","payer":"core","workstream":"digital"}]"#);
    assert_eq!(value["lines"][saving().id()][4], 90_000);
    let none = serde_json::to_value(Evaluation::of(&open("", &library()))).unwrap();
    assert_eq!(none.get("own_lines"), None);
}

#[test]
fn draws_of_how_much_is_counted_are_runs() {
    let (model, mut scenario) = counted(&[post(), saving()], &scenario("posts-kept=50"));
    for place in 0..2 {
        let index = model.counted(place);
        scenario
            .set_range(model.assumptions(), index, 0.0, 100.0)
            .unwrap();
    }
    let plan = Plan {
        draws: 200,
        ..Plan::default()
    };
    let mut simulation = Simulation::new(&model, &scenario, plan).unwrap();
    simulation.advance(u32::MAX);
    second::differences(&simulation, &simulation.summary().unwrap());
}

proptest! {
    #![proptest_config(cases(48))]

    /// The lines of the case go on as they were, and the totals are theirs and the others'.
    #[test]
    fn the_case_s_own_lines_are_as_without_them(lines in lines(), changes in changes(2)) {
        let (model, scenario) = counted(&lines, &changes.scenario());
        let run = model.evaluate(&scenario);
        let base = model.base().evaluate(&changes.scenario());
        for (one, other) in base.investment_lines.iter().zip(&run.investment_lines) {
            prop_assert_eq!(one, other);
        }
        for (one, other) in base.benefit_lines.iter().zip(&run.benefit_lines) {
            prop_assert_eq!(one, other);
        }
        let sum = |of: &[Series]| of.iter().map(Series::total).sum::<Pounds>();
        prop_assert_eq!(run.investment.total(), sum(&run.investment_lines));
        prop_assert_eq!(run.benefits.total(), sum(&run.benefit_lines));
        prop_assert_eq!(sum(&run.funding), sum(&run.benefit_lines));
        prop_assert_eq!(run.net.total(), run.benefits.total() - run.investment.total());
    }

    /// A line by hand, in a scenario that adjusts nothing: the part of each amount that is
    /// counted, to the pound.
    #[test]
    fn a_line_is_the_part_of_its_amounts_that_counts(lines in lines(), percent in 0_u32..=100) {
        let model = model().with_lines(&lines);
        let mut scenario = Scenario::published();
        for place in 0..lines.len() {
            let index = model.counted(place);
            scenario.set(model.assumptions(), index, f64::from(percent)).unwrap();
        }
        let run = model.evaluate(&scenario);
        for line in &lines {
            let row = run.line(model.line(&line.id()).unwrap());
            let by_hand = line.amounts.iter().map(|amount| {
                // Pence and per cent are whole numbers.
                #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
                let ten_thousandths = (amount * 100.0).round() as i64 * i64::from(percent);
                (2 * ten_thousandths + 10_000) / 20_000
            });
            prop_assert_eq!(pounds(row), by_hand.collect::<Vec<_>>());
        }
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn every_figure_explains_itself_and_a_workbook_has_it(lines in lines(), changes in changes(2)) {
        prop_assume!(!changes.told().on_the_edge);
        let (model, scenario) = counted(&lines, &changes.scenario());
        assert_explained(&model, &scenario);
        prop_assert_eq!(wrong(&model, &scenario), Vec::<String>::new());
    }
}
