//! What a picture's file has around the drawing: its title, a legend, and under it where
//! it comes from.

use super::ink::{Ink, escaped};
use super::look::{GROUND, HATCHING, PLAIN, SOURCE, TITLE, Type};
use super::spread::{here, there};
use super::{Entry, Key, Picture};
use crate::case::Decimal;
use crate::chart::stress::text;
use crate::chart::{Anchor, Area, Label};

/// Around everything.
const MARGIN: f64 = 20.0;
/// The room the drawing has across.
pub const INNER: f64 = Picture::WIDTH - 2.0 * MARGIN;
/// Size of a key, and of the gap between it and its words.
const KEY: f64 = 16.0;
const GAP: f64 = 7.0;
/// Between two entries of a legend.
const APART: f64 = 18.0;
/// From one base line of each to the next.
const TITLE_LINE: f64 = 22.0;
const LEGEND_LINE: f64 = 22.0;
const SOURCE_LINE: f64 = 16.0;

/// Typefaces that are there, and that word processors know.
const FAMILY: &str = "Arial, 'Liberation Sans', Helvetica, sans-serif";
/// Size of a picture's words, which the geometry reckons with.
const SIZE: &str = "13";

pub fn write(picture: &Picture, source: &str) -> String {
    let (ink, height) = placed(picture, source);
    let (width, height) = (Decimal(Picture::WIDTH), Decimal(height));
    let [title, summary] = [&picture.title, &picture.summary].map(|text| escaped(text));
    let (name, ground) = (picture.name, GROUND.fill.unwrap_or_default());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{name}-title {name}-summary\" font-family=\"{FAMILY}\" \
         font-size=\"{SIZE}\" fill=\"{}\">\n<title id=\"{name}-title\">{title}</title>\n\
         <desc id=\"{name}-summary\">{summary}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n{}</svg>\n",
        PLAIN.colour,
        ink.text(),
    )
}

pub fn height(picture: &Picture, source: &str) -> f64 {
    placed(picture, source).1
}

/// Everything in its place, and how high it all is.
fn placed(picture: &Picture, source: &str) -> (Ink, f64) {
    let mut ink = Ink::default();
    // The room in words of the usual size: these are larger, heavier or smaller.
    let titles = text::wrapped(&picture.title, INNER / 1.1 * 13.0 / 17.0, 3);
    let sources = text::wrapped(source, INNER * 13.0 / 12.0, 3);
    let mut y = MARGIN - 4.0;
    let line = |ink: &mut Ink, y: f64, text: String, look: Type| {
        let label = Label {
            x: MARGIN,
            y,
            text,
            anchor: Anchor::Start,
        };
        ink.words(&label, look);
    };
    for text in titles {
        y += TITLE_LINE;
        line(&mut ink, y, text, TITLE);
    }
    y = legend(&mut ink, &picture.legend, y + 12.0) + 12.0;
    ink.moved((MARGIN, y), &picture.drawing);
    y += picture.size.1 + 8.0;
    for text in sources {
        y += SOURCE_LINE;
        line(&mut ink, y, text, SOURCE);
    }
    (ink, (y + MARGIN - 4.0).ceil())
}

/// Writes a legend from `top` on, in as many lines as it takes; gives where it ends.
fn legend(ink: &mut Ink, entries: &[Entry], top: f64) -> f64 {
    let (mut x, mut y) = (MARGIN, top);
    for entry in entries {
        let key = match entry.key {
            Key::Nothing => 0.0,
            _ => KEY + GAP,
        };
        let words = text::cut(&entry.text, INNER - key);
        let width = key + text::width(&words);
        if x > MARGIN && x + width > MARGIN + INNER {
            (x, y) = (MARGIN, y + LEGEND_LINE);
        }
        let mut drawn = Ink::default();
        draw(&mut drawn, entry.key);
        ink.moved((x, y), &drawn);
        let label = Label {
            x: x + key,
            y: y + 12.5,
            text: words,
            anchor: Anchor::Start,
        };
        ink.words(&label, PLAIN);
        x += width + APART;
    }
    if entries.is_empty() { top } else { y + KEY }
}

/// A key in a square of sixteen pixels.
fn draw(ink: &mut Ink, key: Key) {
    let area = Area {
        x: 1.5,
        y: 1.5,
        width: KEY - 3.0,
        height: KEY - 3.0,
    };
    let middle = (KEY / 2.0, KEY / 2.0);
    match key {
        Key::Nothing => {}
        Key::Area(look) => ink.areas([&area], look),
        Key::Hatched(look) => {
            ink.areas([&area], look);
            ink.hatching([&area], HATCHING);
        }
        Key::Line(look) => ink.line((0.0, middle.1), (KEY, middle.1), look),
        Key::Circle => there(ink, middle),
        Key::Diamond => here(ink, middle),
    }
}
