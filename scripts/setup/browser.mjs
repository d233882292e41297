// A Chromium for the journeys: the system's, else Playwright's own, else from the system's package manager.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const systemPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a browser on this machine, or null for Playwright's own. */
export const browserPath = () => process.env.CHROMIUM_PATH ?? systemPlaces.find((place) => existsSync(place)) ?? null;

export async function ensureBrowser() {
  if (browserPath()) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  const quiet = { stdio: "inherit" };
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium with the system's package manager …");
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (browserPath()) return;
  }
  console.log("Installing Playwright's Chromium …");
  const cli = join(createRequire(import.meta.url).resolve("@playwright/test/package.json"), "..", "cli.js");
  const done = spawnSync(process.execPath, [cli, "install", "chromium"], quiet);
  if (done.status !== 0)
    throw new Error("No Chromium: install it with the system's package manager, or name one with CHROMIUM_PATH");
}
