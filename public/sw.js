// Keeps one thing for the day without a connection: the page that checks printed codes, and the list of keys it checks them with.
// Registered by that page for itself alone (scope /ma, /en/codes); everything else of the site goes to the network as ever.
const name = "codes-1";
const keys = "/.well-known/signing-keys.json";
const pages = ["/ma", "/en/codes"];
const pageOf = (path) => pages.find((page) => path === page || path.startsWith(`${page}/`));

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => event.waitUntil(keep(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname === keys) event.respondWith(listOfKeys());
  else if (request.mode === "navigate") {
    const page = pageOf(pathname);
    if (page) event.respondWith(fetch(request).catch(() => kept(page)));
  } else if (pathname.startsWith("/_next/static/")) event.respondWith(fetch(request).catch(() => kept(request)));
});

async function begin() {
  for (const old of await caches.keys()) if (old.startsWith("codes-") && !old.startsWith(`${name} `)) await caches.delete(old);
  await self.clients.claim();
}

async function kept(what) {
  return (await caches.match(what, { ignoreVary: true })) ?? Response.error();
}

/** Never from the browser's own store: an answer without the mark below is an answer of this moment. */
async function listOfKeys() {
  try {
    const answer = await fetch(keys, { cache: "no-store" });
    if (!answer.ok) return (await caches.match(keys)) ?? answer;
    const headers = { "Content-Type": "application/json", "X-Kept-At": new Date().toISOString() };
    const cache = await caches.open(`${name} keys`);
    await cache.put(keys, new Response(await answer.clone().text(), { headers }));
    return answer;
  } catch {
    return kept(keys);
  }
}

/** The page without a question, and exactly the files it is made of; those of earlier versions go. */
async function keep({ data, ports }) {
  let done = false;
  try {
    const page = pages.find((one) => one === data.page);
    const files = data.files.filter((file) => {
      const { origin, pathname } = new URL(file);
      return origin === location.origin && pathname.startsWith("/_next/static/");
    });
    if (page) {
      const cache = await caches.open(`${name} ${page}`);
      const answer = await fetch(page, { cache: "no-store", credentials: "omit" });
      if (!answer.ok || answer.redirected) throw new Error("not the page");
      await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
      await cache.put(page, answer);
      const wanted = new Set([...files, new URL(page, location.origin).href]);
      for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
      await listOfKeys();
      done = true;
    }
  } finally {
    ports[0]?.postMessage(done);
  }
}
