//! What the analyses promise beside their figures: an order, an end, a step, a place.

use send_modeller::analysis::{
    Aim, Condition, Edge, Effect, Goal, Measure, Plan, Scope, Settings, Simulation, Switch,
    SwitchingValue, by_effect, movement, pressures, ranked, sensitivity, switching_values, two_way,
};
use send_modeller::case::shipped_cases;
use send_modeller::model::{Library, Model, Pounds, Scenario};

use crate::{index, model, outcome, scenario};

#[test]
fn every_assumption_is_listed_from_the_one_that_moves_most() {
    let model = model();
    let aim = Aim::default();
    let listed = by_effect(&model, &scenario(""), aim);
    let swings = sensitivity(&model, &scenario(""), aim.scope);
    assert_eq!(listed.len(), swings.len());
    let tested = ranked(&swings, aim.measure);
    let first: Vec<_> = tested.iter().map(|swing| swing.assumption).collect();
    assert_eq!(listed[..first.len()], first);
    let rest = swings.iter().filter(|swing| !swing.is_tested());
    assert_eq!(
        listed[first.len()..],
        rest.map(|swing| swing.assumption).collect::<Vec<_>>()
    );
    assert!(!first.is_empty() && first.len() < listed.len());
}

#[test]
fn a_smaller_shortfall_is_a_smaller_effect() {
    let [small, large] = [5, 7].map(|pounds| Effect::Shortfall(Pounds(pounds)));
    assert!(small.compare(&large).is_lt());
    assert!(large.compare(&small).is_gt());
    assert!(small.compare(&small).is_eq());
}

#[test]
fn what_is_sought_is_the_goal_of_the_settings() {
    let goal = Some((index("in-county-journeys"), 20e6));
    let settings = Settings {
        goal,
        ..Settings::default()
    };
    let sought = Some((index("in-county-journeys"), Goal::of(settings.aim, 20e6)));
    assert_eq!(settings.sought(), sought);
    assert_eq!(Settings::default().sought(), None);
}

#[test]
fn a_simulation_says_how_far_it_is() {
    let plan = Plan {
        draws: 300,
        seed: 7,
        ..Plan::default()
    };
    let mut simulation = Simulation::new(&model(), &scenario(""), plan).unwrap();
    assert_eq!(simulation.plan(), plan);
    for made in [0, 1, 65, 130, 299] {
        assert_eq!(simulation.advance(made - simulation.progress()), made);
        assert_eq!(simulation.progress(), made);
        assert!(!simulation.done(), "{made}");
    }
    assert_eq!(simulation.advance(u32::MAX), 300);
    assert!(simulation.done());
    let mut whole = Simulation::new(&model(), &scenario(""), plan).unwrap();
    whole.advance(300);
    assert_eq!(simulation.nets(), whole.nets(), "in parts or at once");
}

#[test]
fn an_edge_with_one_side_outside_low_to_high_is_not_within() {
    let model = model();
    let condition = Condition {
        aim: Aim {
            measure: Measure::Net,
            scope: Scope::Benefits,
        },
        by: 4,
    };
    let switches =
        |known: &SwitchingValue| matches!(known.switch, Switch::Holds(_) | Switch::Needs(_));
    let mut all = switching_values(&model, &scenario(""), condition).into_iter();
    let mut known = all.find(switches).unwrap();
    let of = |holds: f64, fails: f64, known: &mut SwitchingValue| {
        let (Switch::Holds(stretch) | Switch::Needs(stretch)) = &mut known.switch else {
            return None;
        };
        stretch.from = Some(Edge { holds, fails });
        stretch.to = None;
        Some(known.is_within_range())
    };
    (known.low, known.high) = (10.0, 20.0);
    for (holds, fails, within) in [
        (12.0, 11.0, true),
        (10.0, 9.99, false),
        (9.99, 10.0, false),
        (20.0, 10.0, true),
        (20.01, 20.0, false),
        (20.0, 20.01, false),
    ] {
        assert_eq!(
            of(holds, fails, &mut known),
            Some(within),
            "{holds} {fails}"
        );
    }
}

#[test]
fn an_axis_goes_in_even_steps_between_ends_off_the_lattice() {
    let mut scenario = scenario("");
    let (model, journeys) = (model(), index("in-county-journeys"));
    let across = |scenario: &Scenario, count| {
        let other = (index("benefit-delivery"), 3);
        let two = two_way(&model, scenario, (journeys, count), other, Scope::Benefits);
        two.unwrap().across.values
    };
    scenario
        .set_range(model.assumptions(), journeys, 2.0, 10.0)
        .unwrap();
    assert_eq!(across(&scenario, 5), [2.0, 4.0, 6.0, 8.0, 10.0]);
    scenario
        .set_range(model.assumptions(), journeys, 10.004, 10.056)
        .unwrap();
    let values = across(&scenario, 41);
    assert_eq!(values, [10.004, 10.01, 10.02, 10.03, 10.04, 10.05, 10.056]);
}

#[test]
fn a_line_that_moved_has_its_last_years() {
    let (before, after) = (outcome(""), outcome("in-county-journeys=15"));
    let moved = movement(&before, &after);
    let line = moved.lines[0];
    assert_eq!(line.last_before, *before.line(line.line).last().unwrap());
    assert_eq!(line.last_after, *after.line(line.line).last().unwrap());
    assert_ne!(line.last_before, line.last_after);
}

#[test]
fn all_pressures_together_are_the_sum_of_their_groups() {
    let all = pressures(&model(), &outcome(""));
    for (year, together) in all.years.iter().enumerate() {
        let Some(together) = together else { continue };
        let groups = all.groups.iter().map(|group| group.years[year].unwrap());
        let (mut pressure, mut savings, mut avoidance) = (Pounds::ZERO, Pounds::ZERO, Pounds::ZERO);
        for group in groups {
            pressure += group.pressure;
            savings += group.savings;
            avoidance += group.avoidance;
        }
        assert_eq!(together.pressure, pressure);
        assert_eq!(together.savings, savings);
        assert_eq!(together.avoidance, avoidance);
        assert!(pressure > savings && avoidance > Pounds::ZERO || year == 0);
    }
}

#[test]
fn a_library_knows_which_cases_nobody_else_has() {
    let other = shipped_cases()
        .iter()
        .find(|case| case.id != model().case().id);
    let other = Model::new(other.unwrap().read().unwrap()).unwrap();
    let id = other.case().id.clone();
    let mut library = Library::of(model());
    assert!(!library.is_own(&id));
    library.bring(other.clone(), false);
    assert!(!library.is_own(&id) && library.find(&id).is_some());
    library.bring(other, true);
    assert!(library.is_own(&id));
    assert!(!library.is_own(&model().case().id));
}

#[test]
fn a_nought_has_no_sign() {
    let model = model();
    let known = &model.assumptions()[index("in-county-journeys")];
    assert!(known.accept(-0.0).unwrap().is_sign_positive());
}
