import "server-only";
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Tx } from "@/domain/audit/change";
import type { Prisma } from "@/platform/db";
import { isMarkOf, markOf } from "@/platform/sealing";
import type { Letter, LetterPurpose } from "./schema";

const minute = 60_000;
/** How long the link of each letter opens; its code, ten minutes. */
const linkMinutes: Readonly<Record<LetterPurpose, number>> = {
  sign_in: 30,
  register: 60,
  password_code: 10,
  new_password: 60,
  invitation: 7 * 24 * 60,
};
export const codeMinutes = 10;
export const codeAttempts = 5;
const use = "letter";

export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url");
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

type Addressee = { userId: string | null; to: string; name: string | null; locale: string };
type Asked = {
  purpose: LetterPurpose;
  withCode: boolean;
  terms?: Prisma.InputJsonValue;
};

/** Kept as hashes; what is handed back exists nowhere else. */
export async function writeLetter(
  tx: Tx,
  now: Date,
  { userId, to, name, locale }: Addressee,
  { purpose, withCode, terms }: Asked,
): Promise<{ id: string; letter: Letter }> {
  const id = randomUUID();
  const token = randomBytes(32).toString("base64url");
  const code = withCode ? newCode() : null;
  const expiresAt = new Date(now.getTime() + linkMinutes[purpose] * minute);
  await tx.oneTimeSecret.create({
    data: {
      ...{ id, purpose, userId, sentTo: to, hash: hashOfToken(token), createdAt: now, expiresAt },
      ...{ codeHash: code === null ? null : markOf(`${id}:${code}`, use), ...(terms !== undefined && { terms }) },
    },
  });
  return { id, letter: { purpose, to, name, locale, token, code, expiresAt } };
}

/** Where nobody is to be written to: the same row, which nothing opens, so that the page behaves the same. */
export async function writeNothing(tx: Tx, now: Date, to: string, purpose: LetterPurpose): Promise<string> {
  const id = randomUUID();
  await tx.oneTimeSecret.create({
    data: {
      ...{ id, purpose, sentTo: to, hash: hashOfToken(randomBytes(32).toString("base64url")), createdAt: now },
      expiresAt: new Date(now.getTime() + codeMinutes * minute),
    },
  });
  return id;
}

export type Used = { id: string; purpose: LetterPurpose; userId: string | null; sentTo: string; terms: unknown };
const shown = { id: true, purpose: true, userId: true, sentTo: true, terms: true } as const;

/** Good once: of two who come at the same moment one is first. */
export async function claimLink(
  tx: Tx,
  now: Date,
  token: string,
  purposes: readonly LetterPurpose[],
): Promise<Used | null> {
  if (!isToken(token)) return null;
  const where = { hash: hashOfToken(token), purpose: { in: [...purposes] } };
  const { count } = await tx.oneTimeSecret.updateMany({
    where: { ...where, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1 ? ((await tx.oneTimeSecret.findFirst({ where, select: shown })) as Used | null) : null;
}

/** Five attempts, counted before the code is looked at, so that a hundred at once are five as well. */
export async function claimCode(tx: Tx, now: Date, id: string, code: string): Promise<Used | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const born = new Date(now.getTime() - codeMinutes * minute);
  const { count } = await tx.oneTimeSecret.updateMany({
    where: {
      ...{ id, usedAt: null, expiresAt: { gt: now }, createdAt: { gt: born } },
      attempts: { lt: codeAttempts },
    },
    data: { attempts: { increment: 1 } },
  });
  const row = count === 1 ? await tx.oneTimeSecret.findUnique({ where: { id } }) : null;
  if (!row?.codeHash || !isMarkOf(`${id}:${code}`, use, row.codeHash)) return null;
  const used = await tx.oneTimeSecret.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return used.count === 1 ? (row as Used) : null;
}

/** Whatever was sent to somebody and still opens: ended when her password changes. */
export async function endLetters(tx: Tx, now: Date, userId: string): Promise<void> {
  await tx.oneTimeSecret.updateMany({
    where: { userId, usedAt: null, purpose: { not: "invitation" } },
    data: { usedAt: now },
  });
}

const hour = 3600 * 1000;
const freshMinutes = 10;
const codesADay = 5;
const lettersAnHour = 5;

/**
 * Who asks for a letter in another's name fills nobody's letter box and gets few chances to guess: after five letters within a day they carry
 * no code, only the link; after five within an hour the newest must be ten minutes old. It still opens, so nobody is kept out.
 */
export async function letterAllowance(tx: Tx, now: Date, to: string): Promise<{ send: boolean; withCode: boolean }> {
  const since = new Date(now.getTime() - 24 * hour);
  const sent = await tx.$queryRaw<{ createdAt: Date }[]>`
    SELECT "createdAt" FROM "OneTimeSecret" WHERE "sentTo" = ${to} AND "createdAt" > ${since}
      AND ("userId" IS NOT NULL OR "terms" IS NOT NULL) AND "purpose" NOT IN ('invitation', 'password_code')
    ORDER BY "createdAt" DESC LIMIT 50`;
  const ages = sent.map(({ createdAt }) => now.getTime() - createdAt.getTime());
  const crowded = ages.filter((age) => age < hour).length >= lettersAnHour;
  return { send: !crowded || (ages[0] ?? hour) > freshMinutes * 60_000, withCode: ages.length < codesADay };
}
