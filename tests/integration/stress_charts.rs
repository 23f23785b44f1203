//! The pictures of the stress test: everything inside the frame at every width, nothing
//! over anything else, and every end where its figure is.

mod found;
mod heat;

use proptest::prelude::*;
use send_modeller::case::Years;
use send_modeller::chart::{
    Anchor, Area, AxisMark, Chance, Chances, Fan, FanOf, Heat, Label, Rank, Ranks, Tornado,
    TornadoEnd, TornadoOf, TornadoRow, Unit,
};

/// A telephone, a telephone's usual width, a tablet, a desk.
const WIDTHS: [f64; 4] = [320.0, 390.0, 820.0, 1440.0];

const YEARS: Years = Years {
    first: 2018,
    count: 5,
};

/// Left and right end of a label, at the usual width of its letters.
fn ends(label: &Label) -> (f64, f64) {
    let width = f64::from(u32::try_from(label.text.chars().count()).unwrap()) * 7.2;
    match label.anchor {
        Anchor::Start => (label.x, label.x + width),
        Anchor::Middle => (label.x - width / 2.0, label.x + width / 2.0),
        Anchor::End => (label.x - width, label.x),
    }
}

#[track_caller]
fn inside<'a>(labels: impl IntoIterator<Item = &'a Label>, width: f64, height: f64) {
    for label in labels {
        let (left, right) = ends(label);
        assert!(
            left >= -0.5 && right <= width + 0.5 && label.y >= 9.0 && label.y <= height,
            "{label:?} in {width} by {height}"
        );
    }
}

#[track_caller]
fn apart<'a>(labels: impl IntoIterator<Item = &'a Label>) {
    let labels: Vec<&Label> = labels.into_iter().collect();
    for (at, one) in labels.iter().enumerate() {
        for other in &labels[at + 1..] {
            let ((left, right), (from, to)) = (ends(one), ends(other));
            let level = (one.y - other.y).abs() < 13.0;
            assert!(
                !level || right <= from || to <= left,
                "{one:?} over {other:?}"
            );
        }
    }
}

fn end(at: f64, text: &str) -> TornadoEnd {
    TornadoEnd {
        at,
        text: text.to_owned(),
    }
}

fn row(name: &str, low: (f64, &str), high: (f64, &str)) -> TornadoRow {
    TornadoRow {
        name: name.to_owned(),
        varied: "0% to 20%, now 10%".to_owned(),
        low: end(low.0, low.1),
        high: end(high.0, high.1),
    }
}

fn tornado() -> TornadoOf {
    let never = "not within five years";
    TornadoOf {
        rows: vec![
            row("Benefits delivered", (-3e6, "−£3.01m"), (21e6, "£21.00m")),
            row(
                "Growth in children with SEND, from the first of the years to the last",
                (15e6, "£15.00m"),
                (12e6, "£12.00m"),
            ),
            row("Delay", (17.6e6, "£17.60m"), (9e6, never)),
            row("Discount rate", (17.6e6, "£17.60m"), (17.6e6, "£17.60m")),
        ],
        now: end(17.6e6, "now £17.60m"),
        unit: Unit::Money,
    }
}

/// Where an amount lies, by two marks of the axis.
fn place(marks: &[AxisMark], amount: f64) -> f64 {
    let [one, .., other] = marks else {
        panic!("two marks at least");
    };
    one.x + (amount - one.amount) / (other.amount - one.amount) * (other.x - one.x)
}

fn tornado_labels(chart: &Tornado) -> impl Iterator<Item = &Label> {
    let rows = chart.bars.iter().flat_map(|bar| {
        let words = bar.words.name.iter().chain(&bar.words.detail);
        words.chain(&bar.ends)
    });
    rows.chain([&chart.now])
        .chain(chart.marks.iter().map(|mark| &mark.label))
}

#[test]
fn a_tornado_has_its_ends_where_the_figures_are() {
    let of = tornado();
    for width in WIDTHS {
        let chart = Tornado::of(&of, width);
        let near = |x: f64, amount: f64| (x - place(&chart.marks, amount)).abs() < 0.5;
        assert!(near(chart.now_x, 17.6e6));
        let [delivered, growth, delay, rate] = &chart.bars[..] else {
            panic!("four rows");
        };
        assert!(near(delivered.low.x, -3e6));
        assert!(near(delivered.high.x + delivered.high.width, 21e6));
        assert!((delivered.high.x - chart.now_x).abs() < 0.11);
        assert_eq!(delivered.low.y, delivered.high.y, "one bar in two parts");
        // Both to one side: under one another, and each as long as it is.
        assert!(near(growth.low.x, 15e6) && near(growth.high.x, 12e6));
        assert!(growth.low.y + growth.low.height < growth.high.y);
        // What moves nothing has no bar.
        assert_eq!(delay.low.width, 0.0);
        assert!(near(delay.high.x, 9e6));
        assert_eq!((rate.low.width, rate.high.width), (0.0, 0.0));
        assert!(
            chart.marks.iter().any(|mark| mark.amount == 0.0),
            "nought is in range"
        );
    }
}

