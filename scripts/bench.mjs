// npm run bench [-- --sizes 1000,10000 --seconds 4 --clients 1,8,32]: a site of its own for each size, measured beside what it stands on.
import { ensurePackages, root } from "./setup/packages.mjs";

ensurePackages();
const { spawn } = await import("node:child_process");
const { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } = await import("node:fs");
const { createRequire } = await import("node:module");
const { cpus, tmpdir, totalmem, loadavg } = await import("node:os");
const { join } = await import("node:path");
const { parseArgs } = await import("node:util");
const { build, ensureServices, generateClient, runNode, typescript } = await import("./setup/site.mjs");
const { ensureDatabase } = await import("./setup/postgres.mjs");
const { freePort, waitFor, portTaken } = await import("./setup/processes.mjs");
const { ensureBrowser } = await import("./setup/browser.mjs");
const { figures, measure } = await import("../bench/load.mjs");
const { recorded } = await import("../bench/record.mjs");
const { apiSearches, checkPages, searchPages } = await import("../bench/questions.mjs");
const { printSize, printTargets, targetsOf } = await import("../bench/report.mjs");

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    seconds: { type: "string", default: "4" },
    clients: { type: "string", default: "1,8,32" },
    changes: { type: "string", default: "50" },
    /** Measure the build that is there. */
    built: { type: "boolean", default: false },
    "no-weights": { type: "boolean", default: false },
  },
});
const numbers = (text) => text.split(",").map(Number);
const [sizes, clients, seconds] = [numbers(values.sizes), numbers(values.clients), Number(values.seconds)];

await generateClient();
const services = await ensureServices();
if (!services.MEILI_URL) throw new Error("The bench needs the search engine");
if (!values.built) await build(services);
if (!values["no-weights"]) await ensureBrowser();

const next = join(createRequire(import.meta.url).resolve("next/package.json"), "..", "dist/bin/next");
const children = new Set();
function start(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}
const stop = (child) =>
  new Promise((resolve) =>
    child.exitCode !== null || child.signalCode ? resolve() : (child.once("exit", resolve), child.kill("SIGTERM")),
  );

async function dropDatabase(url) {
  const { default: pg } = await import("pg");
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.end();
}

async function dropIndexes(prefix) {
  const headers = { authorization: `Bearer ${services.MEILI_MASTER_KEY}` };
  const { results } = await (await fetch(`${services.MEILI_URL}/indexes?limit=1000`, { headers })).json();
  for (const { uid } of results.filter((index) => index.uid.startsWith(prefix)))
    await fetch(`${services.MEILI_URL}/indexes/${uid}`, { method: "DELETE", headers });
}

/** Something is committed each second, as on a working day: what was kept until then is of no more use. */
async function withChanges(databaseUrl, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const timer = setInterval(() => client.query("SELECT pg_current_xact_id()"), 1_000);
  return work().finally(() => (clearInterval(timer), client.end()));
}

async function loads(base, filled, only) {
  const gets = (paths) => paths.map((path) => ({ method: "GET", path, headers: { "accept-encoding": "gzip" } }));
  const rawHeaders = { "content-type": "application/json", authorization: `Bearer ${filled.searchKey}` };
  const raw = filled.raw.map(({ path, body }) => ({ method: "POST", path, body, headers: rawHeaders }));
  const asked = {
    rawSearch: { base: services.MEILI_URL, requests: raw },
    apiSearch: { base, requests: gets(apiSearches) },
    constantPage: { base, requests: gets(["/bench"]) },
    searchPage: { base, requests: gets(searchPages) },
    orderPage: { base, requests: gets(filled.references.map((reference) => `/don-hang/${reference}`)) },
    checkPage: { base, requests: gets(checkPages) },
  };
  const load = {};
  for (const [name, question] of Object.entries(asked)) {
    if (only && !only.names.includes(name)) continue;
    process.stderr.write(`  ${name} …\n`);
    load[name] = await measure({ ...question, clients: only?.clients ?? clients, seconds });
  }
  return load;
}

