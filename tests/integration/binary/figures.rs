//! Its figures are the library's.

use std::fmt::Write as _;

use send_modeller::analysis::{Plan, Shape, Simulation};
use send_modeller::export::{Evaluation, Simulated};
use serde_json::json;

use super::{called, called_with, file};
use crate::{CASE, model, opened, outcome, scenario};

/// A thousand links, some of them damaged.
fn thousand() -> Vec<String> {
    let link = |number: u32| {
        let mut link = CASE.to_owned();
        let one = f64::from(number % 97) / 4.0;
        let _ = write!(
            link,
            "&in-county-journeys={one}&benefit-delay={}",
            number % 25
        );
        match number % 7 {
            0 => link.push_str("&posts-kept=33.3&investment-overrun=-12.5"),
            1 => link.push_str("&benefit-delivery=150&nothing=1"),
            2 => link.insert_str(0, "https://example.org/send/#"),
            3 => link.push_str("&stress=draws_5,npv&title=%"),
            _ => {}
        }
        link
    };
    (0..1_000).map(link).collect()
}

#[test]
fn a_thousand_links_come_to_what_the_library_says() {
    let links = thousand();
    let input = links.join("\n");
    let came = called_with(&["evaluate"], input.as_bytes());
    let lines: Vec<&str> = came.out.lines().collect();
    assert_eq!((came.code, lines.len()), (1, links.len()));
    let mut problems = 0;
    for (link, line) in links.iter().zip(lines) {
        let evaluation = Evaluation::of(&opened(link));
        problems += evaluation.problems.len();
        assert_eq!(line, serde_json::to_string(&evaluation).unwrap(), "{link}");
    }
    // A slow machine also hears how far it is.
    let named = came.err.lines().filter(|line| line.starts_with("line "));
    assert_eq!(named.count(), problems);
    assert!(
        came.err
            .starts_with("line 2: benefit-delivery: 150 is outside 0 to 100"),
        "{}",
        came.err
    );

    let came = called_with(&["evaluate", "--format", "csv"], input.as_bytes());
    let rows = came.rows();
    assert_eq!(rows.len(), links.len() + 1);
    let net = rows[0]
        .iter()
        .position(|heading| *heading == "net")
        .unwrap();
    for (link, row) in links.iter().zip(&rows[1..]) {
        let figures = Evaluation::of(&opened(link)).figures.unwrap();
        assert_eq!(row[net], figures.totals.net.0.to_string(), "{link}");
        assert_eq!(opened(row[0]).scenario, opened(link).scenario);
    }
}

#[test]
fn links_come_as_arguments_in_files_and_from_standard_input() {
    let links = file("links.txt", b"in-county-journeys=15\n\nbenefit-delay=6\n");
    let links = links.to_str().unwrap();
    let came = called_with(
        &["evaluate", "#ehcp-growth=23", links, "-"],
        b"benefit-delay=12\n",
    );
    let nets: Vec<_> = came
        .objects()
        .iter()
        .map(|one| one["totals"]["net"].clone())
        .collect();
    let expected = [
        "ehcp-growth=23",
        "in-county-journeys=15",
        "",
        "benefit-delay=6",
        "benefit-delay=12",
    ];
    assert_eq!(
        nets,
        expected.map(|link| json!(outcome(link).net.total().0))
    );
    assert_eq!((came.code, came.err.as_str()), (0, ""));
}

#[test]
fn a_sweep_gives_one_object_for_each_value() {
    let came = called(&[
        "sweep",
        "-a",
        "benefit_delay",
        "--from",
        "0",
        "--to",
        "12",
        "--steps",
        "4",
        "in-county-journeys=15",
    ]);
    let objects = came.objects();
    assert_eq!((came.code, objects.len()), (0, 5));
    for (object, delay) in objects.iter().zip([0, 3, 6, 9, 12]) {
        let link = format!("in-county-journeys=15&benefit-delay={delay}");
        assert_eq!(object["assumption"], "benefit-delay");
        assert_eq!(object["value"].as_f64(), Some(f64::from(delay)));
        assert_eq!(object["totals"]["net"], outcome(&link).net.total().0);
    }
    let came = called(&[
        "sweep",
        "-a",
        "In-county school journeys removed",
        "--values",
        "0.1,10%,30",
        "--format",
        "csv",
        "#",
    ]);
    let rows = came.rows();
    assert_eq!(rows[0][..4], ["assumption", "value", "link", "case"]);
    let nets: Vec<&str> = rows[1..].iter().map(|row| row[8]).collect();
    let expected = ["0.1", "10", "30"].map(|value| {
        outcome(&format!("in-county-journeys={value}"))
            .net
            .total()
            .0
            .to_string()
    });
    assert_eq!(nets, expected);
    let steps = called(&[
        "sweep",
        "-a",
        "investment-overrun",
        "--from",
        "-0.3",
        "--to",
        "0.3",
        "--steps",
        "6",
        "#",
    ]);
    let values: Vec<f64> = steps
        .objects()
        .iter()
        .map(|one| one["value"].as_f64().unwrap())
        .collect();
    assert_eq!(values, [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
}

#[test]
fn a_value_that_cannot_be_tried_is_named_and_the_others_are_tried() {
    let came = called(&[
        "sweep",
        "-a",
        "benefit-delay",
        "--values",
        "6,6.5,99,12",
        "#",
    ]);
    let values: Vec<_> = came
        .objects()
        .iter()
        .map(|one| one["value"].as_f64())
        .collect();
    assert_eq!(
        (came.code, values),
        (1, vec![Some(6.0), None, None, Some(12.0)])
    );
    assert!(came.objects()[1]["totals"].is_null());
    insta::assert_snapshot!(came.err);
    let came = called(&["sweep", "-a", "delay", "--from", "0", "--to", "1", "#"]);
    assert_eq!((came.code, came.objects().len()), (1, 1));
    assert!(
        came.err.contains("\"delay\" is no assumption of this case"),
        "{}",
        came.err
    );
}

#[test]
fn a_simulation_is_the_librarys() {
    let link = "in-county-journeys=15&stress=draws_500,seed_7";
    let plan = Plan {
        draws: 300,
        seed: 7,
        shape: Shape::Triangular,
        ..Plan::default()
    };
    let mut simulation =
        Simulation::new(&model(), &scenario("in-county-journeys=15"), plan).unwrap();
    simulation.advance(u32::MAX);
    let simulated = Simulated::of(&model(), &simulation.summary().unwrap());
    let came = called(&["simulate", "--draws", "300", "--shape", "triangular", link]);
    assert_eq!((came.code, came.err.as_str()), (0, ""));
    // As text, since serde does not read every number to its last digit.
    let begins =
        r#"{"case":"hertfordshire-2018","scenario":{"in-county-journeys":15.0},"problems":[],"#;
    let told = serde_json::to_string(&simulated).unwrap();
    assert_eq!(came.out, format!("{begins}{}\n", &told[1..]));

    let came = called(&[
        "simulate",
        "--format",
        "csv",
        "--draws",
        "300",
        "--shape",
        "triangular",
        link,
    ]);
    let net = came
        .rows()
        .into_iter()
        .find(|row| row[1..3] == ["benefits", "net"])
        .unwrap();
    assert_eq!(net[3], simulated.scopes[0].net.p10.to_string());
}
