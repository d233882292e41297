// How often somebody may try. Nobody can use these limits against somebody else: what counts against her is what came from her own address,
// or from a browser she used before; attempts from everywhere at once only bring it about that a code is asked for besides.
import "server-only";
import { createHash } from "node:crypto";
import { type Tx, change } from "@/domain/audit/change";
import { visitor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import type { Approach } from "./schema";

type Limit = { most: number; minutes: number };
export const limits = {
  /** One account, one address. */
  pair: { most: 8, minutes: 15 },
  /** One address, whatever account; many people share one behind a telephone company. */
  address: { most: 60, minutes: 60 },
  /** One account, from everywhere together: above it a code is asked for besides the password. */
  account: { most: 20, minutes: 60 },
  /** A browser in which she signed in before. */
  device: { most: 10, minutes: 15 },
  secondStep: { most: 6, minutes: 15 },
  secondStepAll: { most: 30, minutes: 60 },
  /** Letters asked for from one address. */
  letters: { most: 20, minutes: 60 },
} as const satisfies Record<string, Limit>;
type Kind = keyof typeof limits;

const keyOf = (kind: Kind, ...parts: string[]): string =>
  `${kind}:${createHash("sha256").update(parts.join("\n")).digest("base64url")}`;

/** Counts one attempt and says how many there were in the present window; in one statement, so that none is lost among many at once. */
async function count(tx: Tx, now: Date, kind: Kind, key: string): Promise<number> {
  const begins = new Date(now.getTime() - limits[kind].minutes * 60_000);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    INSERT INTO "FailedSignIn" ("key", "count", "since", "lastAt") VALUES (${key}, 1, ${now}, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "FailedSignIn"."since" <= ${begins} THEN 1 ELSE "FailedSignIn"."count" + 1 END,
      "since" = CASE WHEN "FailedSignIn"."since" <= ${begins} THEN ${now} ELSE "FailedSignIn"."since" END,
      "lastAt" = ${now}
    RETURNING "count"`;
  return row?.count ?? 0;
}

const tooMany = (kind: Kind): Refusal => new Refusal("accounts", "notTooOften", { minutes: limits[kind].minutes });

/** Several counts in one change, always in the same order of keys: two attempts at once never wait for each other in a circle. */
async function countAll(keys: readonly (readonly [Kind, string])[]): Promise<Map<Kind, number>> {
  const sorted = keys.toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  return change(visitor, async (tx, now) => {
    const counts = new Map<Kind, number>();
    for (const [kind, key] of sorted) counts.set(kind, await count(tx, now, kind, key));
    return counts;
  });
}
const refuseAbove = (counts: ReadonlyMap<Kind, number>, ...kinds: Kind[]): void => {
  for (const kind of kinds) if ((counts.get(kind) ?? 0) > limits[kind].most) throw tooMany(kind);
};

export const isKnownDevice = (approach: Approach, userId: string | null): boolean =>
  userId !== null && Boolean(approach.device?.users.includes(userId));

export type Attempt = { keys: readonly string[]; besieged: boolean };

/** Before a password is looked at. */
export async function beginAttempt(approach: Approach, typed: string, userId: string | null): Promise<Attempt> {
  if (isKnownDevice(approach, userId)) {
    const key = keyOf("device", approach.device?.id ?? "", typed);
    refuseAbove(await countAll([["device", key]]), "device");
    return { keys: [key], besieged: false };
  }
  const pair = keyOf("pair", typed, approach.address);
  const counts = await countAll([
    ["pair", pair],
    ["address", keyOf("address", approach.address)],
    ["account", keyOf("account", typed)],
  ]);
  refuseAbove(counts, "pair", "address");
  return { keys: [pair], besieged: (counts.get("account") ?? 0) > limits.account.most };
}

/** It was she: her own earlier slips no longer count. */
export async function forgiveAttempt(tx: Tx, { keys }: Attempt): Promise<void> {
  await tx.failedSignIn.deleteMany({ where: { key: { in: [...keys] } } });
}

/** Before a code of the second step is looked at. */
export async function beginSecondStepAttempt(approach: Approach, userId: string): Promise<Attempt> {
  const known = isKnownDevice(approach, userId);
  const key = keyOf("secondStep", userId, known ? (approach.device?.id ?? "") : approach.address);
  const all = known ? [] : ([["secondStepAll", keyOf("secondStepAll", userId)]] as const);
  refuseAbove(await countAll([["secondStep", key], ...all]), "secondStep", "secondStepAll");
  return { keys: [key], besieged: false };
}

/** Before a letter is written. */
export async function beginLetter(approach: Approach): Promise<void> {
  refuseAbove(await countAll([["letters", keyOf("letters", approach.address)]]), "letters");
}

/** Before a password is asked for again inside an account. */
export async function beginConfirmation(userId: string): Promise<Attempt> {
  const key = keyOf("device", "confirmation", userId);
  refuseAbove(await countAll([["device", key]]), "device");
  return { keys: [key], besieged: false };
}
