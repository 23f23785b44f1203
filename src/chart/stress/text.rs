//! How much room words take, without a browser to measure them: reckoned for the widest
//! of the usual typefaces, so that what is said to fit does.

use crate::chart::Label;

/// Height of a line of a picture's words.
pub(super) const LINE: f64 = 16.0;
/// Size of a picture's words: `--text-chart`.
const SIZE: f64 = 13.0;

/// Width of a piece of text in pixels, seldom too small.
pub(in crate::chart) fn width(text: &str) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    (ems * SIZE).ceil()
}

/// The same for text in heavier type.
pub(in crate::chart) fn bold(text: &str) -> f64 {
    (width(text) * 1.1).ceil()
}

/// The widest of some texts; nought of none.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    texts.into_iter().map(bold).fold(0.0, f64::max)
}

fn em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '\u{2019}' | 'I' | ' ' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '/' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '\u{2026}' | '—' => 0.98,
        '+' | '−' | '<' | '>' | '=' => 0.84,
        'A'..='Z' | '\u{2013}' => 0.75,
        _ => 0.64,
    }
}

/// A text in at most so many lines of a given room, the last of them cut with an
/// ellipsis where not all of it goes in. An empty text has no lines.
pub(in crate::chart) fn wrapped(text: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most);
        if let Some(last) = lines.last_mut() {
            for line in rest {
                last.push(' ');
                last.push_str(&line);
            }
        }
    }
    for line in &mut lines {
        *line = cut(line, room);
    }
    lines
}

/// As much of a text as there is room for, with an ellipsis for the rest.
pub(in crate::chart) fn cut(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if width(&kept) + width("\u{2026}") > room {
            kept.pop();
            break;
        }
    }
    format!("{}\u{2026}", kept.trim_end())
}

/// Moves words that stand beneath one another apart: downwards from the highest, then
/// back up from the lowest where they would run below `lowest`.
pub(super) fn spread(labels: &mut [&mut Label], lowest: f64) {
    labels.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut free = f64::NEG_INFINITY;
    for label in labels.iter_mut() {
        label.y = label.y.max(free);
        free = label.y + LINE;
    }
    let mut free = lowest;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(free);
        free = label.y - LINE;
    }
}
