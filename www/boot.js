// Starts the app, or says why it cannot and leaves the fallback of index.html standing. What stands before this in the
// page's script says where the program comes from: served.js, or single/start.js in the copy that is one file.

const root = document.documentElement;
const app = document.getElementById("app");
const fallback = [...app.childNodes]; // kept, because Yew empties #app before its first render
const byId = (id) => document.getElementById(id);
let running = false;

// A slow line should not keep the published figures from anyone.
const PATIENCE_MS = 10_000;

function showFallback(why) {
  if (app.childElementCount === 0) app.replaceChildren(...fallback);
  root.classList.remove("booting");
  // Neither is there if the app got as far as showing a failure page of its own.
  if (byId("loading")) byId("loading").textContent = "";
  if (byId("boot-problem")) byId("boot-problem").textContent = why;
}

function reason(error) {
  if (typeof WebAssembly !== "object") {
    return "This browser has WebAssembly missing or turned off, and the model cannot run without it.";
  }
  if (error instanceof WebAssembly.CompileError) {
    return "This browser’s WebAssembly is too old for the model. A current browser will run it.";
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return "The model stopped while starting. Reload the page to try again.";
  }
  return LOST;
}

// The program draws its first screen a moment after it has started, once the piece of that screen is there. Until then
// the fallback is not to be seen.
function drawn() {
  return new Promise((resolve) => {
    const look = () => byId("loading") || resolve(watch.disconnect());
    const watch = new MutationObserver(look);
    watch.observe(app, { childList: true });
    look();
  });
}

// A reload straight after a keystroke goes to the address of before it: the browser has set out for that when it says
// that the page is left. What it was to be is kept by the program, for the tab, as address.rs has it.
function asLeft() {
  try {
    const left = sessionStorage.getItem("send-modeller");
    sessionStorage.removeItem("send-modeller");
    if (left && performance.getEntriesByType("navigation")[0].type === "reload") history.replaceState(null, "", `#${left}`);
  } catch {
    // The browser keeps nothing for this page.
  }
}

async function boot() {
  asLeft();
  root.classList.add("booting");
  // Written here rather than in the page, so that a screen reader announces it.
  byId("loading").textContent = "Loading the model…";
  const slow = setTimeout(
    () => showFallback("The model is still loading. It will replace this page when it is ready."),
    PATIENCE_MS,
  );
  try {
    if (typeof WebAssembly !== "object") throw new TypeError("no WebAssembly");
    await start();
    await drawn();
    running = true;
    root.classList.remove("booting");
  } catch (error) {
    console.error(error);
    showFallback(reason(error));
  } finally {
    clearTimeout(slow);
  }
}

// For the page that a crash leaves: what wrote it no longer runs, and it may not bring a script along.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-reload]")) location.reload();
});

// A file dropped on the page would take its place, and all that was done with it. The window Files reads it instead.
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (type === "dragover") return;
    window.dropped = event.dataTransfer.files;
    dispatchEvent(new Event("dropped"));
  });
}

// The back/forward cache brings a running app back as it was. A page put away before it ran comes back with its
// downloads cut off, so it starts again.
addEventListener("pageshow", (event) => {
  if (event.persisted && !running) location.reload();
});

boot();
