import "server-only";
import type { Tx } from "@/domain/audit/change";
import { db } from "@/platform/db";
import { env } from "@/platform/env";
import type { Identifier, Letter } from "./schema";

const days = 24 * 3600 * 1000;
const signInDays = 30;
export const userSelect = {
  ...{ id: true, name: true, email: true, phone: true, locale: true },
  ...{ passwordHash: true, disabledAt: true, demo: true },
} as const;
export type UserRow = NonNullable<Awaited<ReturnType<typeof userOf>>>;

export const userOf = ({ kind, value }: Identifier) =>
  db.user.findUnique({ where: kind === "email" ? { email: value } : { phone: value }, select: userSelect });

/** Disabled people sign in nowhere, invented ones only where the site is a demo. */
export const maySignIn = (user: { disabledAt: Date | null; demo: boolean }): boolean =>
  user.disabledAt === null && (!user.demo || env.DEMO);

export type SignInMeans = "password" | "link" | "code" | "identity";
/** Signed in, perhaps with a second step still to come (queries.signedInAs says). */
export type In = { kind: "in"; signInId: string; userId: string };

export async function startSignIn(tx: Tx, now: Date, userId: string, means: SignInMeans, words: string): Promise<In> {
  const { id } = await tx.signIn.create({
    data: {
      ...{ userId, means, device: words.slice(0, 80), startedAt: now, lastSeenAt: now },
      expiresAt: new Date(now.getTime() + signInDays * days),
    },
    select: { id: true },
  });
  return { kind: "in", signInId: id, userId };
}

/** A code is on its way, or would be if the account existed: the page behaves the same. */
export type Sent = { kind: "sent"; secretId: string; letter: Letter | null };
