// The service worker: pages of the shift where there is no signal. It never answers for the server: what is written goes through the queue.

const PATIENCE_WITH_PAGES = 3000; // milliseconds before a page that is on the phone is shown from there
const NO_SIGNAL = "/no-signal/";
const LOCKED = "/locked/";
const BEGINS_ANEW = /^\/(sign-(in|out)|pass)\//; // whoever comes here leaves the one before behind
const CAME_FROM = ["then", "record", "day"]; // in an address: from where one came, or for what. It changes nothing that is read
const NEVER_COVERED = new RegExp(`${BEGINS_ANEW.source}|^(${NO_SIGNAL}|${LOCKED})`);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(sending.STATIC).then((made) => made.addAll([NO_SIGNAL, LOCKED])));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("sync", (event) => event.waitUntil(sendOrTryAgain()));
// Here, and not in a page: a page that is left stops what it began.
self.addEventListener("message", (event) => event.data === "along" && event.waitUntil(sending.takeAlong().catch(() => {})));

// A rejected promise has the browser try again.
async function sendOrTryAgain() {
  if ((await sending.send()) === "no-signal") throw new Error("no signal");
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/") || url.pathname === LOCKED) event.respondWith(madeOf(request));
  else if (request.mode === "navigate" && request.method === "GET") event.respondWith(page(event, url));
  else if (request.mode === "navigate") event.respondWith(form(request, url));
  else if (request.destination === "image") event.respondWith(fetch(request).catch(() => along(url)).then((found) => found ?? Response.error()));
});

// Addresses of static files carry a sum of what is in them: what is here is right.
async function madeOf(request) {
  const made = await caches.open(sending.STATIC);
  const found = await made.match(request, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && response.status === 200) made.put(request, response.clone());
  return response;
}

async function page(event, url) {
  if (!NEVER_COVERED.test(url.pathname) && (await lock.isOn())) return (await caches.match(LOCKED)) ?? fetch(LOCKED);
  const here = await along(url);
  const fresh = fetch(event.request).then((response) => keep(url, response));
  event.waitUntil(fresh.catch(() => {}));
  const late = new Promise((yes) => setTimeout(yes, PATIENCE_WITH_PAGES, here));
  try {
    const shown = await (here ? Promise.race([fresh, late]) : fresh);
    return shown === here ? opened(url, here) : shown;
  } catch {
    return here ? opened(url, here) : (await caches.match(NO_SIGNAL)) ?? Response.error();
  }
}

// Somebody reads a page from the phone: the server, which keeps every reading, is told when there is signal.
async function opened(url, response) {
  const people = response.headers.get("X-Throughline-Person")?.split(" ") ?? []; // several, where several stand on one page
  const worker = await queue.about("worker");
  for (const person of people) await queue.noteOpened({ person, worker, page: url.pathname, at: new Date().toISOString() });
  return response;
}

// A page of the shift that was opened is the newest there is; one that is refused is not to be seen here either.
async function keep(url, response) {
  const address = url.pathname + url.search;
  if (!((await queue.about("pages")) ?? []).includes(address)) return response;
  const pages = await caches.open(sending.PAGES);
  if (response.ok && !response.redirected) await pages.put(address, response.clone());
  else if (response.status === 403 || response.status === 404) await pages.delete(address);
  return response;
}

// What the lease no longer covers is not only not shown: it goes from the phone.
async function along(url) {
  if (!(await sending.mayShow())) {
    if (await caches.delete(sending.PAGES)) await queue.note("along", undefined);
    return undefined;
  }
  const taken = { cacheName: sending.PAGES, ignoreVary: true };
  const exact = await caches.match(url.pathname + url.search, taken);
  return exact ?? (CAME_FROM.some((name) => url.searchParams.has(name)) ? caches.match(url.pathname, taken) : undefined);
}

// Signing in or out, nobody finds what was taken along for whoever was here before. Other forms need signal, and say so.
async function form(request, url) {
  const anew = BEGINS_ANEW.test(url.pathname);
  if (anew) await sending.leave();
  try {
    const response = await fetch(request);
    if (anew) await Promise.all([sending.leave(), lock.begin()]); // a page that was still sending may have asked for the key again
    return response;
  } catch {
    return (await caches.match(NO_SIGNAL)) ?? Response.error();
  }
}
