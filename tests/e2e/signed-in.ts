// A session planted rather than typed:  const officer = await signedIn(context, { role: "ministry" });
// The person, her membership, second step and sign-in are made by the same commands as anybody's, in a process of its own beside the site.
import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import type { BrowserContext } from "@playwright/test";

const root = new URL("../../", import.meta.url).pathname;
/** Written by site.mjs: the settings of the site under test. SIGNED_IN_ENV names another site's. */
const settings = process.env.SIGNED_IN_ENV ?? `${root}.data/test/e2e-env.json`;

export type Role = {
  role:
    | ("person" | "owner" | "recruiter" | "branch_recruiter" | "ministry" | "province" | "commune")
    | ("centre_clerk" | "training_staff" | "bank_clerk" | "auditor");
  /** Of staff: the agency's slug; the first licensed one if not said. */
  agency?: string;
  branchId?: string;
  /** Since 2025-07-01. */
  province?: string;
  commune?: string;
};
export type Planted = {
  cookie: { name: string; value: string };
  userId: string;
  signInId: string;
  email: string;
  password: string;
  /** Of the second step; empty for people who have none. */
  secret: string;
  agencySlug: string | null;
  /** As queries and commands would get it. */
  actor: unknown;
};

/** Signs a browser in, and says as whom. Takes about two seconds: plant once for a file where that will do. */
export async function signedIn(context: BrowserContext, asked: Role): Promise<Planted> {
  const planted = await plant(asked);
  const { SITE_URL } = JSON.parse(readFileSync(settings, "utf8")) as { SITE_URL: string };
  await context.addCookies([{ ...planted.cookie, url: SITE_URL, httpOnly: true, sameSite: "Lax" }]);
  return planted;
}

export async function plant(asked: Role): Promise<Planted> {
  const env = { ...process.env, ...(JSON.parse(readFileSync(settings, "utf8")) as Record<string, string>) };
  const args = ["--conditions=react-server", "--import", "tsx", "tests/e2e/plant.ts", JSON.stringify(asked)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Planted;
}

/** The instant the site under test believes it is: its clock runs from CLOCK since its settings were written, as it started. */
export function siteClock(): number {
  const { CLOCK } = JSON.parse(readFileSync(settings, "utf8")) as { CLOCK?: string };
  return CLOCK ? Date.parse(CLOCK) + (Date.now() - statSync(settings).mtimeMs) : Date.now();
}
