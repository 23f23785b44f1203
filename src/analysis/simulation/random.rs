//! The dice: a number between nought and one for each draw of each assumption, worked out
//! from their names and from nothing that went before.
//!
//! A generator that steps along would give an assumption other numbers as soon as one was
//! added before it, or a run was cut into other slices. Here the number of a draw is a
//! function of the seed, the assumption's id and the draw's place: draws can be made in any
//! order and in any slices, and an assumption added to a later version of a case leaves the
//! numbers of all others alone. Whole-number arithmetic alone, so every machine agrees.

/// The numbers of one assumption: the SplitMix64 sequence (Steele, Lea and Flood, 2014)
/// from a start that the seed and the assumption's id give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stream(u64);

/// How many bits a draw has: with the half that is added they fill a floating-point
/// number exactly.
pub(super) const BITS: u32 = 52;

/// SplitMix64's step: 2⁶⁴ over the golden ratio, made odd.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Stream {
    /// The numbers of the assumption with this id.
    pub fn of(seed: u32, id: &str) -> Stream {
        Stream(mix(mix(u64::from(seed)) ^ fnv_1a(id)))
    }

    /// The bits of one draw, [`BITS`] of them; any is as likely as any other.
    #[inline]
    pub fn bits(self, draw: u32) -> u64 {
        let place = u64::from(draw).wrapping_add(1);
        mix(self.0.wrapping_add(STEP.wrapping_mul(place))) >> (u64::BITS - BITS)
    }
}

/// The bits of a draw as a number above nought and below one: the middle of one of 2⁵²
/// equal parts.
#[inline]
pub(super) fn between_nought_and_one(bits: u64) -> f64 {
    const PARTS: f64 = (1_u64 << BITS) as f64;
    #[expect(clippy::cast_precision_loss, reason = "52 bits are held exactly")]
    let place = bits as f64;
    (place + 0.5) / PARTS
}

/// SplitMix64's mixing of one state.
#[inline]
fn mix(state: u64) -> u64 {
    let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The FNV-1a hash of a text, 64 bits.
fn fnv_1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_and_the_mixing_are_the_published_ones() {
        assert_eq!(fnv_1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a("foobar"), 0x8594_4171_f739_67e8);
        // The reference sequence of SplitMix64 from 1234567.
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        for (draw, number) in (0..).zip(expected) {
            assert_eq!(Stream(1_234_567).bits(draw), number >> 12);
        }
    }

    #[test]
    fn a_draw_is_never_nought_and_never_one() {
        let (least, most) = (0, (1 << BITS) - 1);
        assert!(between_nought_and_one(least) > 0.0);
        assert!(between_nought_and_one(most) < 1.0);
    }

    #[test]
    fn seeds_and_names_give_streams_of_their_own() {
        let first = |seed, id| Stream::of(seed, id).bits(0);
        assert_ne!(first(1, "a"), first(2, "a"));
        assert_ne!(first(1, "a"), first(1, "b"));
        assert_eq!(first(1, "a"), first(1, "a"));
    }
}
