//! A picture that is read by row, or by row and column: which place lies under a
//! pointer, and where the arrow keys lead.

use super::Area;

/// The places of a picture that can be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    /// Left and right end of each column, from the left.
    pub columns: Vec<(f64, f64)>,
    /// Top and bottom of each row, from the top.
    pub rows: Vec<(f64, f64)>,
}

/// A move over a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// To the first place of the row, or the first row where there is one column.
    First,
    /// To the last one.
    Last,
}

impl Board {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() || self.rows.is_empty()
    }

    /// The column and the row at a place, if it lies in both.
    pub fn at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let within = |ends: &[(f64, f64)], at: f64| {
            ends.iter()
                .position(|(from, to)| (*from..*to).contains(&at))
        };
        Some((within(&self.columns, x)?, within(&self.rows, y)?))
    }

    /// The rectangle of a place; none outside the board.
    pub fn area(&self, (column, row): (usize, usize)) -> Option<Area> {
        Some(Area::between(
            *self.columns.get(column)?,
            *self.rows.get(row)?,
        ))
    }

    /// Where a move leads; from nowhere it leads to the first place at the top, or to the
    /// last where it goes up or to the end. It stops at the edges.
    pub fn moved(&self, from: Option<(usize, usize)>, step: Step) -> Option<(usize, usize)> {
        if self.is_empty() {
            return None;
        }
        let (right, bottom) = (self.columns.len() - 1, self.rows.len() - 1);
        let Some((column, row)) = from else {
            return Some(match step {
                Step::Up | Step::Last => (right, bottom),
                _ => (0, 0),
            });
        };
        Some(match step {
            Step::Up => (column, row.saturating_sub(1)),
            Step::Down => (column, bottom.min(row + 1)),
            Step::First if right == 0 => (0, 0),
            Step::Last if right == 0 => (0, bottom),
            Step::Left => (column.saturating_sub(1), row),
            Step::Right => (right.min(column + 1), row),
            Step::First => (0, row),
            Step::Last => (right, row),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board(columns: u32, rows: u32) -> Board {
        let ends = |count: u32| {
            (0..count)
                .map(|at| (f64::from(at) * 10.0, f64::from(at + 1) * 10.0))
                .collect()
        };
        Board {
            columns: ends(columns),
            rows: ends(rows),
        }
    }

    #[test]
    fn keys_walk_over_a_grid_and_stop_at_its_edges() {
        let grid = board(3, 2);
        let mut at = None;
        let mut walk = Vec::new();
        for step in [
            Step::Right,
            Step::Right,
            Step::Down,
            Step::Down,
            Step::Last,
            Step::Up,
            Step::First,
        ] {
            at = grid.moved(at, step);
            walk.extend(at);
        }
        assert_eq!(
            walk,
            [(0, 0), (1, 0), (1, 1), (1, 1), (2, 1), (2, 0), (0, 0)]
        );
    }

    #[test]
    fn in_one_column_the_ends_are_those_of_the_rows() {
        let rows = board(1, 4);
        assert_eq!(rows.moved(Some((0, 1)), Step::Last), Some((0, 3)));
        assert_eq!(rows.moved(Some((0, 1)), Step::First), Some((0, 0)));
        assert_eq!(rows.moved(None, Step::Up), Some((0, 3)));
        assert_eq!(board(1, 0).moved(None, Step::Down), None);
    }

    #[test]
    fn a_pointer_is_in_the_place_it_stands_over() {
        let grid = board(3, 2);
        assert_eq!(grid.at(25.0, 10.0), Some((2, 1)));
        assert_eq!(grid.at(30.0, 10.0), None);
        assert_eq!(
            grid.area((2, 1)).map(|area| (area.x, area.y)),
            Some((20.0, 10.0))
        );
    }
}
