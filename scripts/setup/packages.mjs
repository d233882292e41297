// Installs the dependencies when package-lock.json has changed. Built-ins only: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const stamp = join(root, "node_modules", ".stamp");

export const hashOf = (...texts) => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
};

export function ensurePackages() {
  const wanted = hashOf(readFileSync(join(root, "package-lock.json")), process.version.split(".")[0]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  console.log("Installing dependencies …");
  const npm = process.env.npm_execpath;
  // Development packages too: the build compiles styles and types with them.
  const flags = ["ci", "--include=dev", "--include=optional", "--no-fund", "--no-audit"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", flags, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, wanted);
  return true;
}
