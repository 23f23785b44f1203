//! What a file is, told by its bytes: a name's ending is whatever somebody called it.

use super::problem::shortened;

/// The most bytes of a file that are looked at at all: far more than any workbook of ours,
/// and few enough that a page can hold them.
pub const LARGEST_FILE: f64 = 50_000_000.0;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// A workbook of today's spreadsheets, or some other archive of the kind.
    Workbook,
    /// Text: a scenario file, comma-separated values, a link.
    Text(String),
    /// Nothing that can be opened here, with what to do about it.
    Other(String),
}

/// Says of a file that is too large how large it is and what is allowed; none of one that
/// can be read.
pub fn too_large(name: &str, bytes: f64) -> Option<String> {
    (bytes > LARGEST_FILE).then(|| {
        let megabytes = crate::export::number((bytes / 1e5).round() / 10.0);
        format!(
            "\u{201c}{}\u{201d} has {megabytes} MB and was not read: files of up to {} MB can be \
             opened. Choose the workbook, the scenario file or the table itself.",
            shortened(name),
            crate::export::number(LARGEST_FILE / 1e6)
        )
    })
}

/// Tells what a file is. Total: any bytes give an answer.
pub fn recognised(bytes: &[u8]) -> Recognised {
    let other = |words: &str| Recognised::Other(words.to_owned());
    match bytes {
        [] => other("The file is empty. Choose another."),
        [b'P', b'K', 3 | 5, ..] => Recognised::Workbook,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => other(
            "This is a file of older office programs, or one with a password. Open it in the \
             spreadsheet, save it as .xlsx without a password, and open that here.",
        ),
        [b'%', b'P', b'D', b'F', ..] => other(
            "This is a PDF, which has no cells to read. Open the workbook, the scenario file or \
             the table it was made from.",
        ),
        [0xff, 0xfe, rest @ ..] => Recognised::Text(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Recognised::Text(wide(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => other(
            "This is neither a workbook nor text. A workbook (.xlsx), a scenario file (.json) or \
             a table (.csv or text) can be opened.",
        ),
        _ => Recognised::Text(text(bytes)),
    }
}

/// UTF-8; where it is not, the older encoding that spreadsheets on Windows write.
fn text(bytes: &[u8]) -> String {
    // Where the two differ, and what spreadsheets write there: quotes, dashes and the euro.
    const WINDOWS: [(u8, char); 9] = [
        (0x80, '€'),
        (0x85, '…'),
        (0x91, '‘'),
        (0x92, '’'),
        (0x93, '“'),
        (0x94, '”'),
        (0x96, '–'),
        (0x97, '—'),
        (0x99, '™'),
    ];
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let letter = |byte: &u8| match WINDOWS.iter().find(|(known, _)| known == byte) {
        Some((_, letter)) => *letter,
        None if (0x80..0xa0).contains(byte) => char::REPLACEMENT_CHARACTER,
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// UTF-16, in which spreadsheets save "Unicode text".
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(units);
    letters
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> String {
        match recognised(bytes) {
            Recognised::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn text_is_read_in_the_encodings_that_spreadsheets_write() {
        let text = "discount-rate\t£3.5 – “half”\r\n";
        let windows: Vec<u8> = text
            .chars()
            .map(|letter| match letter {
                '£' => 0xa3,
                '–' => 0x96,
                '“' => 0x93,
                '”' => 0x94,
                letter => letter as u8,
            })
            .collect();
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(text.as_bytes()), text);
        assert_eq!(read(&windows), text);
        assert_eq!(read(&[&[0xff, 0xfe], &little[..]].concat()), text);
        assert_eq!(read(&[&[0xfe, 0xff], &big[..]].concat()), text);
    }

    #[test]
    fn what_cannot_be_opened_says_what_to_do() {
        assert_eq!(recognised(b"PK\x03\x04..."), Recognised::Workbook);
        for (bytes, says) in [
            (&b""[..], "empty"),
            (b"%PDF-1.7", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .xlsx"),
            (b"\x89PNG\r\n\x1a\n\0\0", "neither a workbook nor text"),
        ] {
            match recognised(bytes) {
                Recognised::Other(words) => assert!(words.contains(says), "{words}"),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_file_that_is_too_large_is_named_with_its_size() {
        assert_eq!(too_large("a.xlsx", 50_000_000.0), None);
        let words = too_large("a.xlsx", 73_449_000.0).unwrap();
        assert!(words.contains("“a.xlsx” has 73.4 MB"), "{words}");
        assert!(words.contains("up to 50 MB"), "{words}");
    }

    proptest! {
        #[test]
        fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            recognised(&bytes);
        }
    }
}
