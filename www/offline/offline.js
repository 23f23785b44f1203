// Makes the app work offline, and offers a new version when one is there. Fetched some time after the app has started, and
// only from a served copy (www/served.js).

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const BUILD = meta("build");
// How often at most a page that is looked at again asks whether there is something new.
const HOUR_MS = 3_600_000;

const STYLES = `
.new-version { position: fixed; z-index: 5; bottom: 1rem; left: 1rem; display: flex; flex-wrap: wrap; align-items: center;
  gap: 0.5rem 0.75rem; max-width: calc(100vw - 2rem); padding: 0.75rem 1rem; border: 1px solid var(--edge);
  border-radius: var(--radius); background: var(--paper); color: var(--ink); font-size: 0.875rem; }
.new-version p { margin: 0; }
@media (max-width: 1023px) { .new-version { bottom: 5.5rem; } }
@media print { .new-version { display: none; } }
`;

let offered = false;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Says that there is a new version. What is being done goes on with the old one until somebody wants the other.
function offer(use) {
  if (offered) return;
  offered = true;
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  const line = element("div", { role: "status" });
  document.body.append(line);
  const button = (text, onclick) => element("button", { type: "button", className: "button", onclick }, text);
  // Empty for a moment, so that what it says is read out.
  setTimeout(() => {
    line.className = "new-version";
    line.append(
      element("p", {}, "A new version is ready. What you have done is kept."),
      button("Use it", use),
      button("Not now", () => line.remove()),
    );
  }, 100);
}

// The address has what was done, down to the last keystroke, once the page is left.
const again = () => location.reload();

function follow(registration) {
  const { serviceWorker } = navigator;
  let asked = false;
  const use = () => {
    asked = true;
    if (!registration.waiting) again();
    else registration.waiting.postMessage("use");
  };
  // Of the other open pages each is asked for itself: they go on as they are until then.
  serviceWorker.addEventListener("controllerchange", () => asked && again());
  const ready = () => serviceWorker.controller && registration.waiting && offer(use);
  const watch = (worker) => worker?.addEventListener("statechange", ready);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  ready();
}

// Without a service worker: a page that was left open for long, or brought back by the browser, may be older than what
// the host has, whose pieces would then be missing.
async function compare() {
  const answer = await fetch(document.baseURI.split("#")[0], { cache: "no-cache" });
  const page = answer.ok ? await answer.text() : "";
  const build = /name="build" content="(\w+)"/.exec(page)?.[1];
  if (build && build !== BUILD) offer(again);
}

async function start() {
  const { serviceWorker } = navigator; // only where the page came securely
  serviceWorker?.addEventListener("message", ({ data, ports }) => data === "build?" && ports[0].postMessage(BUILD));
  serviceWorker?.startMessages();
  // Who saves data did not ask for the rest of the app.
  const wanted = serviceWorker && !navigator.connection?.saveData;
  const registration = wanted ? await serviceWorker.register(meta("sw")).catch(console.warn) : undefined;
  if (registration) {
    follow(registration);
    registration.active?.postMessage("tidy");
  }
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR_MS) return;
    last = Date.now();
    (registration ? registration.update() : compare()).catch(() => {}); // no network: another time
  });
}

(window.requestIdleCallback ?? setTimeout)(() => void start(), { timeout: 5000 });
