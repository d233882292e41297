import type { ReactNode } from "react";
import type { Locale } from "@/app/_http/addresses";

/** What open orders of a market ask beside the ceilings; null while there is nothing to show. */
export async function offers(_locale: Locale, _market: string): Promise<ReactNode> {
  return null;
}
