/* Keeps the issues that were opened, so that they can be read without a network. */
"use strict";
const SHARED = [];
const KEPT = 3;
const ROOT = new URL("./", self.location.href).href;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open("shared").then((cache) => cache.addAll(SHARED)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

/* Files that never change come from the cache, everything else from the network if there is one. */
self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  const path = request.url.slice(ROOT.length).split(/[?#]/)[0];
  event.respondWith(path.startsWith("assets/") ? stored(request) : fresh(request));
});
async function stored(request) {
  return (await caches.match(request)) || fetch(request);
}
async function fresh(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match(request, { ignoreSearch: true });
    if (found) return found;
    const index = request.url.split(/[?#]/)[0].replace(/\/$/, "/index.html");
    const kept = await caches.match(index);
    if (kept) return kept;
    throw error;
  }
}

/* A page says which issue it belongs to; the oldest that was opened makes room. */
self.addEventListener("message", (event) => {
  const day = String(event.data.issue || "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) event.waitUntil(keep(day, event.source));
});
async function keep(day, client) {
  const name = "issue " + day;
  if (await caches.has(name)) return;
  const answer = await fetch(ROOT + day + "/offline.json");
  if (!answer.ok) return;
  const cache = await caches.open(name);
  try {
    await cache.addAll((await answer.json()).map((path) => ROOT + day + "/" + path));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  const issues = (await caches.keys()).filter((key) => key.startsWith("issue "));
  await Promise.all(issues.slice(0, -KEPT).map((key) => caches.delete(key)));
  if (client) client.postMessage({ kept: day });
}
