//! Pictures as files: SVG that stands by itself, for a paper or a slide.
//!
//! The places come from the same geometry that the page draws, at one fixed width; only
//! the looks are written here, since a file has no style sheet and is always on white.
//! Decision 0025 says why the page's own drawing is not taken.

mod all;
mod ink;
mod look;
mod rows;
mod sheet;
mod spread;
mod yearly;

pub use all::pictures;

use ink::Ink;
use look::Look;

/// A picture that can be written to a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What its file is called after, in lower-case words joined by hyphens.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// The sentences that say what it shows, for who cannot see it.
    pub summary: String,
    legend: Vec<Entry>,
    size: (f64, f64),
    drawing: Ink,
}

/// An entry of a legend.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    key: Key,
    text: String,
}

/// What stands before the words of an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Key {
    Nothing,
    Area(Look),
    /// An area with a hatching over it.
    Hatched(Look),
    Line(Look),
    /// A hollow circle: the published point.
    Circle,
    /// A filled diamond: the scenario's point.
    Diamond,
}

impl Picture {
    /// Width of every picture in pixels: words of it are eight points high across a page
    /// of A4.
    pub const WIDTH: f64 = 720.0;

    /// The picture as a file, `source` under it.
    pub fn svg(&self, source: &str) -> String {
        sheet::write(self, source)
    }

    /// Height of the file's picture in pixels, with that line under it.
    pub fn height(&self, source: &str) -> f64 {
        sheet::height(self, source)
    }
}

impl Entry {
    fn new(key: Key, text: impl Into<String>) -> Entry {
        Entry {
            key,
            text: text.into(),
        }
    }
}
