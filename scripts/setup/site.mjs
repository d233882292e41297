// Everything a command of ours needs before it runs: servers, generated client, migrations; answers the environment for it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureMeili, stopMeili } from "./meili.mjs";
import { hashOf, root } from "./packages.mjs";
import { ensureDatabase, ensurePostgres, servicesFolder, stopPostgres } from "./postgres.mjs";

/** Runs `make` only when what it is made of has changed since the last time, or `output` is missing. */
export async function once(name, parts, output, make) {
  mkdirSync(servicesFolder, { recursive: true });
  const stamp = join(servicesFolder, `${name}.stamp`);
  const wanted = hashOf(...parts);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  await make();
  writeFileSync(stamp, wanted);
  return true;
}

/** Contents of all files below a folder, for a stamp. */
export function contentsOf(folder, accept = () => true) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && accept(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => [file.slice(root.length), readFileSync(file)]);
}

export const runNode = (args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))));
  });

const binOf = (name, file) => join(createRequire(import.meta.url).resolve(`${name}/package.json`), "..", file);

/** Generates the database client. Prisma wants an engine to exist; any program will do, it is not called. */
export const generateClient = () =>
  once("client", contentsOf("prisma/schema"), "platform/generated/prisma/client.ts", () => {
    const done = spawnSync(process.execPath, [binOf("prisma", "build/index.js"), "generate"], {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://unused",
      },
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`prisma generate failed:\n${done.stdout}${done.stderr}`);
  });

/** Servers given by the environment, or our own; the answer is the environment for our processes. */
export async function ensureServices() {
  const databaseUrl = process.env.DATABASE_URL || (await ensurePostgres(servicesFolder));
  await ensureDatabase(databaseUrl);
  const env = { DATABASE_URL: databaseUrl };
  if (process.env.MEILI_URL)
    Object.assign(env, { MEILI_URL: process.env.MEILI_URL, MEILI_MASTER_KEY: process.env.MEILI_MASTER_KEY });
  else if (process.env.MEILI !== "0") {
    const meili = await ensureMeili(servicesFolder);
    if (meili) Object.assign(env, { MEILI_URL: meili.url, MEILI_MASTER_KEY: meili.masterKey });
    else console.log("No search engine for this machine: Postgres will answer searches. MEILI_URL names one.");
  }
  return env;
}

export async function migrate(databaseUrl) {
  const { deploy } = await import("../migrate.mjs");
  const applied = await deploy(databaseUrl);
  if (applied.length > 0) console.log(`Migrations applied: ${applied.length}`);
  return applied;
}

/** Arguments with which node runs one of our TypeScript programs as server code. */
export const typescript = (file) => ["--conditions=react-server", "--import", "tsx", join(root, file)];

const sources = [
  "app",
  "components",
  "domain",
  "jobs",
  "messages",
  "platform",
  "prisma/reference",
  "prisma/schema",
  "public",
];

/** Builds the site when anything it is made of has changed. */
export const build = (env) =>
  once(
    "build",
    [
      ...sources.flatMap((folder) => contentsOf(folder, (name) => !name.endsWith(".test.ts"))),
      ...["package-lock.json", "tsconfig.json", "next.config.js", "postcss.config.mjs", "proxy.ts"].map((file) =>
        readFileSync(join(root, file)),
      ),
    ],
    ".next/BUILD_ID",
    async () => {
      console.log("Building the site …");
      await runNode([binOf("next", "dist/bin/next"), "build"], { ...env, NODE_ENV: "production" });
    },
  );

/** Stops our own servers; servers named by the environment are not ours to stop. */
export function stopServices(folder = servicesFolder) {
  if (!process.env.MEILI_URL) stopMeili(folder);
  if (!process.env.DATABASE_URL) stopPostgres(folder);
}
