// In the place of sw.js: takes the service worker of an earlier build out of every browser that comes by, with what it
// kept. scripts/serve.sh serves it, since a page that is being worked on must come from the disk each time, and so may a
// host who wants the app offline no more.
addEventListener("install", () => void skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(`send-modeller ${registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
