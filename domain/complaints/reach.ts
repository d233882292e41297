import "server-only";
import { type Identifier } from "@/domain/accounts/schema";
import { readIdentifier } from "@/domain/accounts/rules";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { db } from "@/platform/db";
import { openText } from "@/platform/sealing";
import { mayRunClocks } from "./access";
import { reachUse } from "./report";

/** For reactions: reports with news whose reporters left an address, opened for the one message that goes there. */
export async function reportersToTell(
  actor: Actor,
  ids: readonly string[],
): Promise<{ id: string; number: string; stage: string; reach: Identifier }[]> {
  requireAll("complaints", { mayRunClocks: mayRunClocks(actor) });
  const rows = await db.fraudReport.findMany({
    where: { id: { in: [...ids] }, stage: { in: ["looking", "decided", "merged"] }, reachSealed: { not: null } },
    select: { id: true, number: true, stage: true, reachSealed: true },
  });
  return rows.flatMap(({ reachSealed, ...report }) => {
    const said = reachSealed && openText(reachSealed, reachUse);
    const reach = said ? readIdentifier(said) : null;
    return reach ? [{ ...report, reach }] : [];
  });
}
