// What a first visit to a page transfers, as a browser with an empty cache counts it: compressed, by kind.
import { chromium } from "@playwright/test";
import { browserPath } from "../scripts/setup/browser.mjs";

const kinds = { Document: "html", Script: "js", Stylesheet: "css", Font: "fonts", Image: "images" };

export async function weigh(base, pages) {
  const browser = await chromium.launch({ executablePath: browserPath() ?? undefined, args: ["--no-sandbox"] });
  const weights = {};
  try {
    for (const [name, path] of Object.entries(pages)) {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      const types = new Map();
      const sum = { html: 0, js: 0, css: 0, fonts: 0, images: 0, other: 0 };
      session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, kinds[type] ?? "other"));
      session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
        sum[types.get(requestId) ?? "other"] += encodedDataLength;
      });
      const answer = await page.goto(base + path, { waitUntil: "networkidle" });
      weights[name] = { ...sum, total: Object.values(sum).reduce((a, b) => a + b, 0), status: answer?.status() ?? 0 };
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return weights;
}