#[test]
fn the_words_of_a_tornado_are_inside_it_and_apart() {
    for width in WIDTHS {
        let chart = Tornado::of(&tornado(), width);
        inside(tornado_labels(&chart), chart.width, chart.height);
        apart(tornado_labels(&chart));
        for (bar, (top, bottom)) in chart.bars.iter().zip(&chart.board.rows) {
            for area in [bar.low, bar.high] {
                assert!(area.y > *top && area.y + area.height < *bottom);
            }
            for label in &bar.ends {
                assert!(label.y > *top && label.y < *bottom, "{label:?}");
            }
        }
        let meet = |pair: &[(f64, f64)]| pair[0].1 == pair[1].0;
        assert!(chart.board.rows.windows(2).all(meet));
    }
}

#[test]
fn ends_without_room_beside_the_bars_stand_in_lines_under_them() {
    let mut of = tornado();
    of.rows[0].low.text = "not within the five years of the case".to_owned();
    let chart = Tornado::of(&of, 320.0);
    let [low, high] = &chart.bars[0].ends[..] else {
        panic!("two lines");
    };
    assert_eq!(low.text, "at low: not within the five years of the…");
    assert_eq!(high.text, "at high: £21.00m");
    assert!(low.y > chart.bars[0].low.y + chart.bars[0].low.height);
    inside(tornado_labels(&chart), chart.width, chart.height);
    apart(tornado_labels(&chart));
    assert_eq!(
        of.reading(0),
        "Benefits delivered (0% to 20%, now 10%): not within the five years of the case at its \
         low, £21.00m at its high"
    );
}

#[test]
fn a_tornado_of_payback_has_years_under_it() {
    let of = TornadoOf {
        rows: vec![row("Delay", (1.3, "2019/20"), (3.4, "2021/22"))],
        now: end(1.3, "now in 2019/20"),
        unit: Unit::Years,
    };
    let chart = Tornado::of(&of, 820.0);
    let said: Vec<&str> = chart
        .marks
        .iter()
        .map(|mark| mark.label.text.as_str())
        .collect();
    assert_eq!(said, ["1.5 years", "2 years", "2.5 years", "3 years"]);
}

#[test]
fn nothing_and_nonsense_are_placed_too() {
    for width in [0.0, 320.0, 1440.0] {
        assert!(Tornado::of(&TornadoOf::default(), width).height > 0.0);
        assert!(Ranks::of(&[], width).bars.is_empty());
        assert!(Chances::of(YEARS, &[], width).strips.is_empty());
        let fan = Fan::of(YEARS, &FanOf::default(), width);
        assert!(fan.middle.is_empty() && fan.readings.len() == 5);
        let cells = Heat::of(&heat::grid(0, 0), width);
        assert!(cells.steps.is_empty() && cells.board.is_empty());
        let mut of = tornado();
        for (row, at) in of.rows.iter_mut().zip([f64::NAN, f64::INFINITY, -1e300]) {
            row.low.at = at;
        }
        let chart = Tornado::of(&of, width);
        let sound = |area: Area| area.x.is_finite() && area.width.is_finite() && area.x >= 0.0;
        assert!(
            chart
                .bars
                .iter()
                .all(|bar| sound(bar.low) && sound(bar.high))
        );
    }
}

#[test]
fn correlations_stand_on_their_side_of_nought() {
    let ranks = [0.81, -0.37, 0.0, 7.0].map(|value| Rank {
        name: "In-county school journeys removed".to_owned(),
        detail: "0% to 20%".to_owned(),
        value,
        text: "−0.37".to_owned(),
    });
    for width in WIDTHS {
        let chart = Ranks::of(&ranks, width);
        let nought = place(&chart.marks, 0.0);
        let [up, down, none, beyond] = &chart.bars[..] else {
            panic!("four rows");
        };
        assert!((up.bar.x - nought).abs() < 0.2 && !up.falls);
        let tip = up.bar.x + up.bar.width;
        assert!((tip - place(&chart.marks, 0.81)).abs() < 0.3);
        assert!((down.bar.x - place(&chart.marks, -0.37)).abs() < 0.3 && down.falls);
        assert_eq!(none.bar.width, 0.0);
        assert!(beyond.bar.x + beyond.bar.width <= chart.width);
        let labels = chart.bars.iter().flat_map(|bar| {
            let words = bar.words.name.iter().chain(&bar.words.detail);
            words.chain([&bar.end])
        });
        let labels: Vec<&Label> = labels
            .chain(chart.marks.iter().map(|mark| &mark.label))
            .collect();
        inside(labels.iter().copied(), chart.width, chart.height);
        apart(labels.iter().copied());
    }
}

fn fan(scale: f64) -> FanOf {
    let line = |share: f64| {
        [-0.3, 2.1, 6.4, 11.0, 15.9]
            .map(|net| (net * scale) * share)
            .to_vec()
    };
    FanOf {
        p10: line(0.8),
        p25: line(0.9),
        p50: line(1.0),
        p75: line(1.1),
        p90: line(1.2),
        published: Some(line(1.15)),
    }
}

