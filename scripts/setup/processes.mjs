// Small things every starter of a process needs: free ports, locks, users, waiting, stopping.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export { sleep };

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Whether something listens on the port already. */
export const portTaken = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });

export async function waitFor(what, probe, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await probe()) return;
    if (Date.now() > end) throw new Error(`${what} did not answer within ${seconds} s`);
    await sleep(100);
  }
}

export const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Runs work while holding a lock file, so that two starts at once do not both start a server. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch {
      let holder = 0;
      try {
        holder = Number(readFileSync(file, "utf8"));
      } catch {
        continue; // released between the two calls
      }
      if (!alive(holder) || Date.now() > end) rmSync(file, { force: true });
      await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** PostgreSQL refuses to run as root: whom to run it as instead, or null when we are nobody special. */
export function serviceUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const found = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const group = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (found.status === 0) return { uid: Number(found.stdout), gid: Number(group.stdout) };
  }
  throw new Error(
    "PostgreSQL cannot run as root and no other user exists; set DATABASE_URL or run as an ordinary user",
  );
}

/** Whether another user can reach a path: every folder above it may be entered by all. */
export function reachableByOthers(path) {
  for (let at = path; ; at = dirname(at)) {
    try {
      accessSync(at, constants.F_OK);
      const mode = statSync(at).mode;
      if (statSync(at).isDirectory() && (mode & 0o001) === 0) return false;
    } catch {
      // not there yet: its parent decides
    }
    if (at === dirname(at)) return true;
  }
}

export function giveTo(path, user) {
  if (!user) return;
  chownSync(path, user.uid, user.gid);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), user);
}
