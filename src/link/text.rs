//! Text in a link: escaping, and what people's own words may be.

use std::borrow::Cow;

/// The most characters of a title.
pub const LONGEST_TITLE: usize = 80;

/// The most characters of a note.
pub const LONGEST_NOTE: usize = 500;

/// Where words first stand in a text, as `str::find` says it. That one brings a search made
/// for long texts, as does `str::contains` even of a character: three thousand bytes of a
/// first load.
pub fn place_of(words: &str, text: &str) -> Option<usize> {
    (0..=text.len()).find(|&place| text.as_bytes()[place..].starts_with(words.as_bytes()))
}

/// Percent-escapes undone; none where one is broken or the bytes are no text.
pub(super) fn unescaped(text: &str) -> Option<Cow<'_, str>> {
    if !text.bytes().any(|byte| byte == b'%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits).ok()?;
            if digits.starts_with('+') {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// Adds text with everything escaped that mail programs, browsers or this format might
/// take for something else.
pub(super) fn escape_into(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b',') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// A title as it is shown and kept: one line, of at most [`LONGEST_TITLE`] characters.
pub fn title_of(text: &str) -> String {
    cut(text, LONGEST_TITLE, false)
}

/// A note as it is shown and kept: at most [`LONGEST_NOTE`] characters; it may have lines.
pub fn note_of(text: &str) -> String {
    cut(text, LONGEST_NOTE, true)
}

/// Without characters that only steer a screen (a right-to-left override could make a
/// figure read backwards), and no longer than allowed.
fn cut(text: &str, most: usize, lines: bool) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let kept = text
        .chars()
        .map(|c| {
            if c == '\n' && lines {
                c
            } else if c.is_whitespace() {
                ' '
            } else {
                c
            }
        })
        .filter(|&c| c == '\n' || !steers(c));
    kept.take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back_from_its_escapes() {
        for text in [
            "",
            "Half delivered",
            "50% & more = £3m; #1 +",
            "ÿ 日本\nline two",
        ] {
            let mut escaped = String::new();
            escape_into(&mut escaped, text);
            assert!(escaped.is_ascii() && !escaped.contains(['&', '=', '#', ' ', '+']));
            assert_eq!(unescaped(&escaped).as_deref(), Some(text));
        }
    }

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        for text in ["", "é", "aab", "http://a#b", "%2523%23", "£%23é"] {
            for words in ["", "é", "ab", "://", "%23", "aabb", "a"] {
                assert_eq!(place_of(words, text), text.find(words), "{words} in {text}");
            }
        }
    }

    #[test]
    fn people_s_words_are_cut_and_cannot_steer_the_screen() {
        assert_eq!(title_of("a\nb\u{202e}c\u{7}"), "a bc");
        assert_eq!(note_of("a\nb"), "a\nb");
        assert_eq!(note_of(&"é".repeat(10_000)).chars().count(), LONGEST_NOTE);
        assert_eq!(
            title_of("<b>bold</b>"),
            "<b>bold</b>",
            "markup is text like any other"
        );
    }
}
