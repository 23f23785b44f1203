// Takes bytes out of what `xz --format=lzma` packed: from the first on, and no further than is asked for. What browsers can unpack themselves, gzip, would make the one file half as large again. After the description of
// the format by Igor Pavlov (lzma-specification.txt of the LZMA SDK), which is in the public domain.

const odds = (count) => new Uint16Array(count).fill(1024);
const lengthOdds = () => ({ choice: odds(2), low: odds(128), middle: odds(128), high: odds(256) });

// `size` is what all of it comes to. `until` unpacks so much of `out` as is not unpacked yet.
export function unpacker(packed, size) {
  const out = new Uint8Array(size);
  const literalBits = packed[0] % 9;
  const literalMask = (1 << (Math.floor(packed[0] / 9) % 5)) - 1;
  const placeMask = (1 << Math.floor(packed[0] / 45)) - 1;
  const literals = odds(0x300 * ((literalMask + 1) << literalBits));
  const [isMatch, isLong] = [odds(192), odds(192)];
  const [isRepeat, isOlder, isSecond, isThird] = [odds(12), odds(12), odds(12), odds(12)];
  const [newLength, repeatLength] = [lengthOdds(), lengthOdds()];
  const [slots, near, align] = [odds(256), odds(115), odds(16)];

  // The range and the code, without a sign. Properties, window and size take thirteen bytes, a nought follows.
  const coder = new Uint32Array([0xffffffff, new DataView(packed.buffer, packed.byteOffset).getUint32(14)]);
  let next = 18;
  let at = 0;
  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0];

  function refill() {
    if (coder[0] < 0x1000000) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | packed[next++];
    }
  }

  function bit(of, place) {
    const odd = of[place];
    const bound = (coder[0] >>> 11) * odd;
    const one = coder[1] >= bound ? 1 : 0;
    if (one) {
      coder[0] -= bound;
      coder[1] -= bound;
      of[place] = odd - (odd >> 5);
    } else {
      coder[0] = bound;
      of[place] = odd + ((2048 - odd) >> 5);
    }
    refill();
    return one;
  }

  function number(of, from, bits) {
    let found = 1;
    while (found < 1 << bits) found = (found << 1) | bit(of, from + found);
    return found - (1 << bits);
  }

  function backwards(of, from, bits) {
    let [found, value] = [1, 0];
    for (let place = 0; place < bits; place += 1) {
      const one = bit(of, from + found);
      found = (found << 1) | one;
      value |= one << place;
    }
    return value;
  }

  function even(bits) {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0] ? 1 : 0;
      if (one) coder[1] -= coder[0];
      value = (value << 1) | one;
      refill();
    }
    return value;
  }

  function length(of, place) {
    if (!bit(of.choice, 0)) return 2 + number(of.low, place << 3, 3);
    if (!bit(of.choice, 1)) return 10 + number(of.middle, place << 3, 3);
    return 18 + number(of.high, 0, 8);
  }

  function distance(count) {
    const slot = number(slots, Math.min(count - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const from = (2 | (slot & 1)) << bits;
    if (slot < 14) return from + backwards(near, from - slot, bits);
    return from + (even(bits - 4) << 4) + backwards(align, 0, 4);
  }

  function literal() {
    const before = at > 0 ? out[at - 1] : 0;
    const from = 0x300 * (((at & literalMask) << literalBits) + (before >> (8 - literalBits)));
    let found = 1;
    if (state >= 7) {
      let like = out[at - last - 1];
      while (found < 0x100) {
        const expected = like >> 7;
        like = (like << 1) & 0xff;
        const one = bit(literals, from + ((1 + expected) << 8) + found);
        found = (found << 1) | one;
        if (one !== expected) break;
      }
    }
    while (found < 0x100) found = (found << 1) | bit(literals, from + found);
    out[at++] = found;
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  }

  // How much of what came before comes again; `last` is set to how far before.
  function repeated(place) {
    if (!bit(isRepeat, state)) {
      [second, third, fourth] = [last, second, third];
      const count = length(newLength, place);
      state = state < 7 ? 7 : 10;
      last = distance(count);
      return count;
    }
    if (!bit(isOlder, state)) {
      if (!bit(isLong, (state << 4) + place)) {
        state = state < 7 ? 9 : 11;
        return 1;
      }
    } else if (!bit(isSecond, state)) {
      [last, second] = [second, last];
    } else if (!bit(isThird, state)) {
      [last, second, third] = [third, last, second];
    } else {
      [last, second, third, fourth] = [fourth, last, second, third];
    }
    const count = length(repeatLength, place);
    state = state < 7 ? 8 : 11;
    return count;
  }

  function until(end) {
    while (at < end) {
      const place = at & placeMask;
      if (!bit(isMatch, (state << 4) + place)) {
        literal();
        continue;
      }
      let count = repeated(place);
      if (last >= at || at + count > size) throw new Error("the packed programs are damaged");
      for (; count > 0; count -= 1) {
        out[at] = out[at - last - 1];
        at += 1;
      }
    }
  }

  return { out, until };
}
