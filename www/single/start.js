// Where the copy that is one file finds its program: in the file itself, packed. scripts/single/page.pl puts this into
// the page's script, between unpack.js, what wasm-bindgen made for the app, and boot.js.

const LOST = "This copy of the app is damaged or was cut short on its way. Ask for the file again.";

const held = document.getElementById("program");
let program;

// A page opened from a file may fetch nothing, so a worker is handed its program. Whatever kind the app asks for, it is
// no module: Chromium starts none for such a page.
class OwnWorker extends Worker {
  constructor(address) {
    super(address);
    this.postMessage(program);
  }
}

function open() {
  const { length, size } = held.dataset;
  const text = atob(held.textContent);
  if (text.length !== Number(length)) throw new Error("the file ends too soon");
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < packed.length; at += 1) packed[at] = text.charCodeAt(at);
  const { out, until } = unpacker(packed, Number(size));
  until(out.length);
  program = out;
}

// The app looks for the address of a worker where the served page has it. What wasm-bindgen made stands in the file
// once: workers get the text of the page's own.
function nameWorkers() {
  for (const { id, textContent } of document.querySelectorAll("script[data-worker]")) {
    const script = textContent.replace("GLUE", () => `(${glue})()`);
    const content = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    document.head.append(Object.assign(document.createElement("meta"), { name: id, content }));
  }
}

async function start() {
  open();
  nameWorkers();
  await startApp({ module_or_path: program });
}
