// Reads a .zip as far as ours go: its directory, and each file stored or deflated.
import { inflateRawSync } from "node:zlib";

export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const start = bytes.readUInt32LE(at + 42);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + size);
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = method === 0 ? content : inflateRawSync(content);
    at += 46 + name + extra + comment;
  }
  return files;
}

// Reads comma-separated values as RFC 4180 has them, after the mark of the encoding, as records by their headings.
export function table(csv) {
  const text = csv.toString("utf8").replace(/^\ufeff/, "");
  const [head, ...rows] = [...text.matchAll(/((?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|(?=\r\n)))+)\r\n/g)].map(([, row]) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => (quoted ?? plain).replace(/""/g, '"')),
  );
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}
