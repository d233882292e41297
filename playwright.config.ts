import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const system =
  process.env.CHROMIUM_PATH ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => existsSync(file));
const port = Number(process.env.E2E_PORT ?? 3456);

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  reporter: [["list"]],
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "vi-VN",
    timezoneId: "Pacific/Apia",
    launchOptions: {
      executablePath: system,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage",
      ],
    },
  },
  projects: [
    {
      name: "phone without JavaScript",
      testMatch: /.*\.journey\.ts/,
      use: { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
    },
    { name: "desktop", testMatch: /.*\.journey\.ts/, use: { viewport: { width: 1280, height: 800 } } },
    { name: "every template", testMatch: /.*\.pages\.ts/, use: { viewport: { width: 360, height: 740 } } },
  ],
  webServer: {
    command: "node tests/e2e/site.mjs",
    port,
    timeout: 600_000,
    reuseExistingServer: !process.env.CI,
    stdout: "pipe",
    stderr: "pipe",
    env: { PORT: String(port) },
  },
});
