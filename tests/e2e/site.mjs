// The site for the journeys: a production build over a database and an index of its own, on a set day, with a small demo.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureMeili } from "../../scripts/setup/meili.mjs";
import { root } from "../../scripts/setup/packages.mjs";
import { ensureDatabase, ensurePostgres } from "../../scripts/setup/postgres.mjs";
import { build, generateClient, migrate, runNode, typescript } from "../../scripts/setup/site.mjs";

const folder = join(root, ".data", "test");
const port = process.env.PORT ?? "3456";
const admin = new URL(process.env.TEST_DATABASE_URL ?? (await ensurePostgres(folder, { fast: true })));
const { default: pg } = await import("pg");
const client = new pg.Client({ connectionString: Object.assign(new URL(admin), { pathname: "/postgres" }).href });
await client.connect();
await client.query("DROP DATABASE IF EXISTS e2e WITH (FORCE)");
await client.end();
admin.pathname = "/e2e";
await ensureDatabase(admin.href);
await generateClient();
await migrate(admin.href);

const meili = process.env.TEST_MEILI_URL
  ? { url: process.env.TEST_MEILI_URL, masterKey: process.env.TEST_MEILI_MASTER_KEY }
  : await ensureMeili(folder);
const env = {
  DATABASE_URL: admin.href,
  ...(meili ? { MEILI_URL: meili.url, MEILI_MASTER_KEY: meili.masterKey, MEILI_PREFIX: "e2e_" } : {}),
  CLOCK: "2026-11-20T03:00:00Z",
  DEMO: "1",
  DEMO_ORDERS: "600",
  SITE_URL: `http://localhost:${port}`,
  FILES_FOLDER: join(folder, "files", "e2e"),
  KEYS_FOLDER: join(folder, "keys", "e2e"),
  RATE_LIMIT_PER_MINUTE: "100000",
};
const answer = join(folder, "prepared.json");
await runNode([...typescript("scripts/prepare.ts"), answer], env);
await build(env);
// For sessions planted by the journeys (signed-in.ts); written as the site starts, whose clock runs from CLOCK on.
writeFileSync(join(folder, "e2e-env.json"), JSON.stringify(env), { mode: 0o600 });
const next = join(createRequire(import.meta.url).resolve("next/package.json"), "..", "dist/bin/next");
const common = { ...process.env, ...env, NODE_ENV: "production" };
/** Ten thousand letters with marks in an address are an odd question, not a fault of the connection. */
const longAddresses = "--max-http-header-size=262144";
const children = [
  spawn(process.execPath, [longAddresses, next, "start", "-p", port], {
    cwd: root,
    stdio: "inherit",
    env: { ...common, ...JSON.parse(readFileSync(answer, "utf8")), MEILI_MASTER_KEY: "" },
  }),
  spawn(process.execPath, typescript("jobs/worker.ts"), { cwd: root, stdio: "inherit", env: common }),
];
const stop = () => children.forEach((child) => child.kill("SIGTERM"));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
for (const child of children) child.once("exit", (code) => (stop(), process.exit(code ?? 0)));
