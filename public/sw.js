// Keeps one thing for the day without a connection: the page that checks printed codes, and the list of keys it checks them with. Without a
// connection this worker answers in the server's place: it looks at the signature itself and uncovers the sentence of the kept page that says
// what it found. Registered by that page for itself alone (scope /ma, /en/codes); everything else goes to the network as ever.
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
  const page = request.mode === "navigate" ? pageOf(pathname) : undefined;
  if (page) event.respondWith(fetch(request).catch(() => answer(request, page)));
  else if (pathname.startsWith("/_next/static/"))
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});

async function begin() {
  for (const old of await caches.keys())
    if (old.startsWith("codes-") && !old.startsWith(`${name} `)) await caches.delete(old);
  await self.clients.claim();
}

/** The page without a question, exactly the files it is made of, and the keys of this moment; what is older goes. */
async function keep({ data, ports }) {
  let done = false;
  try {
    const page = pages.find((one) => one === data.page);
    if (page) {
      const [shell, list] = await Promise.all([
        fetch(page, { cache: "no-store", credentials: "omit" }),
        fetch(keys, { cache: "no-store" }),
      ]);
      if (!shell.ok || shell.redirected || !list.ok) throw new Error("not the page, or not the keys");
      const files = data.files.filter((file) => {
        const { origin, pathname } = new URL(file);
        return origin === location.origin && pathname.startsWith("/_next/static/");
      });
      const cache = await caches.open(`${name} ${page}`);
      await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
      const headers = { "Content-Type": "application/json", "X-Kept-At": new Date().toISOString() };
      await cache.put(keys, new Response(await list.text(), { headers }));
      await cache.put(page, shell);
      const wanted = new Set([...files, ...[page, keys].map((path) => new URL(path, location.origin).href)]);
      for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
      done = true;
    }
  } finally {
    ports[0]?.postMessage(done);
  }
}

async function answer(request, page) {
  const cache = await caches.open(`${name} ${page}`);
  const [shell, list] = [await cache.match(page, { ignoreVary: true }), await cache.match(keys)];
  if (!shell || !list) return Response.error();
  const { pathname, searchParams } = new URL(request.url);
  const code = codeIn(searchParams.get("code") ?? pathname.slice(page.length + 1));
  const found = code ? await verdictOf(code, await list.json()) : { verdict: "type" };
  const told = { id: found.id ?? "", day: dated(page, found.day), age: dated(page, list.headers.get("X-Kept-At")) };
  const uncovered = (await shell.text())
    .replace('data-offline="" hidden=""', 'data-offline=""')
    .replace(`data-offline="${found.verdict}" hidden=""`, `data-offline="${found.verdict}"`)
    .replace(/\{\{(id|day|age)\}\}/g, (_, word) => told[word]);
  const headers = new Headers();
  for (const one of ["Content-Type", "Content-Security-Policy"])
    if (shell.headers.has(one)) headers.set(one, shell.headers.get(one));
  return new Response(uncovered, { headers });
}

const dated = (page, text) =>
  text
    ? new Date(text).toLocaleDateString(page === "/ma" ? "vi" : "en-GB", { timeZone: "Asia/Ho_Chi_Minh" })
    : "";

/** As components/codes/read.ts reads it. */
function codeIn(said) {
  const text = said.slice(0, 2000);
  let code = /\/(?:ma|codes)\/([^?#\s]+)/i.exec(text)?.[1] ?? text;
  try {
    code = decodeURIComponent(code);
  } catch {
    // Taken as it stands.
  }
  return code
    .replace(/[ \t\r\n\u00a0]+/g, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .slice(0, 200);
}

/** As platform/signing.ts judges it, with the published list alone; "unable": this browser has no Ed25519. */
async function verdictOf(code, list) {
  const [, kind, keyId, days, id, letters] =
    /^([A-Z])([A-Z0-9]{2})([A-Z0-9]{3})([A-Z0-9-]{1,20})([A-Z0-9]{100})$/.exec(code) ?? [];
  if (!kind) return { verdict: "forged" };
  const known = list.keys.find((one) => one.id === keyId);
  if (!known) return { verdict: "unknownKey" };
  const day = new Date(Date.UTC(2020, 0, 1) + Number.parseInt(days, 36) * 86_400_000).toISOString().slice(0, 10);
  let number = 0n;
  for (const letter of letters) number = number * 36n + BigInt(Number.parseInt(letter, 36));
  const hex = number.toString(16).padStart(128, "0");
  if (hex.length > 128 || (known.to !== null && day > known.to)) return { verdict: "forged" };
  const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const open = bytes(atob(known.publicKey.replace(/-/g, "+").replace(/_/g, "/")));
  const key = await crypto.subtle.importKey("raw", open, "Ed25519", false, ["verify"]).catch(() => null);
  if (!key) return { verdict: "unable" };
  const signature = Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
  const holds = await crypto.subtle.verify("Ed25519", key, signature, bytes(list.prefix + code.slice(0, -100)));
  return holds ? { verdict: "genuine", kind, id, day } : { verdict: "forged" };
}
