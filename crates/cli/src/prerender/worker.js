// Answers for the page where its server does not. `offprint prerender` fills in the files of this version of the page, each
// with its hash, and what else the page fetches: the list first, and the modules, whose URLs hold their hashes.
const FILES = {};
const READ = [];

const home = new URL("./", location.href).href;
const at = (path) => new URL(path, home).href;
const files = new Map(Object.entries(FILES).map(([path, hash]) => [at(path), hash]));
const reads = READ.map(at);
const prefix = `offprint ${home} `;
const version = prefix + "VERSION";
const data = prefix + "data";
/** Answers of more bytes than this, as they are sent, are not kept. */
const MOST = 20_000_000;
// Pages that were answered with the copy: what they read is the copy too, so that old code never meets new data. And those
// whose list broke off: at their next try they get the copy.
const copied = new Set();

const isRead = (url) => reads.includes(url) || url.split(/[?#]/)[0].startsWith(`${home}references/`);
const isGood = (response) => response?.ok && !/html/.test(response.headers.get("content-type"));
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// A version is kept whole or not at all, and the hashes see to it that its files belong together.
async function keepVersion() {
  const [cache] = await Promise.all([version, data].map((name) => caches.open(name)));
  const keep = async ([address, integrity]) => {
    const response = await fetch(address, { integrity, cache: address === home ? "no-cache" : "force-cache" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await cache.put(address, response);
  };
  await Promise.all([...files].map(keep));
  // What this visit has read already is not sent again. WebKit sends it again: it has no "only-if-cached".
  const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);
  const known = (isWebKit ? [] : reads).map((address) => read(address, { cache: "only-if-cached", mode: "same-origin" }, () => {}).catch(() => {}));
  await Promise.all(known);
  await self.skipWaiting();
}

async function clearOthers() {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== version && name !== data);
  await Promise.all(old.map((name) => caches.delete(name)));
  if (!(await caches.has(data))) return;
  const cache = await caches.open(data);
  const unread = (await cache.keys()).filter(({ url }) => !isRead(url));
  await Promise.all(unread.map((request) => cache.delete(request)));
}

/** Fetches and, where that gave something good, keeps it. */
async function read(request, options, also) {
  const response = await fetch(request, options);
  if (isGood(response) && !(response.headers.get("content-length") > MOST)) {
    const kept = put(request.url ?? request, response.clone());
    also(kept);
    if (options) await kept;
  }
  return response;
}

/** Keeps an answer, unless all that was kept was removed meanwhile, since the worker is to go. */
async function put(address, response) {
  if (await caches.has(data)) await (await caches.open(data)).put(address, response);
}

/** The page from its server; where that does not answer, the copy. */
async function page(event) {
  const kept = await caches.match(home, { cacheName: version });
  const asked = fetch(event.request);
  if (!kept) return asked;
  const response = await Promise.race([asked, sleep(5000)]).catch(() => {});
  if (response && response.status < 500) return response;
  copied.add(event.resultingClientId);
  return kept;
}

/** What the page reads, from its server; where that gives nothing good, the last good copy. */
async function list(event) {
  const kept = await caches.match(event.request.url, { cacheName: data });
  const ask = () => read(event.request, undefined, (keeping) => event.waitUntil(keeping.catch(() => copied.add(event.clientId))));
  if (!kept) return ask();
  if (!copied.has(event.clientId)) {
    const response = await Promise.race([ask(), sleep(5000)]).catch(() => {});
    if (isGood(response)) return response;
  }
  if (event.request.url === reads[0]) event.waitUntil(tell(event.clientId, kept.headers));
  return kept;
}

/** Tells the page of when what it is shown is. */
async function tell(id, headers) {
  const client = await clients.get(id);
  client?.postMessage({ offprint: headers.get("date") ?? headers.get("last-modified") ?? "unknown" });
}

self.addEventListener("install", (event) => event.waitUntil(keepVersion()));
self.addEventListener("activate", (event) => event.waitUntil(clearOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (address === home) event.respondWith(page(event));
  } else if (files.has(address)) {
    event.respondWith(caches.match(address, { cacheName: version }).then((kept) => kept ?? fetch(request)));
  } else if (isRead(request.url)) {
    event.respondWith(list(event));
  }
});