async function freshnessOf(env, folder) {
  const worker = start(typescript("jobs/worker.ts"), env);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const answer = join(folder, "freshness.json");
  await runNode([...typescript("bench/freshness.ts"), values.changes, answer], env);
  await stop(worker);
  const { taken, lost } = JSON.parse(readFileSync(answer, "utf8"));
  return { count: taken.length + lost, lost, ...figures(taken) };
}

const pagesOf = ({ references, agencySlug }) => ({
  empty: "/bench",
  home: "/",
  search: "/don-hang?q=dieu+duong+duc",
  order: `/don-hang/${references[0]}`,
  agencies: "/doanh-nghiep",
  agency: `/doanh-nghiep/${agencySlug}`,
  check: "/kiem-tra?q=9001",
  markets: "/thi-truong",
  market: "/thi-truong/nhat-ban",
  fees: "/phi",
  data: "/du-lieu",
  compare: `/so-sanh?o=${references.slice(0, 4).join("&o=")}`,
});

async function benchSize(size, withWeights) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const prefix = `bench_${process.pid}_${size}_`;
  const url = new URL(services.DATABASE_URL);
  url.pathname = `/${prefix}db`;
  const env = {
    ...services,
    DATABASE_URL: url.href,
    MEILI_PREFIX: prefix,
    NODE_ENV: "production",
    BENCH: "1",
    RATE_LIMIT_PER_MINUTE: "1000000000",
    DEMO: "1",
  };
  try {
    await ensureDatabase(url.href);
    await runNode([join(root, "scripts/migrate.mjs")], env); // its engine runs once in a process
    const answer = join(folder, "filled.json");
    await runNode([...typescript("bench/fill.ts"), String(size), answer], env);
    const filled = JSON.parse(readFileSync(answer, "utf8"));
    const through = (MEILI_URL) => runNode(typescript("bench/ask.ts"), { ...env, MEILI_URL });
    filled.raw = await recorded(services.MEILI_URL, through);
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const { MEILI_MASTER_KEY: _, ...web } = { ...env, MEILI_SEARCH_KEY: filled.searchKey, SITE_URL: base };
    const serve = async (more) => {
      const site = start(["--max-http-header-size=262144", next, "start", "-p", String(port)], {
        ...{ ...web, MEILI_MASTER_KEY: "", ...more },
      });
      await waitFor("the site", () => portTaken(port), 60);
      return site;
    };
    const loadBefore = loadavg()[0];
    let site = await serve({});
    const load = await loads(base, filled);
    const weights = withWeights ? await (await import("../bench/weight.mjs")).weigh(base, pagesOf(filled)) : null;
    const ours = { names: ["apiSearch", "searchPage", "orderPage", "checkPage"], clients: [clients[0], 8] };
    process.stderr.write("  with a change each second …\n");
    const changing = await withChanges(url.href, () => loads(base, filled, ours));
    await stop(site);
    process.stderr.write("  each made anew …\n");
    site = await serve({ KEPT_MEGABYTES: "0" });
    const anew = await loads(base, filled, ours);
    await stop(site);
    const freshness = await freshnessOf(env, folder);
    return {
      size,
      fill: filled.fill,
      imports: filled.imports,
      reindex: filled.reindex,
      load,
      changing,
      anew,
      freshness,
      weights,
      loadBefore,
    };
  } finally {
    for (const child of children) await stop(child);
    await dropDatabase(url.href);
    await dropIndexes(prefix);
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    for (const child of children) child.kill("SIGTERM");
    process.exit(130);
  });

const results = [];
for (const [i, size] of sizes.entries()) {
  console.log(`\n=== ${size} orders`);
  const result = await benchSize(size, i === 0 && !values["no-weights"]);
  results.push({ ...result, targets: targetsOf(result) });
  printSize(result);
}
const targets = results.flatMap((result) => result.targets);
printTargets(targets);
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: process.platform,
};
const file = join(root, "bench", "results", `${new Date().toISOString().slice(0, 16).replace(/[:T]/g, "-")}.json`);
mkdirSync(join(root, "bench", "results"), { recursive: true });
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), machine, seconds, clients, results }, null, 1)}\n`,
);
console.log(
  `\nWritten to ${file.slice(root.length)}. Targets met: ${targets.filter(({ met }) => met).length} of ${targets.length}.`,
);
process.exit(0);
