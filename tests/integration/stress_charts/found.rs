//! The pictures hold what the analyses found.

use send_modeller::analysis::{Aim, Measure, Scope, sensitivity, two_way};
use send_modeller::chart::{HeatValues, TornadoOf, Unit, heat_of, tornado_of};
use send_modeller::export::{sensitivity_words, two_way_words};

use crate::{index, model, scenario};

fn tornado(link: &str, measure: Measure, scope: Scope, rows: usize) -> TornadoOf {
    let model = model();
    let swings = sensitivity(&model, &scenario(link), scope);
    let words = sensitivity_words(&model, &swings, Aim { measure, scope });
    tornado_of(&model, &words, rows, measure)
}

#[test]
fn a_tornado_of_net_is_in_pounds() {
    let of = tornado("", Measure::Net, Scope::Benefits, 3);
    assert_eq!((of.rows.len(), of.unit), (3, Unit::Money));
    assert_eq!(of.now.at, 17_638_882.0);
    insta::assert_snapshot!(of.now.text, @"now £17.64m");
    insta::assert_snapshot!(of.reading(0), @"Benefits delivered (60% to 100%, now 100%): £9.38m at its low, £17.64m at its high");
    let all = tornado("", Measure::Net, Scope::Benefits, usize::MAX);
    assert!(all.rows.len() > 3);
}

#[test]
fn a_payback_after_the_last_year_stands_behind_it() {
    let of = tornado("", Measure::Payback, Scope::Payer(2), 2);
    assert_eq!(of.unit, Unit::Years);
    assert_eq!(
        (of.now.at, of.now.text.as_str()),
        (5.5, "now not within 5 years")
    );
    let first = &of.rows[0];
    assert_eq!(first.low.at, 5.5);
    assert!(first.high.at > 4.0 && first.high.at < 5.0, "{first:?}");
}

#[test]
fn what_is_never_paid_back_is_drawn_by_what_is_missing() {
    let of = tornado("benefit-delivery=0", Measure::Payback, Scope::Payer(2), 1);
    let rows = tornado("benefit-delivery=10", Measure::Payback, Scope::Payer(2), 40);
    assert!(rows.rows.len() > 12);
    for of in [of, rows] {
        if of.unit == Unit::Money {
            assert!(
                of.now.at < 0.0 && of.now.text.ends_with(" short"),
                "{:?}",
                of.now
            );
        } else {
            assert!(
                of.rows
                    .iter()
                    .any(|row| row.low.at <= 5.0 || row.high.at <= 5.0)
            );
        }
    }
}

#[test]
fn a_grid_holds_every_cell_in_its_order() {
    let model = model();
    let scenario = scenario("in-county-journeys=8");
    let (across, down) = (index("in-county-journeys"), index("benefit-delay"));
    let two = two_way(&model, &scenario, (across, 4), (down, 3), Scope::Savings).unwrap();
    for measure in [Measure::Net, Measure::NetPresentValue, Measure::Payback] {
        let of = heat_of(&model, &two, &two_way_words(&model, &two, measure), measure);
        assert_eq!(
            (of.across.values.len(), of.up.values.len(), of.texts.len()),
            (4, 3, 12)
        );
        assert_eq!(
            (of.published, of.current),
            (Some((10.0, 0.0)), Some((8.0, 0.0)))
        );
        match of.values {
            HeatValues::Amounts(amounts) => {
                let first = two.cells[0].net.as_f64();
                assert_eq!(amounts.len(), 12);
                assert_eq!(amounts[0] == first, measure == Measure::Net);
            }
            HeatValues::Ordered {
                names,
                cells,
                last_fails,
            } => {
                assert!(last_fails && names.len() == 6);
                assert_eq!(names[cells[0]], "2022/23");
                assert_eq!(names[cells[8]], "not within 5 years");
            }
        }
    }
}
