// What pages may know of the settings.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/platform/env";

export const site = {
  url: new URL(env.SITE_URL),
  /** Invented data is shown: say so on every page. */
  demo: env.DEMO,
  version: env.VERSION,
  /** The bench compares our pages with one that says nothing (app/bench). */
  constantPage: env.BENCH,
} as const;

/** The public path and query of this request, as the visitor sees them. */
export const currentPath = async (): Promise<string> => (await headers()).get("x-path") ?? "/";
