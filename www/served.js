// Where the served page finds the program: in files of its own host, whose hashed names the build puts into the page
// (Trunk.toml, scripts/split/pieces.sh).

const LOST = "Part of the model could not be loaded. Check the connection and reload the page.";

function addresses(name) {
  const names = document.querySelector(`meta[name="${name}"]`)?.content.split(" ") ?? [];
  return names.map((file) => new URL(file, document.baseURI).href);
}

// Where the browser asks what a text may become that it would run (Trusted Types), only the build's own workers may.
const WORKERS = ["worker", "book", "sw"].flatMap(addresses);
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (text) => (WORKERS.includes(new URL(text, document.baseURI).href) ? text : null),
});

function preload(what) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload" }, what));
}

// Asks for the piece of the first screen together with the program, which then finds it here.
function preloadFirstScreen() {
  const view = /[#&]view=([^&]*)/.exec(location.hash)?.[1] ?? "";
  const piece = ["panel", "stress", "report", "compare", "sources", "styles", "case"].find((page) => view.includes(page)) ?? "explore";
  const name = `piece-${{ compare: "desk", sources: "desk", styles: "desk", case: "editor" }[piece] ?? piece}`;
  for (const href of addresses(name)) preload({ as: "fetch", crossOrigin: "anonymous", href });
  for (const href of addresses(`${name}-css`)) preload({ as: "style", href });
}

// What the host says of its copy: config.json, and host.js to read it where it says anything. Never in the way for long.
async function hosted() {
  try {
    const answer = await fetch(new URL("config.json", document.baseURI));
    const text = answer.ok ? (await answer.text()).trim() : "{}";
    // A host may answer with a page where there is no file.
    if (text !== "{}" && text[0] !== "<") (await import(addresses("host-js")[0])).apply(text);
  } catch (error) {
    console.warn(error);
  }
}

async function start() {
  preloadFirstScreen();
  const told = hosted();
  const module = await import(addresses("app-js")[0]);
  await Promise.race([told, new Promise((late) => setTimeout(late, 1000))]);
  await module.default({ module_or_path: addresses("app-wasm")[0] });
  // What makes the app work offline, once nothing of the first visit waits for anything.
  setTimeout(() => addresses("offline-js").forEach((script) => import(script).catch(console.warn)), 3000);
}
