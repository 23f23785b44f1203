//! A case in few bytes, for the program that is served.
//!
//! A case file is read generously and checked, with a sentence for every fault: forty
//! thousand bytes of code that a browser would fetch only to be told that a case which
//! every test run has checked is sound. So the build packs the cases that come with the
//! program: the same fields in the same order, without names. This is no file format:
//! program and packed case are made together and never apart.

use super::{Case, Evidence};

impl Case {
    /// The case packed, without its evidence; none where it holds a number that cannot be
    /// packed exactly.
    pub fn packed(&self) -> Option<Vec<u8>> {
        packed(self)
    }

    /// A case that was packed. It is not checked again.
    pub fn unpacked(bytes: &[u8]) -> Option<Case> {
        unpacked(bytes)
    }
}

impl Evidence {
    /// The evidence of a case packed; none where it holds a number that cannot be packed
    /// exactly.
    pub fn packed(&self) -> Option<Vec<u8>> {
        packed(self)
    }

    /// Evidence that was packed. It is not checked again.
    pub fn unpacked(bytes: &[u8]) -> Option<Evidence> {
        unpacked(bytes)
    }
}

fn packed(of: &impl Pack) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    of.pack(&mut bytes)?;
    Some(bytes)
}

fn unpacked<T: Pack>(bytes: &[u8]) -> Option<T> {
    let mut packed = Packed {
        rest: bytes,
        sound: true,
    };
    let found = T::unpack(&mut packed);
    (packed.sound && packed.rest.is_empty()).then_some(found)
}

/// What is still to be unpacked. What cannot be is noted here and asked about once, at the
/// end: a way out at each of some hundred fields was a third of the code.
pub(super) struct Packed<'a> {
    rest: &'a [u8],
    sound: bool,
}

impl<'a> Packed<'a> {
    /// Notes that this is nothing that was packed. Nothing more is taken from it.
    #[inline(never)]
    pub fn fail(&mut self) {
        self.sound = false;
        self.rest = &[];
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.fail();
            return &[];
        };
        self.rest = rest;
        taken
    }

    /// One byte; nought where there is none.
    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// A whole number, seven bits a byte, the lowest first.
    #[inline(never)]
    fn whole(&mut self) -> u64 {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return number;
            }
            shift += 7;
            if shift > 63 {
                self.fail();
            }
        }
    }
}

fn pack_whole(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 128 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Something that stands in a case.
pub(super) trait Pack: Sized {
    /// Adds it; none where that cannot be done exactly.
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()>;

    /// Takes it out again; where it is not there, notes so and gives anything.
    fn unpack(packed: &mut Packed<'_>) -> Self;
}

impl Pack for String {
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
        pack_whole(self.len() as u64, bytes);
        bytes.extend(self.as_bytes());
        Some(())
    }

    #[inline(never)]
    fn unpack(packed: &mut Packed<'_>) -> String {
        let length = usize::unpack(packed);
        let text = std::str::from_utf8(packed.take(length));
        if text.is_err() {
            packed.fail();
        }
        text.unwrap_or_default().to_owned()
    }
}

/// The most decimals of a number; ten to that power is exact as a floating-point number.
const MOST_DECIMALS: u8 = 9;

/// A number of at most fifteen digits, as a whole number and where its decimal point
/// stands. One division of exact numbers gives the nearest number back.
impl Pack for f64 {
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
        const EXACT: f64 = 9e15;
        let size = self.abs();
        let mut power = 1.0;
        for decimals in 0..=MOST_DECIMALS {
            let whole = (size * power).round();
            if whole < EXACT && (whole / power).to_bits() == size.to_bits() {
                let sign = u64::from(*self < 0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "whole, not negative and far below 2^62"
                )]
                pack_whole((whole as u64) << 1 | sign, bytes);
                bytes.push(decimals);
                return Some(());
            }
            power *= 10.0;
        }
        None
    }

    #[inline(never)]
    fn unpack(packed: &mut Packed<'_>) -> f64 {
        let number = packed.whole();
        let decimals = packed.byte();
        #[expect(clippy::cast_precision_loss, reason = "below 2^53, see above")]
        let whole = (number >> 1) as f64;
        let mut power = 1.0;
        for _ in 0..decimals.min(MOST_DECIMALS) {
            power *= 10.0;
        }
        let size = whole / power;
        if number & 1 == 1 { -size } else { size }
    }
}

impl Pack for bool {
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
        bytes.push(u8::from(*self));
        Some(())
    }

    fn unpack(packed: &mut Packed<'_>) -> bool {
        packed.byte() == 1
    }
}

macro_rules! pack_whole_numbers {
    ($($number:ty),*) => {$(
        impl Pack for $number {
            fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
                pack_whole(u64::try_from(*self).ok()?, bytes);
                Some(())
            }

            fn unpack(packed: &mut Packed<'_>) -> $number {
                packed.whole().try_into().unwrap_or_else(|_| {
                    packed.fail();
                    0
                })
            }
        }
    )*};
}
pack_whole_numbers!(u16, u32, usize);

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
        bytes.push(u8::from(self.is_some()));
        match self {
            Some(value) => value.pack(bytes),
            None => Some(()),
        }
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<T> {
        match packed.byte() {
            0 => None,
            _ => Some(T::unpack(packed)),
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
        pack_whole(self.len() as u64, bytes);
        self.iter().try_for_each(|item| item.pack(bytes))
    }

    fn unpack(packed: &mut Packed<'_>) -> Vec<T> {
        let count = packed.whole();
        let mut list = Vec::new();
        for _ in 0..count {
            // A damaged count must not be followed to its end.
            if !packed.sound {
                break;
            }
            list.push(T::unpack(packed));
        }
        list
    }
}
