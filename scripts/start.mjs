// npm start: dependencies, servers, migrations, reference and demo data, build; then the site and its worker.
import { ensurePackages, root } from "./setup/packages.mjs";

const port = Number(process.env.PORT ?? 3000);
const { portTaken } = await import("./setup/processes.mjs");
if (await portTaken(port)) {
  console.error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  process.exit(1);
}
ensurePackages();

const { spawn } = await import("node:child_process");
const { readFileSync } = await import("node:fs");
const { createRequire } = await import("node:module");
const { join } = await import("node:path");
const { build, ensureServices, generateClient, migrate, runNode, stopServices, typescript } =
  await import("./setup/site.mjs");
const { servicesFolder } = await import("./setup/postgres.mjs");

const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
await generateClient();
const services = await ensureServices();
await migrate(services.DATABASE_URL);
const answer = join(servicesFolder, "prepared.json");
await runNode([...typescript("scripts/prepare.ts"), answer], services);
await build(services);

const common = {
  ...process.env,
  ...services,
  NODE_ENV: "production",
  VERSION: version,
  SITE_URL: process.env.SITE_URL ?? `http://localhost:${port}`,
};
// The web process holds a key that can search and nothing else.
const { MEILI_MASTER_KEY: _, ...web } = { ...common, ...JSON.parse(readFileSync(answer, "utf8")) };
const next = join(createRequire(import.meta.url).resolve("next/package.json"), "..", "dist/bin/next");
/** Ten thousand letters with marks in an address are an odd question, not a fault of the connection. */
const longAddresses = "--max-http-header-size=262144";
const children = [
  spawn(process.execPath, [longAddresses, next, "start", "-p", String(port)], {
    cwd: root,
    stdio: "inherit",
    env: web,
  }),
  spawn(process.execPath, typescript("jobs/worker.ts"), {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: common,
  }),
];

let stopping = false;
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) =>
          child.exitCode !== null || child.signalCode
            ? resolve()
            : (child.once("exit", resolve), child.kill("SIGTERM")),
        ),
    ),
  );
  stopServices();
  process.exit(code);
}
for (const child of children) child.once("exit", (code) => stop(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
// A signal to npm alone does not reach us through its shell: when the parent is gone, so are we.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(0), 1000).unref();
