// npm test: everything a newcomer's machine needs, then format, lint, types, schema, rules, integration, build and journeys.
//   --only check | db | e2e    runs one part
import { ensurePackages, root } from "./setup/packages.mjs";

ensurePackages();
const { spawnSync } = await import("node:child_process");
const { createRequire } = await import("node:module");
const { join } = await import("node:path");
const { generateClient, stopServices } = await import("./setup/site.mjs");
const { ensureDatabase, ensurePostgres } = await import("./setup/postgres.mjs");
const { drift } = await import("./migrate.mjs");

const require = createRequire(import.meta.url);
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;
const testFolder = join(root, ".data", "test");
const bin = (name, file) => join(require.resolve(`${name}/package.json`), "..", file);

const parts = {
  check: [
    ["Format", [bin("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
    ["Lint", [bin("oxlint", "bin/oxlint"), "--deny-warnings"]],
    ["Page types", [bin("next", "dist/bin/next"), "typegen"]],
    ["Types", [bin("typescript", "bin/tsc"), "--noEmit"]],
    ["Rules and architecture", [bin("vitest", "vitest.mjs"), "run", "--project", "rules", "--project", "drawing"]],
  ],
  db: [["Integration", [bin("vitest", "vitest.mjs"), "run", "--project", "integration"]]],
  e2e: [["Journeys", [bin("@playwright/test", "cli.js"), "test"]]],
};

function run(title, args) {
  const started = performance.now();
  console.log(`\n── ${title}`);
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://unused" },
  });
  console.log(
    `── ${title}: ${done.status === 0 ? "passed" : "FAILED"} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return done.status === 0;
}

async function schemaAgrees() {
  console.log("\n── Migrations give the schema");
  const url = new URL(await ensurePostgres(testFolder, { fast: true }));
  url.pathname = "/drift";
  await ensureDatabase(url.href);
  const missing = await drift(url.href);
  if (missing) console.error(missing);
  return missing === "";
}

await generateClient();
const failed = [];
for (const [part, steps] of Object.entries(parts)) {
  if (only && only !== part) continue;
  if (part === "db" && !(await schemaAgrees())) failed.push("Migrations");
  if (part === "e2e") await (await import("./setup/browser.mjs")).ensureBrowser();
  for (const [title, args] of steps) if (!run(title, args)) failed.push(title);
}
stopServices(testFolder);
console.log(failed.length === 0 ? "\nAll parts passed." : `\nFailed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
