//! What the targets share: the cases to read things against, workbooks whose parts are
//! replaced, and what holds of anything that was read.

mod parts;

pub use parts::{Parts, case_parts, scenario_parts};

use send_modeller::file::{MOST_FILE_PROBLEMS, ScenarioFile, read_scenario_json, scenario_json};
use send_modeller::link::{Link, Opened, open, settings};
use send_modeller::model::{Library, Model, Scenario};

thread_local! {
    static LIBRARY: Library = Library::shipped().expect("the shipped cases are sound");
}

/// The text that an input is, if it is one. Browsers give the program no other.
pub fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

/// Does something with the shipped cases, compiled once.
pub fn with_library<T>(what: impl FnOnce(&Library) -> T) -> T {
    LIBRARY.with(what)
}

/// Runs a scenario, and holds the totals to the rows: workstreams, payers, years.
pub fn assert_runs_and_adds_up(model: &Model, scenario: &Scenario) {
    let outcome = model.evaluate(scenario);
    let case = model.case();
    let lines = case.investment.iter().zip(&outcome.investment_lines);
    for year in 0..case.years.count {
        let spent: i64 = lines.clone().map(|(_, series)| series[year].0).sum();
        assert_eq!(spent, outcome.investment[year].0, "investment");
        let gained: i64 = outcome.benefit_lines.iter().map(|line| line[year].0).sum();
        assert_eq!(gained, outcome.benefits[year].0, "benefits");
        let paid: i64 = outcome.funding.iter().map(|payer| payer[year].0).sum();
        assert_eq!(paid, outcome.benefits[year].0, "payers");
        let both = outcome.savings[year].0 + outcome.avoidance[year].0;
        assert_eq!(both, outcome.benefits[year].0, "savings and avoidance");
        let net = outcome.benefits[year].0 - outcome.investment[year].0;
        assert_eq!(net, outcome.net[year].0, "net");
    }
    assert!(outcome.net_present_value.is_finite());
    assert!(outcome.benefit_cost_ratio.is_none_or(f64::is_finite));
}

/// Each part of an opened link that a new link carries: written and opened again it is the
/// same, and nothing is wrong with it.
pub fn assert_link_comes_back(opened: &Opened, library: &Library) {
    let Some(model) = &opened.model else {
        assert!(
            !opened.problems.is_empty(),
            "no case, and nothing said of it"
        );
        return;
    };
    let link = link_of(opened, model);
    let written = link.fragment();
    let again = open(&written, library);
    assert_eq!(again.problems, [], "{written}");
    assert_eq!(again.model.as_ref(), Some(model), "{written}");
    assert_eq!(again.scenario, opened.scenario, "{written}");
    assert_eq!(again.compared, opened.compared, "{written}");
    assert_eq!(again.view.unwrap_or_default(), link.view, "{written}");
    assert_eq!(
        (&*again.title, &*again.note),
        (link.title, link.note),
        "{written}"
    );
    let set = |text: &str| settings(text, model).0;
    assert_eq!(set(&again.stress), set(link.stress), "{written}");
    assert_eq!(link_of(&again, model).fragment(), written, "written twice");
}

/// A link with all that an opened one carried.
fn link_of<'a>(opened: &'a Opened, model: &'a Model) -> Link<'a> {
    Link {
        view: opened.view.unwrap_or_default(),
        title: &opened.title,
        note: &opened.note,
        stress: &opened.stress,
        compared: &opened.compared,
        ..Link::to(model, &opened.scenario)
    }
}

/// A scenario file written of what one gave is read as the same, and nothing else is wrong
/// with it.
pub fn assert_file_comes_back(file: &ScenarioFile, library: &Library) {
    let written = scenario_json(&file.link(), "https://example.org/send/");
    let again = read_scenario_json(library, &written).expect("our own file");
    // The settings of the stress test are kept as written, with what is wrong with them.
    let settings_of = |text: &str| settings(text, &file.model);
    let wrong = settings_of(&file.stress).1.len();
    assert_eq!(
        again.problems.len(),
        wrong.min(MOST_FILE_PROBLEMS + 1),
        "{written}"
    );
    let first = ScenarioFile {
        view: again.view,
        problems: again.problems.clone(),
        ..file.clone()
    };
    assert_eq!(again, first, "{written}");
    assert_eq!(
        again.view.unwrap_or_default(),
        file.view.unwrap_or_default()
    );
}

/// Every problem says something, in not too many words, and there are not too many.
pub fn assert_said(problems: &[String], most: usize) {
    assert!(problems.len() <= most + 1, "{} problems", problems.len());
    for problem in problems {
        assert!(!problem.trim().is_empty(), "a problem without words");
        assert!(problem.len() < 2_000, "{} bytes: {problem}", problem.len());
    }
}

/// The same for things that are shown.
pub fn said<T: ToString>(problems: &[T]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
