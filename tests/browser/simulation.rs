//! The simulation in the browser: the figures that the native program wrote into a file,
//! by the JavaScript face and by the page itself where it has no worker.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{JSON, Object, Reflect};
use send_modeller::analysis::{Plan, PlanProblem, Shape, Summary};
use send_modeller::api;
use send_modeller::app::job::{Report, Runner};
use send_modeller::link;
use send_modeller::model::{Library, Model, Scenario};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test as test;
use yew::Callback;
use yew::platform::time::sleep;

const GOLDEN: &str = include_str!("../simulation.txt");

/// Each simulation of the file: its link, its plan and its numbers.
fn golden() -> Vec<(&'static str, Plan, Vec<f64>)> {
    let lines: Vec<&str> = GOLDEN.lines().collect();
    let simulations = lines.chunks(2).map(|pair| {
        let words: Vec<&str> = pair[0].split(' ').collect();
        let plan = Plan {
            draws: words[1].parse().unwrap(),
            seed: words[2].parse().unwrap(),
            shape: match words[3] {
                "pert" => Shape::Pert,
                _ => Shape::Triangular,
            },
            ..Plan::default()
        };
        let numbers = pair[1].split(' ').map(|number| number.parse().unwrap());
        (words[0], plan, numbers.collect())
    });
    simulations.collect()
}

fn object(pairs: &[(&str, JsValue)]) -> api::PlanValue {
    let object = Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.unchecked_into()
}

fn seen(value: &JsValue) -> Value {
    let text: String = JSON::stringify(value).unwrap().into();
    serde_json::from_str(&text).unwrap()
}

fn given(plan: Plan) -> api::PlanValue {
    let shape = match plan.shape {
        Shape::Pert => "pert",
        Shape::Triangular => "triangular",
    };
    object(&[
        ("draws", plan.draws.into()),
        ("seed", plan.seed.into()),
        ("shape", shape.into()),
    ])
}

fn opened(link: &str) -> (Model, Scenario) {
    let opened = link::open(link, &Library::shipped().unwrap());
    (opened.model.unwrap(), opened.scenario)
}

#[test]
fn the_figures_are_those_of_the_native_program() {
    let golden = golden();
    assert_eq!(golden.len(), 2);
    for (link, plan, numbers) in golden {
        let mut simulation = api::Simulation::new(link, Some(given(plan)));
        assert_eq!(simulation.draws(), plan.draws);
        while simulation.advance(777) < plan.draws {}
        assert_eq!(simulation.numbers().to_vec(), numbers, "{link}");
    }
}

#[test]
fn a_summary_for_scripts_has_the_figures_under_their_names() {
    let (link, plan, numbers) = golden().remove(0);
    let told = seen(&api::simulate(link, Some(given(plan))));
    let summary = Summary::from_numbers(&opened(link).0, &numbers).unwrap();
    assert_eq!(told["problems"], Value::Array(Vec::new()));
    assert_eq!(told["draws"], plan.draws);
    assert_eq!(told["scopes"][0]["scope"], "benefits");
    assert_eq!(
        told["scopes"][0]["net"]["p10"].as_f64(),
        Some(summary.scopes[0].net.p10)
    );
    assert_eq!(told["scopes"][2]["payer"], "core");
    assert_eq!(
        told["fan"].as_array().unwrap().len(),
        told["years"].as_array().unwrap().len()
    );
    assert_eq!(
        told["correlations"].as_array().unwrap().len(),
        summary.correlations.len()
    );
}

#[test]
fn plans_with_faults_give_problems_and_no_figures() {
    let text = |text: &str| JsValue::from(text);
    for plan in [
        object(&[("draws", 0.into())]),
        object(&[("draws", 10_000_000.into())]),
        object(&[("draws", text("many"))]),
        object(&[("draws", f64::NAN.into())]),
        object(&[("seed", text("not a number"))]),
        object(&[("seed", (-1).into())]),
        object(&[("seed", 0.5.into())]),
        object(&[("shape", text("normal"))]),
        object(&[("around", JsValue::NULL)]),
        object(&[("draw", 1_000.into())]),
        JsValue::from(7).unchecked_into(),
    ] {
        let told = seen(&api::simulate("", Some(plan)));
        let keys: Vec<&String> = told.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["problems"], "{told}");
        assert_eq!(told["problems"].as_array().unwrap().len(), 1, "{told}");
    }
    let told = seen(&api::simulate("case=nowhere-2031", None));
    assert_eq!(told["problems"].as_array().unwrap().len(), 1, "{told}");
}

/// The last report of a job, waited for.
async fn finished(reports: &Rc<RefCell<Vec<Report>>>) -> Report {
    for _ in 0..2_000 {
        let last = reports.borrow().last().cloned();
        if let Some(finished @ Report::Finished { .. }) = last {
            return finished;
        }
        sleep(Duration::from_millis(5)).await;
    }
    panic!("no end: {:?}", reports.borrow())
}

fn reports() -> (Rc<RefCell<Vec<Report>>>, Callback<Report>) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let report = {
        let heard = heard.clone();
        Callback::from(move |report| heard.borrow_mut().push(report))
    };
    (heard, report)
}

// This page has no worker: no build put the name of one into it.
#[test]
async fn without_a_worker_the_page_does_it_and_says_so() {
    let (link, plan, numbers) = golden().remove(1);
    let (model, scenario) = opened(link);
    let (heard, report) = reports();
    let runner = Runner::default();
    runner.start(&model, &scenario, plan, report).unwrap();
    let Report::Finished { summary, on_page } = finished(&heard).await else {
        panic!("it ends")
    };
    assert!(on_page);
    assert_eq!(Some(*summary), Summary::from_numbers(&model, &numbers));
}

#[test]
async fn a_new_job_takes_the_place_of_the_old_and_cancelling_ends_it() {
    let (model, scenario) = opened("");
    let runner = Runner::default();
    let start = |draws| {
        let (heard, report) = reports();
        let plan = Plan {
            draws,
            ..Plan::default()
        };
        runner
            .start(&model, &scenario, plan, report)
            .map(|()| heard)
    };
    let first = start(1_000_000).unwrap();
    let second = start(500).unwrap();
    let Report::Finished { summary, .. } = finished(&second).await else {
        panic!("it ends")
    };
    assert_eq!(summary.draws, 500);
    sleep(Duration::from_millis(50)).await;
    assert!(first.borrow().is_empty(), "{:?}", first.borrow());

    let third = start(1_000_000).unwrap();
    sleep(Duration::from_millis(50)).await;
    runner.cancel();
    let until_then = third.borrow().len();
    assert!(until_then > 0);
    sleep(Duration::from_millis(50)).await;
    assert_eq!(third.borrow().len(), until_then);
    assert_eq!(start(0).err(), Some(PlanProblem::Draws { asked: 0 }));
}
