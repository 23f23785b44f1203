//! Outcomes that may not move, each in a file named by its link.
//!
//! A disputed link becomes a test by making an empty file of its name in `tests/golden/`
//! and running with `UPDATE_GOLDEN=1`. That writes what the engine says; the oracle is
//! asked as well, so a wrong figure cannot be written in by accident.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use num_traits::ToPrimitive;
use send_modeller::export::Evaluation;
use send_modeller::model::{Payback, Pounds};
use serde_json::Value;

use crate::oracle::{self, Exact, decimal};
use crate::{model, opened, outcome, pounds, project};

/// Every golden file: its link and its path.
fn files() -> Vec<(String, PathBuf)> {
    let mut files: Vec<_> = fs::read_dir(project("tests/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    files.sort();
    files
}

/// Written as the file is and read again, so that both sides were read by one reader.
fn evaluation(link: &str) -> (String, Value) {
    let text = serde_json::to_string_pretty(&Evaluation::of(&opened(link))).unwrap() + "\n";
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

/// What a link changes, taken apart here and not by the engine.
fn changes(link: &str) -> BTreeMap<String, Exact> {
    let pairs = link.split('&').map(|pair| pair.split_once('=').unwrap());
    pairs
        .filter(|(key, _)| !["case", "v"].contains(key))
        .map(|(key, value)| (key.to_owned(), decimal(value)))
        .collect()
}

#[test]
fn every_golden_link_opens_to_its_file() {
    let update = std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1");
    let mut moved = Vec::new();
    for (link, path) in files() {
        let (text, value) = evaluation(&link);
        if update {
            fs::write(&path, text).unwrap();
            continue;
        }
        let kept = fs::read_to_string(&path).unwrap();
        if serde_json::from_str::<Value>(&kept).ok().as_ref() != Some(&value) {
            let actual =
                PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{link}.actual.json"));
            fs::write(&actual, text).unwrap();
            moved.push(format!("{}\n  is not {}", actual.display(), path.display()));
        }
    }
    assert!(
        moved.is_empty(),
        "figures have moved:\n{}",
        moved.join("\n")
    );
}

#[test]
fn every_golden_file_is_what_the_oracle_says() {
    // The oracle is a reading of one paper; other cases have formulas of their own
    // (`other_cases.rs`).
    let of_the_paper = files()
        .into_iter()
        .filter(|(link, _)| link.contains(crate::CASE));
    for (link, path) in of_the_paper {
        let kept = fs::read_to_string(&path).unwrap();
        let mut kept: Value = serde_json::from_str(&kept)
            .unwrap_or_else(|fault| panic!("{}: {fault}; UPDATE_GOLDEN=1?", path.display()));
        let kept = kept.as_object_mut().unwrap();
        let told = oracle::told(&changes(&link));
        assert_eq!(kept.remove("case").unwrap(), "hertfordshire-2018");
        assert_eq!(
            kept.remove("problems").unwrap(),
            Value::Array(Vec::new()),
            "{link}"
        );
        let scenario = kept.remove("scenario").unwrap();
        for (id, value) in scenario.as_object().unwrap() {
            let value = Exact::from_float(value.as_f64().unwrap()).unwrap();
            let apart = (&changes(&link)[id] - value).to_f64().unwrap();
            assert!(apart.abs() < 1e-9, "{id} in {link}");
        }
        assert_eq!(
            scenario.as_object().unwrap().len(),
            changes(&link).len(),
            "{link}"
        );
        let npv = kept.remove("npv").unwrap().as_f64().unwrap();
        assert!(oracle::near(told.npv, npv), "{link}: {} {npv}", told.npv);
        let bcr = kept.remove("bcr").unwrap().as_f64();
        assert!(oracle::near(told.bcr.unwrap(), bcr.unwrap()), "{link}");
        assert_eq!(
            Value::Object(kept.clone()),
            oracle::figures(&told),
            "{link}"
        );
    }
}

#[test]
fn there_are_enough_golden_files_of_enough_kinds() {
    let links: Vec<String> = files().into_iter().map(|(link, _)| link).collect();
    assert!(links.len() >= 20, "{}", links.len());
    assert!(
        links.contains(&crate::CASE.to_owned()),
        "the published case"
    );
    let paybacks: Vec<_> = links
        .iter()
        .map(|link| outcome(link).payback.year())
        .collect();
    for kind in [None, Some(1), Some(2), Some(3)] {
        assert!(paybacks.contains(&kind), "none pays back in {kind:?}");
    }
}

#[test]
fn the_published_outcome_is_the_papers_line_by_line() {
    let (model, outcome) = (model(), outcome(crate::CASE));
    let line = |id: &str| pounds(outcome.line(model.line(id).unwrap()));
    // Table 6.11.
    assert_eq!(
        line("service-efficiencies"),
        [0, 410_530, 410_530, 410_530, 410_530]
    );
    assert_eq!(
        line("ehcp-demography"),
        [0, 169_332, 341_548, 519_532, 712_348]
    );
    assert_eq!(
        line("ooc-school-complexity"),
        [0, 100_000, 200_000, 300_000, 400_000]
    );
    assert_eq!(
        line("adoption-breakdowns"),
        [80_000, 160_000, 240_000, 320_000, 400_000]
    );
    assert_eq!(
        line("transport-in-county"),
        [0, 1_231_095, 1_231_095, 1_231_095, 1_231_095]
    );
    assert_eq!(
        line("transport-out-of-county"),
        [0, 98_360, 98_360, 98_360, 98_360]
    );
    assert_eq!(
        line("sen-reform-grant"),
        [0, 838_000, 1_017_000, 1_017_000, 1_017_000]
    );
    // Table 8.10.
    assert_eq!(
        line("day-opportunities"),
        [0, 700_000, 700_000, 700_000, 700_000]
    );
    assert_eq!(
        line("ooc-colleges"),
        [145_746, 313_914, 493_293, 493_293, 493_293]
    );
    assert_eq!(
        line("direct-payments"),
        [0, 280_000, 280_000, 280_000, 280_000]
    );
    assert_eq!(line("overlap-transport"), [0; 5]);
    assert_eq!(line("overlap-reform-grant"), [0; 5]);
    assert_eq!(model.case().benefits.len(), 12);
    // Tables 6.9, 7.6, 8.9 and 9.6.
    assert_eq!(
        line("send-transformation-manager"),
        [33_307, 65_405, 65_405, 0, 0]
    );
    assert_eq!(
        line("transformation-managers"),
        [58_948, 115_478, 115_478, 0, 0]
    );
    assert_eq!(
        line("transformation-officers"),
        [36_308, 72_368, 72_368, 0, 0]
    );
    assert_eq!(line("training-programme"), [0, 150_000, 0, 0, 0]);
    assert_eq!(line("community-pump-priming"), [0, 600_000, 0, 0, 0]);
    assert_eq!(line("training-coordinator"), [18_030, 36_060, 36_060, 0, 0]);
    assert_eq!(line("information-and-advice"), [0, 50_000, 0, 0, 0]);
    assert_eq!(line("digital-officers"), [36_308, 72_368, 72_368, 0, 0]);
    assert_eq!(
        line("data-and-information-manager"),
        [29_474, 57_739, 57_739, 0, 0]
    );
    assert_eq!(line("it-development"), [0, 100_000, 0, 0, 0]);
    assert_eq!(
        line("community-employment-advisers"),
        [97_856, 190_876, 190_876, 0, 0]
    );
    assert_eq!(
        line("community-engagement-manager"),
        [29_474, 57_739, 57_739, 0, 0]
    );
    assert_eq!(line("programme-manager"), [99_539, 99_539, 50_374, 0, 0]);
    assert_eq!(line("programme-officer"), [46_719, 46_719, 23_464, 0, 0]);
    assert_eq!(line("support-officer"), [27_851, 27_851, 14_530, 0, 0]);
    assert_eq!(model.case().investment.len(), 15);
}

#[test]
fn the_published_totals_are_the_contracts() {
    let outcome = outcome(crate::CASE);
    assert_eq!(
        pounds(&outcome.investment),
        [513_814, 1_742_142, 756_401, 0, 0]
    );
    assert_eq!(outcome.investment.total(), Pounds(3_012_357));
    assert_eq!(
        pounds(&outcome.savings),
        [0, 1_739_985, 1_739_985, 1_739_985, 1_739_985]
    );
    assert_eq!(
        pounds(&outcome.avoidance),
        [225_746, 2_561_246, 3_271_841, 3_629_825, 4_002_641]
    );
    assert_eq!(
        pounds(&outcome.net),
        [-288_068, 2_559_089, 4_255_425, 5_369_810, 5_742_626]
    );
    assert_eq!(
        pounds(&outcome.cumulative_net),
        [-288_068, 2_271_021, 6_526_446, 11_896_256, 17_638_882]
    );
    let [core, dsg, adult_care] = &outcome.funding[..] else {
        panic!("three payers")
    };
    assert_eq!(pounds(dsg), [145_746, 383_914, 633_293, 703_293, 773_293]);
    assert_eq!(pounds(adult_care), [0, 700_000, 700_000, 700_000, 700_000]);
    assert_eq!(
        pounds(core),
        [80_000, 3_217_317, 3_678_533, 3_966_517, 4_269_333]
    );
    assert_eq!(outcome.net_present_value.round(), 16_004_594.0);
    assert_eq!(
        format!("{:.4}", outcome.benefit_cost_ratio.unwrap()),
        "6.5128"
    );
}

#[test]
fn the_published_case_pays_back_when_the_contract_says() {
    let outcome = outcome(crate::CASE);
    let point = |payback: Payback| match payback {
        Payback::Within { year, point } => format!("{year} {point:.4}"),
        Payback::NotWithin { shortfall } => format!("not within, {} short", shortfall.0),
    };
    // One year and 288,068 of the second year's 2,559,089.
    assert_eq!(point(outcome.payback), "1 1.1126");
    // Two years and 515,971 of the third year's 983,584.
    assert_eq!(point(outcome.payback_savings), "2 2.5246");
    let by_payer: Vec<String> = outcome.payback_by_payer.iter().map(|p| point(*p)).collect();
    assert_eq!(
        by_payer,
        [
            "1 1.2941",
            "not within, 372818 short",
            "not within, 212357 short"
        ]
    );
}

#[test]
fn where_nothing_is_invested_there_is_no_ratio_and_nothing_to_pay_back() {
    let nothing: String = model()
        .assumptions()
        .iter()
        .filter(|(_, known)| known.id.starts_with("posts-") || known.id.starts_with("amount-"))
        .map(|(_, known)| format!("&{}=0", known.id))
        .collect();
    let outcome = outcome(&(crate::CASE.to_owned() + &nothing));
    assert_eq!(outcome.investment.total(), Pounds::ZERO);
    assert_eq!(outcome.benefit_cost_ratio, None);
    assert_eq!(
        outcome.payback,
        Payback::Within {
            year: 0,
            point: 0.0
        }
    );
}
