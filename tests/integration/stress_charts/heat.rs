//! The grid of two assumptions: its cells, its words, its border and its points.

use send_modeller::chart::{Area, Heat, HeatAxis, HeatOf, HeatValues};

use super::{WIDTHS, apart, ends, inside};

fn axis(name: &str, many: u32) -> HeatAxis {
    let values: Vec<f64> = (0..many).map(|at| f64::from(at) * 2.5).collect();
    HeatAxis {
        name: name.to_owned(),
        texts: (0..many).map(|at| format!("{}%", at * 5)).collect(),
        values,
    }
}

/// Net that rises to the right and upwards, and crosses nought on the way.
pub fn grid(columns: u32, rows: u32) -> HeatOf {
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let amounts: Vec<f64> = cells
        .map(|(column, row)| (f64::from(column + row) - 3.0) * 1e6)
        .collect();
    HeatOf {
        across: axis("In-county journeys", columns),
        up: axis("Delivery", rows),
        figure: "net".to_owned(),
        texts: amounts.iter().map(|_| "12.5".to_owned()).collect(),
        values: HeatValues::Amounts(amounts),
        published: Some((5.0, 10.0)),
        current: Some((6.25, 2.5)),
    }
}

#[test]
fn every_cell_is_drawn_once_and_points_stand_in_theirs() {
    for width in WIDTHS {
        for (columns, rows) in [(9, 9), (41, 41), (7, 12), (5, 13)] {
            let chart = Heat::of(&grid(columns, rows), width);
            let mut cells: Vec<Area> = chart
                .steps
                .iter()
                .flat_map(|step| step.cells.iter().copied())
                .collect();
            assert_eq!(cells.len(), usize::try_from(columns * rows).unwrap());
            cells.sort_by(|one, other| (one.y, one.x).partial_cmp(&(other.y, other.x)).unwrap());
            for pair in cells.windows(2) {
                let beside = pair[0].x + pair[0].width <= pair[1].x;
                assert!(beside || pair[0].y + pair[0].height <= pair[1].y);
            }
            assert!(
                cells
                    .iter()
                    .all(|cell| cell.x + cell.width <= chart.width && cell.width >= 1.0)
            );
            // 5.0 is the third value across, and 10.0 the fifth one up.
            let (x, y) = chart.published.unwrap();
            let from_top = usize::try_from(rows).unwrap() - 5;
            assert_eq!(chart.board.at(x, y), Some((2, from_top)));
            let area = chart.board.area((2, from_top)).unwrap();
            assert!((area.x + area.width / 2.0 - x).abs() < 0.2);
            // Between the third and the fourth.
            let (x, _) = chart.current.unwrap();
            let border = chart.board.columns[2].1;
            assert!((border - x).abs() < 0.2, "{border} and {x}");
        }
    }
}

#[test]
fn the_words_of_a_grid_are_inside_it_and_apart() {
    for width in WIDTHS {
        for many in [2, 9, 12, 30, 38, 41] {
            let chart = Heat::of(&grid(many, many), width);
            let labels = || chart.values.iter().chain(&chart.names);
            inside(labels(), chart.width, chart.height);
            apart(labels());
            assert!(chart.values.len() >= 4, "both ends of both axes");
            apart(chart.texts.iter().map(|text| &text.label));
            for text in &chart.texts {
                let (left, right) = ends(&text.label);
                let (column, _) = chart.board.at(text.label.x, text.label.y - 4.0).unwrap();
                let cell = chart.board.columns[column];
                assert!(cell.0 <= left && right <= cell.1, "{text:?} in {cell:?}");
            }
        }
    }
}

#[test]
fn cells_have_words_where_there_is_room() {
    let worded = |many: u32, width: f64| Heat::of(&grid(many, many), width).texts.len();
    assert_eq!(worded(9, 820.0), 81);
    assert_eq!(worded(5, 390.0), 25);
    assert_eq!(worded(9, 320.0), 0);
    assert_eq!(worded(41, 1440.0), 0);
}

#[test]
fn the_border_runs_where_net_crosses_nought() {
    let of = grid(9, 9);
    let chart = Heat::of(&of, 820.0);
    // Column 3 − row is the first one not below nought: three steps, each of two pieces.
    assert_eq!(chart.border.len(), 6);
    let failing: Vec<&str> = chart
        .steps
        .iter()
        .filter(|step| step.shade.fails)
        .map(|step| step.label.as_str())
        .collect();
    assert_eq!(failing, ["−£3m to £0"]);
    let mut all = grid(9, 9);
    all.values = HeatValues::Amounts(vec![-1.0; 81]);
    assert!(Heat::of(&all, 820.0).border.is_empty());
    assert_eq!(Heat::of(&all, 820.0).steps.len(), 1);
}

#[test]
fn a_cell_is_read_with_both_values_and_what_stands_in_it() {
    let mut of = grid(9, 9);
    assert_eq!(
        of.reading((0, 8)),
        "In-county journeys 0%, Delivery 0%: net −£3,000,000"
    );
    assert_eq!(
        of.reading((2, 4)),
        "In-county journeys 10%, Delivery 20%: net £3,000,000; the published point is here"
    );
    assert_eq!(of.reading((0, 99)), "");
    of.values = HeatValues::Ordered {
        names: vec!["2019/20".to_owned(), "not within five years".to_owned()],
        last_fails: true,
        cells: vec![1; 80],
    };
    assert_eq!(
        of.reading((0, 8)),
        "In-county journeys 0%, Delivery 0%: net not within five years"
    );
    assert_eq!(
        of.reading((8, 0)),
        "In-county journeys 40%, Delivery 40%: net not known"
    );
}

#[test]
fn a_point_outside_the_grid_is_not_drawn_at_its_edge() {
    let mut of = grid(9, 9);
    of.published = Some((20.1, 5.0));
    of.current = Some((-0.1, 5.0));
    let chart = Heat::of(&of, 820.0);
    assert_eq!((chart.published, chart.current), (None, None));
}