#[test]
fn a_fan_holds_its_lines_in_order_and_its_words_apart() {
    for width in WIDTHS {
        for scale in [1e6, -1e6, 1.0, 0.0, 1e13] {
            let chart = Fan::of(YEARS, &fan(scale), width);
            assert_eq!((chart.outer.len(), chart.inner.len()), (12, 12));
            let all = [&chart.outer, &chart.inner, &chart.middle, &chart.published];
            for (x, y) in all.into_iter().flatten() {
                assert!((chart.left..=chart.right).contains(x), "{x}");
                assert!((0.0..=chart.height).contains(y), "{y}");
            }
            let [upper, lower] = &chart.outer_ends;
            let mut words = vec![upper, lower, &chart.middle_end];
            words.extend(&chart.published_end);
            inside(words.iter().copied(), chart.width, chart.height);
            apart(words.iter().copied());
            apart(&chart.years);
            assert!(chart.ticks.iter().any(|tick| tick.amount == 0.0));
        }
    }
}

#[test]
fn a_fan_is_read_by_year_and_one_year_is_enough() {
    let chart = Fan::of(YEARS, &fan(1e6), 820.0);
    assert_eq!(
        chart.readings[1].label,
        "2019/20: cumulative net 9 in 10 below £2,520,000, half below £2,100,000, 1 in 10 below \
         £1,680,000, published £2,415,000"
    );
    assert_eq!(chart.outer_ends[0].text, "9 in 10 below £19.08m");
    assert_eq!(
        Fan::of(YEARS, &fan(1e6), 390.0).outer_ends[0].text,
        "P90 £19.08m"
    );
    let one = Years {
        first: 2018,
        count: 1,
    };
    let chart = Fan::of(one, &fan(1e6), 320.0);
    assert_eq!(chart.middle.len(), 2);
    assert_eq!(chart.readings.len(), 1);
}

fn chance(name: &str, by_year: &[f64]) -> Chance {
    Chance {
        name: name.to_owned(),
        by_year: by_year.to_vec(),
    }
}

#[test]
fn chances_stand_between_nothing_and_certainty() {
    let of = [
        chance("Savings and avoidance", &[0.0, 0.71, 0.9996, 1.0, 1.0]),
        chance("Savings only", &[0.0, 0.0004, 0.5, 9.0, f64::NAN]),
        chance(
            "Dedicated schools grant (high needs block of the council)",
            &[0.0; 5],
        ),
    ];
    for width in WIDTHS {
        let chart = Chances::of(YEARS, &of, width);
        for strip in &chart.strips {
            let [none, half, all] = &strip.ticks[..] else {
                panic!("three marks");
            };
            for bar in &strip.bars {
                assert!((bar.y + bar.height - none.y).abs() < 0.11 && bar.y >= all.y - 0.11);
                assert!(bar.x >= chart.left && bar.x + bar.width <= chart.right);
            }
            assert!((half.y - f64::midpoint(none.y, all.y)).abs() < 0.11);
            let words = || strip.name.iter().chain(&strip.amounts);
            inside(words(), chart.width, chart.height);
            apart(words());
        }
        let half = &chart.strips[1];
        assert!((half.bars[2].y - half.ticks[1].y).abs() < 0.11);
        apart(&chart.years);
        let said: Vec<&str> = half.amounts.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(said, ["0%", "<1%", "50%", "100%", "0%"]);
    }
    assert_eq!(
        Chances::of(YEARS, &of, 390.0).readings[2].label,
        "Paid back by the end of 2020/21: Savings and avoidance >99%, Savings only 50%, Dedicated \
         schools grant (high needs block of the council) 0%"
    );
    let ten = Years {
        first: 2018,
        count: 10,
    };
    let chart = Chances::of(ten, &[chance("All", &[1.0; 10])], 320.0);
    assert!(chart.strips[0].amounts.is_empty(), "no room for words");
    assert_eq!(chart.readings.len(), 10);
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn any_tornado_is_inside_its_frame(
        now in -1e9..1e9f64,
        spans in prop::collection::vec((-1e9..1e9f64, -1e9..1e9f64), 0..16),
        width in 200.0..1600.0f64,
        years in any::<bool>(),
    ) {
        let of = TornadoOf {
            rows: spans
                .iter()
                .map(|(low, high)| row("Journeys removed", (*low, "£12.34m"), (*high, "−£12.34m")))
                .collect(),
            now: end(now, "now £12.34m"),
            unit: if years { Unit::Years } else { Unit::Money },
        };
        let chart = Tornado::of(&of, width);
        for bar in &chart.bars {
            for area in [bar.low, bar.high] {
                prop_assert!(area.x >= 0.0 && area.x + area.width <= chart.width + 0.11);
            }
            inside(&bar.ends, chart.width, chart.height);
        }
        apart(chart.bars.iter().flat_map(|bar| bar.words.name.iter().chain(&bar.ends)));
    }
}
