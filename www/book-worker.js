// Writes and reads workbooks, and packs files, off the page's thread. Served under a stamped name like worker.js.
//
// The page hears { ready, model } once the program runs, and only then sends a job:
//   { id, write: { link, address, date, case } }  →  { id, bytes }; `case` is the file of one that does not come with it
//   { id, case: json }                      →  { id, bytes }, the workbook of a case
//   { id, read: bytes }                     →  { id, found }, a JSON text
//   { id, zip: [[name, bytes], …] }         →  { id, bytes }
// and { id, failed } where a job could not be done. The page ends the worker to cancel one.
import init, { modelVersion, packFiles, readWorkbook, writeCase, writeWorkbook } from "./book.js";

function answer({ write, case: json, read, zip }) {
  if (write) return { bytes: writeWorkbook(write.link, write.address, write.date, write.case) };
  if (json) return { bytes: writeCase(json) };
  if (read) return { found: readWorkbook(new Uint8Array(read)) };
  const [names, contents] = [0, 1].map((place) => zip.map((file) => file[place]));
  return { bytes: packFiles(names, contents) };
}

try {
  await init({ module_or_path: new URL("./book_bg.wasm", import.meta.url) });
  onmessage = ({ data }) => {
    try {
      const answered = answer(data);
      postMessage({ id: data.id, ...answered }, answered.bytes ? [answered.bytes.buffer] : []);
    } catch (error) {
      postMessage({ id: data.id, failed: String(error) });
    }
  };
  postMessage({ ready: true, model: modelVersion() });
} catch (error) {
  postMessage({ failed: String(error) });
}
