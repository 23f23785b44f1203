// Where the copy that is one file finds its programs: in the file itself, packed together. scripts/single/page.pl puts
// this into the page's script, between unpack.js, what wasm-bindgen made for the app, and boot.js.

const LOST = "This copy of the app is damaged or was cut short on its way. Ask for the file again.";

const programs = document.getElementById("programs");
const workers = new Map();
let unpacked;
let ends;

// A page opened from a file may fetch nothing, so a worker is handed its program. Whatever kind the app asks for, it is
// no module: Chromium starts none for such a page.
class OwnWorker extends Worker {
  constructor(address) {
    super(address);
    this.postMessage(program(workers.get(address)));
  }
}

function open() {
  const { length, sizes } = programs.dataset;
  const text = atob(programs.textContent);
  if (text.length !== Number(length)) throw new Error("the file ends too soon");
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < packed.length; at += 1) packed[at] = text.charCodeAt(at);
  let end = 0;
  ends = new Map(sizes.split(" ").map((of) => [of.split(":")[0], [end, (end += Number(of.split(":")[1]))]]));
  unpacked = unpacker(packed, end);
}

function program(name) {
  const [from, end] = ends.get(name);
  unpacked.until(end);
  return unpacked.out.slice(from, end);
}

// What is not asked for yet, in slices too short to be noticed.
function unpackOn(done) {
  const end = Math.min(done + 40_000, unpacked.out.length);
  unpacked.until(end);
  if (end < unpacked.out.length) setTimeout(unpackOn, 0, end);
}

// The app looks for the address of a worker where the served page has it.
function nameWorkers() {
  for (const held of document.querySelectorAll("script[data-program]")) {
    const address = URL.createObjectURL(new Blob([held.textContent], { type: "text/javascript" }));
    workers.set(address, held.dataset.program);
    document.head.append(Object.assign(document.createElement("meta"), { name: held.id, content: address }));
  }
}

async function start() {
  open();
  nameWorkers();
  await startApp({ module_or_path: program("app") });
  unpackOn(ends.get("app")[1]);
}
