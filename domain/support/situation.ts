// A situation as a form types it, as a cookie keeps it, and the way between the two. What is not said stays null all along.
import { z } from "zod";
import { alreadyHeld, policyGroups, type Situation } from "./schema";

export const noSituation: Situation = {
  groups: null,
  commune: null,
  hardCommune: null,
  helpedBefore: null,
  has: [],
  completedTts: null,
  sameEnterprise: null,
  borrow: null,
  studyMonths: null,
};

/** Parts of the form; a page may leave some out, and what was said there before stays. */
export const situationBlocks = ["groups", "commune", "helped", "has", "japan", "study", "loan"] as const;
export type SituationBlock = (typeof situationBlocks)[number];

/** As typed; an unanswered question is "". */
export type SituationTyped = {
  group: readonly string[];
  commune: string;
  communeId: string;
  /** What stood in `commune` when `communeId` was offered: another text makes the id worthless. */
  communeAsked: string;
  hard: string;
  helped: string;
  has: readonly string[];
  tts: string;
  same: string;
  study: string;
  loan: string;
  amount: string;
};
export type SituationField = keyof SituationTyped;
/** Codes of messages/support `error`. */
export type SituationErrors = Partial<Record<SituationField, string>>;

const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false };
const word = (said: boolean | null): string => (said === null ? "" : said ? "yes" : "no");
const known = <T extends string>(list: readonly T[], said: readonly string[]): T[] =>
  list.filter((one) => said.includes(one));

/** 120.000.000, 120,000,000, 120 triệu and 80,5tr as people type them; null for anything else, and for 1.234 triệu, which has two readings. */
export function dongTyped(text: string): bigint | null {
  const bare = text
    .toLowerCase()
    .replace(/[\s₫]|(?<=\d)(đồng|đ|vnd)$/gu, "")
    .replace(/(đồng|vnd)$/u, "");
  const millions = /^(\d{1,5})(?:[.,](\d{1,2}))?(?:triệu|trieu|tr)$/u.exec(bare);
  if (millions) return BigInt(millions[1] ?? "0") * 1_000_000n + BigInt((millions[2] ?? "").padEnd(3, "0")) * 1_000n;
  if (/^\d{1,3}([.,]\d{3})+$/.test(bare)) return BigInt(bare.replace(/[.,]/g, ""));
  return /^\d{1,12}$/.test(bare) ? BigInt(bare) : null;
}

const mostBorrowed = 2_000_000_000n;
const mostStudy = 36;

/** The commune is found by its name elsewhere: here it stays as it was. */
export function situationRead(typed: SituationTyped, commune: string | null) {
  const errors: SituationErrors = {};
  const groups = known(policyGroups, typed.group);
  const none = typed.group.includes("none");
  if (none && groups.length > 0) errors.group = "groupNone";

  const study = /^\d{1,2}([.,]5)?$/.test(typed.study) ? Number(typed.study.replace(",", ".")) : null;
  if (typed.study !== "" && (study === null || study > mostStudy)) errors.study = "study";

  const amount = dongTyped(typed.amount);
  if (typed.loan === "amount" && (amount === null || amount === 0n || amount > mostBorrowed)) errors.amount = "amount";

  const situation: Situation = {
    groups: groups.length > 0 ? groups : none ? [] : null,
    commune,
    hardCommune: yesNo[typed.hard] ?? null,
    helpedBefore: yesNo[typed.helped] ?? null,
    has: known(alreadyHeld, typed.has),
    completedTts: (["none", "1", "2", "3"] as const).find((one) => one === typed.tts) ?? null,
    sameEnterprise: yesNo[typed.same] ?? null,
    borrow: typed.loan === "most" ? "most" : typed.loan === "amount" ? amount : null,
    studyMonths: study,
  };
  return { situation, errors };
}

/** A situation back in its form; `communeName` as it is shown. */
export function situationTyped(situation: Situation, communeName: string): SituationTyped {
  const { groups, borrow } = situation;
  return {
    group: groups === null ? [] : groups.length === 0 ? ["none"] : groups,
    commune: situation.commune ? communeName : "",
    communeId: situation.commune ?? "",
    communeAsked: situation.commune ? communeName : "",
    hard: word(situation.hardCommune),
    helped: word(situation.helpedBefore),
    has: situation.has,
    tts: situation.completedTts ?? "",
    same: word(situation.sameEnterprise),
    study: situation.studyMonths === null ? "" : String(situation.studyMonths).replace(".", ","),
    loan: borrow === null ? "" : borrow === "most" ? "most" : "amount",
    amount: typeof borrow === "bigint" ? borrow.toString() : "",
  };
}

const answer = z
  .union([z.literal(1), z.literal(0)])
  .optional()
  .catch(undefined);
const listOf = <T extends string>(names: readonly [T, ...T[]]) =>
  z
    .array(z.string())
    .max(20)
    .transform((said) => known(names, said));
/** Short names, for a cookie travels with every request. Every field falls back alone: one old value does not cost the others. */
const compact = z.object({
  g: listOf(policyGroups).optional().catch(undefined),
  c: z.string().min(1).max(40).optional().catch(undefined),
  d: answer,
  h: answer,
  s: listOf(alreadyHeld).optional().catch(undefined),
  t: z.enum(["none", "1", "2", "3"]).optional().catch(undefined),
  e: answer,
  l: z
    .union([z.literal("most"), z.string().regex(/^[1-9]\d{0,9}$/)])
    .optional()
    .catch(undefined),
  m: z.number().min(0).max(mostStudy).optional().catch(undefined),
});

const bit = (said: boolean | null): 0 | 1 | undefined => (said === null ? undefined : said ? 1 : 0);

export const situationText = ({ borrow, ...s }: Situation): string =>
  JSON.stringify({
    g: s.groups ?? undefined,
    c: s.commune ?? undefined,
    d: bit(s.hardCommune),
    h: bit(s.helpedBefore),
    s: s.has.length > 0 ? s.has : undefined,
    t: s.completedTts ?? undefined,
    e: bit(s.sameEnterprise),
    l: borrow === null ? undefined : borrow.toString(),
    m: s.studyMonths ?? undefined,
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads what a browser hands back; anything else is "said nothing". */
export function situationFrom(text: string | undefined): Situation {
  const read = compact.safeParse(parsed(text ?? ""));
  if (!read.success) return noSituation;
  const { g, c, d, h, s, t, e, l, m } = read.data;
  const said = (value: 0 | 1 | undefined): boolean | null => (value === undefined ? null : value === 1);
  return {
    groups: g ?? null,
    commune: c ?? null,
    hardCommune: said(d),
    helpedBefore: said(h),
    has: s ?? [],
    completedTts: t ?? null,
    sameEnterprise: said(e),
    borrow: l === undefined ? null : l === "most" ? "most" : BigInt(l),
    studyMonths: m ?? null,
  };
}

/** Whether anything was said at all. */
export const saidNothing = (situation: Situation): boolean => situationText(situation) === "{}";
