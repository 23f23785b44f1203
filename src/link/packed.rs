//! Bytes as text that an address takes as it is: base64 with `-` and `_`, without padding
//! (RFC 4648, section 5).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The text of some bytes.
pub fn text_of_bytes(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut held = 0_u32;
        for place in 0..3 {
            held = held << 8 | u32::from(three.get(place).copied().unwrap_or_default());
        }
        for place in 0..=three.len() {
            let letter = held >> (18 - 6 * place) & 63;
            text.push(char::from(LETTERS[letter as usize]));
        }
    }
    text
}

/// The bytes of a text; none where it is no such text. Takes padding and the letters that
/// other kinds of base64 have in the place of ours.
pub fn bytes_of_text(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 255) as u8);
        }
    }
    // A text of one letter more than whole bytes was cut.
    (bits < 6).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_text() {
        for length in 0..70_u8 {
            let bytes: Vec<u8> = (0..length)
                .map(|byte| byte.wrapping_mul(37) ^ 0xa5)
                .collect();
            let text = text_of_bytes(&bytes);
            assert!(
                text.bytes().all(|letter| LETTERS.contains(&letter)),
                "{text}"
            );
            assert_eq!(bytes_of_text(&text), Some(bytes));
        }
    }

    #[test]
    fn known_texts_are_read_and_written() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(text_of_bytes(bytes.as_bytes()), text);
        }
        assert_eq!(bytes_of_text("Zm8="), Some(b"fo".to_vec()));
        assert_eq!(bytes_of_text("+/8"), bytes_of_text("-_8"));
        assert_eq!(bytes_of_text("Zm9vY"), None);
        assert_eq!(bytes_of_text("Zm 9"), None);
    }
}
