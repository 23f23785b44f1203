// The service worker: keeps all files of a build, so that the app works with the network gone, and never brings two
// builds together. scripts/split/offline.pl puts in front of this
//   BUILD  a hash of all files of the build, which names its cache and stands in its page
//   FILES  the address of each file, with what the page puts behind it, and the SHA-256 of its content
// docs/hosting.md says how an update reaches people, and decision 0042 why it is so.

// To be raised by a host who has changed index.html by hand: browsers fetch it again only with a new service worker.
const CHANGED_BY_HAND = 0;

const SCOPE = registration.scope;
// One host may have several copies under different paths, and a browser keeps the caches of all of them together.
const OURS = `send-modeller ${SCOPE} `;
const OWN = `${OURS}${BUILD}.${CHANGED_BY_HAND}`;
// How long what a host may change, such as config.json, is waited for where there is a copy of it. Less than the page
// itself waits.
const PATIENCE_MS = 700;

const whole = (address) => new URL(address, SCOPE).href;
const KNOWN = new Map(Object.entries(FILES).map(([address, hash]) => [whole(address), hash]));
// A name with a hash in it or behind it says what is in the file, whichever build brought it.
const SAYS_WHAT = /[-?][0-9a-f]{16}\b/;

// A page may be answered only with a response that was not redirected.
const straight = (answer) => (answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);

async function fetched(address, options) {
  const answer = await fetch(address, { priority: "low", ...options });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return straight(answer);
}

// The page itself: a host may have added to it, so it has no hash; that it is of this build it says itself.
async function thePage() {
  const page = await fetched(SCOPE, { cache: "no-cache" });
  if (!(await page.clone().text()).includes(`name="build" content="${BUILD}"`)) throw new Error("the page is of another build");
  return page;
}

// All files or none: where one is missing or is not what this build made, the browser throws this worker away and goes
// on with the one before.
async function install() {
  const kept = await caches.open(OWN);
  await kept.put(SCOPE, await thePage());
  await Promise.all(
    [...KNOWN].map(async ([address, hash]) => {
      const same = SAYS_WHAT.test(address);
      const before = same && (await caches.match(address));
      await kept.put(address, before || (await fetched(address, { integrity: hash, cache: same ? "default" : "no-cache" })));
    }),
  );
  await keepHosts(kept);
}

// What the host may change at any time: its name and colours, and its own cases.
async function keepHosts(kept) {
  const list = whole("cases/index.json");
  for (const address of [whole("config.json"), list]) await keep(kept, address).catch(() => {});
  const cases = await (await kept.match(list))?.json().catch(() => []);
  for (const { id } of Array.isArray(cases) ? cases : []) {
    const address = whole(`cases/${id}.json`);
    if (!KNOWN.has(address)) await keep(kept, address).catch(() => {});
  }
}

async function keep(kept, address) {
  const answer = await fetched(address, { cache: "no-cache" });
  await kept.put(address, answer.clone());
  return answer;
}

// What is not of the build: asked for, and the copy where no answer comes in time.
async function fresh(request) {
  const kept = await caches.open(OWN);
  const copy = await kept.match(request.url);
  const asking = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === "basic") await kept.put(request.url, answer.clone());
    return answer;
  });
  if (!copy) return asking;
  const late = new Promise((come) => setTimeout(() => come(copy), PATIENCE_MS));
  // A host that answers with an error today had the file before.
  return Promise.race([asking.then((answer) => (answer.status >= 500 ? copy : answer)).catch(() => copy), late]);
}

async function answer(request) {
  const { origin, pathname, search } = new URL(request.url);
  const page = origin + pathname;
  const own = await caches.open(OWN);
  if (request.mode === "navigate" && (page === SCOPE || page === whole("index.html"))) {
    return (await own.match(SCOPE)) ?? fetch(request);
  }
  // What a page asks to compare itself with must not take the place of the kept one.
  if (page === SCOPE || page === whole("index.html")) return fetch(request);
  const address = page + search;
  if (KNOWN.has(address)) return (await own.match(address)) ?? fetch(request);
  // A page of another build that is still open asks for its own files, which that build's cache has.
  if (SAYS_WHAT.test(address)) return (await caches.match(address)) ?? fetch(request);
  return fresh(request);
}

// The builds whose pages are open; none where a page does not say, as one that sleeps.
async function inUse() {
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const builds = await Promise.all(
    pages.map(
      (page) =>
        new Promise((say) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => say(data);
          setTimeout(say, 2000);
          page.postMessage("build?", [port2]);
        }),
    ),
  );
  return builds.includes(undefined) ? undefined : builds;
}

// Old caches go once no page of theirs is open. One that is none of this build's may also be a newer one on its way.
async function tidy() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OWN);
  const builds = others.length > 0 && (await inUse());
  if (!builds || registration.installing || registration.waiting) return;
  for (const name of others) {
    if (!builds.some((build) => name.startsWith(`${OURS}${build}.`))) await caches.delete(name);
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
// The page of a first visit has its other pieces from here without a reload.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});
addEventListener("message", (event) => {
  // Somebody pressed "Use it".
  if (event.data === "use") event.waitUntil(skipWaiting());
  // A page has started.
  if (event.data === "tidy") event.waitUntil(tidy());
});
