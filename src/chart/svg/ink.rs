//! Shapes and words as SVG text. Only attributes are written, no style sheet: word
//! processors read those and pass over the rest.

use std::fmt::Write as _;

use super::look::{Look, PLAIN, Type};
use crate::case::Decimal;
use crate::chart::{Anchor, Area, Label};

/// SVG text being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ink(String);

/// Distance of the lines of a hatching from one another, along either axis.
const HATCH: f64 = 8.0;

impl Ink {
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), look: Look) {
        self.path(&stroke([from, to]), look);
    }

    /// Rectangles as one shape; those without a width or a height are left out.
    pub fn areas<'a>(&mut self, areas: impl IntoIterator<Item = &'a Area>, look: Look) {
        let mut shape = String::new();
        for area in areas.into_iter().filter(|area| there(area)) {
            let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(Decimal);
            // Writing to a string cannot fail.
            let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
        }
        self.path(&shape, look);
    }

    /// Lines across rectangles, from the lower left to the upper right. Drawn out rather
    /// than as a pattern, which not every word processor fills with; lines of neighbours
    /// meet.
    pub fn hatching<'a>(&mut self, areas: impl IntoIterator<Item = &'a Area>, look: Look) {
        let mut shape = String::new();
        for area in areas.into_iter().filter(|area| there(area)) {
            let (right, bottom) = (area.x + area.width, area.y + area.height);
            // On a line the sum of both places stays the same.
            let mut sum = ((area.x + area.y) / HATCH).floor() * HATCH + HATCH;
            while sum < right + bottom {
                let (left, low) = ((sum - bottom).max(area.x), (sum - area.x).min(bottom));
                let (end, high) = ((sum - area.y).min(right), (sum - right).max(area.y));
                shape.push_str(&stroke([(left, low), (end, high)]));
                sum += HATCH;
            }
        }
        self.path(&shape, look);
    }

    /// A line through places one after another.
    pub fn through(&mut self, places: &[(f64, f64)], look: Look) {
        self.path(&stroke(places.iter().copied()), look);
    }

    /// Straight pieces as one shape.
    pub fn pieces(&mut self, pieces: &[[(f64, f64); 2]], look: Look) {
        let shape: String = pieces.iter().map(|piece| stroke(*piece)).collect();
        self.path(&shape, look);
    }

    /// The area between places one after another.
    pub fn inside(&mut self, places: &[(f64, f64)], look: Look) {
        if places.len() > 2 {
            self.path(&format!("{}z", stroke(places.iter().copied())), look);
        }
    }

    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64, look: Look) {
        let [x, y, radius] = [x, y, radius].map(Decimal);
        let look = attributes(look);
        let _ = write!(
            self.0,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{look}/>"
        );
    }

    /// A shape written as SVG has it; nothing where it is empty.
    pub fn path(&mut self, shape: &str, look: Look) {
        if !shape.is_empty() {
            let look = attributes(look);
            let _ = writeln!(self.0, "<path d=\"{shape}\"{look}/>");
        }
    }

    pub fn words(&mut self, label: &Label, look: Type) {
        if label.text.is_empty() {
            return;
        }
        let [x, y] = [label.x, label.y].map(Decimal);
        let _ = write!(self.0, "<text x=\"{x}\" y=\"{y}\"");
        if label.anchor != Anchor::Start {
            let _ = write!(self.0, " text-anchor=\"{}\"", label.anchor.svg());
        }
        if look.colour != PLAIN.colour {
            let _ = write!(self.0, " fill=\"{}\"", look.colour);
        }
        if let Some(size) = look.size {
            let _ = write!(self.0, " font-size=\"{size}\"");
        }
        if look.heavy {
            self.0.push_str(" font-weight=\"bold\"");
        }
        let _ = writeln!(self.0, ">{}</text>", escaped(&label.text));
    }

    /// What was drawn elsewhere, moved so far.
    pub fn moved(&mut self, (x, y): (f64, f64), drawing: &Ink) {
        let [x, y] = [x, y].map(Decimal);
        let _ = writeln!(self.0, "<g transform=\"translate({x} {y})\">");
        self.0.push_str(&drawing.0);
        self.0.push_str("</g>\n");
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}

fn there(area: &Area) -> bool {
    area.width > 0.0 && area.height > 0.0
}

/// `M0 8L16 8`: a line from one place to the next.
fn stroke(places: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut shape = String::new();
    for (x, y) in places {
        shape.push(if shape.is_empty() { 'M' } else { 'L' });
        // To a hundredth of a pixel: places that were reckoned have more digits.
        let [x, y] = [x, y].map(|at| Decimal((at * 100.0).round() / 100.0 + 0.0));
        let _ = write!(shape, "{x} {y}");
    }
    shape
}

fn attributes(look: Look) -> String {
    let mut text = format!(" fill=\"{}\"", look.fill.unwrap_or("none"));
    if !look.strength.is_empty() {
        let _ = write!(text, " fill-opacity=\"{}\"", look.strength);
    }
    if let Some((colour, width)) = look.line {
        let _ = write!(
            text,
            " stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\""
        );
    }
    if !look.dashes.is_empty() {
        let _ = write!(text, " stroke-dasharray=\"{}\"", look.dashes);
    }
    text
}

/// Text that may stand between tags and in attributes. What XML has no place for, as
/// control characters, is left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::look::HATCHING;
    use super::*;

    #[test]
    fn text_cannot_break_out() {
        assert_eq!(
            escaped("</text><script>\"a\"&\u{0}\u{1b}b\nc"),
            "&lt;/text&gt;&lt;script&gt;&quot;a&quot;&amp;b c"
        );
    }

    #[test]
    fn a_hatching_stays_in_its_rectangle_and_meets_its_neighbours() {
        let area = Area {
            x: 10.0,
            y: 5.0,
            width: 30.0,
            height: 11.0,
        };
        let mut ink = Ink::default();
        ink.hatching([&area], HATCHING);
        let shape = ink.text().split('"').nth(1).unwrap();
        let pieces: Vec<&str> = shape.split('M').skip(1).collect();
        assert_eq!(pieces.len(), 5, "sums 16 to 48 of 15 to 56: {shape}");
        for piece in pieces {
            let ends: Vec<(f64, f64)> = piece
                .split('L')
                .map(|end| {
                    let (x, y) = end.split_once(' ').unwrap();
                    (x.parse().unwrap(), y.parse().unwrap())
                })
                .collect();
            for (x, y) in &ends {
                assert!(
                    (10.0..=40.0).contains(x) && (5.0..=16.0).contains(y),
                    "{piece}"
                );
                assert_eq!((x + y) % HATCH, 0.0, "so that lines of neighbours meet");
            }
            assert!(ends[0].0 < ends[1].0, "{piece}");
        }
    }

    #[test]
    fn nothing_is_written_of_nothing() {
        let mut ink = Ink::default();
        ink.areas([&Area::default()], HATCHING);
        ink.hatching([&Area::default()], HATCHING);
        ink.through(&[], HATCHING);
        ink.inside(&[(0.0, 0.0), (1.0, 1.0)], HATCHING);
        assert_eq!(ink.text(), "");
    }
}
